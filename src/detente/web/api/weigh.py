"""What a case may be asked, and the answer: the blocks of its report with drawings, and which of its words stand in this store."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from detente.errors import InputError
from detente.web.api.asked import Name, Names, Question
from detente.web.weigh_sheets import Sheet
from detente.weigh import forecast
from detente.weigh.result import DRAWS, SEED, Wanted
from detente.weigh.scenario import Asked

MOST = 12
"""Questions at a time."""
DRAWN = 2000
"""Games drawn at most."""


class Weighing(Question, frozen=True, kw_only=True):
    """Questions to a case in the words of `detente weigh run`; without a `case` to the first."""

    case: Name | None = None
    join: Names = ()
    leave: Names = ()
    bloc: Names = ()
    shift: Names = ()
    salience: Names = ()
    influence: Names = ()
    compare: Names = ()
    reach: Names = ()
    gains: bool = False
    model: Names = ()
    draws: Annotated[int, Meta(ge=1, le=DRAWN)] = DRAWS
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = SEED

    def __post_init__(self) -> None:
        parts = (self.join, self.leave, self.bloc, self.shift, self.salience, self.influence, self.compare, self.reach)
        if sum(map(len, parts)) > MOST:
            raise InputError(f"more than {MOST} questions at a time")

    @property
    def wanted(self) -> Wanted:
        """The same as a run is asked. Raises InputError for a model that there is not."""
        asked = Asked(
            join=self.join, leave=self.leave, bloc=self.bloc, shift=self.shift, salience=self.salience, influence=self.influence,
            compare=self.compare,
        )  # fmt: skip
        return Wanted(asked=asked, reach=self.reach, gains=self.gains, models=forecast.named(self.model), draws=self.draws, seed=self.seed)


class Cited(msgspec.Struct, frozen=True):
    """Words that a cell rests on: where they are from, and whether they stand there in an article of this store."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    by: str
    source: str
    here: bool


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A case weighed. `parties`, `anchors`, `places`: what questions may name; `models`: all there are. Never a forecast."""

    case: str
    title: str
    notes: tuple[str, ...]
    issues: tuple[str, ...]
    parties: tuple[str, ...]
    anchors: tuple[str, ...]
    places: tuple[str, ...]
    models: tuple[str, ...]
    draws: int
    seed: int
    sheets: tuple[Sheet, ...]
    evidence: tuple[Cited, ...]
