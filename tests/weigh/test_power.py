"""Power indices of bodies whose numbers are published."""

from __future__ import annotations

import pytest

from detente.errors import InputError
from detente.weigh import power

COUNCIL = [(f"permanent {n}", 7) for n in range(5)] + [(f"elected {n}", 1) for n in range(10)]
SIX = [("DE", 4), ("FR", 4), ("IT", 4), ("BE", 2), ("NL", 2), ("LU", 1)]


def test_the_security_council() -> None:
    made = power.indices(COUNCIL, 39)
    assert made[0].shapley_shubik == pytest.approx(0.196270, abs=1e-6)
    assert made[-1].shapley_shubik == pytest.approx(4 / 2145, abs=1e-12)
    assert (made[0].banzhaf, made[-1].banzhaf) == pytest.approx((0.1669, 0.0165), abs=5e-5)


def test_the_six_of_1958() -> None:
    made = {p.name: p for p in power.indices(SIX, 12)}
    assert [made[n].shapley_shubik for n in ("DE", "BE", "LU")] == pytest.approx([0.233333, 0.15, 0], abs=1e-6)
    assert [made[n].banzhaf for n in ("DE", "BE", "LU")] == pytest.approx([0.238095, 0.142857, 0], abs=1e-6)
    assert made["DE"].penrose == pytest.approx(0.3125)


def test_shares_add_up_to_one() -> None:
    made = power.indices(SIX, 9)
    assert sum(p.shapley_shubik for p in made) == pytest.approx(1)
    assert sum(p.banzhaf for p in made) == pytest.approx(1)


def test_under_unanimity_influence_does_not_matter() -> None:
    by_rule = power.indices(SIX, sum(v for _, v in SIX))
    assert [p.shapley_shubik for p in by_rule] == pytest.approx([p.shapley_shubik for p in power.unanimity([n for n, _ in SIX])])


@pytest.mark.parametrize("quota", [0, 18])
def test_a_quota_that_decides_nothing_is_refused(quota: int) -> None:
    with pytest.raises(InputError, match="quota"):
        power.indices(SIX, quota)
