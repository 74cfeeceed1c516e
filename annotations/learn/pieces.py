"""The examples that a pipeline is trained on: articles cut into pieces, their spans set on its tokens.

An article of 5,000 words would be one step of training, so it is cut, best at blank lines.  What nobody has
decided in an article that is only started is missing: neither a name nor none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotations.learn.shapes import Lesson
from annotations.text.spacy_tokens import doc_of
from annotations.training.scores import Marking

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.training import Example

SIZE = 350  # tokens of a piece at most, about 300 words, where there is any place to cut
LEAST = 16  # tokens of a piece that ends at a blank line
BLANK_LINE = 3
OFF_TOKENS, NESTED, BLANK = "off the tokens", "inside another span", "nothing but blanks"


class Taught(NamedTuple):
    """The examples of some lessons, the spans among them by label, and those left out by reason."""

    examples: list[Example]
    trained: Counter[str]
    left_out: Counter[str]


def taught(nlp: Language, lessons: Iterable[Lesson], labels: Collection[str]) -> Taught:
    """Return the lessons as examples for the pipeline, with the spans of the labels."""
    result = Taught([], Counter(), Counter())
    for lesson in lessons:
        text = sound(lesson.text)
        kept = settled((mark for mark in lesson.marks if mark.label in labels), result.left_out)
        for start, end in cuts(doc_of(nlp, text), kept):
            inside = [mark for mark in kept if start <= mark.start and mark.end <= end]
            example = _example(nlp, lesson, text[start:end], start, inside, result)
            if lesson.is_done or any(example.get_aligned_ner()):  # else there is nothing to learn from it
                result.examples.append(example)
    return result


def sound(text: str) -> str:
    """Return the text with a replacement character for each lone surrogate, which no token can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def settled(marks: Iterable[Marking], left_out: Counter[str]) -> list[Marking]:
    """Return the marks in order, of two that overlap the longer one; count the others."""
    kept: list[Marking] = []
    ends = -1
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= ends:
            kept.append(mark)
        else:
            left_out[NESTED] += 1
            if mark.end - mark.start <= kept[-1].end - kept[-1].start:
                continue
            kept[-1] = mark
        ends = kept[-1].end
    return kept


def cuts(doc: Doc, marks: Sequence[Marking]) -> list[tuple[int, int]]:
    """Return the bounds of the text's pieces, code points: cut at blank lines, no mark cut in two.

    Where there is none for long, cut at a line's end, else between any two tokens.
    """
    if not len(doc):
        return []
    worth = _worth(doc, marks)
    starts, first = [0], 0
    for token in range(len(doc)):
        if worth[token] == BLANK_LINE and token - first >= LEAST:
            starts.append(first := token)
    bounds = [doc[at].idx for start, end in pairwise([*starts, len(doc)]) for at in _long(start, end, worth)]
    return list(pairwise([*bounds, len(doc.text)]))


def _long(start: int, end: int, worth: Sequence[int]) -> Iterator[int]:
    """Yield the first tokens of the pieces that so long a paragraph is cut into."""
    yield start
    while end - start > SIZE * 3 // 2:
        places = range(start + SIZE // 2, start + SIZE * 3 // 2)
        middle = start + SIZE
        start = max(places, key=lambda i: (worth[i], -abs(i - middle)))
        yield start


def _worth(doc: Doc, marks: Sequence[Marking]) -> list[int]:
    """Return for each token how good a cut in front of it is: 0 is within a mark, BLANK_LINE the best."""
    worth = [1] * len(doc)
    for before, token in zip(doc, doc[1:] if len(doc) > 1 else (), strict=False):
        worth[token.i] += min(before.text.count("\n"), 2) if before.is_space else 0
    number = {token.idx: token.i for token in doc}
    for mark in marks:
        for at in range(mark.start + 1, mark.end):
            if at in number:
                worth[number[at]] = 0
    return worth


def _example(
    nlp: Language, lesson: Lesson, text: str, start: int, marks: Sequence[Marking], result: Taught
) -> Example:
    from spacy.training import Example

    gold = doc_of(nlp, text)
    spans = list(_spans(gold, start, marks, result))
    if lesson.is_done:
        gold.set_ents(spans)
    else:
        outside = _outside(gold, start, lesson, spans)
        gold.set_ents(spans, outside=outside, default="missing")
    return Example(doc_of(nlp, text), gold)


def _spans(gold: Doc, start: int, marks: Iterable[Marking], result: Taught) -> Iterator[Span]:
    """Yield the marks as spans of tokens, blanks at their bounds left out; count all."""
    from spacy.tokens import Span

    for mark in marks:
        span = gold.char_span(mark.start - start, mark.end - start)
        if span is None:
            result.left_out[OFF_TOKENS] += 1
            continue
        words = [token.i for token in span if not token.is_space]
        if not words:
            result.left_out[BLANK] += 1
            continue
        result.trained[mark.label] += 1
        yield Span(gold, words[0], words[-1] + 1, mark.label)


def _outside(gold: Doc, start: int, lesson: Lesson, spans: Sequence[Span]) -> list[Span]:
    """Return the tokens of what was rejected, where no confirmed span lies, as spans of one token."""
    taken = {i for span in spans for i in range(span.start, span.end)}
    length = len(gold.text)
    rejected = [
        gold.char_span(max(low - start, 0), min(high - start, length), alignment_mode="expand")
        for low, high in lesson.outside
        if low - start < length and high > start and high > low
    ]
    inside = {i for span in rejected if span for i in range(span.start, span.end)}
    return [gold[i : i + 1] for i in sorted(inside - taken)]
