"""The result of a blind check: how many were right, with the interval in words, and what was answered otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotations.blind_check.checked import BlindAnswer, BlindCheck, CheckVerdict, DrawnSpan
from annotations.text.text import quoted
from ui.look.layouts import column
from ui.look.lines import Caption, Words
from ui.plain_text import tip

SAID = {
    CheckVerdict.REACHED: "That is at least the {} wanted.",
    CheckVerdict.BELOW: "That is below the {} wanted.",
    CheckVerdict.OPEN: "Whether that is the {} wanted cannot be told from so few.",
}
ROLE = {CheckVerdict.REACHED: "good", CheckVerdict.BELOW: "bad", CheckVerdict.OPEN: "warn"}


class ResultPart(QWidget):
    """The result, with the answers that differ from what was accepted."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence, self.verdict = Words(px=17, weight=600, wraps=True), Words(wraps=True)
        self.why, self.others = Words(role="text2", wraps=True), QListWidget()
        self.others.setAccessibleName("Answered otherwise than it was accepted")
        self.others.setWordWrap(True)
        self._head = Caption("Answered otherwise")
        lines = column(self.sentence, self.verdict, self.why, self._head, gap=8)
        lines.add(self.others, 1)
        self.setLayout(lines)

    def tell(self, check: BlindCheck, texts: Mapping[str, str]) -> None:
        """Show the result; `texts`: those of the articles, by id."""
        found = check.result()
        self.sentence.setText(found.sentence)
        self.verdict.setText(SAID[check.verdict].format(f"{check.wanted * 100:.0f} %"))
        self.verdict.set_role(ROLE[check.verdict])
        self.why.setText(found.wrong)
        wrong = [one for one in check.drawn if not one.is_right]
        self.others.clear()
        for one in wrong:
            item = QListWidgetItem(_line(one, texts[one.key.article]), self.others)
            item.setToolTip(tip(item.text()))
        for part in (self.why, self._head, self.others):
            part.setVisible(bool(wrong))


def _line(one: DrawnSpan, text: str) -> str:
    """Return what was accepted and what was answered: “Acme”: accepted as ORG, answered GPE."""
    said = {BlindAnswer.NONE: "no span here", BlindAnswer.BOUNDS: "other bounds"}.get(
        one.seen or BlindAnswer.LABEL, one.given
    )
    return f"{quoted(text, one.start, one.end)}: accepted as {one.label}, answered {said}"
