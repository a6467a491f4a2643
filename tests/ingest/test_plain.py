"""Copied text: what is cut, what stays as it is, what becomes metadata."""

from __future__ import annotations

import hashlib

import pytest

from detente.ingest import plain
from detente.ingest.given import Given
from detente.records import Article

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."
MORE = "Neither side would say who had asked for the meeting, which lasted for six hours and ended without a statement."


def read(text: str, title: str | None = None, published: str | None = None) -> Article:
    return plain.read(text, given=Given(title=title, published=published), source="a.txt")


def why(article: Article) -> dict[str, str]:
    return {cut.words: cut.why for cut in article.furniture}


def test_clean_text_stays_letter_for_letter() -> None:
    text = f"A “border”  opens — at last\n\n{PROSE}\n\n{MORE}"
    assert read(text).text == text
    assert read(text).furniture == ()


def test_given_title_that_the_text_has_is_not_added() -> None:
    article = read(f"[Newsmaker] Border opens at Zenda\n\n{PROSE}", title="Border opens at Zenda")
    assert article.text == f"Border opens at Zenda\n\n{PROSE}"
    assert why(article) == {"[Newsmaker]": "kicker"}


def test_given_title_that_the_text_lacks_comes_first() -> None:
    article = read(f"{PROSE}\n\n{MORE}", title="Border opens")
    assert article.text == f"Border opens\n\n{PROSE}\n\n{MORE}"
    assert article.lines == (1, 1, 3)


def test_lines_are_those_of_the_file() -> None:
    article = read(f"Back To Top\n\nBorder opens at Zenda\n\nAdvertisement\n{PROSE}\n\n\n{MORE}")
    assert article.lines == (3, 6, 9)


@pytest.mark.parametrize(
    ("mark", "headline"),
    [
        ("(LEAD) ", "Two Koreas to hold talks on Friday"),
        ("(7th LD) ", "Two Koreas to hold talks on Friday"),
        ("UPDATE 2-", "Two Koreas to hold talks on Friday"),
        ("EXCLUSIVE: ", "Two Koreas to hold talks on Friday"),
        ("Exclusive-", "Two Koreas to hold talks on Friday"),
        ("Breaking: ", "Two Koreas to hold talks on Friday"),
        ("BREAKING NEWS | ", "Two Koreas to hold talks on Friday"),
        ("[Yonhap Interview] ", "Two Koreas to hold talks on Friday"),
        ("WRAPUP 3-", "Two Koreas to hold talks on Friday"),
    ],
)
def test_marks_before_a_headline_are_cut(mark: str, headline: str) -> None:
    article = read(f"{mark}{headline}\n\n{PROSE}")
    assert article.text.split("\n\n")[0] == article.title == headline
    assert why(article) == {mark.strip(): "kicker"}


