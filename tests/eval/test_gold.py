"""Our annotated articles: every quotation stands in its text, every actor is known, and the two halves are whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.gold import Gold, Quoted, Span, fingerprint, load

GOLDS = load()


def test_there_are_twelve_and_half_are_held_back() -> None:
    assert len(GOLDS) >= 12
    assert sorted(g.half for g in GOLDS) == ["held"] * (len(GOLDS) // 2) + ["own"] * (len(GOLDS) // 2)


def test_forms_regions_and_decades_differ() -> None:
    assert len({g.form for g in GOLDS}) >= 6
    assert len({g.region for g in GOLDS}) >= 5
    assert {g.published[:3] for g in GOLDS} == {"199", "200", "201", "202"}


@pytest.mark.parametrize("gold", GOLDS, ids=lambda g: g.id)
def test_every_quotation_stands_in_the_text(gold: Gold) -> None:
    assert [q.quote for q in gold.quoted() if q.span(gold.text) is None] == []
    assert [m for a in gold.actors for m in a.mentions if m not in gold.text] == []
    assert [s.cue for s in gold.statements if s.cue not in gold.text] == []


@pytest.mark.parametrize("gold", GOLDS, ids=lambda g: g.id)
def test_every_actor_and_first_telling_is_known(gold: Gold) -> None:
    known = {a.id for a in gold.actors}
    used = {i for e in gold.events for i in (*e.actors, *e.recipients, *e.sources)}
    used |= {i for s in gold.statements for i in (s.speaker, *s.via) if i}
    used |= {i for p in gold.positions for i in (p.actor, *p.held_by)} | {i for a in gold.agreements for i in a.parties}
    assert used <= known
    first = {e.id for e in gold.events if e.same_as is None}
    assert {e.same_as for e in gold.events if e.same_as} <= first


@pytest.mark.parametrize("gold", GOLDS, ids=lambda g: g.id)
def test_days_are_days_in_their_order(gold: Gold) -> None:
    days = [e.when for e in gold.events if e.when] + [a.when for a in gold.agreements if a.when]
    assert all(len(day) == 10 for pair in days for day in pair if day)
    assert all(first <= last for first, last in days if first and last)


def test_an_occurrence_counts_from_nought() -> None:
    text = "talks and talks"
    assert Quoted(quote="talks").span(text) == Span(0, 5)
    assert Quoted(quote="talks", occurrence=1).span(text) == Span(10, 15)
    assert Quoted(quote="talks", occurrence=2).span(text) is None


def test_a_fingerprint_tells_names_and_bytes_apart(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("1")
    first = fingerprint(tmp_path)
    (tmp_path / "b.txt").write_text("1")
    assert fingerprint(tmp_path, ".json") == first != fingerprint(tmp_path)
    (tmp_path / "a.json").rename(tmp_path / "c.json")
    assert fingerprint(tmp_path, ".json") != first
    (tmp_path / "__pycache__").mkdir()
    before = fingerprint(tmp_path)
    (tmp_path / "__pycache__" / "x.pyc").write_text("x")
    assert fingerprint(tmp_path) == before
