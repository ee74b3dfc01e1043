"""The whole site in three languages, as a translator makes it: they lead to each other, and have the same addresses."""

from __future__ import annotations

import datetime
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import build

from equal_footing.changes import editions, make_edition
from equal_footing.check.run import facts_checked, load_checked
from equal_footing.drawing.foreign import _END, _HELD
from equal_footing.mkdocs_site import site, site_folder
from equal_footing.mkdocs_site.hosting import FOR_EVER, SHORT
from equal_footing.model import address_list, messages
from equal_footing.reading.problems import CommandError
from equal_footing.sitemap import pages
from equal_footing.sitemap.links import broken

from ..cases import FUND, pages_of
from ..conftest import make_world
from .conftest import asked_for, make_project, write_messages
from .test_plugin import configured, files
from .test_policy import HASHED

LANGUAGES = ("fr", "zh")
PUBLIC = "https://equal-footing.example/"
EDITION = "2026.11"
GONE = "atlantis/funding/gone/"
METHOD = "# Méthode\n\n## Comparaison { #comparison }\n\n## Limites\n"
WITHDRAWN = f"""\
withdrawn: 2026-11-20
edition: "{EDITION}"
name: {{en: "Fund of Reefs"}}
reason: It was never set up [@gazette, Article 1].
last: It said who pays [@gazette, Article 1].
"""


def make(project: Path) -> Path:
    """Make the site of a project as `make site` does, and return its folder."""
    return site.make(project, lambda: facts_checked(project))


