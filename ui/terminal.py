"""The one door to the terminal: what is said there holds no control character of a name, a text or a file."""

from __future__ import annotations

import sys
from typing import TextIO

from annotations.text.controls import written_out


def say(text: str, *, file: TextIO | None = None) -> None:
    """Print the text on stdout, or on that file, at once."""
    print(written_out(text), file=file or sys.stdout, flush=True)


def complain(text: str) -> None:
    """Print the text on stderr."""
    say(text, file=sys.stderr)
