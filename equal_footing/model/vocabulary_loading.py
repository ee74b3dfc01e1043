"""Reads the vocabulary from the documents of `data/vocabulary/`, each code list into terms, and links the lists."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from equal_footing.model.base import validators, values
from equal_footing.model.comparisons import OF_RECORD
from equal_footing.model.fixed_words import FIXED
from equal_footing.model.types import ListedWord
from equal_footing.model.validation import validate
from equal_footing.model.vocabulary import FOLDER, LISTS, MODELS, Vocabulary
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, did_you_mean, one_of

FORMER_LISTS = {"name_sorts": "name_types", "qualifiers": "precisions", "states": "missing"}
"""Former names of code lists, with the present ones."""


def load(documents: list[Document]) -> tuple[Vocabulary | None, list[Problem]]:
    """Build the vocabulary from the documents of `data/vocabulary/`; with any problem there is none."""
    problems: list[Problem] = []
    lists: dict[str, dict[str, Any]] = {}
    for document in documents:
        name = document.file.rsplit("/", 1)[-1].removesuffix(".yml")
        if name not in LISTS:
            hint = did_you_mean(name, LISTS) or one_of(LISTS)
            if name in FORMER_LISTS:
                hint = f" It is called {FORMER_LISTS[name]}.yml now."
            message = f"is not a code list of the vocabulary.{hint}"
            problems.append(document.problem((), message, "vocabulary-file"))
            continue
        lists[name] = {}
        for key, data in document.data.items():
            term, found = validate(MODELS[name], _with_ids(key, data), document, None, (key,))
            lists[name][key] = term
            problems += [_under(problem, "vocabulary-shape") for problem in found]
    for name in LISTS:
        if name not in lists and not problems:
            problems.append(Problem(f"{FOLDER}/{name}.yml", 1, 1, "", "is missing.", "vocabulary-file"))
    if problems:
        return None, problems
    vocabulary = Vocabulary(**lists)
    found = [
        document.problem(path, message, "vocabulary-link") for document, path, message in _links(documents, vocabulary)
    ]
    return (None, found) if found else (vocabulary, [])


def _under(problem: Problem, rule: str) -> Problem:
    """Return a problem as one of another rule."""
    return replace(problem, rule=rule)


def _with_ids(key: str, term: Any) -> Any:
    """Return a term with its key as its id, and likewise its types, columns and filters."""
    if not isinstance(term, dict):
        return term
    inner = {
        name: {code: _with_ids(code, item) for code, item in term[name].items()}
        for name in ("types", "columns", "filters")
        if isinstance(term.get(name), dict)
    }
    return {**term, "id": key, **inner}


def _links(documents: list[Document], vocabulary: Vocabulary) -> list[tuple[Document, Path, str]]:
    """Find words of one code list that another one does not know, and words that a list cannot do without."""
    by_name = {document.file.rsplit("/", 1)[-1].removesuffix(".yml"): document for document in documents}
    found: list[tuple[Document, Path, str]] = [
        (by_name[name], (), f"has no {'kind' if name == 'kinds' else 'word'} {word}. Add it.")
        for name, words in FIXED.items()
        for word in words
        if word not in vocabulary.codes(name)
    ]
    found += [
        (by_name["statuses"], (status.id, "ended"), "is at work and over at once: keep `alive` or `ended`.")
        for status in vocabulary.statuses.values()
        if status.alive and status.ended
    ]
    found += [(by_name["hosts"], path, message) for path, message in _hosts(vocabulary)]
    found += [
        (by_name["comparisons"], (table.id, "brief", number), f'"{column}" is not a column of the table.')
        for table in vocabulary.comparisons.values()
        for number, column in enumerate(table.brief)
        if column not in table.columns
    ]
    found += [
        (
            by_name["comparisons"],
            (table.id, "columns", column),
            f'"{column}" is in the file of every table already. Choose another code for this column.',
        )
        for table in vocabulary.comparisons.values()
        for column in table.columns
        if column.replace("-", "_") in OF_RECORD
    ]
    for name, path, word, target in _words_of_other_lists(vocabulary):
        known = vocabulary.codes(target)
        if word not in known:
            message = f'"{word}" is not in {target}.yml.{did_you_mean(word, known)}'
            found.append((by_name[name], path, message))
    return found


def _hosts(vocabulary: Vocabulary) -> Iterator[tuple[Path, str]]:
    """Yield groups of hosts that do not say what they are, and hosts that are listed twice."""
    seen: set[str] = set()
    for group in vocabulary.hosts.values():
        if group.refused == group.copies:
            yield (group.id,), "needs either `refused: true` or `copies: true`."
        for key, hosts in (("hosts", group.hosts), ("except", group.exceptions)):
            for number, host in enumerate(hosts):
                if "://" in host or host.strip("/.") != host:
                    yield (group.id, key, number), f'"{host}" is not a host. Write example.org or example.org/path.'
                elif host.casefold() in seen:
                    yield (group.id, key, number), f'"{host}" is listed twice. Keep one.'
                seen.add(host.casefold())


def _words_of_other_lists(vocabulary: Vocabulary) -> Iterator[tuple[str, Path, str, str]]:
    """Yield every word in a code list that refers to another list.

    Each with the name of its list, its path in the file, and the name of the list from which it comes.
    """
    for name in LISTS:
        for term in vocabulary.codes(name).values():
            for path, model, key, value in values(term, (term.id,)):
                for listed in validators(type(model), key):
                    if isinstance(listed, ListedWord):
                        yield name, path, value, listed.list_name
    for owner in vocabulary.kinds.values():
        for key, named in (("schema_properties", owner.schema_properties), ("date_words", owner.date_words)):
            for field in named:
                yield "kinds", (owner.id, key, field), field, "fields"
