"""Who says what: attributions over hand-made parses, and any quotation marks at all."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon import speech as cue_words
from detente.lexicon.shelf import Shelf
from detente.nlp.columns import Columns
from detente.nlp.parse import Parse
from detente.reading import Attribution, Cast, Doubt, Player
from detente.records import Article
from detente.stages import speech
from detente.stages.speech import marks
from tests import made

LEXICON = SimpleNamespace(speech=cue_words.load(Shelf()))


def cast_of(parse: Parse, *names: str, media: str = "") -> Cast:
    """Every noun and pronoun with one of these words stands for the actor of that name; `a+b` makes it plural."""
    heads = {t: tuple(n.split("=")[-1].split("+")) for t, word in enumerate(parse.words) for n in names if n.split("=")[0] == word}
    ids = {i for found in heads.values() for i in found}
    players = tuple(Player(i, i, "media" if i == media else "person") for i in sorted(ids))
    return Cast(players, (), (), heads, {})


def attribute(*sentences: str, names: tuple[str, ...] = (), media: str = "") -> tuple[Parse, tuple[Attribution, ...], tuple[Doubt, ...]]:
    parse = made.parse(*sentences)
    article = Article(id="a", text=made.text(*sentences), digest="")
    found, doubts = speech.attribute(parse, (), cast_of(parse, *names, media=media), article, LEXICON)
    return parse, found, doubts


def words(parse: Parse, span: tuple[int, int]) -> str:
    return " ".join(parse.words[span[0] : span[1]])


def statements(found: tuple[Attribution, ...]) -> list[Attribution]:
    return [a for a in found if a.manner != "act"]


BROKE = "The/DT/det/1 truce/NN/nsubj/2 broke/VBD/ccomp/6/break ,/,/punct/6 the/DT/det/5 ministry/NN/nsubj/6 said/VBD/ROOT/6/say ././punct/6"
IRAN = (
    "Iran/NNP/nsubj/2 ,/,/punct/2 said/VBD/parataxis/5/say Qasemi/NNP/nsubj/2 ,/,/punct/2 expects/VBZ/ROOT/5/expect "
    "Europe/NNP/nsubj/8 to/TO/aux/8 pay/VB/ccomp/5 ././punct/5"
)
QUOTED = (
    "Xinhua/NNP/nsubj/1 quoted/VBD/ROOT/1/quote Kim/NNP/dobj/1 as/IN/prep/1 telling/VBG/pcomp/3/tell Xi/NNP/dobj/4 "
    "that/IN/mark/9 he/PRP/nsubj/9 would/MD/aux/9 return/VB/ccomp/4 ././punct/1"
)
DIRECT = (
    "\"/``/punct/4 Both/DT/det/2 stories/NNS/nsubj/4/story may/MD/aux/4 be/VB/ccomp/8 true/JJ/acomp/4 ,/,/punct/8 \"/''/punct/8 "
    'said/VBD/ROOT/8/say Kim/NNP/nsubj/8 ././punct/8 | "/``/punct/13 Xi/NNP/nsubj/13 is/VBZ/ROOT/13/be very/RB/advmod/15 '
    "cautious/JJ/acomp/13 indeed/RB/advmod/13 today/NN/npadvmod/13 ././punct/13 \"/''/punct/13"
)
WARNING = (
    "Kim/NNP/poss/2 's/POS/case/0 warning/NN/nsubj/9 that/IN/mark/7 firms/NNS/nsubjpass/7/firm will/MD/aux/7 be/VB/auxpass/7 "
    "shut/VBN/acl/2 out/RP/prt/7 drew/VBD/ROOT/9/draw anger/NN/dobj/9 ././punct/9"
)
ACCORDING = (
    "According/VBG/prep/7/accord to/IN/prep/0 the/DT/det/3 ministry/NN/pobj/1 ,/,/punct/7 three/CD/nummod/6 "
    "soldiers/NNS/nsubj/7/soldier died/VBD/ROOT/7/die ././punct/7"
)
NOT_SAID = (
    "Kim/NNP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 say/VB/ROOT/3 that/IN/mark/7 talks/NNS/nsubj/7/talk had/VBD/aux/7/have "
    "failed/VBN/ccomp/3/fail ././punct/3"
)
EXPECTED = (
    "Merkel/NNP/nsubjpass/2 is/VBZ/auxpass/2/be expected/VBN/ROOT/2/expect to/TO/aux/4 tell/VB/xcomp/2 Putin/NNP/dobj/4 "
    "that/IN/mark/9 the/DT/det/8 deal/NN/nsubj/9 is/VBZ/ccomp/4/be dead/JJ/acomp/9 ././punct/2"
)
HEARSAY = (
    "Kim/NNP/nsubjpass/2 is/VBZ/auxpass/2/be said/VBN/ROOT/2/say to/TO/aux/5 have/VB/aux/5 ordered/VBN/xcomp/2/order "
    "the/DT/det/7 launch/NN/dobj/5 ././punct/2"
)
BACKED = "China/NNP/nsubj/1 backed/VBD/ROOT/1/back the/DT/det/3 sanctions/NNS/dobj/1/sanction ././punct/1"
AGREED = "The/DT/det/1 leaders/NNS/nsubj/2/leader agreed/VBD/ROOT/2/agree :/:/punct/2"
ITEM = "-/:/punct/2 to/TO/aux/2 open/VB/ROOT/2 a/DT/det/4 road/NN/dobj/2 to/IN/prep/4 the/DT/det/7 border/NN/pobj/5 ;/./punct/2"


def test_a_cue_behind_its_content() -> None:
    parse, found, _ = attribute(BROKE, names=("ministry",))
    (a,) = found
    assert (words(parse, a.content), a.speaker, a.manner, a.act) == ("The truce broke", "ministry", "indirect", "assert")


def test_an_inverted_cue_in_the_midst() -> None:
    parse, found, _ = attribute(IRAN, names=("Iran", "Qasemi", "Europe"))
    (a,) = statements(found)
    assert a.speaker == "Qasemi"
    assert (words(parse, a.content), [words(parse, m) for m in a.more]) == ("expects Europe to pay", ["Iran"])


def test_a_relay_stands_before_the_speaker_in_the_chain() -> None:
    parse, found, _ = attribute(QUOTED, names=("Xinhua", "Kim", "Xi"), media="Xinhua")
    (a,) = found
    assert words(parse, a.content) == "he would return"
    assert [(s.holder, s.how) for s in a.chain] == [("Xinhua", "quoted"), ("Kim", "said")]
    assert a.addressees == ("Xi",)


def test_a_quotation_goes_on_behind_its_cue() -> None:
    parse, found, _ = attribute(DIRECT, names=("Kim", "Xi"))
    (a,) = found
    assert (a.manner, a.speaker) == ("direct", "Kim")
    assert {words(parse, p) for p in (a.content, *a.more)} == {"Both stories may be true", "Xi is very cautious indeed today"}


def test_a_noun_makes_a_statement() -> None:
    parse, found, _ = attribute(WARNING, names=("Kim",))
    (a,) = found
    assert (words(parse, a.content), a.act, a.speaker) == ("firms will be shut out", "warn", "Kim")


def test_according_to() -> None:
    parse, found, _ = attribute(ACCORDING, names=("ministry",))
    (a,) = found
    assert (words(parse, a.content), words(parse, a.cue), a.speaker) == ("three soldiers died", "According to", "ministry")


def test_what_was_not_said() -> None:
    _, found, _ = attribute(NOT_SAID, names=("Kim",))
    assert [(a.said, a.mode) for a in found] == [(False, "actual")]


def test_what_is_still_to_be_said() -> None:
    parse, found, _ = attribute(EXPECTED, names=("Merkel", "Putin"))
    (a,) = found
    assert (words(parse, a.content), a.speaker, a.addressees, a.mode) == ("the deal is dead", "Merkel", ("Putin",), "future")


def test_hearsay_has_no_speaker() -> None:
    _, found, _ = attribute(HEARSAY, names=("Kim",))
    a = statements(found)[0]
    assert (a.speaker, a.commitment, a.chain[-1].how) == (None, "doubtful", "hearsay")


def test_backing_a_thing_is_an_act_and_no_statement() -> None:
    parse, found, _ = attribute(BACKED, names=("China",))
    assert [(a.manner, a.act, words(parse, a.content)) for a in found] == [("act", "support", "the sanctions")]


def test_joint_speakers_give_one_attribution_each() -> None:
    _, found, _ = attribute(BROKE, names=("ministry=prk+kor",))
    assert [a.speaker for a in found] == ["prk", "kor"]


def test_an_unknown_source_keeps_its_words_in_the_cue() -> None:
    parse, found, _ = attribute(BROKE)
    assert (found[0].speaker, words(parse, found[0].cue), found[0].chain[0].how) == (None, "the ministry said", "unnamed")


def test_the_items_of_a_list_belong_to_its_introduction() -> None:
    parse, found, _ = attribute(AGREED, ITEM, ITEM, names=("leaders",))
    assert [(words(parse, a.content), a.speaker) for a in found] == [("to open a road to the border", "leaders")] * 2


def bare(text: str) -> Parse:
    """A parse without syntax: every token hangs on the first of its paragraph."""
    columns = Columns(lambda word, tag: word)
    at = 0
    for paragraph in text.split("\n"):
        tokens = paragraph.split(" ") if paragraph else []
        starts = []
        for token in tokens:
            starts.append(at)
            at += len(token) + 1
        if tokens:
            tags = ["VBD" if t in ("said", "told") else "NNP" if t[:1].isalpha() else "." for t in tokens]
            columns.add(
                words=[t or " " for t in tokens], start=starts, tag=tags, dep=["ROOT", *["dep"] * (len(tokens) - 1)],
                head=[0] * len(tokens), sentences=[(0, len(tokens))], names=[],
            )  # fmt: skip
    return columns.parse()


MARK = st.sampled_from(['"', "“", "”", "„", "«", "»", "'", "‘", "’", "``", "''", "‹", "›", "「", "」"])
TOKEN = st.one_of(
    MARK, st.sampled_from(["said", "told", "Kim", "that", ",", ".", "?", ":", "\n", "-", "yes", "he", "warning", "reportedly"])
)


@given(st.lists(TOKEN, max_size=40))
def test_no_text_with_any_marks_fails(tokens: list[str]) -> None:
    parse = bare(" ".join(tokens).replace(" \n ", "\n"))
    if not len(parse):
        return
    cast = cast_of(parse, "Kim", "he")
    found, _ = speech.attribute(parse, (), cast, Article(id="a", text="", digest=""), LEXICON)
    for a in found:
        for first, last in (a.cue, a.content, *a.more):
            assert 0 <= first < last <= len(parse)
        assert a.chain[-1].holder == a.speaker


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('" no deal " yet', ["no deal"]),
        ("“ no deal ” yet", ["no deal"]),
        ("„ no deal “ yet", ["no deal"]),
        ("« no deal » yet", ["no deal"]),
        ("» no deal « yet", ["no deal"]),
        ("“ he said ‘ no deal ’ twice ”", ["he said ‘ no deal ’ twice"]),
        ("“ no deal at all", ["no deal at all"]),
        ("no deal ” at all", []),
        ("the sides ’ deal", []),
    ],
)
def test_marks_of_all_kinds(text: str, inner: list[str]) -> None:
    parse = bare(text)
    assert [words(parse, (q.first, q.last)) for q in marks.find(parse) if not q.depth] == inner
