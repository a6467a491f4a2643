"""Articles and copies of them made by a seeded generator, for `eval/copies.py`.

Originals are the examples, the annotated articles of this tree and reports put together from phrases: for each made-up event several
reports in other words, with the same quotation, the same background and a communique in common. Copies are cut, reordered, given
another headline and page furniture, edited, spliced into another report, or reworded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import msgspec

from detente.records import Article
from eval import copies_more, gold

ROOT = Path(__file__).parent.parent
FIRST = ("whole", "cut", "reordered", "retitled", "edited", "spliced", "reworded")
KINDS = (*FIRST, *copies_more.KINDS)
PLACES = "Tarvel Orsk Melin Sadra Kuvan Brenne Tolmak Isfar Delmar Vostra Quintal Haska Norrby Palen Zemir Ulvo Castra Ferin".split()
PEOPLE = "Adane Borun Castel Demirov Eskin Farouq Galanis Hadek Ionescu Jansky Karimov Lund Mbeki Nakata Orban Petrov".split()
TOPICS = (
    "fishing rights", "a gas pipeline", "the return of prisoners", "grain transit", "border markers", "water from the dam",
    "rail tariffs", "the disputed islands", "landing rights", "stolen antiquities", "migrant workers", "a frozen loan",
)  # fmt: skip
_PHRASES: tuple[tuple[str, ...], ...] = (
    (
        "{a} and {b} ended two days of talks on {topic} in {place} on {day} without a joint text.",
        "Two days of negotiations about {topic} closed in {place} on {day}; {a} and {b} published nothing together.",
        "No joint document came out of the {place} round on {topic}, which {a} and {b} wound up on {day}.",
        "Delegations from {b} and {a} left {place} on {day}, having failed to write down what they want done about {topic}.",
    ),
    (
        "{p}, who led the {a} side, arrived an hour late because of fog and went straight into a closed session.",
        "Fog held up the plane of {a}'s chief negotiator, {p}; the first session began an hour behind time, behind closed doors.",
        "The opening was put off for an hour while {p}, heading {a}'s team, waited for the fog to lift.",
        "An hour of fog, and then a closed room: so the visit of {p}, {a}'s chief delegate, began.",
    ),
    (
        "The {b} delegation brought {n} pages of amendments, according to three people who saw them.",
        "Three people who were shown the papers counted {n} pages of changes proposed by {b}.",
        "{b}'s list of changes ran to {n} pages, say three who have read it.",
        "Amendments from {b} filled {n} pages, three readers of the draft said.",
    ),
    (
        "{q} told reporters at the airport that the door was open, but that nobody should expect a second round before spring.",
        "Before boarding, {q} said a second round was unlikely until spring, though nothing had been closed.",
        "Spring is the earliest for another round, in the view of {q}, who spoke on the tarmac and called the talks unfinished.",
        "There may be another round in spring, {q} said while leaving; the matter was not over.",
    ),
    (
        "A customs union between the two, proposed in {year}, was not on the agenda.",
        "Nobody raised the customs union that had been floated in {year}.",
        "The idea of a customs union, first heard in {year}, stayed off the table.",
        "What became of the customs union of {year} was left for another day.",
    ),
    (
        "Traders in {place} shrugged; the ferry to {b} ran as usual, and the market stayed open until dusk.",
        "On the quay at {place} the ferry left on time for {b} and stalls kept selling until it grew dark.",
        "Life in {place} went on: the boat to {b} sailed, the market closed at sunset.",
        "For the stallholders of {place} it was a day like any other, and the ferry to {b} kept to its timetable.",
    ),
    (
        "Opposition members of {a}'s parliament want to see the draft by the end of the month and threatened to summon {p}.",
        "In {a} deputies of the opposition gave the government until the month's end to show the draft, or {p} will be called before them.",
        "{p} may be called before {a}'s parliament, whose opposition asks for the text within the month.",
        "If the text is not shown before the month is out, {a}'s opposition will have {p} explain it in the chamber.",
    ),
    (
        "Oil prices, the reason for haste on both sides, fell {n} cents in the afternoon.",
        "Neither side can wait long: crude lost another {n} cents after lunch.",
        "Crude slipped by {n} cents during the session, which adds to the pressure on both.",
        "With oil down {n} cents by evening, time is on nobody's side.",
    ),
)
_BACKGROUND = (
    "The two countries broke off relations in {year} after a patrol boat sank in the strait. A commission of five lawyers put the border "
    "along the river, which neither accepted. About {n},000 people have lived in camps on the {b} side since."
)
_QUOTE = '"We did not come here to count the stones on the beach, we came to ask who may walk on them and who may not," {p} said.'
_COMMUNIQUE = (
    "The full text of the statement:\n\n1. The parties will continue to meet at the level of deputy ministers. 2. They take note of the "
    "map of {year} without prejudice. 3. They will refrain from exercises within {n} kilometres of the line. 4. They thank {place} for its "
    "hospitality. 5. A hot line between the two commands will be tested every Monday."
)
_SYNONYMS = {
    "said": "stated", "talks": "negotiations", "ended": "finished", "after": "following", "told": "informed", "because": "since",
    "open": "unlocked", "before": "ahead of", "want": "wish", "fell": "dropped", "people": "persons", "about": "around", "began": "started",
    "with": "alongside", "will": "is to", "that": "how", "in": "inside", "on": "upon", "which": "something that", "but": "yet",
    "also": "moreover", "leader": "chief", "leaders": "chiefs", "meeting": "gathering", "agreed": "consented", "between": "among",
    "first": "initial", "new": "fresh", "called": "named", "would": "was to", "has": "holds", "had": "held",
}  # fmt: skip
_FURNITURE = (
    "THE {outlet}\nNews | Sport\nHome > World\n\n{title}\n\nPublished online\n\n{text}\n\nMOST READ\n1. Ferry timetable\n2. Council"
)
_WHO = (
    "A retired judge", "The harbour master", "Two lorry drivers", "An aide to the speaker", "Students from the coast",
    "The old garrison", "A grain merchant", "The bishop's office", "Border guards", "A surveyor", "The widow of a pilot",
    "Trade unionists", "A cook", "The night editor", "Several mayors", "An opposition lawyer", "The weather service", "A customs clerk",
    "Veterans", "The bank",
)  # fmt: skip
_DID = (
    "remembered", "doubted", "photographed", "paid for", "laughed about", "had written down", "could not explain", "kept quiet about",
    "sold", "had asked for", "complained of", "was shown", "carried away", "had never seen", "counted", "misread", "celebrated",
    "feared",
)  # fmt: skip
_WHAT = (
    "the earlier draft", "eleven empty crates", "a map without names", "the price of diesel", "that winter", "the second signature",
    "a broken seal", "the noise of generators", "three unmarked cars", "the long silence", "a promise from the spring",
    "the missing pages", "the smell of tar", "an invitation in two languages", "the bill for the hotel", "a row over flags",
    "the cancelled parade",
)  # fmt: skip
_WHERE = (
    "behind the town hall", "on the ferry", "at the old customs post", "in a rented villa", "near the lighthouse", "outside the court",
    "under the viaduct", "in the upper village", "along the canal", "at breakfast", "before the doors opened", "in the smaller chamber",
)  # fmt: skip
_LINK = ("while", "and later", "although", "just as", "a day after", "because", "long before", "whereas")


class Made(msgspec.Struct, frozen=True):
    """An article, the originals that it goes back to, and how it was made (`original`, or one of KINDS)."""

    article: Article
    originals: frozenset[str]
    kind: str


def made(seed: int, events: int) -> list[Made]:
    """Originals and their copies in a mixed order of publication: a copy a day or two after its original."""
    random, more = Random(seed), Random(seed + 1000)
    originals = [*_texts(), *(a for n in range(events) for a in _reports(random, n))]
    originals += [a for n in range(events // 2) for a in _alike(more, n)]
    found = [Made(a, frozenset((a.id,)), "original") for a in originals]
    for article in originals:
        if random.random() < 0.6:
            found += [_copy(random, article, kind) for kind in random.sample(FIRST, 3)]
        if more.random() < 0.6:
            other = more.choice([o for o in originals if o is not article and o.published == article.published] or originals)
            found += [_turned(more, article, kind, other) for kind in more.sample(copies_more.KINDS, 3)]
    random.shuffle(found)
    return found


def _texts() -> Iterator[Article]:
    """The articles of this tree."""
    for line in (ROOT / "examples" / "digest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield _article(row["id"], row["text"], row["published"], row["outlet"])
    for name in ("analysis", "communique", "wire"):
        yield _article(name, (ROOT / "examples" / f"{name}.txt").read_text(encoding="utf-8"), "2018-05-10", name)
    for found in gold.load():
        yield _article(found.id, found.text, found.published, found.id)


def _reports(random: Random, number: int) -> Iterator[Article]:
    """Three independent reports of one event: other words, other order, the same quotation, and often the same background or communique."""
    values = _values(random)
    published = date(2019, 1, 1) + timedelta(days=random.randrange(600))
    for paper, (head, *rest) in enumerate(_bodies(random, values)):
        rest.insert(random.randint(1, 4), _QUOTE.format(**values))
        if random.random() < 0.7:
            rest.append(_BACKGROUND.format(**values))
        if random.random() < 0.3:
            rest.append(_COMMUNIQUE.format(**values))
        yield _article(f"event{number}-{paper}", "\n\n".join([head, *rest]), published.isoformat(), f"Paper {random.randint(1, 60)}")


def _alike(random: Random, number: int) -> Iterator[Article]:
    """Three independent reports that have much in common and copy nothing, a day apart at most."""
    values = _values(random)
    published = date(2019, 1, 1) + timedelta(days=random.randrange(600))
    for paper, text in enumerate(copies_more.lookalikes(random, values, [*_bodies(random, values)])):
        day = published + timedelta(days=random.randint(0, 1))
        yield _article(f"alike{number}-{paper}", text, day.isoformat(), f"Paper {random.randint(1, 60)}")


def _values(random: Random) -> dict[str, str]:
    return {
        "a": random.choice(PLACES) + "ia", "b": random.choice(PLACES) + "land", "place": random.choice(PLACES),
        "p": random.choice(PEOPLE), "q": random.choice(PEOPLE), "topic": random.choice(TOPICS), "n": str(random.randint(12, 96)),
        "year": str(random.randint(1961, 1999)),
        "day": random.choice(("Monday", "Tuesday", "Wednesday", "Thursday")),
    }  # fmt: skip


def _bodies(random: Random, values: Mapping[str, str]) -> Iterator[list[str]]:
    """What three papers make of one event, in paragraphs: no phrase twice."""
    ways = [random.sample(range(len(phrases)), 3) for phrases in _PHRASES]
    for paper in range(3):
        body = [phrases[way[paper]].format(**values) for phrases, way in zip(_PHRASES, ways, strict=True)]
        head, *rest = body[:1] + random.sample(body[1:], 4) + [_colour(random) for _ in range(6)]
        random.shuffle(rest)
        yield [head, *rest]


def _colour(random: Random) -> str:
    """A sentence or two of a paper's own."""
    said = f"{random.choice(_WHO)} {random.choice(_DID)} {random.choice(_WHAT)} {random.choice(_WHERE)}"
    return f"{said}, {random.choice(_LINK)} {random.choice(_WHO).lower()} {random.choice(_DID)} {random.choice(_WHAT)}."


