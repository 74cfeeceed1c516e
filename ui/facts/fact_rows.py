"""The rows of the fact panel, one a fact, and the list model of them.

A row is made anew only when its fact, or the label of a filler, differs from before; of an edit only the
rows that it touched are looked at, and rows that stay where they are are not touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import is_not, ne
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotations.fact_attributes import ATTRIBUTES
from annotations.fact_verbs import incomplete
from annotations.facts import Fact
from annotations.schema.types import FactType, Schema
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.sentences import sentences
from annotations.text.text import paragraph_of, quoted
from ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
Labels = tuple[tuple[str, Status] | None, ...]
LONGEST = 400  # code points of the evidence that are shown


@dataclass(frozen=True)
class FillerChip:
    """A filler: `label` is None when it is a bare range; `is_open` while its span is undecided."""

    role: str
    words: str
    label: str | None
    is_open: bool


@dataclass(frozen=True)
class FactRow:
    """A fact as shown; `labels` are those of its fillers, `missing` the required roles that are open."""

    fact: Fact
    labels: Labels
    trigger: str
    missing: tuple[str, ...]
    chips: tuple[FillerChip, ...]
    evidence: str

    @property
    def is_suggested(self) -> bool:
        return self.fact.status is Status.SUGGESTED

    @property
    def how(self) -> str:
        """Return in words the attributes that are stated, and the required roles that are open."""
        stated = (ATTRIBUTES[name].words(value) for name, value in self.fact.compared())
        missing = f"no {', '.join(self.missing)}" if self.missing else ""
        return " · ".join(filter(None, (*stated, missing)))

    def __str__(self) -> str:
        score = f" {self.fact.score:.2f}" if self.is_suggested and self.fact.score is not None else ""
        roles = "; ".join(f"{chip.role} {chip.words}" for chip in self.chips)
        parts = (f"{self.fact.type} {self.trigger}".strip(), self.fact.status.value + score, self.how, roles)
        return ", ".join(filter(None, parts))


class Rowing:
    """The maker of an article's rows, which keeps those that still hold."""

    def __init__(self, text: str, schema: Schema) -> None:
        self._text, self._schema = text, schema
        self._rows: list[FactRow] = []
        self._kept: dict[str, FactRow] = {}
        self._sheet: Sheet | None = None  # what the rows are of
        self._touched: dict[str, None] = {}  # ids of facts whose rows are looked at again
        self._sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}  # by paragraph

    def touch(self, ids: Iterable[str]) -> None:
        """Forget the rows of facts that an edit in the sheet touched: see `Seen.facts`."""
        self._touched.update(dict.fromkeys(ids))

    def rows(self, sheet: Sheet) -> list[FactRow]:
        """Return the rows of all facts that the annotator sees, in text order."""
        facts = sheet.facts()
        if sheet is not self._sheet:
            self._sheet, self._touched = sheet, dict.fromkeys(fact.id for fact in facts)
        elif not self._touched:
            return self._rows
        for id_ in self._touched:
            if fact := sheet.fact(id_):
                self._kept[id_] = self._row(fact, sheet)
        self._touched = {}
        self._rows = [self._kept[fact.id] for fact in facts]
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

    def _chips(self, fact: Fact, spans: list[Span | None]) -> tuple[FillerChip, ...]:
        filled = [(role.role, filler) for role in fact.roles for filler in role.fillers]
        return tuple(
            FillerChip(
                role,
                quoted(self._text, filler.start, filler.end)[1:-1],
                span.label if span else None,
                span is not None and span.status is Status.SUGGESTED,
            )
            for (role, filler), span in zip(filled, spans, strict=True)
        )

    def _evidence(self, fact: Fact) -> str:
        """Return the sentence that its trigger, or else its first filler, stands in."""
        start, end = fact.trigger or fact.ranges()[0]
        bounds = paragraph_of(self._text, min(start, len(self._text)))
        if bounds not in self._sentences:
            self._sentences[bounds] = sentences(self._text[slice(*bounds)])
        found, offset = self._sentences[bounds], bounds[0]
        at = max(0, bisect_right(found, start - offset, key=lambda sentence: sentence[0]) - 1)
        low, high = found[at] if found else (start - offset, end - offset)
        return " ".join(
            self._text[max(offset + low, start - LONGEST) : min(offset + high, end + LONGEST)].split()
        )


class FactRows(QAbstractListModel):
    """The rows that are shown, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FactRow] = []
        self._ids: list[str] = []
        self._told: Sequence[FactRow] = ()

    def show(self, rows: Sequence[FactRow]) -> None:
        """Show these rows; only those that differ from before are taken out, put in or drawn anew."""
        if rows is self._told:
            return
        self._told = rows
        if len(rows) != len(self.rows) or any(
            self.rows[n].fact.id != rows[n].fact.id for n in self._others(rows)
        ):
            self._take_in(rows, [row.fact.id for row in rows])
        for place in self._others(rows):
            self.rows[place] = rows[place]
            self.dataChanged.emit(self.index(place), self.index(place))

    def _others(self, rows: Sequence[FactRow]) -> list[int]:
        """Return the places whose row is another than before."""
        return list(compress(range(len(rows)), map(is_not, self.rows, rows)))

    def _take_in(self, rows: Sequence[FactRow], ids: list[str]) -> None:
        """Take out and put in what lies between the facts that begin and end both lists."""
        head = _same(self._ids, ids)
        tail = _same(self._ids[head:][::-1], ids[head:][::-1])
        gone, come = len(self.rows) - head - tail, len(rows) - head - tail
        if gone > come:
            self.beginRemoveRows(QModelIndex(), head + come, head + gone - 1)
            del self.rows[head + come : head + gone]
            self.endRemoveRows()
        elif come > gone:
            self.beginInsertRows(QModelIndex(), head + gone, head + come - 1)
            self.rows[head + gone : head + gone] = rows[head + gone : head + come]
            self.endInsertRows()
        self._ids = ids

    def place(self, id_: str | None) -> int | None:
        return self._ids.index(id_) if id_ in self._ids else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(row)
        return tip(f"{row}\n{row.evidence}") if role == Qt.ItemDataRole.ToolTipRole else None


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many ids from the start are the same."""
    differ = compress(range(len(old)), map(ne, old, new))
    return next(differ, min(len(old), len(new)))
