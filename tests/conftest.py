"""A small made-up world for tests: the real vocabulary, one country with a record of several kinds, a tiny article.

What does not change while tests run is read once by each worker: equal files, and the real data.
"""

from __future__ import annotations

import copy
import datetime
import functools
import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from equal_footing.changes import dataset_subjects
from equal_footing.changes.subjects import Subject
from equal_footing.check.run import check, load_checked
from equal_footing.citation.citing import Citing
from equal_footing.drawing.imprint import Imprint
from equal_footing.drawing.render import Renderer
from equal_footing.keeping.store import NOTHING
from equal_footing.model import kept_documents, messages, vocabulary_loading
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.messages import Messages
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.reading import documents
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Problem, tidy

from .restored import Restored

gc.disable()  # until all is imported: what is, stays
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # workers compile what they import once, and not in each run
pytest.register_assert_rewrite("tests.cases")

ROOT = Path(__file__).resolve().parents[1]

FILES = {
    "atlantis/country.yml": """\
code: IE
kind: country
name: {en: Atlantis, fr: Atlantide}
status: {code: active, as_of: 2025, source: atlas, locator: p. 1}
summary: An island state [@atlas, p. 1].
facts:
  - {field: fiscal-year-start, value: "04-01", source: atlas, locator: p. 2}
  - {field: aid-share, label: bilateral aid through NGOs, value: 12.5, period: 2024, source: atlas, locator: p. 3}
reviewed: 2026-11-20
""",
    "atlantis/sources.yml": """\
atlas:
  title: {en: Atlas of Atlantis}
  authors:
    - {organisation: Atlas Press}
  publisher: Atlas Press
  container: Atlas Press
  date: 2025-03
  url: https://atlas.example/book
  language: en
  type: official-report
  read: 2026-11-20
gazette:
  title: {fr: Journal officiel, en: Official Gazette}
  authors:
    - {organisation: State of Atlantis}
  publisher: State of Atlantis
  container: Official Gazette
  date: 2020-05-04
  url: https://gazette.example/2020/5
  language: fr
  type: law
  read: 2026-11-20
""",
    "atlantis/laws/aid-act.yml": """\
kind: law
name: {en: Aid Act, fr: Loi sur l'aide}
status: {code: in-force, since: 2020-06-01, as_of: 2025-03, source: atlas, locator: p. 2}
version: {date: 2020-05-04, source: gazette, locator: p. 1, checked: 2026-11-20}
summary: Says who gives aid [@gazette, Article 1].
facts:
  - {field: adopted, value: 2020-05-04, source: gazette, locator: heading}
  - {field: in-force, value: 2020-06-01, source: gazette, locator: Article 9}
relations:
  - {type: administered-by, to: atlantis/bodies/aid-office}
reviewed: 2026-11-20
""",
    "atlantis/bodies/aid-office.yml": """\
kind: body
name: {en: Aid Office}
status: {code: active, as_of: 2025, source: atlas, locator: p. 4}
summary: Runs the aid of Atlantis [@atlas, p. 4].
facts:
  - {field: founded, value: 1999, source: atlas, locator: p. 4}
reviewed: 2026-11-20
""",
    "atlantis/funding/sea-fund.yml": """\
kind: funding-scheme
name: {en: Sea Fund, ja: 海基金}
short_name: {en: SF}
status: {code: active, as_of: 2024-03, source: atlas, locator: p. 5}
summary: >-
  Pays for projects of NGOs abroad [@atlas, p. 5].
facts:
  - {field: started, value: 2001-04, source: atlas, locator: p. 5}
  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}
  - field: amount
    label: grants
    value: 1_500_000
    currency: EUR
    basis: disbursement
    period: 2023-04/2024-03
    source: atlas
    locator: p. 6
    further_sources: [{source: gazette, locator: Article 3}]
  - {field: grant-ceiling, missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.}
  - field: projects
    missing: sources-disagree
    note: The gazette counts approvals.
    values:
      - {value: 30, as_of: 2024, source: atlas, locator: p. 6, shown: true}
      - {value: 31, as_of: 2024, source: gazette, locator: Article 4}
relations:
  - {type: administered-by, to: atlantis/bodies/aid-office}
  - {type: based-on, to: atlantis/laws/aid-act}
reviewed: 2026-11-20
""",
    "atlantis/organisations/reef.yml": """\
kind: organisation
type: ngo
name: {en: Reef}
status: {code: active, as_of: 2024, source: atlas, locator: p. 7}
identifiers:
  - {scheme: JP-JCN, id: "7000012050002", source: atlas, locator: p. 7}
summary: Works on coasts, see [the fund](/atlantis/funding/sea-fund/) [@atlas, p. 7].
facts:
  - {field: founded, value: 1980, source: atlas, locator: p. 7}
  - {field: website, value: "https://reef.example/", source: atlas, locator: p. 7}
reviewed: 2026-11-20
""",
    "atlantis/answers.yml": """\
sea-money:
  answer: fully
  sentence: The Sea Fund pays for projects of NGOs.
  text: The [fund](/atlantis/funding/sea-fund/) pays for projects [@atlas, p. 5].
  practice:
    answer: partly
    text: Only a few were paid [@atlas, p. 6].
  evidence: [atlantis/funding/sea-fund]
  looked: [{where: Atlas of Atlantis, on: 2026-11-20}]
  reviewed: 2026-11-20
law-of-the-sea:
  missing: sources-disagree
  sentence: The atlas and the gazette differ.
  positions:
    - {answer: fully, text: "The gazette says so [@gazette, Article 1]."}
    - {answer: not, text: "The atlas denies it [@atlas, p. 8]."}
  looked: [{where: Official Gazette, on: 2026-11-19}]
  note: It stays open.
  reviewed: 2026-11-20
""",
    "atlantis/figures/projects.yml": """\
order: 1
title: Projects of the Sea Fund
about: Projects of one year [@atlas, p. 6].
chart: parts
series:
  - {record: atlantis/funding/sea-fund, field: projects, name: Projects}
reviewed: 2026-11-20
""",
    "questions/sea-money.yml": """\
order: 1
group: funding
question: Is there a fund for the sea?
short: Sea money
asks: practice
about: Money matters.
rubric:
  fully: A fund pays.
  partly: A fund is planned.
  not: A source says that there is none.
evidence: The text of the fund.
kinds: [funding-scheme]
limits: Funds differ.
reviewed: 2026-11-20
""",
    "questions/law-of-the-sea.yml": """\
order: 2
group: terms-and-law
question: Does a law speak of the sea?
short: Law of the sea
asks: law
about: Laws matter.
rubric:
  fully: A law does.
  partly: A draft does.
  not: The laws, read whole, do not.
evidence: The text of the law.
kinds: [law]
limits: Laws differ.
reviewed: 2026-11-20
""",
    "article/article.yml": """\
kind: article
name: {en: An article on Atlantis}
status: {code: published, since: 2025, source: atlas, locator: p. 9}
source: atlas
claims: 3
summary: It says three things [@atlas, p. 9].
facts: []
reviewed: 2026-11-20
""",
    "article/names.yml": """\
names:
  - {printed: Fund of the Sea, name: Sea Fund, record: atlantis/funding/sea-fund, lines: [2]}
""",
    "article/translation.yml": """\
faults:
  - {id: t01, line: 2, printed: Fund of the Sea, reading: Sea Fund, fault: name, certainty: sure}
""",
    "article/claims/money.yml": """\
order: 1
title: Money
claims:
  - id: s001
    line: 1
    type: fact
    says: There is a fund.
    records: [atlantis/funding/sea-fund]
    verdict: confirmed
    finding: The atlas says so.
    evidence: [{source: atlas, locator: p. 5}]
  - id: s002
    line: 2
    type: number
    says: It has 50 members.
    records: [atlantis/funding/sea-fund]
    verdict: unconfirmed
    finding: Not found.
  - id: s003
    line: 3
    type: judgement
    says: It is good.
    records: [atlantis/funding/sea-fund]
    verdict: judgement
    finding: An opinion.
""",
}

