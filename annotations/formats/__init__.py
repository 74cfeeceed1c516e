"""The registry of formats: the only reader and writer of users' files.  One module a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from annotations.errors import UserError
from annotations.formats.base import Format, Problem, Record


def _later(module: str, name: str) -> Any:
    """That function of a format's module, imported when it is first called: the window starts without."""
    return lambda *given: getattr(import_module(f"annotations.formats.{module}"), name)(*given)


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format(
            "jsonl",
            "our own record, lossless",
            (".jsonl", ".ndjson"),
            _later("jsonl", "read"),
            _later("jsonl", "write"),
        ),
        Format("prodigy", "Prodigy's JSONL, with tokens", write=_later("prodigy", "write"), facts=False),
        Format("txt", "text, one file an article", (".txt", ".text"), _later("plain", "read_txt")),
        Format(
            "csv", "a table with headers, one row an article", (".csv", ".tsv"), _later("plain", "read_csv")
        ),
        Format(
            "html", "a web page, without its site's chrome", (".html", ".htm"), _later("plain", "read_html")
        ),
    )
}
MANIFEST = "manifest.json"


def names(*, to: str) -> list[str]:
    """The formats that can be read or written (`to`)."""
    return [row.name for row in FORMATS.values() if (row.read if to == "read" else row.write)]


def find(name: str, *, to: str) -> Format:
    """The format of that name that can be read or written (`to`).  UserError when there is none."""
    able = names(to=to)
    if name not in able:
        raise UserError(f"There is no format {name} to {to}; there are {', '.join(able)}.")
    return FORMATS[name]


def files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """The files meant: a folder stands for all files below it that have a known ending, in order of name."""
    known = {suffix for row in FORMATS.values() if row.read for suffix in row.suffixes}
    for path in paths:
        if path.is_dir():
            inside = sorted(
                file for file in path.rglob("*") if file.suffix.lower() in known and file.is_file()
            )
            yield from (file for file in inside if not file.name.endswith(MANIFEST))
            if not inside:
                yield Problem(path, None, "There is no file in this folder that can be imported.")
        elif path.is_file():
            yield path
        else:
            yield Problem(path, None, "There is no such file.")


def read(path: Path, name: str | None = None) -> Iterator[Record | Problem]:
    """The records of a file, by its ending unless a format is named; what is wrong with it as problems."""
    by_ending = next((row for row in FORMATS.values() if path.suffix.lower() in row.suffixes), FORMATS["txt"])
    form = find(name, to="read") if name else by_ending
    if form.read is None:
        return
    try:
        with path.open("rb") as file:
            yield from form.read(path, file)
    except UserError as error:
        yield Problem(path, error.line, error.sentence)
    except OSError as error:
        yield Problem(path, None, f"The file cannot be read: {error.strerror}.")


def size(path: Path) -> int:
    """About how many records the file has; for showing progress."""
    if path.suffix.lower() not in (*FORMATS["jsonl"].suffixes, *FORMATS["csv"].suffixes):
        return 1
    try:
        with path.open("rb") as file:
            return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
