"""The demo: the main job on the sample articles, done through the real window by a scripted annotator.

Every decision is a key event; nothing is shown on a screen.  It ends with a dataset and pictures.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from annotations.errors import UserError, cause
from annotations.schema import reader as schema_reader
from ui.demo.room import make_room, note
from ui.terminal import complain

PICTURES = "pictures"
NAME = "Red Sea, 2024"  # of the project
PAPERS = ("paper", "codebook")  # what the commands of these names write
MADE = ("project", "dataset.jsonl", "dataset.jsonl.manifest.json", *PAPERS, PICTURES)
BEFORE = (
    4,
    9,
    5,
)  # places of the articles that are done before; the pictures of a finished one are of the last
FIRST = 0  # the place of the article that most pictures are about
BEGUN = {FIRST: 12, 1: 45}  # spans that are decided at first, by the place of the article


def run_demo(out: Path, say: Callable[[str], None], *, every_picture: bool = False) -> dict[str, str]:
    """Make `out` anew: a project, `dataset.jsonl` with its manifest, its `paper`, its `codebook`, and `pictures` of the window.

    Return the paths of what it made, by name.  Raise UserError when `out` cannot be written, or holds anything but an
    earlier demo's files, unchanged.
    """
    try:
        make_room(out)
        (out / PICTURES).mkdir()
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with tempfile.TemporaryDirectory() as config:
            os.environ["FACTMARK_CONFIG"] = config  # the person's own settings stay as they are
            made = _Demo(out, say, every_picture=every_picture).run()
        note(out, MADE)
    except OSError as error:
        raise UserError(f"The demo cannot write there: {cause(error)}.", where=out) from error
    return made


class _Demo:
    """The window of the demo, and the scripted annotator who presses its keys."""

    def __init__(self, out: Path, say: Callable[[str], None], *, every_picture: bool) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        from ui.demo import pictures

        qInstallMessageHandler(_pass_on)
        self.out, self.say = out, say
        self.wanted = pictures.EVERY if every_picture else pictures.USUAL
        self.pictures: list[Path] = []
        self._open()

    def _open(self) -> None:
        """Open the window, and give the scripted annotator its keyboard."""
        from models.settings import Settings
        from ui.app import start
        from ui.demo import pictures
        from ui.demo.annotator import Annotator
        from ui.demo.hands import Hands

        self.window = start(Settings(), "demo")
        self.window.resize(*pictures.BIG)
        self.window.show()
        self.session, self.hands = self.window.session, Hands(self.window)
        self.annotator = Annotator(self.hands)

    def run(self) -> dict[str, str]:
        from ui.demo import learning, pictures, review, second

        count = self._import()
        self._annotate()
        self.say(f"Finished {count} articles with {self.hands.pressed:,} keys.")
        self._take(pictures.ALL_DONE)
        made = [self.out / "project", *self._export()]
        self.say(learning.table(self.hands))
        second.work_again(self.session)
        self._take(pictures.COMPARED)
        review.review(self.hands)
        self._take(pictures.DECIDED)
        self.say("Reviewed a second person's work on some of them.")
        made += self._write_papers()
        self.window.settings.set(last_project="")
        self.window.close()
        self._open()
        self._take(pictures.LEFT)
        self.window.close()
        return {path.name: str(path) for path in (*made, *self.pictures)}

    def _import(self) -> int:
        from models.project import Project

        files, wait = self.window.files, self.hands.wait
        schema = schema_reader.parse(schema_reader.shipped("news")).called(NAME)
        Project.create(self.out / "project", schema).close()
        files.open(self.out / "project")
        files.import_sample_articles()
        wait(lambda: self.session.article is not None, "the samples to be imported")
        wait(lambda: self._suggested(), "the suggestions")
        count = len(self.window.work.list.articles.ids)
        self.say(f"{count} articles added, and looked through for suggestions.")
        return count

    def _suggested(self) -> bool:
        from models.queries import articles as article_queries

        project = self.session.project
        return (
            project is not None and not self.window.files.is_busy and not article_queries.unsuggested(project)
        )

    def _annotate(self) -> None:
        """Begin two articles, do some, take pictures in the last of those and in the first, and do the rest."""
        from ui.demo import pictures

        for place, spans in BEGUN.items():
            self.hands.go_to(place)
            self.annotator.decide(spans)
        for place in BEFORE:
            self.hands.go_to(place)
            self.say(f"  {self.annotator.annotate()}")
        self._take(pictures.FINISHED)
        self.hands.go_to(FIRST)
        self._take(pictures.MIDST)
        while not self.session.is_finished:
            self.say(f"  {self.annotator.annotate()}")
            self.annotator.go_on()

    def _export(self) -> list[Path]:
        from ui.demo import moments
        from ui.export.export_words import Wanted

        dataset = self.out / "dataset.jsonl"
        manifest = dataset.with_name("dataset.jsonl.manifest.json")
        page = moments.on_the_export(self.hands)
        page.exporting.write(Wanted(str(dataset)))
        self.hands.wait(lambda: dataset.exists() and not self.window.files.is_busy, "the export")
        moments.to_annotate(self.hands)
        return [dataset, manifest]

    def _write_papers(self) -> list[Path]:
        """Write what is to be said of the dataset in its paper, and the codebook, by the window's commands."""
        commands, outs = self.window.commands, [self.out / name for name in PAPERS]
        for name, out in zip(PAPERS, outs, strict=True):
            words = [name, str(self.out / "project"), str(out)]
            commands.run(f"writing the {name}", words, lambda report, trouble: None)
            self.hands.wait(lambda: not commands.is_running, f"the {name}")
            if commands.trouble:
                raise UserError(f"The {name} of the demo was not written: {commands.trouble}")
        return outs

    def _take(self, when: int) -> None:
        from ui.demo import pictures

        self.pictures += pictures.take(self.hands, when, self.wanted, self.out / PICTURES)


def _pass_on(kind: object, context: object, message: str) -> None:
    """Print Qt's messages to stderr, less what the off-screen platform says of itself."""
    if not message.startswith("This plugin does not support"):
        complain(message)
