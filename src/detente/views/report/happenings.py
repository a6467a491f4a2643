"""Reported as happened, ahead, and denied: events as a timeline, retellings counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from detente.records import Event, Where
from detente.views import dates
from detente.views.ledger import Ledger
from detente.views.report.structs import Row, Section
from detente.views.sources import NARRATOR, source
from detente.views.wording import hung, listed, phrase, tidy

_EXPECTED = ("expected", "scheduled", "likely")
"""Words before or in an event that say how sure it is; said of a coming event as they are printed."""
_UNDATED = "9999"


def happened(ledger: Ledger, *, everything: bool = False, without: frozenset[str] = frozenset()) -> Section:
    """What is reported as happened, by day; `without` are ids that another section shows, as the claims show what hangs on an "if"."""
    clusters = [c for c in ledger.clusters() if c[0].factuality == "actual" and not c[0].condition and c[0].id not in without]
    clusters.sort(key=lambda c: (_key(c[0]), c[0].evidence[0].start))
    rows = _folded(ledger, clusters, everything)
    return Section("happened", "REPORTED AS HAPPENED", tuple(rows), "who says so")


def ahead(ledger: Ledger, *, everything: bool = False, without: frozenset[str] = frozenset()) -> Section:
    """What is planned, agreed, possible or aimed at."""
    found = [c for c in ledger.clusters() if c[0].factuality in {"planned", "possible"} and c[0].id not in without]
    found.sort(key=lambda c: (c[0].factuality == "possible", _key(c[0]), c[0].evidence[0].start))
    rows = []
    for cluster in found:
        row = _row(ledger, cluster, everything)
        day = "" if row.label == "no date" or _bygone(ledger, cluster[0]) else f"{row.label}: "
        rows.append(msgspec.structs.replace(row, label=outlook(ledger, cluster), text=f"{day}{row.text}"))
    return Section("ahead", "AHEAD, OR ONLY POSSIBLE", tuple(rows), "who says so")


def denied(ledger: Ledger, *, everything: bool = False) -> Section:
    """What is denied, or said not to have happened, and by whom."""
    rows = []
    for cluster in ledger.clusters():
        if cluster[0].factuality == "denied":
            row = _row(ledger, cluster, everything)
            by = "" if row.source == NARRATOR else f"denied by {row.source}"
            rows.append(msgspec.structs.replace(row, source=by or "article: not so"))
    return Section("denied", "DENIED, OR SAID NOT TO BE SO", tuple(rows))


def _key(event: Event) -> tuple[str, str]:
    when = event.when
    return ((when.start or when.end or _UNDATED), when.end or _UNDATED) if when else (_UNDATED, _UNDATED)


def _bygone(ledger: Ledger, event: Event) -> bool:
    """Whether the day, taken from near, lies before publication: then it is the day of the words, not of what lies ahead."""
    when, today = event.when, (ledger.article.published or "")[:10]
    return bool(when and when.basis == "inherited" and (when.end or when.start or "9") < today)


def outlook(ledger: Ledger, cluster: Sequence[Event]) -> str:
    """How sure a coming event is, by the words of its tellings: expected, agreed, an aim, planned, possible."""
    if all(e.factuality == "possible" for e in cluster):
        return "possible"
    near = " ".join(ledger.article.text[max(q.start - 30, 0) : q.end].lower() for e in cluster for q in e.evidence[:1])
    cues = {link.cue.lower() for e in cluster for link in e.chain}
    if any(e.code == "AGREE" for e in cluster) or any(c.startswith(("agree", "pledge", "promis")) for c in cues):
        return "agreed"
    if found := next((w for w in _EXPECTED if w in near), None):
        return found
    return "aim" if all(e.evidence[0].quote.startswith("to ") for e in cluster) else "planned"


def _folded(ledger: Ledger, clusters: Sequence[tuple[Event, ...]], everything: bool) -> list[Row]:
    """Rows of clusters; what only follows from another event's day and party stands below that event."""
    hosts: dict[tuple[str | None, str | None], tuple[int, set[str]]] = {}
    rows: list[Row] = []
    for cluster in sorted(clusters, key=_inherits):
        event, row = cluster[0], _row(ledger, cluster, everything)
        day = (event.when.start, event.when.end) if event.when else None
        host = hosts.get(day) if day else None
        if day and host and _inherits(cluster) and host[1] & set(event.actors):
            rows[host[0]] = _under(rows[host[0]], row, event.where)
            continue
        if day and day not in hosts and not _inherits(cluster):
            hosts[day] = (len(rows), {p for e in cluster for p in (*e.actors, *(e.recipients if e.symmetric else ()))})
        rows.append(row)
    order = {c[0].id: n for n, c in enumerate(clusters)}
    return sorted(rows, key=lambda r: order[r.ids[0]])


