"""CSV, TSV and Parquet: columns under their usual names, one article a row, broken rows named."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.ingest import articles, csv, furniture, parquet
from detente.ingest.given import Given
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."


def table(text: str | bytes) -> list[Article | Problem]:
    data = io.BufferedReader(io.BytesIO(text if isinstance(text, bytes) else text.encode()))
    return list(csv.read(data, given=Given(), source="a.csv", table=furniture.load()))


def columnar(rows: Sequence[Mapping[str, object]], given: Given | None = None) -> list[Article | Problem]:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([dict(row) for row in rows]), out, row_group_size=2)
    out.seek(0)
    return list(parquet.read(out, given=given or Given(), source="a.parquet", table=furniture.load()))


def told(item: Article | Problem) -> tuple[str | None, str | None, str | None]:
    assert isinstance(item, Article), item
    return item.title, item.published, item.outlet


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_table_with_other_names_for_its_columns(mark: str) -> None:
    row = mark.join(["7", "2018-05-09T10:00:00Z", '"The ""Zenda"" Times"', f'"{PROSE}\n\n{PROSE[::-1]}"', "Border opens"])
    (found,) = table(mark.join(["ID", "Date", "Source", "Content", "Headline"]) + "\n" + row + "\n")
    assert told(found) == ("Border opens", "2018-05-09", 'The "Zenda" Times')
    assert isinstance(found, Article)
    assert found.id == "7"
    assert found.text.startswith(f"Border opens\n\n{PROSE}")


def test_rows_without_text_and_with_a_bad_day_are_named_and_the_others_go_on() -> None:
    found = table(f"title,text,date\nA,,2018-05-09\nB,{PROSE},soon\n\nC,{PROSE},2018-05-09\n")
    assert [item.message.split(": ")[0] if isinstance(item, Problem) else item.title for item in found] == ["a.csv:2", "a.csv:3", "C"]


def test_a_table_without_a_column_of_text() -> None:
    (problem,) = table("name,age\nAnn,3\n")
    assert isinstance(problem, Problem)
    assert "no column is named text or content or body, or html" in problem.message


def test_a_quotation_mark_that_is_not_closed_and_big_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = table("text,title\n" + f'"{PROSE} ' + PROSE * 2000 + '",Long\n')
    assert isinstance(found, Article)
    monkeypatch.setattr(csv, "LONGEST", 1000)
    (problem,) = table('text,title\n"' + f"{PROSE}\n" * 30)
    assert isinstance(problem, Problem)
    assert problem.message.startswith("a.csv:2: a row of more than")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings(encoding: str) -> None:
    (found,) = table(f"title,text\nMaduro in Bogotá,{PROSE}\n".encode(encoding))
    assert told(found)[0] == "Maduro in Bogotá"


def test_parquet_in_row_groups() -> None:
    rows = [{"headline": f"Border opens {n}", "body": PROSE, "date": f"2018-05-0{n}", "extra": n} for n in range(1, 6)]
    found = columnar([*rows, {"headline": "Empty", "body": None}])
    assert [told(item)[1] for item in found[:5]] == [f"2018-05-0{n}" for n in range(1, 6)]
    assert isinstance(found[5], Problem)
    assert found[5].message.startswith("a.parquet:6: ")


def test_parquet_says_more_than_the_caller_and_html_is_read() -> None:
    page = f"<html><body><article><h1>Border opens at Zenda</h1><p>{PROSE}</p><p>{PROSE[::-1]}</p></article></body></html>"
    (found,) = columnar([{"html": page, "url": "https://a.example/2018/05/09/x", "source": "A"}], Given(outlet="O"))
    assert told(found) == ("Border opens at Zenda", "2018-05-09", "A")


def test_rows_of_the_same_words_in_two_papers_are_two_articles() -> None:
    found = columnar([{"text": PROSE, "source": "A"}, {"text": PROSE, "source": "B"}])
    assert len({item.id for item in found}) == 2


def test_broken_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1" + b"x" * 100)
    (problem,) = articles([str(path)])
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message.startswith(f"{path}: broken Parquet")) == ("broken", True)
