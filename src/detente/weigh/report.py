"""A result as blocks of sentences and tables, in the order in which they are read; a face adds colour and drawings, not words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from detente.weigh import accuracy, blocks, modelled, words
from detente.weigh.coders import Difference
from detente.weigh.result import Result, Weighed

Key = Literal[
    "table", "lead", "questions", "by-model", "needs", "gains", "anchors", "inputs", "histogram", "without", "articles", "turns", "swings",
    "leverage", "talks", "models", "paths", "power", "claims", "trades", "coders", "evidence", "accuracy",
]  # fmt: skip


class Block(msgspec.Struct, frozen=True):
    """A heading, sentences, a table with its head, and sentences after it; `issue`: the number of the issue, None of the whole case."""

    key: Key
    title: str
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    after: tuple[str, ...] = ()
    issue: int | None = None


class Report(msgspec.Struct, frozen=True):
    """All blocks of a result."""

    title: str
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]


class Told(msgspec.Struct, frozen=True):
    """What `--json` writes: the report in words, and every value behind it."""

    report: Report
    result: Result


def make(result: Result) -> Report:
    """The report of a result; blocks that would be empty are left out."""
    made = [Block("table", "Issues and parties", *blocks.matrix(result.issues))]
    made += [b for n, one in enumerate(result.issues) for b in _issue(result, one, n)]
    made += _case(result)
    notes = tuple(n for n in (result.case.note,) if n)
    if not result.issues:
        notes = (*notes, "The case has no issue: nothing to weigh.")
    return Report(result.case.title or "A case", notes, tuple(b for b in made if b.lines or b.rows))


def _issue(result: Result, one: Weighed, number: int) -> Iterator[Block]:
    stress = words.stress(one)
    yield Block("lead", one.issue.name, (*words.lead(one), *([stress] if stress else [])), issue=number)
    yield Block("questions", "What if", *blocks.answers(one), issue=number)
    yield Block("by-model", "What if, by model", *blocks.by_model(one), issue=number)
    yield Block("needs", "What would it need", blocks.needs(one), issue=number)
    yield Block("gains", "Who gains from moving", *blocks.gains(one), issue=number)
    yield Block("anchors", "The scale", *blocks.anchors(result.case, one), issue=number)
    yield Block("inputs", "Who stands where, on what", *blocks.inputs(one), issue=number)
    yield Block("histogram", "Weight along the scale", *blocks.histogram(one), issue=number)
    yield Block("without", "One party left out", *blocks.without(one, one.without), issue=number)
    yield Block("swings", "What each blank does to the mean", *blocks.swings(one), issue=number)
    yield Block("leverage", "What one unit does to the mean", *blocks.leverage(one), issue=number)
    yield Block("articles", "One article left out", *blocks.without(one, one.without_article), issue=number)
    yield Block("turns", "Which change turns it", *blocks.turns(one), issue=number)
    yield Block("talks", "Agreement zone", modelled.talks(one), issue=number)
    yield Block("models", "Models side by side", *modelled.models(one), issue=number)
    yield Block("paths", "The challenge model, round by round", *modelled.paths(one), issue=number)
    yield Block("power", "Power under the stated rule", *modelled.power(one), issue=number)
    yield Block("claims", "Said of others, kept as claimed", *blocks.claims(result.case, one), issue=number)


def _case(result: Result) -> Iterator[Block]:
    if result.trades:
        yield Block("trades", "Exchanges between issues", *modelled.trades(result.trades))
    if result.coders is not None:
        yield Block("coders", "Two coders", *_coders(result, result.coders))
    yield Block("evidence", "What the cells rest on", *blocks.evidence(result.case))
    rows = tuple((r.model, words.number(r.mean_error), words.number(r.median_error) if r.median_error else "–") for r in accuracy.MEASURED)
    quantiles = ", ".join(f"{share} % within {error:g}" for share, error in accuracy.QUANTILES)
    after = (f"Errors of the compromise mean: {quantiles} points (doi:10.34810/data53).",)
    yield Block("accuracy", "How far such models were off", (accuracy.SAID,), ("model", "mean error", "median error"), rows, after)


def _coders(result: Result, differences: Sequence[Difference]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Cells in which two coders differ, each with what it alone does."""
    if not differences:
        return ("The two coders agree in every cell.",), (), ()
    games = {w.issue.name: w.setting for w in result.issues}
    rows = tuple(
        (
            d.party, d.field, d.first, d.second,
            words.where(games[d.issue], d.outcome.middle) if d.outcome else "–", words.moved(d.delta, games[d.issue]),
        )
        for d in differences
    )  # fmt: skip
    head = ("party", "cell", "first", "second", "then the middle", "and the mean moves")
    return (f"The coders differ in {len(differences)} cells. Each below is changed alone, all else as the first has it.",), head, rows
