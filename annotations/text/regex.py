"""Regular expressions that are compiled when they are first used.

A window has fifty in the modules that it starts with, and needs twelve of them before it is seen.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression to be kept by a module; what is wrong with it, re.error, is said at its first use.

    It has all methods of a compiled one, and is handed to no function of `re` in place of one.
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._written: tuple[Any, int] = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._written), name)
        self.__dict__[name] = found  # the next time it is as quick as any
        return found
