"""The event grammar: rules are indexed by trigger, the specific before the general, and bad data is named."""

from pathlib import Path

import pytest

from detente import grammar
from detente.errors import DataError
from detente.grammar import Rule
from detente.lexicon.shelf import Shelf


def test_the_specific_rule_comes_first() -> None:
    made = grammar.compile_rules(
        [("AGREE", Rule(id="plain", verbs=("accept",))), ("REJECT", Rule(id="narrow", verbs=("accept",), object=("defeat",)))], {}
    )
    assert [p.rule.id for p in made.verbs["accept"]] == ["narrow", "plain"]


def test_phrases_are_found_by_their_head() -> None:
    made = grammar.compile_rules([("REJECT", Rule(id="r", verbs=("call off",), nouns=("peace talk",)))], {})
    assert made.verbs["call"][0].extra == ("off",)
    assert made.nouns["talk"][0].extra == ("peace",)


def test_classes_are_written_out() -> None:
    made = grammar.compile_rules(
        [("CONSULT", Rule(id="r", verbs=("hold",), object=("@talk",)))], {"talk": ("summit", "@visit"), "visit": ("trip",)}
    )
    assert made.verbs["hold"][0].object == {"summit", "trip"}


def test_an_unknown_class_is_named() -> None:
    with pytest.raises(DataError, match="@nothing"):
        grammar.compile_rules([("CONSULT", Rule(id="r", verbs=("hold",), object=("@nothing",)))], {})


def test_an_id_stands_once() -> None:
    with pytest.raises(DataError, match="two rules"):
        grammar.compile_rules([("AID", Rule(id="r", verbs=("give",))), ("AID", Rule(id="r", verbs=("send",)))], {})


def test_a_bad_file_is_named_with_its_place(tmp_path: Path) -> None:
    rules = tmp_path / "grammar" / "rules"
    rules.mkdir(parents=True)
    (rules / "mine.yaml").write_text("code: AID\nrules:\n  - id: x\n    verb: [give]\n")
    with pytest.raises(DataError, match=r"mine\.yaml.*verb"):
        grammar.load(Shelf(tmp_path))


def test_a_users_rules_are_added_to_ours(tmp_path: Path) -> None:
    rules = tmp_path / "grammar" / "rules"
    rules.mkdir(parents=True)
    (rules / "mine.yaml").write_text(
        "code: AID\nrules:\n  - id: mine.give\n    verbs: [bestow]\n    yes: [Oslo bestowed grants on Malawi.]\n"
    )
    loaded = grammar.load(Shelf(tmp_path))
    assert loaded.rules["mine.give"][0] == "AID"
    assert len(loaded.rules) > 100
    assert Shelf(tmp_path).hash != Shelf().hash


def test_every_rule_has_examples_of_both_kinds() -> None:
    bare = [k for k, (_, rule) in grammar.load(Shelf()).rules.items() if not rule.yes or not rule.no]
    assert bare == []
