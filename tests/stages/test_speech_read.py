"""Who says what, over real parses: one sentence a form."""

from types import SimpleNamespace

import pytest

from detente.lexicon import speech as cue_words
from detente.lexicon.shelf import Shelf
from detente.nlp.parse import Parse
from detente.pipeline import Pipeline
from detente.reading import Cast, Player
from detente.records import Article
from detente.stages import speech

pytestmark = pytest.mark.model
LEXICON = SimpleNamespace(speech=cue_words.load(Shelf()))
NOUNS = ("ministry", "officials", "official", "leaders", "diplomats", "minister", "army")

# text; what is said; by whom (a word of the text, or None); further: manner, act, addressee, outer holders, said, mode, commitment
CASES = [
    ("The talks had failed, Lavrov said.", "The talks had failed", "Lavrov", {}),
    ('"You have to choose," Blinken told Erdogan.', "You have to choose", "Blinken", {"manner": "direct", "to": "Erdogan"}),
    ('"We stay," said Modi. "We will not leave this place."', "We will not leave this place", "Modi", {"manner": "direct"}),
    ("» Wir schaffen das «, said Merkel.", "Wir schaffen das", "Merkel", {"manner": "direct"}),
    ("Haley said Russia “must answer for its crimes”.", "Russia “must answer for its crimes”", "Haley", {"manner": "mixed"}),
    ("Three soldiers died, according to the ministry.", "Three soldiers died", "ministry", {}),
    ("In Putin's view, NATO broke its word.", "NATO broke its word", "Putin", {}),
    ("As Annan told Reuters, peace is possible.", "peace is possible", "Annan", {}),
    ("Kim was quoted by Xinhua as telling Xi that he would return.", "he would return", "Kim", {"to": "Xi", "outer": ("Xinhua",)}),
    ("Kim met Xi, KCNA reported, citing the ministry.", "Kim met Xi", "ministry", {"outer": ("KCNA",)}),
    ("The ministry confirmed that Kim had told Xi that he would return.", "he would return", "Kim", {"outer": ("ministry",), "to": "Xi"}),
    ("The ministry said in a statement carried by KCNA that the jet was hit.", "the jet was hit", "ministry", {"outer": ("KCNA",)}),
    ("Lavrov's warning that Moscow would retaliate was ignored.", "Moscow would retaliate", "Lavrov", {"act": "warn"}),
    ("Macron issued a warning that the deal would collapse.", "the deal would collapse", "Macron", {"act": "warn"}),
    ("Macron believes that Europe must act.", "Europe must act", "Macron", {"act": "believe"}),
    ("Merkel is expected to tell Putin that the pipeline is dead.", "the pipeline is dead", "Merkel", {"mode": "future", "to": "Putin"}),
    ("The minister did not say that the envoy had been recalled.", "the envoy had been recalled", "minister", {"said": False}),
    ("Officials confirmed that the truce had held.", "the truce had held", "Officials", {"commitment": "factive"}),
    ("Kim claimed that the test had succeeded.", "the test had succeeded", "Kim", {"commitment": "doubtful"}),
    ("Tehran denied having sent drones to Russia.", "having sent drones to Russia", "Tehran", {"act": "deny", "commitment": "denying"}),
    ("Netanyahu accused Hamas of breaking the truce.", "Hamas of breaking the truce", "Netanyahu", {"act": "accuse"}),
    ("Dacic called it a kidnapping.", "it a kidnapping", "Dacic", {}),
    ("China has promised to buy more oil.", "to buy more oil", "China", {"act": "promise"}),
    ("It is widely believed that Iran has restarted enrichment.", "Iran has restarted enrichment", None, {"commitment": "doubtful"}),
    ("The sanctions reportedly targeted two banks.", "The sanctions reportedly targeted two banks", None, {"commitment": "doubtful"}),
    ("Donald Trump tweeted: Great meeting with Kim. He wants peace!", "Great meeting with Kim. He wants peace!", "Trump", {}),
    ("China opposes the deployment of missiles.", "the deployment of missiles", "China", {"manner": "act", "act": "oppose"}),
    ("Paris refuses to leave Mali.", "to leave Mali", "Paris", {"manner": "act", "act": "refuse"}),
    ("The minister would not say whether a date had been set.", "a date had been set", "minister", {"manner": "act", "act": "refuse"}),
]


