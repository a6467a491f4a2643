"""Pronouns: whom they stand for, or why that stays open."""

from __future__ import annotations

from detente.stages.coref.scene import SUBJECTS, Scene

SEXES = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves"})
REACH = 3  # sentences
MARGIN = 0.6  # score between the best and the second below which nothing is asserted
COLLECTIVE = frozenset(
    (
        "police",
        "military",
        "media",
        "statemedia",
        "rebels",
        "delegation",
        "opposition",
        "inspectors",
        "prosecutor",
        "gov",
        "group",
        "company",
    )
)
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
    head = scene.mentions[i].head
    barred = _barred(scene, i, speakers)
    scores: dict[int, float] = {}
    for j, distance in _before(scene, i):
        who = scene.who[j]
        if not who or len(who) != 1 or who[0] in barred:
            continue
        entity = scene.entities[who[0]]
        if entity.sort == "person" and not entity.plural and entity.fits(sex):
            score = _weight(scene, i, j, distance) + (0.5 if entity.sex == sex else 0.0)
            scores[who[0]] = max(scores.get(who[0], -9.0), score)
    if _says(scene, head) and (speaker := _last_speaker(scene, i)) in scores:
        scores[speaker] += 2.0
    _choose(scene, i, scores, "nearest person that fits")


def _barred(scene: Scene, i: int, speakers: dict[int, int]) -> set[int]:
    """Who a pronoun cannot be: the speaker inside his own quotation; for "him", the subject of its own verb."""
    head, parse = scene.mentions[i].head, scene.parse
    barred: set[int] = set()
    if scene.quoted[head] and (speaker := speakers.get(scene.parse.sentence_of[head])) is not None:
        barred.update(scene.who[speaker] or ())
    if scene.words[head] in ("him", "her", "them", "it") and parse.dep[head] in ("dobj", "pobj", "dative"):
        verb = parse.head[head] if parse.dep[head] != "pobj" else parse.head[parse.head[head]]
        for kid in parse.kids[verb]:
            if parse.dep[kid] in SUBJECTS and kid in scene.at:
                barred.update(scene.who[scene.at[kid]] or ())
    return barred


def _before(scene: Scene, i: int) -> list[tuple[int, int]]:
    """Mentions before a pronoun within reach, each with its distance in sentences."""
    here, first = scene.sentence(i), scene.mentions[i].first
    found = []
    for j in range(i - 1, -1, -1):
        distance = here - scene.sentence(j)
        if distance > REACH:
            break
        if scene.mentions[j].last <= first or scene.mentions[j].head < first:
            found.append((j, distance))
    return found


def _weight(scene: Scene, i: int, j: int, distance: int) -> float:
    """How likely mention `j` is the antecedent: near, a subject, in the same role, outside quotations as the pronoun is."""
    parse, head, pronoun = scene.parse, scene.mentions[j].head, scene.mentions[i].head
    score = 3.0 - 1.3 * distance - 0.02 * min(20, pronoun - head) * (distance == 0)
    dep = parse.dep[_top(scene, head)]
    if dep in SUBJECTS:
        score += 1.5
    elif dep in ("poss", "dobj"):
        score += 0.4
    if scene.quoted[head] != scene.quoted[pronoun]:
        score -= 1.0
    if scene.mentions[j].form == "name":
        score += 0.2
    if scene.words[pronoun] in ("its", "their") and pronoun - scene.mentions[j].last <= 2 and scene.parse.tag[pronoun - 1] == "IN":
        score += 1.6  # "sanctions against the regime over its pursuit"
    score += 0.15 * min(6, len([k for k in scene.entities[(scene.who[j] or (0,))[0]].mentions if k < i]))
    if parse.dep[pronoun] in SUBJECTS and dep in SUBJECTS:
        score += 0.5
    return score


def _top(scene: Scene, token: int) -> int:
    while scene.parse.dep[token] in ("conj", "appos"):
        token = scene.parse.head[token]
    return token


def _says(scene: Scene, head: int) -> bool:
    parse = scene.parse
    head = _top(scene, head)
    return parse.dep[head] == "nsubj" and parse.lemma[parse.head[head]] in scene.gazetteer.words.say and not scene.quoted[head]


def _last_speaker(scene: Scene, i: int) -> int:
    for j in range(i - 1, -1, -1):
        if scene.sentence(i) - scene.sentence(j) > REACH:
            break
        who = scene.who[j]
        head = scene.mentions[j].head
        if (
            who
            and len(who) == 1
            and scene.entities[who[0]].sort == "person"
            and scene.parse.dep[_top(scene, head)] in SUBJECTS
            and not scene.quoted[head]
        ):
            return who[0] if _says(scene, head) else -1
    return -1


def _choose(scene: Scene, i: int, scores: dict[int, float], how: str) -> None:
    ranked = sorted(scores, key=lambda n: -scores[n])
    if not ranked:
        scene.abstain(i, "nobody near fits")
    elif len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < MARGIN:
        scene.abstain(i, "two fit alike")
    else:
        scene.join(i, ranked[0], how)


