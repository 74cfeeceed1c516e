"""The question before a blind check: how many are drawn, which is said beforehand, and how many should be right."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from annotations.blind_check.checked import FIRST, WANTED
from annotations.blind_check.interval import MARGINS, SHARES, to_draw
from annotations.text.counts import counted
from ui.look.dialog import Dialog
from ui.look.layouts import column, row
from ui.look.lines import Caption, Words

ABOUT = (
    "{} that you accepted many at once can be checked. Some are drawn at random over the whole project, and you say what "
    "each is without seeing the label that it was given."
)
BEFOREHAND = (
    "Say now how many, and answer all of them: who stops when the figure looks good has another figure."
)


class BlindStart(QWidget):
    """The question, with a table of how many tell how much."""

    def __init__(self, pool: int, dialog: Dialog) -> None:
        super().__init__()
        self.many, self.wanted = QSpinBox(), QSpinBox()
        self.many.setRange(1, pool)
        self.many.setValue(min(FIRST, pool))
        self.wanted.setRange(1, 100)
        self.wanted.setValue(round(WANTED * 100))
        self.wanted.setSuffix(" %")
        fields = row(gap=12)
        for caption, field in (
            ("&How many are drawn", self.many),
            ("How many should be &right", self.wanted),
        ):
            fields.add(dialog.field(caption, field), 1)
        lines = column(Words(ABOUT.format(counted(pool, "span")), wraps=True), fields, gap=12)
        lines.add(Words(BEFOREHAND, role="text2", wraps=True))
        lines.add(column(Caption("How many to draw, when about so many are right"), *_table(), gap=4))
        lines.add(None)
        self.setLayout(lines)
        self.setFocusProxy(self.many)


def _table() -> list[Words]:
    """Return the table as lines: for each width of the interval, how many that needs by how many are right."""
    return [
        Words(
            f"within {margin * 100:.0f} points:  "
            + ",  ".join(f"{to_draw(share, margin):,} (at {share:.0%})" for share in SHARES),
            px=12,
            role="text2",
            wraps=True,
        )
        for margin in MARGINS
    ]
