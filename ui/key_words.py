"""Sentences that name actions: filled with the keys in force, or in a command with the actions' names.

A sentence says `{key:finish}` for the key of the action `finish`, or of a fixed key of that name; so the
layers below the window, and everything that is said in it, spell no key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from annotations.text.regex import regex
from ui.fixed_keys import FIXED
from ui.views import page_actions, window_actions

ROWS = {row.name: row for row in (*window_actions(), *page_actions())}
USUAL = {name: row.keys for name, row in ROWS.items()}
MARKER = regex(r"\{key:(\w+)\}")


def filled(sentence: str, keys: Mapping[str, Sequence[str]] = USUAL) -> str:
    """Return the sentence with a key for each action that it names.

    `keys`: those that the actions have now, by name.  An action without a key is named, with its menu.

    >>> filled("{key:undo} takes it back.")
    'Ctrl+Z takes it back.'
    >>> filled("{key:undo} takes it back.", {"undo": ()})
    '“Undo” in the menu Edit takes it back.'
    """
    return MARKER.sub(lambda found: _said(found, keys), sentence)


def named(sentence: str) -> str:
    """Return the sentence with the actions' names, for where no key can be pressed.

    >>> named("{key:undo} takes it back.")
    '“Undo” takes it back.'
    """
    return MARKER.sub(_named, sentence)


def plainest(keys: Sequence[str]) -> str:
    """Return the shortest of several keys, which is the one to say."""
    return min(keys, key=len)


def _said(found: re.Match[str], keys: Mapping[str, Sequence[str]]) -> str:
    name = found[1]
    if fixed := FIXED.get(name):
        return fixed.said or plainest(fixed.keys)
    row = ROWS.get(name)
    if row is None:  # a person's own words
        return found[0]
    has = keys.get(name, row.keys)
    return plainest(has) if has else f"“{row.text}” in the menu {row.menu}"


def _named(found: re.Match[str]) -> str:
    row = ROWS.get(found[1]) or FIXED.get(found[1])
    return f"“{row.text}”" if row else found[0]
