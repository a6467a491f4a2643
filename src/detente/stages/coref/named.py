"""Names: which of them are one person, state or body."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from detente.stages.coref.bodies import GOVERNMENT
from detente.stages.coref.described import in_play, official_country
from detente.stages.coref.scene import Entity, Scene

LONG = 6  # letters that a word must have before one of them may be a slip
LEADING = ("head_of_state", "head_of_government", "royal")


def resolve(scene: Scene) -> None:
    """Give every name its entity: the full names first, then the short ones, in text order."""
    waiting = []
    for i, mention in enumerate(scene.mentions):
        if (
            mention.form == "adjective"
            or (mention.form == "name" and not _personal(scene, i))
            or (mention.form == "nominal" and _people(scene, i))
        ):
            _body(scene, i)
        elif mention.form == "name":
            if len(_name(scene, i)) > 1:
                _full(scene, i)
            else:
                waiting.append(i)
    for i in waiting:
        _short(scene, i)
    for entity in scene.entities:
        entity.mentions.sort()


def countries(scene: Scene) -> None:
    """The country of people without one: their owner's ("Its president, Ismail Omar Guelleh"), or for officials the one in play."""
    for entity in scene.entities:
        if entity.sort not in ("person", "body") or entity.entry or entity.country or not entity.mentions:
            continue
        i = min(entity.mentions)
        if scene.mentions[i].form != "name":
            continue
        if entity.sort == "person" and (listed := _listed(scene, i)):
            entity.country = listed
            continue
        title = scene.mentions[i].title or (0, 0)
        owners = [j for t in range(*title) if (j := scene.at.get(t)) is not None and scene.mentions[j].form == "pronoun"]
        who = next((w for j in owners if (w := scene.who[j]) and len(w) == 1), None)
        kind, key, of = scene.kinds(i)
        if who:
            entity.country = scene.entities[who[0]].country
        elif kind == "office" and not of:
            entity.country = official_country(scene, i, key) or None
        elif kind == "body" and key in GOVERNMENT:
            entity.country = in_play(scene, i) or None


def _listed(scene: Scene, i: int) -> str:
    """ "Some Brazilian ministers were present: Antonio Palocci …": the country of those whom a list names."""
    head = scene.mentions[i].head
    for j in range(i - 1, -1, -1):
        mention = scene.mentions[j]
        if scene.sentence(j) != scene.sentence(i):
            return ""
        of = scene.kinds(j)[2]
        if mention.form == "nominal" and len(of) == 3 and scene.parse.tag[mention.head] == "NNS":
            opened = any(scene.words[t] in (":", "including", "namely", "like") for t in range(mention.last, head))
            return of if opened else ""
    return ""


def _personal(scene: Scene, i: int) -> bool:
    return any(c.entry.startswith(("person:", "name:person")) for c in scene.candidates[i])


def _people(scene: Scene, i: int) -> bool:
    """The people of a state ("the Americans")."""
    linked = scene.linked(i)
    return linked is not None and linked.how == "its people"


def _name(scene: Scene, i: int) -> tuple[str, ...]:
    mention = scene.mentions[i]
    return tuple(w for w in scene.words[mention.first : mention.last] if w not in ("-", "the"))


def _body(scene: Scene, i: int) -> None:
    """A state or body: the same entry, else the same words."""
    linked = scene.linked(i)
    if linked is None or linked.score < 0.6:
        if scene.candidates[i] and scene.candidates[i][0].how == "shares the name":
            _shared(scene, i)
        elif scene.mentions[i].form == "adjective" and not scene.candidates[i]:
            scene.abstain(i, "no state or body of that name")
        else:
            _unknown_body(scene, i)
        return
    entry = _likeliest(scene, i)
    known = scene.gazetteer.entries[entry]
    if (number := scene.by_entry.get(entry)) is not None:
        scene.join(i, number, linked.how)
    else:
        sort = "state" if known.type == "state" else "body"
        scene.new(i, Entity(sort, entry, [_name(scene, i)], country=known.country))


def _likeliest(scene: Scene, i: int) -> str:
    """Of several things under one name the one that the article names otherwise too, else the first."""
    near = [c.entry for c in scene.candidates[i] if c.score >= 0.6]
    return next((e for e in near if e in scene.by_entry), near[0])


