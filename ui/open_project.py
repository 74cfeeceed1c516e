"""The open project, while one is open: the article at hand, its sheet, and every edit of the annotator.

Each edit is written first, then shown; while another program holds the project it is shown and waits.  What
others write is taken in by a look every now and then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer

from annotations.articles import Article
from annotations.edits import Edit
from annotations.errors import STALE, Busy, StaleEdit, UserError
from annotations.facts import Fact
from annotations.sets import PROJECT, AnnotationSet
from annotations.sheet import Pooled, Sheet
from annotations.spans import Span
from models.project import Project
from models.queries import articles as article_queries
from models.transfer import rescue
from ui.project.saved_mark import SavedMark, Telling
from ui.project.undoing import Undoing
from ui.project.waiting import EDIT, Entry, Waiting, place_of
from ui.wording import named

WATCH = 700  # milliseconds between two looks for what others wrote

Verb = Callable[[AnnotationSet], AnnotationSet]


class OpenProject(QObject):
    """The project that is open in the window, with the annotator's sheet of the article at hand.

    `article` is None while none is open; `sheet` is empty then.  `waiting` is shown but not written as yet.
    """

    def __init__(self, project: Project, annotator: str, telling: Telling, parent: QObject) -> None:
        super().__init__(parent)
        self.project, self.annotator, self._tell = project, annotator, telling
        self.article: Article | None = None
        self.sheet = empty_sheet(annotator)
        self.waiting = Waiting(project, self)
        self.mark = SavedMark(project, self.waiting, telling)
        self.undoing = Undoing(project, self.waiting, annotator)
        self.waiting.changed.connect(self.mark.show)
        self.waiting.landed.connect(self._landed)
        self.waiting.refused.connect(self._refused)
        self._version = project.version()
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self.look_for_others)
        self._watch.start()
        self._tally = QTimer(self, interval=200, singleShot=True)
        self._tally.timeout.connect(self._keep_tally)

    def close(self) -> None:
        self._watch.stop()
        self._keep_tally()
        self.waiting.close()
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

    # --- edits

    def undo(self) -> None:
        self._step("Undid", self.undoing.undo, "There is nothing to undo.")

    def redo(self) -> None:
        self._step("Did again", self.undoing.redo, "There is nothing to do again.")

    def do(self, verb: str, spans: list[Span], change: Verb, *, about: Iterable[Span] = ()) -> bool:
        """Write one edit of the article at hand: see `Session.do`."""
        if self.article is None:
            return False
        self.look_for_others()
        if any(self.sheet.get(span.id) != span for span in (*spans, *about)):
            self._tell.failed.emit(STALE.format(verb="it"))
            return False
        before, text = self.sheet.set, self.article.text if self.article else ""
        return self.apply(lambda: Edit.between(named(verb, spans, text), before, change(before)))

    def apply(self, make: Callable[[], Edit], write: Callable[[Edit], None] | None = None) -> bool:
        """Write the edit that `make` gives: see `Session.apply`."""
        try:
            edit = make()
            if not edit:
                return False
            self._write(edit, write)
        except StaleEdit as error:
            self.reload()
            self._tell.failed.emit(str(error))
            return False
        except UserError as error:
            self.mark.refuse(error)
            return False
        self._show(edit)
        return True

    def _write(self, edit: Edit, write: Callable[[Edit], None] | None) -> None:
        """Write the edit, or have it wait for another program; one with a `write` of its own cannot wait."""
        if write:
            self.mark.require_all()
            write(edit)
            return
        self.undoing.forget()
        if not self.waiting:
            with suppress(Busy):
                self.project.apply(edit, by=self.annotator)
                return
        rescue.require(self.project)  # what waits is not looked at by a write
        late = partial(self.project.late.apply, edit, by=self.annotator)
        self.waiting.add(Entry(edit.verb, place_of(self.project, edit), late, edit, EDIT))

    def _landed(self, entry: Entry, made: Edit | None) -> None:
        """Show what was written at last, where it is not just what was shown."""
        if made != entry.edit:
            self.reload()
        if made:
            self._tell.rows_changed.emit([change.article for change in made.changes])
            self._tally.start()

    def _refused(self, sentences: list[str]) -> None:
        """List what waited and fits no longer, and show the article without it."""
        self.reload()
        self._tell.not_done.emit(sentences)

    def _step(self, done: str, step: Callable[[], Edit | None], nothing: str) -> None:
        schema = self.project.schema
        try:
            edit = step()
        except UserError as error:
            self.reload()
            self.mark.refuse(error)
            return
        if edit is None:
            self._tell.noted.emit(nothing)
            return
        self._go_where(edit)
        self._show(edit)
        if self.project.schema is not schema:  # labels were renamed, in the pools too
            self.reload()
            self._tell.schema_changed.emit()
        self._tell.stepped.emit(edit)
        self._tell.noted.emit(f"{done}: {edit.verb}.")

    def _go_where(self, edit: Edit) -> None:
        """Open the article that the edit is about, unless it is open."""
        articles = [change.article for change in edit.changes if change.article != PROJECT]
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
        self._tell.edited.emit()
        self.mark.show()

    # --- pools, and what others write

    def take_pools(
        self,
        pools: list[tuple[str, list[Pooled]]],
        pipeline: str,
        facts: Sequence[tuple[str, list[Fact]]] = (),
    ) -> None:
        """Put new suggestions into the pools, and show those of the article at hand."""

        def write() -> None:
            self.project.set_pools(pools, by=pipeline)
            self.project.set_facts(facts, by=pipeline)
            self._show_pools(pools, facts)

        try:
            if not self.waiting:
                write()
                return
        except Busy:
            pass
        except UserError as error:
            self.mark.refuse(error)
            return
        count = len({article for article, _ in (*pools, *facts)})
        self.waiting.add(Entry("new suggestions", f"{count:,} articles", write))

    def _show_pools(
        self, pools: list[tuple[str, list[Pooled]]], facts: Sequence[tuple[str, list[Fact]]]
    ) -> None:
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

        Nothing, while the project is not where it was opened.
        """
        was_gone = self.mark.is_gone
        if not self.mark.looks_in_place():
            return
        if was_gone:
            self.reload()
        with suppress(Busy):  # another program has the file to itself: the next look sees it
            self._look_for_schema()
            self._look_for_rows()

    def _look_for_schema(self) -> None:
        was_late = self.project.late.is_schema_late
        if self.project.reread_schema():
            self._tell.schema_changed.emit()
        if self.project.late.is_schema_late != was_late:
            self.mark.show()
        news = self.project.schema_news()
        for tell, is_fault in ((self._tell.noted, False), (self._tell.failed, True)):
            if said := " ".join(one.sentence for one in news if one.is_fault is is_fault):
                tell.emit(said)  # one notice takes the place of another

    def _look_for_rows(self) -> None:
        version = self.project.version()
        if version == self._version:
            return
        if self.article:
            try:
                self.article = self.project.article(self.article.id)
                before, self.sheet = self.sheet, self.project.sheet(self.article.id, self.annotator)
            except Busy:
                raise
            except UserError:  # the article was removed
                self.leave_article()
            else:
                if not before.shows_as(self.sheet):
                    self._tell.reloaded.emit()
        self._version = version
        self._tell.articles_changed.emit()
        self._tell.described.emit()

    def _keep_tally(self) -> None:
        """Keep what is left to decide; while an edit waits it is not so in the file."""
        self._tally.stop()
        if self.article and not self.waiting:
            try:
                with suppress(Busy):  # it is counted again when it is asked for
                    self.project.keep_tally(self.article.id, self.annotator, self.sheet)
            except UserError as error:
                self.mark.refuse(error)


def empty_sheet(annotator: str) -> Sheet:
    """Return the sheet of no article."""
    return Sheet((), AnnotationSet("", annotator))
