"""A weighed case as one self-contained page: no script, no network; the report's words, with drawings beside them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources

from detente.web import weigh_charts
from detente.web.markup import Markup, el, join
from detente.weigh import report, words
from detente.weigh.report import Block
from detente.weigh.result import Answer, Result, Weighed

_PAIRED = frozenset({"histogram", "swings", "without", "leverage"})
_BLANK = frozenset({"blank", "cannot be placed from these texts", "–"})
_WIDE = 3
"""Tables of more columns become lists on a narrow screen."""


def render(result: Result) -> str:
    """The whole page."""
    told = report.make(result)
    style = resources.files("detente.web").joinpath("static", "weigh.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    metas = (
        el("meta", charset="utf-8"),
        el(
            "meta",
            http_equiv="Content-Security-Policy",
            content=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        ),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"{told.title}: weighed"),
        el("style", Markup(style)),
    )
    header = el("header", el("h1", told.title), *(el("p", note) for note in told.notes))
    main = el("main", header, *_sections(result, told.blocks), _footer(result))
    return f'<!doctype html>\n<html lang="en">\n<head>{join(metas)}</head>\n<body>\n{main}\n</body>\n</html>\n'


def _footer(result: Result) -> Markup:
    asked = result.wanted
    return el(
        "footer", f"Made by detente weigh, with {asked.draws} games drawn where inputs are ranges, seed {asked.seed}. Not a forecast."
    )


def _sections(result: Result, blocks: tuple[Block, ...]) -> Iterator[Markup]:
    """Blocks in their order; the small ones of an issue two by two."""
    pair: list[Markup] = []
    for block in blocks:
        one = result.issues[block.issue] if block.issue is not None else None
        if pair and block.key not in _PAIRED:
            yield el("div", *pair, class_="pair")
            pair = []
        if block.key == "lead":
            yield el("h2", block.title)
        made = _block(block, one)
        if block.key in _PAIRED:
            pair.append(made)
        else:
            yield made
    if pair:
        yield el("div", *pair, class_="pair")


def _block(block: Block, one: Weighed | None) -> Markup:
    if block.key == "lead":
        return el("section", *map(_lead, block.lines), class_="block lead")
    lines = [el("p", line) for line in block.lines]
    drawn = _drawn(block, one) if one else Markup("")
    after = el("div", *(el("p", line) for line in block.after), class_="after") if block.after else Markup("")
    table = _cards(one) if block.key == "questions" and one else _table(block)
    return el("section", el("h3", block.title), *lines, drawn, table, after, class_=f"block {block.key}")


def _lead(line: str) -> Markup:
    if line.startswith("If you accept"):
        return el("p", line, class_="verdict")
    blank = any(said in line for said in ("blank", "Cannot be placed", "No result", "proposal", "none of the stress"))
    return el("p", line, class_="blank" if blank else None)


def _drawn(block: Block, one: Weighed) -> Markup:
    """The drawing that goes with a block."""
    if block.key == "histogram":
        return weigh_charts.histogram(one)
    if block.key == "swings":
        return weigh_charts.tornado(one)
    if block.key == "models":
        return weigh_charts.models(one)
    if block.key == "talks":
        return weigh_charts.zone(one)
    if block.key == "paths":
        return el("div", *(weigh_charts.paths(one, path) for path in one.paths), class_="pair")
    return Markup("")


def _table(block: Block) -> Markup:
    if not block.rows:
        return Markup("")
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in block.head)))
    body = [el("tr", *(_cell(name, cell) for name, cell in zip(block.head, row, strict=True))) for row in block.rows]
    return el("table", head, el("tbody", *body), class_="wide" if len(block.head) >= _WIDE else None)


def _cell(head: str, cell: str) -> Markup:
    return el("td", cell, data_head=head or None, class_="blank" if cell in _BLANK else None)


def _cards(one: Weighed) -> Markup:
    """A card for each question."""
    return el("div", *(_card(one, answer) for answer in one.answers), class_="cards")


def _card(one: Weighed, answer: Answer) -> Markup:
    found = answer.outcome.middle
    lines = [
        el("h4", answer.title[:1].upper() + answer.title[1:]),
        el("p", f"The middle falls {words.where(answer.setting, found)}" if found else words.NOBODY, class_="big"),
        el("p", f"It fell {words.where(one.setting, one.outcome.middle)}."),
        el("p", f"The mean: {words.mean(found)}; it moves {words.moved(answer.delta, answer.setting)}."),
    ]
    return el("div", *lines, weigh_charts.card(one, answer), class_="card")
