"""`detente dossier`: one actor in many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import shown
from detente.cli.asked import narrowed
from detente.corpus import Filter

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from detente.views.dossier import Dossier

Who = Annotated[str, typer.Argument(help="a name or an id; a state comes with its government", metavar="ACTOR")]


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: shown.Records,
    who: Who,
    fold: shown.Fold = None,
    json: shown.Json = False,
    most: shown.Most = 10,
    asked: Filter = Filter(),  # noqa: B008  frozen
) -> None:
    """Show one actor: offices, how it stands to others, whom it met, what it said and wants, what others say of it."""
    from detente.views import dossier

    corpus, sides = shown.opened(path, fold)
    made = dossier.make(corpus, who, asked, sides)
    shown.Give(json).out(made, printed=lambda: _printed(made, most))


def _printed(made: Dossier, most: int) -> Iterator[RenderableType]:
    from rich.text import Text

    yield shown.title(made.name, " · ".join(filter(None, (made.type.replace("_", " "), made.country, made.id))))
    if made.aliases:
        yield shown.note("also " + ", ".join(made.aliases[:8]))
    missing = []
    for title, aside, rows, whole in _parts(made, most):
        if not whole:
            missing.append(title.lower())
            continue
        yield Text()
        yield shown.title(title, aside)
        yield rows
        yield from shown.more(most, whole)
    if missing:
        yield Text()
        yield shown.note(f"not found in these articles: {', '.join(missing)}")


def _parts(made: Dossier, most: int) -> Iterator[tuple[str, str, Table, int]]:
    """The parts: title, what the columns say, rows, how many there are."""
    yield "OFFICES", "how known", _offices(made, most), len(made.roles)
    yield "HOW IT STANDS", "oldest telling first", _standing(made, most), len(made.standing)
    met = ((m.other.name, f"{m.times}×, last {m.last}" + (f" in {m.where}" if m.where else ""), "") for m in made.met[:most])
    yield "MET OR VISITED", "as reported as happened", _rows(met), len(made.met)
    said = ((s.moment.words, ("" if s.said else "did not say: ") + s.words, s.how) for s in made.said[:most])
    yield "SAID", "latest first; how it got here", _rows(said), len(made.said)
    yield "WANTS", "+ for, - against, if: on a condition", _wants(made, most), len(made.positions)
    claims = ((c.moment.words, c.words, c.source) for c in made.claims[:most])
    yield "SAID OF IT BY OTHERS", "claims; who says so", _rows(claims), len(made.claims)
    deals = ((d.moment.words, f"{d.name} ({d.status})", ", ".join(d.parties)) for d in made.agreements[:most])
    yield "AGREEMENTS", "parties", _rows(deals), len(made.agreements)
    yield "EVENTS", "who says so", shown.events(made.events[:most]), len(made.events)
    seen = ((a.published or "no day", a.title, f"{a.outlet} ({a.mentions}×)") for a in made.articles[:most])
    yield "ARTICLES", "", _rows(seen), len(made.articles)


def _rows(rows: Iterable[tuple[str, str, str]]) -> Table:
    from rich.text import Text

    table = shown.grid(17, None, 22, right=(2,))
    for label, words, told in rows:
        table.add_row(Text(label, style="bold"), Text(words), Text(told, style="dim"))
    return table


def _offices(made: Dossier, most: int) -> Table:
    rows = (
        (
            f"{r.since or '?'} to {r.until or '?'}" if r.since or r.until else "no day",
            r.title + (f" ({r.of})" if r.of else ""),
            r.known,
        )
        for r in made.roles[:most]
    )
    return _rows(rows)


def _standing(made: Dossier, most: int) -> Table:
    rows = []
    for standing in made.standing[:most]:
        rows.append((standing.other.name if standing.other else "nobody named", "", ""))
        rows += [("", f"{t.moment.words}: {t.words}", t.source) for t in standing.ties]
    return _rows(rows)


def _wants(made: Dossier, most: int) -> Table:
    signs = {"for": "+", "against": "-", "conditional": "if"}
    rows = []
    for issue in made.positions[:most]:
        stands = [s for c in issue.cells for s in c.stands]
        rows += [
            (s.moment.words, f"{signs[s.stance]} {s.line if s.own else f'({s.line})'}", s.source if not s.own else "own words")
            for s in stands
        ]
    return _rows(rows)