def cast_of(parse: Parse) -> Cast:
    heads: dict[int, tuple[str, ...]] = {
        t: (w,)
        for t, w in enumerate(parse.words)
        if (parse.tag[t].startswith("NNP") and parse.dep[t] != "compound") or parse.lower[t] in NOUNS
    }
    return Cast(tuple(Player(w[0], w[0], "person") for w in heads.values()), (), (), heads, {})


@pytest.mark.parametrize(("text", "content", "speaker", "more"), CASES)
def test_forms(pipeline: Pipeline, text: str, content: str, speaker: str | None, more: dict[str, object]) -> None:
    parse = pipeline.parser.parse(text)
    found, _ = speech.attribute(parse, (), cast_of(parse), Article(id="a", text=text, digest=""), LEXICON)
    fits = [a for a in found if text[parse.start[a.content[0]] : parse.end[a.content[1] - 1]] == content and a.speaker == speaker]
    assert fits, [(a.speaker, text[parse.start[a.content[0]] : parse.end[a.content[1] - 1]], a.rule) for a in found]
    a = fits[0]
    made = {
        "manner": a.manner, "act": a.act, "to": a.addressees[0] if a.addressees else None, "said": a.said, "mode": a.mode,
        "outer": tuple(s.holder for s in a.chain[:-1]), "commitment": a.commitment,
    }  # fmt: skip
    assert {k: made[k] for k in more} == more


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "axis of evil" speech angered Tehran.',
        '"Titanic" was shown at the summit.',
        "Asked about the missiles, nobody answered.",
        "The two ministers shook hands.",
    ],
)
def test_scare_quotes_titles_and_plain_deeds_are_no_statements(pipeline: Pipeline, text: str) -> None:
    parse = pipeline.parser.parse(text)
    found, _ = speech.attribute(parse, (), cast_of(parse), Article(id="a", text=text, digest=""), LEXICON)
    assert [a for a in found if a.manner != "act"] == []


def test_a_transcript_has_turns(pipeline: Pipeline) -> None:
    text = "MR. PRICE: We welcome the deal.\nQUESTION: Did he speak with Lavrov?\nMR. PRICE: He did not.\nQUESTION: Thank you."
    parse = pipeline.parser.parse(text)
    found, _ = speech.attribute(parse, (), cast_of(parse), Article(id="a", text=text, digest=""), LEXICON)
    assert [a.act for a in found if a.rule == "speech.transcript"] == ["assert", "ask", "assert", "ask"]


def test_a_quotation_over_paragraphs_is_one_statement(pipeline: Pipeline) -> None:
    text = '"First we talk about this.\n"Then we act on it.\n"And then we rest," Obama said.'
    parse = pipeline.parser.parse(text)
    found, _ = speech.attribute(parse, (), cast_of(parse), Article(id="a", text=text, digest=""), LEXICON)
    (a,) = [f for f in found if f.manner == "direct"]
    assert (a.speaker, len(a.more)) == ("Obama", 2)


def test_headlines_name_their_source(pipeline: Pipeline) -> None:
    text = "China: US must lift sanctions first"
    parse = pipeline.parser.parse(text)
    found, _ = speech.attribute(parse, (), cast_of(parse), Article(id="a", text=text, digest=""), LEXICON)
    assert [(a.speaker, a.rule) for a in found if a.manner != "act"] == [("China", "speech.headline.label")]


@pytest.mark.parametrize(
    ("text", "hows"),
    [("Kim reportedly told Xi that he would return.", ["hearsay", "said"]), ("Kim told Xi that he would return.", ["said"])],
)
def test_reportedly_is_somebody_who_is_not_named(pipeline: Pipeline, text: str, hows: list[str]) -> None:
    (statement,) = pipeline.read(Article(id="a", text=text, digest="", published="2018-05-09")).statements
    assert [link.how for link in statement.chain] == hows
    assert statement.chain[-1].holder == statement.speaker
