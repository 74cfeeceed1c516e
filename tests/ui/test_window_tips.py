"""Every button says what it does: in words, in its tip, and to those who hear it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.panels import PANELS

PLACES = ("labels", *(panel.name for panel in PANELS))


def unsaid(root: QWidget) -> list[str]:
    """Buttons and fields that are in view and have no name, or neither a word nor a tip."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = [widget for kind in kinds for widget in root.findChildren(kind) if widget.isVisible()]
    own = [w for w in found if not w.objectName().startswith("qt_")]
    return [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in own if not (named(w) and told(w))]


def named(widget: QWidget) -> bool:
    """Whether it has a name for those who hear it; an editor in a box has that of the box."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    above = widget.parentWidget()
    return bool(widget.accessibleName() or text or (above and above.accessibleName()))


def told(widget: QWidget) -> bool:
    return not isinstance(widget, QAbstractButton) or bool(widget.toolTip() or widget.text())


@pytest.mark.parametrize("panel", PLACES)
def test_every_button_of_annotate_says_what_it_does(qtbot: QtBot, window: MainWindow, panel: str) -> None:
    window.resize(1400, 860)
    window.work.panels.open(panel)
    window.work.filters.open()
    qtbot.wait(20)
    assert unsaid(window) == []


def test_every_button_of_the_foot_tells_its_key(window: MainWindow) -> None:
    press(window, "Tab")
    window.work.attending.changed.emit(window.work.attending.now())
    tips = [button.toolTip() for button in window.status.verbs.buttons if button.isVisible()]
    assert tips[:2] == ["Confirm (Enter)", "Reject (X)"]


def test_every_button_of_the_welcome_says_what_it_does(launch: Callable[..., MainWindow]) -> None:
    window = launch()
    assert unsaid(window) == []
    assert window.welcome.starts["paste_text"].toolTip().startswith("Paste text")


def test_the_tips_follow_the_keys_in_force(window: MainWindow) -> None:
    fold = window.work.list_head.fold
    assert fold.toolTip() == "Fold the list (F7)"
    window.preferences.set_keys("fold_list", ["F9"])
    assert fold.toolTip() == "Fold the list (F9)"
