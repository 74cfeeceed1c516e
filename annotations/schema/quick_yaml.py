"""PyYAML without the expressions that only a wrong file needs; to be loaded before a module that imports it."""

from __future__ import annotations

import re

from annotations.text.regex import regex


def load_yaml() -> None:
    """Load PyYAML, its nine expressions to be compiled when they are first used."""
    plain = re.compile
    re.compile = regex  # type: ignore[assignment]
    try:
        import yaml  # noqa: F401
    finally:
        re.compile = plain
