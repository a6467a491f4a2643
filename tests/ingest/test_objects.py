"""JSON that is no JSON Lines."""

from __future__ import annotations

import io
import json

import pytest

from detente.ingest import articles, objects
from detente.ingest.given import Given
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."
ROW = {"id": "x1", "headline": "Border opens", "publishedAt": "2018-05-09T10:00:00Z", "source": {"id": None, "name": "A"}, "body": PROSE}


def read(written: str, path: str = "-") -> list[Article | Problem]:
    return list(articles([path], stdin=io.BytesIO(written.encode())))


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(ROW, indent=2),
        "\ufeff" + json.dumps(ROW, indent="\t"),
        json.dumps([ROW]),
        json.dumps([ROW], indent=1),
        json.dumps({"status": "ok", "articles": [ROW]}, indent=2),
    ],
)
def test_an_article_is_found_in_each(written: str) -> None:
    (article,) = read(written)
    assert isinstance(article, Article)
    assert (article.id, article.outlet, article.published) == ("x1", "A", "2018-05-09")
    assert article.text == f"Border opens\n\n{PROSE}"


def test_each_begins_on_its_line() -> None:
    first, second = read(json.dumps([ROW, {**ROW, "id": "x2"}], indent=2))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.lines[0], second.lines[0]) == (2, 12)


def test_a_list_of_paragraphs_is_a_text() -> None:
    (article,) = read(json.dumps([{"text": [PROSE, "They will meet again in May."]}]))
    assert isinstance(article, Article)
    assert article.text == f"{PROSE}\n\nThey will meet again in May."


def test_what_is_no_article_is_one_problem() -> None:
    (trouble,) = read(json.dumps({"name": "a-package", "version": "1.0", "private": True}, indent=2))
    assert isinstance(trouble, Problem)
    assert "neither text nor html" in trouble.message


def test_where_it_breaks_off_what_came_before_is_read() -> None:
    article, trouble = read(json.dumps([ROW, ROW], indent=2)[:-60])
    assert isinstance(article, Article)
    assert isinstance(trouble, Problem)
    assert trouble.code == "broken-line" and "the rest was left" in trouble.message


def test_what_is_nested_too_deeply_is_a_problem() -> None:
    (trouble,) = objects.read(io.BytesIO(b'[{"text": ' + b"[" * 200_000), given=Given(), source="deep.json", table=None)  # type: ignore[arg-type]
    assert isinstance(trouble, Problem)
    assert "nested too deeply" in trouble.message


@pytest.mark.parametrize(
    ("path", "head", "document"),
    [
        ("a.json", b'{\n "text": "x"\n}', True),
        ("a.json", b'{"text": "x"}\n{"text": "y"}\n', False),
        ("a.jsonl", b'{\n "text": "x"\n}', False),
        ("-", b'[ {"text": 1} ]', True),
        ("a.txt", b"[1] Talks were held.\n", False),
        ("a.txt", b"{{Infobox}}\n", False),
    ],
)
def test_what_is_such_json(path: str, head: bytes, document: bool) -> None:
    assert objects.accepts(path, head) is document


def test_objects_one_after_another_are_all_read() -> None:
    found = read(json.dumps(ROW, indent=2) + "\n" + json.dumps({**ROW, "id": "x2"}, indent=2))
    assert [a.id for a in found if isinstance(a, Article)] == ["x1", "x2"]


def test_lines_behind_a_byte_order_mark_or_a_broken_line_are_all_read() -> None:
    marked = read("\ufeff" + "\n".join(json.dumps({"id": ident, "text": PROSE}) for ident in ("x1", "x2")))
    assert [a.id for a in marked if isinstance(a, Article)] == ["x1", "x2"]
    trouble, article = read('{"id": "x0", "text": "brok\n' + json.dumps({"id": "x2", "text": PROSE}))
    assert isinstance(trouble, Problem) and isinstance(article, Article)
