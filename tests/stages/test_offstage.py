"""Deeds that are no politics: in films, in games, among firms, in private suits; and those beside them that are."""

from __future__ import annotations

import pytest

from detente.lexicon import offstage
from detente.lexicon.offstage import Offstage
from detente.lexicon.shelf import Shelf
from detente.nlp.parse import Parse
from detente.reading import Cast, Deed, Player
from detente.records import Code
from detente.stages.events.offstage import Stagehand
from tests import made

RUSSIA = Player("state:rus", "Russia", "state", "RUS")
POLICE = Player("#police", "police", "government", "RUS")
SHELL = Player("#shell", "Shell", "company", "GBR")
PLAYERS = (RUSSIA, POLICE, SHELL)
FILM = "In/IN/prep/4 the/DT/det/2 film/NN/pobj/0/film Russia/NNP/nsubj/4 attacks/VBZ/ROOT/4/attack China/NNP/dobj/4"
SHOWN = "The/DT/det/1 film/NN/nsubj/2/film shows/VBZ/ROOT/2/show Russia/NNP/nsubj/4 attacking/VBG/ccomp/2/attack China/NNP/dobj/4"
BANNED = "Russia/NNP/nsubj/1 banned/VBD/ROOT/1/ban the/DT/det/3 film/NN/dobj/1/film"
GAME = (
    "Russia/NNP/nsubj/1 crushed/VBD/ROOT/1/crush China/NNP/dobj/1 in/IN/prep/1 "
    "the/DT/det/6 semi/NN/compound/6 -/HYPH/punct/6 final/NN/pobj/3/final"
)
RAID = (
    "Police/NNS/nsubj/1 arrested/VBD/ROOT/1/arrest fans/NNS/dobj/1/fan after/IN/prep/1 "
    "the/DT/det/5 match/NN/pobj/3/match in/IN/prep/1 a/DT/det/8 stadium/NN/pobj/6/stadium"
)
COACH = "Russia/NNP/poss/2 's/POS/case/0 coach/NN/nsubj/3/coach accused/VBD/ROOT/3/accuse a/DT/det/5 referee/NN/dobj/3/referee"
FIRMS = "Shell/NNP/nsubj/1 left/VBD/ROOT/1/leave the/DT/det/3 venture/NN/dobj/1/venture"
STAFF = "Shell/NNP/compound/1 managers/NNS/nsubj/2/manager met/VBD/ROOT/2/meet"
STATE = "Shell/NNP/nsubj/1 sued/VBD/ROOT/1/sue Russia/NNP/dobj/1"
SUIT = (
    "A/DT/det/1 judge/NN/nsubj/2/judge rejected/VBD/ROOT/2/reject "
    "the/DT/det/4 tenant/NN/poss/6/tenant 's/POS/case/4 appeal/NN/dobj/2/appeal"
)
STORM = "Wildfires/NNP/nsubj/1/wildfires threatened/VBD/ROOT/1/threaten China/NNP/dobj/1"
STORMY = "A/DT/det/1 storm/NN/nsubj/4/storm of/IN/prep/1 attacks/NNS/pobj/2/attack hit/VBD/ROOT/4/hit China/NNP/dobj/4"
CRASH = "A/DT/det/1 bus/NN/nsubj/2/bus crashed/VBD/ROOT/2/crash ,/,/punct/2 killing/VBG/advcl/2/kill ten/CD/dobj/4"
BOMBED = CRASH.replace("crashed/VBD/ROOT/2/crash", "bomb/VBD/ROOT/2/bomb")
WASTE = "Russia/NNP/nsubj/1 wages/VBZ/ROOT/1/wage war/NN/dobj/1/war on/IN/prep/2 lice/NNS/pobj/3/louse"
CHECHEN = WASTE.replace("lice/NNS/pobj/3/louse", "China/NNP/pobj/3")
HOME = "A/DT/det/1 man/NN/nsubj/2/man killed/VBD/ROOT/2/kill his/PRP$/poss/4 wife/NN/dobj/2/wife"
STAFFED = "Managers/NNS/nsubj/3/manager of/IN/prep/0 firms/NNS/pobj/1/firm resisted/VBD/ROOT/3/resist mergers/NNS/dobj/3/merger"
TITLED = (
    "In/IN/prep/7 “/``/punct/3 The/DT/det/3 Siege/NNP/pobj/0 ”/"
    "/punct/3 ,/,/punct/7 Russia/NNP/nsubj/7 attacks/VBZ/ROOT/7/attack China/NNP/dobj/7"
)
TRIAL = (
    "A/DT/det/1 judge/NN/nsubj/2/judge rejected/VBD/ROOT/2/reject the/DT/det/4 rebel/NN/poss/6/rebel 's/POS/case/4 appeal/NN/dobj/2/appeal"
)


@pytest.fixture(scope="module")
def words() -> Offstage:
    return offstage.load(Shelf())


def deed(trigger: int, code: Code, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = ()) -> Deed:
    return Deed(trigger=trigger, first=trigger, last=trigger + 1, code=code, rule="test", actors=actors, recipients=recipients)


def cast(parse: Parse) -> Cast:
    names = {p.name.lower(): p.id for p in PLAYERS}
    return Cast(PLAYERS, (), (), {t: (names[w],) for t, w in enumerate(parse.lower) if w in names}, {})


CASES: list[tuple[str, Deed, bool]] = [
    (FILM, deed(4, "ASSAULT", ("state:rus",)), True),
    (SHOWN, deed(4, "ASSAULT", ("state:rus",)), True),
    (BANNED, deed(1, "COERCE", ("state:rus",)), False),
    (GAME, deed(1, "COERCE", ("state:rus",)), True),
    (GAME.replace("crushed", "warned"), deed(1, "ACCUSE", ("state:rus",)), False),
    (RAID, deed(1, "COERCE", ("#police",)), False),
    (COACH, deed(3, "ACCUSE", ("state:rus",)), True),
    (FIRMS, deed(1, "REJECT", ("#shell",)), True),
    (STAFF, deed(2, "CONSULT"), True),
    (STATE, deed(1, "ACCUSE", ("#shell",), ("state:rus",)), False),
    (SUIT, deed(2, "REJECT"), True),
    (TRIAL, deed(2, "REJECT"), False),
    (STORM, deed(1, "THREATEN", (), ("state:chn",)), True),
    (STORMY, deed(4, "ASSAULT"), False),
    (CRASH, deed(4, "ASSAULT"), True),
    (BOMBED, deed(4, "ASSAULT"), False),
    (WASTE, deed(2, "ASSAULT", ("state:rus",)), True),
    (CHECHEN, deed(2, "ASSAULT", ("state:rus",)), False),
    (HOME, deed(2, "ASSAULT"), True),
    (STAFFED, deed(3, "REJECT"), True),
    (TITLED, deed(7, "ASSAULT", ("state:rus",)), True),
    (TITLED.replace("attacks/VBZ", "attacked/VBD"), deed(7, "ASSAULT", ("state:rus",)), False),
]


@pytest.mark.parametrize(("sentence", "told", "hidden"), CASES)
def test_what_is_no_politics_is_hidden(words: Offstage, sentence: str, told: Deed, hidden: bool) -> None:
    parse = made.parse(sentence)
    assert Stagehand(parse, cast(parse), words).hides(told) is hidden
