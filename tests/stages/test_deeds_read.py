"""What is done, and when, read from whole sentences by the real pipeline: topics, lists, expulsions, resolutions and their days."""

import pytest

from detente.pipeline import Pipeline
from detente.records import Article, Event

pytestmark = pytest.mark.model
DAY = "2018-05-09"  # a Wednesday


def told(pipeline: Pipeline, text: str) -> tuple[list[Event], dict[str, str]]:
    records = pipeline.read(Article(id="a", text=text, digest="", published=DAY)).records
    return list(records.events), {a.id: a.name for a in records.actors}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Moon and Kim discussed the planned summit between North Korea and the US.", {"Moon Jae-in", "Kim"}),
        ("Erdogan and Putin held talks on the war between Azerbaijan and Armenia.", {"Recep Tayyip Erdogan", "Vladimir Putin"}),
        ("Rouhani discussed relations with Turkey with Erdogan in Ankara.", {"Hassan Rouhani", "Recep Tayyip Erdogan"}),
        ("Australia and Japan exchanged views on North Korea.", {"Australia", "Japan"}),
        ("In a telephone conversation with Putin, Macron said the ceasefire must hold.", {"Vladimir Putin", "Emmanuel Macron"}),
        ("On Friday Kofi Annan, the UN secretary general, met Putin in Moscow.", {"Kofi Annan", "Vladimir Putin"}),
    ],
)
def test_who_talks_and_not_of_whom(pipeline: Pipeline, text: str, parties: set[str]) -> None:
    events, names = told(pipeline, text)
    sides = [{names[i] for i in (*e.actors, *e.recipients)} for e in events if e.code == "CONSULT" and e.factuality == "actual"]
    assert parties in sides


def test_relations_with_a_state_are_what_is_discussed(pipeline: Pipeline) -> None:
    assert not told(pipeline, "President Hosni Mubarak discussed relations with Iran.")[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Japan removed South Korea from its white list.", "SANCTION"),
        ("The cabinet decided to remove South Korea from its white list.", "SANCTION"),
        ("The United States put Cuba on its list of state sponsors of terrorism.", "SANCTION"),
        ("Cuba was removed from the US list of state sponsors of terrorism.", "CONCEDE"),
        ("South Korea restored Japan to its white list.", "SUPPORT"),
        ("EU foreign ministers agreed to impose sanctions on Russia.", "SANCTION"),
        ("Britain and France agreed to impose sanctions on Syria.", "AGREE"),
        ("The Duma ratified the treaty.", "SUPPORT"),
        ("Poland ordered the expulsion of four Russian diplomats.", "SANCTION"),
        ("Venezuela gave the US ambassador 72 hours to leave the country.", "SANCTION"),
    ],
)
def test_what_is_done(pipeline: Pipeline, text: str, code: str) -> None:
    events, _ = told(pipeline, text)
    assert [(e.code, e.factuality) for e in events] == [(code, "actual")]


def test_what_is_dismissed_was_asked(pipeline: Pipeline) -> None:
    events, _ = told(pipeline, "Eleven governments asked Myanmar to release Suu Kyi; the minister dismissed their appeal.")
    assert {(e.code, e.factuality) for e in events} == {("REQUEST", "actual"), ("REJECT", "actual")}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Israel bombed Damascus in the early hours of Monday.", "2018-05-07"),
        ("Pakistan shelled Kashmir during the night of Tuesday.", "2018-05-08"),
        ("The meeting between Putin and Erdogan, postponed from Tuesday, will take place on Friday.", "2018-05-11"),
        ("The talks between Iran and the EU were postponed from Monday to Thursday.", "2018-05-10"),
        ("South Korea decided on Thursday to end the intelligence pact with Japan.", "2018-05-03"),
        ("South Korea said on Thursday it would scrap an intelligence pact with Japan.", "2018-05-03"),
    ],
)
def test_the_day_that_the_sentence_gives(pipeline: Pipeline, text: str, day: str) -> None:
    events, _ = told(pipeline, text)
    assert [(e.when.start, e.when.end) if e.when else None for e in events] == [(day, day)]
