"""Descriptions: "the Chinese president", "the minister", "his sister", "an expert"; the other nouns go on from here."""

from __future__ import annotations

from detente.reading import Candidate
from detente.stages.coref.bodies import body, crowd
from detente.stages.coref.described import country_of, definite, in_play, official_country, owned_by, several
from detente.stages.coref.lands import recent, state
from detente.stages.coref.scene import Entity, Scene


def resolve(scene: Scene, i: int) -> None:
    """Find or make the entity of a nominal."""
    kind, key, of = scene.kinds(i)
    if members := _holders_of_several(scene, i):
        scene.gather(i, members, f"each {_plain(key)} of the states named")
        return
    owner = owned_by(scene, i)
    of = of or country_of(scene, owner)
    if kind == "land":
        state(scene, i, key, owner)
    elif kind == "kin":
        _kin(scene, i, key, owner)
    elif kind in ("office", "former") or (kind == "agent" and not several(scene, i)):
        _office(scene, i, (kind, key, of), owner)
    elif kind == "body":
        body(scene, i, key, of)
    elif kind == "agent":
        crowd(scene, i, key, of)
    else:
        scene.abstain(i, "no word that says who")


def _holders_of_several(scene: Scene, i: int) -> list[int]:
    """ "the leaders of Ethiopia and Eritrea": for each state its leader, in the article or on the day; none where one stays open."""
    said = [c.entry.partition(":")[2].split("@") for c in scene.candidates[i] if c.entry.startswith("office:")]
    found: list[int] = []
    for key, of in said if len(said) > 1 else ():
        number = holder_of(scene, i, key, of)
        if number is None:
            return []
        found.append(number)
    return found


def holder_of(scene: Scene, i: int, key: str, of: str) -> int | None:
    """Who has an office of a state in the article, or had it on its day."""
    number = _remembered(scene, i, ("office", key, of), None)
    if number is None and (held := _holder(scene, key, of)):
        number = scene.unnamed(held.entry)
    return number


def _kin(scene: Scene, i: int, key: str, owner: int | None) -> None:
    if owner is None or scene.entities[owner].sort != "person":
        scene.new(i, Entity("person", roles=[(key, "")]))
        return
    entity = scene.entities[owner]
    relatives = scene.gazetteer.relatives.get((entity.entry or "", key), ())
    if len(relatives) == 1:
        number = scene.by_entry.get(relatives[0])
        if number is not None:
            scene.join(i, number, f"{key} of that person")
            return
        known = scene.gazetteer.entries[relatives[0]]
        scene.new(i, Entity("person", known.id, country=known.country, sex=known.sex or "", roles=[(key, "")]), f"{key} of that person")
        return
    scene.new(i, Entity("person", None, country=entity.country, roles=[(key, entity.entry or "")]))


def _office(scene: Scene, i: int, said: tuple[str, str, str], owner: int | None) -> None:
    """Somebody by office: whom the article gave that office, else who held it on the day, else somebody new."""
    kind, key, of = said
    if several(scene, i):
        crowd(scene, i, key, of)
        return
    if not definite(scene, i):
        if kind == "agent" and _anybody(scene, i):
            scene.abstain(i, "anybody of whom that is true")
            return
        scene.new(i, Entity("person", None, roles=[(key, of)], country=_newcomer_country(scene, i, said) or None))
        return
    if key == "counterpart" and owner is None:
        owner = _opposite(scene, i, of)
    if key == "counterpart" and owner is not None:
        if scene.entities[owner].sort == "body":
            body(scene, i, _kind_of_body(scene.entities[owner]), of)
            return
        key = next((k for k, _ in scene.entities[owner].roles), key)
    number = _remembered(scene, i, (kind, key, of), owner)
    if number is not None:
        scene.join(i, number, f"the {_plain(key)} named in the article")
        return
    linked = scene.linked(i) or _holder(scene, key, of)
    if linked and kind == "office":
        _held(scene, i, linked.entry, linked.how, (key, of))
        return
    country = of if len(of) == 3 else official_country(scene, i, key)
    scene.new(i, Entity("person", None, roles=[(key, of)], country=country or None, past=kind == "former"))


