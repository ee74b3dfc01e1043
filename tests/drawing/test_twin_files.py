"""The Markdown twins: whoever quotes one has what the page says, with its sources, and not only a part of it."""

import re

import pytest

from equal_footing.drawing.twin_files import TwinFiles
from equal_footing.export import page_markdown
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.records import Record
from equal_footing.sitemap import pages
from equal_footing.statement import wording
from equal_footing.statement.standing import standing
from equal_footing.views import heads

from ..conftest import ROOT, renderer_of
from ..export.test_twins import citing_of

WORDS = messages.load(ROOT)


def twin_files(dataset: Dataset) -> TwinFiles:
    return TwinFiles(renderer_of(citing_of(dataset)))


@pytest.fixture(scope="module")
def texts(dataset: Dataset) -> dict[str, str]:
    """The Markdown twins of questions, and of records of which there is more to tell than their facts."""
    files = twin_files(dataset)

    def is_told(record: str | None) -> bool:
        said = dataset.entries[record].record if record else None
        return said is not None and bool(said.version or any(fact.original for fact in said.facts) or is_old(said))

    def is_old(record: Record) -> bool:
        return standing(record, dataset.vocabulary).last_seen is not None

    found = pages.all_pages(dataset, WORDS)
    questions = [page for page in found if page.macro == "question_page"]
    shown = questions + [page for page in found if page.macro == "record_page" and is_told(page.record)]
    return {page.address: files.page(page, "")[f"{page.address}index.md"] for page in shown}


def bare(text: str) -> str:
    """Return a text without the marks of its citations and the targets of its links, which differ in the twin."""
    return re.sub(r"\]\([^)]*\)|\s*\[(?:@|\^)[^\]]*\]", "", text).replace("<", "&lt;").strip()


def test_an_answer_in_markdown_has_practice_positions_note_and_where_we_looked(
    dataset: Dataset, texts: dict[str, str]
) -> None:
    practised = 0
    for found in dataset.answers.values():
        answer, text = found.answer, texts[f"compare/{found.question}/"]
        said, vocabulary = bare(text), dataset.vocabulary
        for part in (answer.sentence, answer.text, answer.note, *(one.text for one in answer.positions)):
            assert bare(part or "") in said, (found.place, found.question)
        for one in answer.looked:
            assert f"- {one.where}, {wording.date(one.on, WORDS)}" in text
        if answer.practice:
            assert answer.answer
            labels = vocabulary.answers[answer.answer].label, vocabulary.answers[answer.practice.answer].label
            country = dataset.entries[found.place].record.title
            assert f"### {country}: {labels[0]} (but in practice: {labels[1]})" in text
            assert bare(answer.practice.text) in said
            practised += 1
    assert practised
    for name, question in dataset.questions.items():
        assert f"Yes: {bare(question.question.rubric.fully)}" in bare(texts[f"compare/{name}/"])


def test_every_note_in_markdown_is_cited_and_names_author_day_and_copy(dataset: Dataset, texts: dict[str, str]) -> None:
    for address, text in texts.items():
        body, notes = re.split(r"\n\n(?=\[\^1\]: )", text, maxsplit=1) if "\n[^1]: " in text else (text, "")
        numbers = re.findall(r"^\[\^(\d+)\]: ", notes, re.MULTILINE)
        assert set(re.findall(r"\[\^(\d+)\]", body)) == set(numbers), address
        assert all(re.search(r", read on \d{1,2} \w+ \d{4}\.$", note) for note in notes.splitlines()), address
    copied = next(entry.source for entry in dataset.sources.values() if entry.source.copy_by and entry.source.authors)
    assert any(f"{copied.url} " in text and f"read in a copy by {copied.copy_by}" in text for text in texts.values())


def test_a_record_in_markdown_has_the_status_version_and_original_words_of_its_page(
    dataset: Dataset, texts: dict[str, str]
) -> None:
    views, seen, read = citing_of(dataset).views, 0, 0
    for entry in dataset.entries.values():
        text = texts.get(entry.address)
        if text is None:
            continue
        head = heads.head(views, entry)
        assert head.status
        said = ", ".join(part for part in (head.status.label, head.status.time) if part)
        assert f"\nStatus: {said}" in text, entry.id
        assert head.version is None or head.version.text in text, entry.id
        words = [one for fact in entry.record.facts for one in fact.original.values()]
        assert all(one.replace("<", "&lt;") in text for one in words), entry.id
        seen += head.status.word == "last-seen"
        read += len(words)
    assert seen
    assert read


def test_a_record_in_markdown_says_of_each_name_what_it_is_and_gives_its_numbers_in_registers(dataset: Dataset) -> None:
    text = text_of(dataset, "canada/organisations/cooperation-canada/")
    names = next(line for line in text.splitlines() if line.startswith("Names: "))
    assert names.startswith("Names: Cooperation Canada (en); Coopération Canada (fr); ")
    former = "Canadian Council for International Co-operation (en, former name, until October 2020)"
    assert re.search(re.escape(former) + r"\[\^\d+\]; ", names)
    assert names.endswith("; 加拿大合作组织 (zh-Hans, other translation)")
    numbered = [entry for entry in dataset.entries.values() if entry.record.identifiers]
    assert numbered
    for entry in numbered:
        said = text_of(dataset, entry.address)
        registers = next(line for line in said.splitlines() if line.startswith("Registers: "))
        assert all(re.search(rf"\b{item.id}\b.*\[\^\d+\]", registers) for item in entry.record.identifiers)


