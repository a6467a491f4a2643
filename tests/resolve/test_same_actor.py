"""Actors of two articles that are one, or are not."""

from detente.records import Actor
from detente.resolve.same_actor import Actors, same
from tests.resolve.told import person


def test_one_name_and_nothing_against_it_is_one_person() -> None:
    found = same(person("a", "Wu Dawei", "CHN", "vice foreign minister"), person("b", "Wu Dawei", "CHN"))
    assert found and "wu dawei" in found.reason and "CHN" in found.reason


def test_two_spellings_need_country_and_office() -> None:
    one = person("a", "Yevgeny Prigozhin", "RUS", "Wagner chief")
    assert same(one, person("b", "Evgeny Prigozhin", "RUS", "Wagner founder and chief"))
    assert same(one, person("b", "Evgeny Prigozhin", "RUS"))
    assert not same(one, person("b", "Evgeny Prigozhin"))


def test_two_men_of_one_name_are_kept_apart_by_office_or_country() -> None:
    minister = person("a", "Ri Yong Ho", "PRK", "foreign minister")
    assert not same(minister, person("b", "Ri Yong Ho", "PRK", "army general"))
    assert not same(minister, person("b", "Ri Yong Ho", "KOR"))


def test_names_that_are_near_are_not_one() -> None:
    assert not same(person("a", "Kim Yong Chol", "PRK"), person("b", "Kim Yong Nam", "PRK"))
    assert not same(person("a", "Hu Jintao", "CHN"), person("b", "Hu Jiabao", "CHN"))


def test_the_same_name_is_found_again_and_descriptions_are_not() -> None:
    actors = Actors()
    assert list(actors.add([person("a", "Wu Dawei", "CHN"), Actor(id="a#guards", article="a", name="guards", type="group")])) == []
    (found,) = actors.add([person("b", "Wu Dawei", "CHN"), Actor(id="b#guards", article="b", name="guards", type="group")])
    assert (found.new.id, found.old.id) == ("b#wu-dawei", "a#wu-dawei")
