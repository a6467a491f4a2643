"""More ways to copy an article, and more that look like copying and are none, for `eval/copies.py`.

Copies: cut to a brief, a new headline and lead, two reports put together, quotations turned into reported speech, British for American
spelling, numbers in words, a paraphrase such as a machine makes, a newsletter's furniture, a live blog that takes a report in, an agency's
third write-through. No copies: independent reports that print one communique in full or one long quotation, a series with one background.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

KINDS = (
    "brief",
    "new lead",
    "two spliced",
    "no quotes",
    "spelling",
    "numbers",
    "paraphrased",
    "furniture",
    "live blog",
    "write-through",
)
_SPELT = {
    "labour": "labor", "programme": "program", "defence": "defense", "centre": "center", "favour": "favor", "honour": "honor",
    "neighbour": "neighbor", "organis": "organiz", "recognis": "recogniz", "normalis": "normaliz", "metre": "meter", "travell": "travel",
    "cancell": "cancel", "theatre": "theater", "colour": "color", "harbour": "harbor", "towards": "toward", "analys": "analyz",
    "grey": "gray", "licence": "license", "cheque": "check", "petrol": "gasoline", "railway": "railroad",
    "lorry": "truck", "timetable": "schedule", "per cent": "percent",
}  # fmt: skip
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SYNONYMS: Mapping[str, str] = {
    "ended": "concluded", "talks": "discussions", "days": "days", "without": "with no", "joint": "common", "text": "document",
    "negotiations": "bargaining", "closed": "finished", "published": "released", "nothing": "no paper", "together": "jointly",
    "led": "headed", "side": "party", "arrived": "came", "late": "behind schedule", "because": "owing to the fact that",
    "fog": "mist", "session": "sitting", "delegation": "team", "brought": "carried", "pages": "sheets", "according": "as stated",
    "people": "persons", "saw": "viewed", "told": "informed", "reporters": "journalists", "airport": "airfield", "door": "gate",
    "open": "unlocked", "nobody": "no one", "expect": "await", "second": "further", "round": "meeting", "before": "ahead of",
    "spring": "springtime", "proposed": "suggested", "agenda": "programme", "ferry": "boat", "ran": "operated", "usual": "normal",
    "market": "bazaar", "stayed": "remained", "until": "till", "dusk": "nightfall", "members": "deputies", "want": "wish",
    "draft": "outline", "end": "close", "month": "month", "threatened": "warned", "summon": "call in", "prices": "costs",
    "reason": "cause", "haste": "hurry", "fell": "dropped", "cents": "cents", "afternoon": "later hours", "said": "stated",
    "leader": "chief", "leaders": "chiefs", "president": "head of state", "met": "conferred with", "meeting": "encounter",
    "signed": "put a name to", "agreement": "accord", "government": "cabinet", "troops": "soldiers", "killed": "slain",
    "attack": "assault", "country": "nation", "countries": "nations", "officials": "functionaries", "also": "as well",
    "after": "following", "during": "in the course of", "between": "among", "about": "on the subject of", "would": "was going to",
    "could": "was able to", "who": "that", "which": "that", "will": "is going to", "first": "initial", "last": "final",
    "new": "fresh", "old": "former", "big": "large", "small": "little", "says": "states", "called": "named", "asked": "inquired",
    "remembered": "recalled", "doubted": "questioned", "photographed": "took pictures of", "feared": "dreaded", "sold": "traded away",
    "counted": "numbered", "celebrated": "feted", "while": "as", "although": "though", "whereas": "but", "near": "close to",
    "outside": "in front of", "behind": "at the back of", "earlier": "previous", "empty": "vacant", "broken": "shattered",
}  # fmt: skip
_LEADS = (
    "There was no handshake for the cameras this time, and the coffee went cold in its pots.",
    "Hopes of a quick result are gone, as those who wait for trucks at the barrier had known for a week.",
    "It was a day of closed doors, and of drivers asleep in their cars outside them.",
)
_NEWSLETTER = (
    "We value your privacy. We and our partners store and/or access information on a device, such as cookies, and process personal "
    "data. Accept all | Reject all | Manage preferences\n\nSign up to our First Edition newsletter. Enter your email address. By "
    "signing up you agree to our terms of service.\n\n{text}\n\nGet the day's headlines and highlights emailed direct to you every "
    "morning. Privacy notice: newsletters may contain information about charities, online ads, and content funded by outside "
    "parties.\n\nExplore more on these topics\nShare\nReuse this content\n© 2019 all rights reserved"
)
_ENTRIES = (
    ("Good morning", "Welcome to our live coverage", "We begin early today", "Hello from the newsroom"),
    ("The index opened half a point lower", "Bonds rose a little", "The currency fell to a new low", "Gold was unmoved"),
    ("Here is a picture of the crowd at the gates", "More photographs come in", "Our man at the gates sends this", "See the map above"),
    ("A reader asks whether the bridge is open", "A reader corrects us", "Letters reach us about the flags", "You ask who will pay"),
    ("That is all for tonight", "Here we close", "Thank you for reading", "We are back at six"),
)
_COMMUNIQUE = (
    "“At the invitation of the host, the heads of the two delegations met on {day} in {place}. They reviewed the state of their "
    "relations in a spirit of candour and mutual respect, and noted with satisfaction the growth of trade in the year past. They "
    "reaffirmed the principles of sovereignty, territorial integrity and non-interference in internal affairs as laid down in the "
    "treaty of {year}.”\n\n“The two sides agreed to set up {n} working groups on transport, water, customs and the return of "
    "archives, which will report before the end of the year. They expressed their concern at the situation in the strait and "
    "called on all concerned to show restraint. The next meeting will be held at a date to be fixed through diplomatic channels.”"
)
_SPEECH = (
    "“Nobody in this room has slept, and I will not pretend that we have anything to show for it,” {p} said. “We have been asked "
    "to sell a river that we do not own to people who do not want it, and to be paid in promises that were broken before they were "
    "made. If that is peace, then I have been a soldier for nothing. But I tell you that we will come back in {year2}, and the "
    "year after, and that the chairs will still be here.”"
)
_BACKGROUND = (
    "{a} and {b} fought for eleven days in {year} over a strip of marsh that neither had mapped. A truce brokered by three bishops "
    "left the dyke in no one's hands, and {n} families have lived on it in boats ever since.\n\nTalks were held in {year} and "
    "again six years later, each time without a word being written down. The last broke up when a waiter was found to have carried "
    "a tape recorder under his tray, and for which of the two he worked was never said."
)


def turned(random: Random, kind: str, text: str, other: str) -> str:
    """A copy of a text, of one of KINDS; `other` is the report that it may be spliced with."""
    parts = [p for p in re.split(r"\n\s*\n", text) if p.strip()]
    ways: Mapping[str, Callable[[], str]] = {
        "brief": lambda: "\n\n".join(parts[:3]),
        "new lead": lambda: "\n\n".join(["Neighbours part without a word", random.choice(_LEADS), *parts[1:]]),
        "two spliced": lambda: _two(parts, other),
        "no quotes": lambda: re.sub(r"[“\"]([^“”\"\n]{20,})[”\"]", lambda m: _reported(random, m[1]), text),
        "spelling": lambda: _replaced(text, _SPELT),
        "numbers": lambda: re.sub(r"\b\d{1,4}\b(?![.,]\d)", lambda m: in_words(int(m[0])), text),
        "paraphrased": lambda: _paraphrased(random, text),
        "furniture": lambda: _NEWSLETTER.format(text=text),
        "live blog": lambda: _blog(random, text),
        "write-through": lambda: _third(random, parts),
    }
    return ways[kind]()


def _replaced(text: str, words: Mapping[str, str]) -> str:
    for old, new in words.items():
        text = re.sub(rf"\b{old}", new, text)
    return text


def _two(parts: Sequence[str], other: str) -> str:
    """The first half of one and the last half of the other, about as long."""
    theirs = [p for p in re.split(r"\n\s*\n", other) if p.strip()]
    return "\n\n".join([*parts[: max(2, (len(parts) + 1) // 2)], *theirs[-max(2, (len(theirs) + 1) // 2) :]])


def _reported(random: Random, words: str) -> str:
    """What was said, told in words of the paper's own."""
    changed = " ".join(_SYNONYMS.get(w, w) for w in words.rstrip(",.").replace("We ", "they ").replace(" we ", " they ").split())
    return f"that {changed[:1].lower()}{changed[1:]}, {random.choice(('as it was put', 'so the words were', 'more or less'))},"


