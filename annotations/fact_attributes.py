"""The attributes of a fact beside its type, trigger and roles: a table, a row an attribute.

The record, packages, exports, review, agreement, lint and the form walk the table: a new attribute is a new
row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, ClassVar

from annotations import json_fields
from annotations.json_fields import BadItem, Json
from annotations.processes.quick_dataclass import dataclass

AttributeValue = str | bool
Attributes = tuple[tuple[str, AttributeValue], ...]  # name and value, as `stated` gives them


class Modality(StrEnum):
    """The way in which the article presents the fact."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    SPECULATED = "speculated"


@dataclass(frozen=True)
class OneOf:
    """An attribute with one of a few values, each a single word; the first of them is plain."""

    of: tuple[str, ...]

    @property
    def plain(self) -> str:
        return self.of[0]

    @property
    def categories(self) -> tuple[str, ...]:
        """Return the categories that agreement is counted over: the values, as `category` gives them."""
        return self.of

    def read(self, name: str, value: object) -> str:
        """Return the value of a JSON field, plain when it is missing or null.

        BadItem when it is none of the values.
        """
        if value is None:
            return self.plain
        found = next((one for one in self.of if one == value), None)
        if found is None:
            raise BadItem(f"{value} is none of {', '.join(self.of)}")
        return found


@dataclass(frozen=True)
class Flag:
    """An attribute that a fact has or, plainly, has not."""

    plain: ClassVar[bool] = False
    categories: ClassVar[tuple[str, ...]] = ("no", "yes")

    def read(self, name: str, value: object) -> bool:
        """Return the value of a JSON field: whatever is not true is false."""
        return value is True


@dataclass(frozen=True)
class TextLine:
    """An attribute that is a line of text, plainly an empty one."""

    plain: ClassVar[str] = ""
    categories: ClassVar[tuple[str, ...]] = ()  # too many for agreement by chance

    def read(self, name: str, value: object) -> str:
        """Return the value of a JSON field, plain when it is missing or null.  BadItem when it is no text."""
        return json_fields.text({name: value}, name)


@dataclass(frozen=True)
class FactAttribute:
    """A row of the table of attributes.

    `name` is its field in JSON; `kind` says what it may be and so how it is edited.  `noun` stands in counts
    ("negation of facts"), `words` in lists and reviews, "" for what goes without saying; `edit` names a
    change to a value, before the fact's name.  What is not `compared` is a remark: agreement and lint leave it
    out.  `always`: a plain value is written too, as records had it from the start.  `borrowed`: it comes with relations
    of other tools, so that the window offers it only where it is stated, and agreement has no figure for it.
    """

    name: str
    noun: str
    kind: OneOf | Flag | TextLine
    words: Callable[[AttributeValue], str]
    edit: Callable[[AttributeValue], str]
    compared: bool = True
    always: bool = False
    borrowed: bool = False


ATTRIBUTES: dict[str, FactAttribute] = {
    row.name: row
    for row in (
        FactAttribute(
            "modality",
            "modality",
            OneOf(tuple(map(str, Modality))),
            str,
            lambda to: f"call {to}",
            always=True,
        ),
        FactAttribute(
            "negated",
            "negation",
            Flag(),
            lambda is_so: "negated" if is_so else "",
            lambda to: "negate" if to else "affirm",
            always=True,
        ),
        FactAttribute("note", "notes", TextLine(), str, lambda _: "note on", compared=False, always=True),
        FactAttribute(
            "symmetric",
            "symmetry",
            Flag(),
            lambda is_so: "symmetric" if is_so else "",
            lambda to: "call symmetric" if to else "call one-sided",
            borrowed=True,
        ),
    )
}


def stated(**said: AttributeValue) -> Attributes:
    """Return the values that are not plain, in the table's order: equal for facts that say the same."""
    return tuple(
        (name, said[name])
        for name, row in ATTRIBUTES.items()
        if name in said and said[name] != row.kind.plain
    )


def value_in(attributes: Attributes, name: str) -> AttributeValue:
    """Return the value of that name, plain unless it is among them."""
    return dict(attributes).get(name, ATTRIBUTES[name].kind.plain)


def comparable(attributes: Attributes) -> Attributes:
    """Return the attributes as a review compares them: remarks too, in whatever spacing they were typed."""
    said = {name: value_json(value) for name, value in attributes}
    return stated(**{name: " ".join(v.split()) if isinstance(v, str) else v for name, v in said.items()})


def compared() -> Iterator[FactAttribute]:
    """Yield the attributes that are part of what a fact says, in the table's order."""
    return (row for row in ATTRIBUTES.values() if row.compared)


def lines() -> Iterator[FactAttribute]:
    """Yield the attributes that are lines of text."""
    return (row for row in ATTRIBUTES.values() if isinstance(row.kind, TextLine))


# --- as JSON and in words


def attributes_json(attributes: Attributes) -> Json:
    """Return the fields of the attributes in a fact's JSON object, in the table's order."""
    said = dict(attributes)
    return {
        name: value_json(said[name]) if name in said else row.kind.plain
        for name, row in ATTRIBUTES.items()
        if row.always or name in said
    }


def read_attributes(fields: Mapping[str, Any]) -> Attributes:
    """Return the attributes read from a fact's JSON object.

    BadItem when one has a value that it may not have.
    """
    return stated(**{name: row.kind.read(name, fields.get(name)) for name, row in ATTRIBUTES.items()})


def value_json(value: AttributeValue) -> AttributeValue:
    """Return the value as JSON has it."""
    return value if isinstance(value, bool) else str(value)


def category(value: AttributeValue) -> str:
    """Return the value as agreement counts it: one of its kind's `categories`."""
    return Flag.categories[value] if isinstance(value, bool) else str(value)
