"""UIMA CAS JSON 0.4, as INCEpTION writes it: a file an article, offsets in UTF-16 units.

Written are the text, its sentences and tokens, the spans and facts, and metadata with the article's id and title.  What
came from such a file goes back as it was, with what was changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.formats.base import How, Losses, Record
from annotations.formats.came_from import NOTHING, kept_for
from annotations.formats.lines.json_stream import DECODER
from annotations.formats.lines.json_values import dumped
from annotations.formats.reading.encoding import decode_json, said_of
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.reading.offsets import moves
from annotations.formats.uima.cas import (
    META,
    SENTENCES,
    SOFA,
    STRING,
    STRUCTURES,
    TOKENS,
    TYPES,
    VIEW,
    VIEWS,
    WHOLE,
    Cas,
    annotations_of,
    cas_of,
    place_of,
)
from annotations.formats.uima.cas_changes import Changes, type_of
from annotations.formats.uima.cas_kept import kept_cas, kept_of
from annotations.formats.uima.layers import ANY, ENTITY, TOOL
from annotations.formats.uima.marked import count_values, items_of, marks_of
from annotations.formats.uima.told import left_out, not_kept, told
from annotations.formats.units import UTF16, Offsets
from annotations.formats.writing.alignment import own_tokens
from annotations.formats.writing.output import Output
from annotations.json_fields import Json
from annotations.problems import Notice, Problem
from annotations.text.counts import counted
from annotations.text.sentences import sentences

META_FEATURES = ("documentTitle", "documentId", "documentUri", "collectionId")
OURS = {
    name: type_of(name, above, dict.fromkeys(features, STRING))
    for name, above, features in (
        (ENTITY, ANY, ("value", "identifier")),
        (SENTENCES, ANY, ()),
        (TOKENS, ANY, ()),
        (META, WHOLE, META_FEATURES),
    )
}
FILE_NAME = re.compile(r"\S+\.\w{2,5}")  # as a title it says nothing
NO_TEXT = "This CAS has no text in it; export it with its text."


class CasFiles:
    """A sink with a file an article."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how

    def add(self, entry: Record, part: str) -> None:
        whose = entry.set.annotator if entry.set else ""
        path = self._out.article_file(part, entry.article.id, whose, (".json",))
        path = path.with_name(path.name + ".json")
        path.write_text(cas(entry, self._how.offsets), "utf-8", newline="")
        self._out.wrote(path)

    def close(self) -> None:
        """Do nothing: nothing is left to write."""


def write(out: Output, how: How) -> CasFiles:
    return CasFiles(out, how)


def fit(entry: Record, how: How, losses: Losses) -> Record:
    """Return the record as it is; values of fillers are counted."""
    count_values(entry, losses)
    return entry


def cas(entry: Record, unit: str) -> str:
    """Return the whole file as text."""
    kept = kept_for(entry.article.meta, entry.set.annotator if entry.set else "", TOOL)
    came, items = kept_cas(kept.work, entry.article.text), items_of(kept)
    if came is None:
        return _made(entry, items, Offsets(entry.article.text, unit))
    return _again(entry, items, *came, Offsets(entry.article.text, unit))


def _made(entry: Record, items: Any, offsets: Offsets) -> str:
    """Return a new file.

    Tokens and sentences have only a place, and are too many to be made values first.
    """
    article, tokens = entry.article, own_tokens(entry.article.text)
    sofa = {
        "%ID": 1,
        "%TYPE": SOFA,
        "sofaNum": 1,
        "sofaID": VIEW,
        "mimeType": "text",
        "sofaString": article.text,
    }
    about = {"documentTitle": article.title, "documentId": article.id}
    meta = {"%TYPE": META, "@sofa": 1, "begin": 0, "end": offsets.to(len(article.text)), **about}
    bounds = sentences(article.text)
    said = [
        dumped(meta)[1:-1],
        *_places(
            SENTENCES, offsets.of([start for start, _ in bounds]), offsets.of([end for _, end in bounds])
        ),
        *_places(TOKENS, offsets.of(tokens.starts), offsets.of(tokens.ends)),
    ]
    base = Cas(dict(OURS), [sofa], {})
    changes = Changes(base, marks_of(entry, items), (), len(said) + 2)
    structures = [dumped(sofa), *(f'{{"%ID": {n}, {one}}}' for n, one in enumerate(said, 2))]
    structures += [dumped(one) for one in _in_unit(base, changes.added, offsets)]
    members = [*range(2, len(said) + 2), *changes.members]
    view = dumped({VIEW: {"%SOFA": 1, "%INDEX": members[0], "%MEMBERS": members}})
    types = dumped({**OURS, **changes.types})
    return f'{{"{TYPES}": {types}, "{STRUCTURES}": [{", ".join(structures)}], "{VIEWS}": {view}}}'


