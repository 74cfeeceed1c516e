from __future__ import annotations

import enum
import subprocess
import sys
from typing import Any

import pytest

from tests.test_architecture import ROOT
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
