"""The page of keys: every action with its keys, and a field that takes the next key pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import keys
from ui.fixed_keys import FIXED
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import column, row
from ui.views import window_actions

if TYPE_CHECKING:
    from ui.settings.preferences import Preferences

NAME = Qt.ItemDataRole.UserRole


class KeyField(QLineEdit):
    """A field that takes the next key pressed, any but Esc.  `pressed`: the key; `left`: there was none."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(readOnly=True)
        self.setAccessibleName("New key")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def ask(self, text: str) -> None:
        self.setPlaceholderText(
            IN_FORCE.fill(f"Press the new key of “{text}”; {{key:key_leave}} leaves it as it is")
        )
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take Tab and the keys of actions too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._press(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setPlaceholderText("")

    def _press(self, event: QKeyEvent) -> None:
        key = keys.written(Qt.Key(event.key()), event.modifiers())
        if key in FIXED["key_leave"].keys:
            self.left.emit()
        elif key:
            self.pressed.emit(key)


class KeysPage(QWidget):
    """The page of keys; `list` has a row for each action: what it does, its keys, the usual if others."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences, self._adding = preferences, False
        self.list = QTreeWidget()
        self.list.setAccessibleName("Keys")
        self.list.setHeaderLabels(["Does", "Keys", "Usually"])
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.itemActivated.connect(lambda: self._ask(adding=False))
        self._items = {action.name: QTreeWidgetItem(self.list, [action.text]) for action in window_actions()}
        for name, item in self._items.items():
            item.setData(0, NAME, name)
        self.list.setCurrentItem(next(iter(self._items.values())))
        self.field = KeyField()
        self.field.pressed.connect(self._pressed)
        self.field.left.connect(self.list.setFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(self.field)
        layout.addLayout(self._buttons())
        self.refresh()

    def _buttons(self) -> QBoxLayout:
        rows = row(gap=6), row(gap=6)  # one would be wider than a small screen at a large scale
        for text, name, does in (
            (
                "Change ({key:key_change})",
                "",
                lambda: self._ask(adding=False),
            ),  # Enter activates the list's row
            ("Add ({key:key_add})", "key_add", lambda: self._ask(adding=True)),
            ("None ({key:key_none})", "key_none", lambda: self._set(())),
            ("Default ({key:key_default})", "key_default", lambda: self._set(keys.defaults()[self._name()])),
            ("All to default", "", self._preferences.reset_keys),
        ):
            button = QPushButton(IN_FORCE.fill(text), autoDefault=False)
            button.clicked.connect(does)
            rows["default" in text.lower()].add(button)
            if name:  # not the button's own shortcut, which waits a tenth of a second
                at_once = QShortcut(
                    QKeySequence(*FIXED[name].keys),
                    self.list,
                    context=Qt.ShortcutContext.WidgetShortcut,
                    autoRepeat=False,
                )
                at_once.activated.connect(does)
        return column(*rows, gap=6)

    def refresh(self) -> None:
        """Show the keys as they are now."""
        defaults = keys.defaults()
        for name, item in self._items.items():
            has, usual = self._preferences.keys[name], defaults[name]
            item.setText(1, ", ".join(has))
            item.setText(2, "" if has == usual else ", ".join(usual) or "none")
        for place in (1, 2):
            self.list.resizeColumnToContents(place)

    def _name(self) -> str:
        return str(self.list.currentIndex().siblingAtColumn(0).data(NAME))

    def _ask(self, *, adding: bool) -> None:
        self._adding = adding
        self.field.ask(keys.texts()[self._name()])

    def _pressed(self, key: str) -> None:
        kept = self._preferences.keys[self._name()] if self._adding else ()
        self._set((*kept, key))

    def _set(self, wanted: tuple[str, ...]) -> None:
        self._preferences.set_keys(self._name(), wanted)
        self.list.setFocus()
