"""A line of `patterns.jsonl` as a value: {"label": ..., "pattern": "a wording"} or a list of tokens; no spaCy here.

One with "stop" in place of "pattern" is a wording that is not to be suggested with that label, by anything.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from annotations.errors import UserError
from annotations.json_fields import BadItem, check_whole

FILE = "patterns.jsonl"
Tokens = list[Any]  # what spaCy's matcher takes, not yet looked at
NO_JSON = "This line is not JSON."
NO_UTF8 = "This line is not UTF-8."
NO_PATTERN = 'A pattern is written {"label": ..., "pattern": ...}.'
TOO_DEEP = "This line is nested too deeply to be a pattern."
NO_WORDS = "This wording is punctuation alone, which stands nearly everywhere, and was left out."


def text_of(path: Path, errors: str = "strict") -> str:
    """Return what the file holds, "" when it is not there.  UserError when it cannot be read."""
    try:
        return path.read_text("utf-8-sig", errors) if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "The patterns cannot be read; they should be JSON lines in UTF-8.", where=path
        ) from error


class PatternsText(NamedTuple):
    """The content of a project's `patterns.jsonl`; `unread`: why it could not be read, "" where it could."""

    text: str = ""
    unread: str = ""

    @classmethod
    def below(cls, folder: Path | None) -> PatternsText:
        """Return what the file in the folder holds, nothing where there is none; a line that is not UTF-8 costs itself alone."""
        try:
            return cls(text_of(folder / FILE, errors="surrogateescape")) if folder else cls()
        except UserError as error:
            return cls(unread=error.sentence)


class PatternLine(NamedTuple):
    """A label with a wording, or with tokens, and the line it stands on (0: on none yet).

    `is_stop`: the wording is not to be suggested.
    """

    label: str
    pattern: str | Tokens
    line: int = 0
    is_stop: bool = False

    @property
    def is_wording(self) -> bool:
        """Return whether it is a wording that is to be suggested."""
        return isinstance(self.pattern, str) and not self.is_stop

    def words(self) -> str:
        """Return the pattern as people read it: the wording, or the tokens, or the line that stops one, as written."""
        if self.is_stop:
            return self.written()
        if isinstance(self.pattern, str):
            return self.pattern
        return json.dumps(self.pattern, ensure_ascii=False)

    def written(self) -> str:
        """Return the line as it is written, without its end."""
        name = "stop" if self.is_stop else "pattern"
        return json.dumps({"label": self.label, name: self.pattern}, ensure_ascii=False)


def parsed(line: str, number: int = 0) -> PatternLine:
    """Return the pattern of a line that is not blank.  UserError, without a place, when it is none."""
    try:
        line.encode()
        value = json.loads(line)
        if "\\u" in line:
            check_whole(value)
    except RecursionError as error:
        raise UserError(TOO_DEEP) from error
    except BadItem as error:
        raise UserError(f"This pattern was not taken: {error}.") from error
    except UnicodeEncodeError as error:
        raise UserError(NO_UTF8) from error
    except ValueError as error:
        raise UserError(NO_JSON) from error
    label = value.get("label") if isinstance(value, dict) else None
    pattern = value.get("pattern") if isinstance(value, dict) else None
    stop = value.get("stop") if isinstance(value, dict) and pattern is None else None
    if isinstance(label, str) and label and isinstance(stop, str) and stop.strip():
        return PatternLine(label, stop, number, is_stop=True)
    if not isinstance(label, str) or not label or not isinstance(pattern, str | list) or not pattern:
        raise UserError(NO_PATTERN)
    return PatternLine(label, pattern, number)


def has_words(wording: str) -> bool:
    """Return whether more than punctuation is in the wording: letters, digits, emoji."""
    return any(unicodedata.category(char)[0] not in "PZC" for char in wording)
