"""Texts are Markdown from which nothing can run; citations are taken out of them with key and locator."""

from __future__ import annotations

import pytest

from equal_footing.model.text import Cited, citations, html_tag, links, phrase, plain, render, without_citations


def shown(text: str, inline: bool = True) -> str:
    """Render with the plainest marks and with targets as they are."""
    return render(text, lambda cited: f"<sup>{len(cited)}</sup>", lambda target: target, inline)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("![x](https://elsewhere.example/x.png)", '!<a href="https://elsewhere.example/x.png">x</a>'),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](JaVaScRiPt:alert(1))", "[x](JaVaScRiPt:alert(1))"),
        ("[x](java&#115;cript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](data:text/html,x)", "[x](data:text/html,x)"),
        ("[x](vbscript:x)", "[x](vbscript:x)"),
        ("<javascript:alert(1)>", "&lt;javascript:alert(1)&gt;"),
        ('[x](/a/ "t\\" onclick=\\"y")', '<a href="/a/" title="t&quot; onclick=&quot;y">x</a>'),
        ('[x](/a"onclick="y)', '<a href="/a%22onclick=%22y">x</a>'),
        ("\"quoted\" & 'so' <b", "&quot;quoted&quot; &amp; 'so' &lt;b"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
    ],
)
def test_nothing_in_a_text_can_run(text: str, html: str) -> None:
    assert shown(text) == html


def test_a_block_of_html_is_shown_as_text() -> None:
    assert shown("<div>\n<b>x</b>\n</div>\n", inline=False) == (
        "<p>&lt;div&gt;\n&lt;b&gt;x&lt;/b&gt;\n&lt;/div&gt;</p>\n"
    )


def test_a_text_is_markdown() -> None:
    assert shown("*one* and [two](/japan/)") == '<em>one</em> and <a href="/japan/">two</a>'


def test_a_link_leads_where_the_page_says() -> None:
    assert render("[a](/japan/)", lambda cited: "", lambda target: f"..{target}", inline=True) == (
        '<a href="../japan/">a</a>'
    )


def test_the_mark_of_a_citation_stands_at_the_word_before_it() -> None:
    assert shown("It says so [@atlas, p. 1; @gazette, Article 2].") == "It says so<sup>2</sup>."


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("None here, not even @atlas or [atlas].", []),
        ("So [@atlas, p. 1].", [Cited("atlas", "p. 1")]),
        ("So [@atlas].", [Cited("atlas", "")]),
        ("So [@atlas, pp. 1, 3 and 5].", [Cited("atlas", "pp. 1, 3 and 5")]),
        ("So [@atlas, 第3条; @gazette, p. 2].", [Cited("atlas", "第3条"), Cited("gazette", "p. 2")]),
        ("So [@atlas, p. 1; p. 2].", [Cited("atlas", "p. 1; p. 2")]),
        ("So [@a, p. 1] and [@b, p. 2].", [Cited("a", "p. 1"), Cited("b", "p. 2")]),
        ("So [@Atlas p. 1].", [Cited("Atlas p. 1", "")]),
    ],
)
def test_citations_are_found_with_their_locators(text: str, cited: list[Cited]) -> None:
    assert list(citations(text)) == cited


def test_a_description_leaves_citations_out() -> None:
    assert without_citations("It says so [@atlas, p. 1], and more [@b, p. 2].") == "It says so, and more."


def test_links_are_found_with_their_targets() -> None:
    assert list(links("See [a](/japan/) and [b](https://b.example/x).")) == ["/japan/", "https://b.example/x"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a < b and c > d", None),
        ("<3", None),
        ("a <b>c</b>", "<b>"),
        ("</div>", "</div>"),
        ("<br/>", "<br/>"),
        ("<!-- x -->", "<!--"),
        ("<script src=x>", "<script src=x>"),
    ],
)
def test_what_looks_like_html_is_found(text: str, tag: str | None) -> None:
    assert html_tag(text) == tag


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("See [the fund](/a/b/), *now* **here**.", "See the fund, now here."),
        ("It is so [@atlas, p. 3; @gazette], they say.", "It is so, they say."),
        ('He said "no" (twice) [sic].', 'He said "no" (twice) [sic].'),
        ("One line\nand another &amp; a <b>tag</b>.", "One line and another & a <b>tag</b>."),
        ("At <https://x.example/a_b_c>, 2 * 3 * 4.", "At https://x.example/a_b_c, 2 * 3 * 4."),
        (r"A \*star\* and `code`.", "A *star* and code."),
    ],
)
def test_a_text_in_plain_words_has_no_markdown(source: str, words: str) -> None:
    assert plain(source) == words


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("It pays for ships.", "It pays for ships"),
        ("Three of CIDA.", "Three of CIDA"),
        ("It calls itself “open”.", "It calls itself “open”"),
        ("Ships, boats etc.", "Ships, boats etc."),
        ("It met. It went on.", "It met. It went on."),
        ("A list", "A list"),
        ("Act [No. 5](/a/).", "Act [No. 5](/a/)."),
    ],
)
def test_a_single_sentence_loses_its_full_stop(said: str, shown: str) -> None:
    assert phrase(said) == shown
