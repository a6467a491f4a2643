"""A weighed issue in sentences, free of markup: the same words on a terminal, on a page and in JSON."""

from __future__ import annotations

from detente.weigh import place
from detente.weigh.case import Issue
from detente.weigh.forecast import Talks
from detente.weigh.outcome import Delta, Middle, Outcome
from detente.weigh.result import Weighed
from detente.weigh.sensitivity import Range
from detente.weigh.setting import Setting

NOBODY = "No result: nobody is placed with any weight."


def number(value: float) -> str:
    """A number as told: four digits at most."""
    return f"{0.0 if abs(value) < 5e-4 else value:.4g}"


def span(one: Range | None) -> str:
    """A point or a range; a dash where there is none."""
    if one is None:
        return "–"
    low, high = number(one.low), number(one.high)
    return low if low == high else f"{low} to {high}"


def drawn(one: Range | None) -> str:
    """The same of a range that was found by drawing, and is no more exact than that."""
    if one is None or one.low == one.high:
        return span(one)
    low, high = (f"{0.0 if abs(end) < 5e-4 else end:.3g}" for end in (one.low, one.high))
    return f"{low} to {high}"


def where(game: Setting, middle: Middle | None) -> str:
    """Where a median lies: "at A", "between A and B"."""
    return place.span(middle.low, middle.high, game.labels) if middle else "–"


def mean(middle: Middle | None) -> str:
    """The mean as a point or a range."""
    return span(middle.mean) if middle else "–"


def unit(issue: Issue, game: Setting) -> str:
    """What numbers on the scale mean."""
    if game.values is not None:
        return issue.unit or "units of the scale"
    ends = (f"{issue.labels[0]} is 0, {issue.labels[-1]} is 100") if issue.labels else "no scale"
    return f"of 100 ({ends})"


def zone(found: Talks, issue: Issue, game: Setting) -> str:
    """An agreement zone, or that there is none."""
    if found.found == "none":
        return "no agreement zone: there is nothing that all prefer to it"
    if found.found == "some":
        return f"an agreement zone in some games and none in others; at its widest {drawn(found.zone)} {unit(issue, game)}"
    return f"agreement zone {drawn(found.zone)} {unit(issue, game)}"


def moved(delta: Delta | None, game: Setting) -> str:
    """By how much a mean moves, and toward which end."""
    if delta is None:
        return "–"
    low, high = round(delta.low, 9), round(delta.high, 9)
    if low == high == 0:
        return "no move"
    told = number(abs(low)) if number(low) == number(high) else f"{number(min(abs(low), abs(high)))} to {number(max(abs(low), abs(high)))}"
    if low >= 0:
        return f"{told} toward {game.labels[-1]}"
    if high <= 0:
        return f"{told} toward {game.labels[0]}"
    return f"from {number(-low)} toward {game.labels[0]} to {number(high)} toward {game.labels[-1]}"


def lead(one: Weighed) -> tuple[str, ...]:
    """What a report begins with: what is not known, then where the middle falls, then how far that holds."""
    issue, game, found = one.issue, one.setting, one.outcome
    made = [*_blanks(one)]
    if found.middle is None:
        return (*made, _nothing(one))
    made.append(f"If you accept these inputs, the middle falls {where(game, found.middle)} ({found.basis}). Not a forecast.")
    made.append(_margin(found))
    made += _mean(issue, game, found)
    made += _whole(game, found)
    return tuple(m for m in made if m)


def _blanks(one: Weighed) -> list[str]:
    """What the result does not rest on."""
    issue, made = one.issue, []
    weights = [p for p in issue.parties if p.name not in one.setting.absent]
    blank = sum(p.salience.status == "unknown" for p in weights) + sum(p.influence.status == "unknown" for p in weights)
    if blank:
        made.append(f"{blank} of {2 * len(weights)} weights are blank: what is blank runs as a range, and the range is the result.")
    if one.setting.absent:
        made.append(f"Cannot be placed from these texts, and not counted: {', '.join(one.setting.absent)}.")
    if issue.order == "proposed" and len(issue.anchors) > 1:
        made.append("The order of the anchors is the program's proposal; no analyst has confirmed it.")
    return made


def _nothing(one: Weighed) -> str:
    if not one.issue.anchors:
        return "No result: the case has no anchor, for no position on this was found."
    return "No result: no party is placed." if not one.setting.seats else NOBODY


def _margin(found: Outcome) -> str:
    if found.middle is None or found.middle.margin is None:
        return ""
    share = 100 * found.middle.margin
    if share < 0.05:
        return "Margin: none. Half of the weight lies on either side; any change of weight turns it."
    return f"Margin: {share:.3g} % of the weight lies between the half and the next step; the smaller, the less it takes to turn."


def _mean(issue: Issue, game: Setting, found: Outcome) -> list[str]:
    at = found.middle.mean if found.middle else None
    if at is None:
        return ["No mean: the scale has no length."]
    if game.values is None:
        return [f"The weighted mean lies {_from(at)} {unit(issue, game)}, whatever the distances between the anchors ({found.basis})."]
    return [f"The weighted mean is {span(at)} {unit(issue, game)}, on the distances that you set ({found.basis})."]


def _from(mean: Range) -> str:
    low, high = number(mean.low), number(mean.high)
    return f"at {low}" if low == high else f"between {low} and {high}"


def _whole(game: Setting, found: Outcome) -> list[str]:
    whole = found.whole
    if whole is None or whole == found.middle:
        return []
    besides = f"; the mean {_from(whole.mean)}" if whole.mean else ""
    return [f"Over every weight that is admissible the middle may fall {_anywhere(game, whole)}{besides}."]


def _anywhere(game: Setting, middle: Middle) -> str:
    if middle.low == middle.high:
        return place.words(middle.low, game.labels)
    low, high = (place.words(step, game.labels).removeprefix("at ") for step in (middle.low, middle.high))
    return f"anywhere from {low} to {high}"


def stress(one: Weighed) -> str:
    """Whether the conclusion stands equal weights and any one party or article left out; one party alone is no negotiation."""
    found = one.outcome.middle
    if found is None or len(one.setting.seats) < 2:
        return ""
    count = len(one.setting.seats)
    tests = [(name, found_then.middle) for name, found_then in one.equal]
    tests += [(f"leaving {w.name} out", w.outcome.middle if count > 2 else None) for w in one.without]
    tests += [(f"leaving the article {w.name} out", w.outcome.middle if count - len(w.gone) > 1 else None) for w in one.without_article]
    held = [name for name, middle in tests if middle and (middle.low, middle.high) == (found.low, found.high)]
    if not held:
        return "This conclusion survives none of the stress tests: treat it as undecided."
    if len(held) == len(tests):
        return f"This conclusion survives every stress test: {', '.join(held)}."
    broken = [name for name, _ in tests if name not in held]
    return f"It does not survive {', '.join(broken)}; it survives {', '.join(held)}."
