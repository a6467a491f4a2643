"""When an agreement was made: from the setting of the deed that made it, or an expression of time beside it."""

from __future__ import annotations

import msgspec

from detente.nlp.parse import Parse
from detente.reading import Deed, Retelling, Timex
from detente.records import Article, Factuality, When


class Days:
    """The times of an article by token, and the deeds by trigger."""

    def __init__(
        self, article: Article, parse: Parse, times: tuple[Timex, ...], deeds: tuple[Deed, ...], retellings: tuple[Retelling, ...]
    ) -> None:
        self.article = article
        self.parse = parse
        self.at = {token: t for t in times if (t.start or t.end) and t.type in ("date", "time") for token in range(t.first, t.last)}
        line, _, rest = article.text.partition("\n")
        self.headline = len(line) if rest and not line.rstrip().endswith((".", "?", "!", "”", '"')) else 0
        self.deeds = {d.trigger: d for d in deeds}
        self.settings = {d.trigger: r.setting for d, r in zip(deeds, retellings, strict=False)}

    def in_headline(self, token: int) -> bool:
        """Whether a token stands in a first line that is no sentence."""
        return self.parse.end[token] <= self.headline

    def factuality(self, verb: int | None) -> Factuality | None:
        """Whether the deed of a verb happened, where it is one."""
        deed = self.deeds.get(verb) if verb is not None else None
        return deed.factuality if deed else None

    def of_noun(self, noun: int) -> When | None:
        """A time inside the noun phrase, before any clause: "the 2015 accord", "the agreement of Oct. 4"."""
        first, last = self.parse.left[noun], self.parse.right[noun]
        for kid in self.parse.kids[noun]:
            if kid > noun and self.parse.dep[kid] in ("relcl", "acl", "appos", "conj", "punct"):
                last = min(last, self.parse.left[kid])
        return self._within(first, last)

    def of_verb(self, verb: int) -> When | None:
        """The day of the deed, else a time in its own clause."""
        if self.parse.dep[verb] == "relcl" and (timex := self.at.get(self.parse.head[verb])) and (when := self._whole(timex)):
            return when  # "in 1994, when …", also where the time itself is open: "until 1994, when …"
        setting = self.settings.get(verb)
        if setting is not None and setting.when is not None:
            return setting.when
        for kid in self.parse.kids[verb]:
            beside = self.parse.dep[kid] in ("prep", "npadvmod", "tmod", "advmod", "pobj", "nmod")
            if beside and (found := self._within(self.parse.left[kid], self.parse.right[kid])):
                return found
        return None

    def _within(self, first: int, last: int) -> When | None:
        for token in range(first, last):
            if (timex := self.at.get(token)) and timex.last <= last and timex.start and timex.end:
                return self.when(timex)
        return None

    def _whole(self, timex: Timex) -> When | None:
        """The interval that the time itself names, without "until" or "since"."""
        value = timex.value or ""
        if timex.start and timex.end:
            return self.when(timex)
        if len(value) == 4 and value.isdigit():
            return self.when(msgspec.structs.replace(timex, start=f"{value}-01-01", end=f"{value}-12-31", precision="year"))
        return self.when(msgspec.structs.replace(timex, start=value, end=value)) if len(value) == 10 else None

    def when(self, timex: Timex) -> When:
        """The interval of an expression of time."""
        a, b = self.parse.start[timex.first], self.parse.end[timex.last - 1]
        return When(timex.start, timex.end, timex.precision, "stated" if timex.basis == "stated" else "relative", self.article.text[a:b])
