"""Who is who: ids, names, countries, roles, heads and adjectives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.who import see

MET = (
    "Kim/NNP/compound/3 Jong/NNP/compound/3 -/HYPH/punct/3 un/NNP/nsubj/4 met/VBD/ROOT/4/meet "
    "US/NNP/compound/6 President/NNP/compound/8 Donald/NNP/compound/8 Trump/NNP/dobj/4 ././punct/4"
)
RIVALRY = "The/DT/det/4 Sino/JJ/amod/4 -/HYPH/punct/3 US/NNP/compound/4 rivalry/NN/nsubj/5 grew/VBD/ROOT/5/grow ././punct/5"
PAIR = "North/NNP/compound/1 Korea/NNP/nsubj/5 and/CC/cc/1 the/DT/det/4 US/NNP/conj/1 met/VBD/ROOT/5/meet ././punct/5"
EXPERT = "Kim/NNP/compound/1 Gunwoo/NNP/nsubj/6 ,/,/punct/1 a/DT/det/4 professor/NN/appos/1 ,/,/punct/1 left/VBD/ROOT/6/leave ././punct/6"
WHO = (
    "Donald/NNP/compound/1 Trump/NNP/nsubj/6 ,/,/punct/1 who/WP/nsubj/4 won/VBD/relcl/1/win ,/,/punct/1 spoke/VBD/ROOT/6/speak ././punct/6"
)


def test_people_keep_the_printed_name_and_states_their_usual_one() -> None:
    seen = see(PAIR)
    assert [p.name for p in seen.cast.players] == ["North Korea", "United States"]
    assert seen.player("state:usa").country == "USA"
    assert see(MET).player("person:donald-trump").name == "Donald Trump"


def test_each_part_of_a_pair_has_its_own_head() -> None:
    assert see(PAIR).cast.heads == {1: ("state:prk",), 4: ("state:usa",)}


def test_modifiers_are_adjectives_and_no_heads() -> None:
    cast = see(RIVALRY).cast
    assert cast.adjectives == {1: ("state:chn",), 3: ("state:usa",)}
    assert cast.heads == {}


def test_roles_tell_whether_text_or_gazetteer_says_so() -> None:
    roles = see(MET).player("person:donald-trump").roles
    assert (roles[0].title, roles[0].of, roles[0].basis) == ("US President", "USA", "text")
    kim = see(MET).player("person:kim-jong-un").roles
    assert kim and all(r.basis == "gazetteer" and r.since is not None and r.since <= "2018-05-09" for r in kim)


def test_a_role_is_never_used_before_its_day() -> None:
    early = see(MET, published="2005-01-01").player("person:donald-trump")
    assert [r.basis for r in early.roles] == ["text"]


def test_an_unknown_person_gets_a_slug_and_no_country() -> None:
    player = see(EXPERT).player("#kim-gunwoo")
    assert (player.type, player.country, player.knowledge) == ("person", None, None)
    assert [r.title for r in player.roles] == ["professor"]


def test_relative_pronouns_stand_for_what_their_clause_hangs_on() -> None:
    assert see(WHO).cast.heads[3] == ("person:donald-trump",)


def test_a_link_by_a_recalled_office_alone_is_doubted_once() -> None:
    seen = see(
        "The/DT/det/2 Eritrean/JJ/amod/2 president/NN/nsubj/3 left/VBD/ROOT/3/leave ././punct/3 | "
        "The/DT/det/7 Eritrean/JJ/amod/7 president/NN/nsubj/8 spoke/VBD/ROOT/8/speak ././punct/8"
    )
    assert seen.who("The Eritrean president") == ("person:isaias-afwerki",)
    told = [d for d in seen.doubts if d.code == "recalled"]
    assert len(told) == ("recalled" in seen.how("The Eritrean president"))


def test_the_same_parse_gives_the_same_cast_twice() -> None:
    assert see(MET).cast == see(MET).cast


WORDS = ["the", "of", "Kim", '"', "one", "both", "his", "'s", "two", "President", "US", "-", "Koreas"]
WORDS += ["said", "it", "they", "who", ",", "ministers", "Party", "North"]
TAGS = ["NN", "NNS", "NNP", "JJ", "DT", "PRP", "PRP$", "VBD", "IN", "CD", "POS", "HYPH", "WP", "VBN"]
DEPS = ["nsubj", "dobj", "pobj", "prep", "compound", "conj", "appos", "attr", "relcl", "poss", "amod", "ROOT"]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(DEPS)), min_size=1, max_size=25))
def test_no_parse_however_broken_fails(tokens: list[tuple[str, str, str]]) -> None:
    seen = see(" ".join(f"{w}/{t}/{d}/{max(0, i - 1)}" for i, (w, t, d) in enumerate(tokens)))
    assert len(seen.cast.who) == len(seen.cast.how) == len(seen.mentions)
    known = {p.id for p in seen.cast.players}
    assert all(i in known for who in seen.cast.who for i in who)


def test_an_article_that_ends_in_the_middle_of_a_name_is_read() -> None:
    assert see("Kim/NN/nsubj/0 ,/NN/nsubj/0 President/NN/nsubj/1 the/IN/nsubj/2").mentions
    assert see("President/NNS/nsubj/0 the/IN/nsubj/0").mentions
