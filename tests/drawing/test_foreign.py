"""Words in Han, Kana and Hangul characters have their language, by their script and by the language of their source."""

import pytest

from equal_footing.drawing.foreign import language_of, mark, mark_html


@pytest.mark.parametrize(
    ("run", "likely", "tag"),
    [
        ("第3条", "ja", "ja"),
        ("第三条", "zh-Hans", "zh-Hans"),
        ("第三条", "", "zh-Hans"),
        ("第十条の二", "en", "ja"),
        ("カナ", "zh-Hans", "ja"),
        ("特定非営利活動法人", "en", "ja"),
        ("社会组织", "ja", "zh-Hans"),
        ("你們", "en", "zh-Hant"),
        ("대한민국", "ja", "ko"),
        ("第十二條", "ko", "ko"),
    ],
)
def test_a_word_has_the_language_of_its_script_and_of_its_source(run: str, likely: str, tag: str) -> None:
    assert language_of(run, likely) == tag


def test_a_locator_is_marked_word_by_word_and_nothing_in_it_is_trusted() -> None:
    assert mark("p. 3 <b>, 第3条 and 附則", "ja") == ('p. 3 &lt;b&gt;, <span lang="ja">第3条 and 附則</span>')


def test_han_characters_are_japanese_in_a_line_with_kana_and_chinese_in_the_next() -> None:
    assert mark("出席者 (ヨルダン)\n出席者").splitlines() == [
        '<span lang="ja">出席者</span> (<span lang="ja">ヨルダン</span>)',
        '<span lang="zh-Hans">出席者</span>',
    ]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>No word</p>", "<p>No word</p>"),
        ('<p title="条">the 条</p>', '<p title="条">the <span lang="ja">条</span></p>'),
        ('<q lang="ja">条<b>文</b></q>文', '<q lang="ja">条<b>文</b></q><span lang="ja">文</span>'),
        ('<br>a<img alt="条>">条', '<br>a<img alt="条>"><span lang="ja">条</span>'),
        ("<p>条「COVID-19拡大」 b</p>", '<p><span lang="ja">条「COVID-19拡大」</span> b</p>'),
        ("<p>a 「.b」条</p>", '<p>a 「.b」<span lang="ja">条</span></p>'),
        ("<svg><text>条</text></svg>", '<svg><text><tspan lang="ja">条</tspan></text></svg>'),
        ("<option>条</option><script>条 <p></script>", "<option>条</option><script>条 <p></script>"),
        ('<td data-countries="china">条</td>', '<td data-countries="china"><span lang="zh-Hans">条</span></td>'),
        ('<q lang="ja"><q>条</q>文</q>文', '<q lang="ja"><q>条</q>文</q><span lang="ja">文</span>'),
        ('<b data-open>a</b><i\nlang="ja" id="条">条</i>', '<b data-open>a</b><i\nlang="ja" id="条">条</i>'),
        ("<p alt='a b' hidden lang=\"ja\">条</p>", "<p alt='a b' hidden lang=\"ja\">条</p>"),
        ('<img lang="ja">条<img alt="a < 条">', '<img lang="ja"><span lang="ja">条</span><img alt="a < 条">'),
        ('<SVG><TITLE>条</TITLE><g/>条</SVG>', '<SVG><TITLE>条</TITLE><g/><tspan lang="ja">条</tspan></SVG>'),
        ('<script>"<p lang=ja>条"</script>条', '<script>"<p lang=ja>条"</script><span lang="ja">条</span>'),
        ("<ul><li>条<li>文</ul>", '<ul><li><span lang="ja">条</span><li><span lang="ja">文</span></ul>'),
    ],
)  # fmt: skip
def test_words_of_a_page_are_marked_once_and_where_an_element_may_stand(html: str, shown: str) -> None:
    assert mark_html(html, "en", "ja", lambda place: "zh-Hans" if place == "china" else "") == shown
