"""Work shared with others, from the File menu and by drop: packages, assignment, feedback.

Each is the command of that name, in a process of its own; what was dropped together is done one after the
other.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.sets import GOLD
from annotations.text.counts import counted
from models.project import DATABASE_FILE
from models.queries import articles as article_queries
from models.transfer import assignments
from ui.project.commands import Commands
from ui.project.dialogs import tell
from ui.project.files import Files
from ui.project.jobs import CANCELLED
from ui.session import Session
from ui.wording import kept_said, merged, pieces_of_work

ZIP = ".zip"


class Sharing(QObject):
    """The sharing of work: it asks, runs the command, and says what that did."""

    def __init__(self, session: Session, files: Files, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._commands, self._window = session, files, commands, window
        self._waiting: list[Path] = []  # packages that are merged when what runs is over
        self._said: list[str] = []  # what is to be told of the packages merged so far
        commands.ended.connect(self._merge_next)
        session.project_closed.connect(self._waiting.clear)  # they were for the project before

    # --- packages

    def pack(self) -> None:
        self._ask("Pack work", "{name}.zip", [self._session.annotator, *self._people(), GOLD], self.pack_to)

    def pack_to(self, name: str, path: str) -> None:
        self._run("packing", "pack", path, "--annotator", name, done=self._packed)

    def merge(self) -> None:
        if self._session.project:
            paths, _ = QFileDialog.getOpenFileNames(self._window, "Merge package")
            self.drop([Path(path) for path in paths], as_packages=True)

    def drop(self, paths: list[Path], *, as_packages: bool = False) -> None:
        """Import the files, then merge the packages among them, which may be about their articles."""
        if self._session.project is None:
            if paths:
                self._files.with_project(partial(self.drop, paths))
            return
        if not paths:
            return
        if self._commands.is_running:
            self._session.noted.emit("Something is running already; wait for it, or cancel it.")
            return
        self._waiting[:] = [path for path in paths if as_packages or self._is_for_merging(path)]
        if others := [path for path in paths if path not in self._waiting]:
            self._files.import_paths(others)
        else:
            self._merge_next()

    def cancel(self) -> None:
        """Cancel what runs, and what still waits of what was dropped."""
        self._waiting.clear()
        self._files.cancel()

    def _merge_next(self) -> None:
        if self._waiting:
            words = (str(self._waiting.pop(0)), "--by", self._session.annotator)
            self._run("merging", "merge", *words, done=self._merged, failed=self._refused)
        elif self._said:
            said, self._said = self._said, []
            tell(self._window, "Packages", "\n".join(said))

    def _merged(self, report: dict[str, Any], errors: str) -> None:
        """Say what was merged; more than a count stays on the screen until it is read."""
        head, *odd = merged(report)
        if opened := self._session.opened:
            opened.look_for_others()
            opened.open_first()
        self._session.noted.emit(head)
        self._said += [head, *odd] if odd or self._waiting or self._said else []

    def _refused(self, why: str) -> None:
        if why == CANCELLED:
            self._session.noted.emit(why)
        else:
            self._said.append(why)

    def _packed(self, report: dict[str, Any], errors: str) -> None:
        what = f"{pieces_of_work(report['sets'])} of {report['annotator']}"
        said = f"Packed {what} in {report['package']}."
        self._session.noted.emit(said + kept_said(report.get("set_aside", ())))

    # --- assignment

    def assign(self) -> None:
        from ui.project.exchange_dialogs import AssignDialog

        if (project := self._session.project) is None:
            return
        names = sorted({self._session.annotator, *self._people(), *assignments.annotators(project)})
        left, every = assignments.unassigned(project), article_queries.article_ids(project)
        dialog = AssignDialog(names, len(left), len(every), self._window)
        dialog.chosen.connect(self.assign_to)
        dialog.open()

    def assign_to(self, words: list[str]) -> None:
        """Run `assign`; `words` are names and options, as it takes them after the project."""
        self._run("assigning", "assign", *words, done=self._assigned)

    def _assigned(self, report: dict[str, Any], errors: str) -> None:
        self._session.look_for_others()
        self._session.articles_changed.emit()
        each = ", ".join(f"{name} has {count:,}" for name, count in report["annotators"].items())
        self._session.noted.emit(f"Gave out {report['given']:,} articles: {each or 'nobody has any'}.")

    # --- feedback

    def feedback(self) -> None:
        self._ask("Feedback to", "feedback to {name}.md", self._people(), self.feedback_to)

    def feedback_to(self, name: str, path: str) -> None:
        self._run("writing feedback", "feedback", name, path, done=self._told)

    def _told(self, report: dict[str, Any], errors: str) -> None:
        found = counted(report["corrections"], "correction"), counted(report["articles"], "article")
        said = f"Wrote {report['feedback']}: {' in '.join(found)}."
        self._session.noted.emit(said + kept_said(report.get("set_aside", ())))

    # --- in common

    def _is_for_merging(self, path: Path) -> bool:
        """Return whether the file is to be merged as a package, not imported.

        A zip that no format reads is, too, so that it is refused as a package.

        The open database is not looked into: closing a file drops the locks that this process has on it.
        """
        from annotations.exchange.package import is_package
        from annotations.formats import FORMATS

        project = self._session.project
        if project and path.exists() and path.samefile(project.folder / DATABASE_FILE):
            return False
        is_spare = path.suffix.lower() == ZIP and not any(ZIP in row.suffixes for row in FORMATS.values())
        return is_package(path) or is_spare

    def _people(self) -> list[str]:
        project = self._session.project
        return [name for name in article_queries.annotators(project) if name != GOLD] if project else []

    def _ask(self, title: str, file: str, names: list[str], then: Any) -> None:
        if self._session.project:
            from ui.project.exchange_dialogs import WorkDialog

            dialog = WorkDialog(
                title,
                self._session.project.folder / file,
                names or [self._session.annotator],
                self._window,
            )
            dialog.chosen.connect(then)
            dialog.open()

    def _run(self, doing: str, command: str, *words: str, done: Any, failed: Any = None) -> None:
        if project := self._session.project:
            self._commands.run(doing, [command, str(project.folder), *words], done, failed)
