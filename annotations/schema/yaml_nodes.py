"""YAML as nodes, every scalar a text: read by libyaml where PyYAML has it, at an eighth of the cost.

libyaml's own composer overflows the C stack on deep nesting, so the nodes are put together in Python.
"""

from __future__ import annotations

from contextlib import suppress

import yaml

from annotations.errors import UserError

LONGEST = 2_000_000  # code points
MOST = 40_000  # values, and what begins and ends lists of them; two thousand labels with keys, hues and guidelines have half
BETWEEN = (",", ":", "\n", "[", "{")


def compose(text: str) -> yaml.Node | None:
    """Return the root node; None when the text holds none.

    Raises yaml.YAMLError in the words of PyYAML, RecursionError, or UserError when the text is larger than any schema.
    """
    _check_size(text)
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError, UnicodeEncodeError):
            return yaml.compose(text, Loader=Quick)  # type: ignore[arg-type]
    return yaml.compose(text, Loader=yaml.BaseLoader)


def _check_size(text: str) -> None:
    """UserError when the text is too long, or may hold too many values: each begins behind one of these signs."""
    if len(text) > LONGEST:
        raise UserError(f"This is too long for a schema: more than {LONGEST:,} characters.")
    if sum(map(text.count, BETWEEN)) > MOST:
        loader = yaml.CLoader if yaml.__with_libyaml__ else yaml.BaseLoader
        with suppress(yaml.YAMLError, UnicodeEncodeError, RecursionError):
            for count, _ in enumerate(yaml.parse(text, Loader=loader)):
                if count > MOST:
                    raise UserError(f"This is too much for a schema: more than {MOST:,} values.")


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
