"""What every export says of itself: program, data, which records, how to cite."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.records import Run

PROGRAM = "Detente"
PAGE = "https://github.com/detente/detente"


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The origin of an export. `runs` are those that read the articles; nothing here comes from the clock."""

    program: str
    data: str
    runs: tuple[Run, ...] = ()
    asked: str = ""

    @property
    def cite(self) -> str:
        """How to cite the file, in one line."""
        return f"{PROGRAM} ({self.version}), data {self.data}. Event records read from news articles. {PAGE}"

    @property
    def version(self) -> str:
        """The version of the program that wrote the export."""
        return f"version {self.program.partition(' ')[2]}"

    def lines(self) -> tuple[str, ...]:
        """The same as lines of text, for a file beside the export or a field in it."""
        read = [f"read by: {r.program}, data {r.data}, model {r.model}, run {r.id}" for r in self.runs]
        asked = [f"asked for: {self.asked}"] if self.asked else []
        return (f"written by: {self.program}, data {self.data}", *dict.fromkeys(read), *asked, f"cite as: {self.cite}")


def make(program: str, data: str, runs: Iterable[Run], *, asked: str = "") -> About:
    """The origin of an export of what these runs read."""
    return About(program=program, data=data, runs=tuple({r.id: r for r in runs}.values()), asked=asked)
