"""Values that go between processes come back equal, of the same class, subclasses too."""

from __future__ import annotations

import copy
import pickle

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.spans import Hint, Rival, Span, Status, Voted

VALUES = (
    Span("a", 0, 4, "GPE", Status.SUGGESTED, "en_news 1.0.0", 0.1 + 0.2, (0, 3, "ORG"), "e1"),
    Voted("b", 0, 4, "GPE", share=0.5, of=3),
    Hint(1, 2, 0.25),
    Rival(1, 9, "ORG", "rule", None),
    Fact(
        "f", "ATTACK", (3, 6), (Role("place", (Filler(0, 4, "a"), Filler(7, 9))),), (("modality", "claimed"),)
    ),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    for made in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert made == value
        assert type(made) is type(value)
