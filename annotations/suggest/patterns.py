"""A project's own word lists and token patterns: `patterns.jsonl`, in the shape of Prodigy's.

A line is {"label": ..., "pattern": "a wording"} or {"label": ..., "pattern": [{"lower": "a"}, ...]}; spaCy's
matcher does the matching.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.errors import UserError
from annotations.suggest.mentions import Repeat
from annotations.text.spacy_tokens import blank

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

FILE = "patterns.jsonl"
PATTERN, SCORE = "pattern", 0.9  # origin, and the score of every match


class Patterns:
    """The patterns of a project, ready to be looked for.  UserError names the line of the first mistake."""

    def __init__(self, path: Path, vocab: Vocab) -> None:
        from spacy.matcher import Matcher
        from spacy.tokens import Doc

        self._matcher, tokenize = Matcher(vocab), blank().make_doc
        for number, line in enumerate(_lines(path), 1):
            if line.strip():
                label, pattern = _read(line, path, number)
                if isinstance(pattern, str):
                    words = (token.text for token in tokenize(pattern) if not token.is_space)
                    pattern = [{"ORTH": word} for word in words]
                try:
                    self._matcher.add(label, [pattern])
                    self._matcher(Doc(vocab))
                except (ValueError, TypeError) as error:
                    raise UserError(
                        f"This is no token pattern: {str(error).splitlines()[0]}", where=path, line=number
                    ) from error

    def find(self, doc: Doc) -> Iterator[Repeat]:
        """Yield every match, the longest and the others."""
        if len(self._matcher):
            for match, start, end in self._matcher(doc):
                if end > start:
                    span = doc[start:end]
                    label = doc.vocab.strings[match]
                    yield Repeat(span.start_char, span.end_char, label, SCORE, PATTERN)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").split("\n") if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "The patterns cannot be read; they should be JSON lines in UTF-8.", where=path
        ) from error


def _read(line: str, path: Path, number: int) -> tuple[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise UserError("This line is not JSON.", where=path, line=number) from error
    label = value.get("label") if isinstance(value, dict) else None
    pattern = value.get("pattern") if isinstance(value, dict) else None
    if not isinstance(label, str) or not label or not isinstance(pattern, str | list) or not pattern:
        raise UserError('A pattern is written {"label": ..., "pattern": ...}.', where=path, line=number)
    return label, pattern
