"""The words of the interface: a number of things is put as the language of the table puts it."""

from __future__ import annotations

import re

import pytest

from equal_footing.model import messages

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
    with pytest.raises(KeyError, match="files-few"):
        messages.Messages({"files-one": "{number} plik"}, "pl").count("files", 3)


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
