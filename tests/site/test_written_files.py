"""Files of people that no build may read or publish, whatever is in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from equal_footing.check.run import facts_checked
from equal_footing.mkdocs_site import site, written_files
from equal_footing.reading.problems import CommandError

from .conftest import make_project


def test_a_link_out_of_its_folder_and_a_name_that_is_not_utf_8_are_named_and_links_within_are_not(
    tmp_path: Path,
) -> None:
    docs = tmp_path / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "a.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.txt").write_text("secret", encoding="utf-8")
    (docs / "within.md").symlink_to("a.md")
    (docs / "日本.md").write_text("# A\n", encoding="utf-8")
    (docs / "assets/key.txt").symlink_to("../../secret/key.txt")
    (docs / "assets/all").symlink_to(tmp_path / "secret")
    Path(os.fsdecode(bytes(docs) + b"/\x93\xfa.md")).write_text("# A\n", encoding="utf-8")
    out = "is a symbolic link that leads out of docs/. Put the file itself here."
    assert sorted(written_files.misplaced(docs)) == [
        f"docs/assets/all {out}",
        f"docs/assets/key.txt {out}",
        "docs/‹U+DC93›‹U+DCFA›.md has a name that is not UTF-8, as from a zip made on Windows. Give it another name.",
    ]


@pytest.mark.parametrize("name", ["docs/assets/key.txt", "theme/key.txt", "templates/parts/key.html.j2"])
def test_what_a_link_leads_to_is_never_published(
    world: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make_project(world)
    (tmp_path / "key").write_text("secret", encoding="utf-8")
    (project / name).symlink_to(tmp_path / "key")
    with pytest.raises(CommandError, match="the old one stays"):
        site.make(project, lambda: facts_checked(project))
    told = [line for line in capsys.readouterr().err.splitlines() if name in line]
    assert told == [f"{name} is a symbolic link that leads out of {name.split('/')[0]}/. Put the file itself here."]
    assert not (project / "site").exists()
