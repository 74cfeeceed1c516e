"""The annotation.conf of brat: the types that there may be in the .ann files beside it, and their names made fit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotations.formats.arcs import CHILD, HEAD
from annotations.formats.standoff.ann import ARGUMENTS, attribute_types, by_head, parse, role_of
from annotations.formats.standoff.ann_frames import BARE
from annotations.schema.types import Schema

UNFIT = r"[^A-Za-z0-9_-]+"  # characters that a type's name must not have
ABOUT = {
    "E": "<EVENT>",
    "R": "<RELATION>",
    "T": "<ENTITY>",
}  # what an attribute may be about, by the kind of line


def type_name(name: str) -> str:
    return re.sub(UNFIT, "_", name) if re.search(UNFIT, name) else name


def role_name(name: str) -> str:
    """Return the role's name without a digit at its end: digits there number the fillers of one role."""
    fit = type_name(name)
    return f"{fit}_" if fit[-1:].isdigit() else fit


class Configuration:
    """The types of a schema, and those of all lines that were taken in besides."""

    def __init__(self, schema: Schema) -> None:
        self._labels = dict.fromkeys(map(type_name, schema.labels))
        self._events: dict[str, dict[str, None]] = {}
        self._relations: dict[str, tuple[str, str]] = {}
        self._attributes = {name: (dict.fromkeys(["E"]), dict.fromkeys(of)) for name, of in attribute_types()}
        self._nested = False  # there are events that are arguments
        for fact in schema.facts.values():
            if set(fact.roles) == {HEAD, CHILD}:
                self._relations[type_name(fact.name)] = ARGUMENTS
            else:
                self._events[type_name(fact.name)] = dict.fromkeys(map(role_name, fact.roles))

    def take(self, lines: Iterable[str]) -> None:
        """Take in the types of the lines of one .ann."""
        triggers: set[str] = set()
        parsed = list(map(parse, lines))
        for line in parsed:
            if line.kind == "E":
                triggers.add(line.trigger)
                self._events.setdefault(line.type, {}).update(dict.fromkeys(role_of(r) for r, _ in line.ends))
            elif line.kind == "R":
                first, second = by_head(line.ends)
                self._relations.setdefault(line.type, (first[0], second[0]))
            elif line.kind in "AM":
                about, values = self._attributes.setdefault(line.type, ({}, {}))
                about[line.about[0][:1]] = None
                values.update(dict.fromkeys(filter(None, [line.value])))
            self._nested = self._nested or any(end.startswith("E") for _, end in line.ends)
        for line in parsed:
            if line.kind == "T" and not (line.name in triggers and line.type in self._events):
                self._labels[line.type] = None

    def text(self) -> str:
        """Return the file."""
        entities = list(dict.fromkeys([*self._labels, BARE]))
        anything = "|".join([*entities, *(self._events if self._nested else ())])
        events = [
            f"{type_}\t{', '.join(f'{role}*:{anything}' for role in roles)}".rstrip("\t")
            for type_, roles in self._events.items()
        ]
        relations = [f"{type_}\t{a}:{anything}, {b}:{anything}" for type_, (a, b) in self._relations.items()]
        sections = {
            "entities": entities,
            "relations": relations,
            "events": events,
            "attributes": [self._attribute(name) for name in self._attributes],
        }
        return "\n\n".join("\n".join([f"[{name}]", *lines]) for name, lines in sections.items()) + "\n"

    def _attribute(self, name: str) -> str:
        about, values = self._attributes[name]
        arg = "|".join(ABOUT[kind] for kind in about if kind in ABOUT) or "<EVENT>"
        return f"{name}\tArg:{arg}" + (f", Value:{'|'.join(values)}" if values else "")
