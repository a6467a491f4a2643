"""`detente review`: what the program judged, put before a person; and single records put right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.shown import many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.corpus import Corpus
    from detente.records import Amendable, Correction, Judgement
    from detente.resolve.reviewing import Word

app = typer.Typer(help="See what was judged of many articles, confirm it or not, and correct records.", no_args_is_help=True)
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="records as JSON Lines, or a store")]
By = Annotated[str, typer.Option("--by", help="who says so")]
Because = Annotated[str, typer.Option("--because", help="why")]


@app.command("list")
def list_(
    file: FileArgument,
    verdict: Annotated[str | None, typer.Option("--verdict", help="same_event, copy, same_actor or conflict only")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON Lines")] = False,
) -> None:
    """What the program judged and no person has spoken on."""
    from detente import codec
    from detente.archive.load import load
    from detente.resolve.reviewing import waiting

    found = [j for j in waiting(load(file)) if verdict in (None, j.verdict)]
    for judgement in found:
        if as_json:
            sys.stdout.buffer.write(codec.encode(judgement) + b"\n")
        else:
            print(_shown(judgement))
    if not as_json:
        print(f"{many(len(found), 'judgement')} to look at")


@app.command()
def confirm(file: FileArgument, ident: Annotated[str, typer.Argument(metavar="ID")], by: By, because: Because = "") -> None:
    """Say that a judgement is right."""
    from detente.resolve import reviewing

    corpus = _load(file)
    _keep(file, [reviewing.confirm(reviewing.standing(corpus, ident), _word(by, because))])


@app.command()
def undo(file: FileArgument, ident: Annotated[str, typer.Argument(metavar="ID")], by: By, because: Because = "") -> None:
    """Let a judgement stand no longer."""
    from detente.resolve import reviewing

    corpus = _load(file)
    _keep(file, [reviewing.undo(reviewing.standing(corpus, ident), _word(by, because))])


@app.command()
def same(
    file: FileArgument,
    first: Annotated[str, typer.Argument(metavar="ID")],
    second: Annotated[str, typer.Argument(metavar="ID")],
    by: By,
    because: Because = "",
) -> None:
    """Say that two events or two actors are one, or that the first article copies the second."""
    from detente.resolve import reviewing

    corpus = _load(file)
    _keep(file, [reviewing.same(reviewing.found(corpus, first), reviewing.found(corpus, second), _word(by, because))])


@app.command()
def apart(
    file: FileArgument,
    first: Annotated[str, typer.Argument(metavar="ID")],
    second: Annotated[str, typer.Argument(metavar="ID")],
    by: By,
    because: Because = "",
) -> None:
    """Say that two events or actors are two, or that the first article does not copy the second."""
    from detente.resolve import reviewing

    corpus = _load(file)
    _keep(file, [reviewing.apart(reviewing.found(corpus, first), reviewing.found(corpus, second), _word(by, because))])


@app.command()
def correct(  # noqa: PLR0913, PLR0917  an option a field
    file: FileArgument,
    ident: Annotated[str, typer.Argument(metavar="ID")],
    by: By,
    because: Because = "",
    speaker: Annotated[str | None, typer.Option("--speaker", help="an actor's id; of a statement")] = None,
    actors: Annotated[str | None, typer.Option("--actors", help="ids joined by spaces")] = None,
    recipients: Annotated[str | None, typer.Option("--recipients", help="ids joined by spaces")] = None,
    status: Annotated[str | None, typer.Option("--status", help="actual, planned, possible or denied")] = None,
    code: Annotated[str | None, typer.Option("--code", help="a PLOVER type")] = None,
    when: Annotated[str | None, typer.Option("--when", help="a day, or days FROM/UNTIL")] = None,
    delete: Annotated[bool, typer.Option("--delete", help="the record is none")] = False,
) -> None:
    """Put one record right: an empty value means that nothing is known."""
    from detente.errors import InputError
    from detente.resolve import reviewing

    given = {"speaker": speaker, "actors": actors, "recipients": recipients, "status": status, "code": code, "when": when}
    changes: dict[Amendable, str | None] = {k: v or None for k, v in given.items() if v is not None}  # type: ignore[misc]
    if delete:
        changes["delete"] = None
    if not changes:
        raise InputError("nothing to correct: name a field, as --status denied")
    corpus = _load(file)
    _keep(file, reviewing.correct(reviewing.found(corpus, ident), changes, _word(by, because)))


@app.command()
def walk(file: FileArgument, by: By) -> None:
    """Put every judgement that waits before you, one after another (on a terminal)."""
    from detente.errors import InputError
    from detente.resolve import reviewing

    if not sys.stdin.isatty():
        raise InputError("no terminal to ask on; see `detente review list`, `confirm`, `undo`, `same`, `apart`")
    for judgement in list(reviewing.waiting(_load(file))):
        print(_shown(judgement))
        answer = input("right? [y]es, [n]o, [s]kip, [q]uit: ").strip().lower()[:1]
        if answer == "q":
            return
        if answer in ("y", "n"):
            said = (reviewing.confirm if answer == "y" else reviewing.turn)(judgement, _word(by, input("why? ").strip()))
            _keep(file, [said])


def _load(file: Path) -> Corpus:
    from detente.archive.load import load

    return load(file)


def _keep(file: Path, said: Iterable[Judgement | Correction]) -> None:
    """Write, and tell what was written."""
    from detente.archive.keep import keep

    words = list(said)
    keep(file, words)
    for word in words:
        print(f"kept {word.id}")


def _word(by: str, because: str) -> Word:
    from datetime import UTC, datetime

    from detente.resolve.reviewing import Word

    return Word(by, because, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"))


def _shown(judgement: Judgement) -> str:
    """A judgement as a person reads it: what, of which words, why."""
    about = f" ({judgement.about})" if judgement.about else ""
    cited = "".join(f"\n    {c.article}: {c.quote or c.id}" for c in judgement.of)
    return f"{judgement.id}  {judgement.verdict.replace('_', ' ')}{about}{cited}\n    because {judgement.reason}\n"
