"""The panel of comments: everybody's threads on the article, in text order, and a box to write in.

What is written answers the thread in hand, or, after C, begins one.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotations import comments as verbs
from annotations.comments import SignedComment, Thread
from annotations.text.text import quoted
from models.queries.comments import article_threads
from ui.comments import threads
from ui.look.empty import Empty, EmptyOver
from ui.plain_text import PlainLabel
from ui.session import Session
from ui.widgets.target import Target
from ui.widgets.wrapping_rows import WrappingRows
from ui.widgets.writing_box import WritingBox
from ui.wording import at_home, named_comment

SAID, THREAD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Draft = tuple[str, str | None, str]  # text, what it is on, the comment that it answers
LONGEST = 4_000  # code points of a comment that the list shows
NOTHING = "No comments in this article. {key:comment} writes one on what is in focus."
NONE_OPEN = "No open comments in this article. {key:comment} writes one on what is in focus."
SHOWN = {"open": "Open comments", "all": "All comments"}


class CommentsPanel(QWidget):
    """The panel of comments: `begin` starts a new one; `list` shows the threads."""

    pointed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._on: str | None = None  # what a new comment is on
        self._drafts: dict[str, Draft] = {}  # by article
        self._hand = ""  # id of the comment in hand
        self._article = ""
        self.shown = QComboBox()
        self.shown.setAccessibleName("Which comments")
        for value, words in SHOWN.items():
            self.shown.addItem(words, value)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(14)
        WrappingRows(self.list)
        self.list.setAccessibleName("Comments")
        self.nothing = Empty("message-square", NOTHING)
        EmptyOver(self.list, self.nothing)
        self.about = PlainLabel(wordWrap=True)
        self.box = WritingBox("Comment")
        self.settle = QPushButton("Resolve", autoDefault=False)
        self.remove = QPushButton("Delete", autoDefault=False)
        self.send_button = QPushButton("Send", autoDefault=False)
        self._lay_out()
        self.shown.currentIndexChanged.connect(self.refresh)
        self.list.itemClicked.connect(self._jump)
        self.list.itemActivated.connect(self._jump)
        self.list.currentItemChanged.connect(self._tell)
        self.box.sent.connect(self.send)
        self.send_button.clicked.connect(self.send)
        self.settle.clicked.connect(self._settle)
        self.remove.clicked.connect(self._delete)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.send_button, self.settle, self.remove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.shown)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)
        layout.addWidget(self.box)
        layout.addLayout(buttons)
        chain = (self.shown, self.list, self.box, self.send_button, self.settle, self.remove)
        for one, following in pairwise(chain):
            self.setTabOrder(one, following)

    # --- what is shown

    def refresh(self) -> None:
        """Read everybody's comments on the article anew; what is in hand stays so."""
        project, article = self._session.project, self._session.article
        self._change_article(article.id if article else "")
        found = article_threads(project, article.id, self._session.annotator) if project and article else []
        self.nothing.say(NONE_OPEN if found else NOTHING)
        self.list.blockSignals(True)
        self.list.clear()
        for thread in found:
            if thread.is_open or self.shown.currentData() == "all":
                self._add(thread)
        self.list.expandAll()
        self.list.blockSignals(False)
        self._tell()

    def _change_article(self, id_: str) -> None:
        """Keep what was being written with its article; take up what was kept for the new one."""
        if id_ != self._article:
            self._drafts[self._article] = (self.box.toPlainText(), self._on, self._hand)
            text, self._on, self._hand = self._drafts.pop(id_, ("", None, ""))
            self.box.setPlainText(text)
            self._article = id_

    def _add(self, thread: Thread) -> None:
        top = self._item(thread.first, thread, self._where(thread))
        self.list.addTopLevelItem(top)
        items = [top, *(self._item(answer, thread, "") for answer in thread.answers)]
        top.addChildren(items[1:])
        for item in items:
            if item.data(0, SAID).comment.id == self._hand:
                self.list.setCurrentItem(item)

    def _item(self, said: SignedComment, thread: Thread, where: str) -> QTreeWidgetItem:
        settled = "✓ resolved · " if said.comment.resolved else ""
        head = f"{settled}{where}{said.comment.by or said.annotator} · {at_home(said.comment.at)}"
        text = said.comment.text
        words = text if len(text) <= LONGEST else text[:LONGEST] + "…"
        item = QTreeWidgetItem([f"{head}\n{words}"])
        item.setData(0, SAID, said)
        item.setData(0, THREAD, thread)
        return item

    def _where(self, thread: Thread) -> str:
        if thread.place:
            return quoted(self._session.text, *thread.place) + " · "
        return "on what is gone · " if thread.first.comment.on else ""

    def _tell(self) -> None:
        """Say what the box writes to, and which buttons have something to do."""
        thread, said = self._thread(), self._said()
        self._hand = said.comment.id if said else ""
        if thread:
            self.about.setText(f"Answer to {thread.first.comment.by or thread.first.annotator}:")
        else:
            self.about.setText(f"New comment on {self._name_of_target()}:")
        threads.tell(self.settle, self._session, thread)
        self.remove.setEnabled(said is not None and said.annotator == self._session.annotator)

    def _name_of_target(self) -> str:
        """Return in words what a new comment is on."""
        sheet = self._session.sheet
        span, fact = sheet.get(self._on or ""), sheet.fact(self._on or "")
        if span:
            return quoted(self._session.text, span.start, span.end)
        return f"the fact {fact.type}" if fact else "the article"

    def _thread(self) -> Thread | None:
        item = self.list.currentItem()
        return item.data(0, THREAD) if item else None

    def _said(self) -> SignedComment | None:
        item = self.list.currentItem()
        return item.data(0, SAID) if item else None

    # --- what is done

    def begin(self, on: str | None) -> None:
        """Begin a comment on the span or fact of that id, else on the article; the keyboard goes to the box."""
        self.refresh()
        self._on = on
        self.list.setCurrentItem(None)  # type: ignore[call-overload]  # the stubs lack that none can be current
        self._tell()
        self.box.setFocus()

    def send(self) -> None:
        """Write what is in the box."""
        text, thread, now = self.box.toPlainText(), self._thread(), threads.now()
        if thread:
            done = threads.answer(self._session, thread, text)
        else:
            verb = f"comment on {self._name_of_target()}"
            done = self._session.do(verb, [], lambda at: verbs.comment(at, text, at=now, on=self._on))
        if done:
            self.box.clear()
            self._on = None
            self.refresh()

    def _settle(self) -> None:
        if thread := self._thread():
            threads.settle(self._session, thread)

    def _delete(self) -> None:
        if said := self._said():
            self._session.do(named_comment("delete", said), [], lambda at: verbs.delete(at, said))

    def _jump(self, item: QTreeWidgetItem) -> None:
        thread, article = item.data(0, THREAD), self._session.article
        if article and thread.place:
            start, end = thread.place
            self.pointed.emit(Target(article.id, start, end, thread.first.comment.on))
