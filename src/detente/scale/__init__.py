"""Shards: one task each, written under a temporary name and renamed when whole; on one machine or a cluster."""
