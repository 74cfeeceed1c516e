"""One line of an .ann as a value, and the names that brat has for attributes of facts.

A line begins with its id: T a range of the text, E an event, R a relation, A or M an attribute, N a reference, # a note,
and * a group of equals, which has no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from annotations.fact_attributes import ATTRIBUTES, AttributeValue, Flag, Modality, OneOf, TextLine
from annotations.processes.quick_dataclass import dataclass

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # whatever some reader takes for the end of a line
BREAK = re.compile(f"[{BREAKS}]+")
DIGITS = re.compile(r"\d+$")  # they number the fillers of one role
SPELLED = {"note": "AnnotatorNotes", "negated": "Negation"}  # attributes that brat has a name of its own for
ALSO: dict[tuple[str, str], tuple[str, AttributeValue]] = {  # what else names one, with its value
    ("Negated", ""): ("negated", True),
    ("Speculation", ""): ("modality", str(Modality.SPECULATED)),
}
LONG = 10  # ids of a circle that are told
ARGUMENTS = ("Arg1", "Arg2")  # the names that the arguments of relations have unless a file has others

Ends = tuple[tuple[str, str], ...]  # role as it is written, id of what stands there


class Nameless(ValueError):
    """A line of an event or relation whose type, or a role of it, has no name."""


@dataclass(frozen=True)
class AnnLine:
    """A line of an .ann.

    `about`: the ids that an attribute, note, reference or group is about.  `fragments` are those of a T, in the file's
    unit; `ends` the arguments of an E or R, without the trigger; `text` stands behind the second tab.
    """

    raw: str
    name: str
    type: str
    fragments: tuple[tuple[int, int], ...] = ()
    trigger: str = ""
    ends: Ends = ()
    about: tuple[str, ...] = ()
    value: str = ""
    text: str = ""

    @property
    def kind(self) -> str:
        return self.name[:1]

    @property
    def place(self) -> tuple[int, int]:
        """Return the bounds of a T, from its first fragment to its last."""
        return min(start for start, _ in self.fragments), max(end for _, end in self.fragments)


def parse(raw: str) -> AnnLine:
    """Return the line as a value.  ValueError when it is no line of brat's."""
    name, _, rest = raw.partition("\t")
    head, _, text = rest.partition("\t")
    parts = head.split()
    kind = name[:1]
    if not name.strip() or not parts or (kind != "*" and len(name) < 2):
        raise ValueError
    if kind == "T":
        return AnnLine(raw, name, parts[0], fragments=_fragments(head.partition(" ")[2]), text=text)
    if kind == "E":
        (type_, trigger), *ends = map(_end, parts)
        return AnnLine(raw, name, type_, trigger=trigger, ends=tuple(ends))
    if kind == "R":
        ends = list(map(_end, parts[1:]))
        if len(ends) != 2:
            raise ValueError
        return AnnLine(raw, name, parts[0], ends=tuple(ends))
    if kind in "AMN#" and len(parts) < 2:
        raise ValueError
    about = tuple(parts[1:]) if kind == "*" else tuple(parts[1:2])
    return AnnLine(raw, name, parts[0], about=about, value=" ".join(parts[2:]), text=text)


def _end(part: str) -> tuple[str, str]:
    role, _, end = part.partition(":")
    if not end:
        raise ValueError
    if not role:
        raise Nameless
    return role, end


def _fragments(offsets: str) -> tuple[tuple[int, int], ...]:
    found = []
    for piece in offsets.split(";"):
        start, end = map(int, piece.split())
        if not 0 <= start < end:
            raise ValueError
        found.append((start, end))
    return tuple(found)


def role_of(argument: str) -> str:
    """Return the role that an event's argument names, less the digits that number its fillers."""
    return DIGITS.sub("", argument) or argument


def by_head(ends: Ends) -> Ends:
    """Return a relation's two arguments, the head first: Arg1, or with other names the one that is named first."""
    return tuple(sorted(ends)) if {role for role, _ in ends} == set(ARGUMENTS) else ends


def circles(refers: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the ids that refer to one another in a circle; of a long circle the first few."""
    done: set[str] = set()
    for first in refers:
        path, at = [first], {first: 0}
        open_ = [iter(refers[first] if first not in done else ())]
        while path:
            end = next(open_[-1], None)
            if end is None:
                open_.pop()
                done.add(left := path.pop())
                del at[left]
            elif end in at:
                yield path[at[end] : at[end] + LONG]
            elif end in refers and end not in done:
                at[end] = len(path)
                path.append(end)
                open_.append(iter(refers[end]))


def spelled(attribute: str) -> str:
    """Return brat's name of a fact's attribute."""
    return SPELLED.get(attribute, attribute.capitalize())


def stated_by(line: AnnLine) -> tuple[str, AttributeValue] | None:
    """Return the attribute of a fact that the line states, and its value; None when it is somebody else's."""
    if line.kind not in "AM#" or len(line.about) != 1:
        return None
    for name, row in ATTRIBUTES.items():
        if spelled(name) != line.type or (line.kind == "#") != isinstance(row.kind, TextLine):
            continue
        if isinstance(row.kind, TextLine):
            return (name, line.text) if line.text.strip() else None
        if isinstance(row.kind, Flag):
            return None if line.value else (name, True)
        return (name, line.value) if line.value in row.kind.of else None
    return ALSO.get((line.type, line.value)) if line.kind != "#" else None


def attribute_types() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of attributes and their values: flags, then choices; lines of text are notes, which need none."""
    for name, row in ATTRIBUTES.items():
        if isinstance(row.kind, Flag):
            yield spelled(name), ()
    for name, row in ATTRIBUTES.items():
        if isinstance(row.kind, OneOf):
            yield spelled(name), row.kind.of
