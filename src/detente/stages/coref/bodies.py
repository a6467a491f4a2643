"""Nouns for bodies and for several people: "the ministry", "the group", "Chinese officials", "reporters"."""

from __future__ import annotations

from detente.stages.coref.described import definite, in_play, official_country, several, spoken_of
from detente.stages.coref.lands import recent
from detente.stages.coref.scene import Entity, Scene

GENERIC = {
    "group": ("armed_group", "ngo", "group"), "movement": ("armed_group", "party"), "rebels": ("armed_group",), "militia": ("armed_group",),
    "alliance": ("igo",), "bloc": ("igo",), "organisation": ("igo", "ngo"), "organization": ("igo", "ngo"), "agency": ("igo", "media"),
    "party": ("party",), "media": ("media",), "newspaper": ("media",), "company": ("company",), "ngo": ("ngo",), "union": ("igo",),
}  # fmt: skip
"""Nouns that point back to a body of one of these types."""
FIGHTERS = frozenset((
    "rebels", "militants", "insurgents", "fighters", "guerrillas", "jihadists", "separatists", "extremists", "islamists",
    "militiamen",
))  # fmt: skip
GOVERNMENT = frozenset((
    "gov", "administration", "regime", "military", "police", "court", "parliament", "rulingparty", "opposition", "ministry",
    "statemedia", "supremecourt", "party",
))  # fmt: skip


def body(scene: Scene, i: int, key: str, of: str) -> None:
    """A body by its noun: of the state named, else the one told of before, else of the country in play."""
    mention = scene.mentions[i]
    if (several(scene, i) and scene.parse.tag[mention.first] == "CD") or scene.words[mention.first] in (
        "eleven",
        "several",
        "many",
        "other",
    ):
        crowd(scene, i, key, of)
        return
    linked = scene.linked(i)
    if not linked and not of and scene.words[mention.head] in PROTESTERS:
        crowd(scene, i, key, of)
        return
    if linked:
        if (number := scene.by_entry.get(linked.entry)) is not None:
            scene.join(i, number, linked.how)
        else:
            known = scene.gazetteer.entries[linked.entry]
            sort = "state" if known.type == "state" else "body"
            scene.new(i, Entity(sort, known.id, [], country=known.country, roles=[(key, of)]), linked.how)
        return
    own = mention.last > mention.head + 1 and not of  # "the tribunal in The Hague" is not the court told of before
    if (definite(scene, i) or several(scene, i)) and not own:
        for number in reversed(range(len(scene.entities))):
            entity = scene.entities[number]
            if entity.sort != "body" or not entity.mentions or min(entity.mentions) > i or not _same_body(scene, entity, key, of):
                continue
            if not _other_body(scene, i, entity, key):
                scene.join(i, number, "the one named before")
                return
    country = of if len(of) == 3 else (in_play(scene, i) if key in GOVERNMENT or key in scene.gazetteer.bodies else "")
    if key == "police" and not of and not spoken_of(scene, i, country):
        country = ""
    entry = f"gov:{country.lower()}-{key}"
    known_entry = scene.gazetteer.entries.get(entry)
    if known_entry and definite(scene, i):
        if entry in scene.by_entry:
            scene.join(i, scene.by_entry[entry], "that body of the country in play")
        else:
            scene.new(i, Entity("body", entry, country=country, roles=[(key, of)]))
        return
    scene.new(i, Entity("body", None, country=country or None, roles=[(key, of)]))


def _other_body(scene: Scene, i: int, entity: Entity, key: str) -> bool:
    """Whether a noun means another body of its sort: "the army" is not "security forces", "the government" no new one of long ago."""
    if entity.entry:
        return False
    if key == "military":
        heads = {scene.words[scene.mentions[j].head] for j in entity.mentions}
        return scene.words[scene.mentions[i].head] == "army" and not heads & {"army", "military"}
    before = max(j for j in entity.mentions if j < i)
    return key == "gov" and scene.sentence(i) - scene.sentence(before) > FAR and bool(in_play(scene, i))


FAR = 4  # sentences after which "the government" no more means one that was new


