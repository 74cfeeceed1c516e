"""The layers of a WebAnno TSV that is to hold given annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.formats.columns.webanno_layers import (
    BLANK,
    CHAIN,
    FEATURE,
    HEAD,
    RELATION,
    ROLE,
    SPAN,
    TARGET,
    Column,
    Layer,
)
from annotations.formats.uima.layers import ANY, CUSTOM, TOKEN, LayerMark, label_feature, short


def schema(known: Sequence[Layer], marks: Sequence[LayerMark]) -> list[Layer]:
    """Return the known layers, with columns and layers for what they cannot hold of the marks."""
    by_key = {mark.key: mark for mark in marks}
    of_layer: dict[tuple[str, bool], list[LayerMark]] = {}
    for mark in (one for one in marks if one.layer != TOKEN):
        of_layer.setdefault((mark.layer, mark.ends is not None), []).append(mark)
    made = []
    for layer in known:
        own = of_layer.pop((layer.name, layer.kind == RELATION), []) if layer.kind != CHAIN else []
        made.append(_with_columns(layer, own, by_key))
    for (name, is_relation), own in of_layer.items():
        made.append(_with_columns(Layer(RELATION if is_relation else SPAN, name, ()), own, by_key))
    return made


def _with_columns(layer: Layer, marks: list[LayerMark], by_key: dict[str, LayerMark]) -> Layer:
    """Return the layer with columns for all features, slots and ends of the marks."""
    _with_labels(layer, marks)
    columns = [*layer.columns]
    has = {(one.kind, one.feature) for one in columns}
    features = dict.fromkeys(one for mark in marks for one in (mark.label, *mark.features) if one)
    place = next((n for n, one in enumerate(columns) if one.kind in (ROLE, HEAD)), len(columns))
    columns[place:place] = [Column(FEATURE, one) for one in features if (FEATURE, one) not in has]
    for feature in dict.fromkeys(slot.feature for mark in marks for slot in mark.slots):
        if (ROLE, feature) not in has:
            targets = [slot.target for mark in marks for slot in mark.slots if slot.feature == feature]
            link = f"{layer.name}{feature[:1].upper()}{feature[1:]}Link"
            link = link if layer.name.startswith(CUSTOM) else f"{CUSTOM}{short(link)}"
            columns += [Column(ROLE, feature, link), Column(TARGET, feature, _type(targets, by_key))]
    if layer.kind == RELATION and not any(one.kind == HEAD for one in columns):
        ends = [key for mark in marks for key in mark.ends or ()]
        columns.append(Column(HEAD, "", _type(ends, by_key)))
    return replace(layer, columns=tuple(columns or [Column(BLANK)]))


def _with_labels(layer: Layer, marks: list[LayerMark]) -> None:
    """Give the marks a value whose label would be taken for another: here all features are text."""
    known = [one.feature for one in layer.columns if one.kind == FEATURE]
    read = label_feature([*known, *(one for mark in marks for one in (mark.label, *mark.features))])
    if any(str(mark.features.get(read) or short(mark.layer)) != mark.named() for mark in marks):
        for mark in marks:
            mark.features, mark.label = {**mark.features, "value": mark.named()}, "value"


def _type(keys: Iterable[str], by_key: dict[str, LayerMark]) -> str:
    """Return the layer that all of the marks lie in, else that of any annotation."""
    layers = {by_key[key].layer for key in keys if key in by_key}
    return layers.pop() if len(layers) == 1 else ANY
