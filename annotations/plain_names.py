"""Names of the schema and of people, which may hold no control characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from annotations.facts import Fact
from annotations.sets import Item, Topic
from annotations.spans import Span
from annotations.text.regex import regex

# Those of ASCII and Latin-1, line and paragraph separators, and what turns the direction of writing.
CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

FORBIDDEN = '<>:"/\\|?*'  # in names of files, somewhere
LONGEST = 80  # characters of a folder's name


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return the name without control characters.

    >>> plain("PERSON" + chr(7))
    'PERSON'
    """
    return CONTROL.sub("", name).strip() if CONTROL.search(name) else name


def folder_name(name: str) -> str:
    """Return a name for a project's folder that every system can have.

    >>> folder_name("Iraq: strikes?"), folder_name(" .. ")
    ('Iraq strikes', 'project')
    """
    kept = "".join(c if c.isprintable() and c not in FORBIDDEN else " " for c in name)
    return " ".join(kept.split())[:LONGEST].strip(" .") or "project"


def same_but_for_looks(one: str, other: str) -> bool:
    """Return whether two names differ in capitals, blanks or the form of their letters only, not in what they say.

    >>> same_but_for_looks("Anna  Lee", "anna lee"), same_but_for_looks("anna", "anne")
    (True, False)
    """
    return one != other and _said(one) == _said(other)


def _said(name: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", name).casefold())
    return " ".join(folded.split())


def marked(name: str, machines: Collection[str]) -> str:
    """Return the annotator's name as people read it, with a mark where it is a machine's.

    >>> marked("anna", ["robo"]), marked("robo", ["robo"])
    ('anna', 'robo (machine)')
    """
    return f"{name} (machine)" if name in machines else name


def names_of(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the names of the schema in the item, each with its kind."""
    if isinstance(item, Span):
        yield "label", item.label
    elif isinstance(item, Topic):
        yield "topic", item.name
    elif isinstance(item, Fact):
        yield "fact", item.type
        yield from (("role", role.role) for role in item.roles)
