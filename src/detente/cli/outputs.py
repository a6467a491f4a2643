"""Where the records of articles go: reports, JSON Lines, a page; all of them, or what one actor or issue has to do with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from detente.records import AnyRecord, Run


class Output(Protocol):
    """Where the records of articles go; `kept` are those that were asked for, where not all were."""

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        """Take the records of one article."""
        ...

    def close(self) -> None:
        """There are no more."""
        ...


class Look(NamedTuple):
    """What a report shows beside what it always does."""

    codes: bool
    everything: bool


class Narrowed:
    """Hands on what one actor or issue has to do with, of articles in which there is any."""

    def __init__(self, outputs: list[Output], by: str | None, about: str | None, key: Callable[[str], str]) -> None:
        from detente.views.narrow import Asked

        self.outputs = outputs
        self.asked = Asked(by, about, key)
        self.count = 0

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        """Take the records of one article."""
        from detente.records import Actor, Article
        from detente.views import narrow

        kept = narrow.keep(records, self.asked)
        if all(isinstance(r, Article | Actor) for r in kept):
            return
        self.count += 1
        for output in self.outputs:
            output.add(records, kept)

    def close(self) -> None:
        """There are no more."""
        for output in self.outputs:
            output.close()
        if not self.count:
            words = " ".join(filter(None, (self.asked.by and f"by {self.asked.by}", self.asked.about and f"about {self.asked.about}")))
            print(f"detente: nothing {words} in these articles", file=sys.stderr)


class Reports:
    """Reports on standard output."""

    def __init__(self, look: Look) -> None:
        from detente.cli import terminal

        self.look = look
        self.console = terminal.console()
        self.first = True

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        """Take the records of one article."""
        from detente.cli import terminal
        from detente.views import narrow, report

        if not self.first:
            self.console.print(terminal.rule(), crop=False)
        self.first = False
        made = report.make(records, everything=self.look.everything) if kept is None else narrow.make(records, kept)
        self.console.print(terminal.show(made, codes=self.look.codes))

    def close(self) -> None:
        """Nothing is left to write."""


class Lines:
    """JSON Lines on standard output, the run first."""

    def __init__(self, run: Run) -> None:
        from detente import codec

        self.write = sys.stdout.buffer.write
        self.write(codec.encode(run) + b"\n")

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        """Take the records of one article."""
        from detente import codec

        for line in codec.encode_lines(records if kept is None else kept):
            self.write(line)

    def close(self) -> None:
        """There are no more."""
        sys.stdout.buffer.flush()


def whole(path: Path, text: str) -> None:
    """Write a file that is there only when it is whole. Raises StoreError where it cannot be written."""
    part = path.with_name(path.name + ".part")
    with _writing(path, part):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        os.replace(part, path)


@contextmanager
def _writing(path: Path, part: Path) -> Iterator[None]:
    """StoreError for a disk that takes no more; what was begun is then removed."""
    from detente.errors import StoreError

    try:
        yield
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError(f"{path}: {error.strerror or error}") from error


class Page:
    """One page in one file, which is there only when it is whole."""

    def __init__(self, path: Path) -> None:
        from detente.web.page import Page

        self.path = path
        self.part = path.with_name(path.name + ".part")
        self.page = Page()
        with _writing(self.path, self.part):
            path.parent.mkdir(parents=True, exist_ok=True)
            self.stream = self.part.open("w", encoding="utf-8", newline="\n")
            self.stream.write(self.page.head())

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        """Take the records of one article."""
        with _writing(self.path, self.part):
            self.stream.write(self.page.article(records if kept is None else kept))

    def close(self) -> None:
        """There are no more."""
        with _writing(self.path, self.part):
            self.stream.write(self.page.tail())
            self.stream.close()
            os.replace(self.part, self.path)
        many = "1 article" if self.page.count == 1 else f"{self.page.count} articles"
        print(f"{self.path}: {many}", file=sys.stderr)
