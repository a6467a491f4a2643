"""Every format is the same bytes from a store, from the JSON Lines of it, and from a corpus in memory, whatever is asked for."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from detente.archive.load import load, source
from detente.corpus import Batch, Corpus, Filter, Held, Source
from detente.corpus.source import Around
from detente.export import FORMATS, Counted, Files, named, sample, setting, write
from detente.records import AnyRecord, Article, Cited, Correction, Judgement, Run, When
from detente.store import SqliteStore
from tests.export import made
from tests.store.many import LATER, TEXT, event, put_right, reading, same

WORDS = (
    *made.JUDGED,
    same("x-met", "y-met"),
    same("y-met", "z-met", author="resolve"),
    same("x-will meet", "z-will meet", author="resolve"),
    same("x-will meet", "z-will meet", verdict="same_event", ident="undo", undoes="same_event-x-will meet-z-will meet"),
    Judgement(id="copied", verdict="copy", of=(Cited("z", "z"), Cited("y", "y")), reason="same words", author="resolve"),
    Judgement(id="again", verdict="copy", of=(Cited("y", "y"), Cited("x", "x")), reason="same words", author="resolve"),
    Judgement(
        id="minister", verdict="same_actor", of=(Cited("z#minister", "z"), Cited("x#minister", "x")), reason="same name", author="resolve"
    ),
    put_right("z-met", "status", "denied"),
    put_right("z-met", "status", name="undone", undoes="status z-met"),
    put_right("y-will meet", "when", "2020-05-01/2020-05-03"),
    Correction(id="gone", of=made.cited(made.MAYBE), field="delete", reason="no such event", author="ann"),
)
READINGS = [
    *([a, *(r for r in made.RECORDS if getattr(r, "article", None) == a.id)] for a in made.ARTICLES),
    [*reading("x", "2020-03-02", outlet="The Wire"), event("x", "Oman", TEXT, when=When("2020-03-02", None, "day", "stated", ""))],
    reading("y", "2020-03-03", outlet="Daily Post", name="Badr al Busaidi"),
    reading("z", None, outlet="Daily Post", text="Ministers met. They will meet again in Muscat."),
]
ASKED = (
    Filter(),
    Filter(everything=True),
    Filter(actors=("Kim", "Xi"), everything=True),
    Filter(codes=("AGREE",)),
    Filter(outlets=("the wire",)),
    Filter(text="muscat OR dalian", published_since="2018-05-10"),
    Filter(since="2020-01-01", places=("OMN",)),
)


def records() -> list[AnyRecord]:
    return [made.RUN, LATER, *(r for one in READINGS for r in one), *WORDS]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("streamed") / "store"
    store = SqliteStore(path, write=True)
    store.add(READINGS[:4], made.RUN, added="2026-01-01")
    store.add(READINGS[4:], LATER, added="2026-01-02")
    store.say(WORDS, added="2026-01-05")
    assert store.unbound() == ()
    store.close()
    return path


def written(given: Source, form: str, asked: Filter, path: Path) -> dict[str, bytes]:
    with Files(path) as files:
        write(Counted(named(form), given, asked, setting.of(given, asked)), files)
    return {file.name: file.read_bytes() for file in files.written}


class Watched:
    """A store two events at a time, which counts how many batches somebody still holds."""

    def __init__(self, store: SqliteStore) -> None:
        self.read_by, self.records = store.read_by, store.records
        self.store = store
        self.given: list[weakref.ref[Corpus]] = []
        self.most = 0

    def batches(self, asked: Filter, *, around: Around = "told") -> Iterator[Batch]:
        for batch in self.store.batches(asked, size=2, around=around):
            self.given.append(weakref.ref(batch.corpus))
            self.most = max(self.most, sum(corpus() is not None for corpus in self.given))
            yield batch


def reordered(given: Sequence[AnyRecord]) -> list[AnyRecord]:
    """The same corpus as records in another file: articles last, each kind by itself."""
    return sorted(given, key=lambda r: (not isinstance(r, Run), isinstance(r, Article), not hasattr(r, "article")))


@pytest.mark.parametrize("form", [f.name for f in FORMATS])
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_store_is_written_as_its_records_are(path: Path, form: str, asked: Filter, tmp_path: Path) -> None:
    store = SqliteStore(path)
    wanted = written(Held(Corpus(reordered(records()))), form, asked, tmp_path / "a" / "out")
    assert written(store, form, asked, tmp_path / "b" / "out") == wanted
    assert written(Watched(store), form, asked, tmp_path / "c" / "out") == wanted
    written(store, "jsonl", Filter(everything=True), tmp_path / "lines")
    with source(tmp_path / "lines") as lines:
        assert written(lines, form, asked, tmp_path / "d" / "out") == wanted
    store.close()


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_is_exported_of_a_store_is_counted_as_in_the_store(path: Path, asked: Filter, tmp_path: Path) -> None:
    store = SqliteStore(path)
    written(store, "jsonl", asked, tmp_path / "lines")
    part, told = load(tmp_path / "lines"), [t for batch in store.batches(asked) for t in batch.told]
    assert told
    assert list(part.told(asked)) == told
    assert {r.id: r for r in part.given} == {r.id: r for r in store.records(asked)}
    store.close()


def test_records_come_back_as_they_were_read_with_all_that_was_said(path: Path) -> None:
    store = SqliteStore(path)
    found = list(store.records(Filter()))
    assert sorted(map(repr, found)) == sorted(map(repr, records()))
    assert [r.id for r in found if isinstance(r, Article)] == ["a1", "a2", "a3", "x", "y", "a4", "z"]
    store.close()


def test_a_part_has_whole_articles_and_of_others_only_the_same_events(path: Path) -> None:
    store = SqliteStore(path)
    found = list(store.records(Filter(outlets=("the wire",))))
    own = {a: [r.id for r in found if getattr(r, "article", None) == a] for a in "xyz"}
    assert own["x"] == [r.id for r in READINGS[4][1:]]
    assert own["y"] == ["state:irn", "state:omn", "y#minister", "y-met"]
    assert {r.id for r in found if isinstance(r, Article)} == {"x", "y", "z"}
    store.close()


@pytest.mark.parametrize("form", [f.name for f in FORMATS if f.name != "jsonl"])
def test_no_format_holds_what_it_has_written(path: Path, form: str, tmp_path: Path) -> None:
    watched = Watched(SqliteStore(path))
    written(watched, form, Filter(everything=True), tmp_path / "out")
    assert len(watched.given) > 6
    assert watched.most <= 2, "the batch at hand, and the one before it"


def test_a_sheet_holds_only_what_was_drawn(path: Path) -> None:
    watched = Watched(SqliteStore(path))
    drawn = sample.draw(Counted(named("csv"), watched, Filter(), setting.of(watched, Filter())), 4, 1)
    assert (len(drawn.rows), watched.most) == (4, 2)
