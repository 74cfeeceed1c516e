"""Quick making of dataclasses: a method is compiled when it is first looked up, not while its module loads.

All else is as `dataclasses` has it, and done at once: fields, defaults, slots, and what is wrong with them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

NOTHING = {"init": False, "repr": False, "eq": False}
ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
MADE_BY = {  # the method -> what `dataclasses` is asked for, to make it
    "__repr__": {"repr": True},
    "__eq__": {"eq": True},
    "__hash__": {"unsafe_hash": True},
    **{name: {"eq": True, "order": True} for name in ORDER},
}


class UnmadeMethod:
    """A method of a dataclass that is made when it is first looked up, and takes this place then.

    Two threads that look it up at once both make it, and either one will do.
    """

    def __init__(self, of: type, name: str) -> None:
        self.of, self.name = of, name

    def __get__(self, one: object, of: type | None = None) -> Any:
        made = _init(self.of) if self.name == "__init__" else _method(self.of, self.name)
        setattr(self.of, self.name, made)
        return made.__get__(one, of)


def _method(of: type, name: str) -> Any:
    """Return that method of the class, made by `dataclasses` for another of the same name and fields."""
    fields: dict[str, Any] = vars(of)["__dataclass_fields__"]
    kept = {one: getattr(of, one) for one in ("__module__", "__qualname__")}
    kept["__doc__"] = of.__name__  # else one would be made of the signature, which takes 15 ms
    kept["__annotations__"] = {one: field.type for one, field in fields.items()}
    twin: Any = type(of.__name__, (), kept | fields)
    return getattr(dataclasses.dataclass(**NOTHING | MADE_BY[name])(twin), name)


def _init(of: type) -> Any:
    """Return the method that takes the values of the fields.

    It is compiled here, since `dataclasses` compiles annotations as well, and two methods more for a frozen class.
    """
    known: dict[str, Any] = {"__name__": of.__module__, "__put__": object.__setattr__, "__missing__": MISSING}
    taken, named, lines = ["self"], ["*"], []
    put = "__put__(self, {0!r}, {1})" if vars(of).get("__setattr__") is _no_set else "self.{0} = {1}"
    for field in dataclasses.fields(of):
        name, value, default = field.name, field.name, ""
        if field.default is not MISSING:
            default = f"=__{name}__"
            known[f"__{name}__"] = field.default
        elif field.default_factory is not MISSING:
            default, value = "=__missing__", f"__{name}__() if {name} is __missing__ else {name}"
            known[f"__{name}__"] = field.default_factory
        (named if field.kw_only else taken).append(name + default)
        lines.append(put.format(name, value))
    if hasattr(of, "__post_init__"):
        lines.append("self.__post_init__()")
    taken += named if len(named) > 1 else []
    exec(f"def __init__({', '.join(taken)}):\n " + "\n ".join(lines or ["pass"]), known)  # noqa: S102 - as dataclasses does
    known["__init__"].__qualname__ = f"{of.__qualname__}.__init__"
    return known["__init__"]


def _no_set(one: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delete(one: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(one: Any) -> list[Any]:
    return [getattr(one, field.name) for field in dataclasses.fields(one)]


def _restore(one: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(one), state, strict=True):
        object.__setattr__(one, field.name, value)


FROZEN = {"__setattr__": _no_set, "__delattr__": _no_delete}
FROZEN_SLOTS = {"__getstate__": _state, "__setstate__": _restore}  # what unpickles them


def _quick(
    cls: type, *, eq: bool = True, order: bool = False, frozen: bool = False, slots: bool = False
) -> type:
    """Return the class as `dataclasses.dataclass` makes it with the same options."""
    own = {*vars(cls)} - ({"__hash__"} if "__eq__" in vars(cls) and cls.__hash__ is None else set())
    made: type = dataclasses.dataclass(slots=slots, **NOTHING)(cls)
    names = {"__init__", "__repr__", *(["__eq__"] if eq else []), *(ORDER if order else [])}
    names |= {"__hash__"} if eq and frozen else set()
    put: dict[str, Any] = {name: UnmadeMethod(made, name) for name in names}
    put |= FROZEN if frozen else {"__hash__": None} if eq else {}
    put |= FROZEN_SLOTS if frozen and slots else {}
    for name in put.keys() - own:
        setattr(made, name, put[name])
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **how: bool) -> type | Callable[[type], type]:
        """Make a dataclass of what stands below, with `eq`, `order`, `frozen` and `slots` as Python has them."""
        return (lambda cls: _quick(cls, **how)) if cls is None else _quick(cls, **how)
