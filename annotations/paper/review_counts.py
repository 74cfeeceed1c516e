"""The counts of a review: how the items of gold that leaves came about, and what reviewers decided wherever gold is."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import Any

from annotations.formats.base import Record
from annotations.paper.blocks import share
from annotations.paper.pseudonyms import ShownNames
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.sets import AnnotationSet, State


@dataclass
class ReviewCount:
    """The counts of gold: `add` what leaves, and `decide` what there is."""

    articles: Counter[str] = field(default_factory=Counter)  # gold sets by state
    items: Counter[str] = field(default_factory=Counter)  # of gold, by how they came about
    choices: Counter[str] = field(default_factory=Counter)  # decisions by the word of their choice
    reasons: Counter[str] = field(default_factory=Counter)
    reviewers: Counter[str] = field(default_factory=Counter)  # their decisions on cases
    own: int = 0  # decisions by one whose work was reviewed
    returned: int = 0
    sides: Counter[int] = field(default_factory=Counter)  # articles by how many people's work was reviewed

    def add(self, entry: Record) -> None:
        """Take in gold's record of an article that leaves."""
        if entry.provenance:
            self.items.update(said["how"] for said in entry.provenance.items.values())

    def decide(self, gold: AnnotationSet) -> None:
        """Take in the steps of the review of an article."""
        self.articles[gold.state.value] += 1
        whose = decisions.sides_of(gold)[0]
        self.sides[len(whose)] += 1
        self.returned += sum(
            said.choice.partition(" ")[0] == decisions.RETURN for said in decisions.all_of(gold)
        )
        for said in decisions.live(gold):
            self.choices[said.choice.partition(" ")[0]] += 1
            self.reviewers[said.by] += 1
            self.own += said.by in whose
            if said.reason:
                self.reasons[said.reason] += 1

    def as_json(self, shown: ShownNames) -> dict[str, Any]:
        """Return the counts, each with its share of its kind."""
        decided, items = self.choices.total(), self.items.total()
        return {
            "gold_articles": self.articles.total(),
            "approved": self.articles[State.REVIEWED.value],
            "by_sides": [{"sides": n, "articles": self.sides[n]} for n in sorted(self.sides)],
            "items": _ranked(self.items, items, "how"),
            "decided": decided,
            "choices": _ranked(self.choices, decided, "choice"),
            "reasons": _ranked(self.reasons, self.reasons.total(), "reason"),
            "reviewers": sorted(
                ({"name": shown.of(name), "decided": n} for name, n in self.reviewers.items()),
                key=lambda one: str(one["name"]),
            ),
            "own": self.own,
            "returned": self.returned,
        }


def _ranked(counts: Counter[str], whole: int, what: str) -> list[dict[str, Any]]:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [{what: name, "count": n, "share": share(n, whole)} for name, n in ordered]
