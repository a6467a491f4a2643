"""Relations: what stands between actors, as the text says it: ties, supplies, sanctions, alliances, rivalries, leverage, kin."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.lexicon import Lexicon
from detente.nlp.parse import Parse
from detente.reading import Attribution, Bond, Cast, Doubt, Mention
from detente.records import Article, Factuality
from detente.stages.relations import nouns, people, predicates
from detente.stages.relations.scene import Scene

LASTING = frozenset({"leads", "kin_of", "member_of"})
"""Told once an article: a second telling says nothing new."""


def find(  # noqa: PLR0913  the fields that it reads
    *, article: Article, parse: Parse, mentions: tuple[Mention, ...], cast: Cast, attributions: tuple[Attribution, ...], lexicon: Lexicon
) -> tuple[tuple[Bond, ...], tuple[Doubt, ...]]:
    """The bonds of an article, in text order; the same bond in the same mouth once."""
    scene = Scene(article, parse, cast, attributions, lexicon.relations)
    found: dict[tuple[object, ...], Bond] = {}
    for bond in sorted(_all(scene, mentions, attributions, lexicon), key=lambda b: (b.first, b.last)):
        if bond.a != bond.b:
            found.setdefault(_key(bond, scene, attributions), bond)
    return tuple(found.values()), ()


def _all(scene: Scene, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...], lexicon: Lexicon) -> Iterator[Bond]:
    voiced = (*nouns.read(scene, lexicon.pacts), *predicates.read(scene), *people.read(scene, mentions, lexicon.gazetteer))
    for bond in voiced:
        inside = scene.within[bond.first] if scene.within[bond.first] == scene.within[bond.last - 1] else None
        if inside is not None and bond.type in ("leads", "kin_of") and attributions[inside].manner != "direct":
            inside = None  # a title is the article's own word, whoever's speech it reports
        factuality: Factuality = "possible" if scene.possible(bond) else bond.factuality
        yield msgspec.structs.replace(bond, attribution=inside, factuality=factuality)


def _key(bond: Bond, scene: Scene, attributions: tuple[Attribution, ...]) -> tuple[object, ...]:
    pair = (
        (bond.a, bond.b)
        if bond.type in ("supplies", "depends_on", "sanctions", "leverage_over", *LASTING)
        else tuple(sorted((bond.a, bond.b or "")))
    )
    if bond.type in LASTING:
        return bond.type, pair
    speaker = attributions[bond.attribution].speaker if bond.attribution is not None else None
    sentence = scene.parse.sentence_of[bond.first] if bond.type in ("leverage_over", "ties") else None
    return bond.type, pair, bond.value, bond.about, bond.past, bond.factuality, speaker, sentence
