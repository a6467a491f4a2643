"""Quotations: which tokens stand between quotation marks, whatever marks, balanced or not."""

from __future__ import annotations

import msgspec

from detente.nlp.parse import Parse

CLOSERS = {
    '"': ('"', "”", "''"),
    "“": ("”", '"', "''"),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "``": ("''", '"'),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "'": ("'", "’"),
    "「": ("」",),
    "『": ("』",),
}
MARKS = frozenset(CLOSERS) | {"''", "’", "」", "』"}
SINGLE = frozenset("‘’'‚")
DEEPEST = 3


class Quoted(msgspec.Struct, frozen=True):
    """Tokens `first` to `last` between marks. `close` is the closing mark's token, or one past the end where none stands.

    `carried` is true where the quotation goes on from the paragraph before, whose own was left open.
    """

    first: int
    last: int
    open: int
    close: int
    closed: bool
    depth: int = 0
    carried: bool = False


def find(parse: Parse) -> tuple[Quoted, ...]:
    """All quotations, in order of their begin, those inside others too. Unpaired single marks are apostrophes."""
    found: list[Quoted] = []
    pending = False
    for first, last in parse.paragraphs:
        if pending or any(w in MARKS for w in parse.words[first:last]):
            here = _Paragraph(parse, first, last, pending).read()
            pending = any(not q.closed and not q.depth for q in here)
            found += here
    return tuple(sorted(found, key=lambda q: (q.open, -q.close)))


class _Paragraph:
    """One paragraph's marks, read from left to right with a stack of open ones."""

    def __init__(self, parse: Parse, first: int, last: int, pending: bool) -> None:
        self.parse, self.first, self.last, self.pending = parse, first, last, pending
        self.stack: list[tuple[int, str]] = []
        self.found: list[Quoted] = []

    def read(self) -> list[Quoted]:
        words = self.parse.words
        for at in range(self.first, self.last):
            if words[at] in MARKS:
                self._mark(at, words[at])
        for depth, (start, mark) in enumerate(self.stack):
            if mark not in SINGLE and self.last - start > 2:
                self._add(start, self.last, closed=False, depth=depth)
                break
        return self.found

    def _mark(self, at: int, mark: str) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if mark in CLOSERS[self.stack[depth][1]] and self._may_close(at, mark):
                start, _ = self.stack[depth]
                del self.stack[depth:]
                self._add(start, at, closed=True, depth=depth)
                return
        if self._may_open(at, mark) and not self._ends_pending(at):
            self._open(at, mark)
        elif self.pending and not self.stack and not self.found and mark not in SINGLE and mark in ('"', "”", "''", "»", "«"):
            self._add(self.first - 1, at, closed=True, depth=0)

    def _ends_pending(self, at: int) -> bool:
        """Whether a mark that looks like an opening one closes what the paragraph before left open."""
        first = self.pending and not self.stack and not self.found and at > self.first
        return first and self.parse.words[at] == '"' and self.parse.words[at - 1] in (",", "?", "!", ".")

    def _open(self, at: int, mark: str) -> None:
        if self.stack and self.stack[-1][1] == mark:  # the one before was never closed
            start, _ = self.stack.pop()
            if mark not in SINGLE and at - start > 2 and self.parse.words[at - 1] in ".?!…":
                self._add(start, at, closed=False, depth=len(self.stack))
        if len(self.stack) < DEEPEST:
            self.stack.append((at, mark))

    def _add(self, start: int, close: int, *, closed: bool, depth: int) -> None:
        if close - start > 1:
            carried = self.pending and start <= self.first
            self.found.append(Quoted(start + 1, close, max(start, self.first), close, closed, depth, carried))

    def _gaps(self, at: int) -> tuple[bool, bool]:
        """Whether space stands before and after the token."""
        start, end = self.parse.start, self.parse.end
        before = at == self.first or start[at] > end[at - 1] or self.parse.words[at - 1] in ("(", "[", "-", "–", "—", "--", "/")
        return before, at + 1 >= self.last or start[at + 1] > end[at]

    def _may_open(self, at: int, mark: str) -> bool:
        before, after = self._gaps(at)
        if mark in ("“", "„", "‟", "``", "「", "『"):
            return True
        if mark in ("''", "」", "』", "’") or mark not in CLOSERS:
            return False
        if mark in ("«", "»", "‹", "›"):
            return before or mark in ("«", "‹")
        if mark == "”":  # opens only in the Nordic way, close to its word
            return before and not after
        if at + 1 >= self.last or (mark in SINGLE and (after or not before)):
            return False
        if mark == "'":
            return self._closes_later(at)
        return before or not after or bool(self.stack)

    def _may_close(self, at: int, mark: str) -> bool:
        before, after = self._gaps(at)
        if mark in ('"', "'") and before and not after and self.stack[-1][0] != at - 1:
            return mark == '"' and self.parse.words[at - 1] in (",", "?", "!", ".")  # …, "said X
        if mark in ("'", "’"):
            return not before and not (self.parse.tag[at] == "POS" and self._closes_later(at))
        return True

    def _closes_later(self, at: int) -> bool:
        words = self.parse.words
        return any(words[i] in ("'", "’") and not self._gaps(i)[0] for i in range(at + 2, self.last))
