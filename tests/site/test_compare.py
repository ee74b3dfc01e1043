"""What a reader finds on the comparison pages of the real data, and what stands behind it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from lxml import html

from equal_footing.model.dataset import Dataset
from equal_footing.model.text import citations

from .conftest import BuiltSite

KINDS = {
    "funding": {"funding-scheme"},
    "laws-and-policies": {"law", "policy"},
    "capacity": {"capacity-programme"},
    "dialogue": {"dialogue-mechanism"},
}


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_there_are_18_to_32_questions_and_all_five_groups_have_some(dataset: Dataset) -> None:
    assert 18 <= len(dataset.questions) <= 32
    assert len(dataset.question_groups) == 5
    assert sorted(item.question.order for item in dataset.questions.values()) == list(
        range(1, len(dataset.questions) + 1)
    )


def test_every_country_answers_every_question_with_grounds(dataset: Dataset) -> None:
    for country in dataset.countries:
        for question in dataset.questions:
            answer = dataset.answers[country.id, question].answer
            assert answer.answer or answer.missing != "not-researched", (country.id, question)
            texts = [answer.text or "", answer.note or "", *(position.text for position in answer.positions)]
            cited = [item for text in texts for item in citations(text)]
            assert cited, (country.id, question)
            assert all(item.locator for item in cited), (country.id, question)


def test_no_cell_of_the_comparison_is_blank_and_each_has_an_anchor(site: BuiltSite, dataset: Dataset) -> None:
    page = site.page("compare")
    cells = {cell.get("id"): cell for cell in page.xpath("//table[contains(@class, 'ef-matrix')]//td")}
    for country in dataset.countries:
        for question in dataset.questions:
            cell = cells.pop(f"{question}-{country.id}")
            assert cell.xpath(".//*[contains(@class, 'ef-answer')]")
            assert cell.xpath(".//*[@class='ef-sentence']")
            assert cell.xpath(".//a[contains(@class, 'ef-answer')]/@href") == [f"{question}/#{country.id}"]
    assert cells == {}


def test_a_question_page_gives_the_rubric_and_each_answer_with_its_sources_beneath(
    site: BuiltSite, dataset: Dataset
) -> None:
    for question in dataset.questions.values():
        page = site.page(question.address)
        assert words(page.xpath("//h1")[0]) == question.question.question
        rubric = words(page.xpath("//details[@id='rubric']//dl")[0])
        for text in (question.question.rubric.fully, question.question.rubric.partly, question.question.rubric.not_):
            assert " ".join(re.sub(r"\s*\[@[^]]*\]", "", text).split())[:40] in rubric
        for country in dataset.countries:
            card = page.xpath("//section[@id=$id]", id=country.id)[0]
            marks = {mark.lstrip("#") for mark in card.xpath(".//a[@class='ef-mark']/@href")}
            beneath = set(page.xpath("//li[starts-with(@id, 'note-')]/@id"))
            assert marks, (question.id, country.id)
            assert marks <= beneath
            assert set(card.xpath(".//li/@id")) <= marks


def test_the_comparison_and_each_question_say_what_a_grade_means(site: BuiltSite, dataset: Dataset) -> None:
    for address in ("compare", *(question.address.rstrip("/") for question in dataset.questions.values())):
        told = site.page(address).xpath("//div[@class='ef-grades']")[0]
        assert "does not rank countries" in words(told)
        assert "could not be read” are about us" in words(told)
        assert told.xpath(".//a/@href")[-1].endswith("about/method/#comparison")


def test_whoever_sees_an_answer_sees_that_practice_differs(site: BuiltSite, dataset: Dataset) -> None:
    answers = dataset.vocabulary.answers
    practices = [item.answer.practice for item in dataset.answers.values() if item.answer.practice]
    said = sorted(f"but in practice: {answers[practice.answer].label.lower()}" for practice in practices)
    assert said
    strips = [site.page(country.id).xpath("//*[@class='ef-strip']")[0] for country in dataset.countries]
    for parts in (site.page("").xpath("//table"), strips):
        marks = [mark for part in parts for mark in part.xpath(".//*[contains(@class, 'ef-practice ')]")]
        assert sorted(map(words, marks)) == said
    named = [name for strip in strips for name in strip.xpath(".//a/@aria-label") if "but in practice" in name]
    assert len(named) == len(said)


def test_pairs_hold_both_answers_to_every_question(site: BuiltSite, dataset: Dataset) -> None:
    names = [country.id for country in dataset.countries]
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            page = site.page(f"compare/{one}-{other}")
            ids = set(page.xpath("//table[contains(@class, 'ef-matrix')]//td/@id"))
            assert ids == {f"{question}-{place}" for question in dataset.questions for place in (one, other)}
            for row in page.xpath("//table[@class='ef-brief']/tbody/tr"):
                given = [words(cell.xpath("./a")[0]) for cell in row.xpath("./td")]
                assert len(set(given)) == 2, (one, other, words(row))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_table_of_records_holds_every_record_of_the_countries_and_no_blank_cell(
    site: BuiltSite, dataset: Dataset, name: str
) -> None:
    page = site.page(f"compare/{name}")
    rows = {row.get("id"): row for row in page.xpath("//table[contains(@class, 'ef-records')]/tbody/tr")}
    countries = {country.id for country in dataset.countries}
    expected = {
        entry.id.replace("/", "-")
        for entry in dataset.entries.values()
        if entry.kind.id in KINDS[name] and entry.place in countries
    }
    assert set(rows) == expected
    for row in rows.values():
        for cell in row.xpath("./td"):
            shown = [part for part in cell.xpath(".//text()[not(ancestor::*[@aria-hidden])]") if part.strip()]
            assert shown, (row.get("id"), cell.get("id"))


@pytest.mark.parametrize(("address", "up"), [("funding", "../"), ("japan/funding", "../../")])
def test_a_list_of_records_leads_to_the_table_that_compares_them_and_to_its_file(
    site: BuiltSite, address: str, up: str
) -> None:
    links = site.page(address).xpath("//h1/following-sibling::p[@class='ef-meta']/a/@href")
    assert links == [f"{up}compare/funding/", f"{up}compare/funding/funding.csv"]
    assert (site.path / "compare/funding/funding.csv").is_file()


def test_a_sum_is_converted_in_one_unit_at_a_rate_that_is_named(site: BuiltSite) -> None:
    sizes = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    page = site.page("compare/funding")
    rates = [words(item) for item in page.xpath("//details[@id='rates']//li")]
    assert page.xpath("//details[@id='rates']//li//a[@class='ef-mark']")
    known: dict[str, list[float]] = {
        match[2]: [] for rate in rates if (match := re.match(r"([0-9.]+) ([A-Z]{3}) for one USD, mean of", rate))
    }
    for rate in rates:
        if match := re.match(r"([0-9.]+) ([A-Z]{3}) for one USD, mean of", rate):
            known[match[2]].append(float(match[1]))
    checked = 0
    for cell in page.xpath("//tbody//td[contains(@data-label, ' in USD million')]"):
        own = re.search(r"([A-Z]{3}) ([0-9.,]+) ?(thousand|million|billion|trillion)?", words(cell.getprevious()))
        if own is None or not re.fullmatch(r"[0-9.,]+", words(cell)) or own[1] not in known:
            continue
        exact = float(own[2].replace(",", "")) * sizes[own[3] or ""] / 10**6
        found = float(words(cell).replace(",", ""))
        assert any(found == pytest.approx(exact / rate, rel=0.005) for rate in known[own[1]]), words(cell.getprevious())
        checked += 1
    assert checked


def test_a_sum_without_a_rate_of_its_period_is_not_converted(site: BuiltSite) -> None:
    cells = site.page("compare/funding").xpath("//td[starts-with(., 'no exchange rate')]")
    assert cells
    assert all(cell.get("data-value") == "" for cell in cells)


def test_a_table_is_there_as_a_file_with_the_sources_of_its_facts(site: BuiltSite, dataset: Dataset) -> None:
    text = (site.path / "compare/funding/funding.csv").read_text(encoding="utf-8").removeprefix("\ufeff")
    head, *rows = csv.reader(io.StringIO(text))
    assert site.page("compare/funding").xpath("//a[@download]/@href") == ["funding.csv"]
    assert {len(row) for row in rows} == {len(head)}
    countries = {country.id for country in dataset.countries}
    mine = [entry for entry in dataset.entries.values() if entry.kind.id == "funding-scheme"]
    assert len(rows) == sum(entry.place in countries for entry in mine)
    first = dict(zip(head, rows[0], strict=True))
    assert "https://" in first["sources_in_full"]
    assert first["sum_of_one_year_source"] in dataset.sources
    assert first["id"] in dataset.entries


def test_lessons_give_each_of_the_nine_recommendations_with_its_evidence(site: BuiltSite, dataset: Dataset) -> None:
    claims = [
        claim
        for section, _ in dataset.sections
        if section.title.startswith("Lesson")
        for claim in section.claims
        if claim.type == "recommendation"
    ]
    assert len(claims) == 9
    page = site.page("lessons")
    parts = {part.xpath("./h4/a/@href")[0]: part for part in page.xpath("//section[@class='ef-lesson-part']")}
    for claim in claims:
        links = [f"../{record}/" for record in claim.records]
        link = next(link for link in links if link in parts)
        assert "Sun Weiqing's article" in words(parts[link]), claim.id
        assert parts[link].xpath(".//a[@class='ef-mark']"), claim.id
        assert all(href.startswith(f"{link}#") for href in parts[link].xpath(".//p[@class='ef-more']/a/@href"))
        assert parts[link].xpath(".//aside//a"), claim.id
        paragraphs = site.page(link.strip("./")).xpath("//section[@class='ef-text']/p")
        told = " ".join(words(paragraph) for paragraph in paragraphs)
        for expected in ("Canad", "Japan", "Chin"):  # or Canadian, Japanese, Chinese
            assert expected in told, (claim.id, expected)
        assert all(paragraph.xpath(".//a") for paragraph in paragraphs), claim.id


def test_the_page_of_disagreements_holds_every_one(site: BuiltSite, dataset: Dataset) -> None:
    page = site.page("disagreements")
    links = set(page.xpath("//a/@href"))
    for entry in dataset.entries.values():
        for fact in entry.record.facts:
            if fact.values:
                assert any(link.startswith(f"../{entry.address}#{fact.field}") for link in links), entry.id
    for section, _ in dataset.sections:
        for claim in section.claims:
            if claim.verdict in {"wrong", "outdated", "imprecise"}:
                assert any(re.fullmatch(rf"\.\./article/[\w-]+/#{claim.id}", link) for link in links), claim.id
    assert page.xpath("//*[contains(@class, 'ef-state')]") == []  # what the whole page is about
    for item in page.xpath("//details[@data-item]"):
        assert "".join(item.xpath("summary/following-sibling::node()/descendant-or-self::text()")).strip(), words(item)


def test_every_figure_gives_its_numbers_as_a_table_that_leads_to_the_facts(site: BuiltSite, dataset: Dataset) -> None:
    assert {figure.place for figure in dataset.figures} == set(dataset.places)
    for entry in dataset.figures:
        figure = site.page(f"{entry.place}/figures").xpath("//figure[@id=$id]", id=entry.id)[0]
        for drawing in figure.xpath(".//div[@role='img']"):
            for attribute in ("aria-labelledby", "aria-describedby"):
                assert words(figure.xpath(".//*[@id=$id]", id=drawing.get(attribute))[0])
            assert drawing.xpath("./*[local-name()='svg']//*[local-name()='text']")
        links = figure.xpath(".//table//a[@class='ef-to-fact']/@href")
        assert (site.path / entry.place / "figures" / f"{entry.id}.csv").is_file()
        assert len(links) >= 2
        assert figure.xpath(".//table//a[@class='ef-mark']")
        for series in entry.figure.series:
            assert series.name
            assert series.name in words(figure)


def test_a_figure_says_what_it_mixes(site: BuiltSite, dataset: Dataset) -> None:
    for entry in dataset.figures:
        figure = site.page(f"{entry.place}/figures").xpath("//figure[@id=$id]", id=entry.id)[0]
        assert bool(figure.xpath(".//p[@class='ef-limits']")) == bool(entry.figure.limits), entry.id
    assert any(entry.figure.limits for entry in dataset.figures)


def test_a_country_says_how_complete_it_is(site: BuiltSite, dataset: Dataset) -> None:
    for country in dataset.countries:
        text = words(site.page(country.id).xpath("//details[@id='completeness']/ul")[0])
        for expected in ("Facts with a value", "Best source: Official text", "Best source: Only the source article"):
            assert expected in text
