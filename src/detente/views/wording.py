"""Short wordings of records, made of the article's own words: names written out, nothing added.

What these functions give is the program's wording; it never stands in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detente.records import Actor, ActorMention, Event, Position, When
from detente.views.ledger import Ledger, joined

_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_PRONOUN = _POSSESSIVE | {"he", "she", "it", "they", "him", "them", "himself", "herself", "itself", "themselves", "who", "whose"}
_LEAD = re.compile(r"(?:^|[\s,])(?:after|before|as|when|where|while|since|until|because|that|which|during|and|but)[\s,]*$", re.I)
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)|[^”]*”")
_SIDE = re.compile(r"(?: --? | – |—|, (?:where|which|who|as|while|highlighting|saying|adding|after|amid|but)\b|; )")
_CLAUSE = re.compile(r", (?:where|which|who|whose|whom|saying|highlighting|adding|while|when)\b| -- | – |; ")
_ARTICLE = re.compile(
    r"^(?:United|Soviet|Vatican) |(?:Union|Nations|States|Kingdom|Emirates|Republic|Islands|Netherlands|Philippines|Ministry|Department|"
    r"Council|Committee|Commission|House|Agency|Court|Bank|Organi[sz]ation|Association|Party|Army|Fund|League)$"
)
_ASIDE = re.compile(r"^(?:[’'](?:s\b)?\s*|, (?:who|which) |, [^,]{1,80}, |[,:] )")
_SPACE = re.compile(r"\s+")
_STANCE = {"for": "for", "against": "against", "conditional": "on a condition for"}
LONGEST = 140
"""Characters of a wording before it is cut at a clause or a word."""


def tidy(text: str) -> str:
    """One line: single spaces, no control characters (a terminal would obey them)."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return "".join(c for c in _SPACE.sub(" ", text) if c.isprintable()).strip()


def resolved(ledger: Ledger, start: int, end: int, *, known: Iterable[str] = ()) -> str:
    """The words of a span, with pronouns and short names written out where the actor was not named before in it.

    `known` are actors that need no name. Nothing is changed inside quotation marks; titles before names are left out.
    """
    text = ledger.article.text
    quoted = [m.span() for m in _QUOTED.finditer(text[start:end]) if m[0][:1] in '“"']
    named, pieces, at = set(known), [], start
    for mention, ids in ledger.within(start, end):
        if mention.start < at or any(a <= mention.start - start < b for a, b in quoted):
            continue
        words = _written(ledger, mention, ids, named)
        before = text[at : mention.start]
        pieces += [_untitled(ledger, before, ids) if mention.quote.lower() not in _PRONOUN else before, words]
        named.update(ids)
        at = mention.end
    return _closed(tidy("".join(pieces) + text[at:end]))


def _written(ledger: Ledger, mention: ActorMention, ids: Sequence[str], named: set[str]) -> str:
    word = mention.quote.lower()
    if word in _PRONOUN or _pointing(ledger, mention, ids):
        if len(ids) > 3 or named.issuperset(ids):
            return mention.quote
        names = joined([running(ledger.name(i)) for i in ids])
        return possessive(names) if word in _POSSESSIVE or word == "whose" else names
    actor = ledger.actors.get(ids[0]) if len(ids) == 1 else None
    short = actor and actor.type == "person" and mention.quote != actor.name and mention.quote in actor.name.split()
    if not actor or not short or actor.id in named:
        return mention.quote
    prefix = actor.name[: actor.name.index(mention.quote)].strip()
    spelt = prefix and ledger.article.text[: mention.start].rstrip().endswith(prefix)
    return mention.quote if spelt else actor.name


def _pointing(ledger: Ledger, mention: ActorMention, ids: Sequence[str]) -> bool:
    """Whether words only point at actors named elsewhere ("the two sides", "the country")."""
    words = mention.quote
    return words.startswith("the ") and words.islower() and not any(described(ledger.actors.get(i)) for i in ids)


def running(name: str) -> str:
    """A name as it stands in running text: "the United States"."""
    return f"the {name}" if _ARTICLE.search(name) else name


def possessive(name: str) -> str:
    """A name as a possessor."""
    return name + ("’" if name.endswith("s") else "’s")


def _untitled(ledger: Ledger, before: str, ids: Sequence[str]) -> str:
    """The words before a name without the title that belongs to it."""
    actor = ledger.actors.get(ids[0]) if len(ids) == 1 else None
    if actor is None or actor.type != "person":
        return before
    bare = before.rstrip()
    for role in actor.roles:
        if role.basis == "text" and bare.endswith(role.title):
            return bare[: -len(role.title)]
    return before


