"""Whether a text is English, told by its letters and its commonest words; and which language it looks like if not."""

from __future__ import annotations

import re
from collections import Counter

from detente.ingest.tables import Language, Table

SAMPLE = 20_000
"""Characters looked at from the beginning."""
FEWEST = 12
"""Words below which Latin letters are taken for English: names and numbers have no function words."""
SHARE = 0.12
"""Share of English function words from which a text is English if no other language has more; news has about .35."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("latin", re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("greek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("hangul", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("han", re.compile(r"[\u3400-\u9fff]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
    ("bengali", re.compile(r"[\u0980-\u09ff]")),
    ("tamil", re.compile(r"[\u0b80-\u0bff]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("georgian", re.compile(r"[\u10a0-\u10ff]")),
    ("armenian", re.compile(r"[\u0530-\u058f]")),
    ("ethiopic", re.compile(r"[\u1200-\u137f]")),
    ("myanmar", re.compile(r"[\u1000-\u109f]")),
    ("khmer", re.compile(r"[\u1780-\u17ff]")),
)


def foreign(text: str, table: Table) -> str | None:
    """The name of the language that a text looks like, or None where it is, or may be, English."""
    sample = text[:SAMPLE]
    letters = {script: len(form.findall(sample)) for script, form in _SCRIPTS}
    if sum(letters.values()) == 0:
        return None
    if letters["kana"] and letters["kana"] > 0.1 * letters["han"]:
        letters["kana"] += letters.pop("han")
    script = max(letters, key=lambda name: letters[name])
    if script != "latin":
        return next((entry.name for entry in table.languages if entry.script == script), "a language in other letters")
    return _latin(Counter(word.lower() for word in _WORD.findall(sample)), table.languages)


def _latin(counts: Counter[str], languages: tuple[Language, ...]) -> str | None:
    total = counts.total()
    if total < FEWEST:
        return None
    shares = {
        entry.language: (sum(count for word, count in counts.items() if word in entry.words) / total, entry.name)
        for entry in languages
        if entry.words
    }
    english = shares["en"][0] if "en" in shares else 0.0
    most, name = max(shares.values())
    few = total < 4 * FEWEST  # there names with "al" or "de" in them decide, unless much more is asked
    if most > english and most >= (2 * SHARE if few else SHARE) and not (few and most < 2 * english):
        return name
    return None if english >= SHARE / 3 or total < 4 * FEWEST else "none that Detente knows"
