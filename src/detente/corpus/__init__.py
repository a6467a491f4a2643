"""Records of many articles looked up together, with what was judged of them: what views, exports and pages are made from.

`Corpus` holds them, `Known` is what a part of it must be told of the whole, `Filter` says which are asked for, `Told` is one real-world
event with all that tell it.
"""

from __future__ import annotations

from detente.corpus.corpus import Corpus, Known
from detente.corpus.filter import Filter
from detente.corpus.told import Told

__all__ = ["Corpus", "Filter", "Known", "Told"]
