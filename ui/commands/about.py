"""The command that says what Help, About does: versions, where things lie, and licences; for where there is no display."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations.errors import UserError
from ui.commands.base import Json, app, report
from ui.help.places import places
from ui.help.shipped import ShippedPart, shipped
from ui.trouble.report_files import versions


@app.command("about")
def about(
    part: Annotated[
        str, typer.Argument(metavar="[PART]", help="A part of the program, whose licence is told in full.")
    ] = "",
    json_: Json = False,
) -> None:
    """Say versions, where settings, log and projects lie, and the licences of all that is shipped."""
    parts = shipped()
    if part:
        found = _named(part, parts)
        text = found.text()
        report({**_row(found), "text": text}, f"{_line(found)}\n\n{text}", json_)
        return
    known = versions()
    lie = {place.name: str(place.path) for place in places(None)}
    sections = (
        [f"{name} {version}" for name, version in known.items()],
        [f"{name}: {path}" for name, path in lie.items()],
        [_line(one) for one in parts],
    )
    text = "\n\n".join("\n".join(lines) for lines in sections)
    report({"versions": known, "places": lie, "parts": [_row(one) for one in parts]}, text, json_)


def _named(name: str, parts: list[ShippedPart]) -> ShippedPart:
    """Return the part of that name, or whose name begins so.  UserError when there is none."""
    wanted = name.casefold()
    whole = [one for one in parts if one.name.casefold() == wanted]
    found = whole or [one for one in parts if wanted and one.name.casefold().startswith(wanted)]
    if not found:
        raise UserError(f"Nothing that is shipped is called {name}; “factmark about” lists the parts.")
    return found[0]


def _row(part: ShippedPart) -> dict[str, str]:
    return {"name": part.name, "version": part.version, "licence": part.licence}


def _line(part: ShippedPart) -> str:
    return ": ".join((f"{part.name} {part.version}".strip(), part.licence))
