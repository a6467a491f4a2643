"""Whose the day right behind a verb of speech is."""

from detente.nlp import days


def test_the_day_behind_said_is_the_saying_s() -> None:
    words = "Seoul said on Thursday it would scrap it".split()
    tags = "NNP VBD IN NNP PRP MD VB PRP".split()
    head, dep = days.mended(words, tags, [1, 1, 6, 2, 6, 6, 1, 6], "nsubj ROOT prep pobj nsubj aux ccomp dobj".split())
    assert (head[2], dep[2]) == (1, "prep")
    assert head[3:] == [2, 6, 6, 1, 6]


def test_a_day_that_the_parser_made_part_of_a_name() -> None:
    words = "He said Tuesday Zambia would act".split()
    tags = "PRP VBD NNP NNP MD VB".split()
    head, dep = days.mended(words, tags, [1, 1, 3, 5, 5, 1], "nsubj ROOT compound nsubj aux ccomp".split())
    assert (head[2], dep[2]) == (1, "npadvmod")


def test_a_day_of_its_own_clause_stays() -> None:
    words = "He said that on Thursday it acted".split()
    tags = "PRP VBD IN IN NNP PRP VBD".split()
    told = ([1, 1, 6, 6, 3, 6, 1], "nsubj ROOT mark prep pobj nsubj ccomp".split())
    assert days.mended(words, tags, *told) == told
