"""Label Studio's JSON: a list of tasks with annotations or predictions, and the labelling configuration.

A confirmed item is an annotation, a suggested one a prediction.  A fact is relations between regions
(`arcs`); they lie in the same list as the regions.  What came from Label Studio goes back as it came
(`label_studio_reading`, `label_studio_back`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Any

from annotations.formats.base import How, Record
from annotations.formats.lines.json_values import dumped
from annotations.formats.tools.label_studio_back import StudioTask
from annotations.formats.tools.label_studio_reading import read
from annotations.formats.tools.label_studio_results import REGIONS, TOPICS, ControlNames, listed_in, names_of
from annotations.formats.writing.output import Output
from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass
from annotations.text.controls import xml_attribute

__all__ = ["Tasks", "read", "write"]
CONFIG = ".config.xml"


@dataclass
class _Seen:
    """The names that the configuration has to have."""

    labels: dict[str, None]
    relations: dict[str, None] = field(default_factory=dict)
    topics: dict[str, None] = field(default_factory=dict)
    names: ControlNames = field(default_factory=ControlNames)

    def take(self, value: Json) -> None:
        """Take the names in a task; what goes back as it came, as of a skipped annotation, may have any shape."""
        for work in (*value.get("annotations", ()), *value.get("predictions", ())):
            for raw in (one for one in listed_in(work, "result") if isinstance(one, dict)):
                kind, inner = str(raw.get("type")), raw.get("value")
                if kind == "relation":
                    self.relations.update(_names(listed_in(raw, "labels")))
                elif kind == "choices":
                    self.topics.update(_names(listed_in(inner, "choices")))
                elif kind in REGIONS:
                    self.labels.update(_names(listed_in(inner, kind)))


class Tasks:
    """A sink with one list a part, a task a line, and a configuration that has all labels in it."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how
        self._seen = _Seen(dict.fromkeys(how.schema.labels))
        self._begun: set[str] = set()
        self._open: dict[str, StudioTask] = {}  # by part the task that further annotators may belong to
        self._last = 0

    def add(self, entry: Record, part: str) -> None:
        task = StudioTask.of(entry, self._how)
        if not ((before := self._open.get(part)) and before.take(task)):
            self._write(part)
            self._open[part] = task
        self._out.text(part)  # the record lies in this file, though it is written later

    def close(self) -> None:
        for part in list(self._open):
            self._write(part)
        for part in self._out.parts:
            if part not in self._begun:
                self._out.text(part).write("[")
        for part in {*self._begun, *self._out.parts}:
            self._out.text(part).write("\n]\n")
        seen = self._seen
        self._out.beside(
            self._out.name("", CONFIG), configuration(seen.labels, seen.relations, seen.topics, seen.names)
        )

    def _write(self, part: str) -> None:
        """Write the task that is open; ids that it has none of are numbered."""
        if task := self._open.pop(part, None):
            self._last, value = task.numbered(self._last)
            self._seen.take(value)
            self._seen.names = names_of(task.kept, self._seen.names)
            self._out.text(part).write((",\n" if part in self._begun else "[\n") + dumped(value))
            self._begun.add(part)


def _names(values: list[Any]) -> dict[str, None]:
    return {name: None for name in values if isinstance(name, str)}


def write(out: Output, how: How) -> Tasks:
    return Tasks(out, how)


def configuration(
    labels: Iterable[str], relations: Iterable[str], topics: Iterable[str], names: ControlNames | None = None
) -> str:
    """Return the XML that a Label Studio project needs to show tasks with these labels, relations and topics."""
    used = names or ControlNames()
    label, text, name = map(xml_attribute, (used.control, used.shown, used.field))

    def listed(tag: str, names: Iterable[str], indent: str = "    ") -> str:
        return "\n".join(f'{indent}<{tag} value="{xml_attribute(name)}"/>' for name in names)

    related, chosen = listed("Relation", relations), listed("Choice", topics)
    arcs = f"  <Relations>\n{related}\n  </Relations>\n" if related else ""
    choices = (
        f'  <Choices name="{TOPICS}" toName="{text}" choice="multiple">\n{chosen}\n  </Choices>\n'
        if chosen
        else ""
    )
    return (
        f'<View>\n{arcs}{choices}  <Labels name="{label}" toName="{text}">\n{listed("Label", labels)}\n  </Labels>\n'
        f'  <Text name="{text}" value="${name}"/>\n</View>\n'
    )
