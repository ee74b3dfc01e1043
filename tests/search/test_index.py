"""The index: pieces that are named by what they hold, and what a word weighs on a page."""

from __future__ import annotations

import json

import pytest

from equal_footing.search import folding, index
from equal_footing.search.contents import Section
from equal_footing.search.entries import PageEntry


def entry(address: str, *names: str, text: str = "", heading: str = "") -> PageEntry:
    sections = (Section("", "", ""), Section("more", heading, text))
    return PageEntry(address, names, "Law", "Japan", "", sections)


FUND = entry("fund/", "Sea Fund", "海の基金", text="Ships and Money. Why money?", heading="Money")
OTHER = entry("other/", "An Office of the Sea, Harbours and Funds")


def test_a_name_weighs_more_than_a_heading_and_a_heading_more_than_the_text() -> None:
    found = index.hits(FUND)
    assert found["sea"][0] > found["money"][0] > found["ship"][0]
    assert found["money"][1] == 1
    assert found["sea"][1] == 0


def test_a_word_weighs_more_in_a_short_name() -> None:
    assert index.hits(FUND)["fund"] > index.hits(OTHER)["fund"]


def test_words_that_say_nothing_are_left_out() -> None:
    assert {"and", "the", "of", "an"} & {*index.hits(FUND), *index.hits(OTHER)} == set()


def test_every_word_is_found_through_the_files_as_the_browser_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "PIECE", 20)  # many pieces
    pages = [FUND, OTHER]
    files = index.files(list(map(index.indexed, pages)))
    whole = json.loads(files[index.INDEX])
    words = json.loads(files[whole["words"]])
    assert len(words["pieces"]) > 2
    assert len(whole["pairs"]) > 1
    found: dict[str, list[int]] = {}
    for number, word in enumerate(words["words"].split(" ")):
        piece = max(at for at, start in enumerate(words["starts"]) if start <= number)
        found[word] = json.loads(files[words["pieces"][piece]])[number - words["starts"][piece]]
    for pair in ("海ノ", "ノ基", "基金", "ship+money"):
        number = 0
        for char in pair:
            number = (31 * number + ord(char)) % 65_521
        found[pair] = json.loads(files[whole["pairs"][number % len(whole["pairs"])]])[pair]
    for word, numbers in found.items():
        page = 0
        for step, weight, section in zip(*[iter(numbers)] * 3, strict=True):
            page += step
            assert index.hits(pages[page])[word] == (weight, section)
    assert set(found) == {*index.hits(FUND), *index.hits(OTHER)}


def test_the_same_pages_give_the_same_files_and_other_pages_other_names() -> None:
    assert index.files([index.indexed(FUND)]) == index.files([index.indexed(FUND)])
    assert set(index.files([index.indexed(FUND)])) & set(index.files([index.indexed(OTHER)])) == {index.INDEX}


def test_a_message_stands_behind_the_page_and_the_part_that_explain_it() -> None:
    rule = PageEntry(
        "rules/", ("Rules",), "Page", "", "", (Section("", "", ""), Section("tab", "", "", ("a tab is here.",)))
    )
    files = index.files([index.indexed(FUND), index.indexed(rule)])
    (name,) = json.loads(files[index.INDEX])["messages"]
    assert json.loads(files[name]) == [[1, 1, " ".join(folding.message("a tab is here"))]]


def test_a_key_leads_to_the_page_of_the_guide_that_names_it_most_often() -> None:
    parts = (Section("", "", ""), Section("time", "", ""))
    pages = [
        PageEntry(address, ("x",), "Page", "", "", parts, keys=(("as_of", anchor, times),))
        for address, anchor, times in [("about/", "", 9), ("contribute/a/", "", 1), ("contribute/b/", "time", 2)]
    ]
    assert json.loads(index.files(list(map(index.indexed, pages)))[index.INDEX])["keys"] == {"as_of": [2, 1]}


def test_a_key_of_the_data_is_a_word_besides_its_parts() -> None:
    found = index.hits(entry("api/", "API", text="`schema_version`、中as_of中"))
    assert {"schema_version", "as_of", *folding.words("schema version")} <= found.keys()