def cut(words: str, longest: int = LONGEST) -> str:
    """Words cut at the last side clause or, failing that, at the last word that fits; what was cut shows as "…"."""
    if len(words) <= longest:
        return words
    sides = [m.start() for m in _SIDE.finditer(words) if longest // 3 < m.start() <= longest]
    if sides:
        return _closed(words[: sides[-1]])
    return _closed(words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …")


def _closed(words: str) -> str:
    """Words with the quotation that a cut left open closed again, at either end."""
    if words.count("“") > words.count("”"):
        return words + "”"
    if words.count("”") > words.count("“"):
        return "“" + words
    return words + '"' if words.count('"') % 2 else words


def phrase(ledger: Ledger, event: Event, *, longest: int = LONGEST) -> str:
    """What happened, in the article's words: its main clause from the first party on, without the day that stands in it."""
    span = event.evidence[0]
    own = _own(ledger, event)
    start = own if own is not None else _begin(ledger, span.start, span.end, (*event.actors, *event.recipients))
    words = _undated(_main(resolved(ledger, start, span.end)), event.when)
    missing = [a for a in event.actors if not _names(ledger, a, start, span.end)]
    between = ": " if words.startswith(("to ", "the ")) or not words[:1].islower() else " "
    return f"{ledger.names(missing)}{between}{cut(words, longest)}" if missing else cut(words, longest)


def _own(ledger: Ledger, event: Event) -> int | None:
    """Where an event's own actor is first named, if the words before it are those of another event with other actors."""
    span = event.evidence[0]
    if not any(e.evidence[0].start == span.start and not set(e.actors) & set(event.actors) for e in ledger.events):
        return None
    return next((m.start for m, ids in ledger.within(span.start, span.end) if set(ids) & set(event.actors)), None)


def _main(words: str) -> str:
    """The words up to a side clause, if enough stands before it to tell what happened."""
    found = next((m for m in _CLAUSE.finditer(words) if m.start() > 35), None)
    return _closed(words[: found.start()]) if found else words


def _names(ledger: Ledger, ident: str, start: int, end: int) -> bool:
    return any(ident in ids for _, ids in ledger.within(start, end))


def _begin(ledger: Ledger, start: int, end: int, parties: Sequence[str]) -> int:
    """Where a wording begins: at its first party, if only a conjunction or an unfinished clause stands before; an infinitive names none."""
    if ledger.article.text.startswith("to ", start):
        return start
    for mention, ids in ledger.within(start, end):
        if set(ids) & set(parties):
            lead = ledger.article.text[start : mention.start]
            return mention.start if _LEAD.search(lead) else start
    return start


def _undated(words: str, when: When | None) -> str:
    """Words without the adverbial of the day, if it was read from them."""
    if when is None or when.basis == "inherited" or not when.quote:
        return words
    day = rf"\s+(?:on|in|by)\s+{re.escape(tidy(when.quote))}(?=[\s,.;]|$)"
    found = re.search(rf",{day},?|{day}", words)
    return words[: found.start()] + words[found.end() :] if found else words


def stance(ledger: Ledger, position: Position, *, longest: int = LONGEST) -> str:
    """What an actor wants, after its name: the article's verb and issue, else "for" or "against" the issue."""
    return cut(_verbal(ledger, position) or f"{_STANCE[position.stance]}: {_issue(ledger, position)}", longest)


def _verbal(ledger: Ledger, position: Position) -> str:
    """The words from the actor's verb to the issue, where they stand together; else nothing."""
    span, text = position.evidence[0], ledger.article.text
    found = ledger.within(span.start, span.end)
    first = next((m for m, ids in found if position.actor in ids and _opens(ledger, position.actor, text[span.start : m.start])), None)
    place = text.find(position.issue, first.end, span.end) if first else -1
    if first is None or place < 0 or _broken(text[first.end : place]):
        return ""
    return _ASIDE.sub("", resolved(ledger, first.end, place + len(position.issue), known=(position.actor,)))


def _opens(ledger: Ledger, ident: str, lead: str) -> bool:
    """Whether an actor's name begins a clause after these words: nothing, an article, its title, a conjunction."""
    bare = lead.strip().lower()
    actor = ledger.actors.get(ident)
    titles = {r.title.lower() for r in actor.roles} if actor else set()
    return bare in {"", "the", "a", "an", *titles} or bool(_LEAD.search(lead)) or bool(_LEAD.search(lead.removesuffix("the ")))


def _issue(ledger: Ledger, position: Position) -> str:
    span = position.evidence[0]
    place = ledger.article.text.find(position.issue, span.start, span.end)
    if place < 0:
        return tidy(position.issue)
    return resolved(ledger, place, place + len(position.issue), known=(position.actor,))


def _broken(words: str) -> bool:
    """Whether words run over the end of a sentence or are too long to stand before an issue."""
    return bool(re.search(r"[.!?]\s", words)) or len(words) > 60


def described(actor: Actor | None) -> bool:
    """Whether an actor is only described by the text ("experts", "administration officials") and never named."""
    if actor is None or actor.knowledge is not None:
        return False
    return actor.name[:1].islower() or actor.name.partition(" ")[0] in {"A", "An", "One", "Another", "Some", "Several", "Many", "Two"}


def printed(ledger: Ledger, ident: str) -> str:
    """An actor as a source: a name, or the printed words in quotation marks where the text gives no name."""
    name = tidy(ledger.name(ident))
    return f"“{name}”" if described(ledger.actors.get(ident)) else name


def hung(condition: str) -> tuple[str, str]:
    """The word of a condition and the rest of it: "unless", "the bombardment continued"; "if" where it has none of these words."""
    first, _, rest = tidy(condition).partition(" ")
    return (first.lower(), rest) if first.lower() in _ON and rest else ("if", tidy(condition))


_ON = frozenset({"if", "unless", "until", "without", "provided", "once", "lest"})


def listed(ledger: Ledger, idents: Iterable[str]) -> str:
    """Actors as sources, joined."""
    return joined([printed(ledger, i) for i in dict.fromkeys(idents)])
