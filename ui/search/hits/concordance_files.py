"""The export of all hits as a concordance: CSV, Markdown or HTML, by a command in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.search.writing import write
from annotations.text.counts import counted
from ui.project.commands import Commands
from ui.search.hits.found_list import FoundList
from ui.session import Session

KINDS = "Web page (*.html);;Table (*.csv);;Markdown (*.md)"
ENDINGS = (".html", ".csv", ".md")
NOTHING = "There are no hits to export."
DOING = "writing the concordance"
LONGEST = 60  # code points of the search in the name of a file


class ConcordanceFiles(QObject):
    """The export: the command looks for the same once more, so that all hits are written as they are then."""

    def __init__(self, session: Session, commands: Commands, found: FoundList, over: QWidget) -> None:
        super().__init__(over)
        self._session, self._commands, self._found, self._over = session, commands, found, over

    def save(self) -> None:
        """Ask for a file, and write all hits into it."""
        query = self._found.run.query
        if query is None or not self._found.rows.places:
            self._session.noted.emit(NOTHING)
            return
        name = re.sub(r"[^\w -]+", " ", write(query)).strip()[:LONGEST].strip() or "Concordance"
        path, chosen = QFileDialog.getSaveFileName(
            self._over, "Export the concordance", str(Path.home() / f"{name}.html"), KINDS
        )
        if path:
            self.write(with_ending(Path(path), chosen))

    def write(self, path: Path) -> None:
        """Write all hits, in the order that is shown; the ending of the name says how."""
        if words := self.words(path):
            self._commands.run(DOING, words, self._tell(path))

    def words(self, path: Path) -> list[str]:
        """Return the words of the command that does it; none without a search."""
        project, query = self._session.project, self._found.run.query
        if project is None or query is None:
            return []
        by = ["--sort", self._found.sorted_by] if self._found.sorted_by else []
        whose = ["--annotator", self._session.annotator]
        return ["search", "--out", str(path), "--force", *whose, *by, "--", str(project.folder), write(query)]

    def _tell(self, path: Path) -> Callable[[dict[str, Any], str], None]:
        def tell(report: dict[str, Any], errors: str) -> None:
            said = f"{counted(int(report['written']), 'hit')} written to {path}."
            (self._session.failed if errors else self._session.noted).emit(f"{said} {errors}".strip())

        return tell


def with_ending(path: Path, chosen: str) -> Path:
    """Return the path with the ending of the kind that was chosen, where it has none of those that can be written.

    >>> with_ending(Path("hits"), "Table (*.csv)").name, with_ending(Path("hits.md"), "Table (*.csv)").name
    ('hits.csv', 'hits.md')
    """
    if path.suffix.casefold() in ENDINGS:
        return path
    ending = next((one for one in ENDINGS if one in chosen), ENDINGS[0])
    return path.with_name(path.name + ending)
