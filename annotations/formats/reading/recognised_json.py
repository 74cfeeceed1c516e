"""The kinds of JSON of other tools that are not read: how each is told by its first record, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Value = dict[str, Any]
STANDOFF = "export it as brat's standoff (.txt and .ann) and import the folder"
WITH_TEXT = "export it with the text in it, as JSON lines with text and entities: [[start, end, label]]"


class RefusedJson(NamedTuple):
    """A kind of JSON that is not read: what it looks like and what to do, in words, and how it is told.

    `tells` is given the first record and the beginning of the file.
    """

    what: str
    instead: str
    tells: Callable[[Value, str], bool]


def _has(*names: str) -> Callable[[Value, str], bool]:
    return lambda value, text: all(name in value for name in names)


def _first_of(value: Value, name: str) -> Any:
    found = value.get(name)
    return found[0] if isinstance(found, list) and found else None


def _is_brat(value: Value, text: str) -> bool:
    """Return whether entities are lists of an id, a type and pieces, as brat's pages have them."""
    one = _first_of(value, "entities")
    return isinstance(one, list) and len(one) >= 3 and isinstance(one[1], str) and isinstance(one[2], list)


JSON = (
    RefusedJson(
        "GATE's bdocjs",
        "read it in Python with gatenlp and save JSON lines with text and entities: [[start, end, label]], or as brat's standoff",
        lambda value, text: "annotation_sets" in value or ("annsets" in value and "text" in value),
    ),
    RefusedJson(
        "GATE's JSON, as Twitter has it",
        STANDOFF,
        lambda value, text: "indices" in text and isinstance(value.get("entities"), dict),
    ),
    RefusedJson("the JSON of a page of brat's", STANDOFF, _is_brat),
    RefusedJson(
        "BioC",
        "convert it to PubAnnotation's JSON or brat's standoff",
        lambda value, text: "passages" in text and ("documents" in value or "passages" in value),
    ),
    RefusedJson(
        "tagtog's annotations, which have no text",
        "export them with plain.html, or as brat's standoff from tagtog",
        _has("annotatable", "entities"),
    ),
    RefusedJson(
        "LightTag's export",
        "take of each example its content as text, and of its annotations start, end and tag as entities: [[start, end, label]]",
        lambda value, text: "examples" in value and '"tag' in text,
    ),
    RefusedJson(
        "the settings of a labelling tool, which hold no text",
        "export the texts with their labels",
        lambda value, text: (
            {"backgroundColor", "suffixKey"} <= {*value} or {"background_color", "suffix_key"} <= {*value}
        ),
    ),
    RefusedJson(
        "sentences of tokens with spans by number (DyGIE, SciERC)",
        "save each document as tokens and entities: [[first, behind last, label]]",
        _has("doc_key", "sentences"),
    ),
    RefusedJson(
        "DocRED's documents",
        "save each document as tokens and entities: [[first, behind last, label]]",
        _has("vertexSet", "sents"),
    ),
    RefusedJson(
        "questions and answers on texts (SQuAD)",
        WITH_TEXT,
        lambda value, text: '"qas"' in text and '"context"' in text,
    ),
    RefusedJson(
        "a notebook of Jupyter's", "import the articles' texts themselves", _has("cells", "nbformat")
    ),
    RefusedJson(
        "a map (GeoJSON)",
        "import the articles' texts themselves",
        lambda value, text: value.get("type") in ("FeatureCollection", "Feature"),
    ),
    RefusedJson(
        "the manifest of an export", "import the files beside it", _has("offsets", "overlaps", "misaligned")
    ),
    RefusedJson(
        "what a browser recorded of a site (HAR)",
        "save the pages themselves as .html",
        lambda value, text: "log" in value and '"entries"' in text and '"request"' in text,
    ),
)


def refused(value: Value, text: str) -> tuple[str, str] | None:
    """Return what a file that is not read looks like and what to do instead; None for any other."""
    return next(((kind.what, kind.instead) for kind in JSON if kind.tells(value, text)), None)