def _inherits(cluster: Sequence[Event]) -> bool:
    return bool(cluster[0].when) and all(e.when is None or e.when.basis == "inherited" for e in cluster)


def _under(host: Row, row: Row, where: Where | None) -> Row:
    note = msgspec.structs.replace(row, label="there" if where else "then")
    return msgspec.structs.replace(host, notes=(*host.notes, note))


def _row(ledger: Ledger, cluster: Sequence[Event], everything: bool) -> Row:
    event = best(ledger, cluster)
    day = event if event.when and event.when.basis != "inherited" else _dated(cluster)
    lines = ledger.lines(event.evidence)
    return Row(
        label=dates.span(day.when, ledger.article.published),
        text=phrase(ledger, event),
        source=source(ledger, event.chain, event.evidence) or NARRATOR,
        lines=lines,
        ids=(cluster[0].id, *(e.id for e in cluster[1:])),
        codes=codes(event),
        quote=event.evidence[0].quote,
        notes=tuple(_notes(ledger, event, cluster, everything)),
    )


def _dated(cluster: Sequence[Event]) -> Event:
    """The telling that says the day itself, else the first."""
    return next((e for e in cluster if e.when and e.when.basis != "inherited"), cluster[0])


def codes(event: Event) -> str:
    """The codes of an event, and the rule that made it."""
    return " ".join(filter(None, (event.code, event.mode, event.cameo and f"CAMEO {event.cameo}", f"by {event.made_by}")))


def best(ledger: Ledger, cluster: Sequence[Event]) -> Event:
    """The telling that says most: with a named source, its own day, both parties, a verb; the headline last."""

    def worth(event: Event) -> tuple[int, int]:
        said = 2 * any(link.holder for link in event.chain) * (event.certainty == "certain")
        own_day = 2 * bool(event.when and event.when.basis != "inherited")
        verb = not event.made_by.rsplit(".", 1)[-1].endswith("noun")
        body = 2 * (not ledger.in_title(event.evidence[0].start))
        people = sum(p.startswith("person:") for p in (*event.actors, *event.recipients))
        return said + own_day + verb + body + people, -event.evidence[0].start

    return max(cluster, key=worth)


def _notes(ledger: Ledger, shown: Event, cluster: Sequence[Event], everything: bool) -> Iterable[Row]:
    if condition := shown.condition:
        word, rest = hung(condition)
        yield Row(label=word, text=rest)
    for figure in shown.figures:
        yield Row(label="figure", text=tidy(figure.quote))
    others = [e for e in cluster if e is not shown]
    yield from _company(ledger, shown, others)
    if others:
        lines = ledger.lines(q for e in others for q in e.evidence[:1])
        times = "once more" if len(others) == 1 else f"in {len(others)} other places"
        yield Row(text=f"told {times}, counted once", lines=lines)
    if everything:
        for other in others:
            told = source(ledger, other.chain, other.evidence) or NARRATOR
            yield Row(label="again", text=phrase(ledger, other), source=told, lines=ledger.lines(other.evidence[:1]), ids=(other.id,))


def _company(ledger: Ledger, shown: Event, others: Sequence[Event]) -> Iterable[Row]:
    """Whom other tellings name beside the parties shown; a state whose leader is shown is no company."""
    parties = {*shown.actors, *shown.recipients}
    countries = {a.country for p in parties if (a := ledger.actors.get(p))}
    seen: set[str] = set()
    for other in others:
        more = [
            p
            for p in (*other.actors, *other.recipients)
            if p not in parties | seen and not (p.startswith("state:") and (a := ledger.actors.get(p)) and a.country in countries)
        ]
        seen.update(more)
        if more:
            yield Row(label="also", text=listed(ledger, more), lines=ledger.lines(other.evidence[:1]), ids=(other.id,))
