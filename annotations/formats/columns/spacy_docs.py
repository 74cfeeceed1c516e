"""spaCy's .spacy files: `doc.ents` without overlaps, `doc.spans["sc"]` with all spans.

One file is one DocBin, which spaCy builds in memory: this format alone does not stream.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import How, Record
from annotations.formats.came_from import NOTHING, Kept
from annotations.formats.columns import packed_size
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.writing.alignment import spacy_bounds, spoken
from annotations.formats.writing.fit import flat
from annotations.formats.writing.output import Output
from annotations.json_fields import Json
from annotations.problems import Notice, Problem
from annotations.schema.languages import DEFAULT
from annotations.spans import in_order

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin

KEY = "sc"  # where spaCy's span categorizer looks
LARGEST, RATIO = 64 * 2**20, 40  # bytes unpacked that any file may have, and how many for each of its own
MOST = 500_000  # values in it that any file may have, and one for each of its bytes
LONGEST, INSIDE = (
    500_000,
    2**20,
)  # tokens of a Doc, and bytes of its user data or spans: as values they are far more
ENTS = "ents"  # what the entities' group is called where it is kept
GROUPS = "Spans of the groups {names} were read beside the entities; which group a span was in is kept with the article."
ASIDE = "Identifiers of entities (kb_id, id) are kept with the article, and shown nowhere."
USER_DATA = "User data were not read: {names}."
SAID = ("article_id", "title", "annotator")  # in the Docs' user data


class Docs:
    """A sink with one DocBin a part."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how
        self._rank = {label: n for n, label in enumerate(how.schema.labels)}
        self._bins: dict[str, DocBin] = {}

    def add(self, entry: Record, part: str) -> None:
        text = entry.article.text
        bounds = list(spacy_bounds(text, self._how.schema.language))
        words = [text[start:end] for start, end, _ in bounds]
        put(self._bin(part), self._doc(entry, words, bounds), words)
        self._out.at = self._out.name(part)

    def close(self) -> None:
        for part in {**self._bins, **dict.fromkeys(self._out.parts)}:
            self._out.binary(part).write(self._bin(part).to_bytes())

    def _bin(self, part: str) -> DocBin:
        if part not in self._bins:
            self._bins[part] = empty()
        return self._bins[part]

    def _doc(self, entry: Record, words: list[str], bounds: list[tuple[int, int, bool]]) -> Doc:
        from spacy.tokens import Doc, Span

        doc = Doc(spoken(DEFAULT).vocab, words=words, spaces=[blank for _, _, blank in bounds])
        spans = sorted(entry.spans(), key=in_order)
        starts = [start for start, _, _ in bounds]
        placed = {
            s.id: Span(doc, bisect_left(starts, s.start), bisect_left(starts, s.end), s.label) for s in spans
        }
        doc.spans[KEY] = list(placed.values())
        doc.set_ents([placed[span.id] for span in flat(spans, self._how.overlaps, self._rank)[0]])
        whose = entry.set.annotator if entry.set else ""
        doc.user_data.update(zip(SAID, (entry.article.id, entry.article.title, whose), strict=True))
        return doc


def empty() -> DocBin:
    """Return an empty DocBin for tokens, entities and user data.

    Its serialiser looks for plug-ins among all that spaCy has registered, each time; here once.
    """
    from spacy.tokens import DocBin
    from srsly import msgpack_decoders, msgpack_encoders

    for registry in (msgpack_encoders, msgpack_decoders):
        plugins = registry.get_all()
        registry.get_all = partial(dict, plugins)
    return DocBin(attrs=("ENT_IOB", "ENT_TYPE"), store_user_data=True)


def put(docs: DocBin, doc: Doc, words: Iterable[str]) -> None:
    """Add the Doc as DocBin.add does, but with its words and labels alone set.

    DocBin.add asks each token for nine strings.
    """
    import srsly

    labels = [span.label_ for span in doc.spans[KEY]]
    docs.tokens.append(doc.to_array([*docs.attrs]))
    docs.spaces.append(doc.to_array("SPACY").astype(bool).reshape(-1, 1))
    docs.flags.append({"has_unknown_spaces": False})
    docs.cats.append({})
    docs.user_data.append(srsly.msgpack_dumps(doc.user_data))
    docs.span_groups.append(doc.spans.to_bytes())
    docs.strings.update([""], words, labels)


