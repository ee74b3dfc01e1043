"""Words that a reader may take for each other become the same word; `test_search.py` tests the browser's twin."""

from __future__ import annotations

import re

import pytest

from equal_footing.search import folding


def words(text: str) -> list[str]:
    return folding.words(folding.fold(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Égalité", "EGALITE"),
        ("cœur", "coeur"),
        ("organisations", "organization"),
        ("programmes", "program"),
        ("labour", "labor"),
        ("centres", "center"),
        ("defence", "defense"),
        ("dialogues", "dialog"),
        ("policies", "policy"),
        ("processes", "process"),
        ("Women's", "women"),
        ("co-operation", "cooperation"),
        ("non-governmental", "non governmental"),
        ("non-governmental", "nongovernmental"),
        ("ＮＧＯ", "ngo"),
        ("社會團體", "社会团体"),
        ("外務省", "外务省"),
        ("發展", "発展"),
        ("ジャパン・プラットフォーム", "ジャパンプラットフォーム"),
        ("草の根・人間", "草の根 人間"),
        ("ｼﾞｬﾊﾟﾝ", "ジャパン"),
        ("くさのね", "クサノネ"),
        ("NGOs, CSOs", "NGO, CSO"),
        ("U.N.", "UN"),
        ("10 000 and 1 000\u202f000", "10,000 and 1,000,000"),
        ("Japanese", "Japan"),
        ("Chinese", "China"),
        ("Canadians", "Canada"),
        ("Indonesian", "Indonesia"),
        ("Ukrainian", "Ukraine"),
        ("European", "Europe"),
        ("日本non-profit", "日本 nonprofit"),
        ("国e.g.国", "国 eg. 国"),
        ("Women's中", "Women's 中"),
    ],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("law", "lay"),
        ("2008 117", "2008117"),
        ("fund", "found"),
        ("がく", "かく"),
        ("news", "status"),
        ("Niger", "Nigeria"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_runs_of_characters_become_pairs_and_stand_beside_words() -> None:
    assert words("日本NGO連携") == ["日本", "ngo", "连携"]
    assert words("連携推進") == ["连携", "携推", "推进"]
    assert words("省") == ["省"]


def test_names_and_numbers_give_pairs_and_other_words_do_not() -> None:
    assert list(folding.pairs("It pays the Council for International Cooperation of Toronto a part.")) == [
        "council+international",
        "international+cooperation",
        "cooperation+toronto",
    ]
    assert list(folding.pairs("S.C. 2008, c. 17\nBill C-293")) == ["sc+2008", "2008+c", "c+17", "bill+c", "c+293"]


def test_rules_are_written_in_what_python_and_javascript_share() -> None:
    patterns = [pattern for pattern, _ in (*folding.TEXT, *folding.WORD)]
    assert [pattern for pattern in patterns if re.search(r"\(\?[^:=!]|\\[wWdDsS]|\\Z|\\A", pattern)] == []


def test_the_browser_gets_only_variants_of_characters_that_pages_hold() -> None:
    rules = folding.rules({"团", "体"})
    assert set(str(rules["to"])) == {"团", "体"}
    assert "團" in str(rules["from"])
    assert "発" not in str(rules["from"])


def test_a_word_that_says_nothing_says_nothing_in_the_form_in_which_words_are_compared() -> None:
    assert {*folding.words("where were there have does my your our dans")} <= folding.STOP


def test_a_message_of_the_check_has_neither_what_it_quotes_nor_the_rule_behind_it() -> None:
    assert folding.message('fact 2, source: the source "mofa-2023" does not exist. [source-unknown]') == (
        words("fact 2 source the source does not exist")
    )
