"""Prodigy's JSONL: tokens are spaCy's, `token_end` is inclusive, hashes are signed 32-bit numbers.

A fact is relations from its head to its fillers (`arcs`); `head` and `child` are the last tokens of the two.
"""

from __future__ import annotations

from annotations.formats.base import How
from annotations.formats.lines.json_values import JsonLines
from annotations.formats.tools.prodigy_writing import tasks
from annotations.formats.writing.output import Output


def write(out: Output, how: How) -> JsonLines:
    """Return a sink with a record's tasks one below the other: tokens, spans, relations.

    A span off the token bounds keeps its offsets and gets the tokens that it touches.  Topics are what was
    accepted, a rejected span is a task of its own.
    """
    return JsonLines(out, lambda entry: "\n".join(tasks(entry, how.offsets, how.schema.language)))
