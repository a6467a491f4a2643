"""`detente explain`: why a record stands: its words in context, its rule and that rule's tests, its actors, its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.shown import said

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from detente.grammar import Grammar
    from detente.records import Correction, Judgement
    from detente.views.explain import Explanation
    from detente.views.ledger import Ledger

_PLACE = re.compile(r"(?P<file>.+):(?P<line>\d+)")


def run(
    what: Annotated[str, typer.Argument(metavar="ID|FILE:LINE", help="a record's id, or its first characters, or a line of a file")],
    file: Annotated[str | None, typer.Argument(help="the file that the record is from; it is read again. Or a store")] = None,
    published: Annotated[str | None, typer.Option(help="day of publication, as given to `read`")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, as given to `read`")] = None,
) -> None:
    """Explain a record, or all records on a line: the words, the rule and its own examples, the actors, the date."""
    from detente import reader
    from detente.cli import terminal
    from detente.errors import InputError
    from detente.reading import Reading
    from detente.views import explain
    from detente.views.ledger import Ledger

    path, line = _asked(what, file)
    pipeline = reader.load(*(lexicon or ()))
    kept = _kept(Path(path), what)
    ledgers, words = kept or ([], ())
    if kept is None:
        readings = reader.read_many([path], published=published, pipeline=pipeline)
        ledgers = [Ledger(r.all()) for r in readings if isinstance(r, Reading)]
    if not ledgers:
        raise InputError(f"{path}: {_nothing(Path(path), what)}")
    console = terminal.console()
    found = [e for led in ledgers for e in (explain.line(led, line) if line else _one(led, what))]
    if not found:
        raise InputError(f"{path}: no record {f'on line {line}' if line else f'whose id is, or alone begins with, {what}'}")
    for explanation in found:
        for text in _lines(explanation, pipeline.grammar):
            console.print(text, soft_wrap=False)
        for word in words:
            if explanation.card.id in _cited(word):
                console.print(_indented(said(word), by=2), soft_wrap=False)


def _cited(word: Judgement | Correction) -> frozenset[str]:
    from detente.records import Judgement

    return frozenset(c.id for c in (word.of if isinstance(word, Judgement) else (word.of,)))


def _kept(path: Path, ident: str) -> tuple[list[Ledger], tuple[Judgement | Correction, ...]] | None:
    """Of a store, the article of a record, with its records as people put them right, and what was said of them; None for any other file.

    What a person deleted is explained too.
    """
    from detente.corpus import corrected
    from detente.records import Article, Correction
    from detente.store import SqliteStore, is_store
    from detente.views.ledger import Ledger

    if not is_store(path):
        return None
    store = SqliteStore(path)
    try:
        held = {r.id if isinstance(r, Article) else getattr(r, "article", None) for r in store.found(ident)}
        whole = [store.found(article) for article in held if article]
        words = store.said_of(r.id for records in whole for r in records)
    finally:
        store.close()
    right = [w for w in words if isinstance(w, Correction) and w.field != "delete"]
    return [Ledger(corrected.apply(records, right)) for records in whole], words


def _nothing(path: Path, ident: str) -> str:
    """Why there is nothing to explain."""
    from detente.store import is_store

    if not path.exists():
        return "no such file"
    return f"nothing with the id {ident}" if is_store(path) else "no article in this file"


def _asked(what: str, file: str | None) -> tuple[str, int | None]:
    """The file to read, and the line asked for, or None where an id is."""
    from detente.errors import InputError

    if file is not None:
        return file, None
    place = _PLACE.fullmatch(what)
    if place is None:
        raise InputError(f"{what}: give the file that the record is from, or FILE:LINE")
    return place["file"], int(place["line"])


def _one(ledger: Ledger, ident: str) -> list[Explanation]:
    from detente.views import explain

    found = explain.record(ledger, ident)
    return [found] if found else []


def _lines(told: Explanation, grammar: Grammar) -> Iterator[Text]:
    """An explanation, line by line."""
    from rich.text import Text

    card = told.card
    yield Text()
    label = f"{card.label}: " if card.label else ""
    yield Text.assemble((f"{card.layer.removesuffix('s')} ", "bold cyan"), (label + card.line, "bold"))
    yield Text(f"  {card.status} · {card.id}", style="dim")
    yield Text("  words", style="bold")
    for context in told.contexts:
        yield _indented(context.before, (context.quote, "reverse"), context.after.rstrip(), (f"  [{context.line}]", "dim"))
    if told.elsewhere:
        yield _indented((f"told again on {', '.join(map(str, told.elsewhere))}", "dim"))
    for fact in card.facts:
        if fact.term != "rule":
            yield _indented((f"{fact.term}: ", "bold"), fact.text, by=2)
    if told.parties:
        yield Text("  actors", style="bold")
    for party in told.parties:
        yield _indented((party.name, "bold"), f" ({party.id}): {party.why}")
        for mention in party.mentions:
            yield _indented(mention, by=6)
    for ident in told.rules:
        yield from _rule(ident, grammar)


def _indented(*parts: str | tuple[str, str], by: int = 4) -> Text:
    """Text moved in, wrapped there."""
    from rich.text import Text

    text = Text.assemble(*parts)
    width = 78 - by
    wrapped = Text("\n").join(line for line in text.wrap(_plain(), width))
    return Text("\n").join(Text(" " * by) + line for line in wrapped.split("\n"))


def _plain() -> Console:
    from detente.cli import terminal

    return terminal.console()


def _rule(ident: str, grammar: Grammar) -> Iterator[Text]:
    """A rule of the grammar with its triggers, slots and tests; of a rule that is program, its name."""
    from rich.text import Text

    name = ident.removeprefix("position.")
    known = grammar.rules.get(ident) or grammar.rules.get(name)
    yield _indented(("rule: ", "bold"), ident, by=2)
    if known is None:
        yield _indented(("a rule of the program or of a lexicon table, not of the event grammar", "dim"))
        return
    code, rule = known
    yield _indented(f"makes {code}" + (f" {rule.mode}" if rule.mode else "") + (f", CAMEO {rule.cameo}" if rule.cameo else ""))
    for slot in _SLOTS:
        if value := getattr(rule, slot):
            words = "; ".join(f"{k}: {', '.join(v)}" for k, v in value.items()) if isinstance(value, dict) else ", ".join(value)
            yield _indented((f"{slot}: ", "dim"), words)
    for sentence in rule.yes:
        yield _indented(("yes  ", "green"), sentence)
    for sentence in rule.no:
        yield _indented(("no   ", "red"), sentence)
    yield Text()


_SLOTS = ("verbs", "nouns", "light", "subject", "object", "complement", "prep", "modifier", "actors", "recipients", "needs",
          "not_subject", "not_object", "not_prep", "not_modifier", "not_complement")  # fmt: skip
