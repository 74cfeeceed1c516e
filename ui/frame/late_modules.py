"""Modules that run when one of their names is first asked for, for what a library imports and a window seldom needs."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any

_running = RLock()


class Later:
    """The `__getattr__` of a module that has not run yet.

    `taken`: functions of the module that a library in C takes from its names, without asking it.
    """

    def __init__(self, names: dict[str, Any], run: Callable[[], object], taken: Iterable[str] = ()) -> None:
        self._names, self._left = names, [run]
        names["__getattr__"] = self
        names.update((name, lambda *given, name=name: self(name)(*given)) for name in taken)

    def __call__(self, name: str) -> Any:
        if not name.startswith("__") or name == "__all__":
            with _running:
                self._run()
                if name in self._names:
                    return self._names[name]
                if (own := self._names.get("__getattr__")) not in (self, None):
                    return own(name)
        raise AttributeError(f"module {self._names['__name__']!r} has no attribute {name!r}")

    def _run(self) -> None:
        """Run the module; once, but again when that was broken off, and not while it runs."""
        if not self._left:
            return
        run = self._left.pop()
        try:
            run()
        except BaseException:
            self._left.append(run)
            raise
        if self._names.get("__getattr__") is self:
            del self._names["__getattr__"]


def put_off(name: str) -> None:
    """Have the module of that name, unless it is there, run when it is first asked for something."""
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = importlib.util.module_from_spec(spec)
    Later(vars(module), lambda loader=spec.loader: loader.exec_module(module))  # type: ignore[misc]
    sys.modules[name] = module
