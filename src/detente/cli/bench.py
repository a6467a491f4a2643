"""`detente bench`: words a second of each stage and of the whole, beside bare parsing of the same text in the same run."""

from __future__ import annotations

from collections import defaultdict
from time import perf_counter
from typing import Annotated

import typer


def run(
    files: Annotated[list[str], typer.Argument(help="files, folders or patterns to read")],
    rounds: Annotated[int, typer.Option(help="how often to read them; the fastest round counts")] = 3,
) -> None:
    """Time the pipeline on files, stage by stage, and print the ratio to bare parsing."""
    from detente import ingest, reader
    from detente.nlp.spacy import SpacyParser
    from detente.records import Article

    pipeline = reader.load()
    articles = [a for a in ingest.articles(files) if isinstance(a, Article)]
    if not articles or not isinstance(pipeline.parser, SpacyParser):
        raise typer.BadParameter("no article in these files")
    words = sum(len(a.text.split()) for a in articles)
    best: dict[str, float] = {}
    for number in range(rounds + 1):
        spent: dict[str, float] = defaultdict(float)
        begun = perf_counter()
        for article in articles:
            pipeline.parser.bare(article.text)
        spent["bare parsing"] = perf_counter() - begun
        for article in articles:
            pipeline.read(article, watch=_Stopwatch(spent))
        if number:  # the first round warms caches
            best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    _table(best, words, len(articles))


class _Stopwatch:
    """Adds up the seconds of each stage."""

    def __init__(self, spent: dict[str, float]) -> None:
        self.spent = spent

    def __call__(self, stage: str, seconds: float) -> None:
        self.spent[stage] += seconds


def _table(best: dict[str, float], words: int, articles: int) -> None:
    bare = best.pop("bare parsing")
    whole = sum(best.values())
    print(f"{articles} articles, {words} words\n{'':14}{'words/s':>12}{'of bare parsing':>17}")
    for name, seconds in (("bare parsing", bare), *best.items(), ("whole", whole)):
        print(f"{name:<14}{words / seconds:>12,.0f}{seconds / bare:>16.1%}" if seconds else f"{name:<14}{'–':>12}{0:>16.1%}")
