"""Lessons that tests make: short texts about ships and their skippers."""

from __future__ import annotations

from annotations.learn.shapes import Lesson
from annotations.training.scores import Marking

SKIPPERS = (
    "Ines Vidal",
    "Tom Brandt",
    "Leila Haddad",
    "Piotr Nowak",
    "Grace Otieno",
    "Yuki Mori",
    "Amir Said",
)
SHIPS = ("Grey Heron", "Blue Lotus", "Lady Ann", "Northern Star", "Sea Sparrow")
PORTS = ("Antwerp", "Aden", "Lagos", "Bergen", "Manila", "Genoa", "Izmir")


def lesson(number: int, **how: object) -> Lesson:
    """An article with nine spans."""
    lines, marks, at = [], list[Marking](), 0
    for n in range(number, number + 3):
        skipper, ship, port = SKIPPERS[n % 7], SHIPS[n % 5], PORTS[n * 3 % 7]
        line = f"{skipper} took the {ship} from {port} in the night.\n"
        for words, label in ((skipper, "SKIPPER"), (ship, "VESSEL"), (port, "HARBOUR")):
            start = at + line.index(words)
            marks.append(Marking(start, start + len(words), label))
        lines.append(line)
        at += len(line)
    return Lesson(f"a{number}", "".join(lines), tuple(marks), **how)  # type: ignore[arg-type]