def _copy(random: Random, article: Article, kind: str) -> Made:
    """A copy of one kind, in another outlet."""
    parts = [p for p in re.split(r"\n\s*\n", article.text) if p.strip()]
    text = {
        "whole": lambda: article.text,
        "cut": lambda: "\n\n".join(parts[: max(2, round(len(parts) * random.uniform(0.45, 0.9)))]),
        "reordered": lambda: "\n\n".join([parts[0], *random.sample(parts[1:], len(parts) - 1)]),
        "retitled": lambda: _FURNITURE.format(
            outlet="COASTAL MAIL", title="Neighbours at odds again", text="\n\n".join(parts[1:] or parts)
        ),
        "edited": lambda: _edited(random, article.text, 0.06),
        "spliced": lambda: _spliced(random, parts),
        "reworded": lambda: _edited(random, article.text, 0.05, synonyms=0.45),
    }[kind]()
    return _reprinted(random, article, kind, text)


def _turned(random: Random, article: Article, kind: str, other: Article) -> Made:
    """A copy of one of the further kinds."""
    text = copies_more.turned(random, kind, article.text, other.text)
    found = _reprinted(random, article, kind, text)
    return Made(found.article, frozenset((article.id, other.id)), kind) if kind == "two spliced" else found


def _reprinted(random: Random, article: Article, kind: str, text: str) -> Made:
    day = date.fromisoformat((article.published or "2019-01-01")[:10]) + timedelta(days=random.randint(0, 2))
    credit = f"({article.outlet}) - " if random.random() < 0.4 else ""
    return Made(
        _article(f"{article.id}-{kind}", credit + text, day.isoformat(), f"Mail {random.randint(1, 60)}"), frozenset((article.id,)), kind
    )


