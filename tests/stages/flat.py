"""Parses for tests of times: all tokens hang on the first verb, which is the root."""

from detente.nlp.parse import Parse
from tests.made import parse

_SMALL = {"the": "DT", "a": "DT", "an": "DT", "in": "IN", "on": "IN", "of": "IN", "by": "IN", "since": "IN", "from": "IN", "at": "IN"}


def flat(sentence: str) -> Parse:
    """Words one space apart, some as `word/TAG`; numbers are CD, capitalised words NNP, else NN; helpers (MD, TO) are `aux`."""
    tokens = [t.split("/") if t != "/" else [t, "SYM"] for t in sentence.split()]
    tags = [t[1] if len(t) > 1 else _tag(t[0]) for t in tokens]
    root = next((i for i, tag in enumerate(tags) if tag[0] == "V"), 0)
    deps = ["ROOT" if i == root else "aux" if tag in ("MD", "TO") else "dep" for i, tag in enumerate(tags)]
    return parse(" ".join(f"{w[0]}/{t}/{d}/{root}" for w, t, d in zip(tokens, tags, deps, strict=True)))


def _tag(word: str) -> str:
    if word[0].isdigit():
        return "CD"
    return _SMALL.get(word.lower(), "NNP" if word[0].isupper() else "NNS" if word.endswith("s") else "NN")
