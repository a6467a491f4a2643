"""Clusters of mentions that stand for one actor, and the id of each."""

from __future__ import annotations

import msgspec

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import fold
from detente.nlp.parse import Parse
from detente.reading import Antecedent, Candidate, Mention

SURE = 0.35  # the least score of a link


class Cluster(msgspec.Struct):
    """Mentions of one actor, all that their candidates tell, and what came of it."""

    mentions: list[int]
    told: list[tuple[int, Candidate]]
    """(mention, candidate)."""
    id: str = ""
    linked: bool = False
    name: str = ""
    why: str = ""


def clusters(
    parse: Parse,
    mentions: tuple[Mention, ...],
    candidates: tuple[tuple[Candidate, ...], ...],
    antecedents: tuple[Antecedent | None, ...],
) -> list[Cluster]:
    """The clusters in order of their first mention; groups and open mentions belong to none."""
    members: dict[int, list[int]] = {}
    for i, antecedent in enumerate(antecedents):
        if antecedent is None:
            members.setdefault(i, []).append(i)
        elif len(antecedent.mentions) == 1 and not (antecedent.entries and antecedent.mentions != (i,)):
            members.setdefault(antecedent.mentions[0], []).append(i)
        elif len(antecedent.entries) == 1 and not antecedent.mentions:
            members.setdefault(i, []).append(i)
    found = []
    for root in sorted(members):
        told = [(i, c) for i in members[root] for c in candidates[i]]
        if (own := antecedents[root]) is not None:
            told = [(root, Candidate(entry, 0.6, own.how or "its words")) for entry in own.entries] + told
        found.append(Cluster(sorted(members[root]), told, name=printed(parse, mentions, members[root])))
    return found


def printed(parse: Parse, mentions: tuple[Mention, ...], members: list[int]) -> str:
    """The fullest name that the text prints, else the fullest description."""
    forms = ("name", "adjective", "nominal", "group", "pronoun")
    best = min(members, key=lambda i: (forms.index(mentions[i].form), -_words(mentions[i]), i))
    return words(parse, mentions[best])


def words(parse: Parse, mention: Mention) -> str:
    """A mention as printed, without its article."""
    first = mention.first + (parse.lower[mention.first] in ("the", "a", "an") and mention.last - mention.first > 1)
    text = ""
    for token in range(first, mention.last):
        gap = " " if token > first and parse.start[token] > parse.end[token - 1] else ""
        text += gap + parse.words[token]
    return text


_AROUND = frozenset({"about", "around", "nearly", "almost", "many", "some", "over"})
_BOUNDS = frozenset((("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("at", "most"), ("up", "to"), ("close", "to")))
_FARTHEST = 7  # tokens that a description may go on after its mention


def described(parse: Parse, mention: Mention) -> str:
    """A description with what belongs to it ("at least 100 states", "mayors of four northern towns", "officials who gave orders")."""
    if mention.form != "nominal":
        return ""
    first, last = mention.first, mention.last
    start = parse.sentences[parse.sentence_of[first]][0]
    if first > start and parse.lower[first - 1] in _AROUND:
        first -= 1
    elif first - 1 > start and parse.lower[first - 2 : first] in _BOUNDS and parse.tag[first] == "CD":
        first -= 2
    joint = (t for t in range(last, parse.right[mention.head]) if parse.tag[t] == "CC" and parse.head[t] == mention.head)
    stop = next(joint, parse.right[mention.head])
    if last < stop <= last + _FARTHEST and parse.tag[last] in ("IN", "WP", "WDT") and parse.lower[stop - 1] not in _AROUND:
        if parse.tag[last] == "IN" and parse.tag[last + 1 : last + 2] == ("VBG",):
            return words(parse, Mention(first, last, mention.head, "nominal"))  # "accused the police | of killing protesters"
        dated = any(a < stop and b > last and label in ("DATE", "TIME") for a, b, label in parse.names)
        last = last if dated else stop
    return words(parse, Mention(first, last, mention.head, "nominal"))


def _words(mention: Mention) -> int:
    return mention.last - mention.first


def identities(found: list[Cluster], gazetteer: Gazetteer) -> None:
    """Give each cluster its id: the gazetteer's where sure, else a slug of its own."""
    slugs: dict[str, int] = {}
    for cluster in found:
        entry = _entry(cluster, gazetteer)
        if entry:
            cluster.id, cluster.linked, cluster.why = entry.entry, True, entry.how
            continue
        slug = "".join(c if c.isalnum() else "-" for c in fold(cluster.name)).strip("-") or "unnamed"
        slugs[slug] = slugs.get(slug, 0) + 1
        cluster.id = f"#{slug}" if slugs[slug] == 1 else f"#{slug}-{slugs[slug]}"
        cluster.why = "named by the text"


def _entry(cluster: Cluster, gazetteer: Gazetteer) -> Candidate | None:
    """The likeliest thing of the gazetteer that any of the mentions may be."""
    known = [c for _, c in cluster.told if c.entry in gazetteer.entries and c.score >= SURE and c.how != "shares the name"]
    return max(known, key=lambda c: c.score) if known else None
