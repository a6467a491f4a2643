"""What an expression of time is read against: the day of publication, the date told last, the tense of its clause."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from detente.lexicon.calendar import Calendar
from detente.nlp.parse import Parse
from detente.nlp.tense import Tense, tense
from detente.reading import Timex
from detente.records import Precision


class Focus(msgspec.Struct, frozen=True):
    """A date that the text gave: its first day and precision, where, and whether its year was said."""

    day: date
    precision: Precision
    sentence: int
    paragraph: int
    said: bool


class Frame:
    """The moving point of view while an article is read from the top. `missing` counts what had no day to count from."""

    def __init__(self, parse: Parse, calendar: Calendar, published: date | None) -> None:
        self.parse, self.calendar, self.published = parse, calendar, published
        self.focus: Focus | None = None
        self.main: Focus | None = None
        """The date told last that was no look back ("had met in June")."""
        self.at = 0
        self.missing = 0
        self.paragraph = 0
        self.sentence = 0
        self.history = published is not None and _is_history(parse, published.year)

    def word(self, token: int) -> str:
        """The token's word in lower case."""
        return self.parse.lower[token]

    def before(self, token: int, steps: int = 1) -> str:
        """The word some steps before a token in its paragraph, empty at its begin."""
        at = token - steps
        return self.parse.lower[at] if at >= self.parse.paragraphs[self.paragraph][0] else ""

    def after(self, token: int) -> str:
        """The word of a token if it is in the same paragraph, else empty."""
        return self.parse.lower[token] if token < self.parse.paragraphs[self.paragraph][1] else ""

    def number(self, token: int) -> float | None:
        """What a number word or numeral says; None where it is vague."""
        word = self.parse.lower[token]
        text = self.calendar.values.get(word) or word.rstrip("stndrh").replace(",", "").rstrip("'")
        try:
            return float(text)
        except ValueError:
            return None

    def value(self, token: int) -> str:
        """What the table says of a word."""
        return self.calendar.values.get(self.parse.lower[token], "")

    def see(self, timex: Timex) -> None:
        """Let a date become the one told last."""
        if timex.type in ("date", "time") and timex.start and timex.end and timex.value and timex.value[0].isdigit():
            year = str(timex.value)[:4]
            said = year.isdigit() and (year in self.parse.lower[timex.first : timex.last] or self.told_year() is not None)
            sentence = self.parse.sentence_of[timex.first]
            self.focus = Focus(date.fromisoformat(timex.start), timex.precision, sentence, self.paragraph, said)
            self.main = self.main if self.main and looks_back(self.parse, timex.first) else self.focus

    def counted_from(self) -> Focus | None:
        """The date told last; a look back ("had left a week earlier") counts only for what is looked back on too."""
        main, last = self.main, self.focus
        if main is last or main is None or main.precision != "day" or self.paragraph - main.paragraph > 1:
            return last
        return last if looks_back(self.parse, self.at) else main

    def anchor(self) -> date | None:
        """The day that "the next day" counts from: the date told last, else the day of publication."""
        focus = self.counted_from()
        return focus.day if focus else self.published

    def near_day(self) -> date | None:
        """The day that the same paragraph told before, if it is of the news."""
        focus = self.counted_from()
        if focus is None or focus.paragraph != self.paragraph or focus.precision != "day":
            return None
        return None if self.published and abs((self.published - focus.day).days) > RECENT else focus.day

    def told_year(self) -> int | None:
        """The year that a bare month or day belongs to, where the story is of another time than the news."""
        focus = self.focus
        if focus is None or not focus.said:
            return None
        if self.published is None or self.history:
            return focus.day.year
        beside = focus.sentence == self.sentence or (focus.paragraph == self.paragraph and focus.sentence == self.sentence - 1)
        near = beside and focus.precision in ("day", "month")
        return focus.day.year if near and self.published.year - focus.day.year >= 2 else None

    def tense(self, token: int) -> Tense:
        """The tense of the clause that a token stands in."""
        return tense(self.parse, token)

    def puts_off(self, token: int) -> bool:
        """Whether a day is the one to which something is put off ("postponed from Monday to Thursday")."""
        return self.before(token) == "to" and any(self.parse.lemma[a] in PUT_OFF for a in self.parse.ancestors(token))

    def looks_ahead(self, token: int) -> bool:
        """Whether a bare day or month lies ahead: by the tense of its clause, or by "until" or "since" before it."""
        low = self.parse.paragraphs[self.paragraph][0]
        if self.puts_off(token):
            return True
        lead = next((w for w in (self.before(token, k) for k in (1, 2)) if w in ("since", "until", "till")), "") if token > low else ""
        return (lead in ("until", "till") and self.tense(token) != "past") or (lead != "since" and self.tense(token) == "future")

    # -- years and days that the words leave out ------------------------------------------------------------------

    def infer(self, month: int, day: int | None, token: int) -> int | None:
        """The year of a month (and day) without one."""
        if (year := self.told_year()) is not None and (self.history or self.published is None or not self.looks_ahead(token)):
            turned = self.focus is not None and self.focus.precision != "year" and self.focus.day.month >= 9 and month <= 4
            return year + turned
        now = self.published
        if now is None:
            return None
        ahead = self.looks_ahead(token)
        here = (month, day or now.day) if month == now.month else (month, day or 1)
        at = (now.month, now.day)
        if ahead:
            return now.year if here >= at else self._near(now, month, day)
        return now.year if here <= at else self._recent(now, month, day)

    def _recent(self, now: date, month: int, day: int | None) -> int:
        """Past: last year, unless the day is days away only (a misread tense)."""
        first = make(now.year, month, day or 1)
        return now.year if first and 0 < (first - now).days <= 12 else now.year - 1

    def _near(self, now: date, month: int, day: int | None) -> int:
        """Future: next year, unless the day has just passed (a misread tense)."""
        first = make(now.year, month, day or 1)
        return now.year if first and (now - first).days <= 75 else now.year + 1

    def weekday(self, weekday: int, token: int) -> date | None:
        """The day that a bare weekday means: the last one up to the day of publication, or the next one where the clause looks ahead."""
        if self.published is None:
            return None
        ahead = (weekday - self.published.isoweekday()) % 7
        if self.looks_ahead(token):
            return self.published + timedelta(ahead)
        return self.published - timedelta((-ahead) % 7)


PUT_OFF = frozenset({"postpone", "reschedule", "delay", "defer", "adjourn"})
"""What is "postponed to Thursday" lies ahead, though the putting off is told as past."""
RECENT = 60
"""Days that lie near the news."""


def looks_back(parse: Parse, token: int) -> bool:
    """Whether the clause of a token is in the pluperfect ("had met in June")."""
    for at in (token, *parse.ancestors(token)):
        if parse.tag[at][0] == "V":
            return any(
                parse.lower[k] in ("had", "'d") for k in parse.kids[at] if parse.dep[k] in ("aux", "auxpass") and parse.tag[k] == "VBD"
            )
    return False


def _is_history(parse: Parse, now: int) -> bool:
    """Whether a text is of the past as a whole: most of the years that it names lie well before its publication."""
    years = [int(w) for w in parse.lower if len(w) == 4 and w.isdecimal() and w[:2] in _CENTURIES]
    old = sum(y < now - 1 for y in years)
    return old >= 8 and old >= 4 * (len(years) - old) and old * 250 >= len(parse)


_CENTURIES = frozenset(("15", "16", "17", "18", "19", "20"))


def make(year: int, month: int, day: int) -> date | None:
    """A day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def add_months(day: date, months: int) -> date:
    """The day some months later or earlier, at latest the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), month_end(year, month + 1))
