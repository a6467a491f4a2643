"""`detente show`, `remove`, `runs`, `diff` and `check`: one store, looked at and kept in order."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.shown import many, said

if TYPE_CHECKING:
    from detente.records import AnyRecord, Correction, Judgement
    from detente.store import Change

Store = Annotated[Path, typer.Argument(help="a store")]
Json = Annotated[bool, typer.Option("--json", help="as JSON Lines")]


def show(
    store: Store,
    ident: Annotated[str, typer.Argument(metavar="ID", help="an article or record, or its first characters")],
    json: Json = False,
) -> None:
    """Show an article, or one record with its words; and what people and the resolver said of it."""
    from detente import codec
    from detente.corpus import corrected
    from detente.errors import InputError
    from detente.records import Article, Correction
    from detente.store import SqliteStore

    opened = SqliteStore(store)
    try:
        found = opened.found(ident)
        words = opened.said_of(r.id for r in found)
    finally:
        opened.close()
    if not found:
        raise InputError(f"{store}: nothing with the id {ident}")
    records = corrected.apply(found, (w for w in words if isinstance(w, Correction)))
    if json:
        sys.stdout.buffer.writelines(codec.encode_lines((*records, *words)))
    elif isinstance(found[0], Article):
        _article(records)
        _said(words)
    else:
        for line in _fields(records[0] if records else found[0]):
            print(line)
        _said(words)


def remove(store: Store, article: Annotated[str, typer.Argument(help="an article's id")]) -> None:
    """Take an article out of a store, with all its records and older readings."""
    from detente.archive import archive
    from detente.errors import InputError
    from detente.store import existing

    kept = archive.opened(existing(store))
    try:
        if not kept.remove(article):
            raise InputError(f"{store}: no article {article}")
    finally:
        kept.close()
    print(f"{store}: {article} removed")


def runs(store: Store) -> None:
    """List the runs that read into a store: id, when, how many articles stand as it read them, program, data, model."""
    from detente.store import SqliteStore

    opened = SqliteStore(store)
    try:
        for run, added, count in opened.runs():
            options = " ".join(f"{name}={value}" for name, value in sorted(run.options.items()))
            print(f"{run.id}  {added[:19]}  {count:>7} articles  {run.program}, data {run.data}, {run.model}{options and ', '}{options}")
    finally:
        opened.close()


def diff(
    store: Store,
    before: Annotated[str, typer.Argument(metavar="RUN", help="a run, or its first characters")],
    after: Annotated[str, typer.Argument(metavar="RUN", help="a later one")],
) -> None:
    """What a later run changed, added and removed of the articles that both read."""
    from detente.store import SqliteStore

    opened = SqliteStore(store)
    counts: Counter[str] = Counter()
    try:
        for change in opened.changes(before, after):
            how, what = _change(change)
            counts[f"{how} {type(change.after or change.before).__name__.lower()}s"] += 1
            print(f"{how:<8} {what}")
    finally:
        opened.close()
    print(", ".join(f"{n} {what}" for what, n in sorted(counts.items())) or "nothing differs")


def check(store: Store) -> None:
    """Check a store: the file, its references, its counts, its full-text index; and list words that no longer find their record."""
    from detente.store import SqliteStore, existing

    opened = SqliteStore(existing(store), write=True)
    try:
        wrong = opened.check()
        waiting = () if wrong else opened.unbound()
        count = 0 if wrong else len(opened.articles())
    finally:
        opened.close()
    for line in wrong:
        print(f"{store}: {line}")
    if wrong:
        raise typer.Exit(1)
    print(f"{store}: {many(count, 'article')}, all well")
    for word in waiting:
        print(f"unbound: {said(word)}")


def _article(records: tuple[AnyRecord, ...]) -> None:
    from detente.cli import terminal
    from detente.views import report

    terminal.console().print(terminal.show(report.make(records)))


def _fields(record: AnyRecord) -> Iterator[str]:
    """A record, one field a line; empty ones are left out."""
    import msgspec

    for name, value in msgspec.to_builtins(record).items():
        if value not in (None, [], "", {}):
            yield f"{name:<12} {value if isinstance(value, str) else msgspec.json.encode(value).decode()}"


def _said(words: tuple[Judgement | Correction, ...]) -> None:
    for word in words:
        print(said(word))


def _change(change: Change) -> tuple[str, str]:
    from detente.corpus.cited import code, quotes

    record = change.after or change.before
    assert record is not None
    name = " ".join(filter(None, (type(record).__name__.lower(), record.id, code(record), *(f"“{q}”" for q in quotes(record)[:1]))))
    if change.before is None or change.after is None:
        return ("added" if change.before is None else "removed"), name
    return "changed", f"{name}: {', '.join(_fields_changed(change.before, change.after))}"


def _fields_changed(before: AnyRecord, after: AnyRecord) -> Iterator[str]:
    import msgspec

    old, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
    for name in new:
        if name not in ("id", "article") and old.get(name) != new[name]:
            short = isinstance(new[name], str | float | int | None) and name != "text"
            yield f"{name} {old.get(name)} → {new[name]}" if short else name
