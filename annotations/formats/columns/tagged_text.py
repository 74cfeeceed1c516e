"""Text with a tag behind each word: `Ann|B-PER met|O`, `Ann|NNP|B-PER` or `Ann/B-PER`, a line a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.formats.columns.coded_lines import BROKEN, CodedLines
from annotations.formats.columns.layout import WORDS
from annotations.formats.columns.tag_words import NOTHING, SPELLINGS, TagWords
from annotations.formats.columns.tagged import places
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem

MARKS = ("|", "/", "_")  # what stands between a word and its tag
MOSTLY = 0.97  # share of words that must have a tag
FEWEST = 3  # words by which such a text is told
SAMPLE = 400  # lines of it
PLAIN = re.compile(r"[A-Z][A-Z_-]+")  # a tag without a sign
UNTAGGED = "This line was left out: a word of it has no tag, as {word}."
SEVERAL = "Words have more than one tag; the last of each was read."


def mark_of(lines: list[str]) -> str:
    """Return what parts words from tags when nearly all words of the lines have one; else ""."""
    words = [word for line in lines for word in WORDS.findall(line)]
    return next((mark for mark in MARKS if len(words) >= FEWEST and _fits(words, mark)), "")


def _fits(words: list[str], mark: str) -> bool:
    if sum(mark in word for word in words) < MOSTLY * len(words):
        return False
    tags = [_split(word, mark)[1] for word in words]
    signed = sum(tag == "O" or any(one.fullmatch(tag) for one in SPELLINGS[:2]) for tag in tags)
    inside = any(tag not in ("", "O") for tag in tags)
    if inside and signed >= MOSTLY * len(tags):
        return True
    plain = sum(tag == "O" or bool(PLAIN.fullmatch(tag)) for tag in tags)
    return inside and plain >= MOSTLY * len(tags) and tags.count("O") * 2 > len(tags)


def _split(word: str, mark: str) -> tuple[str, str, int]:
    """Return the word, its last tag and how many it has."""
    form, *rest = word.split(mark)
    if not form:  # the word is the mark itself, as |||O
        form, rest = mark, word[len(mark) :].strip(mark).split(mark)
    if mark == "|":
        return form, rest[-1] if rest else "", len(rest)
    head, _, tag = word.rpartition(mark)  # a word may have the mark in it, as 1/2/O
    return head, tag if head else "", 1


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield the file's one article."""
    coded = CodedLines(file, reading)
    mark = mark_of(coded.first(SAMPLE)) or MARKS[0]
    tags, sentences, spans, count, most = (
        _tags(coded, mark),
        list[list[str]](),
        list[tuple[int, int, str]](),
        0,
        1,
    )
    for number, line in coded:
        words = [_split(word, mark) for word in WORDS.findall(line or "")]
        bare = next((word for word, tag, _ in words if not word or tag in ("", *NOTHING[:3])), None)
        if line is None:
            yield Problem(path, number, BROKEN)
        elif bare is not None:
            yield Problem(path, number, UNTAGGED.format(word=repr(bare[:40])))
        elif words:
            found = tags.spans([tag for _, tag, _ in words])
            spans += [(first + count, last + count, label) for first, last, label in found]
            sentences.append([word for word, _, _ in words])
            count, most = count + len(words), max(most, *(number for *_, number in words))
    if sentences:
        forms = [word for sentence in sentences for word in sentence]
        held = [Found(*place) for place in places(forms, spans)]
        yield Given("\n".join(map(" ".join, sentences)), spans=held, line=1)
    said = [coded.said, *tags.notices(), SEVERAL if most > 1 else ""]
    yield from (Notice(path, None, one) for one in said if one)


def _tags(coded: CodedLines, mark: str) -> TagWords:
    words = [word for line in coded.first(SAMPLE) for word in WORDS.findall(line)]
    tags = [_split(word, mark)[1] for word in words]
    return TagWords(next((way for way in SPELLINGS[:2] if any(map(way.fullmatch, tags))), None))
