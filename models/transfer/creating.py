"""The making of a project: the labels of another one that it begins with, and the wordings that go along."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from annotations.errors import UserError, cause, unread
from annotations.files.there import is_file, is_folder
from annotations.problems import Problem, worded
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import own_labels, reader
from annotations.schema.types import Schema
from annotations.schema.yaml_nodes import LONGEST
from annotations.suggest.expected import fitting
from annotations.suggest.pattern_lines import FILE, text_of
from annotations.suggest.word_lists import WordList, read_list
from annotations.whole_files import write_whole
from models.project import SCHEMA_FILE, Project

UNKNOWN = "There is no label {label} in the project, so this wording was left out."


@dataclass(frozen=True)
class Start:
    """Another project's schema, the text of its `patterns.jsonl`, and that of its `project.yaml`."""

    schema: Schema
    patterns: str = ""
    text: str = ""


def is_schema(path: Path) -> bool:
    """Return whether the path looks like another project, or like its `project.yaml`."""
    return is_file(path / SCHEMA_FILE) or path.suffix.lower() in (".yaml", ".yml")


def start_from(path: Path) -> Start:
    """Return what a project in that folder, or a `project.yaml`, has to begin with.

    UserError says what is wrong with it, and in which line.
    """
    file = path / SCHEMA_FILE if is_folder(path) else path
    try:
        if not is_file(file):
            raise UserError("There is no project and no project.yaml; choose another.", where=path)
        if file.stat().st_size > 4 * LONGEST:  # bytes a character
            raise UserError("This file is too large to be a project.yaml; choose another.", where=file)
    except (OSError, ValueError) as error:
        why = unread(error) if isinstance(error, OSError) else "it has no such name"
        raise UserError(f"The schema cannot be read: {why}.", where=path) from error
    schema = reader.read(file)
    text = file.read_text("utf-8-sig")
    inside = file.parent / "pipelines" / schema.pipeline, file.parent / schema.pipeline
    own = next((place for place in inside if schema.pipeline and is_folder(place)), None)
    return Start(schema.using(str(own.resolve())) if own else schema, text_of(file.parent / FILE), text)


def own(names: Iterable[str], language: str) -> Start:
    """Return labels of one's own to begin with; what suggests is what fits them."""
    labels = own_labels.own(names)
    return Start(Schema("", language, fitting(labels, language), labels=labels))


def wordings(path: Path, label: str, labels: Collection[str]) -> WordList:
    """Return the list of wordings in the file, each of one of the labels; the others are problems of theirs.

    `label` is for lines that name none.  UserError when the file is no list; LabelWanted when it needs a label.
    """
    return of_labels(read_list(path, label), path.name, labels)


def of_labels(found: WordList, name: str, labels: Collection[str]) -> WordList:
    """Return what of the list, read from a file of that name, is of these labels; the others are problems of it."""
    problems = deepcopy(found.problems)
    for one in found.patterns:
        if one.label not in labels:
            problems.add(Problem(name, one.line, worded(UNKNOWN, label=one.label)))
    return replace(found, patterns=[one for one in found.patterns if one.label in labels], problems=problems)


def with_list(patterns: str, added: WordList | None) -> str:
    """Return the text of a `patterns.jsonl` with what it lacks of the list at its end."""
    known = set(patterns.splitlines())
    new = [line for one in (added.patterns if added else ()) if (line := one.written()) not in known]
    before = [patterns.rstrip("\n")] if patterns.strip() else []
    return "\n".join([*before, *new, ""]) if new else patterns


def create(folder: Path, start: Start) -> None:
    """Make a project that begins so.  UserError when it, or its patterns, could not be written."""
    Project.create(folder, start.schema, text=start.text).close()
    if start.patterns:
        try:
            write_whole(folder / FILE, start.patterns, private=True)
        except OSError as error:
            said = f"The project was made, but its list of wordings was not written: {cause(error)}."
            raise UserError(said, where=folder / FILE) from error
