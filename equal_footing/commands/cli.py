"""The command line: `python -m equal_footing check`, and `edition 2026.11`, and `links site`."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from equal_footing.changes import diff_report, git_data, make_edition
from equal_footing.check import catalogue
from equal_footing.check.run import load_checked
from equal_footing.form import files as form
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.reading.problems import DataError, Problem, did_you_mean, one_of, quote
from equal_footing.scaffold.country import Made, new_country
from equal_footing.scaffold.errors import ScaffoldError
from equal_footing.scaffold.record import new_record
from equal_footing.schema import writing
from equal_footing.sitemap import addresses
from equal_footing.sitemap.links import broken
from equal_footing.statement.stated import Facts
from equal_footing.views import worklist


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 when all is well, 1 when the data has problems."""
    parser = argparse.ArgumentParser(prog="equal_footing", description="Work with the data of Equal Footing.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder that holds data/ (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the data and list every problem")
    commands.add_parser("fix", help="put the files of data/ into their form")
    linked = commands.add_parser("links", help="check the links and anchors of a built site")
    linked.add_argument("site", type=Path)
    frozen = commands.add_parser("edition", help="freeze facts and pages as an edition, which never changes")
    frozen.add_argument("name", help="year and month, such as 2026.11")
    listed = commands.add_parser("todo", help="list what is still to do in a place")
    listed.add_argument("place", help="the folder of the place, such as japan")
    commands.add_parser("schemas", help="write the JSON Schemas for editors into schemas/")
    begun = commands.add_parser("country", help="begin the folder of a country")
    begun.add_argument("code", help="its ISO 3166-1 code, such as KR")
    begun.add_argument("--name", help="its English name, where the usual one does not fit")
    record = commands.add_parser("record", help="begin a record")
    record.add_argument("country", help="the name of its folder in data/")
    record.add_argument("kind", help="such as funding-scheme")
    record.add_argument("name", help="its name, in English or in its own language")
    record.add_argument("--slug", help="the name of its file, where the name has no letters a to z")
    differing = commands.add_parser("diff", help="say what has changed in the data since a commit")
    differing.add_argument("base", help="a branch, a tag or a commit, such as main")
    differing.add_argument("--markdown", action="store_true", help="as Markdown, for a comment")
    differing.add_argument("--limit", type=int, default=60_000, help="characters of Markdown at most (default: 60000)")
    asked = commands.add_parser("explain", help="explain a rule of the check, with an example")
    asked.add_argument("rule", help="the word in brackets behind a problem, such as period")
    options = parser.parse_args(arguments)
    match options.command:
        case "links":
            return links(options.site)
        case "edition":
            return edition(options.root, options.name)
        case "todo":
            return todo(options.root, options.place)
        case "country":
            return begin(lambda: new_country(options.root, options.code, datetime.date.today(), options.name))
        case "schemas":
            return schemas(options.root)
        case "fix":
            return fix(options.root)
        case "diff":
            return diff(options.root, options.base, options.limit if options.markdown else None)
        case "explain":
            return explain(options.root, options.rule)
        case "record":
            return begin(lambda: Made((_new_record(options),), ()))
    return check(options.root)


def _new_record(options: argparse.Namespace) -> Path:
    today = datetime.date.today()
    return new_record(options.root, options.country, options.kind, options.name, today, options.slug)


def begin(make: Callable[[], Made]) -> int:
    """Begin a country or a record, and print its files and what there is to know; or say why it cannot be."""
    try:
        made = make()
    except ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    print(*map(os.path.relpath, made.files), *made.notes, sep="\n")
    return 0


def check(root: Path) -> int:
    """Print every problem of the data, one a line, then their number; or what was checked."""
    try:
        dataset = load_checked(root)
        found = [*_addresses(root, dataset), *form.check(dataset), *_schemas(root)]
        if found:
            raise DataError(found)
    except DataError as error:
        return tell(error)
    facts = sum(len(entry.record.current) for entry in dataset.entries.values())
    counted = (count(len(dataset.entries), "record"), count(facts, "fact"), count(len(dataset.sources), "source"))
    print(f"{', '.join(counted)}: no problems.")
    return 0


