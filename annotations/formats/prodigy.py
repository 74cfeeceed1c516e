"""Prodigy's JSONL: tokens are spaCy's, `token_end` is inclusive, hashes are signed 32-bit numbers."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from annotations.formats.base import Losses, Record
from annotations.record import Json
from annotations.sets import FINISHED
from annotations.spans import Span, in_order
from annotations.tokenizing import blank, doc_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def write(records: Iterable[Record], out: TextIO, losses: Losses) -> None:
    """A task a record, with tokens and spans.

    A span off the token bounds keeps its offsets and gets the tokens that it touches; spans on white space
    alone, which no token covers, are left out.  Topics are what was accepted.
    Facts and the status of spans are not carried.
    """
    from murmurhash import mrmr

    nlp = blank()
    for entry in records:
        task = _task(entry, doc_of(nlp, entry.article.text), losses)
        task["_input_hash"] = mrmr.hash(entry.article.text)
        task["_task_hash"] = mrmr.hash(json.dumps([task["_input_hash"], task["spans"]], sort_keys=True))
        out.write(json.dumps(task, ensure_ascii=False) + "\n")


def _task(entry: Record, doc: Doc, losses: Losses) -> dict[str, Any]:
    article, made = entry.article, entry.set
    spans = sorted([*(made.spans.values() if made else ()), *entry.pool_spans()], key=in_order)
    if made and made.facts:
        losses.note("facts", f"{article.id}: {len(made.facts)}")
    finished = made is not None and made.state in FINISHED
    starts, ends = [t.idx for t in doc], [t.idx + len(t) for t in doc]
    written = [_span(span, starts, ends, article.id, article.text, losses) for span in spans]
    tokens = [
        {"text": t.text, "start": t.idx, "end": t.idx + len(t), "id": t.i, "ws": bool(t.whitespace_)}
        for t in doc
    ]
    chosen = {"accept": sorted(made.topics)} if made and made.topics else {}
    return {
        "text": article.text,
        "meta": {**article.meta, "id": article.id, "title": article.title},
        "tokens": tokens,
        "spans": [span for span in written if span],
        **chosen,
        "_view_id": "spans_manual",
        "_session_id": made.annotator if made else None,
        "answer": "accept" if finished else "ignore",
    }


def _span(
    span: Span, starts: list[int], ends: list[int], article: str, text: str, losses: Losses
) -> Json | None:
    first, last = bisect_right(ends, span.start), bisect_left(starts, span.end) - 1
    quote = text[span.start : span.end]
    if last < first:
        losses.note("spans without a token", f"{article} {span.start}-{span.end} {span.label}")
        return None
    if (starts[first], ends[last]) != (span.start, span.end):
        losses.note("spans off the tokens", f"{article} {span.start}-{span.end} {span.label} {quote!r}")
    return {
        "start": span.start,
        "end": span.end,
        "token_start": first,
        "token_end": last,
        "label": span.label,
        "text": quote,
    }
