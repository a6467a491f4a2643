"""What is in a store as a whole."""

from __future__ import annotations

from importlib.metadata import version

from detente import export
from detente.store import Facet, Store
from detente.views.entries import STANDING
from detente.views.network import QUADS
from detente.views.wording import tidy
from detente.web.api.asked import Narrowed, Question
from detente.web.api.whole import Facets, Kinds, Summary, Value, Written
from detente.web.nouns.marks import Sides


def get_summary(store: Store, asked: Question, *, edit: bool = False, cases: tuple[str, ...] = ()) -> Summary:
    """What is in the store, whether it may be changed from here, and which cases are weighed beside it."""
    sizes = store.sizes()
    return Summary(
        name=tidy(store.path.name),
        program=f"Detente {version('detente')}",
        edit=edit,
        texts=True,
        report=False,
        left_out=0,
        counts=Kinds(sizes.articles, sizes.events, sizes.told, sizes.statements, sizes.positions, sizes.relations, sizes.agreements),
        published=sizes.published,
        formats=tuple(Written(form.name, form.what) for form in export.FORMATS),
        cases=cases,
    )


def get_facets(store: Store, asked: Narrowed) -> Facets:
    """How many events that fit have which values."""
    found = store.facets(asked.filter)
    sides = Sides(store, (f.value for f in found if f.kind == "actor"))

    def of(kind: str) -> tuple[Value, ...]:
        return tuple(Value(f.value, _name(f, sides), f.count) for f in found if f.kind == kind)

    return Facets(
        events=sum(f.count for f in found if f.kind == "status"),
        actors=of("actor"),
        codes=of("code"),
        quads=of("quad"),
        statuses=of("status"),
        countries=of("country"),
        outlets=of("outlet"),
        months=tuple(sorted(of("month"), key=lambda v: v.value)),
    )


def _name(facet: Facet, sides: Sides) -> str:
    if facet.kind == "actor":
        return sides.side(facet.value).name
    if facet.kind == "quad":
        return QUADS.get(int(facet.value), facet.value)
    if facet.kind == "status":
        return next((words for status, words in STANDING.items() if status == facet.value), facet.value)
    return tidy(facet.value)
