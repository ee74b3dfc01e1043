"""The plugin as a server uses it: one instance for all builds, and nothing left of the build before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from equal_footing.drawing.macros import MACROS
from equal_footing.drawing.page_macros import PAGES
from equal_footing.mkdocs_site import generated
from equal_footing.mkdocs_site.build import Build
from equal_footing.mkdocs_site.plugin import EqualFootingPlugin
from equal_footing.mkdocs_site.shells import Shells

from ..cases import ANSWERS, FUND, UNKNOWN, Change, both, edit, whole
from ..conftest import make_world
from ..restored import Restored
from .conftest import make_project
from .test_odd_places import RECORDS


def configured(
    project: Path, to: Path, command: Literal["build", "serve"] = "serve"
) -> tuple[MkDocsConfig, EqualFootingPlugin]:
    """Return settings for the next build; MkDocs hands out the same instance of a plugin for as long as it runs."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(to))
    config.plugins.on_startup(command=command, dirty=False)
    plugin = config.plugins["equal-footing"]
    assert isinstance(plugin, EqualFootingPlugin)
    return config, plugin


def files(site: Path) -> dict[str, bytes]:
    """Return the files of a built site, without those that hold the time of the build."""
    found = (path for path in site.rglob("*") if path.is_file() and not path.name.startswith("sitemap"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


@dataclass(frozen=True)
class Served:
    """A small project of which one server has built the site twice: what the builds were, and the files of each."""

    project: Path
    builds: list[Build]
    sites: list[dict[str, bytes]]


@pytest.fixture(scope="module")
def first_two(tmp_path_factory: pytest.TempPathFactory) -> Served:
    served = Served(make_project(make_world(tmp_path_factory.mktemp("served") / "world")), [], [])
    for _ in range(2):
        config, plugin = configured(served.project, served.project / "site")
        build(config)
        assert plugin.build
        served.builds.append(plugin.build)
        served.sites.append(files(served.project / "site"))
    return served


@pytest.fixture
def served(first_two: Served) -> Iterator[Served]:
    """The project after these builds, with what they have kept; its sources are restored."""
    settings = (first_two.project / "mkdocs.yml").read_bytes()
    restored = [Restored(first_two.project / name) for name in ("data", "docs", "theme")]
    yield first_two
    for folder in restored:
        folder.restore()
    (first_two.project / "mkdocs.yml").write_bytes(settings)


def test_builds_of_one_server_are_the_same_and_keep_only_the_data(first_two: Served) -> None:
    assert first_two.sites[0] == first_two.sites[1]
    assert len(first_two.sites[0]) > 50
    first, second = first_two.builds
    assert first is not second
    assert first.renderer is not second.renderer
    assert first.dataset is second.dataset


def test_wrong_data_leaves_no_page_of_the_build_before_and_right_data_brings_all_back(
    served: Served, tmp_path: Path
) -> None:
    law = served.project / "data/atlantis/laws/aid-act.yml"
    right = law.read_text(encoding="utf-8")
    law.write_text(right.replace("kind: law", "kind: lore"), encoding="utf-8")
    config, plugin = configured(served.project, tmp_path / "wrong")
    build(config)
    assert plugin.build is None
    pages = {path.relative_to(tmp_path / "wrong").as_posix() for path in (tmp_path / "wrong").rglob("*.html")}
    assert pages == {"index.html", "404.html"}
    for page in pages:
        assert "data/atlantis/laws/aid-act.yml:1:7" in (tmp_path / "wrong" / page).read_text(encoding="utf-8")
    law.write_text(right, encoding="utf-8")
    config, plugin = configured(served.project, tmp_path / "mended")
    build(config)
    assert not plugin.problems
    assert files(tmp_path / "mended") == served.sites[0]


def test_a_build_stops_at_wrong_data_before_anything_is_written(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "data/atlantis/laws/aid-act.yml").write_text("kind: lore\n", encoding="utf-8")
    config, _ = configured(project, tmp_path / "site", "build")
    with pytest.raises(Abort):
        build(config)
    assert "nothing was built" in caplog.text
    assert "data/atlantis/laws/aid-act.yml:1:7" in caplog.text
    assert not (tmp_path / "site").exists()


def test_every_macro_is_registered_and_the_plugin_comes_before_those_that_need_it(
    project: Path, tmp_path: Path
) -> None:
    config, _ = configured(project, tmp_path / "site")
    config.plugins.on_config(config)
    assert set(MACROS | PAGES) <= set(getattr(config.plugins["macros"], "macros"))  # noqa: B009
    assert [name.rpartition("/")[2] for name in config.plugins] == ["equal-footing", "macros"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/messages/en.yml", "\nnotes: ", "\nnotes: All "),
        ("data/vocabulary/fields.yml", "label: Legal form", "label: Form in law"),
        ("templates/parts/head.html.j2", "<h1", "<h1 lang=en"),
        ("mkdocs.yml", "repo: material/source-branch", "repo: material/star"),
    ],
)
def test_pages_drawn_while_words_or_settings_change_are_not_kept(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    *,
    file: str,
    old: str,
    new: str,
) -> None:
    write = generated.write

    before = (project / file).read_text(encoding="utf-8")
    assert old in before

    def meanwhile(build: Build, shells: Shells) -> None:
        (project / file).write_text(before.replace(old, new), encoding="utf-8")
        write(build, shells)

    monkeypatch.setattr(generated, "write", meanwhile)
    config, _ = configured(project, tmp_path / "during", "build")
    build(config)
    assert "changed while the site was built" in caplog.text
    monkeypatch.undo()
    (project / file).write_text(before, encoding="utf-8")
    config, _ = configured(project, tmp_path / "undone", "build")

    def undone(build: Build, shells: Shells) -> None:
        meanwhile(build, shells)
        (project / file).write_text(before, encoding="utf-8")

    monkeypatch.setattr(generated, "write", undone)
    build(config)
    monkeypatch.undo()
    for text in (before, before.replace(old, new)):  # as if it was undone at once, and as it is now
        (project / file).write_text(text, encoding="utf-8")
        built = []
        for fresh in (False, True):
            config, plugin = configured(project, tmp_path / "then", "build")
            plugin.config["fresh"] = fresh
            build(config)
            built.append(files(tmp_path / "then"))
        assert built[0] == built[1]
    assert caplog.text.count("changed while") == 2


def test_a_build_that_is_strict_or_goes_to_another_folder_takes_the_same_kept_pages(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn(*_: object) -> None:
        raise AssertionError("a page is drawn anew")

    for name in ("first", "second"):
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / name), strict=name == "first")
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        monkeypatch.setattr(generated, "finished", drawn)
    assert files(tmp_path / "first") == files(tmp_path / "second")