def _anybody(scene: Scene, i: int) -> bool:
    """ "You cannot bargain with a man who …": nobody in particular, in somebody's own words."""
    mention = scene.mentions[i]
    if scene.words[mention.head] not in ("man", "woman", "person") or not scene.quoted[mention.head]:
        return False
    return scene.words[mention.last : mention.last + 1] in (("who",), ("whose",), ("that",), ("like",), ("with",))


def _opposite(scene: Scene, i: int, of: str) -> int | None:
    """Whose counterpart it is where the pronoun before it stays open: the body or person in office of another country named last."""
    for number in recent(scene, i)[:4]:
        entity = scene.entities[number]
        if entity.sort in ("body", "person") and entity.country not in (None, of) and (entity.roles or entity.entry):
            return number
    return None


def _kind_of_body(entity: Entity) -> str:
    """What sort of body it is: the last part of the gazetteer's id ("mod"), else its noun."""
    entry = entity.entry or ""
    return entry.partition("-")[2] if entry.startswith("gov:") else next((k for k, _ in entity.roles), "")


def _newcomer_country(scene: Scene, i: int, said: tuple[str, str, str]) -> str:
    """The country of "a ministry official": the one told, else the one in play; of nobody whom the text gives an owner."""
    kind, key, of = said
    mention = scene.mentions[i]
    owned = any(w in ("for", "of", "from", "with") for w in scene.words[mention.head + 1 : mention.last])
    if kind != "office" or of:
        return of if len(of) == 3 and kind == "office" else ""
    return "" if owned else official_country(scene, i, key)


def _plain(key: str) -> str:
    return key.replace("_", " ")


def _holder(scene: Scene, key: str, of: str) -> Candidate | None:
    held = scene.gazetteer.office(key, of, scene.on) if of else ()
    if len(held) == 1:
        return Candidate(held[0].person, 0.7, f"{held[0].title} of {of} on {scene.on} ({held[0].status})")
    return None


def _held(scene: Scene, i: int, person: str, how: str, role: tuple[str, str]) -> None:
    if (number := scene.by_entry.get(person)) is not None:
        scene.join(i, number, how)
        return
    known = scene.gazetteer.entries[person]
    roles = [role, *((r.office, r.of or "") for r in scene.gazetteer.roles(person, scene.on))]
    scene.new(i, Entity("person", person, country=known.country, sex=known.sex or "", roles=roles), how)


def _remembered(scene: Scene, i: int, said: tuple[str, str, str], owner: int | None) -> int | None:
    """The person nearest before who has that office in the article, of that state where one is named; else the first after.

    Who is known to hold it on the day goes before an earlier holder whom the article calls by the same title.
    """
    _, key, of = said
    now = {r.person for r in scene.gazetteer.office(key, of, scene.on)} if of else set()
    best: tuple[float, int] | None = None
    for number, entity in enumerate(scene.entities):
        if entity.sort != "person" or not entity.mentions or number == owner or entity.plural:
            continue
        fit = max((_fit(scene, key, of, role) for role in entity.roles), default=0.0)
        if fit <= 0 or (len(of) == 3 and entity.country not in (None, of) and not any(owner == of for _, owner in entity.roles)):
            continue
        before = [j for j in entity.mentions if j < i]
        distance = scene.sentence(i) - scene.sentence(before[-1]) if before else 50
        if before or of:
            score = fit * 10 - distance - (0 if of or entity.country == in_play(scene, i) else 3) + (HELD_NOW if entity.entry in now else 0)
            best = max(best, (score, number)) if best else (score, number)
    return best[1] if best else None


HELD_NOW = 60  # more than any distance


def _fit(scene: Scene, key: str, of: str, role: tuple[str, str]) -> float:
    office, owner = role
    if of and of != owner and (len(of) != 3 or len(owner) == 3):
        return 0.0 if owner or office != key else 1.0
    if office == key:
        return 3.0 if of and owner == of else 2.0
    if scene.gazetteer.alike(key, office):
        return 1.5
    return 1.0 if key in ("minister", "envoy", "chairman", "chief", "adviser", "official", "leader") and office.endswith(key) else 0.0
