"""The operations that are made to fail, on projects of three articles: what each begins with, and its steps.

What a step returns from is acknowledged.  One that raises UserError was refused, and can be taken again.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path

from annotations.articles import Article
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.schema.types import FactType, RoleType
from annotations.sets import AnnotationSet, Comment
from annotations.spans import Status
from models.project import Project
from models.queries import schema_renames
from models.queries.role_renames import plan_role
from models.transfer import backups, exchange
from tests.making import SMALL, arrive, edit, span, suggested
from ui.commands.run import run_command

PROJECTS = Path(__file__).parents[1] / "projects"
COPY = "project-by-hand-20260102-030405.db"
TEXTS = {
    "ferry": "Maria Ruiz of the Navy left Oslo on Tuesday.",
    "harbour": "Oslo closed its harbour.\r\n\r\nTwo tugs pulled the 🛳 free.",
    "ring": "The Navy said so in Rome, and Oslo agreed.",
}
FOREIGN = (
    "p/notes.txt",
    "p/backups/notes.txt",
    "p/backups/project-by-hand.part.txt",
    "out.jsonl.old",
    "out.jsonl.part",
    ".factmark-mine/made-by-factmark",
    "brat.old/notes.txt",
)
ALL = ("--articles", "all", "--spans", "all")


@dataclass
class Work:
    """A folder in which an operation is done: the project `p`, and beside it what comes and goes."""

    place: Path
    held: list[Project] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.place / "p"

    def project(self) -> Project:
        """Return the project, opened when it is first asked for, and then held open."""
        if not self.held:
            self.held.append(Project(self.folder))
        return self.held[0]

    def close(self) -> None:
        while self.held:
            self.held.pop().close()


Step = Callable[[Work], None]


@dataclass(frozen=True)
class Operation:
    """An operation: what makes its folder ready, and its steps."""

    name: str
    prepare: Callable[[Path], None]
    steps: tuple[Step, ...]


def command(*words: object) -> None:
    """Run a command as a person types it.  UserError of what it says when it fails."""
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run_command([*map(str, words)])
    if code:
        raise UserError(said.getvalue().strip())


# --- what they begin with


def prepare(place: Path) -> None:
    """Make a project of three articles with work of two annotators, a backup, and files that are not ours."""
    work = Work(place)
    project = Project.create(work.folder, SMALL)
    arrive(project, *(Record(Article(id_, text, id_.title())) for id_, text in TEXTS.items()))
    project.set_pools([("ring", [suggested(4, 8, "ORG", "s1"), suggested(20, 24, "GPE", "s2")])], by="rules")
    ferry = AnnotationSet("ferry", "anna")
    edit(project, "label", ferry.having(span(0, 10, "PERSON", "p"), span(18, 22, "ORG", "o")))
    backups.save(project).rename(work.folder / "backups" / COPY)
    edit(project, "label", AnnotationSet("harbour", "ben").having(span(0, 4, "GPE", "g")))
    project.close()
    for name in FOREIGN:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(f"{name} is somebody's own\n")


def with_facts(place: Path) -> None:
    """Make a fact type with a role, and a fact and a suggestion of it."""
    prepare(place)
    project = Project(place / "p")
    project.set_schema(replace(SMALL, facts={"LEAVE": FactType("LEAVE", roles={"who": RoleType("who")})}))
    fact = Fact("f", "LEAVE", (23, 27), (Role("who", (Filler(0, 10, "p"),)),))
    edit(project, "fact", project.annotation_set("ferry", "anna").having(fact))
    project.set_facts([("ferry", [replace(fact, id="t", status=Status.SUGGESTED, origin="rules")])])
    project.close()


def with_file(place: Path) -> None:
    """Make a file beside the project, of two articles and a label that the schema has not."""
    prepare(place)
    spans = [{"start": 0, "end": 3, "label": "SHIP"}]
    lines = [{"text": f"Tug {n} sank.", "id": f"tug{n}", "spans": spans} for n in range(2)]
    (place / "new.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def with_package(place: Path) -> None:
    """Make a package beside the project, of work with a label that the schema has not."""
    prepare(place)
    shutil.copytree(place / "p", place / "other")
    other = Project(place / "other")
    for id_ in ("ferry", "harbour"):
        edit(other, "label", AnnotationSet(id_, "carl").having(span(0, 4, "LAW", f"c{id_}")))
    exchange.pack(other, place / "carl.fm", "carl")
    other.close()
    shutil.rmtree(place / "other")


def with_exports(place: Path) -> None:
    """Export, and then work on, so that OUT is there already and differs."""
    prepare(place)
    export_file(Work(place))
    export_folder(Work(place))
    project = Project(place / "p")
    edit(project, "label", AnnotationSet("ring", "ben").having(span(4, 8, "ORG", "r")))
    project.close()


def with_old_database(place: Path) -> None:
    """Put a database of the first version in the project's place."""
    prepare(place)
    old = PROJECTS / "v1"
    (place / "p" / "project.db").write_bytes(gzip.decompress((old / "project.db.gz").read_bytes()))
    shutil.copyfile(old / "project.yaml", place / "p" / "project.yaml")