def write(out: Output, how: How) -> Docs:
    return Docs(out, how)


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a Doc: its entities and the spans of all its groups, each once."""
    number, said = 0, dict[str, None]()
    try:
        for number, doc in enumerate(_docs(file.read()), 1):
            yield _given(doc, number, said)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, EOFError, zlib.error) as error:
        if not number:
            raise UserError("This is no .spacy file, or it is damaged.") from error
        yield Problem(path, None, f"The file is damaged; what stands behind its Doc {number:,} was not read.")
    yield from (Notice(path, None, one) for one in said)


def _given(doc: Doc, number: int, said: dict[str, None]) -> Given:
    """Return the Doc's record; what is kept aside or not read goes into `said`."""
    groups = {ENTS: list(doc.ents), **{name: list(spans) for name, spans in doc.spans.items()}}
    spans: dict[str, Found] = {}
    aside: dict[str, Json] = {}
    for name, found in groups.items():
        for span in found:
            place = (span.start_char, span.end_char, span.label_)
            key = " ".join(map(str, place))
            spans.setdefault(key, Found(*place, key=key))
            held = aside.setdefault(key, {"groups": []})
            held["groups"].append(name)
            held |= {what: one for what, one in (("kb_id", span.kb_id_), ("id", span.id_)) if one}
    items = {key: held for key, held in aside.items() if len(held) > 1 or {*held["groups"]} - {ENTS, KEY}}
    if others := [name for name in groups if name not in (ENTS, KEY) and groups[name]]:
        said[GROUPS.format(names=", ".join(others))] = None
    if any(len(held) > 1 for held in aside.values()):
        said[ASIDE] = None
    meta = {name: one for name, one in doc.user_data.items() if _is_meta(name, one)}
    if left := [name for name in doc.user_data if name not in (*SAID, *meta)]:
        said[USER_DATA.format(names=", ".join(map(_shown, left)))] = None
    values: list[Any] = [doc.user_data.get(name) for name in SAID]
    id_, title, annotator = (one if isinstance(one, str) else "" for one in values)
    kept = Kept("spacy", items=items) if items else NOTHING
    chosen = [name for name, score in doc.cats.items() if score > 0.5]
    return Given(
        doc.text,
        id_,
        title,
        meta,
        annotator,
        spans=[*spans.values()],
        line=number,
        kept=kept,
        topics=chosen,
    )


def _is_meta(name: Any, value: Any) -> bool:
    """Return whether user data may be metadata of an article."""
    scalar = isinstance(value, str | int | float) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )
    return isinstance(name, str) and name not in SAID and scalar


def _shown(name: Any) -> str:
    """Return the name of user data; that of an extension, which spaCy has in a tuple, alone."""
    return str(name[1] if isinstance(name, tuple) and len(name) > 1 else name)[:40]


def _docs(content: bytes) -> Iterator[Doc]:
    """Yield the Docs of a DocBin.  UserError when they would be more than they are worth."""
    most, values = max(LARGEST, RATIO * len(content)), max(MOST, len(content))
    try:
        packed_size.check(content, most=most, values=values)
    except OverflowError as error:
        sizes = f"more than {most // 2**20:,} MB unpacked, or more than {values:,} values"
        raise UserError(f"This .spacy file is not read: it is {sizes}. Divide it.") from error
    docs = empty().from_bytes(content)
    inside = (*docs.user_data, *docs.span_groups)
    if (
        max(map(len, docs.tokens), default=0) > LONGEST
        or max(map(len, filter(None, inside)), default=0) > INSIDE
    ):
        sizes = f"more than {LONGEST:,} tokens, or data of more than {INSIDE // 2**20} MB"
        raise UserError(f"This .spacy file is not read: one of its Docs has {sizes}.")
    yield from docs.get_docs(spoken(DEFAULT).vocab)
