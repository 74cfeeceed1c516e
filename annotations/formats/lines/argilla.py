"""Argilla's records: of version 1 with `annotation` and `prediction`, of version 2 with responses and suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.lines.any_json import of_objects
from annotations.formats.lines.loose_spans import one_of, span, spans
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS
from annotations.json_fields import BadItem, Json
from annotations.problems import Notice, Problem
from annotations.sets import State
from annotations.spans import Status

STATES = {"Default": State.NEW, "Edited": State.STARTED, "Validated": State.DONE, "Discarded": State.STARTED}
ANSWERS = {"submitted": State.DONE, "draft": State.STARTED, "discarded": State.STARTED}
TEXTS = ("text", "body", "content", "document", "article", "sentence")
DISCARDED = "discarded"  # kept in the metadata of an article that was
TOPICLESS = "The prediction {name} of a whole text was left out: Factmark suggests no topics."
ONE_WAY = "Nothing goes back to Argilla: Factmark writes no format of Argilla's."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a text and annotator."""
    unit = reading.unit(CODE_POINTS)

    def record(line: int, value: Json) -> Iterator[Given | Problem]:
        is_first = "annotation" in value or "prediction" in value
        return _first(path, line, value, unit) if is_first else _second(path, line, value, unit)

    yield from of_objects(path, file, reading, record)
    yield Notice(path, None, ONE_WAY)


# --- version 1


def _first(path: Path, line: int, value: Json, unit: str) -> Iterator[Given | Problem]:
    text, status = _text(value), value.get("status")
    said, guessed = _list(value.get("annotation")), _list(value.get("prediction"))
    topics = [one for one in said if isinstance(one, str)]
    found, left = spans([one for one in said if not isinstance(one, str)], span)
    of_text = [one for one in guessed if not _is_span(one)]
    pool, broken = spans([one for one in guessed if _is_span(one)], _suggested)
    agent = _name(value.get("prediction_agent"))
    held = [*found, *(_by(one, agent) for one in pool)]
    state = STATES.get(str(status)) if said or status in ("Validated", "Discarded") else None
    meta = {**_object(value.get("metadata")), **({DISCARDED: True} if status == "Discarded" else {})}
    whose = _name(value.get("annotation_agent")) if said else ""
    id_ = value.get("id")
    kept = id_ if isinstance(id_, str) else ""
    meta |= {"id": id_} if type(id_) is int else {}
    yield Given(text, kept, "", meta, whose, state, held, unit=unit, line=line, topics=topics)
    yield from (Problem(path, line, why) for why in (*left, *broken))
    for one in of_text:
        name = (
            one.get("label", "")
            if isinstance(one, dict)
            else one[0]
            if isinstance(one, list) and one
            else one
        )
        yield Problem(path, line, TOPICLESS.format(name=repr(name)))


def _text(value: Json) -> str:
    """Return the text: of the record, of its inputs, or of its tokens."""
    inputs = value.get("inputs")
    found = one_of(value, ("text",)) or (one_of(inputs, TEXTS) if isinstance(inputs, dict) else inputs)
    if found is None and isinstance(value.get("tokens"), list):
        found = " ".join(map(str, value["tokens"]))
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        found = "\n".join(found)
    if not isinstance(found, str):
        raise BadItem("it has no text")
    return found


def _is_span(raw: Any) -> bool:
    """Return whether a prediction is of a span, and not of a whole text: a label and a score."""
    return (isinstance(raw, list) and len(raw) >= 3) or (isinstance(raw, dict) and "start" in raw)


def _suggested(raw: Any) -> Found:
    if isinstance(raw, list) and len(raw) == 4:  # label, start, end, score
        raw = {"label": raw[0], "start": raw[1], "end": raw[2], "score": raw[3]}
    return span(raw, Status.SUGGESTED)


def _by(one: Found, agent: str) -> Found:
    return Found(one.start, one.end, one.label, one.quote, one.key, one.status, one.score, agent)


# --- version 2


def _second(path: Path, line: int, value: Json, unit: str) -> Iterator[Given | Problem]:
    """Yield the work of each who answered, with the suggestions beside the first."""
    fields = value["fields"] if isinstance(value.get("fields"), dict) else value
    text = next((fields[name] for name in TEXTS if isinstance(fields.get(name), str)), None)
    if text is None:
        text = next(
            (
                one
                for name, one in fields.items()
                if isinstance(one, str) and "." not in name and name != "id"
            ),
            None,
        )
    if text is None:
        raise BadItem("it has no field of text")
    id_ = value.get("external_id", value.get("id"))
    meta = _object(value.get("metadata"))
    pool, left = _suggestions(value)
    answers = _answers(value)
    for number, (whose, (state, raw)) in enumerate(sorted(answers.items()) or [("", (None, []))]):
        found, broken = spans([one for one in raw if not isinstance(one, str)], span)
        held = [*found, *(pool if number == 0 else [])]
        topics = [one for one in raw if isinstance(one, str)]
        kept = id_ if isinstance(id_, str) else ""
        yield Given(text, kept, "", meta, whose, state, held, unit=unit, line=line, topics=topics)
        yield from (Problem(path, line, why) for why in broken)
    yield from (Problem(path, line, why) for why in left)


def _answers(value: Json) -> dict[str, tuple[State | None, list[Any]]]:
    """Return what each annotator answered: the state, and spans and names of all questions."""
    found: dict[str, tuple[State | None, list[Any]]] = {}

    def add(whose: Any, state: Any, said: Any) -> None:
        before = found.get(_name(whose), (None, []))[1]
        found[_name(whose)] = (ANSWERS.get(str(state), State.STARTED), before + _list(said))

    responses = value.get("responses")
    if isinstance(responses, dict):  # by question, a list of answers
        for said in responses.values():
            for one in said if isinstance(said, list) else []:
                if isinstance(one, dict):
                    add(one.get("user_id"), one.get("status", "submitted"), one.get("value"))
    for one in responses if isinstance(responses, list) else []:
        for answer in _object(_object(one).get("values")).values():
            add(one.get("user_id"), one.get("status"), _object(answer).get("value"))
    for name, said in value.items():
        if name.endswith(".responses") and isinstance(said, list):
            question = name.removesuffix(".responses")
            users, states = (_list(value.get(f"{name}.{one}")) for one in ("users", "status"))
            for number, answer in enumerate(said):
                whose = users[number] if number < len(users) else (question if len(said) == 1 else number)
                add(whose if users else "", states[number] if number < len(states) else "submitted", answer)
    return found


def _suggestions(value: Json) -> tuple[list[Found], list[str]]:
    """Return the spans that were suggested, and sentences on those that were left out."""
    held: list[tuple[Any, str]] = []
    suggestions = value.get("suggestions")
    if isinstance(suggestions, dict):
        held = [(_object(one).get("value"), _name(_object(one).get("agent"))) for one in suggestions.values()]
    elif isinstance(suggestions, list):
        held = [(_object(one).get("value"), _name(_object(one).get("agent"))) for one in suggestions]
    for name, one in value.items():
        if name.endswith(".suggestion"):
            held.append((one, _name(value.get(f"{name}.agent"))))
    found: list[Found] = []
    left: list[str] = []
    for raw, agent in held:
        if isinstance(raw, str) or (isinstance(raw, list) and raw and isinstance(raw[0], str)):
            left.append(TOPICLESS.format(name=repr(raw)))
            continue
        some, broken = spans(raw, _suggested)
        found += [_by(one, agent) for one in some]
        left += broken
    return found, left


def _name(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _object(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
