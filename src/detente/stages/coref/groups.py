"""Groups: "the two leaders", "both sides", "the two Koreas", "the pair": the members, or open."""

from __future__ import annotations

from detente.stages.coref.facing import facing
from detente.stages.coref.nominals import holder_of
from detente.stages.coref.nominals import resolve as resolve_nominal
from detente.stages.coref.scene import Entity, Scene

COUNTS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "duo": 2,
    "each": 2,
    "either": 2,
    "neither": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_PEOPLE = frozenset(
    {
        "leader",
        "man",
        "woman",
        "president",
        "minister",
        "premier",
        "king",
        "statesman",
        "politician",
        "general",
        "brother",
        "sister",
        "monarch",
        "chief",
        "envoy",
        "negotiator",
        "diplomat",
        "official",
        "head",
    }
)
_STATES = frozenset(
    {
        "side",
        "party",
        "country",
        "nation",
        "neighbour",
        "neighbor",
        "state",
        "government",
        "capital",
        "power",
        "superpower",
        "republic",
        "kingdom",
        "economy",
        "ally",
        "rival",
        "foe",
        "enemy",
        "adversary",
    }
)
REACH = 3  # sentences back
FACING = "facing"
OUT = 1.6  # times as often as the next the last of the main states must be named
CLOSE = 0.85  # of the weight of the last member: one more who comes nearer leaves a group open


def resolve(scene: Scene, i: int, last: dict[str, tuple[int, ...]]) -> None:
    """Find the members of a group; `last` holds the members of the group told before, by sort."""
    mention = scene.mentions[i]
    noun = scene.parse.lemma[mention.head]
    noun = noun if noun in _PEOPLE | _STATES else scene.words[mention.head].rstrip("s")
    count = next((COUNTS[w] for w in scene.words[mention.first : mention.head + 1] if w in COUNTS), 2)
    if siblings := scene.gazetteer.siblings.get(scene.words[mention.head]):
        numbers = [scene.unnamed(s) for s in siblings]
        scene.gather(i, numbers, "both states of that name")
        last["state"] = last[""] = tuple(numbers)
        return
    if _bare_pair(scene, i, noun) and (pair := _pair(scene, i)):
        scene.gather(i, pair, "the two persons in play")
        last["person"] = last[""] = pair
        return
    if (
        scene.words[mention.first] not in ("the", "both", "these", "those", "each", "either", "neither", "two", "their", "its", "his")
        or scene.parse.tag[mention.first] == "CD"
    ):
        resolve_nominal(scene, i)
        return
    if len([c for c in scene.candidates[i] if c.entry.startswith("office:")]) > 1:
        resolve_nominal(scene, i)
        if scene.who[i]:
            last["person"] = last[""] = scene.who[i] or ()
            return
    if scene.parse.dep[mention.head] == "attr":
        scene.abstain(i, "said of its subject")
        return
    if members := _holders(scene, i, count, last):
        scene.gather(i, members, "who holds that office in each of the states in play")
        last["person"] = last[""] = tuple(members)
        return
    sort = "person" if noun in _PEOPLE else "state" if noun in _STATES else ""
    if noun in ("side", "party") and count == 2 and (members := facing(scene, i) or list(last.get(FACING, ()))):
        scene.gather(i, members, "the two that face each other")
        last[FACING] = last[""] = tuple(members)
        return
    members, how = _members(scene, i, (noun, sort, count), last)
    if len(members) < 2 and scene.words[mention.head] == "parties":
        resolve_nominal(scene, i)
        return
    if len(members) < 2:
        scene.abstain(i, how)
        return
    scene.gather(i, members, how)
    last[scene.entities[members[0]].sort] = last[""] = tuple(members)


def _bare_pair(scene: Scene, i: int, noun: str) -> bool:
    """ "praised 'two brave men'": two people without an article in a quotation that says what somebody thinks of them."""
    mention = scene.mentions[i]
    return scene.words[mention.first] == "two" and noun in _PEOPLE and noun not in ("official", "diplomat") and scene.quoted[mention.head]


def _pair(scene: Scene, i: int) -> tuple[int, ...]:
    """The two people that the article tells of most, if the next is named less than half as often; who speaks is none of them."""
    barred = _subject(scene, i)
    people = [n for n, e in enumerate(scene.entities) if e.sort == "person" and not e.plural and n not in barred and e.mentions]
    people.sort(key=lambda n: -len(scene.entities[n].mentions))
    named = [len(scene.entities[n].mentions) for n in people[:3]] + [0, 0, 0]
    return tuple(people[:2]) if named[1] > 1 and named[2] * 1.5 <= named[1] else ()


