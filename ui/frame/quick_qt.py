"""PySide without what a window seldom needs, which must be loaded before anything else that imports PySide."""

from __future__ import annotations

import builtins
from typing import Any

from ui.frame.late_modules import Later
from ui.frame.quick_enums import quicken_enums

SIGNATURES: dict[
    str, tuple[str, ...]
] = {  # with the functions that PySide's library takes without asking the module
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
    return _compile(f"from {__name__} import wait\nwait({filename!r}, globals())", filename, "exec")


def wait(filename: str, names: dict[str, Any]) -> None:
    """Have a module of PySide's, of which only the names are there, run later."""

    def run() -> None:
        exec(_compile(_sources[filename], filename, "exec"), names)  # noqa: S102 - what PySide itself would run

    Later(names, run, SIGNATURES[filename])
