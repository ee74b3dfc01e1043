"""Rules on the signs of texts, on what a copy has left in them, and on texts that say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.commands.cli import main

from ..cases import (
    ANSWERS,
    BODY,
    FIGURE,
    FUND,
    NGO,
    QUESTION,
    SOURCES,
    Case,
    assert_answered,
    both,
    case,
    cases_of,
    edit,
)
from ..conftest import problems

NOTE = "Looked for in the atlas."
FIRST = "atlantis/funding/sea-fund.yml:19:76 fact 4, note: "


def note(words: str, told: str) -> Case:
    """Return the case of another note."""
    return case(words, edit(FUND, NOTE, f'"{words}"'), FIRST + told)


BAD = {
    "text-signs": [
        note("In\u00a0the atlas.", "holds U+00A0 (no-break space): type an ordinary space, or run make fix."),
        note("In the\u2009atlas.", "holds U+2009 (thin space): type an ordinary space, or run make fix."),
        note("In the o\ufb03ce.", "holds U+FB03 (latin small ligature ffi): type ffi, or run make fix."),
        note(
            "Strat\ufffdgie.",
            "holds \ufffd, which replaces a letter that a program could not read. Type what the source has.",
        ),
        note(
            "La Strat\u00c3\u00a9gie.",
            'holds "Strat\u00c3\u00a9gie.", which a program has read in a wrong encoding: type Stratégie..',
        ),
        note("Aid &amp; trade.", "holds &amp;, a sign as pages of the web write it: type &."),
        note("Aid&nbsp;only.", "holds &nbsp;, a sign as pages of the web write it: type a space."),
        note("Aid only in caf&#0000233;s.", "holds &#0000233;, a sign as pages of the web write it: type é."),
        note(
            "In the P\u0430cific.",
            'holds "P\u0430cific", in which \u0430 is a cyrillic small letter a. Type a Latin one.',
        ),
        note("In the ２０ ports.", "holds ２０, which is full-width: type 20."),
        case(
            "full-width translation into French",
            edit(FUND, NOTE, "{en: In 20 ports., fr: Dans ２０ ports.}"),
            "atlantis/funding/sea-fund.yml:19:99 fact 4, note.fr: holds ２０, which is full-width: type 20.",
        ),
        case(
            "full-width title",
            edit(FIGURE, "title: Projects", "title: Ｐrojects"),
            "atlantis/figures/projects.yml:2:8 title: holds Ｐ, which is full-width: type P.",
        ),
        case(
            "full-width name",
            edit(FUND, "{en: SF}", "{en: ＳＦ}"),
            "atlantis/funding/sea-fund.yml:3:18 short_name.en: holds ＳＦ, which is full-width: type SF.",
        ),
        case(
            "entity in a title",
            edit(SOURCES, "en: Official Gazette", "en: Gazette &quot;A&quot;"),
            'atlantis/sources.yml:13:37 gazette.title.en: holds &quot;, a sign as pages of the web write it: type ".',
        ),
    ],
    "text-leftover": [
        note(
            "Said so.[12]", "holds [12], the number of a note elsewhere. Cite the source, [@key, p. 3], or delete it."
        ),
        note(
            "Ten organi- sations.",
            'holds "organi- sations", a word that a line had broken. Write it without hyphen and space.',
        ),
        note(
            "See https://a.example/b.",
            'holds the bare address "https://a.example/b". Cite it as a source, or make it a link: [words](https://…).',
        ),
        note(
            "See www.a.example.",
            'holds the bare address "www.a.example". Cite it as a source, or make it a link: [words](https://…).',
        ),
        case(
            "number of a note in a translation",
            edit(FUND, NOTE, '{en: Said so., fr: "Il est dit.[12]"}'),
            "atlantis/funding/sea-fund.yml:19:95 fact 4, note.fr: holds [12], the number of a note elsewhere. "
            "Cite the source, [@key, p. 3], or delete it.",
        ),
    ],
    "text-nothing": [
        note("n/a", '"n/a" says nothing. Delete it.'),
        note("See above.", '"See above." says nothing. Delete it.'),
        note("-", '"-" says nothing. Delete it.'),
        note("true", '"true" says nothing. Delete it.'),
        case(
            "value that is none",
            edit(NGO, 'field: website, value: "https://reef.example/"', "field: mission, value: Unknown"),
            'atlantis/organisations/reef.yml:10:29 fact 2, value: "Unknown" says nothing. '
            "What is not known is left out: write `missing` with its reason.",
        ),
        *(
            case(
                f"reason {reason}",
                edit(FUND, "as_of: 2016-01", f"as_of: 1995, certain: {{odd-time: {reason}}}"),
                f'atlantis/funding/sea-fund.yml:9:87 fact 2, certain.odd-time: "{reason}" {told}',
            )
            for reason, told in (
                ("ok", "says nothing. Delete it."),
                ("It is.", "is not a reason. Say in a sentence why it is right."),
            )
        ),
    ],
    "address-tracking": [
        case(
            "address of an advertisement",
            edit(SOURCES, "https://gazette.example/2020/5", "https://gazette.example/2020?id=7&gclid=a1#:~:text=aid"),
            "atlantis/sources.yml:19:8 gazette.url: holds what only shows where a reader came from. "
            "Write https://gazette.example/2020?id=7, or run make fix.",
        ),
        case(
            "address in a text",
            edit(FUND, NOTE, '"See [it](https://a.example/?fbclid=x)."'),
            f"{FIRST}holds what only shows where a reader came from. Write it without them, or run make fix.",
        ),
    ],
}


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize(
    "words",
    [
        "AT&T pays; R&D and Q&A; &c.",
        "Short- and medium-term aid, pre- or post-war, in 2020- to 2021.",
        "In [2019] SCC 5 the court said so.",
        "Stratégie, Ærø, Łódź, Κύπρος, Москва and 5 μm.",
        'Called "ＮＧＯ" and 「１２」 there.',
        "The [site](https://a.example/?id=7).",
    ],
)
def test_what_is_sound_is_not_answered(world: Path, words: str) -> None:
    edit(FUND, NOTE, f"'{words}'")(world / "data")
    assert problems(world) == []


def test_a_translation_has_the_signs_of_its_language(world: Path) -> None:
    edit(FUND, NOTE, "{en: Looked for in the atlas., zh-Hans: 在地图集中查找，没有。}")(world / "data")
    assert problems(world) == []


def test_make_fix_mends_what_is_safe_to_mend(world: Path) -> None:
    both(
        edit(SOURCES, "https://gazette.example/2020/5", "https://gazette.example/2020/5?utm_source=mail&utm_medium=a"),
        edit(FUND, NOTE, "Looked for\u00a0in the o\ufb03ce."),
        edit(NGO, "Works on coasts", "Works on\u202fcoasts"),
        edit(ANSWERS, "The Sea Fund pays for projects of NGOs.", "The Sea Fund &amp; others pay."),
        edit(QUESTION, "Money matters.", "Money\u2007matters."),
        edit(BODY, "Aid Office", "Aid\u00a0Office"),
    )(world / "data")
    assert main(["--root", str(world), "fix"]) == 0
    found = problems(world)
    assert [problem.split(" holds ")[1] for problem in found] == ["&amp;, a sign as pages of the web write it: type &."]
    assert "note: Looked for in the office." in (world / "data" / FUND).read_text(encoding="utf-8")
    assert "url: https://gazette.example/2020/5\n" in (world / "data" / SOURCES).read_text(encoding="utf-8")
