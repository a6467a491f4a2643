"""Checking by hand: the draw, the sheet and the score."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

from detente.corpus import Corpus, Filter
from detente.errors import InputError
from detente.export import sample
from tests.export import made

CORPUS = Corpus(made.RECORDS)


def draw(count: int, seed: int, *, by_code: bool = False) -> sample.Drawn:
    return sample.draw(made.counted("csv", CORPUS, Filter(everything=True)), count, seed, by_code=by_code)


def ids(drawn: sample.Drawn) -> list[str]:
    return [row[0] for row in drawn.rows]


def codes(drawn: sample.Drawn) -> Counter[str]:
    return Counter(row[1] for row in drawn.rows)


def sheet(drawn: sample.Drawn) -> list[dict[str, str]]:
    out = made.stream()
    sample.sheet(drawn, out)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""), strict=True))


def filled(*verdicts: dict[str, str]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, sample.ASPECTS, restval="")
    table.writeheader()
    table.writerows(verdicts)
    return out.getvalue().encode()


def test_a_seed_gives_the_same_draw_and_another_seed_another() -> None:
    first = ids(draw(6, 1))
    assert first == ids(draw(6, 1)) == ids(draw(13, 1))[:6]
    assert any(first != ids(draw(6, seed)) for seed in range(2, 6))
    assert len(set(first)) == 6


def test_no_more_are_drawn_than_there_are() -> None:
    assert len(draw(500, 1).rows) == len(draw(500, 1, by_code=True).rows) == draw(2, 1).total == 13


def test_by_code_each_code_has_its_share() -> None:
    assert codes(draw(13, 3, by_code=True)) == Counter(t.event.code for t in CORPUS.told(Filter(everything=True)))
    some = codes(draw(4, 3, by_code=True))
    assert some["ASSAULT"] == 1
    assert sum(some.values()) == 4


def test_the_sheet_has_claim_and_quote_in_context_and_room_to_judge() -> None:
    rows = sheet(draw(500, 1))
    met = next(r for r in rows if r["record"] == "met")
    assert (met["claim"], met["status told"], met["said by told"]) == (
        "Kim Jong-un met Xi Jinping",
        "reported as happened",
        "Chinese foreign ministry",
    )
    assert "[[Kim Jong-un met Xi Jinping in Dalian on Monday]], the foreign ministry confirmed" in met["context"]
    assert [met[a] for a in sample.ASPECTS] == [""] * 8
    assert next(r for r in rows if r["record"] == "accused")["recipients told"].startswith("'=")


def test_precision_by_aspect_with_wilsons_interval() -> None:
    scores = {
        s.aspect: s
        for s in sample.score(filled(*[{"event": "right", "code": "r"}] * 8, {"event": "wrong", "code": "right"}, {"event": "WRONG"}))
    }
    event = scores["event"]
    assert (event.right, event.judged, event.share) == (8, 10, 0.8)
    assert event.low == pytest.approx(0.4902, abs=1e-4)
    assert event.high == pytest.approx(0.9433, abs=1e-4)
    assert (scores["code"].right, scores["code"].judged, scores["code"].high) == (9, 9, 1.0)
    assert (scores["all"].right, scores["all"].judged) == (8, 10)
    assert (scores["place"].share, scores["place"].low) == (None, None)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (filled({"event": "perhaps"}), "row 2, event: 'perhaps'"),
        (filled({"event": "r"}, {"code": "ok", "place": "n/a"}), "row 3, code: 'ok'; row 3, place: 'n/a'"),
        (filled(*[{"event": "?"}] * 30), "row 21, event: '\\?'; and 10 more"),
        ("number,{}\n7,?\n".format(",".join(sample.ASPECTS)).encode(), "row 2 \\(number 7\\), event: '\\?'"),
        (b"a,b\r\n1,2\r\n", "needs the columns event, code"),
        (b"", "needs the columns"),
        (b"\xff\xfe\x00", "not a sheet"),
    ],
)
def test_a_sheet_that_is_none_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        sample.score(data)


def test_a_sheet_is_read_as_spreadsheets_save_it() -> None:
    sheet = "note;" + ";".join(sample.ASPECTS) + "\r\nnaïve – “so”;Right;wrong;;;;;;-\r\n"
    for encoding in ("utf-8-sig", "utf-8", "cp1252"):
        scores = {s.aspect: (s.right, s.judged) for s in sample.score(sheet.encode(encoding))}
        assert (scores["event"], scores["code"], scores["said by"], scores["all"]) == ((1, 1), (0, 1), (0, 0), (0, 1))


def test_a_filled_sheet_of_our_own_is_scored() -> None:
    out = made.stream()
    sample.sheet(draw(3, 1), out)
    assert {s.judged for s in sample.score(out.getvalue())} == {0}
