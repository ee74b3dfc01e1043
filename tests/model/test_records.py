"""Values of another form than their key asks: dates, periods, addresses, keys, names."""

from __future__ import annotations

from pathlib import Path

from ..cases import COUNTRY, FUND, SOURCES, Case, assert_answered, both, case, cases_of, edit, whole

BAD = {
    "currency-code": [
        case(
            "currency-name",
            edit(FUND, "currency: EUR", "currency: YEN"),
            'atlantis/funding/sea-fund.yml:13:15 fact 3, currency: "YEN" is not an ISO 4217 code. Did you mean JPY?',
        ),
        *(
            case(
                f"currency-{name}",
                edit(FUND, "currency: EUR", f"currency: {text}"),
                f'atlantis/funding/sea-fund.yml:13:15 fact 3, currency: "{text}" is {message}',
            )
            for name, text, message in (
                ("dollar", "US$", "not an ISO 4217 code. Did you mean USD?"),
                ("mark", "DM", "not an ISO 4217 code. Did you mean DEM?"),
                ("metal", "XAU", "the code of a metal, or of no currency."),
                ("test", "XTS", "the code of a metal, or of no currency."),
            )
        ),
        case(
            "currency-misspelt",
            edit(FUND, "currency: EUR", "currency: EUX"),
            'atlantis/funding/sea-fund.yml:13:15 fact 3, currency: "EUX" is not an ISO 4217 code. Did you mean EUR (Euro)?',
        ),
        case(
            "currency-country",
            edit(FUND, "currency: EUR", "currency: JPN"),
            'atlantis/funding/sea-fund.yml:13:15 fact 3, currency: "JPN" is not an ISO 4217 code. Did you mean JPY (Yen)?',
        ),
    ],
    "date": [
        case(
            "as-of-month-name",
            edit(FUND, "as_of: 2016-01", "as_of: January 2016"),
            'atlantis/funding/sea-fund.yml:9:61 fact 2, as_of: "January 2016" is written 2016-01.',
        ),
        case(
            "relation-since-in-words",
            edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, since: soon}"),
            'atlantis/funding/sea-fund.yml:28:56 relation 2, since: "soon" must be a date such as 2000, 2000-08 or 2000-08-10.',
        ),
        case(
            "source-without-a-date",
            edit(SOURCES, "date: 2025-03", "date: n.d."),
            'atlantis/sources.yml:7:9 atlas.date: "n.d." is not a date: if the page has no date, write `undated: true` in the place of `date`.',
        ),
    ],
    "period": [
        case(
            "period-reversed",
            edit(FUND, "2023-04/2024-03", "2024-04/2023-03"),
            'atlantis/funding/sea-fund.yml:15:13 fact 3, period: "2024-04/2023-03" ends before it begins.',
        ),
        case(
            "period-words",
            edit(FUND, "2023-04/2024-03", "2023-24"),
            'atlantis/funding/sea-fund.yml:15:13 fact 3, period: "2023-24" is read as a fiscal year by people and as a part of the year by programs: write `period: 2023-04/2024-03`.',
        ),
        case(
            "fiscal-year-of-a-country-with-calendar-years",
            both(edit(COUNTRY, '"04-01"', '"01-01"'), edit(FUND, "2023-04/2024-03", "FY2024")),
            'atlantis/funding/sea-fund.yml:15:13 fact 3, period: "FY2024" is a fiscal year, here the calendar year: write `period: 2024`.',
        ),
        case(
            "period-without-end",
            edit(FUND, "2023-04/2024-03", "2023-04/"),
            'atlantis/funding/sea-fund.yml:15:13 fact 3, period: "2023-04/" is written 2023-04/..',
        ),
        case(
            "period-in-words",
            edit(FUND, "2023-04/2024-03", "last year"),
            'atlantis/funding/sea-fund.yml:15:13 fact 3, period: "last year" must be a period such as 2021, 2022-04/2023-03 or 2018/..',
        ),
    ],
    "web-address": [
        case(
            "bad-address",
            edit(SOURCES, "https://atlas.example/book", "atlas.example/book"),
            'atlantis/sources.yml:8:8 atlas.url: "atlas.example/book" must be a web address such as https://example.org/page: write https://atlas.example/book.',
        ),
        case(
            "address-with-space",
            edit(SOURCES, "https://atlas.example/book", "https://atlas.example/a book"),
            'atlantis/sources.yml:8:8 atlas.url: "https://atlas.example/a book" must be a web address such as https://example.org/page.',
        ),
        case(
            "address-of-another-kind",
            edit(SOURCES, "https://atlas.example/book", "ftp://atlas.example/book"),
            'atlantis/sources.yml:8:8 atlas.url: "ftp://atlas.example/book" must be a web address such as https://example.org/page.',
        ),
        case(
            "address-without-host",
            edit(SOURCES, "https://atlas.example/book", "https://[atlas/book"),
            'atlantis/sources.yml:8:8 atlas.url: "https://[atlas/book" must be a web address such as https://example.org/page.',
        ),
    ],
    "record-id": [
        case(
            "bad-id",
            edit(FUND, "to: atlantis/laws/aid-act", "to: Atlantis/Laws/Aid Act"),
            'atlantis/funding/sea-fund.yml:28:26 relation 2, to: "Atlantis/Laws/Aid Act" is not a record\'s path, such as japan/funding/japan-platform.',
        ),
        case(
            "moved-to-a-name",
            whole("atlantis/funding/old.yml", b"moved_to: Sea Fund\n"),
            'atlantis/funding/old.yml:1:11 moved_to: "Sea Fund" is not a record\'s path, such as japan/funding/japan-platform.',
        ),
    ],
    "source-key": [
        case(
            "source-key",
            edit(SOURCES, "gazette:", "Gazette 2020:"),
            'atlantis/sources.yml:12:1 Gazette 2020: "Gazette 2020" is not a source\'s key: small letters and digits, joined by hyphens.',
        ),
        case(
            "source-key-form",
            edit(FUND, "as_of: 2016-01, source: atlas", "as_of: 2016-01, source: Atlas p1"),
            'atlantis/funding/sea-fund.yml:9:78 fact 2, source: "Atlas p1" is not a source\'s key: small letters and digits, joined by hyphens.',
        ),
    ],
    "name-signs": [
        case(
            "name-with-tag",
            edit(FUND, "en: Sea Fund", "en: Sea <b>Fund</b>"),
            'atlantis/funding/sea-fund.yml:2:12 name.en: "Sea <b>Fund</b>" is a name; names hold no < > { } and no line break.',
        ),
        case(
            "name-with-line-break",
            edit(FUND, "en: Sea Fund", 'en: "Sea\\nFund"'),
            'atlantis/funding/sea-fund.yml:2:12 name.en: "Sea Fund" is a name; names hold no < > { } and no line break.',
        ),
        case(
            "name-with-braces",
            edit(FUND, "en: Sea Fund", 'en: "Sea {{ Fund }}"'),
            'atlantis/funding/sea-fund.yml:2:12 name.en: "Sea {{ Fund }}" is a name; names hold no < > { } and no line break.',
        ),
    ],
    "name-length": [
        case(
            "name-too-long",
            edit(FUND, "en: Sea Fund", "en: " + "Sea " * 70 + "Fund"),
            "atlantis/funding/sea-fund.yml:2:12 name.en: is a name of 284 characters; the most is 240.",
        ),
    ],
    "fact-id": [
        case(
            "fact-id-form",
            edit(FUND, "{field: started", "{id: Started Here, field: started"),
            'atlantis/funding/sea-fund.yml:8:10 fact 1, id: "Started Here" is not an anchor: small letters and digits, joined by -.',
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
