"""The link check finds what a reader would stumble over."""

import os
from pathlib import Path
from typing import Any

import pytest

from equal_footing.sitemap.links import Languages, SiteLinks, broken, oddly_written

from ..cases import pages_of


def _site(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_sound_site_has_nothing_to_report(tmp_path: Path) -> None:
    site = _site(
        tmp_path,
        {
            "index.html": '<a href="japan/#facts">Japan</a> <a href="https://elsewhere.example/">x</a>',
            "japan/index.html": '<h2 id="facts">Facts</h2> <a href="../#__search">up</a> <img src="../a.svg">',
            "a.svg": "<svg/>",
        },
    )
    assert broken(site, "https://here.example/", pages_of(site, "v")) == []


def test_a_dead_link_a_missing_anchor_and_a_repeated_id_are_named(tmp_path: Path) -> None:
    site = _site(
        tmp_path,
        {
            "index.html": '<a href="japn/">Japan</a>\n<a href="japan/#nothing">x</a>\n<a href="https://here.example/old/">y</a>',
            "japan/index.html": '<p id="a"></p>\n<p id="a"></p>',
        },
    )
    assert broken(site, "https://here.example/", pages_of(site, "v")) == [
        "index.html:1: japn/ leads nowhere",
        "index.html:2: japan/#nothing names no place on its page",
        "index.html:3: https://here.example/old/ leads nowhere",
        "japan/index.html:2: the id a occurs twice",
    ]


def test_pictures_for_several_screens_films_and_objects_are_looked_for_too(tmp_path: Path) -> None:
    tags = [
        '<img srcset="{0}a.png 1x, {0}a,b.png 2x,{0}c.png, data:image/png;base64,AAAA 3x" src="{0}a.png">',
        '<video\nposter="{0}film.png" src="{0}film.mp4"></video>',
        '<object data="{0}map.svg"></object>',
    ]
    names = ("a.png", "a,b.png", "c.png", "film.png", "film.mp4", "map.svg")
    page = "\n".join(tags)
    site = _site(
        tmp_path, {"index.html": f"<p>&quot;c.png&quot;, c.png</p>\n{page.format('')}", **dict.fromkeys(names, "")}
    )
    assert broken(site, "https://here.example/", pages_of(site, "v")) == []
    (site / "index.html").write_text(page.format("old/"), encoding="utf-8")
    lines = {"film.png": 3, "film.mp4": 3, "map.svg": 4}
    assert broken(site, "https://here.example/", pages_of(site, "v")) == sorted(
        f"index.html:{lines.get(name, 1)}: old/{name} leads nowhere" for name in names
    )


def test_a_link_in_another_spelling_is_dead_though_the_disk_at_hand_takes_one_for_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = ("Japan/", "japan/A.svg", "Japan/a.svg", "japan/a.svg", "v/Old/a.svg", "v/old/a.svg")
    page = "\n".join(f'<a href="{link}">x</a>' for link in links)
    site = _site(
        tmp_path, {"index.html": page, "japan/index.html": "", **dict.fromkeys(("japan/a.svg", "v/old/a.svg"), "")}
    )
    look = os.stat

    def look_in_small_letters(path: Any, **options: Any) -> os.stat_result:
        return look(f"{site}/{os.path.relpath(path, site).lower()}", **options)

    pages = pages_of(site, "v")
    monkeypatch.setattr(os, "stat", look_in_small_letters)
    assert broken(site, "https://here.example/", pages) == [
        f"index.html:{links.index(link) + 1}: {link} leads nowhere"
        for link in ("Japan/", "japan/A.svg", "Japan/a.svg", "v/Old/a.svg")
    ]


def test_every_page_with_a_dead_link_is_named_wherever_the_link_starts_from(tmp_path: Path) -> None:
    site = _site(
        tmp_path,
        {
            "404.html": '<a href="nowhere/">x</a>',
            "index.html": '<a href="japan/#gone">x</a> <a href="#here">y</a> <a href="?q=a#x">z</a> <p id="x"></p>',
            "china/index.html": '<a href="..">home</a>\n<a href="../japan/#gone">x</a> <a href="/japan/">y</a>',
            "japan/index.html": '<p id="here"></p> <a href="#gone">x</a> <a href="../china/#">y</a>',
            "japan/laws/index.html": '<a href="../../japan/?a=b#gone">x</a> <a href="../#%68ere">y</a>',
        },
    )
    assert broken(site, "https://here.example/", pages_of(site, "v")) == [
        "china/index.html:2: ../japan/#gone names no place on its page",
        "index.html:1: #here names no place on its page",
        "index.html:1: japan/#gone names no place on its page",
        "japan/index.html:1: #gone names no place on its page",
        "japan/laws/index.html:1: ../../japan/?a=b#gone names no place on its page",
    ]


def test_a_link_to_another_language_is_right_where_the_language_at_hand_has_the_same_page(tmp_path: Path) -> None:
    here = "https://here.example/"
    ours = ["zh/japan/", "japan/", "fr/japan/#facts", "zh/data/facts.csv", "v/2026.11/", "zh/about/#theirs"]
    dead = ["zh/nowhere/", "nowhere/", "fr/nowhere/", "zh/v/2026.11/", "fr/v/2026.11/"]
    pages = {
        "index.html": "".join(f'<a href="{here}{address}">x</a>\n' for address in (*ours, *dead)),
        "japan/index.html": '<h2 id="facts">Faits</h2> <a href="../../v/2026.11/">x</a>\n<a href="../zh/japan/">y</a>',
        "about/index.html": '<a href="#theirs">x</a>',
        "404.html": '<a href="/nowhere/">x</a>',
    }
    site = _site(tmp_path, {**{f"fr/{name}": text for name, text in pages.items()}, "v/2026.11/index.html": ""})
    (site / "fr/data").mkdir()
    (site / "fr/data/facts.csv").touch()
    links = SiteLinks(Languages("fr/", ("zh/",), "v/"))
    for name, text in pages.items():
        links.add(name, links.of(name, text), is_written=name.startswith("about"))
    assert broken(site, here, links) == [
        "fr/about/index.html:1: #theirs names no place on its page",
        *(f"fr/index.html:{len(ours) + at}: {here}{address} leads nowhere" for at, address in enumerate(dead, 1)),
        "fr/japan/index.html:2: ../zh/japan/ leads nowhere",
    ]


def test_ids_and_links_that_are_written_otherwise_are_found() -> None:
    usual = '<p id="one"><a class=x href="../two/?a=1&amp;b">a = b</a> href=no <code>&lt;a href=x&gt;</code></p>'
    usual += (
        "<!-- <a href='x'>old</a> --><img alt='the id = 3 row' title='where src = foo' src=\"../x.png\"><a id=''></a>"
    )
    usual += '<a id="three" name="three"></a><input name="four"><object data="x.svg"></object><img srcset="x.png 2x">'
    assert oddly_written(usual) == []
    odd = ["href='../two/'", 'HREF="../two/"', 'href = "../two/"', "href=../two/", "src='x.png'", "id=one"]
    odd += ["title=\"a > b\" href='../two/'", 'class="x"href="../two/"']
    odd += ['name="one"', 'id="one" name="two"', "srcset='x.png 2x'", "poster=x.png", 'DATA="x.svg"']
    tags = [f"<a {one}>" for one in odd]
    assert oddly_written(usual + "".join(tags)) == tags
