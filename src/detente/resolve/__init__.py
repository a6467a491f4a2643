"""Judgements over many articles: copies, the same event, the same actor, conflicts; each a record with its reason.

`judge` is for a whole corpus; `judge_new` for one article that came to others, as a store adds them. A store finds those others by
`sketch` (numbers of a text; two that share a fourteenth of the shorter are compared) and by the keys of events: those `stored` of one
and those `asked` of the other must have one in common.
"""

from __future__ import annotations

from detente.corpus.cited import cite
from detente.resolve.grams import sketch
from detente.resolve.judging import sealed
from detente.resolve.keys import asked, stored
from detente.resolve.resolver import judge, judge_new

__all__ = ["asked", "cite", "judge", "judge_new", "sealed", "sketch", "stored"]
