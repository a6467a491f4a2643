"""Everything that a case answers, as values: the terminal, the page and JSON show the same."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.errors import InputError
from detente.weigh import compromise, forecast, outcome, sample, scenario, setting, turning
from detente.weigh.case import Case, Issue, Party, Stand
from detente.weigh.coders import Difference
from detente.weigh.compromise import Leverage
from detente.weigh.forecast import Forecast, Model, Path, Talks, Trades
from detente.weigh.outcome import Delta, Outcome
from detente.weigh.power import Power
from detente.weigh.scenario import Asked, Scenario
from detente.weigh.sensitivity import Range, Swing
from detente.weigh.setting import Setting
from detente.weigh.swings import tornado
from detente.weigh.turning import Gain, Need, Turn

DRAWS, SEED = 1000, 1


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is asked for besides what every run tells. `reach`: "X: B", what would X need for the middle to be at B."""

    asked: Asked = Asked()
    reach: tuple[str, ...] = ()
    gains: bool = False
    models: tuple[Model, ...] = ()
    draws: int = DRAWS
    seed: int = SEED


class Left(msgspec.Struct, frozen=True):
    """The outcome when a party or an article is left out; `gone`: who can then not be placed any more."""

    name: str
    outcome: Outcome
    delta: Delta | None
    gone: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """The outcome under a question, and by how much the mean moves: exact on the basis, and at most over all that is left open."""

    title: str
    setting: Setting
    outcome: Outcome
    delta: Delta | None
    widest: Range | None
    models: tuple[Forecast, ...] = ()
    talks: Talks | None = None


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """One issue with all that follows from it."""

    issue: Issue
    setting: Setting
    outcome: Outcome
    equal: tuple[tuple[str, Outcome], ...]
    without: tuple[Left, ...]
    without_article: tuple[Left, ...]
    turns: tuple[Turn, ...]
    tornado: tuple[Swing, ...]
    leverage: tuple[Leverage, ...]
    answers: tuple[Answer, ...] = ()
    needs: tuple[Need, ...] = ()
    gains: tuple[Gain, ...] | None = None
    models: tuple[Forecast, ...] = ()
    paths: tuple[Path, ...] = ()
    talks: Talks | None = None
    power: tuple[Power, ...] | str | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A case weighed; `coders`: where a second coder of the same case differs, and what that does."""

    case: Case
    wanted: Wanted
    issues: tuple[Weighed, ...]
    trades: Trades | None = None
    coders: tuple[Difference, ...] | None = None


def weigh(case: Case, wanted: Wanted) -> Result:
    """The result of a case. Raises InputError for a question that fits no issue of it."""
    scenarios = scenario.read(wanted.asked)
    _answerable(case.issues, scenarios)
    issues = tuple(_weighed(case, issue, scenarios, wanted) for issue in case.issues)
    if missing := [words for words in wanted.reach if not any(_needs(w.issue, w.setting, (words,)) for w in issues)]:
        raise InputError(f'--reach {missing[0]!r}: "X: B", for a party that is placed and an anchor')
    traded = forecast.trades([w.setting for w in issues], wanted.draws, wanted.seed) if "exchange" in wanted.models else None
    return Result(case=case, wanted=wanted, issues=issues, trades=traded)


def _answerable(issues: Sequence[Issue], scenarios: Sequence[Scenario]) -> None:
    for one in scenarios:
        errors = [error for issue in issues if isinstance(error := _changed(issue, one), InputError)]
        if errors and len(errors) == len(issues):
            raise errors[0]


def _changed(issue: Issue, one: Scenario) -> Issue | InputError:
    """The issue as a question changes it, or why the question does not fit it."""
    try:
        changed = one.change(issue)
        for party in changed.parties:
            changed.place(party)
    except InputError as error:
        return error
    return changed


def _weighed(case: Case, issue: Issue, scenarios: Sequence[Scenario], wanted: Wanted) -> Weighed:
    game = setting.build(issue)
    footing = game.footing()
    played = turning.as_game(footing)
    ran = forecasts(issue, game, wanted)
    return Weighed(
        issue=issue,
        setting=game,
        outcome=outcome.find(game),
        equal=_equal(game),
        without=tuple(_left(game, s.name, game.without(s.name)) for s in game.seats),
        without_article=_articles(case, issue, game),
        turns=turning.turns(footing),
        tornado=tornado(game),
        leverage=compromise.leverage(played) if played else (),
        answers=tuple(_answer(issue, game, s, wanted) for s in scenarios if isinstance(_changed(issue, s), Issue)),
        needs=_needs(issue, game, wanted.reach),
        gains=turning.gains(game) if wanted.gains else None,
        models=ran,
        paths=forecast.paths(game, wanted.draws, wanted.seed) if "challenge" in wanted.models else (),
        talks=forecast.talks(game, issue, wanted.draws, wanted.seed),
        power=forecast.powers(issue) if "power" in wanted.models else None,
    )


def _equal(game: Setting) -> tuple[tuple[str, Outcome], ...]:
    """The outcome with influence, salience or both alike, where the result rests on other weights."""
    if game.grounds == "equal weights":
        return ()
    levelled = (("equal influence", game.level("influence")), ("equal salience", game.level("salience")), ("equal weights", game.equal()))
    return tuple((name, outcome.find(one)) for name, one in levelled)


def forecasts(issue: Issue, game: Setting, wanted: Wanted) -> tuple[Forecast, ...]:
    """All models of one issue that are asked for."""
    return tuple(f for m in wanted.models for f in forecast.run(game, issue, m, draws=wanted.draws, seed=wanted.seed))


def _left(before: Setting, name: str, after: Setting, gone: tuple[str, ...] = ()) -> Left:
    return Left(name, outcome.find(after), outcome.moved(before, after), gone)


def _articles(case: Case, issue: Issue, game: Setting) -> tuple[Left, ...]:
    """Each article left out in turn: who is placed by nothing else is then "not stated"."""
    if len(case.articles) < 2:
        return ()
    made = []
    for article in case.articles:
        dropped = frozenset(e.id for e in case.evidence if e.article == article.id)
        parties = tuple(_unread(p, dropped) for p in issue.parties)
        after = setting.build(msgspec.structs.replace(issue, parties=parties))
        gone = tuple(s.name for s in game.seats if s.name in after.absent)
        if gone:
            name = " ".join(filter(None, (article.outlet or article.title or article.id, article.published)))
            made.append(_left(game, name, after, gone))
    return tuple(made)


def _unread(party: Party, dropped: frozenset[str]) -> Party:
    """A party without some evidence; what an analyst or a series says stays."""
    cell = party.position
    if cell.status in ("analyst", "external") or not cell.evidence or not dropped.issuperset(cell.evidence):
        return party
    return msgspec.structs.replace(party, position=Stand())


def _answer(issue: Issue, before: Setting, one: Scenario, wanted: Wanted) -> Answer:
    changed = one.change(issue)
    after = setting.build(changed)
    widest = sample.mean_deltas(before, after, wanted.draws, wanted.seed)
    moved = outcome.moved(before, after)
    return Answer(
        one.title, after, outcome.find(after), moved, widest, forecasts(changed, after, wanted),
        forecast.talks(after, changed, wanted.draws, wanted.seed),
    )  # fmt: skip


def _needs(issue: Issue, game: Setting, reach: Sequence[str]) -> tuple[Need, ...]:
    """What parties need, for those questions that fit this issue."""
    made = []
    for words in reach:
        name, _, anchor = words.rpartition(":")
        party = scenario.named(issue, name.strip())
        ids = [label.casefold() for label in issue.labels]
        at = anchor.strip().casefold().removeprefix("at ")
        if party and at in ids and any(s.name == party.name for s in game.seats):
            made.append(turning.need(game, party.name, 2 * (ids.index(at) + 1)))
    return tuple(made)
