"""The libraries of a window, without what they load for others."""

from __future__ import annotations

from annotations.schema.quick_yaml import load_yaml
from ui.frame.late_modules import put_off

SELDOM = (
    "calendar",
    "ipaddress",
    "platform",
    "socket",
    "uuid",
)  # of the standard library, which libraries import


def load_libraries() -> None:
    """Let modules wait that others import, and load PyYAML without what it seldom needs."""
    for name in SELDOM:
        put_off(name)
    load_yaml()
