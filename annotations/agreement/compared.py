"""The material of agreement: an article's tokens and the items that each annotator confirmed on it.

What anybody compared holds for boilerplate is left out for all of them: it is a question of its own, and who
marked it was to mark nothing else there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from itertools import accumulate

from annotations.agreement.ranges import Range, merged
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD, AnnotationSet
from annotations.spans import Span, Status
from annotations.text.tokens import tokens


@dataclass(frozen=True)
class Compared:
    """An article and the sets on it, by annotator; only confirmed items are compared.

    `gold`: the set that was approved in a review, where there is one.  `judge`: whose boilerplate alone is left out.
    """

    article: str
    text: str
    sets: Mapping[str, AnnotationSet]
    gold: AnnotationSet | None = None
    judge: str = ""
    split: list[tuple[int, int]] = field(
        default_factory=list, compare=False, repr=False
    )  # the tokens, if known

    @cached_property
    def all_tokens(self) -> list[Range]:
        """Return the bounds of all tokens, those in boilerplate too."""
        return self.split or tokens(self.text)

    @cached_property
    def tokens(self) -> list[Range]:
        return [bounds for bounds in self.all_tokens if self.counts(bounds)]

    @cached_property
    def boilerplate(self) -> dict[str, list[Range]]:
        """Return what each annotator holds for boilerplate, in order, ranges that share a character made one."""
        return {
            who: merged((b.start, b.end) for b in made.boilerplate.values() if b.status is Status.CONFIRMED)
            for who, made in self.sets.items()
        }

    @cached_property
    def left_out(self) -> list[Range]:
        """Return the ranges that are left out, in order."""
        whose = [self.judge] if self.judge else list(self.sets)
        return merged((r for who in whose for r in self.boilerplate.get(who, ())), touching=True)

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        return {
            who: [
                s
                for s in made.spans.values()
                if s.status is Status.CONFIRMED and self.counts((s.start, s.end))
            ]
            for who, made in self.sets.items()
        }

    @cached_property
    def facts(self) -> dict[str, list[Fact]]:
        return {
            who: [f for f in made.facts.values() if f.status is Status.CONFIRMED and self.counts(f.place)]
            for who, made in self.sets.items()
        }

    @cached_property
    def counted_sets(self) -> dict[str, AnnotationSet]:
        """Return the sets without the items that are left out."""
        if not self.left_out:
            return dict(self.sets)
        return {who: made.lacking(*self._lost(made)) for who, made in self.sets.items()}

    @property
    def length(self) -> int:
        """Return the code points that count."""
        return len(self.text) - sum(end - start for start, end in self.left_out)

    def squeezed(self, offset: int) -> int:
        """Return where the offset lies in the text without what is left out."""
        if not self.left_out:
            return offset
        at = bisect_right(self._ends, offset)
        within = max(0, offset - self.left_out[at][0]) if at < len(self.left_out) else 0
        return offset - self._gone[at] - within

    def beside_gold(self, who: str) -> Compared | None:
        """Return the article with that annotator's set and gold alone, if it has both; gold says what is boilerplate."""
        if self.gold is None or who not in self.sets:
            return None
        sets = {who: self.sets[who], GOLD: self.gold}
        return Compared(self.article, self.text, sets, judge=GOLD, split=self.all_tokens)

    def counts(self, bounds: Range) -> bool:
        """Return whether the range lies within nothing that is left out."""
        if not self.left_out:
            return True
        at = bisect_left(self._ends, bounds[1])
        return at == len(self.left_out) or self.left_out[at][0] > bounds[0]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.left_out]

    @cached_property
    def _gone(self) -> list[int]:
        return [0, *accumulate(end - start for start, end in self.left_out)]

    def _lost(self, made: AnnotationSet) -> list[Span | Fact]:
        spans = (s for s in made.spans.values() if not self.counts((s.start, s.end)))
        return [*spans, *(f for f in made.facts.values() if not self.counts(f.place))]