def _places(type_: str, starts: list[int], ends: list[int]) -> list[str]:
    said = dumped({"%TYPE": type_, "@sofa": 1})[1:-1]
    return [f'{said}, "begin": {start}, "end": {end}' for start, end in zip(starts, ends, strict=True)]


def _again(entry: Record, items: Any, came: Cas, unit: str, offsets: Offsets) -> str:
    """Return the file that came, with what was changed."""
    text = entry.article.text
    _, move = next(moves(text, unit))
    _moved(came, came.structures, move)
    known = [one.get("id") for item in items.values() for one in (item, *item.get("twins", ()))]
    numbers = [id_ for id_ in came.by_id if isinstance(id_, int)]
    changes = Changes(came, marks_of(entry, items), known, max((*numbers, 0)) + 1)
    about = came.about()
    if about.get("documentTitle") and _title(about) and _title(about) != entry.article.title:
        about["documentTitle"] = entry.article.title
    kept = [_without(changes.changed.get(one.get("%ID"), one), changes.gone) for one in came.structures]
    kept = [one for one in kept if one.get("%ID") not in changes.gone]
    written = _in_unit(came, [*kept, *changes.added], offsets)
    views = {name: _members(came, view, changes) for name, view in came.views.items()}
    return dumped({**came.rest, TYPES: {**came.types, **changes.types}, STRUCTURES: written, VIEWS: views})


def _without(structure: Json, gone: set[Any]) -> Json:
    """Return the structure without references to what is gone."""
    if not gone:
        return structure
    held = {k: v for k, v in structure.items() if k[:1] != "@" or not _is_one(v, gone)}
    if isinstance(held.get("%ELEMENTS"), list) and str(held.get("%TYPE")).endswith(("[]", "FSArray")):
        held["%ELEMENTS"] = [one for one in held["%ELEMENTS"] if not _is_one(one, gone)]
    return held


def _is_one(id_: Any, gone: set[Any]) -> bool:
    return isinstance(id_, int | str) and id_ in gone


def _members(came: Cas, view: Any, changes: Changes) -> Any:
    if not isinstance(view, dict) or not isinstance(view.get("%MEMBERS"), list):
        return view
    here = [one for one in view["%MEMBERS"] if not _is_one(one, changes.gone)]
    return {**view, "%MEMBERS": here + (changes.members if view.get("%SOFA") == came.sofa.get("%ID") else [])}


def _in_unit(cas: Cas, structures: list[Json], offsets: Offsets) -> list[Json]:
    _moved(cas, structures, offsets.to)
    return structures


def _moved(cas: Cas, structures: Iterable[Json], move: Callable[[int], int | None]) -> None:
    """Move the offsets of all structures of the view; those that lie nowhere stay as they are."""
    for one in structures:
        place = place_of(one) if "begin" in one and cas.is_here(one) else None
        start, end = (move(place[0]), move(place[1])) if place else (None, None)
        if start is not None and end is not None:
            one["begin"], one["end"] = start, end


# --- reading


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record: the named entities, and the spans, slots and relations of a project's own layers.

    UserError when the file is no CAS, or has no text.
    """
    text, coded = decode_json(file.read(), reading)
    try:
        found = cas_of(DECODER.decode(text))
    except (ValueError, RecursionError) as error:
        raise UserError(f"This is no CAS as JSON: {error}.") from error
    yield from given(path, found, reading.unit(UTF16), keeps=reading.keeps)
    yield from said_of(path, coded)


def given(path: Path, found: Cas, unit: str, *, keeps: bool = True) -> Iterator[Given | Problem]:
    """Yield the record of a CAS, and what of it was not taken.  UserError when it has no text."""
    if found.text is None:
        raise UserError(NO_TEXT)
    about, read = found.about(), annotations_of(found)
    stem, _, annotator = path.stem.partition("~")
    id_ = about.get("documentId")
    has_id = isinstance(id_, str) and bool(id_)
    said = told(read.marks, "cas-json")
    kept = kept_of(found, unit, said.items) if keeps else NOTHING
    yield Given(
        found.text,
        str(id_) if has_id else unquote(stem),
        _title(about),
        {},
        unquote(annotator),
        None,
        said.spans,
        said.facts,
        unit,
        kept=kept,
        names_file=not has_id,
    )
    notices = [*left_out(read.left, "cas-json"), *said.said, *([] if kept.work else [not_kept("cas-json")])]
    if read.elsewhere:
        said_of = f"Left out of other views than the text's: {counted(read.elsewhere, 'annotation')}."
        notices.append(said_of)
    yield from (Notice(path, None, one) for one in notices)
    yield from (Problem(path, None, one) for one in (*read.problems, *said.lost))


def _title(about: Json) -> str:
    """Return the document's title, "" when there is none or it is only the name of a file."""
    title = about.get("documentTitle")
    return title if isinstance(title, str) and not FILE_NAME.fullmatch(title.strip()) else ""
