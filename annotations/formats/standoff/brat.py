"""brat's standoff: the text in NAME.txt, spans, events and attributes in NAME.ann.

The types that there may be stand in annotation.conf.  A span across a line break is written in fragments
round it, since a line of the .ann quotes the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotations.fact_attributes import ATTRIBUTES, Flag, OneOf, TextLine, lines
from annotations.facts import Fact, Filler
from annotations.formats.base import How, Losses, Record
from annotations.formats.units import Offsets
from annotations.formats.writing.output import Output
from annotations.sets import AnnotationSet, Item
from annotations.spans import in_order

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # whatever some reader takes for the end of a line
BREAK = re.compile(f"[{BREAKS}]+")
UNFIT = r"[^A-Za-z0-9_-]+"  # characters that a type's name must not have
BARE = "Range"  # the type of an event's argument that is no span
MARK = "\ufeff"
CONF = "annotation.conf"
SPELLED = {"note": "AnnotatorNotes"}  # attributes that brat has a name of its own for


def fit(entry: Record, how: How, losses: Losses) -> Record | None:
    """Return the record as brat can hold it; None when there is no text.

    A byte order mark at the start and line breaks at the ends of spans go; every fact gets a trigger.
    """
    text = entry.article.text.lstrip(MARK)
    shift = len(entry.article.text) - len(text)
    if shift:
        facts = [fact.id for fact in entry.facts()]
        losses.note("byte order marks at a text's start", entry.article.id, facts=facts)
    if not text.strip():
        return None
    items: list[Item] = [item for item in entry.set or () if item.kind not in ("span", "fact")]
    for span in entry.spans():
        bounds = trimmed(text, span.start - shift, span.end - shift)
        if bounds != (span.start - shift, span.end - shift):
            losses.note(
                "spans that begin or end with a line break", f"{entry.article.id} {span.start}-{span.end}"
            )
        if bounds:
            items.append(span if bounds == (span.start, span.end) else span.at(*bounds))
    items += _events(entry, text, shift, losses)
    whose = entry.set.annotator if entry.set else ""
    article = replace(entry.article, text=text)
    made = AnnotationSet.of(article.id, whose, items) if items else None
    return replace(entry, article=article, set=made, pool=())


def _events(entry: Record, text: str, shift: int, losses: Losses) -> Iterator[Fact]:
    for fact in entry.facts():
        example = f"{entry.article.id}: {fact.type}"
        if any(filler.value is not None for filler in fact.fillers()):
            losses.note("values of fillers", example)
        if fact.trigger is None:
            losses.note("facts without a trigger (the first filler is it)", example, facts=[fact.id])
        first = fact.trigger or next((f.start, f.end) for f in fact.fillers())
        trigger = trimmed(text, first[0] - shift, first[1] - shift)
        roles = [(role, [_moved(f, text, shift) for f in role.fillers]) for role in fact.roles]
        if trigger is None or any(None in fillers for _, fillers in roles):
            losses.note("facts on line breaks", example, facts=[fact.id])
        if trigger is None:
            continue
        kept = tuple(
            replace(role, role=role_name(role.role), fillers=tuple(filter(None, fillers)))
            for role, fillers in roles
        )
        said = {row.name: " ".join(str(fact.attribute(row.name)).split()) for row in lines()}
        made = replace(fact, type=type_name(fact.type), trigger=trigger, roles=kept).stating(**said)
        if (made.type, made.attributes) != (fact.type, fact.attributes) or any(
            role.role != role_name(role.role) for role, _ in roles
        ):
            losses.note("names and notes of facts made fit", example, facts=[fact.id])
        yield made


def _moved(filler: Filler, text: str, shift: int) -> Filler | None:
    bounds = trimmed(text, filler.start - shift, filler.end - shift)
    return replace(filler, start=bounds[0], end=bounds[1], value=None) if bounds else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range less line breaks at its ends; None when nothing is left."""
    start = max(start, 0)
    quote = text[start : max(end, 0)]
    left, kept = len(quote) - len(quote.lstrip(BREAKS)), quote.strip(BREAKS)
    return (start + left, start + left + len(kept)) if kept else None


def type_name(name: str) -> str:
    return re.sub(UNFIT, "_", name) if re.search(UNFIT, name) else name


def spelled(attribute: str) -> str:
    """Return brat's name of a fact's attribute."""
    return SPELLED.get(attribute, attribute.capitalize())


def role_name(name: str) -> str:
    """Return the role's name without a digit at its end: digits there number the fillers of one role."""
    fit = type_name(name)
    return f"{fit}_" if fit[-1:].isdigit() else fit


# --- writing


