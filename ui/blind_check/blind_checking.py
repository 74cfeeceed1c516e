"""The blind check between its dialog and the project; every answer is written at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotations.errors import ReadOnly, UserError
from annotations.text.counts import counted
from ui.article.article_view import ArticleView
from ui.session import Session

if TYPE_CHECKING:  # what is asked for is loaded when it is
    from annotations.blind_check.checked import BlindAnswer, BlindCheck, CheckOutcome
    from models.project import Project
    from models.transfer.blind_check.checking import CheckEnding
    from ui.blind_check.blind_dialog import BlindDialog

NOTHING = (
    "Nothing is to check: there is no suggestion that you accepted many at once, and have neither changed nor checked "
    "since. That is done by {key:same_mentions}, by {key:confirm_to_here}, or when an article is finished."
)


class BlindChecking(QObject):
    """The check of what the session's annotator accepted many at once, of which one at a time goes on."""

    def __init__(self, session: Session, view: ArticleView, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._view, self._window = session, view, window
        self._check: BlindCheck | None = None
        self._dialog: BlindDialog | None = None

    def open(self) -> None:
        """Begin a check, or go on with the one that was left."""
        from models.queries.blind_check.bulk import bulk
        from models.queries.blind_check.stored import open_check
        from models.queries.people import machines
        from ui.blind_check.blind_dialog import BlindDialog

        if (project := self._session.project) is None:
            return
        if project.read_only:
            self._session.failed.emit(str(ReadOnly(project.read_only)))
            return
        names = (self._session.annotator, *machines(project))  # of a machine it is begun by the command
        self._check = next(filter(None, (open_check(project, name) for name in names)), None)
        pool = 0 if self._check else len(bulk(project, self._session.annotator).spans)
        if not (self._check or pool):
            self._session.noted.emit(NOTHING)
            return
        labels = [label for label in project.schema.labels.values() if not label.archived]
        self._dialog = dialog = BlindDialog(pool, labels, self._view.appearance.looks, self._window)
        dialog.begun.connect(self._begin)
        dialog.answered.connect(self._answer)
        dialog.back.connect(self._go_back)
        dialog.further.connect(self._go_on)
        dialog.kept.connect(self._keep)
        dialog.taken_back.connect(self._take_back)
        dialog.open()
        if self._check:
            self._show()

    def _begin(self, many: int, wanted: float) -> None:
        from models.transfer.blind_check import checking

        who = self._session.annotator
        self._write(lambda project: checking.begin(project, who, many, wanted=wanted))

    def _answer(self, seen: BlindAnswer, label: str) -> None:
        check = self._check
        if check is not None and not check.is_answered:
            self._say(check, check.place, seen, label)

    def _go_back(self) -> None:
        check = self._check
        if check is not None and check.place:
            self._say(check, check.place - 1, None, "")

    def _say(self, check: BlindCheck, place: int, seen: BlindAnswer | None, label: str) -> None:
        from models.queries.blind_check.stored import blind_check
        from models.transfer.blind_check import checking

        def write(project: Project) -> BlindCheck:
            checking.answer(project, check, place, seen, label, by=self._session.annotator)
            return blind_check(project, check.number)

        self._write(write)

    def _go_on(self) -> None:
        from models.transfer.blind_check import checking

        if (check := self._check) is not None:
            self._write(lambda project: checking.go_on(project, check))

    def _write(self, does: Callable[[Project], BlindCheck]) -> None:
        """Write what gives the check as it is then, and show that; say why when it cannot be written."""
        if (project := self._session.project) is None:
            return
        try:
            self._check = does(project)
        except UserError as error:
            if self._dialog:
                self._dialog.wrong.setText(str(error))
            return
        self._show()

    def _show(self) -> None:
        from annotations.blind_check.checked import FURTHER

        project, check, dialog = self._session.project, self._check, self._dialog
        if project is None or check is None or dialog is None:
            return
        dialog.wrong.setText("")
        if not check.is_answered:
            dialog.ask(check, project.article(check.drawn[check.place].key.article))
            return
        texts = {id_: project.article(id_).text for id_ in {one.key.article for one in check.drawn}}
        dialog.tell(check, texts, can_go_on=len(check.drawn) < min(FURTHER, check.pool))

    # --- how it ends

    def _keep(self) -> None:
        from annotations.blind_check.checked import CheckOutcome

        self._end(CheckOutcome.KEPT)

    def _take_back(self) -> None:
        from annotations.blind_check.checked import CheckOutcome

        self._end(CheckOutcome.TAKEN_BACK)

    def _end(self, outcome: CheckOutcome) -> None:
        from models.transfer.blind_check import checking

        project, check, dialog = self._session.project, self._check, self._dialog
        if project is None or check is None or dialog is None:
            return
        who = self._session.annotator
        try:
            ending = checking.planned(project, check, outcome)
            if not ending.edit:
                checking.end(project, ending, by=who)
        except UserError as error:
            dialog.wrong.setText(str(error))
            return
        write = lambda edit: checking.end(project, ending, by=who)
        if ending.edit and not self._session.apply(lambda: ending.edit, write):
            return
        self._check = self._dialog = None
        dialog.accept()
        self._session.noted.emit(f"{check.result().sentence} {_done(ending)}")


def _done(ending: CheckEnding) -> str:
    """Return what was done, as a sentence or two."""
    parts = [
        f"{counted(ending.given_back, 'span')} to decide again" * bool(ending.given_back),
        f"{counted(ending.put_right, 'span')} put right" * bool(ending.put_right),
    ]
    said = " and ".join(filter(None, parts))
    undo = f"{said}; {{key:undo}} takes that back." if said else "Nothing was changed."
    left = f" {counted(ending.closed, 'article')} in review stayed as it was." if ending.closed else ""
    return undo + left
