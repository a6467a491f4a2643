"""Words of evidence as tellings are compared: stems of what is told, without who and when; what kind of occasion; which time of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from anyascii import anyascii

_WORD = re.compile(r"[a-z]{2,}|\d+(?:[.,]\d+)*")
_APOSTROPHE = re.compile(r"['’]s?\b")
STEM = 6
"""Letters of a word that are compared: "withdrew" and "withdrawal" still differ, "sanctioned" and "sanctions" do not."""

_EMPTY = frozenset(
    """a about after again against all also amid an and any are as at be been before being between both but by can could did do does down
    during each for from further had has have he her him his how if in into is it its itself just late later like made make many may men
    might more most much near new next no not now of off on one only or other our out over own part people per put said same say says
    several she should since so some such than that the their them then there they this those three through to told took toward towards
    two under until up upon was we week weeks were what when where which while who whom whose will with within would year years yesterday
    according media news agency reported report reports agree agrees agreed sign signs signed announce announces announced
    day days month months today tomorrow early earlier last ago morning evening night overnight hour hours noon midnight
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr president minister prime foreign leader leaders government
    country state states nation nations official officials capital city ministry minister secretary general king prince visit met meet
    meeting talks talk held hold summit""".split()
)
_CONCEPTS = """
troops soldiers forces army military servicemen personnel units contingent battalion brigade
withdraw withdrew withdrawn withdrawal pull pullout pullback leave left depart departure evacuate exit quit retreat
truce ceasefire cease-fire cessation armistice halt stop stopped end fighting hostilities
blockade quarantine embargo siege
kill killed murder assassinate assassination slay slain dead die died death deaths massacre
bomb blast explosion explode detonate bombing
missile rocket projectile icbm launch test-fire
strike struck airstrike raid bombard shell shelling shoot shot fire fired hit down downed downing attack attacked assault storm
seize seizure capture captured take took occupy occupation annex annexation invade invasion
abduct kidnap hostage snatch
arrest detain detention jail imprison custody held
free freed release released liberate pardon swap exchange
expel expulsion oust throw threw deport deportation banish
sever severed severing break broke broken cut
sanction punish penalty blacklist freeze frozen
help assistance aid relief assist donor donate
pledge promise vow undertake undertook
money loan credit fund finance grant
weapon arms arsenal warhead
nuclear atomic uranium enrich enrichment
border frontier boundary crossing
relations ties embassy consulate diplomatic mission
diplomat envoy ambassador
protest demonstration demonstrate march marched rally demonstrator protester
elect election vote ballot poll referendum
parliament senate congress assembly lawmaker deputy
court tribunal judge trial
sentence convict condemn hang verdict
coup putsch overthrow overthrew topple
refugee migrant asylum displaced
prisoner captive detainee
ship tanker vessel boat freighter
plane jet aircraft airliner warplane flight bomber
spy agent espionage
peace reconciliation
war conflict
drill exercise manoeuvre maneuver
recognise recognize recognition
apologise apologize apology sorry regret
visit trip tour travel
treaty pact accord agreement deal memorandum
talk negotiation dialogue discussion
summit meeting
reject rejection refuse refusal decline spurn dismiss
block bar barred ban deny
veto vetoed
condemn denounce criticise criticize decry blast
trade commerce tariff export import
oil crude petroleum
gas pipeline
cooperate cooperation
"""
"""Words that news uses for one another, a line each; written for this, from what reports of one act have in common."""
SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing|atory)?|ink(?:ed|s)|initial(?:l?ed|s)|seal(?:s|ed|ing)?|conclude[sd]?|ratif\w+|put (?:their|his|her|its) names?"
    r"|exchanged? (?:the )?instruments|acced\w+|endorsed|pens?)\b",
    re.IGNORECASE,
)
_SIGNING_TOO = re.compile(
    r"\b(?:put (?:their|his|its) names?|signing|signs? again|accession|acceded|bec[ao]mes? (?:a )?(?:full )?members?"
    r"|join(?:s|ed) [A-Z]\w+)\b"
)
PACT = re.compile(
    r"\b(?:accords?|agreements?|treat(?:y|ies)|pacts?|deals?|declarations?|memorand\w+|protocols?|conventions?|armistice|truce|cease-?fire"
    r"|statement)\b",
    re.IGNORECASE,
)
_RATIFYING = re.compile(r"\bratif\w+", re.IGNORECASE)
_KINDS: Mapping[str, re.Pattern[str]] = {
    "call": re.compile(r"\b(?:phon\w+|telephon\w+|call(?:s|ed)?|video ?(?:call|link|conference)|hotline)\b", re.IGNORECASE),
    "meal": re.compile(r"\b(?:banquet|dinner|lunch\w*|breakfast|dined|supper|stroll\w*|toast\w*)\b", re.IGNORECASE),
    "letter": re.compile(r"\b(?:letters?|wrote|cable)\b", re.IGNORECASE),
    "decorating": re.compile(r"\b(?:decorat\w+|conferr?\w*|award\w*|medals?|order of|honou?rs?|honou?red)\b", re.IGNORECASE),
    "praise": re.compile(
        r"\b(?:prais\w+|commend\w+|congratulat\w+|hail\w+|welcom\w+|thank\w*|appreciat\w+|tribute|applaud\w*)\b", re.IGNORECASE
    ),
    "recognition": re.compile(r"\brecogni[sz]\w+", re.IGNORECASE),
}
_OF_PAPER = re.compile(
    rf"\b((?:[\w-]+\s+){{0,2}}){PACT.pattern}(?:\s+(?:on|for|about|covering|over|concerning)\s+((?:[\w-]+\s+){{0,4}}[\w-]+))?",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(
    r"\b(?:talks?|negotiations?|discussions?|consultations?|meeting|met|discuss(?:ed|es)?|conferred)\s+(?:on|about|over|to discuss)\s+"
    r"((?:[\w-]+\s+){0,3}[\w-]+)",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    """new joint peace historic final formal framework two three bilateral signed sign signs signing landmark interim first second latest
    long the an this that their its comprehensive mutual draft such same so called instruments""".split()
)
_LEVELS: Mapping[str, re.Pattern[str]] = {
    "leaders": re.compile(
        r"\b(?:presidents?|leaders|summits?|kings?|emirs?|premiers?|prime ministers?|chancellors?|popes?|monarchs?)\b", re.IGNORECASE
    ),
    "ministers": re.compile(
        r"\b(?:ministers|ministerial|(?:foreign|defen[cs]e|finance|trade|oil) ministers?|secretary of state)\b", re.IGNORECASE
    ),
    "officials": re.compile(
        r"\b(?:officials|envoys?|negotiators?|diplomats?|deput(?:y|ies)|commanders?|experts|working[- ]level|technical|officers?)\b",
        re.IGNORECASE,
    ),
}
_ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip
_COUNTED = (
    r"(?:meeting|summit|round|session|visit|trip|talks|encounter|conference|call|package|tranche|wave|test|launch|strike|resolution|truce)"
)
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+(?:[\w-]+\s+){{0,3}}?{_COUNTED}s?\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(resolution|article|summit|round|phase|day)s?\s+(\d{1,5})\b", re.IGNORECASE)


def fold(words: str) -> str:
    """Words without case, accents, possessives and marks."""
    return " ".join(_WORD.findall(_APOSTROPHE.sub("", anyascii(words)).casefold()))


def stem(word: str) -> str:
    """The part of a folded word by which it is compared: without its ending, and not longer than STEM."""
    for ending in ("ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e").removesuffix("y")[:STEM] if len(word) > 3 else word


_ALIKE: Mapping[str, str] = {
    stem(word): stem(line.split()[0]) for line in reversed(_CONCEPTS.strip().splitlines()) for word in line.replace("-", "").split()
}
_PLAINLY = frozenset(map(stem, _PLAIN))
_SPEAKING = frozenset(
    stem(w)
    for w in """accuse condemn denounce criticise criticize blame charge demand urge call ask appeal request press insist reject refuse
    dismiss decline spurn threaten warn vow say deny claim allege decry slam want seek order tell announce declare""".split()
)
"""Verbs of speech: that two accusations accuse says nothing of what."""


def stems(words: str, without: Iterable[str] = (), *, spoken: bool = False) -> frozenset[str]:
    """The stems of what is told, synonyms as one; without empty words, times, the names in `without`, and if `spoken` verbs of speech."""
    names = {stem(w) for name in without for w in fold(name).split()}
    names |= _SPEAKING if spoken else set()
    found = (s for w in fold(words).split() if w not in _EMPTY and not _year(w) and (s := stem(w)) not in names)
    return frozenset(_ALIKE.get(s, s) for s in found)


def shown(words: str, common: Iterable[str]) -> str:
    """The words whose stems two tellings have in common, as the first of them has them."""
    wanted = set(common)
    found = (w.strip(".,;:“”\"'()") for w in words.split() if any(_ALIKE.get(stem(f), stem(f)) in wanted for f in fold(w).split()))
    return ", ".join(dict.fromkeys(found))


def _year(word: str) -> bool:
    return word.isdigit() and (len(word) <= 2 or 1800 <= int(word) <= 2100)


def kinds(words: str) -> frozenset[str]:
    """Kinds of act that words speak of, of those that one code does not tell apart."""
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(words))


def signs(words: str) -> bool:
    """Whether words tell of a paper that is signed or agreed."""
    return bool(SIGNING.search(words) and (PACT.search(words) or re.search(r"\b(?:document|paper|text)\b", words))) or bool(
        _SIGNING_TOO.search(words)
    )


def ratifies(words: str) -> bool:
    """Whether a paper comes into force by a parliament's word."""
    return bool(_RATIFYING.search(words))


def ordinals(words: str) -> frozenset[tuple[str, int]]:
    """ "The second round", "resolution 660": which of several is told."""
    found = {("time", _ORDINALS[m.group(1).lower()]) for m in _ORDINAL.finditer(words)}
    return frozenset(found | {(m.group(1).lower(), int(m.group(2))) for m in _NUMBERED.finditer(words)})


def topics(words: str) -> frozenset[str]:
    """What a paper or talks are said to be about: "loan agreement for a power plant", "talks on fisheries"."""
    found = [*(part for m in _OF_PAPER.finditer(words) for part in m.groups() if part), *_OF_TALKS.findall(words)]
    common = (w for part in found for word in part.split() if word[:1].islower() for w in fold(word).split())
    return frozenset(s for w in common if w not in _EMPTY and (s := stem(w)) not in _PLAINLY)


def levels(words: str) -> frozenset[str]:
    """At which level a meeting is said to be held."""
    return frozenset(level for level, pattern in _LEVELS.items() if pattern.search(words))
