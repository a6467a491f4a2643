"""Events: a rule's slots filled from syntax and cast; what explains a trigger is told once; vows, addressees, evidence."""

import msgspec
import pytest

from detente import grammar, lexicon
from detente.grammar import Rule
from detente.lexicon.shelf import Shelf
from detente.nlp.parse import Parse
from detente.reading import Attribution, Cast, Deed, Place, Player
from detente.records import Code
from detente.stages import events
from tests import made

WORDS = lexicon.load(Shelf())
PLAYERS = (
    Player("kim", "Kim", "person", "PRK"),
    Player("xi", "Xi", "person", "CHN"),
    Player("chn", "China", "state", "CHN"),
    Player("prk", "North Korea", "state", "PRK"),
    Player("usa", "United States", "state", "USA"),
)
RULES: list[tuple[Code, Rule]] = [
    ("CONSULT", Rule(id="meet", verbs=("meet",), recipients=("obj", "with"), symmetric=True, needs=("two",))),
    ("CONSULT", Rule(id="hold", verbs=("hold",), object=("talk",), recipients=("with",), symmetric=True)),
    ("CONSULT", Rule(id="talks", nouns=("talk", "meeting"), recipients=("with",), symmetric=True, needs=("two",))),
    ("REJECT", Rule(id="reject", verbs=("reject",), recipients=("obj",))),
    ("AGREE", Rule(id="accept", verbs=("accept",), object=("offer",))),
    ("REQUEST", Rule(id="offer", nouns=("offer",))),
    ("REJECT", Rule(id="not-want", verbs=("want",), negated=True, recipients=("comp", "obj"))),
    ("REQUEST", Rule(id="want", verbs=("want",), recipients=("comp", "obj"))),
    ("CONSULT", Rule(id="fly", verbs=("fly to",), recipients=("to",), needs=("two",), mode="visit")),
    ("RETREAT", Rule(id="withdraw", verbs=("withdraw", "pull out of"))),
]
GRAMMAR = grammar.compile_rules(RULES, {})


def code(
    parse: Parse,
    heads: dict[int, str],
    *,
    adjectives: dict[int, str] | None = None,
    told: tuple[Attribution, ...] = (),
    places: tuple[Place, ...] = (),
) -> list[Deed]:
    cast = Cast(PLAYERS, (), (), {t: (i,) for t, i in heads.items()}, {t: (i,) for t, i in (adjectives or {}).items()})
    deeds, doubts = events.code(parse, cast, places, told, grammar=GRAMMAR, lexicon=WORDS)
    assert doubts == ()
    return list(deeds)


def test_subject_and_object() -> None:
    (deed,) = code(made.parse("Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1"), {0: "kim", 2: "xi"})
    assert (deed.code, deed.actors, deed.recipients, deed.symmetric) == ("CONSULT", ("kim",), ("xi",), True)
    assert (deed.first, deed.last, deed.rule) == (0, 3, "meet")


def test_a_meeting_needs_two() -> None:
    assert code(made.parse("Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet deadlines/NNS/dobj/1"), {0: "kim"}) == []


def test_the_light_verb_tells_the_noun_too() -> None:
    parse = made.parse("Kim/NNP/nsubj/1 held/VBD/ROOT/1/hold talks/NNS/dobj/1/talk with/IN/prep/2 Xi/NNP/pobj/3")
    (deed,) = code(parse, {0: "kim", 4: "xi"})
    assert (deed.rule, deed.actors, deed.recipients) == ("hold", ("kim",), ("xi",))


def test_a_meeting_during_a_meeting_is_one() -> None:
    parse = made.parse(
        "Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1 during/IN/prep/1 his/PRP$/poss/5 meeting/NN/pobj/3/meeting with/IN/prep/5 him/PRP/pobj/6"
    )
    assert [d.rule for d in code(parse, {0: "kim", 2: "xi", 4: "kim", 7: "xi"})] == ["meet"]


def test_a_possessor_and_a_modifier_are_parties() -> None:
    parse = made.parse("US/NNP/compound/3 -/HYPH/punct/3 China/NNP/compound/3 talks/NNS/nsubj/4/talk failed/VBD/ROOT/4/fail")
    (deed,) = code(parse, {}, adjectives={0: "usa", 2: "chn"})
    assert deed.actors == ("usa", "chn")


def test_whose_thing_it_is_that_is_rejected() -> None:
    parse = made.parse("Kim/NNP/nsubj/1 rejected/VBD/ROOT/1/reject China/NNP/poss/4 's/POS/case/2 plan/NN/dobj/1/plan")
    (deed,) = code(parse, {0: "kim", 2: "chn"})
    assert deed.recipients == ("chn",)


def test_a_negated_wish_is_a_refusal_that_happened() -> None:
    parse = made.parse(
        "Kim/NNP/nsubj/3 does/VBZ/aux/3/do not/RB/neg/3 want/VB/ROOT/3/want China/NNP/nsubj/6 to/TO/aux/6 join/VB/ccomp/3/join"
    )
    (deed,) = code(parse, {0: "kim", 4: "chn"})
    assert (deed.code, deed.factuality, deed.recipients) == ("REJECT", "actual", ("chn",))


