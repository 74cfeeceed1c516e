"""Roles: the colours of the window by what they are for, a row each, in three schemes.

Labels have hues (`ui/look/theme.py`); facts are ink, the rest is neutral with one accent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from annotations.processes.quick_dataclass import dataclass

SCHEMES = ("light", "dark", "high contrast")


@dataclass(frozen=True)
class Roles:
    """The colours of one scheme, each as `#rrggbb`.

    `edge` borders what can be pressed, `line` is a hair line; a `tint` is a ground for words, `on_…` the colour of words on
    it; `track` is the part of a progress line that is not done.
    """

    scheme: str
    chrome: str
    page: str
    card: str
    hover: str
    line: str
    track: str
    edge: str
    text: str
    text2: str
    accent: str
    accent_tint: str
    on_accent: str
    ink: str
    on_ink: str
    ink_tint: str
    good: str
    good_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str

    @property
    def is_plain(self) -> bool:
        """Return whether a tint alone is too little to show what is selected."""
        return self.scheme == "high contrast"


_TABLE: Mapping[str, tuple[str, str, str]] = {
    #               light      dark       high contrast
    "chrome":      ("#f5f4f1", "#1d1e21", "#000000"),
    "page":        ("#ffffff", "#151618", "#000000"),
    "card":        ("#ffffff", "#26282c", "#000000"),
    "hover":       ("#ebe9e4", "#2d3035", "#1a1a1a"),
    "line":        ("#e4e2dc", "#313439", "#ffffff"),
    "track":       ("#e4e2dc", "#313439", "#555555"),
    "edge":        ("#8b8882", "#74787f", "#ffffff"),
    "text":        ("#1c1d20", "#e8e9eb", "#ffffff"),
    "text2":       ("#5b5d64", "#a9acb3", "#ffffff"),
    "accent":      ("#2459c4", "#86aef7", "#ffe14d"),
    "accent_tint": ("#e6edfb", "#23314d", "#332d00"),
    "on_accent":   ("#ffffff", "#0e1013", "#000000"),
    "ink":         ("#2a2c33", "#e8e9eb", "#ffffff"),
    "on_ink":      ("#ffffff", "#151618", "#000000"),
    "ink_tint":    ("#eeede9", "#2f3237", "#1a1a1a"),
    "good":        ("#1c7140", "#63cb8f", "#7dff9e"),
    "good_tint":   ("#e2f3e8", "#1c3326", "#00260c"),
    "warn":        ("#8a5200", "#e8b860", "#ffd54a"),
    "warn_tint":   ("#fbeed6", "#3a2f1a", "#332800"),
    "bad":         ("#b3261e", "#ff9086", "#ff9e94"),
    "bad_tint":    ("#fbe7e5", "#442422", "#330805"),
}  # fmt: skip
BY_SCHEME = {
    scheme: Roles(scheme, **{name: _TABLE[name][place] for name in (f.name for f in fields(Roles)[1:])})
    for place, scheme in enumerate(SCHEMES)
}
_in_force = [BY_SCHEME["light"]]


def roles() -> Roles:
    """Return the colours in force."""
    return _in_force[0]


def put_in_force(scheme: str) -> None:
    """Have `roles` return those of the scheme, one of `SCHEMES`; `ui/look/apply.py` shows them."""
    _in_force[0] = BY_SCHEME[scheme]
