"""Tokens with tags: how spans become BIO, IOB1 or BILUO tags and tags spans.

The files hold tokens, not texts, so a record is first told again as its tokens with one sign between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise

from annotations.articles import Article
from annotations.formats.aligning import spacy_tokens
from annotations.formats.base import How, Losses, Record
from annotations.sentences import sentences
from annotations.sets import AnnotationSet, Item

OUTSIDE = "O"
START = "-DOCSTART-"  # the line before an article; no sentence may begin with it
SCHEMES = ("bio", "iob1", "biluo")
Tagged = tuple[int, int, str]  # first token, token behind the last, label


def tags(count: int, spans: Iterable[Tagged], scheme: str) -> list[str]:
    """A tag for each of so many tokens; the spans must not overlap.

    >>> tags(4, [(0, 2, "A"), (2, 3, "A")], "iob1")
    ['I-A', 'I-A', 'B-A', 'O']
    """
    found = [OUTSIDE] * count
    end, before = 0, ""
    for first, last, label in sorted(spans):
        begin = "I" if scheme == "iob1" and not (end == first and before == label and first) else "B"
        inner = [begin, *"I" * (last - first - 1)]
        if scheme == "biluo":
            inner = ["U"] if len(inner) == 1 else [*inner[:-1], "L"]
        found[first:last] = [f"{sign}-{label}" for sign in inner]
        end, before = last, label
    return found


def spans_of(found: Sequence[str]) -> list[Tagged]:
    """The spans of tags in any scheme, BIOES too; a tag that continues nothing begins a span.

    >>> spans_of(["I-A", "I-A", "B-A", "O", "U-B", "S-B"])
    [(0, 2, 'A'), (2, 3, 'A'), (4, 5, 'B'), (5, 6, 'B')]
    """
    spans: list[Tagged] = []
    is_open = False
    for n, tag in enumerate(found):
        sign, _, label = tag.partition("-")
        if not label:
            is_open = False
            continue
        goes_on = is_open and sign in "IMLE" and spans[-1][2] == label
        if goes_on:
            spans[-1] = (spans[-1][0], n + 1, label)
        else:
            spans.append((n, n + 1, label))
        is_open = sign in "BIM"
    return spans


def told_by_sentence(entry: Record, how: How, losses: Losses) -> Record:
    """The record as tokens with a blank between them and a line a sentence; a span keeps to one line."""
    text, tokens = entry.article.text, spacy_tokens(entry.article.text)
    firsts = {tokens.covered(start, end)[0] for start, end in sentences(text)}
    begins = {n for n in firsts if text[tokens.starts[n] : tokens.ends[n]] != START}
    inside: set[int] = set()
    for span in entry.spans():
        first, last = tokens.covered(span.start, span.end)
        inside.update(range(first + 1, last))
    return told(entry, begins - inside, losses)


def told_in_a_row(entry: Record, how: How, losses: Losses) -> Record:
    """The record as tokens with a blank between them."""
    return told(entry, set(), losses)


def told(entry: Record, begins: set[int], losses: Losses) -> Record:
    """The record as its tokens: a line break before those that begin a sentence, else a blank."""
    article, tokens = entry.article, spacy_tokens(entry.article.text)
    forms = [article.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    cuts = pairwise([0, *sorted(begins - {0}), len(forms)])
    again = "\n".join(" ".join(forms[first:last]) for first, last in cuts)
    if again != article.text:
        losses.note("texts whose white space is not kept", article.id)
    made = None
    if entry.set:
        starts = _starts(forms)
        items: list[Item] = [item for item in entry.set if item.kind != "span"]
        for span in entry.spans():
            first, last = tokens.covered(span.start, span.end)
            items.append(span.at(starts[first], starts[last] - 1))
        made = AnnotationSet.of(article.id, entry.set.annotator, items)
    return replace(entry, article=Article(article.id, again, article.title, article.meta), set=made)


def rows(entry: Record) -> tuple[list[list[str]], list[Tagged]]:
    """The tokens of a record told again, line by line, and its spans by number of token in the whole."""
    lines = [line.split(" ") for line in entry.article.text.split("\n")]
    starts = _starts(chain.from_iterable(lines))
    spans = entry.spans()
    return lines, [
        (bisect_left(starts, s.start), bisect_left(starts, s.end + 1), s.label) for s in spans
    ]


def _starts(forms: Iterable[str]) -> list[int]:
    """Where each token begins with one sign between two, and where one more would."""
    return [0, *accumulate(map((1).__add__, map(len, forms)))]


def article_of(lines: Sequence[Sequence[str]], spans: Iterable[Tagged]) -> tuple[str, list[Tagged]]:
    """The text of tokens in lines, and the spans by code points in it."""
    starts = _starts(chain.from_iterable(lines))
    text = "\n".join(map(" ".join, lines))
    return text, [(starts[first], starts[last] - 1, label) for first, last, label in spans]
