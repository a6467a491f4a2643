"""Words of time: what each may be in an expression, the expressions' patterns, and when feasts and eras were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf

OTHER, MORE = "_", "~"
"""The letters of a token that is no word of time, and of one that continues a name of several words."""


class Word(msgspec.Struct, frozen=True):
    """A row of `times.tsv`: forms in lower case, the classes that rules know them by, a number or unit, and what the token must be."""

    forms: tuple[str, ...]
    classes: tuple[str, ...]
    value: str = ""
    tags: tuple[str, ...] = ()
    cased: str = ""


class Rule(msgspec.Struct, frozen=True):
    """A row of `times_rules.tsv`: a pattern over classes and the name of its normaliser."""

    name: str
    how: str
    pattern: str


class Feast(msgspec.Struct, frozen=True):
    """A row of `times_feasts.tsv`: how its first day is found, and how many days it lasts."""

    forms: tuple[str, ...]
    how: str
    days: int = 1


class Moving(msgspec.Struct, frozen=True):
    """A row of `times_moving.tsv`: one year's first and last day of a feast."""

    feast: str
    first: str
    last: str


class Era(msgspec.Struct, frozen=True):
    """A row of `times_eras.tsv`: a war, term or crisis, from `first` to `last` (day, month or year)."""

    forms: tuple[str, ...]
    first: str
    last: str


class GovernRow(msgspec.Struct, frozen=True):
    """A row of `dating.tsv`."""

    words: tuple[str, ...]
    kind: str


