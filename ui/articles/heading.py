"""The heading over the article: its title, where it comes from, and how much of it is decided."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.articles import Article
from models.queries.progress import ArticleProgress, Share
from ui.look.fonts import font
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.marks import draw_bar
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import without_pictographs
from ui.plain_text import tip
from ui.wording import decided


class Heading(Pane):
    """The lines `title` and `about`, and at the end of the second the `counts`."""

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.counts = Decided()
        second = row(gap=20)
        second.add(self.about, 1)
        second.add(self.counts)
        lines = column(self.title, second, gap=2, margins=(28, 8, 24, 6))
        self.setLayout(column(lines, Hair(), gap=0))
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(60))

    def show_article(self, article: Article, place: int | None, of: int) -> None:
        """Show the article, which is number `place` (from 0) of the list; None when it is not listed."""
        self.title.setText(without_pictographs(article.title or article.id))
        trust = "" if article.published_trusted else " (found in the file)"
        date = f"{day_in_words(article.published)}{trust}" if article.published else ""
        source = str(article.meta.get("source") or article.meta.get("file") or "")
        where = "not in the list" if place is None else f"{place + 1:,} of {of:,}"
        self.about.setText("  ·  ".join(part for part in (where, date, source) if part))

    def show_none(self, sentence: str) -> None:
        self.title.setText(sentence)
        self.about.setText("")
        self.show_progress(ArticleProgress())

    def show_progress(self, found: ArticleProgress) -> None:
        """Show how much of the article is decided."""
        self.counts.tell(found)


class Decided(QWidget):
    """How many spans and facts of the article are decided, each as a meter."""

    def __init__(self) -> None:
        super().__init__()
        self._found = ArticleProgress()
        self.spans, self.facts = Meter("spans", "accent"), Meter("facts", "ink")
        self.setLayout(row(self.spans, self.facts, gap=20))

    def tell(self, found: ArticleProgress) -> None:
        """Show that much."""
        self._found = found
        self.spans.tell(found.spans)
        self.facts.tell(found.facts)

    def text(self) -> str:
        """Return what the meters say."""
        return decided(self._found)


class Meter(QWidget):
    """How many of how many are decided, in words and as a short line; hidden where there are none."""

    def __init__(self, what: str, role: str) -> None:
        super().__init__()
        self._what, self._role, self._share = what, role, Share()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    @property
    def words(self) -> str:
        """Return what it says."""
        return f"{self._share.decided:,} of {self._share.of:,} {self._what}"

    def tell(self, share: Share) -> None:
        """Show that share as decided."""
        self._share = share
        self.setAccessibleName(f"{self.words} decided")
        left = f"{share.left:,} {self._what} to decide"
        self.setToolTip(tip(left if share.left else f"All {self._what} are decided"))
        self.setVisible(share.of > 0)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(12, 500, tabular=True)).horizontalAdvance(self.words)
        return QSize(round(wide) + px(58), px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        face = font(12, 500, tabular=True)
        wide = QFontMetricsF(face).horizontalAdvance(self.words)
        painter.setFont(face)
        painter.setPen(QColor(r.text2))
        painter.drawText(
            QRectF(0, 0, wide + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.words
        )
        line = QRectF(wide + px(8), self.height() / 2 - px(2), px(48), px(4))
        draw_bar(
            painter,
            line,
            self._share.decided / self._share.of if self._share.of else 0.0,
            getattr(r, self._role),
        )
        painter.end()


def day_in_words(iso: str) -> str:
    """Return an ISO date as people write it; other words as they are.

    >>> day_in_words("2024-01-14"), day_in_words("last week")
    ('14 January 2024', 'last week')
    """
    day = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale.c().toString(day, "d MMMM yyyy") if day.isValid() else iso
