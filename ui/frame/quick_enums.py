"""PySide's enums made quickly: the classes of a window bring four thousand members, an eighth of the start."""

from __future__ import annotations

import enum
import sys
from collections.abc import Mapping
from typing import Any

_PLAIN: Any = enum.EnumType._create_  # type: ignore[attr-defined]
_TAKEN = {name for base in (enum.IntEnum, enum.IntFlag) for one in base.__mro__ for name in vars(one)}
_EMPTY: dict[tuple[type, object], dict[str, Any]] = {}  # what stands in an enum without members


def quicken_enums() -> None:
    """Have the Pythons that this was compared with make enums of whole numbers as `_made` does, all others as before."""
    if sys.version_info < (3, 15):
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(base: Any, class_name: str, names: Any, **how: Any) -> Any:
    """Return the enum that `base(class_name, names, **how)` asks for."""
    module = how.get("module") or sys._getframe(2).f_globals.get("__name__")  # of who asks
    if (
        type(names) is list
        and {*map(type, names)} == {tuple}
        and not (how.get("qualname") or how.get("type"))
    ):
        by_name = dict(names)
        is_plain = len(by_name) == len(names) and {*map(type, by_name.values())} == {int}
        if is_plain and _TAKEN.isdisjoint(by_name) and not any(word[:1] == "_" for word in by_name):
            made = _made(base, class_name, by_name, how.get("boundary"))
            made.__module__ = module
            return made
    return _PLAIN(base, class_name, names, **how | {"module": module})


def _made(base: Any, name: str, values: Mapping[str, int], boundary: object) -> Any:
    """Return the enum of those names and values: an empty one of Python's, with the members put in together."""
    if (base, boundary) not in _EMPTY:
        _EMPTY[base, boundary] = dict(vars(_PLAIN(base, "Empty", (), module=__name__, boundary=boundary)))
    empty = _EMPTY[base, boundary].items()
    space = {key: type(value)() if type(value) in (list, dict) else value for key, value in empty}
    made: Any = type.__new__(type(base), name, (base,), space)
    new, of_value, put = made._new_member_, made._use_args_, type.__setattr__
    is_flag = issubclass(base, enum.Flag)
    members, by_value, listed = made._member_map_, made._value2member_map_, made._member_names_
    for word, value in values.items():
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if of_value else new(made)
            member._value_, member._name_, member.__objclass__ = value, word, made
            member._sort_order_ = len(listed)
            by_value[value] = member
            if not is_flag or _is_single_bit(value):
                listed.append(word)
        members[word] = member
        put(made, word, member)
    if "_hashable_values_" in space:  # of newer Pythons
        made._hashable_values_ += by_value
    if is_flag:
        _mask(made)
    return made


def _mask(made: Any) -> None:
    """Say which bits an enum of flags has, and how its members are gone through."""
    for value in made._value2member_map_:
        made._flag_mask_ |= value
        if _is_single_bit(value):
            made._singles_mask_ |= value
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    order = [member._value_ for member in made]
    if order != sorted(order):
        made._iter_member_ = made._iter_member_by_def_


def _is_single_bit(value: int) -> bool:
    return value > 0 and not value & (value - 1)
