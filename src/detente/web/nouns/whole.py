"""What is in a store as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import version

from detente import export
from detente.store import Store
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


def get_facets(store: Store, asked: Narrowed, *, countries: Mapping[str, str] | None = None) -> Facets:
    """How many events that fit have which values; `countries` are names by code."""
    found = store.facets(asked.filter)
    sides = Sides(store, (f.value for f in found if f.kind == "actor"))
    outlets = dict(store.spelled(f.value for f in found if f.kind == "outlet"))
    names: dict[str, Callable[[str], str]] = {
        "actor": lambda value: sides.side(value).name,
        "quad": lambda value: QUADS[int(value)],
        "status": lambda value: next(words for status, words in STANDING.items() if status == value),
        "outlet": lambda value: outlets.get(value, value),
        "country": lambda value: (countries or {}).get(value.upper(), value.upper()),
    }

    def of(kind: str) -> tuple[Value, ...]:
        name = names.get(kind, str)
        return tuple(
            Value(f.value.upper() if kind == "country" else f.value, tidy(name(f.value)), f.count) for f in found if f.kind == kind
        )

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
