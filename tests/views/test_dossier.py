"""One actor in many articles."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import Actor, Agreement, AnyRecord, Link, Relation, Role
from detente.views import dossier
from detente.views.dossier import Dossier
from detente.views.sides import Sides
from tests.views.made import AGAIN, LATER, PANMUNJOM, RECORDS, TALKS, article, event, judged, on, position, quote, statement, threat


def ties(records: tuple[AnyRecord, ...], ident: str, words: str, **changes: object) -> Relation:
    values: dict[str, object] = {"type": "ties", "a": "state:prk", "b": "state:kor", **changes}
    where = str(getattr(records[0], "id"))  # noqa: B009
    return Relation(id=ident, article=where, evidence=(quote(records, words),), made_by="x", **values)  # type: ignore[arg-type]


def deal(ident: str, status: Literal["signed", "proposed"], records: tuple[AnyRecord, ...], words: str) -> Agreement:
    where = str(getattr(records[0], "id"))  # noqa: B009
    return Agreement(
        id=ident,
        article=where,
        name="declaration",
        parties=("state:prk", "state:kor"),
        status=status,
        key="k",
        evidence=(quote(records, words),),
        made_by="x",
    )


def made(*more: AnyRecord, who: str = "North Korea", fold: bool = False, asked: Filter | None = None) -> Dossier:
    corpus = Corpus((*RECORDS, *more))
    return dossier.make(corpus, who, asked or Filter(), Sides(corpus, fold=fold))


def test_identity_and_articles() -> None:
    north = made()
    assert (north.id, north.name, north.type, north.country) == ("state:prk", "North Korea", "state", "PRK")
    assert [(a.id, a.published, a.outlet, a.mentions) for a in north.articles] == [
        ("a", "2018-04-28", "Outlet a", 1), ("b", "2018-05-02", "Outlet b", 2), ("c", "2018-05-30", "Outlet c", 1),
    ]  # fmt: skip


def test_offices_by_date_and_how_each_is_known() -> None:
    roles = (Role("chairman", "party:wpk", "2016-05-09", None, "gazetteer"), Role("leader", "PRK", "2011-12-17", None, "text"))
    d = article("d", None, "Kim spoke.")
    again = [msgspec.structs.replace(r, roles=roles) if isinstance(r, Actor) else r for r in d]
    held = [(r.title, r.since, r.known, r.articles) for r in made(*again, who="Kim Jong-un").roles]
    assert held == [("leader", "2011-12-17", "said by a text", 1), ("chairman", "2016-05-09", "known beside the texts", 1)]


def test_over_a_time_articles_and_offices_are_those_of_then() -> None:
    roles = (Role("leader", "PRK", "2011-12-17", None, "text"), Role("chairman", "party:wpk", "2016-05-09", "2018-04-30", "gazetteer"))
    d = article("d", "2018-05-20", "Kim spoke.")
    again = [msgspec.structs.replace(r, roles=roles) if isinstance(r, Actor) else r for r in d]
    then = made(*again, who="Kim Jong-un", asked=Filter(since="2018-05-10"))
    assert [a.id for a in then.articles] == ["d", "c"]  # `a` was published before, and nothing of then is read from it
    assert [r.title for r in then.roles] == ["leader"]


def test_folded_an_office_says_whose_it_is() -> None:
    roles = (Role("leader", "PRK", "2011-12-17", None, "text"),)
    d = article("d", None, "Kim spoke.")
    again = [msgspec.structs.replace(r, roles=roles) if isinstance(r, Actor) else r for r in d]
    assert [(r.holder, r.title) for r in made(*again, fold=True).roles] == [("Kim Jong-un", "leader")]


def test_the_words_of_a_copy_are_no_second_claim() -> None:
    text = "North Korea wants talks. Kim said talks may begin."
    one, two = article("d", "2018-05-20", text), article("e", "2018-05-21", text)
    claims = [
        c for n, records in enumerate((one, two))
        for c in (position(records, f"p{n}", "North Korea wants talks", "talks"), statement(records, f"s{n}", "talks may begin", "said", "person:kim"))
    ]  # fmt: skip
    apart, folded = made(*one, *two, *claims, fold=True), made(*one, *two, *claims, judged("copy", "e", "d"), fold=True)
    assert (len(apart.said), [len(i.cells[0].stands) for i in apart.positions]) == (2, [2])
    assert ([s.article for s in folded.said], [s.article for s in folded.positions[0].cells[0].stands]) == (["d"], ["d"])


def test_how_it_stands_is_told_by_party_in_order_of_time() -> None:
    warm = ties(LATER, "r1", "were at the games", value="improving")
    cold = ties(TALKS, "r2", "met", value="strained", when=on("2017-09-03"), chain=(Link("person:moon", "said", "x"),))
    (south,) = made(warm, cold).standing
    assert south.other is not None and south.other.name == "South Korea"
    assert [(t.moment.words, t.words, t.holds) for t in south.ties] == [
        ("3 Sept 2017", "strained ties", True), ("published 30 May 2018", "improving ties", True),
    ]  # fmt: skip


def test_met_counts_once_what_is_told_twice_and_says_when_and_where_last() -> None:
    second = event(AGAIN, "b-second", "South Korea met North Korea", when=on("2018-05-01"))
    call = event(AGAIN, "b-call", "South Korea met North Korea", when=on("2018-05-02"), mode="phone")
    (south,) = made(second, call).met
    assert (south.other.name, south.times, south.last, south.where) == ("South Korea", 2, "1 May 2018", None)
    (south,) = made().met
    assert (south.times, south.last, south.where) == (1, "27 Apr 2018", PANMUNJOM.name)


def test_said_is_the_latest_first_with_its_chain() -> None:
    one = statement(TALKS, "s1", "China met Japan", "said", "person:kim")
    other = statement(LATER, "s2", "Moon may meet", "meet", "person:kim")
    said = made(one, other, who="Kim Jong-un").said
    assert [(s.id, s.moment.words, s.how) for s in said] == [
        ("s2", "published 30 May 2018", "Kim Jong-un"), ("s1", "published 28 Apr 2018", "Kim Jong-un"),
    ]  # fmt: skip


def test_others_claims_are_deeds_and_wishes_that_somebody_else_tells() -> None:
    by_south = (Link("state:kor", "said", "x"),)
    deed = threat(AGAIN, "b-deed", "North Korea threatened South Korea", chain=by_south)
    own = threat(AGAIN, "b-own", "North Korea threatened South Korea", chain=(Link("state:prk", "said", "x"),))
    wish = position(AGAIN, "p1", "North Korea threatened South Korea", "war", own=False, chain=by_south)
    claims = made(deed, own, wish).claims
    assert {(c.id, c.about, c.source) for c in claims} == {("b-deed", "deed", "South Korea"), ("p1", "wish", "South Korea")}


def test_positions_are_its_own_only_and_by_issue() -> None:
    mine = position(TALKS, "p1", "North Korea met South Korea", "talks")
    theirs = position(AGAIN, "p2", "South Korea met North Korea", "talks")
    (issue,) = made(mine, theirs).positions
    assert [c.party for c in issue.cells] == ["state:prk"]


def test_an_agreement_told_twice_is_one_with_every_status() -> None:
    (found,) = made(deal("g1", "proposed", TALKS, "Panmunjom"), deal("g2", "signed", AGAIN, "last week")).agreements
    assert (found.name, found.status, found.parties) == ("declaration", "proposed, signed", ("North Korea", "South Korea"))


def test_folded_a_state_has_what_its_officials_did() -> None:
    assert {e.id for e in made(fold=True).events} == {"a-talk", "b-threat", "c-plan", "a-threat"}
    assert {e.id for e in made().events} == {"a-talk", "b-threat"}


def test_a_filter_narrows_every_part() -> None:
    north = made(asked=Filter(outlets=("Outlet c",)))
    assert ([a.id for a in north.articles], north.events, north.met) == (["c"], (), ())
