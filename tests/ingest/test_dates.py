"""Days as pages print them, and time stamps in the page's own zone."""

from __future__ import annotations

import pytest

from detente.ingest import dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 May 2018", "2018-05-09"),
        ("May 9th, 2018", "2018-05-09"),
        ("Sept. 30, 2020", "2020-09-30"),
        ("2018/5/9", "2018-05-09"),
        ("20180509", "2018-05-09"),
        ("13/05/2018", "2018-05-13"),
        ("05/13/2018", "2018-05-13"),
        ("05/09/2018", None),
        ("31 February 2018", None),
        ("May 9", None),
        ("from 9 May 2018 to 10 May 2018", None),
    ],
)
def test_day(text: str, day: str | None) -> None:
    assert dates.day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Updated 9:54 AM EDT, Fri June 9, 2023",
        "Published On 30 May 2023",
        "12 October 2021",
        "20.15",
        "Monday 1439/8/21 - 2018/05/07",
    ],
)
def test_lines_that_are_nothing_but_a_date(text: str) -> None:
    assert dates.stamp(text) is not None


@pytest.mark.parametrize(
    "text", ["Done at Riyadh, 16 September 2018", "1994", "In May 2018 he left.", "11.00 How we got here", "Article 5"]
)
def test_lines_that_say_more(text: str) -> None:
    assert dates.stamp(text) is None


def test_an_update_is_known_as_one() -> None:
    assert dates.stamp("Last modified on Tue 25 May 2021 08.12 BST") == dates.Stamp("2021-05-25", True)
    assert dates.stamp("Published 3 May 2017 Updated 4 May 2017") == dates.Stamp("2017-05-03", False)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2018/05/09/kim", "2018-05-09"),
        ("https://a.example/2018/may/09/kim", "2018-05-09"),
        ("https://a.example/view/AEN20180509000123", "2018-05-09"),
        ("https://a.example/2018-05-09-kim.html", "2018-05-09"),
        ("https://a.example/2018/05/kim", None),
        ("https://a.example/id/20189999", None),
    ],
)
def test_day_of_an_address(url: str, day: str | None) -> None:
    assert dates.of_url(url) == day


def test_moments_keep_their_own_zone() -> None:
    seoul, utc = dates.moment("2018-05-09T01:30:00+09:00"), dates.moment("2018-05-08T16:30:00Z")
    assert seoul and utc
    assert seoul.day == "2018-05-09"
    assert seoul.instant == utc.instant


def test_the_same_instant_with_an_offset_tells_the_day() -> None:
    found = [m for text in ("2018-05-08T16:30:00Z", "2018-05-09T01:30:00+0900") if (m := dates.moment(text))]
    assert dates.local(found) == "2018-05-09"
    assert dates.local(found[:1]) == "2018-05-08"
    assert dates.local([]) is None
