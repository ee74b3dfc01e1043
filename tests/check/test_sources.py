"""Rules on sources: authors, dates, copies, and hosts that do not count as sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model.key_words import HOW_TO_WRITE

from ..cases import SOURCES, Case, assert_answered, both, case, cases_of, edit
from ..conftest import problems

ITEM = "    - {organisation: Atlas Press}"
GAZETTE = "https://gazette.example/2020/5"


def author(item: str, told: str) -> Case:
    """Return the case of another first author."""
    line = f"atlantis/sources.yml:4:7 atlas.author 1: {told}"
    return case(f"author {item}", edit(SOURCES, ITEM, f"    - {item}"), line)


HOW = HOW_TO_WRITE["authors"]
DOCUMENTS = (
    "Sites for sharing documents and slides",
    "document-sharing",
    "Anyone can upload anything there, so nobody can say whether a document is whole, unchanged or the last version. "
    "Cite the document on the host of the body that issued it, or in a web archive. The body's own account",
)
BLOGS = (
    "Hosts of blogs and posts",
    "blog-hosts",
    "Anyone can write there, mostly about what stood elsewhere, and posts are changed or deleted without a trace. Cite "
    "what the post rests on. The account of a body, or of a scholar on their own field,",
)
CODE = (
    "Code sites",
    "code-sites",
    "They hold programs and data of whoever made them. Cite the body whose text or figures they hold. The body's own "
    "repository",
)
BAD = {
    "source-author": [
        author(
            "{family: Hearn, organisation: Atlas}", "is a person and an organisation in one. Write one item for each."
        ),
        author(
            "{given: Sarah}", "has `given` without `family`. Write the name of a person known by one name as `family`."
        ),
        author(
            '{family: "Hearn, Sarah"}', '"Hearn, Sarah" is a family name with the given name. Write that as `given`.'
        ),
        author("{organisation: Hearn; Chen}", f'"Hearn; Chen" names several authors.{HOW}'),
        author("{family: Hearn et al.}", f'"Hearn et al." names several authors.{HOW}'),
        author("{family: John Smith}", '"John Smith" looks like a whole name. Write the given name as `given`.'),
        author("{family: Smith, given: Dr. John}", '"Dr. John" begins with a title. A name is written without it.'),
        author(
            "{organisation: Anonymous}",
            '"Anonymous" is nobody. Without a named author write the body that published it.',
        ),
        author("{}", f"has no name.{HOW}"),
        case(
            "author twice",
            edit(SOURCES, ITEM, f"{ITEM}\n{ITEM}"),
            "atlantis/sources.yml:5:7 atlas.author 2: occurs twice. Keep one.",
        ),
    ],
    "source-undated": [
        case(
            "no date",
            edit(SOURCES, "  date: 2025-03\n", ""),
            "atlantis/sources.yml:2:3 atlas: needs `date`, or `undated: true` if the source has none and none was found elsewhere.",
        ),
        case(
            "date of an undated source",
            edit(SOURCES, "  date: 2025-03\n", "  date: 2025-03\n  undated: true\n"),
            "atlantis/sources.yml:8:3 atlas.undated: goes without `date`. Keep one.",
        ),
    ],
    "source-twice": [
        case(
            "address twice",
            both(edit(SOURCES, GAZETTE, "https://atlas.example/book"), edit(SOURCES, "2020-05-04", "2025-03")),
            'atlantis/sources.yml:19:8 gazette.url: is the address of the source "atlas" already, with the same `date` and the same `read`.',
        ),
    ],
    "source-dates": [
        case(
            "read before it was published",
            edit(SOURCES, "date: 2025-03\n", "date: 2026-12\n"),
            'atlantis/sources.yml:11:9 atlas.read: "2026-11-20" lies before the source\'s own date, 2026-12.',
        ),
    ],
    "source-copy": [
        case(
            "original without whose copy",
            edit(SOURCES, "  language: fr", "  original_url: https://old.example/\n  language: fr"),
            "atlantis/sources.yml:20:3 gazette.original_url: goes with `copy_by`, which says whose copy was read.",
        ),
        case(
            "original that was read",
            edit(SOURCES, "  language: fr", f"  copy_by: Library\n  original_url: {GAZETTE}\n  language: fr"),
            "atlantis/sources.yml:21:17 gazette.original_url: is the address of what was read. If that was the original, delete `copy_by` and `original_url`.",
        ),
        case(
            "copy-of-another-page",
            edit(
                SOURCES,
                f"  url: {GAZETTE}\n",
                "  url: https://web.archive.org/web/2024/https://gazette.example/5\n  copy_by: Internet Archive\n"
                "  original_url: https://gazette.example/6\n",
            ),
            "atlantis/sources.yml:21:17 gazette.original_url: is not the page of which a copy was read: "
            "https://gazette.example/5.",
        ),
        case(
            "address of the original in place of the copy",
            edit(SOURCES, "  language: fr", "  copy_by: Mirror.example\n  language: fr"),
            "atlantis/sources.yml:19:8 gazette.url: is not on Mirror.example, whose copy was read. "
            "Write the address of the copy here, and that of the original as `original_url`.",
        ),
    ],
    "source-copy-home": [
        case(
            "home page of an archive",
            edit(SOURCES, f"  url: {GAZETTE}\n", "  url: https://archive.org/\n  copy_by: Internet Archive\n"),
            "atlantis/sources.yml:19:8 gazette.url: leads to archive.org as a whole. "
            "Write the address of the text that was read there.",
        ),
        case(
            "home page of an archive as the address of a kept copy",
            edit(SOURCES, f"  url: {GAZETTE}\n", f"  url: {GAZETTE}\n  archive: https://web.archive.org\n"),
            "atlantis/sources.yml:20:12 gazette.archive: leads to archive.org as a whole. "
            "Write the address of the text that was read there.",
        ),
    ],
    "source-copy-host": [
        case(
            "copy on a host of copies",
            edit(SOURCES, GAZETTE, "https://web.archive.org/web/2020/https://gazette.example/2020/5"),
            'atlantis/sources.yml:19:8 gazette.url: archive.org is listed under "Web archives": They keep what others have published. Name the archive in `copy_by` and the address of the original in `original_url`.',
        ),
    ],
    "source-title": [
        case(
            f"title {title}",
            edit(SOURCES, "en: Official Gazette", f'en: "{title}"'),
            f'atlantis/sources.yml:13:37 gazette.title.en: "{title}" is {what}. Write the heading of the text, or say '
            "what it is.",
        )
        for title, what in (
            ("https://gazette.example/5", "an address"),
            ("www.gazette.example", "an address"),
            ("jo_2020_final.pdf", "the name of a file"),
            ("Report 2020.DOCX", "the name of a file"),
        )
    ],
    "source-archive": [
        case(
            "archive of the site itself",
            edit(SOURCES, f"  url: {GAZETTE}\n", f"  url: {GAZETTE}\n  archive: https://gazette.example/archive/5\n"),
            "atlantis/sources.yml:20:12 gazette.archive: is not on the host of a web archive, such as web.archive.org. "
            "Write its address there.",
        ),
        case(
            "archive of another page",
            edit(
                SOURCES,
                f"  url: {GAZETTE}\n",
                f"  url: {GAZETTE}\n  archive: https://web.archive.org/web/20240115/http://www.other.example/5\n",
            ),
            "atlantis/sources.yml:20:12 gazette.archive: keeps another page than that of the source: "
            "http://www.other.example/5.",
        ),
    ],
    "source-host": [
        case(
            "encyclopaedia",
            edit(SOURCES, GAZETTE, "https://fr.wikipedia.org/wiki/Journal"),
            'atlantis/sources.yml:19:8 gazette.url: wikipedia.org is listed under "Encyclopaedias and their copies": Their articles repeat other sources, have no author who answers for them, and may say something else tomorrow. Cite the source that the article cites.',
        ),
        *(
            case(
                f"own account {url}",
                edit(SOURCES, GAZETTE, f"https://{url}"),
                f'atlantis/sources.yml:19:8 gazette.url: {host} is listed under "{label}": {said} is a source. '
                f"It is listed by `{account}` under `except` of {group} in data/vocabulary/hosts.yml.",
            )
            for url, host, account, (label, group, said) in (
                ("issuu.com/oxfamireland/docs/report", "issuu.com", "issuu.com/oxfamireland", DOCUMENTS),
                ("www.slideshare.net/in/reef/slides", "slideshare.net", "slideshare.net/in/reef", DOCUMENTS),
                ("reef.github.io/report", "github.io", "reef.github.io", CODE),
                ("m.blog.naver.com/reef/22312", "blog.naver.com", "blog.naver.com/reef", BLOGS),
                ("reef.tistory.com/5", "tistory.com", "reef.tistory.com", BLOGS),
                ("mp.weixin.qq.com/s/x7Gq", "mp.weixin.qq.com", "mp.weixin.qq.com/s/x7Gq", BLOGS),
            )
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "authors:\n" + ITEM,
            "author: Hearn, Sarah; Chen, Wei\n  authors:\n" + ITEM,
            f"It is called authors now.{HOW}",
        ),
        (
            "authors:\n" + ITEM,
            "authors: Hearn, Sarah\n  note:\n" + ITEM,
            f"one item a line, each after a hyphen.{HOW}",
        ),
        (ITEM, "    - Hearn, Sarah", f'"Hearn, Sarah" must be a mapping of keys to values.{HOW}'),
        (
            "url: https://gaz",
            "mirror: Library\n  url: https://gaz",
            'the key "mirror" is not known here. It is called copy_by now.',
        ),
    ],
)
def test_former_ways_to_write_are_answered_with_those_of_today(world: Path, old: str, new: str, told: str) -> None:
    edit(SOURCES, old, new)(world / "data")
    assert any(line.endswith(told) for line in problems(world)), problems(world)


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://github.com/someone/laws", True),
        ("https://GitHub.com/JusticeCanada/laws-lois-xml/blob/main/eng/acts/O-2.8.xml", False),
        ("https://github.com/justicecanada-fans/laws", True),
        ("https://issuu.com./oxfamca/docs/report", False),
        ("https://issuu.com/somebody/docs/report", True),
        ("http://m.xxbcm.com/info/1.htm", True),
        ("https://notwikipedia.org/", False),
        ("https://www.devex.com/organizations/reef-1", True),
        ("https://www.devex.com/news/reef-1", False),
    ],
)
def test_the_nearest_host_and_the_longest_path_decide(world: Path, url: str, refused: bool) -> None:
    edit(SOURCES, GAZETTE, url)(world / "data")
    assert [line for line in problems(world) if "is listed under" in line] == problems(world)
    assert bool(problems(world)) is refused


def test_two_readings_of_one_address_are_two_sources(world: Path) -> None:
    data = world / "data"
    edit(SOURCES, GAZETTE, "https://atlas.example/book")(data)
    assert problems(world) == []
    edit(SOURCES, "2020-05-04", "2025-03")(data)
    edit(SOURCES, "read: 2026-11-20", "read: 2026-11-19")(data)
    assert problems(world) == []


def test_the_grade_of_a_source_follows_from_its_type_and_from_whether_a_copy_was_read(world: Path) -> None:
    assert load_checked(world).sources["gazette"].grade.id == "official"
    edit(SOURCES, "  language: fr", "  copy_by: Library\n  language: fr")(world / "data")
    assert load_checked(world).sources["gazette"].grade.id == "official-copy"
    edit(SOURCES, "type: law", "type: parliament")(world / "data")
    assert load_checked(world).sources["gazette"].grade.id == "scholarship"
