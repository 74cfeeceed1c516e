"""Runs an installed entry point of the group `factmark.suggesters` as a command that speaks JSON lines.

It is a script for a process of its own, so it imports nothing of ours.  The entry point is a function from the
articles, as they come, and the labels to the objects of the protocol.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from itertools import chain
from typing import Any, BinaryIO

GROUP = "factmark.suggesters"


def main(name: str) -> int:
    """Run the entry point of that name over standard input; return the exit code."""
    found = next(iter(entry_points(group=GROUP, name=name)), None)
    if found is None:
        print(f"There is no entry point {name} in the group {GROUP}.", file=sys.stderr)
        return 1
    suggest = found.load()
    with _own_output() as out:
        articles = _articles(sys.stdin.buffer)
        first = next(articles, None)
        if first is not None:
            _write(out, suggest(chain([first], articles), first["labels"]))
    return 0


def _own_output() -> BinaryIO:
    """Return standard output for ourselves: what the entry point prints goes to stderr."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _articles(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield json.loads(line)


def _write(out: BinaryIO, answers: Iterable[dict[str, Any]]) -> None:
    for answer in answers:
        out.write(json.dumps(answer).encode() + b"\n")
        out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
