"""`detente positions`: who wants what on which issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import shown
from detente.cli.look import Look, viewed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from detente.views.positions import Issue, Matrix, Stand

About = Annotated[str | None, typer.Option("--about", help="only issues with these words")]
_SIGNS = {"for": "+", "against": "-", "conditional": "if"}
_STYLES = {"for": "green", "against": "red", "conditional": "yellow"}
ISSUE, PARTY = 30, 10  # columns for an issue, and for each party beside it


@viewed(most=25)
def run(look: Look, about: About = None) -> None:
    """Show issues and parties as a table: for, against or on a condition, own words and what others say apart, blanks left blank."""
    from detente.lexicon import Shelf, issues
    from detente.views import positions

    corpus, sides = look.opened()
    which = positions.Asked(about, issues.load(Shelf()).key) if about else None
    made = positions.make(corpus, look.asked, sides, which)
    look.give(made, printed=lambda: _printed(made, look), drawn=lambda only: _drawn(made, only))
    if not made.issues:
        raise look.nothing("no such position in these articles", sides)


def _drawn(made: Matrix, only: str) -> str:
    from detente.views.svg import positions

    return positions.draw(made, only)


def _printed(made: Matrix, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    yield shown.title("POSITIONS", f"{shown.many(len(made.issues), 'issue')}, {shown.many(len(made.parties), 'party')}")
    yield from shown.only(look, events=False)
    yield Text()
    yield _table(made, look.most)
    yield shown.note("+ for, - against, if: on a condition; (…) said of the party by others; ≠ at odds; blank: not found in these articles")
    names = {p.side.id: p.side.name for p in made.parties}
    for issue in made.issues[: look.most]:
        yield Text()
        yield shown.title(issue.name, "at odds (compared by the program)" if issue.at_odds else "")
        yield _stands(issue, names, look)
    yield from shown.more(look.most, len(made.issues))


def _table(made: Matrix, most: int) -> Table:
    from rich.text import Text

    from detente.cli import terminal
    from detente.views.wording import cut

    parties = made.parties[: (terminal.columns() - ISSUE) // PARTY]
    ids = {p.side.id for p in parties}
    table = shown.grid(2, None, *[PARTY - 1] * len(parties))
    table.add_row("", "", *(Text(p.side.name, style="bold") for p in parties))
    rows = [i for i in made.issues if any(c.party in ids for c in i.cells)]
    for issue in rows[:most]:
        cells = {c.party: c for c in issue.cells}
        signs = []
        for party in parties:
            cell = cells.get(party.side.id)
            words = "/".join(_SIGNS[s] for s in cell.stances) if cell else ""
            signs.append(Text(words if not cell or cell.own else f"({words})", style=_STYLES[cell.stances[0]] if cell else ""))
        table.add_row(Text("≠" if issue.at_odds else "", style="bold magenta"), Text(cut(issue.name, 48)), *signs)
    if len(made.parties) > len(parties):
        table.add_row("", shown.note(f"… {len(made.parties) - len(parties)} more parties below and in --json"))
    return table


def _stands(issue: Issue, names: dict[str, str], look: Look) -> Table:
    from rich.text import Text

    table = shown.grid(18, None, 22, right=(2,))
    for cell in issue.cells:
        for number, stand in enumerate(cell.stands):
            table.add_row(Text("" if number else names[cell.party], style="bold"), _line(stand, look), Text(_told(stand), style="dim"))
    return table


def _line(stand: Stand, look: Look) -> Text:
    from rich.text import Text

    words = Text(f"{_SIGNS[stand.stance]} ", style=_STYLES[stand.stance])
    words.append(stand.line if stand.own else f"({stand.line})")
    if stand.condition:
        words.append(f" {stand.condition}", style="dim")
    words.append(shown.ids((stand.id,), codes=look.codes), style="dim")
    return words


def _told(stand: Stand) -> str:
    return f"{stand.moment.words}\n{stand.source}"
