"""An article narrowed to one actor or one issue."""

from __future__ import annotations

from detente.records import AnyRecord, Link, When
from detente.views import narrow
from detente.views.ledger import Ledger
from detente.views.narrow import Asked
from tests import written
from tests.written import RECORDS, SAYS, statement

LATER = When("2018-05-08", "2018-05-08", "day", "stated", "Tuesday")
QUOTED = statement(
    "s2", "where he praised the talks", "experts", speaker="person:kim", manner="indirect", when=written.MONDAY,
    chain=(Link("gov:mfa", "quoted", "experts"), Link("person:kim", "said", "experts")), addressees=("person:xi",),
)  # fmt: skip
NEWER = statement("s3", "China to play a larger role", "experts", speaker="person:kim", manner="indirect", when=LATER)
ALL: tuple[AnyRecord, ...] = (*RECORDS, QUOTED, NEWER)


def kept(**asked: str) -> set[str]:
    """Ids of the claims that are left."""
    found = narrow.keep(ALL, Asked(**asked))  # type: ignore[arg-type]
    actors = {a.id for a in written.ACTORS}
    return {r.id for r in found} - actors - {"art"}


def test_by_an_actor_is_what_it_said_wants_and_did() -> None:
    assert kept(by="Mike Pompeo") == {"s1"}
    assert kept(by="Kim") == {"e1", "e2", "s2", "s3"}
    assert kept(by="North Korea") == {"p1", "p2"}


def test_an_actor_is_found_by_id_alias_and_last_name() -> None:
    assert kept(by="person:pompeo") == kept(by="pompeo") == {"s1"}
    assert narrow.actors(Ledger(ALL), "Beijing") == {"state:chn", "gov:mfa"}


def test_who_is_not_there_has_nothing() -> None:
    assert kept(by="Emmanuel Macron") == set()


def test_about_an_issue_needs_all_its_words() -> None:
    assert kept(about="larger role") == {"p1", "p3", "s3"}
    assert kept(about="nuclear tests") == set()


def test_both_narrow_together() -> None:
    assert kept(by="Kim", about="larger role") == {"s3"}


def test_the_chain_is_told_from_the_speaker_outwards() -> None:
    ledger = Ledger(ALL)
    assert narrow.told(ledger, QUOTED) == "Kim Jong-un, as quoted by Chinese Foreign Ministry, to Xi Jinping"
    assert narrow.told(ledger, SAYS) == "Mike Pompeo"


def test_the_newest_statement_of_a_speaker_stands_first() -> None:
    section = narrow.said(Ledger(ALL), [QUOTED, NEWER, SAYS])
    assert [r.ids for r in section.rows] == [("s3",), ("s2",), ("s1",)]
    assert [r.label for r in section.rows] == ["Kim Jong-un", "", "Mike Pompeo"]


def test_a_report_of_what_is_left() -> None:
    made = narrow.make(ALL, narrow.keep(ALL, Asked(by="Kim")))
    assert [s.key for s in made.sections] == ["said", "happened"]
    assert narrow.make(ALL, ()).counts == "nothing of that in this article"