def again(scene: Scene, i: int, last: dict[str, tuple[int, ...]]) -> bool:
    """ "the ministers", "the leaders", "the men" after "the two ministers": the group told before; whether it was joined."""
    mention = scene.mentions[i]
    before = last.get("person")
    noun = scene.parse.lemma[mention.head]
    if not before or mention.form != "nominal" or mention.last - mention.first > 2 or scene.words[mention.first] != "the":
        return False
    if scene.parse.tag[mention.head] not in ("NNS", "NNPS") or noun not in _PEOPLE or noun in ("official", "diplomat"):
        return False
    if not _office_fits(scene, list(before), noun) or scene.words[mention.last : mention.last + 1] in _NARROWING:
        return False  # "the men who began them" are others
    scene.gather(i, before, "the group told before")
    return True


_NARROWING = (("who",), ("that",), ("whose",), ("whom",), ("of",), ("from",), ("in",))


def _holders(scene: Scene, i: int, count: int, last: dict[str, tuple[int, ...]]) -> list[int]:
    """ "the two foreign ministers": of each state of the pair in play the one whom the article or the gazetteer gives that office."""
    kind, key, of = scene.kinds(i)
    office = scene.gazetteer.titles.offices.get(key)
    if kind != "office" or of or office is None or office.level != "minister" or key == "minister":
        return []
    pair = last.get("state") or ()
    if len(pair) != count:
        pair = tuple(_main_states(scene, count))
    if len(pair) != count:
        own = {scene.entities[n].country for n in _subject(scene, i)}  # "Putin invited the two foreign ministers": not his own
        pair = tuple(n for n in _weighed(scene, i, "state", 0.3) if scene.entities[n].country not in own)[:count]
    found = [n for s in pair if (n := holder_of(scene, i, key, scene.entities[s].country or "")) is not None]
    return found if len(found) == count else []


def _members(scene: Scene, i: int, wanted: tuple[str, str, int], last: dict[str, tuple[int, ...]]) -> tuple[list[int], str]:
    noun, sort, count = wanted
    order = (sort,) if sort else ("person", "state") if noun in _BARE and _people_near(scene, i, count) else ("state", "person")
    if not sort and (before := last.get("")) and len(before) == count and scene.entities[before[0]].sort == order[0]:
        return list(before), "the group told before"
    for one in order:
        pairs = _coordinated(scene, i, one, count)
        if pairs and _office_fits(scene, pairs, noun):
            return pairs, "the ones named together before"
    if (before := last.get(sort)) and len(before) == count and _office_fits(scene, list(before), noun):
        return list(before), "the group told before"
    for one in order:
        barred = _subject(scene, i)
        weights = _weighed(scene, i, one, 0.1 if noun in ("side", "party") else 1.0)
        near = [n for n in weights if n not in barred and _office_fits(scene, [n], noun)]
        if len(near) > count and weights[near[count]] > CLOSE * weights[near[count - 1]]:
            if one == "state" and (main := _main_states(scene, count)) and set(main) <= set(near) - set(barred):
                return main, "the states that the article is about"
            return [], "more than so many are in play"
        if len(near) >= count:
            return near[:count], "the ones most in play"
    if "state" in order and (main := _main_states(scene, count)):
        return main, "the states that the article is about"
    return [], "who they are stays open"


def _subject(scene: Scene, i: int) -> tuple[int, ...]:
    """Who is the subject before a group in its clause: "the king praised the two leaders" leaves the king out."""
    head, parse = scene.mentions[i].head, scene.parse
    for verb in parse.ancestors(head):
        for kid in parse.kids[verb]:
            if parse.dep[kid] in ("nsubj", "nsubjpass") and kid < head and kid in scene.at:
                return scene.who[scene.at[kid]] or ()
    return ()


def _told(scene: Scene) -> dict[str | None, float]:
    """How often the article speaks of each country: of the state, of its bodies and, less, of its people."""
    told: dict[str | None, float] = {}
    for entity in scene.entities:
        share = {"state": 1.0, "person": 0.25}.get(entity.sort, 0.5)
        told[entity.country] = told.get(entity.country, 0.0) + share * len(entity.mentions)
    for i, candidates in enumerate(scene.candidates):
        country = candidates[0].entry.partition("@")[2] if candidates and scene.who[i] is None else ""
        if len(country) == 3 and scene.mentions[i].form == "nominal":
            told[country] = told.get(country, 0.0) + 0.5
    return told


