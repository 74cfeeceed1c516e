"""Giving an entity what a person knows of it: a name, a label, its id elsewhere, a note."""

from __future__ import annotations

from collections.abc import Callable

from annotations.compare import verbs
from annotations.compare.comparison import ComparedEntity
from annotations.compare.material import is_naming
from annotations.text.text import quoted
from ui.compare.comparing import Comparing
from ui.compare.entities.entity_entry import EntityEntry, EntityQuestion
from ui.compare.entities.entity_going import EntityGoing
from ui.session import Session

LONGEST = 1_000  # code points of what is there already that can be changed


class EntityGiving:
    """The verbs that ask what the entity in hand is given, each answer one edit."""

    def __init__(
        self, comparing: Comparing, session: Session, going: EntityGoing, entry: EntityEntry
    ) -> None:
        self._comparing, self._session, self._going, self._entry = comparing, session, going, entry

    def rename(self) -> None:
        """Give the entity in hand a name."""
        self._ask_text("name", "Name of {}", lambda entity: entity.name)

    def note(self) -> None:
        """Give the entity in hand a note."""
        self._ask_text("note", "Note on {}", lambda entity: entity.item.note if entity.item else "")

    def identify(self) -> None:
        """Give the entity in hand its id elsewhere."""
        self._ask_text(
            "outside",
            "Id of {} elsewhere, as in Wikidata",
            lambda entity: entity.item.outside if entity.item else "",
        )

    def _ask_text(self, field: str, title: str, held: Callable[[ComparedEntity], str]) -> None:
        if entity := self._going.entity:
            what = {"outside": "give an id elsewhere to", "note": "note on", "name": "name"}[field]

            before = held(entity)[:LONGEST]

            def take(_: int, said: str) -> None:
                if said != before.strip():
                    given = {field: said}
                    self._comparing.do(
                        f"{what} {named(entity)}",
                        lambda set_: verbs.describe(set_, entity, **given),
                        [entity],
                    )

            self._entry.ask(EntityQuestion(title.format(named(entity)), take, before))

    def relabel(self) -> None:
        """Give the entity in hand a label, one of its mentions' before the others."""
        entity, project = self._going.entity, self._session.project
        if entity is None or project is None:
            return
        own = [one.label for one in entity.mentions]
        names = [name for name in project.schema.labels if is_naming(name)]
        labels = list(dict.fromkeys((*sorted(own, key=lambda one: -own.count(one)), *names)))

        def take(place: int, _: str) -> None:
            label = labels[place]
            self._comparing.do(
                f"label {named(entity)}",
                lambda said: verbs.describe(said, entity, label=label),
                [entity],
            )

        at = labels.index(entity.label) if entity.label in labels else 0
        self._entry.ask(EntityQuestion(f"Label of {named(entity)}", take, choices=labels, at=at))


def named(entity: ComparedEntity) -> str:
    """Return the name of the entity as sentences have it."""
    return named_as(entity.name)


def named_as(name: str) -> str:
    return quoted(name, 0, len(name))
