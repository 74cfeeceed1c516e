"""PySide without what a window seldom needs, which must be loaded before anything else that imports PySide."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from threading import RLock
from typing import Any

from ui.frame.quick_enums import quicken_enums

SIGNATURES: dict[
    str, tuple[str, ...]
] = {  # with the names that PySide's library takes without asking the module
    "shibokensupport/signature/mapping.py": ("update_mapping",),
    "shibokensupport/signature/parser.py": (),
    "shibokensupport/signature/layout.py": (),
    "shibokensupport/signature/errorhandler.py": (),
    "shibokensupport/signature/lib/tool.py": (),
    "shibokensupport/signature/lib/enum_sig.py": (),
    "shibokensupport/signature/lib/pyi_generator.py": (),
}
_compile = compile
_sources: dict[str, bytes] = {}
_running = RLock()


def load_qt() -> None:
    """Load PySide, its modules of signatures once one is asked for, and take its hook on imports away again.

    Those modules tell how its functions are called: in errors of wrong arguments, in `__doc__`, to `inspect`.  PySide
    has them as sources in its library and compiles them anew at each start, a twentieth of ours.  The hook reads the
    source of every module for `from __feature__ import`, which none of ours has: a tenth.
    """
    quicken_enums()
    plain = builtins.__import__
    builtins.compile = _compile_later
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = _compile
        builtins.__import__ = plain


def _compile_later(source: Any, filename: Any, *others: Any, **named: Any) -> Any:
    if filename not in SIGNATURES:
        return _compile(source, filename, *others, **named)
    _sources[filename] = source
    wait = f"from {__name__} import Later\n__getattr__ = Later({filename!r}, globals(), {SIGNATURES[filename]!r})"
    return _compile(wait, filename, "exec")


class Later:
    """The `__getattr__` of a module whose source runs when one of its names is first asked for."""

    def __init__(self, filename: str, names: dict[str, Any], taken: Iterable[str]) -> None:
        self._filename, self._names = filename, names
        names.update((name, lambda *given, name=name: self(name)(*given)) for name in taken)

    def __call__(self, name: str) -> Any:
        if not name.startswith("__"):
            with _running:
                self._run()
                if name in self._names:
                    return self._names[name]
        raise AttributeError(f"module {self._names['__name__']!r} has no attribute {name!r}")

    def _run(self) -> None:
        """Run the source once; again only when that was broken off."""
        source = _sources.pop(self._filename, None)
        if source is None:
            return
        try:
            exec(_compile(source, self._filename, "exec"), self._names)  # noqa: S102 - what PySide itself would run
        except BaseException:
            _sources[self._filename] = source
            raise
