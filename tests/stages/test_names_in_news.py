"""Bare surnames, joined names, titles across commas, and those who take part beside a head."""

from __future__ import annotations

from tests.stages.who import see

PAIR = (
    "Trump/NNP/nsubj/4 and/CC/cc/0 Putin/NNP/conj/0 have/VBP/aux/4 agreed/VBN/ROOT/4/agree to/TO/aux/6 "
    "share/VB/xcomp/4 information/NN/dobj/6 ././punct/4"
)
TAGGED_NOUN = "Trump/NN/nsubj/2 has/VBZ/aux/2 met/VBN/ROOT/2/meet Erdogan/NNP/dobj/2 ././punct/2"
SHELLED = "Forces/NNS/nsubj/1 shelled/VBD/ROOT/1/shell Terter/NNP/dobj/1 ././punct/1"
CHIEF = (
    "Kim/NNP/compound/3 Yong/NNP/compound/3 -/HYPH/punct/3 chol/NNP/nsubj/13 ,/,/punct/3 the/DT/det/8 former/JJ/amod/8 spy/NN/compound/8 "
    "chief/NN/appos/3 who/WP/nsubj/10 led/VBD/relcl/8/lead talks/NNS/dobj/10 ,/,/punct/3 resigned/VBD/ROOT/13/resign ././punct/13"
)
SERVICES = (
    "Pakistan/NNP/nmod/5 and/CC/cc/0 Afghanistan/NNP/conj/0 's/POS/case/2 intelligence/NN/compound/5 services/NNS/nsubj/6 "
    "signed/VBD/ROOT/6/sign it/PRP/dobj/6 ././punct/6"
)
NEGOTIATORS = "British/JJ/amod/3 and/CC/cc/0 EU/NNP/conj/0 negotiators/NNS/nsubj/4 met/VBD/ROOT/4/meet ././punct/4"
HOUR = "It/PRP/nsubj/1 began/VBD/ROOT/1/begin at/IN/prep/1 8:00/CD/nummod/4 PM/NN/pobj/2 ././punct/1"


def test_a_bare_surname_is_its_leader_with_and_without_a_day() -> None:
    for day in ("2017-11-11", None):
        seen = see(PAIR, published=day)
        assert (seen.who("Trump"), seen.who("Putin")) == (("person:donald-trump",), ("person:vladimir-putin",))
    assert "surname alone" in seen.how("Trump")


def test_a_name_tagged_as_a_noun_is_found() -> None:
    seen = see(TAGGED_NOUN, published="2019-11-13")
    assert seen.who("Trump") == ("person:donald-trump",)
    assert seen.who("Erdogan") == ("person:recep-tayyip-erdogan",)


def test_a_shelled_town_and_an_hour_are_nobody() -> None:
    assert "Terter" not in [see(SHELLED).words(i) for i in range(len(see(SHELLED).mentions))]
    assert all("PM" not in see(HOUR).words(i) for i in range(len(see(HOUR).mentions)))


def test_the_noun_of_a_description_after_a_comma_and_its_pronoun_are_the_person() -> None:
    heads = see(CHIEF, published="2019-03-08").cast.heads
    assert heads[8] == heads[9] == ("person:kim-yong-chol",)


def test_joined_names_are_two_mentions() -> None:
    assert see(SERVICES).who("Pakistan") == ("state:pak",)
    assert see(NEGOTIATORS).cast.heads[3][0] == "state:gbr"
    assert len(see(NEGOTIATORS).cast.heads[3]) == 2