def _shared(scene: Scene, i: int) -> None:
    """ "inter-Korean": both; "Korea": the one of them that is in play."""
    states = [c.entry for c in scene.candidates[i]]
    numbers = [scene.unnamed(entry) for entry in states]
    played = [n for n in numbers if scene.entities[n].mentions]
    plain = scene.gazetteer.plain.get(scene.words[scene.mentions[i].last - 1])
    if plain and len(played) != 1 and scene.words[scene.mentions[i].first] != "inter":
        scene.join(i, scene.unnamed(plain), "the one that the bare name means")
        return
    if scene.words[scene.mentions[i].first] == "inter" or len(played) != 1:
        scene.gather(i, numbers, "both states of that name")
        return
    scene.join(i, played[0], "the one of that name in play")


def _unknown_body(scene: Scene, i: int) -> None:
    """A body that the gazetteer does not hold: the same name, or its last words ("the Defence Agency")."""
    name = _name(scene, i)
    for number, entity in enumerate(scene.entities):
        if entity.sort == "body" and any(
            n == name or (len(name) > 1 and (n[-len(name) :] == name or (name[-len(n) :] == n and len(n) > 1))) for n in entity.names
        ):
            entity.names.append(name)
            scene.join(i, number, "same name")
            return
    _, key, of = scene.kinds(i)
    of = of or _possessor(scene, i)
    scene.new(i, Entity("body", None, [name], country=of if len(of) == 3 else None, roles=[(key, of)] if key else []))


def _possessor(scene: Scene, i: int) -> str:
    """ "Ecuador's Congress": the country whose it is."""
    first, before = scene.mentions[i].first, scene.mentions[i - 1] if i else None
    if before is None or scene.words[first - 1] not in ("'s", "'") or before.last != first - 1 or len(scene.who[i - 1] or ()) != 1:
        return ""
    entity = scene.entities[(scene.who[i - 1] or (0,))[0]]
    return (entity.country or "") if entity.sort == "state" else ""


def _full(scene: Scene, i: int) -> None:
    """A full name: the same entry, or the same words; two given names under one surname are two people."""
    name = _name(scene, i)
    linked = scene.linked(i)
    number = scene.by_entry.get(linked.entry) if linked else None
    how = linked.how if linked else "same name"
    if number is None:
        number, how = _same_words(scene, name, linked.entry if linked else None), "same name"
    if number is None and linked is None:
        number, how = _misspelt(scene, name), "the same name, spelt otherwise"
    if number is not None:
        entity = scene.entities[number]
        entity.names.append(name)
        _learn(scene, i, entity)
        scene.join(i, number, how)
        return
    _person(scene, i, name)


def _person(scene: Scene, i: int, name: tuple[str, ...]) -> None:
    entity = Entity("person", None, [name])
    linked = scene.linked(i)
    if linked:
        known = scene.gazetteer.entries[linked.entry]
        entity.entry, entity.country, entity.sex = linked.entry, known.country, known.sex or ""
        entity.roles = [(r.office, r.of or "") for r in scene.gazetteer.roles(linked.entry, scene.on)]
        if entity.roles and all(of.startswith("igo:") for _, of in entity.roles):
            entity.country = None
    elif len(name) > 1:
        entity.sex = scene.gazetteer.given.get(name[0], "")
    _learn(scene, i, entity)
    if not entity.sex:
        apposed = scene.parse.children(scene.mentions[i].head, "appos")  # "Nazanin Zaghari-Ratcliffe, a British-Iranian woman"
        entity.sex = next((s for t in apposed if (s := _sex(scene, t))), "")
    scene.new(i, entity)


def _learn(scene: Scene, i: int, entity: Entity) -> None:
    """What a title beside a name says."""
    kind, key, of = scene.kinds(i)
    if not key:
        return
    if kind in ("office", "agent", "kin", "former") and (key, of) not in entity.roles:
        entity.roles.append((key, of))
        entity.past = kind == "former" and entity.entry is None
    if (
        len(of) == 3
        and entity.country is None
        and entity.entry is None
        and key not in ("expert", "analyst", "correspondent", "researcher", "professor")
    ):
        entity.country = of
    title = scene.mentions[i].title
    if title and not entity.sex:
        entity.sex = next((s for t in range(*title) if (s := _sex(scene, t))), "")


def _sex(scene: Scene, token: int) -> str:
    word = scene.words[token]
    if word.endswith(("woman", "ess", "queen")) and word not in ("press", "congress", "princess-"):
        return "f"
    return next((n.sex for n in scene.gazetteer.titles.nouns.get(word) if n.sex), "")


