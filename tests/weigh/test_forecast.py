"""The other models on a case: points where all is known, ranges else, and a reason where there is no answer."""

from __future__ import annotations

import pytest

from detente.weigh import forecast, nash, sample, setting
from detente.weigh.case import Issue
from detente.weigh.sensitivity import Range
from tests.weigh.files import BLANK, STATED, case, party, scale

DRAWS = 50
WALK = "[issue.disagreement]\nat = 'at {}'\ncost = {}\n"


def issue(text: str) -> tuple[setting.Setting, Issue]:
    found = case(text).issues[0]
    return setting.build(found), found


def test_draws_respect_the_order_and_are_the_same_for_the_same_seed() -> None:
    game, _ = issue(BLANK)
    one, two = sample.take(game, DRAWS, 3), sample.take(game, DRAWS, 3)
    assert all(a.tobytes() == b.tobytes() for a, b in zip(one.draws, two.draws, strict=True))
    assert bool((one.edges[:, 1:] >= one.edges[:, :-1]).all())
    assert set(one.draws.positions[:, 0]) == {0.0}
    assert set(one.draws.positions[:, 2]) == {100.0}
    assert len(set(one.draws.positions[:, 1])) == DRAWS


def test_nothing_open_is_one_game() -> None:
    game, _ = issue(STATED)
    (one,) = [g for g, _ in sample.games(game, DRAWS, 1)]
    assert [p.position for p in one.players] == [0, 40, 100]


def test_a_move_that_no_input_can_turn_goes_one_way() -> None:
    game, _ = issue(BLANK)
    found = sample.mean_deltas(game.without("South"), game, DRAWS, 1)
    assert found is not None
    assert found.low >= 0


def test_the_challenge_model_always_comes_in_both_variants() -> None:
    for text in (BLANK, STATED):
        game, found = issue(text)
        assert [f.model for f in forecast.run(game, found, "challenge", draws=DRAWS, seed=1)] == ["scholz2011-code", "scholz2011-literal"]
    known, blank = (forecast.paths(issue(text)[0], DRAWS, 1) for text in (STATED, BLANK))
    assert {name for name, _ in known[0].parties} == {"North", "China", "South"}
    assert blank[0].parties == ()
    assert all(len(p.medians) == forecast.ROUNDS + 1 for p in (*known, *blank))


def test_without_a_disagreement_point_there_is_no_bargain_and_no_zone() -> None:
    game, found = issue(BLANK)
    (made,) = forecast.run(game, found, "nash", draws=DRAWS, seed=1)
    assert made.at is None
    assert "[issue.disagreement]" in made.note
    assert forecast.talks(game, found, DRAWS, 1) is None


def test_where_somebody_is_content_there_is_no_zone_in_any_game() -> None:
    game, found = issue(BLANK + WALK.format("A", 0))
    talks = forecast.talks(game, found, DRAWS, 1)
    assert talks is not None
    assert (talks.found, talks.zone, talks.walks) == ("none", None, ("North",))
    (made,) = forecast.run(game, found, "nash", draws=DRAWS, seed=1)
    assert (made.at, made.note) == (None, "no agreement zone")


def test_the_cost_of_a_breakdown_opens_a_zone() -> None:
    game, found = issue(STATED + WALK.format("A", 10))
    talks = forecast.talks(game, found, DRAWS, 1)
    assert talks is not None
    assert (talks.found, talks.zone) == ("all", Range(0, 10))
    (made,) = forecast.run(game, found, "nash", draws=DRAWS, seed=1)
    (one,) = [g for g, _ in sample.games(game, 1, 1)]
    assert made.at is not None
    assert made.at.low == made.at.high == pytest.approx(nash.solve(one, 0, 10, utility="linear").position)


def test_power_only_under_a_stated_rule() -> None:
    _, found = issue(STATED)
    assert "no rule of decision" in str(forecast.powers(found))
    _, ruled = issue(STATED + "[issue.rule]\nquota = 2\nvotes = [{party = 'North', votes = 2}, {party = 'China', votes = 1}]\n")
    made = forecast.powers(ruled)
    assert not isinstance(made, str)
    assert [p.shapley_shubik for p in made] == [1, 0]
    _, all_of = issue(STATED + "[issue.rule]\n")
    unanimous = forecast.powers(all_of)
    assert not isinstance(unanimous, str)
    assert [p.shapley_shubik for p in unanimous] == [pytest.approx(1 / 3)] * 3


def two_issues(known: bool) -> list[setting.Setting]:
    """The case of test_exchange: North cares for the second, South for the first."""
    texts = (
        scale(0, 50, 100) + party("North", "at A", 20 if known else None) + party("South", "at C", 80 if known else None),
        scale(0, 50, 100) + party("North", "at C", 80 if known else None) + party("South", "at A", 20 if known else None),
    )
    return [setting.build(case(text.replace('"steps"', f'"{name}"')).issues[0]) for name, text in zip("ab", texts, strict=True)]


def test_exchanges_between_two_issues() -> None:
    made = forecast.trades(two_issues(known=True), DRAWS, 1)
    assert [(t.i, t.gives, t.j, t.takes) for t in made.trades] == [("North", "a", "South", "b")]
    assert dict(made.before)["a"] == Range(80, 80)
    blank = forecast.trades(two_issues(known=False), DRAWS, 1)
    assert (blank.trades, bool(blank.after), "not stated" in blank.note) == ((), True, True)
    assert "two issues" in forecast.trades(two_issues(known=True)[:1], DRAWS, 1).note


@pytest.mark.parametrize(
    "text", [scale(), "[[issue]]\nname = 'x'\n", scale() + party("North", "at A", 0), scale() + party("North", "at A")]
)
@pytest.mark.parametrize("model", ["nash", "challenge", "condorcet"])
def test_degenerate_games_give_a_stated_result(text: str, model: forecast.Model) -> None:
    game, found = issue(text)
    assert all(f.at or f.note for f in forecast.run(game, found, model, draws=5, seed=1))
    forecast.paths(game, 5, 1)
