"""Dialogs: what is known of an article, and a message too long for a notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from annotations.articles import PAGES, Article
from ui.keys_in_force import IN_FORCE
from ui.look.dialog import Dialog
from ui.look.layouts import Scroll
from ui.look.lines import Words
from ui.look.scale import px
from ui.plain_text import message_box

ROWS = 8  # of what is known of an article, that are seen at once
LONGEST = 1500  # characters that are told at once; all of them are there to be asked for


class ArticleInfo(Dialog):
    """The dialog with an article's title, its publication date, and whether that can be relied on.

    It stays open until somebody who wrote what was `edited` accepts it.  The article's metadata `found` says which of them a program found.
    """

    edited = Signal(str, dict)  # title, metadata

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__("Article info", parent)
        self._article = article
        found = article.meta.get("found") or []
        self.title = QLineEdit(article.title)
        self.published = QLineEdit(article.published, placeholderText="YYYY-MM-DD")
        self.trusted = QCheckBox("I know that this is the date of publication")
        self.trusted.setChecked(article.published_trusted)
        for caption, field in (("title", self.title), ("published", self.published)):
            how = " (found in the text)" if caption in found else ""
            self.add(self.field(f"&{caption.capitalize()}{how}", field))
        self.add(self.trusted)
        self.add(_known(article), 1)
        self.end_with("Save", self._save)

    def _save(self) -> None:
        date = self.published.text().strip()
        if date and not QDate.fromString(date[:10], Qt.DateFormat.ISODate).isValid():
            self.wrong.setText("The date should be written like 2024-01-23.")
            return
        title, meta = self.title.text().strip(), dict(self._article.meta)
        changed = {"title": title != self._article.title, "published": date != self._article.published}
        changed["published"] |= self.trusted.isChecked()
        meta["found"] = [name for name in meta.get("found") or [] if not changed.get(name)]
        meta |= {"published": date, "published_trusted": bool(date) and self.trusted.isChecked()}
        self.edited.emit(title, meta)


def _known(article: Article) -> Scroll:
    """Return what else is known of the article, to be read and copied; it scrolls where that is much."""
    from annotations.formats.came_from import seen

    hidden = ("published", "published_trusted", "found")
    known = {name: str(value) for name, value in seen(article.meta).items() if name not in hidden}
    if isinstance(pages := article.meta.get(PAGES), list):
        known[PAGES] = f"{len(pages):,}"
    known |= {"id": article.id, "length": f"{len(article.text):,} characters"}
    rows, form = QWidget(), QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setContentsMargins(0, 0, 0, 0)
    for name, value in known.items():
        told = Words(value, px=12, wraps=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(Words(name, px=12, role="text2"), told)
    rows.setLayout(form)
    held = Scroll(rows)
    held.setMinimumHeight(px(min(len(known), ROWS) * 24))
    return held


def tell(window: QWidget, title: str, sentences: str) -> None:
    """Show a message that is longer than a notice can hold."""
    sentences = IN_FORCE.fill(sentences)
    box = message_box(QMessageBox.Icon.Warning, "Factmark", title, window, more=sentences[:LONGEST])
    if len(sentences) > LONGEST:
        box.setDetailedText(sentences)
    box.open()


def _buttons(dialog: QDialog, accepted: Any) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.accepted.connect(accepted)
    box.rejected.connect(dialog.reject)
    return box


def path_row(path: QLineEdit, browse: Callable[[], object]) -> QHBoxLayout:
    """Return the field of a path with its button *Browse…*."""
    button = QPushButton("Browse…", autoDefault=False)
    button.clicked.connect(lambda: browse())
    row = QHBoxLayout()
    row.addWidget(path, 1)
    row.addWidget(button)
    return row