def _same_words(scene: Scene, name: tuple[str, ...], entry: str | None) -> int | None:
    """An entity whose full name has the same words, or all of the shorter one's with the same first or last word."""
    for number, entity in enumerate(scene.entities):
        if entity.sort != "person" or (entry and entity.entry and entity.entry != entry):
            continue
        for other in entity.names:
            short, long = sorted((name, other), key=len)
            if len(short) > 1 and set(short) <= set(long) and (short[-1] == long[-1] or short[0] == long[0]):
                return number
    return None


def _misspelt(scene: Scene, name: tuple[str, ...]) -> int | None:
    """The one person of the article whose name differs by a letter in one long word that names nobody else."""
    if len(name[-1]) < LONG or name[-1] in scene.gazetteer.surnames or name[-1] in scene.gazetteer.given:
        return None
    found = {n for n, e in enumerate(scene.entities) if e.sort == "person" and any(_nearly(name, other) for other in e.names)}
    return found.pop() if len(found) == 1 else None


def _nearly(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one word differs by one letter, and all others are the same; of a single word, whether the other name has one so near."""
    if len(name) == 1:
        return any(len(w) >= LONG and OSA.distance(name[0], w, score_cutoff=1) == 1 for w in other)
    if len(name) != len(other):
        return False
    odd = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    return len(odd) == 1 and len(odd[0][0]) >= LONG and OSA.distance(*odd[0], score_cutoff=1) == 1


def _short(scene: Scene, i: int) -> None:
    """ "Trump" after "Donald Trump"; of several under that name the main one, or the one just introduced."""
    word = _name(scene, i)[-1]
    bearers = [n for n, e in enumerate(scene.entities) if e.sort == "person" and any(word in name for name in e.names)]
    linked = scene.linked(i)
    if linked and linked.entry in scene.by_entry and not (bearers and linked.how.startswith("known by the surname")):
        bearers = [scene.by_entry[linked.entry]]
    full = [n for n in bearers if any(len(name) > 1 and word in _callable(scene, n, name) for name in scene.entities[n].names)] or bearers
    if not full and linked is None and (number := _misspelt(scene, (word,))) is not None:
        scene.join(i, number, "a name of the article, spelt otherwise")
        return
    if not full:
        if word in scene.gazetteer.words.plain:
            scene.abstain(i, "no name of the article")
        else:
            _person(scene, i, (word,))
        return
    number, how = _main(scene, i, full)
    _learn(scene, i, scene.entities[number])
    scene.join(i, number, how)


def _callable(scene: Scene, number: int, name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a full name that may stand alone for it: the surname where it is known, else any."""
    entry = scene.entities[number].entry
    surname = scene.gazetteer.entries[entry].surname if entry else ()
    words = tuple(w for s in surname for w in s.replace("-", " ").split())
    return words if words and set(words) & set(name) else name


def _main(scene: Scene, i: int, bearers: list[int]) -> tuple[int, str]:
    if len(bearers) == 1:
        return bearers[0], "short form of the full name"
    if (just := _just_quoted(scene, i, bearers)) is not None:
        return just, "short form of the one just quoted"
    earlier = [n for n in bearers if scene.entities[n].mentions[0] < i] or bearers
    best = max(earlier, key=lambda n: (_rank(scene, n), len(scene.entities[n].mentions), -scene.entities[n].mentions[0]))
    return best, "short form of the main one of that name"


def _rank(scene: Scene, number: int) -> int:
    offices = scene.gazetteer.titles.offices
    return max((2 if offices[key].level in LEADING else 1 for key, _ in scene.entities[number].roles if key in offices), default=0)


def _just_quoted(scene: Scene, i: int, bearers: list[int]) -> int | None:
    """The bearer who spoke in the paragraph before, where this one speaks or thinks too and is no subject of the quotation."""
    parse, head = scene.parse, scene.mentions[i].head
    verb = parse.head[head]
    if scene.quoted[head] or parse.dep[head] not in ("nsubj", "relcl") or parse.lemma[verb] not in scene.gazetteer.words.think:
        return None
    here = scene.paragraph[head]
    for number in bearers:
        for j in scene.entities[number].mentions:
            other = scene.mentions[j]
            spoke = parse.dep[other.head] == "nsubj" and parse.lemma[parse.head[other.head]] in scene.gazetteer.words.say
            if (
                j < i
                and here - scene.paragraph[other.head] in (0, 1)
                and spoke
                and other.last - other.first > 1
                and _rank(scene, number) < 2
            ):
                return number
    return None
