"""The wordings of a finished article, offered in the others while the annotator works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import Busy, UserError
from models.project import Project
from ui.open_project import OpenProject
from ui.session import Session

if TYPE_CHECKING:  # what offers is loaded when an article is finished
    from models.transfer.offering import WordingOffer

# Milliseconds between two steps, after an edit, and until another program may have written.
PAUSE, CALM, LATER = 5, 150, 500


class WordingOffers(QObject):
    """The offers of finished articles, one after the other, a step at a time.

    `ended`: the id of a finished article, how many suggestions its wordings gave, and in how many other articles.
    """

    ended = Signal(str, int, int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: dict[str, str | None] = {}  # finished articles, with the one that comes next
        self._offer: WordingOffer | None = None  # that of the first of them
        self._known: set[tuple[str, str]] = set()  # what was offered everywhere since the project was opened
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._step)
        session.edited.connect(lambda: self._timer.setInterval(CALM))  # keys come first
        session.project_closed.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    def begin(self, article: str, following: str | None) -> None:
        """Offer the wordings confirmed in the article; in the one that follows at once, in all others by and by."""
        self._asked[article] = following
        self._timer.start(PAUSE)
        if len(self._asked) == 1:
            self._step()

    def _step(self) -> None:
        """Do a little, unless what was done before waits for another program."""
        opened = self._session.opened
        if opened is None or opened.waiting:
            self._timer.setInterval(LATER)
            return
        self._timer.setInterval(PAUSE)
        article, following = next(iter(self._asked.items()))
        try:
            offer = self._offer = self._offer or self._made(opened.project, article, following)
            changed = [] if offer.is_done else offer.step()
        except Busy:
            self._timer.setInterval(LATER)
        except UserError as error:
            self._end(article)
            opened.mark.refuse(error)
        else:
            self._show(opened, changed)
            if offer.is_done:
                self._known |= offer.offered
                self._end(article)
                self.ended.emit(article, offer.count, offer.articles)

    def _made(self, project: Project, article: str, following: str | None) -> WordingOffer:
        from models.transfer.offering import WordingOffer

        return WordingOffer(project, article, self._session.annotator, first=following, known=self._known)

    def _show(self, opened: OpenProject, changed: list[str]) -> None:
        if changed:
            self._session.rows_changed.emit(changed)
            if opened.article and opened.article.id in changed:
                opened.reload()

    def _end(self, article: str) -> None:
        self._offer = None
        del self._asked[article]
        if not self._asked:
            self._timer.stop()

    def _forget(self) -> None:
        self._timer.stop()
        self._asked, self._offer, self._known = {}, None, set()
