"""Parses made by hand, for tests that do not load a model."""

from detente.nlp.columns import Columns
from detente.nlp.parse import Parse


def parse(*sentences: str) -> Parse:
    """One paragraph a string. A token is `word/TAG/dep/head` or `word/TAG/dep/head/lemma`; head counts within its string.

    Words stand one space apart, paragraphs two line ends; a lone `|` begins a new sentence in the same paragraph.
    """
    bases: dict[tuple[str, str], str] = {}
    columns = Columns(lambda word, tag: bases.get((word, tag), word))
    at = 0
    for sentence in sentences:
        tokens: list[list[str]] = []
        cuts = [0]
        for piece in sentence.split():
            if piece == "|":
                cuts.append(len(tokens))
            else:
                tokens.append(piece.split("/"))
        for t in tokens:
            if len(t) > 4:
                bases[(t[0].lower().replace("’", "'"), t[1])] = t[4]
        starts = []
        for t in tokens:
            starts.append(at)
            at += len(t[0]) + 1
        at += 1
        columns.add(
            words=[t[0] for t in tokens],
            start=starts,
            tag=[t[1] for t in tokens],
            dep=[t[2] for t in tokens],
            head=[int(t[3]) for t in tokens],
            sentences=list(zip(cuts, [*cuts[1:], len(tokens)], strict=True)),
            names=[],
        )
    return columns.parse()


def text(*sentences: str) -> str:
    """The text that `parse` of the same strings has offsets into."""
    return "\n\n".join(" ".join(p.split("/")[0] for p in s.split() if p != "|") for s in sentences)
