"""One article a line."""

from __future__ import annotations

import io
import json

from detente.ingest import jsonl
from detente.ingest.given import Given
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."


def read(*rows: object, given: Given | None = None) -> list[Article | Problem]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return list(jsonl.read(io.BytesIO("\n".join(lines).encode()), given=given or Given(), source="a.jsonl"))


def test_fields_are_kept() -> None:
    row = {
        "id": "x1",
        "url": "https://a.example/1",
        "title": "Border opens",
        "published": "2018-05-09",
        "outlet": "A",
        "text": PROSE,
    }
    (article,) = read(row)
    assert isinstance(article, Article)
    assert (article.id, article.url, article.outlet) == ("x1", "https://a.example/1", "A")
    assert (article.title, article.published, article.published_basis) == ("Border opens", "2018-05-09", "given")
    assert article.text == f"Border opens\n\n{PROSE}"
    assert article.lines == (1, 1)


def test_text_is_cleaned_unless_it_is_clean() -> None:
    text = f"{PROSE}\n\nMOST READ\n\n1. Ferry timetable changes"
    cleaned, kept = read({"text": text}, {"text": text, "clean": True, "title": "T"})
    assert isinstance(cleaned, Article)
    assert isinstance(kept, Article)
    assert cleaned.text == PROSE
    assert (kept.text, kept.title, kept.furniture, kept.lines) == (text, "T", (), (2, 2, 2))


def test_html_rows() -> None:
    (article,) = read(
        {"html": f"<html><body><article><h1>Border opens at Zenda</h1><p>{PROSE}</p><p>{PROSE[::-1]}</p></article></body></html>"}
    )
    assert isinstance(article, Article)
    assert article.text.startswith("Border opens at Zenda\n\nThe two ministers")


def test_broken_lines_are_named_and_the_others_go_on() -> None:
    found = read("{", {"id": 1}, "[1]", {"text": 5}, "", {"text": PROSE, "published": "soon"}, {"id": 7, "text": PROSE})
    problems = [item for item in found if isinstance(item, Problem)]
    assert [item.code for item in problems] == ["broken-line"] * 5
    assert [item.message.split(": ")[0] for item in problems] == [f"a.jsonl:{n}" for n in (1, 2, 3, 4, 6)]
    assert [item.id for item in found if isinstance(item, Article)] == ["7"]


def test_what_a_line_says_wins_over_what_is_given() -> None:
    one, two = read({"text": PROSE, "published": "2018-05-09"}, {"text": PROSE}, given=Given(published="2020-01-01", outlet="O"))
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.published, two.published, one.outlet) == ("2018-05-09", "2020-01-01", "O")
