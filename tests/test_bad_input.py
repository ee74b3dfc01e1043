"""Bad input and what is said of it: each case is one mistake in a small sound world, and the whole of the answer."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from equal_footing.model.validation import FORMER_KEYS
from equal_footing.reading.documents import read_file

from .conftest import FILES, problems

FUND = "atlantis/funding/sea-fund.yml"
COUNTRY = "atlantis/country.yml"
SOURCES = "atlantis/sources.yml"
LAW = "atlantis/laws/aid-act.yml"
BODY = "atlantis/bodies/aid-office.yml"
NGO = "atlantis/organisations/reef.yml"
CLAIMS = "article/claims/money.yml"
NAMES = "article/names.yml"
FAULTS = "article/translation.yml"
ARTICLE = "article/article.yml"
ANSWERS = "atlantis/answers.yml"
FIGURE = "atlantis/figures/projects.yml"
SECOND = """\
order: 1
title: More
claims:
  - id: s003
    line: 3
    type: judgement
    says: It is good.
    records: [atlantis/funding/sea-fund]
    verdict: judgement
    finding: An opinion.
"""

Change = Callable[[Path], object]


def edit(file: str, old: str, new: str, encoding: str = "utf-8") -> Change:
    """Replace the first `old` in a file of `data/` by `new`."""

    def change(data: Path) -> None:
        text = (data / file).read_text(encoding="utf-8")
        assert old in text
        (data / file).write_bytes(text.replace(old, new, 1).encode(encoding))

    return change


def whole(file: str, content: bytes) -> Change:
    """Write a file of `data/` anew."""

    def change(data: Path) -> None:
        (data / file).parent.mkdir(parents=True, exist_ok=True)
        (data / file).write_bytes(content)

    return change


def both(*changes: Change) -> Change:
    """Make several changes that are one mistake together."""

    def change(data: Path) -> None:
        for step in changes:
            step(data)

    return change


def number(scheme: str, found: str) -> Change:
    """Give the organisation a number of another register."""
    return edit(NGO, 'scheme: JP-JCN, id: "7000012050002"', f'scheme: {scheme}, id: "{found}"')


def case(name: str, change: Change, lines: list[str]) -> Any:
    """One mistake, and the lines that answer it, without the `data/` in front of each."""
    return pytest.param(change, [f"data/{line}" for line in lines], id=name)


CASES = [
    case(
        "bom",
        whole(FUND, b"\xef\xbb\xbfkind: law\n"),
        ["atlantis/funding/sea-fund.yml:1:1 begins with a byte order mark. Save it as UTF-8 without BOM."],
    ),
    case(
        "utf-16",
        whole(FUND, "kind: law\n".encode("utf-16")),
        ["atlantis/funding/sea-fund.yml:1:1 is UTF-16. Save it as UTF-8."],
    ),
    case(
        "shift-jis",
        edit(FUND, "海基金", "海基金", "shift_jis"),
        ["atlantis/funding/sea-fund.yml:2:26 byte 0x8A is not UTF-8. Save the file as UTF-8."],
    ),
    case(
        "tab",
        edit(FUND, "  - {field: started", "\t- {field: started"),
        ["atlantis/funding/sea-fund.yml:8:1 here is a tab. Indent and separate with spaces."],
    ),
    case(
        "zero-width",
        edit(FUND, "Sea Fund,", "Sea\u200b Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+200B is a zero-width character, which nobody sees. Delete it."],
    ),
    case(
        "direction",
        edit(FUND, "Sea Fund,", "Sea\u202e Fund,"),
        [
            "atlantis/funding/sea-fund.yml:2:15 U+202E changes the writing direction, which hides what is written. Delete it."
        ],
    ),
    case(
        "control",
        edit(FUND, "Sea Fund,", "Sea\x07 Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+0007 is a control character. Delete it."],
    ),
    case(
        "soft-hyphen",
        edit(FUND, "Sea Fund,", "Sea\xad Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+00AD is a soft hyphen, which nobody sees. Delete it."],
    ),
    case(
        "ideographic-indent",
        edit(FUND, "  Pays for", "\u3000\u3000Pays for"),
        [
            "atlantis/funding/sea-fund.yml:6:1 the line is indented with U+3000, not with an ordinary space. Type spaces."
        ],
    ),
    case(
        "no-break-indent",
        edit(FUND, "  - {field: started", "\xa0 - {field: started"),
        [
            "atlantis/funding/sea-fund.yml:8:1 the line is indented with U+00A0, not with an ordinary space. Type spaces."
        ],
    ),
    case("empty", whole(FUND, b""), ["atlantis/funding/sea-fund.yml:1:1 is empty."]),
    case("only-comment", whole(FUND, b"# nothing yet\n"), ["atlantis/funding/sea-fund.yml:1:1 is empty."]),
    case(
        "list-at-top",
        whole(FUND, b"- kind: law\n"),
        ["atlantis/funding/sea-fund.yml:1:1 must be a mapping of keys to values."],
    ),
    case(
        "full-width-colon-at-top",
        whole(FUND, b"kind\xef\xbc\x9alaw\n"),
        [
            "atlantis/funding/sea-fund.yml:1:1 must be a mapping of keys to values. The colon ： is full-width (U+FF1A); write an ordinary colon and a space."
        ],
    ),
    case(
        "full-width-colon",
        edit(FUND, "reviewed: 2026", "reviewed：2026"),
        [
            "atlantis/funding/sea-fund.yml:29:1 is not valid YAML: a key without a colon and a space after it (the colon ： is full-width; write an ordinary colon and a space)."
        ],
    ),
    case(
        "curly-quotes",
        edit(FUND, "summary: >-\n  Pays for", "summary: “Pays: for”\n  Pays"),
        [
            'atlantis/funding/sea-fund.yml:5:15 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly (curly quotation marks do not count as quotation marks; write straight ones).'
        ],
    ),
    case(
        "colon-in-value",
        edit(FUND, "summary: >-\n  Pays for", "summary: Pays: for"),
        [
            'atlantis/funding/sea-fund.yml:5:14 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly.'
        ],
    ),
    case(
        "wrong-indent",
        edit(FUND, "  - field: amount\n    label", "  - field: amount\n   label"),
        [
            "atlantis/funding/sea-fund.yml:11:4 is not valid YAML: this does not begin in the same column as the list items or keys before it."
        ],
    ),
    case(
        "open-quote",
        edit(FUND, "name: {en: Sea Fund", 'name: {en: "Sea Fund'),
        ["atlantis/funding/sea-fund.yml:2:12 is not valid YAML: a quotation mark is opened and never closed."],
    ),
    case(
        "open-bracket",
        edit(FUND, "name: {en: Sea Fund, ja: 海基金}", "name: {en: Sea Fund, ja: 海基金"),
        [
            "atlantis/funding/sea-fund.yml:3:11 is not valid YAML: a comma or a closing } is missing, or a value with a comma needs quotation marks (the bracket is opened on line 2)."
        ],
    ),
    case(
        "at-sign",
        edit(BODY, "en: Aid Office", "en: @Aid"),
        [
            "atlantis/bodies/aid-office.yml:2:12 is not valid YAML: a value cannot begin with this sign; put the value into quotation marks."
        ],
    ),
    case(
        "backslash",
        edit(BODY, "Aid Office}", '"Aid \\Office"}'),
        [
            "atlantis/bodies/aid-office.yml:2:17 is not valid YAML: between double quotation marks a backslash must be doubled; or use single quotation marks."
        ],
    ),
    case(
        "duplicate-key",
        edit(BODY, "kind: body\n", "kind: body\nkind: body\n"),
        ['atlantis/bodies/aid-office.yml:2:1 kind: the key "kind" is given twice (first on line 1). Keep one.'],
    ),
    case(
        "anchor",
        edit(BODY, "name: {", "name: &n {"),
        [
            "atlantis/bodies/aid-office.yml:2:7 the anchor &n is not allowed. Write it out, or put text into quotation marks."
        ],
    ),
    case(
        "alias",
        edit(BODY, "reviewed: 2026-11-20", "reviewed: *n"),
        [
            "atlantis/bodies/aid-office.yml:7:11 the alias *n is not allowed. Write it out, or put text into quotation marks."
        ],
    ),
    case(
        "alias-bomb",
        whole(BODY, b"a: &a [x, x]\nb: &b [*a, *a]\n"),
        [
            "atlantis/bodies/aid-office.yml:1:4 the anchor &a is not allowed. Write it out, or put text into quotation marks."
        ],
    ),
    case(
        "merge-key",
        edit(BODY, "name: {en: Aid Office}", "name: {<<: {en: x}}"),
        ["atlantis/bodies/aid-office.yml:2:8 the merge key << is not allowed. Write the keys out."],
    ),
    case(
        "tag",
        edit(BODY, "kind: body", "kind: !!python/name:os.system body"),
        [
            'atlantis/bodies/aid-office.yml:1:7 the tag "!!python/name:os.system" is not allowed. Delete it, or put text into quotation marks.'
        ],
    ),
    case(
        "two-documents",
        edit(BODY, "reviewed: 2026-11-20\n", "reviewed: 2026-11-20\n---\nkind: body\n"),
        ["atlantis/bodies/aid-office.yml:8:1 a second document begins here. One file holds one record."],
    ),
    case(
        "directive",
        edit(BODY, "kind: body", "%YAML 1.1\n---\nkind: body"),
        ["atlantis/bodies/aid-office.yml:1:1 YAML directives (%) are not used here. Delete the line."],
    ),
    case(
        "complex-key",
        edit(BODY, "kind: body", "? [a]\n: b\nkind: body"),
        ["atlantis/bodies/aid-office.yml:1:3 a key must be a word. A text with { or [ in front needs quotation marks."],
    ),
    case(
        "deep",
        whole(BODY, b"a: " + b"[" * 30 + b"]" * 30),
        ["atlantis/bodies/aid-office.yml:1:23 is nested more than 20 levels deep."],
    ),
    case(
        "norway",
        edit(COUNTRY, "iso-alpha2, value: AQ", "iso-alpha2, value: NO"),
        [
            "atlantis/country.yml:6:32 facts[0].value: NO reads as true or false in YAML 1.1. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "on",
        edit(BODY, "en: Aid Office", "en: on"),
        [
            "atlantis/bodies/aid-office.yml:2:12 name.en: on reads as true or false in YAML 1.1. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "octal",
        edit(FUND, "value: 46", "value: 046"),
        [
            "atlantis/funding/sea-fund.yml:9:29 facts[1].value: 046 reads as an octal number in YAML 1.1. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "sexagesimal",
        edit(FUND, "value: 46", "value: 12:30"),
        [
            "atlantis/funding/sea-fund.yml:9:29 facts[1].value: 12:30 reads as a sexagesimal number in YAML 1.1. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "null",
        edit(FUND, "value: 46", "value: ~"),
        ["atlantis/funding/sea-fund.yml:9:29 facts[1].value: the value is missing. Write one, or delete the key."],
    ),
    case(
        "nothing",
        edit(FUND, "reviewed: 2026-11-20", "reviewed:"),
        ["atlantis/funding/sea-fund.yml:29:10 reviewed: the value is missing. Write one, or delete the key."],
    ),
    case(
        "too-large",
        whole(BODY, b"# " + b"x" * 2_000_001),
        ["atlantis/bodies/aid-office.yml:1:1 is larger than 2 MB. Split it."],
    ),
    case(
        "unknown-key",
        edit(FUND, "short_name", "shortname"),
        [
            'atlantis/funding/sea-fund.yml:3:1 shortname: the key "shortname" is not known here. Did you mean short_name?'
        ],
    ),
    case(
        "unknown-fact-key",
        edit(FUND, "currency: EUR", "curency: EUR"),
        [
            'atlantis/funding/sea-fund.yml:13:5 facts[2].curency: the key "curency" is not known here. Did you mean currency?'
        ],
    ),
    case(
        "missing-key",
        edit(FUND, "reviewed: 2026-11-20\n", ""),
        ['atlantis/funding/sea-fund.yml:1:1 the key "reviewed" is missing.'],
    ),
    case(
        "facts-not-a-list",
        edit(BODY, "facts:\n  - {field: founded, value: 1999, source: atlas, locator: p. 4}", "facts: none"),
        ['atlantis/bodies/aid-office.yml:5:8 facts: "none" must be a list: one item a line, each after a hyphen.'],
    ),
    case(
        "name-not-a-mapping",
        edit(BODY, "name: {en: Aid Office}", "name: Aid Office"),
        ['atlantis/bodies/aid-office.yml:2:7 name: "Aid Office" must be a mapping of keys to values.'],
    ),
    case(
        "value-is-a-list",
        edit(FUND, "value: 46", "value: [46]"),
        ["atlantis/funding/sea-fund.yml:9:29 facts[1].value: must be text, not a list."],
    ),
    case(
        "unknown-kind",
        edit(BODY, "kind: body", "kind: bodie"),
        ['atlantis/bodies/aid-office.yml:1:7 kind: "bodie" is not a known kind. Did you mean body?'],
    ),
    case(
        "unknown-field",
        edit(FUND, "field: members", "field: member"),
        ['atlantis/funding/sea-fund.yml:9:13 facts[1].field: "member" is not a known field. Did you mean members?'],
    ),
    case(
        "unknown-unit",
        edit(FUND, "unit: organisations", "unit: organizations"),
        [
            'atlantis/funding/sea-fund.yml:9:39 facts[1].unit: "organizations" is not a known unit. Did you mean organisations?'
        ],
    ),
    case(
        "unknown-basis",
        edit(FUND, "basis: disbursement", "basis: disbursment"),
        [
            'atlantis/funding/sea-fund.yml:14:12 facts[2].basis: "disbursment" is not a known basis. Did you mean disbursement?'
        ],
    ),
    case(
        "unknown-status",
        edit(FUND, "code: active", "code: actve"),
        ['atlantis/funding/sea-fund.yml:4:16 status.code: "actve" is not a known status. Did you mean active?'],
    ),
    case(
        "unknown-reason-for-a-missing-value",
        edit(FUND, "missing: not-found", "missing: notfound"),
        [
            'atlantis/funding/sea-fund.yml:19:37 facts[3].missing: "notfound" is not a known reason for a missing value. Did you mean not-found?'
        ],
    ),
    case(
        "unknown-precision",
        edit(FUND, "value: 46", "precision: over, value: 46"),
        [
            'atlantis/funding/sea-fund.yml:9:33 facts[1].precision: "over" is not a known precision. Known: about, more-than, at-least, up-to, less-than, nearly.'
        ],
    ),
    case(
        "unknown-support",
        edit(FUND, "value: 46", "support: indirekt, value: 46"),
        [
            'atlantis/funding/sea-fund.yml:9:31 facts[1].support: "indirekt" is not a known kind of support. Did you mean indirect?'
        ],
    ),
    case(
        "unknown-relation",
        edit(FUND, "type: based-on", "type: base-on"),
        [
            'atlantis/funding/sea-fund.yml:28:12 relations[1].type: "base-on" is not a known relation. Did you mean based-on?'
        ],
    ),
    case(
        "unknown-language",
        edit(FUND, "ja: 海基金", "jp: 海基金"),
        ['atlantis/funding/sea-fund.yml:2:22 name.jp: "jp" is not a known language. Did you mean ja?'],
    ),
    case(
        "unknown-source-type",
        edit(SOURCES, "type: law", "type: act"),
        [
            'atlantis/sources.yml:15:9 gazette.type: "act" is not a known type of source. Known: law, policy, official-report, official-page, statistics, journal-article, organisation-page, report, news, encyclopaedia, source-article.'
        ],
    ),
    case(
        "unknown-verdict",
        edit(CLAIMS, "verdict: confirmed", "verdict: confirm"),
        ['article/claims/money.yml:9:14 claims[0].verdict: "confirm" is not a known verdict. Did you mean confirmed?'],
    ),
    case(
        "unknown-claim-type",
        edit(CLAIMS, "type: number", "type: figure"),
        [
            'article/claims/money.yml:14:11 claims[1].type: "figure" is not a known type of claim. Known: fact, number, definition, judgement, question, recommendation, reference, provenance, credit.'
        ],
    ),
    case(
        "unknown-scheme",
        edit(NGO, "scheme: JP-JCN", "scheme: JP-JNC"),
        [
            'atlantis/organisations/reef.yml:6:14 identifiers[0].scheme: "JP-JNC" is not a known identifier scheme. Did you mean JP-JCN?'
        ],
    ),
    case(
        "unknown-fault",
        edit(FAULTS, "fault: name", "fault: nmae"),
        [
            'article/translation.yml:2:76 faults[0].fault: "nmae" must be one of name, word, meaning, run-together or layout.'
        ],
    ),
    case(
        "currency-name",
        edit(FUND, "currency: EUR", "currency: YEN"),
        ['atlantis/funding/sea-fund.yml:13:15 facts[2].currency: "YEN" is not an ISO 4217 code. Did you mean JPY?'],
    ),
    case(
        "currency-misspelt",
        edit(FUND, "currency: EUR", "currency: EUX"),
        ['atlantis/funding/sea-fund.yml:13:15 facts[2].currency: "EUX" is not an ISO 4217 code. Did you mean EUR?'],
    ),
    case(
        "country-code",
        edit(COUNTRY, "value: AQ", "value: UK"),
        [
            'atlantis/country.yml:6:32 facts[0].value: "UK" is not an ISO 3166-1 code (the field iso-alpha2 holds a country code).'
        ],
    ),
    case(
        "impossible-day",
        edit(LAW, "value: 2020-05-04", "value: 2020-02-30"),
        [
            'atlantis/laws/aid-act.yml:6:29 facts[0].value: "2020-02-30" is not a day of the calendar: February 2020 has no day 30 (the field adopted holds a date).'
        ],
    ),
    case(
        "impossible-month",
        edit(LAW, "value: 2020-05-04", "value: 2020-13"),
        ['atlantis/laws/aid-act.yml:6:29 facts[0].value: "2020-13" has no month 13 (the field adopted holds a date).'],
    ),
    case(
        "day-first",
        edit(LAW, "value: 2020-05-04", "value: 04.05.2020"),
        [
            'atlantis/laws/aid-act.yml:6:29 facts[0].value: "04.05.2020" must be a date such as 2000, 2000-08 or 2000-08-10 (the field adopted holds a date).'
        ],
    ),
    case(
        "as-of-month-name",
        edit(FUND, "as_of: 2016-01", "as_of: January 2016"),
        [
            'atlantis/funding/sea-fund.yml:9:61 facts[1].as_of: "January 2016" must be a date such as 2000, 2000-08 or 2000-08-10.'
        ],
    ),
    case(
        "period-reversed",
        edit(FUND, "2023-04/2024-03", "2024-04/2023-03"),
        ['atlantis/funding/sea-fund.yml:15:13 facts[2].period: "2024-04/2023-03" ends before it begins.'],
    ),
    case(
        "period-words",
        edit(FUND, "2023-04/2024-03", "2023-24"),
        [
            'atlantis/funding/sea-fund.yml:15:13 facts[2].period: "2023-24" has no month 24; a fiscal year is written 2022-04/2023-03.'
        ],
    ),
    case(
        "bad-address",
        edit(SOURCES, "https://atlas.example/book", "atlas.example/book"),
        [
            'atlantis/sources.yml:5:8 atlas.url: "atlas.example/book" must be a web address such as https://example.org/page.'
        ],
    ),
    case(
        "script-address",
        edit(NGO, "https://reef.example/", "javascript:alert(1)"),
        [
            'atlantis/organisations/reef.yml:10:29 facts[1].value: "javascript:alert(1)" must be a web address such as https://example.org/page (the field website holds a web address).'
        ],
    ),
    case(
        "number-in-words",
        edit(FUND, "value: 46", "value: forty-six"),
        [
            'atlantis/funding/sea-fund.yml:9:29 facts[1].value: "forty-six" must be a number in digits, such as 46, 92_400_000_000 or 0.39 (the field members holds a number).'
        ],
    ),
    case(
        "number-with-comma",
        edit(FUND, "value: 1_500_000", 'value: "1,500,000"'),
        [
            'atlantis/funding/sea-fund.yml:12:12 facts[2].value: "1,500,000" must be a number in digits, such as 46, 92_400_000_000 or 0.39 (the field amount holds a sum of money).'
        ],
    ),
    case(
        "date-with-note",
        edit(LAW, "value: 2020-05-04, source", "as_of: 2020, value: 2020-05-04, source"),
        [
            "atlantis/laws/aid-act.yml:6:22 facts[0].as_of: is a second date beside a date. Leave it out, or put it into `note`."
        ],
    ),
    case(
        "value-and-missing",
        edit(FUND, "value: 46", "missing: not-found, value: 46"),
        [
            "atlantis/funding/sea-fund.yml:9:22 facts[1].missing: has a value and says that it is missing (not-found) at once. Keep one."
        ],
    ),
    case(
        "neither",
        edit(FUND, "value: 46, ", ""),
        [
            "atlantis/funding/sea-fund.yml:9:5 facts[1]: has neither a value nor a reason why it is missing. Write one; `missing: not-researched` if nobody has looked."
        ],
    ),
    case(
        "missing-without-day",
        edit(FUND, "missing: not-found, searched: 2026-11-20", "missing: not-found"),
        ["atlantis/funding/sea-fund.yml:19:37 facts[3].missing: not-found needs searched."],
    ),
    case(
        "missing-with-source",
        edit(FUND, "missing: not-found, searched", "missing: not-found, source: atlas, locator: p. 1, searched"),
        [
            "atlantis/funding/sea-fund.yml:19:48 facts[3].source: source does not go with not-found.",
            "atlantis/funding/sea-fund.yml:19:63 facts[3].locator: locator does not go with not-found.",
        ],
    ),
    case(
        "none-exists-unsourced",
        edit(FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", "missing: none-exists"),
        [
            "atlantis/funding/sea-fund.yml:19:37 facts[3].missing: none-exists needs locator.",
            "atlantis/funding/sea-fund.yml:19:37 facts[3].missing: none-exists needs source.",
        ],
    ),
    case(
        "one-value-disagrees",
        edit(FUND, "      - {value: 31, as_of: 2024, source: gazette, locator: Article 4}\n", ""),
        ["atlantis/funding/sea-fund.yml:24:7 facts[4].values: a disagreement needs two values or more."],
    ),
    case(
        "two-shown",
        edit(FUND, "locator: Article 4}", "locator: Article 4, shown: true}"),
        ["atlantis/funding/sea-fund.yml:24:7 facts[4].values: only one value can be the shown one."],
    ),
    case(
        "same-values",
        edit(FUND, "{value: 31,", "{value: 30,"),
        [
            "atlantis/funding/sea-fund.yml:24:7 facts[4].values: the values are all the same: write one fact with the other sources under `further_sources`."
        ],
    ),
    case(
        "shown-maybe",
        edit(FUND, "shown: true", "shown: maybe"),
        ['atlantis/funding/sea-fund.yml:24:71 facts[4].values[0].shown: "maybe" must be true, or the key left out.'],
    ),
    case(
        "searched-with-value",
        edit(FUND, "value: 46", "searched: 2026-11-20, value: 46"),
        ["atlantis/funding/sea-fund.yml:9:22 facts[1].searched: searched goes only with `missing`."],
    ),
    case(
        "no-source",
        edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01"),
        [
            "atlantis/funding/sea-fund.yml:9:5 facts[1]: has a value without a source. Add `source` and `locator`, or write `missing` in place of the value."
        ],
    ),
    case(
        "no-locator",
        edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, source: atlas"),
        [
            "atlantis/funding/sea-fund.yml:9:70 facts[1].source: has a source without a locator. Add `locator`: article, page, section or paragraph."
        ],
    ),
    case(
        "locator-alone",
        edit(FUND, "searched: 2026-11-20, note", "searched: 2026-11-20, locator: p. 1, note"),
        ["atlantis/funding/sea-fund.yml:19:70 facts[3].locator: locator does not go with not-found."],
    ),
    case(
        "money-without-currency",
        edit(FUND, "    currency: EUR\n", ""),
        [
            "atlantis/funding/sea-fund.yml:10:5 facts[2]: is a sum of money without a currency. Add `currency`, such as JPY."
        ],
    ),
    case(
        "money-without-basis",
        edit(FUND, "    basis: disbursement\n", ""),
        [
            "atlantis/funding/sea-fund.yml:10:5 facts[2]: is a sum of money without a basis. Add `basis`, such as commitment or disbursement."
        ],
    ),
    case(
        "money-without-period",
        edit(FUND, "    period: 2023-04/2024-03\n", ""),
        ["atlantis/funding/sea-fund.yml:10:5 facts[2]: is a sum of money without a period. Add `period` or `as_of`."],
    ),
    case(
        "currency-on-a-count",
        edit(FUND, "unit: organisations", "currency: EUR, unit: organisations"),
        [
            "atlantis/funding/sea-fund.yml:9:33 facts[1].currency: goes only with money; the field members holds a number."
        ],
    ),
    case(
        "basis-on-a-count",
        edit(FUND, "unit: organisations", "basis: budget, unit: organisations"),
        ["atlantis/funding/sea-fund.yml:9:33 facts[1].basis: goes only with money."],
    ),
    case(
        "unit-on-money",
        edit(FUND, "    currency: EUR", "    unit: projects\n    currency: EUR"),
        [
            "atlantis/funding/sea-fund.yml:13:5 facts[2].unit: goes only with counts; the field amount holds a sum of money."
        ],
    ),
    case(
        "number-without-unit",
        edit(FUND, "field: members, value: 46, unit: organisations", "field: quantity, label: boats, value: 46"),
        [
            "atlantis/funding/sea-fund.yml:9:5 facts[1]: is a number without a unit: the field quantity has none of its own. Add `unit`."
        ],
    ),
    case(
        "precision-on-a-date",
        edit(FUND, "value: 2001-04", "precision: about, value: 2001-04"),
        [
            "atlantis/funding/sea-fund.yml:8:22 facts[0].precision: goes only with numbers; the field started holds a date."
        ],
    ),
    case(
        "range-reversed",
        edit(FUND, "value: 46", "value: 46, to: 40"),
        ["atlantis/funding/sea-fund.yml:9:37 facts[1].to: the upper end 40 is not above 46."],
    ),
    case(
        "range-in-words",
        edit(FUND, "value: 46", "value: 46, to: fifty"),
        [
            'atlantis/funding/sea-fund.yml:9:37 facts[1].to: "fifty" must be a number in digits, such as 46, 92_400_000_000 or 0.39.'
        ],
    ),
    case(
        "percent-of-what",
        edit(COUNTRY, "label: bilateral aid through NGOs, ", ""),
        ["atlantis/country.yml:10:5 facts[4]: is a percentage of what? Add `label`."],
    ),
    case(
        "share-over-100",
        edit(COUNTRY, "value: 12.5", "value: 125"),
        ['atlantis/country.yml:10:66 facts[4].value: "125" is a share outside 0 to 100 percent.'],
    ),
    case(
        "rate-one-currency",
        edit(
            COUNTRY,
            "field: aid-share, label: bilateral aid through NGOs, value: 12.5",
            "field: exchange-rate, value: 1.1, currency: EUR",
        ),
        ["atlantis/country.yml:10:5 facts[4]: is a rate without both currencies. Add `currency` and `per`."],
    ),
    case(
        "rate-same-currency",
        edit(
            COUNTRY,
            "field: aid-share, label: bilateral aid through NGOs, value: 12.5",
            "field: exchange-rate, value: 1.1, currency: EUR, per: EUR",
        ),
        ["atlantis/country.yml:10:60 facts[4].per: is the same currency twice."],
    ),
    case(
        "rate-without-time",
        edit(
            COUNTRY,
            "field: aid-share, label: bilateral aid through NGOs, value: 12.5, period: 2024",
            "field: exchange-rate, value: 1.1, currency: EUR, per: USD",
        ),
        ["atlantis/country.yml:10:5 facts[4]: is a rate without a time. Add `period` or `as_of`."],
    ),
    case(
        "per-on-a-share",
        edit(COUNTRY, "value: 12.5", "per: USD, value: 12.5"),
        ["atlantis/country.yml:10:59 facts[4].per: goes only with rates."],
    ),
    case(
        "two-times",
        edit(FUND, "as_of: 2016-01", "as_of: 2016-01, period: 2016"),
        [
            "atlantis/funding/sea-fund.yml:9:54 facts[1].as_of: has a period and a day at once. Keep `period` for what adds up over time, `as_of` for the rest."
        ],
    ),
    case(
        "milestone-without-date",
        edit(BODY, "{field: founded, value: 1999", "{field: milestone, value: Doors opened"),
        ["atlantis/bodies/aid-office.yml:6:5 facts[0]: the field milestone needs a date. Add `as_of` or `period`."],
    ),
    case(
        "same-slot",
        edit(
            FUND,
            "  - {field: started",
            "  - {field: members, value: 47, as_of: 2016-01, source: atlas, locator: p. 8}\n  - {field: started",
        ),
        [
            "atlantis/funding/sea-fund.yml:10:5 facts[2]: says the same as facts[0]: the same field, `label` and time. Tell them apart by `label`, or record the disagreement (missing: sources-disagree)."
        ],
    ),
    case(
        "same-anchor",
        edit(FUND, "{field: started, value: 2001-04", "{field: started, id: members-2016-01, value: 2001-04"),
        [
            'atlantis/funding/sea-fund.yml:9:5 facts[1]: the anchor "members-2016-01" is taken already. Word `label` differently, or give an `id`.'
        ],
    ),
    case(
        "further-source-the-same",
        edit(FUND, "{source: gazette, locator: Article 3}", "{source: atlas, locator: p. 6}"),
        [
            "atlantis/funding/sea-fund.yml:18:23 facts[2].further_sources[0]: is the same source at the same place again. Delete it."
        ],
    ),
    case(
        "label-too-long",
        edit(FUND, "label: grants", "label: " + "grants and " * 20 + "more"),
        [
            "atlantis/funding/sea-fund.yml:11:12 facts[2].label: has 224 characters; `label` takes at most 160. Use `note` for more."
        ],
    ),
    case(
        "relation-nowhere",
        edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/laws/aid-acts"),
        [
            'atlantis/funding/sea-fund.yml:28:26 relations[1].to: "atlantis/laws/aid-acts" does not exist. Did you mean atlantis/laws/aid-act?'
        ],
    ),
    case(
        "relation-to-itself",
        edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/funding/sea-fund"),
        ["atlantis/funding/sea-fund.yml:28:26 relations[1].to: is the record itself."],
    ),
    case(
        "relation-twice",
        edit(
            FUND,
            "{type: based-on, to: atlantis/laws/aid-act}",
            "{type: administered-by, to: atlantis/bodies/aid-office}",
        ),
        ["atlantis/funding/sea-fund.yml:28:5 relations[1]: stands twice. Keep one."],
    ),
    case(
        "circle-of-two",
        edit(BODY, "reviewed:", "relations: [{type: administered-by, to: atlantis/funding/sea-fund}]\nreviewed:"),
        [
            "atlantis/bodies/aid-office.yml:7:41 relations[0].to: goes round in a circle: atlantis/bodies/aid-office -> atlantis/funding/sea-fund -> atlantis/bodies/aid-office."
        ],
    ),
    case(
        "bad-id",
        edit(FUND, "to: atlantis/laws/aid-act", "to: Atlantis/Laws/Aid Act"),
        [
            'atlantis/funding/sea-fund.yml:28:26 relations[1].to: "Atlantis/Laws/Aid Act" is not a record\'s path, such as japan/funding/japan-platform.'
        ],
    ),
    case(
        "source-misspelt",
        edit(FUND, "as_of: 2016-01, source: atlas", "as_of: 2016-01, source: atals"),
        ['atlantis/funding/sea-fund.yml:9:78 facts[1].source: the source "atals" does not exist. Did you mean atlas?'],
    ),
    case(
        "source-in-text-misspelt",
        edit(FUND, "[@atlas, p. 5]", "[@atals, p. 5]"),
        ['atlantis/funding/sea-fund.yml:5:10 summary: the source "atals" does not exist. Did you mean atlas?'],
    ),
    case(
        "citation-without-locator",
        edit(FUND, "[@atlas, p. 5]", "[@atlas]"),
        [
            "atlantis/funding/sea-fund.yml:5:10 summary: [@atlas] has no locator. Write [@atlas, p. 3], or a section or paragraph."
        ],
    ),
    case(
        "citation-malformed",
        edit(FUND, "[@atlas, p. 5]", "[@Atlas p. 5]"),
        [
            "atlantis/funding/sea-fund.yml:5:10 summary: [@Atlas p. 5] is not a citation. Write [@key, locator]; the key is in small letters."
        ],
    ),
    case(
        "summary-uncited",
        edit(FUND, " [@atlas, p. 5]", ""),
        ["atlantis/funding/sea-fund.yml:5:10 summary: cites no source. Add one, such as [@key, p. 3]."],
    ),
    case(
        "source-unused",
        edit(
            SOURCES,
            "gazette:\n",
            "spare:\n  title: {en: Spare}\n  publisher: P\n  url: https://spare.example/\n  language: en\n  type: news\n  read: 2026-11-20\ngazette:\n",
        ),
        ['atlantis/sources.yml:9:1 spare: nothing cites the source "spare". Cite it, or delete it.'],
    ),
    case(
        "source-twice",
        edit(SOURCES, "https://gazette.example/2020/5", "https://atlas.example/book"),
        ['atlantis/sources.yml:13:8 gazette.url: is the address of the source "atlas" already.'],
    ),
    case(
        "read-before-published",
        edit(SOURCES, "date: 2025-03\n", "date: 2026-12\n"),
        ['atlantis/sources.yml:8:9 atlas.read: "2026-11-20" lies before the source\'s own date, 2026-12.'],
    ),
    case(
        "original-without-mirror",
        edit(SOURCES, "  language: fr", "  original_url: https://old.example/\n  language: fr"),
        ["atlantis/sources.yml:14:3 gazette.original_url: goes with `mirror`, which says whose copy was read."],
    ),
    case(
        "source-key",
        edit(SOURCES, "gazette:", "Gazette 2020:"),
        [
            'atlantis/sources.yml:9:1 Gazette 2020: "Gazette 2020" is not a source\'s key: small letters and digits, joined by hyphens.'
        ],
    ),
    case(
        "name-without-english",
        edit(FUND, "en: Sea Fund, ", ""),
        ["atlantis/funding/sea-fund.yml:2:7 name: has no English name. Add `en`."],
    ),
    case(
        "name-with-tag",
        edit(FUND, "en: Sea Fund", "en: Sea <b>Fund</b>"),
        [
            'atlantis/funding/sea-fund.yml:2:12 name.en: "Sea <b>Fund</b>" is a name; names hold no < > { } and no line break.'
        ],
    ),
    case(
        "check-digit",
        edit(NGO, "7000012050002", "8000012050002"),
        [
            'atlantis/organisations/reef.yml:6:26 identifiers[0].id: "8000012050002" has wrong check digits for JP-JCN. Compare it with the source.'
        ],
    ),
    case(
        "identifier-form",
        edit(NGO, "7000012050002", "70000-12050002"),
        [
            'atlantis/organisations/reef.yml:6:26 identifiers[0].id: "70000-12050002" does not have the form [1-9][0-9]{12} of the scheme JP-JCN.'
        ],
    ),
    case(
        "kind-in-wrong-folder",
        edit(BODY, "kind: body", "kind: law"),
        ['atlantis/bodies/aid-office.yml:1:7 kind: "law" does not go here: bodies holds the kind body.'],
    ),
    case(
        "type-missing",
        edit(NGO, "type: ngo\n", ""),
        ["atlantis/organisations/reef.yml:1:1 the key type is missing. Known: ngo, network, foundation."],
    ),
    case(
        "type-unknown",
        edit(NGO, "type: ngo", "type: network-of-ngos"),
        ['atlantis/organisations/reef.yml:2:7 type: "network-of-ngos" is not a known type. Did you mean network?'],
    ),
    case(
        "type-where-none",
        edit(BODY, "kind: body\n", "kind: body\ntype: ngo\n"),
        ['atlantis/bodies/aid-office.yml:2:7 type: "ngo" is not a known type. The kind body has no types.'],
    ),
    case(
        "status-undated",
        edit(FUND, "as_of: 2024-03, source", "source"),
        ["atlantis/funding/sea-fund.yml:4:9 status: is a status without a date. Add `since` or `as_of`."],
    ),
    case(
        "status-unsourced",
        edit(FUND, ", source: atlas, locator: p. 5}\nsummary", "}\nsummary"),
        [
            "atlantis/funding/sea-fund.yml:4:9 status: is a status without a source. Add `source` and `locator`, or write `code: unknown`."
        ],
    ),
    case(
        "status-before-beginning",
        edit(NGO, "status: {code: active, as_of: 2024", "status: {code: active, since: 1970"),
        ["atlantis/organisations/reef.yml:4:31 status.since: the status since 1970 lies before the beginning in 1980."],
    ),
    case(
        "ended-before-begun",
        edit(BODY, "facts:\n", "facts:\n  - {field: ended, value: 1990, source: atlas, locator: p. 4}\n"),
        ["atlantis/bodies/aid-office.yml:6:27 facts[0].value: ended 1990 lies before founded 1999."],
    ),
    case(
        "in-force-before-adopted",
        edit(LAW, "{field: in-force, value: 2020-06-01", "{field: in-force, value: 2019-06-01"),
        ["atlantis/laws/aid-act.yml:7:30 facts[1].value: in-force 2019-06-01 lies before adopted 2020-05-04."],
    ),
    case(
        "reviewed-in-future",
        edit(BODY, "reviewed: 2026-11-20", "reviewed: 2199-01-01"),
        ['atlantis/bodies/aid-office.yml:7:11 reviewed: "2199-01-01" lies in the future.'],
    ),
    case(
        "reviewed-month-only",
        edit(BODY, "reviewed: 2026-11-20", "reviewed: 2026-11"),
        ['atlantis/bodies/aid-office.yml:7:11 reviewed: "2026-11" must be a full day, such as 2026-11-23.'],
    ),
    case(
        "country-without-currency",
        edit(COUNTRY, "  - {field: currency, value: EUR, source: atlas, locator: p. 2}\n", ""),
        ["atlantis/country.yml:5:1 facts: has no fact currency. Add it with its source, or with `missing`."],
    ),
    case(
        "html",
        edit(FUND, "Pays for", "<script>alert(1)</script> Pays for"),
        [
            'atlantis/funding/sea-fund.yml:5:10 summary: "<script>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-note",
        edit(FUND, "note: Looked for", "note: <b>Looked</b> for"),
        [
            'atlantis/funding/sea-fund.yml:19:76 facts[3].note: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "link-nowhere",
        edit(NGO, "(/atlantis/funding/sea-fund/)", "(/atlantis/funding/sea-found/)"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: the link "/atlantis/funding/sea-found/" leads nowhere. Did you mean atlantis/funding/sea-fund?'
        ],
    ),
    case(
        "link-without-slash",
        edit(NGO, "(/atlantis/funding/sea-fund/)", "(/atlantis/funding/sea-fund)"),
        ['atlantis/organisations/reef.yml:7:10 summary: the link "/atlantis/funding/sea-fund" must end with a slash.'],
    ),
    case(
        "link-javascript",
        edit(NGO, "(/atlantis/funding/sea-fund/)", "(javascript:alert(1))"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: the link "javascript:alert(1" is neither an address of this site (/japan/…/) nor of the web.'
        ],
    ),
    case(
        "claim-missing",
        edit(
            CLAIMS,
            "  - id: s002\n    line: 2\n    type: number\n    says: It has 50 members.\n    records: [atlantis/funding/sea-fund]\n    verdict: unconfirmed\n    finding: Not found.\n",
            "",
        ),
        ["article/article.yml:5:9 claims: the claim s002 is missing."],
    ),
    case(
        "claim-twice",
        edit(CLAIMS, "id: s002", "id: s001"),
        [
            "article/article.yml:5:9 claims: the claim s002 is missing.",
            'article/claims/money.yml:12:9 claims[1].id: "s001" stands in data/article/claims/money.yml already.',
        ],
    ),
    case(
        "claim-out-of-order",
        edit(CLAIMS, "id: s003", "id: s000"),
        [
            "article/article.yml:5:9 claims: the claim s000 is one more than there are.",
            "article/article.yml:5:9 claims: the claim s003 is missing.",
            'article/claims/money.yml:19:9 claims[2].id: "s000" comes after s002.',
        ],
    ),
    case(
        "claim-without-evidence",
        edit(CLAIMS, "    evidence: [{source: atlas, locator: p. 5}]\n", ""),
        [
            "article/claims/money.yml:4:5 claims[0]: the verdict confirmed needs evidence. Add `evidence: [{source: …, locator: …}]`."
        ],
    ),
    case(
        "claim-record-unknown",
        edit(
            CLAIMS,
            "says: It has 50 members.\n    records: [atlantis/funding/sea-fund]",
            "says: It has 50 members.\n    records: [atlantis/funding/see-fund]",
        ),
        [
            'article/claims/money.yml:16:15 claims[1].records[0]: "atlantis/funding/see-fund" does not exist. Did you mean atlantis/funding/sea-fund?'
        ],
    ),
    case(
        "claim-id",
        edit(CLAIMS, "id: s002", "id: claim-2"),
        ['article/claims/money.yml:12:9 claims[1].id: "claim-2" is not the id of a claim, such as s042.'],
    ),
    case(
        "article-name-wrong",
        edit(NAMES, "name: Sea Fund", "name: Ocean Fund"),
        ['article/names.yml:2:38 names[0].name: "Ocean Fund" is not a name of atlantis/funding/sea-fund: "Sea Fund".'],
    ),
    case(
        "article-name-record",
        edit(NAMES, "record: atlantis/funding/sea-fund", "record: atlantis/funding/see-fund"),
        [
            'article/names.yml:2:56 names[0].record: "atlantis/funding/see-fund" does not exist. Did you mean atlantis/funding/sea-fund?'
        ],
    ),
    case(
        "line-zero",
        edit(NAMES, "lines: [2]", "lines: [0]"),
        ['article/names.yml:2:91 names[0].lines[0]: "0" must be a whole number above 0.'],
    ),
    case(
        "wrong-extension",
        whole("atlantis/funding/lake-fund.yaml", b"kind: law\n"),
        [
            'atlantis/funding/lake-fund.yaml:1:1 "lake-fund.yaml" is not a YAML file: names end in .yml. Did you mean .yml?'
        ],
    ),
    case(
        "not-a-data-file",
        whole("atlantis/notes.docx", b"PK"),
        ['atlantis/notes.docx:1:1 "notes.docx" is not a YAML file: names end in .yml.'],
    ),
    case(
        "unknown-folder",
        whole("atlantis/fundings/lake-fund.yml", b"kind: funding-scheme\n"),
        ['atlantis/fundings/lake-fund.yml:1:1 the folder "fundings" is not known. Did you mean funding?'],
    ),
    case(
        "wrong-place",
        whole("atlantis/funding/lake/fund.yml", b"kind: funding-scheme\n"),
        [
            "atlantis/funding/lake/fund.yml:1:1 lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/."
        ],
    ),
    case(
        "loose-file",
        whole("atlantis/lake-fund.yml", b"kind: funding-scheme\n"),
        [
            "atlantis/lake-fund.yml:1:1 lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/."
        ],
    ),
    case(
        "bad-file-name",
        whole("atlantis/funding/Lake_Fund.yml", b"kind: funding-scheme\n"),
        [
            'atlantis/funding/Lake_Fund.yml:1:1 "Lake_Fund" is not a good name: small letters a to z and digits, joined by hyphens.'
        ],
    ),
    case(
        "article-stray",
        whole("article/extra.yml", b"a: b\n"),
        [
            "article/extra.yml:1:1 lies in the wrong place: data/article/ holds article.yml, names.yml, translation.yml, sources.yml and claims/."
        ],
    ),
    case(
        "unknown-code-list",
        whole("vocabulary/colours.yml", b"red: {label: Red, about: Red.}\n"),
        [
            "vocabulary/colours.yml:1:1 is not a code list of the vocabulary. Known: kinds, groups, fields, units, missing, supports, precisions, bases, statuses, relations, source_types, evidence, verdicts, claim_types, name_types, question_groups, asks, answers, comparisons, identifier_schemes, languages."
        ],
    ),
    case(
        "moved-nowhere",
        whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/see-fund\n"),
        [
            'atlantis/funding/old.yml:1:11 moved_to: "atlantis/funding/see-fund" does not exist. Did you mean atlantis/funding/sea-fund?'
        ],
    ),
    case(
        "moved-to-itself",
        whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/old\n"),
        ["atlantis/funding/old.yml:1:11 moved_to: is the record itself."],
    ),
    case(
        "text-too-long",
        whole(
            "atlantis/bodies/long.yml",
            FILES[BODY]
            .replace("Aid Office", "Long Office")
            .replace("{field: founded, value: 1999", "{field: purpose, value: " + "long " * 500)
            .encode(),
        ),
        [
            'atlantis/bodies/long.yml:6:29 facts[0].value: "long long long long long long long long long long long long long long long long long long long long long long long long…" has 2499 characters; the most is 2000 (the field purpose holds text).'
        ],
    ),
    case(
        "two-records-one-name",
        whole("atlantis/bodies/again.yml", FILES[BODY].encode()),
        [
            'atlantis/bodies/aid-office.yml:2:12 name.en: "Aid Office" is the name of atlantis/bodies/again already: two records for one thing?'
        ],
    ),
    case(
        "place-without-country",
        whole("lemuria/bodies/office.yml", FILES[BODY].encode()),
        ["lemuria/bodies/office.yml:1:1 the folder data/lemuria/ has no country.yml."],
    ),
    case(
        "reserved-place",
        whole(
            "timeline/country.yml", FILES[COUNTRY].replace("Atlantis", "Time").replace("Atlantide", "Temps").encode()
        ),
        [
            'timeline/country.yml:1:1 "timeline" cannot be the name of a country\'s folder: the site has a page of that name.'
        ],
    ),
    case(
        "source-key-twice",
        whole(
            "article/sources.yml",
            FILES[SOURCES].split("gazette:")[0].replace("atlas.example", "other.example").encode(),
        ),
        ['atlantis/sources.yml:1:1 atlas: the source key "atlas" is taken already (data/article/sources.yml:1).'],
    ),
    case(
        "utf-16-big-endian",
        whole(FUND, "\ufeffkind: law\n".encode("utf-16-be")),
        ["atlantis/funding/sea-fund.yml:1:1 is UTF-16. Save it as UTF-8."],
    ),
    case(
        "utf-16-without-bom",
        whole(FUND, "kind: law\n".encode("utf-16-le")),
        ["atlantis/funding/sea-fund.yml:1:1 is UTF-16. Save it as UTF-8."],
    ),
    case(
        "latin-1",
        edit(COUNTRY, "Atlantide", "Atlantidé", "latin-1"),
        ["atlantis/country.yml:2:34 byte 0xE9 is not UTF-8. Save the file as UTF-8."],
    ),
    case(
        "two-tabs",
        edit(FUND, "  - {field: started", "\t\t- {field: started"),
        ["atlantis/funding/sea-fund.yml:8:1 here is a tab. Indent and separate with spaces."],
    ),
    case(
        "two-hidden-characters",
        edit(FUND, "Sea Fund,", "Sea\u200b\u202e Fund,"),
        [
            "atlantis/funding/sea-fund.yml:2:15 U+200B is a zero-width character, which nobody sees. Delete it.",
            "atlantis/funding/sea-fund.yml:2:16 U+202E changes the writing direction, which hides what is written. Delete it.",
        ],
    ),
    case(
        "byte-order-mark-inside",
        edit(FUND, "Sea Fund,", "Sea\ufeff Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+FEFF is a zero-width character, which nobody sees. Delete it."],
    ),
    case(
        "nul",
        edit(FUND, "Sea Fund,", "Sea\x00 Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+0000 is a control character. Delete it."],
    ),
    case(
        "noncharacter",
        edit(FUND, "Sea Fund,", "Sea\ufffe Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+FFFE is a control character. Delete it."],
    ),
    case(
        "next-line",
        edit(FUND, "Sea Fund,", "Sea\x85 Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+0085 is a control character. Delete it."],
    ),
    case(
        "line-separator",
        edit(FUND, "Sea Fund,", "Sea\u2028 Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+2028 is a Unicode line separator. Use an ordinary line break."],
    ),
    case(
        "paragraph-separator",
        edit(FUND, "Sea Fund,", "Sea\u2029 Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+2029 is a Unicode paragraph separator. Use an ordinary line break."],
    ),
    case(
        "carriage-return",
        edit(FUND, "Sea Fund,", "Sea\r Fund,"),
        ["atlantis/funding/sea-fund.yml:2:15 U+000D is a lone carriage return. Use ordinary line breaks."],
    ),
    case(
        "no-space-after-colon",
        edit(BODY, "reviewed: 2026", "reviewed:2026"),
        ["atlantis/bodies/aid-office.yml:7:1 is not valid YAML: a key without a colon and a space after it."],
    ),
    case(
        "no-space-after-hyphen",
        edit(BODY, "  - {field", "  -{field"),
        [
            'atlantis/bodies/aid-office.yml:6:26 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly (a list item needs a space after its hyphen).'
        ],
    ),
    case(
        "key-too-far-right",
        edit(FUND, "    label: grants", "     label: grants"),
        [
            'atlantis/funding/sea-fund.yml:11:11 is not valid YAML: a value with ": " in it needs quotation marks, or this line is indented wrongly (it stands deeper than line 10).'
        ],
    ),
    case(
        "list-item-too-far-right",
        edit(FUND, "  - {type: based-on", "   - {type: based-on"),
        [
            "atlantis/funding/sea-fund.yml:28:4 is not valid YAML: this does not begin in the same column as the list items or keys before it."
        ],
    ),
    case(
        "list-on-the-line-of-its-key",
        edit(FUND, "facts:\n  - {field: started", "facts: - {field: started"),
        [
            "atlantis/funding/sea-fund.yml:7:8 is not valid YAML: a list item (-) cannot stand here; put it on a line of its own."
        ],
    ),
    case(
        "bracket-of-the-wrong-kind",
        edit(NAMES, "lines: [2]", "lines: [2"),
        [
            "article/names.yml:2:92 is not valid YAML: a comma or a closing ] is missing, or a value with a comma needs quotation marks."
        ],
    ),
    case(
        "bracket-open-at-the-end",
        edit(NAMES, "lines: [2]}", "lines: [2"),
        [
            "article/names.yml:2:90 is not valid YAML: a comma or a closing ] is missing, or a value with a comma needs quotation marks."
        ],
    ),
    case(
        "missing-comma",
        edit(FUND, "en: Sea Fund, ja", "en: Sea Fund ja"),
        [
            "atlantis/funding/sea-fund.yml:2:23 is not valid YAML: a comma or a closing } is missing, or a value with a comma needs quotation marks."
        ],
    ),
    case(
        "comma-in-value",
        edit(FUND, "note: Looked for in the atlas.", "note: Looked for, in the atlas."),
        [
            'atlantis/funding/sea-fund.yml:19:88 facts[3].in the atlas.: the key "in the atlas." is not known here. If it belongs to the value before it: a value with a comma needs quotation marks.',
        ],
    ),
    case(
        "comma-twice",
        edit(BODY, "name: {en: Aid Office}", "name: {en: Aid Office,,}"),
        ["atlantis/bodies/aid-office.yml:2:23 is not valid YAML: a value is missing here."],
    ),
    case(
        "ampersand",
        edit(BODY, "Runs the aid", "& aid"),
        [
            "atlantis/bodies/aid-office.yml:4:11 is not valid YAML: a value that begins with & or * needs quotation marks."
        ],
    ),
    case(
        "asterisk",
        edit(BODY, "Runs the aid", "* aid"),
        [
            "atlantis/bodies/aid-office.yml:4:11 is not valid YAML: a value that begins with & or * needs quotation marks."
        ],
    ),
    case(
        "backtick",
        edit(BODY, "en: Aid Office", "en: `Aid`"),
        [
            "atlantis/bodies/aid-office.yml:2:12 is not valid YAML: a value cannot begin with this sign; put the value into quotation marks."
        ],
    ),
    case(
        "percent-sign",
        edit(BODY, "en: Aid Office", "en: %Aid"),
        [
            "atlantis/bodies/aid-office.yml:2:12 is not valid YAML: a value cannot begin with this sign; put the value into quotation marks."
        ],
    ),
    case(
        "text-after-quote",
        edit(BODY, "summary: Runs", 'summary: "Runs" and '),
        [
            "atlantis/bodies/aid-office.yml:4:17 is not valid YAML: the line is indented wrongly, or a quotation mark before it is left open or closed too early."
        ],
    ),
    case(
        "very-deep",
        whole(BODY, b"a: " + b"[" * 5000 + b"]" * 5000),
        ["atlantis/bodies/aid-office.yml:1:1003 is not valid YAML: brackets are nested too deep."],
    ),
    case(
        "hexadecimal",
        edit(FUND, "value: 46", "value: 0x2E"),
        [
            "atlantis/funding/sea-fund.yml:9:29 facts[1].value: 0x2E reads as a number in another base. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "infinity",
        edit(FUND, "value: 46", "value: .inf"),
        [
            "atlantis/funding/sea-fund.yml:9:29 facts[1].value: .inf reads as infinity or not-a-number. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "equals",
        edit(BODY, "kind: body", "kind: ="),
        [
            'atlantis/bodies/aid-office.yml:1:7 kind: "=" is not a known kind. Known: country, frame, concept, body, law, policy, funding-scheme, capacity-programme, dialogue-mechanism, organisation, commitment, event, statistic, lesson, article.'
        ],
    ),
    case(
        "no",
        edit(NGO, "en: Reef", "en: no"),
        [
            "atlantis/organisations/reef.yml:3:12 name.en: no reads as true or false in YAML 1.1. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "duplicate-key-in-a-fact",
        edit(COUNTRY, "{field: iso-alpha2, value: AQ", "{field: iso-alpha2, value: AQ, value: DE"),
        ['atlantis/country.yml:6:36 facts[0].value: the key "value" is given twice (first on line 6). Keep one.'],
    ),
    case(
        "duplicate-key-composed-and-decomposed",
        edit(FUND, "short_name", "cafe\u0301: x\ncaf\u00e9: x\nshort_name"),
        [
            'atlantis/funding/sea-fund.yml:3:1 café: the key "café" is not known here. Known: kind, type, name, short_name, other_names, status, identifiers, summary, facts, relations, reviewed.',
            'atlantis/funding/sea-fund.yml:4:1 café: the key "café" is given twice (first on line 3). Keep one.',
        ],
    ),
    case(
        "empty-key",
        edit(BODY, "kind: body", "'': x\nkind: body"),
        ["atlantis/bodies/aid-office.yml:1:1 an empty key is not allowed. Write the keys out."],
    ),
    case(
        "merge-key-quoted",
        edit(BODY, "kind: body", "'<<': x\nkind: body"),
        ["atlantis/bodies/aid-office.yml:1:1 the merge key << is not allowed. Write the keys out."],
    ),
    case(
        "word-at-top",
        whole(BODY, b"hello\n"),
        ["atlantis/bodies/aid-office.yml:1:1 must be a mapping of keys to values."],
    ),
    case(
        "name-is-a-list",
        edit(FUND, "en: Sea Fund", "en: [Sea Fund]"),
        ["atlantis/funding/sea-fund.yml:2:12 name.en: must be text, not a list."],
    ),
    case(
        "no-names",
        edit(FUND, "name: {en: Sea Fund, ja: 海基金}", "name: {}"),
        ["atlantis/funding/sea-fund.yml:2:7 name: must not be empty."],
    ),
    case(
        "empty-text",
        edit(FUND, "label: grants", "label: ''"),
        ["atlantis/funding/sea-fund.yml:11:12 facts[2].label: the value is missing. Write one, or delete the key."],
    ),
    case(
        "name-too-long",
        edit(FUND, "en: Sea Fund", "en: " + "Sea " * 70 + "Fund"),
        ["atlantis/funding/sea-fund.yml:2:12 name.en: is a name of 284 characters; the most is 240."],
    ),
    case(
        "name-with-line-break",
        edit(FUND, "en: Sea Fund", 'en: "Sea\\nFund"'),
        ['atlantis/funding/sea-fund.yml:2:12 name.en: "Sea Fund" is a name; names hold no < > { } and no line break.'],
    ),
    case(
        "name-with-braces",
        edit(FUND, "en: Sea Fund", 'en: "Sea {{ Fund }}"'),
        [
            'atlantis/funding/sea-fund.yml:2:12 name.en: "Sea {{ Fund }}" is a name; names hold no < > { } and no line break.'
        ],
    ),
    case(
        "number-as-key",
        edit(FUND, "short_name", "12: x\nshort_name"),
        [
            'atlantis/funding/sea-fund.yml:3:1 12: the key "12" is not known here. Known: kind, type, name, short_name, other_names, status, identifiers, summary, facts, relations, reviewed.'
        ],
    ),
    case(
        "other-name-key",
        edit(FUND, "short_name", "other_names: [{names: {en: Old Fund}, type: former}]\nshort_name"),
        [
            'atlantis/funding/sea-fund.yml:3:16 other_names[0].names: the key "names" is not known here. Did you mean name?',
        ],
    ),
    case(
        "unknown-type-of-name",
        edit(FUND, "short_name", "other_names: [{name: {en: Old Fund}, type: formerly}]\nshort_name"),
        [
            'atlantis/funding/sea-fund.yml:3:44 other_names[0].type: "formerly" is not a known type of name. Did you mean former?'
        ],
    ),
    case(
        "fact-is-a-word",
        edit(FUND, "  - {field: started, value: 2001-04, source: atlas, locator: p. 5}", "  - started in 2001"),
        ['atlantis/funding/sea-fund.yml:8:5 facts[0]: "started in 2001" must be a mapping of keys to values.'],
    ),
    case(
        "facts-are-a-mapping",
        edit(BODY, "facts:\n  - {field: founded", "facts:\n  {field: founded"),
        ["atlantis/bodies/aid-office.yml:6:3 facts: must be a list: one item a line, each after a hyphen."],
    ),
    case(
        "name-is-a-mapping",
        edit(BODY, "name: {en: Aid Office}", "name: [Aid Office]"),
        ["atlantis/bodies/aid-office.yml:2:7 name: must be a mapping of keys to values."],
    ),
    case(
        "facts-empty",
        edit(BODY, "facts:\n  - {field: founded, value: 1999, source: atlas, locator: p. 4}", "facts:"),
        ["atlantis/bodies/aid-office.yml:5:7 facts: the value is missing. Write one, or delete the key."],
    ),
    case(
        "status-is-a-word",
        edit(BODY, "status: {code: active, as_of: 2025, source: atlas, locator: p. 4}", "status: active"),
        ['atlantis/bodies/aid-office.yml:3:9 status: "active" must be a mapping of keys to values.'],
    ),
    case(
        "source-is-a-word",
        edit(SOURCES, "gazette:\n", "spare: a word\ngazette:\n"),
        ['atlantis/sources.yml:9:8 spare: "a word" must be a mapping of keys to values.'],
    ),
    case(
        "source-keys-missing",
        edit(SOURCES, "gazette:\n", "spare:\n  title: {en: Spare}\ngazette:\n"),
        [
            'atlantis/sources.yml:10:3 spare: the key "language" is missing.',
            'atlantis/sources.yml:10:3 spare: the key "publisher" is missing.',
            'atlantis/sources.yml:10:3 spare: the key "read" is missing.',
            'atlantis/sources.yml:10:3 spare: the key "type" is missing.',
            'atlantis/sources.yml:10:3 spare: the key "url" is missing.',
        ],
    ),
    case(
        "source-without-title",
        edit(SOURCES, "title: {en: Atlas of Atlantis}", "title: {}"),
        ["atlantis/sources.yml:2:10 atlas.title: must not be empty."],
    ),
    case(
        "title-not-by-language",
        edit(SOURCES, "title: {en: Atlas of Atlantis}", "title: Atlas of Atlantis"),
        ['atlantis/sources.yml:2:10 atlas.title: "Atlas of Atlantis" must be a mapping of keys to values.'],
    ),
    case(
        "unknown-source-key",
        edit(SOURCES, "publisher: Atlas", "publishr: Atlas"),
        [
            'atlantis/sources.yml:3:3 atlas.publishr: the key "publishr" is not known here. Did you mean publisher?',
        ],
    ),
    case(
        "source-language",
        edit(SOURCES, "language: fr", "language: french"),
        ['atlantis/sources.yml:14:13 gazette.language: "french" is not a known language. Did you mean fr?'],
    ),
    case(
        "title-language",
        edit(SOURCES, "{fr: Journal", "{french: Journal"),
        ['atlantis/sources.yml:10:11 gazette.title.french: "french" is not a known language. Did you mean fr?'],
    ),
    case(
        "original-language",
        edit(FUND, "value: 46", "original: {jp: x}, value: 46"),
        ['atlantis/funding/sea-fund.yml:9:33 facts[1].original.jp: "jp" is not a known language. Did you mean ja?'],
    ),
    case(
        "fact-id-form",
        edit(FUND, "{field: started", "{id: Started Here, field: started"),
        [
            'atlantis/funding/sea-fund.yml:8:10 facts[0].id: "Started Here" is not an anchor: small letters and digits, joined by -.'
        ],
    ),
    case(
        "source-key-form",
        edit(FUND, "as_of: 2016-01, source: atlas", "as_of: 2016-01, source: Atlas p1"),
        [
            'atlantis/funding/sea-fund.yml:9:78 facts[1].source: "Atlas p1" is not a source\'s key: small letters and digits, joined by hyphens.'
        ],
    ),
    case(
        "moved-with-other-keys",
        whole("atlantis/funding/old.yml", b"kind: law\nmoved_to: atlantis/funding/sea-fund\n"),
        ['atlantis/funding/old.yml:1:1 kind: the key "kind" is not known here. Known: moved_to.'],
    ),
    case(
        "moved-to-a-name",
        whole("atlantis/funding/old.yml", b"moved_to: Sea Fund\n"),
        [
            'atlantis/funding/old.yml:1:11 moved_to: "Sea Fund" is not a record\'s path, such as japan/funding/japan-platform.'
        ],
    ),
    case(
        "currency-country",
        edit(FUND, "currency: EUR", "currency: JPN"),
        ['atlantis/funding/sea-fund.yml:13:15 facts[2].currency: "JPN" is not an ISO 4217 code. Did you mean JPY?'],
    ),
    case(
        "currency-field-name",
        edit(COUNTRY, "value: EUR", "value: YEN"),
        [
            'atlantis/country.yml:8:30 facts[2].value: "YEN" is not an ISO 4217 code (the field currency holds a currency code). Did you mean JPY?'
        ],
    ),
    case(
        "currency-field-misspelt",
        edit(COUNTRY, "value: EUR", "value: EUX"),
        [
            'atlantis/country.yml:8:30 facts[2].value: "EUX" is not an ISO 4217 code (the field currency holds a currency code). Did you mean EUR?'
        ],
    ),
    case(
        "language-tag-misspelt",
        edit(COUNTRY, "value: en,", "value: eng,"),
        [
            'atlantis/country.yml:7:39 facts[1].value: "eng" is not in languages.yml (the field official-language holds a language tag). Did you mean en?'
        ],
    ),
    case(
        "language-tag-unknown",
        edit(COUNTRY, "value: en,", "value: Klingon,"),
        [
            'atlantis/country.yml:7:39 facts[1].value: "Klingon" is not in languages.yml (the field official-language holds a language tag).'
        ],
    ),
    case(
        "country-code-name",
        edit(COUNTRY, "value: AQ", "value: Japan"),
        [
            'atlantis/country.yml:6:32 facts[0].value: "Japan" is not an ISO 3166-1 code (the field iso-alpha2 holds a country code). Did you mean JP?'
        ],
    ),
    case(
        "month-day-in-words",
        edit(COUNTRY, '"04-01"', "April"),
        [
            'atlantis/country.yml:9:39 facts[3].value: "April" must be a month and a day such as 04-01 (the field fiscal-year-start holds a month and day).'
        ],
    ),
    case(
        "year-too-early",
        edit(LAW, "value: 2020-05-04", "value: 1700"),
        [
            'atlantis/laws/aid-act.yml:6:29 facts[0].value: "1700" must be a date after 1800 (the field adopted holds a date).'
        ],
    ),
    case(
        "period-without-end",
        edit(FUND, "2023-04/2024-03", "2023-04/"),
        [
            'atlantis/funding/sea-fund.yml:15:13 facts[2].period: "2023-04/" must be a period such as 2021, 2022-04/2023-03 or 2018/..'
        ],
    ),
    case(
        "period-in-words",
        edit(FUND, "2023-04/2024-03", "last year"),
        [
            'atlantis/funding/sea-fund.yml:15:13 facts[2].period: "last year" must be a period such as 2021, 2022-04/2023-03 or 2018/..'
        ],
    ),
    case(
        "address-with-space",
        edit(SOURCES, "https://atlas.example/book", "https://atlas.example/a book"),
        [
            'atlantis/sources.yml:5:8 atlas.url: "https://atlas.example/a book" must be a web address such as https://example.org/page.'
        ],
    ),
    case(
        "address-of-another-kind",
        edit(SOURCES, "https://atlas.example/book", "ftp://atlas.example/book"),
        [
            'atlantis/sources.yml:5:8 atlas.url: "ftp://atlas.example/book" must be a web address such as https://example.org/page.'
        ],
    ),
    case(
        "address-without-host",
        edit(SOURCES, "https://atlas.example/book", "https://[atlas/book"),
        [
            'atlantis/sources.yml:5:8 atlas.url: "https://[atlas/book" must be a web address such as https://example.org/page.'
        ],
    ),
    case(
        "values-with-a-value",
        edit(FUND, "    missing: sources-disagree\n", "    value: 30\n    source: atlas\n    locator: p. 6\n"),
        ["atlantis/funding/sea-fund.yml:25:5 facts[4].values: values goes only with `missing`."],
    ),
    case(
        "disagreement-unsourced",
        edit(FUND, "{value: 31, as_of: 2024, source: gazette, locator: Article 4}", "{value: 31, as_of: 2024}"),
        [
            'atlantis/funding/sea-fund.yml:25:9 facts[4].values[1]: the key "locator" is missing.',
            'atlantis/funding/sea-fund.yml:25:9 facts[4].values[1]: the key "source" is missing.',
        ],
    ),
    case(
        "disagreement-in-words",
        edit(FUND, "{value: 31,", "{value: many,"),
        [
            'atlantis/funding/sea-fund.yml:25:17 facts[4].values[1].value: "many" must be a number in digits, such as 46, 92_400_000_000 or 0.39 (the field projects holds a number).'
        ],
    ),
    case(
        "disagreement-source",
        edit(FUND, "source: gazette, locator: Article 4}", "source: gazete, locator: Article 4}"),
        [
            'atlantis/funding/sea-fund.yml:25:42 facts[4].values[1].source: the source "gazete" does not exist. Did you mean gazette?'
        ],
    ),
    case(
        "disagreement-without-note",
        edit(FUND, "    note: The gazette counts approvals.\n", ""),
        ["atlantis/funding/sea-fund.yml:21:14 facts[4].missing: sources-disagree needs note."],
    ),
    case(
        "not-applicable-without-reason",
        edit(
            FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", "missing: not-applicable"
        ),
        ["atlantis/funding/sea-fund.yml:19:37 facts[3].missing: not-applicable needs note."],
    ),
    case(
        "not-researched-but-searched",
        edit(
            FUND,
            "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.",
            "missing: not-researched, searched: 2026-11-20",
        ),
        ["atlantis/funding/sea-fund.yml:19:53 facts[3].searched: searched does not go with not-researched."],
    ),
    case(
        "locator-without-source",
        edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, locator: p. 5"),
        [
            "atlantis/funding/sea-fund.yml:9:5 facts[1]: has a value without a source. Add `source` and `locator`, or write `missing` in place of the value."
        ],
    ),
    case(
        "shown-false",
        edit(FUND, "shown: true", "shown: false"),
        ['atlantis/funding/sea-fund.yml:24:71 facts[4].values[0].shown: "false" must be true, or the key left out.'],
    ),
    case(
        "shown-list",
        edit(FUND, "shown: true", "shown: [true]"),
        ["atlantis/funding/sea-fund.yml:24:71 facts[4].values[0].shown: must be true, or the key left out."],
    ),
    case(
        "range-of-dates",
        edit(NGO, "value: 1980", "value: 1980, to: 1981"),
        ["atlantis/organisations/reef.yml:9:35 facts[0].to: goes only with numbers; the field founded holds a date."],
    ),
    case(
        "unit-on-date",
        edit(FUND, "value: 2001-04", "unit: years, value: 2001-04"),
        ["atlantis/funding/sea-fund.yml:8:22 facts[0].unit: goes only with counts; the field started holds a date."],
    ),
    case(
        "currency-of-a-code",
        edit(COUNTRY, "value: EUR", "currency: EUR, value: EUR"),
        [
            "atlantis/country.yml:8:23 facts[2].currency: goes only with money; the field currency holds a currency code."
        ],
    ),
    case(
        "rate-two-times",
        edit(
            COUNTRY,
            "field: aid-share, label: bilateral aid through NGOs, value: 12.5, period: 2024",
            "field: exchange-rate, value: 1.1, currency: EUR, per: USD, period: 2024, as_of: 2024",
        ),
        [
            "atlantis/country.yml:10:79 facts[4].as_of: has a period and a day at once. Keep `period` for what adds up over time, `as_of` for the rest."
        ],
    ),
    case(
        "negative-share",
        edit(COUNTRY, "value: 12.5", "value: -3"),
        ['atlantis/country.yml:10:66 facts[4].value: "-3" is a share outside 0 to 100 percent.'],
    ),
    case(
        "further-source-without-locator",
        edit(FUND, "{source: gazette, locator: Article 3}", "{source: gazette}"),
        ['atlantis/funding/sea-fund.yml:18:23 facts[2].further_sources[0]: the key "locator" is missing.'],
    ),
    case(
        "further-source-unknown",
        edit(FUND, "{source: gazette, locator: Article 3}", "{source: gazzette, locator: Article 3}"),
        [
            'atlantis/funding/sea-fund.yml:18:32 facts[2].further_sources[0].source: the source "gazzette" does not exist. Did you mean gazette?'
        ],
    ),
    case(
        "other-name-locator-alone",
        edit(FUND, "short_name", "other_names: [{name: {en: Old Fund}, type: former, locator: p. 2}]\nshort_name"),
        [
            "atlantis/funding/sea-fund.yml:3:52 other_names[0].locator: stands alone: `source` and `locator` go together."
        ],
    ),
    case(
        "relation-source-alone",
        edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, source: atlas}"),
        ["atlantis/funding/sea-fund.yml:28:49 relations[1].source: stands alone: `source` and `locator` go together."],
    ),
    case(
        "status-source-alone",
        edit(FUND, "source: atlas, locator: p. 5}\nsummary", "source: atlas}\nsummary"),
        ["atlantis/funding/sea-fund.yml:4:40 status.source: stands alone: `source` and `locator` go together."],
    ),
    case(
        "relation-ends-before-it-begins",
        edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, since: 2010, until: 2009}"),
        ["atlantis/funding/sea-fund.yml:28:69 relations[1].until: until 2009 lies before since 2010."],
    ),
    case(
        "relation-since-in-words",
        edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, since: soon}"),
        [
            'atlantis/funding/sea-fund.yml:28:56 relations[1].since: "soon" must be a date such as 2000, 2000-08 or 2000-08-10.'
        ],
    ),
    case(
        "status-seen-before-it-began",
        edit(FUND, "as_of: 2024-03", "since: 2025, as_of: 2024-03"),
        ["atlantis/funding/sea-fund.yml:4:44 status.as_of: lies before `since`."],
    ),
    case(
        "ended-before-announced",
        edit(
            FUND,
            "  - {field: started",
            "  - {field: announced, value: 2010, source: atlas, locator: p. 1}\n  - {field: ended, value: 2009, source: atlas, locator: p. 1}\n  - {field: started",
        ),
        ["atlantis/funding/sea-fund.yml:9:27 facts[1].value: ended 2009 lies before announced 2010."],
    ),
    case(
        "read-future",
        edit(SOURCES, "read: 2026-11-20", "read: 2199-01-01"),
        ['atlantis/sources.yml:8:9 atlas.read: "2199-01-01" lies in the future.'],
    ),
    case(
        "read-month-only",
        edit(SOURCES, "read: 2026-11-20", "read: 2026-11"),
        ['atlantis/sources.yml:8:9 atlas.read: "2026-11" must be a full day, such as 2026-11-23.'],
    ),
    case(
        "searched-future",
        edit(FUND, "searched: 2026-11-20", "searched: 2199-01-01"),
        ['atlantis/funding/sea-fund.yml:19:58 facts[3].searched: "2199-01-01" lies in the future.'],
    ),
    case(
        "searched-year-only",
        edit(FUND, "searched: 2026-11-20", "searched: 2026"),
        ['atlantis/funding/sea-fund.yml:19:58 facts[3].searched: "2026" must be a full day, such as 2026-11-23.'],
    ),
    case(
        "circle-of-three",
        both(
            edit(BODY, "reviewed:", "relations: [{type: part-of, to: atlantis/organisations/reef}]\nreviewed:"),
            edit(NGO, "reviewed:", "relations: [{type: part-of, to: atlantis/laws/aid-act}]\nreviewed:"),
            edit(LAW, "type: administered-by", "type: part-of"),
        ),
        [
            "atlantis/bodies/aid-office.yml:7:33 relations[0].to: goes round in a circle: atlantis/bodies/aid-office -> atlantis/organisations/reef -> atlantis/laws/aid-act -> atlantis/bodies/aid-office."
        ],
    ),
    case(
        "moved-circle",
        both(
            whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/older\n"),
            whole("atlantis/funding/older.yml", b"moved_to: atlantis/funding/old\n"),
        ),
        [
            'atlantis/funding/old.yml:1:11 moved_to: "atlantis/funding/older" has moved as well, round in a circle. Write where the record is now.',
            'atlantis/funding/older.yml:1:11 moved_to: "atlantis/funding/old" has moved as well, round in a circle. Write where the record is now.',
        ],
    ),
    case(
        "usci-check-digit",
        number("CN-USCI", "91350100M000100Y44"),
        [
            'atlantis/organisations/reef.yml:6:27 identifiers[0].id: "91350100M000100Y44" has wrong check digits for CN-USCI. Compare it with the source.'
        ],
    ),
    case(
        "usci-form",
        number("CN-USCI", "91350100M000100Y4"),
        [
            'atlantis/organisations/reef.yml:6:27 identifiers[0].id: "91350100M000100Y4" does not have the form [0-9A-HJ-NPQRTUWXY]{18} of the scheme CN-USCI.'
        ],
    ),
    case(
        "cra-check-digit",
        number("CA-CRA_ACR", "119219815RR0001"),
        [
            'atlantis/organisations/reef.yml:6:30 identifiers[0].id: "119219815RR0001" has wrong check digits for CA-CRA_ACR. Compare it with the source.'
        ],
    ),
    case(
        "cra-form",
        number("CA-CRA_ACR", "119219814"),
        [
            'atlantis/organisations/reef.yml:6:30 identifiers[0].id: "119219814" does not have the form [0-9]{9}RR[0-9]{4} of the scheme CA-CRA_ACR.'
        ],
    ),
    case(
        "ror-check-digits",
        number("ROR", "03yrm5c27"),
        [
            'atlantis/organisations/reef.yml:6:23 identifiers[0].id: "03yrm5c27" has wrong check digits for ROR. Compare it with the source.'
        ],
    ),
    case(
        "ror-form",
        number("ROR", "https://ror.org/03yrm5c26"),
        [
            'atlantis/organisations/reef.yml:6:23 identifiers[0].id: "https://ror.org/03yrm5c26" does not have the form 0[0-9a-hj-km-np-tv-z]{6}[0-9]{2} of the scheme ROR.'
        ],
    ),
    case(
        "isni-check-digit",
        number("ISNI", "0000000121032684"),
        [
            'atlantis/organisations/reef.yml:6:24 identifiers[0].id: "0000000121032684" has wrong check digits for ISNI. Compare it with the source.'
        ],
    ),
    case(
        "isni-form",
        number("ISNI", "0000 0001 2103 2683"),
        [
            'atlantis/organisations/reef.yml:6:24 identifiers[0].id: "0000 0001 2103 2683" does not have the form [0-9]{15}[0-9X] of the scheme ISNI.'
        ],
    ),
    case(
        "lei-check-digits",
        number("LEI", "213800KUD8LAJWSQ9D16"),
        [
            'atlantis/organisations/reef.yml:6:23 identifiers[0].id: "213800KUD8LAJWSQ9D16" has wrong check digits for LEI. Compare it with the source.'
        ],
    ),
    case(
        "wikidata-form",
        number("wikidata", "q42"),
        [
            'atlantis/organisations/reef.yml:6:28 identifiers[0].id: "q42" does not have the form Q[1-9][0-9]* of the scheme wikidata.'
        ],
    ),
    case(
        "ecosoc-form",
        number("ecosoc", "abc"),
        [
            'atlantis/organisations/reef.yml:6:26 identifiers[0].id: "abc" does not have the form [0-9]+ of the scheme ecosoc.'
        ],
    ),
    case(
        "two-records-one-number",
        edit(
            BODY,
            "summary",
            'identifiers: [{scheme: JP-JCN, id: "7000012050002", source: atlas, locator: p. 4}]\nsummary',
        ),
        [
            'atlantis/organisations/reef.yml:6:26 identifiers[0].id: "7000012050002" is the number of atlantis/bodies/aid-office already: two records for one thing?'
        ],
    ),
    case(
        "identifier-with-zeros-unquoted",
        edit(NGO, '"7000012050002"', "0000012050002"),
        [
            "atlantis/organisations/reef.yml:6:26 identifiers[0].id: 0000012050002 reads as an octal number in YAML 1.1. If text is meant, put it into quotation marks."
        ],
    ),
    case(
        "identifier-without-locator",
        edit(NGO, ", source: atlas, locator: p. 7}\nsummary", ", source: atlas}\nsummary"),
        ['atlantis/organisations/reef.yml:6:5 identifiers[0]: the key "locator" is missing.'],
    ),
    case(
        "link-mail",
        edit(NGO, "(/atlantis/funding/sea-fund/)", "(mailto:a@b.example)"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: the link "mailto:a@b.example" is neither an address of this site (/japan/…/) nor of the web.'
        ],
    ),
    case(
        "link-relative",
        edit(NGO, "(/atlantis/funding/sea-fund/)", "(../sea-fund/)"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: the link "../sea-fund/" is neither an address of this site (/japan/…/) nor of the web.'
        ],
    ),
    case(
        "link-data",
        edit(NGO, "(/atlantis/funding/sea-fund/)", "(data:text/html,x)"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: the link "data:text/html,x" is neither an address of this site (/japan/…/) nor of the web.'
        ],
    ),
    case(
        "link-in-angle-brackets",
        edit(NGO, "[the fund](/atlantis/funding/sea-fund/)", "<javascript:alert(1)>"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: "<javascript:alert(1)>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-comment",
        edit(NGO, "see [the", "<!-- x --> see [the"),
        [
            'atlantis/organisations/reef.yml:7:10 summary: "<!--" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-title",
        edit(SOURCES, "Atlas of Atlantis", "Atlas <i>of</i> Atlantis"),
        [
            'atlantis/sources.yml:2:15 atlas.title.en: "<i>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-claim",
        edit(CLAIMS, "There is a fund.", "There is a <b>fund</b>."),
        [
            'article/claims/money.yml:7:11 claims[0].says: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-finding",
        edit(CLAIMS, "Not found.", "<i>Not</i> found."),
        [
            'article/claims/money.yml:18:14 claims[1].finding: "<i>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-fault",
        edit(FAULTS, "reading: Sea Fund", "reading: <b>Sea Fund</b>"),
        [
            'article/translation.yml:2:59 faults[0].reading: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-printed-name",
        edit(NAMES, "printed: Fund of", "printed: Fund<br> of"),
        [
            'article/names.yml:2:15 names[0].printed: "<br>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "html-in-note-of-source",
        edit(SOURCES, "  language: fr", "  note: <b>x</b>\n  language: fr"),
        [
            'atlantis/sources.yml:14:9 gazette.note: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).'
        ],
    ),
    case(
        "citation-empty-key",
        edit(FUND, "[@atlas, p. 5]", "[@atlas, p. 5; @, p. 3]"),
        [
            "atlantis/funding/sea-fund.yml:5:10 summary: [@] is not a citation. Write [@key, locator]; the key is in small letters."
        ],
    ),
    case(
        "citation-in-capitals",
        edit(FUND, "[@atlas, p. 5]", "[@Atlas, p. 5]"),
        [
            "atlantis/funding/sea-fund.yml:5:10 summary: [@Atlas] is not a citation. Write [@key, locator]; the key is in small letters."
        ],
    ),
    case(
        "citation-without-brackets",
        edit(FUND, "[@atlas, p. 5]", "@atlas"),
        [
            "atlantis/funding/sea-fund.yml:5:10 summary: atlas stands in the text as words. A citation is written [@atlas, p. 3]."
        ],
    ),
    case(
        "sources-unreadable",
        edit(SOURCES, "  publisher", "\tpublisher"),
        ["atlantis/sources.yml:3:1 here is a tab. Indent and separate with spaces."],
    ),
    case(
        "section-again",
        whole("article/claims/other.yml", SECOND.encode()),
        [
            "article/claims/other.yml:1:8 order: 1 is the place of data/article/claims/money.yml already.",
            'article/claims/other.yml:4:9 claims[0].id: "s003" stands in data/article/claims/money.yml already.',
        ],
    ),
    case(
        "section-order-twice",
        both(
            edit(
                CLAIMS,
                "  - id: s003\n    line: 3\n    type: judgement\n    says: It is good.\n    records: [atlantis/funding/sea-fund]\n    verdict: judgement\n    finding: An opinion.\n",
                "",
            ),
            whole("article/claims/other.yml", SECOND.encode()),
        ),
        ["article/claims/other.yml:1:8 order: 1 is the place of data/article/claims/money.yml already."],
    ),
    case(
        "claim-without-record",
        edit(CLAIMS, "records: [atlantis/funding/sea-fund]", "records: []"),
        ["article/claims/money.yml:8:14 claims[0].records: must not be empty."],
    ),
    case(
        "claims-swapped",
        both(
            edit(CLAIMS, "id: s002", "id: s009"),
            edit(CLAIMS, "id: s003", "id: s002"),
            edit(CLAIMS, "id: s009", "id: s003"),
        ),
        ['article/claims/money.yml:19:9 claims[2].id: "s002" comes after s003.'],
    ),
    case(
        "several-claims-missing",
        edit(ARTICLE, "claims: 3", "claims: 6"),
        ["article/article.yml:5:9 claims: the claims s004 to s006 are missing."],
    ),
    case(
        "claim-too-many",
        edit(ARTICLE, "claims: 3", "claims: 2"),
        ["article/article.yml:5:9 claims: the claim s003 is one more than there are."],
    ),
    case(
        "claims-in-words",
        edit(ARTICLE, "claims: 3", "claims: three"),
        ['article/article.yml:5:9 claims: "three" must be a whole number above 0.'],
    ),
    case(
        "evidence-source",
        edit(CLAIMS, "evidence: [{source: atlas", "evidence: [{source: atlass"),
        [
            'article/claims/money.yml:11:25 claims[0].evidence[0].source: the source "atlass" does not exist. Did you mean atlas?'
        ],
    ),
    case(
        "fault-twice",
        edit(
            FAULTS,
            "certainty: sure}",
            "certainty: sure}\n  - {id: t01, line: 3, printed: X, reading: Y, fault: word, certainty: guess}",
        ),
        [
            'article/translation.yml:3:10 faults[1].id: "t01" stands twice.',
            "article/translation.yml:3:45 faults[1].reading: Y reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ],
    ),
    case(
        "fault-id",
        edit(FAULTS, "id: t01", "id: one"),
        ['article/translation.yml:2:10 faults[0].id: "one" is not the id of a fault, such as t07.'],
    ),
    case(
        "unknown-certainty",
        edit(FAULTS, "certainty: sure", "certainty: certain"),
        ['article/translation.yml:2:93 faults[0].certainty: "certain" must be one of sure, likely or guess.'],
    ),
    case(
        "part-not-spoken-of",
        edit(NAMES, "name: Sea Fund", "name: Ocean Fund, part: true"),
        ['article/names.yml:2:38 names[0].name: atlantis/funding/sea-fund does not speak of "Ocean Fund".'],
    ),
    case(
        "part-false",
        edit(NAMES, "name: Sea Fund", "name: Sea Fund, part: false"),
        ['article/names.yml:2:54 names[0].part: "false" must be true, or the key left out.'],
    ),
    case(
        "name-without-lines",
        edit(NAMES, "lines: [2]", "lines: []"),
        ["article/names.yml:2:90 names[0].lines: must not be empty."],
    ),
    case(
        "line-in-words",
        edit(NAMES, "lines: [2]", "lines: [two]"),
        ['article/names.yml:2:91 names[0].lines[0]: "two" must be a whole number above 0.'],
    ),
    case(
        "names-key",
        edit(NAMES, "names:", "name:"),
        [
            'article/names.yml:1:1 name: the key "name" is not known here. Did you mean names?',
        ],
    ),
    case(
        "article-source",
        edit(ARTICLE, "source: atlas\nclaims", "source: atlass\nclaims"),
        ['article/article.yml:4:9 source: the source "atlass" does not exist. Did you mean atlas?'],
    ),
    case(
        "article-without-source",
        edit(ARTICLE, "source: atlas\nclaims", "claims"),
        ['article/article.yml:1:1 the key "source" is missing.'],
    ),
    case(
        "article-kind",
        edit(ARTICLE, "kind: article", "kind: law"),
        ['article/article.yml:1:7 kind: "law" does not go here: data/article/article.yml holds the kind article.'],
    ),
    case(
        "kind-in-wrong-file",
        edit(COUNTRY, "kind: country", "kind: frame"),
        ['atlantis/country.yml:1:7 kind: "frame" does not go here: country.yml holds the kind country.'],
    ),
    case(
        "country-and-frame",
        whole("atlantis/frame.yml", FILES[COUNTRY].replace("country", "frame").encode()),
        ['atlantis/frame.yml:1:1 "atlantis" is described in data/atlantis/country.yml already.'],
    ),
    case(
        "place-named-as-a-folder",
        whole("funding/country.yml", FILES[COUNTRY].replace("Atlantis", "Time").replace("Atlantide", "Temps").encode()),
        [
            'funding/country.yml:1:1 "funding" cannot be the name of a country\'s folder: the site has a page of that name.'
        ],
    ),
    case(
        "file-beside-the-countries",
        whole("readme.yml", b"a: b\n"),
        [
            "readme.yml:1:1 lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/."
        ],
    ),
    case(
        "place-in-capitals",
        whole("Lemuria/country.yml", b"kind: country\n"),
        ['Lemuria/country.yml:1:1 "Lemuria" is not a good name: small letters a to z and digits, joined by hyphens.'],
    ),
    case(
        "file-name-with-space",
        whole("atlantis/funding/lake fund.yml", b"kind: funding-scheme\n"),
        [
            'atlantis/funding/lake fund.yml:1:1 "lake fund" is not a good name: small letters a to z and digits, joined by hyphens.'
        ],
    ),
    case(
        "text-file",
        whole("atlantis/funding/lake.txt", b"x"),
        ['atlantis/funding/lake.txt:1:1 "lake.txt" is not a YAML file: names end in .yml. Did you mean .yml?'],
    ),
    case(
        "extension-in-capitals",
        whole("atlantis/funding/lake.YML", b"x: y"),
        ['atlantis/funding/lake.YML:1:1 "lake.YML" is not a YAML file: names end in .yml. Did you mean .yml?'],
    ),
    case(
        "no-extension",
        whole("atlantis/funding/README", b"x: y"),
        ['atlantis/funding/README:1:1 "README" is not a YAML file: names end in .yml.'],
    ),
    case(
        "folder-like-no-other",
        whole("atlantis/zebras/x.yml", b"kind: law\n"),
        [
            'atlantis/zebras/x.yml:1:1 the folder "zebras" is not known. Known: figures, concepts, bodies, laws, policies, funding, capacity, dialogue, organisations, commitments, events, statistics, lessons.'
        ],
    ),
    case(
        "code-list-is-a-list",
        whole("vocabulary/groups.yml", b"- a\n"),
        ["vocabulary/groups.yml:1:1 must be a mapping of keys to values."],
    ),
    case(
        "pattern-of-a-scheme",
        edit("vocabulary/identifier_schemes.yml", '"Q[1-9][0-9]*"', '"Q[1-9"'),
        [
            'vocabulary/identifier_schemes.yml:8:38 wikidata.pattern: "Q[1-9" is not a regular expression: unterminated character set.'
        ],
    ),
    case(
        "check-of-a-scheme",
        edit("vocabulary/identifier_schemes.yml", "check: jp-jcn", "check: jp-jnc"),
        [
            'vocabulary/identifier_schemes.yml:3:82 JP-JCN.check: "jp-jnc" is not a known check-digit rule. Did you mean jp-jcn?'
        ],
    ),
    case(
        "no-kind-article",
        edit("vocabulary/kinds.yml", "article:", "articles:"),
        ["vocabulary/kinds.yml:3:1 has no kind article. Add it."],
    ),
    case(
        "code-list-in-a-folder",
        whole("vocabulary/deep/x.yml", b"a: {label: x, about: y}\n"),
        [
            "vocabulary/deep/x.yml:1:1 is not a code list of the vocabulary. Known: kinds, groups, fields, units, missing, supports, precisions, bases, statuses, relations, source_types, evidence, verdicts, claim_types, name_types, question_groups, asks, answers, comparisons, identifier_schemes, languages.",
            "vocabulary/deep/x.yml:1:22 a.about: y reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ],
    ),
    case(
        "claim-id-full-width",
        edit(CLAIMS, "id: s002", "id: s００2"),
        [
            'article/claims/money.yml:12:9 claims[1].id: "s００2" is not the id of a claim, such as s042. Full-width signs do not count: type 0 for ０.'
        ],
    ),
    case(
        "former-key-at",
        edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, source: atlas, at: p. 5"),
        ['atlantis/funding/sea-fund.yml:9:85 facts[1].at: the key "at" is not known here. It is called locator now.'],
    ),
    case(
        "former-key-at-where-the-new-one-is-needed",
        edit(CLAIMS, "{source: atlas, locator: p. 5}", "{source: atlas, at: p. 5}"),
        [
            'article/claims/money.yml:11:32 claims[0].evidence[0].at: the key "at" is not known here. It is called locator now.'
        ],
    ),
    case(
        "former-key-also",
        edit(FUND, "further_sources:", "also:"),
        [
            'atlantis/funding/sea-fund.yml:18:5 facts[2].also: the key "also" is not known here. It is called further_sources now.'
        ],
    ),
    case(
        "former-key-of",
        edit(FUND, "label: grants", "of: grants"),
        ['atlantis/funding/sea-fund.yml:11:5 facts[2].of: the key "of" is not known here. It is called label now.'],
    ),
    case(
        "former-key-of-in-a-figure",
        edit(FIGURE, "field: projects,", "field: projects, of: grants,"),
        ['atlantis/figures/projects.yml:6:58 series[0].of: the key "of" is not known here. It is called label now.'],
    ),
    case(
        "former-key-qualifier",
        edit(FUND, "value: 46", "qualifier: about, value: 46"),
        [
            'atlantis/funding/sea-fund.yml:9:22 facts[1].qualifier: the key "qualifier" is not known here. It is called precision now.'
        ],
    ),
    case(
        "former-key-sort",
        edit(FUND, "short_name", "other_names: [{name: {en: Old Fund}, sort: former}]\nshort_name"),
        [
            'atlantis/funding/sea-fund.yml:3:38 other_names[0].sort: the key "sort" is not known here. It is called type now.'
        ],
    ),
    case(
        "former-key-state",
        edit(FUND, "missing: not-found", "state: not-found"),
        [
            'atlantis/funding/sea-fund.yml:19:28 facts[3].state: the key "state" is not known here. It is called missing now.'
        ],
    ),
    case(
        "former-key-state-of-an-answer",
        edit(ANSWERS, "missing: sources", "state: sources"),
        [
            'atlantis/answers.yml:11:3 law-of-the-sea.state: the key "state" is not known here. It is called missing now.'
        ],
    ),
    case(
        "former-key-where-the-new-one-has-no-place",
        edit(BODY, "kind: body", "kind: body\nqualifier: about"),
        [
            'atlantis/bodies/aid-office.yml:2:1 qualifier: the key "qualifier" is not known here. Known: kind, type, name, short_name, other_names, status, identifiers, summary, facts, relations, reviewed.'
        ],
    ),
]


def test_the_world_has_no_problem_before_it_is_broken(world: Path) -> None:
    assert problems(world) == []


@pytest.mark.parametrize(("change", "lines"), CASES)
def test_a_mistake_is_answered_by_file_line_column_and_what_to_do(
    world: Path, change: Change, lines: list[str]
) -> None:
    change(world / "data")
    assert problems(world) == lines


def test_every_answer_is_one_line_and_one_sentence_or_more() -> None:
    for line in (line for _, lines in (item.values for item in CASES) for line in lines):
        assert "\n" not in line
        assert line.endswith((".", "?", "/..")), line


def test_every_former_key_is_answered_with_its_name_of_today() -> None:
    answers = [line for item in CASES for line in item.values[1]]
    for former, today in FORMER_KEYS.items():
        assert any(
            line.endswith(f'the key "{former}" is not known here. It is called {today} now.') for line in answers
        )


def test_files_that_begin_with_a_dot_are_left_alone(world: Path) -> None:
    whole("atlantis/.notes", b"\xff\xfe")(world / "data")
    assert problems(world) == []


def test_a_status_that_is_not_known_needs_neither_date_nor_source(world: Path) -> None:
    edit(FUND, "{code: active, as_of: 2024-03, source: atlas, locator: p. 5}", "{code: unknown}")(world / "data")
    assert problems(world) == []


def test_a_file_that_cannot_be_opened_is_named(world: Path) -> None:
    _, found = read_file(world / "data", "data/atlantis/funding/sea-fund.yml")
    assert [str(problem) for problem in found] == [
        "data/atlantis/funding/sea-fund.yml:1:1 cannot be read: Is a directory."
    ]


def test_a_symbolic_link_is_refused(world: Path) -> None:
    os.symlink("/etc/hostname", world / "data/atlantis/funding/link.yml")
    assert problems(world) == [
        "data/atlantis/funding/link.yml:1:1 is a symbolic link. Put the file itself here.",
    ]


def test_a_link_to_a_folder_is_not_followed(world: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    os.symlink(tmp_path / "elsewhere", world / "data/atlantis/laws-too")
    assert problems(world) == [
        "data/atlantis/laws-too:1:1 is a symbolic link. Put the file itself here.",
    ]


def test_a_missing_code_list_is_named(world: Path) -> None:
    (world / "data/vocabulary/units.yml").unlink()
    assert problems(world) == ["data/vocabulary/units.yml:1:1 is missing."]


def test_a_code_list_names_a_word_that_another_does_not_know(world: Path) -> None:
    edit("vocabulary/fields.yml", "group: identity", "group: identty")(world / "data")
    assert problems(world) == [
        'data/vocabulary/fields.yml:8:52 legal-form.group: "identty" is not in groups.yml. Did you mean identity?',
    ]


def test_a_move_leads_straight_to_where_the_record_is_now(world: Path) -> None:
    data = world / "data"
    whole("atlantis/funding/older.yml", b"moved_to: atlantis/funding/old\n")(data)
    whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/sea-fund\n")(data)
    edit(LAW, "to: atlantis/bodies/aid-office", "to: atlantis/funding/old")(data)
    assert problems(world) == [
        'data/atlantis/funding/older.yml:1:11 moved_to: "atlantis/funding/old" has moved as well. Write where it is now: atlantis/funding/sea-fund.',
        'data/atlantis/laws/aid-act.yml:9:33 relations[0].to: "atlantis/funding/old" has moved. Write atlantis/funding/sea-fund.',
    ]


def test_a_symmetric_relation_is_written_on_one_side(world: Path) -> None:
    data = world / "data"
    edit(BODY, "reviewed:", "relations: [{type: near, to: atlantis/organisations/reef}]\nreviewed:")(data)
    edit(NGO, "reviewed:", "relations: [{type: near, to: atlantis/bodies/aid-office}]\nreviewed:")(data)
    assert problems(world) == [
        "data/atlantis/bodies/aid-office.yml:7:13 relations[0]: stands on atlantis/organisations/reef as well. Keep one; the other end shows it by itself.",
    ]


def test_something_that_is_no_file_is_not_waited_for(world: Path) -> None:
    os.mkfifo(world / "data/atlantis/laws/pipe.yml")
    assert problems(world) == ["data/atlantis/laws/pipe.yml:1:1 is not an ordinary file. Take it out of data/."]


def test_a_link_with_a_title_is_followed_too(world: Path) -> None:
    edit(NGO, "(/atlantis/funding/sea-fund/)", '(/atlantis/funding/sea-found/ "the fund")')(world / "data")
    assert problems(world) == [
        'data/atlantis/organisations/reef.yml:7:10 summary: the link "/atlantis/funding/sea-found/" leads nowhere. Did you mean atlantis/funding/sea-fund?',
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("label: Legal form,", "lable: Legal form,", 'legal-form: the key "label" is missing.'),
        (
            "label: Legal form,",
            "lable: Legal form, label: x,",
            'legal-form.lable: the key "lable" is not known here. Did you mean label?',
        ),
        (
            "type: text, group: identity",
            "type: txt, group: identity",
            'legal-form.type: "txt" must be one of text, date,',
        ),
    ],
)
def test_a_code_list_of_the_wrong_shape_is_answered_like_a_record(world: Path, old: str, new: str, line: str) -> None:
    edit("vocabulary/fields.yml", old, new)(world / "data")
    assert any(line in told for told in problems(world))
