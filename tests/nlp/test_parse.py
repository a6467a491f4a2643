"""What a parse answers by itself: whether a token stands in quotation marks."""

import pytest

from tests import made

OPENED = "“/``/punct/1 Stay/VB/ROOT/1 today/NN/npadvmod/1 ”/''/punct/1 he/PRP/nsubj/5 said/VBD/ROOT/5"
STRAIGHT = "\"/``/punct/1 Stay/VB/ROOT/1 today/NN/npadvmod/1 \"/''/punct/1 he/PRP/nsubj/5 said/VBD/ROOT/5"


@pytest.mark.parametrize("sentence", [OPENED, STRAIGHT])
def test_in_quotes(sentence: str) -> None:
    parse = made.parse(sentence)
    assert [parse.in_quotes(0, token) for token in range(len(parse))] == [False, True, True, True, False, False]
    assert not parse.in_quotes(1, 2), "a mark before the first token that counts"
