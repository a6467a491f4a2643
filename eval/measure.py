"""Measures the pipeline and writes `eval/figures.json`.

python -m eval.measure [--shared FOLDER]   # over eval/articles, and over FOLDER where it is there
python -m eval.measure --readme            # only writes the stored figures into README.md
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from detente import reader
from detente.pipeline import Pipeline
from eval import shared, together
from eval.gold import ARTICLES, HERE, fingerprint, load
from eval.reading import ROOT, Scored, score
from eval.score import Count, Figures, figures

STORED = HERE / "figures.json"
CODE = ROOT / "src" / "detente"
README = ROOT / "README.md"
MARKS = ("<!-- figures: python -m eval.measure --readme -->", "<!-- /figures -->")
DIGITS = 4
SHOWN = {
    "event_code_f1": "events: words and code",
    "event_who_f1": "events: code and all actors",
    "factuality_f1": "happened, planned, possible, denied (macro)",
    "sources_f1": "who says so",
    "when": "dates right",
    "no_invented_when": "no date where none is given",
    "where": "places right",
    "statement_f1": "statements",
    "statement_speaker_f1": "statements with their speaker",
    "agreement_f1": "agreements",
}
"""What tables show, and in which words."""


class Stored(msgspec.Struct, frozen=True):
    """`figures.json`: figures by set and by article, and hashes of the annotated articles and of the program they were made with."""

    figures: dict[str, Figures]
    articles: dict[str, Figures]
    data: str
    code: str


def halves(scored: Sequence[Scored]) -> dict[str, Figures]:
    """The figures of the articles that were looked at while rules were written, and of those held back."""
    return {half: _rounded(_sum([s for s in scored if s.gold.half == half])) for half in ("own", "held")}


def many() -> dict[str, Figures]:
    """The figures of what is judged over many articles, by names that begin with `together.`."""
    return {f"together.{name}": _rounded(made) for name, made in together.figures().items()}


def beyond(pipeline: Pipeline, folder: Path | None, *, each: bool = False) -> dict[str, Figures]:
    """The figures over shared data, by names that begin with `shared.`; empty where it is not there."""
    if folder is None or not shared.there(folder):
        return {}
    found = {f"shared.{name}": made for name, made in shared.articles(pipeline, folder, each=each).items()}
    found |= {f"shared.{name}": shared.sentences(pipeline, folder, name) for name in shared.SENTENCES}
    found |= {"shared.clusters": together.shared(folder / "gold" / "articles")}
    return {name: _rounded(made) for name, made in found.items()}


def hashes() -> dict[str, str]:
    """The hashes that tell whether stored figures still belong to this tree."""
    return {"data": fingerprint(ARTICLES, ".json"), "code": fingerprint(CODE)}


def stored(path: Path = STORED) -> Stored | None:
    """The stored figures, or None where there are none."""
    return msgspec.json.decode(path.read_bytes(), type=Stored) if path.exists() else None


def known(made: Stored | None, code: str) -> dict[str, Figures]:
    """The stored figures over shared data, where they were made with this very program."""
    if made is None or made.code != code:
        return {}
    return {name: value for name, value in made.figures.items() if name.startswith("shared.")}


def rows(table: dict[str, Figures]) -> str:
    """A Markdown table: a line a measure, a column a set."""
    names = list(table)
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]
    for key, words in SHOWN.items():
        lines.append(f"| {words} | " + " | ".join(_shown(table[name].get(key)) for name in names) + " |")
    return "\n".join(lines)


def fill(readme: str, made: Stored) -> str:
    """A README with the stored figures between its two marks. Raises ValueError where it has no marks."""
    before, found, rest = readme.partition(MARKS[0])
    _, ended, after = rest.partition(MARKS[1])
    if not found or not ended:
        raise ValueError(f"no marks {MARKS[0]} … {MARKS[1]}")
    names = {"own": "own half", "held": "held half", "shared.all": "foreign articles", f"shared.{shared.SEED}": "reference article"}
    table = {words: made.figures[name] for name, words in names.items() if name in made.figures}
    return f"{before}{MARKS[0]}\n{rows(table)}\n{MARKS[1]}{after}"


def _sum(scored: Sequence[Scored]) -> Figures:
    return figures(sum((s.counts for s in scored), Count()))


def _rounded(made: Figures) -> Figures:
    return {key: _round(value) for key, value in made.items()}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _print(table: dict[str, Figures]) -> None:
    """Figures in columns, a line a set or article."""
    keys = list(SHOWN)
    width = max(map(len, table))
    print(" " * width, *(f"{key.removesuffix('_f1')[:9]:>9}" for key in keys))
    for name, made in table.items():
        print(f"{name:<{width}}", *(f"{_shown(made.get(key)):>9}" for key in keys))


def _measure(folder: Path | None) -> None:
    pipeline = reader.load()
    scored = score(pipeline, load())
    outside = beyond(pipeline, folder, each=True)
    singles = {s.gold.id: _rounded(figures(s.counts)) for s in sorted(scored, key=lambda s: s.gold.half, reverse=True)}
    kept = {f"shared.{name}" for name in ("all", shared.SEED, "clusters", *shared.SENTENCES)}
    found = outside or known(stored(), hashes()["code"])
    sums = halves(scored) | many() | {name: made for name, made in found.items() if name in kept}
    made = Stored(sums, singles, **hashes())
    STORED.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    _print(singles)
    _print({name: made for name, made in (halves(scored) | outside).items() if "event_code_f1" in made})
    for name, some in (sums | outside).items():
        if "event_code_f1" not in some:
            print(name, *(f"{key} {value}" for key, value in some.items()))
    if not outside:
        print("figures over shared data: skipped, it is not there; those stored with this very program are kept")


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, help="folder with annotated data that is not in this tree")
    ask.add_argument("--readme", action="store_true", help="write the stored figures into README.md and stop")
    given = ask.parse_args()
    if not given.readme:
        _measure(given.shared)
        return
    made = stored()
    if made is None:
        ask.error("no figures yet: run without --readme")
    README.write_text(fill(README.read_text(encoding="utf-8"), made), encoding="utf-8")


if __name__ == "__main__":
    main()
