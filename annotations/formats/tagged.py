"""Tokens with tags: how spans become BIO, IOB1 or BILUO tags and tags spans.

The files hold tokens, not texts, so a record is first told again as its tokens with one sign between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

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
    text, tokens = entry.article.text, spacy_tokens(entry.article.text)
    forms = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    at, parts = [], []
    length = 0
    for n, form in enumerate(forms):
        gap = "" if n == 0 else "\n" if n in begins else " "
        at.append(length + len(gap))
        parts.append(gap + form)
        length += len(gap) + len(form)
    items: list[Item] = [*entry.set] if entry.set else []
    moved: list[Item] = []
    for span in entry.spans():
        first, last = tokens.covered(span.start, span.end)
        moved.append(replace(span, start=at[first], end=at[last - 1] + len(forms[last - 1])))
    again = "".join(parts)
    if again != text:
        losses.note("texts whose white space is not kept", entry.article.id)
    rest = [item for item in items if item.kind != "span"]
    made = AnnotationSet.of(entry.article.id, entry.set.annotator, [*moved, *rest]) if entry.set else None
    article = entry.article
    return replace(entry, article=Article(article.id, again, article.title, article.meta), set=made)


def rows(entry: Record) -> tuple[list[list[str]], list[Tagged]]:
    """The tokens of a record told again, line by line, and its spans by number of token in the whole."""
    text = entry.article.text
    lines = [line.split(" ") for line in text.split("\n")]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for n, form in enumerate(form for line in lines for form in line):
        starts[at], ends[at + len(form)] = n, n + 1
        at += len(form) + 1
    return lines, [(starts[span.start], ends[span.end], span.label) for span in entry.spans()]


def article_of(lines: Sequence[Sequence[str]], spans: Iterable[Tagged]) -> tuple[str, list[Tagged]]:
    """The text of tokens in lines, and the spans by code points in it."""
    bounds: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        for form in line:
            bounds.append((at, at + len(form)))
            at += len(form) + 1
    text = "\n".join(" ".join(line) for line in lines)
    return text, [(bounds[first][0], bounds[last - 1][1], label) for first, last, label in spans]
