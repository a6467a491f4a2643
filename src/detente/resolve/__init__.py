"""Judgements over many articles: copies, the same event, the same actor, conflicts. Each is a record with its reason; nothing is merged in place."""
