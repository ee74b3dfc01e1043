"""Rules on sections: titles, paragraphs, citations and length."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.model.sections import TextSection, count_words

from ..cases import ANSWERS, BODY, COUNTRY, Case, Change, assert_answered, case, cases_of, edit
from ..conftest import problems

CITED = "It pays NGOs [@atlas, p. 4]."
SAYS = "data/atlantis/bodies/aid-office.yml"


def written(*lines: str, file: str = BODY) -> Change:
    """Write the lines of a key `sections` above the facts of a record."""
    return edit(file, "facts:", "\n".join(["sections:", *lines, "facts:"]))


def told(name: str, lines: list[str], message: str, file: str = BODY) -> Case:
    return case(name, written(*lines, file=file), f"{file}:{message}")


def of_words(number: int) -> list[str]:
    """Return the lines of a section of a country with a number of words, in paragraphs of at most a hundred."""
    sizes = [100] * (number // 100) + ([number % 100] if number % 100 else [])
    return [
        "  - group: funding",
        "    paragraphs:",
        *(f"      - {' '.join(['money'] * size)} [@atlas, p. 4]." for size in sizes),
    ]


BAD = {
    "text-placeholder": [
        case(
            name,
            edit(BODY, "summary: Runs the aid of Atlantis", f"summary: {text}"),
            f'{BODY}:4:10 summary: holds "{found}", which marks what is not written yet. Write it, or leave it out.',
        )
        for name, text, found in (
            ("to do", "TODO", "TODO"),
            ("signs", "Runs the ??? of Atlantis", "???"),
            ("Latin", "Lorem ipsum dolor", "Lorem ipsum"),
        )
    ],
    "sections-title": [
        told("neither title nor group", [f"  - paragraphs: ['{CITED}']"], "6:5 section 1: has no title. Add `title`."),
        told(
            "title and group",
            ["  - title: Money", "    group: funding", f"    paragraphs: ['{CITED}']"],
            "7:5 section 1, group: has `title` and `group` at once. Keep one.",
        ),
        told(
            "a group of questions on an office",
            ["  - group: funding", f"    paragraphs: ['{CITED}']"],
            "6:5 section 1, group: only the sections of a country have `group`. Write `title`.",
        ),
        told(
            "a citation in a title",
            ["  - title: 'Money [@atlas, p. 4]'", f"    paragraphs: ['{CITED}']"],
            "6:12 section 1, title: cannot hold citations or links; put them into `paragraphs`.",
        ),
    ],
    "sections-twice": [
        told(
            "the same title",
            [f"  - {{title: {title}, paragraphs: ['{CITED}']}}" for title in ("Who pays", "who pays?")],
            '7:13 section 2, title: "who pays?" is the title of a section above. Join the two.',
        ),
    ],
    "sections-paragraph": [
        told(
            "two paragraphs in one item",
            ["  - title: Money", "    paragraphs:", "      - >-", f"        {CITED}", "", f"        {CITED}"],
            "8:9 section 1, paragraph 1: holds a line break. Begin an item of the list for each paragraph.",
        ),
    ],
    "sections-cited": [
        told(
            "no citation",
            ["  - title: Money", f"    paragraphs: ['{CITED}', It pays much.]"],
            "7:50 section 1, paragraph 2: cites no source and links no record. Add a citation, such as [@key, p. 3].",
        ),
        told(
            "only a link to another site",
            ["  - title: Money", "    paragraphs: ['See [the fund](https://fund.example/).']"],
            "7:18 section 1, paragraph 1: cites no source and links no record. Add a citation, such as [@key, p. 3].",
        ),
    ],
    "sections-length": [
        told(
            f"{number} words",
            of_words(number),
            f"6:1 sections: have {number:,} words in all; those of the kind country have 600 to 1,100, "
            "without titles and citations.",
            COUNTRY,
        )
        for number in (599, 1101)
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize("words", [600, 1100])
def test_a_profile_may_have_from_600_to_1100_words(world: Path, words: int) -> None:
    written(*of_words(words), file=COUNTRY)(world / "data")
    assert problems(world) == []


def test_a_record_of_another_kind_has_sections_of_any_length_and_a_paragraph_may_link_a_record(world: Path) -> None:
    written("  - title: Money", "    paragraphs: ['It pays [a fund](/atlantis/funding/sea-fund/).']")(world / "data")
    assert problems(world) == []


def test_citations_and_the_targets_of_links_are_no_words() -> None:
    text = "Two *words* [@atlas, p. 4; @gazette, Article 3] and [two more](/atlantis/funding/sea-fund/)."
    assert count_words([TextSection(title="Money", paragraphs=[text])]) == 5


@pytest.mark.parametrize(
    ("paragraph", "message"),
    [
        ("Pays [@atals, p. 4].", 'the source "atals" does not exist. Did you mean atlas?'),
        ("Pays [@atlas].", "[@atlas] has no locator. Write [@atlas, p. 3], or a section or paragraph."),
        ("Pays atlas, [atlas, p. 4].", "atlas is in the text as plain words. A citation is written [@atlas, p. 3]."),
        (
            "Pays [@atlas, passim].",
            '"[@atlas, passim]" locates nothing. Name an article, page, section, paragraph or heading.',
        ),
        (
            "Pays [one](/atlantis/funding/see-fund/).",
            'the link "/atlantis/funding/see-fund/" leads nowhere. Did you mean atlantis/funding/sea-fund?',
        ),
        (
            "Pays <b>much</b> [@atlas, p. 4].",
            '"<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
    ],
)
def test_a_paragraph_is_checked_as_a_summary_is(world: Path, paragraph: str, message: str) -> None:
    written("  - title: Money", f"    paragraphs: ['{paragraph}']")(world / "data")
    assert problems(world) == [f"{SAYS}:7:18 section 1, paragraph 1: {message}"]


def test_a_source_that_only_a_paragraph_cites_is_used(world: Path) -> None:
    source = (world / "data/atlantis/sources.yml").read_text().split("gazette:")[0].replace("atlas:", "chart:")
    edit("atlantis/sources.yml", "gazette:", source.replace("/book", "/chart") + "gazette:")(world / "data")
    assert len(problems(world)) == 1
    written("  - title: Money", "    paragraphs: ['It pays [@chart, p. 4].']")(world / "data")
    assert problems(world) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            BODY,
            "summary: Runs the aid",
            "summary: |\n  - One\n  - Runs the aid",
            "data/atlantis/bodies/aid-office.yml:4:10",
        ),
        (ANSWERS, "  note: It stays open.", '  note: "It stays.\\n\\nOpen."', "data/atlantis/answers.yml:18:9"),
    ],
)
def test_a_summary_and_a_note_are_one_paragraph(world: Path, file: str, old: str, new: str, message: str) -> None:
    edit(file, old, new)(world / "data")
    [found] = problems(world)
    assert message in found
    assert "it is one paragraph, without lists, headings and tables. Write sentences." in found
