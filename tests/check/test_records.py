"""Rules on a record as a whole: names, status, identifiers, order of dates, its place."""

from __future__ import annotations

from pathlib import Path

from ..cases import (
    ARTICLE,
    BODY,
    COUNTRY,
    FUND,
    LAW,
    NGO,
    SOURCES,
    Case,
    Change,
    assert_answered,
    both,
    case,
    cases_of,
    copy,
    edit,
    whole,
)
from ..conftest import FILES, problems


def number(scheme: str, found: str) -> Change:
    """Give the organisation a number of another register."""
    return edit(NGO, 'scheme: JP-JCN, id: "7000012050002"', f'scheme: {scheme}, id: "{found}"')


BAD = {
    "review-missing": [
        case(
            "record-without-review",
            edit(FUND, "reviewed: 2026-11-20\n", ""),
            'atlantis/funding/sea-fund.yml:1:1 the key "reviewed" is missing. Write the day on which you last compared '
            "it with its sources, such as 2026-11-23.",
        ),
    ],
    "summary-citation": [
        case(
            "summary-uncited",
            edit(FUND, " [@atlas, p. 5]", ""),
            "atlantis/funding/sea-fund.yml:5:10 summary: cites no source. Add one, such as [@key, p. 3].",
        ),
    ],
    "name-english": [
        case(
            "name-without-english",
            edit(FUND, "en: Sea Fund, ", ""),
            "atlantis/funding/sea-fund.yml:2:7 name: has no English name. Add `en`.",
        ),
    ],
    "identifier-check": [
        case(
            "check-digit",
            edit(NGO, "7000012050002", "8000012050002"),
            'atlantis/organisations/reef.yml:6:26 identifier 1, id: "8000012050002" has wrong check digits for JP-JCN. Compare it with the source.',
        ),
        case(
            "usci-check-digit",
            number("CN-USCI", "91350100M000100Y44"),
            'atlantis/organisations/reef.yml:6:27 identifier 1, id: "91350100M000100Y44" has wrong check digits for CN-USCI. Compare it with the source.',
        ),
        case(
            "cra-check-digit",
            number("CA-CRA_ACR", "119219815RR0001"),
            'atlantis/organisations/reef.yml:6:30 identifier 1, id: "119219815RR0001" has wrong check digits for CA-CRA_ACR. Compare it with the source.',
        ),
        case(
            "ror-check-digits",
            number("ROR", "03yrm5c27"),
            'atlantis/organisations/reef.yml:6:23 identifier 1, id: "03yrm5c27" has wrong check digits for ROR. Compare it with the source.',
        ),
        case(
            "isni-check-digit",
            number("ISNI", "0000000121032684"),
            'atlantis/organisations/reef.yml:6:24 identifier 1, id: "0000000121032684" has wrong check digits for ISNI. Compare it with the source.',
        ),
        case(
            "lei-check-digits",
            number("LEI", "213800KUD8LAJWSQ9D16"),
            'atlantis/organisations/reef.yml:6:23 identifier 1, id: "213800KUD8LAJWSQ9D16" has wrong check digits for LEI. Compare it with the source.',
        ),
    ],
    "identifier-form": [
        case(
            "identifier-form",
            edit(NGO, "7000012050002", "70000-12050002"),
            'atlantis/organisations/reef.yml:6:26 identifier 1, id: "70000-12050002" is written 7000012050002.',
        ),
        case(
            "usci-form",
            number("CN-USCI", "91350100M000100Y4"),
            'atlantis/organisations/reef.yml:6:27 identifier 1, id: "91350100M000100Y4" does not have the form [0-9A-HJ-NPQRTUWXY]{18} of the scheme CN-USCI.',
        ),
        case(
            "cra-form",
            number("CA-CRA_ACR", "119219814"),
            'atlantis/organisations/reef.yml:6:30 identifier 1, id: "119219814" does not have the form [0-9]{9}RR[0-9]{4} of the scheme CA-CRA_ACR.',
        ),
        case(
            "ror-form",
            number("ROR", "https://ror.org/03yrm5c26"),
            'atlantis/organisations/reef.yml:6:23 identifier 1, id: "https://ror.org/03yrm5c26" is written 03yrm5c26.',
        ),
        case(
            "isni-form",
            number("ISNI", "0000 0001 2103 2683"),
            'atlantis/organisations/reef.yml:6:24 identifier 1, id: "0000 0001 2103 2683" is written 0000000121032683.',
        ),
        case(
            "number-with-a-wrong-digit-and-hyphens",
            edit(NGO, "7000012050002", "70000-12050003"),
            'atlantis/organisations/reef.yml:6:26 identifier 1, id: "70000-12050003" does not have the form [1-9][0-9]{12} of the scheme JP-JCN.',
        ),
        case(
            "wikidata-form",
            number("wikidata", "q42"),
            'atlantis/organisations/reef.yml:6:28 identifier 1, id: "q42" is written Q42.',
        ),
        case(
            "ecosoc-form",
            number("ecosoc", "abc"),
            'atlantis/organisations/reef.yml:6:26 identifier 1, id: "abc" does not have the form [0-9]+ of the scheme ecosoc.',
        ),
    ],
    "kind-place": [
        case(
            "kind-in-wrong-folder",
            edit(BODY, "kind: body", "kind: law"),
            'atlantis/bodies/aid-office.yml:1:7 kind: "law" does not go here: bodies holds the kind body.',
        ),
        case(
            "article-kind",
            edit(ARTICLE, "kind: article", "kind: law"),
            'article/article.yml:1:7 kind: "law" does not go here: data/article/article.yml holds the kind article.',
        ),
        case(
            "kind-in-wrong-file",
            edit(COUNTRY, "kind: country", "kind: frame"),
            'atlantis/country.yml:2:7 kind: "frame" does not go here: country.yml holds the kind country.',
        ),
    ],
    "type-missing": [
        case(
            "type-missing",
            edit(NGO, "type: ngo\n", ""),
            "atlantis/organisations/reef.yml:1:1 the key type is missing. Known: ngo, network, foundation.",
        ),
    ],
    "type-unknown": [
        case(
            "type-unknown",
            edit(NGO, "type: ngo", "type: network-of-ngos"),
            'atlantis/organisations/reef.yml:2:7 type: "network-of-ngos" is not a known type. Did you mean network?',
        ),
        case(
            "type-by-a-near-word",
            edit(NGO, "type: ngo", "type: charity"),
            'atlantis/organisations/reef.yml:2:7 type: "charity" is not a known type. Did you mean ngo?',
        ),
        case(
            "type-where-none",
            edit(BODY, "kind: body\n", "kind: body\ntype: ngo\n"),
            'atlantis/bodies/aid-office.yml:2:7 type: "ngo" is not a known type. The kind body has no types.',
        ),
    ],
    "status-date": [
        case(
            "status-undated",
            edit(FUND, "code: active, as_of: 2024-03, source", "code: planned, source"),
            "atlantis/funding/sea-fund.yml:4:9 status: is a status without a date. Add `since` or `as_of`. "
            "atlas is of 2025-03: if it shows this of its own time, write `as_of: 2025-03`.",
        ),
    ],
    "status-source": [
        case(
            "status-unsourced",
            edit(FUND, ", source: atlas, locator: p. 5}\nsummary", "}\nsummary"),
            "atlantis/funding/sea-fund.yml:4:9 status: is a status without a source. Add `source` and `locator`, or write `code: unknown`.",
        ),
    ],
    "date-order": [
        case(
            "status-before-beginning",
            edit(NGO, "status: {code: active, as_of: 2024", "status: {code: closed, since: 1970"),
            "atlantis/organisations/reef.yml:4:31 status.since: the status since 1970 lies before the beginning in 1980.",
        ),
        case(
            "ended-before-begun",
            edit(BODY, "facts:\n", "facts:\n  - {field: ended, value: 1990, source: atlas, locator: p. 4}\n"),
            "atlantis/bodies/aid-office.yml:6:27 fact 1, value: ended 1990 lies before founded 1999.",
        ),
        case(
            "in-force-before-adopted",
            edit(LAW, "{field: in-force, value: 2020-06-01", "{field: in-force, value: 2019-06-01"),
            "atlantis/laws/aid-act.yml:8:30 fact 2, value: in-force 2019-06-01 lies before adopted 2020-05-04.",
        ),
        case(
            "relation-ends-before-it-begins",
            edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, since: 2010, until: 2009}"),
            "atlantis/funding/sea-fund.yml:28:69 relation 2, until: until 2009 lies before since 2010.",
        ),
        case(
            "ended-before-announced",
            edit(
                FUND,
                "  - {field: started",
                "  - {field: announced, value: 2010, source: atlas, locator: p. 1}\n  - {field: ended, value: 2009, source: atlas, locator: p. 1}\n  - {field: started",
            ),
            "atlantis/funding/sea-fund.yml:9:27 fact 2, value: ended 2009 lies before announced 2010.",
        ),
        case(
            "amended-before-adopted",
            edit(
                LAW,
                "relations:",
                "  - {field: amended, label: fees, value: 2019, source: gazette, locator: Article 4}\nrelations:",
            ),
            "atlantis/laws/aid-act.yml:9:42 fact 3, value: amended 2019 lies before adopted 2020-05-04.",
        ),
    ],
    "future-day": [
        case(
            "reviewed-in-future",
            edit(BODY, "reviewed: 2026-11-20", "reviewed: 2199-01-01"),
            'atlantis/bodies/aid-office.yml:7:11 reviewed: "2199-01-01" lies in the future.',
        ),
        case(
            "read-future",
            edit(SOURCES, "read: 2026-11-20", "read: 2199-01-01"),
            'atlantis/sources.yml:11:9 atlas.read: "2199-01-01" lies in the future.',
        ),
        case(
            "searched-future",
            edit(FUND, "searched: 2026-11-20", "searched: 2199-01-01"),
            'atlantis/funding/sea-fund.yml:19:58 fact 4, searched: "2199-01-01" lies in the future.',
        ),
    ],
    "full-day": [
        case(
            "reviewed-month-only",
            edit(BODY, "reviewed: 2026-11-20", "reviewed: 2026-11"),
            'atlantis/bodies/aid-office.yml:7:11 reviewed: "2026-11" must be a full day, such as 2026-11-23.',
        ),
        case(
            "read-month-only",
            edit(SOURCES, "read: 2026-11-20", "read: 2026-11"),
            'atlantis/sources.yml:11:9 atlas.read: "2026-11" must be a full day, such as 2026-11-23.',
        ),
        case(
            "searched-year-only",
            edit(FUND, "searched: 2026-11-20", "searched: 2026"),
            'atlantis/funding/sea-fund.yml:19:58 fact 4, searched: "2026" must be a full day, such as 2026-11-23.',
        ),
    ],
    "country-fact": [
        case(
            "country-without-fiscal-year",
            edit(COUNTRY, '  - {field: fiscal-year-start, value: "04-01", source: atlas, locator: p. 2}\n', ""),
            "atlantis/country.yml:6:1 facts: has no fact fiscal-year-start. Add it with its source, or with `missing`.",
        ),
    ],
    "country-code": [
        *(
            case(
                f"code-{code}",
                edit(COUNTRY, "code: IE", f"code: {code}"),
                f'atlantis/country.yml:1:7 code: "{code}" is not a two-letter ISO 3166-1 code.{near}',
            )
            for code, near in (
                ("UK", " Did you mean GB?"),
                ("JPN", " Did you mean JP?"),
                ("ie", " Did you mean IE?"),
                ("Japan", " Did you mean JP?"),
                ("ZY", " A place that has none takes one of XA to XZ."),
            )
        ),
        case(
            "code-of-another",
            edit(COUNTRY, "{en: Atlantis, fr: Atlantide}", "{en: South Korea}"),
            'atlantis/country.yml:1:7 code: "IE" is the code of Ireland. Write KR.',
        ),
    ],
    "country-standards": [
        case(
            "currency-of-a-listed-country",
            edit(COUNTRY, "kind: country\n", "kind: country\ncurrencies: [EUR]\n"),
            "atlantis/country.yml:3:1 currencies: follows from the code IE by the standards. Delete it.",
        )
    ],
    "country-code-twice": [
        case(
            "two-countries-of-one-code",
            whole(
                "lemuria/country.yml",
                FILES[COUNTRY].replace("Atlantis", "Lemuria").replace("Atlantide", "Lemurie").encode(),
            ),
            'lemuria/country.yml:1:7 code: "IE" is the code of Atlantis already (data/atlantis/country.yml).',
        ),
    ],
    "record-twice": [
        case(
            "two-records-one-name",
            whole("atlantis/bodies/again.yml", FILES[BODY].encode()),
            'atlantis/bodies/aid-office.yml:2:12 name.en: "Aid Office" is the name of atlantis/bodies/again already: two records for one thing? Two things of one name need dates that differ, such as `adopted` or `founded`.',
        ),
        case(
            "two-records-one-number",
            edit(
                BODY,
                "summary",
                'identifiers: [{scheme: JP-JCN, id: "7000012050002", source: atlas, locator: p. 4}]\nsummary',
            ),
            'atlantis/organisations/reef.yml:6:26 identifier 1, id: "7000012050002" is the number of atlantis/bodies/aid-office already: two records for one thing?',
        ),
    ],
    "place-home": [
        case(
            "place-without-country",
            whole("lemuria/bodies/office.yml", FILES[BODY].encode()),
            "lemuria/bodies/office.yml:1:1 the folder data/lemuria/ has no country.yml.",
        ),
    ],
    "place-name": [
        case(
            "reserved-place",
            whole(
                "timeline/country.yml",
                FILES[COUNTRY].replace("Atlantis", "Time").replace("Atlantide", "Temps").replace("IE", "FR").encode(),
            ),
            'timeline/country.yml:1:1 "timeline" cannot be the name of a country\'s folder: the site has a page of that name.',
        ),
        case(
            "place-named-as-a-folder",
            whole(
                "funding/country.yml",
                FILES[COUNTRY].replace("Atlantis", "Time").replace("Atlantide", "Temps").replace("IE", "FR").encode(),
            ),
            'funding/country.yml:1:1 "funding" cannot be the name of a country\'s folder: the site has a page of that name.',
        ),
        case(
            "place-named-as-a-language",
            whole(
                "zh/country.yml",
                FILES[COUNTRY].replace("Atlantis", "Time").replace("Atlantide", "Temps").replace("IE", "FR").encode(),
            ),
            'zh/country.yml:1:1 "zh" cannot be the name of a country\'s folder: the site has a page of that name.',
        ),
    ],
    "locator-missing": [
        case(
            "other-name-locator-alone",
            edit(FUND, "short_name", "other_names: [{name: {en: Old Fund}, type: former, locator: p. 2}]\nshort_name"),
            "atlantis/funding/sea-fund.yml:3:52 other_name 1, locator: is incomplete: `source` and `locator` go together.",
        ),
        case(
            "relation-source-alone",
            edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, source: atlas}"),
            "atlantis/funding/sea-fund.yml:28:49 relation 2, source: is incomplete: `source` and `locator` go together.",
        ),
        case(
            "status-source-alone",
            edit(FUND, "source: atlas, locator: p. 5}\nsummary", "source: atlas}\nsummary"),
            "atlantis/funding/sea-fund.yml:4:40 status.source: is incomplete: `source` and `locator` go together.",
        ),
    ],
    "status-alive": [
        case(
            "active-without-a-sign",
            edit(NGO, "code: active, as_of: 2024", "code: active, since: 2024"),
            "atlantis/organisations/reef.yml:4:9 status: active needs `as_of`: the date of the last sign of it that a source shows. atlas is of 2025-03: if it shows this of its own time, write `as_of: 2025-03`. Without any write `code: unknown`.",
        ),
        case(
            "active-by-an-undated-source",
            both(
                edit(NGO, "code: active, as_of: 2024", "code: active"),
                edit(SOURCES, "  date: 2025-03\n", "  undated: true\n"),
            ),
            "atlantis/organisations/reef.yml:4:9 status: active needs `as_of`: the date of the last sign of it that a source shows. atlas is undated: look for a dated one, such as a call, a meeting or a report. Without any write `code: unknown`.",
        ),
    ],
    "status-order": [
        case(
            "status-seen-before-it-began",
            edit(FUND, "as_of: 2024-03", "since: 2025, as_of: 2024-03"),
            "atlantis/funding/sea-fund.yml:4:44 status.as_of: lies before `since`.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def test_two_laws_of_one_title_stand_where_their_dates_tell_them_apart(world: Path) -> None:
    edits = ("2020-05-04", "1998-05-04"), ("since: 2020-06-01", "since: 1998-06-01"), ("2020-06-01", "1998-06-01")
    copy(LAW, "atlantis/laws/aid-act-1998.yml", *edits)(world / "data")
    assert problems(world) == []


def test_a_status_that_is_not_known_needs_neither_date_nor_source(world: Path) -> None:
    edit(FUND, "{code: active, as_of: 2024-03, source: atlas, locator: p. 5}", "{code: unknown}")(world / "data")
    assert problems(world) == []
