"""A case proposed from records: anchors and places from what the parties say of an issue; never a number.

What the program cannot know it says: which anchor lies on which end is its guess by stance, and is marked as such; who is prominent without
a position "cannot be placed from these texts".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from detente.corpus import Corpus
from detente.records import Article, Position, Quote, Statement
from detente.weigh.case import CANNOT, PROGRAM, Anchor, Attention, Case, Claim, Evidence, Issue, Party, Stand, Status, Text
from detente.weigh.speakers import Named, Speakers

Key = Callable[[str], str]
"""From an issue in words to the stems and shared keys that issues meet by."""
_WILL = frozenset({"promise", "demand", "refuse", "want", "support", "oppose", "ask"})
_SIDE = {"against": 0, "conditional": 1, "for": 2}
_SIDES = {0: "against", 1: "on a condition", 2: "for", 3: "none"}
_AGAINST = frozenset({"refuse", "oppose"})
PROMINENT = 3
"""From so many mentions, in two articles where there are several, a party without a position is listed."""


class Known(msgspec.Struct, frozen=True):
    """What is handed in: how issues meet, and what countries are called."""

    key: Key
    country: Named


class Told(msgspec.Struct, frozen=True):
    """One record on the issue: whose stand it is by whom, in which words, on which side (0 against, 1 conditional, 2 for, 3 unknown)."""

    party: str
    by: str
    speaker: str
    words: Quote
    article: Article
    side: int
    own: bool
    status: Status
    how: str
    record: str


def propose(corpus: Corpus, issues: Sequence[str], known: Known, *, parties: Sequence[str] = (), made_by: str = PROGRAM) -> Case:
    """The case of one issue or more, each as `name` or `name; other words; other words`. With `parties`, of these alone."""
    speakers = Speakers(corpus, known.country)
    cited: dict[str, Evidence] = {}
    made = tuple(_issue(corpus, speakers, words, known, (_wanted(corpus, speakers, parties), cited)) for words in issues)
    used = {e.article for e in cited.values()}
    articles = tuple(Text(a.id, a.title or "", a.outlet or "", a.published or "") for a in corpus.articles.values() if a.id in used)
    many = len(corpus.articles)
    note = f"Proposed by the program from {many} article{'' if many == 1 else 's'}; nothing here is confirmed."
    return Case(
        title=made[0].name if made else "", made_by=made_by, note=note, articles=articles, evidence=tuple(cited.values()), issues=made
    )


def _wanted(corpus: Corpus, speakers: Speakers, names: Sequence[str]) -> tuple[str, ...]:
    """The parties that are asked for by name: as the texts call them, where they do."""
    found = []
    for name in names:
        idents = corpus.who(name)
        known = (speakers.party(*key) for key in corpus.actors if corpus.identity(key[1]) in idents)
        found.append(next((p for p in known if p), name))
    return tuple(dict.fromkeys(found))


def _issue(corpus: Corpus, speakers: Speakers, words: str, known: Known, given: tuple[tuple[str, ...], dict[str, Evidence]]) -> Issue:
    """One issue; `given`: the parties asked for, and the evidence so far."""
    wanted, cited = given
    name, *more = [w.strip() for w in words.split(";") if w.strip()] or [words]
    told = _once(_told(corpus, speakers, [set(known.key(w).split()) for w in (name, *more)], known.key))
    told = [t for t in told if not wanted or t.party in wanted]
    own = sorted((t for t in told if t.own), key=lambda t: t.side)
    marks = _marks(own, known.key, cited)
    claims = tuple(Claim(by=t.by, about=t.party, words=t.words.quote, evidence=(_cite(t, cited),)) for t in told if not t.own)
    return Issue(
        name=name, words=tuple(more), note=_order_note(marks), anchors=tuple(a for a, _ in marks),
        parties=_parties(own, marks, speakers, wanted, cited), claims=claims,
    )  # fmt: skip


def _told(corpus: Corpus, speakers: Speakers, asked: list[set[str]], key: Key) -> Iterator[Told]:
    """Every position and expressed will on the issue, in the order of the texts."""
    for position in corpus.positions:
        about = set(position.issue_key.split()) | _stems(position.evidence, key)
        party = speakers.party(position.article, position.actor)
        if party and _meets(asked, about):
            yield _of_position(corpus, speakers, position, party)
    for statement in corpus.statements:
        will = statement.act in _WILL or statement.manner in ("direct", "mixed")
        party = speakers.party(statement.article, statement.speaker) if statement.speaker else None
        if will and statement.said and party and _meets(asked, set(key(statement.content.quote).split())):
            yield _of_statement(corpus, statement, party)


def _stems(quotes: Iterable[Quote], key: Key) -> set[str]:
    return {stem for quote in quotes for stem in key(quote.quote).split()}


def _meets(asked: list[set[str]], about: set[str]) -> bool:
    return any(words and words <= about for words in asked)


def _of_position(corpus: Corpus, speakers: Speakers, position: Position, party: str) -> Told:
    told_by = _teller(corpus, speakers, position, party)
    own = position.own and told_by in (None, party)
    status: Status = "quoted" if own and told_by == party else "inferred"
    how = _relayed("in its own words or acts", corpus, position) if position.chain else "in the reporter's words"
    how = how if own else f"said of {corpus.name(position.article, position.actor)}"
    return Told(
        party, told_by or party, corpus.name(position.article, position.actor), position.evidence[0],
        corpus.articles[position.article], _SIDE[position.stance], own, status, how, position.id,
    )  # fmt: skip


def _teller(corpus: Corpus, speakers: Speakers, position: Position, party: str) -> str | None:
    """Who says that this is the party's stand: the party, another, or the reporter who tells of its own word or act (None)."""
    holders = [link.holder for link in position.chain if link.holder]
    if not holders:
        outlet = corpus.articles[position.article].outlet or "the reporter"
        return None if position.own else "somebody unnamed" if position.chain else outlet
    last = holders[-1]
    spoken_for = speakers.party(position.article, last)
    if last == position.actor or spoken_for == party:
        return party if position.own else corpus.name(position.article, holders[0])
    return spoken_for or corpus.name(position.article, last)


