"""Words that are in no code list, and code lists that are wrong themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.model.vocabulary_loading import FORMER_LISTS

from ..cases import (
    ANSWERS,
    BODY,
    CLAIMS,
    FUND,
    NGO,
    QUESTION,
    SOURCES,
    TABLES,
    Case,
    assert_answered,
    case,
    cases_of,
    edit,
    whole,
)
from ..conftest import ROOT, problems

SCHEMES = "vocabulary/identifier_schemes.yml"
FIRST = "\n      pick: first"


def line_of(words: str) -> int:
    """Return the line of the list of tables in which some words end."""
    text = (ROOT / "data" / TABLES).read_text(encoding="utf-8")
    return text[: text.index(words) + len(words)].count("\n") + 1


BAD = {
    "unknown-kind": [
        case(
            "unknown-kind",
            edit(BODY, "kind: body", "kind: bodie"),
            'atlantis/bodies/aid-office.yml:1:7 kind: "bodie" is not a known kind. Did you mean body?',
        ),
        case(
            "equals",
            edit(BODY, "kind: body", "kind: ="),
            'atlantis/bodies/aid-office.yml:1:7 kind: "=" is not a known kind. Known: country, frame, concept, body, law, policy, funding-scheme, capacity-programme, dialogue-mechanism, organisation, commitment, event, statistic, lesson, article.',
        ),
    ],
    "unknown-field": [
        case(
            "unknown-field",
            edit(FUND, "field: members", "field: member"),
            'atlantis/funding/sea-fund.yml:9:13 fact 2, field: "member" is not a known field. Did you mean members?',
        ),
        case(
            "field-that-only-begins-like-another",
            edit(FUND, "field: members", "field: target-group"),
            'atlantis/funding/sea-fund.yml:9:13 fact 2, field: "target-group" is not a known field. Did you mean eligibility?',
        ),
        case(
            "field-like-no-other",
            edit(FUND, "field: members", "field: status"),
            'atlantis/funding/sea-fund.yml:9:13 fact 2, field: "status" is not a known field. See data/vocabulary/fields.yml.',
        ),
        case(
            "number-in-a-register",
            edit(FUND, "field: members", "field: register-number"),
            'atlantis/funding/sea-fund.yml:9:13 fact 2, field: "register-number" is not a known field. A number in a register is not a fact: it goes under the key `identifiers`.',
        ),
    ],
    "unknown-unit": [
        case(
            "unknown-unit",
            edit(FUND, "unit: organisations", "unit: organizations"),
            'atlantis/funding/sea-fund.yml:9:39 fact 2, unit: "organizations" is not a known unit. Did you mean organisations?',
        ),
    ],
    "unknown-basis": [
        case(
            "unknown-basis",
            edit(FUND, "basis: disbursement", "basis: disbursment"),
            'atlantis/funding/sea-fund.yml:14:12 fact 3, basis: "disbursment" is not a known basis. Did you mean disbursement?',
        ),
    ],
    "unknown-status": [
        case(
            "unknown-status",
            edit(FUND, "code: active", "code: actve"),
            'atlantis/funding/sea-fund.yml:4:16 status.code: "actve" is not a known status. Did you mean active?',
        ),
    ],
    "unknown-reason-for-a-missing-value": [
        case(
            "unknown-reason-for-a-missing-value",
            edit(FUND, "missing: not-found", "missing: notfound"),
            'atlantis/funding/sea-fund.yml:19:37 fact 4, missing: "notfound" is not a known reason for a missing value. Did you mean not-found?',
        ),
        case(
            "reason-that-claims-no-search",
            edit(FUND, "missing: not-found", "missing: unknown"),
            'atlantis/funding/sea-fund.yml:19:37 fact 4, missing: "unknown" is not a known reason for a missing value. Did you mean not-found (Searched, not found) or not-researched (Not researched yet)?',
        ),
    ],
    "unknown-precision": [
        case(
            "unknown-precision",
            edit(FUND, "value: 46", "precision: over, value: 46"),
            'atlantis/funding/sea-fund.yml:9:33 fact 2, precision: "over" is not a known precision. Did you mean more-than?',
        ),
    ],
    "unknown-kind-of-support": [
        case(
            "unknown-support",
            edit(FUND, "value: 46", "support: indirekt, value: 46"),
            'atlantis/funding/sea-fund.yml:9:31 fact 2, support: "indirekt" is not a known kind of support. Did you mean indirect?',
        ),
    ],
    "unknown-relation": [
        case(
            "unknown-relation",
            edit(FUND, "type: based-on", "type: base-on"),
            'atlantis/funding/sea-fund.yml:28:12 relation 2, type: "base-on" is not a known relation. Did you mean based-on?',
        ),
        case(
            "relation-from-the-other-side",
            edit(FUND, "type: based-on", "type: implemented-by"),
            'atlantis/funding/sea-fund.yml:28:12 relation 2, type: "implemented-by" is not a known relation. It is the other side of implements. Write it in the other record: `type: implements`, and the path of this one in `to`; this page then shows it by itself.',
        ),
        case(
            "relation-by-a-near-word-that-is-the-other-side",
            edit(FUND, "type: based-on", "type: participants"),
            'atlantis/funding/sea-fund.yml:28:12 relation 2, type: "participants" is not a known relation. It is the other side of participates-in. Write it in the other record: `type: participates-in`, and the path of this one in `to`; this page then shows it by itself.',
        ),
    ],
    "unknown-language": [
        case(
            "unknown-language",
            edit(FUND, "ja: 海基金", "jp: 海基金"),
            'atlantis/funding/sea-fund.yml:2:22 name.jp: "jp" is not a known language. Did you mean ja?',
        ),
        case(
            "source-language",
            edit(SOURCES, "language: fr", "language: french"),
            'atlantis/sources.yml:20:13 gazette.language: "french" is not a known language. Did you mean fr?',
        ),
        case(
            "title-language",
            edit(SOURCES, "{fr: Journal", "{french: Journal"),
            'atlantis/sources.yml:13:11 gazette.title.french: "french" is not a known language. Did you mean fr?',
        ),
        case(
            "original-language",
            edit(FUND, "value: 46", "original: {jp: x}, value: 46"),
            'atlantis/funding/sea-fund.yml:9:33 fact 2, original.jp: "jp" is not a known language. Did you mean ja?',
        ),
    ],
    "unknown-type-of-source": [
        case(
            "unknown-source-type",
            edit(SOURCES, "type: law", "type: act"),
            'atlantis/sources.yml:21:9 gazette.type: "act" is not a known type of source. Known: law, policy, official-report, official-page, statistics, organisation-page, journal-article, book, thesis, conference-paper, parliament, audit, report, news, source-article.',
        ),
    ],
    "unknown-verdict": [
        case(
            "unknown-verdict",
            edit(CLAIMS, "verdict: confirmed", "verdict: confirm"),
            'article/claims/money.yml:9:14 claim 1, verdict: "confirm" is not a known verdict. Did you mean confirmed?',
        ),
    ],
    "unknown-type-of-claim": [
        case(
            "unknown-claim-type",
            edit(CLAIMS, "type: number", "type: figure"),
            'article/claims/money.yml:14:11 claim 2, type: "figure" is not a known type of claim. Known: fact, number, definition, judgement, question, recommendation, reference, provenance, credit.',
        ),
    ],
    "unknown-identifier-scheme": [
        case(
            "unknown-scheme",
            edit(NGO, "scheme: JP-JCN", "scheme: JP-JNC"),
            'atlantis/organisations/reef.yml:6:14 identifier 1, scheme: "JP-JNC" is not a known identifier scheme. Did you mean JP-JCN? If its register is not there, add it to data/vocabulary/identifier_schemes.yml.',
        ),
    ],
    "vocabulary-file": [
        case(
            "unknown-code-list",
            whole("vocabulary/colours.yml", b"red: {label: Red, about: Red.}\n"),
            "vocabulary/colours.yml:1:1 is not a code list of the vocabulary. Known: kinds, groups, fields, units, missing, supports, precisions, bases, statuses, relations, source_types, evidence, hosts, verdicts, claim_types, name_types, question_groups, asks, answers, comparisons, identifier_schemes, languages.",
        ),
        case(
            "code-list-in-a-folder",
            whole("vocabulary/deep/x.yml", b"a: {label: x, about: y}\n"),
            "vocabulary/deep/x.yml:1:1 is not a code list of the vocabulary. Known: kinds, groups, fields, units, missing, supports, precisions, bases, statuses, relations, source_types, evidence, hosts, verdicts, claim_types, name_types, question_groups, asks, answers, comparisons, identifier_schemes, languages.",
            "vocabulary/deep/x.yml:1:22 a.about: y reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
    ],
    "unknown-type-of-name": [
        case(
            "unknown-type-of-name",
            edit(FUND, "short_name", "other_names: [{name: {en: Old Fund}, type: formerly}]\nshort_name"),
            'atlantis/funding/sea-fund.yml:3:44 other_name 1, type: "formerly" is not a known type of name. Did you mean former?',
        ),
        case(
            "official-name",
            edit(FUND, "short_name", "other_names: [{name: {en: The Fund for the Sea}, type: official}]\nshort_name"),
            'atlantis/funding/sea-fund.yml:3:56 other_name 1, type: "official" is not a known type of name. Did you mean full?',
        ),
    ],
    "vocabulary-link": [
        case(
            "pattern-of-a-scheme",
            edit(SCHEMES, "Q[1-9][0-9]*", "Q[1-9"),
            'vocabulary/identifier_schemes.yml:44:12 wikidata.pattern: "Q[1-9" is not a regular expression: unterminated character set.',
        ),
        case(
            "check-of-a-scheme",
            edit(SCHEMES, "check: jp-jcn", "check: jp-jnc"),
            'vocabulary/identifier_schemes.yml:15:10 JP-JCN.check: "jp-jnc" is not a known check-digit rule. Did you mean jp-jcn?',
        ),
        case(
            "no-kind-article",
            edit("vocabulary/kinds.yml", "article:", "articles:"),
            "vocabulary/kinds.yml:11:1 has no kind article. Add it.",
        ),
        case(
            "hosts-neither-refused-nor-copies",
            edit("vocabulary/hosts.yml", "  refused: true\n", ""),
            "vocabulary/hosts.yml:7:3 encyclopaedias: needs either `refused: true` or `copies: true`.",
        ),
        case(
            "host-as-an-address",
            edit("vocabulary/hosts.yml", "- alchetron.com", "- https://alchetron.com/"),
            'vocabulary/hosts.yml:12:7 encyclopaedias.host 1: "https://alchetron.com/" is not a host. Write example.org or example.org/path.',
        ),
        case(
            "status-alive-and-ended",
            edit("vocabulary/statuses.yml", "  alive: true\n", "  alive: true\n  ended: true\n"),
            "vocabulary/statuses.yml:12:10 active.ended: is at work and over at once: keep `alive` or `ended`.",
        ),
        case(
            "host-twice",
            edit("vocabulary/hosts.yml", "- alem.dynip.sapo.pt", "- Alchetron.com"),
            'vocabulary/hosts.yml:13:7 encyclopaedias.host 2: "Alchetron.com" is listed twice. Keep one.',
        ),
        case(
            "table-field",
            edit(TABLES, "fields: [eligibility]", "fields: [eligibilty]"),
            f'vocabulary/comparisons.yml:{line_of("fields: [eligibility")}:16 funding.columns.who.field 1: "eligibilty" is not in fields.yml. '
            "Did you mean eligibility?",
        ),
        case(
            "table-column-of-every-table",
            edit(TABLES, "    consultative-status:", "    status:"),
            f'vocabulary/comparisons.yml:{line_of("    consultative-status:") + 1}:7 organisations.columns.status: "status" is in the file of every table already. Choose another code for this column.',
        ),
    ],
    "unknown-group-of-questions": [
        case(
            "question-group",
            edit(QUESTION, "group: funding", "group: fundings"),
            'questions/sea-money.yml:2:8 group: "fundings" is not a known group of questions. Did you mean funding?',
        ),
    ],
    "unknown-kind-of-question": [
        case(
            "question-asks",
            edit(QUESTION, "asks: practice", "asks: practise"),
            'questions/sea-money.yml:5:7 asks: "practise" is not a known kind of question. Did you mean practice?',
        ),
    ],
    "unknown-answer": [
        case(
            "answer-word",
            edit(ANSWERS, "answer: fully\n  sentence", "answer: full\n  sentence"),
            'atlantis/answers.yml:2:11 sea-money.answer: "full" is not a known answer. Did you mean fully?',
        ),
        case(
            "answer-yes",
            edit(ANSWERS, "answer: fully\n  sentence", "answer: yes\n  sentence"),
            'atlantis/answers.yml:2:11 sea-money.answer: "yes" is not a known answer. Did you mean fully?',
        ),
    ],
    "vocabulary-shape": [
        case(
            "address-of-a-register-as-that-of-its-entries",
            edit(
                SCHEMES, "  register_url: https://org-id.guide/list/JP-JCN", "  url: https://org-id.guide/list/JP-JCN"
            ),
            'vocabulary/identifier_schemes.yml:16:8 JP-JCN.url: "https://org-id.guide/list/JP-JCN" leads to no entry: '
            "write {id} once, in place of the number. A page about the register itself goes under the key `register_url`.",
        ),
        case(
            "address-of-entries-with-another-word-in-braces",
            edit(SCHEMES, "https://isni.org/isni/{id}", "https://isni.org/isni/{number}"),
            'vocabulary/identifier_schemes.yml:34:8 ISNI.url: "https://isni.org/isni/{number}" leads to no entry: '
            "write {id} once, in place of the number. A page about the register itself goes under the key `register_url`.",
        ),
        case(
            "address-of-entries-that-is-none",
            edit(SCHEMES, "https://isni.org/isni/{id}", "isni.org/isni/{id}"),
            'vocabulary/identifier_schemes.yml:34:8 ISNI.url: "isni.org/isni/{id}" must be a web address such as '
            "https://example.org/page: write https://isni.org/isni/{id}.",
        ),
        case(
            "table-pick",
            edit(TABLES, f"adopted]{FIRST}", "adopted]\n      pick: last"),
            f'vocabulary/comparisons.yml:{line_of("adopted]" + FIRST)}:13 funding.columns.began-or-announced.pick: "last" must be one of newest, first or each.',
        ),
        case(
            "former-key-at-under-needs",
            edit("vocabulary/missing.yml", "needs: [source, locator]", "needs: [source, at]"),
            'vocabulary/missing.yml:8:19 none-exists.need 2: "at" must be one of source, locator, searched, where, note or values. It is called locator now.',
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def test_a_missing_code_list_is_named(world: Path) -> None:
    (world / "data/vocabulary/units.yml").unlink()
    assert problems(world) == ["data/vocabulary/units.yml:1:1 is missing."]


def test_a_code_list_names_a_word_that_another_does_not_know(world: Path) -> None:
    edit("vocabulary/fields.yml", "group: identity", "group: identty")(world / "data")
    assert problems(world) == [
        'data/vocabulary/fields.yml:28:10 legal-form.group: "identty" is not in groups.yml. Did you mean identity?',
    ]


@pytest.mark.parametrize(("former", "now"), FORMER_LISTS.items())
def test_a_code_list_under_its_former_name_is_answered_with_its_name_of_today(
    world: Path, former: str, now: str
) -> None:
    lists = world / "data/vocabulary"
    (lists / f"{now}.yml").rename(lists / f"{former}.yml")
    (line,) = problems(world)
    assert line.startswith(f"data/vocabulary/{former}.yml:")
    assert line.endswith(f"is not a code list of the vocabulary. It is called {now}.yml now.")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  label: Legal form\n", "", 'legal-form: the key "label" is missing.'),
        (
            "  label: Legal form\n",
            "  lable: Legal form\n",
            'legal-form.lable: the key "lable" is not known here. Did you mean label?',
        ),
        ("  type: text\n", "  type: txt\n", '.type: "txt" must be one of text, date,'),
        ("  group: identity\n", "  group: [identity]\n", ".group: does not fit here: Input should be a valid string."),
    ],
)
def test_a_code_list_of_the_wrong_shape_is_answered_like_a_record(world: Path, old: str, new: str, line: str) -> None:
    edit("vocabulary/fields.yml", old, new)(world / "data")
    assert any(line in told for told in problems(world))
