"""Chains of coreference in the columns of CoNLL-2012: `(3` opens a mention of chain 3, `3)` closes it, `(3)` is one token.

Written for scorers, of which some part columns by tabs alone, some by any blank, and some look for brackets all over a
line that has no tab.  Columns: document, part, number of the token, word, part of speech, parse, lemma, frame, sense,
speaker, name, chains; those that are not known are `-` or `*`.  <https://conll.cemantix.org/2012/data.html>
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass

BEGIN = re.compile(r"#\s*begin document\s*\((.*)\)")
END = re.compile(r"#\s*end document")
PIECE = re.compile(r"(\()?([0-9]{1,9})(\))?")  # of a cell of chains
WORD = 3  # the column of words, from 0
UNKNOWN = ("-", "*", "-", "-", "-", "-", "*")  # the columns between the word and the chains
NOBODY = ("-", "_", "*")  # cells of a token at which no mention begins or ends
IN_WORDS = re.compile(r"[\s\ud800-\udfff]")  # what cannot stand in a column, or in no file
IN_NAMES = re.compile(r"[^\w.+-]+")  # names are file names too: scorers make a file of a document
LONGEST, NAMELESS = 50, "story"  # code points of a name

NO_DOCUMENT = "This line stands in no document: a line #begin document (name); part 000 must come first."
NO_BEGIN = "This ends a document, and none was begun."
NO_END = "The document “{name}” has no line #end document."
SHORT = "This line has too few columns: the fourth is the word, the last the chains."
NO_CHAIN = "“{piece}” names no chain: it must be a number with brackets, as (3 or 3) or (3)."
UNOPENED = "Chain {chain} is closed here, and no mention of it is open in this sentence."
UNCLOSED = "Chain {chain} is opened here, and not closed in this sentence."


class ChainMention(NamedTuple):
    """A mention and the number of its chain, from 0; sentence and tokens are places from 0, the last included."""

    sentence: int
    first: int
    last: int
    chain: int


@dataclass(frozen=True)
class CorefStory:
    """A document of coreference: sentences of tokens, and mentions; ValueError for one that lies in no sentence."""

    name: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[ChainMention, ...] = ()

    def __post_init__(self) -> None:
        sizes = dict(enumerate(map(len, self.sentences)))
        for one in self.mentions:
            if not 0 <= one.first <= one.last < sizes.get(one.sentence, 0) or one.chain < 0:
                raise ValueError(f"{one} lies in no sentence")


def crossing(mentions: Iterable[ChainMention]) -> list[ChainMention]:
    """Return the mentions that begin in another of their chain and end behind it: brackets cannot tell them."""
    found: list[ChainMention] = []
    around: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for mention in in_text_order(mentions):
        ends = around[mention.sentence, mention.chain]
        while ends and ends[-1] < mention.first:
            ends.pop()
        if ends and ends[-1] < mention.last:
            found.append(mention)
        else:
            ends.append(mention.last)
    return found


def in_text_order(mentions: Iterable[ChainMention]) -> list[ChainMention]:
    """Return each mention once, the outer before the inner."""
    return sorted(set(mentions), key=lambda one: (one.sentence, one.first, -one.last, one.chain))


def write_coref(stories: Iterable[CorefStory]) -> Iterator[str]:
    """Yield the lines of a document a story, with their ends; mentions that are `crossing` are left out.

    Names come without blanks and brackets, and no name twice.  A blank in a word becomes `_`, as does an empty word;
    an empty sentence leaves nothing.
    """
    taken: Counter[str] = Counter()
    for story in stories:
        name = _distinct(_safe(story.name), taken)
        lost = set(crossing(story.mentions))
        cells = _cells(mention for mention in in_text_order(story.mentions) if mention not in lost)
        yield f"#begin document ({name}); part 000\n"
        for sentence, words in enumerate(story.sentences):
            for place, word in enumerate(words):
                chains = "|".join(cells.get((sentence, place), "-"))
                yield "\t".join((name, "0", str(place), _word(word), *UNKNOWN, chains)) + "\n"
            if words:
                yield "\n"
        yield "#end document\n"


def _cells(mentions: Iterable[ChainMention]) -> dict[tuple[int, int], list[str]]:
    """Return the brackets of each sentence and token: those that open before those that close, outer ones outside."""
    opened: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    closed: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for sentence, first, last, chain in mentions:
        if first == last:
            opened[sentence, first].append(f"({chain})")
        else:
            opened[sentence, first].append(f"({chain}")
            closed[sentence, last].insert(0, f"{chain})")
    return {place: opened.get(place, []) + closed.get(place, []) for place in (*opened, *closed)}


def _word(word: str) -> str:
    return IN_WORDS.sub("_", word) or "_"


def _safe(name: str) -> str:
    return IN_NAMES.sub("_", name[: 4 * LONGEST]).strip("_.")[:LONGEST] or NAMELESS


def _distinct(name: str, taken: Counter[str]) -> str:
    """Return the name, with a number where it is taken: scorers know documents by name, and letters by either case."""
    key, made = name.casefold(), name
    while taken[made.casefold()]:
        taken[key] += 1
        made = f"{name}_{taken[key]}"
    taken[made.casefold()] += 1
    return made


def read_coref(lines: Iterable[str], *, where: Path | str | None = None) -> Iterator[CorefStory]:
    """Yield a story a document, or a part of one, as its lines come; other columns are not read.

    Raises UserError with the number of the line for one that cannot be understood.
    """
    held: _CorefPart | None = None
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            if match := BEGIN.match(line):
                _ended(held)
                held = _CorefPart(match[1])
            elif END.match(line):
                yield _begun(held, NO_BEGIN).story()
                held = None
            elif not line.startswith("#") and (held or line.strip()):
                _begun(held, NO_DOCUMENT).add(line.split(), number)
        except UserError as error:
            raise UserError(error.sentence, where=where, line=error.line or number) from error
    try:
        _ended(held)
    except UserError as error:
        raise UserError(error.sentence, where=where, line=number) from error


def _begun(held: _CorefPart | None, otherwise: str) -> _CorefPart:
    if held is None:
        raise UserError(otherwise)
    return held


def _ended(held: _CorefPart | None) -> None:
    if held is not None:
        raise UserError(NO_END.format(name=held.name[:LONGEST]))


@dataclass
class _CorefPart:
    """A part of a document as its lines come."""

    name: str
    _sentences: list[tuple[str, ...]] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _mentions: list[ChainMention] = field(default_factory=list)
    _open: defaultdict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, cells: Sequence[str], line: int) -> None:
        """Take in a token, or the end of a sentence where there are no cells."""
        if not cells:
            self._end_sentence()
        elif len(cells) <= WORD + 1:
            raise UserError(SHORT)
        else:
            self._words.append(cells[WORD])
            for piece in () if cells[-1] in NOBODY else cells[-1].split("|"):
                self._bracket(piece, line)

    def _bracket(self, piece: str, line: int) -> None:
        """Take in a bracket at the token that came last."""
        match = PIECE.fullmatch(piece)
        if not match or not (match[1] or match[3]):
            raise UserError(NO_CHAIN.format(piece=piece[:LONGEST]))
        chain, place = int(match[2]), len(self._words) - 1
        if match[1]:
            self._open[chain].append((place, line))
        if match[3]:
            if not self._open[chain]:
                raise UserError(UNOPENED.format(chain=chain))
            first, _ = self._open[chain].pop()
            self._mentions.append(ChainMention(len(self._sentences), first, place, chain))

    def _end_sentence(self) -> None:
        for chain, places in self._open.items():
            if places:
                raise UserError(UNCLOSED.format(chain=chain), line=places[-1][1])
        self._open.clear()
        if self._words:
            self._sentences.append(tuple(self._words))
            self._words = []

    def story(self) -> CorefStory:
        self._end_sentence()
        return CorefStory(self.name, tuple(self._sentences), tuple(in_text_order(self._mentions)))
