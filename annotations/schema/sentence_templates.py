"""The notation of a fact type's sentence, as `sentence:` of `project.yaml` has it.

A line is one way of saying it:

    {actor, someone} *attacked, struck (strike, airstrike)* {target, something} [in {place}]

`{role}` is the words of a role; those behind a comma stand there while it is open.  What is in `[ ]` is left
out while a role in it is open.  Between stars stands the verb as it is said of the past, the type's own first,
then others that are taken when the trigger is a form of one, or of a word in the round brackets behind it;
"was" in front of the first makes it a passive.  Of several lines one is taken by the trigger and by the roles
that are filled.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass

TOKEN = re.compile(r"[][{}*]|[^][{}*]+")
OTHERS = re.compile(r"([^(),]*)(?:\(([^()]*)\))?\s*(?:,|$)")
BE = ("was ", "were ")


@dataclass(frozen=True)
class Blank:
    """The place of a role: `{role, word}`."""

    role: str
    word: str = ""


@dataclass(frozen=True)
class TemplateVerb:
    """A verb as it is said of the past, and other words that mean it."""

    past: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class VerbPlace:
    """The place of the verb: the type's own first; `passive` when "was" stands before it."""

    verbs: tuple[TemplateVerb, ...]
    passive: bool = False


@dataclass(frozen=True)
class Bracket:
    """Parts that are left out while a role in them is open."""

    parts: tuple[str | Blank, ...]


Part = str | Blank | VerbPlace | Bracket


@dataclass(frozen=True)
class TemplateLine:
    """One way of saying a fact of a type: its parts in order."""

    parts: tuple[Part, ...]

    @cached_property
    def verb(self) -> VerbPlace | None:
        return next((part for part in self.parts if isinstance(part, VerbPlace)), None)

    @cached_property
    def said(self) -> tuple[Blank, ...]:
        """Return the places outside [ ]."""
        return tuple(part for part in self.parts if isinstance(part, Blank))

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """Return all places, in their order."""
        return tuple(blank for part in self.parts for blank in within(part))


@dataclass(frozen=True, eq=False)
class SentenceTemplate:
    """The lines of a type's sentence, the usual one first; one object a text, so that it is quick to look up."""

    lines: tuple[TemplateLine, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the roles that it names."""
        return frozenset(blank.role for line in self.lines for blank in line.blanks)


@lru_cache(maxsize=512)
def template(text: str) -> SentenceTemplate:
    """Return the template that is written so.

    UserError when it cannot be read; its `line` is the line in the text, from 1.
    """
    lines = []
    for number, written in enumerate(text.splitlines(), 1):
        if written.strip():
            lines.append(_Scan(written.strip(), number).line())
    if not lines:
        raise UserError("A sentence needs words; write some, or leave it out.", line=1)
    return SentenceTemplate(tuple(lines))


def check(text: str, type_: str, roles: Collection[str]) -> None:
    """UserError when the text is no template, or names a role that the fact type of that name lacks."""
    template(text)
    for number, written in enumerate(text.splitlines(), 1):
        blanks = _Scan(written.strip(), number).line().blanks if written.strip() else ()
        for blank in blanks:
            if blank.role not in roles:
                has = f"it has {', '.join(roles)}" if roles else "it has none"
                said = f"There is no role {blank.role} in fact type {type_} for its sentence; {has}."
                raise UserError(said, line=number)


def renamed(text: str, old: str, new: str) -> str:
    """Return the template with role `old` called `new`, all else as it is written."""
    return re.sub(r"\{(\s*)" + re.escape(old) + r"(\s*[,}])", lambda at: f"{{{at[1]}{new}{at[2]}", text)


def within(part: Part) -> tuple[Blank, ...]:
    """Return the places of the part."""
    parts = part.parts if isinstance(part, Bracket) else (part,)
    return tuple(one for one in parts if isinstance(one, Blank))


class _Scan:
    """A walk over the signs of one line."""

    def __init__(self, written: str, number: int) -> None:
        self._written, self._number = written, number
        self._tokens = TOKEN.findall(written)
        self._at = 0

    def line(self) -> TemplateLine:
        parts = tuple(self._parts(in_bracket=False))
        if sum(isinstance(part, VerbPlace) for part in parts) > 1:
            raise self._wrong("has two verbs between stars; leave one")
        return TemplateLine(parts)

    def _parts(self, *, in_bracket: bool) -> Iterator[Part]:
        while (token := self._next()) is not None:
            if token == "{":
                yield self._blank()
            elif token == "]" and in_bracket:
                return
            elif token == "[" and not in_bracket:
                yield self._bracket()
            elif token == "*" and not in_bracket:
                yield self._verb()
            elif token in "]}[*":
                inside = " inside [ ]" if in_bracket else ""
                raise self._wrong(f"has a {token}{inside} that does not belong there")
            else:
                yield re.sub(r"\s+", " ", token)
        if in_bracket:
            raise self._wrong("has a [ without its ]")

    def _blank(self) -> Blank:
        role, _, word = self._until("}", "{").partition(",")
        if not role.strip():
            raise self._wrong("has { } without a role")
        return Blank(role.strip(), " ".join(word.split()))

    def _bracket(self) -> Bracket:
        parts = tuple(part for part in self._parts(in_bracket=True) if isinstance(part, str | Blank))
        if not any(isinstance(part, Blank) for part in parts):
            raise self._wrong("has [ ] without a role in { }")
        return Bracket(parts)

    def _verb(self) -> VerbPlace:
        written = " ".join(self._until("*", "*").split())
        passive = written.startswith(BE)
        verbs = [
            TemplateVerb(past.strip(), tuple(filter(None, (one.strip() for one in others.split(",")))))
            for past, others in OTHERS.findall(written.split(" ", 1)[1] if passive else written)
            if past.strip()
        ]
        if not verbs or written.count("(") != written.count(")"):
            raise self._wrong("has no verb between its stars" if not verbs else "has a ( without its )")
        return VerbPlace(tuple(verbs), passive)

    def _until(self, end: str, opening: str) -> str:
        """Return what stands before the sign `end`."""
        words = self._next()
        if words == end:
            return ""
        if words is None or self._next() != end:
            raise self._wrong(f"has a {opening} without its {end}")
        return words

    def _next(self) -> str | None:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else None

    def _wrong(self, what: str) -> UserError:
        shown = self._written if len(self._written) <= 60 else self._written[:59] + "…"
        return UserError(f"The sentence “{shown}” {what}.", line=self._number)
