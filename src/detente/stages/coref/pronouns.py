"""Pronouns: whom they stand for, or why that stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.stages.coref import several
from detente.stages.coref.clues import Spot
from detente.stages.coref.ranking import Ranked, rank
from detente.stages.coref.scene import SUBJECTS, Scene
from detente.stages.coref.things import rivals

SEXES = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves"})
REACH = 3  # sentences
SURE = 0.5  # probability below which nothing is asserted of a person
LEAD = 1.5  # times the probability of the next
SURE_SPEAKER = 0.5  # of the subject of a verb of saying
SURE_THING = 0.6  # the same of a state, a body or a group
SURE_ACTOR = 0.45  # where only an actor can be meant
_WEATHER = frozenset({"be", "seem", "appear", "take", "become", "remain", "make", "look", "turn"})


def resolve(scene: Scene, i: int, speakers: dict[int, int]) -> None:
    """Give a pronoun its antecedent, or abstain."""
    word = scene.words[scene.mentions[i].head]
    if word in FIRST:
        _first_person(scene, i, speakers)
    elif word in SEXES:
        _person(scene, i, SEXES[word], speakers)
    elif word in THING:
        _thing(scene, i)
    elif word in SEVERAL:
        _several(scene, i)
    else:
        scene.abstain(i, "no pronoun of an actor")


def _first_person(scene: Scene, i: int, speakers: dict[int, int]) -> None:
    head = scene.mentions[i].head
    speaker = speakers.get(scene.parse.sentence_of[head]) if scene.quoted[head] else None
    if speaker is None:
        scene.abstain(i, "who speaks is not known")
    elif who := scene.who[speaker]:
        if len(who) == 1:
            scene.join(i, who[0], "the speaker of the quotation")
        else:
            scene.gather(i, who, "the speakers of the quotation")
    else:
        scene.abstain(i, "who speaks is open")


def _person(scene: Scene, i: int, sex: str, speakers: dict[int, int]) -> None:
    barred = _barred(scene, i, speakers)
    spots = []
    for j in _near(scene, i):
        who = scene.who[j]
        if not who or len(who) != 1 or who[0] in barred:
            continue
        entity = scene.entities[who[0]]
        if entity.sort == "person" and not entity.plural and entity.fits(sex):
            spots.append(_spot(scene, j, who[0], sexed=entity.sex == sex, lean=_spoken(scene, i, j)))
    found = rank(scene, scene.mentions[i].head, spots)
    if found is None:
        scene.abstain(i, "nobody near fits")
    elif found.share < (SURE_SPEAKER if _says(scene, scene.mentions[i].head) else SURE) or found.share < _lead(scene, i) * found.next:
        scene.abstain(i, f"two fit alike ({found.share:.2f} to {found.next:.2f})" if found.next > 0.2 else "nobody near fits well")
        scene.guesses[i] = found.entity
    else:
        scene.join(i, found.entity, _told("person", found))


def _lead(scene: Scene, i: int) -> float:
    """How much likelier than the next the likeliest must be: of a speaker any more, since somebody did speak."""
    return 1.0 if _says(scene, scene.mentions[i].head) else LEAD


def _says(scene: Scene, head: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying."""
    parse = scene.parse
    return parse.dep[head] == "nsubj" and parse.lemma[parse.head[head]] in scene.gazetteer.words.say


def _told(sort: str, found: Ranked) -> str:
    """What decided, for `explain`."""
    return f"likeliest {sort} ({found.share:.2f}): {found.why}"


def _spot(scene: Scene, j: int, entity: int, *, sexed: bool = False, lean: float = 0.0) -> Spot:
    mention = scene.mentions[j]
    return Spot(mention.first, mention.last, mention.head, entity, mention.form, sexed, lean)


