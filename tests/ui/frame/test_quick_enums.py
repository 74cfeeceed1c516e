"""Qt's enums made quickly are those that Python makes at length."""

from __future__ import annotations

import enum
import pickle
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.test_architecture import ROOT
from tests.ui.frame.test_quick_qt import QUICK, told
from ui.frame import quick_enums

CASES = [
    (enum.Enum, [("A", 0), ("B", 7), ("ALIAS", 7), ("C", -1)]),
    (enum.IntEnum, [("A", 3), ("B", 1), ("ALIAS", 3)]),
    (
        enum.Flag,
        [("NONE", 0), ("B", 4), ("A", 1), ("BOTH", 5), ("HIGH", 1 << 31), ("ALIAS", 1), ("BELOW", -16)],
    ),
    (enum.IntFlag, [("A", 1), ("B", 2), ("BOTH", 3)]),
]


@pytest.mark.parametrize(("base", "pairs"), CASES)
def test_an_enum_made_quickly_is_as_pythons_own(base: Any, pairs: list[tuple[str, int]]) -> None:
    made = quick_enums._create(base, "Made", pairs, boundary=enum.KEEP)
    plain = base("Made", pairs, boundary=enum.KEEP)
    assert said(made) == said(plain)
    assert [repr(one) for one in made] == [repr(one) for one in plain]
    assert all(made(value) is made[name] for name, value in pairs)
    assert [str(made(value)) for _, value in pairs] == [str(plain(value)) for _, value in pairs]
    with pytest.raises(AttributeError, match="cannot reassign"):
        made.A = 5
    if issubclass(base, enum.Flag):
        assert [repr(made(5)), repr(~made.A), made.A | made.B in made(7)] == [
            repr(plain(5)),
            repr(~plain.A),
            True,
        ]


@pytest.mark.parametrize(
    "names", ["A B", ["A", "B"], [("A", "a"), ("B", "b")], [("name", 1)], [("_A", 1)], []]
)
def test_an_enum_of_anything_else_is_left_to_python(names: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_enums, "_made", None)
    base: Any = enum.Enum
    made = quick_enums._create(base, "Made", names)
    assert [one.value for one in made] == [one.value for one in base("Plain", names)]


def said(made: Any) -> dict[str, object]:
    """All that stands in the class, with members and functions as plain values."""
    return {
        name: plain(one, made)
        for name, one in vars(made).items()
        if name not in ("__module__", "__reduce_ex__")
    }


def plain(one: Any, made: Any) -> object:
    if type(one) is made:
        return [(name, "" if name == "__objclass__" else value) for name, value in vars(one).items()]
    if isinstance(one, dict):
        return {name: plain(value, made) for name, value in one.items()}
    return getattr(one, "__func__", one)


COUNTS = """
from ui.frame import quick_enums, quick_qt
counts, kinds = {}, ("_PLAIN", "_made")
def counted(kind, make):
    def count(*words, **named):
        counts[kind] = counts.get(kind, 0) + 1
        return make(*words, **named)
    return count
for kind in kinds:
    setattr(quick_enums, kind, counted(kind, getattr(quick_enums, kind)))
quick_qt.load_qt()
from PySide6.QtCore import Qt
assert Qt.Key(0x41) is Qt.Key.Key_A and Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
import ui.app
print(counts["_PLAIN"], counts["_made"])
"""


def test_the_enums_of_pyside_are_made_quickly() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    by_python, quickly = map(int, done.stdout.split())
    assert by_python < 20
    assert quickly > 150


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
        made.append((plain, quick_enums._create(kind, one.__name__, pairs, boundary=enum.KEEP)))
    return made


def test_every_enum_has_the_same_members_and_inner_state() -> None:
    assert len(twins()) > 600
    for plain, quick in twins():
        inside, other = dict(vars(plain)), dict(vars(quick))
        assert {
            name for name in inside.keys() | other if repr(inside.get(name)) != repr(other.get(name))
        } <= {"__doc__", "__new__", "_generate_next_value_"}
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
for one in (Colour.RED, Named.RED, Mixed.A):
    print(type(one).__module__, pickle.loads(pickle.dumps(one)) is one)
print(list(Named), Word.__module__, list(Word), Mixed.A + 1)
"""
    assert told(QUICK, lines) == told("", lines)


def test_a_member_of_qt_survives_pickling() -> None:
    key = QtCore.Qt.Key.Key_A
    assert pickle.loads(pickle.dumps(key)) is key
    lines = "import pickle\nfrom PySide6.QtCore import Qt\nprint(pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A)"
    assert told(QUICK, lines).strip() == "True"
