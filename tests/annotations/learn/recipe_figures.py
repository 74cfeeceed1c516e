"""Figures of the training recipe: F and CPU seconds on articles that had no part in it.

`python -m tests.annotations.learn.recipe_figures` trains from nothing on the test corpora of `../shared/corpora`, under
label names of its own, since en_news knows their kin; `--posts FILE` (CoNLL: a word, a tab, its tag) trains from en_news on
posts, joined to articles of 150 words.  `--articles 25,200` says how many, a fifth of them chooses the epoch.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from annotations.learn.loop import HeldOut
from annotations.learn.recipe import train
from annotations.learn.shapes import NOTHING, Lesson, TrainingWish
from annotations.suggest.installed import SHIPPED, shipped, shipped_folder
from annotations.training.corpus import FOLDER
from annotations.training.marked import read
from annotations.training.scores import ALL, Marking

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
CORPORA = ("gmb.test", "re3d.test")
WORDS = 150  # of an article of posts
LONGEST = 100_000.0  # seconds: no budget


def main() -> int:
    """Print a line for each training."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    asked = _asked()
    if asked.posts:
        sets = {asked.posts.stem: list(posts(asked.posts))}
    elif FOLDER.is_dir():
        sets = {name: list(renamed(name)) for name in CORPORA}
    else:
        print("skipped: ../shared is not there")
        return 0
    for name, lessons in sets.items():
        Random(asked.seed).shuffle(lessons)
        for size in asked.articles:
            print(line(name, lessons, min(size, len(lessons) * 3 // 4), bool(asked.posts)), flush=True)
    return 0


def _asked() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--articles", type=lambda text: [int(part) for part in text.split(",")], default=[25, 200]
    )
    return parser.parse_args()


def line(name: str, lessons: Sequence[Lesson], size: int, is_mapped: bool) -> str:
    """Return the figures of one training on so many of the lessons, measured on those that are left."""
    labels = tuple(sorted({mark.label for lesson in lessons for mark in lesson.marks}))
    wish = TrainingWish("figures", labels, SHIPPED if is_mapped else NOTHING, budget=LONGEST)
    parent = shipped(shipped_folder(), SHIPPED) if is_mapped else None
    began, back = time.process_time(), size // 5
    result = train(
        lessons[back:size], lessons[:back], wish, parent, tell=lambda _: None, is_stopped=lambda: False
    )
    seconds = time.process_time() - began
    if result is None:
        return f"{name}: nothing"
    left = HeldOut(result.nlp, lessons[size:], labels)
    counts = left.counts(left.found(result.nlp))
    of = " ".join(f"{label} {100 * counts.of[label].f:.0f}" for label in labels if label in counts.of)
    return (
        f"{name}: {size} articles, epoch {result.best} of {result.epochs}, {seconds:.0f} s, "
        f"F {100 * counts.of[ALL].f:.1f} on {len(lessons) - size} others; {of}"
    )


def renamed(name: str) -> Iterator[Lesson]:
    """Yield the corpus's texts, its labels under other names."""
    for number, text in enumerate(read(FOLDER / f"{name}.jsonl")):
        marks = tuple(Marking(mark.start, mark.end, f"OWN_{mark.label[::-1]}") for mark in text.marks)
        yield Lesson(f"{name}-{number}", text.text, marks)


def posts(path: Path) -> Iterator[Lesson]:
    """Yield the posts, shuffled and joined by blank lines to articles of about WORDS words."""
    given = [block.splitlines() for block in path.read_text("utf-8").replace("\t\n", "\n").split("\n\n")]
    Random(0).shuffle(given)
    text, marks, words, number = "", list[Marking](), 0, 0
    for rows in given:
        pairs = [row.split("\t")[:2] for row in rows if row.count("\t") and row.strip()]
        for word, tag in pairs:
            at, kind = len(text), tag[2:].upper()
            text += word
            if tag.startswith("B"):
                marks.append(Marking(at, len(text), kind))
            elif tag.startswith("I") and marks:
                marks[-1] = marks[-1]._replace(end=len(text))
            text += " "
        words += len(pairs)
        text += "\n\n" if pairs else ""
        if words >= WORDS:
            yield Lesson(f"posts-{number}", text, tuple(marks))
            text, marks, words, number = "", [], 0, number + 1


if __name__ == "__main__":
    sys.exit(main())
