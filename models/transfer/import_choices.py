"""The person's word on files with certain fields, kept for the next files that have them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from annotations.formats.reading.how_read import HowRead
from models.project import Project


@dataclass(frozen=True)
class FieldChoice:
    """A choice for files whose fields have these names: theirs by ours, and the encoding ("": as it is told)."""

    names: tuple[str, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""

    @property
    def key(self) -> str:
        """Return what files with these fields share, in whatever order they stand."""
        return json.dumps(sorted({name.strip().lower() for name in self.names}), ensure_ascii=False)

    def over(self, asked: HowRead) -> HowRead:
        """Return how a file is read: what was asked goes before what was chosen."""
        fields = {**self.fields, **asked.fields}
        return HowRead(asked.format, asked.encoding or self.encoding, asked.offsets, asked.columns, fields)


def kept(project: Project, names: Collection[str]) -> FieldChoice | None:
    """Return what was chosen for files with these fields; None when nothing was."""
    wanted = FieldChoice(tuple(names))
    row = project.db.row("SELECT fields, encoding FROM import_choice WHERE names = ?", (wanted.key,))
    return FieldChoice(wanted.names, json.loads(row[0]), row[1]) if row else None


def keep(project: Project, choices: Collection[FieldChoice]) -> None:
    """Keep the choices.  UserError when the project cannot be written."""
    if not choices:
        return
    rows = [(one.key, json.dumps(dict(one.fields), ensure_ascii=False), one.encoding) for one in choices]
    with project.db.writing():
        project.db.many("INSERT OR REPLACE INTO import_choice VALUES (?, ?, ?)", rows)