def _barred(scene: Scene, i: int, speakers: dict[int, int]) -> set[int]:
    """Who a pronoun cannot be: the speaker inside his own quotation; for "him", the subject of its own verb; in "he and X", X."""
    head, parse = scene.mentions[i].head, scene.parse
    barred = {n for k in parse.children(head, "conj") if k in scene.at for n in scene.who[scene.at[k]] or ()}
    if scene.quoted[head] and (speaker := speakers.get(scene.parse.sentence_of[head])) is not None:
        barred.update(scene.who[speaker] or ())
    barred.update(_answering(scene, head))
    if scene.words[head] in ("him", "her", "them", "it") and parse.dep[head] in ("dobj", "pobj", "dative"):
        verb = parse.head[head] if parse.dep[head] != "pobj" else parse.head[parse.head[head]]
        for kid in parse.kids[verb]:
            if parse.dep[kid] in SUBJECTS:  # with those told beside it: "100 states, the United States among them, recognised it"
                within = (scene.at[t] for t in range(parse.left[kid], min(parse.right[kid], head)) if t in scene.at)
                barred.update(n for j in within for n in scene.who[j] or ())
    return barred


def _answering(scene: Scene, head: int) -> tuple[int, ...]:
    """ "A minister dismissed his remarks": nobody answers his own words."""
    parse, owned = scene.parse, scene.parse.head[head]
    verb = parse.head[owned]
    if parse.dep[head] != "poss" or parse.lemma[owned] not in WORDS_OF or parse.dep[owned] != "dobj" or parse.lemma[verb] not in ANSWERING:
        return ()
    return tuple(n for k in parse.kids[verb] if parse.dep[k] in SUBJECTS and k in scene.at for n in scene.who[scene.at[k]] or ())


def _near(scene: Scene, i: int) -> list[int]:
    """Mentions before a pronoun within reach, and the subject that a fronted phrase points ahead to; in text order."""
    here, first = scene.sentence(i), scene.mentions[i].first
    found = []
    for j in range(i - 1, -1, -1):
        if here - scene.sentence(j) > REACH:
            break
        if scene.mentions[j].last <= first or scene.mentions[j].head < first:
            found.append(j)
    found.reverse()
    return [*found, *_ahead(scene, i)]


def _ahead(scene: Scene, i: int) -> Iterator[int]:
    """ "During his meeting with Xi, Kim …": the subjects after a pronoun whose verbs are above it."""
    head, parse = scene.mentions[i].head, scene.parse
    for verb in parse.ancestors(head):
        for kid in parse.kids[verb]:
            if kid > head and parse.dep[kid] in SUBJECTS and parse.left[kid] > head and kid in scene.at and not _parted(scene, head, kid):
                yield scene.at[kid]


def _parted(scene: Scene, head: int, subject: int) -> bool:
    """ "He left the door open: Kim should call": what stands behind a colon or semicolon is pointed back from, not ahead to."""
    return any(scene.parse.words[t] in (":", ";") for t in range(head, subject))


def _thing(scene: Scene, i: int) -> None:
    """ "it", "its": a state or body; not the "it" of "it is clear that", nor where a thing that is no actor is likelier."""
    head, parse = scene.mentions[i].head, scene.parse
    verb = parse.head[head]
    if scene.words[head] == "it" and parse.dep[head] in SUBJECTS and parse.lemma[verb] in _WEATHER and _clause_below(scene, verb):
        scene.abstain(i, "stands for no actor")
        return
    barred = _barred(scene, i, {})
    spots = []
    for j in _near(scene, i):
        who = scene.who[j]
        if who and len(who) == 1 and who[0] not in barred and scene.entities[who[0]].sort in ("state", "body"):
            spots.append(_spot(scene, j, who[0], lean=_owner(scene, i, j)))
    _settle(scene, i, spots, "state or body")


def _owner(scene: Scene, i: int, j: int) -> float:
    """ "sanctions against the regime over its pursuit": what stands right before the preposition, in log-odds; hand-set."""
    head = scene.mentions[i].head
    close = 0 < head - scene.mentions[j].last < 2 and scene.parse.tag[head - 1] == "IN"
    return 1.6 if close and scene.words[head] in ("its", "their") else 0.0


