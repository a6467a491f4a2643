"""Who acts and who receives, read from whole sentences by the real pipeline: for each cause of doubt a yes and a no."""

import pytest

from detente.pipeline import Pipeline
from detente.records import Article

Side = tuple[str, ...]
NONE: Side = ()
# text, day of publication, code, actors, recipients
WHOM: list[tuple[str, str, str, Side, Side]] = [
    # what a refusal answers; whose own thing is rejected
    ("Nine governments asked Manila to hold a vote. The foreign minister, Blas Ople, dismissed their appeal.", "2003-05-01", "REJECT",
     ("Blas Ople",), ("Nine governments",)),
    ("Ghana rejected Togo's proposal on 2 April, and a day later Ivory Coast turned it down.", "1993-04-05", "REJECT", ("Ivory Coast",), ("Togo",)),
    ("Nepal's government met rebels. The rebels demanded talks. The government rejected the demand.", "2005-05-01", "REJECT",
     ("Nepal's government",), ("rebels",)),
    ("Chad accused Sudan of a raid. Libya rejected the plan.", "2008-05-01", "REJECT", ("Libya",), NONE),
    # between whom somebody mediates
    ("Eritrea and Djibouti fought over a hill until 2010, when Qatar brokered a ceasefire.", "2010-06-10", "CONSULT", ("Qatar",),
     ("Eritrea", "Djibouti")),
    ("Chad and Sudan broke off relations. Libya mediated between the three capitals.", "2006-04-20", "CONSULT", ("Libya",), NONE),
    ("Iraq killed 20 villagers. Oman mediated.", "1988-05-01", "CONSULT", ("Oman",), NONE),
    # between whom a truce is
    ("Armenia and Azerbaijan fought for ten days. A truce in Nagorno-Karabakh took effect at noon.", "2020-10-10", "RETREAT",
     ("Armenia", "Azerbaijan"), NONE),
    ("A ceasefire between Israel and Hamas took effect at dawn.", "2014-08-27", "RETREAT", ("Israel", "Hamas"), NONE),
    # a visitor's demand is the host's
    ("The president of Zambia flew to Zimbabwe on Monday. He pressed for the release of an editor.", "2007-05-09", "REQUEST",
     ("president of Zambia",), ("Zimbabwe",)),
    ("In March, Kim Jong-un travelled to China. The visit was intended to seek relief from Beijing.", "2018-05-09", "REQUEST",
     ("Kim Jong-un",), ("China",)),
    ("Mexico demanded the release of three journalists.", "1994-05-09", "REQUEST", ("Mexico",), NONE),
    # the parties, both sides, the two sides
    ("The Government of Mali and the Coordination of Azawad Movements signed an accord. The Parties request the United Nations to send monitors.",
     "2015-06-21", "REQUEST", ("Government of Mali", "Coordination of Azawad Movements"), ("United Nations",)),
    ("The Philippine government and the Moro Islamic Liberation Front held talks. Both sides thanked Malaysia.", "2012-10-16", "SUPPORT",
     ("Philippine government", "Moro Islamic Liberation Front"), ("Malaysia",)),
    ("Israel and the Palestine Liberation Organization signed an accord. The two sides praised Norway.", "1993-09-14", "SUPPORT",
     ("Israel", "Palestine Liberation Organization"), ("Norway",)),
    ("Peru and Ecuador signed a treaty. The two sides thanked Brazil.", "1998-10-27", "SUPPORT", ("Peru", "Ecuador"), ("Brazil",)),
    ("India and Nepal met. The opposition parties condemned India.", "2015-10-01", "ACCUSE", ("opposition parties",), ("India",)),
    # two titled parties
    ("Peru's president, Alberto Fujimori, and his Ecuadorian counterpart, Jamil Mahuad, signed a treaty.", "1998-10-27", "SUPPORT",
     ("Alberto Fujimori", "Jamil Mahuad"), NONE),
    ("The minister, Igor Ivanov, a former envoy and ally of Boris Yeltsin, condemned the raid.", "1999-03-25", "ACCUSE", ("Igor Ivanov",), NONE),
    # datelines; "according to"; "with the help of"; what is sent
    ("HAVANA, Cuba -- Raul Castro and Evo Morales met on Monday.", "2009-05-05", "CONSULT", ("Raul Castro", "Evo Morales"), NONE),
    ("The ministry lodged a protest in Ottawa, according to the Danish ambassador.", "2004-05-05", "ACCUSE", ("ministry",), NONE),
    ("Norway has promised to send 200 troops once a truce is signed.", "1995-05-05", "AGREE", ("Norway",), NONE),
    ("Norway has promised to send 200 troops to Burundi.", "1999-05-05", "AGREE", ("Norway",), ("Burundi",)),
    # participles and "of" with a gerund
    ("Accused by Washington of cheating, Beijing demanded an apology.", "2001-05-05", "ACCUSE", ("United States",), ("China",)),
    ("Kenya buried two students, shot by unknown gunmen, and a guard.", "2013-05-05", "ASSAULT", ("unknown gunmen",), ("two students",)),
    ("The opposition accused the police of killing 20 protesters.", "1988-05-05", "ASSAULT", ("police",), ("20 protesters",)),
    ("Israel has threatened for years to strike Iran.", "2012-05-05", "THREATEN", ("Israel",), ("Iran",)),
    ("The president paid tribute to the hospitality shown by Canadians.", "2004-12-01", "SUPPORT", ("president",), ("Canadians",)),
    # no addressee from afar: a venue, an army, the maker of a document
    ("A summit in Hanoi failed. Japan had wanted more. It refused to lift the tariffs.", "2019-03-08", "REJECT", ("Japan",), NONE),
    ("Serbia spoke of a treaty. Croatia rejected the idea.", "1996-03-08", "REJECT", ("Croatia",), NONE),
    ("China's navy ended its exercise. Cambodia blocked a draft.", "2016-07-13", "REJECT", ("Cambodia",), NONE),
    # who is whom
    ("Hezbollah fighters attacked an Israeli patrol. Later Hezbollah thanked Iran.", "2006-07-13", "ASSAULT", ("Hezbollah",), ("Israeli patrol",)),
    ("About 100 states, the United States among them, met in May. Kosovo declared independence, and Peru has recognised it.", "2008-05-05",
     "SUPPORT", ("Peru",), ("Kosovo",)),
    ("Ecuador's Congress condemned the United States.", "2008-03-05", "ACCUSE", ("Congress",), ("United States",)),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "published", "code", "actors", "recipients"), WHOM)
