"""The words of the interface: a number of things is put as the language of the table puts it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.tables import codebook

from ..conftest import ROOT

POLISH = messages.Messages(
    {"files-one": "{number} plik", "files-few": "{number} pliki", "files-many": "{number} plików"}, "pl"
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 plików"),
        (1, "1 plik"),
        (2, "2 pliki"),
        (4, "4 pliki"),
        (5, "5 plików"),
        (12, "12 plików"),
        (22, "22 pliki"),
        (12345, "12\N{NO-BREAK SPACE}345 plików"),
    ],
)
def test_a_number_of_things_has_the_plural_of_the_language(number: int, text: str) -> None:
    assert POLISH.count("files", number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1234, "1,234 records")]
)
def test_english_has_two_forms(number: int, text: str) -> None:
    assert messages.load(ROOT).count("records", number) == text


def test_a_plural_that_the_table_does_not_have_is_noticed() -> None:
    with pytest.raises(KeyError, match=r"^templates/messages/pl\.yml has no message files-few\. Write it\.$"):
        messages.Messages({"files-one": "{number} plik"}, "pl").count("files", 3)


@pytest.mark.parametrize("placeholder", ["{dat}", "{}"])
def test_a_placeholder_that_nobody_fills_is_named_with_its_message_and_those_that_are(placeholder: str) -> None:
    words = messages.Messages({"read-on": f"read on {placeholder}"})
    told = re.escape(f'templates/messages/en.yml: read-on: "read on {placeholder}" cannot be filled: write {{date}}.')
    with pytest.raises(messages.NoWordsError, match=f"^{told}$"):
        words("read-on", date="1 May")


def test_every_message_about_a_number_has_all_forms_of_its_language() -> None:
    found = messages.load(ROOT)
    categories = {*found.locale.plural_form.tags, "other"}
    names = {name for key in found.table if (name := re.sub(r"-(zero|one|two|few|many|other)$", "", key)) != key}
    assert "records" in names
    counted = {name for name in names if f"{name}-other" in found.table}
    assert [key for name in counted for key in {f"{name}-{form}" for form in categories} - set(found.table)] == []


def test_a_script_gets_every_form_with_the_number_left_open() -> None:
    polish = messages.Messages({**POLISH.table, "files-other": "{number} pliku"}, "pl")
    assert polish.forms("files") == [
        ("few", "{number} pliki"),
        ("many", "{number} plików"),
        ("one", "{number} plik"),
        ("other", "{number} pliku"),
    ]


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("records-other", "{nombre} fiches", "{nombre} cannot be filled: the English message has {number}."),
        ("records-other", "{number:,} fiches", "{number:,} cannot be filled: the English message has {number}."),
        ("close", "Fermer {x}", "{x} cannot be filled: the English message has no placeholder."),
        ("records-one", "{number fiche", '"{number fiche" has a brace without its partner.'),
    ],
)
def test_a_placeholder_that_nobody_fills_is_named_with_its_line(tmp_path: Path, key: str, text: str, said: str) -> None:
    folder = tmp_path / messages.FOLDER
    folder.mkdir(parents=True)
    (folder / "en.yml").write_text('records-one: 1 record\nrecords-other: "{number} records"\nclose: Close\n')
    table = {
        "records-one": "une fiche",
        "records-other": "{number} fiches",
        "close": "Fermer",
        "records-many": "fiches",
    }
    (folder / "fr.yml").write_text("".join(f'{name}: "{value}"\n' for name, value in table.items()))
    assert messages.load(tmp_path, "fr").table == table
    (folder / "fr.yml").write_text("".join(f'{name}: "{value}"\n' for name, value in {**table, key: text}.items()))
    os.utime(folder / "fr.yml", ns=(1, 1))  # however fast the disk
    line = [*table].index(key) + 1
    with pytest.raises(ValueError, match=re.escape(f"{messages.FOLDER}/fr.yml:{line}:") + ".*" + re.escape(said)):
        messages.load(tmp_path, "fr")


def test_words_that_do_not_fit_their_file_are_named_with_line_and_remedy(tmp_path: Path, dataset: Dataset) -> None:
    folder = tmp_path / messages.FOLDER
    folder.mkdir(parents=True)
    (folder / "en.yml").write_text("close: Close\nopen: [Open]\n", encoding="utf-8")
    with pytest.raises(messages.WordsError) as table:
        messages.load(tmp_path)
    assert str(table.value) == f"{messages.FOLDER}/en.yml:2:7 open: must be a text."
    text = (
        (ROOT / codebook.NAME).read_text(encoding="utf-8").replace("    title: Relations\n", "    titel: Relations\n")
    )
    (tmp_path / codebook.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(messages.WordsError) as book:
        codebook.load(tmp_path, dataset.vocabulary)
    line = text.splitlines().index("    titel: Relations") + 1
    assert str(book.value).splitlines() == [
        f"{codebook.NAME}:{line}:5 tables.relations.titel: is not a key here. Delete it, or correct its name.",
        f"{codebook.NAME}:{line}:5 tables.relations.title: is missing. Write it.",
    ]
