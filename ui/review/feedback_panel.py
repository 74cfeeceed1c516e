"""The panel of feedback: what a review changed in the annotator's own work, and why.

It shows this article or all of them.  Articles are looked through a few at a time, so that the window stays
quick however many there are.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotations.comments import Thread
from annotations.review.cases import ordered_roles
from annotations.review.feedback import Feedback, Reviewed, feedback
from annotations.sets import State
from annotations.text.counts import counted
from models.project import Project
from models.queries import review_queue
from models.queries.comments import article_threads
from ui.comments import threads
from ui.plain_text import PlainLabel
from ui.review.feedback_rows import TARGET, THREAD, correction_row, error_rows, thread_row
from ui.session import Session
from ui.widgets.wrapping_rows import WrappingRows
from ui.widgets.writing_box import WritingBox

SLICE = 0.015  # seconds of looking through articles before the window has its turn
SHOWN = {"here": "This article", "all": "All articles"}
NOT_YET = "Nothing of this article has been reviewed yet."


class FeedbackPanel(QWidget):
    """The panel of feedback.  `pointed`: somebody wants to see a Target; `wanted`: another panel."""

    pointed = Signal(object)
    wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: dict[str, Reviewed] = {}  # by article
        self._left: list[str] | None = None  # articles to look through; None: to be asked for
        self.returned = PlainLabel(wordWrap=True, margin=6)
        self.returned.setAccessibleName("Why the article came back")
        self.shown = QComboBox()
        self.shown.setAccessibleName("Feedback on")
        for value, words in SHOWN.items():
            self.shown.addItem(words, value)
        self.about = PlainLabel(wordWrap=True)
        self.about.setAccessibleName("Summary")
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(14)
        self.list.setAccessibleName("Feedback")
        WrappingRows(self.list)
        self.box = WritingBox("Answer")
        self.settle = QPushButton("Resolve", autoDefault=False)
        self.all_comments = QPushButton("Comments", autoDefault=False)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._look_on)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.settle)
        buttons.addWidget(self.all_comments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        for widget in (self.returned, self.shown, self.about):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.box)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.shown.currentIndexChanged.connect(self.refresh)
        self.list.itemClicked.connect(self._jump)
        self.list.itemActivated.connect(self._jump)
        self.list.currentItemChanged.connect(self._tell)
        self.box.sent.connect(self.send)
        self.settle.clicked.connect(self._settle)
        self.all_comments.clicked.connect(lambda: self.wanted.emit("comments"))
        self._session.project_opened.connect(self._forget)
        self._session.articles_changed.connect(self._forget)

    # --- what is shown

    def refresh(self) -> None:
        """Read the article's feedback anew; that of the others when somebody else wrote."""
        project, article, who = self._session.project, self._session.article, self._session.annotator
        is_one = bool(project and article and review_queue.reviewed(project, who, article.id))
        here = corrected(project, who, article.id) if project and article and is_one else None
        self._show_returned(here)
        if self.shown.currentData() == "all":
            if here and here.article in self._found:
                self._found[here.article] = here
            self._look_on()
        else:
            self._show_here(here)

    def _show_returned(self, here: Reviewed | None) -> None:
        is_back = here is not None and here.state is State.RETURNED
        self.returned.setVisible(is_back)
        if here and is_back:
            rounds = ((f"Round {begun}: " if begun else "", said) for begun, said in here.remarks)
            why = "\n".join(f"{begun}{comment.text} ({comment.by})" for begun, comment in rounds)
            self.returned.setText(f"↩ This article came back to you.\n{why}")

    def _show_here(self, here: Reviewed | None) -> None:
        project, text = self._session.project, self._session.text
        found = feedback(self._session.annotator, [here]) if here else None
        others = self._threads() if project and here else []
        rows = [correction_row(correction, text) for correction in here.corrections] if here else []
        self._fill([*rows, *(thread_row(thread, here.article, text) for thread in others if here)])
        again = f"Round {here.round}. " if here and here.round > 1 else ""
        self.about.setText(again + said(found) if found and found.articles else NOT_YET)

    def _threads(self) -> list[Thread]:
        """Return the threads that others began."""
        project, article, who = self._session.project, self._session.article, self._session.annotator
        found = article_threads(project, article.id, who) if project and article else []
        return [thread for thread in found if thread.first.comment.by != who]

    def _look_on(self) -> None:
        """Look through some more articles; when none are left, show what adds up."""
        project, who = self._session.project, self._session.annotator
        if project is None or self.shown.currentData() != "all" or not self.isVisible():
            return
        if self._left is None:
            self._left, self._found = review_queue.reviewed(project, who)[::-1], {}
        end = time.monotonic() + SLICE
        while self._left and time.monotonic() < end:
            id_ = self._left.pop()
            self._found[id_] = corrected(project, who, id_)
        if self._left:
            self.about.setText(f"Looking through {len(self._left):,} articles…")
            self._soon.start()
        else:
            found = feedback(who, self._found.values())
            self.about.setText(said(found))
            self._fill(error_rows(found))

    def _forget(self) -> None:
        """Forget what was found: somebody else wrote, or it is another project."""
        self._left, self._found = None, {}

    def _fill(self, rows: list[QTreeWidgetItem]) -> None:
        """Show the rows; the one in hand stays in hand when there is one in its place."""
        held = self.list.currentItem()
        at = self.list.indexOfTopLevelItem(held) if held else -1
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addTopLevelItems(rows)
        self.list.expandAll()
        if 0 <= at < len(rows):
            self.list.setCurrentItem(rows[at])
        self.list.blockSignals(False)
        self._tell()

    def _thread(self) -> Thread | None:
        item = self.list.currentItem()
        return item.data(0, THREAD) if item else None

    def _tell(self) -> None:
        thread = self._thread()
        self.box.setEnabled(thread is not None)
        threads.tell(self.settle, self._session, thread)

    # --- what is done

    def send(self) -> None:
        """Answer the thread in hand."""
        if thread := self._thread():
            done = threads.answer(self._session, thread, self.box.toPlainText())
            self.refresh()
            if done:
                self.box.clear()

    def _settle(self) -> None:
        if thread := self._thread():
            threads.settle(self._session, thread)
            self.refresh()

    def _jump(self) -> None:
        item = self.list.currentItem()
        if item and (target := item.data(0, TARGET)):
            self.pointed.emit(target)


def corrected(project: Project, who: str, article: str) -> Reviewed:
    """Return what was decided otherwise than the annotator had it, on one article."""
    return review_queue.corrected(project, who, article, ordered_roles(project.schema))


def said(found: Feedback) -> str:
    """Return how much of the annotator's work stayed as it was."""
    if not found.articles:
        return "Nothing of your work has been reviewed yet."
    share = f" ({found.kept / found.items:.1%})" if found.items else ""
    kept = f"{found.kept:,} of {found.items:,} {found.nouns} stayed as you had them{share}"
    many = sum(count for _, _, count in found.counts())
    return f"{counted(len(found.articles), 'article')} reviewed, {counted(many, 'correction')}: {kept}."
