"""Records of many articles looked up together, with what was judged of them: what views, exports and pages are made from.

`Corpus` holds them, `Known` is what a part of it must be told of the whole, `Filter` says which are asked for, `Told` is one real-world
event with all that tell it. A `Source` gives them some at a time, as a `Batch`; `Held` is a corpus as a source.
"""

from __future__ import annotations

from detente.corpus.corpus import Corpus, Known
from detente.corpus.filter import Filter
from detente.corpus.source import Batch, Held, Source
from detente.corpus.told import Told

__all__ = ["Batch", "Corpus", "Filter", "Held", "Known", "Source", "Told"]
