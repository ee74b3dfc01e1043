"""Labels of drawings."""

import datetime
import re
from itertools import pairwise

from lxml import html

from equal_footing.keeping.store import NOTHING
from equal_footing.views import lanes
from equal_footing.views.charts import WIDE, Mark, labelled, over_time
from equal_footing.views.lanes import Lane


def test_the_first_and_the_newest_time_of_an_axis_are_labelled_and_no_labels_touch() -> None:
    ticks = {datetime.date(year, 7, 1): str(year) for year in range(2010, 2025)}
    shown = sorted(day.year for day in labelled(ticks, 300))
    assert (shown[0], shown[-1]) == (2010, 2024)
    assert all(later - year > 1 for year, later in pairwise(shown))
    assert len(labelled(ticks, 900)) == len(ticks)


def test_an_axis_of_one_time_is_labelled() -> None:
    assert labelled({datetime.date(2024, 7, 1): "2024"}, 300) == {datetime.date(2024, 7, 1)}


def lines(*series: tuple[str, int]) -> str:
    """Return the drawing of lines, each with its name and the colour of its country, from 2010 to 2020."""
    days = (datetime.date(2010, 7, 1), datetime.date(2020, 7, 1))
    marks = [Mark(name, 1.0, day, f"{day.year}", country) for name, country in series for day in days]
    return over_time(tuple(marks), WIDE, NOTHING)


def test_lines_of_one_country_are_told_apart_and_those_of_several_have_their_colours() -> None:
    one = lines(("All", 2), ("Groups", 2), ("Foundations", 2))
    assert all(f'stroke="{tone}"' in one for tone in ("var(--ef-country-2)", "currentColor", "var(--ef-quiet)"))
    four = lines(*((name, 2) for name in ("All", "Groups", "Services", "Foundations")))
    assert len(set(re.findall(r'stroke="(var[^"]+|currentColor)" stroke-width="2"', four))) == 4
    several = lines(("Canada", 1), ("Japan", 3))
    assert all(f'stroke="var(--ef-country-{number})"' in several for number in (1, 3))


def test_no_line_leads_across_a_break() -> None:
    days = [datetime.date(year, 7, 1) for year in (2016, 2017, 2018, 2019)]
    marks = tuple(Mark(name, 1.0, day, str(day.year)) for name in ("All", "Groups") for day in days)

    def joined(*breaks: datetime.date) -> list[int]:
        drawn = html.fragment_fromstring(over_time(marks, WIDE, NOTHING, breaks))
        return [path.get("d", "").count("L") for path in drawn.xpath(".//path[@stroke-width='2' and not(@fill)]")]

    assert (joined(), joined(datetime.date(2018, 1, 1))) == ([3, 3], [1, 1, 1, 1])


def test_only_lines_are_dashed_and_no_point_or_mark_of_a_legend() -> None:
    dashed = html.fragment_fromstring(lines(("All", 2), ("Groups", 2))).xpath(".//*[@stroke-dasharray]")
    assert dashed
    assert all(shape.get("fill") is None for shape in dashed)


def test_the_first_label_of_an_axis_stands_below_its_tick() -> None:
    drawn = html.fragment_fromstring(lines(("All", 2)))
    label = next(text for text in drawn.iter("text") if text.text == "2010")
    assert label.get("text-anchor") == "middle"


def test_days_before_the_axis_stand_together_above_a_word() -> None:
    days = (datetime.date(1921, 3, 1), datetime.date(1948, 3, 1), datetime.date(1999, 3, 1))
    drawn = html.fragment_fromstring(lanes.drawn([Lane("Japan", 3, days)], 1950, WIDE, "earlier"))
    early, beside, late = (float(dot.get("cx", "")) for dot in drawn.iter("circle"))
    word = next(text for text in drawn.iter("text") if text.text == "earlier")
    assert early == beside < late
    assert abs(early - float(word.get("x", ""))) < 7
    later = lanes.drawn([Lane("Japan", 3, days[2:])], 1950, WIDE, "earlier")
    assert "earlier" not in later
