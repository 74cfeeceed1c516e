"""The demo's picture of agreement: a second annotator who is not quite of one mind with the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.edits import Edit
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.queries import articles as article_queries
from ui.agreement.agreement_page import AgreementPage
from ui.views import ANNOTATE

if TYPE_CHECKING:
    from ui.main_window import MainWindow

OTHER = "second"
MISSED, MISLABELLED, SHORT = 9, 7, 11  # every so many spans
CONFUSED = {
    "GPE": "LOC",
    "ORG": "GPE",
    "PERSON": "ORG",
    "NORP": "GPE",
    "DATE": "TIME",
    "CARDINAL": "QUANTITY",
}
Waiting = Callable[[Callable[[], bool], str], None]


def picture(window: MainWindow, out: Path, wait: Waiting) -> Path:
    """Compare the demo's own work with the second annotator's on the agreement page, and take a picture.

    Return the picture's path.
    """
    work_again(window)
    window.verbs["agreement"].trigger()
    page = window.pages.currentWidget()
    if isinstance(page, AgreementPage):
        view = page.view
        QTest.mouseClick(view.compare, Qt.MouseButton.LeftButton)
        wait(lambda: not window.commands.is_running and view.tabs.count() > 0, "the agreement")
        view.heat.setFocus()
        QTest.keyClick(view.heat, Qt.Key.Key_Return)
        QApplication.processEvents()
    path = out / "agreement-light.png"
    window.grab().save(str(path))
    window.pages.open(ANNOTATE)
    return path


def work_again(window: MainWindow) -> None:
    """Make the second annotator's sets, on every article."""
    session = window.session
    if (project := session.project) is None:
        return
    for id_ in article_queries.article_ids(project):
        first = project.annotation_set(id_, session.annotator)
        other = AnnotationSet(id_, OTHER).having(*_seen_otherwise(first), Progress(State.DONE))
        project.apply(Edit.between("work", AnnotationSet(id_, OTHER), other), by=OTHER)
    session.look_for_others()


def _seen_otherwise(first: AnnotationSet) -> list[Span]:
    """Return the confirmed spans less some, some with another label, some a little shorter."""
    seen = []
    spans = sorted(first.spans.values(), key=lambda span: (span.start, -span.end, span.label))
    for number, span in enumerate(span for span in spans if span.status is Status.CONFIRMED):
        if number % MISLABELLED == 0:
            span = span.changed(label=CONFUSED.get(span.label, span.label))
        if number % SHORT == 0 and span.end - span.start > 4:
            span = span.changed(end=span.end - 2)
        if number % MISSED:
            seen.append(span)
    return seen
