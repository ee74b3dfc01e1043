"""What a page says is read; what stands around it is not."""

from __future__ import annotations

from equal_footing.search.contents import Section, headings, keys, sections

PAGE = """
<h1>Sea Fund</h1>
<p class="ef-line" data-search-exclude>Facts reviewed <span>today</span></p>
<p>Pays for <b>pro</b>jects<sup class="ef-marks"><a href="#note-1">1</a></sup> &amp; ships, <br>see https://sea.example/x.</p>
<nav><p>Menu</p><nav>inner</nav></nav>
<form><label>Japan</label></form>
<h2 id="money">Money<a class="headerlink" href="#money">¶</a></h2>
<dl><dt>Ceiling</dt><dd>5 &lt; 6 <a class="ef-anchor" href="#x">#</a></dd></dl>
<h2>Unnamed</h2>
<div class="ef-notes ef-notes-here"><div>Atlas</div> of Atlantis</div>
<svg><text>12</text></svg>
<h3 id="ships">Ships</h3>
<details class="ef-fold" id="old"><summary><h2>Earlier</h2> 3</summary><p>Four</p></details>
<h3 id="atlantis" data-search-name="Atlantis: &quot;Yes&quot;">Atlantis</h3><p>Five</p>
<h2 id="rest" data-search-name="">All</h2>
<section class="ef-notes"><h2 id="notes">Notes</h2></section>
"""


def test_sections_hold_the_text_below_their_heading() -> None:
    assert sections(PAGE) == [
        Section("", "", "Sea Fund\nPays for projects & ships,\nsee"),
        Section("money", "Money", "Ceiling\n5 < 6\nUnnamed"),
        Section("ships", "Ships", ""),
        Section("old", "Earlier", "3\nFour"),
        Section("atlantis", 'Atlantis: "Yes"', "Atlantis\nFive"),
        Section("rest", "", "All"),
    ]


def test_a_section_has_the_messages_that_it_explains() -> None:
    page = '<h2 id="tab">Tabs</h2><p>Says <code data-search-message>here &lt;is&gt; a tab.</code> <code>tab</code></p>'
    assert sections(page)[1].messages == ("here <is> a tab.",)


def test_a_key_is_explained_where_it_has_a_row_or_an_item_of_its_own_else_where_it_is_named_first() -> None:
    page = """
    <h2 id="time">Time</h2><p><code>as_of</code> or <code>period</code>, <code>Article 3</code>; <code>name</code></p>
    <h2 id="more">More</h2><p><code>period: 2020</code></p>
    <table><tr><th>key</th></tr><tr>
    <td><code>name</code>, <code>short_name</code></td><td><code>as_of</code></td></tr></table>
    <ul><li id="id"><code>fact_note</code> beside <code>fact_id</code></li></ul>
    """
    found = {key: (anchor, times) for key, anchor, times in keys(page)}
    assert {key: anchor for key, (anchor, _) in found.items()} == {
        "as_of": "time",
        "period": "time",
        "name": "more",
        "short_name": "more",
        "fact_note": "more",
        "fact_id": "more",
    }
    assert found["name"][1] > found["as_of"][1] == found["period"][1] > found["fact_id"][1]


def test_of_a_list_only_the_headings_are_read() -> None:
    assert headings(PAGE) == [
        Section("", "", ""),
        Section("money", "Money", ""),
        Section("ships", "Ships", ""),
        Section("old", "Earlier", ""),
        Section("atlantis", "Atlantis", ""),
        Section("rest", "All", ""),
    ]
