"""Whom each head token stands for: of mentions, titles, relative pronouns, and of those who are named beside a group."""

from __future__ import annotations

import msgspec

from detente.nlp.parse import Parse
from detente.reading import Mention

_MODIFIERS = ("compound", "nmod", "amod")
_COMPANY = frozenset({"along", "together", "alongside"})


class Named(msgspec.Struct):
    """A parse, its mentions, whom each stands for, and the heads found so far."""

    parse: Parse
    mentions: tuple[Mention, ...]
    who: tuple[tuple[str, ...], ...]
    heads: dict[int, tuple[str, ...]]

    def add(self, token: int, ids: tuple[str, ...]) -> None:
        """More ids behind a head."""
        self.heads[token] = tuple(dict.fromkeys((*self.heads.get(token, ()), *ids)))


def heads(parse: Parse, mentions: tuple[Mention, ...], who: tuple[tuple[str, ...], ...]) -> dict[int, tuple[str, ...]]:
    """Head tokens of mentions, of their titles, and of relative pronouns, to ids; a later, smaller mention keeps its own head."""
    named = Named(parse, mentions, who, {})
    inside = _in_titles(mentions)
    for mention, ids in zip(mentions, who, strict=True):
        if ids and mention.form != "adjective" and not (mention.form != "pronoun" and mention.head in inside):
            for token in _head_tokens(parse, mention):
                named.heads.setdefault(token, ids)
    for mention, ids in zip(mentions, who, strict=True):
        if ids and mention.form != "adjective" and not (mention.form != "pronoun" and mention.head in inside):
            named.heads[mention.head] = ids
    _plural_titles(named)
    _beside(named)
    _company(named)
    return named.heads | _relatives(parse, named.heads)


def _in_titles(mentions: tuple[Mention, ...]) -> set[int]:
    """Tokens of the titles of names: "the President of the Republic of Korea Mr. Roh" is one person, not the state besides."""
    return {t for m in mentions if m.title and m.form == "name" for t in range(*m.title)}


def _head_tokens(parse: Parse, mention: Mention) -> list[int]:
    """The head of a mention; of a name also what else of it, or of its title, a verb may depend on."""
    found = [mention.head]
    if mention.form != "name":
        return found
    for first, last in ((mention.first, mention.last), mention.title or (0, 0)):
        for token in range(first, last):
            outside = parse.head[token] not in range(first, last) or parse.head[token] == token
            if outside and parse.tag[token][:2] == "NN" and _headlike(parse, mention, token):
                found.append(token)
    return found


def _headlike(parse: Parse, mention: Mention, token: int) -> bool:
    """Whether a token of a name or title may be what a verb depends on: the name's own, or a noun that the name hangs on."""
    if mention.first <= token < mention.last:
        return True
    return (
        parse.head[token] in range(mention.first, mention.last)
        or parse.head[mention.head] == token
        or parse.dep[token] in ("nsubj", "nsubjpass", "pobj", "dobj", "appos", "conj")
    )


def _plural_titles(named: Named) -> None:
    """ "Presidents Chun and Roh were freed": the title's noun stands for all whose names follow."""
    parse, at = named.parse, {m.head: i for i, m in enumerate(named.mentions) if m.form == "name"}
    for i, mention in enumerate(named.mentions):
        if mention.form != "name" or mention.title is None or mention.title[1] != mention.first:
            continue
        head = next((t for t in range(*mention.title) if parse.tag[t] in ("NNS", "NNPS") and t in named.heads), None)
        if head is None:
            continue
        at_name = mention.head
        ids = list(named.who[i])
        while (at_name := next((k for k in parse.kids[at_name] if parse.dep[k] == "conj" and k in at), -1)) >= 0:
            ids.extend(named.who[at[at_name]])
        named.add(head, tuple(ids))


def _beside(named: Named) -> None:
    """ "British and EU negotiators", "officials in the US and the EU", "100 states, the United States among them": who is meant besides."""
    parse, spans = named.parse, {m.last: i for i, m in enumerate(named.mentions)}
    for mention, ids in zip(named.mentions, named.who, strict=True):
        if mention.form != "nominal" or parse.tag[mention.head] not in ("NNS", "NNPS"):
            continue
        before = spans.get(mention.first - 1)
        if before is not None and parse.lower[mention.first - 1] == "and" and ids and _modifies(parse, named.mentions[before], mention):
            named.heads[mention.head] = tuple(dict.fromkeys((*named.who[before], *ids)))
        after = mention.last
        if ids and mention.head + 1 < mention.last and parse.lower[after : after + 1] == ("and",):
            other = next((i for i, m in enumerate(named.mentions) if m.first in (after + 1, after + 2) and m.form == "name"), None)
            if other is not None and parse.dep[named.mentions[other].head] == "conj" and parse.lower[mention.head + 1] == "in":
                named.add(mention.head, named.who[other])


def _modifies(parse: Parse, before: Mention, mention: Mention) -> bool:
    """Whether what stands before "and" modifies the noun of the mention after it."""
    token = before.head
    while parse.dep[token] == "conj":
        token = parse.head[token]
    return parse.dep[token] in _MODIFIERS and mention.first <= parse.head[token] <= mention.head


def _company(named: Named) -> None:
    """ "X visited Y, along with nine deputies"; "states, the United States among them": others who take part beside a head."""
    parse = named.parse
    for token, word in enumerate(parse.lower):
        if word == "with" and token and parse.lower[token - 1] in _COMPANY:
            verb = parse.head[token - 1] if parse.head[token] == token - 1 else parse.head[token]
            others = tuple(i for k in parse.kids[token] if parse.dep[k] == "pobj" for i in named.heads.get(k, ()))
            subject = parse.child(verb, "nsubj", "nsubjpass")
            if others and subject is not None and subject in named.heads:
                named.add(subject, others)
        elif word == "them" and token and parse.lower[token - 1] == "among":
            _among(named, token)


def _among(named: Named, them: int) -> None:
    """The ones named before or after "among them" belong to the plural noun that the commas set them off from."""
    parse = named.parse
    start = parse.sentences[parse.sentence_of[them]][0]
    comma = next((t for t in range(them - 2, start, -1) if parse.words[t] == ","), None)
    if comma is None:
        return
    noun = next((t for t in range(comma - 1, start - 1, -1) if parse.tag[t] in ("NNS", "NNPS")), None)
    if noun is None:
        return
    stop = parse.sentences[parse.sentence_of[them]][1]
    first, last = (comma + 1, them) if them - comma > 2 else (them + 1, _list_end(parse, them + 1, stop))
    ids = tuple(i for m, w in zip(named.mentions, named.who, strict=True) if m.form == "name" and first <= m.head < last for i in w)
    if ids:
        named.add(noun, ids)


def _list_end(parse: Parse, first: int, stop: int) -> int:
    """One past the names of a list: "China, India and Japan,"."""
    at = first
    while at < stop and (parse.tag[at] in ("NNP", "NNPS", "DT", "CC") or parse.words[at] == ","):
        at += 1
    return at


def _relatives(parse: Parse, heads: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """ "Abiy, who took office": the relative pronoun stands for what its clause hangs on."""
    found = {}
    for token, tag in enumerate(parse.tag):
        if tag not in ("WP", "WDT") or parse.dep[token] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
            continue
        verb = token
        while parse.dep[verb] != "relcl" and parse.head[verb] != verb:
            verb = parse.head[verb]
        if parse.dep[verb] == "relcl" and parse.head[verb] in heads:
            found[token] = heads[parse.head[verb]]
    return found
