"""One fact put into words by the lines of a template, or role by role.

A role that the template names is the one of that name, else the type's role of the same kind: a renamed role is
still said in its place.  What no place says comes behind the sentence, so that no filler goes unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from annotations.fact_attributes import Modality
from annotations.facts import Fact
from annotations.schema.kinds import IMPLIED, RoleKind
from annotations.schema.sentence_templates import Blank, Bracket, Part, SentenceTemplate, TemplateLine, within
from annotations.schema.types import FactType
from annotations.sentences.english import DOZENS, NUMBER, ONE, folded, is_plural, leads
from annotations.sentences.filler_words import RoleWords, SpanLookup, words_of
from annotations.sentences.pieces import PieceKind, SentencePiece
from annotations.sentences.verbs import conjugated, found, spoken
from annotations.text.word_forms import listed

PREPOSITIONS = listed("in on at to of by for from with about over because against near")
MOVABLE = listed("in on at to from near")  # that the article's own may stand for, before a place
SOMEBODY = ("agent", "speaker", "participant", "party", "buyer", "seller", "addressee")
INSTEAD: dict[str, str] = {  # by kind
    **dict.fromkeys(SOMEBODY, "someone"),
    "victim": "people",
    "count": "some",
    "amount": "some",
    "place": "somewhere",
    "time": "some day",
}
MARKS = {Modality.CLAIMED: "reportedly", Modality.PLANNED: "planned", Modality.SPECULATED: "perhaps"}
SOME = re.compile(r"\bsome(?=thing\b|one\b|where\b|body\b| )")
DOT = " · "


class FactTelling:
    """A fact on its way into words."""

    def __init__(self, fact: Fact, type_: FactType, text: str, spans: SpanLookup) -> None:
        self._fact, self._type, self._text = fact, type_, text
        self._words = {role.role: words_of(fact, role.role, text, spans) for role in fact.roles}
        self._kinds = {name: role.kind for name, role in type_.roles.items()}
        for name in self._words:
            self._kinds.setdefault(name, IMPLIED.get(name.lower()))
        self._names: dict[str, str] = {}  # the role that a template means by a name
        self._counts: dict[str, str] = {}  # the count that is said before a role's words, by that role
        self._silent: set[str] = set()  # counts that are not said in their own place
        self._tail = ""  # the literal before the place that comes next
        self._shown: set[str] = set()
        self._many = False  # what was said last is more than one
        self._is_not = False  # the verb has been said with "not"

    # --- by a template

    def by(self, written: SentenceTemplate) -> Iterator[SentencePiece]:
        """Yield the pieces of the sentence by the line that suits the fact."""
        self._names = self._resolved(written.names)
        line, past = self._chosen(written)
        parts = [part for part in line.parts if not isinstance(part, Bracket) or self._is_whole(part)]
        blanks = [blank for part in parts for blank in within(part)]
        self._shown = {self._names[blank.role] for blank in blanks}
        self._place_counts(blanks, line)
        for part in parts:
            yield from self._part(part, past)
        yield SentencePiece(self._take_tail())
        yield from self._according(line)
        left = [name for name, words in self._words.items() if words and name not in self._shown]
        for name in left:
            yield from (SentencePiece(f"{DOT}{name} "), *self._listed(self._words[name]))

    def _listed(self, words: RoleWords) -> Iterable[SentencePiece]:
        """Return the words of a role without what stands before them in the article."""
        return words.pieces(bare=True)

    def _resolved(self, names: frozenset[str]) -> dict[str, str]:
        """Return the role that each name of a template means: that of the name, else one of its kind."""
        known = self._kinds.keys()
        free = [name for name in known if name not in names]
        made = {}
        for name in sorted(names):
            kind = IMPLIED.get(name.lower())
            like = (one for one in free if kind and self._kinds[one] == kind)
            made[name] = name if name in known else next(like, name)
            free = [one for one in free if one != made[name]]
        return made

    def _chosen(self, written: SentenceTemplate) -> tuple[TemplateLine, str]:
        """Return the line that is said, with its verb.

        Lines with the trigger's verb come first, those with the form of the article before others; among them one
        whose places outside [ ] are filled.
        """
        trigger = folded(self._text[slice(*self._fact.trigger)]).lower() if self._fact.trigger else ""
        verbs = found(written, trigger)
        ranks = [
            (verb is not None, self._is_full(line), verb is not None and verb.exact)
            for line, verb in zip(written.lines, verbs, strict=True)
        ]
        best = ranks.index(max(ranks))
        line, verb = written.lines[best], verbs[best]
        return line, verb.past if verb else line.verb.verbs[0].past if line.verb else ""

    def _is_full(self, line: TemplateLine) -> bool:
        return all(
            self._filled(blank) for blank in line.said if self._kinds.get(self._names[blank.role]) != "count"
        )

    def _is_whole(self, bracket: Bracket) -> bool:
        return all(map(self._filled, within(bracket)))

    def _filled(self, blank: Blank) -> bool:
        return bool(self._words.get(self._names[blank.role]))

    def _part(self, part: Part, past: str) -> Iterator[SentencePiece]:
        if isinstance(part, str):
            yield SentencePiece(self._take_tail())
            self._tail = part
        elif isinstance(part, Blank):
            yield from self._place(part)
        elif isinstance(part, Bracket):
            for inner in part.parts:
                yield from self._part(inner, past)
        else:
            tail = self._take_tail()
            self._is_not = self._negates()
            yield SentencePiece(tail + self._verb(past, passive=part.passive))

    def _negates(self) -> bool:
        """Return whether the verb says that it is not so; a role may say that by itself."""
        return self._fact.negated and not any(words.none for words in self._words.values())

    def _verb(self, past: str, *, passive: bool) -> str:
        modality = self._fact.modality
        hedged = modality is Modality.CLAIMED and not self._sources()
        return spoken(
            conjugated(past),
            modality,
            passive=passive,
            negated=self._is_not,
            many=self._many,
            hedged=hedged,
        )

    def _place(self, blank: Blank) -> Iterator[SentencePiece]:
        """Yield the words of a role with what stands before them, or the word in their place."""
        name, before = self._names[blank.role], self._take_tail()
        words, kind = self._words.get(name), self._kinds.get(name)
        if name in self._silent:
            yield SentencePiece(before)
        elif not words:
            yield from self._open(blank, name, before)
        else:
            yield from self._filler(words, kind, before)

    def _open(self, blank: Blank, name: str, before: str) -> Iterator[SentencePiece]:
        role = self._type.roles.get(name)
        word = self._any(self._word_instead(blank, name))
        if role is None and name not in self._kinds and self._type.roles:
            yield SentencePiece(before.rstrip())  # the schema has this role no longer
            return
        self._many = is_plural(word)
        kind = PieceKind.OPEN if role and role.required else PieceKind.PLAIN
        yield from (SentencePiece(before), SentencePiece(word, kind, name if kind is PieceKind.OPEN else ""))

    def _word_instead(self, blank: Blank, name: str) -> str:
        """Return the word in the place of a role that is open."""
        return blank.word or INSTEAD.get(self._kinds.get(name) or "", name)

    def _filler(self, words: RoleWords, kind: RoleKind | None, before: str) -> Iterator[SentencePiece]:
        head, last = _split(before)
        self._many = words.many
        if kind == "count":
            of = " of" if words.stretches[-1].words.rsplit(" ", 1)[-1].lower() in DOZENS else ""
            yield from (SentencePiece(before), *words.pieces(), SentencePiece(of))
        elif counted := self._counts.get(words.role):
            self._many = words.many if len(words.stretches) > 1 else not self._is_one(counted)
            yield from (SentencePiece(before), *words.counted(self._words[counted]))
        elif kind == "place" and last in MOVABLE:
            yield from (SentencePiece(head), *words.placed(last))
        elif kind == "time" and (not last or last in PREPOSITIONS):
            yield from (SentencePiece(head), *words.timed(last))
        else:
            yield SentencePiece(head if last in PREPOSITIONS and leads(words.stretches[0].words) else before)
            yield from words.with_forces() if kind == "agent" else words.pieces()

    # --- counts

    def _place_counts(self, blanks: Sequence[Blank], line: TemplateLine) -> None:
        """Find where each count of the line is said: in its place, before what it counts in the article, or not."""
        counted = [words for name, words in self._words.items() if self._is_counted(name) and words]
        for blank, then in zip(blanks, (*blanks[1:], None), strict=False):
            name = self._names[blank.role]
            if self._kinds.get(name) != "count":
                continue
            next_ = next((words for words in counted if then and words.role == self._names[then.role]), None)
            count = self._words.get(name)
            if not count:
                if self._fact.negated or (next_ and not _is_bare_plural(next_)):
                    self._silent.add(name)
            elif any(map(count.lies_in, counted)):
                self._silent.add(name)
            elif (of := next(filter(count.abuts, counted), next_)) and of.role not in self._counts:
                self._silent.add(name)
                if count.abuts(of) or blank in line.said or of.many:
                    self._counts[of.role] = name
                else:
                    self._shown.discard(name)  # it goes behind the sentence, since nobody says 16 Yemen

    def _is_counted(self, name: str) -> bool:
        return name in self._shown and self._kinds[name] not in ("count", "time", "source")

    def _is_one(self, count: str) -> bool:
        return folded(self._words[count].stretches[0].words).lower() in ONE

    # --- the end of the sentence

    def _sources(self) -> RoleWords | None:
        named = (name for name, kind in self._kinds.items() if kind == "source" and name not in self._shown)
        return next((words for name in named if (words := self._words.get(name))), None)

    def _according(self, line: TemplateLine) -> Iterator[SentencePiece]:
        """Yield how a line without a verb is meant, then who says so, or who denies it."""
        yield SentencePiece("" if line.verb else self._marks())
        sources = self._sources()
        if self._fact.modality is Modality.DENIED:
            speakers = (
                words for name, words in self._words.items() if self._kinds[name] == "speaker" and words
            )
            denier = sources or next(speakers, None)
            yield SentencePiece(", which ")
            yield from denier.pieces() if denier else ()
            yield SentencePiece(f" {'deny' if denier.many else 'denies'}" if denier else "is denied")
        elif sources:
            yield from (
                SentencePiece(", "),
                *sources.pieces(),
                SentencePiece(" say" if sources.many or sources.is_speaking else " says"),
            )
        if sources:
            self._shown.add(sources.role)

    def _marks(self) -> str:
        """Return how a sentence without a verb is meant, in round brackets."""
        modality = self._fact.modality
        sourced = modality is Modality.CLAIMED and self._sources()
        marks = ["" if sourced else MARKS.get(modality, ""), "not so" if self._fact.negated else ""]
        said = ", ".join(filter(None, marks))
        return f" ({said})" if said else ""

    # --- role by role

    def role_by_role(self) -> Iterator[SentencePiece]:
        """Yield the type, then the roles with their words; needed roles that are open; the trigger when that is all."""
        names = dict.fromkeys([*self._type.roles, *self._words])
        told = [one for name in names if (one := self._role(name))]
        if not told and self._fact.trigger:
            told = [[SentencePiece(folded(self._text[slice(*self._fact.trigger)]))]]
        yield SentencePiece(f"{self._fact.type}{': ' if told else ''}")
        for n, pieces in enumerate(told):
            yield from (SentencePiece(DOT if n else ""), *pieces)
        yield SentencePiece(self._marks())
        if self._fact.modality is Modality.DENIED:
            yield SentencePiece(" (denied)")

    def _role(self, name: str) -> list[SentencePiece]:
        role = self._type.roles.get(name)
        if words := self._words.get(name):
            return [SentencePiece(f"{name} "), *words.pieces(bare=True)]
        return [SentencePiece(f"no {name}", PieceKind.OPEN, name)] if role and role.required else []

    def _take_tail(self) -> str:
        tail, self._tail = self._tail, ""
        return self._any(tail)

    def _any(self, words: str) -> str:
        """Return the words as they are said behind "did not": anything, anyone."""
        return SOME.sub("any", words) if self._is_not else words


def _split(before: str) -> tuple[str, str]:
    """Return a literal without its last word, and that word in lower case."""
    last = before.rsplit(None, 1)[-1] if before.strip() else ""
    return before.rstrip()[: -len(last)] if last else before, last.lower()


def _is_bare_plural(words: RoleWords) -> bool:
    """Return whether "some" can stand before the words: sailors, but not Maria Ruiz, two sailors or the crew."""
    first = words.stretches[0]
    plain = is_plural(first.words) and first.words[:1].islower() and not words.determiner(first)
    return plain and not NUMBER.match(first.words)
