"""Parts of a whole that are made, and their modules loaded, when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from typing import Any


class Late:
    """An attribute of a class: the part is made of other attributes of the whole, and of the whole as the last."""

    def __init__(self, made_by: str, *given: str) -> None:
        """Have it made by `module:Class` below `ui`; `given` are names of attributes, also of `part.attribute`."""
        self._made_by, self._given = made_by, given

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, whole: Any, owner: type) -> Any:
        if whole is None:
            return self
        module, maker = self._made_by.split(":")
        make = getattr(import_module(f"ui.{module}"), maker)
        made = vars(whole)[self._name] = make(*(attrgetter(name)(whole) for name in self._given), whole)
        return made


def late(made_by: str, *given: str) -> Any:
    """Return a Late, as a checker of types takes it for the part that the attribute is said to be."""
    return Late(made_by, *given)


def made_so_far(whole: Any, *names: str) -> list[Any]:
    """Return those attributes of the names that are there, and make none."""
    return [vars(whole)[name] for name in names if name in vars(whole)]
