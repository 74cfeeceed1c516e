"""UIMA CAS JSON 0.4, as INCEpTION writes it: a file an article, offsets in UTF-16 units.

Written are the text, its sentences and tokens, a NamedEntity a span, and metadata with the article's id and
title.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.formats.base import How, Record
from annotations.formats.lines.json_stream import DECODER
from annotations.formats.lines.json_values import dumped
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import UTF16, Offsets
from annotations.formats.writing.alignment import own_tokens
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json, listed
from annotations.problems import Problem
from annotations.spans import in_order
from annotations.text.sentences import sentences

CORE = "de.tudarmstadt.ukp.dkpro.core.api."
TOKEN, SENTENCE = f"{CORE}segmentation.type.Token", f"{CORE}segmentation.type.Sentence"
ENTITY, META = f"{CORE}ner.type.NamedEntity", f"{CORE}metadata.type.DocumentMetaData"
SOFA, ANNOTATION, STRING = "uima.cas.Sofa", "uima.tcas.Annotation", "uima.cas.String"
WHOLE = "uima.tcas.DocumentAnnotation"
VIEW = "_InitialView"
LABELS = ("value", "label", "entity", "kind", "category")  # features that hold a span's label
META_FEATURES = ("documentTitle", "documentId", "documentUri", "collectionId")


def _type(name: str, above: str, *features: str) -> Json:
    named = {feature: {"%NAME": feature, "%RANGE": STRING} for feature in features}
    return {"%NAME": name, "%SUPER_TYPE": above, **named}


TYPES = {
    ENTITY: _type(ENTITY, ANNOTATION, "value", "identifier"),
    SENTENCE: _type(SENTENCE, ANNOTATION),
    TOKEN: _type(TOKEN, ANNOTATION),
    META: _type(META, WHOLE, *META_FEATURES),
}


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


def cas(entry: Record, unit: str) -> str:
    """Return the whole file as text.

    Tokens and sentences have only a place, and are too many to be made values first.
    """
    article, offsets = entry.article, Offsets(entry.article.text, unit)
    tokens, spans = own_tokens(article.text), sorted(entry.spans(), key=in_order)
    length = offsets.to(len(article.text))
    sofa = {"%TYPE": SOFA, "sofaNum": 1, "sofaID": VIEW, "mimeType": "text", "sofaString": article.text}
    meta = {"documentTitle": article.title, "documentId": article.id}
    features = [
        _said(sofa),
        _said({"%TYPE": META, "@sofa": 1, "begin": 0, "end": length, **meta}),
        *_places(SENTENCE, *map(offsets.of, _parted(sentences(article.text)))),
        *_places(TOKEN, offsets.of(tokens.starts), offsets.of(tokens.ends)),
    ]
    bounds = map(offsets.of, _parted([(span.start, span.end) for span in spans]))
    entities = _places(ENTITY, *bounds)
    features += [f'{place}, "value": {dumped(s.label)}' for place, s in zip(entities, spans, strict=True)]
    structures = ", ".join([f'{{"%ID": {n}, {one}}}' for n, one in enumerate(features, 1)])
    members = list(range(2, len(features) + 1))
    view = dumped({VIEW: {"%SOFA": 1, "%INDEX": members[0], "%MEMBERS": members}})
    return f'{{"%TYPES": {dumped(TYPES)}, "%FEATURE_STRUCTURES": [{structures}], "%VIEWS": {view}}}'


def _said(features: Json) -> str:
    return dumped(features)[1:-1]


def _places(type_: str, starts: list[int], ends: list[int]) -> list[str]:
    said = _said({"%TYPE": type_, "@sofa": 1})
    return [f'{said}, "begin": {start}, "end": {end}' for start, end in zip(starts, ends, strict=True)]


def _parted(bounds: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [start for start, _ in bounds], [end for _, end in bounds]


# --- reading


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record: the NamedEntities, and the spans of a project's own layers.

    UserError when the file is no CAS, or has no text.
    """
    unit = reading.unit(UTF16)
    try:
        value = DECODER.decode(file.read().decode("utf-8-sig"))
        structures = _structures(value)
    except (ValueError, RecursionError) as error:
        raise UserError(f"This is no CAS as JSON: {error}.") from error
    text = next((s["sofaString"] for s in structures if isinstance(s.get("sofaString"), str)), None)
    if text is None:
        raise UserError("This CAS has no text in it; export it with its text.")
    about = next((s for s in structures if s.get("%TYPE") == META), {})
    stem, _, annotator = path.stem.partition("~")
    named = [
        about.get(name) if isinstance(about.get(name), str) else ""
        for name in ("documentId", "documentTitle")
    ]
    found, problems = [], []
    for structure in filter(_is_span, structures):
        start, end = (structure.get(name, structure.get(f"^{name}")) for name in ("begin", "end"))
        if type(start) is not int or type(end) is not int:
            problems.append(
                f"The span {structure.get('%ID')} was left out: it has no whole numbers as offsets."
            )
        else:
            found.append(Found(start, end, _label(structure)))
    given = Given(
        text, named[0] or unquote(stem), named[1] or "", {}, unquote(annotator), None, found, (), unit
    )
    yield given
    yield from (Problem(path, None, problem) for problem in problems)


def _structures(value: Any) -> list[Json]:
    found = value.get("%FEATURE_STRUCTURES") if isinstance(value, dict) else None
    if isinstance(found, dict):  # older files have them by id
        found = list(found.values())
    listed({"of": found}, "of")
    if not found:
        raise BadItem("it has no feature structures")
    return [one for one in found if isinstance(one, dict)]


def _is_span(structure: Json) -> bool:
    type_ = structure.get("%TYPE")
    own = isinstance(type_, str) and (type_ == ENTITY or not type_.startswith((CORE, "uima.")))
    return own and ("begin" in structure or "^begin" in structure)


def _label(structure: Json) -> str:
    """Return the feature that names the span, else its layer."""
    said = {k: v for k, v in structure.items() if isinstance(v, str) and k[:1] not in "%@^"}
    named = next((said[name] for name in LABELS if said.get(name)), None)
    return named or next(iter(said.values()), "") or str(structure["%TYPE"]).rpartition(".")[2]
