"""A wording that a person split off stays two in later searches."""

from __future__ import annotations

import pytest

from annotations.compare import verbs
from annotations.compare.finding_again import settled
from annotations.compare.in_force import in_force
from annotations.compare.material import Settled
from annotations.compare.resolving import compare
from annotations.compare.searching import search
from annotations.sets import PROJECT, AnnotationSet
from tests.annotations.compare.planted import articles, proposals
from tests.facts.measure import NEWS

EMPTY = AnnotationSet(PROJECT, "anna")
SPLIT = (("Indian", "Indians"), ("UN", "United Nations"), ("American", "Americans"))


@pytest.mark.parametrize(("words", "other"), SPLIT)
def test_what_was_split_off_stays_two_after_another_search(words: str, other: str) -> None:
    before = compare(articles(), EMPTY, proposals(), NEWS)
    entity = next(one for one in before.entities if {words, other} <= {m.text for m in one.mentions})
    said = verbs.split(EMPTY, entity, [one for one in entity.mentions if one.text == words])
    found = search(articles(), NEWS, settled(articles(), in_force(said)))
    after = compare(articles(), said, found, NEWS)
    of = {
        text: {one.id for one in after.entities for m in one.mentions if m.text == text}
        for text in (words, other)
    }
    assert of[words]
    assert of[other]
    assert of[words].isdisjoint(of[other])
    assert found != search(articles(), NEWS, Settled())
