"""YAML as nodes, every scalar a text: read by libyaml where PyYAML has it, at an eighth of the cost.

libyaml's own composer overflows the C stack on deep nesting, so the nodes are put together in Python.
"""

from __future__ import annotations

from contextlib import suppress

import yaml


def compose(text: str) -> yaml.Node | None:
    """Return the root node; None when the text holds none.

    Raises yaml.YAMLError in the words of PyYAML, or RecursionError.
    """
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError, UnicodeEncodeError):
            return yaml.compose(text, Loader=Quick)  # type: ignore[arg-type]
    return yaml.compose(text, Loader=yaml.BaseLoader)


if yaml.__with_libyaml__:
    from yaml.composer import Composer
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
    from yaml.resolver import BaseResolver

    class Quick(Composer, CParser, BaseResolver):
        """A loader with libyaml's events and PyYAML's nodes."""

        def __init__(self, stream: str) -> None:
            CParser.__init__(self, stream)
            Composer.__init__(self)
            BaseResolver.__init__(self)
