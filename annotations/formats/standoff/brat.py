"""brat's standoff: the text in NAME.txt, spans, events and attributes in NAME.ann.

The types that there may be stand in annotation.conf.  A span across a line break is written in fragments
round it, since a line of the .ann quotes the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotations.fact_attributes import lines
from annotations.facts import Fact, Filler, Role
from annotations.formats.arcs import CHILD, HEAD, is_plain_relation
from annotations.formats.base import How, Losses, Record
from annotations.formats.came_from import kept_for
from annotations.formats.standoff.ann import ARGUMENTS, BREAK, BREAKS
from annotations.formats.standoff.ann_page import ann_lines
from annotations.formats.standoff.conf import Configuration, role_name, type_name
from annotations.formats.writing.output import Output
from annotations.sets import AnnotationSet, Item

MARK = "\ufeff"
CONF = "annotation.conf"
BRAT = "brat"


def fit(entry: Record, how: How, losses: Losses) -> Record | None:
    """Return the record as brat can hold it; None when there is no text.

    A byte order mark at the start and line breaks at the ends of spans go; every fact but a plain relation gets a trigger.
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
    items += _facts(entry, text, shift, losses)
    whose = entry.set.annotator if entry.set else ""
    article = replace(entry.article, text=text)
    made = AnnotationSet.of(article.id, whose, items) if items else None
    return replace(entry, article=article, set=made, pool=())


def _facts(entry: Record, text: str, shift: int, losses: Losses) -> Iterator[Fact]:
    """Yield the facts as events with a trigger, plain relations without one; what is lost of them is counted."""
    for fact in entry.facts():
        example = f"{entry.article.id}: {fact.type}"
        if any(filler.value is not None for filler in fact.fillers()):
            losses.note("values of fillers", example)
        ends = relation_ends(fact)
        losses.told.update([fact.id] if ends and not is_plain_relation(fact) else [])
        if not ends and fact.trigger is None:
            losses.note("facts without a trigger (the first filler is it)", example, facts=[fact.id])
        first = fact.trigger or next((f.start, f.end) for f in fact.fillers())
        trigger = None if ends else trimmed(text, first[0] - shift, first[1] - shift)
        roles = [(role, [_moved(f, text, shift) for f in role.fillers]) for role in ends or fact.roles]
        lost = any(None in fillers for _, fillers in roles)
        if lost or not (ends or trigger) or _is_trimmed(fact, first, text, shift):
            losses.note("facts on line breaks", example, facts=[fact.id])
        if lost if ends else not trigger:
            continue
        kept = tuple(
            replace(role, role=role_name(role.role), fillers=tuple(filter(None, fillers)))
            for role, fillers in roles
            if any(fillers)
        )
        said = {row.name: BREAK.sub(" ", str(fact.attribute(row.name))) for row in lines()}
        said = {name: line if line.strip() else "" for name, line in said.items()}
        made = replace(fact, type=type_name(fact.type), trigger=trigger, roles=kept).stating(**said)
        if (made.type, made.attributes, {*made.by_role()}) != (fact.type, fact.attributes, {*fact.by_role()}):
            losses.note("names and notes of facts made fit", example, facts=[fact.id])
        yield made


def relation_ends(fact: Fact) -> tuple[Role, ...]:
    """Return the two ends of a fact that is a plain relation, as roles head and child; () when it is none.

    Relations that an older version took in have brat's own names of the two.
    """
    named = dict(zip(ARGUMENTS, (HEAD, CHILD), strict=True))
    roles = tuple(replace(role, role=named.get(role.role, role.role)) for role in fact.roles)
    if not is_plain_relation(renamed := replace(fact, roles=roles)):
        return ()
    ends = renamed.by_role()
    return Role(HEAD, ends[HEAD]), Role(CHILD, ends[CHILD])


def _is_trimmed(fact: Fact, first: tuple[int, int], text: str, shift: int) -> bool:
    """Return whether the fact's trigger or a filler begins or ends with a line break."""
    places = ((start - shift, end - shift) for start, end in (first, *fact.ranges()))
    return any(trimmed(text, *place) != place for place in places)


def _moved(filler: Filler, text: str, shift: int) -> Filler | None:
    bounds = trimmed(text, filler.start - shift, filler.end - shift)
    return replace(filler, start=bounds[0], end=bounds[1], value=None) if bounds else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range less line breaks at its ends; None when nothing is left."""
    start = max(start, 0)
    quote = text[start : max(end, 0)]
    left, kept = len(quote) - len(quote.lstrip(BREAKS)), quote.strip(BREAKS)
    return (start + left, start + left + len(kept)) if kept else None


# --- writing


class Standoff:
    """A sink with two files an article."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how
        self._conf = Configuration(how.schema)

    def add(self, entry: Record, part: str) -> None:
        whose = entry.set.annotator if entry.set else ""
        path = self._out.article_file(part, entry.article.id, whose, (".txt", ".ann"))
        path.with_name(path.name + ".txt").write_text(entry.article.text, "utf-8", newline="")
        lines = list(ann_lines(entry, self._how.offsets, kept_for(entry.article.meta, whose, BRAT)))
        ann = path.with_name(path.name + ".ann")
        ann.write_text("".join([f"{line}\n" for line in lines]), "utf-8", newline="")
        self._out.wrote(ann)
        self._conf.take(lines)

    def close(self) -> None:
        self._out.beside(CONF, self._conf.text())


def write(out: Output, how: How) -> Standoff:
    return Standoff(out, how)
