"""The page that is shown while no project is open: what the program does, how to start, and what to go on with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from models.queries.recent_progress import RecentProgress
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import Hair, Packed, Pane, Scroll, column, row
from ui.look.lines import Caption, Elided, Words
from ui.look.marks import Card, Symbol
from ui.look.program_icon import ProgramIcon
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip
from ui.welcome.drop_area import DropArea
from ui.welcome.parts import Picture, RecentCard
from ui.welcome.recent import RecentProjects, is_folder

GOING_ON = "{key:welcome_open} opens it  ·  {key:welcome_choose} choose"
SIDE = 44  # pixels at 100 %: of the program's icon
LEFT, RIGHT, BETWEEN, NARROW = 520, 416, 32, 1000  # pixels at 100 %
STARTS = (  # what is asked for, word, icon; two in a row
    ("import_files", "Choose files", "files"),
    ("new_project", "New project", "plus"),
    ("paste_text", "Paste text", "clipboard-paste"),
    ("open_project", "Open project", "folder"),
)


class Welcome(Pane):
    """The page without a project; `asked`: the name of an action of the menu File; `recent`: a folder."""

    asked = Signal(str)
    recent = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._annotator, self._looking = "", RecentProjects(self)
        self._looking.told.connect(self._tell)
        self.trouble = Words(role="bad", wraps=True)
        self.trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trouble.hide()
        self.starts = {name: self._button(name, word, icon) for name, word, icon in STARTS}
        self.sample = Button("Try it", height=28, takes_focus=True)
        self.sample.setAccessibleName("Open the sample project")
        self.sample.clicked.connect(lambda: self.asked.emit("sample"))
        self.cards: dict[str, RecentCard] = {}
        self._cards = column(gap=12)
        self.drop = DropArea()
        self._left, self._right = self._starting(), self._going_on()
        self._both = row(self._left, self._right, gap=BETWEEN)
        self._block = QWidget()
        parts = (_head(), self.trouble, 8, Picture(), 16, self._both)
        self._block.setLayout(column(None, *parts, None, gap=8, margins=(24, 16, 24, 16)))
        whole = QWidget()
        whole.setLayout(row(None, self._block, None, gap=0))
        self.setLayout(column(Scroll(whole), self._end(), gap=0))
        self._right.hide()
        follow(self)

    def _starting(self) -> QWidget:
        made, words = QWidget(), column(gap=2)
        for line in (
            Words("Open the sample project", px=14, weight=600),
            Elided(
                "10 short articles with suggestions and four first steps: five minutes", px=12, role="text2"
            ),
        ):
            words.add(line)
        inner = row(Symbol("star", role="accent"), gap=12, margins=(16, 12, 12, 12))
        inner.add(words, 1)
        inner.add(self.sample)
        ways = [*self.starts.values()]
        buttons = column(_shared(*ways[:2]), _shared(*ways[2:]))
        caption = row(Caption("New here?"), None)
        made.setLayout(column(Caption("Start"), self.drop, buttons, 8, caption, Card(inner), None, gap=12))
        return made

    def _going_on(self) -> QWidget:
        made = QWidget()
        hint = Words(IN_FORCE.fill(GOING_ON), px=12, role="text2")
        made.setLayout(column(Caption("Go on with"), self._cards, hint, None, gap=12))
        return made

    def show_recent(self, paths: list[str], annotator: str) -> None:
        """Show these projects as the recent ones, the latest first, with what that annotator has left in them.

        Folders that are gone are left out.
        """
        self._annotator = annotator
        for card in self.cards.values():
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {path: self._card(path) for path in paths if is_folder(Path(path))}
        for card in self.cards.values():
            self._cards.add(card)
        self._right.setVisible(bool(self.cards))
        if self.isVisible():
            self._look()
        self._settle()

    def _end(self) -> QWidget:
        line = row(gap=8, margins=(24, 4, 16, 4))
        line.add(Elided("Everything stays on this computer: no account, no server.", px=12, role="text2"), 1)
        for name, word in (("settings", "Settings"), ("cheat_sheet", "All keys")):
            button = Button(word, kind="ghost", height=28, takes_focus=True)
            button.clicked.connect(partial(self._ask, name))
            line.add(button)
        return Pane(column(Hair(), line, gap=0))

    def _button(self, name: str, word: str, icon: str) -> Button:
        kind = "primary" if name == "import_files" else "plain"
        button = Button(word, icon, kind=kind, height=36, takes_focus=True)  # type: ignore[arg-type]
        button.clicked.connect(partial(self._ask, name))
        return button

    def _card(self, path: str) -> RecentCard:
        card = RecentCard(Path(path))
        card.clicked.connect(lambda: self.recent.emit(path))
        return card

    def _ask(self, name: str, _: bool = False) -> None:
        self.asked.emit(name)

    # --- what is shown

    def show_keys(self, keys: dict[str, str]) -> None:
        """Show the keys in force on the buttons, by the action's name."""
        words = {name: (word, icon) for name, word, icon in STARTS}
        for name, button in self.starts.items():
            word, icon = words[name]
            button.say(word, icon, keys.get(name, ""))
            button.setToolTip(tip(word))

    def open(self) -> None:
        """Give the keyboard to the project worked on last, else to the first way to start."""
        self.say("")
        first = next(iter(self.cards.values()), None)
        (first or self.sample).setFocus()

    def say(self, sentences: str) -> None:
        """Show why no project is open, in full; "" when there is nothing to say."""
        self.trouble.setText(sentences)
        self.trouble.setVisible(bool(sentences))

    def showEvent(self, event: QShowEvent) -> None:
        """Look how far the recent projects are, once they are painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        self._looking.look(self.cards, self._annotator)

    def _tell(self, path: str, found: RecentProgress | None) -> None:
        if card := self.cards.get(path):
            card.tell(found)

    def restyle(self) -> None:
        """Take the scale in force."""
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Have the columns stand side by side, or one below the other in a narrow window."""
        is_narrow = self.width() < px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if is_narrow else across)
        room = max(px(240), min(px(LEFT), self.width() - px(64)))
        for part, wide in ((self._left, LEFT), (self._right, LEFT if is_narrow else RIGHT)):
            part.setFixedWidth(min(px(wide), room))
        whole = room if is_narrow else px(LEFT + BETWEEN + (RIGHT if self.cards else -BETWEEN))
        self._block.setFixedWidth(whole + px(48))


def _shared(*buttons: Button) -> Packed:
    """Return the buttons side by side, all as wide."""
    line = row()
    for button in buttons:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.add(button, 1)
    return line


def _head() -> QWidget:
    made, words = QWidget(), column(gap=0)
    words.add(Words("Factmark", px=28, weight=700))
    words.add(Elided("Mark who did what in the news: names, facts and who says so.", role="text2"))
    line = row(ProgramIcon(SIDE), gap=16)
    line.add(words, 1)
    made.setLayout(line)
    return made
