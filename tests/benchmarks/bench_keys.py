"""How many keys bring the sample articles from the suggestions to gold, pressed in the real window by a script.

`gold/` is our own, by the label guide; the pipeline's suggestions are what it makes of the articles on that day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.same_mentions import Wording, places
from annotations.spans import Span, Status
from annotations.text.tokens import tokens
from models.settings import Settings
from tests.benchmarks.bench_window import made, own_settings, run, window_on
from tests.benchmarks.figures import Figure
from ui.finish.finish_dialog import FinishDialog
from ui.main_window import MainWindow
from ui.project.files import SAMPLES

GOLD = Path(__file__).with_name("gold")
FINISH = ("Ctrl+Return", "Home", "S")  # the score down to nought, so that all that is undecided is confirmed
TO_HERE = ("Ctrl+End", "Shift+Return", "Ctrl+Return")
MOUSE = 2  # acts a span: a drag, and the label's key
NEAR = 3  # tokens or stops that a hand goes by arrows or by Tab; for more it jumps
MOST = 110  # keys for 100 spans, where only what is wrong is touched
LOST = 5_000  # keys after which the script is in a circle


class Wanted(NamedTuple):
    """A span of the gold."""

    start: int
    end: int
    label: str


def figures() -> Iterator[Figure]:
    app = QApplication.instance() or QApplication([])
    kinds = {"accept each": None, "Shift+Enter and M": TO_HERE, "M and finish": FINISH}
    spent = {name: Spent() for name in kinds}
    for name, ending in kinds.items():
        spent[name] = replay(ending)
    app.processEvents()
    for name, took in spent.items():
        said = (
            f"{took.per_100:.0f} ({took.keys} for {took.spans} spans; with mouse and label key {MOUSE * 100})"
        )
        is_counted = kinds[name] is None
        target = "counted" if is_counted else f"<= {MOST}"
        yield Figure(f"keys for 100 spans of gold: {name}", said, target, is_counted or took.per_100 <= MOST)


class Spent(NamedTuple):
    keys: int = 0
    spans: int = 1

    @property
    def per_100(self) -> float:
        return 100 * self.keys / self.spans


def replay(ending: tuple[str, ...] | None) -> Spent:
    """Brings a new project to gold; with an `ending` only what is wrong is touched before."""
    keys = spans = 0
    with TemporaryDirectory() as name, own_settings(Path(name)):
        Settings().set(straight_to_next=True)
        folder = made(Path(name) / "keys")
        files = sorted(GOLD.glob("*.jsonl"))
        run("import", folder, *(SAMPLES / f"{path.stem}.txt" for path in files))
        run("suggest", folder)
        with window_on(folder) as window:
            for path in files:
                value = json.loads(path.read_text("utf-8"))
                wanted = [Wanted(s["start"], s["end"], s["label"]) for s in value["spans"]]
                window.session.open_article(value["id"])
                hand = Hand(window, wanted, is_bulk=ending is not None)
                hand.work(ending or ("Ctrl+Return",))
                keys, spans = keys + hand.keys, spans + len(wanted)
    return Spent(keys, spans)


class Hand:
    """An annotator who knows the gold and presses keys."""

    def __init__(self, window: MainWindow, gold: list[Wanted], *, is_bulk: bool) -> None:
        self.window, self.view, self.gold, self.is_bulk = window, window.view, gold, is_bulk
        self.session, self.keys = window.session, 0
        self.labels = {at[:2]: at.label for at in gold}
        schema = self.session.project.schema if self.session.project else None
        self.key = {label.name: str(label.key).upper() for label in schema.labels.values()} if schema else {}

    def work(self, ending: tuple[str, ...]) -> None:
        article = self.session.article.id if self.session.article else ""
        self.press("Ctrl+Home")
        while (at := self.next_wrong()) is not None:
            self.decide(at) if isinstance(at, Span) else self.label(at)
        self.press(*ending)
        made = (
            self.session.project.annotation_set(article, self.session.annotator)
            if self.session.project
            else None
        )
        spans = made.spans.values() if made else ()
        got = sorted((s.start, s.end, s.label) for s in spans if s.status is Status.CONFIRMED)
        if got != sorted(map(tuple, self.gold)):
            raise ValueError(f"{article} is not gold: {set(got) ^ set(map(tuple, self.gold))}.")

    def next_wrong(self) -> Span | Wanted | None:
        """The first thing in the text that a hand must go to; without bulk also what is right."""
        sheet = self.session.sheet
        undecided = (s for s in sheet.undecided if not self.is_bulk or not self.is_right(s))
        missed = (at for at in self.gold if not self.seen(at))
        wrong = (s for s in sheet.confirmed if not self.is_right(s))
        return min((*undecided, *missed, *wrong), key=lambda at: at.start, default=None)

    def is_right(self, span: Span) -> bool:
        return self.labels.get((span.start, span.end)) == span.label

    def seen(self, at: Wanted) -> bool:
        sheet = self.session.sheet
        return bool(sheet.undecided.overlapping(*at[:2]) or sheet.confirmed.overlapping(*at[:2]))

    # --- what a hand does

    def decide(self, span: Span) -> None:
        self.go_to(span)
        label = self.labels.get((span.start, span.end))
        other = next((at for at in self.gold if at.start < span.end and span.start < at.end), None)
        if label == span.label:
            self.land()
            self.press("Return")
        elif label is None and other:
            self.move(span, other)
        elif self.is_bulk and self.recurs(span.start, span.end, label, in_pool=label is None):
            self.land()
            self.press("M", self.key[label] if label else "X", "Return")
        else:
            self.say(self.key[label] if label else "X")

    def move(self, span: Span, to: Wanted) -> None:
        """Moves the bounds by tokens until they are gold's, and puts the label right."""
        self.land()
        while (there := self.session.sheet.get(span.id)) and there.start != to.start:
            self.press("Ctrl+Left" if there.start > to.start else "Ctrl+Right")
        while (there := self.session.sheet.get(span.id)) and there.end != to.end:
            self.press("Alt+Left" if there.end > to.end else "Alt+Right")
        if there and there.label != to.label:
            self.press(self.key[to.label])

    def label(self, at: Wanted) -> None:
        """Selects what nobody suggested, and labels it."""
        self.walk(at.start, more=len(tokens(self.session.text, at.start, at.end)) - 1)
        is_one = self.view.selection is None and self.view.article.tokens.at(self.view.caret) == at[:2]
        while not is_one and (not self.view.selection or self.view.selection[1] < at.end):
            self.press("Shift+Right")
        while self.view.selection and self.view.selection[1] > at.end:
            self.press("Shift+Left")
        more = self.is_bulk and self.recurs(at.start, at.end, at.label)
        self.say(self.key[at.label])
        if more:
            self.press("M", "Return")

    def recurs(self, start: int, end: int, label: str | None, *, in_pool: bool = False) -> bool:
        """Whether M does at least one thing more, and none that is wrong."""
        found = [
            at for at in places(self.session.text, Wording(self.session.text[start:end])) if self.is_free(at)
        ]
        if in_pool:
            found = [at for at in found if self.session.sheet.undecided.overlapping(*at)]
        return len(found) > 1 and all(self.labels.get(at) == label for at in found)

    def is_free(self, at: tuple[int, int]) -> bool:
        sheet = self.session.sheet
        near = [*sheet.undecided.overlapping(*at), *sheet.confirmed.overlapping(*at)]
        return all((span.start, span.end) == at for span in near)

    # --- going

    def go_to(self, span: Span) -> None:
        """To the span by Tab when it is among the next few, else as to any word."""
        if self.view.focus_id == span.id:
            return
        between = sum(self.view.caret <= s.start < span.start for s in self.session.sheet.undecided)
        if span.status is Status.SUGGESTED and span.start >= self.view.caret and between <= NEAR:
            while self.view.focus_id != span.id:
                self.press("Tab")
        else:
            self.walk(span.start)

    def walk(self, place: int, more: int = 0) -> None:
        """The caret to the token that starts there: by arrows when it is near, else by its first letters.

        `more`: how many tokens would have to be selected behind it, which a jump mostly does by itself.
        """
        token = self.view.article.tokens.at(place) or (place, place + 1)
        low, high = sorted((place, self.view.caret))
        if len(tokens(self.session.text, low, high)) + more > NEAR:
            self.jump(token)
        while not token[0] <= self.at() < token[1]:
            self.press("Right" if token[0] > self.view.caret else "Left")

    def jump(self, token: tuple[int, int]) -> None:
        """Types letters until the word is found; scrolls to it before, and passes others that are the same."""
        view, word = self.view, self.session.text[slice(*token)]
        while not view.viewport().rect().contains(view.caret_rect(token[0])):
            self.press("PgDown" if token[0] > view.caret else "PgUp")
        if self.at() == token[0]:
            return
        self.press(",")
        for letter in word:
            if self.at() != token[0]:
                self.press(letter)
        while self.at() != token[0]:
            self.press(",")

    def at(self) -> int:
        """Where what is selected begins, else the caret."""
        return self.view.selection[0] if self.view.selection else self.view.caret

    def land(self) -> None:
        """Ends the jump, so that letters are keys again."""
        if self.window.work.jumping.is_on:
            self.press("Return")

    def say(self, key: str) -> None:
        """The label's key, or another verb: digits end the jump by themselves, unless one was typed."""
        typed = self.window.work.jumping.typed
        if not key.isdigit() or typed[:1].isdigit():
            self.land()
        self.press(key)

    def press(self, *keys: str) -> None:
        """Key events to whatever has the keyboard."""
        for key in keys:
            pressed = QKeySequence(key)[0]
            dialog = self.window.findChild(FinishDialog)
            at = (dialog and dialog.slider) or (
                self.window.work.same.list if self.window.work.same.isVisible() else self.view
            )
            QTest.keyClick(at, pressed.key(), pressed.keyboardModifiers())
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if dialog:
                QApplication.setActiveWindow(self.window)  # nobody else does so without a screen
            self.keys += 1
        if self.keys > LOST:
            raise ValueError("The script presses keys and gets nowhere.")
