"""Conversion between spans and tags on tokens, in the schemes BIO, IOB1 and BILUO.

The files hold tokens, not texts, so a record's text is first rebuilt from its tokens with one character
between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from annotations.formats.base import How, Losses, Record, Tagged, Tokenized
from annotations.formats.writing.alignment import Tokens, spacy_tokens
from annotations.sets import AnnotationSet, Item
from annotations.text.sentences import sentences

OUTSIDE = "O"
START = "-DOCSTART-"  # the line before an article; no sentence may begin with it
SCHEMES = ("bio", "iob1", "biluo")


def tags(count: int, spans: Iterable[Tagged], scheme: str) -> list[str]:
    """Return the tags of `count` tokens; the spans must not overlap.

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
    """Return the spans that tags state, in any scheme, BIOES too; a tag that continues nothing begins one.

    >>> spans_of(["I-A", "I-A", "B-A", "O", "U-B", "S-B"])
    [(0, 2, 'A'), (2, 3, 'A'), (4, 5, 'B'), (5, 6, 'B')]
    """
    spans: list[Tagged] = []
    is_open = False
    for n, tag in enumerate(found):
        sign, _, label = ("", "", "") if tag == OUTSIDE else tag.partition("-")
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
    """Return the record as tokens with a blank between them, a line a sentence; a span keeps to one line."""
    return _told(entry, how, losses, by_sentence=True)


def told_in_a_row(entry: Record, how: How, losses: Losses) -> Record:
    """Return the record as tokens with a blank between them."""
    return _told(entry, how, losses, by_sentence=False)


def _told(entry: Record, how: How, losses: Losses, *, by_sentence: bool) -> Record:
    article, spans = entry.article, entry.spans()
    tokens = spacy_tokens(article.text, how.schema.language)
    places = [tokens.covered(span.start, span.end) for span in spans]
    cuts = _cuts(article.text, tokens, places) if by_sentence else []
    forms = [article.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    lines = [forms[first:last] for first, last in pairwise([0, *cuts, len(forms)])]
    again = "\n".join(map(" ".join, lines))
    if again != article.text:
        losses.note("texts whose white space is not kept", article.id)
    starts = _starts(forms)
    items: list[Item] = [item for item in entry.set or () if item.kind != "span"]
    items += [span.at(starts[a], starts[b] - 1) for span, (a, b) in zip(spans, places, strict=True)]
    tagged = [(first, last, span.label) for span, (first, last) in zip(spans, places, strict=True)]
    return replace(
        entry,
        article=replace(article, text=again),
        set=AnnotationSet.of(article.id, entry.set.annotator, items) if entry.set else None,
        tokenized=Tokenized(lines, tagged),
    )


def _cuts(text: str, tokens: Tokens, places: Iterable[tuple[int, int]]) -> list[int]:
    """Return the numbers of the tokens that begin a sentence.

    Left out are those within a span and those that would look like an article's start.
    """
    firsts = {tokens.covered(start, end)[0] for start, end in sentences(text)}
    for first, last in places:
        if last - first > 1:
            firsts.difference_update(range(first + 1, last))
    return sorted(n for n in firsts if n and text[tokens.starts[n] : tokens.ends[n]] != START)


def _starts(forms: Iterable[str]) -> list[int]:
    """Return where each token begins with one character between two, and where one more would."""
    return [0, *accumulate(map((1).__add__, map(len, forms)))]


def places(forms: Iterable[str], spans: Iterable[Tagged]) -> list[Tagged]:
    """Return the spans in code points of the text that these tokens make with one character between two."""
    starts = _starts(forms)
    return [(starts[first], starts[last] - 1, label) for first, last, label in spans]
