"""The layer of all facts in the article: a diamond and a line below each trigger, to be pointed at and clicked.

Hollow and dashed while nobody has decided, solid when confirmed.  Only what is in view costs anything: places
are found when a chunk is first painted, and kept until it is laid out anew or another fact comes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter

from annotations.facts import Fact
from ui.article.article_layout import ArticleLayout
from ui.article.article_view import ArticleView
from ui.article.chunk_layout import ChunkLayout
from ui.article.touched import Touched
from ui.facts.inks import inks
from ui.facts.trigger_marks import Trigger, TriggerMark, marks_in, triggers_of, within
from ui.facts.trigger_shapes import Shapes
from ui.session import Session


class ChunkMarks:
    """The marks of one chunk, and their shapes as they were last drawn; `facts`: the list they were last held against."""

    def __init__(self, triggers: list[Trigger], marks: list[TriggerMark]) -> None:
        self.triggers, self.marks = triggers, marks
        self.ids = frozenset(id_ for trigger in triggers for id_, _ in trigger.facts)
        self.facts: list[Fact] = []
        self.shapes: Shapes | None = None


class FactLayer(QObject):
    """The marks of the facts on the sheet, but for the one in focus, which has chips."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._facts: list[Fact] = []
        self._triggers: list[Trigger] = []
        self._marks: WeakKeyDictionary[ChunkLayout, ChunkMarks] = WeakKeyDictionary()
        self._against: Mapping[str, str] = {}
        self._judged: frozenset[str] = frozenset()
        view.layers.insert(0, self._paint)
        view.touches.append(self.touched)
        for changed in (session.seen, session.reloaded):
            changed.connect(self._show_changes)

    def show_against(self, words: Mapping[str, str], judged: Collection[str] = ()) -> None:
        """Mark the facts that other articles contradict, with words, by id; `judged`: those of which a person says so."""
        if words != self._against or frozenset(judged) != self._judged:
            self._against, self._judged = dict(words), frozenset(judged)
            for kept in self._marks.values():
                kept.shapes = None
            self._view.scrolling.repaint()

    def touched(self, point: QPointF) -> Touched | None:
        """Return the fact whose diamond, else whose line, is at a point of the article; none while one is built."""
        if self._view.drags_spans:
            return None
        unit = self._view.article.measures.unit
        for chunk, start, top in self._near(point):
            inside = point - QPointF(0.0, top)
            for mark in self._in(chunk, start).marks:
                if mark.room(unit).contains(inside) and (id_ := self._nearest(mark, inside)):
                    return Touched(lambda: self._sentence(id_), lambda: self._session.focus_fact(id_))
        return None

    def _near(self, point: QPointF) -> list[tuple[ChunkLayout, int, float]]:
        """Return the chunks at a point: layout, first offset, top."""
        article, far = self._view.article, 12.0 * self._view.article.measures.unit
        return [
            (article.chunk(index), article.start(index), top)
            for index, top in article.visible(point.y() - far, far)
        ]

    def _nearest(self, mark: TriggerMark, point: QPointF) -> str | None:
        facts = mark.trigger.without(self._session.fact_id).facts
        diamonds = mark.diamonds(len(facts), self._view.article.measures.unit)
        near = sorted(range(len(diamonds)), key=lambda n: abs(diamonds[n].x() - point.x()))
        return facts[near[0] if near else 0][0] if facts else None

    def _sentence(self, id_: str) -> str:
        """Return the fact as a sentence, and below it what it is."""
        from annotations.sentences import sentence_of  # not at the start of the window

        project, sheet = self._session.project, self._session.sheet
        fact = sheet.fact(id_)
        if project is None or fact is None:
            return ""
        said = sentence_of(fact, self._session.text, project.schema, sheet).words
        against = f"\n✕ contradicted: {self._against[id_]}" if id_ in self._against else ""
        return f"{said}\n{fact.type}, {fact.status.value}{against}"

    # --- painting

    def _show_changes(self) -> None:
        if self._session.sheet.facts() is not self._facts:
            self._view.scrolling.repaint()

    def _in(self, chunk: ChunkLayout, start: int) -> ChunkMarks:
        """Return the marks of a chunk, found now if need be; they stay while its triggers are the same."""
        facts = self._session.sheet.facts()
        if facts is not self._facts:
            self._facts, self._triggers = facts, triggers_of(facts)
        kept = self._marks.get(chunk)
        if kept is None or kept.facts is not facts:
            here = within(self._triggers, start, start + len(chunk.text))
            if kept is None or kept.triggers != here:
                kept = ChunkMarks(here, marks_in(chunk, start, here, self._view.article.measures.unit))
                self._marks[chunk] = kept
            kept.facts = facts
        return kept

    def _shapes_in(self, chunk: ChunkLayout, start: int) -> Shapes:
        """Return what is drawn in a chunk, made now if need be."""
        marks, focus = self._in(chunk, start), self._session.fact_id
        against = marks.ids & self._against.keys()
        key = (focus if focus in marks.ids else None, chunk.opened, against)
        if marks.shapes is None or marks.shapes.key != key:
            marks.shapes = Shapes(key)
            for mark in marks.marks:
                marks.shapes.add(mark, key[0], self._view.article.measures.unit)
                if against:
                    marks.shapes.cross(mark, self._judged, self._view.article.measures.unit)
        return marks.shapes

    def _paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF) -> None:
        colours = inks()
        for index, top in layout.visible(window.top(), window.height()):
            painter.translate(0.0, top)
            self._shapes_in(layout.chunk(index), layout.start(index)).paint(
                painter, colours, layout.measures.unit
            )
            painter.translate(0.0, -top)
