"""The tables of a report, each a function of a weighed issue."""

from __future__ import annotations

from collections.abc import Sequence

from detente.weigh import place, words
from detente.weigh.case import CANNOT, Amount, Case, Issue, Party
from detente.weigh.coders import amount
from detente.weigh.result import Answer, Left, Weighed
from detente.weigh.turning import Turn

Lines = tuple[str, ...]
Rows = tuple[tuple[str, ...], ...]
Table = tuple[Lines, Lines, Rows]


def answers(one: Weighed) -> tuple[Lines, Lines, Rows, Lines]:
    """Every question beside the case as it is, each with where the middle falls, the mean, its move, and the models asked for."""
    if not one.answers:
        return (), (), (), ()
    head = ("", "the middle", "the mean", "the mean moves")
    base = ("as it is", words.where(one.setting, one.outcome.middle), words.mean(one.outcome.middle), "")
    rows = (base, *(_answer(a) for a in one.answers))
    after = [f"{a.title}: {_widest(a)}" for a in one.answers if _drawn(one, a)]
    after += [f"{a.title}: {words.zone(a.talks, one.issue, a.setting)}." for a in one.answers if a.talks]
    basis = {one.outcome.basis, *(a.outcome.basis for a in one.answers)}
    said = f"On {' and '.join(sorted(basis))}. Numbers are {words.unit(one.issue, one.setting)}; moves of the mean are exact."
    return (said,), head, rows, tuple(after)


def _answer(a: Answer) -> tuple[str, ...]:
    found = a.outcome.middle
    return (a.title, words.where(a.setting, found), words.mean(found), words.moved(a.delta, a.setting))


def by_model(one: Weighed) -> Table:
    """What each model asked for makes of each question."""
    if not one.answers or not one.models:
        return (), (), ()
    rows = tuple((f.model, words.drawn(f.at), *(words.drawn(a.models[n].at) for a in one.answers)) for n, f in enumerate(one.models))
    return (), ("", "as it is", *(a.title for a in one.answers)), rows


def _drawn(one: Weighed, a: Answer) -> bool:
    """Whether drawing tells more than the exact move: where weights are open before."""
    return a.widest is not None and a.widest.low != a.widest.high and not (one.setting.stated and a.delta)


def _widest(a: Answer) -> str:
    """How far the move goes over everything left open, on the same draws before and after."""
    if a.widest is None:
        return ""
    low, high = a.widest.low, a.widest.high
    ends = a.setting.labels
    if low >= -1e-9:
        return f"over all that is left open, in no game drawn toward {ends[0]}; at most {words.number(high)} toward {ends[-1]}."
    if high <= 1e-9:
        return f"over all that is left open, in no game drawn toward {ends[-1]}; at most {words.number(-low)} toward {ends[0]}."
    told = f"{words.number(-low)} toward {ends[0]} to {words.number(high)} toward {ends[-1]}"
    return f"the direction is open: over all that is left open, from {told} in the games drawn."


def needs(one: Weighed) -> Lines:
    """What it would take, a sentence a question."""
    made = []
    for need in one.needs:
        target = place.words(need.step, one.setting.labels)
        if need.now:
            made.append(f"{need.name}: the middle is {target} already ({one.setting.footed}).")
            continue
        weight = (
            f"{need.factor:.3g} times its weight{_equivalent(one, need.name, need.factor)} or just past it"
            if need.factor is not None
            else "no weight of it does"
        )
        moves = " or ".join(place.words(p.steps[0], one.setting.labels) for p in need.moving) or "no place of it does"
        mean = f" For the mean to be there: {need.mean_factor:.3g} times its weight." if need.mean_factor is not None else ""
        made.append(f"{need.name}, for the middle to fall {target}: {weight}; by moving alone: {moves} ({one.setting.footed}).{mean}")
    return tuple(made)


def gains(one: Weighed) -> Table:
    """Who would bring the middle nearer to what it stands for by standing elsewhere."""
    if one.gains is None:
        return (), (), ()
    said = f"Each still wants what it stands for, and moves alone ({one.setting.footed}). Steps are anchors and the room between them."
    if not one.gains:
        return (said, "Nobody gains from moving."), (), ()
    rows = tuple(
        (
            g.name,
            place.words(g.place.steps[0], one.setting.labels),
            f"{g.steps} steps nearer" if g.steps else "no nearer",
            words.number(g.mean) if g.mean is not None else "–",
        )
        for g in one.gains
    )
    return (said,), ("party", "by standing", "the middle is", "the mean nearer by"), rows