def test_claims_of_the_article_have_a_heading_of_their_own_in_markdown(dataset: Dataset) -> None:
    record = "canada/organisations/cooperation-canada/"
    for address in (record, "disagreements/", "article/", "canada/facts/"):
        *_, claims = text_of(dataset, address).split("\n## In the source article\n\n")
        assert re.match(r"- s\d{3}: ", claims), address
    of_record = text_of(dataset, record)
    for claim in dataset.claims_of[record.rstrip("/")]:
        verdict = dataset.vocabulary.verdicts[claim.verdict].label
        assert f"- {claim.id}: {bare(claim.says)} **{verdict}.** {bare(claim.finding)}" in bare(of_record)


def text_of(dataset: Dataset, address: str) -> str:
    [page] = [page for page in pages.all_pages(dataset, WORDS) if page.address == address]
    return twin_files(dataset).page(page, "")[f"{address}index.md"]


def test_a_list_of_sources_in_markdown_has_notes_originals_and_what_cites_them(dataset: Dataset) -> None:
    lines = {
        line.split("`")[1]: line for line in text_of(dataset, "japan/sources/").splitlines() if line.startswith("- `")
    }
    listed = dataset.sources_of("japan")
    assert lines.keys() == {entry.key for entry in listed}
    for entry in listed:
        line = lines[entry.key]
        assert re.search(r" Cited by: \[[^]]+\]\(https://site\.example/", line), entry.key
        assert bare(entry.source.note or "") in bare(line)
        assert entry.source.original_url is None or f"original: <{entry.source.original_url}>" in line


def test_places_stand_in_markdown_without_a_status_as_on_their_pages(dataset: Dataset) -> None:
    files = twin_files(dataset)
    found = {
        page.address: page for page in pages.all_pages(dataset, WORDS) if page.macro in {"place_page", "countries"}
    }
    texts = {address: files.page(page, "")[f"{address}index.md"] for address, page in found.items()}
    assert len(texts) > len(dataset.countries)
    for name, text in texts.items():
        assert "Status:" not in text, name
    for country in dataset.countries:
        assert f"[{country.record.title}](https://site.example/{country.address}index.md): " in texts["countries/"]


def test_the_translations_names_and_faults_stand_in_markdown(dataset: Dataset) -> None:
    [page] = [page for page in pages.all_pages(dataset, WORDS) if page.macro == "article_translation"]
    text = twin_files(dataset).page(page, "")[f"{page.address}index.md"]
    assert dataset.article_names
    assert dataset.article_faults
    (names, _), (faults, _) = dataset.article_names, dataset.article_faults
    for item in names.names:
        assert f"- “{bare(item.printed)}”: [{bare(item.name)}](" in text, item.printed
    for fault in faults.faults:
        assert (
            f"- Line {fault.line}: “{bare(fault.printed)}”. Correct name or reading: “{bare(fault.reading)}” (" in text
        )


def test_a_page_of_text_keeps_its_tables_lists_code_and_links_in_markdown() -> None:
    page = (
        '<h1>Title</h1><p>Read <a href="../data/#a">the <code>a&lt;b</code></a> &lt;i>.<sup class="ef-cite">1</sup></p>'
        '<h2 id="x">Part</h2><table><thead><tr><th>what</th><th>where</th></tr></thead>'
        "<tbody><tr><td><p>one</p></td><td>two\n three</td></tr></tbody></table>"
        "<ul><li><p>first</p></li><li>second</li></ul><dl><dt>word</dt><dd>meaning</dd></dl>"
        "<pre><code>facts &lt;- read()\n\n\n  x = 1</code></pre>"
    )
    assert page_markdown.markdown(page, "https://site.example/about/") == (
        "Read [the `a<b`](https://site.example/data/#a) &lt;i>.\n\n## Part\n\n"
        "| what | where |\n| --- | --- |\n| one | two three |\n\n- first\n\n- second\n\n- **word**: meaning\n\n"
        "```\nfacts <- read()\n\n\n  x = 1\n```"
    )


def test_a_sign_of_markdown_in_a_page_of_text_changes_nothing_around_it() -> None:
    page = (
        "<p># no heading</p><p>1. no list<br>&gt; no quotation</p><ul><li>- one</li></ul><p>2024 - # 5</p>"
        "<table><tr><th>a | b</th><th><code>c|d</code></th></tr></table>"
        "<p>Write <code>`label`</code> or <code>a `b` c</code>.</p><pre><code>```\n\n\nx</code></pre><p>after</p>"
    )
    assert page_markdown.markdown(page, "https://site.example/about/") == (
        "\\# no heading\n\n1\\. no list\n\\> no quotation\n\n- \\- one\n\n2024 - # 5\n\n"
        "| a \\| b | `c\\|d` |\n| --- | --- |\n\n"
        "Write `` `label` `` or ``a `b` c``.\n\n````\n```\n\n\nx\n````\n\nafter"
    )
