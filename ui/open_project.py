"""The open project, while one is open: the article at hand, its sheet, and every edit of the annotator.

Each edit is written first, then shown.  What others write is taken in by a look every now and then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from annotations.articles import Article, Asked
from annotations.edits import Edit
from annotations.errors import STALE, Gone, NotWritten, StaleEdit, UserError
from annotations.facts import Fact
from annotations.sets import AnnotationSet
from annotations.sheet import Pooled, Sheet
from annotations.spans import Span
from annotations.suggest.mentions import Learned
from models.project import Project
from models.queries import articles as article_queries
from models.transfer import rescue
from ui.wording import named

WATCH = 700  # milliseconds between two looks for what others wrote

Verb = Callable[[AnnotationSet], AnnotationSet]


class Telling(Protocol):
    """The signals of the session, by which an open project tells whoever shows it what happened."""

    schema_changed: Any
    articles_changed: Any
    rows_changed: Any
    article_opened: Any
    described: Any
    seen: Any
    reloaded: Any
    saved: Any
    not_saved: Any
    noted: Any

    def focus_fact(self, id_: str | None) -> None: ...


class OpenProject(QObject):
    """The project that is open in the window, with the annotator's sheet of the article at hand.

    `article` is None while none is open; `sheet` is empty then.
    """

    def __init__(self, project: Project, annotator: str, telling: Telling, parent: QObject) -> None:
        super().__init__(parent)
        self.project, self.annotator, self._tell = project, annotator, telling
        self.article: Article | None = None
        self.sheet = empty_sheet(annotator)
        self._version = project.version()
        self._is_gone = False  # as it was told last
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self.look_for_others)
        self._watch.start()
        self._tally = QTimer(self, interval=200, singleShot=True)
        self._tally.timeout.connect(self._keep_tally)

    def close(self) -> None:
        self._watch.stop()
        self._keep_tally()
        self.project.close()
        self.deleteLater()

    # --- the article

    def open_article(self, id_: str) -> None:
        """Open the article, unless it is open; UserError when there is none with that id."""
        if self.article and self.article.id == id_:
            return
        self._keep_tally()
        self.article = self.project.article(id_)
        self.sheet = self.project.sheet(id_, self.annotator)
        self._tell.focus_fact(None)
        self._tell.article_opened.emit()

    def open_first(self) -> None:
        """Open the first unfinished article when none is open."""
        if self.article is None and (id_ := article_queries.first_open(self.project, self.annotator)):
            self.open_article(id_)

    def leave_article(self) -> None:
        """Show no article, as when the one shown was removed."""
        self._tally.stop()
        self.article, self.sheet = None, empty_sheet(self.annotator)
        self._tell.article_opened.emit()

    def reread_article(self) -> None:
        """Read title and metadata of the article anew after they were changed."""
        if self.article:
            self.article = self.project.article(self.article.id)
            self._tell.rows_changed.emit([self.article.id])
            self._tell.described.emit()

    def asked(self, id_: str) -> Asked | None:
        """Return any article of the project as a pipeline takes it; None when it is gone."""
        with suppress(UserError):
            return self.project.learning.asked(self.project.article(id_))
        return None

    def learned(self) -> Learned:
        """Return what the annotator's decisions teach so far."""
        return self.project.learning.learned(self.annotator)

    # --- edits

    def undo(self) -> None:
        self._step("Undid", Project.undo, "There is nothing to undo.")

    def redo(self) -> None:
        self._step("Did again", Project.redo, "There is nothing to do again.")

    def do(self, verb: str, spans: list[Span], change: Verb, *, about: Iterable[Span] = ()) -> bool:
        """Write one edit of the article at hand: see `Session.do`."""
        if self.article is None:
            return False
        self.look_for_others()
        if any(self.sheet.get(span.id) != span for span in (*spans, *about)):
            self._tell.noted.emit(STALE.format(verb="it"))
            return False
        before, text = self.sheet.set, self.article.text if self.article else ""
        return self.apply(lambda: Edit.between(named(verb, spans, text), before, change(before)))

    def apply(self, make: Callable[[], Edit], write: Callable[[Edit], None] | None = None) -> bool:
        """Write the edit that `make` gives: see `Session.apply`."""
        try:
            edit = make()
            if not edit:
                return False
            (write or partial(self.project.apply, by=self.annotator))(edit)
        except StaleEdit as error:
            self.reload()
            self._tell.noted.emit(str(error))
            return False
        except UserError as error:
            self._refuse(error)
            return False
        self._show(edit)
        return True

    def _step(self, done: str, step: Callable[[Project, str], Edit | None], nothing: str) -> None:
        schema = self.project.schema
        try:
            edit = step(self.project, self.annotator)
        except UserError as error:
            self.reload()
            self._refuse(error)
            return
        if edit is None:
            self._tell.noted.emit(nothing)
            return
        self._go_where(edit)
        self._show(edit)
        if self.project.schema is not schema:  # labels were renamed, in the pools too
            self.reload()
            self._tell.schema_changed.emit()
        self._tell.noted.emit(f"{done}: {edit.verb}.")

    def _refuse(self, error: UserError) -> None:
        """Say why an edit was not done, and that nothing was saved where that is so."""
        if isinstance(error, NotWritten):
            self._is_gone |= isinstance(error, Gone)
            self._tell.not_saved.emit(error)
        self._tell.noted.emit(str(error))

    def _go_where(self, edit: Edit) -> None:
        """Open the article that the edit is about, unless it is open."""
        articles = [change.article for change in edit.changes]
        if articles and (self.article is None or self.article.id not in articles):
            self._keep_tally()
            self.article = None
            self.open_article(articles[0])

    def _show(self, edit: Edit) -> None:
        for change in edit.changes:
            if self.article and (change.article, change.annotator) == (self.article.id, self.annotator):
                try:
                    seen = self.sheet.apply(change)
                except StaleEdit:
                    self.reload()
                else:
                    self._tell.seen.emit(seen)
        self._tell.rows_changed.emit([change.article for change in edit.changes])
        self._tally.start()
        self._tell.saved.emit()

    # --- pools, and what others write

    def take_pools(
        self,
        pools: list[tuple[str, list[Pooled]]],
        pipeline: str,
        facts: Sequence[tuple[str, list[Fact]]] = (),
    ) -> None:
        """Put new suggestions into the pools, and show those of the article at hand."""
        try:
            self.project.set_pools(pools, by=pipeline)
            self.project.set_facts(facts)
        except UserError as error:
            self._refuse(error)
            return
        ids = list(dict.fromkeys(article for article, _ in (*pools, *facts)))
        if self.article and self.article.id in ids:
            self.reload()
        self._tell.rows_changed.emit(ids)

    def reload(self) -> None:
        """Read the article's sheet anew."""
        if self.article:
            self.sheet = self.project.sheet(self.article.id, self.annotator)
            self._tell.reloaded.emit()

    def look_for_others(self) -> None:
        """Take in what another window or a command has written since the last look.

        Nothing, while the project is not where it was opened: that is told once, and when it is there again.
        """
        if not self._is_in_place():
            return
        if self.project.reread_schema():
            self._tell.schema_changed.emit()
        for news in self.project.schema_news():
            self._tell.noted.emit(news)
        if self.project.version() == self._version:
            return
        self._version = self.project.version()
        if self.article:
            try:
                self.article = self.project.article(self.article.id)
                before, self.sheet = self.sheet, self.project.sheet(self.article.id, self.annotator)
            except UserError:  # the article was removed
                self.leave_article()
            else:
                if not before.shows_as(self.sheet):
                    self._tell.reloaded.emit()
        self._tell.articles_changed.emit()
        self._tell.described.emit()

    def _is_in_place(self) -> bool:
        try:
            rescue.require(self.project)
        except Gone as error:
            if not self._is_gone:
                self._refuse(error)
            return False
        if self._is_gone:
            self._is_gone = False
            self.reload()
            self._tell.saved.emit()  # it is in the file that the path names again
            self._tell.noted.emit("The project is in its place again.")
        return True

    def _keep_tally(self) -> None:
        self._tally.stop()
        if self.article:
            with suppress(UserError):  # somebody else writes just now; it is counted again when asked for
                self.project.keep_tally(self.article.id, self.annotator, self.sheet.undecided)


def empty_sheet(annotator: str) -> Sheet:
    """Return the sheet of no article."""
    return Sheet((), AnnotationSet("", annotator))
