"""Labels of drawings."""

import datetime
from itertools import pairwise

from equal_footing.views.charts import labelled


def test_the_first_and_the_newest_time_of_an_axis_are_labelled_and_no_labels_touch() -> None:
    ticks = {datetime.date(year, 7, 1): str(year) for year in range(2010, 2025)}
    shown = sorted(day.year for day in labelled(ticks, 300))
    assert (shown[0], shown[-1]) == (2010, 2024)
    assert all(later - year > 1 for year, later in pairwise(shown))
    assert len(labelled(ticks, 900)) == len(ticks)


def test_an_axis_of_one_time_is_labelled() -> None:
    assert labelled({datetime.date(2024, 7, 1): "2024"}, 300) == {datetime.date(2024, 7, 1)}
