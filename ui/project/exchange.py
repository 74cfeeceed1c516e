"""Work shared with others, from the File menu and by drop: packages, assignment, feedback.

Each is the command of that name, in a process of its own; what was dropped together is done one after the
other.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.exchange.suffixes import EARLIER, SUFFIX
from annotations.sets import GOLD
from annotations.text.counts import counted
from models.project import DATABASE_FILE
from models.queries import articles as article_queries
from models.queries.people import machines
from models.transfer import assignments
from ui.project.commands import BUSY, Commands
from ui.project.dialogs import tell
from ui.project.files import Files
from ui.project.jobs import CANCELLED
from ui.session import Session
from ui.wording import asked, kept_said, merged, pieces_of_work


class Sharing(QObject):
    """The sharing of work: it asks, runs the command, and says what that did."""

    def __init__(self, session: Session, files: Files, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._commands, self._window = session, files, commands, window
        self._waiting: list[Path] = []  # packages that are merged when what runs is over
        self._said: list[str] = []  # what is to be told of the packages merged so far
        self._merging = Path()  # the package that is being merged, or was last
        self._asking: list[
            tuple[Path, dict[str, Any]]
        ] = []  # names that a merge left out, until it is said who it is
        self._left_out: set[tuple[Path, str]] = set()  # of which people said that they are to be left out
        self._is_asking = False
        commands.ended.connect(self._merge_next)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._leave_out)
        session.project_closed.connect(self._forget)

    # --- packages

    def pack(self) -> None:
        project = self._session.project
        given = assignments.annotators(project) if project else []
        names = [self._session.annotator, *self._people(), *given, GOLD]
        whole = project.schema.name if project else ""
        self._ask("Pack work", f"{{name}}{SUFFIX}", names, self.pack_to, whole=whole)

    def pack_to(self, name: str, path: str) -> None:
        """Pack the annotator's work, or the whole project (""), into the file."""
        words = ("--annotator", name) if name else ("--project",)
        self._run("packing", "pack", _absolute(path), *words, done=self._packed)

    def merge(self) -> None:
        from ui.project.exchange_dialogs import FILES

        if self._session.project:
            paths, _ = QFileDialog.getOpenFileNames(self._window, "Merge package", "", FILES)
            self.drop([Path(path) for path in paths], as_packages=True)

    def drop(self, paths: list[Path], *, as_packages: bool = False) -> None:
        """Import the files, then merge the packages among them, which may be about their articles; open a project."""
        from annotations.formats.reading.folders import is_project

        if len(paths) == 1 and is_project(paths[0]) and not self._commands.is_running:
            self._files.open(paths[0])
            return
        if self._session.project is None:
            if paths:
                self._files.with_project(partial(self.drop, paths))
            return
        if not paths:
            return
        if self._commands.is_running:
            self._session.noted.emit(BUSY)
            return
        self._left_out.clear()
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
            self._merge(self._waiting.pop(0))
        elif self._asking:
            self._ask_who()
        elif self._said:
            said, self._said = self._said, []
            tell(self._window, "Packages", "\n".join(said))

    def _merge(self, package: Path, *words: str) -> None:
        self._merging = package
        words = (str(package), "--by", self._session.annotator, *words)
        self._run("merging", "merge", *words, done=self._merged, failed=self._refused)

    def _merged(self, report: dict[str, Any], errors: str) -> None:
        """Say what was merged; more than a count stays on the screen until it is read."""
        head, *odd = merged(report)
        asks = ((self._merging, question) for question in report["asked"])
        self._asking += [one for one in asks if (one[0], one[1]["name"]) not in self._left_out]
        if opened := self._session.opened:
            opened.look_for_others()
            opened.open_first()
        self._session.noted.emit(head)
        self._said += [head, *odd] if odd or self._waiting or self._said else []

    def _ask_who(self) -> None:
        """Ask who the next name is that a merge has left out, unless that is being asked."""
        from ui.project.exchange_dialogs import WhoDialog

        if not self._is_asking:
            self._is_asking = True
            dialog = WhoDialog(self._asking[0][1], self._people(), self._window)
            dialog.chosen.connect(self._answer)
            dialog.left.connect(self._soon.start)
            dialog.open()

    def _answer(self, words: list[str]) -> None:
        """Merge the package again with what was said; it asks by itself about the other names that it left out."""
        self._is_asking = False
        package, _ = self._asking.pop(0)
        self._asking[:] = [other for other in self._asking if other[0] != package]
        self._merge(package, *words)

    def _forget(self) -> None:
        """Drop what was for the project before; what was left out of it is still told."""
        self._waiting.clear()
        self._said += [asked(question) for _, question in self._asking]
        self._asking.clear()

    def _leave_out(self) -> None:
        self._is_asking = False
        if self._asking:
            package, question = self._asking.pop(0)
            self._left_out.add((package, question["name"]))
            self._said.append(asked(question))
        self._merge_next()

    def _refused(self, why: str) -> None:
        if why == CANCELLED:
            self._session.noted.emit(why)
        else:
            self._said.append(why)

    def _packed(self, report: dict[str, Any], errors: str) -> None:
        if "sets" in report:
            what = f"{pieces_of_work(report['sets'])} of {report['annotator']}"
        else:
            what = f"the project with {counted(report['articles'], 'article')}"
        said = f"Packed {what} in {report['package']}."
        gold = report.get("gold", ())
        more = f" And {len(gold) - 1:,} more; the command names all." if len(gold) > 1 else ""
        self._session.noted.emit(" ".join([said + kept_said(report.get("set_aside", ())), *gold[:1]]) + more)

    # --- assignment

    def assign(self) -> None:
        from ui.project.exchange_dialogs import AssignDialog

        if (project := self._session.project) is None:
            return
        names = sorted({self._session.annotator, *_persons(self._session), *assignments.annotators(project)})
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
        self._ask("Feedback to", "feedback to {name}.md", _persons(self._session), self.feedback_to)

    def feedback_to(self, name: str, path: str) -> None:
        self._run("writing feedback", "feedback", name, _absolute(path), done=self._told)

    def _told(self, report: dict[str, Any], errors: str) -> None:
        found = counted(report["corrections"], "correction"), counted(report["articles"], "article")
        said = f"Wrote {report['feedback']}: {' in '.join(found)}."
        gold = report.get("gold", ())
        more = f" And {len(gold) - 1:,} more; the command names all." if len(gold) > 1 else ""
        self._session.noted.emit(" ".join([said + kept_said(report.get("set_aside", ())), *gold[:1]]) + more)

    # --- in common

    def _is_for_merging(self, path: Path) -> bool:
        """Return whether the file is to be merged as a package, not imported.

        What is called as one and is no zip is, too, so that it is refused as a package.
        """
        from annotations.exchange import manifests
        from annotations.formats.reading.zips import is_zip

        if is_open_database(self._session, path):
            return False
        is_called_so = path.suffix.lower() in (SUFFIX, *EARLIER) and not path.is_dir()
        return manifests.begins(path) or (is_called_so and not is_zip(path))

    def _people(self) -> list[str]:
        project = self._session.project
        return [name for name in article_queries.annotators(project) if name != GOLD] if project else []

    def _ask(self, title: str, file: str, names: list[str], then: Any, *, whole: str = "") -> None:
        if self._session.project:
            from ui.project.exchange_dialogs import WorkDialog

            dialog = WorkDialog(
                title,
                self._session.project.folder / file,
                names or [self._session.annotator],
                self._window,
                whole=whole,
            )
            dialog.chosen.connect(then)
            dialog.open()

    def _run(self, doing: str, command: str, *words: str, done: Any, failed: Any = None) -> None:
        if project := self._session.project:
            self._commands.run(doing, [command, str(project.folder), *words], done, failed)


def is_open_database(session: Session, path: Path) -> bool:
    """Return whether the path is the open database, which is not looked into: closing a file drops this process's locks on it."""
    project = session.project
    return project is not None and path.exists() and path.samefile(project.folder / DATABASE_FILE)


def _absolute(path: str) -> str:
    """Return the path as no command takes it for an option."""
    return str(Path(path).expanduser().absolute())


def _persons(session: Session) -> list[str]:
    """Return everybody with work in the project who is no machine."""
    project = session.project
    names = article_queries.annotators(project) if project else []
    return [name for name in names if project and name not in {GOLD, *machines(project)}]
