"""Where on a page words stand: the visible text without spaces, and the source line of each stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lxml.html import HtmlElement

from detente.text import compact

UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe"})
KEY = 40
"""Characters by which a paragraph is found again."""


class Places:
    """The visible text of a page, folded and without spaces. Offsets are into that text."""

    def __init__(self, tree: HtmlElement) -> None:
        self.spans: dict[HtmlElement, tuple[int, int]] = {}
        self.starts: list[int] = []
        self.lines: list[int] = []
        pieces: list[str] = []
        self._at = 0
        for piece in self._walk(tree):
            pieces.append(piece)
        self.text = "".join(pieces)

    def _walk(self, top: HtmlElement) -> Iterator[str]:
        """All pieces of text in order, without recursion: saved pages nest deeper than Python does."""
        stack: list[tuple[HtmlElement, bool, int]] = [(top, True, 0)]
        while stack:
            element, opening, start = stack.pop()
            if not opening:
                self.spans[element] = (start, self._at)
                yield from self._piece(element.tail if element is not top else None, element)
                continue
            stack.append((element, False, self._at))
            if isinstance(element.tag, str) and element.tag not in UNSEEN:
                yield from self._piece(element.text, element)
                stack.extend((child, True, 0) for child in reversed(element))

    def _piece(self, text: str | None, element: HtmlElement) -> Iterator[str]:
        bare = compact(text or "")
        if bare:
            self.starts.append(self._at)
            self.lines.append(element.sourceline or 0)
            self._at += len(bare)
            yield bare

    def find(self, text: str, after: int = 0) -> int:
        """Where a paragraph begins, looked for after an offset first and then from the top; -1 where it is not."""
        wanted = compact(text)[:KEY]
        found = self.text.find(wanted, max(after, 0)) if wanted else -1
        return found if found >= 0 or not wanted else self.text.find(wanted)

    def line(self, at: int) -> int:
        """The source line (1-based) of the element that holds the text at an offset; 0 for an unknown offset."""
        return self.lines[bisect_right(self.starts, at) - 1] if at >= 0 and self.starts else 0
