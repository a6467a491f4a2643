"""Exceptions, for broken files, data, wiring and disk. What an article says is never one: see `Problem`.

DetenteError
├── InputError      a path that is not there, an option that cannot be read
│   └── NobodyError a name that nobody has in what was read
├── DataError       a data file that does not fit its schema (file and line are named)
├── WiringError     a stage list, parser or model that does not fit together
└── StoreError      a store or output that cannot be written or read
"""


class DetenteError(Exception):
    """Anything that Detente raises on purpose; its message is fit for the user."""


class InputError(DetenteError):
    """A path that is not there, or an option that cannot be read."""


class NobodyError(InputError):
    """A name that nobody has in what was read: nothing is found, as where no event fits."""


class DataError(DetenteError):
    """A data file that does not fit its schema; the message names file and line."""


class WiringError(DetenteError):
    """Stages, parser or model that do not fit together."""


class StoreError(DetenteError):
    """A store or an output that cannot be written or read."""
