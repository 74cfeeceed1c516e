"""The page that is shown while no project is open: the sample project first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.queries.recent_progress import RecentProgress
from ui.plain_text import PlainLabel, menu_text
from ui.project.recent import RecentProjects, said

WIDTH, HEIGHT = 420, 36  # pixels of a button


class Welcome(QWidget):
    """The page without a project; `asked`: "sample", "new_project" or "open_project"; `recent`: a folder."""

    asked = Signal(str)
    recent = Signal(str)

    def __init__(self, recent: list[str], annotator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._recent: dict[str, QPushButton] = {}
        self._annotator, self._looking = annotator, RecentProjects(self)
        self._looking.told.connect(self._show_recent)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel("Factmark", alignment=Qt.AlignmentFlag.AlignCenter)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2.2)
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        words = "Mark up news by hand. Everything stays in one folder on this computer."
        layout.addWidget(PlainLabel(words, alignment=Qt.AlignmentFlag.AlignCenter))
        self.trouble = PlainLabel(wordWrap=True)
        self.trouble.hide()
        self.trouble.setMaximumWidth(2 * WIDTH)
        self.trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.trouble)
        layout.addSpacing(18)
        for name, text in (
            ("sample", "Open the sample project: ten articles on one story"),
            ("new_project", "New project…"),
            ("open_project", "Open project…"),
        ):
            self._buttons.append(self._button(name, text))
            layout.addWidget(self._buttons[-1])
        existing = [path for path in recent if is_folder(Path(path))]
        if existing:
            layout.addSpacing(18)
            layout.addWidget(PlainLabel("Recent"))
        for path in existing:
            button = QPushButton(menu_text(f"{Path(path).name}  —  {path}"), flat=True)
            button.setMinimumWidth(WIDTH)
            button.clicked.connect(lambda _=False, path=path: self.recent.emit(path))
            self._recent[path] = button
            layout.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Look how far the recent projects are, once they are painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._looking.look(self._recent, self._annotator))

    def _show_recent(self, path: str, found: RecentProgress | None) -> None:
        """Show a project by its name with what is left of it; one that is gone cannot be pressed."""
        self._recent[path].setEnabled(found is not None)
        name, words = (found.name, said(found)) if found else (Path(path).name, "not there any more")
        self._recent[path].setText(menu_text("  —  ".join(filter(None, (name, words, path)))))

    def open(self) -> None:
        """Give the first button the keyboard."""
        self.say("")
        self._buttons[0].setFocus()

    def say(self, sentences: str) -> None:
        """Show why no project is open, in full; "" when there is nothing to say."""
        self.trouble.setText(sentences)
        self.trouble.setVisible(bool(sentences))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, default=name == "sample")
        button.setMinimumSize(WIDTH, HEIGHT)
        button.clicked.connect(lambda: self.asked.emit(name))
        return button


def is_folder(path: Path) -> bool:
    """Return True for a folder that is there; one that may not be looked at counts as none."""
    try:
        return path.is_dir()
    except OSError:
        return False
