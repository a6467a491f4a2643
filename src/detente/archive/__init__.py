"""Store, pipeline, resolve and views composed: articles go in and are judged, records come out corrected and folded.

`load` gives a corpus of any file of records; `archive.opened` the `Archive` of a store.
"""

from __future__ import annotations

from detente.archive.load import load

__all__ = ["load"]
