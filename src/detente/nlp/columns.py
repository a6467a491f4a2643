"""From a parser's token arrays to a `Parse`: offsets into the article, subtree edges, base forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.nlp.parse import Parse


class Columns:
    """Gathers the paragraphs of one text, in order, and builds its parse."""

    def __init__(self, lemma: Callable[[str, str], str]) -> None:
        self.lemma = lemma
        self.words: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.tag: list[str] = []
        self.dep: list[str] = []
        self.head: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.paragraphs: list[tuple[int, int]] = []
        self.names: list[tuple[int, int, str]] = []

    def add(  # noqa: PLR0913  the columns of one paragraph, as a parser gives them
        self,
        *,
        words: Sequence[str],
        start: Sequence[int],
        tag: Sequence[str],
        dep: Sequence[str],
        head: Sequence[int],
        sentences: Sequence[tuple[int, int]],
        names: Sequence[tuple[int, int, str]],
        end: Sequence[int] | None = None,
    ) -> None:
        """Append one paragraph: `start` counts from the text's begin, `head`, `sentences` and `names` from the paragraph's.

        `end` is given where words are read otherwise than they are written.
        """
        base = len(self.words)
        self.words += words
        self.start += start
        self.end += end or [s + len(w) for s, w in zip(start, words, strict=True)]
        self.tag += tag
        self.dep += dep
        self.head += [base + h for h in head]
        self.sentences += [(base + a, base + b) for a, b in sentences]
        self.names += [(base + a, base + b, label) for a, b, label in names]
        self.paragraphs.append((base, len(self.words)))

    def join(self) -> None:
        """Make one paragraph of the last two."""
        (first, _), (_, last) = self.paragraphs[-2:]
        self.paragraphs[-2:] = [(first, last)]

    def parse(self) -> Parse:
        """The parse of all that was added."""
        lower = [w.lower().replace("’", "'") for w in self.words]
        kids, left, right = self._trees()
        return Parse(
            words=tuple(self.words),
            lower=tuple(lower),
            lemma=tuple(map(self.lemma, lower, self.tag)),
            tag=tuple(self.tag),
            dep=tuple(self.dep),
            head=tuple(self.head),
            start=tuple(self.start),
            end=tuple(self.end),
            kids=tuple(map(tuple, kids)),
            sentences=tuple(self.sentences),
            paragraphs=tuple(self.paragraphs),
            names=tuple(self.names),
            sentence_of=tuple(i for i, (a, b) in enumerate(self.sentences) for _ in range(a, b)),
            left=tuple(left),
            right=tuple(right),
        )

    def _trees(self) -> tuple[list[list[int]], list[int], list[int]]:
        n = len(self.words)
        kids: list[list[int]] = [[] for _ in range(n)]
        left, right = list(range(n)), list(range(1, n + 1))
        for token, head in enumerate(self.head):
            if head != token:
                kids[head].append(token)
        for token in range(n):  # each token widens all above it: depth is small, so this stays near-linear
            above = self.head[token]
            at = token
            while above != at:
                left[above] = min(left[above], token)
                if right[above] <= token:
                    right[above] = token + 1
                at, above = above, self.head[above]
        return kids, left, right
