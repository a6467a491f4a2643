"""The tables of a store, and the steps by which an older store becomes a newer one.

Rows with `told` in their name are real-world events as `Corpus.told` counts them; they, `tag` and `daily` follow from the records and
judgements, and `check` can compare them.
"""

from __future__ import annotations

APPLICATION = 0x44C3A974
"""Stands in the header of the file and says that it is a store."""

FIRST = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE run (id TEXT PRIMARY KEY, data TEXT NOT NULL, added TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE article (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL UNIQUE, run TEXT NOT NULL REFERENCES run, mark TEXT NOT NULL,
    added TEXT NOT NULL, published TEXT NOT NULL, outlet TEXT, title TEXT, body BLOB NOT NULL, rest BLOB NOT NULL, near BLOB NOT NULL,
    judged INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_published ON article (published, id);
CREATE INDEX article_added ON article (added);
CREATE INDEX article_outlet ON article (outlet, published, id);
CREATE INDEX article_unjudged ON article (row) WHERE judged = 0;
CREATE INDEX article_run ON article (run);

CREATE TABLE past (
    row INTEGER PRIMARY KEY, article TEXT NOT NULL, source TEXT NOT NULL, run TEXT NOT NULL REFERENCES run, mark TEXT NOT NULL,
    added TEXT NOT NULL, data BLOB NOT NULL, UNIQUE (article, run, mark)
) STRICT;
CREATE INDEX past_run ON past (run, source);

CREATE VIEW plain AS SELECT row, title, unpacked(body) AS text FROM article;
CREATE VIRTUAL TABLE words USING fts5 (title, text, content = 'plain', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE record (
    row INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, kind TEXT NOT NULL, id TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX record_article ON record (article, kind, id);
CREATE INDEX record_id ON record (id);
CREATE TABLE trouble (id TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES run, data TEXT NOT NULL, added TEXT NOT NULL) STRICT;

CREATE TABLE event (
    row INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article,
    same_as TEXT, told INTEGER REFERENCES told
) STRICT;
CREATE INDEX event_article ON event (article, told);
CREATE INDEX event_told ON event (told, article);
CREATE INDEX event_same ON event (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE told (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, shown INTEGER NOT NULL, wide INTEGER NOT NULL, day TEXT NOT NULL, last TEXT NOT NULL,
    plover TEXT NOT NULL, quad INTEGER NOT NULL, status TEXT NOT NULL,
    spread INTEGER NOT NULL, published TEXT NOT NULL, latest TEXT NOT NULL, added TEXT NOT NULL
) STRICT;
CREATE INDEX told_day ON told (wide, day, last, id, status);
CREATE INDEX told_published ON told (spread, published, latest, id, status);
CREATE INDEX told_added ON told (added, id, status);

CREATE TABLE label (
    row INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, rolled INTEGER NOT NULL, n INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, value)
) STRICT;
INSERT INTO label VALUES (0, 'all', '', 0, 0);
CREATE TABLE tag (
    label INTEGER NOT NULL REFERENCES label, told INTEGER NOT NULL REFERENCES told ON DELETE CASCADE, PRIMARY KEY (label, told)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_told ON tag (told, label);

CREATE TABLE daily (
    label INTEGER NOT NULL REFERENCES label, day TEXT NOT NULL, last TEXT NOT NULL, plover TEXT NOT NULL, quad INTEGER NOT NULL,
    status TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (label, day, last, plover, quad, status)
) STRICT, WITHOUT ROWID;
CREATE INDEX daily_empty ON daily (label) WHERE n = 0;

CREATE TABLE claim (
    row INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE, kind TEXT NOT NULL, id TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article, day TEXT NOT NULL, last TEXT NOT NULL
) STRICT;
CREATE INDEX claim_day ON claim (kind, day, last, id);
CREATE INDEX claim_article ON claim (article);
CREATE TABLE holder (
    who INTEGER NOT NULL REFERENCES who, claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE, PRIMARY KEY (who, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX holder_claim ON holder (claim, who);

CREATE TABLE who (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, identity TEXT NOT NULL) STRICT;
CREATE INDEX who_identity ON who (identity);
CREATE TABLE name (row INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE word (
    word TEXT NOT NULL, name INTEGER NOT NULL REFERENCES name ON DELETE CASCADE, PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE called (
    name INTEGER NOT NULL REFERENCES name, how TEXT NOT NULL, who INTEGER NOT NULL REFERENCES who, n INTEGER NOT NULL,
    PRIMARY KEY (name, how, who)
) STRICT, WITHOUT ROWID;
CREATE INDEX called_who ON called (who);
CREATE TABLE sort (
    who INTEGER NOT NULL REFERENCES who, type TEXT NOT NULL, country TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (who, type, country)
) STRICT, WITHOUT ROWID;
CREATE INDEX sort_country ON sort (country, type, who);

CREATE TABLE said (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, verb TEXT NOT NULL, author TEXT NOT NULL, undoes TEXT,
    added TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX said_undoes ON said (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE cites (
    said INTEGER NOT NULL REFERENCES said ON DELETE CASCADE, place INTEGER NOT NULL, source TEXT NOT NULL,
    code TEXT, quote TEXT, id TEXT NOT NULL, article TEXT NOT NULL, bound INTEGER NOT NULL, PRIMARY KEY (said, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_id ON cites (id);
CREATE INDEX cites_article ON cites (article);
CREATE INDEX cites_source ON cites (source);
CREATE INDEX cites_unbound ON cites (said) WHERE bound = 0;

CREATE TABLE near (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)) STRICT, WITHOUT ROWID;
CREATE TABLE state (feed TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (feed, key)) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (FIRST,)
"""The step from each version to the next; a new one is added at the end, and none is ever changed."""

VERSION = len(MIGRATIONS)
