"""The dialog of a blind check: how many, then span after span, then the result; it can be left and come back to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotations.articles import Article
from annotations.blind_check.checked import FURTHER, BlindCheck, CheckVerdict
from annotations.schema.types import Label
from ui.article.measures import Looks
from ui.blind_check.asking import BlindAsking
from ui.blind_check.result import ResultPart
from ui.blind_check.start import BlindStart
from ui.fixed_keys import FIXED
from ui.key_words import plainest
from ui.look.buttons import Button
from ui.look.dialog import Dialog

LATER = "What you have answered is kept; go on with Blind check in the menu Edit."


class BlindDialog(Dialog):
    """The dialog.

    `begun`: so many are to be drawn, and the share that should be right.  `answered`: what is seen of the one that is
    asked about, and the label; `back`: the one before is wanted again.  `further`, `kept`, `taken_back`: what is to
    become of the result.
    """

    begun, answered, back = Signal(int, float), Signal(object, str), Signal()
    further, kept, taken_back = Signal(), Signal(), Signal()

    def __init__(self, pool: int, labels: list[Label], looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("Blind check", parent, size=(900, 560))
        self.start, self.asking, self.told = (
            BlindStart(max(1, pool), self),
            BlindAsking(labels, looks),
            ResultPart(),
        )
        self.stages = QStackedWidget()
        for stage in (self.start, self.asking, self.told):
            self.stages.addWidget(stage)
        self.add(self.stages, 1)
        self.leave = Button("Cancel", takes_focus=True)
        self.draw = Button("Draw them", kind="primary", takes_focus=True)
        self.previous = Button("Back one", "", plainest(FIXED["blind_back"].keys), takes_focus=False)
        self.further_on = Button(f"Go on to {FURTHER}", takes_focus=True)
        self.give_back = Button("Take the bulk acceptance back", "undo-2", takes_focus=True)
        self.keep = Button("Keep", "check", takes_focus=True)
        self.end(self.leave, self.previous, self.draw, self.further_on, self.give_back, self.keep)
        self.asking.bind(self, labels)
        self._connect()
        self._show(self.start, self.draw)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.reject)
        self.draw.clicked.connect(
            lambda: self.begun.emit(self.start.many.value(), self.start.wanted.value() / 100)
        )
        self.previous.clicked.connect(self.back)
        self.further_on.clicked.connect(self.further)
        self.give_back.clicked.connect(self.taken_back)
        self.keep.clicked.connect(self.kept)
        self.asking.answered.connect(self.answered)
        self.asking.back.connect(self.back)

    def ask(self, check: BlindCheck, article: Article) -> None:
        """Ask about the next span of the check, which is in that article."""
        self._show(self.asking, self.previous)
        self.leave.say("Go on later", "", plainest(FIXED["blind_leave"].keys))
        self.previous.setEnabled(check.place > 0)
        self.said.setText(LATER)
        self.asking.ask(check, check.drawn[check.place], article)

    def tell(self, check: BlindCheck, texts: Mapping[str, str], *, can_go_on: bool) -> None:
        """Tell the result of a check that is answered; first among the buttons is what it speaks for."""
        first = {CheckVerdict.REACHED: self.keep, CheckVerdict.BELOW: self.give_back}.get(
            check.verdict, self.further_on
        )
        first = self.keep if first is self.further_on and not can_go_on else first
        for button in (self.further_on, self.give_back, self.keep):
            button.kind = "primary" if button is first else "plain"
            button.update()
        self._show(self.told, self.previous, self.further_on, self.give_back, self.keep)
        self.further_on.setVisible(can_go_on)
        self.previous.setEnabled(True)
        self.said.setText(LATER)
        self.leave.say("Decide later", "", plainest(FIXED["blind_leave"].keys))
        self.told.tell(check, texts)
        first.setFocus()

    def _show(self, stage: QWidget, *buttons: Button) -> None:
        self.stages.setCurrentWidget(stage)
        self.said.setVisible(stage is not self.start)
        for button in (self.previous, self.draw, self.further_on, self.give_back, self.keep):
            button.setVisible(button in buttons)
        self.primary = self.draw if stage is self.start else None
        self._is_by_enter = stage is self.start
