"""Models of negotiation: pure functions of names and numbers, after published sources."""