class Standoff:
    """A sink with two files an article."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how
        self._labels = dict.fromkeys(map(type_name, how.schema.labels))
        self._types = {
            type_name(fact.name): dict.fromkeys(map(role_name, fact.roles))
            for fact in how.schema.facts.values()
        }

    def add(self, entry: Record, part: str) -> None:
        whose = entry.set.annotator if entry.set else ""
        path = self._out.article_file(part, entry.article.id, whose, (".txt", ".ann"))
        path.with_name(path.name + ".txt").write_text(entry.article.text, "utf-8", newline="")
        lines = "".join([f"{line}\n" for line in ann_lines(entry, self._how.offsets)])
        ann = path.with_name(path.name + ".ann")
        ann.write_text(lines, "utf-8", newline="")
        self._out.wrote(ann)
        self._labels.update(dict.fromkeys(span.label for span in entry.spans()))
        for fact in entry.facts():
            self._types.setdefault(fact.type, {}).update(dict.fromkeys(role.role for role in fact.roles))

    def close(self) -> None:
        self._out.beside(CONF, conf(self._labels, self._types))


def write(out: Output, how: How) -> Standoff:
    return Standoff(out, how)


def conf(labels: Iterable[str], types: dict[str, dict[str, None]]) -> str:
    """Return the annotation.conf with these entity types, and these event types with their roles."""
    anything = "|".join(dict.fromkeys([*labels, BARE]))
    events = [
        f"{type_}\t" + ", ".join(f"{role}*:{anything}" for role in roles) for type_, roles in types.items()
    ]
    sections = {
        "entities": list(dict.fromkeys([*labels, BARE])),
        "relations": [],
        "events": [event.rstrip("\t") for event in events],
        "attributes": list(_attribute_types()),
    }
    return "\n\n".join("\n".join([f"[{name}]", *lines]) for name, lines in sections.items()) + "\n"


def _attribute_types() -> Iterator[str]:
    """Yield the lines for annotation.conf: flags, then choices; lines of text are notes, which need none."""
    for name, row in ATTRIBUTES.items():
        if isinstance(row.kind, Flag):
            yield f"{spelled(name)}\tArg:<EVENT>"
    for name, row in ATTRIBUTES.items():
        if isinstance(row.kind, OneOf):
            yield f"{spelled(name)}\tArg:<EVENT>, Value:{'|'.join(row.kind.of)}"


def ann_lines(entry: Record, unit: str) -> Iterator[str]:
    """Yield the lines of the .ann: spans, then each fact with its trigger, bare ranges and attributes."""
    places = _TextBounds(entry.article.text, unit)
    for span in sorted(entry.spans(), key=in_order):
        places.name(span.id, span.start, span.end, span.label)
    events: list[str] = []
    last = {"A": 0, "#": 0}  # number of an attribute, of a note
    for number, fact in enumerate(entry.facts(), 1):
        first = len(events) + 1
        events.append(_event(fact, f"E{number}", places))
        events += _attributes(fact, f"E{number}", first, last)
    yield from places.lines
    yield from events


def _event(fact: Fact, name: str, places: _TextBounds) -> str:
    start, end = fact.place
    arguments = [f"{fact.type}:{places.name(f'{name}/t', start, end, fact.type)}"]
    numbers: dict[str, int] = {}
    for role, filler in ((one.role, filler) for one in fact.roles for filler in one.fillers):
        numbers[role] = numbers.get(role, 0) + 1
        key = filler.span or f"{name}/{filler.start}-{filler.end}"
        named = places.name(key, filler.start, filler.end, BARE)
        arguments.append(f"{role}{numbers[role] if numbers[role] > 1 else ''}:{named}")
    return f"{name}\t{' '.join(arguments)}"


def _attributes(fact: Fact, event: str, first: int, last: dict[str, int]) -> Iterator[str]:
    """Yield a line for each attribute that is not plain, numbered by its place in the table from `first` on.

    Where the number is taken, as `last` tells, the next one is used.
    """
    stated = dict(fact.attributes)
    for place, (name, row) in enumerate(ATTRIBUTES.items(), first):
        if name in stated:
            mark = "#" if isinstance(row.kind, TextLine) else "A"
            last[mark] = max(place, last[mark] + 1)
            said = {OneOf: f" {stated[name]}", Flag: "", TextLine: f"\t{stated[name]}"}[type(row.kind)]
            yield f"{mark}{last[mark]}\t{spelled(name)} {event}{said}"


class _TextBounds:
    """The text-bound lines of one article, each place once."""

    def __init__(self, text: str, unit: str) -> None:
        self.lines: list[str] = []
        self._text, self._at = text, Offsets(text, unit).to
        self._names: dict[str, str] = {}

    def name(self, key: str, start: int, end: int, type_: str) -> str:
        if key not in self._names:
            self._names[key] = f"T{len(self._names) + 1}"
            fragments = list(_fragments(self._text, start, end))
            at = ";".join(f"{self._at(left)} {self._at(right)}" for left, right in fragments)
            quote = " ".join(self._text[left:right] for left, right in fragments)
            self.lines.append(f"{self._names[key]}\t{type_} {at}\t{quote}")
        return self._names[key]


def _fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in BREAK.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
