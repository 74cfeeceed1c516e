"""The page of an empty project: where articles are dropped, chosen or pasted; it stands in the article's place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import Pane, column, row
from ui.look.scale import px
from ui.plain_text import tip
from ui.welcome.drop_area import DropArea

WAYS = (("import_files", "Choose files", "files"), ("paste_text", "Paste text", "clipboard-paste"))
NARROW = 420  # pixels at 100 %: in less room the buttons stand one below the other


class NoArticles(Pane):
    """The page without articles; `asked`: the name of an action of the menu File."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.ways = {name: self._button(name, word, icon) for name, word, icon in WAYS}
        self._buttons = row(None, *self.ways.values(), None, gap=8)
        below = QWidget()
        below.setLayout(self._buttons)
        self.drop = DropArea(below)
        self.setLayout(column(self.drop, gap=0, margins=(24, 24, 24, 24)))
        self.setFocusProxy(self.ways["import_files"])
        IN_FORCE.changed.connect(self._show_keys)
        self._show_keys()

    def _button(self, name: str, word: str, icon: str) -> Button:
        kind = "primary" if name == "import_files" else "plain"
        button = Button(word, icon, kind=kind, height=36, takes_focus=True)  # type: ignore[arg-type]
        button.setToolTip(tip(word))
        button.clicked.connect(partial(self._ask, name))
        return button

    def _ask(self, name: str, _: bool = False) -> None:
        self.asked.emit(name)

    def _show_keys(self) -> None:
        for name, word, icon in WAYS:
            key = IN_FORCE.fill(f"{{key:{name}}}")
            self.ways[name].say(word, icon, "" if key.startswith("“") else key.replace("+", " "))

    def show_progress(self, doing: str | None, done: int = 0, of: int = 0) -> None:
        """Say that articles are on their way while anything runs."""
        self.drop.words.setText("Drop articles here" if doing is None else "Articles are being added …")
        for button in self.ways.values():
            button.setVisible(doing is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down if is_narrow else across)
