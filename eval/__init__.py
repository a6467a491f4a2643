"""Measuring Detente: annotated articles of our own, the scorer, the figures and the gate. See `GUIDELINES.md`."""
