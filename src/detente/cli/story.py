"""`detente story`: articles put together by the events that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import shown
from detente.cli.look import Look, viewed
from detente.errors import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.story import Stories, Story, Telling

NewSince = Annotated[str | None, typer.Option("--new-since", help="mark what was published on or after this day")]


@viewed(svg=False, most=20)
def run(look: Look, new_since: NewSince = None) -> None:
    """Show stories: articles that tell the same recent events, copies folded, with who told first and what is new."""
    from detente.cli.asked import day
    from detente.views import story

    if new_since is not None and day(new_since) is None:
        raise InputError(f"--new-since takes a day (YYYY-MM-DD), not {new_since!r}")
    corpus, sides = look.opened()
    made = story.make(corpus, look.asked, sides, new_since=new_since)
    look.give(made, printed=lambda: _printed(made, look))
    if not made.stories:
        raise look.nothing("no article that tells such an event", sides)


def _printed(made: Stories, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    yield shown.title("STORIES", f"{len(made.stories)}, newest first")
    yield from shown.only(look)
    for story in made.stories[: look.most]:
        yield Text()
        yield from _story(story, look)
    yield from shown.more(look.most, len(made.stories))


def _story(story: Story, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    copies = f", {shown.many(story.copies, 'copy')}" if story.copies else ""
    new = f" · {story.new} new, with {shown.many(story.new_events, 'event')} not told before" if story.new else ""
    yield Text(story.title, style="bold")
    yield shown.note(f"{shown.many(story.articles, 'article')}{copies}, {_outlets(story.outlets)}{new}")
    if story.parties:
        yield shown.note(", ".join(p.name for p in story.parties))
    table = shown.grid(17, None, right=())
    for day in story.days:
        for number, telling in enumerate(day.articles):
            headline = f": {telling.title}" if telling.title != story.title else ""
            words = Text(("NEW " if telling.new else "") + telling.outlet + headline)
            words.append(_first(story, telling), style="green")
            words.append(f" +{len(telling.copies)} copied" if telling.copies else "", style="dim")
            words.append(shown.ids((telling.id, *telling.copies), codes=look.codes), style="dim")
            table.add_row(Text("" if number else day.words, style="bold"), words)
    yield table
    yield shown.events(story.events[:4], codes=look.codes)


def _first(story: Story, telling: Telling) -> str:
    """Whether it is told first in an article, as far as days of publication say."""
    if telling.id not in story.firsts or story.articles == 1:
        return ""
    return " (first told here)" if len(story.firsts) == 1 else " (among the first)"


def _outlets(number: int) -> str:
    return "1 outlet" if number == 1 else f"{number} outlets not found to copy each other"
