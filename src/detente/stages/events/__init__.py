"""Events: which words of the text make which PLOVER type, who does it to whom, and whether it happened."""

from detente.stages.events.coding import code

__all__ = ["code"]
