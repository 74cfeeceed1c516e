"""The coach: the first steps as cards over the article, each gone once it was done.

They come with the first start of the sample project and with Help, First steps.  A card never takes the keyboard, and
never lies over the caret: it goes to the other end.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotations.spans import Status
from models.settings import Settings, config_folder
from ui.annotate.annotate_page import AnnotatePage
from ui.annotate.targets import focused
from ui.fixed_keys import FIXED
from ui.frame.foot import Foot
from ui.frame.verb_row import spelled
from ui.keys_in_force import IN_FORCE
from ui.look.scale import px
from ui.moments.coach_card import WIDTH, CoachCard
from ui.moments.first_steps import FIRST_STEPS, FirstStep
from ui.program import SAMPLE
from ui.session import Session

OVER = "First steps are done. Help, First steps shows them again."


class Coach(QObject):
    """The link between the steps, their card, and what is done in the window."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        page: AnnotatePage,
        foot: Foot,
        over: QWidget,
        verbs: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        """Come over the widget `over` for the sample project that is open, and with *First steps* among the verbs."""
        super().__init__(window)
        self._session, self._page, self._foot, self._over = session, page, foot, over
        self._settings, self._verbs = settings, verbs
        self.ticked: list[bool] | None = None  # None while the coach rests
        self._last = ""  # how the step that was done last is said
        self.card = CoachCard(over)
        self.card.shown.connect(self.show_me)
        self.card.ended.connect(self.end)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._settle)
        session.edited.connect(self._look_at_edit)
        session.fact_focused.connect(self._look_at_fact)
        session.article_opened.connect(self._begin_with_sample)
        session.project_closed.connect(self.rest)
        page.lists.applied.connect(partial(self.tick, 2))
        page.attending.changed.connect(self._settle_soon)
        IN_FORCE.changed.connect(self._settle_soon)
        for moved in (page.view.caret_moved, page.view.verticalScrollBar().valueChanged):
            moved.connect(self._settle_soon)
        for widget in (over, page.view):
            widget.installEventFilter(self)
        for place, step in enumerate(FIRST_STEPS):
            for name in step.acts:
                verbs[name].triggered.connect(partial(self.tick, place))
        self._begin_with_sample()

    # --- from the first to the last

    def begin(self) -> None:
        """Show the first step."""
        self.ticked, self._last = [False] * len(FIRST_STEPS), ""
        self._settle_soon()

    def _begin_with_sample(self) -> None:
        project = self._session.project
        is_sample = project is not None and project.folder == config_folder() / SAMPLE
        if (
            is_sample
            and self._session.article
            and self.ticked is None
            and not self._settings["first_steps_done"]
        ):
            self.begin()
        self._settle_soon()

    @property
    def step(self) -> FirstStep | None:
        """Return the step in hand: the first that was not done."""
        return FIRST_STEPS[self.ticked.index(False)] if self.ticked and not all(self.ticked) else None

    def tick(self, place: int, *_: object) -> None:
        """Note that the step at that place was done."""
        if self.ticked is None or self.ticked[place]:
            return
        self.ticked[place] = True
        self._last = FIRST_STEPS[place].done
        if all(self.ticked):
            self.end()
            self._session.noted.emit(OVER)
        else:
            self._settle_soon()

    def end(self) -> None:
        """Show no more tips, in this project or any other, until they are asked for."""
        self._settings.remember(first_steps_done=True)
        self.rest()

    def rest(self) -> None:
        """Take the card away."""
        self.ticked = None
        self.card.hide()

    def show_me(self) -> None:
        """Press the key of the step in hand; without a suggestion in focus, go to one first."""
        step, span = self.step, focused(self._session, self._page.view)
        if step is None:
            return
        needs_one = step.shows in ("confirm", "reject")
        has_one = self._session.fact_id or (span is not None and span.status is Status.SUGGESTED)
        self._page.view.setFocus()
        self._verbs["next_suggestion" if needs_one and not has_one else step.shows].trigger()

    def _look_at_edit(self) -> None:
        """Tick the step that the last edit does."""
        if self.ticked is None or (opened := self._session.opened) is None:
            return
        verb = (opened.undoing.coming_undo() or "").split(" ", 1)[0]
        for place, step in enumerate(FIRST_STEPS):
            if verb in step.edits:
                self.tick(place)

    def _look_at_fact(self, id_: str | None) -> None:
        if id_ is not None:
            self.tick(len(FIRST_STEPS) - 1)

    # --- the card

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if self.ticked is not None and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        ):
            self._settle_soon()
        return False

    def _settle_soon(self, *_: object) -> None:
        if self.ticked is not None:
            self._soon.start()

    def _settle(self) -> None:
        """Show the step in hand, where it is not over the caret."""
        step = self.step
        if (
            step is None
            or self.ticked is None
            or not self._page.view.isVisible()
            or not self._session.article
        ):
            self.card.hide()
            return
        fill = IN_FORCE.fill
        self.card.tell(
            FIRST_STEPS.index(step),
            self.ticked,
            fill(self._last),
            step.title,
            fill(step.words),
            [self._cap(name, does) for name, does in step.keys],
        )
        self._place(step)
        self.card.show()
        self.card.raise_()
        self._foot.toast.raise_()

    def _cap(self, name: str, does: str) -> tuple[str, str]:
        """Return the key cap of an action or fixed key, and what it does; of a label its key and name."""
        if name == "{label}":
            project = self._session.project
            labels = [one for one in project.schema.labels.values() if one.key] if project else []
            label = next((one for one in labels if one.name == "GPE"), labels[0] if labels else None)
            return (label.key.upper(), label.name) if label and label.key else ("", "")
        if name in FIXED:
            return spelled(FIXED[name].keys), does
        return spelled([key.toString() for key in self._verbs[name].shortcuts()]), does

    def _place(self, step: FirstStep) -> None:
        """Stand above the verb that the step is about, or at the top while the caret is below the card."""
        view, over = self._page.view, self._over
        corner = view.viewport().mapTo(over, QPoint(0, 0))
        width = min(px(WIDTH), view.width() - 2 * px(8))
        height = self.card.height_for(width)
        left, notch = corner.x() + px(16), None
        button = self._foot.verbs.button_of(step.verb) or self._foot.verbs.button_of("next_suggestion")
        if button is not None:
            middle = (
                button.mapTo(over.window(), button.rect().center()).x()
                - over.mapTo(over.window(), QPoint()).x()
            )
            left = max(left, min(middle - width // 2, corner.x() + view.width() - width - px(24)))
            notch = middle - left
        below = QRect(left, over.height() - height - px(4), width, height)
        caret = view.caret_rect(view.caret).translated(corner)
        is_over = below.adjusted(0, -px(8), 0, 0).intersects(caret.adjusted(-px(40), 0, px(120), 0))
        if is_over:
            below.moveTop(corner.y() + px(12))
        self.card.setGeometry(below)
        self.card.point_at(None if is_over or notch is None or not px(24) < notch < width - px(24) else notch)
