"""Rows of agreement on the topics of whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.agreement.compared import Compared
from annotations.agreement.material import Material

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers


def topics_of(material: Material) -> list[str]:
    """Return the topics that anybody gave, in alphabetical order."""
    return sorted({name for one in material.articles for made in one.sets.values() for name in made.topics})


def topic_rows(material: Material) -> Numbers:
    """Return the rows of topics by name: hit when both of a pair give it to the article."""
    columns = {name: n for n, name in enumerate(topics_of(material))}
    given = [[_topics(one, name) for name in material.who] for one in material.articles]
    named = [columns[topic] for sets in given for topics in sets for topic in topics]
    marks = material.marks([[[(0, 0)] * len(topics) for topics in sets] for sets in given], named)
    return material.matched(marks, len(columns))


def given_rows(material: Material) -> Numbers:
    """Return the rows for kappa over every article and topic, given or not, from those of `topic_rows`."""
    import numpy as np

    by_name = topic_rows(material)
    hit, ones, _, others = (by_name.sum(axis=2)[..., i] for i in range(4))
    units = material.both * by_name.shape[2]
    agreed = units - ones - others + 2 * hit
    return np.stack([agreed, units, ones, units - ones, others, units - others], axis=-1)


def _topics(one: Compared, who: str) -> list[str]:
    return list(one.sets[who].topics) if who in one.sets else []
