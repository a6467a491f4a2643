"""Holds the gazetteer's dated offices against the shared facts about office-holders.

    python -m eval.gazetteer --shared FOLDER [--tolerance 31] [--lag 200] [--list]

A fact covers a row where country, office and person are the same and the times touch. Facts with begin and end (Wikidata, lists of
rulers) must have the row's dates, within `--tolerance` days beyond what the precision of either date leaves open; terms that follow one
another count as one. Only where there are none are the monthly lists of 2003-2011 and the list of June 2019 asked, which lag: `--lag`
days. A row that differs has to say why, in a note that has "differs: ". Exit code 1 where one does not; 2 where the facts are not there.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from detente.lexicon.shelf import OURS
from eval.gazetteer_names import Offices, same_person

TOLERANCE = 31
"""Days by which a begin or end may differ: an oath after an election, a hand-over, an acting month."""
LAG = 200
"""Days by which lists that come out monthly, with gaps, may lag behind."""
NEAR = 400
"""Days within which a fact that does not overlap is still about the row."""
ALWAYS, NEVER = date.min.toordinal(), date.max.toordinal()
CODES = {"AIA": ("AIA", "AFG"), "TMP": ("TLS",), "KSV": ("XKX",), "ROM": ("ROU",), "ZAR": ("COD",), "YUG": ("YUG", "SCG", "SRB")}
"""Codes of the facts that are of other countries in the gazetteer."""
FORMER = {"state:sun": "SUN", "state:yug": "YUG", "state:csk": "CSK"}
PRESENT = "2026-08-22"
"""The last day that the facts know of; an end after it is a plan."""
REASON = "differs: "
"""What a note has before the reason why the row is not as the facts are."""
WORDS = ("agree", "differ with a note", "differ without a note", "not covered")
Span = tuple[int, int, int, int]
"""Earliest and latest first day, earliest and latest last day, as ordinals."""


class Fact(msgspec.Struct, frozen=True):
    """One line of the shared facts."""

    source: str
    country: str | None
    position: str | None
    person: str | None
    start: str | None = None
    end: str | None = None
    qid: str | None = None
    aliases: list[str] | None = None
    as_of: str | None = None
    open_as_of: str | None = None

    @property
    def dated(self) -> bool:
        """Whether its begin and end are days of the office, not of a list."""
        return bool(self.start) and "2003-2011" not in self.source

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the person."""
        return (self.person or "", *(self.aliases or ()))


class Row(msgspec.Struct, frozen=True):
    """One line of `roles`, with its file and the names and item of its person."""

    file: str
    person: str
    title: str
    office: str
    of: str
    since: str
    until: str
    note: str
    names: tuple[str, ...]
    qid: str

    def __str__(self) -> str:
        return f"{self.person} {self.title} {self.of} {self.since}..{self.until}"


@dataclass(frozen=True)
class Verdict:
    """What the facts say of a row: one of WORDS, and the fact that decided."""

    row: Row
    word: str
    fact: Fact | None = None


