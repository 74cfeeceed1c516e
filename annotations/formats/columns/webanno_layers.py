"""The layers of a WebAnno TSV, as its head names them, and how values stand in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotations.formats.uima.layers import ANY, is_wanted, label_feature
from annotations.processes.quick_dataclass import dataclass

SPAN, CHAIN, RELATION = "#T_SP=", "#T_CH=", "#T_RL="
FEATURE, BLANK, ROLE, TARGET, HEAD = "feature", "blank", "role", "target", "head"  # kinds of columns
RESERVED = re.compile(r"[\\\[\]|_;*]|->")
CONTROLS = re.compile(r"[\x00-\x1f\\]")
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
SHORT = {value: name for name, value in ESCAPES.items()}
ESCAPED = re.compile(r"\\(->|(?:u[0-9A-Fa-f]{4})(?:\\u[0-9A-Fa-f]{4})*|.)", re.DOTALL)
VALUE = re.compile(r"((?:\\.|[^\\\[])*)(?:\[(\d+)(?:_(\d+))?\])?", re.DOTALL)
PIECES = {sign: re.compile(rf"((?:\\.|[^\\{sign}])*)(?:{sign}|\Z)", re.DOTALL) for sign in (";", r"\|")}
NOTHING, NULL = "_", "*"


@dataclass(frozen=True)
class Column:
    """A column of a layer: `feature` is its feature, `type` the layer of what it refers to."""

    kind: str
    feature: str = ""
    type: str = ""


@dataclass(frozen=True)
class Layer:
    """A line of the head."""

    kind: str
    name: str
    columns: tuple[Column, ...]

    def is_read(self) -> bool:
        return self.kind != CHAIN and is_wanted(self.name)

    @property
    def label(self) -> str:
        """Return the feature with the label, "" where it has none."""
        return label_feature(one.feature for one in self.columns if one.kind == FEATURE)

    def line(self) -> str:
        """Return the line of the head."""
        fields = [self.name]
        for one in self.columns:
            if one.kind == ROLE:
                fields.append(f"ROLE_{self.name}:{one.feature}_{one.type}")
            else:
                fields.append({TARGET: one.type, HEAD: f"BT_{one.type}"}.get(one.kind, one.feature))
        return self.kind + "|".join(fields)


def layers_of(lines: Iterable[str]) -> list[Layer]:
    """Return the layers that the lines of the head name."""
    found = []
    for line in lines:
        kind = next((kind for kind in (SPAN, CHAIN, RELATION) if line.startswith(kind)), None)
        if kind:
            name, *fields = line.removeprefix(kind).split("|")
            found.append(Layer(kind, name.strip(), tuple(_columns(kind, name.strip(), fields))))
    return found


def _columns(kind: str, layer: str, fields: list[str]) -> Iterator[Column]:
    left = iter(fields)
    for field in left:
        if field.startswith("ROLE_") and kind == SPAN:
            body = field.removeprefix("ROLE_").removeprefix(f"{layer}:")
            feature, _, rest = body[: body.find(".") + 1 or None].rpartition("_")
            yield Column(ROLE, feature or rest, body[len(feature) + 1 :])
            yield Column(TARGET, feature or rest, next(left, ANY))
        elif field.startswith("BT_") and kind == RELATION:
            yield Column(HEAD, "", field.removeprefix("BT_"))
        else:
            yield Column(FEATURE if field else BLANK, field)


def escaped(value: str) -> str:
    shown = RESERVED.sub(lambda match: "\\" + match[0], value)
    return shown.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


word = lru_cache(maxsize=1 << 14)(escaped)  # a text says the same words again


def escaped_text(line: str) -> str:
    """Return a line of the text as it stands behind `#Text=`: only control characters and backslashes differ."""
    return CONTROLS.sub(lambda match: "\\" + SHORT.get(match[0], match[0]), line)


def plain(value: str) -> str:
    """Return the value that `escaped` or `escaped_text` was given; Java's escapes of older files too."""
    if "\\" not in value:
        return value
    return ESCAPED.sub(lambda match: _unescaped(match[1]), value)


def _unescaped(sign: str) -> str:
    if len(sign) < 5:
        return ESCAPES.get(sign, sign)
    units = b"".join(int(code, 16).to_bytes(2, "big") for code in re.findall("[0-9A-Fa-f]{4}", sign))
    return units.decode("utf-16-be", "replace")


def divided(cell: str, sign: str) -> list[str]:
    """Return the parts of a cell between a sign that is not escaped."""
    if "\\" not in cell:
        return cell.split(sign)
    found, at, pattern = list[str](), 0, PIECES[re.escape(sign) if sign == "|" else sign]
    while match := pattern.match(cell, at):
        found.append(match[1])
        at = match.end()
        if match.end() == match.end(1):
            return found
    raise ValueError(cell)


def value_of(part: str) -> tuple[str | None, str, str]:
    """Return a part of a cell: its value, None for none, and the numbers behind it, "" for none.  ValueError."""
    match = VALUE.fullmatch(part)
    if match is None:
        raise ValueError(part)
    return None if match[1] in (NULL, NOTHING) else plain(match[1]), match[2] or "", match[3] or ""
