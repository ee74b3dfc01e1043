"""Building and serving a small project: what a contributor meets."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect

from equal_footing.check import catalogue
from equal_footing.sitemap.links import broken

from ..cases import pages_of
from ..conftest import make_world
from .conftest import build, copy_country, make_project, serving

SERVER_LIFE = 300
"""After how many seconds a server is ended, whatever it does."""

PUBLIC = "https://equal-footing.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Grown:
    """A small project after a contributor's changes, its files before them, and the site built of it."""

    project: Path
    before: dict[Path, bytes]
    site: Path


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    """One build for all that a contributor may add: countries, a record, a move, odd words."""
    folder = tmp_path_factory.mktemp("grown")
    project = make_project(make_world(folder / "world"))
    data = project / "data"
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    copy_country(data, "Lemuria", "LI", "Lémurie")
    copy_country(data, "Hyperborea", "IS", "Hyperborée")
    (data / "hyperborea/answers.yml").unlink()
    fund = (data / "atlantis/funding/sea-fund.yml").read_text(encoding="utf-8")
    fund = fund.replace("{en: Sea Fund, ja: 海基金}", "{en: Fund for New Things}")
    fund = re.sub(
        r"summary: .*(\n  .*)*", r"summary: '{{ 7 * 7 }} & \"quoted\" *stress* [@atlas, p. 5]'", fund, count=1
    )
    (data / "atlantis/funding/new-things.yml").write_text(fund, encoding="utf-8")
    (data / "atlantis/funding/old-name.yml").write_text("moved_to: atlantis/funding/sea-fund\n", encoding="utf-8")
    result = build(project, folder / "site")
    assert result.returncode == 0, result.stderr
    return Grown(project, before, folder / "site")


def test_nothing_else_has_to_be_touched_for_a_record_or_a_country_more(grown: Grown) -> None:
    assert {path: path.read_bytes() for path in grown.before} == grown.before


def test_a_new_record_is_everywhere(grown: Grown) -> None:
    for address in (
        "atlantis/funding/new-things",
        "atlantis/funding",
        "funding",
        "atlantis",
        "atlantis/sources/official",
    ):
        assert "Fund for New Things" in _page(grown.site, address), address


def test_the_address_that_a_record_has_left_names_the_new_one(grown: Grown) -> None:
    page = html.parse(str(grown.site / "atlantis/funding/old-name/index.html"))
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{PUBLIC}atlantis/funding/sea-fund/"]
    assert not page.xpath("//meta[starts-with(@name, 'citation_')]")
    files = {
        path.name: path.read_text(encoding="utf-8") for path in (grown.site / "atlantis/funding/old-name").iterdir()
    }
    assert set(files) == {"index.html", "index.md"}
    assert "atlantis/funding/sea-fund/" in files["index.md"]


def test_the_sitemap_lists_what_there_is_to_read_with_the_day_on_which_it_changed(grown: Grown) -> None:
    urls = etree.parse(str(grown.site / "sitemap.xml")).getroot()
    listed = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in urls}
    pages = {path.parent.relative_to(grown.site).as_posix() for path in grown.site.rglob("index.html")}
    addresses = {f"{PUBLIC}{page}/" for page in pages - {".", "atlantis/funding/old-name"}} | {PUBLIC}
    assert sorted(listed) == sorted(addresses)
    assert listed[f"{PUBLIC}atlantis/funding/sea-fund/"] == listed[f"{PUBLIC}atlantis/"] == "2026-11-20"
    assert listed[PUBLIC] is None  # a page that people write bears no day


def test_a_country_more_stands_in_every_comparison(grown: Grown) -> None:
    compare = html.parse(str(grown.site / "compare/index.html"))
    assert [" ".join(head.text_content().split()) for head in compare.xpath("//table//thead//th")] == [
        "Question",
        "Atlantis",
        "Hyperborea",
        "Lemuria",
    ]
    assert compare.xpath("//td[@id='sea-money-lemuria']//*[contains(@class, 'ef-answer')]")
    for address in ("compare/sea-money", "compare/atlantis-lemuria", "compare/funding", "countries", "timeline"):
        assert "Lemuria" in _page(grown.site, address), address
    for address in ("lemuria", "lemuria/figures", "lemuria/sources/official", "lemuria/funding", "funding"):
        assert "Lemuri" in _page(grown.site, address), address
    assert not broken(grown.site, PUBLIC, pages_of(grown.site, "v"))


def test_a_country_that_answers_nothing_is_shown_as_not_researched(grown: Grown) -> None:
    cell = html.parse(str(grown.site / "compare/index.html")).xpath("//td[@id='sea-money-hyperborea']")[0]
    assert "Not researched yet" in cell.text_content()


