"""Rules on languages: what was translated says so, texts are in English, names under their own tag."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.languages import script_of

from ..cases import COUNTRY, FUND, NGO, Case, assert_answered, case, cases_of, edit
from ..conftest import problems

SITE = 'field: website, value: "https://reef.example/"'


def text(value: str) -> tuple[str, str, str]:
    """Return the change that gives the NGO a text."""
    return NGO, SITE, f"field: mission, value: {value}"


SUMMARY = "summary: >-\n  Pays for projects of NGOs abroad [@atlas, p. 5]."
BAD = {
    "original-language": [
        case(
            "original-in-english",
            edit(
                NGO,
                "field: founded, value: 1980, source: atlas",
                "field: mission, value: It swims., original: {en: It is swimming.}, support: translated, source: gazette",
            ),
            "atlantis/organisations/reef.yml:9:51 fact 1, original.en: is for the words of the source, which is in another "
            "language: write them under `fr`.",
        ),
    ],
    "support-language": [
        case(
            "translated-without-a-word",
            edit(NGO, f"{SITE}, source: atlas", "field: mission, value: It helps, source: gazette"),
            "atlantis/organisations/reef.yml:10:5 fact 2: is in English, and its source gazette in another language "
            "(fr). Add `support: translated`, or `summarised`.",
        ),
    ],
    "support-calculated": [
        case(
            "calculated-without-a-note",
            edit(COUNTRY, "locator: p. 3", "locator: p. 3, support: calculated"),
            "atlantis/country.yml:8:5 fact 2: is calculated, and does not say how. Add `note`.",
        ),
    ],
    "text-language": [
        case(
            "value-in-korean",
            edit(*text("해외 원조를 한다")),
            'atlantis/organisations/reef.yml:10:29 fact 2, value: "해외 원조를 한다" is not in English. '
            "Translate it, and put the words into `original`.",
        ),
        case(
            "summary-in-russian",
            edit(FUND, "Pays for projects of NGOs abroad", "Платит за проекты"),
            'atlantis/funding/sea-fund.yml:5:10 summary: "Платит за проекты [@atlas, p. 5]." is not in English. '
            "Translate it; words of the source may stay in brackets or quotation marks.",
        ),
        case(
            "note-in-korean",
            edit(FUND, "note: Looked for in the atlas.", "note: 지도에서 찾음."),
            'atlantis/funding/sea-fund.yml:19:76 fact 4, note: "지도에서 찾음." is not in English. '
            "Translate it; words of the source may stay in brackets or quotation marks.",
        ),
    ],
    "text-english": [
        case(
            "summary-in-french-alone",
            edit(FUND, SUMMARY, "summary: {fr: Finance}"),
            "atlantis/funding/sea-fund.yml:5:10 summary: has no text in English. Add one under `en`: pages in languages "
            "that lack it show that.",
        ),
    ],
    "translation-cites": [
        case(
            "french-that-cites-nothing",
            edit(FUND, SUMMARY, 'summary: {en: "It pays [@atlas, p. 5].", fr: "Il finance."}'),
            "atlantis/funding/sea-fund.yml:5:46 summary.fr: must cite what the English text cites, at the same places.",
        ),
        case(
            "french-that-cites-another-page",
            edit(FUND, SUMMARY, 'summary: {en: "It [@atlas, p. 5].", fr: "Il [@atlas, p. 6]."}'),
            "atlantis/funding/sea-fund.yml:5:41 summary.fr: must cite what the English text cites, at the same places.",
        ),
    ],
    "translation-language": [
        case(
            "japanese-in-latin-letters",
            edit(*text("{en: It helps, ja: Tasukeru}")),
            'atlantis/organisations/reef.yml:10:48 fact 2, value.ja: "Tasukeru" is not in the script of the language ja.',
        ),
    ],
    "translation-value": [
        case(
            "a-year-in-two-languages",
            edit(NGO, "value: 1980", "value: {en: 1980, fr: 1980}"),
            "atlantis/organisations/reef.yml:9:29 fact 1, value: is the same in every language: write the value alone, "
            "without languages.",
        ),
        case(
            "number-of-one-of-two-sources-in-two-languages",
            edit(FUND, "{value: 31,", "{value: {en: 31, fr: 31},"),
            "atlantis/funding/sea-fund.yml:25:17 fact 5, value 2, value: is the same in every language: write the value alone, "
            "without languages.",
        ),
    ],
    "name-language": [
        case(
            "japanese-under-en",
            edit(NGO, "{en: Reef}", "{en: リーフ}"),
            'atlantis/organisations/reef.yml:3:12 name.en: "リーフ" is not in the script of the language en. Is it ja?',
        ),
        case(
            "japanese-under-ko",
            edit(NGO, "{en: Reef}", "{en: Reef, ko: 珊瑚の会}"),
            'atlantis/organisations/reef.yml:3:22 name.ko: "珊瑚の会" is not in the script of the language ko. Is it ja?',
        ),
    ],
    "value-paragraph": [
        case(
            "list-in-a-value",
            edit(*text('"Reef:\\n- cleans\\n- counts"')),
            "atlantis/organisations/reef.yml:10:29 fact 2, value: holds a line break: a value is one paragraph, "
            "without lists, headings and tables. Write sentences.",
        ),
    ],
}


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize(
    "value",
    [
        "The law calls it 社会组织 and names no other form",
        '"It is called (해외원조) there"',
        "Café Müller helps Đà Nẵng",
        "5 °C",
    ],
)
def test_single_words_of_another_language_may_stand_in_a_text(world: Path, value: str) -> None:
    edit(*text(value))(world / "data")
    assert problems(world) == []


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("ja", "HIRAGANA"),
        ("zh-Hant", "CJK"),
        ("sr-Latn", "LATIN"),
        ("sr", "CYRILLIC"),
        ("am", "ETHIOPIC"),
        ("tl", "LATIN"),
    ],
)
def test_a_tag_says_its_script(tag: str, script: str) -> None:
    assert script in script_of(tag)


def test_a_language_that_nobody_knows_has_none() -> None:
    assert script_of("qaa") == set()
