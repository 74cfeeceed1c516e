"""A CAS that is kept to go back: all of it but the text, with runs of tokens and sentences as their places alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.formats.came_from import Kept
from annotations.formats.lines.json_stream import DECODER
from annotations.formats.lines.json_values import dumped
from annotations.formats.uima.cas import SENTENCES, STRUCTURES, TOKENS, TYPES, VIEWS, Cas, cas_of, place_of
from annotations.formats.uima.layers import TOOL
from annotations.json_fields import Json

MOST = 300_000  # structures that are kept of one file
RUNS = (TOKENS, SENTENCES)
LIKE, PLACES = "like", "places"


def kept_of(cas: Cas, unit: str, items: Mapping[str, Json]) -> Kept:
    """Return what goes back; of a very large file its items alone."""
    if len(cas.structures) > MOST:
        return Kept(TOOL, items=items)
    bare = [{**one, "sofaString": None} if one is cas.sofa else one for one in cas.structures]
    held = {TYPES: cas.types, VIEWS: cas.views, STRUCTURES: list(_packed(bare))}
    told = dumped({**cas.rest, **held})  # as text, since the order of features counts
    return Kept(TOOL, work={"cas": {"json": told, "unit": unit, "length": len(cas.text or "")}}, items=items)


def _packed(structures: list[Json]) -> Iterator[Json]:
    """Yield the structures; tokens and sentences that differ by id and place alone are one entry."""
    run: Json = {}
    places: list[Any] = []
    for one in structures:
        place = place_of(one) if one.get("%TYPE") in RUNS and "begin" in one else None
        if place is None:
            yield one
            run = {}
            continue
        like = {name: value for name, value in one.items() if name not in ("%ID", "begin", "end")}
        if run != like:
            run, places = like, []
            yield {LIKE: like, PLACES: places}  # which grows
        places += (one.get("%ID"), *place)


def kept_cas(work: Json, text: str) -> tuple[Cas, str] | None:
    """Return the CAS that is kept of the work, and the unit of its offsets; None when there is none for this text."""
    held = work.get("cas")
    if not isinstance(held, dict) or held.get("length") != len(text) or not isinstance(held.get("unit"), str):
        return None
    try:
        value = DECODER.decode(held["json"])
        structures = [one for entry in value[STRUCTURES] for one in _unpacked(entry)]
        for one in structures:
            if "sofaString" in one and one["sofaString"] is None:
                one["sofaString"] = text
        cas = cas_of({**value, STRUCTURES: structures})
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    return (cas, held["unit"]) if cas.text == text else None


def _unpacked(entry: Json) -> Iterator[Json]:
    if LIKE not in entry:
        yield dict(entry)
        return
    places = entry[PLACES]
    for id_, start, end in zip(places[::3], places[1::3], places[2::3], strict=True):
        yield {"%ID": id_, **entry[LIKE], "begin": start, "end": end}
