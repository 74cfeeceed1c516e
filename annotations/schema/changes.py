"""Changes to a schema: labels and fact types added, renamed, merged, recoloured, given keys, archived.

Pure: a schema in, the next one out, every mistake a sentence.  What a rename or merge means for an annotation
set is here too; archiving means nothing to sets, so that it never deletes a span.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal, TypeVar, cast

from annotations.errors import UserError
from annotations.facts import Fact, Role
from annotations.schema.types import LONGEST_GLOSS, VERB_KEYS, FactType, Label, Schema, free_hue
from annotations.sets import AnnotationSet, Comment
from annotations.spans import Span, Status

Part = Literal["labels", "facts"]  # of a schema
WORDS: Mapping[Part, str] = {"labels": "label", "facts": "fact type"}
Entry = Label | FactType
Made = TypeVar("Made")


def add(schema: Schema, part: Part, name: str) -> Schema:
    """Return the schema with a new label or fact type of that name, last, without a key.

    UserError when the name cannot be taken.
    """
    name = _free(schema, part, name)
    if part == "facts":
        return replace(schema, facts={**schema.facts, name: FactType(name)})
    made = Label(name, hue=free_hue(label.hue for label in schema.labels.values()))
    return replace(schema, labels={**schema.labels, name: made})


def change(schema: Schema, part: Part, name: str, **fields: Any) -> Schema:
    """Return the schema with other fields of the entry.

    The fields are key ("" for none), gloss, guideline, archived; of a label hue; of a fact type triggers and
    sentence ("" for none).  UserError when one of them cannot be so; `conflict` says it of a key beforehand.
    """
    entry = _entry(schema, part, name)
    if "key" in fields:
        if wrong := conflict(schema, part, name, fields["key"] or ""):
            raise UserError(wrong)
        fields["key"] = _folded(fields["key"]) or None
    if "gloss" in fields:
        fields["gloss"] = _gloss(name, fields["gloss"])
    if "triggers" in fields:
        fields["triggers"] = _triggers(name, fields["triggers"])
    if isinstance(entry, FactType) and (sentence := fields.get("sentence")):
        fields["sentence"] = _sentence(entry, sentence)
    return _with(schema, part, {name: replace(entry, **fields)})


def conflict(schema: Schema, part: Part, name: str, key: str) -> str:
    """Return a sentence on why the entry cannot have the key, "" where it can; it may be typed in either case.

    A label can have the letter of any action but a verb, and takes it from that: `keys.beside_labels` of the
    window says which.
    """
    key = _folded(key)
    if not key:
        return ""
    if len(key) != 1 or not key.isalnum():
        return f"The key of {name} is one letter or digit, not {key}."
    if part == "labels" and key in VERB_KEYS:
        held = " ".join(sorted(VERB_KEYS)).upper()
        return f"{name} cannot have the key {key.upper()}: {held} are verbs."
    holder = next((e for e in _entries(schema, part).values() if e.key == key and e.name != name), None)
    if holder is None:
        return ""
    archived = ", which is archived," if holder.archived else ""
    return f"{holder.name}{archived} has the key {key.upper()} already; take another, or free it there first."


def move(schema: Schema, part: Part, name: str, to: int) -> Schema:
    """Return the schema with the entry at place `to`, from 0; the last where that is too far."""
    _entry(schema, part, name)
    return _of(schema, part, moved(_entries(schema, part), name, to))


def moved(entries: Mapping[str, Made], name: str, to: int) -> dict[str, Made]:
    """Return the entries with the one of that name at place `to`."""
    order = [other for other in entries if other != name]
    order.insert(max(to, 0), name)
    return {other: entries[other] for other in order}


def rename(schema: Schema, part: Part, old: str, new: str) -> Schema:
    """Return the schema with the entry under another name in the same place.  UserError as `add`.

    Roles that a label may fill follow.
    """
    entry, new = _entry(schema, part, old), _free(schema, part, new)
    changed = _with(schema, part, {old: replace(entry, name=new)}, {old: new})
    return _in_roles(changed, old, new) if part == "labels" else changed


def merge(schema: Schema, part: Part, old: str, into: str) -> Schema:
    """Return the schema without `old`, whose roles go to `into`.

    UserError when the two are one, or either is not there.
    """
    entry, target = _entry(schema, part, old), _entry(schema, part, into)
    if old == into:
        raise UserError(f"{old} cannot be merged into itself; choose another {WORDS[part]}.")
    if part == "labels":
        return _in_roles(_with(schema, part, {}, {old: ""}), old, into)
    if isinstance(entry, FactType) and isinstance(target, FactType):
        target = replace(target, roles={**entry.roles, **target.roles})
    return _with(schema, part, {into: target}, {old: ""})


def put_back(schema: Schema, part: Part, entry: Entry) -> Schema:
    """Return the schema with the entry back in it, unless it is there; its key only where that is free."""
    entries = _entries(schema, part)
    if entry.name in entries:
        return schema
    taken = {other.key for other in entries.values()}
    return _with(schema, part, {entry.name: replace(entry, key=None if entry.key in taken else entry.key)})


def carried(to: AnnotationSet, part: Part, old: str, new: str) -> AnnotationSet:
    """Return the set with every span, or fact, of `old` renamed to `new`.

    Where a span of `new` has the same bounds one of the two stays: a confirmed one, else the one called `new`
    before; facts and comments on the other one are on it then.
    """
    if part == "facts":
        return to.having(*(replace(fact, type=new) for fact in to.facts.values() if fact.type == old))
    renamed = [_renamed(span, old, new) for span in to.spans.values() if _is_called(span, old)]
    after = to.having(*renamed)
    for span in renamed:
        twin = next((s for s in after.spans.values() if _says(s) == _says(span) and s.id != span.id), None)
        if twin is not None and span.id in after.spans:
            stays = span if _is_worth_more(span, twin) else twin
            after = _one_stays(after, stays, twin if stays is span else span)
    return after


def _one_stays(to: AnnotationSet, stays: Span, goes: Span) -> AnnotationSet:
    to = to.lacking(goes)
    for fact in to.facts.values():
        if goes.id in fact.span_ids():
            to = to.having(_pointing(fact, goes.id, stays))
    on = (comment for comment in to.comments.values() if comment.on == goes.id)
    moved: list[Comment] = [replace(comment, on=stays.id) for comment in on]
    return to.having(*moved)


def _pointing(fact: Fact, gone: str, to: Span) -> Fact:
    """Return the fact with span `to` as filler in place of the one that is gone; once a role."""
    roles: list[Role] = []
    for role in fact.roles:
        fillers = tuple(replace(f, span=to.id) if f.span == gone else f for f in role.fillers)
        kept = [
            filler
            for place, filler in enumerate(fillers)
            if filler.span != to.id or all(other.span != to.id for other in fillers[:place])
        ]
        roles.append(replace(role, fillers=tuple(kept)))
    return replace(fact, roles=tuple(roles))


def _renamed(span: Span, old: str, new: str) -> Span:
    """Return the span under the new name, also in what it was at first: a rename is nobody's correction."""
    label = new if span.label == old else span.label
    first = span.first
    if first is not None and first[2] == old:
        first = (first[0], first[1], new)
    same = first == (span.start, span.end, label)
    return replace(span, label=label, first=None if same else first)


