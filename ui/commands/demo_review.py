"""The end of the demo: a second person's work on a few articles, and the review of both in the real window.

The second one starts from what the first has made, in a set of their own, and sees some of it otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.edits import Edit
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status, in_order, new_id
from ui.fixed_keys import FIXED
from ui.key_words import USUAL

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.session import Session

FIRST, SECOND, REVIEWER = "demo", "second", "reviewer"
ARTICLES = 3
OTHERWISE = {"PERSON": "ORG", "ORG": "GPE", "GPE": "ORG"}
DECIDED = ("take_left", "take_right", "neither")
THIRD = FIXED["reason_choose"].keys[2]
KEYS = (
    *(USUAL[f"review_{name}"][0] for name in DECIDED),
    THIRD,
    *(USUAL[f"review_{name}"][0] for name in ("proposed", "next", "next")),
)


def review(window: MainWindow, picture: Path) -> int:
    """Make the second person's sets, decide some cases by keys, take the picture; return how many keys."""
    from PySide6.QtWidgets import QApplication

    ids = list(window.work.list.articles.ids)[:ARTICLES]
    window.preferences.set("annotator", SECOND)
    for id_ in ids:
        _annotate(window.session, id_)
    window.preferences.set("annotator", REVIEWER)
    window.pages.open("review")
    page = window.pages.currentWidget()
    for key in KEYS:
        _press(page, key)
    QApplication.processEvents()
    window.grab().save(str(picture))
    return len(KEYS)


def _press(page: Any, key: str) -> None:
    """Send a key to the article, or to the reasons while they are asked for."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack __getitem__
    at = page.view if page.reasons.isHidden() else page.reasons.list
    QTest.keyClick(at, pressed.key(), pressed.keyboardModifiers())


def _annotate(session: Session, article: str) -> None:
    """Make the second person's set of an article from the first one's.

    Every seventh span is missed, every ninth has another label, every eleventh begins elsewhere.
    """
    project = session.project
    if project is None:
        return
    text, theirs = project.article(article).text, project.annotation_set(article, FIRST).spans.values()
    confirmed = sorted((span for span in theirs if span.status is Status.CONFIRMED), key=in_order)
    made = [_seen(span, number, text) for number, span in enumerate(confirmed, 1) if number % 7]
    before = project.annotation_set(article, SECOND)
    after = AnnotationSet.of(article, SECOND, [*made, Progress(State.DONE)])
    session.apply(lambda: Edit.between("label the article", before, after))


def _seen(span: Span, number: int, text: str) -> Span:
    span = replace(span, id=new_id())
    if number % 9 == 0:
        return replace(span, label=OTHERWISE.get(span.label, span.label))
    if number % 11 == 0 and " " in text[span.start : span.end]:
        return replace(span, start=span.start + text[span.start : span.end].index(" ") + 1)
    return span
