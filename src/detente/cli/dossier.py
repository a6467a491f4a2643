"""`detente dossier`: one actor in many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import shown
from detente.cli.look import Look, viewed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from detente.views.dossier import Dossier, Said
    from detente.views.entries import Entry

Who = Annotated[str, typer.Argument(help="a name or an id; a state comes with its government", metavar="ACTOR")]


@viewed(svg=False, most=10)
def run(look: Look, who: Who) -> None:
    """Show one actor: offices, how it stands to others, whom it met, what it said and wants, what others say of it."""
    from detente.views import dossier

    corpus, sides = look.opened()
    made = dossier.make(corpus, who, look.asked, sides)
    look.give(made, printed=lambda: _printed(made, look))


def _printed(made: Dossier, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    yield shown.title(made.name, " · ".join(filter(None, (made.type.replace("_", " "), made.country, made.id))))
    if made.aliases:
        yield shown.note("also " + ", ".join(made.aliases[:8]))
    yield from shown.only(look)
    missing = []
    for title, aside, rows, whole in _parts(made, look):
        if not whole:
            missing.append(title.lower())
            continue
        yield Text()
        yield shown.title(title, aside)
        yield rows
        yield from shown.more(look.most, whole)
    if missing:
        yield Text()
        yield shown.note(f"not found in these articles: {', '.join(missing)}")


def _parts(made: Dossier, look: Look) -> Iterator[tuple[str, str, Table, int]]:
    """The parts: title, what the columns say, rows, how many there are."""
    most = look.most

    def ids(*found: str) -> str:
        return shown.ids(found, codes=look.codes)

    yield "OFFICES", "how known", _offices(made, most), len(made.roles)
    yield "HOW IT STANDS", "oldest telling first", _standing(made, look), len(made.standing)
    met = ((m.other.name, f"{m.times}×, last {m.last}{_in(m.where)}{ids(*m.entries)}", "") for m in made.met[:most])
    yield "MET OR VISITED", "as reported as happened", _rows(met), len(made.met)
    said = ((s.moment.words, f"{_how(s)}{s.words}{ids(s.id)}", s.how) for s in made.said[:most])
    yield "SAID", "latest first; how it got here", _rows(said), len(made.said)
    yield "WANTS", "+ for, - against, if: on a condition", _wants(made, look), len(made.positions)
    claims = ((c.moment.words, c.words + ids(c.id), c.source) for c in made.claims[:most])
    yield "SAID OF IT BY OTHERS", "claims, latest first; who says so", _rows(claims), len(made.claims)
    deals = ((d.moment.words, f"{d.name} ({d.status}){ids(*d.ids)}", ", ".join(d.parties)) for d in made.agreements[:most])
    yield "AGREEMENTS", "parties", _rows(deals), len(made.agreements)
    yield "EVENTS", "latest first; who says so", shown.events(_latest(made)[:most], codes=look.codes), len(made.events)
    seen = ((a.published or "no day", a.title + ids(a.id), f"{a.outlet} ({a.mentions}×)") for a in made.articles[::-1][:most])
    yield "ARTICLES", "latest first", _rows(seen), len(made.articles)


def _latest(made: Dossier) -> list[Entry]:
    """Events, the latest first, those without a day last."""
    return [*(e for e in made.events[::-1] if e.span), *(e for e in made.events if not e.span)]


def _in(where: str | None) -> str:
    return f" in {where}" if where else ""


def _how(said: Said) -> str:
    """What makes of the words a demand, a warning, a denial: the words alone do not say it."""
    act = "" if said.act == "assert" else f"{said.act}: "
    return act if said.said else f"did not say: {act}"


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
            r.title + (f" ({r.of})" if r.of else "") + (f": {r.holder}" if r.holder != made.name else ""),
            r.known,
        )
        for r in made.roles[:most]
    )
    return _rows(rows)


def _standing(made: Dossier, look: Look) -> Table:
    rows = []
    for standing in made.standing[: look.most]:
        rows.append((standing.other.name if standing.other else "nobody named", "", ""))
        rows += [("", f"{t.moment.words}: {t.words}{shown.ids((t.id,), codes=look.codes)}", t.source) for t in standing.ties]
    return _rows(rows)


def _wants(made: Dossier, look: Look) -> Table:
    signs = {"for": "+", "against": "-", "conditional": "if"}
    rows = []
    for issue in made.positions[: look.most]:
        for stand in (s for c in issue.cells for s in c.stands):
            words = f"{signs[stand.stance]} {stand.line if stand.own else f'({stand.line})'}"
            told = "own words" if stand.own else stand.source
            rows.append((stand.moment.words, words + shown.ids((stand.id,), codes=look.codes), told))
    return _rows(rows)
