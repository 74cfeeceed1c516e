"""Qt's enums made quickly are those that Python makes at length."""

from __future__ import annotations

import enum
import pickle
from collections.abc import Iterator
from functools import cache
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from tests.ui.frame.test_quick_qt import QUICK, told
from ui.frame.quick_enums import simple


def _below(scope: object, seen: set[object]) -> Iterator[enum.EnumType]:
    for name in dir(scope):
        found = getattr(scope, name, None)
        if not isinstance(found, type) or found in seen or not found.__module__.startswith("PySide6"):
            continue
        seen.add(found)
        if isinstance(found, enum.EnumType):
            yield found
        else:
            yield from _below(found, seen)


@cache
def twins() -> list[tuple[Any, Any]]:
    """Return every enum of Qt, made at length and quickly."""
    seen: set[object] = set()
    made = []
    for one in (one for module in (QtCore, QtGui, QtWidgets) for one in _below(module, seen)):
        kind: Any = one.__mro__[1]
        pairs = [(name, member.value) for name, member in one.__members__.items()]
        plain = kind(one.__name__, pairs, boundary=enum.KEEP)
        made.append((plain, simple(kind, one.__name__, pairs, boundary=enum.KEEP, module=__name__)))
    return made


def test_every_enum_has_the_same_members_and_inner_state() -> None:
    assert len(twins()) > 600
    for plain, quick in twins():
        inside, other = dict(vars(plain)), dict(vars(quick))
        assert {
            name for name in inside.keys() | other if repr(inside.get(name)) != repr(other.get(name))
        } <= {"__doc__", "_generate_next_value_"}
        assert [*map(repr, plain)] == [*map(repr, quick)]


def test_members_are_compared_counted_and_joined_alike() -> None:
    for plain, quick in twins():
        for one, other in zip(plain, quick, strict=True):
            assert (str(one), f"{one}", bool(one), hash(one)) == (
                str(other),
                f"{other}",
                bool(other),
                hash(other),
            )
            assert quick(one.value) is quick[one.name] is getattr(quick, one.name) is other
        if issubclass(quick, enum.Flag) and len(quick):
            for made in (plain, quick):
                all_of_it, odd = ~made(0), made(1 << 30) | next(iter(made), made(0))
                made.told = repr((all_of_it, odd, ~odd, odd & all_of_it, odd in all_of_it))
            assert plain.told == quick.told


def test_other_enums_of_the_process_are_as_ever() -> None:
    lines = """
import enum, pickle
Colour = enum.Enum("Colour", [("RED", 1), ("BLUE", 2)])
Named = enum.Enum("Named", [("RED", "r"), ("BLUE", "b")])
Word = enum.Enum("Word", "one two", module="here", start=5)
Mixed = enum.Enum("Mixed", [("A", 1)], type=int)
print(Colour.__module__, pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED, list(Named), list(Word), Mixed.A + 1)
"""
    assert told(QUICK, lines) == told("", lines)


def test_a_member_of_qt_survives_pickling() -> None:
    key = QtCore.Qt.Key.Key_A
    assert pickle.loads(pickle.dumps(key)) is key
    lines = "import pickle\nfrom PySide6.QtCore import Qt\nprint(pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A)"
    assert told(QUICK, lines).strip() == "True"
