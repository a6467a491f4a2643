"""A corpus judged at once and article by article, with copies, conflicts and chains."""

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import AnyRecord, Article, Event, Judgement, Link
from detente.resolve import asked, judge, judge_new, stored
from tests.resolve.told import told

SIGNED = "Kim and Xi signed an accord"
ARTICLES = (
    told("a", "Kim met Xi in Dalian on Monday", on="2018-05-07", at=("Dalian", "CHN"), published="2018-05-08"),
    told("b", "Kim met Xi on Monday", on="2018-05-07", at=("Beijing", "CHN"), published="2018-05-09"),
    told("c", "Kim's trip to China this week", whom="CHN", published="2018-05-10"),
    told("d", "Kim met Xi in March", on="2018-03-26", at=("Beijing", "CHN"), published="2018-05-10"),
    told("e", "the meeting of Kim and Xi in Dalian", on="2018-05-07/2018-05-08", at=("Dalian", "CHN"), published="2018-05-11"),
)
RECORDS = tuple(r for article in ARTICLES for r in article)


def sets(records: tuple[AnyRecord, ...]) -> list[list[str]]:
    return sorted(sorted(e.article for e in t.tellings) for t in Corpus(records).told(Filter(everything=True)))


def added(order: str) -> tuple[Judgement, ...]:
    have: list[AnyRecord] = []
    said: list[Judgement] = []
    for article in order:
        have += ARTICLES["abcde".index(article)]
        said += judge_new(article, Corpus([*have, *said]))
    return tuple(said)


def test_a_summit_retold_for_days_is_one_and_that_of_march_another() -> None:
    assert sets((*RECORDS, *judge(Corpus(RECORDS)))) == [["a", "b", "c", "e"], ["d"]]


def test_articles_added_one_by_one_get_what_all_get_at_once() -> None:
    assert {j.id for j in added("abcde")} == {j.id for j in judge(Corpus(RECORDS))}


def test_the_order_of_adding_does_not_change_the_events() -> None:
    for order in ("edcba", "cbade", "dacbe"):
        assert sets((*RECORDS, *added(order))) == [["a", "b", "c", "e"], ["d"]]


def test_judging_again_says_the_same() -> None:
    once = judge(Corpus(RECORDS))
    assert judge(Corpus((*RECORDS, *once))) == once


def test_two_places_of_one_meeting_are_a_conflict_told_once() -> None:
    found = [j for j in judge(Corpus(RECORDS)) if j.verdict == "conflict"]
    assert [(j.about, sorted(c.article for c in j.of)) for j in found] == [("where", ["a", "b"])]
    assert "Beijing or Dalian" in found[0].reason and "Kim met Xi on Monday" in found[0].reason


def test_events_that_may_be_one_share_a_key() -> None:
    corpus = Corpus(RECORDS)
    by_article = {e.article: e for e in corpus.events}
    for other in "abe":
        assert asked(corpus, by_article["c"]) & stored(corpus, by_article[other])
    assert not asked(corpus, by_article["c"]) & stored(corpus, by_article["d"])


def test_a_copy_is_no_witness_of_its_own() -> None:
    text = (
        "Kim met Xi in Dalian. "
        + "They walked by the sea, spoke for an hour and planted one tree near the pier where fishermen watched. " * 3
    )
    wire = told("wire", "Kim met Xi in Dalian", on="2018-05-07", at=("Dalian", "CHN"), outlet="North Wire", text=text)
    copy = told("copy", "Kim met Xi in Dalian", on="2018-05-07", at=("Beijing", "CHN"), published="2018-05-10", text="(North Wire) " + text)
    said = judge(Corpus((*wire, *copy)))
    assert [(j.verdict, [c.id for c in j.of]) for j in said] == [
        ("copy", ["copy", "wire"]), ("same_event", ["copy-e", "wire-e"]),
    ]  # fmt: skip
    (event,) = Corpus((*wire, *copy, *said)).told()
    assert event.outlets == ("North Wire",)


def test_papers_citing_one_ministry_are_several_outlets_and_one_origin() -> None:
    says = (Link("gov:chn-mfa", "said", "said"),)
    papers = [told(p, f"Kim met Xi on Monday, paper {p} has it", on="2018-05-07", published=f"2018-05-0{n}") for n, p in enumerate("xy", 8)]
    records = [msgspec.structs.replace(r, chain=says) if isinstance(r, Event) else r for paper in papers for r in paper]
    (event,) = Corpus((*records, *judge(Corpus(records)))).told()
    assert (event.outlets, event.origins, event.first.id) == (("x", "y"), ("gov:chn-mfa",), "x")


def test_a_malformed_day_is_no_day() -> None:
    records = (*told("a", "Kim met Xi", published="someday"), Article(id="z", text="", published="2018", digest="z"))
    assert judge(Corpus(records)) == ()


def test_a_copy_tells_of_no_later_day_than_its_original() -> None:
    text = "Kim met Xi. " + "They walked by the sea, spoke for an hour and planted one tree near the pier where fishermen watched. " * 3
    wire = told("wire", "Kim met Xi", published="2018-05-07", outlet="North Wire", text=text)
    copy = told("copy", "Kim met Xi", published="2018-05-08", text="(North Wire) " + text)
    next_day = told("next", "Kim met Xi again over breakfast", published="2018-05-08", on="2018-05-08")
    said = [[c.id for c in j.of] for j in judge(Corpus((*wire, *copy, *next_day))) if j.verdict == "same_event"]
    assert said == [["copy-e", "wire-e"]]