# --- their steps


def label(work: Work) -> None:
    anna = work.project().annotation_set("harbour", "anna")
    edit(work.project(), "label", anna.having(span(0, 4, "GPE", "h")))


def comment(work: Work) -> None:
    anna = work.project().annotation_set("ferry", "anna")
    edit(work.project(), "comment", anna.having(Comment("c", "who?", "anna", "2024-01-24T10:00:00Z", on="p")))


def undo(work: Work) -> None:
    work.project().undo("anna")


def rename(work: Work) -> None:
    made = work.project()
    plan = schema_renames.plan(made, made.schema, "labels", "PERSON", "HUMAN", merging=False)
    made.recast(plan, by="anna")


def rename_role(work: Work) -> None:
    made = work.project()
    made.recast(plan_role(made, made.schema, "LEAVE", "who", "guest"), by="anna")


def bring_in(work: Work) -> None:
    command("import", work.folder, work.place / "new.jsonl", "--annotator", "anna")


def merge(work: Work) -> None:
    command("merge", work.folder, work.place / "carl.fm")


def look(work: Work) -> None:
    command("check", work.folder)


def back_up(work: Work) -> None:
    command("backup", work.folder)


def restore(work: Work) -> None:
    command("restore", work.folder, COPY)


def export_file(work: Work) -> None:
    command("export", work.folder, work.place / "out.jsonl", "--format", "jsonl", *ALL)


def export_folder(work: Work) -> None:
    command("export", work.folder, work.place / "brat", "--format", "brat", "--split", "50/50", *ALL)


OPERATIONS = {
    made.name: made
    for made in (
        Operation("edit", prepare, (label, comment, undo)),
        Operation("import", with_file, (bring_in,)),
        Operation("merge", with_package, (merge,)),
        Operation("migration", with_old_database, (look,)),
        Operation("rename", prepare, (rename, undo)),
        Operation("rename-role", with_facts, (rename_role, undo)),
        Operation("backup", prepare, (back_up,)),
        Operation("restore", prepare, (restore,)),
        Operation("export-file", with_exports, (export_file,)),
        Operation("export-folder", with_exports, (export_folder,)),
    )
}


def next_run(place: Path) -> None:
    """Do what anybody does next: an edit, a label, a backup, both exports.  UserError when anything is in the way."""
    work = Work(place)
    try:
        article = work.project().db.row("SELECT id FROM article ORDER BY number")
        dora = work.project().annotation_set(article[0] if article else "", "dora")
        edit(work.project(), "label", dora.having(span(0, 3, "ORG", "d")))
        work.project().add_labels(["NEXT"])
    finally:
        work.close()
    for step in (back_up, export_file, export_folder):
        step(work)


def is_old(path: Path, *, days: float) -> None:
    """Have everything in the folder be as old as that: what was left is nobody's any more."""
    for inner in [*path.rglob("*")]:
        when = inner.lstat().st_mtime - days * 86_400
        os.utime(inner, (when, when), follow_symlinks=False)
