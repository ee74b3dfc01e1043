"""Building and serving a small project: what a contributor meets."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from equal_footing.check import catalogue
from equal_footing.sitemap.links import broken

from .conftest import build, serving


def _page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_a_new_record_is_everywhere_without_touching_anything_else(project: Path, tmp_path: Path) -> None:
    old = next((project / "data/atlantis/funding").glob("*.yml"))
    text = old.read_text(encoding="utf-8")
    name = re.search(r"en: ([^,}\n]+)", text)
    assert name
    new = text.replace(f"en: {name.group(1)}", "en: Fund for New Things")
    (project / "data/atlantis/funding/new-things.yml").write_text(
        re.sub(r", (ja|fr|zh-Hans): [^,}\n]+", "", new), encoding="utf-8"
    )
    site = tmp_path / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    for address in ("atlantis/funding/new-things", "atlantis/funding", "funding", "atlantis", "atlantis/sources"):
        assert "Fund for New Things" in _page(site, address), address


def test_a_country_more_is_a_folder_more_and_stands_in_every_comparison(project: Path, tmp_path: Path) -> None:
    data = project / "data"
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for file in list((data / "atlantis").rglob("*.yml")):
        text = file.read_text(encoding="utf-8").replace("atlantis", "lemuria").replace("Atlantis", "Lemuria")
        text = text.replace("Atlantide", "Lémurie").replace("iso-alpha2, value: AQ", "iso-alpha2, value: LI")
        text = re.sub(r"\b(atlas|gazette)(,|:\n| )", r"lemuria-\1\2", text)
        text = text.replace("@atlas", "@lemuria-atlas").replace("@gazette", "@lemuria-gazette")
        text = (
            text.replace(".example/", ".example/lemuria/")
            .replace("en: Reef", "en: Coral")
            .replace("ja: 海基金", "ja: 森基金")
        )
        text = re.sub(r"en: (Sea Fund|Aid Act|Aid Office)", r"en: Lemurian \1", text)
        text = re.sub(r"identifiers:\n.*\n", "", text)
        new = data / "lemuria" / file.relative_to(data / "atlantis")
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")
    site = tmp_path / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    assert {path: path.read_bytes() for path in before} == before
    compare = html.parse(str(site / "compare/index.html"))
    assert [" ".join(head.text_content().split()) for head in compare.xpath("//table//thead//th")] == [
        "Question",
        "Atlantis",
        "Lemuria",
    ]
    assert compare.xpath("//td[@id='sea-money-lemuria']//*[contains(@class, 'ef-answer')]")
    for address in ("compare/sea-money", "compare/atlantis-lemuria", "compare/funding", "countries", "timeline"):
        assert "Lemuria" in _page(site, address), address
    for address in ("lemuria", "lemuria/figures", "lemuria/sources", "lemuria/funding", "funding"):
        assert "Lemuri" in _page(site, address), address
    assert not list(broken(site, "https://equal-footing.example/"))


def test_a_country_that_answers_nothing_is_shown_as_not_researched(project: Path, tmp_path: Path) -> None:
    (project / "data/atlantis/answers.yml").unlink()
    site = tmp_path / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    cell = html.parse(str(site / "compare/index.html")).xpath("//td[@id='sea-money-atlantis']")[0]
    assert "Not researched yet" in cell.text_content()


def test_wrong_data_stops_the_build_and_leaves_the_old_site_alone(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(project, site).returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    country = project / "data/atlantis/country.yml"
    country.write_text(country.read_text(encoding="utf-8").replace("kind:", "knd:", 1), encoding="utf-8")
    result = build(project, site)
    assert result.returncode != 0
    assert re.search(
        r"data/atlantis/country\.yml:1:1 knd: the key \"knd\" is not known here\. Did you mean kind\?", result.stderr
    )
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_moved_record_leads_on_to_the_fact_and_without_scripts_to_its_page(
    browser: Browser, project: Path, tmp_path: Path
) -> None:
    record = next((project / "data/atlantis/funding").glob("*.yml"))
    (project / "data/atlantis/funding/old-name.yml").write_text(
        f"moved_to: atlantis/funding/{record.stem}\n", encoding="utf-8"
    )
    site = tmp_path / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    page = html.fromstring(_page(site, "atlantis/funding/old-name"))
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url=../{record.stem}/"]
    assert page.xpath("//a[@data-moved]/@href") == [f"../{record.stem}/"]
    with serving(site) as address:
        for scripts, end in ((True, "sea-fund/#members-2016-01"), (False, "sea-fund/")):
            tab = browser.new_context(java_script_enabled=scripts).new_page()
            tab.goto(f"{address}atlantis/funding/old-name/#members-2016-01")
            expect(tab.locator("h1")).to_have_text("Sea Fund")
            assert tab.url.endswith(end)


def test_a_macro_that_names_nothing_fails_a_strict_build_with_the_nearest_name(project: Path, tmp_path: Path) -> None:
    (project / "docs/index.md").write_text('# Home\n\n{{ link("atlantis/fundin") }}\n', encoding="utf-8")
    result = build(project, tmp_path / "site")
    assert result.returncode != 0


def test_text_that_looks_like_a_template_is_shown_as_it_is(project: Path, tmp_path: Path) -> None:
    record = next((project / "data/atlantis/funding").glob("*.yml"))
    text = record.read_text(encoding="utf-8")
    text = re.sub(
        r"summary: .*(\n  .*)*", r"summary: '{{ 7 * 7 }} & \"quoted\" *stress* [@atlantis-law, Art. 1]'", text
    )
    key = re.search(
        r"^([a-z0-9-]+):$", (project / "data/atlantis/sources.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert key
    record.write_text(text.replace("@atlantis-law", f"@{key.group(1)}"), encoding="utf-8")
    site = tmp_path / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    page = _page(site, f"atlantis/funding/{record.stem}")
    assert "{{ 7 * 7 }} &amp; &quot;quoted&quot; <em>stress</em>" in page


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
    yield project, iter(process.stdout.readline, ""), f"http://{host}/"
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


def test_the_server_outlives_wrong_data_and_shows_it(server: tuple[Path, Iterator[str], str]) -> None:
    project, lines, address = server
    _until(lines, "Serving on")
    country = project / "data/atlantis/country.yml"
    right = country.read_text(encoding="utf-8")
    country.write_text(right.replace("kind:", "sort:", 1), encoding="utf-8")
    said = _until(lines, "Reloading browsers")
    assert any("data/atlantis/country.yml:1:1 sort:" in line for line in said)
    assert not any("Traceback" in line or "WARNING" in line for line in said)
    page = html.fromstring(urllib.request.urlopen(address).read().decode())
    told = [" ".join(item.text_content().split()) for item in page.xpath("//ul[@class='ef-problems']/li")]
    assert [line.partition(" ")[0] for line in told] == ["data/atlantis/country.yml:1:1"] * 2
    for rule, entry in catalogue.load(project).rules.items():
        asked = page.xpath("//details[.//@id=$id]", id=f"rule-{rule}")
        assert len(asked) == (rule in {"key-missing", "key-unknown"}), rule
        if asked:
            assert page.xpath("//ul[@class='ef-problems']/li/a[@href=$link]/text()", link=f"#rule-{rule}") == [rule]
            assert asked[0].xpath("string(summary)") == entry.title
            assert asked[0].xpath(".//pre/code/text()") == [entry.bad, entry.good]
    country.write_text(right, encoding="utf-8")
    _until(lines, "Reloading browsers")
    assert "sort:" not in urllib.request.urlopen(address).read().decode()
