"""The person's word on files with certain fields, kept for the next files that have them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import field, replace

from annotations.formats.reading.first_look import names_in
from annotations.formats.reading.how_read import HowRead, Source
from annotations.processes.quick_dataclass import dataclass
from models.project import Project


@dataclass(frozen=True)
class FieldChoice:
    """A choice for files whose fields have these names: theirs by ours, and the encoding ("": as it is told).

    `file`: the place of the one file that it is for; "": of all that have these fields.
    """

    names: tuple[str, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    file: str = ""

    @property
    def key(self) -> str:
        """Return what files with these fields share, in whatever order they stand."""
        return json.dumps(sorted({name.strip().lower() for name in self.names}), ensure_ascii=False)

    def over(self, asked: HowRead) -> HowRead:
        """Return how a file is read: what was asked goes before what was chosen."""
        fields = {**self.fields, **asked.fields}
        return replace(asked, encoding=asked.encoding or self.encoding, fields=fields)


def from_json(said: str) -> list[FieldChoice]:
    """Return the choices, from a list of objects with names, fields, encoding and file."""
    return [
        FieldChoice(tuple(one["names"]), one["fields"], one["encoding"], one.get("file", ""))
        for one in json.loads(said)
    ]


def how_read(
    project: Project, source: Source, asked: HowRead, chosen: Collection[FieldChoice]
) -> tuple[HowRead, bool]:
    """Return how the file is to be read, by what is chosen now or was for files like it; and if it was before."""
    if here := next((one for one in chosen if one.file == str(source.name)), None):
        return here.over(asked), False
    if not chosen and project.db.row("SELECT 1 FROM import_choice") is None:
        return asked, False
    names = tuple(names_in(source, asked))
    if not names:
        return asked, False
    now = next((one for one in chosen if one.key == FieldChoice(names).key), None)
    before = None if now else kept(project, names)
    choice = now or before
    return (choice.over(asked) if choice else asked), before is not None


def kept(project: Project, names: Collection[str]) -> FieldChoice | None:
    """Return what was chosen for files with these fields; None when nothing was."""
    wanted = FieldChoice(tuple(names))
    row = project.db.row("SELECT fields, encoding FROM import_choice WHERE names = ?", (wanted.key,))
    return FieldChoice(wanted.names, json.loads(row[0]), row[1]) if row else None


def keep(project: Project, choices: Collection[FieldChoice]) -> None:
    """Keep the choices.  UserError when the project cannot be written."""
    rows = [
        (one.key, json.dumps(dict(one.fields), ensure_ascii=False), one.encoding)
        for one in choices
        if one.names
    ]
    if not rows:
        return
    with project.db.writing():
        project.db.many("INSERT OR REPLACE INTO import_choice VALUES (?, ?, ?)", rows)