def _addresses(root: Path, dataset: Dataset) -> list[Problem]:
    """Find published addresses that sound data has lost."""
    return addresses.check(root, dataset, messages.load(root)) if address_list.files(root) else []


def _schemas(root: Path) -> Iterator[Problem]:
    """Find schemas that are not what the models and the vocabulary give."""
    if (root / writing.FOLDER).is_dir():
        for name in writing.stale(root):
            yield Problem(f"{writing.FOLDER}/{name}", 1, 1, "", "is out of date. Run make schemas.", "schema")


def fix(root: Path) -> int:
    """Put the files of `data/` into their form; names those that were rewritten, and those that could not be read."""
    try:
        fixed = form.fix(root)
    except DataError as error:
        return tell(error)
    for file in fixed.files:
        print(file)
    print(f"{count(len(fixed.files), 'file')} rewritten.")
    if fixed.problems:
        print("Files with these problems were left as they are:", file=sys.stderr)
        return tell(DataError(fixed.problems))
    return 0


def tell(error: DataError) -> int:
    """Print every problem, one a line, then their number and how to have one explained; returns 1."""
    for problem in error.problems:
        print(catalogue.told(problem))
    print(f"{count(len(error.problems), 'problem')} found.", file=sys.stderr)
    print(f"The words in brackets name the rules: make explain RULE={error.problems[0].rule}", file=sys.stderr)
    return 1


def edition(root: Path, name: str) -> int:
    """Make an edition, or say why it cannot be made."""
    try:
        folder = make_edition.make(root, name, datetime.date.today())
    except (DataError, make_edition.EditionError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"the edition cannot be written: {error}", file=sys.stderr)
        return 1
    print(f"{folder.relative_to(root)} is made; commit it.")
    return 0


def todo(root: Path, place: str) -> int:
    """Print what is still to do in a place, or say why that cannot be told."""
    try:
        dataset = load_checked(root)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    if place not in dataset.places:
        hint = did_you_mean(place, dataset.places) or one_of(dataset.places)
        print(f"There is no place {quote(place)}.{hint}", file=sys.stderr)
        return 1
    print(worklist.printed(worklist.todo(Facts(dataset), place, datetime.date.today()), messages.load(root)))
    return 0


def schemas(root: Path) -> int:
    """Write the schemas for editors, and name those that changed."""
    try:
        changed = writing.write(root)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(changed) or f"{writing.FOLDER}/ is up to date.")
    return 0


def diff(root: Path, base: str, limit: int | None) -> int:
    """Print what the data say now and did not say at a commit; as Markdown of so many characters where `limit` is set.

    The data have to be free of problems; those of the commit are compared as far as they can be read.
    """
    try:
        new = load_checked(root)
        was = git_data.read(root, base)
    except DataError as error:
        return tell(error)
    except git_data.CommitError as error:
        print(error, file=sys.stderr)
        return 1
    found = diff_report.report(root, base, was, new)
    print(diff_report.text(found) if limit is None else diff_report.markdown(found, limit))
    return 0


def explain(root: Path, rule: str) -> int:
    """Explain a rule, or say that there is none of this name."""
    try:
        print(catalogue.printed(catalogue.load(root), rule))
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
        return 1
    return 0


def links(site: Path) -> int:
    """Print every broken link of a built site."""
    found = list(broken(site, os.environ.get("EQUAL_FOOTING_URL", "https://equal-footing.example/")))
    for line in found:
        print(line)
    if found:
        print(f"{count(len(found), 'broken link')} found.", file=sys.stderr)
    return 1 if found else 0


def count(number: int, what: str) -> str:
    """Return a number with its noun, in singular or plural."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