def _edited(random: Random, text: str, share: float, *, synonyms: float = 0.0) -> str:
    """Words taken out here and there, and where asked others put for them; quotations are left alone."""
    out = []
    for number, part in enumerate(re.split(r'("[^"\n]*"|“[^”\n]*”)', text)):
        out.append(part if number % 2 else re.sub(r"\S+", lambda m: _word(random, m[0], share, synonyms), part))
    return "".join(out)


def _word(random: Random, word: str, share: float, synonyms: float) -> str:
    if word in _SYNONYMS and random.random() < synonyms:
        return _SYNONYMS[word]
    return "" if word.islower() and random.random() < share else word


def _spliced(random: Random, parts: Sequence[str]) -> str:
    """Half of a report, with as much of the paper's own around it."""
    values = {
        "a": "Hovland", "b": "Estria", "place": "Marn", "p": "Tassel", "q": "Wen", "topic": "harbour dues", "n": str(random.randint(3, 9)),
        "year": "1958", "day": "Friday",
    }  # fmt: skip
    own = [random.choice(p).format(**values) for p in _PHRASES[:3]] + [_colour(random) for _ in range(5)]
    random.shuffle(own)
    words, kept = sum(len(p.split()) for p in own), []
    for part in parts:
        kept.append(part)
        if sum(len(k.split()) for k in kept) >= words:
            break
    middle = random.randint(1, len(own) - 1)
    return "\n\n".join([*own[:middle], *kept, *own[middle:]])


def _article(ident: str, text: str, published: str, outlet: str) -> Article:
    return Article(id=ident, outlet=outlet, title=text.split("\n", maxsplit=1)[0][:60], published=published, text=text, digest=ident)
