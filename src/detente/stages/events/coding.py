"""The verb of the stage: from a parse, its cast and its attributions to deeds."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.grammar import Grammar
from detente.lexicon import Lexicon
from detente.lexicon.governors import Governors
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.parties import voices
from detente.reading import Attribution, Cast, Deed, Doubt, Place
from detente.stages.events import commissive, evidence, marks
from detente.stages.events.certainty import certainty
from detente.stages.events.clause import CONDITIONS, Verdict
from detente.stages.events.counterpart import ADDRESSED, Counterparts
from detente.stages.events.discourse import Discourse
from detente.stages.events.factuality import status
from detente.stages.events.match import Hit, hits
from detente.stages.events.offstage import Stagehand
from detente.stages.events.parties import Scene


def code(  # noqa: PLR0913  the fields of a Reading that the stage takes
    parse: Parse,
    cast: Cast,
    places: tuple[Place, ...],
    attributions: tuple[Attribution, ...],
    *,
    grammar: Grammar,
    lexicon: Lexicon,
) -> tuple[tuple[Deed, ...], tuple[Doubt, ...]]:
    """The deeds of an article, in the order of their triggers."""
    words = lexicon.governors
    scene = Scene(parse, cast, places, carry=words.carry | words.happen)
    within = voices(len(parse), attributions)
    own = {a.cue_head: i for i, a in reversed(list(enumerate(attributions)))}
    counterparts = Counterparts(parse, cast)
    stage = Stagehand(parse, cast, lexicon.offstage)
    deeds = []
    for hit in hits(scene, grammar):
        inside = within[hit.trigger]
        verdict = status(parse, words, hit.trigger, hit.light, reported=inside is not None)
        if hit.pattern.rule.nouns and hit.pattern.code in SPOKEN and verdict[0] == "denied" and _rebuffed(hit, verdict[1]):
            continue
        if hit.pattern.code == "REJECT" and _is_denial(parse, hit):
            continue
        deed = _deed(hit, verdict, attributions, (inside, own.get(hit.trigger)))
        first, last = _quote(parse, hit)
        clause = condition(parse, hit.light or hit.trigger)
        sure = certainty(parse, lexicon.speech, hit.trigger, attributions, within)
        deeds.append(msgspec.structs.replace(deed, first=first, last=last, condition=clause, certainty=sure))
    announced = commissive.apply(parse, deeds, commissive.vows(parse, cast, attributions, words))
    demanded = commissive.demand(parse, announced, commissive.demands(parse, cast, attributions))
    public = [d for d in demanded if not stage.hides(d)]
    ours = _unpromised(parse, _resolved(parse, words, public))
    hosted = tuple(_hosted(parse, marks.marked(parse, ours, lexicon.contexts, lexicon.figures)))
    talks = _talks(parse, hosted)
    addressed = Discourse(parse, cast).fill(hosted, lambda d: _addressed(parse, d, talks, counterparts, attributions))
    return tuple(addressed), ()


def _talks(parse: Parse, deeds: tuple[Deed, ...]) -> dict[int, Deed]:
    """The meeting that each sentence tells of first: what is promised or asked there is said to whoever sits across."""
    found: dict[int, Deed] = {}
    for deed in deeds:
        if deed.code == "CONSULT" and deed.recipients:
            found.setdefault(parse.sentence_of[deed.trigger], deed)
    return found


PROMISING = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"})


def _unpromised(parse: Parse, deeds: list[Deed]) -> list[Deed]:
    """Without the deeds that are only the content of a demand, threat or refusal told as a deed itself.

    A meeting that was agreed on is still a meeting ahead, and is kept. So is what somebody plans or intends to do, in the place of
    the intention: that was no act.
    """
    acts = {d.trigger for d in deeds if d.code in PROMISING}
    aims = {t for t in acts if parse.lemma[t] in INTENDING}
    vows = {d.trigger for d in deeds if d.code == "AGREE"} - aims
    material = {d.trigger for d in deeds if d.code in MATERIAL and d.factuality == "planned"}
    words = acts - aims
    kept = [d for d in deeds if d.code == "CONSULT" or not _content_of(parse, d.trigger, words - vows if d.trigger in material else words)]
    told = {t for t in aims if any(d.trigger != t and _content_of(parse, d.trigger, {t}) for d in kept)}
    return [d for d in kept if d.trigger not in told]


RESOLVING = frozenset({"agree", "decide", "vote", "resolve", "opt"})
HOSTILE = frozenset({"SANCTION", "COERCE"})


def _resolved(parse: Parse, words: Governors, deeds: list[Deed]) -> list[Deed]:
    """Who decides on a sanction, or agrees with its own to impose it, has taken that step: it is no plan, agreement or concession.

    Several who agree on it, or one with another, have agreed among themselves, and keep that.
    """
    joint = {d.trigger for d in deeds if len(d.actors) > 1 or syntax.governed(parse, d.trigger, "with")}
    steps = {d.trigger: t for d in deeds if d.code in HOSTILE and d.factuality == "planned" for t in _resolving(parse, d.trigger) - joint}
    taken = {t for t, above in steps.items() if status(parse, words, above, None)[0] == "actual"}
    kept = [d for d in deeds if d.code not in ("AGREE", "CONCEDE") or d.trigger not in steps.values()]
    return [msgspec.structs.replace(d, factuality="actual", why="") if d.trigger in taken else d for d in kept]


def _resolving(parse: Parse, verb: int) -> set[int]:
    """The verb that resolves on what another says: "agreed to impose", "voted to suspend and expel"."""
    while parse.dep[verb] == "conj" and parse.is_verb(parse.head[verb]):
        verb = parse.head[verb]
    head = parse.head[verb]
    return {head} if parse.dep[verb] == "xcomp" and parse.lemma[head] in RESOLVING else set()


MATERIAL = frozenset({"AID", "COOPERATE", "SUPPORT", "RETREAT"})
INTENDING = frozenset({"plan", "intend", "mean", "prepare"})


def _content_of(parse: Parse, trigger: int, acts: set[int]) -> bool:
    """Whether a verb is the complement of one of these acts, directly, by coordination or under another infinitive."""
    head = parse.head[trigger]
    if head == trigger or not parse.is_verb(trigger):
        return False
    if parse.dep[trigger] == "xcomp" and parse.dep[head] == "acomp":  # "is willing to withdraw"
        head = parse.head[head]
    if parse.dep[trigger] in ("xcomp", "ccomp", "acl", "pcomp") and head in acts:
        return ";" not in parse.words[min(head, trigger) : max(head, trigger)]
    return parse.dep[trigger] in ("conj", "xcomp") and parse.is_verb(head) and _content_of(parse, head, acts)


def _hosted(parse: Parse, deeds: list[Deed]) -> Iterator[Deed]:
    """Each deed with the deed that governs it in its sentence, if any."""
    by_trigger = {d.trigger: i for i, d in enumerate(deeds)}
    for deed in deeds:
        host = next((by_trigger[t] for t in parse.ancestors(deed.trigger) if t in by_trigger), None)
        yield deed if host is None else msgspec.structs.replace(deed, host=host)


def _addressed(parse: Parse, deed: Deed, talks: dict[int, Deed], counterparts: Counterparts, attributions: tuple[Attribution, ...]) -> Deed:
    """The deed with the party that it is addressed to, where its own clause names none: across the table, or in the sentence."""
    if deed.recipients or deed.symmetric or deed.code not in ADDRESSED or (deed.code == "AGREE" and len(deed.actors) > 1):
        return deed
    talk = talks.get(parse.sentence_of[deed.trigger])
    if talk and set(deed.actors) <= {*talk.actors, *talk.recipients}:
        across = tuple(i for i in (*talk.actors, *talk.recipients) if i not in deed.actors)
        return msgspec.structs.replace(deed, recipients=across, inferred=talk.trigger)
    told = attributions[deed.attribution] if deed.attribution is not None else None
    barred = frozenset(s.holder for s in told.chain if s.holder) if told else frozenset()
    found = counterparts.find(deed.code, deed.trigger, deed.actors, barred)
    return msgspec.structs.replace(deed, recipients=(found[0],), inferred=found[1]) if found else deed


def _deed(hit: Hit, verdict: Verdict, attributions: tuple[Attribution, ...], voices: tuple[int | None, int | None]) -> Deed:
    rule, (inside, own) = hit.pattern.rule, voices
    if rule.negated and (verdict[0] == "denied" or verdict[1] in ("would", "'d", "will", "wo", "'ll", "warn", "threaten")):
        verdict = ("actual", "")
    voice = attributions[inside] if inside is not None else None
    factuality, why = _voiced(verdict, voice)
    return Deed(
        trigger=hit.trigger,
        first=hit.trigger,
        last=hit.trigger + 1,
        code=hit.pattern.code,
        rule=rule.id,
        actors=hit.actors or _accuser(hit, voice),
        recipients=hit.recipients,
        symmetric=rule.symmetric,
        mode=rule.mode,
        cameo=rule.cameo,
        factuality=factuality,
        why=why,
        attribution=inside,
        own=own,
    )


SPOKEN = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE"})
REBUFFS = frozenset("reject refuse decline spurn rebuff dismiss snub shun rebut repudiate oppose".split())
"""Who does this to an invitation, a demand or a threat has been given one: it was not denied, and the refusal tells of it."""


def _rebuffed(hit: Hit, word: str) -> bool:
    """Whether a word of denial turns an act of words down: who "denies a request" grants it not, who denies a threat made none."""
    return word in REBUFFS or (word == "deny" and hit.pattern.code == "REQUEST")


RUMOURS = frozenset("report claim rumor rumour story speculation assertion".split())
"""Who rejects one of these "that it had sent arms" only denies what it tells: a statement, and no refusal of anything."""


def _is_denial(parse: Parse, hit: Hit) -> bool:
    told = [o for o in syntax.objects(parse, hit.trigger) if parse.lemma[o] in RUMOURS] if parse.is_verb(hit.trigger) else []
    return any(parse.lower[parse.left[k]] == "that" for o in told for k in parse.children(o, "acl", "relcl", "ccomp"))


def _accuser(hit: Hit, voice: Attribution | None) -> tuple[str, ...]:
    """ "London said that Moscow was behind the poisoning": where the guilt is only stated, who states it accuses."""
    stated = hit.pattern.code == "ACCUSE" and hit.pattern.rule.actors == ("by",)
    return (voice.speaker,) if stated and voice and voice.speaker and voice.said and voice.commitment != "denying" else ()


def _quote(parse: Parse, hit: Hit) -> tuple[int, int]:
    """The verb's clause; the noun's phrase, with the clause of the verb that only carries it."""
    if parse.tag[hit.trigger][0] == "V":
        return evidence.of_verb(parse, hit.trigger, hit.used)
    return evidence.of_noun(parse, hit.trigger, hit.light)


def _voiced(verdict: Verdict, voice: Attribution | None) -> Verdict:
    """A denial of what is told denies it; what may be said is possible; the rest stays with its speaker."""
    if voice is None or verdict[0] != "actual":
        return verdict
    if voice.commitment == "denying":
        return "denied", "denied by its speaker"
    return ("possible", "may be said") if voice.mode == "possible" else verdict


def condition(parse: Parse, trigger: int) -> tuple[int, int] | None:
    """The tokens of the "if", "unless" or "without" that an act hangs on, if one stands in its clause."""
    for kid in parse.kids[trigger]:
        if parse.dep[kid] == "advcl" and any(parse.lower[m] in CONDITIONS for m in parse.children(kid, "mark")):
            return parse.left[kid], parse.right[kid]
        if parse.dep[kid] == "prep" and parse.lower[kid] == "without" and kid < trigger:
            return parse.left[kid], parse.right[kid]
    head = parse.head[trigger]
    if head != trigger and parse.dep[trigger] in ("xcomp", "ccomp") and parse.is_verb(head):
        return condition(parse, head)
    return None
