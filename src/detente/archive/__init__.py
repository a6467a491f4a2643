"""Store, pipeline, resolve and views composed: articles go in and are judged, records come out corrected and folded."""
