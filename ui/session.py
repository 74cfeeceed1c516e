"""The session: who works, on which project if any, and the signals of what happens to it.

What needs an open project is `OpenProject`; here it is passed on, and nothing happens while none is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from annotations.articles import Article
from annotations.edits import Edit
from annotations.sets import FINISHED, State
from annotations.sheet import Sheet
from annotations.spans import Span
from models.project import Project
from models.queries import people
from models.queries.filters import Filter
from ui.open_project import OpenProject, Verb, empty_sheet
from ui.project.waiting import Entry

WAIT = 0.05  # seconds that a key waits for another program; then what it did waits beside the window


class TakesBack(Protocol):
    """The undo and redo of something that is no edit: `back` and `again` return whether there was something.

    `coming` names both, "" for nothing.
    """

    def back(self) -> bool: ...
    def again(self) -> bool: ...
    def coming(self) -> tuple[str, str]: ...


class Session(QObject):
    """The session of an annotator: the project that is open, if any, and what is done to it.

    `opened`, and with it `project` and `article`, is None when none is open.
    """

    project_opened = Signal()
    project_closed = Signal()  # what was begun in it is no more to be done
    schema_changed = Signal()
    articles_changed = Signal()  # which there are
    rows_changed = Signal(list)  # ids of articles whose row shows something else now
    article_opened = Signal()
    described = Signal()  # title, metadata or place of the article are others now
    seen = Signal(object)  # sheet.Seen: what left and what came
    reloaded = Signal()  # the sheet was read anew, the article is the same
    fact_focused = Signal(object)  # id of the fact in focus, or None
    stepped = Signal(object)  # Edit: what an undo or redo did, once it is shown
    edited = Signal()  # an edit is shown, whether it is written or waits
    saved = Signal()  # something was written, and nothing waits
    not_saved = Signal(object)  # NotWritten: why something did not reach the disk
    not_done = Signal(list)  # sentences: edits that waited and fit no longer
    noted = Signal(str)  # a sentence for the annotator
    failed = Signal(str)  # the same of what went wrong: it stays until it is closed

    def __init__(self, annotator: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.annotator = annotator
        self.opened: OpenProject | None = None
        self.filter = Filter()  # which articles are listed
        self.fact_id: str | None = None  # the fact in focus
        self._taking_back: list[TakesBack] = []  # that are asked before any edit, the latest first

    # --- what is open

    def open_project(self, folder: Path) -> None:
        """Open the project in the folder.

        UserError when it cannot be opened; the one open before stays then.
        """
        project = Project(folder, wait=WAIT)
        self.close()
        self.opened = OpenProject(project, self.annotator, self, self)
        self.project_opened.emit()
        self.article_opened.emit()  # none as yet: what the project before showed goes
        self.opened.open_first()
        for sentence in people.near(project, self.annotator):
            self.failed.emit(sentence)

    def close(self) -> None:
        """Close the project, if one is open; what still asks about it is put away first."""
        opened, self.opened = self.opened, None
        if opened:
            self.project_closed.emit()
            opened.close()

    @property
    def project(self) -> Project | None:
        return self.opened.project if self.opened else None

    @property
    def waiting(self) -> list[Entry]:
        """Return what is shown but not written as yet, the oldest first."""
        return list(self.opened.waiting) if self.opened else []

    @property
    def article(self) -> Article | None:
        return self.opened.article if self.opened else None

    @property
    def sheet(self) -> Sheet:
        return self.opened.sheet if self.opened else empty_sheet(self.annotator)

    @property
    def text(self) -> str:
        return self.article.text if self.article else ""

    @property
    def state(self) -> State:
        return self.sheet.set.state

    @property
    def is_finished(self) -> bool:
        return self.state in FINISHED

    # --- what is done to it

    def open_article(self, id_: str) -> None:
        if self.opened:
            self.opened.open_article(id_)

    def focus_fact(self, id_: str | None) -> None:
        """Put a fact of the article at hand in focus, for every pane that shows it; None: no fact."""
        if id_ != self.fact_id:
            self.fact_id = id_
            self.fact_focused.emit(id_)

    def do(self, verb: str, spans: list[Span], change: Verb, *, about: Iterable[Span] = ()) -> bool:
        """Write one edit and show it; return whether that was done.

        When it could not be, a sentence is noted.  The edit is named after `spans`; they, and those it is
        `about`, must still be as they were shown.
        """
        return self.opened is not None and self.opened.do(verb, spans, change, about=about)

    def apply(self, make: Callable[[], Edit], write: Callable[[Edit], None] | None = None) -> bool:
        """Write the edit that `make` gives, over any sets, and show it; return whether that was done.

        When it could not be, a sentence is noted.  `write` writes it in place of the project's `apply`.
        """
        return self.opened is not None and self.opened.apply(make, write)

    def undo(self) -> None:
        if self.opened and not any(one.back() for one in self._taking_back):
            self.opened.undo()

    def redo(self) -> None:
        if self.opened and not any(one.again() for one in self._taking_back):
            self.opened.redo()

    def ask_first(self, taking_back: TakesBack) -> None:
        """Have undo and redo ask this one before all others, as for what was done last."""
        others = (one for one in self._taking_back if one is not taking_back)
        self._taking_back = [taking_back, *others]

    def ask_no_more(self, taking_back: TakesBack) -> None:
        """Have undo and redo ask this one no more."""
        self._taking_back = [one for one in self._taking_back if one is not taking_back]

    def coming(self) -> tuple[str, str]:
        """Return what undo would take back and what redo would do again, "" for nothing."""
        undoing = self.opened.undoing if self.opened else None
        found = [one.coming() for one in self._taking_back]
        undo = next((undo for undo, _ in found if undo), None) or (undoing and undoing.coming_undo())
        redo = next((redo for _, redo in found if redo), None) or (undoing and undoing.coming_redo())
        return undo or "", redo or ""

    def reload(self) -> None:
        """Read the article's sheet anew."""
        if self.opened:
            self.opened.reload()

    def look_for_others(self) -> None:
        """Take in what another window or a command has written since the last look."""
        if self.opened:
            self.opened.look_for_others()
