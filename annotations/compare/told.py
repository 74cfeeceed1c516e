"""Sentences on what a later statement goes against."""

from __future__ import annotations

from annotations.compare.in_force import InForce, Stamps, in_force
from annotations.compare.items import Grouped, KeptApart, article_of
from annotations.sets import AnnotationSet, Item

OTHER_TYPE = "A {type} fact of {article} was put into a group of another type: it is shown apart."


def told(said: AnnotationSet, stamps: Stamps | None) -> list[str]:
    """Return a sentence for each statement of the project set that a later one goes against."""
    held = in_force(said, stamps)
    return [sentence(item, held) for item in held.overruled]


def sentence(item: Item, held: InForce) -> str:
    """Return a sentence for a statement that is not in force, since a later one says otherwise."""
    if isinstance(item, KeptApart):
        one, other = (said[0] for said in item.said)
        what = (
            f"{one!r} and {other!r}"
            if item.of == "entity"
            else f"{item.said[0][0]} facts of {_articles(item)}"
        )
        return f"{what} were kept apart, and later made one: they are one now."
    if isinstance(item, Grouped) and item.id in held.other_types:
        return OTHER_TYPE.format(type=item.type, article=article_of(item.id))
    if isinstance(item, Grouped):
        return f"A {item.type} fact of {article_of(item.id)} was put into a group, and later kept apart from it: it is out."
    names = [_name(getattr(item, side, ""), held) for side in ("one", "other")]
    return f"{names[0]} and {names[1]} were made one, and later kept apart: they are two now."


def _articles(item: KeptApart) -> str:
    return f"{article_of(item.one)} and {article_of(item.other)}"


def _name(id_: str, held: InForce) -> str:
    found = held.entity(id_) or held.group(id_)
    return (found and found.name) or id_