def anchors(case: Case, one: Weighed) -> Table:
    """The anchors in their order, each with its words and where they are from; with distances, where it lies."""
    said = () if not one.issue.note else (one.issue.note,)
    rows = tuple(
        (a.id, f"“{a.words}”" if a.evidence else a.words, _source(case, a.evidence) or a.note or "no text") for a in one.issue.anchors
    )
    if one.setting.values is None:
        return said, ("", "words", "from"), rows
    values = (words.number(v) for v in one.setting.values[1:-1])
    return said, ("", "at", "words", "from"), tuple((ident, at, *rest) for at, (ident, *rest) in zip(values, rows, strict=True))


def _source(case: Case, idents: tuple[str, ...]) -> str:
    """Who says it, in which article, where."""
    articles = {a.id: a for a in case.articles}
    made = []
    for e in case.cited(idents):
        article = articles[e.article]
        made.append(f"{e.by}, {article.outlet or article.title or article.id} {article.published} [{e.start}–{e.end}]".strip())
    return "; ".join(made)


def inputs(one: Weighed) -> tuple[Lines, Lines, Rows, Lines]:
    """Every party with its cells; those with most blanks first."""
    rows = tuple(_party(one.issue, p) for p in sorted(one.issue.parties, key=_known))
    head = ("party", "stands", "salience", "influence", "media attention")
    after = tuple(f"{p.name}: {p.position.note}." for p in one.issue.parties if p.position.note not in ("", CANNOT))
    return (), head, rows, after


def _known(party: Party) -> int:
    """How many of its three cells are known."""
    return sum(status != "unknown" for status in (party.position.status, party.salience.status, party.influence.status))


def _party(issue: Issue, party: Party) -> tuple[str, ...]:
    seen = party.media_attention
    counted = f"{seen.mentions} in {seen.articles} article{'' if seen.articles == 1 else 's'}" if seen else "–"
    stand = CANNOT if party.position.status == "unknown" else f"{party.position.at} ({_status(party)})"
    name = f"{party.name} ({', '.join(party.speakers)})" if party.speakers else party.name
    return (name, stand, _amount(party.salience), _amount(party.influence), counted)


def _status(party: Party) -> str:
    cell = party.position
    return ", ".join(filter(None, (cell.status, *cell.evidence, cell.author if cell.status in ("analyst", "external") else "")))


def _amount(held: Amount) -> str:
    if held.status == "external":
        return f"{amount(held)} ({held.source}, {held.year})"
    return amount(held) if held.status == "unknown" else f"{amount(held)} ({held.author})"


def matrix(issues: Sequence[Weighed]) -> Table:
    """Who stands where on each of several issues; those with most blanks first."""
    if len(issues) < 2:
        return (), (), ()
    names = dict.fromkeys(p.name for w in issues for p in w.issue.parties)
    stands = {(w.issue.name, p.name): p.position.at for w in issues for p in w.issue.parties if p.position.status != "unknown"}
    rows = [(name, *(stands.get((w.issue.name, name), "blank") for w in issues)) for name in names]
    return (), ("party", *(w.issue.name for w in issues)), tuple(sorted(rows, key=lambda r: -r.count("blank")))


def histogram(one: Weighed) -> Table:
    """How much weight stands at each step."""
    basis = one.setting.footing()
    total = sum(s.weight.low for s in basis.seats)
    steps: dict[tuple[int, int], list[tuple[str, float]]] = {}
    for seat in sorted(basis.seats, key=lambda s: s.place.steps):
        steps.setdefault(seat.place.steps, []).append((seat.name, seat.weight.low / total if total else 0.0))
    rows = tuple(
        (place.span(*at, one.setting.labels), f"{100 * sum(w for _, w in who):.1f} %", ", ".join(n for n, _ in who))
        for at, who in steps.items()
    )
    return (f"Shares of the weight, on {one.setting.footed}.",) if rows else (), ("stands", "weight", "who"), rows


