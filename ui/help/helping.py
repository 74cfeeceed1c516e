"""The menu Help: words, guidelines, licences, and the keys of what one is in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QWidget

from ui.fixed_keys import DONE, FACT, FACTS, SAME
from ui.help.guidelines import guidelines
from ui.help.people_words import as_markdown
from ui.look.buttons import Button
from ui.look.fonts import font
from ui.look.layouts import column, row
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip, window_title
from ui.schema.guideline import MarkdownText
from ui.session import Session

GROUPS = {  # the kind of focus: the group of keys that is shown first
    "builder": FACT,
    "fact": FACTS,
    "made_fact": FACTS,
    "which_fact": FACTS,
    "done": DONE,
    "same": SAME,
}


class HelpText(QDialog):
    """The dialog with a text to read."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text, self._markdown = MarkdownText(), markdown
        self.text.setAccessibleName(title)
        close = Button("Close", kind="plain", takes_focus=True)
        close.setToolTip(tip(close.text()))
        close.clicked.connect(self.close)
        lines = column(gap=12, margins=(16, 16, 16, 12))
        lines.add(self.text, 1)
        lines.add(row(None, close))
        self.setLayout(lines)
        follow(self)
        self.resize(px(600), px(640))
        self.text.setFocus()

    def restyle(self) -> None:
        """Take scale and colours in force, and give headings air."""
        self.text.document().setDefaultFont(font(13))
        self.text.show_markdown(self._markdown)
        self.text.document().setDocumentMargin(px(16))
        cursor = QTextCursor(self.text.document())
        while True:
            shape = cursor.blockFormat()
            shape.setTopMargin(px(14 if shape.headingLevel() else 2))
            shape.setLineHeight(130.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break


class Helping(QObject):
    """The openings of the help's dialogs."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def group_of(self, kind: str) -> str:
        """Return the group of keys that is shown first while such a thing is in focus, "" for that of the article."""
        return GROUPS.get(kind, "")

    def open_words(self) -> None:
        """Show what the words of the window mean."""
        self._show("Words", as_markdown())

    def open_guidelines(self) -> None:
        """Show all guidelines of the project."""
        if project := self._session.project:
            self._show("Guidelines", guidelines(project.schema))
        else:
            self._session.noted.emit("Guidelines belong to a project; open one first.")

    def open_about(self) -> None:
        """Show versions, where things lie, and licences."""
        from ui.help.about_dialog import AboutDialog  # metadata are only asked for here

        project = self._session.project
        _raise(AboutDialog(project.folder if project else None, self._window))

    def _show(self, title: str, markdown: str) -> None:
        _raise(HelpText(title, markdown, self._window))


def _raise(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
