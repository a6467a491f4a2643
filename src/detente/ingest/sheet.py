"""A page while it is being cleaned: its lines, and what was decided of each. Made and dropped within one call."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from detente.ingest import dates
from detente.ingest.lines import Line
from detente.ingest.tables import Match, Table, sentence, words
from detente.records import Cut

LONG = 25
"""Words from which a line is prose even without a full stop."""
FURNITURE = 600
"""Characters; a longer line is never furniture, nor a caption, nor a headline: it is kept without a look."""
STANDFIRST = 2
"""Sentences that may stand between headline and byline."""


@dataclass
class Sheet:
    """Lines with verdicts. `why[i]` is the reason why line i was cut; `captions` are kept lines that are captions."""

    lines: list[Line]
    table: Table
    why: dict[int, str] = field(default_factory=dict)
    captions: set[int] = field(default_factory=set)
    trims: list[tuple[int, Cut]] = field(default_factory=list)
    marks: dict[int, Match] = field(default_factory=dict)
    stamps: list[dates.Stamp] = field(default_factory=list)
    first: int = 0
    last: int = -1
    """First and last line of prose; without any, the first line of the page and the one before it."""
    headline: int | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    told: dict[str, bool] = field(default_factory=dict)

    def text(self, at: int) -> str:
        """The words of line `at`, without what was trimmed."""
        return self.lines[at].text

    def prosaic(self, at: int) -> bool:
        """Whether line `at` reads as prose; asked often, told once a text."""
        text = self.text(at)
        if text not in self.told:
            self.told[text] = is_prose(text)
        return self.told[text]

    def cut(self, at: int, why: str) -> None:
        """Line `at` is furniture; the first reason stays."""
        self.why.setdefault(at, why)
        self.captions.discard(at)

    def trim(self, at: int, text: str, cut: Cut) -> None:
        """Keep only `text` of line `at`, which lost the words of `cut` at an end."""
        self.lines[at] = self.lines[at]._replace(text=text)
        self.trims.append((at, cut))

    def kept(self) -> list[int]:
        """The lines that are not cut, in order."""
        return [at for at in range(len(self.lines)) if at not in self.why]

    def prose(self) -> list[int]:
        """Kept lines that read as the body of an article: sentences, no captions, nothing that a table names."""
        return [at for at in self.kept() if at not in self.captions and at not in self.marks and self.prosaic(at)]

    def measure(self, live: bool = False) -> None:
        """Find the first and last line of prose. A byline or date below a sentence shows that it heads the page."""
        found = self.prose()
        self.first, self.last = (found[0], found[-1]) if found else (len(self.lines), -1)
        for above, below in pairwise(found[: STANDFIRST + 1]):
            between = {self.marks[at].why for at in range(above + 1, below) if at in self.marks}
            if between & ({"byline"} if live else {"byline", "timestamp"}) and len(found) > 2:
                self.first = below

    def fits(self, at: int, where: str) -> bool:
        """Whether line `at` lies in that part of the page."""
        above, below = at < self.first, at > self.last
        return {"any": True, "head": above, "tail": below, "edge": above or below}[where]


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more, or too long to be anything else."""
    return sentence(text) or len(words(text)) >= LONG