def test_who_does_it_to_whom(pipeline: Pipeline, text: str, published: str, code: str, actors: Side, recipients: Side) -> None:
    reading = pipeline.read(Article(id="a", text=text, digest="", published=published))
    names = {a.id: a.name for a in reading.records.actors}
    found = [(tuple(names[i] for i in e.actors), tuple(names[i] for i in e.recipients)) for e in reading.records.events if e.code == code]
    assert any(set(a) == set(actors) and set(r) == set(recipients) for a, r in found), found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "name", "type", "country"),
    [
        ("The Indian government accused the rebels of killing 20 villagers.", "2003-05-05", "Indian government", "government", "IND"),
        ("The Knesset approved the bill.", "1993-05-05", "Knesset", "government", "ISR"),
        ("The State Department praised the deal.", "1993-05-05", "State Department", "government", "USA"),
        ("Ecuador's Congress approved the treaty.", "1998-10-30", "Congress", "government", "ECU"),
        ("The Labour Party rejected the deal.", "1998-10-30", "Labour Party", "other", None),
        ("President Clinton visited China.", "1998-06-25", "Bill Clinton", "person", "USA"),
        ("More than 1,000 people were killed in Kenya.", "2008-02-01", "More than 1,000 people", "group", None),
        ("The opposition accused the police of killing protesters.", "2008-02-01", "police", "government", None),
    ],
)
def test_who_an_actor_is(pipeline: Pipeline, text: str, published: str, name: str, type: str, country: str | None) -> None:
    reading = pipeline.read(Article(id="a", text=text, digest="", published=published))
    assert (name, type, country) in [(a.name, a.type, a.country) for a in reading.records.actors]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Trump wrote a letter. He warned of war, and he left the door open: Kim Jong Un should call.", "and he left", "person:donald-trump"),
        ("Mike Pence suggested that Kim Jong Un could end like Gaddafi. A minister dismissed his remarks.", "dismissed his remarks",
         "person:mike-pence"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(pipeline: Pipeline, text: str, pronoun: str, who: str) -> None:
    reading = pipeline.read(Article(id="a", text=text, digest="", published="2018-05-25"))
    at = text.index(pronoun) + pronoun.index("h" if pronoun[0] == "a" else "his")
    heads = [w for m, w in zip(reading.mentions, reading.cast.who, strict=True) if reading.parse.start[m.head] == at]
    assert heads == [(who,)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Police chief quits as marches turn deadly\n\nThe head of Kenya's police, Japheth Koome, resigned on Friday.", "Japheth Koome"),
        ("Army chief warns of war\n\nEgypt's army chief, General Osama Askar, warned of war on Monday.", "Osama Askar"),
        ("The police chief quit.\n\nThe head of Kenya's army, Japheth Koome, warned of war.", "The police chief"),
        ("Navy chief quits\n\nThe head of Kenya's army, Japheth Koome, warned of war.", "Navy chief"),
    ],
)
def test_an_office_in_the_headline_is_whom_the_text_names_with_it(pipeline: Pipeline, text: str, actor: str) -> None:
    reading = pipeline.read(Article(id="a", text=text, digest="", published="2024-07-12"))
    names = {a.id: a.name for a in reading.actors}
    assert names[reading.events[0].actors[0]].casefold() in (actor.casefold(), actor.casefold().removeprefix("the "))


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "actors"),
    [
        ("Ethiopia, Eritrea leaders sign peace accord", {"Abiy Ahmed", "Isaias Afwerki"}),
        ("Japan, South Korea to resume talks", {"Japan", "South Korea"}),
        ("North, South Korean leaders shake hands", {"Kim Jong-un", "Moon Jae-in"}),
    ],
)
def test_a_comma_between_two_names_of_a_headline_is_and(pipeline: Pipeline, headline: str, actors: set[str]) -> None:
    reading = pipeline.read(Article(id="a", text=headline, digest="", published="2019-05-09"))
    names = {a.id: a.name for a in reading.actors}
    (event,) = reading.events
    assert {names[a] for a in (*event.actors, *event.recipients)} == actors
    assert all(headline[q.start : q.end] == q.quote for q in event.evidence)
