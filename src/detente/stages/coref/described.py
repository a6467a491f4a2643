"""What the words around a description say: new or known, whose, of which country."""

from __future__ import annotations

from collections.abc import Iterator

from detente.stages.coref.scene import Scene

INDEFINITE = frozenset((
    "a", "an", "another", "one", "some", "several", "many", "other", "few", "most", "any", "no", "every", "thousands",
    "hundreds", "dozens",
))  # fmt: skip
EXPERTS = frozenset((
    "expert", "analyst", "professor", "researcher", "scholar", "academic", "observer", "economist", "commentator",
    "diplomat", "official",
))  # fmt: skip
OFFICIAL = frozenset({"head_of_state", "head_of_government", "minister", "official", "military", "legislature", "royal"})


def several(scene: Scene, i: int) -> bool:
    """Whether a nominal is plural."""
    return scene.parse.tag[scene.mentions[i].head] in ("NNS", "NNPS")


def definite(scene: Scene, i: int) -> bool:
    """Whether a nominal points at somebody known: it does not begin as a new one does."""
    first = scene.mentions[i].first
    word = scene.words[first]
    return (
        word not in INDEFINITE
        and scene.parse.tag[first] != "CD"
        and not (several(scene, i) and word not in ("the", "these", "those", "his", "her", "its", "their"))
    )


def owned_by(scene: Scene, i: int) -> int | None:
    """The entity that owns the nominal: "its president", "the country's court", "Aliyev's office"."""
    mention = scene.mentions[i]
    for j in _inside(scene, i):
        inner = scene.mentions[j]
        owns = inner.form == "pronoun" or scene.words[inner.last : inner.last + 1] in (("'s",), ("'",)) or inner.last == mention.head
        if owns and inner.last <= mention.head and scene.who[j] and len(scene.who[j] or ()) == 1:
            return (scene.who[j] or (0,))[0]
    return None


def _inside(scene: Scene, i: int) -> Iterator[int]:
    last = scene.mentions[i].last
    j = i + 1
    while j < len(scene.mentions) and scene.mentions[j].first < last:
        yield j
        j += 1


def country_of(scene: Scene, owner: int | None) -> str:
    """The country of an owner, empty where there is none."""
    return (scene.entities[owner].country or "") if owner is not None else ""


def in_play(scene: Scene, i: int) -> str:
    """The country that a sentence speaks of: by what it and the one before name, and by the article's main ones."""
    if seat := _seat(scene, i):
        return seat
    weights = dict(scene.shares())
    here = scene.sentence(i)
    for j in range(i - 1, max(-1, i - 30), -1):
        distance = here - scene.sentence(j)
        if distance > 1:
            break
        for number in scene.who[j] or ():
            if country := scene.entities[number].country:
                subject = distance == 0 and scene.parse.dep[scene.mentions[j].head] in ("nsubj", "nsubjpass")
                weights[country] = weights.get(country, 0.0) + 0.4 / (1 + distance) + subject
    return max(weights, key=lambda c: weights[c], default="")


def _seat(scene: Scene, i: int) -> str:
    """ "In Seoul, the presidential office": the country whose capital stands before the description."""
    first, parse, words = scene.mentions[i].first, scene.parse, scene.words
    start = parse.sentences[scene.sentence(i)][0]
    if not start + 2 < first <= start + 5 or words[first - 1] != "," or words[start] not in ("in", "from"):
        return ""
    capitals = scene.gazetteer.names.get(" ".join(words[start + 1 : first - 1]))
    found = {scene.gazetteer.entries[s.entry].country for s in capitals if s.kind == "capital" and s.entry.startswith("state:")}
    return (found.pop() or "") if len(found) == 1 else ""


def spoken_of(scene: Scene, i: int, country: str) -> bool:
    """Whether the sentence of a mention, or the one before, names that country or somebody of it."""
    here = scene.sentence(i)
    for j in range(max(0, i - 20), min(len(scene.mentions), i + 10)):
        if here - scene.sentence(j) in (0, 1) and any(scene.entities[n].country == country for n in scene.who[j] or () if j != i):
            return True
    return False


def official_country(scene: Scene, i: int, key: str) -> str:
    """The country of somebody in office of whom the text does not say it: the one in play; empty for all others."""
    office = scene.gazetteer.titles.offices.get(key)
    if office is None or office.level not in OFFICIAL or office.sector == "REB" or key in EXPERTS - {"official"}:
        return ""
    return in_play(scene, i)