def _is_called(span: Span, name: str) -> bool:
    return span.label == name or (span.first is not None and span.first[2] == name)


def _says(span: Span) -> tuple[int, int, str]:
    return (span.start, span.end, span.label)


def _is_worth_more(one: Span, other: Span) -> bool:
    return one.status is Status.CONFIRMED and other.status is not Status.CONFIRMED


# --- parts of a schema


def _entries(schema: Schema, part: Part) -> dict[str, Entry]:
    return dict(schema.labels) if part == "labels" else dict(schema.facts)


def _entry(schema: Schema, part: Part, name: str) -> Entry:
    found = _entries(schema, part).get(name)
    if found is None:
        raise UserError(f"There is no {WORDS[part]} {name} any more; look at the schema again.")
    return found


def _with(
    schema: Schema, part: Part, entries: Mapping[str, Entry], names: Mapping[str, str] | None = None
) -> Schema:
    """Return the schema with those entries in place of those of the names, new ones last.

    `names`: the new name of each entry that is called otherwise; one called "" is removed.
    """
    names = names or {}
    all_ = {**_entries(schema, part), **entries}
    after = {names.get(name, name): entry for name, entry in all_.items() if names.get(name, name)}
    return _of(schema, part, after)


def _of(schema: Schema, part: Part, entries: Mapping[str, Entry]) -> Schema:
    """Return the schema with these as its labels or fact types."""
    if part == "labels":
        return replace(schema, labels=cast(dict[str, Label], entries))
    return replace(schema, facts=cast(dict[str, FactType], entries))


def _free(schema: Schema, part: Part, name: str) -> str:
    """Return the name, its blanks folded.

    UserError when it is empty, taken, or holds characters that a file cannot.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError(f"A {WORDS[part]} needs a name; write one.")
    if not name.isprintable():
        raise UserError(f"The name of a {WORDS[part]} can hold no invisible characters; write it anew.")
    if name in _entries(schema, part):
        raise UserError(f"There is a {WORDS[part]} {name} already; choose another name, or merge the two.")
    return name


def _folded(key: str | None) -> str:
    return (key or "").strip().lower()


def _gloss(name: str, gloss: str) -> str:
    said = " ".join(gloss.split())
    if len(said) > LONGEST_GLOSS:
        more = len(said) - LONGEST_GLOSS
        raise UserError(
            f"The gloss of {name} is a few words, {LONGEST_GLOSS} characters at most; these are {more} too many."
        )
    return said


def _triggers(name: str, triggers: Iterable[str]) -> tuple[str, ...]:
    """Return the triggers, each once and its blanks folded."""
    said = dict.fromkeys(" ".join(trigger.split()) for trigger in triggers)
    if odd := next((trigger for trigger in said if not trigger.isprintable()), ""):
        raise UserError(f"The trigger {odd!r} of {name} holds invisible characters; write it anew.")
    return tuple(trigger for trigger in said if trigger)


def _sentence(type_: FactType, sentence: str) -> str:
    """Return the sentence.  UserError says what is wrong with it, and in which of several lines."""
    from annotations.schema.sentence_templates import check  # few schemas have any

    sentence = sentence.strip()
    try:
        if sentence:
            check(sentence, type_.name, type_.roles)
    except UserError as error:
        several = len(sentence.splitlines()) > 1
        raise UserError(f"Line {error.line}: {error.sentence}" if several else error.sentence) from error
    return sentence


def _in_roles(schema: Schema, old: str, new: str) -> Schema:
    """Return the schema with a label renamed among those that may fill roles."""
    facts = {}
    for name, fact in schema.facts.items():
        roles = {
            role.name: replace(
                role, labels=tuple(dict.fromkeys(new if at == old else at for at in role.labels))
            )
            for role in fact.roles.values()
        }
        facts[name] = replace(fact, roles=roles)
    return replace(schema, facts=facts)