def test_particles_may_stand_apart() -> None:
    parse = made.parse("China/NNP/nsubj/1 pulled/VBD/ROOT/1/pull out/RP/prt/1 of/IN/prep/1 Korea/NNP/pobj/3")
    assert [d.rule for d in code(parse, {0: "chn"})] == ["withdraw"]


VOW = made.parse("Kim/NNP/nsubj/1 said/VBD/ROOT/1/say he/PRP/nsubj/4 would/MD/aux/4 withdraw/VB/ccomp/1/withdraw troops/NNS/dobj/4")


def said(first: int, last: int, speaker: str = "kim", **more: object) -> Attribution:
    plain = Attribution(
        cue=(1, 2), cue_head=1, content=(first, last), speaker=speaker, manner="indirect", act="assert", commitment="neutral", rule="say"
    )
    return msgspec.structs.replace(plain, **more)


def test_to_say_that_one_will_withdraw_is_a_concession() -> None:
    (deed,) = code(VOW, {0: "kim", 2: "kim"}, told=(said(2, 6),))
    assert (deed.code, deed.factuality, deed.own, deed.rule) == ("CONCEDE", "actual", 0, "concede.vow+withdraw")


def test_to_say_that_another_will_is_none() -> None:
    (deed,) = code(VOW, {0: "kim", 2: "xi"}, told=(said(2, 6),))
    assert (deed.code, deed.factuality) == ("RETREAT", "planned")


@pytest.mark.parametrize(("commitment", "factuality"), [("denying", "denied"), ("neutral", "actual")])
def test_a_denial_denies_what_it_holds(commitment: str, factuality: str) -> None:
    parse = made.parse("Kim/NNP/nsubj/1 said/VBD/ROOT/1/say that/IN/mark/4 Xi/NNP/nsubj/4 rejected/VBD/ccomp/1/reject it/PRP/dobj/4")
    (deed,) = code(parse, {0: "kim", 3: "xi"}, told=(said(2, 6, commitment=commitment),))
    assert (deed.factuality, deed.attribution) == (factuality, 0)


def test_an_act_of_words_is_addressed_to_the_one_other_party_of_its_sentence() -> None:
    parse = made.parse(
        "China/NNP/nsubj/1 waited/VBD/ROOT/1/wait but/CC/cc/1 Kim/NNP/nsubj/4 rejected/VBD/conj/1/reject offers/NNS/dobj/4/offer"
    )
    (deed,) = code(parse, {0: "chn", 3: "kim"})
    assert (deed.recipients, deed.inferred) == (("chn",), 0)


def test_two_other_parties_leave_it_open() -> None:
    parse = made.parse(
        "China/NNP/nsubj/3 and/CC/cc/0 America/NNP/conj/0 waited/VBD/ROOT/3/wait Kim/NNP/nsubj/5 rejected/VBD/conj/3/reject offers/NNS/dobj/5/offer"
    )
    (deed,) = code(parse, {0: "chn", 2: "usa", 4: "kim"})
    assert deed.recipients == ()


def test_a_flight_to_a_city_is_a_visit_to_its_state() -> None:
    parse = made.parse("Kim/NNP/nsubj/1 flew/VBD/ROOT/1/fly to/IN/prep/1 Dalian/NNP/pobj/2")
    (deed,) = code(parse, {0: "kim"}, places=(Place(3, 4, 3, "Dalian", "city", country="CHN"),))
    assert (deed.actors, deed.recipients) == (("kim",), ("chn",))


def test_to_say_what_another_must_do_is_a_demand() -> None:
    parse = made.parse("Kim/NNP/nsubj/1 said/VBD/ROOT/1/say China/NNP/nsubj/4 must/MD/aux/4 withdraw/VB/ccomp/1/withdraw")
    (deed,) = code(parse, {0: "kim", 2: "chn"}, told=(said(2, 5),))
    assert (deed.code, deed.actors, deed.recipients, deed.rule) == ("REQUEST", ("kim",), ("chn",), "request.must")


def test_a_warning_that_one_will_act_is_a_threat() -> None:
    (deed,) = code(VOW, {0: "kim", 2: "kim"}, told=(said(2, 6, act="warn"),))
    assert deed.code == "THREATEN"


def test_who_accepts_an_offer_is_whom_it_was_made_to() -> None:
    parse = made.parse("Kim/NNP/nsubj/1 accepted/VBD/ROOT/1/accept China/NNP/poss/4 's/POS/case/2 offer/NN/dobj/1/offer")
    accepted, offered = code(parse, {0: "kim", 2: "chn"})
    assert (accepted.code, accepted.actors) == ("AGREE", ("kim",))
    assert (offered.code, offered.actors, offered.recipients) == ("REQUEST", ("chn",), ("kim",))