def test_what_a_build_kept_that_did_not_end_is_not_taken(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = project / "templates/parts/head.html.j2"
    before = head.read_text(encoding="utf-8")
    listed = generated.write_twins

    def stopped(build: Build, site: Path) -> None:
        listed(build, site)
        head.write_text(before.replace("<h1", "<h1 lang=en"), encoding="utf-8")

    def fails(*_: object, **__: object) -> None:
        raise PluginError("stopped")

    monkeypatch.setattr(generated, "write_twins", stopped)
    monkeypatch.setattr(EqualFootingPlugin, "on_post_build", fails)
    config, _ = configured(project, tmp_path / "stopped", "build")
    with pytest.raises(Abort):
        build(config)
    monkeypatch.undo()
    head.write_text(before, encoding="utf-8")
    config, _ = configured(project, tmp_path / "then", "build")
    build(config)
    assert not [name for name, content in files(tmp_path / "then").items() if b"<h1 lang=en" in content]


def test_a_link_that_leads_nowhere_fails_a_strict_build(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    method = served.project / "docs/about/method.md"
    method.write_text(
        f"{method.read_text(encoding='utf-8')}\n<a href=\"../../atlantis/#nothing\">x</a> <a href='../no/'>y</a>\n",
        encoding="utf-8",
    )
    config, _ = configured(served.project, tmp_path / "site", "build")
    config.strict = True
    with pytest.raises(Abort):
        build(config)
    assert "#nothing names no place on its page" in caplog.text
    assert "about/method.md: <a href='../no/'> needs its id and links in small letters and double quotes" in caplog.text


def test_files_of_docs_that_cannot_be_read_are_named_in_one_line_each(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    docs = served.project / "docs"
    (docs / "about/latin.md").write_bytes("# Résumé\n\nOf a café".encode("latin-1"))
    (docs / "about/marked.md").write_bytes("\ufeff# Marked as Windows does it\r\n".encode())
    for name in ("gone.md", "assets/gone.png"):
        (docs / name).symlink_to("nowhere")
    with pytest.raises(Abort):
        build(configured(served.project, tmp_path / "site", "build")[0])
    (said,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    gone = "is a symbolic link that leads nowhere. Put the file itself here, or take the link out."
    assert sorted(said.splitlines()) == [
        "docs/about/latin.md:1:4 byte 0xE9 is not UTF-8. Save the file as UTF-8.",
        *(f"docs/{name} {gone}" for name in ("assets/gone.png", "gone.md")),
    ]


def test_every_wrong_macro_call_is_named_by_a_build_with_its_line_and_nothing_else_is(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name, call in {"index": 'link("atlantis/fundin")', "about/method": "lnk()"}.items():
        text = f"---\ntitle: A\n---\n# A\n\n{{{{ {call} }}}}\n"
        (served.project / f"docs/{name}.md").write_text(text, encoding="utf-8")
    with pytest.raises(Abort):
        build(configured(served.project, tmp_path / "site", "build")[0])
    (said,) = [record.getMessage() for record in caplog.records if record.levelname in {"WARNING", "ERROR"}]
    assert sorted(said.splitlines()) == [
        "docs/about/method.md:6: UndefinedError: 'lnk' is undefined",
        "docs/index.md:6: There is no record atlantis/fundin. Did you mean atlantis/funding/sea-fund?",
    ]


FRONT_MATTER = {
    "title: [Method\n---\n": "2:8 is not valid YAML: a comma or a closing ] is missing, or a value with a comma needs",
    "title: Method\ndescription: How: so\n---\n": '3:17 is not valid YAML: a value with ": " in it needs quotation',
    "title:Method\n---\n": "2:1 front matter must be keys with their values, such as title: Method.",
    "- Method\n---\n": "2:1 front matter must be keys with their values, such as title: Method.",
    "date: 2026-02-30\n---\n": "2:1 cannot be read as YAML: day is out of range for month.",
    "title: Method\n\n": "1:1 looks like the start of front matter, but none follows. Write keys and values below",
    "---\n": "1:1 looks like the start of front matter, but none follows.",
}


@pytest.mark.parametrize("front_matter", FRONT_MATTER)
def test_front_matter_that_mkdocs_would_show_as_text_is_named_with_line_and_column(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture, front_matter: str
) -> None:
    page = served.project / "docs/about/method.md"
    page.write_text(f"---\n{front_matter}# Method\n\n## Comparison\n", encoding="utf-8")
    with pytest.raises(Abort):
        build(configured(served.project, tmp_path / "site", "build")[0])
    (said,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said.startswith(f"docs/about/method.md:{FRONT_MATTER[front_matter]}")


@pytest.mark.parametrize(("edition", "level"), [("", "INFO"), ("2026.11", "WARNING")])
def test_a_picture_with_boxes_is_told_of_at_every_build_once_and_louder_in_an_edition(
    served: Served,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    *,
    edition: str,
    level: str,
) -> None:
    monkeypatch.setenv("EQUAL_FOOTING_EDITION", edition)
    edit("atlantis/country.yml", "en: Atlantis", f"en: Atlantis {UNKNOWN}")(served.project / "data")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level("INFO"):
            build(configured(served.project, tmp_path / "site", "build")[0])
        found = [(one.levelname, one.getMessage()) for one in caplog.records if "boxes replace" in one.getMessage()]
        shown = f"assets/pictures/atlantis.png: boxes replace {UNKNOWN}, since no font on this machine"
        assert [one for one, said in found if said.startswith(shown)] == [level]


FORUM, LESSON = "atlantis/events/sea-forum.yml", "atlantis/lessons/from-the-sea.yml"
STYLE = re.compile(r"assets/site/equal-footing\.\w+\.css")
CHANGES: dict[str, tuple[Change, ...]] = {
    "settings, by which a page above others is called as itself says": (
        edit("../mkdocs.yml", "    - toc.follow\n", ""),
        edit("../mkdocs.yml", "nav-contribute: contribute/index.md", "nav-contribute: [contribute/index.md]"),
    ),
    "the first lesson, with which every navigation has an entry more": (whole(LESSON, RECORDS[LESSON].encode()),),
    "the title of that page": (edit("../docs/contribute/index.md", "# Contribute", "# Take part"),),
    "a value, the first record of a kind, and the title of a page that people write": (
        edit(FUND, "value: 46", "value: 47"),
        whole(FORUM, RECORDS[FORUM].encode()),
        edit("../docs/about/method.md", "# Method", "# Our method"),
    ),
    "an answer, which the home page shows": (edit(ANSWERS, "The Sea Fund pays for projects", "It pays for projects"),),
}
"""Changes one after the other: all but the first leave most pages as they are."""


def test_a_site_of_kept_pages_is_the_one_that_is_made_anew(served: Served, tmp_path: Path) -> None:
    """Whether all pages follow theme and style is seen at once: the next change draws all of them anew as well."""

    def made(name: str, fresh: bool) -> dict[str, bytes]:
        config, plugin = configured(served.project, tmp_path / name, "build")
        plugin.config.fresh = fresh
        build(config)
        return files(tmp_path / name)

    before = made("kept", fresh=False)
    edit("../theme/main.html", "{% extends", "<!-- new -->{% extends")(served.project / "data")
    after = made("kept", fresh=False)
    themed = {name for name, page in before.items() if name.endswith(".html") and b'class="md-header' in page}
    assert len(themed) > 30
    assert {name for name in themed if b"<!-- new -->" not in after[name]} == set()
    edit("../docs/assets/equal-footing.css", "}", "}\n")(served.project / "data")
    before = made("kept", fresh=False)
    (style,) = (name for name in before if STYLE.fullmatch(name))
    assert style not in after
    assert {name for name in themed if style.encode() not in before[name]} == set()
    for name, changes in CHANGES.items():
        both(*changes)(served.project / "data")
        after = made("kept", fresh=False)
        assert after != before, name
        before = after
    assert before == made("fresh", fresh=True)
