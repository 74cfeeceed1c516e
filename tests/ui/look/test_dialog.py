"""The dialogs' look: title, sentence, fields under captions that name them, buttons at the right, Enter for the first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.look.dialog import Dialog
from ui.look.lines import Caption


class Asked(Dialog):
    """A dialog with two fields, and how often it was pressed."""

    def __init__(self, *, by_enter: bool = True) -> None:
        super().__init__("Ask <b>me</b>", about="A sentence.", size=(400, 0))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.one, self.path, self.times = QLineEdit(), QLineEdit(), 0
        self.add(self.field("&One", self.one))
        self.add(self.place("&Folder", self.path, lambda: None))
        self.end_with("Do it", self.press, by_enter=by_enter)

    def press(self) -> None:
        self.times += 1


def shown(qtbot: QtBot, *, by_enter: bool = True) -> Asked:
    dialog = Asked(by_enter=by_enter)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def test_the_keyboard_begins_in_the_first_field_which_its_caption_names(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    assert QApplication.focusWidget() is dialog.one
    assert [one.accessibleName() for one in (dialog.one, dialog.path)] == ["One", "Folder"]
    captions = {caption.buddy(): caption for caption in dialog.findChildren(Caption)}
    assert captions[dialog.one].geometry().bottom() < dialog.one.geometry().top()
    QTest.keyClick(dialog.one, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is dialog.path


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_primary_button_once_while_it_can_be_pressed(qtbot: QtBot, key: Qt.Key) -> None:
    dialog = shown(qtbot)
    QTest.keyClick(dialog.one, key)
    assert (dialog.times, dialog.isVisible()) == (1, True)
    dialog.primary.setEnabled(False)
    QTest.keyClick(dialog.one, key)
    assert dialog.times == 1


def test_where_enter_is_for_something_else_it_presses_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot, by_enter=False)
    QTest.keyClick(dialog.one, Qt.Key.Key_Return)
    assert (dialog.times, dialog.isVisible()) == (0, True)


def test_escape_and_the_other_button_leave(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    QTest.keyClick(dialog.one, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.times) == (False, 0)


def test_the_buttons_stand_at_the_right_below_and_all_fits(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    right = dialog.primary.geometry().right()
    assert (dialog.width(), dialog.width() - right <= 25) == (400, True)
    assert dialog.primary.geometry().top() > dialog.path.geometry().bottom()
    assert dialog.height() >= dialog.sizeHint().height()
