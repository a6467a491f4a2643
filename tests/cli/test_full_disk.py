"""A disk that fills up, a real one: each command says so in one line, ends with 2, and what was there before is readable."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente import codec
from detente.archive import load
from detente.store import SqliteStore
from tests.cli import crowd
from tests.cli.test_kills import ended
from tests.ingest.served import article, site

pytestmark = [pytest.mark.model, pytest.mark.long]


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 2 MB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    try:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("no mount on this machine")
    if mounted.returncode:
        pytest.skip(f"mounting is not allowed here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, as records and as shards."""
    folder = tmp_path_factory.mktemp("read")
    crowd.archive(folder / "news")
    assert ended(folder, "read", "news", "--out", "shards") == 0
    with (folder / "all.jsonl").open("wb") as stream:
        subprocess.run([sys.executable, "-m", "detente", "combine", "shards"], cwd=folder, stdout=stream, check=True)
    return folder


def said(folder: Path, *words: str, stdout: Path | None = None) -> str:
    """The last line of a command that the disk ends."""
    with (stdout or folder / "out").open("wb") as stream:
        done = subprocess.run([sys.executable, "-m", "detente", *words], cwd=folder, stdout=stream, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2, done.stderr
    return done.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize("words", [("read", "news"), ("combine", "shards")])
def test_a_store_keeps_what_was_stored(records: Path, tiny: Path, words: tuple[str, ...]) -> None:
    line = said(records, *words, "--store", str(tiny / "a.store"))
    assert line == f"detente: {tiny / 'a.store'}: the disk is full; nothing of what was being written is in the store"
    store = SqliteStore(tiny / "a.store", write=True)
    assert store.check() == ()
    assert store.articles()
    store.close()


def filled(tiny: Path, left: int) -> None:
    """The disk with so many bytes left."""
    (tiny / "ballast").write_bytes(bytes((2 << 20) - left))


def test_shards_that_were_read_stay(records: Path, tiny: Path) -> None:
    filled(tiny, 640_000)
    given = ("read", str(records / "news"), "--out", "tiny/out", "--shard-size", "9000")
    assert ended(tiny.parent, *given) == 1
    log = (tiny.parent / "log").read_text()
    assert "set aside; why: tiny/out/" in log
    assert "Traceback" not in log
    done = list((tiny / "out" / "shards").glob("*.jsonl"))
    assert done
    assert all(codec.decode(line) for file in done for line in file.read_bytes().splitlines())


@pytest.mark.parametrize("form", ["csv", "jsonl", "gdelt"])
def test_an_export_is_whole_or_not_there(records: Path, tiny: Path, form: str) -> None:
    filled(tiny, 150_000)
    assert said(records, "export", "all.jsonl", "--to", form, "-o", str(tiny / "x")) == f"detente: {tiny / 'x'}: No space left on device"
    assert [file.name for file in tiny.iterdir()] == ["ballast"]


@pytest.mark.parametrize("words", [("read", "news", "--json"), ("combine", "shards")])
def test_standard_output(records: Path, tiny: Path, words: tuple[str, ...]) -> None:
    filled(tiny, 640_000)
    assert said(records, *words, stdout=tiny / "all.jsonl") == "detente: standard output: No space left on device"


def test_a_page(records: Path, tiny: Path) -> None:
    filled(tiny, 640_000)
    assert said(records, "read", "news", "--html", str(tiny / "p.html")) == f"detente: {tiny / 'p.html'}: No space left on device"
    assert [file.name for file in tiny.iterdir()] == ["ballast"]


def test_judgements_are_written_whole_or_not_at_all(records: Path, tiny: Path) -> None:
    lines = (records / "all.jsonl").read_bytes().splitlines(keepends=True)
    few = b"".join(lines[: len(lines) // 4])
    (tiny / "few.jsonl").write_bytes(few)
    filled(tiny, 8192 + len(few))
    assert said(tiny.parent, "resolve", "tiny/few.jsonl", "--keep") == "detente: tiny/few.jsonl: No space left on device"
    assert (tiny / "few.jsonl").read_bytes() == few
    assert load(tiny / "few.jsonl").articles


def test_what_is_fetched(tiny: Path) -> None:
    filled(tiny, 12_288)
    with site({"/a": article("Envoys meet in Vienna", head="")}) as here:
        here.pages["/a"] = article(
            "Envoys meet in Vienna", head="".join(f"<meta name=k{n} content={n * 7919 % 99991}>" for n in range(4000))
        )
        words = ("read", here.url("/a"), "--allow-private", "--delay", "0", "--keep", str(tiny / "kept"))
        assert said(tiny.parent, *words) == f"detente: {tiny / 'kept'}: No space left on device"
