"""What a screen reader sees of the window and does in it: Qt's interfaces for access, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

Role = QAccessible.Role
NAME = QAccessible.Text.Name


class Reader:
    """Finds parts of a window by role and name, and presses them."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window

    def parts(self) -> Iterator[QAccessibleInterface]:
        """All parts that can be seen, each after the one it lies in."""
        yield from seen_below(QAccessible.queryAccessibleInterface(self._window))

    def find(self, role: QAccessible.Role, name: str) -> QAccessibleInterface | None:
        """The first part with that role whose name begins so, or does so after a comma."""
        named = (one for one in self.parts() if one.role() == role)
        return next((one for one in named if f", {name}" in f", {one.text(NAME)}"), None)

    def wait_for(self, role: QAccessible.Role, name: str) -> QAccessibleInterface:
        """The part with that role and name, once it is there."""
        self._qtbot.waitUntil(lambda: self.find(role, name) is not None)
        found = self.find(role, name)
        assert found is not None
        return found

    def press(self, role: QAccessible.Role, name: str) -> None:
        """Does the first action of the part with that role and name."""
        action = self.wait_for(role, name).actionInterface()
        action.doAction(action.actionNames()[0])

    def write(self, name: str, words: str) -> None:
        """Writes the words into the empty field with that name."""
        self.wait_for(Role.EditableText, name).editableTextInterface().insertText(0, words)

    def text(self, name: str) -> QAccessibleTextInterface:
        """The text of the part with that name."""
        return self.wait_for(Role.EditableText, name).textInterface()


def seen_below(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The part and all below it that can be seen."""
    if not part.isValid() or part.state().invisible:
        return
    yield part
    for place in range(part.childCount()):
        if (child := part.child(place)) is not None:
            yield from seen_below(child)
