"""The editor of a guideline: its Markdown in a box, or shown as it will look; what is wrong stands below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.schema.guideline import MarkdownText, change_places
from ui.widgets.writing_box import WritingBox, sends

NO_BOUND = 16_777_215  # Qt's largest size


class GuidelineEditor(QWidget):
    """The editor; it writes nothing itself.  `written`, `dropped`: that was asked for."""

    written = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box, self.preview = WritingBox("Guideline in Markdown", does="writes it"), MarkdownText()
        self.box.setMinimumHeight(0)
        self.box.setMaximumHeight(NO_BOUND)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.preview.setAccessibleName("Guideline as it will look")
        self.wrong = Words(wraps=True, role="bad")
        self.wrong.setAccessibleName("What is wrong")
        self.wrong.hide()
        self.write = Button("Write", "check", kind="primary", height=28, pad=8)
        self.look = Button("Preview", kind="tab", height=28, pad=8)
        self.drop = Button("Discard", kind="ghost", height=28, pad=8)
        self.look.setCheckable(True)
        self.preview.hide()
        lines = column(gap=6)
        for part in (self.box, self.preview):
            lines.add(part, 1)
        lines.add(self.wrong)
        lines.add(row(self.write, self.look, self.drop, None, gap=4))
        self.setLayout(lines)
        self.setFocusProxy(self.box)
        self.box.sent.connect(self.written)
        self.write.clicked.connect(self.written)
        self.drop.clicked.connect(self.dropped)
        self.look.toggled.connect(self._turn)
        self.box.textChanged.connect(lambda: self.refuse(""))

    @property
    def text(self) -> str:
        """Return what is written in the box."""
        return self.box.toPlainText()

    def begin(self, text: str) -> None:
        """Have that text in the box, to be changed."""
        self.box.setPlainText(text)
        self.look.setChecked(False)
        self.refuse("")

    def refuse(self, why: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))

    def event(self, event: QEvent) -> bool:
        """Take the key that writes wherever the keyboard is in here; elsewhere it finishes the article."""
        if isinstance(event, QKeyEvent) and sends(event):
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.written.emit()
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "drop"):
            self.preview.show_markdown(self.text)

    def _turn(self, is_preview: bool) -> None:
        """Show how it will look, or the box again; the keyboard stays in the part that is shown."""
        self.preview.show_markdown(self.text)
        change_places(*((self.box, self.preview) if is_preview else (self.preview, self.box)))
        self.setFocusProxy(self.preview if is_preview else self.box)
