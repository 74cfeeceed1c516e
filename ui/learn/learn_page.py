"""The page of the view Learn: the choices on the left, and on the right what there is to learn from, what runs, what came.

Training is a process beside the window; its outcome stays here whatever else is looked at, until the project closes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent

from annotations.learn.shapes import NOTHING
from models.queries import articles as article_queries
from models.queries.training import ground as ground_queries
from models.queries.training.ground import LearnGround
from ui.learn import ground, learn_words
from ui.learn.learn_focus import LearnFocus
from ui.learn.learn_form import LearnForm
from ui.learn.learn_parts import BEFORE, DONE, RUNNING, LearnParts
from ui.learn.leaving import TrainingLeft
from ui.learn.switching import Switching
from ui.learn.training import Training
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments
from ui.program import shell_line
from ui.project.commands import UNSAVED, Commands
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window
CHOICES, NARROW_CHOICES = 304, 256
TITLES = {BEFORE: "Train a pipeline on finished articles", RUNNING: "Training", DONE: "Old against new"}
RUNS = "A training runs; stop it first."
NO_CHOICE = "There is no new pipeline to choose: train one first."
STAYS = "The old pipeline stays in use. {name} lies among the project’s, to be chosen later."
IN_USE = "{name} is in use."
AWAY = " {key:learn_view} shows the table."
WAY_BACK = "{key:learn_view} leads back to Learn."


class LearnHeading(Pane):
    """The lines `title` and `about` over the parts, and the choice between two of them once there is an outcome."""

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.about.setAccessibleName("How it stands")
        self.shown = Segments("What is shown", {BEFORE: "To learn from", DONE: "Old against new"})
        along = row(gap=12, margins=(28, 8, 24, 6))
        along.add(column(self.title, self.about, gap=2), 1)
        along.add(self.shown)
        self.setLayout(column(along, Hair(), gap=0))
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(60))

    def tell(self, title: str, about: str, *, is_odd: bool = False) -> None:
        """Say what this is, and how it stands."""
        self.title.setText(title)
        self.about.set_role("warn" if is_odd else "text2")
        self.about.setText(about)


class LearnPage(Pane):
    """The page; its actions are methods below it.

    `pointed` to a Target, `left` for the article; `asked`: the name of an action of the window.
    """

    pointed = Signal(object)
    left = Signal()
    asked = Signal(str)

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        if session.opened is None:
            raise ValueError("Learn is about an open project")
        self._session, self._opened = session, session.opened
        self._there = LearnGround("")
        self.training, self.form, self.parts, self.heading = (
            Training(self),
            LearnForm(),
            LearnParts(),
            LearnHeading(),
        )
        self.switching = Switching(session, session.opened, self)
        self.attending = LearnFocus(self, lambda: (self.parts.shown, self.heading.title.text(), self._said()))
        page = column(self.heading, gap=0)
        page.add(self.parts, 1)
        whole = row(self.form, Hair(upright=True), gap=0)
        whole.add(page, 1)
        self.setLayout(whole)
        self._connect()
        self.leaving = TrainingLeft(self.training, self)  # told after this page that a training has ended
        follow(self)

    def _connect(self) -> None:
        self.form.changed.connect(self._show_ground)
        self.form.started.connect(self.start)
        for signal, does in (
            (self.parts.stopped, self.stop),
            (self.parts.used, self.use),
            (self.parts.kept, self.keep),
        ):
            signal.connect(does)
        self.parts.pointed.connect(self._point)
        self.heading.shown.changed.connect(self._turn)
        self.training.told.connect(self._show_reports)
        self.training.doing.connect(self._show_doing)
        self.training.ended.connect(self._end_training)
        self.switching.switched.connect(self._show_switched)
        for failed in (self.parts.failed, self.switching.failed):
            failed.connect(self._session.failed)
        self.parts.noted.connect(self._session.noted)

    def restyle(self) -> None:
        """Take the scale in force."""
        wide = px(NARROW_CHOICES if self.width() < px(NARROW) else CHOICES)
        self.form.setFixedWidth(min(wide, max(1, self.width() * 2 // 5)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    # --- what is shown

    def open(self) -> None:
        """Show what there is to learn from now; a training that runs, and what came of one, stay."""
        project = self._opened.project
        schema = project.schema
        parents = ground.parents(project.folder, schema.language, schema.pipeline)
        self.form.offer(ground_queries.finished_by(project), self._opened.annotator, parents)
        self._show_ground()
        self.form.who.setFocus()

    def end(self) -> None:
        """End a training that runs, with the project or the program."""
        self.training.close()

    def asks(self, then: Callable[[], object]) -> bool:
        """Ask before a training that runs is left; `then` is done once it is over.  Return whether it asks."""
        return self.leaving.asks(then)

    def _show_ground(self) -> None:
        """Count what there is to learn from, and say so before a training."""
        project = self._opened.project
        schema = project.schema
        self._there = ground_queries.ground(project, schema, self.form.annotator)
        spoken = ground.of_language(schema.language, self.form.parents)
        self.parts.before.show_ground(self._there, spoken)
        self.form.estimate.setText(
            ground.estimate(
                self._there,
                self.form.seconds,
                from_nothing=self.form.parent_name == NOTHING,
                curve=self.form.curve.isChecked(),
            )
            if self._there.is_enough
            else ""
        )
        self._look()

    def _look(self) -> None:
        """Say how it stands, in the heading and the foot."""
        self.form.lock(is_running=self.training.is_running)
        self.form.start.refuse(self._why_not())
        self.heading.shown.setVisible(not self.training.is_running and self.training.outcome is not None)
        self.heading.tell(TITLES[self.parts.shown], self._said(), is_odd=bool(self.training.trouble))
        self.attending.look()

    def _turn(self) -> None:
        """Show what was chosen of what there is to learn from and what came of it."""
        if not self.training.is_running and self.training.outcome:
            self.parts.turn(self.heading.shown.value or BEFORE)
            self._look()

    def _said(self) -> str:
        if self.training.is_running:
            return learn_words.far(self.training.reports)
        if self.training.outcome is None or self.parts.shown == BEFORE:
            return self.training.trouble or ground.refusal(self._there) or ground.about(self._there)
        return learn_words.news(self.training.outcome)

    def _why_not(self) -> str:
        """Return why no training can start now; "" when it can."""
        if self.training.is_running:
            return RUNS
        if why := self._opened.project.read_only:
            return f"The project is open for reading alone, since {why}."
        return ground.refusal(self._there)

    # --- a training

    def start(self) -> None:
        """Start a training, unless it cannot be; then say why."""
        if why := self._why_not() or (UNSAVED if self._session.waiting else ""):
            self._session.noted.emit(why)
            return
        self.training.start(self.form.words(self._opened.project.folder))
        self.parts.turn(RUNNING)
        self._show_reports()
        self.parts.running.stop.setFocus()

    def stop(self) -> None:
        """End the training with the best epoch so far; asked for once more, with nothing."""
        self.training.stop()
        if self.training.is_running:
            self._show_reports()

    def _show_reports(self) -> None:
        self.parts.running.show_reports(self.training.reports, is_stopping=self.training.is_stopping)
        self._look()

    def _show_doing(self, doing: str) -> None:
        if not self.training.reports:
            self.parts.running.say(doing)

    def _end_training(self) -> None:
        """Show what came of it; in another view a sentence says so."""
        outcome = self.training.outcome
        if outcome is None:
            self.parts.turn(BEFORE)
            said = self.training.trouble
        else:
            ids = [one.id for one in outcome.articles_held_out]
            self.parts.done.show_outcome(outcome, article_queries.titles(self._opened.project, ids))
            self.parts.turn(DONE)
            self.heading.shown.choose(DONE)
            said = learn_words.news(outcome)
        self._look()
        if not self.isVisible():
            self._session.noted.emit(said + AWAY)
        elif outcome is None:
            self.form.start.setFocus()
        else:
            (self.parts.done.use if outcome.folder else self.parts.done.table).setFocus()

    # --- what is done with its outcome

    @property
    def _new(self) -> Path | None:
        """Return the folder of the new pipeline, if there is one and nothing runs."""
        outcome = None if self.training.is_running else self.training.outcome
        return outcome.folder if outcome else None

    def use(self) -> None:
        """Have the new pipeline suggest from now on."""
        if self._new is None:
            self._session.noted.emit(NO_CHOICE)
        else:
            self.switching.to(self._new)

    def keep(self) -> None:
        """Leave the old pipeline in use."""
        if self._new is None:
            self._session.noted.emit(NO_CHOICE)
        elif not self._is_used:
            self.parts.done.show_choice(STAYS.format(name=self._new.name), can_choose=True)

    @property
    def _is_used(self) -> bool:
        return self._new is not None and self.switching.is_used(self._new)

    def _show_switched(self) -> None:
        """Say whether the new pipeline is in use, and have articles looked through by what is."""
        if self._new is not None:
            said = IN_USE.format(name=self._new.name) if self._is_used else ""
            self.parts.done.show_choice(said, can_choose=not said)
        self.asked.emit("suggest_undecided")

    # --- what else is done

    def _point(self, target: object) -> None:
        """Go to an article, and say the way back."""
        self.pointed.emit(target)
        self._session.noted.emit(WAY_BACK)

    def copy_command(self) -> None:
        """Copy the command that trains the same."""
        QGuiApplication.clipboard().setText(shell_line(self.form.words(self._opened.project.folder)))
        self._session.noted.emit("The command is copied.")

    def go_back(self) -> None:
        """Go back to the article."""
        self.left.emit()
