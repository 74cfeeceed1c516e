"""The card of the entity in hand: its name and standing, its mentions by wording, and what is known besides."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextEdit

from annotations.compare.comparison import ComparedEntity, CrossComparison
from annotations.text.controls import unturned
from ui.compare.entities.entity_menu import CONFIRM, REJECT
from ui.compare.entities.entity_rows import EntityRow, about, shortened
from ui.compare.entities.mention_list import MentionList
from ui.look.buttons import Button
from ui.look.fonts import font
from ui.look.layouts import Pane, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px

LOW, LOWEST = 300, 200  # pixels at 100 %: a card lower than that shows less of the details, or none
DETAILS, FEW = 88, 48  # pixels at 100 % of what is known besides, and of that in a low card
NONE = "No entity"


class EntityCard(Pane):
    """The card; `confirm`, `reject` and `more` are its buttons, `mentions` its list."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Elided(px=14, weight=600)
        self.standing = Elided(px=12, role="text2")
        self.mentions = MentionList()
        self.details = QTextEdit(readOnly=True, tabChangesFocus=True)
        self.details.setObjectName("chrome")
        self.details.setAccessibleName("About the entity")
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.confirm = Button(CONFIRM.word, CONFIRM.icon, CONFIRM.key, kind="primary", height=28, pad=8)
        self.reject = Button(REJECT.word, "", REJECT.key, height=28, pad=8)
        self.more = Button("", "ellipsis", height=28, pad=6)
        self.more.setAccessibleName("More verbs")
        self.more.setToolTip("More verbs")
        line = row(gap=8)
        line.add(self.standing, 1)
        head = column(self.name, line, gap=2, margins=(16, 8, 12, 4))
        lines = column(head, gap=0)
        lines.add(self.mentions, 1)
        self._below = Pane(column(self.details, gap=0, margins=(10, 4, 8, 0)))
        lines.add(self._below)
        self._buttons = Pane(row(self.confirm, self.reject, None, self.more, gap=6, margins=(12, 4, 12, 8)))
        lines.add(self._buttons)
        self.setLayout(lines)
        follow(self)

    def show_entity(
        self,
        entity: ComparedEntity | None,
        listed: EntityRow | None,
        comparison: CrossComparison,
    ) -> None:
        """Show the entity, or that there is none in hand."""
        name = shortened(entity.name) if entity else NONE
        self.name.setText(name)
        said = (entity.label, listed.standing.value, f"named {listed.more}") if entity and listed else ()
        self.standing.setText(" · ".join(filter(None, said)))
        self.mentions.show_entity(entity, comparison)
        self.mentions.setAccessibleName(f"Wordings of {unturned(name)}" if entity else NONE)
        self.details.setPlainText(unturned("\n".join(about(entity, comparison)) if entity else ""))
        for button in (self.confirm, self.reject, self.more):
            button.setEnabled(entity is not None)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.details.setFont(font(12))
        is_low = self.height() < px(LOW)
        self.details.setFixedHeight(px(FEW if is_low else DETAILS))
        self._below.setVisible(self.height() >= px(LOWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