class Calendar(msgspec.Struct, frozen=True):
    """The index. `letters` gives each word its letter; `rules` are patterns over such letters, by the letter that
    they begin with, in the table's order.

    `demands` holds words that need a tag or a capital; `phrases` holds names of several words by their first word;
    `spark` finds a letter that can begin or carry an expression; `shapes` gives letters to kinds of number;
    `govern` holds the words of `dating.tsv` by kind.
    """

    letters: Mapping[str, str]
    values: Mapping[str, str]
    demands: Mapping[str, tuple[tuple[str, ...], bool]]
    rules: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    spark: re.Pattern[str]
    shapes: Mapping[tuple[str, ...], str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    feasts: Mapping[str, Feast]
    moving: Mapping[tuple[str, int], tuple[date, date]]
    eras: Mapping[str, tuple[date, date]]
    govern: Mapping[str, frozenset[str]]

    def feast(self, name: str, year: int) -> tuple[date, date] | None:
        """First and last day of a feast in a year; None where the tables do not reach."""
        feast = self.feasts.get(name)
        return None if feast is None else _days(feast, year, self.moving)


SHAPES: tuple[tuple[str, ...], ...] = (
    ("Int", "Mday", "Hour"), ("Int", "Mday"), ("Int",), ("Int", "Old"), ("Int", "Year", "Hhmm", "Old"), ("Int", "Year", "Old"),
    ("Int", "Hhmm", "Old"), ("Hhmm",), ("Nth", "Mday", "Ord"), ("Nth", "Ord"), ("Clock",), ("Clock", "Half12"), ("Iso",), ("Slash",),
    ("Decade",), ("Short",), ("Spans",), ("Midyear",),
)  # fmt: skip
"""What a token with digits may be, as `stages.times` tells by its form; each combination has a letter of its own."""


def load(shelf: Shelf) -> Calendar:
    """Build the index. Raises DataError for a rule that names a class no word has."""
    words = shelf.table("lexicon/times", Word)
    rules = shelf.table("lexicon/times_rules", Rule)
    feasts, eras = shelf.table("lexicon/times_feasts", Feast), shelf.table("lexicon/times_eras", Era)
    alphabet = _Alphabet(words, rules, [(f, "Feast") for r in feasts for f in r.forms] + [(f, "Era") for r in eras for f in r.forms])
    compiled = [(r.how, alphabet.compile(r), alphabet.begins(r)) for r in rules]
    quiet = {"Near", "Art", "Num", "Int", "Mday", "Hour", "Old", "Adj", "Very", "That", "Same", "Every", "Time", "Half", "Ord", "Local"}
    quiet |= {"Timesp", "Hours", "Some", "This", "Rel", "Prev", "Vague", "Times", "Per", "Fiscal", "Long_", "Short_", "Posn", "Eve", "Ad"}
    quiet |= {"Last", "Pos", "Ampm", "Zone", "Immediately", "Oclock", "Span"}
    loud = "".join(c for kinds, c in alphabet.by_kinds.items() if any(k[0].isupper() and k not in quiet for k in kinds))
    literal = alphabet.letter_of("time") + alphabet.letter_of("term")
    return Calendar(
        letters=alphabet.letters,
        values={f: w.value for w in words for f in w.forms if w.value},
        demands=_demands(words),
        rules={c: tuple((how, p) for how, p, first in compiled if c in first) for c in alphabet.by_kinds.values()},
        spark=re.compile(f"[{re.escape(loud + literal)}]"),
        shapes={s: alphabet.by_kinds[frozenset(s)] for s in SHAPES},
        phrases=alphabet.phrases,
        feasts={f: r for r in feasts for f in r.forms},
        moving=_moving(shelf.table("lexicon/times_moving", Moving)),
        eras={f: (_bound(r.first, last=False), _bound(r.last, last=True)) for r in eras for f in r.forms},
        govern={r.kind: frozenset(r.words) for r in shelf.table("lexicon/dating", GovernRow)},
    )  # fmt: skip


_PIECE = re.compile(r"(?:(?P<name>\w)=)?(?P<word>[A-Za-z'][\w.'’]*)|(?P<sign>[()|?*+])|(?P<mark>[,/–-])|(?P<gap>\s+)")


class _Alphabet:
    """One letter for each set of classes that a word can have; rules become regular expressions over letters."""

    def __init__(self, words: Iterable[Word], rules: Iterable[Rule], names: Iterable[tuple[str, str]]) -> None:
        kinds: dict[str, set[str]] = {}
        for word in words:
            for form in word.forms:
                kinds.setdefault(form, set()).update(word.classes)
        for literal in {m["word"] or m["mark"] for r in rules for m in _PIECE.finditer(r.pattern)} - {None}:
            if not literal[0].isupper():
                kinds.setdefault(literal, set()).add(literal)
        self.by_kinds: dict[frozenset[str], str] = {}
        for shape in (*SHAPES, ("Feast",), ("Era",)):
            self._letter(frozenset(shape))
        self.letters = {form: self._letter(frozenset(k)) for form, k in kinds.items()}
        self.letters["–"] = self.letters["—"] = self.letters["-"]
        self.phrases = _phrases((f, self.by_kinds[frozenset((kind,))]) for f, kind in names)

    def _letter(self, kinds: frozenset[str]) -> str:
        return self.by_kinds.setdefault(kinds, chr(0x4E00 + len(self.by_kinds)))

    def letter_of(self, literal: str) -> str:
        return self.letters[literal]

    def compile(self, rule: Rule) -> re.Pattern[str]:
        """The rule's pattern over letters; a name of several words counts as its first letter."""
        out: list[str] = []
        for piece in _PIECE.finditer(rule.pattern):
            if piece["sign"]:
                out.append("(?:" if piece["sign"] == "(" else piece["sign"])
            elif not piece["gap"]:
                kind = piece["word"] or piece["mark"]
                among = "".join(c for kinds, c in self.by_kinds.items() if kind in kinds)
                if not among:
                    raise DataError(f"times_rules.tsv: rule {rule.name!r}: no word is a {kind!r}")
                more = MORE + "*" if kind in ("Feast", "Era") else ""
                out.append(f"(?P<{piece['name']}>[{among}]{more})" if piece["name"] else f"[{among}]")
        return _regex(rule, "".join(out))

    def begins(self, rule: Rule) -> frozenset[str]:
        """The letters that a match of the rule can begin with."""
        pieces = [m["sign"] or "=" + (m["word"] or m["mark"]) for m in _PIECE.finditer(rule.pattern) if not m["gap"]]
        first, _, _ = _choice(pieces, 0)
        return frozenset(c for kinds, c in self.by_kinds.items() if kinds & first)


def _choice(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """What alternatives up to a closing bracket can begin with, whether they can be empty, and where they end."""
    first, empty, here, here_empty = set[str](), False, set[str](), True
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            first, empty, here, here_empty, at = first | here, empty or here_empty, set(), True, at + 1
            continue
        got, void, at = _choice(pieces, at + 1) if pieces[at] == "(" else ({pieces[at][1:]}, False, at + 1)
        while at < len(pieces) and pieces[at] in "?*+":
            void, at = void or pieces[at] != "+", at + 1
        if here_empty:
            here |= got
        here_empty = here_empty and void
    return first | here, empty or here_empty, at + 1


def _regex(rule: Rule, pattern: str) -> re.Pattern[str]:
    """Compile; a part named twice in alternatives gets a number (`k`, `k2`), since `re` allows a name once."""
    seen: dict[str, int] = {}

    def again(m: re.Match[str]) -> str:
        seen[m[1]] = seen.get(m[1], 0) + 1
        return f"(?P<{m[1]}{seen[m[1]] if seen[m[1]] > 1 else ''}>"

    try:
        return re.compile(re.sub(r"\(\?P<(\w)>", again, pattern))
    except re.error as e:
        raise DataError(f"times_rules.tsv: rule {rule.name!r}: {e}") from e


def _phrases(names: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, letter in names:
        apart = re.sub(r"('s)\b", r" \1", name)
        for words in dict.fromkeys((tuple(apart.split()), tuple(apart.replace("-", " - ").split()))):
            found.setdefault(words[0], []).append((words, letter))
    return {w: tuple(sorted(rows, key=lambda r: (-len(r[0]), r))) for w, rows in found.items()}


def _demands(words: Iterable[Word]) -> dict[str, tuple[tuple[str, ...], bool]]:
    """What a form must be to be a word of time at all: nothing, where one of its rows asks nothing ("second")."""
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    free = {f for w in words for f in w.forms if not (w.tags or w.cased)}
    for word in words:
        found.update({f: (word.tags, bool(word.cased)) for f in word.forms if f not in free})
    return found


def _moving(rows: Iterable[Moving]) -> dict[tuple[str, int], tuple[date, date]]:
    found = ((m.feast, date.fromisoformat(m.first), date.fromisoformat(m.last)) for m in rows)
    return {(feast, first.year): (first, last) for feast, first, last in found}


def _days(feast: Feast, year: int, moving: Mapping[tuple[str, int], tuple[date, date]]) -> tuple[date, date] | None:
    kind, _, rest = feast.how.partition(" ")
    if kind == "moving":
        return moving.get((rest, year))
    if kind == "nth":
        month, nth, weekday = map(int, rest.split()[:3])
        first = _nth(year, month, nth, weekday)
    elif m := re.match(r"(easter|orthodox)([+-]\d+)", kind):
        first = easter(year, orthodox=m[1] == "orthodox") + timedelta(int(m[2]))
    else:
        first = date.fromisoformat(f"{year}-{kind}")
    return first, first + timedelta(feast.days - 1)


def _nth(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth (or, for -1, the last) of a weekday (Monday 1) in a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8; orthodox: by the Julian rule, 1900–2099)."""
    if orthodox:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        month, day = divmod(d + (2 * a + 4 * b - d + 34) % 7 + 114, 31)
        return date(year, month, day + 1) + timedelta(13)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _bound(text: str, *, last: bool) -> date:
    """The first or last day of a year, month or day."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else (12 if last else 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1) if last else date(year, month, 1)
