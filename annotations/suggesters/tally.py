"""The tally of a suggester's run: what came, what was left out and why, in one sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING, Any

from annotations.json_fields import BadItem
from annotations.processes.quick_dataclass import dataclass

if TYPE_CHECKING:
    from annotations.suggesters.answers import SuggesterAnswer

COUNTS = ("articles", "spans", "facts", "given", "errors", "noise")  # those that are numbers
ONE = {  # what is left out, of one
    "quotes not in the text": "quote not in the text",
    "unknown labels": "unknown label",
    "scores that are none": "score that is none",
    "triggers not in the text": "trigger not in the text",
    "unknown fact types": "unknown fact type",
    "facts without a role": "fact without a role",
    "unknown roles": "unknown role",
    "role fillers not in the text": "role filler not in the text",
    "errors": "error",
    "lines": "line",
}


@dataclass
class SuggesterTally:
    """The counts of one run or several: articles answered, spans and facts taken, what was left out of how many."""

    name: str
    articles: int = 0
    spans: int = 0
    facts: int = 0
    given: int = 0
    errors: int = 0
    noise: int = 0
    left: Counter[str] = field(default_factory=Counter)
    trimmed: Counter[str] = field(default_factory=Counter)

    def take(self, answer: SuggesterAnswer) -> None:
        """Count an answer."""
        self.articles += not answer.error
        self.errors += bool(answer.error)
        self.spans += len(answer.places)
        self.facts += len(answer.facts)
        self.given += answer.given
        self.left.update(answer.left)
        self.trimmed.update(+answer.trimmed)

    def add(self, other: SuggesterTally) -> None:
        """Add the counts of another run."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.left.update(other.left)
        self.trimmed.update(other.trimmed)

    @property
    def sentence(self) -> str:
        """Return the counts in words: 18 articles, 240 spans; 12 of 252 left out: 9 quotes not in the text, …"""
        found = [_many(self.spans, "spans")] * bool(self.spans or not self.facts)
        found += [_many(self.facts, "facts")] * bool(self.facts)
        said = f"{_many(self.articles, 'articles')}, {' and '.join(found)}"
        if out := self.left.total():
            said += f"; {out:,} of {self.given:,} left out: {_listed(self.left)}"
        if self.trimmed:
            said += f"; left out of facts: {_listed(self.trimmed)}"
        if self.errors:
            said += f"; {_many(self.errors, 'errors')}"
        if self.noise:
            said += f"; {_many(self.noise, 'lines')} that {'are' if self.noise > 1 else 'is'} no answer"
        return f"{said}."

    def to_json(self) -> dict[str, Any]:
        plain = {name: getattr(self, name) for name in ("name", *COUNTS)}
        return {**plain, "left_out": dict(self.left), "left_out_of_facts": dict(self.trimmed)}

    @classmethod
    def from_json(cls, value: Any) -> SuggesterTally:
        """Return the counts that `to_json` wrote.  BadItem for anything else."""
        if not isinstance(value, dict):
            raise BadItem("a tally is none")
        counts = {name: _count(value.get(name)) for name in COUNTS}
        return cls(
            str(value.get("name")),
            **counts,
            left=_counter(value.get("left_out")),
            trimmed=_counter(value.get("left_out_of_facts")),
        )


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise BadItem("a count is none")
    return value


def _counter(value: object) -> Counter[str]:
    if not isinstance(value, dict):
        raise BadItem("counts are none")
    return Counter({str(name): _count(count) for name, count in value.items()})


def _many(count: int, what: str) -> str:
    return f"{count:,} {ONE.get(what, what.removesuffix('s')) if count == 1 else what}"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(_many(count, what) for what, count in counts.most_common() if count)
