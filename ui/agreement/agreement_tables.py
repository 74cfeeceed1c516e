"""The figures of agreement as they are read: the few that most look for, and sentences on what was compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from annotations.agreement.tables import Path, at, number
from annotations.text.counts import counted
from ui.widgets.figure_tiles import Headline

Json = Mapping[str, Any]
MOST = 3  # labels that were confused, as they are named
CONFUSED = "Which labels do they confuse?"


HEADLINES: tuple[tuple[str, Path, str], ...] = (
    ("Same words, same label: F1", ("spans", "exact", "micro"), "f1"),
    ("Words overlap: F1", ("spans", "overlap", "micro"), "f1"),
    ("Word by word: kappa", ("tokens",), "kappa"),
    ("Word by word: alpha", ("alpha",), "nominal"),
    ("Same facts: F1", ("facts", "type", "micro"), "f1"),
)


def headlines(found: Json) -> list[Headline]:
    """Return the figures that most look for."""
    return [_headline(title, at(found, path) or {}, name) for title, path, name in HEADLINES]


def together(names: Sequence[str]) -> str:
    """Return the names as they stand in a sentence.

    >>> together(["anna", "ben"]), together(["anna", "ben", "cy"])
    ('anna and ben', 'anna, ben and cy')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def confused(found: Json) -> str:
    """Return which labels met most often where they differ; "" where none did. `found` is of one pair."""
    counts = Counter[tuple[str, ...]]()
    for cell in found["cells"]:
        if cell["one"] and cell["other"] and cell["one"] != cell["other"]:
            counts[tuple(sorted((cell["one"], cell["other"])))] += cell["count"]
    most = [f"{' and '.join(labels)} ({count:,})" for labels, count in counts.most_common(MOST)]
    return f"Most often {', '.join(most)}." if most else ""


def about(found: Json) -> str:
    """Return how much was compared, in words: the articles, by state."""
    states = ", ".join(f"{count:,} {state}" for state, count in found["articles"].items())
    first = ", as each was first finished" if found["asked"]["first_pass"] else ""
    return f"{counted(found['compared'], 'article')} compared ({states}){first}"


def _headline(title: str, part: Json, name: str) -> Headline:
    bounds = part.get(f"{name}_interval")
    rough = ", rough" if part.get(f"{name}_rough") else ""
    more = f"95 %: {bounds[0]:.3f} to {bounds[1]:.3f}{rough}" if bounds else part.get(f"{name}_why", "")
    return Headline(title, number(part.get(name)), more or "no interval from one article")
