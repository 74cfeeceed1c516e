"""The panel that lists what lint finds: in the article at hand as one works, or in the whole project."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotations.lint.check import Finding, work_of
from annotations.lint.span_checks import lint
from annotations.text.text import quoted
from ui.look.empty import Empty, EmptyOver
from ui.project.jobs import Command
from ui.session import Session
from ui.widgets.place_list import PlaceList, PlaceRow
from ui.widgets.target import Target

PAUSE = 250  # milliseconds without another change, after which the article is looked at again
CLEAN, CLEAN_PROJECT = "No slips in this article.", "No slips in the whole project."
LOOKING = "Looking through the whole project…"


class LintPanel(QWidget):
    """The list of what lint finds; `pointed`: a Target was chosen, and is to be shown."""

    pointed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Command | None = None
        self.whole = QPushButton("Look in all articles")
        self.whole.setCheckable(True)
        self.whole.toggled.connect(self._choose)
        self.places = PlaceList("Checks", "")
        self.places.pointed.connect(self.pointed)
        self.list = self.places.list
        self.nothing = Empty("circle-check", CLEAN, role="good")
        EmptyOver(self.list, self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.whole)
        layout.addWidget(self.places, 1)
        self.setFocusProxy(self.list)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._look)
        if program := QCoreApplication.instance():
            program.aboutToQuit.connect(self._stop)  # seen or not, the job ends with the program
        self._look()

    def refresh(self) -> None:
        """Look again soon; what was found in the whole project stays until the button is let go."""
        if not self.whole.isChecked():
            self._soon.start()

    def _choose(self, whole: bool) -> None:
        self._stop()
        if whole and self._session.project:
            self._start(str(self._session.project.folder))
        else:
            self._look()

    # --- the article at hand

    def _look(self) -> None:
        session = self._session
        if self.whole.isChecked():
            return
        if session.project is None or session.article is None:
            self.places.show_rows([])
            return
        id_, text = session.article.id, session.text
        self._say_nothing(CLEAN)
        found = lint(work_of(text, session.sheet, session.project.schema))
        self.places.show_rows([_row(id_, quoted(text, at.start, at.end), at) for at in found])

    # --- the whole project

    def _start(self, folder: str) -> None:
        self.places.show_rows([])
        self._say_nothing(LOOKING, "search", "text2")
        self.places.why.setText(LOOKING)
        self._job = Command(["lint", folder, "--annotator", self._session.annotator, "--json"], self)
        self._job.progress.connect(self._tell)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._failed)
        self._job.start()

    def _tell(self, _: str, done: int, of: int) -> None:
        self.places.why.setText(f"Looking through the whole project: {100 * done // max(of, 1)} %.")

    def _show(self, report: dict[str, Any], _: str) -> None:
        self._job = None
        self._say_nothing(CLEAN_PROJECT)
        rows = []
        for found in report["findings"]:
            at = Finding(*(found[name] for name in Finding._fields))
            rows.append(_row(found["article"], found["words"], at, found["title"] or found["article"]))
        self.places.show_rows(rows)

    def _say_nothing(self, sentence: str, icon: str = "circle-check", role: str = "good") -> None:
        """Say this where the list has no rows."""
        self.nothing.say(sentence)
        self.nothing.icon.show_icon(icon, role)

    def _failed(self, why: str) -> None:
        self._job = None
        self.whole.setChecked(False)
        self._session.failed.emit(why)

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job:
            job.close()
            job.deleteLater()


def _row(article: str, words: str, at: Finding, title: str = "") -> PlaceRow:
    named = [words, at.look, *([title] if title else [])]
    return PlaceRow(" · ".join(named), at.sentence, Target(article, at.start, at.end, at.item))
