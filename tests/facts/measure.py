"""How many facts of the gold are proposed, and how many proposals are right.

`python -m tests.facts.measure` measures on the project's samples, on which the rules were tuned; with a folder behind it
(`tests/facts/unseen/held`), on its articles, gold and spans; with files, the share of the sentences that state an attack,
casualty, statement or deployment (by a trigger of those types) that get a fact.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from annotations.articles import Article, Asked
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.spans import Span
from annotations.suggest import facts as fact_proposals
from annotations.suggest import suggester as suggesters
from annotations.text.sentences import sentences
from annotations.text.word_forms import index

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
GOLD, SPANS = "gold.jsonl", "spans.jsonl"
STATED = ("ATTACK", "CASUALTY", "STATEMENT", "DEPLOYMENT")
NEWS = schema_reader.parse(schema_reader.shipped("news"))


@dataclass
class Measured:
    """Counts; shares are what was right of what there was."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    judged: dict[tuple[str, str, int], tuple[bool, float]] = field(
        default_factory=dict
    )  # proposals: right, score

    def count(self, what: str, right: bool, missed: str = "") -> None:
        self.of[what] += 1
        self.right[what] += right
        if not right and missed:
            self.missed.append(f"{what}: {missed}")

    def share(self, what: str) -> float:
        return self.right[what] / self.of[what] if self.of[what] else 0.0

    def __str__(self) -> str:
        rows = (
            f"{what:10} {self.right[what]:4} of {of:4}  {self.share(what):.0%}"
            for what, of in self.of.items()
        )
        return "\n".join([*rows, *self._doubtful()])

    def _doubtful(self) -> list[str]:
        """The wrong proposals in the third with the lowest scores."""
        scored = [(score, right) for right, score in self.judged.values()]
        wrong = sum(not right for _, right in scored)
        low = in_lowest_third(scored)
        return [f"doubtful   {low:4.1f} of {wrong:4}  {low / wrong:.0%}"] if wrong else []


def in_lowest_third(scored: Sequence[tuple[float, bool]]) -> float:
    """How many wrong ones are expected in the third with the lowest scores; of equal scores a share."""
    size, found = len(scored) / 3, 0.0
    for score in sorted({score for score, _ in scored}):
        tied = [right for other, right in scored if other == score]
        found += tied.count(False) * min(1.0, size / len(tied))
        size -= len(tied)
        if size <= 0:
            break
    return found


def proposed(paths: list[Path]) -> Iterator[tuple[str, str, list[Fact], list[tuple[int, int]]]]:
    """Each file's name, text and proposed facts, on the spans of `given`; boilerplate."""
    for article, spans, marks in given(paths):
        yield article.id, article.text, fact_proposals.propose(article, spans, NEWS, marks), marks


def given(paths: list[Path]) -> Iterator[tuple[Article, list[Span], list[tuple[int, int]]]]:
    """Each file as an article, with the shipped pipeline's spans taken as confirmed, and its boilerplate.

    Where SPANS lies beside the files, with the spans it has.
    """
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in paths}
    confirmed = _confirmed(paths[0].with_name(SPANS))
    asked = [Asked(name, text) for name, text in texts.items()]
    for found in _pipeline().suggest(asked, set(NEWS.labels)):
        marks = sorted((mark.start, mark.end) for mark in found.boilerplate)
        spans = confirmed.get(found.article, found.spans)
        yield Article(found.article, texts[found.article]), spans, marks


@cache
def _pipeline() -> suggesters.Suggester:
    return suggesters.load("en_news")


def _confirmed(path: Path) -> dict[str, list[Span]]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = [json.loads(line) for line in lines]
    return {row["file"]: [Span(f"{s}-{e}", s, e, label) for s, e, label in row["spans"]] for row in rows}


def against_gold(texts: Path = ROOT / "samples", gold: Path = HERE / GOLD) -> Measured:
    """Triggers found, of those types and modality right, of the gold's fillers found, and of the proposals in the
    gold's sentences those that are in the gold.  A row of type null is a sentence without a fact."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    measured = Measured()
    for name, text, facts, _ in proposed(sorted(texts.glob("*.txt"))):
        bounds = sentences(text)
        wanted: dict[int, list[dict[str, Any]]] = {}
        for row in (row for row in rows if row["file"] == name):
            there = wanted.setdefault(_sentence(text, bounds, row["at"]), [])
            there += [row] if row["type"] else []
        for n, stated in wanted.items():
            here = [fact for fact in facts if fact.trigger and bounds[n][0] <= fact.trigger[0] < bounds[n][1]]
            met = [_compare(text, row, here, measured) for row in stated]
            for fact in here:
                quote = f"{name}: {fact.type} {text[slice(*fact.trigger or (0, 0))]}"
                right = any(fact is one for one in met)
                measured.count("proposal", right, quote)
                start = fact.trigger[0] if fact.trigger else 0
                measured.judged[name, fact.type, start] = right, fact.score or 0.0
    return measured


def _sentence(text: str, bounds: list[tuple[int, int]], at: str) -> int:
    place = text.index(at)
    return next(n for n, (start, end) in enumerate(bounds) if start <= place < end)


def _compare(text: str, row: dict[str, Any], here: list[Fact], measured: Measured) -> Fact | None:
    found = [fact for fact in here if fact.trigger and _meets(text, fact.trigger, row["trigger"])]
    where = f"{row['file']}: {row['type']} {row['trigger']}"
    measured.count("trigger", bool(found), where)
    best = next((fact for fact in found if fact.type == row["type"]), None)
    if found:
        measured.count("type", best is not None, where)
    if best is None:
        return None
    measured.count("modality", best.modality.value == row.get("modality", best.modality.value), where)
    measured.count("negated", best.negated == row.get("negated", False), where)
    roles = {role.role: [(f.start, f.end) for f in role.fillers] for role in best.roles}
    for role, quotes in row["roles"].items():
        for quote in quotes:
            met = any(_meets(text, place, quote) for place in roles.get(role, []))
            measured.count("role", met, f"{where}: {role} {quote}")
    for role, places in roles.items():
        for place in places:
            right = any(_meets(text, place, quote) for quote in row["roles"].get(role, []))
            measured.count("filler", right, f"{where}: {role} {text[slice(*place)]} is none")
    return best


def _meets(text: str, place: tuple[int, int], quote: str) -> bool:
    said = text[slice(*place)]
    return said in quote or quote in said


def coverage(paths: list[Path]) -> Measured:
    """Of the sentences with a trigger of the STATED types, outside boilerplate, those that get a fact of any type."""
    forms = index(lemma for name in STATED for lemma in NEWS.facts[name].triggers)
    measured = Measured()
    for name, text, facts, marks in proposed(paths):
        for start, end in sentences(text):
            words = {word.strip("“”\"'.,;:()").lower() for word in text[start:end].split()}
            if words & forms.keys() and not any(low < end and high > start for low, high in marks):
                has = any(fact.trigger and start <= fact.trigger[0] < end for fact in facts)
                measured.count("sentence", has, f"{name}: {text[start:end][:200]}")
    return measured


def measure(arguments: list[str]) -> Measured:
    """As the module's docstring says."""
    paths = [Path(word) for word in arguments]
    if not paths:
        return against_gold()
    return against_gold(paths[0], paths[0] / GOLD) if paths[0].is_dir() else coverage(paths)


if __name__ == "__main__":
    result = measure([word for word in sys.argv[1:] if word != "--missed"])
    print(result)
    if "--missed" in sys.argv:
        print("\n".join(result.missed))
