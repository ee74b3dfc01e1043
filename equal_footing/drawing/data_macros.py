"""The macros that draw the pages about the data as files: the downloads, and the code book; each function is one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from equal_footing.citation.exports import FOLDER
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.export import catalogue, downloads
from equal_footing.model.messages import LANGUAGE
from equal_footing.model.vocabulary import LISTS
from equal_footing.tables import code_rows, codebook
from equal_footing.tables.shown_columns import CONVERTED, FIELD, OWN, column_name, file_of
from equal_footing.tables.table import Column
from equal_footing.tables.wide_columns import PARTS, VALUE

EXAMPLES = ("grants", "laws", "sources")
"""The questions that the examples answer, by the names of their files in `templates/examples/`."""
TOOLS = (("pandas", "py"), ("DuckDB", "sql"), ("R", "R"))
"""What the examples are written for, with the ending of their files."""


class TableView(NamedTuple):
    """A table on the page of the downloads: its name, title and content, how many rows, its files, and its address.

    `parquet` is empty for a wide table, which is published as CSV alone.
    """

    name: str
    title: str
    about: str
    rows: int
    csv: str
    parquet: str
    address: str


class ColumnView(NamedTuple):
    """A column in the code book: what it means, the address of its code list, the table it joins, and its address.

    `parts` are the columns beside it, which say more of the same fact.
    """

    column: Column
    about: str
    codes: str
    joins: str
    joins_address: str
    parts: tuple[Column, ...] = ()


def data(page: PageRenderer) -> Markup:
    """The data as files."""
    words, views = page.views.words, page.views
    tables = [table for table, _ in page.renderer.outline.tables]
    found = downloads.downloads(tables, page.renderer.book, words)
    kinds = [kind.plural for kind in page.dataset.folder_kinds]
    page.described = catalogue.dataset(page.item, views.facts, found, page.renderer.citing.site_url, words, kinds)
    shown, folder = list(_tables(page)), page.renderer.root / "templates/examples"
    return page.draw(
        "pages/data.html.j2",
        zip=downloads.ZIP,
        sqlite=downloads.SQLITE,
        package=downloads.PACKAGE,
        catalogue=catalogue.DCAT,
        tables=[table for table in shown if table.parquet],
        wide=[table for table in shown if not table.parquet],
        examples=[
            (name, [(tool, (folder / f"{name}.{end}").read_text(encoding="utf-8")) for tool, end in TOOLS])
            for name in EXAMPLES
        ],
        language=LANGUAGE,
    )


def _tables(page: PageRenderer) -> Iterator[TableView]:
    book = page.renderer.book
    for table, rows in page.renderer.outline.tables:
        address = codebook.table_address(table.name)
        # what holds for every wide table is said once above them, and on the page of each in the code book
        about = page.dataset.vocabulary.kinds[table.kind].about if table.kind else book.about(table)
        yield TableView(table.name, book.title(table), about, rows, table.csv, table.parquet, address)


def code_book(page: PageRenderer) -> Markup:
    """The code book: all tables, the reasons for a missing value, units, languages, and the other code lists."""
    vocabulary = page.dataset.vocabulary
    elsewhere, book = [name for name in LISTS if name not in (*code_rows.IN_BOOK, "missing")], page.renderer.book
    return page.draw(
        "pages/code_book.html.j2",
        tables=list(_tables(page)),
        missing=vocabulary.missing.values(),
        units=list(code_rows.units_rows(vocabulary, book.words.percent)),
        languages=vocabulary.languages.values(),
        lists=[(name, code_rows.address(name), len(vocabulary.codes(name))) for name in elsewhere],
        of_each=[(part, book.words.parts[part].format(field="…").removeprefix("…: ")) for part in (FIELD, *CONVERTED)],
        compared=[
            (table, file_of(table), [(column_name(one), one) for one in table.columns.values()])
            for table in vocabulary.comparisons.values()
        ],
        own=[(file, file.removesuffix(".csv"), book.words.shown[file]) for file in OWN],
        language=LANGUAGE,
    )


def code_book_table(page: PageRenderer, name: str) -> Markup:
    """A table in the code book, column by column; it says once what the columns of each field say about a fact."""
    table, rows = next(item for item in page.renderer.outline.tables if item[0].name == name)
    book = page.renderer.book
    of_field = defaultdict(list)
    for column in table.columns:
        if column.part not in ("", VALUE):
            of_field[column.field].append(column)
    parts = {column.part: column for part in PARTS for column in table.columns if column.part == part.name}
    return page.draw(
        "pages/code_book_table.html.j2",
        table=table,
        title=book.title(table),
        about_table=book.about(table),
        rows=rows,
        file=f"{FOLDER}/{table.csv}",
        columns=[
            _column(column, book.column(table, column), table.joined_by(column), of_field.get(column.field, ()))
            for column in table.columns
            if column.part in ("", VALUE)
        ],
        parts=[_column(column, book.part(column), table.joined_by(column)) for column in parts.values()],
        language=LANGUAGE,
    )


def _column(column: Column, about: str, joins: str, parts: Iterable[Column] = ()) -> ColumnView:
    codes = code_rows.address(column.codes) if column.codes else ""
    address = codebook.table_address(joins) if joins else ""
    return ColumnView(column, about, codes, joins, address, tuple(parts))