def bounds(day: str | None) -> tuple[int, int]:
    """First and last ordinal that a date of any precision may mean; all days for an unknown one."""
    if not day or day == "?":
        return ALWAYS, NEVER
    parts = [int(p) for p in day.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 0
    if len(parts) > 2:
        exact = date(year, month, 1).toordinal() + parts[2] - 1
        return exact, exact
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return date(year, month or 1, 1).toordinal(), after.toordinal() - 1


def span(since: str | None, until: str | None, *, still: int = NEVER) -> Span:
    """The days of a term; one without an end goes on at least to `still`."""
    return (*bounds(since), *(bounds(until) if until else (still, NEVER)))


def known(fact: Fact, still: str) -> Span:
    """The days of a fact: a day seen, or begin and end; one without an end holds up to `still`."""
    if fact.as_of and not fact.start:
        return span(fact.as_of, fact.as_of)
    last = fact.as_of or (max(still, fact.start or "") if fact.dated else fact.start)
    return span(fact.start, None if fact.end and fact.end > PRESENT else fact.end, still=bounds(last)[1] if last else ALWAYS)


def horizons(facts: Iterable[Fact]) -> dict[tuple[str, str | None], str]:
    """For each source and country the day up to which its open rows are sure to hold: the last change that it knows of."""
    last: dict[tuple[str, str | None], str] = {}
    for fact in facts:
        if fact.dated:
            key = fact.source, fact.country
            last[key] = max(last.get(key, ""), *(d for d in (fact.start, fact.end) if d and d <= PRESENT))
    return last


def gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Days between two stretches; 0 where they touch."""
    return max(0, a[0] - b[1], b[0] - a[1])


def apart(a: Span, b: Span) -> int:
    """Days between two terms; negative where they share more than a day."""
    return max(a[0] - b[3], b[0] - a[3])


def runs(terms: Iterable[Span], slack: int) -> Iterator[Span]:
    """Every term, and every run of terms that follow one another."""
    ordered = sorted(set(terms))
    for i, (low, high, *_) in enumerate(ordered):
        early, late = ordered[i][2:]
        yield low, high, early, late
        for later in ordered[i + 1 :]:
            if later[0] - late > slack:
                break
            early, late = max(early, later[2]), max(late, later[3])
            yield low, high, early, late


class Checker:
    """The facts by country, and the rows by person and office, to judge one row after the other."""

    def __init__(self, facts: Sequence[Fact], rows: Iterable[Row], places: Mapping[str, str], *, tolerance: int, lag: int) -> None:
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        self._rows: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
        self._offices = Offices(Path(__file__).with_name("gazetteer_offices.tsv"))
        self._still = horizons(facts)
        self._places, self._tolerance, self._lag = places, tolerance, lag
        for fact in facts:
            for code in CODES.get(fact.country or "INT", (fact.country or "INT",)):
                self._facts[code].append(fact)
        for row in rows:
            self._rows[row.person, row.office, row.of].append(span(row.since, row.until))

    def judge(self, row: Row) -> Verdict:
        """Whether the facts about the row's person in the row's office have its dates."""
        about = [f for f in self._about(row) if self._touches(row, f)]
        dated = [f for f in about if f.dated]
        if not about:
            return Verdict(row, "not covered")
        wrong = self._differing(row, dated) if dated else self._unlisted(row, about)
        if wrong is None:
            return Verdict(row, "agree", (dated or about)[0])
        return Verdict(row, "differ with a note" if REASON in row.note else "differ without a note", wrong)

    def _about(self, row: Row) -> list[Fact]:
        facts = self._facts.get(self._places.get(row.of, row.of), ())
        fit = [f for f in facts if f.position and self._offices.match(row.office, row.title, f.position)]
        return [f for f in fit if (f.qid == row.qid if f.qid and row.qid else same_person(row.names, f.names))]

    def _known(self, fact: Fact) -> Span:
        return known(fact, self._still.get((fact.source, fact.country), ""))

    def _own(self, row: Row) -> list[Span]:
        return self._rows[row.person, row.office, row.of]

    def _touches(self, row: Row, fact: Fact) -> bool:
        """Whether a fact is about this term: it overlaps, or is near and no other row of the same office overlaps it."""
        own, its = span(row.since, row.until), self._known(fact)
        sure = (*its[:2], its[2], its[3] if fact.end else its[2])
        if apart(own, sure) < 0 or (own[0] <= its[0] and its[3] <= own[3]):
            return True
        near = apart(own, sure) <= NEAR
        return near and not any(apart(other, sure) < 0 for other in self._own(row) if other != own)

    def _differing(self, row: Row, facts: Sequence[Fact]) -> Fact | None:
        """A fact of the first source whose terms are not the row's, or None."""
        own = span(row.since, row.until)
        mine = [t for t in runs(self._own(row), self._tolerance) if t[0] <= own[0] and own[3] <= t[3]]
        for source in sorted({f.source for f in facts}):
            its = [f for f in facts if f.source == source]
            theirs = list(runs((self._known(f) for f in its), self._tolerance))
            if not any(self._equal(a, b) for a in mine for b in theirs):
                return min(its, key=lambda f: abs(self._known(f)[0] - own[0]) + abs(self._known(f)[3] - own[3]))
        return None

    def _equal(self, mine: Span, theirs: Span) -> bool:
        return gap(mine[:2], theirs[:2]) <= self._tolerance and gap(mine[2:], theirs[2:]) <= self._tolerance

    def _unlisted(self, row: Row, facts: Sequence[Fact]) -> Fact | None:
        """A fact of a list that has the person in office outside of the row's time and of its neighbours, or None.

        Several positions joined in one fact share their times, so that one that fits is enough.
        """
        terms = list(runs(self._own(row), self._lag))
        outside = [f for f in facts if not any(self._within(self._known(f), t) for t in terms)]
        joined = all("&" in (f.position or "") for f in outside)
        return outside[0] if outside and not (joined and len(outside) < len(facts)) else None

    def _within(self, its: Span, mine: Span) -> bool:
        first, last = its[0] if its[0] > ALWAYS else its[2], its[2] if its[2] < NEVER else its[1]
        return mine[0] - self._lag <= first and last <= mine[3] + self._lag


def table(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of all tables of a folder, each with its file's name."""
    for file in sorted(folder.glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as lines:
            plain = (line for line in lines if line.strip() and not line.startswith("#"))
            for row in csv.DictReader(plain, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield file.name, row


def load(gazetteer: Path) -> tuple[list[Row], dict[str, str]]:
    """All rows of offices, and for each body and former state the code under which the facts have it."""
    people = {p["id"]: p for _, p in table(gazetteer / "people")}
    bodies = {b["id"]: b.get("country") or "INT" for folder in ("", "organisations") for _, b in table(gazetteer / folder) if "id" in b}
    places = {b: "INT" if b.startswith("igo:") else country for b, country in bodies.items()} | FORMER
    return [_row(file, r, people.get(r["person"], {})) for file, r in table(gazetteer / "roles")], places


def _row(file: str, row: Mapping[str, str], person: Mapping[str, str]) -> Row:
    names = [person.get("name", ""), *(a for a in person.get("aliases", "").split("|") if " " in a)]
    kept = {key: row[key] or "" for key in ("person", "title", "office", "of", "until", "note")}
    return Row(file=file, since=row["from"], names=tuple(names), qid=person.get("qid") or "", **kept)


def read(path: Path) -> list[Fact]:
    """The shared facts that name an office and a person."""
    facts = msgspec.json.Decoder(Fact).decode_lines(path.read_bytes())
    return [f for f in facts if f.position and f.person]


def report(verdicts: Sequence[Verdict], *, listed: bool) -> Iterator[str]:
    """Counts for each file and for all; before them, where asked, the rows that differ without a note."""
    for v in verdicts:
        if v.fact and listed and v.word == "differ without a note":
            yield f"{v.row.file}\t{v.row}\t| {v.fact.position} {v.fact.person} {v.fact.start}..{v.fact.end or v.fact.as_of} {v.fact.source}"
    yield f"{'':14}" + "".join(f"{word:>23}" for word in WORDS)
    counted = Counter((file, v.word) for v in verdicts for file in (v.row.file, "~all"))
    for file in sorted({f for f, _ in counted}):
        yield f"{file.strip('~'):14}" + "".join(f"{counted[file, word]:23}" for word in WORDS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts; the exit code says whether every row that differs has a note."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True, help="folder that holds knowledge/officeholders.jsonl")
    options.add_argument("--tolerance", type=int, default=TOLERANCE, help=f"days that dates may differ by (default {TOLERANCE})")
    options.add_argument("--lag", type=int, default=LAG, help=f"days that lists may lag behind (default {LAG})")
    options.add_argument("--list", action="store_true", help="also print the rows that differ without a note")
    args = options.parse_args(arguments)
    path = args.shared / "knowledge" / "officeholders.jsonl"
    if not path.is_file():
        sys.stderr.write(f"no facts at {path}\n")
        return 2
    rows, places = load(OURS / "gazetteer")
    checker = Checker(read(path), rows, places, tolerance=args.tolerance, lag=args.lag)
    verdicts = [checker.judge(row) for row in rows]
    sys.stdout.writelines(line + "\n" for line in report(verdicts, listed=args.list))
    return int(any(v.word == "differ without a note" for v in verdicts))


if __name__ == "__main__":
    sys.exit(main())
