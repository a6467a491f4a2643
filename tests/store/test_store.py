"""One file: opened, refused, full, read by others meanwhile; pages and counts."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente import codec
from detente.archive import load
from detente.corpus import Corpus, Filter
from detente.errors import InputError, StoreError
from detente.records import Event
from detente.store import SqliteStore, existing
from detente.store.schema import VERSION
from tests.store.many import RUN, put_right, reading, same

MANY = [reading(f"m{n}", f"2020-{n % 12 + 1:02}-{n % 27 + 1:02}", outlet=f"O{n % 3}", title=f"Talks {n}") for n in range(30)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = SqliteStore(tmp_path / "store", write=True)
    store.add(MANY, RUN, added="2026-01-01")
    store.close()
    return tmp_path / "store"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(path, write=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", ["article", "event", "relation"])
@pytest.mark.parametrize(
    "asked", [Filter(), Filter(actors=("Sultanate of Oman",)), Filter(published_since="2020-05-01"), Filter(text="ministers")], ids=str
)
def test_pages_follow_one_another_without_gap_or_overlap(store: SqliteStore, kind: str, asked: Filter) -> None:
    whole = [h.record.id for h in store.page(kind, asked, limit=1000).hits]  # type: ignore[arg-type]
    parts: list[str] = []
    after = None
    while True:
        page = store.page(kind, asked, limit=7, after=after)  # type: ignore[arg-type]
        parts += [h.record.id for h in page.hits]
        after = page.after
        if after is None:
            break
    assert parts == whole
    assert len(whole) == len(set(whole)) > 0


def test_a_hit_names_actors_and_shows_the_words(store: SqliteStore) -> None:
    (hit,) = store.page("event", Filter(text='"talks go on" 7', codes=("meet",)), limit=1).hits
    assert [a.name for a in hit.actors] == ["Iran", "Oman"]
    assert hit.snippet is not None
    assert "[Talks go on]" in hit.snippet


@pytest.mark.parametrize("words", ["-", "OR", "-war", '"'])
def test_words_that_ask_for_nothing_are_refused(store: SqliteStore, words: str) -> None:
    with pytest.raises(InputError, match="no word"):
        store.page("article", Filter(text=words))


@pytest.mark.parametrize(
    ("words", "count"), [("ministers -iran", 0), ("mini* muscat", 30), ("war OR iran oman", 30), ('"iran oman"', 0), ("it's (", 0)]
)
def test_words(store: SqliteStore, words: str, count: int) -> None:
    assert len(store.page("article", Filter(text=words)).hits) == count


def test_a_page_of_another_search_is_refused(store: SqliteStore) -> None:
    after = store.page("article", Filter(), limit=1).after
    for wrong in (after, "!", "x"):
        with pytest.raises(InputError, match="ended"):
            store.page("event", Filter(), after=wrong)


def test_counts_are_those_of_the_rows(store: SqliteStore) -> None:
    store.say([same("m1-met", "m13-met"), put_right("m2-met", "code", "AID")], added="2026")
    for asked in (Filter(), Filter(actors=("Iran",)), Filter(since="2020-02-01", until="2020-08-01"), Filter(outlets=("o1",))):
        found = {(f.kind, f.value): f.count for f in store.facets(asked)}
        told = [t for b in store.batches(asked) for t in b.told]
        assert {v: n for (k, v), n in found.items() if k == "code"} == _counted([t.event.plover for t in told])
        assert {v: n for (k, v), n in found.items() if k == "status"} == _counted([t.event.factuality for t in told])
        assert {v: n for (k, v), n in found.items() if k == "outlet"} == _counted(
            [o.casefold() for t in told for o in {a.outlet for a in t.articles} if o]
        )


def test_a_corrected_code_is_counted_with_its_own_quad(store: SqliteStore) -> None:
    store.say([put_right("m2-met", "code", "ASSAULT")], added="2026")
    assert ("quad", "4", 1) in [(f.kind, f.value, f.count) for f in store.facets(Filter())]
    (hit,) = store.page("event", Filter(codes=("ASSAULT",))).hits
    assert isinstance(hit.record, Event) and (hit.record.plover, hit.record.mode, hit.record.quad) == ("ASSAULT", None, 4)


def _counted(values: list[str]) -> dict[str, int]:
    return {v: values.count(v) for v in set(values)}


def test_a_corpus_of_a_store_is_that_of_its_records(path: Path, tmp_path: Path) -> None:
    lines = tmp_path / "records.jsonl"
    lines.write_bytes(b"".join(codec.encode_lines([r for one in MANY for r in one])))
    a, b = load(path), load(lines)
    assert isinstance(a, Corpus)
    assert (a.articles, a.actors, a.events, a.statements) == (b.articles, b.actors, b.events, b.statements)
    assert a.told() == b.told()


def test_readers_see_a_whole_store_while_another_writes(store: SqliteStore, path: Path) -> None:
    reader = SqliteStore(path)
    with store.transaction():
        store.add([reading("new")], RUN, added="2026")
        assert len(reader.articles()) == 30
    assert len(reader.articles()) == 31
    reader.close()


def test_a_stream_is_of_one_moment(store: SqliteStore) -> None:
    stream = store.batches(Filter(), size=10)
    first = next(stream)
    store.remove("m7")
    assert sum(len(t.tellings) for batch in (first, *stream) for t in batch.told) == 60


def test_who_waits_too_long_is_told_why(path: Path) -> None:
    one, other = SqliteStore(path, write=True), SqliteStore(path, write=True, wait=0.05)
    with one.transaction():
        one.add([reading("new")], RUN, added="2026")
        failed: list[str] = []

        def add() -> None:
            with pytest.raises(StoreError, match="another process is writing") as caught:
                other.add([reading("late")], RUN, added="2026")
            failed.append(str(caught.value))

        thread = threading.Thread(target=add)
        thread.start()
        thread.join()
    assert failed
    one.close()
    other.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"news of the day", "not a store"), (b"SQLite format 3\x00" + b"x" * 4000, "damaged"), (b"SQLite format 3\x00", "damaged")],
)
def test_other_files_are_refused_and_left_alone(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(StoreError, match=message):
            SqliteStore(path, write=write)
    assert path.read_bytes() == content


def test_a_foreign_database_a_newer_store_a_folder_and_nothing_are_refused(tmp_path: Path, path: Path) -> None:
    foreign = sqlite3.connect(tmp_path / "foreign")
    foreign.execute("CREATE TABLE a (b)")
    foreign.close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    for wrong, message in ((tmp_path / "foreign", "no store of Detente"), (path, "newer Detente"), (tmp_path, "a folder")):
        for write in (False, True):
            with pytest.raises(StoreError, match=message):
                SqliteStore(wrong, write=write)
    with pytest.raises(StoreError, match="no such store"):
        SqliteStore(tmp_path / "nix")
    with pytest.raises(StoreError, match="cannot be opened"):
        SqliteStore(tmp_path / "nix" / "nix", write=True)


def test_an_empty_file_is_no_store_and_stays_empty(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    for opening in (lambda: SqliteStore(empty), lambda: existing(empty)):
        with pytest.raises(StoreError, match="an empty file, not a store"):
            opening()
    assert empty.stat().st_size == 0


def test_damage_is_found(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("UPDATE daily SET n = n + 1 WHERE label = 0 AND plover = 'AGREE'")
    con.execute("DELETE FROM words_docsize WHERE id = 3")
    con.execute("UPDATE told SET id = 'another' WHERE id = 'm3-met'")
    con.execute("UPDATE who SET identity = 'state:irn' WHERE id = 'm4#minister'")
    con.commit()
    con.close()
    store = SqliteStore(path, write=True)
    wrong = "\n".join(store.check())
    assert "counts by day" in wrong
    assert "words are not indexed" in wrong
    assert "under another real-world event than was judged (1)" in wrong
    assert "known as another than was judged (1)" in wrong
    store.close()


def test_a_torn_file_is_told(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:40960] = b"\x55" * (40960 - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        store = SqliteStore(path, write=True)
        if wrong := store.check():
            store.close()
            raise StoreError(f"damaged {wrong}")


FILLED = """
import resource, signal, sys
from pathlib import Path
from detente.errors import StoreError
from detente.store import SqliteStore
from tests.store.many import RUN, reading
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
store = SqliteStore(Path(sys.argv[1]), write=True)
try:
    for n in range(10000):
        store.add([reading(f"full{n}", text=f"Iran met Oman. {n} " + " ".join(str(n * k) for k in range(3000)))], RUN, added="2026")
except StoreError as error:
    print(error)
    sys.exit(2)
"""


def test_a_full_disk_is_told_and_the_store_stays_whole(path: Path) -> None:
    limit = str(path.stat().st_size + 400_000)
    done = subprocess.run([sys.executable, "-c", FILLED, str(path), limit], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "disk" in done.stdout
    assert "Traceback" not in done.stderr
    store = SqliteStore(path, write=True)
    assert store.check() == ()
    assert len(store.articles()) >= 30
    store.close()


def test_what_is_kept_of_a_feed(store: SqliteStore) -> None:
    store.keep("https://f.example", "etag", '"x"')
    store.keep("https://f.example", "seen", "[]")
    store.keep("https://f.example", "etag", None)
    assert store.recall("https://f.example", "etag") is None
    assert store.kept("https://f.example") == (("seen", "[]"),)
