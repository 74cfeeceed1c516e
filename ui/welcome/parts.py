"""The parts of the welcome: the mark of the program, a marked sentence, where files are dropped, a recent project."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotations.facts import Fact, Filler, Role
from annotations.spans import Span
from models.queries.recent_progress import RecentProgress
from ui.article.article_view import ArticleView
from ui.facts.fact_chips import FactMark
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_painter import Shown
from ui.frame.first_paint import FirstPaint
from ui.look.layouts import column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Bar, Card, draw_card
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.wording import done, left_in_project

SENTENCE = "U.S. and British aircraft struck Houthi sites in Yemen on Friday, officials said."
SPANS = (
    ("U.S.", "GPE", 145),
    ("British", "NORP", 280),
    ("Houthi", "ORG", 25),
    ("Yemen", "GPE", 145),
    ("Friday", "DATE", 255),
)
FILLERS = (
    ("actor", "U.S. and British aircraft"),
    ("target", "Houthi sites"),
    ("place", "Yemen"),
    ("time", "Friday"),
    ("source", "officials"),
)
TRIGGER = "struck"
LEAST = 100  # pixels of the sentence with its fact in one line, at 100 %


class Picture(Card):
    """One sentence as the program shows it: the shortest way to say what it does; drawn once the page stands."""

    def __init__(self) -> None:
        self._lines = column(margins=(8, 8, 8, 8))
        super().__init__(self._lines)
        FirstPaint(self).over.connect(self._draw)
        follow(self)

    def _draw(self) -> None:
        self.view = ArticleView()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("A sentence with its names and the fact that it states")
        self.view.appearance.choose(hues={label: hue for _, label, hue in SPANS}, size=13.0)
        spans = [Span(words, *_at(words), label) for words, label, _ in SPANS]
        self.view.set_article(SENTENCE, spans)
        roles_ = tuple(Role(role, (Filler(*_at(words)),)) for role, words in FILLERS)
        fact = Fact("example", "ATTACK", _at(TRIGGER), roles_)
        marks = [FactMark(f.start, f.end, role.role) for role in fact.roles for f in role.fillers]
        self._marks = FactMarks(self.view)
        self._marks.show(Shown([FactMark(*_at(TRIGGER), fact.type, is_trigger=True), *marks]))
        self.view.verticalScrollBar().rangeChanged.connect(self._grow)
        self._lines.add(self.view)
        self.restyle()

    def _grow(self, _: int, hidden: int) -> None:
        """Be as high as the sentence is: where it takes more lines there is nothing to scroll."""
        if hidden > 0:
            self.setFixedHeight(self.height() + hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(px(LEAST))

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(LEAST))
        if view := self.findChild(ArticleView):
            palette = QPalette()  # the sentence lies on the card, not on a page
            palette.setColor(QPalette.ColorRole.Base, QColor(roles().card))
            view.setPalette(palette)


class RecentCard(QAbstractButton):
    """A project worked on lately: its name, when, where, and what is left."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name = Elided(folder.name, px=14, weight=600)
        self.when = Words(_day(folder), px=12, role="text2")
        self.place = Elided(_from_home(folder), px=12, role="text2", cut=Qt.TextElideMode.ElideMiddle)
        self.bar, self.left = Bar(width=72), Elided("", px=12, role="text2")
        first, last = row(gap=8), row(self.bar, gap=8)
        first.add(self.name, 1)
        first.add(self.when)
        last.add(self.left, 1)
        self.setLayout(column(first, self.place, last, gap=4, margins=(16, 12, 16, 12)))
        self.bar.hide()
        self.setAccessibleName(f"{folder.name}, {folder}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tell(self, found: RecentProgress | None) -> None:
        """Show the project by its name with what is left of it; one that is gone cannot be opened."""
        self.setEnabled(found is not None)
        self.name.setText(found.name if found else self._folder.name)
        progress = found.progress if found else None
        words = [] if found else ["not there any more"]
        if progress:
            share = progress.done / progress.articles if progress.articles else 0.0
            self.bar.show_share(share, "good" if share == 1.0 else "accent")
            left = "all decided" if progress.is_decided else left_in_project(progress)
            words = [done(progress), *([] if progress.uncounted else [left])]
        self.bar.setVisible(progress is not None)
        self.left.setText("  ·  ".join(words))
        self.setAccessibleName(", ".join(filter(None, (self.name.text(), str(self._folder), *words))))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, and go to the project above or below with Up and Down."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_on = self.hasFocus()
        edge = roles().edge if self.underMouse() else ""
        draw_card(painter, QRectF(self.rect()), is_on=is_on, edge=edge)
        painter.end()


def _at(words: str) -> tuple[int, int]:
    start = SENTENCE.index(words)
    return start, start + len(words)


def _from_home(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)


def _day(folder: Path) -> str:
    """Return when something was last written in the project: today with the time, else the day; "" if unknown."""
    try:
        at = datetime.fromtimestamp((folder / "project.db").stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return ""
    days = (datetime.now().date() - at.date()).days
    if days == 0:
        return f"today, {at:%H:%M}"
    return "yesterday" if days == 1 else f"{at.day} {at:%B}" + (f" {at.year}" if days > 300 else "")
