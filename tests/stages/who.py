"""What the tests of mentions, candidates, coref and cast share: the four stages run on a parse made by hand."""

from __future__ import annotations

from functools import cache

import msgspec

from detente.lexicon import Lexicon, Shelf
from detente.lexicon import load as load_lexicon
from detente.nlp.parse import Parse
from detente.reading import Antecedent, Candidate, Cast, Doubt, Mention, Player
from detente.records import Article
from detente.stages import candidates, cast, coref, mentions
from tests import made


class Seen(msgspec.Struct, frozen=True):
    """What the four stages made of a text."""

    parse: Parse
    mentions: tuple[Mention, ...]
    candidates: tuple[tuple[Candidate, ...], ...]
    antecedents: tuple[Antecedent | None, ...]
    cast: Cast
    doubts: tuple[Doubt, ...]

    def words(self, i: int) -> str:
        """A mention as the parse has it."""
        mention = self.mentions[i]
        return " ".join(self.parse.words[mention.first : mention.last])

    def title(self, name: str) -> str:
        """The title of the mention with these words."""
        title = self.mentions[self.index(name)].title or (0, 0)
        return " ".join(self.parse.words[slice(*title)])

    def index(self, words: str, nth: int = 0) -> int:
        """The index of the nth mention with these words."""
        return [i for i in range(len(self.mentions)) if self.words(i) == words][nth]

    def who(self, words: str, nth: int = 0) -> tuple[str, ...]:
        """The ids of a mention."""
        return self.cast.who[self.index(words, nth)]

    def how(self, words: str, nth: int = 0) -> str:
        """What decided a mention."""
        return self.cast.how[self.index(words, nth)]

    def player(self, id: str) -> Player:
        """An actor by its id."""
        return next(p for p in self.cast.players if p.id == id)


@cache
def lexicon() -> Lexicon:
    """The real lexicon, read once for all tests."""
    return load_lexicon(Shelf())


def see(*paragraphs: str, published: str | None = "2018-05-09") -> Seen:
    """The four stages over paragraphs of `word/TAG/dep/head`."""
    parse, knows = made.parse(*paragraphs), lexicon()
    article = Article(id="a", text=made.text(*paragraphs), digest="", published=published)
    found, _ = mentions.find(parse, knows)
    likely, _ = candidates.find(article, parse, found, knows)
    links, _ = coref.resolve(article, parse, found, likely, knows)
    who, doubts = cast.link(article, parse, found, likely, links, knows)
    return Seen(parse, found, likely, links, who, doubts)
