"""`detente story`: articles put together by the events that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import shown
from detente.cli.asked import narrowed
from detente.corpus import Filter
from detente.errors import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.story import Stories, Story, Telling

NewSince = Annotated[str | None, typer.Option("--new-since", help="mark what was published on or after this day")]


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: shown.Records,
    new_since: NewSince = None,
    fold: shown.Fold = None,
    json: shown.Json = False,
    most: shown.Most = 20,
    asked: Filter = Filter(),  # noqa: B008  frozen
) -> None:
    """Show stories: articles that tell the same recent events, copies folded, with who told first and what is new."""
    from detente.cli.asked import day
    from detente.views import story

    if new_since is not None and day(new_since) is None:
        raise InputError(f"--new-since takes a day (YYYY-MM-DD), not {new_since!r}")
    corpus, sides = shown.opened(path, fold)
    made = story.make(corpus, asked, sides, new_since=new_since)
    shown.Give(json).out(made, printed=lambda: _printed(made, most))
    if not made.stories:
        raise shown.nothing("no article that tells such an event")


def _printed(made: Stories, most: int) -> Iterator[RenderableType]:
    from rich.text import Text

    yield shown.title("STORIES", f"{len(made.stories)}, newest first")
    for story in made.stories[:most]:
        yield Text()
        yield from _story(story)
    yield from shown.more(most, len(made.stories))


def _story(story: Story) -> Iterator[RenderableType]:
    from rich.text import Text

    copies = f", {story.copies} cop{'y' if story.copies == 1 else 'ies'}" if story.copies else ""
    new = f" · {story.new} new, with {story.new_events} events not told before" if story.new else ""
    many = "1 article" if story.articles == 1 else f"{story.articles} articles"
    yield Text(story.title, style="bold")
    yield shown.note(f"{many}{copies}, {_outlets(story.outlets)}{new}")
    if story.parties:
        yield shown.note(", ".join(p.name for p in story.parties))
    table = shown.grid(17, None, right=())
    for day in story.days:
        for number, telling in enumerate(day.articles):
            headline = f": {telling.title}" if telling.title != story.title else ""
            words = Text(("NEW " if telling.new else "") + telling.outlet + headline)
            words.append(_first(story, telling), style="green")
            words.append(f" +{len(telling.copies)} copied" if telling.copies else "", style="dim")
            table.add_row(Text("" if number else day.words, style="bold"), words)
    yield table
    yield shown.events(story.events[:4])


def _first(story: Story, telling: Telling) -> str:
    """Whether it is told first in an article, as far as days of publication say."""
    if telling.id not in story.firsts or story.articles == 1:
        return ""
    return " (first told here)" if len(story.firsts) == 1 else " (among the first)"


def _outlets(number: int) -> str:
    return "1 outlet" if number == 1 else f"{number} outlets not found to copy each other"
