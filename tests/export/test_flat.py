"""CSV and Parquet: the same rows, read back by the csv module and by pyarrow."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

from pyarrow import parquet

from detente.export.cells import harmless, joined
from detente.export.rows import columns
from tests.export import made
from tests.export.made import exported


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def test_a_row_is_an_event_with_codes_of_its_own_day(tmp_path: Path) -> None:
    rows = {r["record_id"]: r for r in read(exported("csv", tmp_path, everything=True))}
    met = rows["met"]
    assert (met["claim"], met["status"], met["said_by"]) == ("Kim Jong-un met Xi Jinping", "actual", "Chinese foreign ministry")
    assert (met["actor_iso3"], met["actor_cow"], met["actor_cow_abbreviation"], met["actor_gw"]) == ("PRK", "731", "PRK", "731")
    assert (met["date_earliest"], met["date_latest"], met["date_precision"], met["codes_day"]) == (
        "2018-05-07",
        "2018-05-07",
        "day",
        "2018-05-07",
    )
    assert (met["tellings"], met["articles"], met["outlets"], met["conflicts"]) == ("3", "3", "Daily Example; Other Post", "1")
    assert met["record_ids"] == "met; met2; met3"
    assert met["evidence"] == "Kim Jong-un met Xi Jinping in Dalian on Monday"
    assert (met["cameo"], met["cameo_from"], met["goldstein"], met["symmetric"]) == ("040", "rule", "1.0", "TRUE")
    invaded = rows["invaded"]
    assert (invaded["codes_day"], invaded["actor_cow"], invaded["recipient_cow_abbreviation"]) == ("1950-06-25", "731", "ROK")


def test_every_status_is_there_and_a_folded_act_under_both_its_codes(tmp_path: Path) -> None:
    rows = {r["record_id"]: r for r in read(exported("csv", tmp_path, everything=True))}
    assert {r["status"] for r in rows.values()} == {"actual", "planned", "possible", "denied"}
    assert (rows["visit"]["code"], rows["visit"]["type"], rows["visit"]["mode"], rows["visit"]["claim"]) == (
        "AGREE", "CONSULT", "visit", "planned: United States met North Korea",
    )  # fmt: skip


def test_no_cell_is_a_formula_and_none_has_a_line_end(tmp_path: Path) -> None:
    path = exported("csv", tmp_path)
    rows = read(path)
    assert [r["recipient_names"] for r in rows if r["record_id"] == "accused"] == ["'=cmd|' /C calc'!A0"]
    numbers = {c.name for c in columns() if c.kind in ("number", "whole")}
    texts = [v for r in rows for k, v in r.items() if k not in numbers]
    assert not [t for t in texts if t[:1] in "=+-@" and t]
    assert not [t for t in texts if any(c in t for c in "\t\r\n")]
    assert {r["intensity"] for r in rows} >= {"-5.5"}, "numbers stay numbers"
    assert path.read_bytes().count(b"\r\n") == len(rows) + 1


def test_excel_gets_its_mark_when_asked(tmp_path: Path) -> None:
    path = exported("csv", tmp_path, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfevent_id,")
    assert "event_id" in read(path, "utf-8-sig")[0]


def test_the_codebook_names_every_column_in_order(tmp_path: Path) -> None:
    path = exported("csv", tmp_path)
    book = read(path.with_name(path.name + ".codebook.csv"))
    assert [r["column"] for r in book] == list(read(path)[0])
    assert all(r["type"] and r["holds"] for r in book)


def test_joined_cells_can_be_split_again() -> None:
    assert joined(["a; b", None, "c"]).split("; ") == ["a, b", "", "c"]
    assert harmless("@x") == "'@x"
    assert harmless("x@") == "x@"


def test_parquet_holds_the_same_with_types(tmp_path: Path) -> None:
    table = parquet.read_table(exported("parquet", tmp_path, everything=True))
    rows = {r["record_id"]: r for r in table.to_pylist()}
    flat = {r["record_id"]: r for r in read(exported("csv", tmp_path, everything=True))}
    assert list(rows) == list(flat)
    assert table.column_names == [c.name for c in columns()]
    met = rows["met"]
    assert (met["quad"], met["goldstein"], met["symmetric"], met["latitude"]) == (1, 1.0, True, 38.9122)
    assert (met["outlets"], met["actor_cow"], met["figures"]) == (["Daily Example", "Other Post"], ["731"], [])
    assert met["evidence"] == "Kim Jong-un met\tXi Jinping in Dalian on Monday", "as it stands in the text"
    assert rows["maybe"]["date_earliest"] is None
    assert all(made.FIRST[r["evidence_start"] : r["evidence_end"]] == r["evidence"] for r in rows.values() if r["article_id"] == "a1")


def test_parquet_names_its_origin(tmp_path: Path) -> None:
    metadata = parquet.read_schema(exported("parquet", tmp_path)).metadata
    assert b"0123456789ab" in metadata[b"detente"]
    assert metadata[b"citation"].startswith(b"Detente (version 0.1.0), data ")


def test_an_empty_parquet_file_is_one(tmp_path: Path) -> None:
    from detente.corpus import Corpus  # noqa: PLC0415
    from detente.export import Files, write  # noqa: PLC0415

    path = tmp_path / "none.parquet"
    with Files(path) as files:
        write(made.counted("parquet", Corpus(())), files)
    assert parquet.read_table(path).num_rows == 0
    assert json.loads("[]") == parquet.read_table(path).to_pylist()


def test_every_cell_is_of_the_type_that_the_codebook_gives_its_column(tmp_path: Path) -> None:
    path = exported("csv", tmp_path, everything=True)
    types = {row["column"]: row["type"] for row in read(path.with_name(path.name + ".codebook.csv"))}
    assert set(types.values()) == {"text", "texts, joined by '; '", "number", "whole number", "TRUE or FALSE"}
    for row in read(path):
        for column, cell in row.items():
            if cell and types[column] == "whole number":
                assert str(int(cell)) == cell
            if cell and types[column] == "number":
                assert math.isfinite(float(cell))
            if types[column] == "TRUE or FALSE":
                assert cell in ("TRUE", "FALSE")
    assert types["cameo"] == types["event_id"] == "text", "040 and an id of digits are no numbers"
