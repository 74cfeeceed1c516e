"""The choices beside the verb: a label, a fact type, the words of a comment, what is made boilerplate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStackedWidget, QWidget

from annotations.carrying.carried import CarriedDecision, Extent
from annotations.schema.types import FactType, Schema
from ui.comments.threads import now
from ui.look.layouts import row
from ui.look.scale import px

EXTENTS = {
    Extent.WORDS: "the words themselves",
    Extent.SENTENCE: "the sentence",
    Extent.PARAGRAPH: "the paragraph",
}
WIDE = 260  # pixels at 100 %


class ActChoices(QWidget):
    """The choices of the act at hand.  `changed`: another decision is chosen; `sent`: a comment is written."""

    changed = Signal()
    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = "confirm"
        self._types: dict[str, FactType] = {}
        self.label, self.type, self.extent = _combo("Label"), _combo("Fact type"), _combo("Boilerplate is")
        for value, words in EXTENTS.items():
            self.extent.addItem(words, value)
        self.comment = QLineEdit()
        self.comment.setAccessibleName("Comment")
        self.comment.setPlaceholderText("The comment on each hit")
        self.done = QCheckBox("&Done articles too")
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._of = {
            "label": self.label,
            "type": self.type,
            "boilerplate": self.extent,
            "comment": self.comment,
        }
        self.stack = QStackedWidget()
        for one in self._of.values():
            self.stack.addWidget(one)
        self.stack.setMaximumWidth(px(WIDE))
        self.setLayout(row(self.stack, self.done, gap=8))
        for box in (self.label, self.type, self.extent):
            box.activated.connect(lambda _: self.changed.emit())
        self.done.toggled.connect(lambda _: self.changed.emit())
        # queued: the key comes by the box's parents too, and would end what is said of it
        self.comment.returnPressed.connect(self.sent, Qt.ConnectionType.QueuedConnection)

    def show_schema(self, schema: Schema | None) -> None:
        """Offer the labels and fact types of the schema; what was chosen stays, if it is among them."""
        labels = [label.name for label in schema.labels.values() if not label.archived] if schema else []
        self._types = {t.name: t for t in schema.facts.values() if not t.archived} if schema else {}
        for box, names in ((self.label, labels), (self.type, [*self._types])):
            was = box.currentText()
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(max(0, box.findText(was)))

    def offer_first(self, name: str) -> None:
        """Begin with that label or fact type, where it can be given."""
        for box in (self.label, self.type):
            if (at := box.findText(name)) >= 0:
                box.setCurrentIndex(at)

    def begin(self, kind: str, label: str = "") -> None:
        """Show what is to be said for that kind of decision; `label`: it begins with that."""
        self.kind = kind
        if label:
            self.label.setCurrentIndex(self.label.findText(label))
        if one := self._of.get(kind):
            self.stack.setCurrentWidget(one)
        self.stack.setVisible(kind in self._of)
        self.done.setVisible(kind != "comment")

    @property
    def decision(self) -> CarriedDecision:
        """Return the decision as it is chosen now."""
        name = self.type.currentText() if self.kind == "type" else self.label.currentText()
        return CarriedDecision(
            self.kind,
            name if self.kind in ("label", "type") else "",
            fact_type=self._types.get(name) if self.kind == "type" else None,
            text=self.comment.text().strip() if self.kind == "comment" else "",
            at=now() if self.kind == "comment" else "",
            extent=self.extent.currentData() if self.kind == "boilerplate" else Extent.WORDS,
            in_done=self.done.isChecked(),
        )

    @property
    def lacks(self) -> str:
        """Return what must be said first, "" for nothing."""
        if self.kind in ("label", "type"):
            is_open = not self.decision.label
            return (
                f"This project has no {'label' if self.kind == 'label' else 'fact type'} to give." * is_open
            )
        return "Write the comment first." * (self.kind == "comment" and not self.decision.text)


def _combo(name: str) -> QComboBox:
    """Return a box that leaves the keyboard in the list when it is clicked."""
    box = QComboBox()
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    box.setAccessibleName(name)
    return box
