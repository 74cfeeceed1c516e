"""The panel of history: the article's edits, newest first, undoing back to one, and the pace of work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotations.pace import Pace, SuggestionOutcome
from annotations.text.controls import unturned
from models.queries import article_history
from models.queries.article_history import Done
from ui.look.empty import Empty, EmptyOver
from ui.plain_text import PlainLabel, message_box, tip
from ui.session import Session
from ui.wording import at_home, spans_and_facts

NOT_ALL = "Another program is writing to the project; not all was undone yet, try again once that is done."
NOTHING = "Nothing was done in this article yet. What you decide is listed here, and can be taken back."
DONE = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """The edits of the article at hand, in `list`; an undone one is grey and says so."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.pace = PlainLabel(wordWrap=True)
        self.pace.setAccessibleName("Pace")
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName("History")
        self.list.setHeaderLabels(["Edit", "When"])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setResizeContentsPrecision(20)
        EmptyOver(self.list, Empty("history", NOTHING))
        self.undo = QPushButton("Undo up to here", autoDefault=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        for widget in (self.pace, self.list, self.undo):
            layout.addWidget(widget)
        self.list.currentItemChanged.connect(self._tell)
        self.undo.clicked.connect(self._ask)
        self._count = QTimer(self, interval=20, singleShot=True)
        self._count.timeout.connect(self._count_on)

    # --- what is shown

    def refresh(self) -> None:
        project, article = self._session.project, self._session.article
        found = article_history.history(project, article.id) if project and article else []
        self._show(found)
        self._tell()
        self._show_pace()
        self._count.start()

    def _show(self, found: list[Done]) -> None:
        """Put what is new on top, as after an edit, or fill the list anew."""
        tree = self.list
        old = [item.data(0, DONE).number for item in self._items()]
        count = sum(not old or done.number > old[0] for done in found)
        if [done.number for done in found[count:]] != old[: len(found) - count]:
            tree.clear()
            count = len(found)
        tree.insertTopLevelItems(0, [QTreeWidgetItem() for _ in range(count)])
        while tree.topLevelItemCount() > len(found):
            tree.takeTopLevelItem(len(found))
        for item, done in zip(self._items(), found, strict=True):
            if item.data(0, DONE) != done:
                self._fill(item, done)

    def _items(self) -> list[QTreeWidgetItem]:
        found = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _fill(self, item: QTreeWidgetItem, done: Done) -> None:
        whose = "" if done.by == self._session.annotator else f"{done.by}: "
        words = f"{'↶ undone: ' if done.is_undone else ''}{whose}{done.verb}"
        item.setText(0, unturned(words))
        item.setText(1, at_home(done.at))
        item.setData(0, DONE, done)
        item.setToolTip(0, tip(f"{words}\n{at_home(done.at)}"))
        colour = self.palette().placeholderText() if done.is_undone else None
        for column in (0, 1):
            item.setData(column, Qt.ItemDataRole.ForegroundRole, colour)

    def _show_pace(self) -> None:
        project, article = self._session.project, self._session.article
        if project and article:
            name = self._session.annotator
            here = article_history.article_pace(project, article.id, name)
            spans, facts = (
                article_history.verdicts(project, name),
                article_history.fact_verdicts(project, name),
            )
            self.pace.setText(said(here, spans, facts))

    def _count_on(self) -> None:
        """Count on in the log, a little at a time, while the panel is seen."""
        project = self._session.project
        if project and self.isVisible():
            if project.learning.count_on():
                self._count.start()
            self._show_pace()

    def _in_hand(self) -> Done | None:
        item = self.list.currentItem()
        return item.data(0, DONE) if item else None

    def _tell(self) -> None:
        self.undo.setEnabled(bool(self._undos()[0]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "list"):
            for item in self._items():
                self._fill(item, item.data(0, DONE))

    # --- what is done

    def _undos(self) -> tuple[int, int]:
        """Return how many undos take the edit in hand back, and how many of them are on other articles."""
        done, project, article = self._in_hand(), self._session.project, self._session.article
        if done is None or project is None or article is None:
            return 0, 0
        return article_history.to_undo(project, done.number, self._session.annotator, article.id)

    def _ask(self) -> None:
        """Undo at once what is on this article alone; ask first when other articles' edits go too."""
        count, elsewhere = self._undos()
        if not elsewhere:
            self.undo_up_to_here()
            return
        question = f"{elsewhere:,} of the {count:,} edits since then are on other articles. Undo those too?"
        box = message_box(QMessageBox.Icon.Question, "Undo up to here", question, self.window())
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self.undo_up_to_here)
        box.open()

    def undo_up_to_here(self) -> None:
        """Undo edit by edit until the one in hand is taken back; stop at the first that is refused."""
        done, project, article = self._in_hand(), self._session.project, self._session.article
        if done is None or project is None or article is None:
            return
        if self._session.waiting:  # what waits is not in the list, and would go first
            self._session.noted.emit(NOT_ALL)
            return
        name = self._session.annotator
        count = left = article_history.to_undo(project, done.number, name, article.id)[0]
        while left:
            self._session.undo()
            before, left = left, article_history.to_undo(project, done.number, name, article.id)[0]
            if left == before:  # it was refused, and the session has said why, or it waits
                break
        if self._session.waiting:
            self._session.noted.emit(NOT_ALL)
            return
        if not left and count > 1:
            self._session.noted.emit(f"Undid {count:,} edits, up to: {done.verb}.")


def said(here: Pace, verdicts: list[SuggestionOutcome], facts: list[SuggestionOutcome]) -> str:
    """Return the pace of work, and how many suggestions were right, as lines of text.

    Of a fact that is confirmed nobody knows whether it was changed before, so that is said.
    """
    minutes = round(here.seconds / 60)
    rate = f", {here.per_hour:,.0f} an hour" if here.per_hour is not None else ""
    what = spans_and_facts(here.spans, here.facts) or "nothing decided"
    lines = [f"This article: {minutes:,} min of work without idle time, {what}{rate}."]
    for judged, words in (
        (verdicts, "Suggested spans right so far: {}."),
        (facts, "Suggested facts confirmed so far, as they were or changed: {}."),
    ):
        right, decided = sum(v.right for v in judged), sum(v.decided for v in judged)
        if decided:
            lines.append(words.format(f"{right:,} of {decided:,} ({right / decided:.0%})"))
            lines += [f"{v.label}: {v.share:.0%} of {v.decided:,}" for v in judged]
    return "\n".join(lines)
