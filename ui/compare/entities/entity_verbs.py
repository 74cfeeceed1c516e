"""Verbs on entities and their wordings, as keys do them: each is one edit of the annotator's project set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotations.compare import verbs
from annotations.compare.comparison import ComparedEntity, Mention
from annotations.compare.items import HOWS, How
from annotations.sets import AnnotationSet
from ui.compare.comparing import Comparing
from ui.compare.entities.entity_entry import EntityEntry, EntityQuestion
from ui.compare.entities.entity_giving import named, named_as
from ui.compare.entities.entity_going import EntityGoing
from ui.compare.entities.entity_marks import EntityMarks
from ui.compare.entities.entity_rows import MentionRow, WordingRow, shortened
from ui.compare.places import EvidencePlace
from ui.keys_in_force import IN_FORCE
from ui.session import Session

PAIR = "Mark two entities first, or one beside the one in hand ({key:entity_mark})."
INSIDE = "Go to the wordings first ({key:entity_in}), and choose what to take out."
DONE = "Nothing is left to decide among these entities."


class EntityVerbs(QObject):
    """The verbs.  `shown`: a list of EvidencePlace whose evidence is wanted."""

    shown = Signal(object)

    def __init__(
        self,
        comparing: Comparing,
        session: Session,
        going: EntityGoing,
        marks: EntityMarks,
        entry: EntityEntry,
    ) -> None:
        super().__init__(comparing)
        self._comparing, self._session = comparing, session
        self.going, self.marks, self.entry = going, marks, entry
        self._last = ("", 0)  # what was shown last, and which of its mentions

    # --- decisions on what is in hand

    def confirm(self) -> None:
        """Confirm the entity, or among its mentions the wordings chosen, and go on; of a mention show the evidence."""
        entity, row = self.going.entity, self.going.mentions.row()
        if entity is None:
            return
        if not self.going.is_inside:
            self._confirm_whole(entity)
        elif isinstance(row, MentionRow) and not self.going.mentions.mentions.marked:
            self.show()
        elif chosen := [one for one in self.going.mentions.chosen() if not one.is_gone]:
            self._confirm_some(entity, chosen)

    def _confirm_some(self, entity: ComparedEntity, chosen: list[Mention]) -> None:
        next_, text = self.going.next_id(), chosen[0].text
        is_open = entity.item is None or any(not one.is_settled for one in chosen)
        if not is_open or self._do("confirm", text, lambda said: verbs.confirm(said, entity, chosen), entity):
            self.going.mentions.mentions.marked.clear()
            if not self.going.go_on(next_):
                self._tell(DONE)

    def _confirm_whole(self, entity: ComparedEntity) -> None:
        next_ = self.going.next_id()
        is_open = bool(entity.undecided) or entity.item is None
        if not is_open or self._do("confirm", entity.name, lambda said: verbs.confirm(said, entity), entity):
            self._go_to(next_)

    def reject(self) -> None:
        """Reject what is proposed of the entity, and go on; among its mentions, take out what is chosen."""
        if self.going.is_inside:
            self.take_out()
        elif entity := self.going.entity:
            next_ = self.going.next_id()
            if self._do("reject", entity.name, lambda said: verbs.reject(said, entity), entity):
                self._go_to(next_)

    def take_out(self) -> None:
        """Take the chosen wordings or mentions out of the entity."""
        chosen, entity = self._chosen()
        if entity and self._do(
            "take out", chosen[0].text, lambda said: verbs.take_out(said, entity, chosen), entity
        ):
            self.going.mentions.mentions.marked.clear()

    def split(self) -> None:
        """Make the chosen wordings an entity of their own."""
        chosen, entity = self._chosen()
        there = [one for one in chosen if not one.is_gone]
        if entity and self._do("split", entity.name, lambda said: verbs.split(said, entity, there), entity):
            self.going.mentions.mentions.marked.clear()

    def _chosen(self) -> tuple[list[Mention], ComparedEntity | None]:
        """Return the mentions chosen, with their entity: None, and a sentence is told, while nothing is chosen."""
        mentions = self.going.mentions
        chosen = mentions.chosen() if self.going.is_inside or mentions.mentions.marked else []
        if not chosen:
            self._tell(INSIDE)
        return chosen, self.going.entity if chosen else None

    # --- decisions on several

    def merge(self) -> None:
        """Merge the marked entities into the first; with one mark, that of the entity in hand."""
        entities = self._marked()
        if self._do(
            f"merge {len(entities)} entities into",
            entities[0].name if entities else "",
            lambda said: verbs.merge(said, entities),
            *entities,
        ):
            self.marks.drop([one.id for one in entities])
            self.going.hold(self._now(entities[0]))

    def keep_apart(self) -> None:
        """Keep the two apart, with the note that is asked for."""
        if pair := self._pair():
            one, other = pair
            names = f"{named(one)} and {named(other)}"

            def keep(_: int, note: str) -> None:
                if self._do(
                    f"keep {names} apart",
                    "",
                    lambda said: verbs.keep_apart(said, one, other, note),
                    one,
                    other,
                ):
                    self.marks.drop((one.id, other.id))

            notes = [note for id_, note in one.apart if id_ == other.id]
            self.entry.ask(EntityQuestion(f"Keep {names} apart: a note, if any", keep, "".join(notes[:1])))

    def forget_apart(self) -> None:
        """Drop what keeps the two apart."""
        if pair := self._pair():
            one, other = pair
            verb = f"no longer keep {named(one)} and {named(other)} apart"
            self._do(verb, "", lambda said: verbs.forget_apart(said, one, other), one, other)

    def relate(self) -> None:
        """Relate the two, in the way that is asked for."""
        if not (pair := self._pair()):
            return
        one, other = pair
        ways: list[tuple[ComparedEntity, How | None, ComparedEntity]] = [
            (a, how, b) for a, b in ((one, other), (other, one)) for how in HOWS
        ]
        choices = [f"{shortened(a.name)} is {how} {shortened(b.name)}" for a, how, b in ways]
        had = [(how, first) for id_, how, first in one.related if id_ == other.id]
        at = HOWS.index(had[0][0]) + (0 if had[0][1] else len(HOWS)) if had else 0
        if had:
            ways.append((one, None, other))
            choices.append("They are not related")

        def relate(place: int, _: str) -> None:
            a, how, b = ways[place]
            verb = f"relate {named(one)} and {named(other)}"
            if self._do(verb, "", lambda said: verbs.relate(said, a, how, b), a, b):
                self.marks.drop((one.id, other.id))

        self.entry.ask(EntityQuestion(f"{named(one)} and {named(other)}", relate, choices=choices, at=at))

    def _marked(self) -> list[ComparedEntity]:
        """Return the marked entities; with one mark also the one in hand."""
        found, here = self.marks.marked(self._comparing.comparison), self.going.entity
        if len(found) == 1 and here and here.id != found[0].id:
            found.append(here)
        return found

    def _pair(self) -> tuple[ComparedEntity, ComparedEntity] | None:
        """Return the two that are meant, the one in hand first; None, and a sentence is told, while there are no two."""
        found, here = self._marked(), self.going.entity
        if len(found) != 2:
            self._tell(PAIR)
            return None
        one, other = found
        return (other, one) if here and here.id == other.id else (one, other)

    # --- marks and evidence

    def mark(self) -> None:
        """Mark the entity in hand, or the row of its mentions, or take the mark away."""
        mentions = self.going.mentions
        if not self.going.is_inside:
            if entity := self.going.entity:
                self.marks.toggle(entity)
        elif isinstance(row := mentions.row(), WordingRow | MentionRow):
            mentions.mentions.toggle(row.key)
            mentions.viewport().update()

    def unmark(self) -> None:
        """Take all marks away."""
        self.marks.clear()
        self.going.mentions.mentions.marked.clear()
        self.going.mentions.viewport().update()

    def show(self) -> None:
        """Ask for the evidence of what is in hand, its next mention each time; of two marked entities for both."""
        marked = self.marks.marked(self._comparing.comparison)
        if len(marked) == 2 and not self.going.is_inside:
            self.shown.emit([_place(one.mentions[0]) for one in marked if one.mentions])
            return
        key, mentions = self.going.to_show()
        if mentions:
            at = self._last[1] + 1 if self._last[0] == key else 0
            self._last = key, at % len(mentions)
            self.shown.emit([_place(mentions[self._last[1]])])

    # --- how it is done

    def _do(self, verb: str, name: str, change: Callable[..., AnnotationSet], *about: ComparedEntity) -> bool:
        return self._comparing.do(f"{verb} {named_as(name)}" if name else verb, change, about)

    def _go_to(self, id_: str) -> None:
        """Go on to the entity that was the next before the decision."""
        if not (id_ and self.going.hold(id_)) and not self.going.next_id():
            self._tell(DONE)

    def _now(self, entity: ComparedEntity) -> str:
        """Return the id under which the entity's first mention stands now."""
        first = entity.mentions[0].key if entity.mentions else ""
        return self._comparing.comparison.entity_of.get(first, entity.id)

    def _tell(self, sentence: str) -> None:
        self._session.noted.emit(IN_FORCE.fill(sentence))


def _place(mention: Mention) -> EvidencePlace:
    return EvidencePlace(mention.article, mention.start, mention.end)
