"""What the fact panel shows of each fact, and the list model of it.

A row is made anew only when its fact, or the label of a filler, is another than before; rows that stay where
they are are not touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotations.fact_verbs import incomplete
from annotations.facts import Fact, Modality
from annotations.schema import FactType, Schema
from annotations.sentences import sentences
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text import paragraph_of, quoted

Index = QModelIndex | QPersistentModelIndex
Labels = tuple[tuple[str, Status] | None, ...]
LONGEST = 400  # code points of the evidence that are shown


@dataclass(frozen=True)
class Chip:
    """A filler: `label` is None when it is a bare range; `is_open` while its span is undecided."""

    role: str
    words: str
    label: str | None
    is_open: bool


@dataclass(frozen=True)
class FactRow:
    """A fact as it is shown; `labels` are those of its fillers, `missing` the required roles that are open."""

    fact: Fact
    labels: Labels
    trigger: str
    missing: tuple[str, ...]
    chips: tuple[Chip, ...]
    evidence: str

    @property
    def is_suggested(self) -> bool:
        return self.fact.status is Status.SUGGESTED

    @property
    def how(self) -> str:
        """What is not plain about it: modality, negation, open roles."""
        modality = "" if self.fact.modality is Modality.ASSERTED else self.fact.modality.value
        missing = f"no {', '.join(self.missing)}" if self.missing else ""
        return " · ".join(filter(None, (modality, "negated" if self.fact.negated else "", missing)))

    def __str__(self) -> str:
        score = f" {self.fact.score:.2f}" if self.is_suggested and self.fact.score is not None else ""
        roles = "; ".join(f"{chip.role} {chip.words}" for chip in self.chips)
        parts = (f"{self.fact.type} {self.trigger}".strip(), self.fact.status.value + score, self.how, roles)
        return ", ".join(filter(None, parts))


class Rowing:
    """Makes the rows of an article, and keeps those that are still true."""

    def __init__(self, text: str, schema: Schema) -> None:
        self._text, self._schema = text, schema
        self._rows: list[FactRow] = []
        self._kept: dict[str, FactRow] = {}
        self._of: tuple[Sheet | None, AnnotationSet | None] = (None, None)  # what the rows are of
        self._sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}  # by paragraph

    def rows(self, sheet: Sheet) -> list[FactRow]:
        """Those of all facts that the annotator sees, in text order."""
        if sheet is not self._of[0] or sheet.set is not self._of[1]:
            self._of, self._rows = (sheet, sheet.set), [self._row(fact, sheet) for fact in sheet.facts()]
            self._kept = {row.fact.id: row for row in self._rows}
        return self._rows

    def _row(self, fact: Fact, sheet: Sheet) -> FactRow:
        spans = [sheet.get(filler.span) if filler.span else None for filler in fact.fillers()]
        labels = tuple([(span.label, span.status) if span else None for span in spans])
        old = self._kept.get(fact.id)
        if old and old.labels == labels and (old.fact is fact or old.fact == fact):
            return old
        trigger = quoted(self._text, *fact.trigger) if fact.trigger else ""
        missing = incomplete(fact, self._schema.facts.get(fact.type) or FactType(fact.type))
        return FactRow(fact, labels, trigger, tuple(missing), self._chips(fact, spans), self._evidence(fact))

    def _chips(self, fact: Fact, spans: list[Span | None]) -> tuple[Chip, ...]:
        filled = [(role.role, filler) for role in fact.roles for filler in role.fillers]
        return tuple(
            Chip(
                role,
                quoted(self._text, filler.start, filler.end)[1:-1],
                span.label if span else None,
                span is not None and span.status is Status.SUGGESTED,
            )
            for (role, filler), span in zip(filled, spans, strict=True)
        )

    def _evidence(self, fact: Fact) -> str:
        """The sentence that its trigger, or else its first filler, stands in."""
        start, end = fact.trigger or fact.ranges()[0]
        bounds = paragraph_of(self._text, min(start, len(self._text)))
        if bounds not in self._sentences:
            self._sentences[bounds] = sentences(self._text[slice(*bounds)])
        found, offset = self._sentences[bounds], bounds[0]
        at = max(0, bisect_right(found, start - offset, key=lambda sentence: sentence[0]) - 1)
        low, high = found[at] if found else (start - offset, end - offset)
        return " ".join(self._text[max(offset + low, start - LONGEST) : min(offset + high, end + LONGEST)].split())


class FactRows(QAbstractListModel):
    """The rows that are shown, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FactRow] = []

    def show(self, rows: Sequence[FactRow]) -> None:
        """Shows these; only what is another than before is taken out, put in or drawn anew."""
        head = _same(self.rows, rows)
        tail = _same(self.rows[head:][::-1], rows[head:][::-1])
        gone, come = len(self.rows) - head - tail, len(rows) - head - tail
        if gone > come:
            self.beginRemoveRows(QModelIndex(), head + come, head + gone - 1)
            del self.rows[head + come : head + gone]
            self.endRemoveRows()
        elif come > gone:
            self.beginInsertRows(QModelIndex(), head + gone, head + come - 1)
            self.rows[head + gone : head + gone] = rows[head + gone : head + come]
            self.endInsertRows()
        for place, (old, new) in enumerate(zip(self.rows, rows, strict=True)):
            if old is not new:
                self.rows[place] = new
                self.dataChanged.emit(self.index(place), self.index(place))

    def place(self, id_: str | None) -> int | None:
        return next((n for n, row in enumerate(self.rows) if row.fact.id == id_), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(row)
        return f"{row}\n{row.evidence}" if role == Qt.ItemDataRole.ToolTipRole else None


def _same(old: Sequence[FactRow], new: Sequence[FactRow]) -> int:
    """How many rows from the start are about the same facts."""
    pairs = enumerate(zip(old, new, strict=False))
    differ = (n for n, (one, other) in pairs if one.fact.id != other.fact.id)
    return next(differ, min(len(old), len(new)))
