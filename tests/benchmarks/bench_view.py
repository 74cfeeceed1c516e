"""What the article view costs: CPU milliseconds of the window's thread, beside a bare editor in the same run.

The text is made up: paragraphs of 600 characters, one of 200 kB, a span every 50 characters, some nested or
crossing.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotations.spans import Span, Status
from tests.benchmarks.figures import Figure, thread_cost, thread_milliseconds, thread_ratio
from ui.article.article_view import ArticleView

HUES = {"PERSON": 210, "ORG": 80, "GPE": 290, "DATE": 150, "MONEY": 20}
WORDS = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "was",
    "with",
    "his",
    "but",
    "this",
    "from",
]
NAMES = (
    "Angela Merkel",
    "United Nations",
    "New York",
    "European Central Bank",
    "Paris",
    "12 May 2015",
    "Siemens",
)
RUNS, EDITS, PAGES = 5, 30, 100


def figures() -> Iterator[Figure]:
    QApplication.instance() or QApplication([])
    text, spans = article(1_000_000, 20_000, longest=200_000)
    bare = opened(QPlainTextEdit, lambda editor: editor.setPlainText(text))
    ours = opened(styled, lambda view: view.set_article(text, spans))
    yield thread_ratio("view: open 1,000,000 / 20,000, by a bare QPlainTextEdit", ours, bare, most=2.5)
    yield from at_work(text, spans)
    gc.unfreeze()


def at_work(text: str, spans: list[Span]) -> Iterator[Figure]:
    big, small = view_of(text, spans), view_of(*article(3_000, 60))
    in_long = edited(big)
    big.reveal(600_000)
    QApplication.processEvents()
    at_big, at_small = edited(big), edited(small)
    yield thread_milliseconds("view: one edit to painted, 1,000,000 / 20,000", at_big, most=10)
    yield thread_milliseconds("view: one edit to painted, in the 200 kB paragraph", in_long, most=10)
    yield thread_ratio("view: one edit to painted, 1,000,000 by 3,000", at_big, at_small, most=1.5)
    big.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    yield thread_milliseconds("view: page scroll, 1,000,000 / 20,000", scrolled(big), most=12)
    for view in (big, small):
        view.deleteLater()


def article(characters: int, spans: int, longest: int = 0, seed: int = 1) -> tuple[str, list[Span]]:
    """A text, and spans on its names; the first paragraph is `longest` characters long."""
    chance, parts, at, left = random.Random(seed), [], 0, longest or 600
    made: list[Span] = []
    while at < characters:
        named = len(made) < spans and at >= len(made) * characters / spans
        word = chance.choice(NAMES if named else WORDS)
        if named:
            made.append(_span(len(made), at, at + len(word), chance))
            if " " in word and chance.random() < 0.3:
                made.append(
                    _span(
                        len(made), at + word.rindex(" ") + 1, at + len(word) + chance.choice((0, 4)), chance
                    )
                )
        left -= len(word) + 1
        parts.append(word + (".\n" if left <= 0 else ". " if chance.random() < 0.06 else " "))
        at += len(parts[-1])
        left = 600 if left <= 0 else left
    return "".join(parts), made


def _span(number: int, start: int, end: int, chance: random.Random) -> Span:
    status = chance.choice((Status.CONFIRMED, Status.CONFIRMED, Status.SUGGESTED))
    return Span(f"{number:08x}", start, end, chance.choice(list(HUES)), status)


def shown(widget: QWidget) -> None:
    widget.resize(1200, 800)
    widget.show()
    QApplication.processEvents()


def opened(make: Callable[[], Any], fill: Callable[[Any], object]) -> list[float]:
    """What it costs to give a shown widget the text and to paint it, a few times."""
    costs = []
    for _ in range(RUNS):
        widget = make()
        shown(widget)
        costs.append(thread_cost(partial(fill, widget), QApplication.processEvents))
        widget.deleteLater()
        QApplication.processEvents()
    return costs


def styled() -> ArticleView:
    view = ArticleView()
    view.appearance.choose(hues=HUES)
    return view


def scrolled(view: ArticleView) -> list[float]:
    bar = view.verticalScrollBar()
    return [
        thread_cost(partial(bar.setValue, bar.value() + bar.pageStep()), QApplication.processEvents)
        for _ in range(PAGES)
    ]


def edited(view: ArticleView) -> list[float]:
    """Relabels spans in view, one after the other."""
    first = view.article.offset_at(view.scrolling.to_article(QPointF()))
    near = sorted((span.start, span.id) for span in view.spans.values() if span.start >= first)[:EDITS]
    altered = (replace(view.spans[id_], label=list(HUES)[n % 5]) for n, (_, id_) in enumerate(near))
    return [
        thread_cost(partial(view.change_spans, [span.id], [span]), QApplication.processEvents)
        for span in altered
    ]


def view_of(text: str, spans: list[Span]) -> ArticleView:
    view = styled()
    shown(view)
    view.set_article(text, spans)
    QApplication.processEvents()
    gc.freeze()  # as the window does when an article is open: a full collection of it takes 15 ms
    return view
