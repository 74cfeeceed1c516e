"""The list of hits before something is done to them: what each is now and would be, and vetoes.

A decision on many hits is made in slices of time, and written as one edit at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import Signal

from annotations.edits import Change, Edit
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from models.project import Project
from models.queries.carrying import found_places
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.same.carrying_list import CarryingList
from ui.same.same_hits import ARTICLE, MENTIONED, NOW, THEN, Hits
from ui.schema.label_keys import LabelKeys
from ui.search.acting.act_words import named
from ui.search.acting.acts import OF_KIND
from ui.search.acting.choices import ActChoices
from ui.search.acting.stops import StoppedWords
from ui.search.hits.slices import Slices
from ui.session import Session

FEW = 200  # hits that are decided at once
SAMPLES = {NOW: "CARDINAL?", THEN: "PERSON “Acme Bank” is there", ARTICLE: "The title of one"}


class ActingList(CarryingList):
    """The list.  `applied` is sent with the CarriedDecision; `closed`: it is no more shown."""

    nothing = "There is nothing to change; {key:leave} goes back to the hits."
    none_found = "All hits are so already"
    closed = Signal()

    def __init__(self, session: Session) -> None:
        self.choices = ActChoices()
        self._places: Sequence[FoundPlace] = ()
        self._asked = ""  # the search, in words
        self._made: list[Change] = []  # of the hits that are just being decided
        self._chosen: Sequence[Any] = ()
        self._written, self._version = self.choices.decision, (0, 0)
        super().__init__(session, Hits(), Elided(px=13, weight=600), {"act_done": self.choices.done.toggle})
        self.list.setAccessibleName("Hits, and what would be")
        self.list.samples = SAMPLES
        self._label_keys = LabelKeys(self.list, self._take_label)
        self._slices, self._stops = Slices(self), StoppedWords(session, self)
        self.doing, self._back = Button("Apply", "check", kind="primary"), Button("Back", kind="ghost")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName("What is done to the hits")
        lines = column(self.says, gap=8, margins=(16, 8, 16, 8))
        lines.add(self.list, 1)
        lines.add(row(self.choices, None, self.doing, self._back, gap=8))
        self.setLayout(lines)

    def _connect(self) -> None:
        self.choices.changed.connect(self._decide)
        self.choices.sent.connect(self.apply)
        self.doing.clicked.connect(self.apply)
        self._back.clicked.connect(self.leave)
        self._slices.came.connect(self._take)
        self._slices.ended.connect(self._carry)
        self._slices.failed.connect(self._refuse)
        self._session.schema_changed.connect(self.show_schema)
        IN_FORCE.changed.connect(self._say_keys)
        self._say_keys()

    def _say_keys(self) -> None:
        self.doing.say("Apply", "check", IN_FORCE.fill("{key:same_apply}"))
        self._back.say("Back", "", IN_FORCE.fill("{key:leave}"))

    def show_schema(self) -> None:
        """Offer the labels and fact types of the project at hand."""
        schema = self._session.project.schema if self._session.project else None
        self.choices.show_schema(schema)
        self._label_keys.bind(schema)

    # --- opening

    def open(self, kind: str, places: Sequence[FoundPlace], asked: str, *, label: str = "") -> None:
        """List these hits under that kind of decision; `asked`: the search that found them."""
        self.show_schema()
        self._places, self._asked = places, asked
        (most, _), *_ = Counter(place.label for place in places).most_common(1)
        self.choices.offer_first(most)  # what the hits are already changes nothing unasked
        self.hits.mention = "trigger" if places[0].target is SearchTarget.FACTS else MENTIONED
        self.choices.begin(kind, label)
        self._slices.stop()
        self.hits.begin(self.choices.decision)
        self.list.fit("")
        self.show()
        (self.choices.comment if kind == "comment" else self.list).setFocus()
        self.search()

    def turn(self, kind: str, label: str = "") -> None:
        """Show the same hits under another kind of decision."""
        self.choices.begin(kind, label)
        self._decide()
        if kind == "comment":
            self.choices.comment.setFocus()

    @property
    def kind(self) -> str:
        """Return the kind of decision that is shown, "" while the list is closed."""
        return "" if self.isHidden() else self.choices.kind

    def leave(self) -> bool:
        """Stop what is being made, and close the list; return whether it was open."""
        self._slices.stop()
        was_open = super().leave()
        if was_open:
            self.closed.emit()
        return was_open

    def _take_label(self, label: str) -> None:
        self.turn("label", label)

    def _decide(self) -> None:
        """Show what is chosen now; other stretches are looked for anew."""
        self._slices.stop()
        before, decision = self.hits.decision, self.choices.decision
        self.hits.decide(decision)
        if before.extent is not decision.extent:
            self.search()
        else:
            self._show_verdict()

    # --- told to the list

    def _begin(self, project: Project) -> Iterator[list[Any]] | None:
        extent = self.hits.decision.extent
        return found_places.find(project, self._places, self._session.annotator, extent=extent)

    def _verb(self, count: int) -> str:
        return named(self.hits.decision, count, self._asked)

    def _about(self) -> object:
        return self.hits.decision

    def _write(self, project: Project, verb: str, chosen: Sequence[Any]) -> bool:
        who, decision = self._session.annotator, self.choices.decision
        return self._put(chosen, lambda: found_places.edit(project, verb, chosen, decision, annotator=who))

    def _put(self, chosen: Sequence[Any], make: Callable[[], Edit]) -> bool:
        """Write the edit that `make` gives, and words that are suggested no more; return whether that was done."""
        if self.choices.kind != "stop":
            return self._session.apply(make)
        lines, edits = self._stops.write(chosen), list[Edit]()
        if lines is None:
            return False

        def made() -> Edit:
            edits.append(make())
            return edits[-1]

        if not any(hit.seen for hit in chosen):  # all are rejected already
            return True
        done = self._session.apply(made)
        if done:
            self._stops.keep(edits[-1], lines)
        else:
            self._stops.drop(lines)
        return done

    # --- many hits

    def apply(self) -> None:
        """Write one edit for all that is chosen; of many hits it is made in slices before."""
        chosen, project = self.hits.chosen(), self._session.project
        if self._slices.is_running:
            return
        if chosen and (why := self.choices.lacks):
            self._session.noted.emit(why)
        elif self.is_searching or project is None or len(chosen) <= FEW:
            super().apply()
        else:
            verb, who = self._verb(len(chosen)), self._session.annotator
            self._made, self._version = [], project.version()
            self._chosen, self._written = chosen, self.choices.decision
            self._slices.start(found_places.changes(project, verb, chosen, self._written, annotator=who))

    def _take(self, made: tuple[Change, ...]) -> None:
        self._made += made
        articles = len({hit.article for hit in self._chosen})
        self._tell(f"{len(self._made):,} of {articles:,} articles…")

    def _carry(self) -> None:
        """Write what was made, or make it anew where the project was changed meanwhile."""
        project, verb = self._session.project, self._verb(len(self._chosen))
        if project is None:
            return
        is_same = project.version() == self._version
        made, who = Edit(verb, tuple(self._made)), self._session.annotator
        self._is_applying = True
        chosen, decision = self._chosen, self._written
        done = self._put(
            chosen,
            lambda: made if is_same else found_places.edit(project, verb, chosen, decision, annotator=who),
        )
        self._is_applying = False
        if done:
            self._done(verb)
        else:
            self.search()

    def _refuse(self, why: str) -> None:
        self._session.failed.emit(why)
        self.search()

    def _look_again(self) -> None:
        if not self._is_applying:
            self._slices.stop()
        super()._look_again()

    def _say(self) -> None:
        super()._say()
        if self.choices.kind == "stop" and (chosen := self.hits.chosen()):
            self._tell(f"{self.says.text()}  ·  {self._stops.says(chosen)}")
        self.doing.say(OF_KIND[self.choices.kind].word, "check", IN_FORCE.fill("{key:same_apply}"))
