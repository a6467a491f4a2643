"""The scorer, on records made by hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from eval.gold import Gold, GoldActor, GoldAgreement, GoldEvent, GoldStatement, Span
from eval.score import close, count, figures
from eval.who import Cast, fold, pairs

from detente.records import Actor, ActorMention, Agreement, AnyRecord, Event, Link, Quote, Statement, When, Where

TEXT = "Ana Ruiz met Bo Lind in Oslo on Monday. “We agree,” Ruiz said. Norway may sign the pact."
RUIZ = GoldActor("ruiz", "Ana Ruiz", "person", "ESP", ("Ana Ruiz", "Ruiz"))
LIND = GoldActor("lind", "Bo Lind", "person", "SWE", ("Bo Lind",))
NOR = GoldActor("nor", "Norway", "state", "NOR", ("Norway",))


def gold(**fields: Any) -> Gold:
    return Gold(id="a", half="own", form="wire", region="Europe", published="2018-05-09", text=TEXT, actors=(RUIZ, LIND, NOR), **fields)


def quote(words: str) -> Quote:
    at = TEXT.index(words)
    return Quote(at, at + len(words), words)


def actor(ident: str, name: str, **fields: Any) -> Actor:
    return Actor(id=ident, article="a", name=name, **({"type": "person"} | fields))


def event(words: str, **fields: Any) -> Event:
    made: dict[str, Any] = {
        "id": words,
        "article": "a",
        "code": "CONSULT",
        "factuality": "actual",
        "plover": "CONSULT",
        "intensity": 1.0,
        "quad": 1,
    }
    return Event(**(made | {"evidence": (quote(words),), "made_by": "x"} | fields))


def statement(words: str, speaker: str | None, *chain: str) -> Statement:
    links = tuple(Link(holder, "said", "said") for holder in chain)
    return Statement(
        id=words,
        article="a",
        speaker=speaker,
        cue=quote("said"),
        content=quote(words),
        manner="direct",
        chain=links,
        evidence=(quote(words),),
        made_by="x",
    )


ACTORS = [actor("p:ruiz", "Ana Ruiz"), actor("p:lind", "Bo Lind"), actor("state:nor", "Norway", type="state", country="NOR")]
MET = GoldEvent(
    id="e1", code="CONSULT", quote="Ana Ruiz met Bo Lind in Oslo on Monday", actors=("ruiz",), recipients=("lind",), symmetric=True,
    factuality="actual", when=("2018-05-07", "2018-05-07"), where="Oslo",
)  # fmt: skip


def score(annotated: Gold, *records: AnyRecord) -> dict[str, float | None]:
    return figures(count(annotated, [*ACTORS, *records]))


def test_a_whole_and_right_record_scores_one() -> None:
    monday = When("2018-05-07", "2018-05-07", "day", "relative", "Monday")
    made = event(
        "Ana Ruiz met Bo Lind in Oslo", actors=("p:lind",), recipients=("p:ruiz",), when=monday, where=Where("Oslo", "city", "Oslo")
    )
    got = score(gold(events=(MET,)), made)
    wanted = ("event_span_f1", "event_code_f1", "event_who_f1", "factuality_f1", "when", "where")
    assert [got[name] for name in wanted] == [1.0] * 6
    assert got["no_invented_when"] is None


def test_another_code_is_found_in_the_text_alone() -> None:
    got = score(gold(events=(MET,)), event("Ana Ruiz met Bo Lind", code="AGREE"))
    assert (got["event_span_f1"], got["event_code_f1"], got["event_who_f1"]) == (1.0, 0.0, 0.0)


def test_sides_count_where_a_deed_has_sides() -> None:
    made = event("Norway may sign the pact", code="SUPPORT", actors=("p:ruiz",), recipients=("state:nor",), factuality="possible")
    sided = GoldEvent(
        id="e", code="SUPPORT", quote="Norway may sign the pact", actors=("nor",), recipients=("ruiz",), factuality="possible"
    )
    assert score(gold(events=(sided,)), made)["event_who_f1"] == 0.0


def test_extra_and_missed_records_cost() -> None:
    got = score(gold(events=(MET,)), event("Ana Ruiz met Bo Lind"), event("Norway may sign the pact", code="SUPPORT"))
    assert got["event_code_f1"] == pytest.approx(2 / 3)
    assert score(gold(events=(MET,)))["event_code_f1"] == 0.0


def test_what_is_optional_costs_nothing() -> None:
    free = GoldEvent(id="e2", code="SUPPORT", quote="Norway may sign the pact", actors=("nor",), factuality="possible", optional=True)
    both = gold(events=(MET, free))
    met = event("Ana Ruiz met Bo Lind")
    assert score(both, met)["event_code_f1"] == 1.0
    assert score(both, met, event("Norway may sign the pact", code="SUPPORT"))["event_code_f1"] == 1.0


def test_two_records_of_one_deed_are_one_and_an_extra() -> None:
    got = count(gold(events=(MET,)), [*ACTORS, event("Ana Ruiz met Bo Lind"), event("met Bo Lind in Oslo on Monday")])
    assert (got["event_code", "found"], got["event_code", "extra"]) == (1, 1)


def test_a_date_or_place_that_the_text_does_not_give_is_invented() -> None:
    bare = GoldEvent(id="e", code="SUPPORT", quote="Norway may sign the pact", actors=("nor",), factuality="possible")
    made = event(
        "Norway may sign the pact",
        code="SUPPORT",
        when=When(None, "2018-05-09", "day", "inherited", ""),
        where=Where("Oslo", "city", "Oslo"),
    )
    got = score(gold(events=(bare,)), made)
    assert (got["no_invented_when"], got["no_invented_where"]) == (0.0, 0.0)


def test_an_open_side_is_part_of_a_date() -> None:
    since = GoldEvent(id="e", code="CONSULT", quote="Ana Ruiz met Bo Lind", factuality="actual", when=("2018-05-07", None))
    closed = When("2018-05-07", "2018-05-07", "day", "stated", "Monday")
    assert score(gold(events=(since,)), event("Ana Ruiz met Bo Lind", when=closed))["when"] == 0.0


def test_factuality_is_a_mean_over_kinds() -> None:
    may = GoldEvent(id="e2", code="SUPPORT", quote="Norway may sign the pact", actors=("nor",), factuality="possible")
    got = score(gold(events=(MET, may)), event("Ana Ruiz met Bo Lind"), event("Norway may sign the pact", code="SUPPORT"))
    assert got["factuality_f1"] == pytest.approx((2 / 3 + 0) / 2)


def test_a_statement_needs_half_of_the_union_and_its_speaker() -> None:
    said = GoldStatement(id="s", speaker="ruiz", cue="said", quote="We agree", manner="direct", via=("lind",))
    annotated = gold(statements=(said,))
    right = score(annotated, statement("We agree", "p:ruiz", "p:lind", "p:ruiz"))
    assert (right["statement_f1"], right["statement_speaker_f1"], right["via"]) == (1.0, 1.0, 1.0)
    other = score(annotated, statement("We agree", "p:lind"))
    assert (other["statement_f1"], other["statement_speaker_f1"], other["via"]) == (1.0, 0.0, 0.0)
    assert score(annotated, statement("Monday. “We agree,” Ruiz", "p:ruiz"))["statement_f1"] == 0.0


def test_agreements_are_found_by_their_words() -> None:
    pact = Agreement(id="g", article="a", name="the pact", parties=(), status="proposed", evidence=(quote("the pact"),), made_by="x")
    annotated = gold(agreements=(GoldAgreement(name="pact", quote="sign the pact", status="proposed"),))
    assert score(annotated, pact)["agreement_f1"] == 1.0
    assert score(annotated)["agreement_f1"] == 0.0


def test_a_state_counts_for_its_government() -> None:
    ministry = GoldActor("mfa", "Norwegian foreign ministry", "government", "NOR")
    cast = Cast([ministry], [actor("state:nor", "Norway", type="state", country="NOR")])
    assert cast.same("mfa", "state:nor")
    assert not Cast([ministry], [actor("gov:x", "army", type="government", country="NOR")]).same("mfa", "gov:x")


def test_two_men_of_one_name_are_two_actors() -> None:
    kims = [GoldActor("a", "Kim Jong-un", "person", "PRK", ("Kim",)), GoldActor("b", "Kim Hyun-wook", "person", "KOR", ("Kim",))]
    one = actor("p:kim", "Kim Jong-un", mentions=(ActorMention(0, 3, "Kim", "its name"),))
    cast = Cast(kims, [one])
    assert cast.same("a", "p:kim") and not cast.same("b", "p:kim")
    assert cast.full_names() == (1, 2)


@pytest.mark.parametrize(
    ("name", "folded"), [("The U.N.’s", "u n"), ("Nicolás Maduro", "nicolas maduro"), ("his", "his"), ("Lavrov's aides", "lavrov aides")]
)
def test_names_are_compared_without_dress(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_evidence_may_not_quote_everything() -> None:
    assert close(Span(0, 20), Span(10, 40))
    assert not close(Span(0, 20), Span(11, 40))
    assert not close(Span(0, 20), Span(0, 161))
    assert not close(None, Span(0, 20))


def test_pairs_are_the_best_in_sum() -> None:
    assert pairs([[3.0, 2.0], [2.5, 0.0]]) == [(0, 1), (1, 0)]
    assert pairs([]) == pairs([[]]) == []


def test_counts_of_articles_add_up() -> None:
    one = count(gold(events=(MET,)), [*ACTORS, event("Ana Ruiz met Bo Lind")])
    none = count(gold(events=(MET,)), ACTORS)
    assert figures(one + none)["event_code_f1"] == pytest.approx(2 / 3)
    assert figures(Counter())["event_code_f1"] is None