def test_wrong_data_stops_the_build_and_leaves_the_old_site_alone(grown: Grown) -> None:
    before = {path: path.read_bytes() for path in grown.site.rglob("*") if path.is_file()}
    country = grown.project / "data/atlantis/country.yml"
    right = country.read_text(encoding="utf-8")
    country.write_text(right.replace("kind:", "knd:", 1), encoding="utf-8")
    result = build(grown.project, grown.site)
    country.write_text(right, encoding="utf-8")
    assert result.returncode != 0
    assert re.search(
        r"data/atlantis/country\.yml:2:1 knd: the key \"knd\" is not known here\. Did you mean kind\?", result.stderr
    )
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in grown.site.rglob("*") if path.is_file()} == before


def test_a_moved_record_leads_on_to_the_fact_and_without_scripts_to_its_page(
    browser: Browser, page: Page, grown: Grown
) -> None:
    old = html.fromstring(_page(grown.site, "atlantis/funding/old-name"))
    assert old.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../sea-fund/"]
    assert old.xpath("//a[@data-moved]/@href") == ["../sea-fund/"]
    without_scripts = browser.new_context(java_script_enabled=False)
    with serving(grown.site) as address:
        for tab, end in ((page, "sea-fund/#members-2016-01"), (without_scripts.new_page(), "sea-fund/")):
            tab.goto(f"{address}atlantis/funding/old-name/#members-2016-01")
            expect(tab).to_have_url(re.compile(f"/{re.escape(end)}$"))
            expect(tab.locator("h1")).to_have_text("Sea Fund")
    without_scripts.close()


def test_text_that_looks_like_a_template_is_shown_as_it_is(grown: Grown) -> None:
    page = _page(grown.site, "atlantis/funding/new-things")
    assert "{{ 7 * 7 }} &amp; &quot;quoted&quot; <em>stress</em>" in page


def test_a_macro_that_names_nothing_fails_a_strict_build_with_the_nearest_name(project: Path, tmp_path: Path) -> None:
    (project / "docs/index.md").write_text('# Home\n\n{{ link("atlantis/fundin") }}\n', encoding="utf-8")
    result = build(project, tmp_path / "site")
    assert result.returncode != 0
    assert "Did you mean" in result.stderr


@pytest.fixture
def server(project: Path) -> Iterator[tuple[Path, Iterator[str], str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", host],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    watch = threading.Timer(SERVER_LIFE, process.kill)  # a test that waits in vain ends with what the server said
    watch.start()
    yield project, iter(process.stdout.readline, ""), f"http://{host}/"
    watch.cancel()
    process.terminate()
    process.wait()


def _until(lines: Iterator[str], words: str) -> list[str]:
    """Read what the server says up to a line with these words."""
    said = []
    for line in lines:
        said.append(line)
        if words in line:
            return said
    raise AssertionError("".join(said))


def _until_served(lines: Iterator[str], address: str, holds: Callable[[str], bool]) -> list[str]:
    """Read what the server says until it has built what was waited for; a busy one may build more often than that."""
    said = []
    while True:
        said += _until(lines, "Reloading browsers")
        if holds(urllib.request.urlopen(address).read().decode()):
            return said


def _save(path: Path, text: str) -> None:
    """Put a file in the place of another at once, so that a server never reads half of it."""
    aside = path.parents[2] / "saved.yml"
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def test_the_server_outlives_wrong_data_and_shows_it(server: tuple[Path, Iterator[str], str]) -> None:
    project, lines, address = server
    _until(lines, "Serving on")
    country = project / "data/atlantis/country.yml"
    right = country.read_text(encoding="utf-8")
    _save(country, right.replace("kind:", "sort:", 1))
    said = _until_served(lines, address, lambda text: "sort:" in text)
    assert any("data/atlantis/country.yml:2:1 sort:" in line for line in said)
    assert not any("Traceback" in line or "WARNING" in line for line in said)
    page = html.fromstring(urllib.request.urlopen(address).read().decode())
    told = [" ".join(item.text_content().split()) for item in page.xpath("//ul[@class='ef-problems']/li")]
    assert [line.partition(" ")[0] for line in told] == [
        "data/atlantis/country.yml:1:1",
        "data/atlantis/country.yml:2:1",
    ]
    for rule, entry in catalogue.load(project).rules.items():
        asked = page.xpath("//details[.//@id=$id]", id=f"rule-{rule}")
        assert len(asked) == (rule in {"key-missing", "key-unknown"}), rule
        if asked:
            assert page.xpath("//ul[@class='ef-problems']/li/a[@href=$link]/text()", link=f"#rule-{rule}") == [rule]
            assert asked[0].xpath("string(summary)") == entry.title
            assert asked[0].xpath(".//pre/code/text()") == [entry.bad, entry.good]
    _save(country, right)
    _until_served(lines, address, lambda text: "sort:" not in text)
