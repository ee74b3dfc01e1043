"""What a model refuses: keys that are unknown or missing, and values of another shape."""

from __future__ import annotations

from pathlib import Path

from equal_footing.model.dataset import Dataset
from equal_footing.model.key_words import FORMER_KEYS, HOW_TO_WRITE

from ..cases import (
    ANSWERS,
    ARTICLE,
    BODY,
    CLAIMS,
    FAULTS,
    FIGURE,
    FUND,
    NAMES,
    NGO,
    QUESTION,
    SOURCES,
    Case,
    assert_answered,
    case,
    cases_of,
    edit,
    whole,
)

HOW = HOW_TO_WRITE["authors"]
BAD = {
    "key-unknown": [
        case(
            "unknown-key",
            edit(FUND, "short_name", "shortname"),
            'atlantis/funding/sea-fund.yml:3:1 shortname: the key "shortname" is not known here. Did you mean short_name?',
        ),
        case(
            "unknown-fact-key",
            edit(FUND, "currency: EUR", "curency: EUR"),
            'atlantis/funding/sea-fund.yml:13:5 fact 3, curency: the key "curency" is not known here. Did you mean currency?',
        ),
        case(
            "comma-in-value",
            edit(FUND, "note: Looked for in the atlas.", "note: Looked for, in the atlas."),
            'atlantis/funding/sea-fund.yml:19:88 fact 4, in the atlas.: the key "in the atlas." is not known here. If it belongs to the value before it: a value with a comma needs quotation marks, straight ones: `note: "Looked for, in the atlas."`.',
        ),
        case(
            "second-hand",
            edit(BODY, "value: 1999", "value: 1999, quoted_in: a book"),
            'atlantis/bodies/aid-office.yml:6:35 fact 1, quoted_in: the key "quoted_in" is not known here. Did you mean support? Of what a source repeats from another write `support: indirect`, and name that in `note`.',
        ),
        case(
            "field-at-the-head",
            edit(BODY, "reviewed:", "website: https://office.example/\nreviewed:"),
            'atlantis/bodies/aid-office.yml:7:1 website: the key "website" is not known here. It goes under `facts`: `- field: website`, with `value`, `source` and `locator`.',
        ),
        case(
            "id-at-the-head",
            edit(BODY, "kind: body", "kind: body\nid: aid-office"),
            'atlantis/bodies/aid-office.yml:2:1 id: the key "id" is not known here. The path of the file is the id of the record: delete the line.',
        ),
        case(
            "field-as-key",
            edit(BODY, "{field: founded, value: 1999", "{legal-form: an office, field: founded, value: 1999"),
            'atlantis/bodies/aid-office.yml:6:6 fact 1, legal-form: the key "legal-form" is not known here. A field is a value: write `field: legal-form`, and what follows it under `value`.',
        ),
        case(
            "relation-as-key",
            edit(
                FUND,
                "{type: based-on, to: atlantis/laws/aid-act}",
                "{type: based-on, to: atlantis/laws/aid-act, part-of: x}",
            ),
            'atlantis/funding/sea-fund.yml:28:49 relation 2, part-of: the key "part-of" is not known here. A type is a value: write `type: part-of`, and what follows it under `to`.',
        ),
        case(
            "number-as-key",
            edit(FUND, "short_name", "12: x\nshort_name"),
            'atlantis/funding/sea-fund.yml:3:1 12: the key "12" is not known here. Known: kind, type, name, short_name, other_names, status, version, identifiers, summary, sections, facts, relations, certain, reviewed.',
        ),
        case(
            "other-name-key",
            edit(FUND, "short_name", "other_names: [{names: {en: Old Fund}, type: former}]\nshort_name"),
            'atlantis/funding/sea-fund.yml:3:16 other_name 1, names: the key "names" is not known here. Did you mean name?',
        ),
        case(
            "unknown-source-key",
            edit(SOURCES, "publisher: Atlas", "publishr: Atlas"),
            'atlantis/sources.yml:5:3 atlas.publishr: the key "publishr" is not known here. Did you mean publisher?',
        ),
        case(
            "moved-with-other-keys",
            whole("atlantis/funding/old.yml", b"kind: law\nmoved_to: atlantis/funding/sea-fund\n"),
            'atlantis/funding/old.yml:1:1 kind: the key "kind" is not known here. Known: moved_to.',
        ),
        case(
            "names-key",
            edit(NAMES, "names:", "name:"),
            'article/names.yml:1:1 name: the key "name" is not known here. Did you mean names?',
        ),
        case(
            "former-key-at",
            edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, source: atlas, at: p. 5"),
            'atlantis/funding/sea-fund.yml:9:85 fact 2, at: the key "at" is not known here. It is called locator now.',
        ),
        case(
            "former-key-at-where-the-new-one-is-needed",
            edit(CLAIMS, "{source: atlas, locator: p. 5}", "{source: atlas, at: p. 5}"),
            'article/claims/money.yml:11:32 claim 1, evidence 1, at: the key "at" is not known here. It is called locator now.',
        ),
        case(
            "former-key-author",
            edit(SOURCES, "  publisher: Atlas", "  author: Hearn; Chen\n  publisher: Atlas"),
            f'atlantis/sources.yml:5:3 atlas.author: the key "author" is not known here. It is called authors now.{HOW}',
        ),
        case(
            "former-key-mirror",
            edit(SOURCES, "  publisher: Atlas", "  mirror: Library\n  publisher: Atlas"),
            'atlantis/sources.yml:5:3 atlas.mirror: the key "mirror" is not known here. It is called copy_by now.',
        ),
        case(
            "former-key-also",
            edit(FUND, "further_sources:", "also:"),
            'atlantis/funding/sea-fund.yml:18:5 fact 3, also: the key "also" is not known here. It is called further_sources now.',
        ),
        case(
            "former-key-of",
            edit(FUND, "label: grants", "of: grants"),
            'atlantis/funding/sea-fund.yml:11:5 fact 3, of: the key "of" is not known here. It is called label now.',
        ),
        case(
            "former-key-of-in-a-figure",
            edit(FIGURE, "field: projects,", "field: projects, of: grants,"),
            'atlantis/figures/projects.yml:6:58 series 1, of: the key "of" is not known here. It is called label now.',
        ),
        case(
            "former-keys-of-and-label-in-a-figure",
            edit(FIGURE, "field: projects, name: Projects", "field: projects, of: grants, label: Projects"),
            'atlantis/figures/projects.yml:6:58 series 1, of: the key "of" is not known here. It is called label now, and label is called name: rename both.',
        ),
        case(
            "former-key-qualifier",
            edit(FUND, "value: 46", "qualifier: about, value: 46"),
            'atlantis/funding/sea-fund.yml:9:22 fact 2, qualifier: the key "qualifier" is not known here. It is called precision now.',
        ),
        case(
            "former-key-sort",
            edit(FUND, "short_name", "other_names: [{name: {en: Old Fund}, sort: former}]\nshort_name"),
            'atlantis/funding/sea-fund.yml:3:38 other_name 1, sort: the key "sort" is not known here. It is called type now.',
        ),
        case(
            "former-key-state",
            edit(FUND, "missing: not-found", "state: not-found"),
            'atlantis/funding/sea-fund.yml:19:28 fact 4, state: the key "state" is not known here. It is called missing now.',
        ),
        case(
            "former-key-state-of-an-answer",
            edit(ANSWERS, "missing: sources", "state: sources"),
            'atlantis/answers.yml:12:3 law-of-the-sea.state: the key "state" is not known here. It is called missing now.',
        ),
        case(
            "former-key-where-the-new-one-has-no-place",
            edit(BODY, "kind: body", "kind: body\nqualifier: about"),
            'atlantis/bodies/aid-office.yml:2:1 qualifier: the key "qualifier" is not known here. Known: kind, type, name, short_name, other_names, status, version, identifiers, summary, sections, facts, relations, certain, reviewed.',
        ),
        case(
            "question-key",
            edit(QUESTION, "limits:", "limit:"),
            'questions/sea-money.yml:13:1 limit: the key "limit" is not known here. Did you mean limits?',
        ),
    ],
    "key-missing": [
        case(
            "missing-key",
            edit(FUND, "kind: funding-scheme\n", ""),
            'atlantis/funding/sea-fund.yml:1:1 the key "kind" is missing.',
        ),
        case(
            "former-key-label-in-a-figure",
            edit(FIGURE, "field: projects, name: Projects", "field: projects, label: Projects"),
            'atlantis/figures/projects.yml:6:5 series 1: the key "name" is missing. What was called label is called name now.',
        ),
        case(
            "source-keys-missing",
            edit(SOURCES, "gazette:\n", "spare:\n  title: {en: Spare}\ngazette:\n"),
            'atlantis/sources.yml:13:3 spare: the key "authors" is missing.',
            'atlantis/sources.yml:13:3 spare: the key "container" is missing.',
            'atlantis/sources.yml:13:3 spare: the key "language" is missing.',
            'atlantis/sources.yml:13:3 spare: the key "publisher" is missing.',
            'atlantis/sources.yml:13:3 spare: the key "read" is missing.',
            'atlantis/sources.yml:13:3 spare: the key "type" is missing.',
            'atlantis/sources.yml:13:3 spare: the key "url" is missing.',
        ),
        case(
            "disagreement-unsourced",
            edit(FUND, "{value: 31, as_of: 2024, source: gazette, locator: Article 4}", "{value: 31, as_of: 2024}"),
            'atlantis/funding/sea-fund.yml:25:9 fact 5, value 2: the key "locator" is missing.',
            'atlantis/funding/sea-fund.yml:25:9 fact 5, value 2: the key "source" is missing.',
        ),
        case(
            "further-source-without-locator",
            edit(FUND, "{source: gazette, locator: Article 3}", "{source: gazette}"),
            'atlantis/funding/sea-fund.yml:18:23 fact 3, further_source 1: the key "locator" is missing.',
        ),
        case(
            "identifier-without-locator",
            edit(NGO, ", source: atlas, locator: p. 7}\nsummary", ", source: atlas}\nsummary"),
            'atlantis/organisations/reef.yml:6:5 identifier 1: the key "locator" is missing.',
        ),
        case(
            "article-without-source",
            edit(ARTICLE, "source: atlas\nclaims", "claims"),
            'article/article.yml:1:1 the key "source" is missing.',
        ),
        case(
            "rubric-key",
            edit(QUESTION, "  not: A source", "  none: A source"),
            'questions/sea-money.yml:8:3 rubric: the key "not" is missing.',
            'questions/sea-money.yml:10:3 rubric.none: the key "none" is not known here. Known: fully, partly, not.',
        ),
    ],
    "value-type": [
        case(
            "short-name-without-a-language",
            edit(FUND, "{en: SF}", "{SF}"),
            'atlantis/funding/sea-fund.yml:3:14 short_name.SF: "SF" has no language. Write it under the tag of its language: '
            "`short_name: {en: SF}`.",
        ),
        case(
            "facts-not-a-list",
            edit(BODY, "facts:\n  - {field: founded, value: 1999, source: atlas, locator: p. 4}", "facts: none"),
            'atlantis/bodies/aid-office.yml:5:8 facts: "none" must be a list: one item a line, each after a hyphen.',
        ),
        case(
            "name-not-a-mapping",
            edit(BODY, "name: {en: Aid Office}", "name: Aid Office"),
            'atlantis/bodies/aid-office.yml:2:7 name: "Aid Office" must be a mapping of keys to values. Write it under the tag of its language: `name: {en: Aid Office}`.',
        ),
        case(
            "value-is-a-list",
            edit(FUND, "value: 46", "value: [46]"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: must be text, not a list.",
        ),
        case(
            "range-in-words",
            edit(FUND, "value: 46", "value: 46, to: fifty"),
            'atlantis/funding/sea-fund.yml:9:37 fact 2, to: "fifty" is written 50.',
        ),
        case(
            "line-zero",
            edit(NAMES, "lines: [2]", "lines: [0]"),
            'article/names.yml:2:91 name 1, line 1: "0" must be a whole number above 0.',
        ),
        case(
            "name-is-a-list",
            edit(FUND, "en: Sea Fund", "en: [Sea Fund]"),
            "atlantis/funding/sea-fund.yml:2:12 name.en: must be text, not a list.",
        ),
        case(
            "fact-is-a-word",
            edit(FUND, "  - {field: started, value: 2001-04, source: atlas, locator: p. 5}", "  - started in 2001"),
            'atlantis/funding/sea-fund.yml:8:5 fact 1: "started in 2001" must be a mapping of keys to values.',
        ),
        case(
            "facts-are-a-mapping",
            edit(BODY, "facts:\n  - {field: founded", "facts:\n  {field: founded"),
            "atlantis/bodies/aid-office.yml:6:3 facts: must be a list: one item a line, each after a hyphen.",
        ),
        case(
            "name-is-a-mapping",
            edit(BODY, "name: {en: Aid Office}", "name: [Aid Office]"),
            "atlantis/bodies/aid-office.yml:2:7 name: must be a mapping of keys to values. Write the name under the tag of its language: `{en: Reef Society}`, and `ja: …` or `ko: …` beside it.",
        ),
        case(
            "status-is-a-word",
            edit(BODY, "status: {code: active, as_of: 2025, source: atlas, locator: p. 4}", "status: active"),
            'atlantis/bodies/aid-office.yml:3:9 status: "active" must be a mapping of keys to values. Write `{code: active, as_of: 2025, source: …, locator: …}`.',
        ),
        case(
            "source-is-a-word",
            edit(SOURCES, "gazette:\n", "spare: a word\ngazette:\n"),
            'atlantis/sources.yml:12:8 spare: "a word" must be a mapping of keys to values.',
        ),
        case(
            "title-not-by-language",
            edit(SOURCES, "title: {en: Atlas of Atlantis}", "title: Atlas of Atlantis"),
            'atlantis/sources.yml:2:10 atlas.title: "Atlas of Atlantis" must be a mapping of keys to values. Write it under the tag of its language: `title: {en: Atlas of Atlantis}`.',
        ),
        case(
            "claims-in-words",
            edit(ARTICLE, "claims: 3", "claims: three"),
            'article/article.yml:5:9 claims: "three" must be a whole number above 0.',
        ),
        case(
            "line-in-words",
            edit(NAMES, "lines: [2]", "lines: [two]"),
            'article/names.yml:2:91 name 1, line 1: "two" must be a whole number above 0.',
        ),
    ],
    "value-choice": [
        case(
            "unknown-fault",
            edit(FAULTS, "fault: name", "fault: nmae"),
            'article/translation.yml:2:76 fault 1, fault: "nmae" must be one of name, word, meaning, run-together or layout.',
        ),
        case(
            "shown-maybe",
            edit(FUND, "shown: true", "shown: maybe"),
            'atlantis/funding/sea-fund.yml:24:71 fact 5, value 1, shown: "maybe" must be true, or the key left out.',
        ),
        case(
            "shown-false",
            edit(FUND, "shown: true", "shown: false"),
            'atlantis/funding/sea-fund.yml:24:71 fact 5, value 1, shown: "false" must be true, or the key left out.',
        ),
        case(
            "shown-list",
            edit(FUND, "shown: true", "shown: [true]"),
            "atlantis/funding/sea-fund.yml:24:71 fact 5, value 1, shown: must be true, or the key left out.",
        ),
        case(
            "unknown-certainty",
            edit(FAULTS, "certainty: sure", "certainty: certain"),
            'article/translation.yml:2:93 fault 1, certainty: "certain" must be one of sure, likely or guess.',
        ),
        case(
            "part-false",
            edit(NAMES, "name: Sea Fund", "name: Sea Fund, part: false"),
            'article/names.yml:2:54 name 1, part: "false" must be true, or the key left out.',
        ),
        case(
            "figure-chart",
            edit(FIGURE, "chart: parts", "chart: pie"),
            'atlantis/figures/projects.yml:4:8 chart: "pie" must be one of time or parts.',
        ),
    ],
    "value-missing": [
        case(
            "no-names",
            edit(FUND, "name: {en: Sea Fund, ja: 海基金}", "name: {}"),
            "atlantis/funding/sea-fund.yml:2:7 name: must not be empty.",
        ),
        case(
            "source-without-title",
            edit(SOURCES, "title: {en: Atlas of Atlantis}", "title: {}"),
            "atlantis/sources.yml:2:10 atlas.title: must not be empty.",
        ),
        case(
            "claim-without-record",
            edit(CLAIMS, "records: [atlantis/funding/sea-fund]", "records: []"),
            "article/claims/money.yml:8:14 claim 1, records: must not be empty.",
        ),
        case(
            "name-without-lines",
            edit(NAMES, "lines: [2]", "lines: []"),
            "article/names.yml:2:90 name 1, lines: must not be empty.",
        ),
    ],
    "key-comma": [
        case(
            "title-with-a-comma",
            edit("atlantis/sources.yml", "title: {en: Atlas of Atlantis}", "title: {en: Atlas, map of Atlantis}"),
            'atlantis/sources.yml:2:22 atlas.title.map of Atlantis: "map of Atlantis" reads as a key of its own: '
            "a value with a comma needs quotation marks.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def test_every_former_key_is_answered_with_its_name_of_today() -> None:
    answers = [line for mistakes in BAD.values() for mistake in mistakes for line in mistake.lines]
    for former, today in FORMER_KEYS.items():
        told = f'the key "{former}" is not known here. It is called {today} now.{HOW_TO_WRITE.get(today, "")}'
        assert any(line.endswith(told) for line in answers)


def test_models_that_were_given_the_same_keys_share_one_set_of_them(dataset: Dataset) -> None:
    facts = [fact for entry in dataset.entries.values() for fact in entry.record.facts]
    shared = {frozenset(fact.model_fields_set): fact.model_fields_set for fact in facts}
    assert 1 < len(shared) < len(facts) / 10
    for fact in facts:
        assert fact.model_fields_set is shared[frozenset(fact.model_fields_set)]
        assert all(getattr(fact, key) is not None for key in fact.model_fields_set)
