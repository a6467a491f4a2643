"""A small corpus made by hand: two tellings of one meeting and a copy of it, and one event for each thing that a format may be unable to say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from detente.corpus import Corpus, Filter, Held
from detente.export import Counted, Files, Setting, about, named, write
from detente.lexicon import Shelf, exchange, ontology
from detente.records import (
    Actor,
    ActorMention,
    AnyRecord,
    Article,
    Cited,
    Event,
    Judgement,
    Link,
    Quote,
    Run,
    Statement,
    When,
    Where,
)

FIRST = (
    'Kim meets Xi "again"\n\n'
    "Kim Jong-un met\tXi Jinping in Dalian on Monday, the foreign ministry confirmed. Washington expelled Iran’s envoys in Tehran’s wake.\n\n"
    "The US promised to send aid to the North. Trump will visit North Korea in June. Seoul plans to bomb the North.\n\n"
    "The North may attack. The North did not sign. The North wants China to help, experts said. "
    "The North invaded the South in 1950. The North tested missiles in 2017. The UN accused =cmd|' /C calc'!A0 of crimes."
)
SECOND = "Xi Jinping received\nKim on Monday.\n\nNothing else happened."
SHELF = Shelf()


def article(ident: str, text: str, outlet: str | None, published: str | None, **more: str) -> Article:
    return Article(id=ident, text=text, digest="d", outlet=outlet, published=published, **more)  # type: ignore[arg-type]


ARTICLES = (
    article("a1", FIRST, "Daily Example", "2018-05-09T08:30:00Z", title='Kim meets Xi "again"', url="https://news.example/1?a=b&c=d", byline="By Ann Lee & Co_"),
    article("a2", SECOND, "Other Post", "2018-05-10"),
    article("a3", FIRST, "Copy Times", "2018-05-11", url="https://copy.example/3"),
    article("a4", "Kim met Xi once.", None, None),
)  # fmt: skip


def quote(words: str, text: str = FIRST) -> Quote:
    at = text.index(words)
    return Quote(at, at + len(words), words)


def actor(ident: str, name: str, kind: str, country: str | None, *words: str, article: str = "a1", **more: object) -> Actor:
    text = {a.id: a.text for a in ARTICLES}[article]
    mentions = tuple(ActorMention(q.start, q.end, q.quote, "its name") for q in (quote(w, text) for w in words))
    return Actor(id=ident, article=article, name=name, type=kind, country=country, mentions=mentions, **more)  # type: ignore[arg-type]


def cast(of: str) -> Iterator[Actor]:
    yield actor(
        "person:kim-jong-un", "Kim Jong-un", "person", "PRK", "Kim Jong-un", article=of, sector="GOV", knowledge="person:kim-jong-un"
    )
    yield actor("person:xi-jinping", "Xi Jinping", "person", "CHN", "Xi Jinping", article=of, sector="GOV", knowledge="person:xi-jinping")
    yield actor("state:prk", "North Korea", "state", "PRK", "the North", article=of, sector="GOV")
    yield actor("state:kor", "South Korea", "state", "KOR", "Seoul", article=of, sector="GOV")
    yield actor("state:usa", "United States", "state", "USA", "Washington", "The US", article=of, sector="GOV")
    yield actor("state:irn", "Iran", "state", "IRN", "Iran", article=of, sector="GOV")
    yield actor("gov:chn-mfa", "Chinese foreign ministry", "government", "CHN", "the foreign ministry", article=of, sector="GOV")
    yield actor("igo:united-nations", "United Nations", "igo", None, "The UN", article=of, sector="IGO")
    yield actor(f"{of}#experts", "experts", "group", None, "experts", article=of)
    yield actor(f"{of}#evil", "=cmd|' /C calc'!A0", "armed_group", None, "=cmd|' /C calc'!A0", article=of, sector="REB")


def event(ident: str, words: str, code: str, actors: str, recipients: str = "", **changes: object) -> Event:
    """An event of the first article that happened, unless said otherwise; its words are found by themselves."""
    where = str(changes.pop("article", "a1"))
    text = {a.id: a.text for a in ARTICLES}[where]
    values: dict[str, object] = {
        "code": code, "plover": code, "actors": tuple(actors.split()), "recipients": tuple(recipients.split()), "factuality": "actual",
        "intensity": 2.5, "quad": 1, "made_by": f"{code.lower()}.rule", "evidence": (quote(words, text),),
    }  # fmt: skip
    return Event(id=ident, article=where, **{**values, **changes})  # type: ignore[arg-type]


MONDAY = When("2018-05-07", "2018-05-07", "day", "relative", "Monday")
DALIAN = Where("Dalian", "city", "Dalian", "CHN", "19", 38.9122, 121.6022, 1814087)
KIM, XI = "person:kim-jong-un", "person:xi-jinping"
MET = event(
    "met", "Kim Jong-un met\tXi Jinping in Dalian on Monday", "CONSULT", KIM, XI, symmetric=True, cameo="040", when=MONDAY, where=DALIAN,
    contexts=("diplomatic", "executive"), chain=(Link("gov:chn-mfa", "said", "confirmed"),), statement="s1",
)  # fmt: skip
AGAIN = event(
    "met2", "Xi Jinping received\nKim on Monday", "CONSULT", KIM, XI, article="a2", symmetric=True, cameo="040", when=MONDAY,
)  # fmt: skip
COPIED = event("met3", "Kim Jong-un met\tXi Jinping in Dalian on Monday", "CONSULT", KIM, XI, article="a3", symmetric=True, when=MONDAY)
EXPELLED = event(
    "expelled", "Washington expelled Iran’s envoys in Tehran’s wake", "SANCTION", "state:usa", "state:irn", mode="expel", quad=4,
    intensity=-5.5, when=When("2018-05-01", "2018-05-31", "month", "stated", "May"), where=Where("Iran", "country", "Tehran", "IRN"),
)  # fmt: skip
PROMISED = event("promised", "The US promised to send aid to the North", "AGREE", "state:usa", "state:prk", cameo="033")
AID = event(
    "aid", "send aid to the North", "AID", "state:usa", "state:prk", plover="AGREE", factuality="planned", cameo="070", quad=1,
)  # fmt: skip
VISIT = event(
    "visit", "Trump will visit North Korea in June", "CONSULT", "state:usa", "state:prk", mode="visit", plover="AGREE",
    factuality="planned", cameo="042", when=When("2018-06-01", "2018-06-30", "month", "relative", "June"),
)  # fmt: skip
BOMB = event("bomb", "Seoul plans to bomb the North", "ASSAULT", "state:kor", "state:prk", mode="aerial", factuality="planned", quad=4)
MAYBE = event("maybe", "The North may attack", "ASSAULT", "state:prk", factuality="possible", quad=4)
DENIED = event("denied", "The North did not sign", "SUPPORT", "state:prk", factuality="denied")
WISH = event(
    "wish", "The North wants China to help", "REQUEST", "state:prk", XI, made_by="request.want", quad=3,
    chain=(Link("a1#experts", "said", "said"),),
)  # fmt: skip
INVADED = event(
    "invaded", "The North invaded the South in 1950", "ASSAULT", "state:prk", "state:kor", quad=4,
    when=When("1950-06-25", "1950-06-25", "day", "stated", "1950"),
)  # fmt: skip
TESTED = event("tested", "The North tested missiles in 2017", "MOBILIZE", "state:prk", quad=4, when=When("2017-01-01", "2017-12-31", "year", "stated", "2017"))  # fmt: skip
ACCUSED = event("accused", "The UN accused =cmd|' /C calc'!A0 of crimes", "ACCUSE", "igo:united-nations", "a1#evil", mode="allege", quad=3, intensity=-3.5)  # fmt: skip
NEVER = event("never", "Kim met Xi once", "CONSULT", KIM, article="a4")
EVENTS = (MET, AGAIN, COPIED, EXPELLED, PROMISED, AID, VISIT, BOMB, MAYBE, DENIED, WISH, INVADED, TESTED, ACCUSED, NEVER)
SAID = Statement(
    id="s1", article="a1", speaker="gov:chn-mfa", cue=quote("confirmed"), content=quote("Kim Jong-un met"), manner="indirect",
    evidence=(quote("confirmed"),), made_by="speech",
)  # fmt: skip
RUN = Run(id="r1", program="detente 0.1.0", data="0123456789ab", model="some model")


def cited(record: Event) -> Cited:
    return Cited(record.id, record.article, record.code, record.evidence[0].quote)


JUDGED = (
    Judgement(id="j1", verdict="same_event", of=tuple(map(cited, (MET, AGAIN, COPIED))), reason="same day, same men"),
    Judgement(id="j2", verdict="copy", of=(Cited("a3", "a3"), Cited("a1", "a1")), reason="same words"),
    Judgement(id="j3", verdict="conflict", about="where", of=(cited(MET), cited(AGAIN)), reason="Dalian, or not"),
)
SECOND_CAST = (
    actor(KIM, "Kim Jong-un", "person", "PRK", "Kim", article="a2", sector="GOV", knowledge=KIM),
    actor(XI, "Xi Jinping", "person", "CHN", "Xi Jinping", article="a2", sector="GOV", knowledge=XI),
    actor(KIM, "Kim Jong-un", "person", "PRK", "Kim", article="a4", sector="GOV", knowledge=KIM),
)
RECORDS: tuple[AnyRecord, ...] = (RUN, *ARTICLES, *cast("a1"), *cast("a3"), *SECOND_CAST, SAID, *EVENTS, *JUDGED)


def setting(corpus: Corpus) -> Setting:
    origin = about.make("detente 0.1.0", SHELF.hash, corpus.runs, asked="--code 'CONSULT'")
    return Setting(corpus=corpus, exchange=exchange.load(SHELF), ontology=ontology.load(SHELF), about=origin)


def counted(name: str, corpus: Corpus, asked: Filter = Filter()) -> Counted:  # noqa: B008  frozen
    """What a format takes of a corpus."""
    return Counted(named(name), Held(corpus), asked, setting(corpus))


def exported(name: str, folder: Path, *, everything: bool = False, bom: bool = False) -> Path:
    """The made corpus written in a format, as the command does it; the main file."""
    path = folder / f"out.{name}"
    with Files(path, bom=bom) as files:
        write(counted(name, Corpus(RECORDS), Filter(everything=everything)), files)
    return path


def tabs(path: Path, width: int) -> list[list[str]]:
    """A strict reader of tables without quoting: every line ends, has `width` cells, and holds no quotation mark and no control character."""
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n")
    rows = [line.split("\t") for line in text[:-1].split("\n")]
    assert {len(row) for row in rows} <= {width}, {len(row) for row in rows}
    assert all(c.isprintable() and c != '"' for row in rows for cell in row for c in cell)
    return rows


def stream() -> io.BytesIO:
    return io.BytesIO()
