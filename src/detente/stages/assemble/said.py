"""Statements, positions, relations and agreements."""

from __future__ import annotations

from collections import Counter

from detente.reading import Attribution, Bond, Pact, Setting, Stand
from detente.records import Agreement, Position, Relation, Statement, When
from detente.stages.assemble.words import Words


def statements(
    words: Words, attributions: tuple[Attribution, ...], heard: tuple[Setting, ...]
) -> tuple[tuple[Statement, ...], dict[int, str]]:
    """One record an attribution that is worded (acts by words are events and positions), and the record's id for each.

    What several promise together ("the parties undertake to exchange prisoners") is such an act too: an agreement of theirs.
    """
    made, ids = [], {}
    voices = Counter(a.cue_head for a in attributions)
    for index, told in enumerate(attributions):
        if told.manner == "act" or (told.act == "promise" and told.manner == "indirect" and voices[told.cue_head] > 1):
            continue
        cue, content = words.quote(*told.cue), words.quote(*told.content)
        speaker = words.actor(told.speaker) if told.speaker else None
        ids[index] = words.id("statement", told.act, content, (speaker or "",))
        made.append(
            Statement(
                id=ids[index],
                article=words.article.id,
                speaker=speaker,
                cue=cue,
                content=content,
                manner=told.manner,
                act=told.act,
                addressees=words.actors(told.addressees),
                chain=words.chain((told,), 0),
                said=told.said,
                mode=told.mode,
                condition=words.quote(*told.condition).quote if told.condition else None,
                when=heard[index].when,
                evidence=(content, *(words.quote(*more) for more in told.more), cue),
                made_by=told.rule,
            )
        )
    return tuple(made), ids


def positions(
    words: Words,
    stands: tuple[Stand, ...],
    attributions: tuple[Attribution, ...],
    heard: tuple[Setting, ...],
    statement_ids: dict[int, str],
) -> tuple[Position, ...]:
    """One record a stand."""
    made = []
    for stand in stands:
        span, issue = words.quote(stand.first, stand.last), _issue(words, stand)
        actor = words.actor(stand.actor)
        made.append(
            Position(
                id=words.id("position", stand.stance, span, (actor,)),
                article=words.article.id,
                actor=actor,
                issue=issue,
                issue_key=words.issues.key(issue),
                when=heard[stand.attribution].when if stand.attribution is not None else None,
                stance=stand.stance,
                own=stand.own,
                certainty=stand.certainty,
                chain=words.chain(attributions, stand.attribution),
                condition=words.quote(*stand.condition).quote if stand.condition else None,
                statement=statement_ids.get(stand.attribution) if stand.attribution is not None else None,
                evidence=(span,),
                made_by=stand.rule,
            )
        )
    return tuple(made)


def _issue(words: Words, stand: Stand) -> str:
    """The words of an issue, without what the stance tells already ("its own troops … serve under NATO")."""
    if stand.without is None:
        return words.quote(*stand.issue).quote
    before, after = (stand.issue[0], stand.without[0]), (stand.without[1], stand.issue[1])
    return " ".join(words.quote(*part).quote for part in (before, after) if part[0] < part[1])


def relations(words: Words, bonds: tuple[Bond, ...], attributions: tuple[Attribution, ...]) -> tuple[Relation, ...]:
    """One record a bond."""
    made = []
    for bond in bonds:
        span = words.quote(bond.first, bond.last)
        a, b = words.actor(bond.a), words.actor(bond.b) if bond.b else None
        made.append(
            Relation(
                id=words.id("relation", bond.type, span, (a, b or "")),
                article=words.article.id,
                type=bond.type,
                a=a,
                b=b,
                value=bond.value,
                about=bond.about,
                factuality="denied" if bond.past else bond.factuality,
                key=f"{bond.type}:{a}:{b or ''}",
                chain=words.chain(attributions, bond.attribution),
                evidence=(span,),
                made_by=bond.rule,
            )
        )
    return tuple(made)


def agreements(words: Words, pacts: tuple[Pact, ...], attributions: tuple[Attribution, ...]) -> tuple[Agreement, ...]:
    """One record a pact; `follows` is the id of the earlier one that it inherits."""
    made: list[Agreement] = []
    ids: list[str] = []
    for pact in pacts:
        span = words.quote(pact.first, pact.last)
        parties = words.actors(pact.parties)
        ids.append(words.id("agreement", pact.status, span, parties))
        made.append(
            Agreement(
                id=ids[-1],
                article=words.article.id,
                name=pact.name,
                parties=parties,
                when=pact.when,
                status=pact.status,
                clauses=tuple(words.quote(*c) for c in pact.clauses),
                follows=ids[pact.follows] if pact.follows is not None and pact.follows < len(ids) - 1 else None,
                key=_pact_key(words.issues.key(pact.name), parties, pact.when),
                chain=words.chain(attributions, pact.attribution),
                evidence=(span,),
                made_by=pact.rule,
            )
        )
    return tuple(made)


def _pact_key(name_key: str, parties: tuple[str, ...], when: When | None) -> str:
    """The same agreement under two names meets in its parties and its day; without a day, in its name."""
    day = when.start if when and when.start else ""
    return ":".join((*sorted(parties), day or name_key))
