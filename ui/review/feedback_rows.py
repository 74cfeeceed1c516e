"""The rows of the panel of feedback: corrections, reviewers' threads, and errors by label and reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from annotations.comments import SignedComment, Thread
from annotations.facts import Fact
from annotations.review.cases import Item
from annotations.review.feedback import Correction, Feedback
from annotations.sets import Boilerplate, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from ui.widgets.target import Target
from ui.wording import at_home

TARGET, THREAD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
NOTHING = "nothing"


def correction_row(correction: Correction, text: str) -> QTreeWidgetItem:
    """Return the row of a correction: as it was, as it is, and why; `text` is the article's."""
    change = f"{_said(correction.was, text)} → {_said(correction.now, text)}"
    if correction.changes and isinstance(correction.was, Fact):
        change = f"{quoted(text, *correction.place)} {correction.sentence()}"
    return _row(f"{change}\n{correction.why}", _target(correction))


def error_rows(found: Feedback) -> list[QTreeWidgetItem]:
    """Return rows of how often each label was corrected for each reason, the first few cases below each."""
    rows = []
    for label, reason, count in found.counts():
        row = _row(f"{label} · {reason}: {count:,}", None)
        titles = {one.article: one.title.strip() or one.article for one in found.articles}
        for c in found.examples(label, reason):
            quote = f"{quoted(c.quote, 0, len(c.quote))} " if c.quote else ""
            words = f"{quote}{c.sentence()} · {titles[c.article]}"
            row.addChild(_row(words, _target(c)))
        rows.append(row)
    return rows


def thread_row(thread: Thread, article: str, text: str) -> QTreeWidgetItem:
    """Return the row of a thread, its answers below it; `text` is the article's."""
    where = f"{quoted(text, *thread.place)} · " if thread.place else ""
    settled = "" if thread.is_open else "✓ resolved · "
    on = thread.first.comment.on
    target = Target(article, *thread.place, on) if thread.place else None
    row = _row(f"✎ {settled}{where}{_words(thread.first)}", target, thread)
    row.addChildren([_row(_words(answer), target, thread) for answer in thread.answers])
    return row


def _row(words: str, target: Target | None, thread: Thread | None = None) -> QTreeWidgetItem:
    row = QTreeWidgetItem([words])
    row.setData(0, TARGET, target)
    row.setData(0, THREAD, thread)
    return row


def _target(correction: Correction) -> Target:
    mine = correction.was.id if correction.was else None
    return Target(correction.article, *correction.place, mine)


def _said(item: Item | None, text: str) -> str:
    if isinstance(item, Topic):
        return f"topic {item.name}"
    if isinstance(item, Boilerplate):
        return f"{quoted(text, item.start, item.end)} {item.kind}"
    if isinstance(item, Span):
        return f"{quoted(text, item.start, item.end)} {item.label}"
    return f"{quoted(text, *item.place)} fact {item.type}" if item else NOTHING


def _words(said: SignedComment) -> str:
    return f"{said.comment.by or said.annotator} · {at_home(said.comment.at)}\n{said.comment.text}"
