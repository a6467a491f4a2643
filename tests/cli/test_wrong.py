"""What is named and is not there: one line that says what the user gave, and the exit code that the documentation states."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente import codec
from detente.cli import main
from detente.ingest.given import problem
from detente.scale import manifest, task
from detente.store import SqliteStore
from tests.store.many import RUN, reading
from tests.written import RECORDS


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """`main` takes signals in hand; here they stay as they were."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of records, a store, a file of bytes, an empty folder."""
    (tmp_path / "a.jsonl").write_bytes(b"".join(codec.encode_lines(RECORDS)))
    store = SqliteStore(tmp_path / "a.store", write=True)
    store.add([tuple(reading("a"))], RUN, added="2020-01-01")
    store.close()
    (tmp_path / "bytes").write_bytes(bytes(range(256)))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("dossier a.jsonl Zorro", 1, "nobody called 'Zorro' is found in these articles"),
        ("dossier a.store Zorro", 1, "nobody called 'Zorro' is found in these articles"),
        ("dyad a.store Zorro Iran", 1, "nobody called 'Zorro' is found in these articles"),
        ("timeline a.store --actor Zorro", 1, "no such event in these articles"),
        ("search a.store zorro", 1, "nothing in a.store fits"),
        ("timeline none", 2, "none: No such file or directory"),
        ("timeline empty", 2, "empty: Is a directory"),
        ("show a.store zorro", 2, "a.store: nothing with the id zorro"),
        ("remove a.store zorro", 2, "a.store: no article zorro"),
        ("diff a.store zorro zorro", 2, "a.store: no run zorro; see `detente runs`"),
        ("check none", 2, "none: no such store"),
        ("check a.jsonl", 2, "a.jsonl: not a store"),
        ("combine none", 2, "none: no such folder"),
        ("combine empty", 2, "empty: not a folder that `detente read --out` wrote"),
        ("combine a.jsonl", 2, "a.jsonl: a file, not a folder of shards"),
        ("export a.jsonl --to zorro", 2, "no format 'zorro'; there are"),
        ("watch bytes --store w.store", 2, "bytes: not UTF-8 (byte 128); a file of feeds in TOML is wanted"),
        ("watch empty --store w.store", 2, "empty: Is a directory"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_one_line_and_the_exit_code(
    words: str, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["detente", *words.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().err.strip().startswith(f"detente: {said}")) == (code, True)


def test_combine_tells_inputs_that_could_not_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = manifest.keep(folder / "out", manifest.plan(["bytes"], RUN, manifest.Given()))
    shard = task.finished(folder / "out", plan.shards[0])
    shard.parent.mkdir()
    shard.write_bytes(b"".join(codec.encode_lines((RUN, problem("bytes", "binary", "no text")))))
    monkeypatch.setattr(sys, "argv", ["detente", "combine", "out", "--store", "b.store"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert (ended.value.code, said.err) == (1, "detente: bytes: no text (binary)\n")
    assert said.out == "b.store: 0 added, 0 unchanged, 0 replaced, 1 problem\n"
