"""The site under the strict policy that it asks its host for. All browser tests run under it; the server sends it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, Request, expect

from .conftest import BuiltSite, asked_for, serving

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
)
INLINE = re.compile(
    r"<style|<[^>]* (?:style|on[a-z]+)=\"|javascript:|<script(?![^>]*\b(?:src=|type=\"application/(?:ld\+)?json\"))"
)
HASHED = re.compile(r"\.[0-9a-f]{8}(?:\.min)?\.\w+(?:\.map)?$|/[0-9a-f]{12}\.json$")


def test_no_page_has_a_script_or_a_style_within(site: BuiltSite) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.path.rglob("*.html")}
    found = {path.as_posix(): match[0][:80] for path, text in pages.items() if (match := INLINE.search(text))}
    assert found == {}


def test_the_policy_is_sent_with_every_file(site: BuiltSite, page: Page, served: str) -> None:
    answer = page.goto(f"{served}japan/")
    assert answer
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    for path in ("/", "/404.html", "/data/facts.csv", "/assets/site/x.js"):
        assert ("Content-Security-Policy", POLICY) in asked_for(site.path, path)


def test_only_files_named_by_their_content_are_kept_for_ever(site: BuiltSite) -> None:
    wrong = []
    for path in (path for path in site.path.rglob("*") if path.is_file()):
        address = f"/{path.relative_to(site.path).as_posix()}"
        lifetimes = [value for name, value in asked_for(site.path, address) if name == "Cache-Control"]
        for_ever = [value for value in lifetimes if "immutable" in value]
        if len(lifetimes) > 1 or bool(for_ever) != (HASHED.search(address) is not None):
            wrong.append((address, lifetimes))
    assert wrong == []
    assert asked_for(site.path, "/japan/")[-1] == ("Cache-Control", "public, max-age=0, must-revalidate")


def test_no_path_has_two_rules_of_which_a_host_may_know_one_only(site: BuiltSite) -> None:
    paths = [line for line in (site.path / "_headers").read_text(encoding="utf-8").splitlines() if line[:1] != " "]
    assert len(paths) > 20
    assert sorted(paths) == sorted(set(paths))
    assert len(asked_for(site.path, "/embed/compare/")) == len(asked_for(site.path, "/japan/")) + 1


def test_every_file_of_ours_that_a_page_asks_for_bears_a_hash(site: BuiltSite) -> None:
    asked = set(
        re.findall(r'(?:src|href)="([^"]*assets/[^"]+)"', (site.path / "index.html").read_text(encoding="utf-8"))
    )
    assert len(asked) > 5
    assert [path for path in asked if not HASHED.search(path)] == []


@pytest.mark.parametrize("width", [1440, 375])
def test_a_visit_leaves_the_console_empty(page: Page, console: list[str], served: str, width: int) -> None:
    """The switch for dark colours, copying, choosing countries, the menu of a phone, the search: no message at all."""
    page.set_viewport_size({"width": width, "height": 800})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served}compare/standing-dialogue/?countries=japan")
    expect(page.locator("#japan")).to_be_visible()
    expect(page.locator("#china")).to_be_hidden()
    page.get_by_role("button", name="Copy").first.click()
    page.locator("label[title='Switch to dark mode']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{served}contribute/add-a-country/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("button.md-clipboard, button[data-md-type=copy]").first.click()
    if width < 1000:
        page.get_by_role("button", name="Menu").click()
        expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
        page.locator(".md-overlay").click(position={"x": 370, "y": 400})
        page.locator("[data-search-open]").click()
    page.locator(".md-search__input").fill("timeline")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{served}timeline/")
    page.wait_for_load_state("networkidle")
    assert console == []


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_the_first_picture_has_the_colours_of_the_system(
    page: Page, served: str, system: Literal["light", "dark"], scheme: str
) -> None:
    """The colours are set when the body begins: all of the theme's script is held back here."""
    page.emulate_media(color_scheme=system)
    page.route("**/bundle.*.js", lambda route: route.fulfill(content_type="text/javascript"))
    page.goto(served)
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme


def test_another_site_may_show_the_pages_made_for_frames_and_no_others(
    page: Page, console: list[str], served: str, site: BuiltSite, tmp_path: Path
) -> None:
    figure = next((site.path / "embed/japan/figures").glob("*.html")).name
    shown = [f"{served}embed/japan/figures/{figure}", f"{served}embed/compare/standing-dialogue.html"]
    frames = "".join(f'<iframe src="{address}"></iframe>' for address in (*shown, f"{served}japan/"))
    (tmp_path / "index.html").write_text(f'<link rel="icon" href="data:,">{frames}', encoding="utf-8")
    asked = set()

    def note(request: Request) -> None:
        asked.add(request.url.split("/")[2])

    with serving(tmp_path) as other:
        page.on("request", note)
        page.goto(other)
        page.wait_for_load_state("networkidle")
        page.remove_listener("request", note)
        seen = [frame.url for frame in page.frames[1:]]
        assert seen[:2] == shown
        assert seen[2].startswith("chrome-error:")
        for frame in page.frames[1:3]:
            assert "CC BY 4.0" in frame.locator("main").inner_text()
            assert frame.locator("nav:visible, form:visible, script[src]").count() == 0
        assert asked <= {other.split("/")[2], served.split("/")[2], ""}
    assert console
    assert all("Refused to display" in line or "frame" in line for line in console), console
    console.clear()


def test_a_link_in_a_frame_opens_the_page_itself(site: BuiltSite) -> None:
    for path in (site.path / "embed").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        [base] = re.findall(r'<base href="([^"]+)" target="_blank">', text)
        folder = (path.parent / base).resolve()
        assert (folder / "index.html").is_file(), path
        for style in re.findall(r'<link rel="stylesheet" href="([^"]+)"', text):
            assert (folder / style).resolve().is_file(), path


def test_a_program_in_a_browser_may_read_the_data_from_any_other_site(page: Page, served: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="icon" href="data:,">', encoding="utf-8")
    read = "async (address) => (await (await fetch(address)).text()).length"
    with serving(tmp_path) as other:
        page.goto(other)
        for path in ("api/v1/openapi.json", "data/facts.csv", "japan/index.md", "japan/laws/cite.bib"):
            assert page.evaluate(read, f"{served}{path}") > 0