LISTED = "editions/2026.11/addresses.txt"
"""The list of the addresses that an edition of the small world has published."""
SEED = int(os.environ.setdefault("EQUAL_FOOTING_SEED", f"{datetime.date.today():%Y%m%d}"))  # workers inherit it
"""What samples and damaged files are drawn by: the day, or the variable. A run that failed is repeated by its seed."""


def pytest_collection_finish() -> None:
    """Take what was imported and collected, which stays until the end, from what Python looks through for garbage.

    What tests make later is looked through less often: most of it is small, and gone before.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def pytest_sessionfinish() -> None:
    """Look for garbage once at the end: pytest does so five times, through all that there is."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the seed, which is all that a run depends on besides the code."""
    terminalreporter.write_line(f"EQUAL_FOOTING_SEED={SEED} repeats this run.")


@pytest.fixture(scope="session", autouse=True)
def _equal_files_are_read_once() -> Iterator[None]:
    """Remember what bytes were read as, the last vocabulary, and what is compared of its words.

    Nearly every world has the whole vocabulary unchanged.
    """
    read = documents.read_bytes
    once = functools.lru_cache(maxsize=1024)(read)

    def remembered(raw: bytes, name: str) -> tuple[Document | None, list[Problem]]:
        document, problems = once(raw, name)
        return copy.copy(document), list(problems)  # which may let go of its data

    load_words = vocabulary_loading.load
    last: tuple[list[Document], tuple[Vocabulary | None, list[Problem]]] = ([], (None, []))

    def remembered_words(read_already: list[Document]) -> tuple[Vocabulary | None, list[Problem]]:
        nonlocal last
        if [id(one.data) for one in last[0]] != [id(one.data) for one in read_already] or last[1][0] is None:
            last = (list(map(copy.copy, read_already)), load_words(read_already))
        vocabulary, problems = last[1]
        return vocabulary, list(problems)

    of_words = dataset_subjects.of_vocabulary
    compared: list[Subject] = []
    compared_of: Vocabulary | None = None

    def remembered_subjects(dataset: Dataset, words: Messages) -> list[Subject]:
        nonlocal compared, compared_of
        if dataset.vocabulary is not compared_of:
            compared, compared_of = list(of_words(dataset, words)), dataset.vocabulary
        return compared

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "read_bytes", remembered)
        patch.setattr(kept_documents, "store", lambda root: NOTHING)  # these remember it already
        patch.setattr(vocabulary_loading, "load", remembered_words)
        patch.setattr(dataset_subjects, "of_vocabulary", remembered_subjects)
        yield
    for path in sorted((ROOT / "data/vocabulary").iterdir()):
        raw, name = path.read_bytes(), path.relative_to(ROOT).as_posix()
        assert once(raw, name) == read(raw, name), f"a test has changed what {name} was read as"
    assert not last[0] or last[1] == load_words(last[0]), "a test has changed the vocabulary"
    if compared_of:
        without_data = of_words(Dataset(ROOT, compared_of), messages.load(ROOT))
        assert compared == list(without_data), "what is compared of the words depends on the data"


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The real data, checked; to be read only."""
    found = load_checked(ROOT)
    gc.freeze()  # they stay until the end: Python need not look for garbage among them
    return found


def renderer_of(citing: Citing) -> Renderer:
    """Return what draws pages with some citations, for a site whose settings name nobody."""
    return Renderer(ROOT, citing, "https://code.example/edit/", "https://report.example/?", Imprint())


def make_world(root: Path) -> Path:
    """Write a small project whose data has no problem into a new folder, and return the folder."""
    shutil.copytree(ROOT / "data" / "vocabulary", root / "data" / "vocabulary")
    for name, text in FILES.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def restored_world(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    return Restored(make_world(tmp_path_factory.mktemp("small") / "world"))


@pytest.fixture(scope="session")
def restored_data(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    """A folder with a copy of the real data, to be changed and restored."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "data", root / "data")
    return Restored(root)


@pytest.fixture
def real_data(restored_data: Restored) -> Iterator[Path]:
    """The folder of a copy of the real data; every test finds it as it was made."""
    yield restored_data.root
    restored_data.restore()


@pytest.fixture
def world(restored_world: Restored) -> Iterator[Path]:
    """The folder of a small project whose data has no problem; every test finds it as it was made."""
    yield restored_world.root
    restored_world.restore()


def found(root: Path) -> list[Problem]:
    """Return every problem of the data under `root`."""
    dataset, unread = load(root)
    return tidy([*unread, *(check(dataset) if dataset else [])])


def problems(root: Path) -> list[str]:
    """Return every problem of the data under `root`, as a contributor reads them."""
    return [str(problem) for problem in found(root)]
