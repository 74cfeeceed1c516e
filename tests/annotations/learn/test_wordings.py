"""Wordings that lessons confirm, before a pipeline and behind it."""

from __future__ import annotations

from annotations.learn.wordings import better_order, found_by_wordings, learned_from
from annotations.suggest.settling import PIPELINE_FIRST, WORDINGS_FIRST
from annotations.training.scores import Marking
from tests.annotations.learn.lessons import lesson

KNOWN = [lesson(n) for n in range(6)]


def test_wordings_alone_find_what_was_marked_before() -> None:
    asked = lesson(7)
    assert set(found_by_wordings([asked], learned_from(KNOWN))[0]) == set(asked.marks)


def test_wordings_go_behind_a_pipeline_that_knows_better() -> None:
    held = [lesson(n) for n in range(6, 9)]
    assert better_order(held, [one.marks for one in held], learned_from(KNOWN)) == PIPELINE_FIRST


def test_wordings_go_before_a_pipeline_that_gives_their_places_other_labels() -> None:
    held = [lesson(n) for n in range(6, 9)]
    found = [[Marking(m.start, m.end, "HARBOUR") for m in one.marks] for one in held]
    assert better_order(held, found, learned_from(KNOWN)) == WORDINGS_FIRST
