"""A case read from its file: TOML, every key known, every cell in keeping with its status; what is wrong is told by file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

from detente.errors import InputError
from detente.weigh import place
from detente.weigh.case import Amount, Case, Cell, Issue, Party


def load(path: Path) -> Case:
    """The case of a file. Raises InputError that names file and key."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start})") from error
    return parse(text, str(path))


def parse(text: str, name: str = "case") -> Case:
    """The case of a text; `name` is what errors call it."""
    try:
        case = msgspec.convert(tomllib.loads(text), Case)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{name}: {error}") from error
    except msgspec.ValidationError as error:
        said, _, key = str(error).partition(" - at ")
        raise InputError(f"{name}: {key.strip('`').removeprefix('$.') or 'the file'}: {said}") from error
    if wrong := next(_wrong(case), None):
        raise InputError(f"{name}: {wrong}")
    return case


def _wrong(case: Case) -> Iterator[str]:
    """What does not fit together, with its key."""
    articles = {a.id for a in case.articles}
    yield from _twice("evidence", [e.id for e in case.evidence])
    for n, evidence in enumerate(case.evidence):
        if evidence.article not in articles:
            yield f"evidence[{n}].article: no article is called {evidence.article!r}"
        if not 0 <= evidence.start < evidence.end or evidence.end - evidence.start != len(evidence.quote):
            yield f"evidence[{n}]: {evidence.start} to {evidence.end} are not as many characters as the quote has"
    yield from _twice("issue", [i.name for i in case.issues])
    known = {e.id for e in case.evidence}
    for n, issue in enumerate(case.issues):
        yield from (f"issue[{n}].{wrong}" for wrong in _issue(issue, known))


def _twice(key: str, names: list[str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"{key}: {name!r} stands twice"


def _issue(issue: Issue, known: set[str]) -> Iterator[str]:
    yield from _twice("anchor", [a.id.casefold() for a in issue.anchors])
    yield from _twice("party", [p.name for p in issue.parties])
    for n, anchor in enumerate(issue.anchors):
        yield from _cited(f"anchor[{n}]", anchor.evidence, known)
        if not anchor.words.strip():
            yield f"anchor[{n}].words: an anchor is a quotation, or words of yours with a note"
    yield from _values(issue)
    for n, party in enumerate(issue.parties):
        yield from (f"party[{n}].{wrong}" for wrong in _party(issue, party, known))
    for n, claim in enumerate(issue.claims):
        yield from _cited(f"claim[{n}]", claim.evidence, known)
    yield from _ends(issue, known)


def _values(issue: Issue) -> Iterator[str]:
    """Distances are set for all anchors or for none, in the order in which they stand."""
    values = [a.value for a in issue.anchors if a.value is not None]
    if values and len(values) < len(issue.anchors):
        missing = next(n for n, a in enumerate(issue.anchors) if a.value is None)
        yield f"anchor[{missing}].value: missing, and others have one; set all distances or none"
    if any(a >= b for a, b in pairwise(values)):
        yield "anchor: values must rise from the first anchor to the last"
    if not values and (issue.low is not None or issue.high is not None):
        yield "low: ends need values on the anchors"
    if values and issue.low is not None and issue.low > values[0]:
        yield f"low: {issue.low} lies above the first anchor"
    if values and issue.high is not None and issue.high < values[-1]:
        yield f"high: {issue.high} lies below the last anchor"


def _party(issue: Issue, party: Party, known: set[str]) -> Iterator[str]:
    if wrong := _placed(issue, party.position.at):
        yield f"position.at: {wrong}"
    elif (party.position.status == "unknown") != (issue.place(party) is None):
        yield 'position.status: "unknown" goes with "not stated", and only with it'
    if party.position.status in ("quoted", "inferred") and not party.position.evidence:
        yield f'position.evidence: "{party.position.status}" needs the words that it is from'
    yield from _cell("position", party.position, known)
    for key, amount in (("salience", party.salience), ("influence", party.influence)):
        yield from _cell(key, amount, known)
        yield from (f"{key}{wrong}" for wrong in _amount(amount))
        if key == "salience" and max(amount.value or 0, amount.low or 0, amount.high or 0) > 100:
            yield f"{key}: more than 100"


def _placed(issue: Issue, at: str) -> str | None:
    """What is wrong with a place."""
    try:
        found = place.read(at, issue.labels)
    except InputError as error:
        return str(error)
    if found and issue.anchors and issue.anchors[0].value is not None:
        if found.low == 0 and (issue.low is None or issue.low == issue.anchors[0].value):
            return f"{at!r}: the scale ends there; set `low` of the issue"
        if found.high > len(issue.anchors) and (issue.high is None or issue.high == issue.anchors[-1].value):
            return f"{at!r}: the scale ends there; set `high` of the issue"
    return None


def _cell(key: str, cell: Cell, known: set[str]) -> Iterator[str]:
    yield from _cited(key, cell.evidence, known)
    if cell.status in ("analyst", "external") and not cell.author:
        yield f'{key}.author: "{cell.status}" needs the name of who says so'


def _cited(key: str, idents: tuple[str, ...], known: set[str]) -> Iterator[str]:
    for ident in idents:
        if ident not in known:
            yield f"{key}.evidence: no evidence is called {ident!r}"


def _amount(amount: Amount) -> Iterator[str]:
    """Numbers come from an analyst or a named series, not from prose; a range has both ends."""
    numbers = [n for n in (amount.value, amount.low, amount.high) if n is not None]
    if (amount.low is None) != (amount.high is None) or (amount.value is not None and amount.low is not None):
        yield ": give `value`, or `low` and `high`, or nothing"
    if any(not 0 <= n < float("inf") for n in numbers) or (amount.low or 0) > (amount.high if amount.high is not None else float("inf")):
        yield ": numbers from 0, the lower first"
    if numbers and amount.status not in ("analyst", "external"):
        yield f'.status: a number is an analyst\'s or from a named series, not "{amount.status}"'
    if not numbers and amount.status in ("analyst", "external"):
        yield f'.status: "{amount.status}" and no number'
    if amount.status == "external" and (not amount.source or amount.year is None):
        yield ".source: an external series has a source and a year"


def _ends(issue: Issue, known: set[str]) -> Iterator[str]:
    """The disagreement point and the rule of decision."""
    if issue.disagreement:
        wrong = _placed(issue, issue.disagreement.at)
        if wrong or place.read(issue.disagreement.at, issue.labels) is None:
            yield f"disagreement.at: {wrong or 'a place on the scale is needed'}"
        if not 0 <= issue.disagreement.cost < float("inf"):
            yield "disagreement.cost: a number from 0"
        yield from _cell("disagreement", issue.disagreement, known)
    if issue.rule:
        names, total = {p.name for p in issue.parties}, sum(v.votes for v in issue.rule.votes)
        yield from (f"rule.votes: no party is called {v.party!r}" for v in issue.rule.votes if v.party not in names)
        yield from _twice("rule.votes", [v.party for v in issue.rule.votes])
        if issue.rule.quota is not None and not 0 < issue.rule.quota <= total:
            yield f"rule.quota: {issue.rule.quota} of {total} votes decides nothing"
        if any(v.votes < 0 for v in issue.rule.votes):
            yield "rule.votes: votes from 0"
        yield from _cell("rule", issue.rule, known)
