"""`detente review`: what the program judged, put before a person; and single records put right."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from detente.cli.asked import Option, gathered
from detente.cli.shown import many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.corpus import Corpus
    from detente.records import Amendable, Correction, Judgement
    from detente.resolve.reviewing import Word

app = typer.Typer(help="See what was judged of many articles, confirm it or not, and correct records.", no_args_is_help=True)
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="records as JSON Lines, or a store")]
Id = Annotated[str, typer.Argument(metavar="ID")]
By = Annotated[str, typer.Option("--by", help="who says so")]
Because = Annotated[str, typer.Option("--because", help="why")]


class Desk(NamedTuple):
    """Where a person speaks on a file of records, who speaks, and why."""

    file: Path
    by: str
    because: str = ""

    def corpus(self) -> Corpus:
        """The records as they stand."""
        from detente.archive.load import load

        return load(self.file)

    def word(self, because: str | None = None) -> Word:
        """Who says so, why, and that it is now."""
        from datetime import UTC, datetime

        from detente.resolve.reviewing import Word

        return Word(self.by, self.because if because is None else because, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"))

    def keep(self, said: Iterable[Judgement | Correction]) -> None:
        """Write, and tell what was written."""
        from detente.archive.keep import keep

        words = list(said)
        keep(self.file, words)
        for word in words:
            print(f"kept {word.id}")


def spoken(command: Callable[..., None]) -> Callable[..., None]:
    """A command with file, `--by` and `--because` in place of its first parameter, `desk: Desk`, which is made of them."""
    options = (Option("by", By), Option("because", Because, ""))
    return gathered(command, lambda given: Desk(**given), options, first=(Option("file", FileArgument),))  # type: ignore[arg-type]  # typer checked


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
@spoken
def confirm(desk: Desk, ident: Id) -> None:
    """Say that a judgement is right."""
    from detente.resolve import reviewing

    desk.keep([reviewing.confirm(reviewing.standing(desk.corpus(), ident), desk.word())])


@app.command()
@spoken
def undo(desk: Desk, ident: Id) -> None:
    """Let a judgement, or a correction, stand no longer."""
    from detente.resolve import reviewing

    desk.keep([reviewing.undo(reviewing.spoken(desk.corpus(), ident), desk.word())])


@app.command()
@spoken
def same(desk: Desk, first: Id, second: Id) -> None:
    """Say that two events or two actors are one, or that the first article copies the second."""
    from detente.resolve import reviewing

    corpus = desk.corpus()
    desk.keep([reviewing.same(reviewing.found(corpus, first), reviewing.found(corpus, second), desk.word())])


@app.command()
@spoken
def apart(desk: Desk, first: Id, second: Id) -> None:
    """Say that two events or actors are two, or that the first article does not copy the second."""
    from detente.resolve import reviewing

    corpus = desk.corpus()
    desk.keep([reviewing.apart(reviewing.found(corpus, first), reviewing.found(corpus, second), desk.word())])


@app.command()
@spoken
def correct(  # noqa: PLR0913, PLR0917  an option a field
    desk: Desk,
    ident: Id,
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
    corpus = desk.corpus()
    known = frozenset(actor.id for actor in corpus.actors.values())
    desk.keep(reviewing.correct(reviewing.found(corpus, ident), changes, desk.word(), actors=known))


@app.command()
def walk(file: FileArgument, by: By) -> None:
    """Put every judgement that waits before you, one after another (on a terminal)."""
    from detente.errors import InputError
    from detente.resolve import reviewing

    if not sys.stdin.isatty():
        raise InputError("no terminal to ask on; see `detente review list`, `confirm`, `undo`, `same`, `apart`")
    desk = Desk(file, by)
    for judgement in list(reviewing.waiting(desk.corpus())):
        print(_shown(judgement))
        answer = _asked("right? [y]es, [n]o, [s]kip, [q]uit: ")
        if answer == "q":
            return
        if answer in ("y", "n"):
            speak = reviewing.confirm if answer == "y" else reviewing.turn
            desk.keep([speak(judgement, desk.word(_line("why? ") or ""))])


def _asked(question: str) -> str:
    """The first letter of an answer: asked again until it is one of those that the question names; q where the input ends."""
    while True:
        said = _line(question)
        answer = "q" if said is None else said.lower()[:1]
        if answer in ("y", "n", "s", "q"):
            return answer


def _line(question: str) -> str | None:
    """What is typed, or None where the input ends (Ctrl-D)."""
    try:
        return input(question).strip()
    except EOFError:
        return None


def _shown(judgement: Judgement) -> str:
    """A judgement as a person reads it: what, of which words, why."""
    about = f" ({judgement.about})" if judgement.about else ""
    cited = "".join(f"\n    {c.article}: {c.quote or c.id}" for c in judgement.of)
    return f"{judgement.id}  {judgement.verdict.replace('_', ' ')}{about}{cited}\n    because {judgement.reason}\n"
