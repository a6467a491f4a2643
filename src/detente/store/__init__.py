"""One SQLite file that holds articles with all their records, runs and judgements; the only place with SQL."""
