"""Whether two sources mean the same person and the same office, though they spell them otherwise."""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_PARTICLES = re.compile(r"(?<![a-z'’`])(al|el|ash|as|ad|an|ar|at|az|ul|ur|ol|the)[- ]")
_SERVANT = re.compile(r"\babd(?:[aeou][lr])?[- ]*(?:(?:al|el|ul|ar|ur)-)?(?=[a-z]{4})")
_TITLES = frozenset(
    "sir dr gen lt col maj capt brig adm cdr ret mr mrs ms dame lord jr sr ii iii iv king queen prince princess sheikh shaykh emir amir "
    "sultan bin ibn ben bint crown ayatollah hojatolislam sayyed hajj eng ratu vmar mar aka".split()
)
_SMALL = frozenset(
    "minister secretary chief head of the for and to in affairs national director deputy ambassador state acting vice chairman".split()
)
_LESSER = re.compile(r"deputy|vice|dep\.|under|assist|of state")
_BRITAIN = r"united kingdom|britain|\buk\b"
_PLACES = {"united states": r"\bus\b|united states", "united kingdom": _BRITAIN, "britain": _BRITAIN}
_LETTERS = (("kh", "h"), ("gh", "g"), ("sh", "s"), ("zh", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("q", "k"), ("c", "k"), ("j", "z"))
_SOFT = str.maketrans("", "", "aeiouyhw")


class Offices:
    """Positions as other sources print them, by the office that they are."""

    def __init__(self, table: Path) -> None:
        with table.open(encoding="utf-8", newline="") as lines:
            plain = (line for line in lines if line.strip() and not line.startswith("#"))
            rows = list(csv.DictReader(plain, delimiter="\t", quoting=csv.QUOTE_NONE))
        self._forms = {r["office"]: (re.compile(r["is"]), re.compile(r["not"] or "(?!)")) for r in rows}

    def match(self, office: str, title: str, position: str) -> bool:
        """Whether a position, or one of several that are joined in it, is the office of that title."""
        parts = [p.strip() for p in re.split(r"&|;|, (?=minister|president|prime)|/", position.lower())]
        if office == "ambassador":
            return _posted(title, position.lower())
        if form := self._forms.get(office):
            return any(form[0].search(p) and not form[1].search(p) for p in parts)
        return any(_worded(title.lower(), p) for p in parts)


def _posted(title: str, position: str) -> bool:
    to = re.sub(r".*\bambassador to (the )?", "", title.lower())
    _, found, post = position.rpartition("ambassador to")
    return bool(found) and bool(re.search(_PLACES.get(to) or rf"\b{re.escape(to)}\b", post))


def _worded(title: str, position: str) -> bool:
    """Whether all words of the title that tell something are in the position."""
    words = [w for w in re.findall(r"[a-z]+", title) if w not in _SMALL]
    lesser = bool(_LESSER.search(title)) == bool(_LESSER.search(position))
    return bool(words) and lesser and "minist" in title and "minist" in position and all(w[:6] in position for w in words)


def same_person(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one of our names of somebody is one of theirs."""
    others = list(theirs)
    return any(_same(a, b) for a in ours for b in others)


@lru_cache(maxsize=1 << 20)
def _same(a: str, b: str) -> bool:
    mine, its = tokens(a), tokens(b)
    if not mine or not its:
        return False
    if "".join(mine) == "".join(its) or sorted(mine) == sorted(its):
        return True
    short, long = sorted((mine, its), key=len)
    hits = _hits(short, long)
    if len(short) == 1:
        return hits == 1 and len(short[0]) > 3 and len(long) == 1
    ends = _close(mine[-1], its[-1]) and _close(mine[0], its[0]) and min(len(mine[-1]), len(mine[0])) > 3
    return hits == len(short) or (hits >= 2 and hits == len(short) - 1 and ends)


def _hits(short: Iterable[str], long: Iterable[str]) -> int:
    left = list(long)
    for word in short:
        if found := next((w for w in left if _close(word, w)), None):
            left.remove(found)
    return len(list(long)) - len(left)


@lru_cache(maxsize=1 << 14)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name without titles and articles, hyphened ones as one, in plain letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’`\x00-\x1f-]", "", _PARTICLES.sub("", _SERVANT.sub("", re.sub(r"\(.*?\)", " ", plain))))
    words = re.findall(r"[a-z]+", plain)
    return tuple(w for w in words if w not in _TITLES and (len(w) > 1 or len(words) < 3))


@lru_cache(maxsize=1 << 20)
def _close(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or 4 * abs(len(a) - len(b)) > max(len(a), len(b)) or _skeleton(a)[:1] != _skeleton(b)[:1]:
        return False
    bones = _skeleton(a)
    return (len(bones) > 1 and bones == _skeleton(b)) or difflib.SequenceMatcher(None, a, b).ratio() >= 0.78


@lru_cache(maxsize=1 << 14)
def _skeleton(word: str) -> str:
    """The consonants of a word, those alike that transliterations mix up, after its first letter."""
    for written, plain in _LETTERS:
        word = word.replace(written, plain)
    first = "a" if word[:1] in "aeiou" else word[:1]
    return re.sub(r"(.)\1+", r"\1", first + word[1:].translate(_SOFT))
