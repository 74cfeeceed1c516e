"""A parser of brat's standoff, written from its description alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Tree = tuple[
    str, str, tuple[tuple[str, object], ...]
]  # of an event: its type, its trigger's words, its arguments


@dataclass
class Standoff:
    """One text with all that its .ann says, by id."""

    text: str
    bounds: dict[str, tuple[str, list[tuple[int, int]]]] = field(default_factory=dict)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(default_factory=dict)
    relations: dict[str, tuple[str, list[tuple[str, str]]]] = field(default_factory=dict)
    others: list[tuple[str, str, tuple[str, ...], str]] = field(default_factory=list)

    def words(self, id_: str) -> str:
        return " ".join(self.text[start:end] for start, end in self.bounds[id_][1])

    def tree(self, id_: str) -> object:
        """What stands at the id: its label and words, or an event with all that is within it."""
        if id_ not in self.events:
            return self.bounds[id_][0], self.words(id_)
        type_, trigger, arguments = self.events[id_]
        return (
            type_,
            self.words(trigger),
            tuple((role.rstrip("0123456789"), self.tree(end)) for role, end in arguments),
        )

    def links(self) -> Iterator[tuple[str, object, object]]:
        """The relations: name, head and child."""
        for type_, ((_, head), (_, child)) in self.relations.values():
            yield type_, self.tree(head), self.tree(child)


def parsed(ann: Path) -> Standoff:
    found = Standoff(ann.with_suffix(".txt").read_bytes().decode())
    for line in ann.read_bytes().decode().split("\n")[:-1]:
        id_, said, *more = line.split("\t", 2)
        name, *words = said.split(" ") if id_[0] != "T" else said.split(" ", 1)
        pairs = [(one.partition(":")[0], one.partition(":")[2]) for one in words if one]
        assert id_ == "*" or id_ not in {*found.bounds, *found.events, *found.relations}
        if id_[0] == "T":
            places = [(int(a), int(b)) for a, b in (one.split(" ") for one in words[0].split(";"))]
            found.bounds[id_] = name, places
            assert found.words(id_) == more[0]
        elif id_[0] == "E":
            type_, _, trigger = name.partition(":")
            found.events[id_] = type_, trigger, pairs
        elif id_[0] == "R":
            found.relations[id_] = name, pairs
        else:
            found.others.append((id_, name, tuple(words), more[0] if more else ""))
    return found
