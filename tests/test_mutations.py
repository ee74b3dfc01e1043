"""A hundred mistakes in real files, all made at once: one run of the check answers each with one line, at its place.

Files are chosen by what they hold, so that the mistakes keep fitting while the data grow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from equal_footing.check.run import check
from equal_footing.model.loading import load
from equal_footing.reading.problems import Problem, tidy

from .restored import Restored

Edit = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Mutation:
    """A mistake: where it is made, what takes the place of what, and words of the answer."""

    name: str
    old: str
    new: Edit
    says: str
    later: int = 0
    """How many lines below the first change the answer points to."""


def m(name: str, old: str, new: Edit, says: str, later: int = 0) -> Mutation:
    """Return a mutation; `old` is a regular expression over the text of the file."""
    return Mutation(name, old, new, says, later)


def value_of(fields: str, value: str) -> str:
    """Return a pattern for the value of a fact of one of the fields; its first group is all before the value."""
    return rf"(field: (?:{fields})\n(?:    .*\n)*?    value: ){value}"


COUNT = value_of("members|projects|organisations|countries", r"[\d_]+$")
DATED = value_of("founded|adopted|published|in-force|held-on", r"[\d-]+$")
DATE = value_of("founded|adopted|published|in-force|held-on", r"([\d-]+)$")
MONEY = value_of("amount|budget|income|grant|aid-volume", r"[\d_]+$")
WORDS = value_of("purpose|activity|role|scope|provision|objective", r"[^\">|\n][^\"\n]*$")
DAY = value_of("adopted|in-force", r"(\d{4}-)\d\d-\d\d$")
SHARE = value_of("share|aid-share", r"[\d.]+$")
MEMBERS = value_of("members", r"[\d_]+$")
SIGN = r"^(status:\n  code: (?:active|in-force)\n  since: .*\n)  as_of: .*\n"
VERSION = r"^version:\n(?:  .*\n)+"
STAFF = value_of("staff|countries", r"[\d_]+$")
CHARITY = r"(scheme: CA-CRA_ACR\n    id: \"?\d{8})(\d)"
FACT = r"^  - field: ([\w-]+)\n    value: ([\w-]+)\n    source: ([\w-]+)\n    locator: ([^,\"\n]+)\n"
"""A fact of four keys: field, value, source and locator."""
SUM = r"^(  - field: .*\n    label: .*\n    value: [\d_]+\n)"
"""The first three lines of a labelled sum."""
CITATION = r"\[@([a-z0-9-]+), [^\];]+\]"
WEBSITE = value_of("website", r"(.*)$")
STATUS = r"^status:\n(?:  .*\n)+"
PERIOD = r"period: (\d{4}-\d\d)/(\d{4}-\d\d)"
CONFLICT = "<<<<<<< mine\n\\1=======\n\\1>>>>>>> theirs\n"
SUMMARY = r"^summary: >-\n  \w+"
NO_SECTIONS = r"^(kind: body\n(?:(?!sections:).*\n)*?)facts:\n"
"""The beginning of a public body that has no sections, up to its facts."""

MUTATIONS = (
    # Keys
    m("no kind", r"^kind: law\n", "", 'the key "kind" is missing'),
    m("no name", r"^name: \{.*\}\n", "", 'the key "name" is missing', -1),
    m("no status", STATUS, "", 'the key "status" is missing', -99),
    m("no summary", r"^summary: >-\n(?:  .*\n)+", "", 'the key "summary" is missing', -99),
    m("no facts", r"^facts:\n(?:  .*\n)+", "", 'the key "facts" is missing', -99),
    m("no day of review", r"^reviewed: .*\n", "", 'the key "reviewed" is missing', -999),
    m("misspelt key", r"^summary:", "sumary:", "Did you mean summary?"),
    m("key with a capital", r"^kind:", "Kind:", "Did you mean kind?"),
    m("misspelt key of a fact", r"^    currency: ", "    curency: ", "Did you mean currency?"),
    m("hyphen in a key", r"^    as_of: (?=\d{4}\n)", "    as-of: ", "Did you mean as_of?"),
    m("key in capitals", r"^    source: (?=[a-z0-9-]+\n    locator)", "    SOURCE: ", "Did you mean source?"),
    m("key twice", r"^kind: body\n", "kind: body\nkind: body\n", 'the key "kind" is given twice', 0),
    m("key of another file", r"^kind: event\n", "kind: event\npublisher: A\n", 'the key "publisher" is not known'),
    # Types
    m("facts as words", r"^facts:\n(?:  .*\n)+", "facts: none\n", "must be a list"),
    m("name as words", r"^name: \{.*\}", "name: A term", "must be a mapping"),
    m("status as a word", STATUS, "status: active\n", "must be a mapping"),
    m("relations as words", r"^relations:\n(?:  .*\n)+", "relations: see also\n", "must be a list"),
    m("a list for a text", r"^summary: >-\n(?:  .*\n)+", "summary: [one, two]\n", "must be text"),
    # Codes
    m("currency by its country", r"currency: JPY", "currency: JPN", "Did you mean JPY"),
    m("currency by its name", r"currency: JPY", "currency: yen", "Did you mean JPY"),
    m("currency by its sign", r"currency: CAD", "currency: $", "is not an ISO 4217 code"),
    m("language by its country", r"(?<=, )ja: ", "jp: ", "Did you mean ja?"),
    m("language without its script", r"(?<=, )zh-Hans: ", "zh: ", "Did you mean zh-Hans or zh-Hant?"),
    m("kind in the plural", r"^kind: law$", "kind: laws", "Did you mean law?"),
    m("status with a capital", r"code: active", "code: Active", "Did you mean active?"),
    m("basis misspelt", r"basis: commitment", "basis: comitment", "Did you mean commitment?"),
    m("unit in American spelling", r"unit: organisations", "unit: organizations", "Did you mean organisations?"),
    m("qualifier in words", r"precision: about", "precision: approximately", "is not a known precision"),
    m("support in other words", r"support: translated", "support: translation", "Did you mean translated?"),
    m("field in the singular", r"field: members\b", "field: member", "Did you mean members?"),
    m("field that nobody knows", r"field: role", "field: colour", "is not a known field"),
    m("relation with underscores", r"type: administered-by", "type: administered_by", "administered-by"),
    # What is not there
    m("relation to nothing", r"(?<=to: )([a-z]+/bodies/[a-z-]+)", r"\1x", "does not exist. Did you mean"),
    m("source misspelt", r"(?<=source: )([a-z0-9-]+)(?=\n +locator)", r"\1x", "does not exist. Did you mean"),
    m("citation of nothing", r"\[@([a-z0-9-]+), ", r"[@\1x, ", "does not exist. Did you mean"),
    m("link to nothing", r"(\]\(/[a-z]+/[a-z]+/[a-z0-9-]+)/\)", r"\1x/)", "leads nowhere. Did you mean"),
    m("link without a slash", r"(\]\(/[a-z]+/[a-z]+/[a-z0-9-]+)/\)", r"\1)", "must end with a slash"),
    # Dates
    m("day that does not exist", DAY, r"\g<1>\g<2>02-30", "is not a day"),
    m("month that does not exist", DAY, r"\g<1>\g<2>13-01", "has no month 13"),
    m("month in words", DATED, r"\g<1>June 2020", "is written 2020-06"),
    m("late in words", DATED, r"\g<1>late 2019", "is written 2019-36~"),
    m("about in words", DATED, r"\g<1>about 2019", "is written 2019~"),
    m("founded after the review", value_of("founded", r"[\d-]+$"), r"\g<1>2199", "is later than the day of the review"),
    m("active without a sign", SIGN, r"\1", "needs `as_of`", -2),
    m("no version", VERSION, "", "does not say which version was read", -99),
    m("version without its check", r"^  checked: .*\n", "", 'the key "checked" is missing', -3),
    m("date with slashes", DATED, r"\g<1>2020/06/01", "is written"),
    m("date in another order", DATED, r"\g<1>20.6.2019", "is written"),
    m("review in the future", r"^reviewed: .*$", "reviewed: 2199-01-01", "lies in the future"),
    m("review without its day", r"^reviewed: .*$", "reviewed: 2026-11", "must be a full day"),
    m("period reversed", PERIOD, r"period: \2/\1", "ends before it begins"),
    m("period with a dash", PERIOD, r"period: \1–\2", "is written"),
    # Indentation
    m("tab", r"^  - (?=field)", "\t- ", "is a tab"),
    m("tab behind a colon", r"^kind: ", "kind:\t", "is a tab"),
    m("ideographic space", r"^  - (?=field)", "\u3000- ", "is indented with U+3000"),
    m("no-break space", r"^  - (?=field)", "\u00a0\u00a0- ", "is indented with U+00A0"),
    m("one space too many", r"^relations:", " relations:", "is not valid YAML"),
    # Quotation marks and signs
    m("quotation mark not closed", WEBSITE, r'\g<1>"\g<2>', "is not valid YAML", 0),
    m("curly quotation marks", COUNT, r"\g<1>“46”", "must be a number"),
    m("no space behind a colon", r"^kind: law$", "kind:law", "a key without a colon and a space"),
    m("full-width colon", r"^kind: body$", "kind：body", "full-width"),
    m("full-width comma", r"^name: \{en: ([^,\"\n]*), ", r"name: {en: \1，", "a comma or a closing }"),
    m("full-width digits", COUNT, r"\g<1>４６", "is written"),
    m("full-width braces", r"^name: \{(.*)\}$", r"name: ｛\1｝", "is not valid YAML"),
    m("at sign", WORDS, r"\g<1>@office", "is not valid YAML"),
    m("percent sign", WORDS, r"\g<1>%5", "is not valid YAML"),
    m("asterisk", WORDS, r"\g<1>*important", "alias"),
    m("ampersand", WORDS, r"\g<1>&more", "anchor"),
    m("exclamation mark", WORDS, r"\g<1>!important", "tag"),
    m("bracket not closed", r"^name: \{(.*)\}$", r"name: {\1", "is not valid YAML", 1),
    # Numbers
    m("thousands by commas", MEMBERS, r'\g<1>"1,500"', "is written"),
    m("number in words", STAFF, r"\g<1>forty", "is written"),
    m("million", MONEY, r"\g<1>1.5 million", "is written"),
    m("number with its unit", COUNT, r"\g<1>46 organisations", "is written"),
    m("number with a tilde", COUNT, r'\g<1>"~46"', "is written"),
    m("share above a hundred", SHARE, r"\g<1>125", "outside 0 to 100"),
    m("percent sign behind a share", SHARE, r'\g<1>"12.5%"', "is written"),
    m("decimal comma", SHARE, r'\g<1>"12,5"', "is written"),
    m("range reversed", COUNT, r"\g<1>4_711\n    to: 4_700", "is not above", 1),
    # Words that YAML misreads
    m("yes for a text", WORDS, r"\g<1>yes", "quotation marks"),
    m("nothing behind a value", WORDS, r"\g<1>#1", "is a comment"),
    # What facts need
    m("no locator", r"^(    value: .*\n    source: [a-z0-9-]+\n)    locator: .*\n", r"\1", "without a locator", -1),
    m("unsourced", FACT, r"  - field: \1\n    value: \2\n", "without a source", -2),
    m("no currency", rf"{SUM}    currency: [A-Z]{{3}}\n", r"\1", "without a currency", -3),
    m("no basis", rf"{SUM}(    currency: .*\n)    basis: .*\n", r"\1\2", "without a basis", -4),
    m("a value and a state", r"^(  - field: .*\n)(?=    value)", r"\1    missing: not-researched\n", "at once"),
    m("neither of both", r"^(  - field: .*\n)    value: \d[\d-]*\n", r"\1", "has neither a value nor", -1),
    m("unit of a date", DATE, r"\g<1>\g<2>\n    unit: years", "goes only with counts"),
    m("fact twice", r"^(  - field: founded\n(?:    .*\n)+)", r"\1\1", "says the same as", 0),
    # Citations
    m("citation without a comma", r"(?<=\[@)([a-z0-9-]+), ", r"\1 ", "citation"),
    m("citation without its place", CITATION, r"[@\1]", "has no locator"),
    m("citation in capitals", r"\[@([a-z0-9-]+), ", lambda f: f"[@{f[1].upper()}, ", "is not a citation"),
    # Sections
    m("paragraph without a citation", NO_SECTIONS, "\\1sections:\n  - title: Aim\n    paragraphs: [Aid]\nfacts:\n",
      "cites no source and links no record", 2),
    m("section without a title", NO_SECTIONS,
      "\\1sections:\n  - paragraphs:\n      - On [Japan](/japan/).\nfacts:\n", "has no title. Add `title`.", 1),
    m("text in place of paragraphs", NO_SECTIONS,
      "\\1sections:\n  - title: Aim\n    paragraphs: On [Japan](/japan/).\nfacts:\n", "must be a list", 2),
    # What is pasted
    m("script", SUMMARY, lambda f: f"{f[0]} <script>alert(1)</script>", "looks like HTML"),
    m("line break of HTML", SUMMARY, lambda f: f"{f[0]}<br>", "looks like HTML"),
    m("link of HTML", SUMMARY, lambda f: f"{f[0]} <a href='/x/'>x</a>", "looks like HTML"),
    m("frame", SUMMARY, lambda f: f"{f[0]} <iframe src='/x/'></iframe>", "looks like HTML"),
    m("link to a script", SUMMARY, lambda f: f"{f[0]} [x](javascript:alert(1))", "link"),
    m("zero-width space", r"^name: \{en: \"?\w", lambda f: f"{f[0]}\u200b", "zero-width character"),
    m("writing direction", r"^name: \{en: \"?\w", lambda f: f"{f[0]}\u202e", "changes the writing direction"),
    m("soft hyphen", r"^name: \{en: \"?\w", lambda f: f"{f[0]}\u00ad", "soft hyphen"),
    m("control character", r"^name: \{en: \"?\w", lambda f: f"{f[0]}\u0007", "control character"),
    m("name of three hundred letters", r"^name: \{en: \"?", lambda f: f[0] + "Very " * 60, "the most is 240"),
    m("second document", r"\Z", "---\nkind: law\n", "second document", 0),
    m("conflict of two versions", r"^(reviewed: .*\n)", CONFLICT, "joining two versions"),
    m("empty", r"\A(?:.*\n)+\Z", "", "is empty"),
    m("only a comment", r"\A(?:.*\n)+\Z", "# Later.\n", "is empty"),
    m("a hyphen at the top", r"\A", "- ", "does not begin in the same column", 1),
    m("wrong check digit", CHARITY, lambda f: f"{f[1]}{(int(f[2]) + 1) % 10}", "wrong check digits"),
)  # fmt: skip


def records(data: Path) -> dict[Path, str]:
    """Return the records of the real places with their texts, one of each folder in turn.

    Records that a figure draws are left out: a mistake in one of them is answered in the figure, too.
    """
    figures = "\n".join(path.read_text(encoding="utf-8") for path in data.glob("*/figures/*.yml"))
    drawn = {f"{record}.yml" for record in re.findall(r"record: (\S+)", figures)}
    found = []
    for place in ("canada", "china", "international", "japan"):
        for folder in sorted((data / place).iterdir()):
            if folder.is_dir() and folder.name != "figures":
                found += [(turn, path) for turn, path in enumerate(sorted(folder.glob("*.yml")))]
    return {
        path: path.read_text(encoding="utf-8")
        for _, path in sorted(found)
        if path.relative_to(data).as_posix() not in drawn
    }


def changed_line(old: str, new: str) -> int:
    """Return the line of the first difference; of a text of several lines the one on which it begins."""
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    line = new.count("\n", 0, first) + 1
    lines = new.split("\n")
    begin = next((at for at in range(line - 1, 0, -1) if re.match(r"\s*(?:- )?\w+:|\s*- ", lines[at - 1])), 0)
    is_in_text = (
        begin
        and re.search(r"[:-] [>|][-+]?$", lines[begin - 1])
        and not re.match(r"\s*(?:- )?[\w-]+:(?: |$)", lines[line - 1])
    )
    return begin if is_in_text else line


def change(data: Path) -> dict[str, tuple[str, int]]:
    """Make each mistake in a record of its own; return by its name the file and the line of the answer.

    The mistakes that fit the fewest records choose first.
    """
    texts = records(data)
    fitting = {
        mutation: [path for path, text in texts.items() if re.search(mutation.old, text, re.MULTILINE)]
        for mutation in MUTATIONS
    }
    made: dict[str, tuple[str, int]] = {}
    free = set(texts)
    for mutation, paths in sorted(fitting.items(), key=lambda item: len(item[1])):
        path = next((path for path in paths if path in free), None)
        assert path, f"no record fits the mistake: {mutation.name}"
        free.remove(path)
        text = texts[path]
        new = re.sub(mutation.old, mutation.new, text, count=1, flags=re.MULTILINE)
        path.write_text(new, encoding="utf-8")
        line = max(1, changed_line(text, new) + mutation.later)
        made[mutation.name] = (f"data/{path.relative_to(data).as_posix()}", line)
    return made


def told(root: Path) -> dict[str, list[Problem]]:
    """Return the problems of the data by their files."""
    dataset, found = load(root)
    by_file = defaultdict(list)
    for problem in tidy([*found, *(check(dataset) if dataset else [])]):
        by_file[problem.file].append(problem)
    return by_file


@dataclass
class Told:
    """Where the mistakes were made, and what one run of the check said."""

    made: dict[str, tuple[str, int]]
    problems: dict[str, list[Problem]]


@pytest.fixture(scope="module")
def run(restored_data: Restored) -> Told:
    made = change(restored_data.root / "data")
    problems = told(restored_data.root)
    restored_data.restore()
    return Told(made, problems)


def test_there_are_a_hundred_mistakes_each_in_a_file_of_its_own(run: Told) -> None:
    assert len(MUTATIONS) >= 100
    assert len({file for file, _ in run.made.values()}) == len(MUTATIONS)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mistake_in_a_real_file_is_answered_at_its_place(run: Told, mutation: Mutation) -> None:
    file, line = run.made[mutation.name]
    said = run.problems.get(file, [])
    assert len(said) == 1, said
    assert mutation.says in str(said[0])
    assert said[0].line == line, said


def test_nothing_is_said_of_files_without_a_mistake(run: Told) -> None:
    assert set(run.problems) - {file for file, _ in run.made.values()} == set()
