"""The theme around generated pages: a shell that is filled is what the theme makes of the page by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.structure.toc import AnchorLink

from equal_footing.drawing.page_content import PageContent
from equal_footing.drawing.page_macros import PAGES
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.sitemap.pages import Page

from .conftest import PROJECT, ROOT, copy_country, share_what_is_kept
from .test_odd_places import RECORDS
from .test_plugin import configured

MOVED = "moved_to: atlantis/funding/sea-fund\n"
WITHDRAWN = """\
withdrawn: 2026-11-20
name: {en: "Fund of Reefs & 'Shoals'"}
reason: It was never set up [@gazette, Article 1].
last: It said who pays [@gazette, Article 1].
"""


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The macros of the pages by address whose shell, filled, was compared with what the theme makes of the page."""
    found: dict[str, str] = {}
    fill = Shells.around

    def around(self: Shells, page: Page, content: PageContent) -> str:
        filled = fill(self, page, content)
        toc = [AnchorLink(heading, anchor, 2) for anchor, heading in content.headings]
        assert filled == self._render(page, self._values(page, content), toc), page.address
        found[page.address] = page.macro
        return filled

    monkeypatch.setattr(Shells, "around", around)
    return found


def test_every_kind_of_page_is_byte_for_byte_what_the_theme_makes_of_it(
    project: Path, tmp_path: Path, compared: dict[str, str]
) -> None:
    data = project / "data"
    copy_country(data, "Lemuria", "LI", "Lémurie")
    for file, text in {**RECORDS, "atlantis/funding/old.yml": MOVED, "atlantis/funding/gone.yml": WITHDRAWN}.items():
        (data / file).parent.mkdir(parents=True, exist_ok=True)
        (data / file).write_text(text, encoding="utf-8")
    build(configured(project, tmp_path / "site", "build")[0])
    assert set(compared.values()) == set(PAGES) - {"home"}, "home is a page that people write"


def test_so_is_every_page_of_the_real_site(tmp_path: Path, compared: dict[str, str]) -> None:
    for name in ("data", *PROJECT):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    share_what_is_kept(tmp_path)
    build(configured(tmp_path, tmp_path / "site", "build")[0])
    assert len(compared) > 400