@pytest.mark.parametrize(
    "headline",
    ["Kim: ‘We will talk’", "Iran deal: what it says and what it does not", "(Un)easy neighbours meet again"],
)
def test_headlines_without_marks_stay(headline: str) -> None:
    assert read(f"{headline}\n\n{PROSE}").text.startswith(headline)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ock Hyun-ju (laeticia.ock@heraldcorp.com)", "Ock Hyun-ju"),
        ("By MERIDIAN WIRE", "MERIDIAN WIRE"),
        (
            "By Ana Lucia Rojas in Caracas and Pedro Niño in San Cristóbal",
            "Ana Lucia Rojas in Caracas and Pedro Niño in San Cristóbal",
        ),
        ("BY KESTON JAMES", "KESTON JAMES"),
    ],
)
def test_bylines_become_metadata(line: str, name: str) -> None:
    article = read(f"Border opens at Zenda\n{line}\n\n{PROSE}\n\n{MORE}")
    assert article.byline == name
    assert why(article) == {line: "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the ministers had gone home.",
        "By Land And Sea, Refugees Arrive in Numbers Nobody Counted.",
        "Reporting by the BBC has shown that the crossing was never closed at all.",
        "Photos from the meeting, published on Monday, show the two men laughing at a map.",
        "Read together, the two letters say the opposite of each other, one diplomat said.",
        "Sources close to the talks said that nothing had been signed.",
        "Copyright law is among the subjects that the two trade ministers will discuss in May.",
        "Correction: An earlier version of this article said that the ministers had met in Graz.",
        "Share prices fell in Vienna as the talks broke down on Wednesday.",
        "Subscribers to the theory of deterrence were not convinced by the minister.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    assert line in read(f"Border opens at Zenda\n\n{PROSE}\n\n{line}\n\n{MORE}").text


def test_agency_at_the_end_is_cut_and_named() -> None:
    article = read(f"Border opens at Zenda\n\n{PROSE}\n\n{MORE} (Yonhap)")
    assert article.text.endswith(MORE)
    assert (article.outlet, why(article)) == ("Yonhap", {"(Yonhap)": "agency credit"})


def test_caption_keeps_its_first_copy() -> None:
    caption = "Foreign Minister Anna Berg (left) meets her counterpart in Vienna on Tuesday. (Reuters)"
    article = read(f"Border opens at Zenda\n\n{PROSE}\n\n{caption}\n{caption}\n\n{MORE}")
    assert [quote.quote for quote in article.captions] == [caption]
    assert article.text.count(caption) == 1
    assert why(article) == {caption: "caption printed twice"}


def test_pull_quote_is_cut_and_its_sentence_stays() -> None:
    said = "“We came with a map and left with a road,” the minister said on Tuesday night in Vienna."
    article = read(f"Border opens at Zenda\n\n{PROSE}\n\n“We came with a map and left with a road”\n\n{said}\n\n{MORE}")
    assert article.text.count("left with a road") == 1
    assert said in article.text


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published : May 9, 2018 - 17:51", "2018-05-09"),
        ("Tuesday, September 18, 2018", "2018-09-18"),
        ("Updated 20 April 2017 09:12", "2017-04-20"),
        ("2018-05-09 17:51 KST", "2018-05-09"),
        ("09.05.2018", "2018-05-09"),
        ("Mon 24 May 2021 18.47 BST", "2021-05-24"),
        ("05/09/2018", None),
        ("3 hours ago", None),
    ],
)
def test_date_lines_give_the_day(line: str, day: str | None) -> None:
    article = read(f"Border opens at Zenda\n{line}\n\n{PROSE}\n\n{MORE}")
    assert (article.published, article.published_basis) == (day, "text" if day else None)
    assert line in why(article)


def test_dateline_stays_and_gives_a_day_only_with_its_year() -> None:
    with_year = read(f"RIYADH, 17 September 2018 (Red Sea News Agency) - {PROSE}")
    without = read(f"SEOUL, May 9 (Yonhap) -- {PROSE}")
    assert with_year.text.startswith("RIYADH, 17 September 2018 (Red Sea News Agency) - ")
    assert (with_year.published, without.published) == ("2018-09-17", None)
    assert without.outlet == "Yonhap"


def test_given_day_wins() -> None:
    article = read(f"Border opens at Zenda\nMay 9, 2018\n\n{PROSE}", published="2018-05-10T01:00:00+09:00")
    assert (article.published, article.published_basis) == ("2018-05-10", "given")


def test_live_report_keeps_its_times() -> None:
    text = f"Truce talks: as they happened\n\n12.05\n\n{PROSE}\n\n13.20\n\n{MORE}\n\n14:10\n\nNobody was hurt when three rockets fell on the town, the mayor said."
    assert read(text).text == text


def test_ids_come_from_path_and_text() -> None:
    article = read(f"{PROSE}\n")
    digest = hashlib.sha256(PROSE.encode()).hexdigest()
    assert article.digest == digest
    assert article.id == hashlib.sha256(f"a.txt\n{digest}".encode()).hexdigest()[:16]
    assert plain.read(PROSE, given=Given(id="kept"), source="b").id == "kept"


def test_day_of_the_address() -> None:
    article = plain.read(PROSE, given=Given(url="https://news.example/world/2018/05/09/border"), source="a")
    assert (article.published, article.published_basis) == ("2018-05-09", "url")
