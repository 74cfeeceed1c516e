"""The counts of who annotated what: each annotator's sets, and how many people worked on each article."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import Any

from annotations.formats.base import Record
from annotations.paper.pseudonyms import ShownNames
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD, State
from annotations.spans import Status


@dataclass
class OneAnnotator:
    """The counts of one annotator's sets."""

    articles: int = 0
    spans: int = 0
    facts: int = 0
    machine: str = ""  # the pipeline, where it is no person


@dataclass
class PeopleCount:
    """The counts of the sets that were added, gold's among them, which is nobody's."""

    whose: dict[str, OneAnnotator] = field(default_factory=dict)
    people_on: Counter[str] = field(default_factory=Counter)  # how many people worked on an article
    approved: set[str] = field(default_factory=set)  # articles whose gold was approved

    def add(self, entry: Record) -> None:
        """Take in a record with a set."""
        made = entry.set
        if made is None:
            return
        if made.annotator == GOLD:
            if made.state is State.REVIEWED:
                self.approved.add(entry.article.id)
            return
        one = self.whose.setdefault(made.annotator, OneAnnotator())
        one.machine = one.machine or made.progress.machine
        one.articles += 1
        one.spans += sum(span.status is Status.CONFIRMED for span in made.spans.values())
        one.facts += sum(fact.status is Status.CONFIRMED for fact in made.facts.values())
        self.people_on[entry.article.id] += not made.progress.machine

    def as_json(self, shown: ShownNames) -> list[dict[str, Any]]:
        """Return each annotator's counts, in the order of the names that are shown."""
        rows = ({"name": shown.of(who), **vars(one)} for who, one in self.whose.items())
        return sorted(rows, key=lambda one: (len(str(one["name"])) if shown.hidden else 0, str(one["name"])))

    def work(self) -> dict[str, int]:
        """Return over how many articles this is, how many one person alone worked on, and how many are approved."""
        articles = self.people_on.keys() | self.approved
        return {
            "articles": len(articles),
            "by_one": sum(count == 1 for count in self.people_on.values()),
            "approved": len(self.approved),
        }