def _same_body(scene: Scene, entity: Entity, key: str, of: str) -> bool:
    if of and entity.country and len(of) == 3 and of != entity.country:
        return False
    known = scene.gazetteer.entries[entity.entry] if entity.entry else None
    if known and known.type in GENERIC.get(key, ()) and (known.type != "igo" or key != "agency" or "agency" in known.name.lower()):
        return not of
    if any(role == key and (not of or not owner or owner == of) for role, owner in entity.roles):
        return True
    entry = entity.entry or ""
    if key == "ministry":
        return (
            entry.endswith(("-mfa", "-mod"))
            or any(name[-1] == "ministry" for name in entity.names)
            or any(r in ("mfa", "mod", "interior", "commerce", "finance") for r, _ in entity.roles)
        )
    return bool(key) and ((entry.endswith("-" + key) and not of) or any(name[-1] == key for name in entity.names))


PROTESTERS = frozenset({"protesters", "protestors", "demonstrators", "marchers", "crowds", "crowd", "rioters"})


def _protesting(scene: Scene, i: int) -> int | None:
    """Those who protest, told of before under another noun."""
    for number in recent(scene, i):
        entity = scene.entities[number]
        if entity.plural and any(name[-1:] and name[-1] in PROTESTERS for name in entity.names):
            return number
    return None


def _same_office(scene: Scene, i: int, entity: Entity, said: tuple[str, str]) -> bool:
    """ "Leaders of the African Union … The leaders … African Union leaders": the same noun, of the same body or plainly pointed back."""
    key, of = said
    heads = {scene.words[scene.mentions[j].head] for j in entity.mentions if j < i}
    owners = {owner for role, owner in entity.roles if role == key and ":" in owner}
    if scene.words[scene.mentions[i].head] not in heads or not owners or scene.parse.tag[scene.mentions[i].first] == "CD":
        return False
    return of in owners or (not of and definite(scene, i) and scene.mentions[i].last - scene.mentions[i].first == 2)


RANKS = FIGHTERS | {"forces", "gunmen", "troops", "soldiers", "units"}


def _ranks(scene: Scene, i: int, of: str) -> int | None:
    """ "Hezbollah fighters", "Houthi forces": the group itself, where it is named and they are not counted."""
    mention = scene.mentions[i]
    if not of.startswith("armed:") or scene.words[mention.head] not in RANKS or scene.parse.tag[mention.first] == "CD":
        return None
    return scene.by_entry.get(of)


def crowd(scene: Scene, i: int, key: str, of: str) -> None:
    """Several people by one noun: the same as before where the same words come again."""
    mention = scene.mentions[i]
    plain = tuple(w for w in scene.words[mention.first : mention.last] if w not in ("the", "these", "those"))
    if (group := _ranks(scene, i, of)) is not None:
        scene.join(i, group, "the fighters of that group")
        return
    if definite(scene, i) and not of and plain[-1:] and plain[-1] in FIGHTERS:
        for number in recent(scene, i):
            entry = scene.gazetteer.entries.get(scene.entities[number].entry or "")
            if entry and entry.type == "armed_group":
                scene.join(i, number, "the armed group named last")
                return
    for number, entity in enumerate(scene.entities):
        if (
            entity.plural
            and entity.mentions
            and (
                plain in entity.names
                or (definite(scene, i) and (key, of) in entity.roles and entity.names[0][-1:] == plain[-1:])
                or _same_office(scene, i, entity, (key, of))
            )
        ):
            scene.join(i, number, "same words")
            return
    if plain[-1:] and plain[-1] in PROTESTERS and (definite(scene, i) or len(plain) == 1) and (mass := _protesting(scene, i)) is not None:
        scene.join(i, mass, "those who protest")
        return
    open_ended = len(plain) > 3 or scene.words[mention.last : mention.last + 1] in (("from",), ("of",), ("in",), ("on",))
    countries = {c.entry.partition("@")[2] for c in scene.candidates[i]}
    if len(countries) > 1:
        of, open_ended = "", True  # "officials from France, Germany and Britain"
    if key == "people" and scene.words[mention.last : mention.last + 1] == ("in",):
        of = ""  # "Serbs in Mitrovica" may be of another state
    country = of if len(of) == 3 else ("" if of or open_ended else official_country(scene, i, key))
    scene.new(i, Entity("group", None, [plain], country=country or None, roles=[(key, of)], plural=True))
