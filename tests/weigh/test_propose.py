"""A case proposed from records: quotations in, numbers never."""

from __future__ import annotations

import msgspec

from detente.corpus import Corpus
from detente.records import Actor, ActorMention, AnyRecord, Article, Link, Position, Quote, Statement
from detente.weigh import casefile, propose, writer
from detente.weigh.case import Case, Issue, Party

TEXT = (
    "North Korea wants a phased denuclearization, Kim said. The United States opposes a phased denuclearization. "
    "“We want complete denuclearization now,” Trump said. An expert said China backs phased denuclearization. "
    "Seoul would accept phased denuclearization if Washington agrees. China, China and China traded."
)
ARTICLE = Article(id="a", text=TEXT, digest="d", title="Talks", outlet="Wire", published="2018-05-09")
NAMES = {"PRK": "North Korea", "USA": "United States", "CHN": "China", "KOR": "South Korea"}


def quote(words: str) -> Quote:
    at = TEXT.index(words)
    return Quote(at, at + len(words), words)


def actor(ident: str, name: str, kind: str, country: str | None, mentions: int = 1, **more: object) -> Actor:
    made = tuple(ActorMention(n, n + 1, "x", "name") for n in range(mentions))
    return Actor(id=ident, article="a", name=name, type=kind, country=country, mentions=made, **more)  # type: ignore[arg-type]


def position(ident: str, who: str, words: str, stance: str, *, own: bool = True, by: str | None = None) -> Position:
    chain = (Link(by, "said", "said"),) if by else ()
    return Position(
        id=ident, article="a", actor=who, issue="denuclearization", issue_key="denuclearization phased", stance=stance,  # type: ignore[arg-type]
        own=own, chain=chain, evidence=(quote(words),), made_by="t",
    )  # fmt: skip


ACTORS = (
    actor("state:prk", "North Korea", "state", "PRK"), actor("state:usa", "United States", "state", "USA"),
    actor("state:chn", "China", "state", "CHN", 4), actor("state:kor", "Seoul", "state", "KOR"),
    actor("person:kim", "Kim Jong-un", "person", "PRK", knowledge="person:kim", sector="GOV"),
    actor("person:trump", "Donald Trump", "person", "USA", knowledge="person:trump", sector="GOV"),
    actor("a#expert", "An expert", "person", None, sector="EDU"),
    actor("a#old", "former official", "person", "USA", sector="GOV", knowledge="person:old"),
)  # fmt: skip
SAID = Statement(
    id="s1", article="a", speaker="person:trump", cue=quote("Trump said"), content=quote("We want complete denuclearization now"),
    manner="direct", act="demand", chain=(Link("person:trump", "said", "said"),), evidence=(quote("We want complete denuclearization now"),),
    made_by="t",
)  # fmt: skip
RECORDS: tuple[AnyRecord, ...] = (
    ARTICLE, *ACTORS,
    position("p1", "state:prk", "North Korea wants a phased denuclearization", "for", by="person:kim"),
    position("p2", "state:usa", "The United States opposes a phased denuclearization", "against"),
    position("p3", "state:chn", "China backs phased denuclearization", "for", own=False, by="a#expert"),
    position("p4", "state:kor", "Seoul would accept phased denuclearization if Washington agrees", "conditional"),
    SAID,
)  # fmt: skip
KNOWN = propose.Known(lambda issue: " ".join(sorted(issue.lower().strip(".").split())), lambda code: NAMES.get(code, code))


def case(*issues: str, parties: tuple[str, ...] = ()) -> Case:
    return propose.propose(Corpus(RECORDS), issues, KNOWN, parties=parties)


def party(issue: Issue, name: str) -> Party:
    return next(p for p in issue.parties if p.name == name)


def test_anchors_are_quotations_ordered_by_stance_and_say_so() -> None:
    (issue,) = case("denuclearization").issues
    assert [a.note.rpartition(": ")[2] for a in issue.anchors] == ["against", "on a condition", "for", "for"]
    assert issue.order == "proposed"
    assert "C, D" in issue.note
    assert all(a.value is None for a in issue.anchors)


def test_evidence_has_article_offsets_speaker_and_record() -> None:
    made = case("denuclearization")
    assert made.articles[0].published == "2018-05-09"
    for evidence in made.evidence:
        assert TEXT[evidence.start : evidence.end] == evidence.quote
    trump = next(e for e in made.evidence if e.record == "s1")
    assert (trump.by, trump.how) == ("Donald Trump (United States)", "direct speech")


def test_a_government_speaks_for_its_state_with_the_person_named() -> None:
    (issue,) = case("denuclearization").issues
    states = party(issue, "United States")
    assert states.speakers == ("Donald Trump",)
    assert (states.position.at, states.position.status) == ("at D", "quoted")
    assert "also A" in states.position.note


def test_words_of_the_reporter_are_inferred_and_own_words_quoted() -> None:
    (issue,) = case("denuclearization").issues
    assert party(issue, "South Korea").position.status == "inferred"
    assert party(issue, "North Korea").position.status == "quoted"


def test_what_another_says_is_a_claim_and_places_nobody() -> None:
    (issue,) = case("denuclearization").issues
    (claim,) = issue.claims
    assert (claim.by, claim.about, claim.words) == ("An expert", "China", "China backs phased denuclearization")
    china = party(issue, "China")
    assert (china.position.at, china.position.status) == ("not stated", "unknown")
    assert china.position.note == "cannot be placed from these texts"


def test_what_nobody_but_the_outlet_says_is_the_outlets_claim() -> None:
    said = position("p9", "state:chn", "China backs phased denuclearization", "for", own=False)
    (claim,) = propose.propose(Corpus((ARTICLE, *ACTORS, said)), ["denuclearization"], KNOWN).issues[0].claims
    assert (claim.by, claim.about) == ("Wire", "China")


def test_no_number_is_ever_proposed_but_mentions_under_their_name() -> None:
    (issue,) = case("denuclearization").issues
    for one in issue.parties:
        for amount in (one.salience, one.influence):
            assert (amount.value, amount.low, amount.high, amount.status) == (None, None, None, "unknown")
    counted = party(issue, "China").media_attention
    assert counted is not None
    assert (counted.mentions, counted.articles) == (4, 1)


def test_other_words_for_the_issue_and_several_issues() -> None:
    one, two = case("a phased; phased", "trade").issues
    assert (one.name, one.words, bool(one.anchors)) == ("a phased", ("phased",), True)
    assert (two.anchors, two.note) == ((), "No party's position on this was found in these texts.")


def test_parties_asked_for_are_the_only_ones_whether_placed_or_not() -> None:
    (issue,) = case("denuclearization", parties=("North Korea", "China", "Peru")).issues
    assert [p.name for p in issue.parties] == ["North Korea", "China", "Peru"]
    assert len(issue.anchors) == 1


def test_the_proposal_reads_back_and_an_empty_corpus_gives_an_empty_case() -> None:
    made = case("denuclearization")
    assert casefile.parse(writer.write(made)) == made
    empty = propose.propose(Corpus(()), ["x"], KNOWN)
    assert empty.issues[0].parties == ()
    assert msgspec.structs.asdict(empty)["evidence"] == ()
