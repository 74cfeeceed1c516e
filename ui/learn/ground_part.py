"""The part before a training: what there is to learn from, label by label, and why nothing can be trained."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from models.queries.training.ground import LearnGround
from ui.learn import ground
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Card, Symbol
from ui.look.restyled import follow
from ui.look.scale import px
from ui.widgets.figure_table import FigureTable

TITLE = "What will be learned from"
TABLE = 320  # pixels at 100 %, at least


class GroundPart(QWidget):
    """The cards of what there is to learn from."""

    def __init__(self) -> None:
        super().__init__()
        self.why_not, self.about, self.parted, self.warning = (
            Words(px=13, weight=600, role="warn", wraps=True),
            Words(wraps=True),
            Words(wraps=True, role="text2"),
            Words(wraps=True, role="warn"),
        )
        self.why_not.setAccessibleName("Why nothing can be trained")
        self.table = FigureTable("Spans of each label")
        self._refusal, refused = QWidget(), row(Symbol("circle-alert", role="warn"), gap=8)
        refused.add(self.why_not, 1)
        self._refusal.setLayout(refused)
        much = column(
            Words(TITLE, px=14, weight=600),
            self._refusal,
            self.about,
            self.warning,
            self.parted,
            gap=6,
            margins=(16, 12, 16, 12),
        )
        labels = column(Words("Spans of each label", px=14, weight=600), gap=8, margins=(16, 12, 16, 12))
        labels.add(self.table, 1)
        self._labels = Card(labels)
        whole = column(Card(much), gap=12, margins=(28, 16, 24, 16))
        whole.add(self._labels, 1)
        self.setLayout(whole)
        follow(self)

    def show_ground(self, found: LearnGround, spoken: str) -> None:
        """Show what there is; `spoken`: what is to be said of the language."""
        why = ground.refusal(found)
        self.why_not.setText(why)
        self._refusal.setVisible(bool(why))
        self.about.setText(ground.about(found))
        self.about.setVisible(not why)
        said = " ".join(filter(None, (spoken, ground.first_try(found))))
        self.warning.setText(said)
        self.warning.setVisible(bool(said))
        self.parted.setText(ground.parted(found))
        self.table.show_table(ground.labels_table(found))

    def restyle(self) -> None:
        """Take the scale in force."""
        self._labels.setMinimumHeight(px(TABLE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())
