"""Mistakes in the line of a search: one sentence each, with the place in the line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from annotations.errors import UserError
from annotations.text.controls import written_out

LONGEST = 60  # code points of the line that a sentence cites
NAME = 40  # code points of a name that may be a slip of another
MOST = 2000  # names that are looked through for it


class SearchMistake(UserError):
    """A line that is no search: `start` and `end` are the code points of the bad part of the line."""

    def __init__(self, sentence: str, start: int = 0, end: int = 0) -> None:
        super().__init__(sentence)
        self.start, self.end = start, end

    def at(self, start: int, end: int) -> SearchMistake:
        """Return the same mistake at that place of a line."""
        return SearchMistake(self.sentence, start, end)


def cited(text: str) -> str:
    """Return the text in quotes as a sentence has it: not too long, without control characters.

    >>> cited("labl")
    '“labl”'
    """
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return f"“{written_out(short)}”"


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that this is a slip of or the beginning of, "" where it is none."""
    from difflib import get_close_matches  # a right line needs none

    if len(name) > NAME:
        return ""
    folded = {one.casefold(): one for one in islice(names, MOST)}
    asked = name.casefold()
    begun = [one for key, one in folded.items() if asked and key.startswith(asked)]
    if asked in folded or len(begun) == 1:
        return folded.get(asked) or begun[0]
    return folded.get(next(iter(get_close_matches(asked, folded, 1)), ""), "")


def unknown(what: str, name: str, names: Collection[str], otherwise: str = "") -> SearchMistake:
    """Return the mistake of a name that is none of these: the nearest of them, else what else to do."""
    near = nearest(name, names)
    meant = f'"{written_out(near)}"' if " " in near else written_out(near)
    advice = f"did you mean {meant}?" if near else otherwise
    return SearchMistake(f"There is no {what} {cited(name)}" + (f"; {advice}" if advice else "."))
