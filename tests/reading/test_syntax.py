"""Mistakes in the structure of a file, and the words for each."""

from __future__ import annotations

from pathlib import Path

from ..cases import BODY, FUND, NAMES, Case, assert_answered, case, cases_of, edit, whole

BAD = {
    "yaml-syntax": [
        case(
            "full-width-colon",
            edit(FUND, "reviewed: 2026", "reviewed：2026"),
            "atlantis/funding/sea-fund.yml:29:1 is not valid YAML: a key without a colon and a space after it (the colon ： is full-width; write an ordinary colon and a space).",
        ),
        case(
            "curly-quotes",
            edit(FUND, "summary: >-\n  Pays for", "summary: “Pays: for”\n  Pays"),
            'atlantis/funding/sea-fund.yml:5:15 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly (curly quotation marks do not count as quotation marks; write straight ones).',
        ),
        case(
            "colon-in-value",
            edit(FUND, "summary: >-\n  Pays for", "summary: Pays: for"),
            'atlantis/funding/sea-fund.yml:5:14 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly.',
        ),
        case(
            "wrong-indent",
            edit(FUND, "  - field: amount\n    label", "  - field: amount\n   label"),
            "atlantis/funding/sea-fund.yml:11:4 is not valid YAML: this does not begin in the same column as the list items or keys before it.",
        ),
        case(
            "open-quote",
            edit(FUND, "name: {en: Sea Fund", 'name: {en: "Sea Fund'),
            "atlantis/funding/sea-fund.yml:2:12 is not valid YAML: a quotation mark is opened and never closed.",
        ),
        case(
            "open-quote-that-a-later-one-ends",
            edit(FUND, "name: {en: Sea Fund, ja: 海基金}", 'name: {en: "Sea Fund, ja: 海基金}\nshort_name: {en: "SF"}'),
            "atlantis/funding/sea-fund.yml:2:12 is not valid YAML: a quotation mark is opened here and not closed on this line.",
        ),
        case(
            "name-without-braces",
            edit(BODY, "name: {en: Aid Office}", "name: en: Aid Office"),
            "atlantis/bodies/aid-office.yml:2:7 is not valid YAML: a name goes between braces, with the tag of its language: `name: {en: Aid Office}`.",
        ),
        case(
            "open-bracket",
            edit(FUND, "name: {en: Sea Fund, ja: 海基金}", "name: {en: Sea Fund, ja: 海基金"),
            "atlantis/funding/sea-fund.yml:3:11 is not valid YAML: a comma or a closing } is missing, or a value with a comma needs quotation marks (the bracket is opened on line 2).",
        ),
        case(
            "at-sign",
            edit(BODY, "en: Aid Office", "en: @Aid"),
            "atlantis/bodies/aid-office.yml:2:12 is not valid YAML: a value cannot begin with this sign; put the value into quotation marks.",
        ),
        case(
            "backslash",
            edit(BODY, "Aid Office}", '"Aid \\Office"}'),
            "atlantis/bodies/aid-office.yml:2:17 is not valid YAML: between double quotation marks a backslash must be doubled; or use single quotation marks.",
        ),
        case(
            "no-space-after-colon",
            edit(BODY, "reviewed: 2026", "reviewed:2026"),
            "atlantis/bodies/aid-office.yml:7:1 is not valid YAML: a key without a colon and a space after it.",
        ),
        case(
            "no-space-after-hyphen",
            edit(BODY, "  - {field", "  -{field"),
            'atlantis/bodies/aid-office.yml:6:26 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly (a list item needs a space after its hyphen).',
        ),
        case(
            "key-too-far-right",
            edit(FUND, "    label: grants", "     label: grants"),
            'atlantis/funding/sea-fund.yml:11:11 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly (it is indented more than line 10).',
        ),
        case(
            "list-item-too-far-right",
            edit(FUND, "  - {type: based-on", "   - {type: based-on"),
            "atlantis/funding/sea-fund.yml:28:4 is not valid YAML: this does not begin in the same column as the list items or keys before it.",
        ),
        case(
            "list-on-the-line-of-its-key",
            edit(FUND, "facts:\n  - {field: started", "facts: - {field: started"),
            "atlantis/funding/sea-fund.yml:7:8 is not valid YAML: a list item (-) cannot begin here; put it on a line of its own.",
        ),
        case(
            "bracket-of-the-wrong-kind",
            edit(NAMES, "lines: [2]", "lines: [2"),
            "article/names.yml:2:92 is not valid YAML: a comma or a closing ] is missing, or a value with a comma needs quotation marks.",
        ),
        case(
            "bracket-open-at-the-end",
            edit(NAMES, "lines: [2]}", "lines: [2"),
            "article/names.yml:2:90 is not valid YAML: a comma or a closing ] is missing, or a value with a comma needs quotation marks.",
        ),
        case(
            "missing-comma",
            edit(FUND, "en: Sea Fund, ja", "en: Sea Fund ja"),
            "atlantis/funding/sea-fund.yml:2:23 is not valid YAML: a comma or a closing } is missing, or a value with a comma needs quotation marks.",
        ),
        case(
            "comma-twice",
            edit(BODY, "name: {en: Aid Office}", "name: {en: Aid Office,,}"),
            "atlantis/bodies/aid-office.yml:2:23 is not valid YAML: a value is missing here.",
        ),
        case(
            "ampersand",
            edit(BODY, "Runs the aid", "& aid"),
            "atlantis/bodies/aid-office.yml:4:11 is not valid YAML: a value that begins with & or * needs quotation marks.",
        ),
        case(
            "asterisk",
            edit(BODY, "Runs the aid", "* aid"),
            "atlantis/bodies/aid-office.yml:4:11 is not valid YAML: a value that begins with & or * needs quotation marks.",
        ),
        case(
            "backtick",
            edit(BODY, "en: Aid Office", "en: `Aid`"),
            "atlantis/bodies/aid-office.yml:2:12 is not valid YAML: a value cannot begin with this sign; put the value into quotation marks.",
        ),
        case(
            "percent-sign",
            edit(BODY, "en: Aid Office", "en: %Aid"),
            "atlantis/bodies/aid-office.yml:2:12 is not valid YAML: a value cannot begin with this sign; put the value into quotation marks.",
        ),
        case(
            "text-after-quote",
            edit(BODY, "summary: Runs", 'summary: "Runs" and '),
            "atlantis/bodies/aid-office.yml:4:17 is not valid YAML: the line is indented wrongly, or a quotation mark before it is left open or closed too early.",
        ),
        case(
            "very-deep",
            whole(BODY, b"a: " + b"[" * 5000 + b"]" * 5000),
            "atlantis/bodies/aid-office.yml:1:1003 is not valid YAML: brackets are nested too deep.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
