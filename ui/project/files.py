"""Projects and files: opening and making projects, and importing articles into the one that is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from models.project import Project
from models.settings import Settings, config_folder, login_name
from ui.importing.importing import Importing
from ui.program import SAMPLE, SAMPLES
from ui.project.commands import Commands
from ui.project.dialogs import tell
from ui.project.leaving import BeforeLeaving
from ui.project.suggesting import Suggesting
from ui.session import Session
from ui.wording import added

if TYPE_CHECKING:
    from ui.creating.changing import Changing
    from ui.creating.new_project import NewProject, ProjectWanted


class Files(QObject):
    """The opening of projects and the import of files; what is new is looked through for suggestions."""

    unopened = Signal(object, str)  # the folder of a project, and why it could not be opened

    def __init__(
        self,
        session: Session,
        settings: Settings,
        commands: Commands,
        suggesting: Suggesting,
        window: QWidget,
        keeps: Callable[[], bool],
        runs: Callable[[Callable[[], object]], bool],
    ) -> None:
        """Take what is asked before a project is left, as BeforeLeaving has it."""
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._commands, self._suggesting = commands, suggesting
        self._importing = Importing(session, commands, window)
        self._changing: Changing | None = None
        self.leaving = BeforeLeaving(session, window, keeps, runs)

    @property
    def is_busy(self) -> bool:
        """Return whether a command runs, or the worker suggests or is about to."""
        return self._commands.is_running or self._suggesting.is_busy

    @property
    def trouble(self) -> str:
        """Return why the last command or suggesting failed, "" when it did not."""
        return self._commands.trouble or self._suggesting.trouble

    def cancel(self) -> None:
        """Cancel the command that runs, else the suggesting."""
        (self._commands if self._commands.is_running else self._suggesting).cancel()

    # --- projects

    def open(self, folder: Path) -> bool:
        """Open the project; return whether that was done.  It asks first when something waits to be written."""
        if self._is_gone() or self.leaving.asks(partial(self.open, folder)):
            return False
        try:
            self._session.open_project(folder)
        except UserError as error:
            self.unopened.emit(folder, str(error))
            return False
        if trouble := self._settings.opened(folder):
            self._session.failed.emit(trouble)
        self._suggesting.cancel()  # it looks through the project before
        self._suggesting.missing()
        return True

    def become(self, annotator: str) -> None:
        """Open project and article again as that annotator; ask first when something waits to be written."""
        if self._is_gone() or self.leaving.asks(partial(self.become, annotator)):
            return
        session = self._session
        project, article = session.project, session.article
        session.close()
        session.annotator = annotator
        if project and not self.open(project.folder):
            session.project_opened.emit()  # none: it could not be opened again
        if article and session.project:
            session.open_article(article.id)

    def renamed(self, old: str, new: str) -> None:
        """Open project and article again after an annotator was renamed, and go on under the new name if that was us."""
        is_at_start = old == (self._settings["annotator"] or login_name())
        if is_at_start and (trouble := self._settings.remember(annotator=new)):
            self._session.failed.emit(trouble)
        self.become(new if old == self._session.annotator else self._session.annotator)

    def _is_gone(self) -> bool:
        """Look whether the project that is open is where it was; one that is gone asks first what is to be done."""
        opened = self._session.opened
        return opened is not None and not opened.mark.looks_in_place()

    def open_project(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self._window, "Open project"):
            self.open(Path(folder))

    def new_project(self) -> None:
        """Ask for the folder of a new project and its labels, make it and open it."""
        self._ask_for_new(self._window, lambda: None)

    def change_project(self) -> None:
        """Ask what suggests in the project that is open, in which language, and with which list."""
        from ui.creating.changing import Changing

        if self._changing is None:
            self._changing = Changing(self._session, self._suggesting, self._window)
        self._changing.open()

    def with_project(self, then: Callable[[], object], over: QWidget | None = None) -> None:
        """Do this in the project that is open, else in a new one, which is asked for first."""
        if self._session.project:
            then()
        else:
            self._ask_for_new(over or self._window, then)

    def _ask_for_new(self, over: QWidget, then: Callable[[], object]) -> None:
        from ui.creating.new_project import NewProject
        from ui.help.places import projects_folder

        dialog = NewProject(free(projects_folder() / "factmark-project"), over)
        dialog.chosen.connect(partial(self._answered, dialog, then))
        dialog.open()

    def _answered(self, dialog: NewProject, then: Callable[[], object], wanted: ProjectWanted) -> None:
        """Make the project; the dialog stays open when that could not be done."""
        from models.transfer import creating

        try:
            creating.create(wanted.folder, wanted.start)
        except UserError as error:
            dialog.say(str(error), dialog.where.folder.line)
            return
        dialog.accept()
        if self.open(wanted.folder):
            if wanted.imported:
                self._bring(wanted.imported, then)
            else:
                then()

    def _bring(self, path: Path, then: Callable[[], object]) -> None:
        """Import what the project was made for, and do the rest once that is over."""

        def go_on(do: Callable[..., object], *told: object) -> None:
            do(*told)
            then()

        done, failed = partial(go_on, self._imported), partial(go_on, self._session.noted.emit)
        self._importing.bring([path], done, failed)

    def close_project(self) -> None:
        """Go back to the welcome; ask first when something waits to be written."""
        session = self._session
        if session.opened is None or self._is_gone() or self.leaving.asks(self.close_project):
            return
        self._suggesting.cancel()
        session.close()
        self._settings.remember(last_project="")
        session.project_opened.emit()  # none
        session.article_opened.emit()

    def sample(self) -> None:
        """Open the sample project, which is made the first time."""
        folder = config_folder() / SAMPLE
        if not (folder / "project.yaml").exists():
            schema = schema_reader.parse(schema_reader.shipped("news")).called("Sample project")
            try:
                Project.create(folder, schema).close()
            except UserError as error:
                tell(self._window, "The sample project was not made", str(error))
                return
        if self.open(folder) and self._session.article is None:  # perhaps its import was cancelled
            self.import_sample_articles()

    def import_sample_articles(self) -> None:
        self.import_paths([SAMPLES])

    # --- import

    def import_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._window, "Import files")
        self.import_paths(list(map(Path, paths)))

    def import_folder(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self._window, "Import folder"):
            self.import_paths([Path(folder)])

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders, without a project into a new one."""
        if paths and self._session.project is None:
            self.with_project(partial(self.import_paths, paths))
        elif paths:
            self._importing.bring(paths, self._imported)

    def _imported(self, report: dict[str, Any], errors: str) -> None:
        if opened := self._session.opened:
            opened.look_for_others()
            opened.open_first()
        said = added(report)
        known = [f"Read as {one['format']}, since {one['reason']}." for one in report["read_as"]]
        self._session.noted.emit(" ".join([said, *known[:2]]) if report["sets"] else said)
        if errors or report["notices"] or report["labels_added"]:
            labels = ", ".join(report["labels_added"])
            labelled = [f"Labels added to the schema, without keys: {labels}."] if labels else []
            tell(self._window, said, "\n".join([*labelled, *known, *report["notices"], errors]))
        self._suggesting.soon(said if report["articles"] else "")


def free(folder: Path) -> Path:
    """Return the folder, or with a number where there is one of that name."""
    names = (folder.with_name(f"{folder.name}-{n}") if n > 1 else folder for n in range(1, 1000))
    return next((path for path in names if not os.path.lexists(path)), folder)
