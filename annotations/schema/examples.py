"""Examples in a guideline: words in their sentence, in a list of right or of wrong ones below *Examples*.

Pure: the Markdown of a guideline in, the next one out; what a person wrote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.text.controls import markdown
from annotations.text.regex import regex
from annotations.text.sentences import sentences
from annotations.text.text import paragraph_of

LONGEST = 240  # code points of a sentence; of a longer one, what stands round the words
RIGHT, WRONG = "Right:", "Wrong:"
SECTION = "## Examples"
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_HEADING = regex(r" {0,3}(#{1,6})[ \t]+(.*?)[\s#]*")
_ITEM = regex(r" {0,3}[-*+][ \t]")
_LEADS = regex(r"^([-+=]|\d{1,9}(?=[.)]))")  # at the start of a line these begin a list or a heading


def with_example(guideline: str, example: str, *, right: bool) -> str:
    """Return the guideline with the example among the right or the wrong ones; it stands once, in one of them."""
    lines = guideline.rstrip().split("\n") if guideline.strip() else []
    lines += _open_fence(lines)
    start, end = _section(lines)
    if start is None:
        lines += ([""] if lines else []) + [SECTION]
        start, end = len(lines), len(lines)
    part = lines[start:end]
    wanted, other = (RIGHT, WRONG) if right else (WRONG, RIGHT)
    there = _list(part, wanted)
    if there and example in (part[n].strip() for n in range(*there)):
        return guideline
    part = _added(_lacking(part, other, example), wanted, example)
    return "\n".join([*lines[:start], *part, *([""] if lines[end:] else []), *lines[end:]]) + "\n"


def example_of(text: str, start: int, end: int) -> str:
    r"""Return a line of Markdown with the sentence that the words stand in, these in bold.

    >>> example_of("He came. The *Navy* left.", 13, 19)
    '- The **\\*Navy\\*** left.'
    """
    first, last = _context(text, start, end)
    before, words, after = (_folded(text[a:b]) for a, b in ((first, start), (start, end), (end, last)))
    words, before, after = words.strip(), _cut(before[::-1])[::-1].lstrip(), _cut(after).rstrip()
    if _can_stand(text, start, end):
        said = f"{markdown(before)}**{markdown(words)}**{markdown(after)}"
    else:  # within a word, or beside a mark, these would be no bold marks
        said = f"**{markdown(words)}**: {markdown(before + words + after)}"
    return f"- {_LEADS.sub(_plain_lead, said, count=1)}"


# --- the words


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, or sentences, that the words lie in."""
    first, _ = paragraph_of(text, start)
    _, last = paragraph_of(text, max(start, end - 1))
    found = [(first + a, first + b) for a, b in sentences(text[first:last])]
    near = [bounds for bounds in found if bounds[0] < end and bounds[1] > start]
    return min([start, *(a for a, _ in near)]), max([end, *(b for _, b in near)])


def _folded(words: str) -> str:
    """Return the words with one blank for any white space."""
    return re.sub(r"\s+", " ", words)


def _cut(words: str) -> str:
    """Return what stands nearest to the words: whole words, and a sign that there is more."""
    if len(words) <= LONGEST // 2:
        return words
    kept = words[: LONGEST // 2]
    return (kept.rsplit(" ", 1)[0] if " " in kept.strip() else kept) + " …"


def _can_stand(text: str, start: int, end: int) -> bool:
    """Return whether marks round the words are read as bold: CommonMark looks at the characters at both sides."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    first, last = text[start : start + 1], text[end - 1 : end]
    opens = first.isalnum() or not before.isalnum()
    closes = last.isalnum() or not after.isalnum()
    return opens and closes


def _plain_lead(found: re.Match[str]) -> str:
    lead = found[0]
    return lead + "\\" if lead[0].isdigit() else "\\" + lead


# --- the guideline


def _open_fence(lines: list[str]) -> list[str]:
    """Return the line that closes a block of code left open at the end, or none."""
    return [fence for fence in [*_fences(lines)][-1:] if fence]


def _fences(lines: list[str]) -> Iterator[str]:
    """Yield for each line the fence of the block of code that is open after it, "" for none."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not line[found.end() :].strip():
            fence = ""
        yield fence


def _headings(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the number of the line, level and words of each heading that is not in a block of code."""
    for number, (line, fence) in enumerate(zip(lines, _fences(lines), strict=True)):
        if not fence and (found := _HEADING.fullmatch(line)):
            yield number, len(found[1]), found[2].strip().casefold()


def _section(lines: list[str]) -> tuple[int | None, int]:
    """Return the bounds of what stands below the heading *Examples*; None and the end where there is none."""
    headings = list(_headings(lines))
    for place, (number, level, words) in enumerate(headings):
        if words == "examples":
            after = (line for line, other, _ in headings[place + 1 :] if other <= level)
            return number + 1, next(after, len(lines))
    return None, len(lines)


def _list(part: list[str], head: str) -> tuple[int, int] | None:
    """Return the bounds of the list's items below its head, None where there is no such head."""
    at = next((n for n, line in enumerate(part) if line.strip(" *_").casefold() == head.casefold()), None)
    if at is None:
        return None
    first = last = at + 1
    for number in range(first, len(part)):
        line = part[number]
        if _ITEM.match(line) or (line.startswith(("  ", "\t")) and line.strip() and last > first):
            last = number + 1
        elif line.strip():
            break
    return first, last


def _lacking(part: list[str], head: str, example: str) -> list[str]:
    """Return the lines without the example below that head, and without the head when nothing else is there."""
    there = _list(part, head)
    if there is None:
        return part
    first, last = there
    kept = [line for line in part[first:last] if line.strip() != example]
    if len(kept) == last - first:
        return part
    if any(line.strip() for line in kept):
        return [*part[:first], *kept, *part[last:]]
    return [*part[: first - 1], *part[last:]]


def _added(part: list[str], head: str, example: str) -> list[str]:
    """Return the lines with the example last below that head; right ones stand before wrong ones."""
    there = _list(part, head)
    if there is None:
        other = next(
            (n for n, line in enumerate(part) if line.strip(" *_").casefold() == WRONG.casefold()), None
        )
        at = other if head == RIGHT and other is not None else len(part)
        before, after = _trimmed(part[:at]), part[at:]
        return [*before, "", head, "", example, *(["", *after] if after else [])]
    first, last = there
    rest = part[last:]
    if first == last:
        rest = part[first:]
        return [*part[:first], "", example, *(rest if not rest or not rest[0].strip() else ["", *rest])]
    return [*part[:last], example, *_trimmed(rest)]


def _trimmed(lines: list[str]) -> list[str]:
    """Return the lines without blank ones at the end."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines
