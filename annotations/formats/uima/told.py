"""Spans and facts as the annotations of layers tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import groupby

from annotations.fact_attributes import ATTRIBUTES, Flag, read_attributes
from annotations.facts import Fact, Filler, Role
from annotations.formats.arcs import CHILD, HEAD
from annotations.formats.reading.given import Found
from annotations.formats.uima.layers import (
    FACT,
    FILLER,
    NO_TRIGGER,
    RELATION,
    TOKEN,
    TRIGGER,
    LayerMark,
    short,
)
from annotations.json_fields import BadItem, Json
from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass
from annotations.text.counts import counted

BARE = (FACT, FILLER, TOKEN)  # layers whose annotations are ranges only


@dataclass
class ToldByLayers:
    """The spans and facts of a file; `items` is what goes back to it, and `said` what was taken otherwise."""

    spans: list[Found] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    items: dict[str, Json] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def told(marks: Sequence[LayerMark], form: str) -> ToldByLayers:
    """Return what the marks tell.

    A span with slots is a span and a fact: it is the trigger, and the slots are the roles.  A relation is a fact from
    head to child.  `form` is the format that has again what is not kept apart here.
    """
    made, by_key = ToldByLayers(), {mark.key: mark for mark in marks}
    alike: dict[tuple[int, int, str], str] = {}
    for mark in marks:
        if mark.ends is not None or mark.layer in BARE:
            continue
        first = alike.setdefault((mark.start, mark.end, mark.named()), mark.key)
        if first == mark.key:
            made.spans.append(Found(mark.start, mark.end, mark.named(), mark.quote, mark.key))
            made.items[mark.key] = _item(mark)
        else:  # two that are alike are one span
            made.items[first].setdefault("twins", []).append(_item(mark))
            by_key[mark.key] = by_key[first]
    for mark in marks:
        if mark.ends is not None:
            _relation(mark, by_key, made)
        elif mark.slots or mark.layer == FACT:
            _slots(mark, by_key, made)
    if twice := sum(len(item.get("twins", ())) for item in made.items.values()):
        said = f"with the place and label of another became one with it; an export to {form} has both again."
        made.said.append(f"{counted(twice, 'span')} {said}")
    return made


def _item(mark: LayerMark) -> Json:
    return {"layer": mark.layer, "label": mark.label, "features": mark.features, **mark.held}


def _relation(mark: LayerMark, by_key: dict[str, LayerMark], made: ToldByLayers) -> None:
    ends = [by_key.get(key) for key in mark.ends or ()]
    if len(ends) != 2 or None in ends:
        said = "A relation {name} of the layer {layer} was left out: it lacks an end."
        made.lost.append(worded(said, name=mark.named(), layer=short(mark.layer)))
        return
    head, child = (_filler(end) for end in ends if end)
    key = f"{mark.key}/relation"
    fact = Fact(key, mark.named(), None, (Role(HEAD, (head,)), Role(CHILD, (child,))))
    made.facts.append(_with_attributes(fact, mark, made) if mark.layer == RELATION else fact)
    on_tokens = {"tokens": True} if any(end and end.layer == TOKEN for end in ends) else {}
    made.items[key] = {**_item(mark), **on_tokens}


def _slots(mark: LayerMark, by_key: dict[str, LayerMark], made: ToldByLayers) -> None:
    roles: dict[str, list[Filler]] = {}
    for slot in mark.slots:
        target = by_key.get(slot.target)
        if target is None or target.ends is not None:
            said = "A filler of the role {role} of {name} was left out: {why}."
            why = "what fills it is not in the file" if target is None else "a relation fills it"
            made.lost.append(worded(said, role=slot.name, name=mark.named(), why=why))
        else:
            roles.setdefault(slot.name, []).append(_filler(target))
    if not roles and mark.layer != FACT:
        return
    key = f"{mark.key}/slots"
    trigger = (
        (mark.start, mark.end) if mark.features.get(TRIGGER) != NO_TRIGGER or mark.layer != FACT else None
    )
    fact = Fact(key, mark.named(), trigger, tuple(Role(name, tuple(held)) for name, held in roles.items()))
    made.facts.append(_with_attributes(fact, mark, made) if mark.layer == FACT else fact)
    names = {slot.name: [slot.feature, slot.role] for slot in reversed(mark.slots)}
    order = [slot.name for slot in mark.slots]
    on_tokens = (
        {"tokens": True}
        if any(by_key[one.target].layer == TOKEN for one in mark.slots if one.target in by_key)
        else {}
    )
    mixed = {"order": order} if len([name for name, _ in groupby(order)]) > len(names) else {}
    made.items[key] = {
        "layer": mark.layer,
        "slots": names,
        "host": mark.held,
        **mixed,
        **on_tokens,
        **(mark.held if mark.layer == FACT else {}),
    }


def _filler(mark: LayerMark) -> Filler:
    return Filler(mark.start, mark.end, None if mark.layer in BARE else mark.key)


def _with_attributes(fact: Fact, mark: LayerMark, made: ToldByLayers) -> Fact:
    said = {
        name: value == "true" if isinstance(row.kind, Flag) else value
        for name, row in ATTRIBUTES.items()
        if (value := mark.features.get(name)) is not None
    }
    try:
        return fact.stating(**dict(read_attributes(said)))
    except BadItem as error:
        made.lost.append(worded("An attribute of {name} was left out: {error}.", name=fact.type, error=error))
        return fact


def left_out(layers: Iterable[str], form: str) -> Iterator[str]:
    """Yield a sentence on the layers that are no spans and facts, if there are any; `form` is the format that has them again."""
    if named := ", ".join(sorted({short(layer) for layer in layers})):
        yield f"Layers that Factmark has no place for were left out: {named}. An export to {form} has them again."


def not_kept(form: str) -> str:
    """Return a sentence on a file whose own tokens and other layers do not go back."""
    return f"This file is too long to be kept whole: an export to {form} has its spans and facts, and tokens of ours."
