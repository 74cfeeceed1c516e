"""The two ways to begin with labels that exist: those of another project, and those that a file to be imported brings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit

from annotations.errors import UserError
from annotations.schema import own_labels
from annotations.schema.languages import language_name
from annotations.text.counts import counted
from models.transfer import creating
from models.transfer.creating import Start
from ui.creating.parts import PathField
from ui.creating.start_pages import StartPage
from ui.look.layouts import column
from ui.project.jobs import Command

SOON = 300  # milliseconds without a key after which a file is read
NO_PROJECT = (
    "Choose a project.yaml, or write the folder of a project: its labels, fact types and wordings are taken."
)
NO_FILE = "Choose a file with marked articles, in any format that is imported: its labels are taken."
NOWHERE = "There is no such file or folder; choose another."
NONE_IN_IT = "There are no labels in it; choose My own labels, and import it then."


class ProjectPage(StartPage):
    """The labels and all else of another project's schema, and its wordings."""

    def __init__(self) -> None:
        super().__init__()
        self.source = PathField(
            "Another project, or its project.yaml", files="Projects (*.yaml *.yml);;All files (*)"
        )
        self._start: Start | None = None
        self._wrong = NO_PROJECT
        self.setLayout(column(self.source, self.told, self.row, gap=6))
        self.source.changed.connect(self._look)
        self._look()

    @property
    def field(self) -> QLineEdit | None:
        return self.source.line

    @property
    def language(self) -> str:
        return self._start.schema.language if self._start else ""

    def begin(self, language: str) -> Start:
        if self._start is None:
            raise UserError(self._wrong)
        return self._start

    def fitting(self, language: str) -> str:
        return self._start.schema.pipeline if self._start else super().fitting(language)

    def _look(self) -> None:
        """Show what the project gives, or say why it gives nothing."""
        self._start, self._wrong = None, NO_PROJECT
        try:
            if self.source.path:
                self._start = creating.start_from(self.source.place)
        except UserError as error:
            self._wrong = str(error)
        if self._start:
            self.show_labels([*self._start.schema.labels.values()], _told(self._start))
        else:
            self.show_labels([], self._wrong, is_wrong=bool(self.source.path))


class FilePage(StartPage):
    """The labels of a file, read by a process of its own; the file itself is imported then, unless that is not wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.source = PathField("A file with marked articles", files="All files (*)")
        self.also = QCheckBox("Import the file too")
        self.also.setChecked(True)
        self._wrong = NO_FILE
        self._job: Command | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._read)
        self.setLayout(column(self.source, self.told, self.row, self.also, gap=6))
        self.source.changed.connect(self._look)
        self._look()

    @property
    def field(self) -> QLineEdit | None:
        return self.source.line

    @property
    def imported(self) -> Path | None:
        return self._path() if self.also.isChecked() else None

    def begin(self, language: str) -> Start:
        if self._wrong:
            raise UserError(self._wrong)
        return creating.own(self.labels(), language)

    def stop(self) -> None:
        """Read no more."""
        self._soon.stop()
        job, self._job = self._job, None
        if job:
            job.close()
            job.deleteLater()

    def _path(self) -> Path:
        return self.source.place.absolute()

    def _look(self) -> None:
        """Read the file that is named, once nobody types any more."""
        self.stop()
        if not self.source.path:
            self._refuse(NO_FILE, is_wrong=False)
        elif not _exists(self._path()):
            self._refuse(NOWHERE)
        else:
            self._refuse(f"The labels of {self._path().name} are being read.", is_wrong=False)
            self._soon.start()

    def _refuse(self, why: str, *, is_wrong: bool = True) -> None:
        """Show no labels, and why."""
        self._wrong = why
        self.show_labels([], why, is_wrong=is_wrong)

    def _read(self) -> None:
        self._job = Command(["labels", str(self._path())], self)
        self._job.progress.connect(
            lambda _, done, of: self.say(f"{self._wrong} {done * 100 // max(of, 1)} %")
        )
        self._job.done.connect(self._take)
        self._job.failed.connect(self._failed)
        self._job.start()

    def _take(self, report: dict[str, Any], errors: str) -> None:
        """Show the labels that were found, those with the most spans first."""
        self.stop()
        left = report["problems"]
        more = f" {counted(len(left), 'problem')}: {left[0]}" if left else ""
        if not report["labels"]:
            self._refuse(NONE_IN_IT + more)
            return
        self._wrong = ""
        labels = own_labels.own(sorted(report["labels"], key=lambda name: -report["labels"][name]))
        said = f"{counted(len(labels), 'label')} in {counted(report['articles'], 'article')}."
        self.show_labels([*labels.values()], said + more)

    def _failed(self, why: str) -> None:
        self.stop()
        self._refuse(why)


def _told(start: Start) -> str:
    """Return the sentence on what another project gives."""
    schema = start.schema
    parts = [counted(len(schema.labels), "label"), counted(len(schema.facts), "fact type")]
    if patterns := len([line for line in start.patterns.splitlines() if line.strip()]):
        parts.append(counted(patterns, "pattern"))
    return f"{', '.join(parts)}; for articles in {language_name(schema.language)}."


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # no path can be called so
        return False