def _spoken(scene: Scene, i: int, j: int) -> float:
    """ "Pence suggested … A minister dismissed his remarks": words are theirs who spoke, in log-odds; hand-set."""
    parse, owned = scene.parse, scene.parse.head[scene.mentions[i].head]
    head = scene.mentions[j].head
    while parse.dep[head] == "appos":
        head = parse.head[head]
    if parse.dep[scene.mentions[i].head] != "poss" or parse.lemma[owned] not in WORDS_OF or parse.dep[head] != "nsubj":
        return 0.0
    verb = parse.head[head]
    told = parse.lemma[verb] in scene.gazetteer.words.say or any(parse.dep[k] == "ccomp" for k in parse.kids[verb])
    last = scene.sentence(i) - scene.sentence(j) < 2 and verb not in tuple(parse.ancestors(owned))
    return 2.2 if told and last else 0.0


WORDS_OF = frozenset(
    """remark comment statement speech word claim accusation allegation threat warning suggestion proposal criticism charge call demand
    appeal assertion outburst tweet insult apology""".split()
)
ANSWERING = frozenset(
    "dismiss reject condemn criticise criticize denounce welcome praise ridicule mock accept ignore deny rebut refute deplore".split()
)


def _settle(scene: Scene, i: int, spots: list[Spot], sort: str, members: Sequence[tuple[int, ...]] = ()) -> None:
    """Take the likeliest of actors and things; `members`: what the numbers of the spots stand for, where they are no entities."""
    head = scene.mentions[i].head
    kinds = ("NNS", "NNPS") if scene.words[head] in SEVERAL else ("NN", "NNP")
    things = [] if _says(scene, head) or _acted_on(scene, head) else list(rivals(scene, head, kinds))  # what speaks is no thing
    found = rank(scene, head, sorted((*spots, *things), key=lambda s: s.head))
    if found is None:
        scene.abstain(i, f"no {sort} near")
        return
    if found.entity < 0:
        scene.abstain(i, "may be a thing that is no actor")
        scene.guesses[i] = -1 - max(t.head for t in things if t.entity == found.entity)
        return
    who = tuple(members[found.entity]) if members else (found.entity,)
    if found.share < (SURE_ACTOR if _acted_on(scene, head) else SURE_THING):
        scene.abstain(i, f"no {sort} is likely enough ({found.share:.2f})")
        if len(who) == 1:
            scene.guesses[i] = who[0]
    elif len(who) > 1:
        scene.gather(i, who, _told(sort, found))
    else:
        scene.join(i, who[0], _told(sort, found))


def _acted_on(scene: Scene, head: int) -> bool:
    """Whether a pronoun is the object of a verb that takes states and bodies only: "100 states have recognised it"."""
    parse = scene.parse
    return parse.dep[head] in ("dobj", "nsubjpass") and parse.lemma[parse.head[head]] in TAKING_ACTORS


TAKING_ACTORS = frozenset(
    """recognise recognize invade attack accuse urge ask bomb occupy annex arm punish isolate ally persuade pressure sanction
    expel""".split()
)


def _clause_below(scene: Scene, verb: int) -> bool:
    return any(scene.parse.dep[kid] in ("ccomp", "xcomp", "csubj", "advcl", "acomp") for kid in scene.parse.kids[verb])


def _several(scene: Scene, i: int) -> None:
    """ "they", "their": a group, several named together, or several people."""
    members: list[tuple[int, ...]] = []
    spots = []
    for j in _near(scene, i):
        together = several.together(scene, j)
        if together:
            if together not in members:
                members.append(together)
            spots.append(_spot(scene, j, members.index(together), lean=several.lean(scene, together) + _owner(scene, i, j)))
    _settle(scene, i, spots, "group", members)
