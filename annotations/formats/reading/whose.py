"""Whose work a file holds that does not say it, by the names of files and folders.

A name is taken only where several files hold work on the same texts: files of other texts are parts of one person's work.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath

FEWEST = 0.1  # of the texts of the smaller of two files, those in common, below which they are parts with a text twice
NOBODY = re.compile(  # names of parts of data, of what holds all of it, and of copies
    r"(all|unknown|train(ing)?|dev(el(opment)?)?|test(ing)?|val(id(ation)?)?|eval(uation)?|gold|data(set)?|corpus|texts?"
    r"|articles?|documents?|docs?|file|export(ed)?|import|annotations?|labels?|tasks?|project|result|output|out|new|old"
    r"|copy|kopie|part|batch|chunk|split|fold|set|section|page|version|v|spans?|relations?|entities|ner|pos|sample)s?"
    r"[\W_\d]*|[\W\d_]*|project-\d+-at-.*|.*\d{4}.*",
    re.IGNORECASE,
)
COPY = re.compile(
    r"([\s_-]*(\(\d+\)|copy|kopie)[\s_\d]*)+$", re.IGNORECASE
)  # behind a name, of a file that is there twice
JOINT = re.compile(r"[^\w]|_")


def names_of(works: Mapping[str, Collection[int]]) -> dict[str, str]:
    """Return the annotators of files that name none; "" where the names of files and folders tell of nobody.

    `works`: the numbers of the texts that each file has work on.  Only files of one ending are compared: one text in
    several formats is one work.
    """
    by_ending: dict[str, list[str]] = defaultdict(list)
    for file in works:
        by_ending[PurePath(file).suffix.lower()].append(file)
    found = dict.fromkeys(works, "")
    for files in by_ending.values():
        if len(files) > 1:
            found |= _told({file: works[file] for file in files})
    return found


def _told(works: Mapping[str, Collection[int]]) -> dict[str, str]:
    holders: dict[int, list[str]] = defaultdict(list)
    for file, texts in works.items():
        for text in texts:
            holders[text].append(file)
    shared = [files for files in holders.values() if len(files) > 1]
    for at in _positions(works) if shared else ():
        value = {file: _value(file, at) for file in works}
        if all(len({value[file] for file in files} - {""}) == len(files) for files in shared):
            return _people(works, value, shared)
    return {}


def _positions(files: Iterable[str]) -> list[int]:
    """Return which parts of a path may tell them apart: the folders, from the top, then the file, -1."""
    parts = [PurePath(file).parts for file in files]
    same = 0
    while all(len(part) > same + 1 and part[: same + 1] == parts[0][: same + 1] for part in parts):
        same += 1
    return [*range(same, max(map(len, parts)) - 1), -1]


def _value(file: str, at: int) -> str:
    """Return the name of the folder at that level, "" where there is none; of -1 the file's, without the marks of a copy."""
    path = PurePath(file)
    if at < 0:
        return COPY.sub("", path.stem)
    return COPY.sub("", path.parts[at]) if at < len(path.parts) - 1 else ""


def _people(
    works: Mapping[str, Collection[int]], value: Mapping[str, str], shared: Collection[list[str]]
) -> dict[str, str]:
    texts: dict[str, set[int]] = defaultdict(set)
    for file, numbers in works.items():
        texts[value[file]].update(numbers)
    meeting = {value[file] for files in shared for file in files}
    people = {name: short for name, short in _shortened(meeting).items() if not NOBODY.fullmatch(short)}
    least = sorted(len(texts[name]) for name in people)[:1]
    if len(people) < 2 or len(shared) < FEWEST * least[0]:
        return {}
    more = {name: name for name in texts if name not in meeting and not NOBODY.fullmatch(name)}
    return {file: {**more, **people}.get(value[file], "") for file in works}


def _shortened(names: Collection[str]) -> dict[str, str]:
    """Return the names without the words that all of them begin or end with, where what is left is a name."""
    words = {name: JOINT.split(name) for name in names}
    least = min(map(len, words.values())) - 1
    first = next((n for n in range(least) if len({w[n] for w in words.values()}) > 1), least)
    last = next(
        (n for n in range(least - first) if len({w[-1 - n] for w in words.values()}) > 1), least - first
    )
    short = {name: " ".join(w[first : len(w) - last]) for name, w in words.items()}
    good = all(re.search(r"[^\W\d]{2}", one) for one in short.values()) and len(set(short.values())) == len(
        short
    )
    return short if good and (first or last) else {name: name for name in names}