def _main_states(scene: Scene, count: int) -> list[int]:
    """The states that the whole article is about, where they stand out from the next."""
    told = _told(scene)
    states = [n for n, e in enumerate(scene.entities) if e.sort == "state" and e.mentions]
    states.sort(key=lambda n: -told[scene.entities[n].country])
    named = [told[scene.entities[n].country] for n in states[: count + 1]] + [0]
    return states[:count] if len(states) >= count and named[count] * OUT <= named[count - 1] else []


_BARE = frozenset({"two", "pair", "duo", "both", "trio"})


def _people_near(scene: Scene, i: int, count: int) -> bool:
    """Whether enough people were named in this sentence or the two before."""
    here = scene.sentence(i)
    near = {n for j in range(i) if here - scene.sentence(j) <= 2 for n in scene.who[j] or () if scene.entities[n].sort == "person"}
    return len(near) >= count


def _office_fits(scene: Scene, members: list[int], noun: str) -> bool:
    """ "the two ministers" are ministers, "the two leaders" lead."""
    if noun in ("minister", "president", "premier", "king", "general", "envoy", "negotiator"):
        return all(any(noun in office for office, _ in scene.entities[n].roles) for n in members)
    if noun == "leader":
        offices = scene.gazetteer.titles.offices
        return all(
            any(
                offices[o].level in ("head_of_state", "head_of_government", "party", "other")
                for o, _ in scene.entities[n].roles
                if o in offices
            )
            for n in members
        )
    return True


def _coordinated(scene: Scene, i: int, sort: str, count: int) -> list[int]:
    """The last "X and Y" of that sort, in this sentence or the three before; of "the president, X, and his counterpart, Y" both."""
    here = scene.sentence(i)
    for j in range(i - 1, -1, -1):
        if here - scene.sentence(j) > REACH:
            return []
        head = _top(scene, scene.mentions[j].head)
        if scene.parse.dep[head] != "conj" or not scene.who[j]:
            continue
        chain = [head]
        while scene.parse.dep[chain[-1]] == "conj":
            chain.append(_top(scene, scene.parse.head[chain[-1]]))
        members = [n for h in reversed(chain) if (n := _named_at(scene, h)) is not None]
        if len(set(members)) == count and all(scene.entities[n].sort == sort for n in members):
            return members
    return []


def _top(scene: Scene, token: int) -> int:
    """The noun that a name is in apposition to, where that noun is its title; else the token itself."""
    parse = scene.parse
    above = parse.head[token]
    return above if parse.dep[token] == "appos" and above not in scene.at and parse.tag[token] == "NNP" else token


def _named_at(scene: Scene, token: int) -> int | None:
    """The one entity of the mention that a token heads, or that stands in apposition to it."""
    for head in (token, *scene.parse.children(token, "appos")):
        if head in scene.at and len(who := scene.who[scene.at[head]] or ()) == 1:
            return who[0]
    return None


def _weighed(scene: Scene, i: int, sort: str, share: float = 1.0) -> dict[int, float]:
    """Entities of a sort, heaviest first, by how often and how lately they were named; a person's country counts for the state too."""
    here = scene.sentence(i)
    weights: dict[int, float] = {}
    for j in range(i):
        distance = here - scene.sentence(j)
        for number in scene.who[j] or ():
            entity = scene.entities[number]
            weight = share / (1 + distance) + (1.05 - share) / 4 + share * 0.6 / (i - j)
            if entity.sort == sort:
                weights[number] = weights.get(number, 0.0) + weight
            elif sort == "state" and (state := _state_of(scene, entity)) is not None:
                weights[state] = weights.get(state, 0.0) + weight / 2
    return {n: weights[n] for n in sorted(weights, key=lambda n: -weights[n]) if scene.entities[n].mentions}


def _state_of(scene: Scene, entity: Entity) -> int | None:
    """The state of a person, where the article names it."""
    if entity.sort not in ("person", "body", "group") or entity.country is None or (entity.plural and not entity.roles):
        return None
    return scene.by_entry.get(scene.gazetteer.states.get(entity.country, ""))
