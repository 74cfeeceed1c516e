"""The sets of an import: several of one annotator on one article become one, and those that name nobody get a name.

Whether a set is there already is told once it is whole, but for our own records, each of which is a whole set.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path, PurePath
from sys import intern
from typing import NamedTuple

from annotations.formats.reading.whose import names_of
from annotations.problems import Notice, Problem, worded
from annotations.sets import AnnotationSet
from models.store.arriving_across import without_ids
from models.store.database import stored_set
from models.store.import_report import ImportReport
from models.store.rows import to_row
from models.store.staging import Staging
from models.store.uniting import Uniting

TWICE = "{who}'s work on {article} is twice in these files."
OTHER = "{who} has other work on {article} already; name another annotator with --annotator."
NAMED = (
    "{names} are taken as annotators, from the names of files or folders: there is work on the same texts in {files}, "
    "and none of them says whose. With --annotator NAME it is one person's."
)
UNNAMED = (
    "There is work on the same texts in {files}, and none of them says whose: it was united as {who}'s. "
    "Import each with --annotator NAME to keep it apart."
)
LISTED = 5  # names in a sentence


class Came(NamedTuple):
    """A set as a record brings it: `n` is the number of its article here, and whether the project has not got that."""

    made: AnnotationSet
    n: int
    is_fresh: bool
    file: Path | str
    line: int | None
    unites: bool  # with others on the article; else it is whole
    is_signed: bool = True  # its file, or who imports, says whose it is
    copy: str | None = None

    def said(self, already: str) -> str:
        return f"{self.file}:{self.line}: {already}" if self.line else f"{self.file}: {already}"


class ArrivingWorks:
    """The sets that are laid out, by number; `settle` at the end."""

    def __init__(self, stage: Staging, report: ImportReport, by: str) -> None:
        self._stage, self._report, self._by = stage, report, by
        self._uniting = Uniting(stage)
        self._count = 0
        self._works: dict[
            tuple[str, str, str], int
        ] = {}  # by article, annotator, and file where that does not say whose
        self._open: dict[
            int, tuple[Path | str, int | None]
        ] = {}  # still to be compared with what the project has
        self._unsigned: dict[
            str, str
        ] = {}  # by file, the name under which its work lies here until all have come

    def annotators(self) -> list[str]:
        return sorted({who for _, who, _ in self._works})

    def standing(self, file: Path | str) -> str:
        """Return the name under which the work of a file that names nobody lies until all is here."""
        name = self._by if not self._unsigned else f"\0{len(self._unsigned)}"  # file may be no UTF-8
        return self._unsigned.setdefault(str(file), name)

    def take(self, came: Came) -> None:
        made = came.made
        key = (made.article, intern(made.annotator), "" if came.is_signed else str(came.file))
        if (work := self._works.get(key)) is not None:
            self._unite(work, came)
        elif came.is_fresh or came.unites or not self._is_there(came):
            self._count += 1
            self._works[key] = self._count
            rows = sorted(map(to_row, made))  # in the order of the primary key
            self._stage.lay_work(self._count, came.n, made, rows, came.copy)
            self._report.sets += 1
            if came.unites and not came.is_fresh:
                self._open[self._count] = (came.file, came.line)

    def settle(self) -> None:
        """Give a name to what has none, and leave out what the project has."""
        if len(self._unsigned) > 1:
            self._sign()
        for key, work in list(self._works.items()) if self._open else ():
            if work in self._open:
                self._compare(key, work)
        names = {work: key for key, work in self._works.items()}
        self._uniting.bodies(lambda work: names[work][:2])

    def _unite(self, work: int, came: Came) -> None:
        made = came.made
        if came.unites:
            for said in self._uniting.add(work, made):
                self._report.changed.add(Notice(came.file, came.line, said))
            return
        self._stage.index()
        if self._stage.work(work, made.article, made.annotator) == made:
            self._report.already.append(came.said(f"{made.annotator}'s work on {made.article}"))
        else:
            said = worded(TWICE, who=made.annotator, article=made.article)
            self._report.refused.add(Problem(came.file, came.line, said))

    def _is_there(self, came: Came) -> bool:
        """Return whether the annotator has a set on the article, which is reported then."""
        made = came.made
        there = stored_set(self._stage.db, made.article, made.annotator)
        if not len(there):
            return False
        if without_ids(there) == made:
            self._report.already.append(came.said(f"{made.annotator}'s work on {made.article}"))
        else:
            said = worded(OTHER, who=made.annotator, article=made.article)
            self._report.refused.add(Problem(came.file, came.line, said))
        return True

    def _compare(self, key: tuple[str, str, str], work: int) -> None:
        """Leave out the set when the project has one of the annotator on the article."""
        article, who, _ = key
        file, line = self._open[work]
        self._stage.index()
        came = Came(self._stage.work(work, article, who), 0, False, file, line, unites=True)
        if self._is_there(came):
            self._drop(key, work)

    def _drop(self, key: tuple[str, str, str], work: int) -> None:
        del self._works[key]
        self._open.pop(work, None)
        self._uniting.drop(work)
        self._stage.drop_work(work)
        self._report.sets -= 1

    # --- work that is nobody's until all files are here

    def _sign(self) -> None:
        texts: dict[str, set[int]] = defaultdict(set)
        articles: dict[str, int] = {}
        for article, _, file in self._works:
            if file:
                texts[file].add(articles.setdefault(article, len(articles)))
        found = names_of(texts)
        self._tell(found, texts)
        names = {file: name or self._by for file, name in found.items()}
        self._stage.index()
        with self._stage.db.reading():
            for key, work in list(self._works.items()):
                if key[2]:
                    self._give(key, work, names[key[2]])
            self._stage.rename_kept(
                {name: names[file] for file, name in self._unsigned.items() if file in names}
            )

    def _give(self, key: tuple[str, str, str], work: int, name: str) -> None:
        """Give the set that annotator, as a part of what they have on the article already where there is such."""
        article, stood, file = key
        signed = (article, name, "")
        if (other := self._works.get(signed)) is not None:
            made = self._stage.work(work, article, name)
            for said in self._uniting.add(other, made):
                self._report.changed.add(Notice(file, None, said))
            self._drop(key, work)
            return
        del self._works[key]
        self._works[signed] = work
        if stood != name and not self._uniting.has(work):
            self._stage.close_work(work, article, name)

    def _tell(self, names: dict[str, str], texts: dict[str, set[int]]) -> None:
        """Say which names were taken from files and folders, and which files were united."""
        by_name: dict[str, list[str]] = defaultdict(list)
        for file, name in names.items():
            by_name[name].append(file)
        people = sorted(filter(None, by_name))
        if people:
            said = worded(NAMED, names=_listed(people), files=_listed([by_name[name][0] for name in people]))
            self._report.changed.note(said)
        own = by_name.get("", [])
        if sum(len(texts[file]) for file in own) > len(set().union(*(texts[file] for file in own))):
            self._report.changed.note(worded(UNNAMED, files=_listed(own), who=self._by))


def _listed(names: list[str]) -> str:
    """Return the names, or the last parts of paths, in a row; of very many the first."""
    short = [
        PurePath(name).name if len({PurePath(n).name for n in names}) == len(names) else name
        for name in names
    ]
    if len(short) > LISTED:
        return f"{', '.join(short[:LISTED])} and {len(short) - LISTED:,} more"
    return " and ".join(filter(None, (", ".join(short[:-1]), short[-1])))
