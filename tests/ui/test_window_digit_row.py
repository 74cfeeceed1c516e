"""The digit row of keyboards whose digits are shifted: the keys label as the digits do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.windows import focused, point, press, rejected, selected, stored
from ui.main_window import MainWindow
from ui.widgets.digit_row import digit_at

FRENCH, CZECH = "&é\"'(-è_çà", "+ěščřžýáíé"
Modifier, Kind = Qt.KeyboardModifier, QEvent.Type
ROW = range(10, 20)  # the scan codes of X11 and Wayland


def event(kind: Kind, scan: int, text: str, **how: int) -> QKeyEvent:
    key = QKeySequence(text)[0].key()
    held = Modifier(how.get("held", 0))
    return QKeyEvent(
        kind, key, held, scan, how.get("virtual", 0), how.get("native", 0), text, bool(how.get("again"))
    )


def strike(window: QWidget, scan: int, text: str, **how: int) -> bool:
    """Strikes a key as a keyboard does, the shortcuts left out; gives whether it was taken from them."""
    there = QApplication.focusWidget() or window
    claim = event(Kind.ShortcutOverride, scan, text, **how)
    claim.ignore()
    QApplication.sendEvent(there, claim)
    if claim.isAccepted():
        QApplication.sendEvent(there, event(Kind.KeyPress, scan, text, **how))
    return claim.isAccepted()


@pytest.mark.parametrize("row", [FRENCH, CZECH], ids=["French", "Czech"])
def test_the_row_labels_without_shift(window: MainWindow, folder: Path, row: str) -> None:
    press(window, "Tab")
    assert strike(window, ROW[2], row[2])
    assert stored(folder) == [("Maria Ruiz", "ORG")]
    strike(window, ROW[0], row[0])
    assert stored(folder) == [("Maria Ruiz", "ORG"), ("Navy", "PERSON")]


def test_a_digit_row_with_digits_is_left_alone(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    assert not strike(window, ROW[2], "3")
    assert not strike(window, ROW[9], "ö")  # Hungarian: its 0 lies left of the 1
    assert stored(folder) == []


@pytest.mark.parametrize(("scan", "text"), [(20, "-"), (21, "="), (61, "/"), (38, "q"), (0, "&")])
def test_other_keys_are_what_they_write(window: MainWindow, scan: int, text: str) -> None:
    press(window, "Tab")
    assert not strike(window, scan, text)


@pytest.mark.parametrize(
    "how", [{"held": Modifier.ShiftModifier.value}, {"native": 0x80}], ids=["Shift", "AltGr"]
)
def test_with_shift_or_altgr_the_row_is_what_it_writes(window: MainWindow, how: dict[str, int]) -> None:
    assert not strike(window, ROW[1], "~", **how)


def test_where_text_is_typed_the_row_writes(window: MainWindow) -> None:
    press(window, "Ctrl+F")
    strike(window, ROW[1], "é")
    assert window.work.finding.bar.wanted.text() == "é"


def test_another_layout_is_seen_by_what_its_keys_write(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    assert not strike(window, ROW[0], "1")
    assert strike(window, ROW[0], "&")
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert strike(window, ROW[9], "à")
    assert not strike(window, ROW[1], "2")
    assert not strike(window, ROW[9], "ö")


def test_lithuanian_digits_among_the_letters_change_nothing(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    assert not strike(window, ROW[8], "9")
    assert strike(window, ROW[2], "ę")
    assert stored(folder) == [("Maria Ruiz", "ORG")]


def test_a_held_key_of_the_row_labels_once(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    strike(window, ROW[2], '"')
    for _ in range(5):
        strike(window, ROW[2], '"', again=1)
    assert (stored(folder), focused(window)) == ([("Maria Ruiz", "ORG")], "Navy")


def test_a_key_that_something_has_stays_its_own(window: MainWindow, folder: Path) -> None:
    window.verbs["boilerplate"].setShortcut(QKeySequence("&"))
    point(window, "left")
    assert not strike(window, ROW[0], "&")
    assert (stored(folder), rejected(folder)) == ([], [])


def test_a_jump_takes_the_row_as_digits(window: MainWindow, folder: Path) -> None:
    press(window, ",", "W", "I")
    assert selected(window) == "will"
    strike(window, ROW[2], '"')
    assert stored(folder) == [("will", "ORG")]


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "digit"),
    [
        ("xcb", 10, 0x26, 1),
        ("wayland", 19, 0xE0, 0),
        ("xcb", 20, 0x29, None),
        ("eglfs", 12, 0x2D, None),
        ("windows", 0x02, 0x31, 1),
        ("windows", 0x0B, 0x30, 0),
        ("windows", 0x29, 0x30, None),
        ("windows", 0x0B, 0xC0, None),
        ("windows", 0x4F, 0x23, None),
        ("cocoa", 1, 0x17, 5),
        ("cocoa", 1, 0x16, 6),
        ("cocoa", 1, 0x1D, 0),
        ("cocoa", 1, 0x32, None),
    ],
)
def test_each_system_says_which_key_it_was(platform: str, scan: int, virtual: int, digit: int | None) -> None:
    assert digit_at(event(Kind.KeyPress, scan, "&", virtual=virtual), platform) == digit
