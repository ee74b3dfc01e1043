"""The mistakes that are made in real sources, answers, questions, figures, lessons and the article: tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Edit = str | Callable[[re.Match[str]], str]

SOURCES, ANSWERS, QUESTIONS, FIGURES = "*/sources.yml", "*/answers.yml", "questions/*.yml", "*/figures/*.yml"
ARTICLE, CLAIMS, NAMES = "article/article.yml", "article/claims/*.yml", "article/names.yml"
FAULTS, LESSONS, COUNTRIES, FRAME = "article/translation.yml", "*/lessons/*.yml", "*/country.yml", "*/frame.yml"
ORGANISATIONS, LAWS, FUNDING, BODIES = "*/organisations/*.yml", "*/laws/*.yml", "*/funding/*.yml", "*/bodies/*.yml"
LISTS = frozenset({"sources.yml", "answers.yml", "names.yml", "translation.yml"})
"""Files of many entries: one mistake in each of them leaves the others as they are."""


@dataclass(frozen=True)
class Mistake:
    """A mistake: the files in which it can be made, what takes the place of what, and words of the answer.

    `at` finds the line of the answer where that is not the first changed one: on it ends the last match that begins
    before the change.
    """

    name: str
    files: str
    old: str
    new: Edit
    says: str
    at: str = ""


def k(name: str, files: str, old: str, new: Edit, says: str, at: str = "") -> Mistake:
    """Return a mistake; `old` is a regular expression over the text of the file."""
    return Mistake(name, files, old, new, says, at)


ENTRY = r"^[\w-]+:\n(?=  )"
"""The key of an entry and the line break: a key that is missing is told on the line below."""
TOP = r"\A"
TEXT = r"^ *(?:\w+: (?:>-)?|- >-)"
CITED = r"\[(@[a-z0-9-]+), ([^\[\];\n]+)\]"
OPENING = r"^(  text: >-\n    \w+)"
REPLY = r"^  text: >-\n(?:    .*\n)+"
VERDICT = r"^(    verdict: confirmed\n(?:    finding.*\n(?:      .*\n)*))    evidence:\n(?:      .*\n)+"
SAYS = r"^    says: (?!>)(.*)$"
SHORT = r"^short: (?!>).*$"
TWO_VERSIONS = "<<<<<<< mine\n\\1=======\n\\1>>>>>>> theirs\n"
WHOLE = r"\A(?:.*\n)+\Z"
IN_TITLE = r"^  title: \{.*$"
FACT = r"^  - field: ([\w-]+)\n    value: ([\w-]+)\n    source: ([\w-]+)\n    locator: ([^,\"\n]+)\n(?!   )"
"""A fact of four keys, which somebody may write between braces."""
BAR = r"^  - record: (.*)\n    field: (.*)\n(?:    label: .*\n)?    name: ([^,\"\n]*)\n"
"""A bar of a figure, which somebody may write between braces."""

SHAPES = (
    # Sources
    k("source without a title", SOURCES, r"^  title: (?!>).*\n", "", 'the key "title" is missing', ENTRY),
    k("source without an address", SOURCES, r"^  url: .*\n", "", 'the key "url" is missing', ENTRY),
    k("source without a publisher", SOURCES, r"^  publisher: (?!>).*\n", "", 'the key "publisher" is missing', ENTRY),
    k("source without its day of reading", SOURCES, r"^  read: .*\n", "", 'the key "read" is missing', ENTRY),
    k("title without a language", SOURCES, IN_TITLE, "  title: A report", "must be a mapping"),
    k("title with a comma", SOURCES, IN_TITLE, "  title: {en: Grants, loans}", "a value with a comma needs quotation"),
    k("title in a country's name", SOURCES, r"title: \{ja: ", "title: {jp: ", "Did you mean ja?"),
    k("type of source misspelt", SOURCES, r"type: news$", "type: newz", "Did you mean news?"),
    k("type of source with a capital", SOURCES, r"type: law$", "type: Law", "Did you mean law?"),
    k("type that there is not", SOURCES, r"type: organisation-page", "type: website", "Known: law, policy, official"),
    k("language in words", SOURCES, r"language: en$", "language: English", "Did you mean en?"),
    k("language of a country", SOURCES, r"language: zh-Hans", "language: zh-CN", "Did you mean zh-Hans?"),
    k("authors in one line", SOURCES, r"^  authors:\n(?:    .*\n)+", "  authors: A. Writer; B. Writer\n",
      "must be a list: one item a line, each after a hyphen. Write one item for each author"),
    k("author in words", SOURCES, r"^    - organisation: (?!>)(.*)$", r"    - \1",
      "must be a mapping of keys to values. Write one"),
    k("former key of authors", SOURCES, r"^  authors:\n(?:    .*\n)+", "  author: A. Writer; B. Writer\n",
      "It is called authors now. Write one item for each author"),
    k("source without authors", SOURCES, r"^  authors:\n(?:    .*\n)+", "", 'the key "authors" is missing', ENTRY),
    k("source without a container", SOURCES, r"^  container: (?!>).*\n", "", 'the key "container" is missing', ENTRY),
    k("encyclopaedia", SOURCES, r"type: news$", "type: encyclopaedia", "do not count as sources: cite what they cite"),
    k("address without https", SOURCES, r"^  url: https://", "  url: www.", "must be a web address such as https://"),
    k("address that is a script", SOURCES, r"^  url: .*$", "  url: javascript:alert(1)", "must be a web address"),
    k("address that is an image", SOURCES, r"^  url: .*$", "  url: data:image/png;base64,A", "must be a web address"),
    k("address with a space", SOURCES, r"^  url: (https://[^/]+/).*$", r"  url: \1a b.pdf", "must be a web address"),
    k("address with a full-width colon", SOURCES, r"^  url: https:", "  url: https：", "type : for ："),
    k("date in words", SOURCES, r"^  date: .*$", "  date: March 2019", "is written 2019-03"),
    k("decade in words", SOURCES, r"^  date: .*$", "  date: 1990s", "is written 199X"),
    k("no date in words", SOURCES, r"^  date: .*$", "  date: n.d.", "write `undated: true` in the place"),
    k("date in full-width digits", SOURCES, r"^  date: .*$", "  date: ２０１９", "type 2019 for ２０１９"),
    k("date in Chinese", SOURCES, r"^  date: .*$", "  date: 2019年3月", "is written 2019-03"),
    k("day that there is not", SOURCES, r"^  date: .*$", "  date: 2019-02-30", "February 2019 has no day 30"),
    k("date in American order", SOURCES, r"^  date: .*$", "  date: 03/15/2019", "is written 2019-03-15"),
    k("date left empty", SOURCES, r"^  date: .*$", "  date:", "the value is missing"),
    k("key that sources have not", SOURCES, r"^  read: (.*)$", r"  page: 12\n  read: \1", '"page" is not known here'),
    k("key of a source in capitals", SOURCES, r"^  url: ", "  URL: ", "Did you mean url?"),
    k("source named with a capital", SOURCES, r"^[a-z](?=[\w-]+:$)", lambda f: f[0].upper(),
      "small letters and digits"),
    k("source named with underscores", SOURCES, r"^([a-z]+)-([a-z-]+:)$", r"\1_\2", "joined by hyphens"),
    k("source twice", SOURCES, r"^([\w-]+:\n(?:  .*\n)+)", r"\1\1", "is given twice"),
    k("source in one line", SOURCES, r"^([\w-]+:)\n(?:  .*\n)+", "\\1 A report\n", "must be a mapping"),
    k("copy without a name", SOURCES, r"^  read: .*$", "  copy_by: yes\n  read: 2026-11-20",
      "put it into quotation marks"),
    # Answers
    k("answer yes", ANSWERS, r"^  answer: fully", "  answer: yes", '"yes" is not a known answer. Did you mean fully?'),
    k("answer no", ANSWERS, r"^  answer: partly", "  answer: no", '"no" is not a known answer. Did you mean not?'),
    k("answer on", ANSWERS, r"^  answer: fully", "  answer: on", '"on" is not a known answer. Known: fully'),
    k("answer with a capital", ANSWERS, r"^  answer: fully", "  answer: Fully", "Did you mean fully?"),
    k("answer in other words", ANSWERS, r"^  answer: partly", "  answer: mostly", "Known: fully, partly, not"),
    k("key of an answer with a capital", ANSWERS, r"^  sentence: ", "  Sentence: ", "Did you mean sentence?"),
    k("answer without its review", ANSWERS, r"^  reviewed: .*\n", "", 'the key "reviewed" is missing', ENTRY),
    k("evidence in words", ANSWERS, r"^  evidence: .*$", "  evidence: see above", "must be a list"),
    k("evidence as an address", ANSWERS, r"^  evidence: \[(\w)", r"  evidence: [/\1", "is written "),
    k("full-width comma of evidence", ANSWERS, r"^  evidence: \[([\w/-]+), ", r"  evidence: [\1，", "type , for ，"),
    k("evidence with a Chinese comma", ANSWERS, r"^  evidence: \[([\w/-]+), ", r"  evidence: [\1、", "type , for 、"),
    k("state that there is not", ANSWERS, r"^  missing: not-found", "  missing: unknown",
      "is not a known reason for a missing value. "),
    k("sentence as a mapping", ANSWERS, r"^  sentence: (?!>).*$", "  sentence: {a: b}", "must be text, not a mapping"),
    k("review with dots", ANSWERS, r"^  reviewed: .*$", "  reviewed: 24.11.2026", "is written 2026-11-24"),
    k("reply left empty", ANSWERS, REPLY, "  text:\n", "the value is missing"),
    # Questions
    k("place in words", QUESTIONS, r"^order: .*$", "order: first", "must be a whole number above 0"),
    k("place nought", QUESTIONS, r"^order: .*$", "order: 0", "must be a whole number above 0"),
    k("place between two", QUESTIONS, r"^order: .*$", "order: 1.5", "must be a whole number above 0"),
    k("group misspelt", QUESTIONS, r"^group: funding", "group: fundings", "Did you mean funding?"),
    k("asks misspelt", QUESTIONS, r"^asks: practice", "asks: practise", "Did you mean practice?"),
    k("question without limits", QUESTIONS, r"^limits: .*\n(?:  .*\n)*", "", 'the key "limits" is missing', TOP),
    k("question without a short form", QUESTIONS, r"^short: (?!>).*\n", "", 'the key "short" is missing', TOP),
    k("rubric without a no", QUESTIONS, r"^  not: >-\n(?:    .*\n)+", "", 'the key "not" is missing', r"^rubric:\n"),
    k("rubric in words", QUESTIONS, r"^rubric:\n(?:  .*\n)+", "rubric: as usual\n", "must be a mapping"),
    k("kinds in words", QUESTIONS, r"^kinds: .*$", "kinds: law", "must be a list"),
    k("no kinds", QUESTIONS, r"^kinds: .*$", "kinds: []", "must not be empty"),
    k("kinds in the plural", QUESTIONS, r"^kinds: \[law\b", "kinds: [laws", "Did you mean law?"),
    k("bold question", QUESTIONS, r"^question: (?!>)(.*)$", r"question: <b>\1</b>", "names hold no < >"),
    k("question with braces", QUESTIONS, r"^question: (?!>)(.*)$", r'question: "{{ \1 }}"', "names hold no < > { }"),
    k("review of a question in words", QUESTIONS, r"^reviewed: .*$", "reviewed: last week", "must be a date"),
    # Figures
    k("chart that there is not", FIGURES, r"^chart: .*$", "chart: pie", "must be one of time or parts"),
    k("figure without a title", FIGURES, r"^title: (?!>).*\n", "", 'the key "title" is missing', TOP),
    k("place of a figure as an ordinal", FIGURES, r"^order: .*$", "order: 1st", "must be a whole number above 0"),
    k("figure of nothing", FIGURES, r"^series:\n(?:  .*\n)+", "series: []\n", "must not be empty"),
    k("field of a figure misspelt", FIGURES, r"field: projects", "field: project", "Did you mean projects?"),
    k("bar without a name", FIGURES, r"^    name: (?!>).*\n", "", 'the key "name" is missing', r"^  - record"),
    k("record of a figure with a capital", FIGURES, r"record: \w", lambda f: f[0].upper(), "Did you mean record?"),
    k("colour for a figure", FIGURES, r"^chart: ", "colour: red\nchart: ", '"colour" is not known here. Known: order'),
    # Lessons, countries and the article
    k("kind of lessons", LESSONS, r"^kind: lesson$", "kind: lessons", "Did you mean lesson?"),
    k("recommendation in the plural", FUNDING, r"field: recommendation\b", "field: recommendations",
      "Did you mean recommendation?"),
    k("support in American spelling", ORGANISATIONS, r"support: summarised", "support: summarized",
      "Did you mean summarised?"),
    k("purpose as a list", ORGANISATIONS, r"(field: purpose\n    value: )(?!>).*$", r"\1[a, b]",
      "must be text, not a list"),
    k("verdict with a capital", CLAIMS, r"verdict: confirmed", "verdict: Confirmed", "Did you mean confirmed?"),
    k("verdict yes", CLAIMS, r"verdict: confirmed", "verdict: yes", '"yes" is not a known verdict. Known: confirmed'),
    k("type of claim", CLAIMS, r"type: number", "type: figure", "is not a known type of claim"),
    k("id of a claim with a capital", CLAIMS, r"id: s(\d+)", r"id: S\1", "is not the id of a claim, such as s042"),
    k("line in words", CLAIMS, r"line: \d+", "line: seven", "must be a whole number above 0"),
    k("claim without words", CLAIMS, r"^    says: (?!>).*\n", "", 'the key "says" is missing', r"^  - id"),
    k("claim without records", CLAIMS, r"^    records: .*\n", "", 'the key "records" is missing', r"^  - id"),
    k("claim of no records", CLAIMS, r"^    records: .*$", "    records: []", "must not be empty"),
    k("evidence without its place", CLAIMS, r"^(      - source: .*\n)        locator: (?!>).*\n", r"\1",
      'the key "locator" is missing', r"^      - source"),
    k("evidence as words", CLAIMS, r"^    evidence:\n(?:      .*\n)+", "    evidence: it\n", "must be a list"),
    k("italics in a heading", CLAIMS, r"^title: (?!>).*$", "title: Law & <em>policy</em>", "names hold no < >"),
    k("Roman number", CLAIMS, r"^order: .*$", "order: IV", "must be a whole number above 0"),
    k("part yes", NAMES, r"part: true", "part: yes", '"yes" must be true, or the key left out'),
    k("line without brackets", NAMES, r"lines: \[(\d+)\]", r"lines: \1", "must be a list"),
    k("certainty in other words", FAULTS, r"certainty: sure", "certainty: certain",
      "must be one of sure, likely or guess"),
    k("fault in the plural", FAULTS, r"fault: name\b", "fault: names", "must be one of name, word"),
    k("claims in words", ARTICLE, r"^claims: .*$", "claims: many", "must be a whole number above 0"),
    k("country code as a list", COUNTRIES, r"^code: .*$", "code: [CA]", "must be text"),
    k("frame without languages", FRAME, r"^name: (?!>).*$", "name: [International]", "must be a mapping"),
)  # fmt: skip
"""Mistakes in the shape of one thing. Where there are some, nothing is said of sources that are cited and not there."""

RELATIONS = (
    # Sources
    k("read in the future", SOURCES, r"^  read: .*$", "  read: 2199-01-01", "lies in the future"),
    k("read in a month", SOURCES, r"^  read: .*$", "  read: 2026-11", "must be a full day"),
    k("read before it was written", SOURCES, r"^(  date: 201\d(?:.*\n)+?  read: ).*$", r"\g<1>2001-01-01", "own date"),
    k("written after it was read", SOURCES, r"^  date: .*$", "  date: 2099", "own date, 2099",
      r"^  date: .*\n(?:  .*\n)*?  read: "),
    k("address of another source", SOURCES,
      r"^  undated: true\n  url: (\S+)\n((?:  .*\n)*?  read: (\S+)\n(?:.*\n)*?  undated: true\n  url: )"
      r"\S+(?=\n(?:  .*\n)*?  read: \3\n)",
      r"  undated: true\n  url: \1\n\2\1", "already, with the same"),
    k("original without whose copy", SOURCES, r"^  read: ((?:.*)\n(?!  copy_by))",
      r"  original_url: https://a.example/x\n  read: \1",
      "`copy_by`"),
    k("neither dated nor undated", SOURCES, r"^  date: .*\n", "", "needs `date`, or `undated: true`", ENTRY),
    k("dated and undated", SOURCES, r"^(  date: .*\n)", r"\1  undated: true\n", "goes without `date`"),
    k("person and organisation in one", SOURCES, r"^    - organisation: (?!>)(.*)$",
      r"    - family: \1\n      organisation: \1",
      "is a person and an organisation in one"),
    k("encyclopaedia as an address", SOURCES, r"^  url: .*$", "  url: https://en.wikipedia.org/wiki/X",
      "wikipedia.org is listed"),
    k("archived page as the original", SOURCES, r"^  url: (.*)$", r"  url: https://web.archive.org/web/2020/\1",
      "archive.org is listed"),
    k("bold title", SOURCES, IN_TITLE, '  title: {en: "A <b>big</b> book"}', '"<b>" looks like HTML'),
    k("script for a publisher", SOURCES, r"^  publisher: (?!>).*$", "  publisher: A <script>alert(1)</script>", "HTML"),
    k("note with a link to nothing", SOURCES, r"^  note: (?!>).*$", '  note: "[here](/nowhere/)"', "leads nowhere"),
    # Answers
    k("question misspelt", ANSWERS, r"^legal-form:", "legal-forms:", "Did you mean legal-form?"),
    k("evidence that there is not", ANSWERS, r"^(  evidence: \[[\w/-]+)", r"\1x", "does not exist. Did you mean"),
    k("reply that cites nothing", ANSWERS, REPLY, "  text: As everybody knows.\n",
      "cites nothing. Add [@key, locator]"),
    k("no reply", ANSWERS, REPLY, "", "an answer needs text", ENTRY),
    k("no sentence", ANSWERS, r"(answer: \w+\n)  sentence: (?!>).*\n", r"\1", "an answer needs sentence", ENTRY),
    k("sentence with a citation", ANSWERS, r"^(  sentence: [^\"\n>]*)$", r"\1 [@x, p. 1]", "cannot hold citations"),
    k("long sentence", ANSWERS, r"^  sentence: (?!>).*$", f"  sentence: {'Very ' * 50}", "the most is 200"),
    k("neither answer nor state", ANSWERS, r"^  answer: fully\n", "", "has neither an answer nor a reason", ENTRY),
    k("answer and state", ANSWERS, r"^  answer: fully\n", "  answer: fully\n  missing: not-researched\n", "at once"),
    k("answer reviewed in the future", ANSWERS, r"^  reviewed: .*$", "  reviewed: 2199-01-01", "lies in the future"),
    k("answer reviewed in a month", ANSWERS, r"^  reviewed: .*$", "  reviewed: 2026-11", "must be a full day"),
    k("no day of searching", ANSWERS, r"^(  missing: not-found\n)  searched: .*\n", r"\1", "needs searched",
      r"^  missing"),
    k("searched in the future", ANSWERS, r"^  searched: .*$", "  searched: 2199-01-01", "lies in the future"),
    k("no word on where we looked", ANSWERS, r"^  looked:\n(?:    .*\n)+", "",
      "does not say where somebody looked", ENTRY),
    k("looked after the review", ANSWERS, r"^(  looked:\n    - where: .*\n      on: ).*$", r"\g<1>2199-01-01",
      "lies in the future"),
    k("link to nothing in a reply", ANSWERS, r"(\]\(/[a-z]+/[a-z]+/[a-z0-9-]+)/\)", r"\1x/)", "leads nowhere. Did",
      TEXT),
    k("source of a reply misspelt", ANSWERS, r"(\[@[a-z0-9-]+), ", r"\1x, ", "does not exist. Did you mean", TEXT),
    k("citation without its comma", ANSWERS, r"(\[@[a-z0-9-]+), ", r"\1 ", "Write [@key, locator]", TEXT),
    k("citation in round brackets", ANSWERS, CITED, r"(\1, \2)", "is in the text as plain words", TEXT),
    k("citation closed by another bracket", ANSWERS, CITED, r"[\1, \2)", "does not end: brackets", TEXT),
    k("citation in full-width brackets", ANSWERS, CITED, r"［\1, \2］", "is in the text as plain words", TEXT),
    k("citation in Chinese brackets", ANSWERS, CITED, r"【\1，\2】", "is in the text as plain words", TEXT),
    k("citation with a full-width comma", ANSWERS, CITED, r"[\1，\2]", "Write [@key, locator]", TEXT),
    k("citation without its sign", ANSWERS, r"\[@([a-z0-9-]+, [^\[\]\n]+\])", r"[\1", "is in the text as plain words",
      TEXT),
    k("script in a reply", ANSWERS, OPENING, r"\1 <script>alert(1)</script>", '"<script>" looks like HTML', TEXT),
    k("words pasted from a word processor", ANSWERS, OPENING, r"\1 <o:p></o:p>", '"<o:p>" looks like HTML', TEXT),
    k("image in the address itself", ANSWERS, OPENING, r"\1 ![x](data:image/png;base64,A)", "of the web", TEXT),
    k("frame in a reply", ANSWERS, OPENING, r"\1 <iframe src=x>", "looks like HTML", TEXT),
    k("comment of HTML", ANSWERS, OPENING, r"\1 <!-- later -->", "looks like HTML", TEXT),
    # Questions
    k("question that does not ask", QUESTIONS, r"^(question: .*)\?$", r"\1.", "it must end in ?"),
    k("question with a full-width mark", QUESTIONS, r"^(question: .*)\?$", r"\1？", "type ? for ？"),
    k("source of a question misspelt", QUESTIONS, r"(\[@[a-z0-9-]+), ", r"\1x, ", "does not exist. Did you mean", TEXT),
    k("rubric with HTML", QUESTIONS, r"^(  fully: >-\n    \w+)", r"\1<br>", '"<br>" looks like HTML', TEXT),
    k("question reviewed in the future", QUESTIONS, r"^reviewed: .*$", "reviewed: 2199-01-01", "lies in the future"),
    k("question reviewed in a year", QUESTIONS, r"^reviewed: .*$", "reviewed: 2026", "must be a full day"),
    # Figures
    k("record of a figure misspelt", FIGURES, r"(record: [\w/-]+)", r"\1x", "does not exist. Did you mean"),
    k("part of a figure misspelt", FIGURES, r"(label: \"?\w+)", r"\1x", "has no such fact"),
    k("field without figures", FIGURES, r"field: [\w-]+", "field: founded", "the field founded holds no figures"),
    k("label twice", FIGURES, r"(name: .*\n)((?:.*\n)+?    )name: (?!>).*\n", r"\1\2\1", "occurs twice"),
    k("currency of a figure", FIGURES, r"^    label:", "    currency: YEN\n    label:", 'with the currency "YEN"'),
    k("source of a figure misspelt", FIGURES, r"^about: (?!>).*$", "about: Drawn [@nobody, p. 1].", "does not exist"),
    k("figure reviewed in the future", FIGURES, r"^reviewed: .*$", "reviewed: 2199-01-01", "lies in the future"),
    # Lessons, countries and the article
    k("source in a lesson misspelt", LESSONS, r"(\[@[a-z0-9-]+), ", r"\1x, ", "does not exist. Did you mean", TEXT),
    k("record of a lesson misspelt", LESSONS, r"(to: [\w/-]+)", r"\1x", "does not exist. Did you mean"),
    k("fact of a body without its place", BODIES, r"^    locator: .*\n(?!    further)", "",
      "without a locator", r"^    source"),
    k("link without https", LESSONS, r"\]\(/", "](www.example.org/", "nor of the web", TEXT),
    k("link upwards", LESSONS, r"\]\(/", "](../", "neither an address of this site", TEXT),
    k("record of a claim misspelt", CLAIMS, r"^(    records: \[[\w/-]+)", r"\1x", "does not exist. Did you mean"),
    k("evidence of a claim misspelt", CLAIMS, r"(- source: [\w-]+)", r"\1x", "does not exist. Did you mean"),
    k("verdict without evidence", CLAIMS, VERDICT, r"\1", "needs evidence", r"^  - id"),
    k("citation of a finding without its place", CLAIMS, r"(\[@[a-z0-9-]+), [^\]]*\]", r"\1]", "has no locator", TEXT),
    k("raised number in a claim", CLAIMS, r"^(    says: [^\"\n>]*)$", r"\1<sup>1</sup>", '"<sup>" looks like HTML'),
    k("record of a name misspelt", NAMES, r"record: (\w+/[\w/-]+)", r"record: \1x", "does not exist. Did you mean"),
    k("fault twice", FAULTS, r"id: t02", "id: t01", "occurs twice"),
    k("source of the article misspelt", ARTICLE, r"^(source: (?!>).*)$", r"\1x", "does not exist. Did you mean"),
    k("code of three letters", COUNTRIES, r"^code: JP$", "code: JPN", "Did you mean JP?"),
    k("country for its code", COUNTRIES, r"^code: JP$", "code: Japan", "Did you mean JP?"),
    k("beginning of the year", COUNTRIES, r"value: 04-01", "value: 04/01", "such as 04-01"),
    k("kind of the frame", FRAME, r"^kind: .*$", "kind: country", "holds the kind frame"),
)  # fmt: skip
"""Mistakes between things, seen once each of them has its shape."""

HARMED = (
    # Versions of two people
    k("two versions of an answer", ANSWERS, r"^(  reviewed: .*\n)", TWO_VERSIONS, "joining two versions"),
    k("rest of two versions", FIGURES, r"^(  - record.*\n)", r"\1=======" + "\n", "joining two versions"),
    k("two versions at the top", QUESTIONS, r"\A(order: .*\n)", TWO_VERSIONS, "joining two versions"),
    k("versions in a text", QUESTIONS, r"^(about: >-\n)", r"\1<<<<<<< HEAD" + "\n", "joining two versions"),
    k("versions at the end", LESSONS, r"\Z", ">>>>>>> theirs\n", "joining two versions"),
    # Hyphens and indentation
    k("claim without its hyphen", CLAIMS, r"^  - id: ", "    id: ", "a list item without its hyphen"),
    k("later claim without its hyphen", CLAIMS, r"^(  - (?:.*\n)+?)  - id: ", r"\1    id: ", "its hyphen is missing"),
    k("fact without its hyphen", LAWS, r"^facts:\n  - field:", "facts:\n    field:",
      "a list item without its hyphen"),
    k("bar without its hyphen", FIGURES, r"^  - record", "    record", "a list item without its hyphen"),
    k("hyphen without a space", FIGURES, r"^  - record", "  -record", "needs a space after its hyphen"),
    k("hyphen joined to a key", ORGANISATIONS, r"^  - field", "  -field", "needs a space after its hyphen"),
    k("dash of a word processor", LAWS, r"^  - field", "  – field", "an ordinary hyphen -, not with –"),
    k("bullet", LAWS, r"^  - field", "  • field", "an ordinary hyphen -, not with •"),
    k("full-width hyphen", FUNDING, r"^  - field", "  － field", "an ordinary hyphen -, not with －"),
    k("a space too few", ORGANISATIONS, r"^    (?=value: )", "   ", "in the same column"),
    k("a space too many", ORGANISATIONS, r"^    (?=value: .*[^-]$)", "     ", "this line is indented wrongly"),
    k("a space before a key", QUESTIONS, r"^asks: ", " asks: ", "indented wrongly (it is indented more than line"),
    k("key of a source too deep", SOURCES, r"^  url: ", "   url: ", "indented wrongly (it is indented more than line"),
    k("key of an answer too far left", ANSWERS, r"(answer: fully\n)  (?=sentence: )", r"\1",
      "it is indented more than line", r"answer: .*\nsentence: .*\n(?:    .*\n)*"),
    k("first line of a text too far left", QUESTIONS, r"^(about: >-\n)  ", r"\1", "a key without a colon"),
    k("second line of a text too far left", CLAIMS, r"^(    finding: >-\n      .*\n)      (?=\w+ )", r"\1    ",
      "a key without a colon"),
    k("key of a claim too deep", CLAIMS, r"^    says: ", "      says: ", "it is indented more than line"),
    # Quotation marks, colons and other signs
    k("apostrophe between quotation marks", CLAIMS, SAYS, "    says: 'Canada's aid'", "closed too early"),
    k("quotation within quotation marks", CLAIMS, SAYS, '    says: "It says "yes" to it"', "closed too early"),
    k("quotation never closed", CLAIMS, SAYS, '    says: "It says', "opened and never closed"),
    k("half in quotation marks", CLAIMS, SAYS, '    says: "Yes", it says', "closed too early"),
    k("colon in a text", CLAIMS, SAYS, "    says: The rule: no money", 'a value with ": " in it needs quotation marks'),
    k("colon without a space", CLAIMS, SAYS, r"    says:\1", "a key without a colon and a space after it"),
    k("full-width colon in a claim", CLAIMS, SAYS, r"    says：\1", "the colon ： is full-width"),
    k("ideographic space behind a colon", CLAIMS, SAYS, "    says:\u3000\\1", "the space after the colon is U+3000"),
    k("curly quotation marks and a colon", CLAIMS, SAYS, "    says: “Rule: no money”", "write straight ones"),
    k("brackets in front", CLAIMS, SAYS, "    says: [sic] it is", "is not valid YAML"),
    k("braces of a template", CLAIMS, SAYS, "    says: {{ claim }}",
      "A text with { or [ in front needs quotation marks"),
    k("tag of a template", CLAIMS, SAYS, "    says: {% raw %}", "put the value into quotation marks"),
    k("at sign in front", QUESTIONS, SHORT, "short: @minutes", "put the value into quotation marks"),
    k("number sign in front", QUESTIONS, SHORT, "short: #minutes", "a value with # in it", ""),
    k("number sign inside", QUESTIONS, SHORT, "short: Item #5 of minutes", "put a value with # in it into quotation"),
    k("star in front", QUESTIONS, SHORT, "short: *minutes*", "begins with & or * needs quotation marks"),
    k("ampersand in front", QUESTIONS, SHORT, "short: & minutes", "begins with & or * needs quotation marks"),
    k("exclamation mark in front", QUESTIONS, SHORT, "short: !minutes", "put text into quotation marks"),
    k("percent sign in front", QUESTIONS, SHORT, "short: % of money", "put the value into quotation marks"),
    k("backtick in front", QUESTIONS, SHORT, "short: `minutes`", "put the value into quotation marks"),
    k("bar in front", QUESTIONS, SHORT, "short: | minutes", "begins with | or > needs quotation marks"),
    k("greater-than in front", QUESTIONS, SHORT, "short: > minutes", "begins with | or > needs quotation marks"),
    k("question mark in front", QUESTIONS, SHORT, "short: ? minutes", "begins with ? needs quotation marks"),
    k("hyphen in front", QUESTIONS, SHORT, "short: - minutes", "a list item (-) cannot begin here"),
    k("path of a computer", QUESTIONS, SHORT, r'short: "C:\\docs"', "a backslash must be doubled"),
    k("equals sign for a colon", LAWS, r"^kind: ", "kind = ", "a key without a colon"),
    k("semicolon for a comma", LAWS, FACT, r"  - {field: \1; value: \2, source: \3}\n",
      "a comma or a closing } is missing"),
    k("full-width comma of a fact", FUNDING, FACT, r"  - {field: \1，value: \2, source: \3}\n", "the sign ， is full"),
    k("full-width braces of a fact", FUNDING, FACT, r"  - ｛field: \1, value: \2, source: \3｝\n",
      "the sign ｛ is full-width"),
    k("no comma between keys", LAWS, FACT, r"  - {field: \1 value: \2, source: \3}\n",
      "a comma or a closing } is missing"),
    k("text with a comma in braces", LAWS, FACT,
      r"  - {field: \1, value: aid, trade, source: \3, locator: \4}\n",
      "needs quotation marks"),
    k("brace closed twice", FIGURES, BAR, r"  - {record: \1, field: \2, name: \3}}\n",
      "this } closes a bracket that is not open"),
    k("brace not closed", FIGURES, BAR + r"(?=  - )",
      r"  - {record: \1, field: \2, name: \3\n", "the bracket is opened on line",
      r"^  - .*\n"),
    # What nobody sees
    k("tab behind a key", FIGURES, r"^chart: ", "chart:\t", "is a tab"),
    k("tab in a text", ORGANISATIONS, r"^(summary: >-\n  \w+) ", r"\1\t", "is a tab"),
    k("override of the writing direction", ORGANISATIONS, r"^(summary: >-\n  \w+) ", "\\1 \u202e", "writing direction"),
    k("isolate without an end", ORGANISATIONS, r"^(summary: >-\n  \w+) ", "\\1 \u2067", "writing direction"),
    k("zero-width space in a key", ORGANISATIONS, r"^kind", "kind\u200b", "zero-width character"),
    k("byte order mark inside", ORGANISATIONS, r"^(summary: >-\n  \w+) ", "\\1\ufeff ", "zero-width character"),
    k("null", ORGANISATIONS, r"^(summary: >-\n  \w+) ", "\\1\x00 ", "control character"),
    k("carriage return alone", ORGANISATIONS, r"^(kind: .*)\n", "\\1\r", "lone carriage return"),
    k("vertical tab of a word processor", ORGANISATIONS, r"^(summary: >-\n  \w+) ", "\\1\x0b", "control character"),
    k("line separator of a word processor", ORGANISATIONS, r"^(summary: >-\n  \w+) ", "\\1\u2028", "line separator"),
    k("no-break spaces in front", ORGANISATIONS, r"^  - ", "\u00a0\u00a0- ", "indented with U+00A0"),
    # What is not a record
    k("empty figure", FIGURES, WHOLE, "", "is empty"),
    k("blank lines", FIGURES, WHOLE, "\n\n", "is empty"),
    k("a sentence", FIGURES, WHOLE, "To be written\n", "must be a mapping of keys to values"),
    k("a list", FIGURES, WHOLE, '[{"a": 1}]\n', "must be a mapping of keys to values"),
    k("a page of HTML", FIGURES, WHOLE, "<!DOCTYPE html>\n<p>x</p>\n", "must be a mapping of keys to values"),
    k("a second record", BODIES, r"\Z", "---\nkind: body\n", "a second document begins here", ""),
    k("an end before the end", BODIES, r"\Z", "...\nmore: x\n", "the line ... above ends the file", r"\n\.\.\.\n"),
    k("a directive", BODIES, r"\A", "%YAML 1.1\n---\n", "YAML directives (%) are not used here"),
    k("cut off", FUNDING, r"(^name: \{en: )(?s:.*)\Z", r"\1", "a value is missing here"),
    k("cut off in quotation marks", ORGANISATIONS, r"(value: )(\w+)(?s:.*)\Z", r'\1"\2', "opened and never closed",
      r"value: "),
)  # fmt: skip
"""Mistakes for which a file cannot be read further."""
