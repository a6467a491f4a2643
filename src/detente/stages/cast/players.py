"""One actor as it will be written: name, type, country, sector, roles with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.lexicon.entries import Entry
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import keys
from detente.lexicon.titles import Noun
from detente.nlp.parse import Parse
from detente.reading import Mention, Player
from detente.records import ActorType, Article, Role
from detente.stages.cast.clusters import Cluster, described, words

_OFFICIAL = frozenset({"head_of_state", "head_of_government", "minister", "envoy", "official", "military", "legislature", "royal"})


class Text(msgspec.Struct, frozen=True):
    """What is read of the article beside a cluster."""

    article: Article
    parse: Parse
    mentions: tuple[Mention, ...]
    gazetteer: Gazetteer

    def first(self, cluster: Cluster) -> Mention:
        """The first mention of a cluster."""
        return self.mentions[cluster.mentions[0]]


class Said(msgspec.Struct, frozen=True):
    """A description as `candidates` wrote it: `office:foreign_minister@PRK`, told by a mention."""

    mention: int
    kind: str
    key: str
    of: str


def player(cluster: Cluster, text: Text) -> Player:
    """The actor of a cluster."""
    known = text.gazetteer.entries.get(cluster.id)
    said = sorted(_said(cluster), key=lambda s: not s.of)
    person = known.type == "person" if known else _is_person(cluster, text)
    full = "" if known or person else described(text.parse, text.first(cluster))
    return Player(
        id=cluster.id,
        name=known.name if known and _by_entry(known, cluster.name) else full or cluster.name or (known.name if known else ""),
        type=known.type if known else "person" if person else _type(cluster, said, text),
        country=_country(cluster, said, text, known),
        sector=(known.sector if known else None) or _sector(said, text.gazetteer),
        roles=_roles(cluster, text) if person else (),
        aliases=_aliases(cluster, text, full),
        knowledge=cluster.id if known else None,
        why=cluster.why,
    )


def _by_entry(known: Entry, printed: str) -> bool:
    """States go by their own name; so do people whom the text calls by one word of it: "President Sadat"."""
    return known.type == "state" or (known.type == "person" and " " not in printed and printed in known.name.split())


def _said(cluster: Cluster) -> Iterator[Said]:
    """All descriptions of a cluster."""
    for i, candidate in cluster.told:
        kind, colon, rest = candidate.entry.partition(":")
        if colon and "@" in rest:
            key, _, of = rest.partition("@")
            yield Said(i, kind, key, of)


def _is_person(cluster: Cluster, text: Text) -> bool:
    entries = [c.entry for _, c in cluster.told]
    if any(e.startswith(("person:", "name:person")) for e in entries):
        return True
    if any(e.startswith("name:body") for e in entries):
        return False
    single = text.parse.tag[text.first(cluster).head] not in ("NNS", "NNPS")
    return single and any(e.startswith(("office:", "former:", "kin:", "agent:")) for e in entries)


def _type(cluster: Cluster, said: list[Said], text: Text) -> ActorType:
    """The type of an actor that the gazetteer does not hold and that is no person, by its noun."""
    mention = text.first(cluster)
    first = said[0] if said else Said(0, "", "", "")
    if first.kind in ("office", "former", "agent"):
        return _crowd(first, said, text, mention)
    if first.kind in ("body", "land"):
        many = text.parse.tag[mention.head] in ("NNS", "NNPS")
        if many and text.parse.tag[mention.first] == "CD":
            return "group"
        noun = next((n for n in _nouns(cluster, text) if n.kind in ("body", "land") and n.key == first.key), None)
        if noun:
            return "group" if noun.type == "person" or (noun.type == "state" and many) else noun.type
    if text.parse.lower[mention.last - 1] in text.gazetteer.words.media_heads:
        return "media"
    return "group" if first.kind == "kin" else "other"


def _crowd(first: Said, said: list[Said], text: Text, mention: Mention) -> ActorType:
    """Several people in office: of a government where their state is known, else a group."""
    office = text.gazetteer.titles.offices.get(first.key)
    if office and office.level == "igo":
        return "igo"
    if office and office.sector == "REB":
        return "armed_group"
    if text.parse.tag[mention.first] == "CD" or first.key == "diplomat":
        return "group"
    return "government" if office and office.level in _OFFICIAL and _said_country(said, text.gazetteer) else "group"


def _nouns(cluster: Cluster, text: Text) -> Iterator[Noun]:
    """The nouns in the words and titles of a cluster's first mention."""
    mention = text.first(cluster)
    for first, last in ((mention.first, mention.last), mention.title or (0, 0)):
        for found in text.gazetteer.titles.nouns_in(keys(text.parse.words[first:last]), 0, last - first):
            yield from found.meanings


def _country(cluster: Cluster, said: list[Said], text: Text, known: Entry | None) -> str | None:
    """The country of the gazetteer, else of the text; none for who acts for an international organisation."""
    if known and known.type == "person":
        owners = [s.of for s in said if s.of and s.kind == "office"]
        owners = owners or [r.of or "" for r in text.gazetteer.roles(cluster.id, text.article.published)]
        if owners and all(of.startswith("igo:") for of in owners):
            return None
    return (known.country if known else None) or _said_country(said, text.gazetteer)


def _said_country(said: list[Said], gazetteer: Gazetteer) -> str | None:
    for one in said:
        if len({s.of for s in said if s.mention == one.mention and s.key == one.key and s.of}) > 1:
            continue  # "officials from France, Germany and Britain" are of no one country
        if len(one.of) == 3 and one.of.isupper():
            return one.of
        if (body := gazetteer.entries.get(one.of)) and body.country:
            return body.country
    return None


def _sector(said: list[Said], gazetteer: Gazetteer) -> str | None:
    for one in said:
        if one.kind in ("office", "former") and (office := gazetteer.titles.offices.get(one.key)):
            return office.sector
        if (noun := gazetteer.titles.known(one.key.replace("_", " "))) and noun.sector:
            return noun.sector
    return None


def _roles(cluster: Cluster, text: Text) -> tuple[Role, ...]:
    """What the text calls the person, then the offices that the gazetteer gives on the article's day."""
    roles: dict[tuple[str, str | None], Role] = {}
    for one in sorted(_said(cluster), key=lambda s: not s.of):
        if one.kind not in ("honorific", "body") and not (not one.of and any(key == one.key for key, _ in roles)):
            roles.setdefault((one.key, one.of or None), Role(_title(text, text.mentions[one.mention]), one.of or None))
    for held in text.gazetteer.roles(cluster.id, text.article.published) if cluster.linked else ():
        roles.setdefault((held.office, held.of), Role(held.title, held.of, held.since, held.until, "gazetteer"))
    return tuple(roles.values())


def _title(text: Text, mention: Mention) -> str:
    first, last = mention.title or (mention.first, mention.last)
    return words(text.parse, Mention(first, last, last - 1, "nominal"))


def _aliases(cluster: Cluster, text: Text, full: str) -> tuple[str, ...]:
    """The other names that the text prints; of a description its shorter forms."""
    names = [words(text.parse, text.mentions[i]) for i in cluster.mentions if text.mentions[i].form == "name"]
    if full:
        first = text.first(cluster)
        names += [cluster.name, words(text.parse, Mention(first.first, max(first.head + 1, first.first + 1), first.head, first.form))]
    return tuple(n for n in dict.fromkeys(names) if n != (full or cluster.name))