def _pages_of_edition(root: Path, name: str, day: datetime.date, to: Path) -> None:
    """Stand in for the building of the pages of an edition: each holds its name."""
    for address in ("", *(page.address for page in pages.all_pages(load_checked(root), messages.load(root)))):
        (to / address).mkdir(parents=True, exist_ok=True)
        (to / address / "index.html").write_text(name, encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in three languages, with an edition that holds a record which was withdrawn since."""
    project = make_project(make_world(tmp_path_factory.mktemp("translated") / "world"))
    gone = project / f"data/{GONE[:-1]}.yml"
    fund = (project / "data" / FUND).read_text(encoding="utf-8")
    gone.write_text(fund.replace("{en: Sea Fund, ja: 海基金}", "{en: Fund of Reefs}"), encoding="utf-8")
    (project / "docs/about/method.fr.md").write_text(METHOD, encoding="utf-8")
    for language in LANGUAGES:
        write_messages(project, language, f"{language}·{{}}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_edition, "_build", _pages_of_edition)
        make_edition.make(project, EDITION, datetime.date(2026, 11, 28))
    gone.write_text(WITHDRAWN, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """The site of the project; it is kept beside, for tests that make another one."""
    shutil.copytree(make(project), project.parent / "site")
    return project.parent / "site"


def _addresses(folder: Path) -> set[str]:
    """Return the files of a language by their addresses, but for those named by their content or in English only."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    below = (*(f"{language}/" for language in LANGUAGES), f"{editions.PUBLISHED}/", "search/pieces/", "_headers")
    return {address for address in found if not address.startswith(below)}


def test_every_language_has_the_same_addresses_and_leads_to_them_in_all_others(built: Path) -> None:
    english = _addresses(built) - {site_folder.MADE}
    assert len(english) > 100
    for language in LANGUAGES:
        assert _addresses(built / language) == english
    for folder in ("", "fr/", "zh/"):
        for address in ("", "atlantis/laws/", "about/method/", GONE):
            page = html.parse(str(built / folder / address / "index.html"))
            found = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
            assert found == {tag: f"{PUBLIC}{at}{address}" for tag, at in (("en", ""), ("fr", "fr/"), ("zh", "zh/"))}
    assert broken(built, PUBLIC, pages_of(built, editions.PUBLISHED)) == []


@pytest.mark.parametrize("address", [GONE, "changes/"])
def test_links_to_an_edition_lead_to_it_from_every_language(built: Path, address: str) -> None:
    for folder in ("", *LANGUAGES):
        page = built / folder / address / "index.html"
        [link] = html.parse(str(page)).xpath(f"//a[contains(@href, 'v/{EDITION}/')]/@href")
        assert (page.parent / link / "index.html").read_text(encoding="utf-8") == EDITION


def test_an_edition_names_no_other_language(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUAL_FOOTING_EDITION", "2026.12")
    monkeypatch.setenv("EQUAL_FOOTING_FRESH", "true")
    build(configured(project, tmp_path / "site", "build")[0])
    shown = sorted((tmp_path / "site").rglob("*.html"))
    assert len(shown) > 50
    assert [page for page in shown if "hreflang" in page.read_text(encoding="utf-8")] == []


def test_texts_that_nobody_has_translated_stand_in_files_without_any_mark(built: Path) -> None:
    written = {path: path.read_bytes() for path in (built / "fr").rglob("*.*")}
    with zipfile.ZipFile(next(path for path in written if path.suffix == ".zip")) as downloads:
        written |= {built / name: downloads.read(name) for name in downloads.namelist()}
    texts = [path for path in written if path.suffix in {".md", ".csv", ".txt", ".json", ".html", ".xml"}]
    assert len(texts) > 200
    assert [path for path in texts if any(sign.encode() in written[path] for sign in (_HELD, _END))] == []


def test_every_language_has_the_lifetimes_of_english(built: Path) -> None:
    def lifetimes(address: str) -> list[str]:
        return [value for name, value in asked_for(built, f"/{address}") if name == "Cache-Control"]

    for path in (path for path in (built / "fr").rglob("*") if path.is_file()):
        address, found = path.relative_to(built / "fr").as_posix(), lifetimes(path.relative_to(built).as_posix())
        assert found == ([FOR_EVER] if HASHED.search(f"/{address}") else lifetimes(address))
    for page in ("", "atlantis/", "embed/compare.html"):
        assert lifetimes(f"fr/{page}") == [SHORT]
    assert len(asked_for(built, "/fr/embed/compare.html")) == len(asked_for(built, "/fr/atlantis/")) + 1
    paths = [line for line in (built / "_headers").read_text(encoding="utf-8").splitlines() if line[:1] != " "]
    assert sorted(paths) == sorted(set(paths))


def test_an_edition_promises_the_addresses_of_english_pages_only(project: Path) -> None:
    promised = address_list.read(project)
    assert {"about/method/", "atlantis/laws/"} <= set(promised)
    assert [address for address in promised if ".fr" in address or address.startswith("fr/")] == []


def test_kept_pages_of_every_language_are_those_that_are_made_anew(
    built: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files(make(project)) == files(built)
    monkeypatch.setenv("EQUAL_FOOTING_FRESH", "true")
    assert files(make(project)) == files(built)


def refused(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Try to make the site, and return what was said before it is said that the old one stays."""
    with pytest.raises(CommandError, match="the old one stays"):
        make(project)
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("language", "what_to_do"),
    [("zh-Hans", " Name the file zh.yml."), ("lij", " Known: af, ar, "), ("en-GB", " Known: ")],
)
def test_a_language_that_the_theme_does_not_know_is_named_before_anything_is_built(
    project: Path, capsys: pytest.CaptureFixture[str], language: str, what_to_do: str
) -> None:
    (project / "templates/messages/zh.yml").rename(project / "zh.yml")
    write_messages(project, language, "{}")
    told = refused(project, capsys)
    (project / f"templates/messages/{language}.yml").unlink()
    (project / "zh.yml").rename(project / "templates/messages/zh.yml")
    assert len(told) == 1
    assert told[0].startswith(f"templates/messages/{language}.yml: the theme knows no language {language}.{what_to_do}")


def test_a_page_in_a_language_that_takes_the_place_of_no_page_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = [project / f"docs/about/{name}.md" for name in ("method.de", "methode.fr")]
    for path in wrong:
        path.write_text("# Methode\n", encoding="utf-8")
    told = refused(project, capsys)
    for path in wrong:
        path.unlink()
    assert told == [
        "docs/about/method.de.md: the site has no language de. Write templates/messages/de.yml, or delete the page.",
        "docs/about/methode.fr.md: there is no page docs/about/methode.md that it could take the place of. "
        "Give it the name of an English page, with .fr before .md.",
    ]


def test_links_of_people_to_another_language_are_checked(
    built: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, nowhere, no_place = project / "docs/index.md", "leads nowhere", "names no place on its page"
    right = home.read_text(encoding="utf-8")
    dead = {
        "fr/nowhere/": nowhere,
        f"fr/v/{EDITION}/{GONE}": nowhere,
        "zh/atlantis/laws/#none": no_place,
        "zh/data/none.csv": nowhere,
    }
    sound = ["fr/atlantis/", "fr/data/facts.csv", "zh/embed/compare.html", "fr/about/method/#limites", "zh/data/"]
    links = "\n".join(f'<a href="{PUBLIC}{address}">x</a>' for address in (*dead, *sound))
    home.write_text(f"{right}\n{links}\n", encoding="utf-8")
    said = refused(project, capsys)
    home.write_text(right, encoding="utf-8")
    told = [line.partition(PUBLIC)[2].split(" ", 1) for line in said if line.startswith("index.html:")]
    assert sorted(map(tuple, told)) == sorted(dead.items())
    assert files(project / site_folder.FOLDER) == files(built)
