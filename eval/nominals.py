"""Scores descriptions by office, country and day: "the French president" on 1996-05-01 is Jacques Chirac.

    python eval/nominals.py [eval/nominals.tsv] [--list]

The table holds a nominal, a day and the person. Each nominal is put into three sentences (as subject, object of a verb, after a
preposition); parser, `mentions` and `candidates` read them as an article of that day, and the likeliest candidate of the mention that ends
with the nominal is the answer. A case is right where all three sentences give the person; beside it stands the share of right sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from detente import lexicon
from detente.lexicon import Lexicon, Shelf
from detente.nlp.spacy import SpacyParser
from detente.records import Article
from detente.stages import candidates, mentions

HERE = Path(__file__).with_name("nominals.tsv")
FRAMES = (
    "{0} said that the talks would go on.",
    "Reporters asked {1} about the talks.",
    "The delegation held a meeting with {1} and left.",
)


class Case(msgspec.Struct, frozen=True):
    """A nominal, the day (ISO 8601), and the full name of the person whom it means then."""

    nominal: str
    on: str
    person: str


def read(path: Path) -> list[Case]:
    """The cases of a table; lines that begin with # are comments, the first other line is the header."""
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    return [Case(*line.split("\t")) for line in lines[1:]]


def answers(case: Case, parser: SpacyParser, known: Lexicon) -> Iterator[str | None]:
    """For each frame the entry that the nominal was taken for, or None where no mention ends with it."""
    for frame in FRAMES:
        text = frame.format(case.nominal[:1].upper() + case.nominal[1:], case.nominal)
        start = text.lower().index(case.nominal.lower())
        end = start + len(case.nominal)
        article = Article(id="case", text=text, digest="", published=case.on)
        parse = parser.parse(text)
        found, _ = mentions.find(parse, known)
        likely, _ = candidates.find(article, parse, found, known)
        here = [i for i, m in enumerate(found) if parse.end[m.last - 1] == end and parse.start[m.first] <= start + len("the ")]
        yield next((c[0].entry for i in here if (c := likely[i])), None)


def score(cases: list[Case], parser: SpacyParser, known: Lexicon) -> tuple[int, int, list[str]]:
    """How many cases and how many sentences are right, and a line on each case that is not."""
    right = sentences = 0
    lines = []
    for case in cases:
        wanted = {s.entry for s in known.gazetteer.names.get(case.person)}
        given = list(answers(case, parser, known))
        good = sum(g in wanted for g in given)
        sentences += good
        right += good == len(given)
        if good < len(given):
            lines.append(f"{case.nominal} on {case.on}: {case.person} {sorted(wanted)}, not {given}")
    return right, sentences, lines


def main() -> None:
    """Read the table named on the command line and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("table", type=Path, nargs="?", default=HERE)
    options.add_argument("--list", action="store_true", help="also print what was wrong")
    args = options.parse_args()
    cases = read(args.table)
    right, sentences, lines = score(cases, SpacyParser(), lexicon.load(Shelf()))
    if args.list:
        sys.stdout.write("".join(line + "\n" for line in lines))
    total = len(cases) * len(FRAMES)
    sys.stdout.write(f"cases      {right / len(cases):.3f}   ({right} of {len(cases)})\n")
    sys.stdout.write(f"sentences  {sentences / total:.3f}   ({sentences} of {total})\n")


if __name__ == "__main__":
    main()
