"""Rules on what leads elsewhere: relations, sources, citations, links, moves."""

from __future__ import annotations

from pathlib import Path

from equal_footing.check.run import load_checked
from equal_footing.model.uses import uses_of_sources

from ..cases import (
    ARTICLE,
    BODY,
    CLAIMS,
    FAULTS,
    FUND,
    LAW,
    NAMES,
    NGO,
    QUESTION,
    SOURCES,
    Case,
    assert_answered,
    both,
    case,
    cases_of,
    copy,
    edit,
    whole,
)
from ..conftest import problems

BAD = {
    "citation-twice": [
        case(
            "place-cited-twice",
            edit(FUND, "[@atlas, p. 5]", "[@atlas, p. 5; @gazette, p. 1; @atlas, p. 5]"),
            "atlantis/funding/sea-fund.yml:5:10 summary: cites atlas twice at the same place. Delete one, or name the place "
            "that is meant.",
        ),
    ],
    "relation-target": [
        case(
            "relation-nowhere",
            edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/laws/aid-acts"),
            'atlantis/funding/sea-fund.yml:28:26 relation 2, to: "atlantis/laws/aid-acts" does not exist. Did you mean atlantis/laws/aid-act?',
        ),
    ],
    "relation-self": [
        case(
            "relation-to-itself",
            edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/funding/sea-fund"),
            "atlantis/funding/sea-fund.yml:28:26 relation 2, to: is the record itself.",
        ),
    ],
    "relation-twice": [
        case(
            "relation-twice",
            edit(
                FUND,
                "{type: based-on, to: atlantis/laws/aid-act}",
                "{type: administered-by, to: atlantis/bodies/aid-office}",
            ),
            "atlantis/funding/sea-fund.yml:28:5 relation 2: occurs twice. Keep one.",
        ),
    ],
    "relation-circle": [
        case(
            "circle-of-two",
            edit(BODY, "reviewed:", "relations: [{type: administered-by, to: atlantis/funding/sea-fund}]\nreviewed:"),
            "atlantis/bodies/aid-office.yml:7:41 relation 1, to: goes round in a circle: atlantis/bodies/aid-office -> atlantis/funding/sea-fund -> atlantis/bodies/aid-office.",
        ),
        case(
            "circle-of-three",
            both(
                edit(BODY, "reviewed:", "relations: [{type: part-of, to: atlantis/organisations/reef}]\nreviewed:"),
                edit(NGO, "reviewed:", "relations: [{type: part-of, to: atlantis/laws/aid-act}]\nreviewed:"),
                edit(LAW, "type: administered-by", "type: part-of"),
            ),
            "atlantis/bodies/aid-office.yml:7:33 relation 1, to: goes round in a circle: atlantis/bodies/aid-office -> atlantis/organisations/reef -> atlantis/laws/aid-act -> atlantis/bodies/aid-office.",
        ),
    ],
    "source-unknown": [
        case(
            "source-misspelt",
            edit(FUND, "as_of: 2016-01, source: atlas", "as_of: 2016-01, source: atals"),
            'atlantis/funding/sea-fund.yml:9:78 fact 2, source: the source "atals" does not exist. Did you mean atlas?',
        ),
        case(
            "source-in-text-misspelt",
            edit(FUND, "[@atlas, p. 5]", "[@atals, p. 5]"),
            'atlantis/funding/sea-fund.yml:5:10 summary: the source "atals" does not exist. Did you mean atlas?',
        ),
        case(
            "disagreement-source",
            edit(FUND, "source: gazette, locator: Article 4}", "source: gazete, locator: Article 4}"),
            'atlantis/funding/sea-fund.yml:25:42 fact 5, value 2, source: the source "gazete" does not exist. Did you mean gazette?',
        ),
        case(
            "further-source-unknown",
            edit(FUND, "{source: gazette, locator: Article 3}", "{source: gazzette, locator: Article 3}"),
            'atlantis/funding/sea-fund.yml:18:32 fact 3, further_source 1, source: the source "gazzette" does not exist. Did you mean gazette?',
        ),
        case(
            "evidence-source",
            edit(CLAIMS, "evidence: [{source: atlas", "evidence: [{source: atlass"),
            'article/claims/money.yml:11:25 claim 1, evidence 1, source: the source "atlass" does not exist. Did you mean atlas?',
        ),
        case(
            "article-source",
            edit(ARTICLE, "source: atlas\nclaims", "source: atlass\nclaims"),
            'article/article.yml:4:9 source: the source "atlass" does not exist. Did you mean atlas?',
        ),
        case(
            "question-cites-what-is-not-there",
            edit(QUESTION, "Money matters.", "Money matters [@atlass, p. 1]."),
            'questions/sea-money.yml:6:8 about: the source "atlass" does not exist. Did you mean atlas?',
        ),
    ],
    "citation-place": [
        case(
            "citation-in-the-note-of-a-source",
            edit(SOURCES, "gazette:\n", "  note: It has the day from the gazette [@gazette, p. 1].\ngazette:\n"),
            "atlantis/sources.yml:12:9 atlas.note: holds a citation, which pages would show as it is typed. Name the source in words.",
        ),
        case(
            "citation-in-a-rubric",
            edit(QUESTION, "fully: A fund pays.", "fully: A fund pays [@atlas, p. 1]."),
            "questions/sea-money.yml:8:10 rubric.fully: holds a citation, which pages would show as it is typed. Name the source in words.",
        ),
    ],
    "citation-locator": [
        case(
            "citation-without-locator",
            edit(FUND, "[@atlas, p. 5]", "[@atlas]"),
            "atlantis/funding/sea-fund.yml:5:10 summary: [@atlas] has no locator. Write [@atlas, p. 3], or a section or paragraph.",
        ),
    ],
    "citation-form": [
        case(
            "brackets-that-do-not-come-in-pairs",
            edit(FUND, "[@atlas, p. 5]", "[@atlas, s. 2 [repealed]"),
            "atlantis/funding/sea-fund.yml:5:10 summary: the citation [@atlas does not end: brackets in a locator come in pairs, none inside another.",
        ),
        case(
            "citation-malformed",
            edit(FUND, "[@atlas, p. 5]", "[@Atlas p. 5]"),
            "atlantis/funding/sea-fund.yml:5:10 summary: [@Atlas p. 5] is not a citation. Write [@key, locator]; the key is in small letters.",
        ),
        case(
            "citation-empty-key",
            edit(FUND, "[@atlas, p. 5]", "[@atlas, p. 5; @, p. 3]"),
            "atlantis/funding/sea-fund.yml:5:10 summary: [@] is not a citation. Write [@key, locator]; the key is in small letters.",
        ),
        case(
            "citation-in-capitals",
            edit(FUND, "[@atlas, p. 5]", "[@Atlas, p. 5]"),
            "atlantis/funding/sea-fund.yml:5:10 summary: [@Atlas] is not a citation. Write [@key, locator]; the key is in small letters.",
        ),
        case(
            "citation-without-brackets",
            edit(FUND, "[@atlas, p. 5]", "@atlas"),
            "atlantis/funding/sea-fund.yml:5:10 summary: atlas is in the text as plain words. A citation is written [@atlas, p. 3].",
        ),
    ],
    "source-unused": [
        case(
            "source-unused",
            edit(
                SOURCES,
                "gazette:\n",
                "spare:\n  title: {en: Spare}\n  authors: [{organisation: P}]\n  publisher: P\n  container: P\n  undated: true\n"
                "  url: https://spare.example/\n  language: en\n  type: news\n  read: 2026-11-20\ngazette:\n",
            ),
            'atlantis/sources.yml:12:1 spare: nothing cites the source "spare". Cite it, or delete it.',
        ),
    ],
    "no-html": [
        case(
            "html",
            edit(FUND, "Pays for", "<script>alert(1)</script> Pays for"),
            'atlantis/funding/sea-fund.yml:5:10 summary: "<script>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-note",
            edit(FUND, "note: Looked for", "note: <b>Looked</b> for"),
            'atlantis/funding/sea-fund.yml:19:76 fact 4, note: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "link-in-angle-brackets",
            edit(NGO, "[the fund](/atlantis/funding/sea-fund/)", "<javascript:alert(1)>"),
            'atlantis/organisations/reef.yml:7:10 summary: "<javascript:alert(1)>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-comment",
            edit(NGO, "see [the", "<!-- x --> see [the"),
            'atlantis/organisations/reef.yml:7:10 summary: "<!--" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-title",
            edit(SOURCES, "Atlas of Atlantis", "Atlas <i>of</i> Atlantis"),
            'atlantis/sources.yml:2:15 atlas.title.en: "<i>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-claim",
            edit(CLAIMS, "There is a fund.", "There is a <b>fund</b>."),
            'article/claims/money.yml:7:11 claim 1, says: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-finding",
            edit(CLAIMS, "Not found.", "<i>Not</i> found."),
            'article/claims/money.yml:18:14 claim 2, finding: "<i>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-fault",
            edit(FAULTS, "reading: Sea Fund", "reading: <b>Sea Fund</b>"),
            'article/translation.yml:2:59 fault 1, reading: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-printed-name",
            edit(NAMES, "printed: Fund of", "printed: Fund<br> of"),
            'article/names.yml:2:15 name 1, printed: "<br>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "html-in-note-of-source",
            edit(SOURCES, "  language: fr", "  note: <b>x</b>\n  language: fr"),
            'atlantis/sources.yml:20:9 gazette.note: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "question-html",
            edit(QUESTION, "about: Money matters.", "about: Money <b>matters</b>."),
            'questions/sea-money.yml:6:8 about: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
        ),
        case(
            "rubric-html",
            edit(QUESTION, "not: A source", "not: A <i>source</i>"),
            'questions/sea-money.yml:10:8 rubric.not: "<i>" looks like HTML. Texts are Markdown: *emphasis*, '
            "[words](https://…).",
        ),
    ],
    "link-target": [
        case(
            "link-nowhere",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(/atlantis/funding/sea-found/)"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "/atlantis/funding/sea-found/" leads nowhere. Did you mean atlantis/funding/sea-fund?',
        ),
        case(
            "link-list",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(/compare/)"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "/compare/" leads nowhere. Texts link to records, '
            "countries, questions, tables, figures and claims, such as /japan/laws/npo-act/. They name lists and pages "
            "of docs/ without a link.",
        ),
    ],
    "link-form": [
        case(
            "link-without-slash",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(/atlantis/funding/sea-fund)"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "/atlantis/funding/sea-fund" must end with a slash.',
        ),
        case(
            "link-javascript",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(javascript:alert(1))"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "javascript:alert(1" is neither an address of this site (/japan/…/) nor of the web.',
        ),
        case(
            "link-mail",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(mailto:a@b.example)"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "mailto:a@b.example" is neither an address of this site (/japan/…/) nor of the web.',
        ),
        case(
            "link-relative",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(../sea-fund/)"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "../sea-fund/" is neither an address of this site (/japan/…/) nor of the web.',
        ),
        case(
            "link-data",
            edit(NGO, "(/atlantis/funding/sea-fund/)", "(data:text/html,x)"),
            'atlantis/organisations/reef.yml:7:10 summary: the link "data:text/html,x" is neither an address of this site (/japan/…/) nor of the web.',
        ),
    ],
    "moved-target": [
        case(
            "moved-nowhere",
            whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/see-fund\n"),
            'atlantis/funding/old.yml:1:11 moved_to: "atlantis/funding/see-fund" does not exist. Did you mean atlantis/funding/sea-fund?',
        ),
    ],
    "moved-self": [
        case(
            "moved-to-itself",
            whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/old\n"),
            "atlantis/funding/old.yml:1:11 moved_to: is the record itself.",
        ),
    ],
    "moved-chain": [
        case(
            "moved-circle",
            both(
                whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/older\n"),
                whole("atlantis/funding/older.yml", b"moved_to: atlantis/funding/old\n"),
            ),
            'atlantis/funding/old.yml:1:11 moved_to: "atlantis/funding/older" has moved as well, round in a circle. Write where the record is now.',
            'atlantis/funding/older.yml:1:11 moved_to: "atlantis/funding/old" has moved as well, round in a circle. Write where the record is now.',
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def test_a_move_leads_straight_to_where_the_record_is_now(world: Path) -> None:
    data = world / "data"
    whole("atlantis/funding/older.yml", b"moved_to: atlantis/funding/old\n")(data)
    whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/sea-fund\n")(data)
    edit(LAW, "to: atlantis/bodies/aid-office", "to: atlantis/funding/old")(data)
    assert problems(world) == [
        'data/atlantis/funding/older.yml:1:11 moved_to: "atlantis/funding/old" has moved as well. Write where it is now: atlantis/funding/sea-fund.',
        'data/atlantis/laws/aid-act.yml:10:33 relation 1, to: "atlantis/funding/old" has moved. Write atlantis/funding/sea-fund.',
    ]


def test_a_record_whose_file_was_renamed_is_found_by_its_name(world: Path) -> None:
    copy(BODY, "atlantis/bodies/aid-bureau.yml", ("Aid Office", "Aid Bureau"))(world / "data")
    copy(BODY, "atlantis/bodies/ao.yml")(world / "data")
    (world / "data" / BODY).unlink()
    told = [line for line in problems(world) if "does not exist" in line]
    assert told
    assert {line.partition(" does not exist. ")[2] for line in told} == {"Did you mean atlantis/bodies/ao?"}


def test_a_move_that_leads_nowhere_is_told_once(world: Path) -> None:
    whole("atlantis/laws/fish-act.yml", b"moved_to: atlantis/laws/coast-law\n")(world / "data")
    edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/laws/fish-act")(world / "data")
    assert problems(world) == [
        'data/atlantis/laws/fish-act.yml:1:11 moved_to: "atlantis/laws/coast-law" does not exist. '
        "data/atlantis/laws/ holds: aid-act."
    ]


def test_a_symmetric_relation_is_written_on_one_side(world: Path) -> None:
    data = world / "data"
    edit(BODY, "reviewed:", "relations: [{type: near, to: atlantis/organisations/reef}]\nreviewed:")(data)
    edit(NGO, "reviewed:", "relations: [{type: near, to: atlantis/bodies/aid-office}]\nreviewed:")(data)
    assert problems(world) == [
        "data/atlantis/bodies/aid-office.yml:7:13 relation 1: is on atlantis/organisations/reef as well. Keep one; the other end shows it automatically.",
    ]


def test_a_link_with_a_title_is_followed_too(world: Path) -> None:
    edit(NGO, "(/atlantis/funding/sea-fund/)", '(/atlantis/funding/sea-found/ "the fund")')(world / "data")
    assert problems(world) == [
        'data/atlantis/organisations/reef.yml:7:10 summary: the link "/atlantis/funding/sea-found/" leads nowhere. Did you mean atlantis/funding/sea-fund?',
    ]


def test_a_link_leads_to_a_part_of_a_page_of_a_country_too(world: Path) -> None:
    edit(NGO, "(/atlantis/funding/sea-fund/)", "(/atlantis/#group-money)")(world / "data")
    assert problems(world) == []


def test_a_locator_in_a_text_may_hold_brackets(world: Path) -> None:
    edit(FUND, "[@atlas, p. 5]", "[@atlas, s. 2 [repealed]; @gazette, [3] and [4]]")(world / "data")
    assert problems(world) == []
    assert "[3] and [4]" in [use.locator for use in uses_of_sources(load_checked(world).values) if use.key == "gazette"]
