"""The session: the open project, the article at hand, and what its annotator does to it.

The only QObject that holds a Project.  Each verb is one edit: written first, then shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.articles import Article, Asked
from annotations.edits import Edit
from annotations.errors import STALE, StaleEdit, UserError
from annotations.facts import Fact
from annotations.sets import FINISHED, AnnotationSet, State
from annotations.sheet import Pooled, Sheet
from annotations.spans import Span
from annotations.suggest.mentions import Learned
from models.project import Project
from models.queries import articles as article_queries
from models.queries.filters import Filter
from ui.annotate.span_edits import Verbs
from ui.wording import named

WATCH = 700  # milliseconds between two looks for what others wrote

Verb = Callable[[AnnotationSet], AnnotationSet]


class Session(QObject):
    """`project` and `article` are None when none is open."""

    project_opened = Signal()
    schema_changed = Signal()
    articles_changed = Signal()  # which there are
    rows_changed = Signal(list)  # ids of articles whose row shows something else now
    article_opened = Signal()
    described = Signal()  # title, metadata or place of the article are others now
    seen = Signal(object)  # sheet.Seen: what left and what came
    reloaded = Signal()  # the sheet was read anew, the article is the same
    fact_focused = Signal(object)  # id of the fact in focus, or None
    saved = Signal()
    noted = Signal(str)  # a sentence for the annotator

    def __init__(self, annotator: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.annotator = annotator
        self.project: Project | None = None
        self.filter = Filter()  # which articles are listed
        self.article: Article | None = None
        self.sheet = Sheet((), AnnotationSet("", annotator))
        self.fact_id: str | None = None  # the fact in focus
        self.verbs = Verbs(self)
        self._version = 0
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self.look_for_others)
        self._tally = QTimer(self, interval=200, singleShot=True)
        self._tally.timeout.connect(self._keep_tally)

    # --- project and article

    def open_project(self, folder: Path) -> None:
        """UserError when it cannot be opened; the one open before stays then."""
        self._take(Project(folder))

    def _take(self, project: Project) -> None:
        self.close()
        self.project, self._version = project, project.version()
        self._watch.start()
        self.project_opened.emit()
        self.article_opened.emit()  # none as yet: what the project before showed goes
        self.open_first()

    def close(self) -> None:
        self._watch.stop()
        if self.project:
            self._keep_tally()
            self.project.close()
        self.project = self.article = None
        self.sheet = Sheet((), AnnotationSet("", self.annotator))

    def open_article(self, id_: str) -> None:
        if self.project is None or (self.article and self.article.id == id_):
            return
        self._keep_tally()
        self.article = self.project.article(id_)
        self.sheet = self.project.sheet(id_, self.annotator)
        self.focus_fact(None)
        self.article_opened.emit()

    def open_first(self) -> None:
        """Opens the first unfinished article when none is open."""
        if self.project is None or self.article:
            return
        if id_ := article_queries.first_open(self.project, self.annotator):
            self.open_article(id_)

    def asked(self, id_: str) -> Asked | None:
        """Any article of the project, for a pipeline; None when it is gone."""
        with suppress(UserError):
            return self.project.learning.asked(self.project.article(id_)) if self.project else None
        return None

    def learned(self) -> Learned:
        """What the annotator's decisions teach so far."""
        return self.project.learning.learned(self.annotator) if self.project else Learned()

    def reread_article(self) -> None:
        """Its title or metadata were changed."""
        if self.project and self.article:
            self.article = self.project.article(self.article.id)
            self.rows_changed.emit([self.article.id])
            self.described.emit()

    def focus_fact(self, id_: str | None) -> None:
        """Puts a fact of the article at hand in focus, for every pane that shows it; None: no fact."""
        if id_ != self.fact_id:
            self.fact_id = id_
            self.fact_focused.emit(id_)

    def leave_article(self) -> None:
        """Shows no article, as when the one shown was removed."""
        self._tally.stop()
        self.article, self.sheet = None, Sheet((), AnnotationSet("", self.annotator))
        self.article_opened.emit()

    @property
    def text(self) -> str:
        return self.article.text if self.article else ""

    @property
    def state(self) -> State:
        return self.sheet.set.state

    @property
    def is_finished(self) -> bool:
        return self.state in FINISHED

    # --- edits

    def undo(self) -> None:
        self._step("Undid", Project.undo, "There is nothing to undo.")

    def redo(self) -> None:
        self._step("Did again", Project.redo, "There is nothing to do again.")

    def do(self, verb: str, spans: list[Span], change: Verb, *, about: Iterable[Span] = ()) -> bool:
        """Writes one edit and shows it; False, and a sentence, when it could not be done.

        The edit is named after `spans`; it, and those it is `about`, must still be as they were shown.
        """
        if self.project is None or self.article is None:
            return False
        self.look_for_others()
        if any(self.sheet.get(span.id) != span for span in (*spans, *about)):
            self.noted.emit(STALE.format(verb="it"))
            return False
        before = self.sheet.set
        return self.apply(lambda: Edit.between(named(verb, spans, self.text), before, change(before)))

    def apply(self, make: Callable[[], Edit], write: Callable[[Edit], None] | None = None) -> bool:
        """Writes the edit that `make` gives, over any sets, and shows it; False, and a sentence, when not.

        `write` does so in place of the project's `apply`.
        """
        if self.project is None:
            return False
        try:
            edit = make()
            if not edit:
                return False
            (write or partial(self.project.apply, by=self.annotator))(edit)
        except StaleEdit as error:
            self.reload()
            self.noted.emit(str(error))
            return False
        except UserError as error:
            self.noted.emit(str(error))
            return False
        self._show(edit)
        return True

    def _step(self, done: str, step: Callable[[Project, str], Edit | None], nothing: str) -> None:
        if self.project is None:
            return
        schema = self.project.schema
        try:
            edit = step(self.project, self.annotator)
        except UserError as error:
            self.reload()
            self.noted.emit(str(error))
            return
        if edit is None:
            self.noted.emit(nothing)
            return
        self._go_where(edit)
        self._show(edit)
        if self.project.schema is not schema:  # labels were renamed, in the pools too
            self.reload()
            self.schema_changed.emit()
        self.noted.emit(f"{done}: {edit.verb}.")

    def _go_where(self, edit: Edit) -> None:
        """Opens the article that the edit is about, unless it is open."""
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
                    self.seen.emit(seen)
        self.rows_changed.emit([change.article for change in edit.changes])
        self._tally.start()
        self.saved.emit()

    # --- pools, and what others write

    def take_pools(
        self,
        pools: list[tuple[str, list[Pooled]]],
        pipeline: str,
        facts: Sequence[tuple[str, list[Fact]]] = (),
    ) -> None:
        """Puts new suggestions into the pools, and shows those of the article at hand."""
        if self.project is None:
            return
        try:
            self.project.set_pools(pools, by=pipeline)
            self.project.set_facts(facts)
        except UserError as error:
            self.noted.emit(str(error))
            return
        ids = list(dict.fromkeys(article for article, _ in (*pools, *facts)))
        if self.article and self.article.id in ids:
            self.reload()
        self.rows_changed.emit(ids)

    def reload(self) -> None:
        """Reads the article's sheet anew."""
        if self.project and self.article:
            self.sheet = self.project.sheet(self.article.id, self.annotator)
            self.reloaded.emit()

    def look_for_others(self) -> None:
        """Takes in what another window or a command has written since the last look."""
        if self.project is None:
            return
        if self.project.reread_schema():
            self.schema_changed.emit()
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
                    self.reloaded.emit()
        self.articles_changed.emit()
        self.described.emit()

    def _keep_tally(self) -> None:
        self._tally.stop()
        if self.project and self.article:
            with suppress(UserError):  # somebody else writes just now; it is counted again when asked for
                self.project.keep_tally(self.article.id, self.annotator, self.sheet.undecided)
