"""Articles come, are read anew and go; what people said of them stays with them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from detente.corpus import Filter
from detente.errors import InputError
from detente.records import Article, Correction, Event, Problem
from tests.archive.quick import Quick, articles, opened
from tests.store.many import LATER, RUN, cited, put_right, same

FIRST = Article(id="a", url="https://x.example/1", title="Talks", published="2020-03-02", text="Iran met Oman. They will meet.", digest="1")
NEWER = msgspec.structs.replace(FIRST, id="a2", text="Updated. Iran met Oman. They will meet.", digest="2")
OTHER = Article(id="b", title="More", published="2020-03-02", text="Iran met Oman. They will meet again.", digest="3")


def test_an_article_is_read_once_under_one_run(tmp_path: Path) -> None:
    reader = Quick()
    archive = opened(tmp_path / "s", reader)
    assert [archive.add(FIRST), archive.add(FIRST), archive.add(msgspec.structs.replace(FIRST, lines=(4,)))] == [
        "added",
        *["unchanged"] * 2,
    ]
    assert reader.read_count == 1


def test_what_else_is_said_of_an_article_makes_it_another(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    assert archive.add(msgspec.structs.replace(FIRST, published="2020-03-03")) == "replaced"


def test_a_newer_version_takes_the_place_of_the_older_which_does_not_come_back(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    assert [archive.add(FIRST), archive.add(NEWER), archive.add(FIRST)] == ["added", "replaced", "unchanged"]
    assert list(archive.corpus().articles) == ["a2"]
    assert archive.store.check() == ()


def test_words_of_people_follow_a_newer_version_and_a_new_program(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    archive.add(OTHER)
    archive.correct(put_right("a-met", "status", "denied"))
    archive.judge(same("b-will meet", "a-will meet"))
    archive.add(NEWER)
    again = opened(tmp_path / "s", Quick(LATER, certainty="probable"))
    assert again.reread() == Counter(replaced=2)
    told = {t.id: t for t in again.told(Filter(everything=True))}
    assert [e.id for e in told["a2-will meet"].tellings] == ["a2-will meet", "b-will meet"]
    assert {e.factuality for t in told.values() for e in t.tellings if e.id == "a2-met"} == {"denied"}
    assert again.store.unbound() == ()
    assert again.store.check() == ()


def test_what_a_person_undid_is_not_judged_again_with_another_reason(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    archive.add(OTHER)
    found = same("a-met", "b-met", author="resolve", ident="first")
    archive.judge(found)
    archive.judge(same("a-met", "b-met", undoes="first", ident="undo"))
    archive.add(NEWER)
    again = same("a2-met", "b-met", author="resolve", ident="second")
    archive.store.say([again], added="2026-01-01")
    assert all(len(t.tellings) == 1 for t in archive.told(Filter(everything=True)))
    assert "second" not in {j.id for j in archive.corpus().judged.standing}


def test_words_of_what_is_gone_wait_for_its_return(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    archive.correct(put_right("a-met", "delete"))
    assert archive.remove("a")
    assert not archive.remove("a")
    assert [w.id for w in archive.store.unbound()] == ["delete a-met"]
    archive.add(FIRST)
    assert archive.store.unbound() == ()
    assert [e.id for e in archive.corpus().events] == ["a-will meet"]


def test_a_correction_of_nothing_is_refused(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    with pytest.raises(InputError, match="no record"):
        archive.correct(put_right("zz-met", "delete"))
    with pytest.raises(InputError, match="is no status"):
        archive.correct(put_right("a-met", "status", "sure"))


def test_a_speaker_put_right_is_found_under_the_other_name(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    wrong = Correction(id="c", of=cited("a-said"), field="speaker", value="state:irn", reason="r", author="ann")
    archive.correct(wrong)
    assert [h.record.id for h in archive.store.page("statement", Filter(actors=("Iran",))).hits] == ["a-said"]
    assert archive.store.page("statement", Filter(actors=("Badr Busaidi",))).hits == ()


def test_a_new_article_is_judged_against_those_that_are_there(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    added = list(archive.add_many(articles(20)))
    assert [a.outcome for a in added] == [*["added"] * 20, None]
    assert isinstance(added[-1].problem, Problem)
    assert Counter(len(t.tellings) for t in archive.told()) == {3: 2, 2: 7, 1: 20}
    assert archive.store.unjudged() == ()


def test_what_was_not_judged_is_judged_next_time(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive._resolver = None
    list(archive.add_many(articles(9)))
    assert len(archive.store.unjudged()) == 9
    assert opened(tmp_path / "s").add(articles(10)[9]) == "added"  # type: ignore[arg-type]
    assert archive.store.unjudged() == ()
    assert max(len(t.tellings) for t in archive.told()) == 2


def test_a_rereading_says_what_changed(tmp_path: Path) -> None:
    opened(tmp_path / "s").add(FIRST)
    archive = opened(tmp_path / "s", Quick(LATER, mode=None))
    archive.reread()
    changes = list(archive.store.changes(RUN.id, "run2"))
    assert [(c.before.mode, c.after.mode) for c in changes if isinstance(c.before, Event) and isinstance(c.after, Event)] == [
        ("meet", None)
    ] * 2
    assert len(changes) == 2
    assert [(run.id, count) for run, _, count in archive.store.runs()] == [("run1", 0), ("run2", 1)]
    with pytest.raises(InputError, match="no run"):
        list(archive.store.changes("nix", "run2"))


def test_a_newer_version_is_compared_by_its_words(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    archive.add(FIRST)
    opened(tmp_path / "s", Quick(LATER)).add(NEWER)
    kinds = [type(c.after or c.before).__name__ for c in archive.store.changes("run1", "run2")]
    assert kinds.count("Article") == 1
    assert "Statement" not in kinds


def test_a_part_of_a_store_tells_whole_events(tmp_path: Path) -> None:
    archive = opened(tmp_path / "s")
    for number, day in enumerate(("2020-03-02", "2020-03-02", "2020-04-09")):
        archive.add(Article(id=f"x{number}", outlet=f"O{number}", published=day, text="Iran met Oman. They will meet.", digest=str(number)))
    corpus = archive.corpus(Filter(outlets=("o0",)))
    assert set(corpus.articles) == {"x0", "x1"}
    assert [len(t.tellings) for t in corpus.told(Filter(outlets=("o0",)))] == [2, 1]
    assert len(corpus.statements) == 1


def test_readings_made_elsewhere_are_taken_in(tmp_path: Path) -> None:
    reader, broken = Quick(), Problem(id="p", stage="ingest", code="empty", message="c.txt: the file is empty")
    records = [reader.run(), *reader.read(FIRST).all(), broken, *reader.read(OTHER).all()]
    archive = opened(tmp_path / "s")
    assert [a.outcome for a in archive.take_in(records)] == ["added", None, "added"]
    assert [a.outcome for a in archive.take_in(records)] == ["unchanged", None, "unchanged"]
    direct = opened(tmp_path / "t", reader)
    list(direct.add_many([FIRST, broken, OTHER]))
    assert archive.store.found("a") == direct.store.found("a")
    with pytest.raises(InputError, match="begin with a run"):
        list(archive.take_in([FIRST]))
