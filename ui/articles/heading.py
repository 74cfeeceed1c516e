"""The heading over the article: its title, where it comes from, and how much of it is decided."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotations.articles import Article
from models.queries.progress import ArticleProgress
from ui.look.theme import muted
from ui.plain_text import PlainLabel
from ui.wording import decided


class Heading(QWidget):
    """The line `title`, below it `about` and at its right `counts`."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.about, self.counts = PlainLabel(wordWrap=True), PlainLabel(), PlainLabel()
        self.counts.setAccessibleName("Decided")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.title.setFont(font)
        muted(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.title, self.about, self.counts):
            label.setContentsMargins(12, 3, 12, 3)
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.counts)
        column.addLayout(row)

    def show_article(self, article: Article, place: int | None, of: int) -> None:
        """Show the article, which is number `place` (from 0) of the list; None when it is not listed."""
        self.title.setText(article.title or article.id)
        trust = "" if article.published_trusted else " (found in the file)"
        date = f"published {article.published}{trust}" if article.published else ""
        source = str(article.meta.get("source") or article.meta.get("file") or "")
        where = "not in the list" if place is None else f"article {place + 1:,} of {of:,}"
        self.about.setText("  ·  ".join(part for part in (where, date, source) if part))

    def show_progress(self, found: ArticleProgress) -> None:
        """Show how many spans and facts of the article are decided."""
        self.counts.setText(decided(found))

    def show_none(self, sentence: str) -> None:
        self.counts.setText("")
        self.title.setText(sentence)
        self.about.setText("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "about"):
            self.about.setPalette(self.palette())
            muted(self.about)
