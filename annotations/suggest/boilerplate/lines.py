"""The lines of a page, and what the shape and the wording of each tell of it."""

from __future__ import annotations

import re

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.boilerplate import credits, phrases
from annotations.suggest.boilerplate.site_lines import plain
from annotations.text.text import paragraphs

_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\Z")
_SENTENCE_INSIDE = re.compile(r"[.!?][”\"]? [A-Z“\"]")
_CUT = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…)\])(?: ?\(?(?:read|continue|more).{0,12})?\Z", re.IGNORECASE)
_EMBEDDED = re.compile(r"pic\.twitter\.com/|\(@\w+\) |(?:^|\s)@\w+ ?(?:wrote|:)")
_SEPARATED = re.compile(r"\s*[|›»>•·/,]\s*")
_PARTED = re.compile(r"\s{2,}|\s[|·•]\s")
_EDGES = " ,\t-–—―*•·|»«›<>[]{}:#=_~←→+✕☰…▼▲►▶"
_COMMON_TABLE = """
    the and for that this with from have has had was were are been will would could should their they
    them there these those than then when where which while who whom whose what why how into over after
    before about also more most some such only other others his her him she its our your you not but all
    any can may might just said says say year years day days week month time people new one two three
    first last many much made make now today monday tuesday wednesday thursday friday saturday sunday
    against between under during through because being did does out off own both each few very here
    still since until according
"""
_COMMON = frozenset(_COMMON_TABLE.split())
_STEM = 6  # letters in which two words must agree to count as the same
_LONG = 600  # code points from which a line is a paragraph, whatever its wording


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line with text, from `start` to `end` in the page.

    `plain` is its wording in lower case, `bare` the same without decoration at the ends.
    """

    start: int
    end: int
    raw: str
    plain: str
    bare: str
    stems: frozenset[str]  # of its content words
    size: int  # in words, those above 60 not counted
    ends: bool  # like a sentence
    cut: bool  # off, with an ellipsis
    embedded: bool  # post of a social network
    quotes: bool
    sure: bool  # to be boilerplate, as a known phrase
    heading: bool  # over a list of other stories, or a form
    menu: bool  # of the names of sections
    caption: bool  # or other line that ends in a picture's credit
    about_writer: bool

    @property
    def prose(self) -> bool:
        """Return whether the line reads like a paragraph of a story, which may be one sentence."""
        if self.sure or self.heading or self.caption or (self.cut and not self.embedded):
            return False
        is_paragraph = self.size >= 20 and _SENTENCE_INSIDE.search(self.raw) is not None
        return self.embedded or self.size >= 40 or (self.size >= 8 and (self.ends or is_paragraph))


def line_at(start: int, raw: str) -> PageLine:
    """Return the line that begins at `start` and reads `raw`, which has no outer white space."""
    said = plain(raw)
    bare, size, is_short = said.strip(_EDGES), len(raw.split(maxsplit=60)), len(raw) <= _LONG
    cut = _CUT.search(raw[-24:]) is not None
    ends = not cut and _SENTENCE_END.search(raw[-8:]) is not None
    return PageLine(
        start=start,
        end=start + len(raw),
        raw=raw,
        plain=said,
        bare=bare,
        stems=stems_of(raw),
        size=size,
        ends=ends,
        cut=cut,
        embedded="@" in raw and _EMBEDDED.search(raw) is not None,
        quotes="“" in raw or '"' in raw,
        sure=is_short and _is_sure(raw, said, bare),
        heading=phrases.is_heading(bare),
        menu=size <= 30 and not ends and is_short and _is_menu(bare),
        caption=size <= 45 and is_short and credits.is_credit(raw),
        about_writer=size <= 50 and credits.is_about_writer(raw),
    )


def lines_of(text: str) -> list[PageLine]:
    """Return the lines that hold more than white space, in order."""
    found = []
    for start, end in paragraphs(text):
        raw = text[start:end]
        if stripped := raw.strip():
            found.append(line_at(start + len(raw) - len(raw.lstrip()), stripped))
    return found


def stems_of(text: str) -> frozenset[str]:
    """Return the text's content words, cut to their first letters (`_STEM`)."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def _is_sure(raw: str, plain: str, bare: str) -> bool:
    if phrases.is_sure(plain, bare):
        return True
    if "  " not in raw and "|" not in raw and "·" not in raw and "•" not in raw:
        return False
    parts = [part.casefold().strip(_EDGES) for part in _PARTED.split(raw)]
    return len(parts) > 1 and all(phrases.is_sure(part, part) for part in parts)


def _is_menu(bare: str) -> bool:
    """Return whether all of the line names sections, or most of its words do."""
    words = bare.split()
    known = sum(word in phrases.SECTIONS for word in words)
    if not known:
        return False
    items = _SEPARATED.split(bare.removeprefix("in "))
    return phrases.SECTIONS.issuperset(items) or (len(words) >= 4 and known >= 0.6 * len(words))
