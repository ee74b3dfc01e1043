"""The public addresses, from which those in all citations are made: a wrong one ends the build in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from equal_footing.check.run import facts_checked
from equal_footing.mkdocs_site import public_addresses, site
from equal_footing.reading.problems import CommandError

from .conftest import make_project


def look_at(site_url: str, repo_url: str = "https://example.org/o/n", *, is_served: bool = False) -> str:
    """Return what is said about two addresses, as the settings would hold them."""
    config = MkDocsConfig()
    config.load_dict({"site_url": site_url, "repo_url": repo_url})
    try:
        public_addresses.look_at(config, is_served=is_served)
    except ValueError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "is empty"),
        ("https://example.org/ /", "has a space"),
        (" https://example.org/", "has a space"),
        ("https://example.org/a b/", "has a space"),
        ("https://example.org?x=1/", "has a ? or a #"),
        ("https://example.org/?/", "has a ? or a #"),
        ("https://example.org/#/", "has a ? or a #"),
        ("https://example.org/sub/path/index.html/", "is the address of a page"),
        ("https://user:pw@example.org/", "a user name or a password"),
        ("https://user@example.org/", "a user name or a password"),
        ("https://example.org/a/../b/", "one of dots"),
        ("https://example.org/./", "one of dots"),
        ("https://example.org//b/", "an empty segment"),
        ("https://例え.jp/", "xn--"),
        ("https://example.org/日本/", "%"),
        ("https://example..org/", "is not a web address"),
        ("https://-.org/", "is not a web address"),
        ("https://example.org:port/", "is not a web address"),
        ("ftp://example.org/", "is not a web address"),
        ("https:///", "is not a web address"),
    ],
)
def test_an_address_that_no_citation_can_begin_with_is_refused_in_one_line(address: str, said: str) -> None:
    answer = look_at(address)
    assert answer.startswith("EQUAL_FOOTING_URL ")
    assert said in answer
    assert "\n" not in answer
    assert "pw" not in answer
    assert look_at(address, is_served=True) == "", "a server has an address of its own"


@pytest.mark.parametrize(
    "address",
    [
        *("https://example.org/", "http://localhost:8000/a/", "http://127.0.0.1/", "http://[::1]:8000/"),
        *("https://xn--r8jz45g.jp/", "https://o.github.io/n/", "https://example.org/%E6%97%A5/a.b/"),
    ],
)
def test_an_address_at_which_a_site_can_be_is_taken(address: str) -> None:
    assert look_at(address) == ""
    assert look_at("https://example.org/", address) == ""


def test_the_address_of_the_repository_is_that_of_its_pages() -> None:
    assert "ends in .git" in look_at("https://example.org/", "https://example.org/x/y.git")
    assert look_at("https://example.org/", "").startswith("EQUAL_FOOTING_REPOSITORY is empty")
    assert "has a space" in look_at("https://example.org/", "https://example.org/x y", is_served=True)


def test_a_build_ends_before_it_writes_a_page(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make_project(world)
    monkeypatch.setenv(public_addresses.SITE, "https://example.org/ ")
    with pytest.raises(CommandError, match="the old one stays"):
        site.make(project, lambda: facts_checked(project))
    told = [line for line in capsys.readouterr().err.splitlines() if "EQUAL_FOOTING_URL" in line]
    assert len(told) == 1
    assert not (project / "site").exists()
