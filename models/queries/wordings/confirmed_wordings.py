"""The wordings that were confirmed in a project, by anybody: with their label, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.own_list import OwnList
from annotations.suggest.pattern_lines import PatternLine
from annotations.suggest.word_lists import wrong_wording
from models.project import Project

Key = tuple[str, str]  # wording, label


@dataclass(frozen=True)
class ConfirmedWording:
    """A wording with a label; `doubtful`: why it does not speak for itself, "" where it does."""

    wording: str
    label: str
    confirmed: int
    rejected: int = 0
    doubtful: str = ""


def confirmed_wordings(project: Project, listed: OwnList) -> list[ConfirmedWording]:
    """Return the wordings that the list lacks, by label in the schema's order, those confirmed most often first.

    All that is new in the log is counted before, which may take long after an import.
    """
    project.learning.learned("", whole=True)
    sql = "SELECT wording, label, sum(confirmed), sum(rejected) FROM wording GROUP BY wording, label"
    yes, no, by_wording = Counter[Key](), Counter[Key](), dict[str, Counter[str]]()
    for wording, label, confirmed, rejected in project.db.rows(sql):
        key = (" ".join(wording.split()), label)
        yes[key] += confirmed
        no[key] += rejected
        by_wording.setdefault(key[0], Counter())[label] += confirmed
    labels = [label.name for label in project.schema.labels.values() if not label.archived]
    order = {label: place for place, label in enumerate(labels)}
    known = {(row.words, row.label) for row in listed.rows if row.is_wording}
    found = [
        ConfirmedWording(*key, count, no[key], _doubtful(key[1], by_wording[key[0]], no[key]))
        for key, count in yes.items()
        if count > 0 and key[1] in order and key not in known and not wrong_wording(*key)
    ]
    return sorted(found, key=lambda one: (order[one.label], -one.confirmed, one.wording))


def speaking(found: Iterable[ConfirmedWording]) -> list[PatternLine]:
    """Return those that speak for themselves, as patterns."""
    return [PatternLine(one.label, one.wording) for one in found if not one.doubtful]


def _doubtful(label: str, labels: Counter[str], rejected: int) -> str:
    """Return why a wording with these labels does not speak for itself as this one, "" where it does."""
    others = [(other, count) for other, count in labels.items() if other != label and count >= labels[label]]
    if others:
        other, count = max(others, key=lambda one: one[1])
        return f"confirmed as {other} too, {count:,} times" if count > 1 else f"confirmed as {other} too"
    return f"rejected {rejected:,} times" if rejected >= labels[label] else ""
