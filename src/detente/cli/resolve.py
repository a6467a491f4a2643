"""`detente resolve`: which articles copy which, which events are one, which actors, and what does not agree."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.shown import many

if TYPE_CHECKING:
    from detente.corpus import Corpus
    from detente.records import Judgement


def run(
    file: Annotated[Path, typer.Argument(help="records as JSON Lines, or a store")],
    as_json: Annotated[bool, typer.Option("--json", help="the judgements as JSON Lines instead")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="write those that are new behind the records of the file")] = False,
) -> None:
    """Judge all articles of a file against one another."""
    from detente import codec
    from detente.archive.keep import keep as kept
    from detente.archive.load import load
    from detente.resolve import judge

    corpus = load(file)
    judgements = judge(corpus)
    new = [j for j in judgements if j.id not in corpus.judged.ids]
    if keep:
        kept(file, new)
    if as_json:
        for line in codec.encode_lines(judgements):
            sys.stdout.buffer.write(line)
        return
    print("\n".join(_counts(corpus, judgements)))
    print(f"{many(len(new), 'new judgement')}{', written' if keep else ''}")


def _counts(corpus: Corpus, judgements: Sequence[Judgement]) -> list[str]:
    """What was found, a line each, with the conflicts in words."""
    from detente.corpus.judged import Judged

    made = {v: [j for j in judgements if j.verdict == v] for v in ("copy", "same_event", "same_actor", "conflict")}
    sets = Judged(judgements).joined("same_event", "different_event")
    lines = [
        f"{many(len(corpus.articles), 'article')}, {many(len(corpus.events), 'telling')} of events",
        many(len(made["copy"]), "copy"),
        f"{many(len(set(sets.values())), 'event')} told in more than one article, by {many(len(sets), 'telling')}",
        f"{many(len(made['same_actor']), 'actor')} known from an article before",
        many(len(made["conflict"]), "conflict"),
    ]
    return lines + [f"  {j.about}: {j.reason}" for j in made["conflict"]]
