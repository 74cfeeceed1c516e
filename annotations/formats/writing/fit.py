"""The fitting of records to what a format can carry, with a count of what it cannot.

A fitted record is what the file must say when it is read again; a span or fact that is not in it was counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from annotations.facts import Fact
from annotations.formats import arcs
from annotations.formats.base import Format, How, Losses, Record
from annotations.formats.writing.alignment import Tokens, tokens_of
from annotations.formats.writing.label_names import Names
from annotations.sets import AnnotationSet, Item, Progress
from annotations.spans import Span, Status, in_order

LAYER = "overlaps"  # the part of a further file with the spans that overlap those of the first


class Fitter:
    """The fitter of one export's records."""

    def __init__(self, form: Format, how: How, losses: Losses) -> None:
        self._form, self._how, self._losses = form, how, losses
        self._labels = Names(form.names, losses)
        self._rank = {label: n for n, label in enumerate(how.schema.labels)}

    def layers(self, entry: Record) -> list[Record]:
        """Return the record as it is to be written; behind it, with overlaps kept, those of further files."""
        self._losses.told.clear()
        if self._form.lossless:
            return [entry]
        spans, same = self._spans(entry)
        facts = [fact.with_fillers(same) for fact in self._facts(entry)]
        layers = [spans] if self._form.overlaps else self._without_overlaps(entry, spans)
        self._count_the_rest(entry)
        made = [self._having(entry, layer, facts if n == 0 else []) for n, layer in enumerate(layers)]
        if self._form.fit is None:
            return made
        fitted = (self._form.fit(one, self._how, self._losses) for one in made)
        return [one for one in fitted if one is not None]

    def _having(self, entry: Record, spans: list[Span], facts: list[Fact]) -> Record:
        items: list[Item] = [*spans, *facts]
        whose = entry.set.annotator if entry.set else ""
        if entry.set:
            items += [Progress(entry.set.state), *(entry.set.topics.values() if self._form.topics else ())]
        made = AnnotationSet.of(entry.article.id, whose, items) if items else None
        return replace(entry, set=made, pool=())

    # --- spans

    def _spans(self, entry: Record) -> tuple[list[Span], dict[str, Span]]:
        """Return the spans that leave and, for those that another at the same place stands for, that one."""
        named: list[Span] = []
        seen: dict[tuple[int, int, str], Span] = {}
        same: dict[str, Span] = {}
        tokens = self._tokens(entry) if self._form.tokens else None
        for span in sorted(entry.spans(), key=lambda one: (one.status is Status.REJECTED, in_order(one))):
            if span.status is Status.REJECTED and not self._form.rejected:
                self._note("rejected spans", entry, span)
                continue
            label = self._labels.fit(span.label)
            renamed = span if label == span.label else replace(span, label=label)
            fitted = self._aligned(entry, renamed, tokens) if tokens else renamed
            if fitted is None:
                continue
            place = fitted.start, fitted.end, fitted.label
            if place in seen:
                self._note("spans twice at one place", entry, span)
                same[span.id] = seen[place]
            else:
                seen[place] = fitted
                named.append(fitted)
        return named, same

    def _tokens(self, entry: Record) -> Tokens:
        return tokens_of(entry.article.text, self._form.tokens, self._how.schema.language)

    def _aligned(self, entry: Record, span: Span, tokens: Tokens) -> Span | None:
        first, last = tokens.covered(span.start, span.end)
        if first == last:
            self._note("spans without a token", entry, span)
            return None
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if (start, end) == (span.start, span.end):
            return span
        self._note("spans off the tokens", entry, span)
        if self._form.tokens == "beside":
            return span
        return replace(span, start=start, end=end) if self._how.misaligned == "cover" else None

    def _without_overlaps(self, entry: Record, spans: list[Span]) -> list[list[Span]]:
        first, left = flat(spans, self._how.overlaps, self._rank)
        if not left or self._how.overlaps != "keep":
            for span in left:
                self._note(f"overlapping spans ({self._how.overlaps} first)", entry, span)
            return [first]
        layers = [first]
        while left:
            layer, left = flat(left, "longest", self._rank)
            layers.append(layer)
        for span in (span for layer in layers[1:] for span in layer):
            self._note("overlapping spans (in a further file)", entry, span)
        return layers

    # --- facts and all else

    def _facts(self, entry: Record) -> list[Fact]:
        facts = []
        for fact in entry.facts():
            if fact.status is Status.REJECTED:
                self._losses.note("rejected facts", f"{entry.article.id}: {fact.type}")
            elif not self._form.facts:
                self._losses.note("facts", f"{entry.article.id}: {fact.type}")
            else:
                facts.append(fact)
        if self._form.facts in ("arcs", "places"):
            return arcs.reduced(facts, entry.article.id, self._form, self._losses)
        return facts

    def _count_the_rest(self, entry: Record) -> None:
        lost = {
            "groups of facts": sum(fact.group is not None for fact in entry.facts()),
            "scores": sum(span.score is not None for span in entry.spans()) if not self._form.scores else 0,
            "entities of spans": sum(span.entity is not None for span in entry.spans()),
            "boilerplate": len(entry.set.boilerplate) if entry.set else 0,
            "comments": len(entry.set.comments) if entry.set else 0,
            "topics": len(entry.set.topics) if entry.set and not self._form.topics else 0,
        }
        for kind, count in lost.items():
            if count:
                self._losses.note(kind, f"{entry.article.id}: {count}", count)

    def _note(self, kind: str, entry: Record, span: Span) -> None:
        quote = entry.article.text[span.start : span.end]
        self._losses.note(kind, f"{entry.article.id} {span.start}-{span.end} {span.label} {quote[:60]!r}")


def flat(spans: Iterable[Span], rule: str, rank: dict[str, int]) -> tuple[list[Span], list[Span]]:
    """Return spans that do not overlap, and those left out for them, both in text order.

    "priority": the label that stands first in the schema wins, then the longest; any other rule: the longest,
    then the earliest, then the schema's order.
    """

    def strongest(span: Span) -> tuple[object, ...]:
        place = rank.get(span.label, len(rank))
        least = span.start - span.end
        return (
            (place, least, span.start, span.label)
            if rule == "priority"
            else (least, span.start, place, span.label)
        )

    kept: list[Span] = []
    left: list[Span] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans, key=strongest):
        n = bisect_right(ends, span.start)  # the first of the kept that ends behind its start
        if n < len(starts) and starts[n] < span.end:
            left.append(span)
        else:
            kept.append(span)
            starts.insert(n, span.start)
            ends.insert(n, span.end)
    return sorted(kept, key=in_order), sorted(left, key=in_order)
