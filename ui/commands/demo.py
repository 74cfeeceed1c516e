"""The demo: the main job on the sample articles, done through the real window by a scripted annotator.

Every decision is a key event; nothing is shown on a screen.  It ends with a dataset and pictures.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotations.errors import UserError, cause
from annotations.sheet import touches
from annotations.spans import Span, Status
from ui.actions import CARET
from ui.commands import demo_review
from ui.commands.demo_room import make_room, note
from ui.key_words import USUAL
from ui.terminal import complain

SCREEN = (1440, 900)  # pixels of the window
PATIENCE = 120  # seconds for the worker, before the demo gives up
CONFIDENT = 0.65  # the scripted annotator rejects what scores less
SHIP, SHIPS = "PRODUCT", ("Galaxy Leader", "Rubymar", "True Confidence", "Marlin Luanda")
PICTURES = ("window-light.png", "window-dark.png", "agreement-light.png", "review-light.png")
MADE = ("project", "dataset.jsonl", "dataset.jsonl.manifest.json", *PICTURES)
PICTURED = (5, 18)  # the pictures are taken so many articles and then so many decisions on


def run_demo(out: Path, say: Callable[[str], None]) -> dict[str, str]:
    """Make `out` anew: a project, `dataset.jsonl` with its manifest, `window-light.png`, `window-dark.png`,
    `agreement-light.png` and `review-light.png`.

    Return the paths of what it made, by name.  Raise UserError when `out` cannot be written, or holds anything but an
    earlier demo's files, unchanged.
    """
    try:
        make_room(out)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with tempfile.TemporaryDirectory() as config:
            os.environ["FACTMARK_CONFIG"] = config  # the person's own settings stay as they are
            made = _Demo(out, say).run()
        note(out, MADE)
    except OSError as error:
        raise UserError(f"The demo cannot write there: {cause(error)}.", where=out) from error
    return made


class _Demo:
    """The window of the demo, and the scripted annotator who presses its keys."""

    def __init__(self, out: Path, say: Callable[[str], None]) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        from models.settings import Settings
        from ui.app import start

        qInstallMessageHandler(_pass_on)
        self.out, self.say = out, say
        self.window = start(Settings(), "demo")
        self.window.resize(*SCREEN)
        self.window.show()
        self.session = self.window.session
        self.keys = self.finished = 0

    def run(self) -> dict[str, str]:
        from ui.commands.demo_agreement import picture
        from ui.export.export_view import ReportBox
        from ui.export.export_words import Wanted

        files = self.window.files
        files.make(str(self.out / "project"), "news")
        files.import_sample_articles()
        self._wait(lambda: self.session.article is not None, "the samples to be imported")
        self._wait(lambda: self._suggested(), "the suggestions")
        count = len(self.window.work.list.articles.ids)
        self.say(f"Imported {count} articles and suggested in them.")
        while not self.session.is_finished:
            self._annotate()
        self.say(f"Finished {count} articles with {self.keys:,} keys.")
        dataset = self.out / "dataset.jsonl"
        self.window.exporting.write(Wanted(str(dataset)))
        manifest = dataset.with_name("dataset.jsonl.manifest.json")
        self._wait(lambda: dataset.exists() and not files.is_busy, "the export")
        for said in self.window.findChildren(ReportBox):
            said.close()  # keys go to the window again
        self.window.activateWindow()
        agreed = picture(self.window, self.out, self._wait)
        demo_review.review(self.window, self.out / "review-light.png")
        self.say("Reviewed a second person's work on some of them.")
        self.window.close()
        made = [
            self.out / "project",
            dataset,
            manifest,
            self.out / "window-light.png",
            self.out / "window-dark.png",
            agreed,
            self.out / "review-light.png",
        ]
        return {path.name: str(path) for path in made}

    # --- the annotator

    def _annotate(self) -> None:
        """Decide every suggestion of the article at hand, label what nobody suggested, and finish."""
        article = self.session.article
        title = article.title if article else ""
        self._press(next(key for key, *moves in CARET if moves == ["edge", -1, False]))
        self._press(USUAL["next_suggestion"][0])
        decided = 0
        while len(self.session.sheet.undecided):
            self._decide()
            decided += 1
            if (self.finished, decided) == PICTURED:
                self._pictures()
        self._label_the_unseen()
        spans = len(self.session.sheet.confirmed)
        self._press(USUAL["finish"][0])
        self.finished += 1
        self.say(f"  {title[:60]}: {decided} decided, {spans} spans")

    def _decide(self) -> None:
        span = self._focused()
        if span is None or span.status is not Status.SUGGESTED:
            self._press(USUAL["next_suggestion"][0])
        elif (
            span.score is not None and span.score < CONFIDENT and not self.session.text[span.start].isupper()
        ):
            self._press(USUAL["reject"][0])
        else:
            self._press(USUAL["confirm"][0])

    def _label_the_unseen(self) -> None:
        """Label by key what nobody suggested and the annotator knows: the ships of the story."""
        schema = self.session.project.schema if self.session.project else None
        key = schema.labels[SHIP].key if schema else None
        for name in SHIPS:
            while key and (place := self._unlabelled(name)) is not None:
                self.window.view.set_selection(place, place + len(name))
                self._press(key.upper())

    def _unlabelled(self, wording: str) -> int | None:
        """Return where the wording stands, on token bounds, in the article itself, with no span over it."""
        text, view, start, sheet = self.session.text, self.window.view, -1, self.session.sheet
        while (start := text.find(wording, start + 1)) >= 0:
            end = start + len(wording)
            first, last = view.article.tokens.at(start), view.article.tokens.at(end - 1)
            on_tokens = bool(first and last and first[0] == start and last[1] == end)
            taken = sheet.confirmed.overlapping(start, end) or touches(sheet.boilerplate, start, end)
            if on_tokens and not taken:
                return start
        return None

    def _focused(self) -> Span | None:
        focus = self.window.view.focus_id
        return self.session.sheet.get(focus) if focus else None

    # --- keys, waiting, pictures

    def _press(self, key: str) -> None:
        """Send a real key event to the article."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack __getitem__
        QTest.keyClick(self.window.view, pressed.key(), pressed.keyboardModifiers())
        self.keys += 1

    def _suggested(self) -> bool:
        from models.queries import articles as article_queries

        project = self.session.project
        return (
            project is not None and not self.window.files.is_busy and not article_queries.unsuggested(project)
        )

    def _wait(self, until: Callable[[], bool], what: str) -> None:
        from PySide6.QtWidgets import QApplication

        end = time.monotonic() + PATIENCE
        while not until():
            QApplication.processEvents()
            if self.window.files.trouble or time.monotonic() > end:
                why = self.window.files.trouble or self.window.status.noticed.text()
                self.window.close()
                raise UserError(f"The demo waited for {what} in vain: {why}")

    def _pictures(self) -> None:
        """Take pictures of the window in the midst of the work, in light and in dark."""
        from PySide6.QtWidgets import QApplication

        from ui.look.apply import apply_palette

        for scheme in ("light", "dark"):
            apply_palette(scheme)
            QApplication.processEvents()
            self.window.grab().save(str(self.out / f"window-{scheme}.png"))
        apply_palette("light")


def _pass_on(kind: object, context: object, message: str) -> None:
    """Print Qt's messages to stderr, less what the off-screen platform says of itself."""
    if not message.startswith("This plugin does not support"):
        complain(message)
