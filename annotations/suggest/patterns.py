"""A project's own word lists and token patterns: `patterns.jsonl`, in the shape of Prodigy's.

A line is {"label": ..., "pattern": "a wording"} or {"label": ..., "pattern": [{"lower": "a"}, ...]}, or has a wording as
"stop" that nothing is to suggest; spaCy's
matcher does the matching, token by token where a pattern may repeat; wordings, however many, are found in one pass.
A line that is no pattern, takes too long, or matches nearly every word is left out and named; the others are used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.errors import UserError, attempted
from annotations.problems import Noted, Problem, worded
from annotations.suggest.mentions import PATTERN, Repeat
from annotations.suggest.pattern_lines import (
    FILE,
    NO_WORDS,
    PatternLine,
    PatternsText,
    has_words,
    parsed,
    text_of,
)
from annotations.suggest.repeating import Repeating
from annotations.suggest.time_limit import TooSlowError, within
from annotations.suggest.wordings import EXACT, Wordings, words
from annotations.text.spacy_tokens import blank

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SCORE = 0.9  # of every match
TOGETHER, ALONE = 3.0, 0.5  # seconds that all patterns, and one of them, may take over a text
MOSTLY = 0.5  # share of a sample's words above which a pattern matches everything: no list of names has every second word
REPEATED = 32  # times that a made-up word has a letter
SAMPLE = (
    "On Tuesday the crew of the Galaxy Leader, a car carrier with 22 seafarers aboard, left the port of Hodeidah; their "
    "families in Bulgaria, Ukraine and the Philippines had waited for 430 days. \u201cWe never gave up hope,\u201d said Maria "
    "Ivanova (41), who runs a small bakery near Varna and sells bread for 2.50 euros. Stir in 200 g of sugar, then bake it."
)
GREEDY = "This pattern matches nearly everything, {share} of the words in plain English prose, and was left out; make it narrower."
SLOW = "This pattern takes too long and was left out; a regular expression that repeats what repeats, as (a+)+ does, may never end."
ENDLESS = "This pattern may never end: a regular expression in it that repeats what repeats, as (a+)+ does, took too long over one made-up word."
NOT_KNOWN = "This is no token pattern: it asks for an attribute that no token has."
UNGIVEN = (
    "This pattern asks for what this project's pipeline does not give, as parts of speech, and was left out."
)


class _Line(NamedTuple):
    """A pattern, and the line it stands on."""

    number: int
    label: str
    tokens: list[dict[str, Any]]


class Patterns:
    """The patterns of a project, ready to be looked for; a line with a mistake is left out, the others are used.

    A pattern that took too long is left out from then on.
    """

    def __init__(self, written: PatternsText, nlp: Language) -> None:
        """Read the lines; their wordings are cut into tokens as `nlp` cuts texts."""
        self._left_out = Noted()
        self._nlp, self._vocab = nlp, nlp.vocab
        self.stops: set[tuple[str, str]] = set()  # (wording, label) that nothing is to suggest
        self._lines = [*self._read(written)]
        self._make()

    @property
    def left_out(self) -> list[str]:
        """Return a sentence for each line that is not used, or one with a count for many of a kind."""
        return self._left_out.lines()

    def _read(self, written: PatternsText) -> Iterator[_Line]:
        """Yield the lines that can be looked for; what is wrong with each of the others is noted."""
        from spacy.tokens import Doc

        if written.unread:
            self._left_out.add(Problem(FILE, None, written.unread))
        lines = written.text.split("\n")
        if not any(map(str.strip, lines)):
            return
        empty, sample = Doc(self._vocab), _sample(self._vocab)
        for number, text in enumerate(lines, 1):
            if not text.strip():
                continue
            try:
                one = parsed(text, number)
                if one.is_stop:
                    self.stops.add((" ".join(str(one.pattern).split()), one.label))
                    continue
                line = _tried(_read(one, self._nlp), FILE, empty)
                said = _excess(line, sample, FILE)
            except UserError as error:
                said = error.sentence
            if said:
                self._left_out.add(Problem(FILE, number, said))
            else:
                yield line

    def _make(self) -> None:
        """Make the matchers of the lines there are."""
        said = [(line, words(line.tokens)) for line in self._lines]
        self._wordings = Wordings(self._vocab, ((line.label, *found) for line, found in said if found))
        others = self._others = [line for line, found in said if not found]
        self._matcher = _matcher(self._vocab, [line for line in others if not _repeats(line.tokens)])
        self._repeating = [
            (line, Repeating(line.tokens, self._vocab)) for line in others if _repeats(line.tokens)
        ]

    def find(self, doc: Doc) -> Iterator[Repeat]:
        """Yield every match, the longest and the others; of a pattern that may repeat, from each token the longest."""
        if not self._lines:
            return
        try:
            with within(TOGETHER):
                found = [*self._find(doc)]
        except (TooSlowError, ValueError):  # ValueError: it asks for what this pipeline does not know
            self._leave_out(doc)
            found = [*self._find(doc)]
        for label, start, end in found:
            span = doc[start:end]
            yield Repeat(span.start_char, span.end_char, label, SCORE, PATTERN)

    def _find(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        yield from self._wordings.find(doc)
        if len(self._matcher):
            strings = doc.vocab.strings
            yield from (
                (strings[match], start, end) for match, start, end in self._matcher(doc) if end > start
            )
        for line, repeating in self._repeating:
            yield from ((line.label, start, end) for start, end in repeating.find(doc))

    def _leave_out(self, doc: Doc) -> None:
        """Leave out what by itself cannot be looked for in the text; many that are quick each may take their time."""
        wrong = {line.number: said for line in self._others if (said := _fault(line, doc))}
        for number, said in sorted(wrong.items()):
            self._left_out.add(Problem(FILE, number, said))
        self._lines = [line for line in self._lines if line.number not in wrong]
        self._make()


def check(path: Path) -> list[Problem]:
    """Return what is wrong with the token patterns of the file; none keeps another from being looked at.

    Wordings need no look: `own_list` tells what is wrong with them.  UserError when the file cannot be read.
    """
    from spacy.tokens import Doc

    vocab, found = blank().vocab, []
    empty, sample = Doc(vocab), _sample(vocab)
    for number, text in enumerate(text_of(path).split("\n"), 1):
        try:
            one = parsed(text, number) if text.strip() else None
            if one is None or isinstance(one.pattern, str):
                continue
            line = _tried(_Line(number, one.label, one.pattern), path, empty)
            said = _excess(line, sample, path) or _endless(line, vocab)
        except UserError as error:
            said = error.sentence
        found += [Problem(path, number, said)] if said else []
    return found


def _sample(vocab: Vocab) -> Doc:
    """Return plain prose, in which no list of names has every second word."""
    from spacy.tokens import Doc

    made = blank().make_doc(SAMPLE)
    return Doc(vocab, [token.text for token in made], [bool(t.whitespace_) for t in made])


def _excess(line: _Line, sample: Doc, path: Path | str) -> str:
    """Return why the pattern is too wide or too slow, "" when it is neither.  UserError when it asks for what no token has."""
    if said := words(line.tokens):
        return "" if any(has_words(word) for word in said[1]) else NO_WORDS
    try:
        with within(ALONE):
            found = _alone(line, sample)
    except TooSlowError:
        return SLOW
    except ValueError:  # it asks for what only a pipeline knows, as parts of speech
        return ""
    except AttributeError as error:
        raise UserError(NOT_KNOWN, where=path, line=line.number) from error
    share = len({at for start, end in found for at in range(start, end)}) / len(sample)
    return worded(GREEDY, share=f"{share:.0%}") if share > MOSTLY else ""


def _endless(line: _Line, vocab: Vocab) -> str:
    """Return that the pattern may never end when it takes too long over words made of what it looks for, else ""."""
    from spacy.tokens import Doc

    written = json.dumps(line.tokens)
    if "regex" not in written.casefold():
        return ""
    signs = sorted({sign for sign in written if sign.isalnum()} | {"a", "0"})
    made = Doc(vocab, [f"{sign * REPEATED}{end}" for sign in signs for end in ("!", "")])
    try:
        with within(ALONE):
            _alone(line, made)
    except TooSlowError:
        return ENDLESS
    except (ValueError, AttributeError):  # it asks for what only a pipeline knows
        return ""
    return ""


def _fault(line: _Line, doc: Doc) -> str:
    """Return why the pattern cannot be looked for in the text, "" when it can."""
    try:
        with within(ALONE):
            _alone(line, doc)
    except TooSlowError:
        return SLOW
    except ValueError:
        return UNGIVEN
    return ""


def _alone(line: _Line, doc: Doc) -> list[tuple[int, int]]:
    """Return the matches of one pattern."""
    if _repeats(line.tokens):
        return Repeating(line.tokens, doc.vocab).find(doc)
    return [(start, end) for _, start, end in _matcher(doc.vocab, [line])(doc)]


def _matcher(vocab: Vocab, lines: list[_Line]) -> Matcher:
    from spacy.matcher import Matcher

    made = Matcher(vocab)
    for line in lines:
        made.add(line.label, [line.tokens])
    return made


def _repeats(tokens: list[dict[str, Any]]) -> bool:
    return any(name.upper() == "OP" for token in tokens for name in token)


def _tried(line: _Line, path: Path | str, empty: Doc) -> _Line:
    """Return the line when spaCy takes its pattern.  UserError when it does not."""
    if line.tokens and words(line.tokens):
        return line

    def look() -> _Line:
        _matcher(empty.vocab, [line])(empty)
        if _repeats(line.tokens):
            Repeating(line.tokens, empty.vocab)
        return line

    def refuse(kind: str) -> _Line:
        raise UserError(f"This is no token pattern: {kind}.", where=path, line=line.number)

    return attempted(look, refuse, "While a pattern was read")


def _read(one: PatternLine, nlp: Language) -> _Line:
    pattern = one.pattern
    if isinstance(pattern, str):
        pattern = [{EXACT: token.text} for token in nlp.make_doc(pattern) if not token.is_space]
    return _Line(one.line, one.label, pattern)
