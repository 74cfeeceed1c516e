"""The parts of one record of a JSON file, read one by one: a bad one is left out and told, and the others are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from annotations.json_fields import BadItem
from annotations.problems import worded

Made = TypeVar("Made")


def taken(raws: Iterable[Any], read: Callable[[Any], Made], noun: str, problems: list[str]) -> Iterator[Made]:
    """Yield what `read` makes of each; one that it refuses is a sentence in `problems`, which names it by `noun`."""
    for raw in raws:
        try:
            yield read(raw)
        except BadItem as error:
            problems.append(worded("A " + noun + " was left out: {why}.", why=error))


def chosen(value: Any) -> list[str]:
    """Return the names that a list of choices has, or an object of names and whether each is true."""
    if isinstance(value, dict):
        return [
            str(name)
            for name, is_so in value.items()
            if is_so is True or (_is_number(is_so) and is_so >= 0.5)
        ]
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)
