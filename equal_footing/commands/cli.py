"""The command line: `python -m equal_footing check`, and `edition 2026.11`."""

import argparse
import contextlib
import datetime
import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from equal_footing.changes import diff_report, edition_files, git_data, make_edition, promises
from equal_footing.check import catalogue
from equal_footing.check.run import ask, facts_checked, load_checked
from equal_footing.form import files as form
from equal_footing.model import address_list, kept_documents, messages
from equal_footing.model.dataset import Dataset
from equal_footing.reading.characters import spelt_out
from equal_footing.reading.problems import (
    CommandError,
    DataError,
    Problem,
    along_with,
    did_you_mean,
    one_of,
    quote,
    tidy,
)
from equal_footing.scaffold.country import new_country
from equal_footing.scaffold.record import new_record
from equal_footing.schema import files as schema_files
from equal_footing.sitemap import addresses
from equal_footing.statement.facts import Facts
from equal_footing.views import worklist

NAMED = 3
"""At most this many files are named as those that may have other problems."""


DISK = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EIO}
"""Faults of the disk, and not of this program: it may only be read, is full, or fails."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return the exit code.

    It is 0 when all is well, 1 when the data have problems or the command failed, 130 when the user stopped it.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a sign shows its number
    options = _parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except DataError as error:
        return report_problems(error.problems, error.hidden)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno not in DISK:
            raise
        print(f"{error.filename or options.root} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="equal_footing", description="Work with the data of Equal Footing.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder that holds data/ (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int | None], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about)
        added.set_defaults(run=run)
        return added

    command("check", check, "check the data and list every problem")
    command("site", site, "check the data and build the site, complete or not at all")
    command("fix", fix, "put the files of data/ into their form")
    command("schemas", schemas, "write the JSON Schemas for editors into schemas/")
    added = command("edition", edition, "freeze facts and pages as an edition, which never changes")
    added.add_argument("name", help="year and month, such as 2026.11")
    added = command("todo", todo, "list what is still to do in a place")
    added.add_argument("place", help="the folder of the place, such as japan")
    added = command("explain", explain, "explain a rule of the check, with an example")
    added.add_argument("rule", help="the word in brackets behind a problem, such as period")
    added = command("country", country, "begin the folder of a country")
    added.add_argument("code", help="its ISO 3166-1 code, such as KR")
    added.add_argument("--name", help="its English name, where the usual one does not fit")
    added = command("record", record, "begin a record")
    added.add_argument("country", help="the name of its folder in data/")
    added.add_argument("kind", help="such as funding-scheme")
    added.add_argument("name", help="its name, in English or in its own language")
    added.add_argument("--slug", help="the name of its file, where the name has no letters a to z")
    added = command("diff", diff, "say what has changed in the data since a commit")
    added.add_argument("base", help="a branch, a tag or a commit, such as main")
    added.add_argument("--markdown", action="store_true", help="as Markdown, for a comment")
    added.add_argument("--limit", type=int, default=60_000, help="characters of Markdown at most (default: 60000)")
    return parser


def country(options: argparse.Namespace) -> None:
    """Begin the folder of a country, and print its files and what a contributor should know of them."""
    made = new_country(options.root, options.code, datetime.date.today(), options.name)
    print(*map(os.path.relpath, made.files), *made.notes, sep="\n")


def record(options: argparse.Namespace) -> None:
    """Begin a record, and print its file."""
    today = datetime.date.today()
    file = new_record(options.root, options.country, options.kind, options.name, today, options.slug)
    print(os.path.relpath(file))


def check(options: argparse.Namespace) -> None:
    """Print every problem of the data, one a line, then their number; or what it asks about, and what was checked."""
    _checked(options.root)


def site(options: argparse.Namespace) -> None:
    """Check the data, and build the site of them; prints a line when it is too large for some hosts."""
    from equal_footing.mkdocs_site import site as finished  # MkDocs takes long to load, and no other command needs it
    from equal_footing.mkdocs_site import site_folder

    advice = site_folder.advice(finished.make(options.root, lambda: _checked(options.root)))
    if advice:
        print(advice)


def _checked(root: Path) -> Facts:
    """Return the facts of data without problems, and print what they hold; raises DataError when there are any.

    Problems of the editions are among them.
    """
    damaged = edition_files.check(root)
    with along_with(damaged):
        checked = facts_checked(root, kept_documents.store(root), partial(addresses.gone_records, root))
    dataset = checked.dataset
    found = [*damaged, *_promises(root, dataset), *form.check(dataset)]
    if found:
        raise DataError(found)
    if (root / schema_files.FOLDER).is_dir():
        with contextlib.suppress(OSError):  # of a folder that may only be read
            schema_files.write(root)
    asked = ask(checked)
    for question in asked:
        print(catalogue.told(question))
    if asked:
        print("Questions stop nothing. Mend what is wrong; of what is right say why: `certain: {<the word>: ...}`.")
    questions = f", {count(len(asked), 'question')}" if asked else ""
    facts = sum(len(entry.record.current) for entry in dataset.entries.values())
    counted = (count(len(dataset.entries), "record"), count(facts, "fact"), count(len(dataset.sources), "source"))
    print(f"{', '.join(counted)}: no problems{questions}.", flush=True)
    return checked


def _promises(root: Path, dataset: Dataset) -> list[Problem]:
    """Find where data without other problems break what the editions have promised, once there are any."""
    return promises.check(root, dataset, messages.load(root)) if address_list.files(root) else []


def fix(options: argparse.Namespace) -> int:
    """Format the files of `data/`; prints those that were rewritten, and the first place that hinders each other one.

    What is wrong there is for the check to report, except files that cannot be written.
    """
    fixed = form.fix(options.root)
    for file in fixed.files:
        print(file)
    print(f"{count(len(fixed.files), 'file')} rewritten.")
    unwritten = [problem for problem in fixed.problems if problem.rule == form.RULE]
    hindered = {problem.file: problem for problem in reversed(fixed.problems) if problem not in unwritten}
    for file, problem in sorted(hindered.items()):
        print(f"{file}:{problem.line}:{problem.column} hinders make fix.")
    if hindered:
        print("Files with mistakes were left as they are: make check says what is wrong there.", file=sys.stderr)
    if unwritten:
        report_problems(unwritten)
    return 1 if fixed.problems else 0


def report_problems(problems: Iterable[Problem], hidden: Sequence[str] = ()) -> int:
    """Print every problem, one a line, then their number and how to have one explained; returns 1.

    `hidden` are the files about which more may be reported once their problems are mended.
    """
    found = tidy(problems)
    for problem in found:
        print(catalogue.told(problem))
    print(f"{count(len(found), 'problem')} found.", file=sys.stderr)
    if hidden:
        more = f" and {count(len(hidden) - NAMED, 'other file')}" if len(hidden) > NAMED else ""
        named = spelt_out(", ".join(hidden[:NAMED]))
        print(f"Check again once they are mended: {named}{more} may have others.", file=sys.stderr)
    print(f"The words in brackets name the rules: make explain RULE={found[0].rule}", file=sys.stderr)
    return 1


def edition(options: argparse.Namespace) -> None:
    """Make an edition, and print its folder."""
    try:
        folder = make_edition.make(options.root, options.name, datetime.date.today(), form.check)
    except OSError as error:
        raise CommandError(f"the edition cannot be written: {error}") from error
    print(f"{folder.relative_to(options.root)} is made; commit it.")


def todo(options: argparse.Namespace) -> None:
    """Print what is still to do in a place."""
    dataset = load_checked(options.root, kept_documents.store(options.root))
    if options.place not in dataset.places:
        hint = did_you_mean(options.place, dataset.places) or one_of(dataset.places)
        raise CommandError(f"There is no place {quote(options.place)}.{hint}")
    tasks = worklist.todo(Facts(dataset), options.place, datetime.date.today())
    print(worklist.printed(tasks, messages.load(options.root)))


def schemas(options: argparse.Namespace) -> None:
    """Write the schemas for editors, and print the names of those that changed."""
    print("\n".join(schema_files.write(options.root)) or f"{schema_files.FOLDER}/ is up to date.")


def diff(options: argparse.Namespace) -> None:
    """Print how the content of the data differs from that of a commit, as text or as Markdown of limited length.

    The data must have no problems; those of the commit are compared as far as they can be read.
    """
    new = load_checked(options.root, kept_documents.store(options.root))
    was = git_data.read(options.root, options.base)
    limit = options.limit if options.markdown else None
    print(diff_report.report(options.root, options.base, was, new, limit))


def explain(options: argparse.Namespace) -> None:
    """Print the explanation of a rule."""
    try:
        print(catalogue.printed(catalogue.load(options.root), options.rule))
    except LookupError as error:
        raise CommandError(error.args[0]) from error


def count(number: int, what: str) -> str:
    """Return a number with its noun, in singular or plural."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
