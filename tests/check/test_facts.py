"""Rules on facts: values by the type of their field, what goes with what, and sources."""

from __future__ import annotations

from pathlib import Path

from ..cases import BODY, COUNTRY, FUND, LAW, NGO, Case, assert_answered, case, cases_of, edit, whole
from ..conftest import FILES

BAD = {
    "number-negative": [
        case(
            "fewer-than-none",
            edit(FUND, "value: 46", "value: -46"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "-46" is below zero; the field members holds no negative numbers.',
        ),
    ],
    "value-type": [
        case(
            "impossible-day",
            edit(LAW, "value: 2020-05-04", "value: 2020-02-30"),
            'atlantis/laws/aid-act.yml:7:29 fact 1, value: "2020-02-30" is not a day of the calendar: February 2020 has no day 30 (the field adopted holds a date).',
        ),
        case(
            "impossible-month",
            edit(LAW, "value: 2020-05-04", "value: 2020-13"),
            'atlantis/laws/aid-act.yml:7:29 fact 1, value: "2020-13" has no month 13 (the field adopted holds a date).',
        ),
        case(
            "fiscal-year-as-a-date",
            edit(LAW, "value: 2020-05-04", "value: 2020/21"),
            'atlantis/laws/aid-act.yml:7:29 fact 1, value: "2020/21" is a fiscal year: write the date, or the calendar year in which it lies (the field adopted holds a date).',
        ),
        case(
            "day-first",
            edit(LAW, "value: 2020-05-04", "value: 04.05.2020"),
            'atlantis/laws/aid-act.yml:7:29 fact 1, value: "04.05.2020" is written 2020-05-04 or 2020-04-05, year first (the field adopted holds a date).',
        ),
        case(
            "script-address",
            edit(NGO, "https://reef.example/", "javascript:alert(1)"),
            'atlantis/organisations/reef.yml:10:29 fact 2, value: "javascript:alert(1)" must be a web address such as https://example.org/page (the field website holds a web address).',
        ),
        case(
            "number-in-words",
            edit(FUND, "value: 46", "value: forty-six"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "forty-six" is written 46 (the field members holds a number).',
        ),
        case(
            "number-with-comma",
            edit(FUND, "value: 1_500_000", 'value: "1,500,000"'),
            'atlantis/funding/sea-fund.yml:12:12 fact 3, value: "1,500,000" is written 1_500_000 (the field amount holds a sum of money).',
        ),
        case(
            "sum-in-another-currency",
            edit(FUND, "value: 1_500_000", "value: 약 4천만 달러"),
            'atlantis/funding/sea-fund.yml:12:12 fact 3, value: "약 4천만 달러" is written 40_000_000, with `precision: about`, in `currency: USD` (the field amount holds a sum of money).',
        ),
        case(
            "sum-in-a-currency-of-many",
            edit(FUND, "value: 1_500_000", "value: 40 million dollars"),
            'atlantis/funding/sea-fund.yml:12:12 fact 3, value: "40 million dollars" is written 40_000_000, in the `currency` that "dollars" means here (the field amount holds a sum of money).',
        ),
        case(
            "sum-in-its-own-currency",
            edit(FUND, "value: 1_500_000", "value: €1.5m"),
            'atlantis/funding/sea-fund.yml:12:12 fact 3, value: "€1.5m" is written 1_500_000 (the field amount holds a sum of money).',
        ),
        case(
            "upper-end-in-another-currency",
            edit(FUND, "value: 1_500_000", "value: 1_500_000\n    to: $2 million"),
            'atlantis/funding/sea-fund.yml:13:9 fact 3, to: "$2 million" is written 2_000_000, in `currency: USD`.',
        ),
        case(
            "count-that-is-a-sum",
            edit(FUND, "value: 46", "value: $46 million"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "$46 million" is written 46_000_000 and names a currency: sums of money have fields of their own (the field members holds a number).',
        ),
        case(
            "proportion-as-a-percentage",
            edit(COUNTRY, "value: 12.5", 'value: "8:2"'),
            'atlantis/country.yml:8:66 fact 2, value: "8:2" is a proportion: the percentage of its first part is written 80 (the field aid-share holds a percentage).',
        ),
        case(
            "value-that-nobody-knows",
            edit(FUND, "value: 46,", "value: unknown,"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "unknown" must be a number in digits, such as 46, 92_400_000_000 or 0.39 (the field members holds a number). A value that is not known is left out: write `missing: not-researched`, or `missing: not-found` with `searched` and `note` if somebody has looked.',
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
            'atlantis/bodies/long.yml:6:29 fact 1, value: "long long long long long long long long long long long long long long long long long long long long long long long long…" has 2499 characters; the most is 2000 (the field purpose holds text).',
        ),
        case(
            "day-of-the-year-in-words",
            edit(COUNTRY, '"04-01"', "1 January"),
            'atlantis/country.yml:7:39 fact 1, value: "1 January" is written 01-01 (the field fiscal-year-start holds a month and day).',
        ),
        case(
            "month-day-in-words",
            edit(COUNTRY, '"04-01"', "April"),
            'atlantis/country.yml:7:39 fact 1, value: "April" must be a month and a day such as 04-01 (the field fiscal-year-start holds a month and day).',
        ),
        case(
            "year-too-early",
            edit(LAW, "value: 2020-05-04", 'value: "0999"'),
            'atlantis/laws/aid-act.yml:7:29 fact 1, value: "0999" must be a date from the year 1000 on (the field adopted holds a date).',
        ),
        case(
            "disagreement-in-words",
            edit(FUND, "{value: 31,", "{value: many,"),
            'atlantis/funding/sea-fund.yml:25:17 fact 5, value 2, value: "many" must be a number in digits, such as 46, 92_400_000_000 or 0.39 (the field projects holds a number).',
        ),
    ],
    "time-of-date": [
        case(
            "date-with-note",
            edit(LAW, "value: 2020-05-04, source", "as_of: 2020, value: 2020-05-04, source"),
            "atlantis/laws/aid-act.yml:7:22 fact 1, as_of: is a second date beside a date. Leave it out, or put it into `note`.",
        ),
    ],
    "value-and-missing": [
        case(
            "value-and-missing",
            edit(FUND, "value: 46", "missing: not-found, value: 46"),
            "atlantis/funding/sea-fund.yml:9:22 fact 2, missing: has a value and says that it is missing (not-found) at once. Keep one.",
        ),
    ],
    "value-or-missing": [
        case(
            "neither",
            edit(FUND, "value: 46, ", ""),
            "atlantis/funding/sea-fund.yml:9:5 fact 2: has neither a value nor a reason why it is missing. Write one; `missing: not-researched` if nobody has looked.",
        ),
    ],
    "missing-keys": [
        case(
            "missing-without-day",
            edit(FUND, "missing: not-found, searched: 2026-11-20", "missing: not-found"),
            "atlantis/funding/sea-fund.yml:19:37 fact 4, missing: not-found needs searched.",
        ),
        case(
            "not-read-without-address",
            edit(FUND, "missing: not-found, searched: 2026-11-20,", "missing: not-read, searched: 2026-11-20,"),
            "atlantis/funding/sea-fund.yml:19:37 fact 4, missing: not-read needs where.",
        ),
        case(
            "not-read-without-day",
            edit(FUND, "missing: not-found, searched: 2026-11-20,", "missing: not-read, where: https://lost.example/,"),
            "atlantis/funding/sea-fund.yml:19:37 fact 4, missing: not-read needs searched.",
        ),
        case(
            "not-found-with-address",
            edit(FUND, "missing: not-found,", "missing: not-found, where: https://lost.example/,"),
            "atlantis/funding/sea-fund.yml:19:48 fact 4, where: where does not go with not-found.",
        ),
        case(
            "address-with-a-value",
            edit(FUND, "value: 46,", "value: 46, where: https://lost.example/,"),
            "atlantis/funding/sea-fund.yml:9:33 fact 2, where: where goes only with `missing`.",
        ),
        case(
            "missing-with-source",
            edit(FUND, "missing: not-found, searched", "missing: not-found, source: atlas, locator: p. 1, searched"),
            "atlantis/funding/sea-fund.yml:19:48 fact 4, source: source does not go with not-found.",
            "atlantis/funding/sea-fund.yml:19:63 fact 4, locator: locator does not go with not-found.",
        ),
        case(
            "none-exists-unsourced",
            edit(
                FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", "missing: none-exists"
            ),
            "atlantis/funding/sea-fund.yml:19:37 fact 4, missing: none-exists needs locator.",
            "atlantis/funding/sea-fund.yml:19:37 fact 4, missing: none-exists needs source.",
        ),
        case(
            "searched-with-value",
            edit(FUND, "value: 46", "searched: 2026-11-20, value: 46"),
            "atlantis/funding/sea-fund.yml:9:22 fact 2, searched: searched goes only with `missing`.",
        ),
        case(
            "locator-alone",
            edit(FUND, "searched: 2026-11-20, note", "searched: 2026-11-20, locator: p. 1, note"),
            "atlantis/funding/sea-fund.yml:19:70 fact 4, locator: locator does not go with not-found.",
        ),
        case(
            "values-with-a-value",
            edit(
                FUND,
                "    missing: sources-disagree\n",
                "    value: 30\n    as_of: 2024\n    source: atlas\n    locator: p. 6\n",
            ),
            "atlantis/funding/sea-fund.yml:26:5 fact 5, values: values goes only with `missing`.",
        ),
        case(
            "disagreement-without-note",
            edit(FUND, "    note: The gazette counts approvals.\n", ""),
            "atlantis/funding/sea-fund.yml:21:14 fact 5, missing: sources-disagree needs note.",
        ),
        case(
            "not-applicable-without-reason",
            edit(
                FUND,
                "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.",
                "missing: not-applicable",
            ),
            "atlantis/funding/sea-fund.yml:19:37 fact 4, missing: not-applicable needs note.",
        ),
        case(
            "not-researched-but-searched",
            edit(
                FUND,
                "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.",
                "missing: not-researched, searched: 2026-11-20",
            ),
            "atlantis/funding/sea-fund.yml:19:53 fact 4, searched: searched does not go with not-researched.",
        ),
    ],
    "disagreement": [
        case(
            "one-value-disagrees",
            edit(FUND, "      - {value: 31, as_of: 2024, source: gazette, locator: Article 4}\n", ""),
            "atlantis/funding/sea-fund.yml:24:7 fact 5, values: a disagreement needs two values or more.",
        ),
        case(
            "two-shown",
            edit(FUND, "locator: Article 4}", "locator: Article 4, shown: true}"),
            "atlantis/funding/sea-fund.yml:24:7 fact 5, values: only one value can be the shown one.",
        ),
        case(
            "same-values",
            edit(FUND, "{value: 31,", "{value: 30,"),
            "atlantis/funding/sea-fund.yml:24:7 fact 5, values: the values are all the same: write one fact with the other sources under `further_sources`.",
        ),
    ],
    "source-missing": [
        case(
            "no-source",
            edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01"),
            "atlantis/funding/sea-fund.yml:9:5 fact 2: has a value without a source. Add `source` and `locator`, or write `missing` in its place.",
        ),
        case(
            "locator-without-source",
            edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, locator: p. 5"),
            "atlantis/funding/sea-fund.yml:9:5 fact 2: has a value without a source. Add `source` and `locator`, or write `missing` in its place.",
        ),
    ],
    "locator-missing": [
        case(
            "no-locator",
            edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, source: atlas"),
            "atlantis/funding/sea-fund.yml:9:70 fact 2, source: has a source without a locator. Add `locator`: article, page, section or paragraph.",
        ),
    ],
    "money-currency": [
        case(
            "money-without-currency",
            edit(FUND, "    currency: EUR\n", ""),
            "atlantis/funding/sea-fund.yml:10:5 fact 3: is a sum of money without a currency. Add `currency`, such as JPY.",
        ),
    ],
    "money-basis": [
        case(
            "money-without-basis",
            edit(FUND, "    basis: disbursement\n", ""),
            "atlantis/funding/sea-fund.yml:10:5 fact 3: is a sum of money without a basis. Add `basis`, such as commitment or disbursement.",
        ),
    ],
    "money-period": [
        case(
            "money-without-period",
            edit(FUND, "    period: 2023-04/2024-03\n", ""),
            "atlantis/funding/sea-fund.yml:10:5 fact 3: is a sum of money without a period. Add `period` or `as_of`.",
        ),
    ],
    "money-key": [
        case(
            "currency-on-a-count",
            edit(FUND, "unit: organisations", "currency: EUR, unit: organisations"),
            "atlantis/funding/sea-fund.yml:9:33 fact 2, currency: goes only with money; the field members holds a number.",
        ),
        case(
            "basis-on-a-count",
            edit(FUND, "unit: organisations", "basis: budget, unit: organisations"),
            "atlantis/funding/sea-fund.yml:9:33 fact 2, basis: goes only with money.",
        ),
        case(
            "yearly-on-a-count",
            edit(FUND, "unit: organisations", "yearly: true, unit: organisations"),
            "atlantis/funding/sea-fund.yml:9:33 fact 2, yearly: goes only with money.",
        ),
    ],
    "yearly-of-a-year": [
        case(
            "yearly-beside-its-year",
            edit(FUND, "    basis: disbursement\n", "    basis: disbursement\n    yearly: true\n"),
            "atlantis/funding/sea-fund.yml:15:5 fact 3, yearly: the period 2023-04/2024-03 is the year of the sum. "
            "`yearly` is for sums without one; delete it.",
        ),
    ],
    "unit-misplaced": [
        case(
            "unit-on-money",
            edit(FUND, "    currency: EUR", "    unit: projects\n    currency: EUR"),
            "atlantis/funding/sea-fund.yml:13:5 fact 3, unit: goes only with counts; the field amount holds a sum of money.",
        ),
        case(
            "unit-on-date",
            edit(FUND, "value: 2001-04", "unit: years, value: 2001-04"),
            "atlantis/funding/sea-fund.yml:8:22 fact 1, unit: goes only with counts; the field started holds a date.",
        ),
    ],
    "unit-missing": [
        case(
            "number-without-unit",
            edit(FUND, "field: members, value: 46, unit: organisations", "field: quantity, label: boats, value: 46"),
            "atlantis/funding/sea-fund.yml:9:5 fact 2: is a number without a unit: the field quantity has none of its own. Add `unit`.",
        ),
    ],
    "number-key": [
        case(
            "precision-on-a-date",
            edit(FUND, "value: 2001-04", "precision: about, value: 2001-04"),
            "atlantis/funding/sea-fund.yml:8:22 fact 1, precision: goes only with numbers; the field started holds a date.",
        ),
        case(
            "range-of-dates",
            edit(NGO, "value: 1980", "value: 1980, to: 1981"),
            "atlantis/organisations/reef.yml:9:35 fact 1, to: goes only with numbers; the field founded holds a date.",
        ),
    ],
    "range": [
        case(
            "range-of-more-than",
            edit(FUND, "value: 46,", "value: 46, to: 50, precision: more-than,"),
            "atlantis/funding/sea-fund.yml:9:41 fact 2, precision: more-than goes with one number, and `to` makes two of it. "
            "Keep one of the two keys.",
        ),
        case(
            "range-reversed",
            edit(FUND, "value: 46", "value: 46, to: 40"),
            "atlantis/funding/sea-fund.yml:9:37 fact 2, to: the upper end 40 is not above 46.",
        ),
    ],
    "percent-of": [
        case(
            "percent-of-what",
            edit(COUNTRY, "label: bilateral aid through NGOs, ", ""),
            "atlantis/country.yml:8:5 fact 2: is a percentage of what? Add `label`.",
        ),
    ],
    "percent-range": [
        case(
            "share-over-100",
            edit(COUNTRY, "value: 12.5", "value: 125"),
            'atlantis/country.yml:8:66 fact 2, value: "125" is a share outside 0 to 100 percent.',
        ),
        case(
            "negative-share",
            edit(COUNTRY, "value: 12.5", "value: -3"),
            'atlantis/country.yml:8:66 fact 2, value: "-3" is a share outside 0 to 100 percent.',
        ),
    ],
    "rate-currencies": [
        case(
            "rate-one-currency",
            edit(
                COUNTRY,
                "field: aid-share, label: bilateral aid through NGOs, value: 12.5",
                "field: exchange-rate, value: 1.1, currency: EUR",
            ),
            "atlantis/country.yml:8:5 fact 2: is a rate without both currencies. Add `currency` and `per`.",
        ),
        case(
            "rate-same-currency",
            edit(
                COUNTRY,
                "field: aid-share, label: bilateral aid through NGOs, value: 12.5",
                "field: exchange-rate, value: 1.1, currency: EUR, per: EUR",
            ),
            "atlantis/country.yml:8:60 fact 2, per: is the same currency twice.",
        ),
    ],
    "rate-time": [
        case(
            "rate-without-time",
            edit(
                COUNTRY,
                "field: aid-share, label: bilateral aid through NGOs, value: 12.5, period: 2024",
                "field: exchange-rate, value: 1.1, currency: EUR, per: USD",
            ),
            "atlantis/country.yml:8:5 fact 2: is a rate without a time. Add `period` or `as_of`.",
        ),
    ],
    "rate-key": [
        case(
            "per-on-a-share",
            edit(COUNTRY, "value: 12.5", "per: USD, value: 12.5"),
            "atlantis/country.yml:8:59 fact 2, per: goes only with rates.",
        ),
    ],
    "time-twice": [
        case(
            "two-times",
            edit(FUND, "as_of: 2016-01", "as_of: 2016-01, period: 2016"),
            "atlantis/funding/sea-fund.yml:9:54 fact 2, as_of: has a period and a day at once. Keep `period` for what adds up over time, `as_of` for the rest.",
        ),
        case(
            "rate-two-times",
            edit(
                COUNTRY,
                "field: aid-share, label: bilateral aid through NGOs, value: 12.5, period: 2024",
                "field: exchange-rate, value: 1.1, currency: EUR, per: USD, period: 2024, as_of: 2024",
            ),
            "atlantis/country.yml:8:79 fact 2, as_of: has a period and a day at once. Keep `period` for what adds up over time, `as_of` for the rest.",
        ),
    ],
    "time-missing": [
        case(
            "milestone-without-date",
            edit(BODY, "{field: founded, value: 1999", "{field: milestone, value: Doors opened"),
            "atlantis/bodies/aid-office.yml:6:5 fact 1: the field milestone needs a date. Add `as_of` or `period`.",
        ),
    ],
    "same-slot": [
        case(
            "same-slot",
            edit(
                FUND,
                "  - {field: started",
                "  - {field: members, value: 47, as_of: 2016-01, source: atlas, locator: p. 8}\n  - {field: started",
            ),
            'atlantis/funding/sea-fund.yml:10:5 fact 3: says "46", not "47" as fact 1: the same field, `label` and time. Tell them apart by `label`, or record the disagreement (missing: sources-disagree).',
        ),
    ],
    "anchor-twice": [
        case(
            "same-anchor",
            edit(FUND, "{field: started, value: 2001-04", "{field: started, id: members-2016-01, value: 2001-04"),
            'atlantis/funding/sea-fund.yml:9:5 fact 2: the anchor "members-2016-01" is taken already. Word `label` differently, or give an `id`.',
        ),
    ],
    "further-sources-twice": [
        case(
            "further-source-the-same",
            edit(FUND, "{source: gazette, locator: Article 3}", "{source: atlas, locator: p. 6}"),
            "atlantis/funding/sea-fund.yml:18:23 fact 3, further_source 1: is the same source at the same place again. Delete it.",
        ),
    ],
    "label-length": [
        case(
            "label-too-long",
            edit(FUND, "label: grants", "label: " + "grants and " * 20 + "more"),
            "atlantis/funding/sea-fund.yml:11:12 fact 3, label: has 224 characters; `label` takes at most 160. Use `note` for more.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
