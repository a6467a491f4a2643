"""The gate: floors, stale figures, output that changes; and the figures that it reads."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from eval.gate import FLOORS, Floors, below, flat, raised, report, stale
from eval.measure import MARKS, Stored, fill, known, rows
from eval.reading import changing

from detente.pipeline import Pipeline
from eval import shared

FRESH = {"own": {"when": 0.8, "via": None}}
NOW = {"data": "d", "code": "c"}


def test_figures_are_named_by_set_and_measure() -> None:
    assert flat(FRESH) == {"own.when": 0.8}


def test_a_figure_below_its_floor_is_refused() -> None:
    assert list(below(Floors({"own.when": 0.8}), {"own.when": 0.8})) == []
    assert list(below(Floors({"own.when": 0.81}), {"own.when": 0.8})) == ["own.when: 0.8, and it must be at least 0.81"]


def test_a_figure_above_its_ceiling_is_refused() -> None:
    assert list(below(Floors({}, {"own.types": 1.5}), {"own.types": 1.6})) == ["own.types: 1.6, and it must be at most 1.5"]


def test_a_floor_without_a_figure_is_refused() -> None:
    assert list(below(Floors({"own.where": 0.5}), {})) == ["own.where: no figure, and its floor is 0.5"]


def test_shared_floors_count_only_where_the_data_is() -> None:
    floors = Floors({"shared.all.when": 0.7})
    assert list(below(floors, {"own.when": 0.1})) == []
    assert list(below(floors, {"shared.all.when": 0.6})) == ["shared.all.when: 0.6, and it must be at least 0.7"]


def test_floors_only_rise() -> None:
    floors = Floors({"own.when": 0.7, "own.where": 0.9, "own.via": 0.5}, {"own.types": 1.5})
    lifted = raised(floors, {"own.when": 0.759, "own.where": 0.1, "own.types": 1.171})
    assert lifted == Floors({"own.when": 0.75, "own.where": 0.9, "own.via": 0.5}, {"own.types": 1.18})


def test_fresh_figures_pass() -> None:
    assert list(stale(Stored(FRESH, {}, "d", "c"), NOW, FRESH)) == []


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (None, "is not there"),
        (Stored(FRESH, {}, "other", "c"), "its data is not this tree's"),
        (Stored(FRESH, {}, "d", "other"), "its code is not this tree's"),
        (Stored({"own": {"when": 0.9}}, {}, "d", "c"), "says own.when is 0.9, and it is 0.8"),
    ],
)
def test_stale_figures_are_refused(made: Stored | None, why: str) -> None:
    (line,) = stale(made, NOW, FRESH)
    assert why in line


def test_what_is_refused_makes_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([]) == 0
    assert report(["own.when: 0.8"]) == 1
    assert "refused: own.when: 0.8" in capsys.readouterr().out


def test_our_floors_are_of_this_form() -> None:
    floors = msgspec.json.decode(FLOORS.read_bytes(), type=Floors)
    assert {"own.event_code_f1", "held.event_code_f1", "shared.seed-kim-dalian.event_code_f1"} <= set(floors.at_least)


def test_the_readme_takes_a_table_between_its_marks() -> None:
    made = Stored({"own": {"when": 0.804, "event_code_f1": None}, "shared.all": {"when": 0.5}}, {}, "d", "c")
    filled = fill(f"before\n{MARKS[0]}\nold\n{MARKS[1]}\nafter", made)
    assert "old" not in filled and filled.startswith("before\n") and filled.endswith("\nafter")
    assert "| dates right | 0.80 | 0.50 |" in filled
    assert fill(filled, made) == filled
    with pytest.raises(ValueError, match="no marks"):
        fill("no table here", made)


def test_figures_over_absent_data_are_kept_for_the_same_program_only() -> None:
    made = Stored({"own": {"when": 0.8}, "shared.all": {"when": 0.5}}, {}, "d", "c")
    assert known(made, "c") == {"shared.all": {"when": 0.5}}
    assert known(made, "other") == known(None, "c") == {}


def test_a_table_shows_what_could_not_be_measured() -> None:
    assert rows({"own": {"when": None}}).splitlines()[-1].endswith("| – |")


def test_the_table_of_sentences_is_read() -> None:
    printed = (
        "sentences 10, with an event 8; coded 0.918; without an event 2, coded all the same 1\n"
        "root            P 0.677  R 0.789  F1 0.729   types coded a sentence 1.17\n"
        "pair and root   P 0.542  R 0.528  F1 0.534\n"
        "    ACCUSE     P 0.50  R 0.50  F1 0.50  n 4\n"
    )
    got = shared.table(printed)
    assert (got["coded"], got["coded_without_event"], got["types_a_sentence"]) == (0.918, 1.0, 1.17)
    assert (got["root_recall"], got["pair_f1"]) == (0.789, 0.534)


def test_shared_data_may_be_absent(tmp_path: Path) -> None:
    assert not shared.there(None)
    assert not shared.there(tmp_path)


@pytest.mark.model
def test_the_same_files_give_the_same_bytes(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "Kim met Xi in Dalian on Monday, Xinhua said. The two leaders agreed to meet again."
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "published": "2018-05-09", "text": text}) + "\n", encoding="utf-8")
    assert changing(pipeline, [str(path)]) == []
