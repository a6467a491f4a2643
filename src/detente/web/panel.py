"""The records beside the article: what to check first, filters by layer, and a card each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.views.cards import LAYERS, Card, Layer
from detente.views.report import Row
from detente.web.markup import Markup, el, join

_NAMES: dict[Layer, str] = {
    "events": "Events",
    "statements": "Statements",
    "positions": "Positions",
    "relations": "Relations",
    "agreements": "Agreements",
    "actors": "Actors",
    "problems": "Doubts",
}
_GROUPS: dict[Layer, tuple[tuple[str, str], ...]] = {
    "events": (
        ("happened", "Reported as happened"),
        ("planned", "Planned"),
        ("possible", "Only possible"),
        ("denied", "Denied, or said not to be so"),
    )
}
_RING = '<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2"{}/>'
_ICONS = {
    "happened": '<circle cx="8" cy="8" r="6" fill="currentColor"/>',
    "planned": _RING.format(""),
    "possible": _RING.format(' stroke-dasharray="2.4 2.9"'),
    "denied": _RING.format("") + '<path d="M4.2 11.8 11.8 4.2" stroke="currentColor" stroke-width="2"/>',
    "for": '<path d="M8 3v10M3 8h10" stroke="currentColor" stroke-width="2.4"/>',
    "against": '<path d="M3 8h10" stroke="currentColor" stroke-width="2.4"/>',
    "conditional": '<path d="M3 8c2-4 3-4 5 0s3 4 5 0" fill="none" stroke="currentColor" stroke-width="2"/>',
    "check": '<path d="M8 2 15 14H1ZM8 6v4M8 11.4v1" fill="none" stroke="currentColor" stroke-width="1.8"/>',
}
"""Shapes of 16 by 16, so that a status is never told by colour alone."""


def panel(cards: Sequence[Card], rows: Iterable[Row], key: str) -> Markup:
    """The aside of one article."""
    places = {ident: f"{key}-{n}" for n, card in enumerate(cards) for ident in card.ids}
    numbered = list(enumerate(cards))
    layers = [layer for layer in LAYERS if any(c.layer == layer for c in cards)]
    lists = [_layer(layer, [(n, c) for n, c in numbered if c.layer == layer], key) for layer in layers if layer != "problems"]
    doubts = [(n, c) for n, c in numbered if c.layer == "problems"]
    inner = (
        el("div", _handle(len(cards)), _filters(layers, cards), _here(), class_="bar"),
        el("div", _checks(list(rows), doubts, places, key), *lists, _keys(), class_="cards"),
    )
    return el("aside", *inner, class_="panel", aria_label="Records")


def _handle(count: int) -> Markup:
    return el("button", f"Records ({count})", type="button", class_="handle", aria_expanded="false", hidden=True)


def _filters(layers: Sequence[Layer], cards: Sequence[Card]) -> Markup:
    chips = [
        el(
            "label",
            el("input", type="checkbox", checked=True, value=layer),
            el("span", class_=f"swatch {layer}", aria_hidden="true"),
            _NAMES[layer],
            " ",
            el("small", str(sum(c.layer == layer for c in cards))),
            class_="chip",
        )
        for layer in layers
    ]
    return el("fieldset", el("legend", "Show"), *chips, class_="filters")


def _here() -> Markup:
    """Where the records of chosen words are told; filled by the script."""
    words = el("span", aria_live="polite")
    return el("p", words, " ", el("button", "Show all", type="button", class_="all"), class_="here", hidden=True)


def _checks(rows: Sequence[Row], doubts: Sequence[tuple[int, Card]], places: dict[str, str], key: str) -> Markup:
    """What to check first; each line leads to its records. The doubts' own cards follow, folded."""
    if not rows:
        return Markup("")
    alone = {c.id for _, c in doubts}
    items = [_check(row, places) for row in rows if not (len(row.ids) == 1 and row.ids[0] in alone)]
    folded = [_card(n, c, key) for n, c in doubts]
    inner = (el("h2", "Check first"), el("ul", *items, class_="checks"), *folded)
    return el("section", *inner, class_="layer problems", data_layer="problems")


def _check(row: Row, places: dict[str, str]) -> Markup:
    target = next((places[i] for i in row.ids if i in places), None)
    lines = f" [{' '.join(map(str, row.lines))}]" if row.lines else ""
    words = join([icon("check"), " ", row.text, el("small", lines)])
    leads = el("button", words, type="button", data_go=target) if target else words
    return el("li", leads, class_="infer" if row.mark == "=" else None)


def _layer(layer: Layer, cards: Sequence[tuple[int, Card]], key: str) -> Markup:
    groups = _GROUPS.get(layer)
    if not groups:
        return el("section", el("h2", _NAMES[layer]), *(_card(n, c, key) for n, c in cards), class_=f"layer {layer}", data_layer=layer)
    parts = []
    for status, title in groups:
        if found := [_card(n, c, key) for n, c in cards if c.status == status]:
            parts.append(el("div", el("h3", icon(status), " ", title), *found, class_="group"))
    return el("section", el("h2", _NAMES[layer]), *parts, class_=f"layer {layer}", data_layer=layer)


def _card(number: int, card: Card, key: str) -> Markup:
    """One record: folded its line, unfolded all that is known of it."""
    tag = el("span", icon(card.status), " ", card.status, class_=f"status {card.status.replace(' ', '-')}")
    meta = [tag]
    if card.label and card.layer == "events":
        meta.append(el("span", card.label, class_="day"))
    if card.source and card.source != card.label:
        meta.append(el("span", card.source, class_="source"))
    if card.lines:
        meta.append(el("span", f"[{_lines(card)}]", class_="lines"))
    name = [el("b", card.label), " "] if card.label and card.layer != "events" else []
    summary = el("summary", el("span", *name, card.line, class_="line"), el("span", *[join([m, " "]) for m in meta], class_="meta"))
    return el("details", summary, _facts(card), class_="card", id=f"{key}-{number}", data_layer=card.layer)


def _lines(card: Card) -> str:
    return " ".join(map(str, card.lines[:9])) + (" …" if len(card.lines) > 9 else "")


def _facts(card: Card) -> Markup:
    pairs = [m for fact in card.facts for m in (el("dt", fact.term), el("dd", fact.text))]
    quotes: list[Markup] = []
    if card.layer != "actors":
        quotes = [el("blockquote", f"“{quote.quote.strip('“”')}”") for quote in card.quotes]
        if len(card.ids) > 1:
            quotes.insert(0, el("p", f"Told in {len(card.ids)} places, counted once:", class_="told"))
    ident = join([el("dt", "id"), el("dd", el("code", card.id))])
    return el("div", *quotes, el("dl", *pairs, ident), class_="facts")


def _keys() -> Markup:
    keys = (("click", "words or a record"), ("j k", "next, previous record"), ("← →", "marked words"), ("Esc", "clear"))
    return el("p", *(join([el("kbd", k), f" {what}  "]) for k, what in keys), class_="keys")


def icon(status: str) -> Markup:
    """The shape of a status."""
    shape = _ICONS.get(status)
    return Markup(f'<svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">{shape}</svg>') if shape else Markup("")
