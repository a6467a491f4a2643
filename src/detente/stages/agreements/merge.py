"""From mentions to agreements: the same one under two names meets in its name, its day or its parties."""

from __future__ import annotations

from collections.abc import Iterable

from detente.lexicon.pacts import ORDER, Status
from detente.nlp.parse import Parse
from detente.parties import unique
from detente.reading import Pact
from detente.records import Article, When
from detente.stages.agreements.mentions import Told

LOOSE = frozenset({"generic", "text", "plan"})
FAR = 2  # parties of which a described agreement must name as many to stand without a day or a deed


class Group:
    """Mentions of one agreement."""

    def __init__(self, told: Told) -> None:
        self.told = [told]

    @property
    def when(self) -> When | None:
        """The sharpest day given."""
        return next((t.when for t in self.told if t.when), None)

    @property
    def parties(self) -> tuple[str, ...]:
        """All parties that any mention gives."""
        return unique(i for t in self.told for i in t.parties)

    @property
    def words(self) -> frozenset[str]:
        """All words that tell it from others."""
        return frozenset(w for t in self.told for w in t.words)

    @property
    def kinds(self) -> set[str]:
        """What kinds of document its nouns are."""
        return {t.kind for t in self.told}

    def takes(self, told: Told) -> bool:
        """Whether a further mention is of this agreement."""
        if _apart(self.when, told.when):
            return False
        if all(t.headline for t in self.told) and self.kinds & (LOOSE | {told.kind}) and not told.older and not told.loose:
            return self._shares(told)  # what the headline tells shortly
        if not self._kin(told):
            return False
        if told.bare:
            return True
        if not told.definite and not told.proper and told.kind not in self.kinds and "plan" in (told.kind, *self.kinds):
            return False  # "a roadmap" beside the deal is another
        if told.when and self.when and told.when.start == self.when.start:
            return True
        if any(t.proper for t in self.told) and told.proper:
            return bool(self.words & told.words) and (self.words <= told.words or told.words <= self.words)
        if told.proper and not (self.words & told.words) and not set(told.parties) & set(self.parties):
            return False
        alike = self.words == told.words or bool(self.words & told.words)
        if told.definite and not told.older:
            return alike or not self.words or (not told.words and self._shares(told))
        return alike and self.words == told.words and self._shares(told) and not (told.when and not self.when and told.older)

    def _shares(self, told: Told) -> bool:
        return not told.parties or not self.parties or bool(set(told.parties) & set(self.parties))

    def _kin(self, told: Told) -> bool:
        """A deal may be a truce, a text a treaty; a truce is no treaty."""
        kinds = self.kinds
        if told.kind in kinds or (told.kind in LOOSE and (told.bare or told.kind == "generic")):
            return True
        return kinds <= LOOSE and not told.proper and bool(not self.words or self.words & told.words)

    def stands(self) -> bool:
        """Whether the text says enough of it: a name, a day and a party, or a deed and its parties."""
        said = {s for t in self.told for s, _ in t.said}
        named = any(t.proper and t.words for t in self.told)
        if named:
            return True
        if all(t.kind in ("text", "plan", "resolution") for t in self.told) and not said & {"signed", "proposed", "broken"}:
            return False
        if self.when and (self.parties or said):
            return True
        return (
            len(self.parties) >= FAR
            or bool(said and (self.parties or "proposed" not in said or len(said) > 1))
            or any(t.kind == "ceasefire" and said for t in self.told)
        )


def _apart(a: When | None, b: When | None) -> bool:
    """Whether two days cannot be one: neither interval holds the other."""
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start or b.end < a.start


def gather(mentions: Iterable[Told]) -> list[Group]:
    """The agreements of an article, in the order of their first mention."""
    groups: list[Group] = []
    for told in mentions:
        group = next((g for g in reversed(groups) if g.takes(told)), None)
        if group is not None:
            group.told.append(told)
        elif not told.loose and (not told.bare or told.said):
            groups.append(Group(told))
    return [g for g in groups if g.stands()]


def write(article: Article, parse: Parse, groups: list[Group], within: list[int | None]) -> tuple[Pact, ...]:
    """The drafts; an agreement that another follows stands before it."""
    heirs = {i: _heir(groups, i) for i in range(len(groups))}
    order = sorted(range(len(groups)), key=lambda i: (min(_first(groups[j]) for j in (i, heirs[i]) if j is not None), heirs[i] is None))
    place = {old: new for new, old in enumerate(order)}
    older = {h: i for i, h in heirs.items() if h is not None and place[i] < place[h]}
    return tuple(_pact(article, parse, groups[i], within, place.get(older.get(i, -1))) for i in order)


def _first(group: Group) -> int:
    return group.told[0].first


def _heir(groups: list[Group], index: int) -> int | None:
    """The agreement that takes this one up: the nearest later-dated, or undated, one between the same parties."""
    old = groups[index]
    if not any(t.inherits for t in old.told):
        return None
    for i, new in enumerate(groups):
        shared = set(new.parties) & set(old.parties)
        if i != index and shared and (not old.when or not new.when or (new.when.start or "") > (old.when.start or "")):
            return i
    return None


def _pact(article: Article, parse: Parse, group: Group, within: list[int | None], follows: int | None) -> Pact:
    best = max(group.told, key=lambda t: (t.weight, -t.first))
    named = max(group.told, key=lambda t: (t.proper, bool(t.words), t is best))
    return Pact(
        first=best.first,
        last=best.last,
        name=article.text[parse.start[named.name[0]] : parse.end[named.name[1] - 1]],
        parties=group.parties,
        status=_status(group, within, article.published),
        rule=f"agreement.{best.kind}",
        when=group.when,
        clauses=unique_spans(c for t in group.told for c in t.clauses),
        follows=follows,
        attribution=within[best.noun],
    )


def unique_spans(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Without repetition, in text order."""
    return tuple(sorted(set(spans)))


def _status(group: Group, within: list[int | None], published: str | None) -> Status:
    """The furthest state that the article itself reports; what is named and dated before it was made. What only a speaker says
    counts where the article says nothing."""
    own = [s for t in group.told for s, token in t.said if within[token] is None]
    said = own or [s for t in group.told for s, _ in t.said]
    if not said:
        return "signed" if group.when or any(t.proper for t in group.told) else "in force" if group.kinds == {"ceasefire"} else "proposed"
    furthest = max(said, key=ORDER.index)
    past = group.when is not None and any(t.proper for t in group.told) and (group.when.end or "9") < (published or "")
    return "signed" if furthest == "proposed" and past else furthest
