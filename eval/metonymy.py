"""Scores metonymy: whether a place name stands for who lives, rules or plays there, or for the place itself.

    python eval/metonymy.py RELOCAR.jsonl [--list]

Each line of the file is {text, start, end, name, reading: lit | met}. The real stages read the text as an article; the name is metonymic
where `cast` links a mention of it as an actor and `places` finds no place there, else literal. Printed are accuracy, precision and recall
of each reading, what each stage alone would give, and the errors by how the name stands in its clause.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from pathlib import Path

import msgspec

from detente import reader
from detente.nlp.parse import Parse
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import Article


class Case(msgspec.Struct, frozen=True):
    """A name in its sentence, and its reading."""

    id: str
    text: str
    start: int
    end: int
    name: str
    reading: str


class Seen(msgspec.Struct, frozen=True):
    """What the stages make of a name, and how it stands: dependency and governor."""

    actor: bool
    place: bool
    stand: str

    @property
    def reading(self) -> str:
        """An actor that is no place there."""
        return "met" if self.actor and not self.place else "lit"


def see(case: Case, pipeline: Pipeline) -> Seen:
    """Read one case."""
    reading = pipeline.read(Article(id=case.id, text=case.text, digest=""))
    parse = reading.parse
    tokens = [t for t in range(len(parse)) if parse.start[t] < case.end and parse.end[t] > case.start]
    place = any(p.first <= tokens[-1] < p.last for p in reading.places) if tokens else False
    return Seen(_acts(reading, tokens), place, _stand(parse, tokens[-1]) if tokens else "no token")


def _acts(reading: Reading, tokens: list[int]) -> bool:
    """Whether a mention whose head lies in the tokens is linked to an actor."""
    return any(
        who and m.head in tokens and m.form in ("name", "adjective", "nominal")
        for m, who in zip(reading.mentions, reading.cast.who, strict=True)
    )


def _stand(parse: Parse, token: int) -> str:
    """ "pobj of by", "nsubj", "compound": the dependency, with the preposition."""
    dep = parse.dep[token]
    return f"pobj of {parse.lower[parse.head[token]]}" if dep == "pobj" else dep


def figures(cases: list[Case], seen: list[Seen]) -> list[str]:
    """The lines that are printed."""
    wanted = [c.reading for c in cases]
    lines = []
    for name, given in (
        ("actor, no place", [s.reading for s in seen]),
        ("actor alone", ["met" if s.actor else "lit" for s in seen]),
        ("no place alone", ["lit" if s.place else "met" for s in seen]),
    ):
        right = sum(w == g for w, g in zip(wanted, given, strict=True))
        parts = [f"{name:16} accuracy {right / len(cases):.3f} ({right} of {len(cases)})"]
        for reading in ("met", "lit"):
            both = sum(w == g == reading for w, g in zip(wanted, given, strict=True))
            parts.append(f"{reading} P {both / max(1, given.count(reading)):.3f} R {both / max(1, wanted.count(reading)):.3f}")
        lines.append("   ".join(parts))
    wrong = collections.Counter((c.reading, s.stand) for c, s in zip(cases, seen, strict=True) if s.reading != c.reading)
    every = collections.Counter(s.stand for s in seen)
    lines += [f"{n:5} of {every[stand]:4}  {reading} missed   {stand}" for (reading, stand), n in wrong.most_common(24)]
    return lines


def main() -> None:
    """Read the file named on the command line and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cases", type=Path)
    options.add_argument("--list", action="store_true", help="also print each error")
    args = options.parse_args()
    cases = [msgspec.convert(json.loads(line), Case) for line in args.cases.open(encoding="utf-8")]
    pipeline = reader.load()
    seen = [see(case, pipeline) for case in cases]
    if args.list:
        for case, s in zip(cases, seen, strict=True):
            if s.reading != case.reading:
                words = f"{case.text[: case.start]}[{case.name}]{case.text[case.end :]}"
                sys.stdout.write(f"{case.reading} actor={s.actor:d} place={s.place:d} {s.stand}: {words}\n")
    sys.stdout.write("".join(line + "\n" for line in figures(cases, seen)))


if __name__ == "__main__":
    main()
