"""`detente grammar`: the rules' own examples, and which rules fire on a corpus."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.records import Article

if TYPE_CHECKING:
    from detente.grammar import Rule
    from detente.pipeline import Pipeline

app = typer.Typer(help="Test the event grammar, and see which rules fire.", no_args_is_help=True)


@app.command("test")
def test(only: Annotated[str, typer.Option(help="only rules whose id begins so")] = "") -> None:
    """Run every rule's `yes` and `no` sentences; exit code 1 where one fails."""
    from detente import reader

    pipeline = reader.load()
    chosen = {k: rule for k, (_, rule) in pipeline.grammar.rules.items() if k.startswith(only)}
    failed = list(failures(pipeline, chosen.values()))
    for line in failed:
        print(line)
    sentences = sum(len(r.yes) + len(r.no) for r in chosen.values())
    print(f"{len(chosen)} rules, {sentences} sentences, {len(failed)} failed")
    if failed:
        raise typer.Exit(1)


def failures(pipeline: Pipeline, rules: Iterable[Rule]) -> Iterator[str]:
    """A line for each example that does not hold: a `yes` on which its rule makes no event, a `no` on which it does."""
    for rule in rules:
        for sentences, wanted in ((rule.yes, True), (rule.no, False)):
            for sentence in sentences:
                if fires(pipeline, rule.id, sentence) != wanted:
                    yield f"{rule.id}: {'silent on' if wanted else 'fires on'}: {sentence}"


def fires(pipeline: Pipeline, rule: str, sentence: str) -> bool:
    """Whether a rule makes an event of a sentence."""
    article = Article(id="example", text=sentence, digest="", published="2018-05-09")
    return any(e.made_by == rule for e in pipeline.read(article).events)


@app.command("coverage")
def coverage(files: Annotated[list[str], typer.Argument(help="files, folders or patterns to read")]) -> None:
    """Count how often each rule fired on a corpus, and name those that never did."""
    from detente import reader
    from detente.reading import Reading

    pipeline = reader.load()
    fired: Counter[str] = Counter()
    failed = 0
    for item in reader.read_many(files, pipeline=pipeline):
        if isinstance(item, Reading):
            fired.update(event.made_by for event in item.events)
        else:
            failed += 1
            print(f"detente: {item.message} ({item.code})", file=sys.stderr)
    for rule, count in fired.most_common():
        print(f"{count:6} {rule}")
    for rule in sorted(set(pipeline.grammar.rules) - set(fired)):
        print(f"     0 {rule}")
    if failed:
        raise typer.Exit(1)
