"""Scores mentions of persons: whether the words that stand for somebody are found and given to the right one.

    python -m eval.mentions --shared FOLDER [--list]

`mentions.tsv` marks every mention of six articles of FOLDER/gold/articles by offsets into their text: article, start, end, person (an id of
that article's actors). `~` stands before somebody who is no actor there (a reporter): his mentions are neither asked for nor wrong. `?`
stands before a person whom two careful readers may not see there: right where found. A mention of several persons has a row for each.

A recorded mention finds a marked one where they share half of the shorter of the two, and where the recorded actor is the one that is
paired with that person (`eval.who`, one for one). Recall is over marked mentions in the text that ingest kept, precision over recorded
mentions of persons. Each is given for names, titles and descriptions ("named"), and with pronouns ("all").
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

import msgspec

from detente import reader
from detente.records import Actor, AnyRecord
from detente.records import Article as Read
from eval.gold import GoldActor, Span
from eval.reading import lines
from eval.who import Cast

HERE = Path(__file__).with_name("mentions.tsv")
PRONOUNS = frozenset(
    """i me my mine myself we us our ours ourselves he him his himself she her hers herself they them their theirs themselves
    who whom whose you your""".split()
)
Verdict = Literal["right", "wrong", "neither"]


class Row(msgspec.Struct, frozen=True):
    """One marked mention: where it stands in an article, and the person, with `~` or `?` before it (see above)."""

    article: str
    span: Span
    person: str


class Annotated(msgspec.Struct, frozen=True):
    """What is read of an annotated article."""

    id: str
    published: str
    text: str
    actors: tuple[GoldActor, ...]
    title: str | None = None

    def line(self) -> bytes:
        """The article as a line of input; a title that was not annotated is left out."""
        title = self.title if self.title and self.title in self.text else None
        row = {"id": self.id, "title": title, "published": self.published, "text": self.text}
        return json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False).encode() + b"\n"


class Tally(msgspec.Struct):
    """Counts of mentions; `errors` has a line on each that was missed or wrong."""

    marked: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    cut: int = 0
    errors: list[str] = []

    @property
    def recall(self) -> float:
        """The share of marked mentions that are found."""
        return self.found / self.marked if self.marked else 0.0

    @property
    def precision(self) -> float:
        """The share of recorded mentions that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0


def rows(path: Path = HERE) -> list[Row]:
    """The marked mentions. Raises ValueError for a line that is not of this form."""
    fields = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [Row(article, Span(int(start), int(end)), person) for article, start, end, person in fields]


def moved(before: str, after: str) -> dict[int, int]:
    """Where the characters of words that two texts share stand in the second. Words that were cut are left out."""
    a, b = ([(m.group(), m.start()) for m in re.finditer(r"\w+|[^\w\s]", text)] for text in (before, after))
    out: dict[int, int] = {}
    for block in SequenceMatcher(None, [w for w, _ in a], [w for w, _ in b], autojunk=False).get_matching_blocks():
        for (word, old), (_, new) in zip(a[block.a :][: block.size], b[block.b :][: block.size], strict=True):
            out.update(zip(range(old, old + len(word)), range(new, new + len(word)), strict=True))
    return out


def shifted(marked: Sequence[Row], before: str, after: str) -> Iterator[Row]:
    """The rows whose words stand in the second text, by their places there."""
    places = moved(before, after)
    for row in marked:
        first, last = places.get(row.span.start), places.get(row.span.end - 1)
        if first is not None and last is not None and 0 <= last - first < 2 * (row.span.end - row.span.start):
            yield Row(row.article, Span(first, last + 1), row.person)


def meets(a: Span, b: Span) -> bool:
    """Whether two spans share half of the shorter one."""
    return 2 * a.shared(b) >= min(a.end - a.start, b.end - b.start) > 0


def verdict(span: Span, person: str | None, marked: Sequence[Row]) -> Verdict:
    """What a recorded mention is, whose actor is paired with a person of the annotation or with nobody."""
    here = {row.person for row in marked if meets(row.span, span)}
    if person is not None and {person, "?" + person} & here:
        return "right"
    return "neither" if person is None and any(p.startswith("~") for p in here) else "wrong"


def add(tallies: dict[str, Tally], marked: Sequence[Row], text: str, actors: Sequence[Actor], cast: Cast) -> None:
    """Count one article; `marked` are its rows by their places in `text`."""
    recorded = [(Span(m.start, m.end), cast.named.get(a.id), a) for a in actors for m in a.mentions]
    for row in marked:
        if row.person[0] in "~?":
            continue
        found = any(person == row.person and meets(row.span, span) for span, person, _ in recorded)
        words = text[row.span.start : row.span.end]
        for tally in _of(tallies, words):
            tally.marked += 1
            tally.found += found
            if not found:
                tally.errors.append(f"missed {row.article} {row.span.start} {words!r}: {row.person}")
    for span, person, actor in recorded:
        if actor.type != "person" or (made := verdict(span, person, marked)) == "neither":
            continue
        words = text[span.start : span.end]
        for tally in _of(tallies, words):
            tally.right += made == "right"
            tally.wrong += made == "wrong"
            if made == "wrong":
                tally.errors.append(f"wrong {actor.article} {span.start} {words!r}: {actor.id}")


def _of(tallies: dict[str, Tally], words: str) -> list[Tally]:
    return [tallies["all"]] if words.lower() in PRONOUNS else [tallies["all"], tallies["named"]]


def measure(folder: Path, marked: Sequence[Row]) -> dict[str, Tally]:
    """Both counts over the marked articles of `FOLDER/gold/articles`. Raises OSError where one is not there."""
    tallies = {"named": Tally(errors=[]), "all": Tally(errors=[])}
    names = list(dict.fromkeys(row.article for row in marked))
    golds = [msgspec.json.decode((folder / "gold" / "articles" / f"{name}.json").read_bytes(), type=Annotated) for name in names]
    read = lines(reader.load(), b"".join(gold.line() for gold in golds))
    for gold, records in zip(golds, read, strict=True):
        here = [row for row in marked if row.article == gold.id]
        kept = _text(records)
        left = list(shifted(here, gold.text, kept))
        actors = [r for r in records if isinstance(r, Actor)]
        tallies["all"].cut += len(here) - len(left)
        add(tallies, left, kept, actors, Cast(gold.actors, actors))
    return tallies


def _text(records: Sequence[AnyRecord]) -> str:
    return next(r.text for r in records if isinstance(r, Read))


def main() -> None:
    """Measure over the folder named on the command line and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--list", action="store_true", help="also print what was missed and what was wrong")
    given = options.parse_args()
    tallies = measure(given.shared, rows())
    for name, tally in tallies.items():
        print(f"{name}: recall {tally.recall:.3f} ({tally.found} of {tally.marked}), precision {tally.precision:.3f} (wrong {tally.wrong})")
    print(f"marked words that ingest cut as furniture or second printings: {tallies['all'].cut}")
    if given.list:
        print("\n".join(tallies["all"].errors))


if __name__ == "__main__":
    main()
