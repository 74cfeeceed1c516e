"""Facts as arcs: a plain relation is one arc of its own name, any number a head, and comes back the same."""

from __future__ import annotations

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.formats.arcs import is_plain_relation

HEAD, CHILD = Role("head", (Filler(0, 4, "a"),)), Role("child", (Filler(20, 24, "b"),))
NOT_PLAIN = {
    "a trigger": Fact("f", "foundedIn", (5, 8), (HEAD, CHILD)),
    "a third role": Fact("f", "foundedIn", None, (HEAD, CHILD, Role("when", (Filler(30, 34),)))),
    "two children": Fact("f", "foundedIn", None, (HEAD, Role("child", (Filler(20, 24), Filler(30, 34))))),
    "no child": Fact("f", "foundedIn", None, (HEAD, Role("child", ()))),
    "other roles": Fact("f", "foundedIn", None, (Role("who", HEAD.fillers), Role("when", CHILD.fillers))),
}


def test_a_head_and_a_child_without_a_trigger_are_a_plain_relation() -> None:
    assert is_plain_relation(Fact("f", "foundedIn", None, (HEAD, CHILD)))
    assert is_plain_relation(Fact("f", "foundedIn", None, (CHILD, Role("when", ()), HEAD)))


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_anything_else_is_more_than_a_plain_relation(name: str) -> None:
    assert not is_plain_relation(NOT_PLAIN[name])
