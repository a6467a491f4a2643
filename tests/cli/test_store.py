"""The commands on a store, as a user calls them."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Literal

import pytest
from typer.testing import CliRunner

from detente.cli import app, search
from detente.records import When
from detente.store import SqliteStore
from tests.store.many import LATER, RUN, reading, same

KILLS = int(os.environ.get("KILLS", "2"))
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = SqliteStore(tmp_path / "store", write=True)
    store.add([reading("a", outlet="The Wire"), reading("b", "2020-03-03", outlet="Daily Post")], RUN, added="2026-01-01")
    store.add([reading("a", name="Hamad Busaidi", outlet="The Wire")], LATER, added="2026-01-02")
    store.say([same("a-met", "b-met")], added="2026-01-03")
    return tmp_path / "store"


def detente(*words: object, code: int = 0) -> str:
    done = CliRunner().invoke(app, [str(w) for w in words])
    assert done.exit_code == code, done.output
    return done.output


def test_search_prints_hits_and_counts(path: Path) -> None:
    shown = detente("search", path, "--actor", "Oman", "--code", "meet", "--status", "actual")
    assert "a-met  2020-03-02 · CONSULT · actual · Iran, Oman · told 2 times" in shown
    assert "outlet: daily post 1, the wire 1" in shown
    assert "a-met" in detente("search", path, "--actor", "OMN", "--status", "actual")


def test_search_for_words_finds_articles_a_page_at_a_time(path: Path) -> None:
    page = json.loads(detente("search", path, "muscat", "--limit", "1", "--json"))
    assert [h["article"]["id"] for h in page["hits"]] == ["a"]
    assert "[Muscat]" in page["hits"][0]["snippet"]
    rest = json.loads(detente("search", path, "muscat", "--limit", "1", "--json", "--after", page["after"]))
    assert [h["article"]["id"] for h in rest["hits"]] == ["b"]
    assert rest["after"] is None


def test_search_says_how_closely_a_record_is_dated() -> None:
    def when(start: str | None, end: str | None, basis: Literal["stated", "inherited"] = "stated") -> str:
        return search.dated(When(start, end, "day", basis, ""))

    assert (when("2020-03-02", "2020-03-02"), when("2020-03-02", "2020-03-02", "inherited")) == ("2020-03-02", "(2020-03-02)")
    assert (when("1997-01-01", "1997-12-31"), when(None, "2020-03-02"), search.dated(None)) == ("1997", "by 2 Mar 2020", "no date")


def test_search_that_finds_nothing_has_exit_code_1(path: Path) -> None:
    assert "nothing in" in detente("search", path, "snow", code=1)
    assert "fits; nobody is called 'Omann'" in detente("search", path, "--actor", "Omann", "--actor", "Iran", code=1)
    assert "nobody" not in detente("search", path, "--actor", "Oman", "--place", "Lima", code=1)


def test_views_and_exports_take_only_what_was_added_since(path: Path) -> None:
    assert '"id":"b-will meet"' in detente("export", path, "--to", "jsonl", "--added-since", "2026-01-01")
    new = detente("export", path, "--to", "jsonl", "--added-since", "2026-01-02")
    assert '"id":"a-will meet"' in new and '"id":"b-will meet"' not in new
    assert "a-met" in detente("timeline", path, "--json", "--added-since", "2026-01-02")
    detente("timeline", path, "--added-since", "2026-01-03", code=1)


def test_show_an_article_and_a_record_with_what_was_said(path: Path) -> None:
    assert "Talks" in detente("show", path, "b")
    shown = detente("show", path, "b-met")
    assert "plover       CONSULT" in shown
    assert "ann: same event  a-met, b-met: r" in shown


def test_show_and_explain_tell_what_a_person_put_right_and_took_out(path: Path) -> None:
    detente("review", "correct", path, "b-met", "--status", "planned", "--by", "Ann", "--because", "only set")
    detente("review", "correct", path, "a-met", "--delete", "--by", "Ann")
    right = detente("explain", "b-met", path)
    assert "planned · b-met" in right and "Ann: status of b-met is planned: only set" in right
    assert "Ann deletes a-met" in detente("show", path, "a-met")
    assert "Ann deletes a-met" in detente("explain", "a-met", path)


def test_runs_and_diff(path: Path) -> None:
    assert [line.split()[0] for line in detente("runs", path).splitlines()] == ["run1", "run2"]
    shown = detente("diff", path, "run1", "run2")
    assert "changed  actor a#minister person “Hamad Busaidi”: name Badr Busaidi → Hamad Busaidi" in shown


def test_remove_and_check(path: Path) -> None:
    assert "all well" in detente("check", path)
    detente("remove", path, "b")
    shown = detente("check", path)
    assert "1 article, all well" in shown
    assert "unbound: same_event-a-met-b-met" in shown


def test_what_is_no_store_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("news")
    for words in (["search", "text", "x"], ["show", "nix", "x"], ["check", "."], ["remove", "nix", "x"], ["runs", "text"]):
        done = subprocess.run([sys.executable, "-m", "detente", *words], capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 2
        assert done.stderr.startswith("detente: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.model
def test_reading_into_a_store_survives_kills(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "detente", "read", str(EXAMPLES), "--published", "2018-05-09", "--store"]
    since = time.monotonic()
    subprocess.run([*words, str(tmp_path / "whole")], check=True, capture_output=True)
    lasts = time.monotonic() - since
    rng = random.Random(3)
    killed = tmp_path / "killed"
    for _ in range(KILLS):
        with subprocess.Popen([*words, str(killed)], stdout=subprocess.DEVNULL) as child:
            time.sleep(rng.uniform(lasts / 3, lasts))
            child.send_signal(signal.SIGKILL)
        if killed.exists():
            store = SqliteStore(killed, write=True)
            assert store.check() == ()
            store.close()
    subprocess.run([*words, str(killed)], check=True, capture_output=True)
    assert records(killed) == records(tmp_path / "whole")


def records(path: Path) -> list[str]:
    store = SqliteStore(path)
    found = sorted(str(r) for ident in store.articles() for r in store.found(ident))
    store.close()
    return found


@pytest.mark.model
def test_a_rereading_under_the_same_program_changes_nothing(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Kim meets Xi\n\nNorth Korean leader Kim Jong-un met Chinese President Xi Jinping in Beijing on Tuesday.\n")
    store = tmp_path / "store"
    assert "1 added, 0 unchanged, 0 replaced" in detente("read", story, "--store", store)
    assert "0 added, 1 unchanged" in detente("read", story, "--store", store)
    assert "0 added, 1 unchanged" in detente("reread", store)
