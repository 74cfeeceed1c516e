"""The File menu but for the export: projects, import, suggestions, and what is known of an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from models.project import Project
from models.queries import articles as article_queries
from models.settings import Settings, config_folder
from ui.articles import next_article
from ui.project import suggestions
from ui.project.dialogs import ArticleInfo, NewProject
from ui.project.jobs import ALL, FACTS, Command, Worker
from ui.session import Session

SAMPLES = Path(str(files("samples") / "README.md")).parent
SAMPLE = "sample project"  # the folder of the sample project, below the config folder


class Files(QObject):
    """Asks, starts what takes long in a process of its own, and tells how far it is."""

    progress = Signal(object, int, int)  # what is being done (None: nothing), done, of
    ended = Signal()  # a command is over, however it went

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.session, self.settings, self.window = session, settings, window
        self.worker = Worker(self)
        self.worker.suggested.connect(self._suggested)
        self.worker.proposed.connect(partial(suggestions.take_facts, session))
        self.worker.progress.connect(lambda done, of: self.progress.emit("suggesting", done, of))
        self.worker.failed.connect(lambda why: self._job_failed(why))
        self.worker.finished.connect(lambda: self.progress.emit(None, 0, 0))
        self._soon = QTimer(self, singleShot=True)  # the window has its turn between an import and suggesting
        self._soon.timeout.connect(self.suggest_missing)
        self._command: Command | None = None
        self.trouble = ""  # why the last job failed
        self._again: set[str] = set()  # the articles whose facts may be replaced

    # --- projects

    def open(self, folder: Path) -> bool:
        try:
            self.session.open_project(folder)
        except UserError as error:
            self.tell("The project was not opened", str(error))
            return False
        self.settings.opened(folder)
        self.worker.cancel()  # it looks through the project before
        self.suggest_missing()
        return True

    def open_project(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self.window, "Open project"):
            self.open(Path(folder))

    def new_project(self) -> None:
        dialog = NewProject(Path.home() / "factmark-project", self.window)
        dialog.chosen.connect(self.make)
        dialog.open()

    def make(self, folder: str, schema: str) -> None:
        path = Path(folder)
        text = schema_reader.shipped(schema)
        try:
            made = schema_reader.parse(text, schema)
            Project.create(path, made.called(path.name)).close()
        except UserError as error:
            self.tell("The project was not made", str(error))
            return
        self.open(path)

    def sample(self) -> None:
        """Opens the sample project, which is made the first time."""
        folder = config_folder() / SAMPLE
        if not (folder / "project.yaml").exists():
            schema = schema_reader.parse(schema_reader.shipped("news")).called("Sample project")
            try:
                Project.create(folder, schema).close()
            except UserError as error:
                self.tell("The sample project was not made", str(error))
                return
        if self.open(folder) and self.session.article is None:  # perhaps its import was cancelled
            self.import_sample_articles()

    def import_sample_articles(self) -> None:
        self.import_paths([SAMPLES])

    # --- import

    def import_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self.window, "Import files")
        self.import_paths(list(map(Path, paths)))

    def import_folder(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self.window, "Import folder"):
            self.import_paths([Path(folder)])

    def import_paths(self, paths: list[Path]) -> None:
        if paths and self.session.project:
            folder = str(self.session.project.folder)
            words = ["import", folder, *map(str, paths), "--by", self.session.annotator]
            self.run("importing", words, self._imported)

    @property
    def is_running(self) -> bool:
        """Whether a command runs."""
        return self._command is not None

    @property
    def is_busy(self) -> bool:
        """Whether a command runs or the worker suggests, or will at once."""
        return self.is_running or self.worker.busy or self._soon.isActive()

    def run(
        self,
        doing: str,
        words: list[str],
        done: Callable[[dict[str, Any], str], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Starts a command; `done` gets its report and what it wrote to stderr, `failed` why it failed."""
        if self._command is not None:
            self.session.noted.emit("Something is running already; wait for it, or cancel it.")
            return
        self.trouble = ""
        self._command = Command(words, self)
        self._command.progress.connect(self.progress.emit)
        self._command.done.connect(lambda report, errors: self._ended(lambda: done(report, errors)))
        self._command.failed.connect(lambda why: self._ended(lambda: self._job_failed(why, failed)))
        self.progress.emit(doing, 0, 0)
        self._command.start()

    def _ended(self, tell: Any) -> None:
        if self._command:
            self._command.deleteLater()
        self._command = None
        self.progress.emit(None, 0, 0)
        tell()
        self.ended.emit()

    def _imported(self, report: dict[str, Any], errors: str) -> None:
        self.session.look_for_others()
        self.session.open_first()
        said = f"Imported {report['articles']:,} articles and {report['sets']:,} annotation sets."
        already = f" {len(report['already_there']):,} were there already." if report["already_there"] else ""
        known = [f"Read as {one['format']}, since {one['reason']}." for one in report["read_as"]]
        self.session.noted.emit(" ".join([said + already, *known[:2]]))
        if errors or report["notices"] or report["labels_added"]:
            labels = ", ".join(report["labels_added"])
            added = [f"Labels added to the schema, without keys: {labels}."] if labels else []
            self.tell(said + already, "\n".join([*added, *known, *report["notices"], errors]))
        self._soon.start()

    # --- suggestions

    def suggest(self) -> None:
        """Looks through every article anew, the one at hand first."""
        if self.session.project:
            self._suggest(article_queries.article_ids(self.session.project), again=True)

    def suggest_here(self) -> None:
        """Looks through the article at hand anew, with all that was learned."""
        if article := self.session.article:
            self._suggest([article.id], again=True)

    def suggest_missing(self) -> None:
        """Looks through the articles that no pipeline has looked at; for facts in those that were before these."""
        if project := self.session.project:
            new = article_queries.unsuggested(project)
            known = set(new)
            self._suggest(
                [id_ for id_ in article_queries.without_facts(project, project.schema) if id_ not in known],
                what=FACTS,
            )
            self._suggest(new)

    def _suggest(self, ids: list[str], *, again: bool = False, what: str = ALL) -> None:
        project, here = self.session.project, self.session.article
        if project is None or not ids:
            return
        self._again.update(ids if again else ())
        first = [here.id] if here and here.id in set(ids) else []
        self.worker.suggest(
            [*first, *ids],
            self.session.asked,
            self.session.learned,
            partial(suggestions.ground, self.session),
            what=what,
            pipeline=project.schema.pipeline,
            folder=project.folder,
            labels=list(project.schema.labels),
            schema=schema_writer.dump(project.schema),
        )
        self.progress.emit("suggesting", 0, 0)

    def _suggested(self, replies: list[dict[str, Any]], pipeline: str) -> None:
        suggestions.take(self.session, replies, pipeline, self._again)
        self._again.difference_update(reply["article"] for reply in replies)

    def cancel(self) -> None:
        if self._command:
            self._command.cancel()
        else:
            self.worker.cancel()

    def close(self) -> None:
        self._soon.stop()
        self.worker.close()
        if self._command:
            self._command.close()

    def _job_failed(self, why: str, tell: Callable[[str], None] | None = None) -> None:
        self.trouble = why
        self.progress.emit(None, 0, 0)
        (tell or self.session.noted.emit)(why)

    # --- the article

    def article_info(self) -> None:
        if article := self.session.article:
            dialog = ArticleInfo(article, self.window)
            dialog.edited.connect(self._describe)
            dialog.open()

    def _describe(self, title: str, meta: dict[str, Any]) -> None:
        self._change_article(lambda project, id_: project.describe(id_, title=title, meta=meta))
        self.session.reread_article()

    def remove_article(self) -> None:
        article = self.session.article
        if article is None:
            return
        question = (
            f"Remove “{article.title or article.id}” with everybody's work on it? A backup is made before."
        )
        box = QMessageBox(QMessageBox.Icon.Question, "Remove article", question, parent=self.window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._remove)
        box.open()

    def _remove(self) -> None:
        """Removes the article at hand, after a backup, and opens the one beside it."""
        beside = next_article.beside(self.session, 1) or next_article.beside(self.session, -1)
        copy = self._change_article(lambda project, id_: project.remove_article(id_))
        if copy is None:
            return
        self.session.leave_article()
        self.session.articles_changed.emit()
        self.session.described.emit()
        if beside:
            self.session.open_article(beside)
        self.session.noted.emit(f"The article was removed; the backup before it is {copy}.")

    def _change_article(self, work: Callable[[Project, str], Any]) -> Any:
        """Runs the work on project and article; a mistake becomes a notice."""
        project, article = self.session.project, self.session.article
        try:
            return work(project, article.id) if project and article else None
        except UserError as error:
            self.session.noted.emit(str(error))
            return None

    def tell(self, title: str, sentences: str) -> None:
        """Shows what is more than a notice can hold."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Factmark", title, parent=self.window)
        box.setInformativeText(sentences[:1500])
        if len(sentences) > 1500:
            box.setDetailedText(sentences)
        box.open()
