"""The cue lexicon: its data, its forms, and what it refuses."""

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.lexicon import speech
from detente.lexicon.shelf import Shelf


@pytest.fixture(scope="module")
def words() -> speech.Speech:
    return speech.load(Shelf())


def test_cues_are_found_by_any_form(words: speech.Speech) -> None:
    for form in ("say", "says", "said", "saying", "told", "wrote", "denies", "denied", "vowed", "admitted"):
        assert any(not rest for rest, _ in words.verbs[form]), form


def test_the_longest_cue_comes_first(words: speech.Speech) -> None:
    for form in ("pointed", "called", "ruled"):
        lengths = [len(rest) for rest, _ in words.verbs[form]]
        assert lengths == sorted(lengths, reverse=True)
        assert lengths[0] > 0


def test_frames_and_commitment(words: speech.Speech) -> None:
    cues = {cue.words: cue for table in (words.verbs, words.nouns) for tails in table.values() for _, cue in tails if cue.part == "verb"}
    assert "clause" in cues["say"].frames
    assert "inf" in cues["promise"].frames
    assert cues["back"].frames == ()
    assert "np" in cues["back"].acts
    assert (cues["confirm"].commitment, cues["claim"].commitment, cues["deny"].commitment) == ("factive", "doubtful", "denying")


def test_there_are_several_hundred_cues(words: speech.Speech) -> None:
    cues = {
        (cue.words, cue.part)
        for table in (words.verbs, words.nouns, words.adjectives, words.phrases)
        for t in table.values()
        for _, cue in t
    }
    assert len(cues) > 600


@pytest.mark.parametrize(
    ("verb", "forms"), [("deny", "denied"), ("agree", "agreed"), ("urge", "urging"), ("press", "presses"), ("say", "says")]
)
def test_regular_forms(verb: str, forms: str) -> None:
    assert forms in speech.inflected(verb)


def test_an_unknown_frame_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "cues.tsv").write_text("words\tpart\tforms\tframes\tacts\tact\tcommitment\nsay so\tverb\t\tsomehow\t\tassert\tneutral\n")
    with pytest.raises(DataError, match="'say so' has an unknown frame 'somehow'"):
        speech.load(Shelf(tmp_path))


def test_a_possessive_phrase_needs_its_owner(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "cues.tsv").write_text(
        "words\tpart\tforms\tframes\tacts\tact\tcommitment\nin view\tpossessive\t\tclause\t\tassert\tneutral\n"
    )
    with pytest.raises(DataError, match=r"needs one \{\}"):
        speech.load(Shelf(tmp_path))
