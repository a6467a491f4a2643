"""Actors as many articles know them."""

from __future__ import annotations

import pytest

from detente.corpus import Corpus
from detente.errors import InputError
from detente.records import Actor
from detente.views.sides import Sides
from tests.views.made import CORPUS, LATER, article


def test_a_side_has_the_name_used_most() -> None:
    alike = [
        Actor(id="state:prk", article=a, name=n, type="state", country="PRK") for a, n in (("x", "DPRK"), ("y", "North"), ("z", "DPRK"))
    ]
    corpus = Corpus((*article("x", None, "."), *article("y", None, "."), *article("z", None, "."), *alike))
    assert Sides(corpus).name("state:prk") == "DPRK"


def test_whoever_is_no_actor_keeps_its_id_as_name() -> None:
    assert Sides(CORPUS).name("Outlet a") == "Outlet a"


def test_a_state_that_no_article_names_gets_the_name_it_is_given_or_its_code() -> None:
    corpus = Corpus(article("x", None, "Moon met Kim."))
    assert Sides(corpus, fold=True, names={"KOR": "South Korea"}).name("state:kor") == "South Korea"
    assert Sides(corpus, fold=True).name("state:kor") == "KOR"


def test_a_person_found_to_govern_in_one_article_is_folded_in_all() -> None:
    plain = Actor(id="person:kim", article="y", name="Kim", type="person")
    sides = Sides(Corpus((*LATER, *article("y", None, "."), plain)), fold=True)
    assert sides.of("y", "person:kim") == "state:prk"
    assert sides.meant("Kim Jong-un").side.name == "North Korea"


def test_a_member_of_parliament_speaks_for_himself() -> None:
    member = Actor(id="person:lee", article="y", name="Lee", type="person", country="KOR", sector="LEG")
    assert Sides(Corpus((*article("y", None, "."), member)), fold=True).of("y", "person:lee") == "person:lee"


def test_a_name_that_may_be_several_is_refused_with_their_ids() -> None:
    with pytest.raises(InputError, match=r"'Korea' may be South Korea \(state:kor\), North Korea \(state:prk\): give one by its id"):
        Sides(CORPUS).meant("Korea")


def test_a_name_of_nobody_is_refused() -> None:
    with pytest.raises(InputError, match="nobody called 'Atlantis' is found in these articles"):
        Sides(CORPUS).meant("Atlantis")


def test_a_state_comes_with_its_government() -> None:
    ministry = Actor(id="gov:prk-mfa", article="c", name="Foreign Ministry", type="government", country="PRK")
    assert Sides(Corpus((*LATER, ministry))).meant("North Korea").ids == {"state:prk", "gov:prk-mfa"}
