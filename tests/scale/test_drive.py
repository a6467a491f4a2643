"""Shards driven to their end by an engine of the test: what is finished stays, what fails is set aside, an article is given once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from detente import codec
from detente.errors import InputError
from detente.records import AnyRecord, Article, Problem, Run
from detente.scale import drive, manifest
from detente.scale.engines import Done
from detente.scale.manifest import Given, Manifest
from detente.scale.task import ASIDE, finished

RUN = Run(id="r", program="p", data="d", model="m")
A, B = (Article(id=i, text=i, digest=i) for i in "ab")
BROKEN = Problem(id="p", stage="ingest", code="empty", message="c.txt: the file is empty")


class Fake:
    """Writes a shard's records, or fails."""

    def __init__(self, plan: Manifest, write: Callable[[int], Sequence[AnyRecord] | str]) -> None:
        self.plan = plan
        self.write = write
        self.asked: list[str] = []

    def __call__(self, folder: str, shards: Sequence[str]) -> Iterator[Done]:
        self.asked += shards
        for number, shard in enumerate(self.plan.shards):
            if shard.name in shards:
                made = self.write(number)
                if isinstance(made, str):
                    yield Done(shard.name, made)
                    continue
                path = finished(Path(folder), shard)
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(b"".join(codec.encode_lines(made)))
                yield Done(shard.name)


@pytest.fixture
def plan(tmp_path: Path) -> Manifest:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("x" * 50)
    return manifest.keep(tmp_path / "out", manifest.plan([str(tmp_path / f"{n}.txt") for n in "abc"], RUN, Given(), size=50))


def test_a_shard_that_fails_is_set_aside_and_tried_again_alone(tmp_path: Path, plan: Manifest) -> None:
    out = tmp_path / "out"
    first = Fake(plan, lambda n: "no memory" if n == 1 else (RUN, A))
    assert [bool(d.error) for d in drive.read(out, plan, first)] == [False, True, False]
    note = out / ASIDE / f"{plan.shards[1].name}.txt"
    assert note.read_text() == "no memory\n"
    second = Fake(plan, lambda n: (RUN, B))
    assert [d.error for d in drive.read(out, plan, second)] == [""]
    assert second.asked == [plan.shards[1].name]
    assert not note.exists()
    assert drive.unfinished(out, plan) == ()


def test_an_article_in_two_shards_is_given_once_and_problems_all(tmp_path: Path, plan: Manifest) -> None:
    out = tmp_path / "out"
    list(drive.read(out, plan, Fake(plan, lambda n: ((RUN, A), (RUN, A, B), (RUN, BROKEN))[n])))
    assert list(drive.records(out, plan)) == [RUN, A, B, BROKEN]


def test_a_shard_of_another_program_is_refused(tmp_path: Path, plan: Manifest) -> None:
    out = tmp_path / "out"
    list(drive.read(out, plan, Fake(plan, lambda n: (Run(id="x", program="q", data="d", model="m"), A))))
    with pytest.raises(InputError, match="another program"):
        list(drive.records(out, plan))


def test_what_killed_processes_left_is_cleared_when_all_is_done(tmp_path: Path, plan: Manifest) -> None:
    out = tmp_path / "out"
    (out / "shards").mkdir()
    (out / "shards" / "00000-x.jsonl.node.17.part").write_text("half")
    list(drive.read(out, plan, Fake(plan, lambda n: (RUN, A))))
    assert sorted(p.suffix for p in (out / "shards").iterdir()) == [".jsonl"] * 3
