"""`detente bench`: words a second of each stage and of the whole, beside bare parsing of the same text in the same run."""

from __future__ import annotations

from collections import defaultdict
from time import process_time
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.nlp.spacy import SpacyParser
    from detente.pipeline import Pipeline
    from detente.records import Article


def run(
    files: Annotated[list[str], typer.Argument(help="files, folders or patterns to read")],
    rounds: Annotated[int, typer.Option(min=1, help="how often to read them; the fastest round of each counts")] = 3,
    triage: Annotated[bool, typer.Option("--triage", help="skip articles that cannot hold a political event")] = False,
) -> None:
    """Time the pipeline on files, stage by stage, and print the ratio to bare parsing, and the memory used."""
    from detente import ingest, reader
    from detente.nlp.spacy import SpacyParser
    from detente.records import Article

    pipeline = reader.load(triage=triage)
    articles = [a for a in ingest.articles(files) if isinstance(a, Article)]
    if not articles or not isinstance(pipeline.parser, SpacyParser):
        raise typer.BadParameter("no article in these files")
    taken = [_round(articles, pipeline, pipeline.parser) for _ in range(rounds + 1)][1:]  # the first round warms caches
    best = {name: min(spent[name] for spent in taken) for name in taken[0]}
    _table(best, sum(len(a.text.split()) for a in articles), len(articles))


def _round(articles: Sequence[Article], pipeline: Pipeline, parser: SpacyParser) -> dict[str, float]:
    """Seconds of the processor: bare parsing, each stage, and the whole with all that stands between the stages."""
    spent: dict[str, float] = defaultdict(float)
    begun = process_time()
    parser.bare([a.text for a in articles])
    spent["bare parsing"] = process_time() - begun
    for _ in pipeline.read_many(articles, watch=_Stopwatch(spent)):
        pass
    begun = process_time()
    for _ in pipeline.read_many(articles):
        pass
    spent["whole"] = process_time() - begun
    return spent


class _Stopwatch:
    """Adds up the seconds of each stage."""

    def __init__(self, spent: dict[str, float]) -> None:
        self.spent = spent

    def __call__(self, stage: str, seconds: float) -> None:
        self.spent[stage] += seconds


def _table(best: dict[str, float], words: int, articles: int) -> None:
    import resource
    import sys

    bare, whole = best["bare parsing"], best["whole"]
    print(f"{articles} articles, {words} words, in time of one core\n{'':14}{'words/s':>12}{'of the whole':>14}")
    for name, seconds in best.items():
        share = f"{seconds / whole:.1%}" if name not in ("bare parsing", "whole") else ""
        print(f"{name:<14}{f'{words / seconds:,.0f}' if seconds > 1e-5 else '–':>12}{share:>14}")
    print(f"whole, of the speed of bare parsing: {bare / whole:.2f}; {articles / whole:.1f} articles/s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory at most {peak / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f} MB")