def _of_statement(corpus: Corpus, said: Statement, party: str) -> Told:
    how = _relayed(f"{said.manner} speech", corpus, said)
    side = 0 if said.act in _AGAINST else 2 if said.act in _WILL else 3
    speaker = corpus.name(said.article, said.speaker or "")
    return Told(party, party, speaker, said.content, corpus.articles[said.article], side, True, "quoted", how, said.id)


def _relayed(how: str, corpus: Corpus, claim: Position | Statement) -> str:
    """How it is said, and through whom: all holders but the speaker, who stands last."""
    relays = [corpus.name(claim.article, link.holder) if link.holder else "somebody unnamed" for link in claim.chain[:-1]]
    return f"{how}, as told by {', '.join(relays)}" if relays else how


def _once(told: Iterable[Told]) -> list[Told]:
    """Records of one party that rest on overlapping words of one article, once: the party's own words before the reporter's."""
    kept: list[Told] = []
    for one in sorted(told, key=lambda t: (not t.own, t.status != "quoted", t.side)):
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda t: (t.article.published or "9999", t.article.id, t.words.start))


def _overlap(one: Told, other: Told) -> bool:
    there = one.article.id == other.article.id and one.party == other.party
    return there and one.words.start < other.words.end and other.words.start < one.words.end


