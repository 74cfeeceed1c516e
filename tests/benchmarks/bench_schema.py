"""What it costs to load, change and write a schema of 60 labels and 40 fact types with four roles each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.schema import changes, role_changes
from annotations.schema.types import FactType, Label, RoleType, Schema
from models.project import Project
from models.store.project_file import ProjectFile
from tests.benchmarks.figures import Cost, Figure, cost, milliseconds

LABELS, FACTS, ROLES = 60, 40, 4
MOST = 50  # milliseconds of CPU
TEXT = "Use it for what the article says of it, and for nothing else.\n\n- right: [this]\n- wrong: that\n"
CHANGES: dict[str, Callable[[Schema, int], Schema]] = {
    "another key": lambda schema, n: changes.change(schema, "labels", "LABEL_30", key="adehij"[n]),
    "a label renamed that roles allow": lambda schema, n: changes.rename(schema, "labels", f"{n - 1}" if n else "LABEL_1", f"{n}"),
    "a label moved": lambda schema, n: changes.move(schema, "labels", "LABEL_59", n),
    "a guideline": lambda schema, n: changes.change(schema, "facts", "FACT_20", guideline=TEXT * (n + 1)),
    "a new role": lambda schema, n: role_changes.add_role(schema, "FACT_20", f"more {n}"),
}  # fmt: skip


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        project = Project.create(Path(name) / "p", large())
        for what, change in CHANGES.items():
            costs = [once(project, partial(change, n=n), n) for n in range(6)]
            yield milliseconds(
                f"schema of {LABELS} labels, {FACTS} fact types: loaded, {what}, written", costs, most=MOST
            )
        project.close()


def large() -> Schema:
    labels = {
        name: Label(name, None, n, TEXT, gloss=f"gloss {n}") for n in range(LABELS) if (name := f"LABEL_{n}")
    }
    roles = {name: RoleType(name, ("LABEL_1", "LABEL_2")) for n in range(ROLES) if (name := f"role {n}")}
    names = [f"FACT_{n}" for n in range(FACTS)]
    return Schema(
        "Large", labels=labels, facts={name: FactType(name, None, TEXT, ("go",), roles) for name in names}
    )


def once(project: Project, change: Callable[[Schema], Schema], n: int) -> Cost:
    """Load, change and write once, from a text that was not read before."""
    path = project.folder / "project.yaml"
    path.write_text(f"# {n} {change}\n{path.read_text('utf-8')}", "utf-8")

    def work() -> None:
        file = ProjectFile(path)
        file.write(change(file.schema))

    made = cost(work)
    project.reread_schema()
    return made