def without(one: Weighed, left: Sequence[Left]) -> Table:
    """The outcome with each left out in turn."""
    if not left:
        return (), (), ()
    rows = tuple(
        (
            w.name if not w.gone else f"{w.name} (then nothing places {', '.join(w.gone)})",
            words.where(one.setting, w.outcome.middle), words.mean(w.outcome.middle), words.moved(w.delta, one.setting),
        )
        for w in left
    )  # fmt: skip
    return (f"On {one.outcome.basis}.",), ("without", "the middle", "the mean", "the mean moves"), rows


def turns(one: Weighed) -> Table:
    """Weights and places at which the middle falls elsewhere, a row a party."""
    if one.outcome.middle is None:
        return (), (), ()
    labels = one.setting.labels
    told: dict[str, tuple[list[str], list[str]]] = {}
    for turn in one.turns:
        weights, stands = told.setdefault(turn.name, ([], []))
        to = place.span(turn.low, turn.high, labels)
        if turn.place is not None:
            here = place.words(turn.place.steps[0], labels)
            stands.append(here if here == to else f"{here}: then {to}")
        elif turn.factor is not None:
            weights.append(f"{_weight(one, turn)}: then {to}")
    rows = tuple(
        (name, "; ".join(dict.fromkeys(weights)) or "none", "; ".join(stands) or "nowhere") for name, (weights, stands) in told.items()
    )
    said = f"All else as it is, on {one.setting.footed}." if rows else "No weight and no place of one party alone turns it."
    return (said,), ("party", "a weight that turns it", "standing where turns it (the middle then falls there)"), rows


def _weight(one: Weighed, turn: Turn) -> str:
    """A weight beyond which the middle turns: as a factor, and, where both are stated, as salience or influence."""
    factor, word = turn.factor or 0.0, "more" if turn.more else "less"
    if abs(factor - 1) < 1e-6:
        return f"any {word}"
    return f"{word} than {factor:.3g} times its own{_equivalent(one, turn.name, factor)}"


def _equivalent(one: Weighed, name: str, factor: float) -> str:
    """The salience, where one can be so high, and the influence that a factor of a stated weight comes to."""
    party = next(p for p in one.issue.parties if p.name == name)
    salience, influence = party.salience.value, party.influence.value
    if not one.setting.stated or salience is None or influence is None:
        return ""
    told = [f"salience {salience * factor:.3g}"] if salience * factor <= 100 else []
    return f" ({' or '.join([*told, f'influence {influence * factor:.3g}'])})"


def swings(one: Weighed) -> Table:
    """The tornado in numbers."""
    rows = tuple((s.name, s.input, words.number(s.at_low), words.number(s.at_high), words.number(s.width)) for s in one.tornado)
    even = "" if one.setting.values is not None else " Half-way means anchors evenly spaced: an illustration, not a finding."
    said = f"From one end of its range to the other, all other blanks half-way.{even}"
    return (said,) if rows else (), ("", "input", "at its low", "at its high", "width"), rows


def leverage(one: Weighed) -> Table:
    """Partial derivatives of the mean, by the weight of the stated numbers."""
    rows = tuple((r.name, words.number(r.position), words.number(r.salience / 100), words.number(r.influence / 100)) for r in one.leverage)
    said = f"Exact, on {one.setting.footed}: for one unit of position, one point of salience, one of influence (the strongest is 100)."
    return (said,) if rows else (), ("party", "position", "salience", "influence"), rows


def claims(case: Case, one: Weighed) -> Table:
    """What one says of another's stand."""
    rows = tuple((c.by, c.about, f"“{c.words}”", _source(case, c.evidence)) for c in one.issue.claims)
    return (), ("who says", "of whom", "words", "from"), rows


def evidence(case: Case) -> Table:
    """Every quotation that a cell rests on."""
    articles = {a.id: a for a in case.articles}
    rows = tuple(
        (
            e.id, f"“{e.quote}”", f"{e.by}; {e.how}" if e.how else e.by,
            f"{articles[e.article].outlet or articles[e.article].title} {articles[e.article].published} [{e.start}–{e.end}]".strip(),
        )
        for e in case.evidence
    )  # fmt: skip
    return (), ("", "words", "who", "where"), rows