def _thing(scene: Scene, i: int) -> None:
    """ "it", "its": a state or body; not the "it" of "it is clear that"."""
    head, parse = scene.mentions[i].head, scene.parse
    verb = parse.head[head]
    if scene.words[head] == "it" and parse.dep[head] in SUBJECTS and parse.lemma[verb] in _WEATHER and _clause_below(scene, verb):
        scene.abstain(i, "stands for no actor")
        return
    barred = _barred(scene, i, {})
    scores: dict[int, float] = {}
    for j, distance in _before(scene, i):
        who = scene.who[j]
        if not who or len(who) != 1 or who[0] in barred or distance > 2 or scene.mentions[j].form == "adjective":
            continue
        if scene.entities[who[0]].sort in ("state", "body"):
            scores[who[0]] = max(scores.get(who[0], -9.0), _weight(scene, i, j, distance))
    if (rival := _rival(scene, i, ("NN",))) and rival[1] > max(scores.values(), default=0.0) - MARGIN:
        scene.abstain(i, f"may be the {rival[0]}")
    else:
        _choose(scene, i, scores, "nearest state or body that fits")


def _clause_below(scene: Scene, verb: int) -> bool:
    return any(scene.parse.dep[kid] in ("ccomp", "xcomp", "csubj", "advcl", "acomp") for kid in scene.parse.kids[verb])


def _rival(scene: Scene, i: int, tags: tuple[str, ...]) -> tuple[str, float] | None:
    """The likeliest thing that is no actor, in this sentence or the one before: its word, and a score that compares with `_weight`."""
    parse, head = scene.parse, scene.mentions[i].head
    here = parse.sentence_of[head]
    best: tuple[str, float] | None = None
    for token in range(parse.sentences[max(0, here - 1)][0], head):
        dep = parse.dep[token]
        if parse.tag[token] not in tags or dep not in _RIVALS or token in scene.at or parse.head[token] == head:
            continue
        if parse.right[token] > head and parse.sentence_of[token] == here:
            continue  # the pronoun is part of it
        score = 3.0 - 1.3 * (here - parse.sentence_of[token]) + (1.5 if dep in SUBJECTS else 0.4 if dep == "dobj" else -0.4)
        if parse.dep[head] in SUBJECTS:
            score += 0.5 if dep in SUBJECTS else -0.8
        score -= 0.02 * min(20, head - token)
        if best is None or score > best[1]:
            best = scene.words[token], score
    return best


_RIVALS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj")


def _several(scene: Scene, i: int) -> None:
    """ "they", "their": a group, several named together, or several people."""
    scores: dict[tuple[int, ...], float] = {}
    seen: set[int] = set()
    for j, distance in _before(scene, i):
        if j in seen:
            continue
        members = _together(scene, j)
        if distance > 2 and len(members[0]) < 2:
            continue
        seen.update(k for k in members[1])
        if not members[0]:
            continue
        weight = _weight(scene, i, j, distance) + (
            0.6 if len(members[0]) > 1 else -2.2 if scene.entities[members[0][0]].sort == "body" else 0.0
        )
        scores[members[0]] = max(scores.get(members[0], -9.0), weight)
    ranked = sorted(scores, key=lambda n: -scores[n])
    rival = _rival(scene, i, ("NNS",))
    if rival and ranked and rival[1] > scores[ranked[0]] - MARGIN:
        scene.abstain(i, f"may be the {rival[0]}")
    elif not ranked:
        scene.abstain(i, "no several near")
    elif len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < MARGIN:
        scene.abstain(i, "two groups fit alike")
    elif len(ranked[0]) == 1:
        scene.join(i, ranked[0][0], "nearest group that fits")
    else:
        scene.gather(i, ranked[0], "the ones named together")


def _collective(scene: Scene, number: int) -> bool:
    """Whether a body may be "they": police, troops, media, an armed group; not a committee."""
    entity = scene.entities[number]
    known = scene.gazetteer.entries.get(entity.entry or "")
    if known and known.type in ("armed_group", "media", "party"):
        return True
    return entity.sort == "body" and any(key in COLLECTIVE for key, _ in entity.roles)


def _together(scene: Scene, j: int) -> tuple[tuple[int, ...], list[int]]:
    """The entities of a mention that stands for several, or of all its coordinated partners."""
    who = scene.who[j]
    if not who:
        return (), []
    if len(who) > 1:
        return tuple(who), [j]
    entity = scene.entities[who[0]]
    head, parse = scene.mentions[j].head, scene.parse
    top = head
    while parse.dep[top] == "conj":
        top = parse.head[top]
    chain, at = [top], top
    while (at := next((k for k in parse.kids[at] if parse.dep[k] == "conj" and k in scene.at), -1)) >= 0:
        chain.append(at)
    if len(chain) > 1:
        partners = [scene.at[t] for t in chain if t in scene.at]
        ids = tuple(dict.fromkeys(n for k in partners if len(scene.who[k] or ()) == 1 for n in scene.who[k] or ()))
        if len(ids) > 1:
            return ids, partners
    if entity.plural or _collective(scene, who[0]) or (entity.sort == "state" and scene.mentions[j].form == "nominal"):
        return (who[0],), [j]
    return (), []
