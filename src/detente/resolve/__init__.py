"""Judgements over many articles: copies, the same event, the same actor, conflicts; each a record with its reason."""