def _marks(own: Sequence[Told], key: Key, cited: dict[str, Evidence]) -> list[tuple[Anchor, tuple[Told, ...]]]:
    """An anchor for each wording, with all who use it; by stance, then by time."""
    groups: dict[tuple[int, str], list[Told]] = {}
    for one in own:
        groups.setdefault((one.side, key(one.words.quote)), []).append(one)
    made = []
    for number, ((side, _), told) in enumerate(groups.items()):
        evidence = tuple(dict.fromkeys(_cite(t, cited) for t in told))
        who = ", ".join(dict.fromkeys(t.party for t in told))
        note = f"{who}; stance read: {_SIDES[side]}"
        anchor = Anchor(id=_letter(number), words=told[0].words.quote, evidence=evidence, note=note)
        made.append((anchor, tuple(told)))
    return made


def _letter(number: int) -> str:
    """A, B, … Z, A2, …"""
    return chr(65 + number % 26) + (str(number // 26 + 1) if number >= 26 else "")


def _cite(told: Told, cited: dict[str, Evidence]) -> str:
    """The id of the evidence, entered where it is new: one a record's words and party."""
    known = f"{told.record} {told.words.start}"
    if known not in cited:
        quote = told.words
        who = told.speaker if told.speaker == told.party else f"{told.speaker} ({told.party})"
        who = who if told.own else told.by
        cited[known] = Evidence(f"e{len(cited) + 1}", told.article.id, quote.start, quote.end, quote.quote, who, told.how, told.record)
    return cited[known].id


def _order_note(marks: Sequence[tuple[Anchor, tuple[Told, ...]]]) -> str:
    """What the order of the anchors rests on, and what it does not."""
    if not marks:
        return "No party's position on this was found in these texts."
    groups: dict[int, list[str]] = {}
    for anchor, told in marks:
        groups.setdefault(told[0].side, []).append(anchor.id)
    unordered = [", ".join(ids) for ids in groups.values() if len(ids) > 1]
    rest = f" Not ordered among themselves, standing as the texts have them: {'; '.join(unordered)}." if unordered else ""
    return f"Order proposed by stance alone: against, on a condition, for.{rest} Confirm or mend it."


def _parties(
    own: Sequence[Told],
    marks: Sequence[tuple[Anchor, tuple[Told, ...]]],
    speakers: Speakers,
    wanted: Sequence[str],
    cited: dict[str, Evidence],
) -> tuple[Party, ...]:
    """Those with a position by attention, then those who are prominent, or asked for, without one."""
    attention = speakers.attention()
    placed = dict.fromkeys(t.party for t in own)
    names = wanted or [*placed, *(n for n, seen in attention.items() if _prominent(*seen, speakers.articles))]
    order = sorted(dict.fromkeys(names), key=lambda n: (n not in placed, -attention.get(n, (0, 0))[0], n))
    return tuple(_party(name, [(a, t) for a, told in marks for t in told if t.party == name], attention.get(name), cited) for name in order)


def _prominent(mentions: int, articles: int, among: int) -> bool:
    return mentions >= PROMINENT and articles >= min(2, among)


def _party(name: str, stands: Sequence[tuple[Anchor, Told]], seen: tuple[int, int] | None, cited: dict[str, Evidence]) -> Party:
    attention = Attention(*seen) if seen else Attention(0, 0)
    if not stands:
        return Party(name=name, position=Stand(note=CANNOT, author=PROGRAM), media_attention=attention)
    anchor, last = max(stands, key=lambda s: (s[1].article.published or "", s[1].words.start))
    others = tuple(dict.fromkeys(a.id for a, _ in stands if a.id != anchor.id))
    note = f"the latest of several; also {', '.join(others)}" if others else ""
    evidence = tuple(dict.fromkeys(_cite(t, cited) for a, t in stands if a.id == anchor.id))
    speakers = tuple(dict.fromkeys(t.speaker for _, t in stands if t.speaker != name))
    stand = Stand(at=f"at {anchor.id}", status=last.status, author=PROGRAM, note=note, evidence=evidence)
    return Party(name=name, position=stand, media_attention=attention, speakers=speakers)
