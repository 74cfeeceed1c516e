"""A look into files before they are imported: the first articles as they would come in, and what their fields become."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator

from annotations.formats.reading.first_look import FirstLook, look, may_ask
from annotations.formats.reading.how_read import HowRead, Source
from annotations.problems import Problem
from models.project import Project
from models.transfer import import_choices
from models.transfer.import_choices import FieldChoice
from ui.commands.base import count, report
from ui.terminal import complain

FILES, SECONDS = 50, 10.0  # that are looked into, and how long at most


def read_as(project: Project, asked: HowRead, chosen: Collection[FieldChoice], source: Source) -> HowRead:
    """Return how the file is read."""
    return import_choices.how_read(project, source, asked, chosen)[0]


def looks(
    project: Project,
    sources: list[Source | Problem],
    asked: HowRead,
    chosen: Collection[FieldChoice],
    *,
    all_of_them: bool,
) -> list[FirstLook]:
    """Return what the first files are, read as asked: all, or those that a person may have to be asked about."""
    found: list[FirstLook] = []
    until = time.monotonic() + SECONDS
    for one in [one for one in sources if isinstance(one, Source)][:FILES]:
        if found and time.monotonic() > until:
            break
        if not all_of_them and not may_ask(one, asked):
            continue
        how, is_known = import_choices.how_read(project, one, asked, chosen)
        found.append(look(one, how, is_known=is_known))
    return found


def report_looks(found: list[FirstLook], files: int, as_json: bool) -> None:
    """Print what would come in, and on stderr what would not."""
    report(
        {"preview": [one.as_json() for one in found], "files": files},
        "\n".join(line for one in found for line in _lines(one)),
        as_json,
    )
    if not as_json:
        for said in (said for one in found for said in one.left_out):
            complain(f"factmark: {said}")


def _lines(seen: FirstLook) -> Iterator[str]:
    yield f"{seen.file}: read as {seen.format}, since {seen.reason}."
    for one in seen.fields:
        yield f"  {one.name} ({one.sample}) becomes {one.becomes or 'nothing: it is left out'}."
    for article in seen.articles:
        kept = "".join(f", {name}: {value}" for name, value in article["meta"].items())
        yield f"  {article['title']} ({article['published'] or 'no date'}{kept}): {count(article['spans'], 'span')}"
    yield f"  {count(seen.looked_at, 'record')} looked at{'' if seen.is_whole else '; there are more'}."
    yield from (f"  {said}" for said in seen.notices)
