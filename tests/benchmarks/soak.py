"""A soak: 100,000 edits over 2,000 articles by keys in the real window (`make soak`, half an hour or more).

What is asked: the last 1,000 keys cost at most 1.2 x the first 1,000; memory grows by less than a tenth after the first
tenth of the edits; every edit that was shown as saved is in the log; and `check` finds nothing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from array import array
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.offscreen import be_offscreen

be_offscreen()
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.spans import Span, Status
from models.project import Project
from models.transfer.checks import check
from tests.benchmarks import made_articles
from tests.benchmarks.bench_window import fill, made, own_settings, window_on
from tests.benchmarks.figures import Figure, thread_cost
from ui.finish.finish_dialog import FinishDialog
from ui.main_window import MainWindow

ARTICLES, EDITS = 2_000, 100_000
ENDS = 1_000  # keys at the beginning and at the end that are compared
SPANS = 30  # suggestions an article
KEYS = (
    *("Ctrl+Home", "Tab"),
    *("Return",) * 26,
    *("X", "1", "2", "Return", "Ctrl+Z", "Return") * 2,
    *("Ctrl+Z",) * 13,
    *("Ctrl+Y",) * 13,
    *("B", "Ctrl+Z", "Ctrl+Return"),
)


def main(words: list[str]) -> int:
    """Do the soak and print its figures; 1 when one is over its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--edits", type=int, default=EDITS)
    asked = parser.parse_args(words)
    with TemporaryDirectory() as name, own_settings(Path(name)):
        folder = made(Path(name) / "soak")
        fill(folder, suggested(asked.articles))
        soaked = Soak(folder, asked.edits)
        figures = [*soaked.figures(), *kept(folder, soaked.saved)]
    for figure in figures:
        said = "ok" if figure.ok else "over"
        print(f"{figure.name:<62} | {said:<4} | {figure.target:<9} | {figure.measured}")
    return 0 if all(figure.ok for figure in figures) else 1


def suggested(articles: int) -> dict[str, tuple[str, list[Span]]]:
    """Return text and suggested spans of made articles, by id."""
    found = {}
    for value in made_articles.records(articles):
        spans = [
            Span(
                id=one["id"],
                start=one["start"],
                end=one["end"],
                label=one["label"],
                status=Status.SUGGESTED,
                origin=one["origin"],
                score=one["score"],
            )
            for one in value["spans"][:SPANS]
        ]
        found[value["id"]] = (value["text"], spans)
    return found


class Soak:
    """A hand that works through the articles until there are so many edits.

    `saved`: how many the window said were saved; `costs`: milliseconds of the window's thread for each key;
    `sizes`: bytes of memory after each article, beside the edits by then.
    """

    def __init__(self, folder: Path, edits: int) -> None:
        self.saved, self.costs, self.edits = 0, array("d"), edits
        self.sizes: list[tuple[int, int]] = []
        QApplication.instance() or QApplication([])
        with window_on(folder) as window:
            window.session.saved.connect(self._count)
            articles = [
                row[0] for row in window.session.project.db.rows("SELECT id FROM article ORDER BY number")
            ]
            for id_ in cycle(articles):
                window.session.open_article(id_)
                self._work(window)
                self.sizes.append((self.saved, memory()))
                if len(self.sizes) % 100 == 0:
                    print(
                        f"{self.saved:,} edits, {len(self.costs):,} keys, {memory() // 1_000_000} MB",
                        flush=True,
                    )
                if self.saved >= edits:
                    break

    def _work(self, window: MainWindow) -> None:
        before = self.saved
        self.costs.extend(thread_cost(partial(press, window, key)) for key in KEYS)
        if isinstance(QApplication.activeModalWidget(), FinishDialog):
            self.costs.append(thread_cost(partial(press, window, "Home", "S")))  # confirms what is left
        if (over := QApplication.activeModalWidget()) or self.saved < before + len(KEYS) // 2:
            raise RuntimeError(
                f"The keys did not reach the article: {self.saved - before} edits; {over} is open."
            )

    def _count(self) -> None:
        self.saved += 1

    def figures(self) -> Iterator[Figure]:
        first, last = statistics.mean(self.costs[:ENDS]), statistics.mean(self.costs[-ENDS:])
        said = f"{last / first:.2f} x ({first:.2f}, {last:.2f} ms CPU; {len(self.costs):,} keys)"
        yield Figure(
            f"soak of {self.saved:,} edits: last {ENDS:,} keys / first", said, "<= 1.2 x", last <= 1.2 * first
        )
        early = next(size for saved, size in self.sizes if saved >= self.edits / 10)
        growth = self.sizes[-1][1] / early - 1
        said = f"{100 * growth:.1f} % ({early / 1e6:.0f}, {self.sizes[-1][1] / 1e6:.0f} MB)"
        yield Figure("memory after the first tenth of the edits", said, "< 10 %", growth < 0.1)


def kept(folder: Path, saved: int) -> Iterator[Figure]:
    """Yield whether all that was said to be saved is there, read anew."""
    project = Project(folder)
    (events,) = project.db.row("SELECT count(*) FROM event") or (0,)
    found = check(project).sentences
    project.close()
    yield Figure(
        "edits shown as saved that the log lacks",
        f"{max(0, saved - events):,} of {saved:,}",
        "0",
        events >= saved,
    )
    yield Figure("what check finds", str(len(found)), "0", not found)


def press(window: MainWindow, key: str) -> None:
    """Press the key where the keyboard is, and paint."""
    pressed = QKeySequence(key)[0]
    QTest.keyClick(QApplication.focusWidget() or window, pressed.key(), pressed.keyboardModifiers())
    QApplication.processEvents()


def memory() -> int:
    """Return the bytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
