"""Labels of one's own from names alone: as they are typed in a line, each with a hue and a key of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import ascii_lowercase

from annotations.processes.quick_dataclass import dataclass
from annotations.schema.room import LIMIT, SchemaRoom
from annotations.schema.types import VERB_KEYS, Label, Schema

LONGEST = 60  # characters of a name that is typed in a line
DIGITS = "1234567890"
LETTERS = "".join(letter for letter in ascii_lowercase if letter not in VERB_KEYS | {"e"})  # E changes a fact


@dataclass(frozen=True)
class Typed:
    """The names that stand in a line, in order, and a sentence for each that cannot be taken."""

    names: tuple[str, ...]
    problems: tuple[str, ...] = ()


def typed(line: str) -> Typed:
    """Return the names in the line, with commas, semicolons or line ends between them.

    >>> typed("DISH, PLACE,").names
    ('DISH', 'PLACE')
    """
    return taken(_parts(line))


def taken(names: Iterable[str]) -> Typed:
    """Return those of the names that can be labels together; a mistake in any is a sentence."""
    kept, problems, held = list[str](), list[str](), dict[str, str]()
    for name in names:
        if wrong := _wrong(name):
            problems.append(wrong)
        elif (same := unicodedata.normalize("NFKC", name).casefold()) in held:
            problems.append(_twice(held[same], name))
        else:
            held[same] = name
            kept.append(name)
    if not SchemaRoom(Schema("Own")).take(kept):
        return Typed((), (*problems, f"So many labels do not fit: {LIMIT}."))
    return Typed(tuple(kept), tuple(problems))


def own(names: Iterable[str]) -> dict[str, Label]:
    """Return labels of those names: hues far from each other, the keys 1 to 9, 0, then letters that are free.

    A letter of the name goes before others; whoever comes when none is left has no key.

    >>> [label.key for label in own(["DISH", "PLACE"]).values()]
    ['1', '2']
    """
    labels, held = dict(Schema("").adding_labels(names).labels), set[str | None]()
    for name, label in labels.items():
        labels[name] = replace(label, key=_key(name, held))
        held.add(labels[name].key)
    return labels


def _parts(line: str) -> Iterator[str]:
    for part in line.replace(";", ",").replace("\n", ",").split(","):
        if name := " ".join(part.split()):
            yield name


def _key(name: str, held: set[str | None]) -> str | None:
    letters = [letter for letter in name.lower() if letter in LETTERS]
    return next((key for key in (*DIGITS, *letters, *LETTERS) if key not in held), None)


def _wrong(name: str) -> str:
    """Return why the name cannot be taken, "" when it can."""
    if hidden := next((letter for letter in name if not letter.isprintable()), ""):
        seen = "".join(letter for letter in name if letter.isprintable())[:LONGEST]
        return f"{seen or 'A name'} holds an invisible character (U+{ord(hidden):04X}); write it anew."
    if len(name) > LONGEST:
        return f"{name[:20]}… is longer than {LONGEST} characters; put commas between the labels."
    return ""


def _twice(one: str, other: str) -> str:
    if one == other:
        return f"{one} stands twice; take one away."
    return f"{one} and {other} are one word; take one away."