def in_words(number: int) -> str:
    """ "forty-two", "nineteen sixty-two", "two thousand and ten"."""
    ones, tens = _ONES.split(), _TENS.split()
    if number < 20:
        return ones[number]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{ones[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ones[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    if 1100 <= number < 2000:
        return f"{in_words(number // 100)} {in_words(number % 100) if number % 100 else 'hundred'}"
    return f"{in_words(number // 1000)} thousand" + (f" and {in_words(number % 1000)}" if number % 1000 else "")


def _paraphrased(random: Random, text: str) -> str:
    """Clauses in another order and four words in ten that have a synonym exchanged, as a translation there and back does."""
    out = []
    for part in text.split("\n"):
        out.append(" ".join(_clauses(random, sentence) for sentence in re.split(r"(?<=[.!?]) ", part)))
    return re.sub(r"[a-z]+", lambda m: _SYNONYMS.get(m[0], m[0]) if random.random() < 0.4 else m[0], "\n".join(out))


def _clauses(random: Random, sentence: str) -> str:
    """The last clause of a sentence first, now and then."""
    head, comma, tail = sentence.rpartition(", ")
    if not comma or len(tail) < 15 or len(head) < 15 or '"' in sentence or random.random() < 0.5:
        return sentence
    return f"{tail[0].upper()}{tail[1:].rstrip('.')}, {head[0].lower()}{head[1:]}."


def _blog(random: Random, text: str) -> str:
    entries = [f"{random.choice(some)}." for some in _ENTRIES]
    entries.insert(random.randint(1, 4), text)
    return "\n\n".join(f"{hour:02}.{random.randint(10, 59)} BST\n\n{entry}" for hour, entry in enumerate(entries, 8))


def _third(random: Random, parts: Sequence[str]) -> str:
    """An agency's next version: a line of what is new, the old lead shorter, one part gone, another added at the end."""
    kept = list(parts[1:])
    if len(kept) > 3:
        kept.pop(random.randrange(len(kept)))
    lead = re.split(r"(?<=[.!?]) ", parts[0])[0]
    return "\n\n".join(["(Adds details, quote; recasts)", random.choice(_LEADS), lead, *kept, "No date for a further meeting was given."])


def lookalikes(random: Random, values: Mapping[str, str], bodies: Sequence[Sequence[str]]) -> Iterator[str]:
    """Independent texts around what they have in common: a communique in full, a long quotation, a background."""
    kind = random.choice(("quoted", "printed", "speech", "background"))
    shared = {"speech": _SPEECH, "background": _BACKGROUND}.get(kind, _COMMUNIQUE).format(year2=str(int(values["year"]) + 60), **values)
    if kind == "printed":
        shared = "Full text of the communique:\n\n" + re.sub("[“”]", "", shared)
    for body in bodies:
        at = random.randint(1, len(body)) if kind in ("quoted", "speech") else len(body)
        yield "\n\n".join([*body[:at], shared, *body[at:]])
