"""Stands in what is said: acts of promising, demanding, refusing; and "will", "would … if" and "must" in an actor's own words."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import Attribution, Stand
from detente.records import Certainty, Stance
from detente.stages.positions.deeds import policy
from detente.stages.positions.scene import Scene

MODES: dict[str, Certainty] = {"actual": "certain", "future": "probable", "possible": "possible"}
WORDED = frozenset({"assert", "warn", "promise", "demand", "threaten", "deny", "refuse", "ask"})
WILL = frozenset({"will", "would", "'ll", "shall", "wo", "'d"})
MUST = frozenset({"must", "should", "ought"})
SEEING = frozenset(
    ["see", "view", "regard", "consider", "note", "remember", "understand", "look", "know", "think", "interpret", "read", "treat", "take"]
)
SIDING = frozenset("sign join accept support back recognise recognize ratify endorse honour honor respect approve oppose veto".split())
"""What one says that one will do, and so takes a side."""
FIRST = frozenset({"i", "we"})


def acts(scene: Scene) -> Iterator[Stand]:
    """One stand an attribution whose act takes one."""
    parse = scene.parse
    for index, told in enumerate(scene.attributions):
        stance = scene.stances.acts.get(told.act)
        welcomes = parse.lemma[told.cue_head] == "welcome"
        if told.speaker is None or stance is None or not told.said or (parse.lemma[told.cue_head] in scene.stances.mute and not welcomes):
            continue
        if scene.bidden(told.cue_head) or scene.silent(told.cue_head) or parse.lemma[told.cue_head] == "need":
            continue
        if told.act == "promise" or scene.parties.players[told.speaker].sector == "JUD":
            continue  # a promised deed is an event; a court rules and takes no side
        outer = scene.within[told.cue_head]
        if outer is not None and (scene.attributions[outer].commitment == "denying" or scene.attributions[outer].act == "accuse"):
            continue
        head = _head(scene, told)
        taken = scene.antecedent(head) if parse.lower[head] == "it" and not scene.parties.at(head) else None
        issue = taken or scene.phrase(head)
        if told.act in ("praise", "accuse", "support", "oppose", "refuse") and not policy(scene, issue):
            continue
        if scene.parties.at(head) and taken is None:
            continue  # "urged the United States": somebody, no matter
        if welcomes and not any(parse.lemma[t] in scene.stances.matters for t in range(*issue)):
            continue
        yield scene.stand(
            (told.cue[0], told.cue[1]),
            issue,
            (told.speaker, "conditional" if told.condition else stance),
            f"position.act.{told.act}",
            index,
            own=outer is None or scene.own(outer, told.speaker),
            certainty=MODES[told.mode],
            condition=told.condition,
        )


def _head(scene: Scene, told: Attribution) -> int:
    first, last = told.content
    return next((t for t in range(first, last) if not first <= scene.parse.head[t] < last or scene.parse.head[t] == t), first)


def policies(scene: Scene) -> Iterator[Stand]:
    """What a speaker says its own side will or will not do, and what it says must be."""
    parse = scene.parse
    for index, told in enumerate(scene.attributions):
        if told.speaker is None or not told.said or told.manner == "act" or told.act not in WORDED:
            continue
        for first, last in (told.content, *told.more):
            for verb in range(first, last):
                if (
                    parse.is_verb(verb)
                    and parse.dep[verb] not in ("relcl", "advcl", "acl", "pcomp", "aux", "auxpass")
                    and scene.within[verb] == index
                ):
                    yield from _policy(scene, verb, (index, told.speaker))


def _policy(scene: Scene, verb: int, voice: tuple[int, str]) -> Iterator[Stand]:
    parse = scene.parse
    index, speaker = voice
    modal = next((parse.lower[k] for k in parse.kids[verb] if parse.dep[k] == "aux" and parse.tag[k] == "MD"), "")
    subject = next((k for k in reversed(parse.kids[verb]) if k < verb and parse.dep[k] in ("nsubj", "nsubjpass")), None)
    if modal not in WILL | MUST or subject is None or parse.lower[subject] in ("there", "that", "this", "what", "which", "who"):
        return
    if parse.lower[subject] == "it" and not scene.parties.at(subject):
        return
    negated = scene.negated(verb) or any(parse.dep[k] == "neg" or parse.lower[k] in ("never", "no") for k in parse.kids[verb])
    ids = scene.parties.of([subject])
    condition = scene.hangs_on(verb)
    stance: Stance = "against" if negated else "for"
    if modal in MUST and parse.lemma[verb] in SEEING:
        return
    if modal in MUST:
        whose = speaker
        issue = scene.phrase(verb)
    else:
        ours = parse.lower[subject] in FIRST or any(i == speaker or _ours(scene, i, speaker) for i in ids)
        telling = negated or condition or parse.lemma[verb] in SIDING
        if not ours or parse.lemma[verb] in ("be", "have", "become", "say", "tell", "see", "know") or not telling:
            return
        whose = ids[0] if ids and parse.lower[subject] not in FIRST else speaker
        issue = (verb, max(verb + 1, scene.phrase(verb)[1]))
    if condition and not negated and modal in ("would", "could", "'d", "will"):
        stance = "conditional"
    if scene.silent(verb):
        return
    yield scene.stand(
        (parse.left[subject], verb + 1), issue, (whose, stance), f"position.policy.{modal.strip(chr(39))}", index, condition=condition
    )


def _ours(scene: Scene, ident: str, speaker: str) -> bool:
    """Whether a speaker in office speaks for a state or body; not a lawyer for a person of the same country."""
    players = scene.parties.players
    voice = players[speaker]
    official = voice.type in ("state", "government") or voice.sector in ("GOV", "MIL", "LEG") or bool(voice.roles)
    return players[ident].type != "person" and official and scene.parties.state(ident) == scene.parties.state(speaker)
