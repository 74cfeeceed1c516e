"""The way back to what an undo or redo changed: it comes into focus, in its article, with a ring round it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotations.edits import Edit
from annotations.facts import Fact
from annotations.sets import Boilerplate, Item
from annotations.spans import Span, in_order
from ui.article.article_view import ArticleView
from ui.session import Session
from ui.wording import called

RINGS = 200  # of an edit over more places those in text order


class ComingBack(QObject):
    """The way from a step of undo or redo to its place: the session has opened the article by then."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        session.stepped.connect(self._show)

    def _show(self, edit: Edit) -> None:
        """Focus the fact or the first span that the step is about, else show its place."""
        items = self._items(edit)
        spans = sorted((item for item in items if isinstance(item, Span)), key=in_order)
        if fact := self._fact(edit, [item for item in items if isinstance(item, Fact)], alone=not spans):
            self._go_to_fact(fact)
        elif spans:
            self._go_to_spans(spans)
        elif marks := [item for item in items if isinstance(item, Boilerplate)]:
            self._go_to(min(mark.start for mark in marks))

    def _items(self, edit: Edit) -> list[Item]:
        """Return the items of the article that came, were altered or went, each as it is now."""
        article, found = self._session.article, dict[tuple[str, str], Item]()
        for change in edit.changes:
            if article and (change.article, change.annotator) == (article.id, self._session.annotator):
                for item in (*change.removed, *change.added):
                    found[item.kind, item.id] = item
        return list(found.values())

    def _fact(self, edit: Edit, facts: list[Fact], *, alone: bool) -> Fact | None:
        """Return the fact that the step is about: the one that it is named after, or any if no span changed."""
        named = (fact for fact in facts if edit.verb.endswith(called(fact, self._session.text)))
        return next(named, facts[0] if alone and facts else None)

    def _go_to_fact(self, gone: Fact) -> None:
        fact = self._session.sheet.fact(gone.id)
        if fact:
            self._session.focus_fact(None)  # so that it is shown though it had the focus
            self._session.focus_fact(fact.id)
        else:
            self._go_to(gone.place[0])
        self._view.ring.show((fact or gone).ranges())

    def _go_to_spans(self, spans: list[Span]) -> None:
        seen = [span for span in spans if span.id in self._view.spans]
        if seen:
            self._view.set_focus(seen[0].id)
        else:
            self._go_to(spans[0].start)
        now = [self._view.spans.get(span.id, span) for span in spans[:RINGS]]
        self._view.ring.show([(span.start, span.end) for span in now])

    def _go_to(self, place: int) -> None:
        self._view.set_caret(min(place, len(self._view.text)))
