"""The roles of a fact type that phrases fill, and the span or bare range that fills each.

Roles are told by their kind and their labels, never by their name, so that types of one's own work too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from annotations.facts import Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import AGENTS, RoleKind
from annotations.schema.types import FactType, RoleType
from annotations.spans import Span
from annotations.suggest.facts.grammar.phrases import Phrase
from annotations.suggest.facts.grammar.word import NUMBERS, Word
from annotations.text.word_forms import listed
from annotations.values.dates import date_in
from annotations.values.numbers import number_in

PATIENTS: frozenset[RoleKind | None] = frozenset(
    {"patient", "target", "victim", "unit", "item", "addressee", "counted"}
)
COUNTS: frozenset[RoleKind | None] = frozenset({"count", "amount"})
MUTUAL: frozenset[RoleKind | None] = frozenset({"participant", "party"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
PEOPLE = frozenset({"PERSON"})
FORCES = listed("""force forces military army navy troops troop soldiers jets aircraft warplanes warships marines police government
    authorities administration command coast guard air fleet warship militia militias rebels movement group ministry
    company regime fighters side parliament council presidency""")
AREAS = listed(
    "province region city town village port district area governorate county border coast capital airport"
)
EMPTY = listed("this that these those what none nothing anything something itself themselves")  # name nobody
SITES = listed(  # nouns that are a place by themselves
    """airport border road highway hotel hospital school prison jail checkpoint camp market mosque church temple station
    square park village town city port harbour harbor river lake bridge base barracks garrison stadium university
    court courthouse palace embassy parliament coast shore beach island hill mountain valley forest desert field farm
    factory plant mine refinery warehouse depot headquarters compound building house home street district suburb
    neighbourhood neighborhood slum settlement outpost crossing junction strait gulf sea restaurant cafe club theatre
    conference ceremony rally funeral clinic capital region province office firm"""
)
WHICH = listed("the a an this these that those its their his her our another such other")


@dataclass(frozen=True)
class Frame:
    """The roles that a verb's subject and object fill, and the others by what they take, None without one."""

    agent: RoleType | None
    patient: RoleType | None
    count: RoleType | None
    time: RoleType | None
    place: RoleType | None
    source: RoleType | None
    takes: Mapping[RoleKind, RoleType]  # of two roles of one kind the first

    @classmethod
    def of(cls, type_: FactType) -> Frame:
        """Return the frame of the type.

        Where no role is of a kind that acts or is acted on, the first two without a kind are taken for such.
        """
        takes: dict[RoleKind, RoleType] = {}
        for role in type_.roles.values():
            if role.kind:
                takes.setdefault(role.kind, role)
        agent, patient = _first(takes, AGENTS), _first(takes, PATIENTS)
        if agent is None and patient is None:
            unsaid = (role for role in type_.roles.values() if role.kind is None)
            agent, patient = next(unsaid, None), next(unsaid, None)
        if agent is not None and agent.kind in MUTUAL:
            patient = agent
        count, source = _first(takes, COUNTS), takes.get("source")
        return cls(
            agent or takes.get("cause"), patient, count, takes.get("time"), takes.get("place"), source, takes
        )


def _first(takes: Mapping[RoleKind, RoleType], kinds: frozenset[RoleKind | None]) -> RoleType | None:
    return next((role for kind, role in takes.items() if kind in kinds), None)


def fillers(
    phrase: Phrase, role: RoleType, *, text: str, people: Iterable[Span] = (), counted: bool = False
) -> list[Filler]:
    """Return the fillers of the role in the phrase.

    That is a span it allows, else the phrase without article as a bare range.

    `people`: those of the sentence, in text order: "he" and "she" are the last ahead of it.  `counted`: a
    number ahead is not part of it.
    """
    if phrase.tag == "pron":
        return _pronoun(phrase, role, people)
    if all(word.tag in ("num", "det") for word in phrase.words) and "CARDINAL" not in role.labels:
        return []
    allowed = [word for word in phrase.words if word.span and _fits(word.span, role)]
    head = _head(phrase)
    if allowed and (allowed[-1] is head or _stands_for(allowed[-1], head, role)):
        return [_filler(allowed[-1])]
    if names := [word for word in allowed if word.span and word.span.label == "PERSON"]:
        return [_filler(names[-1])]
    bare = _bare(phrase, counted)
    if not bare or bare[-1].tag == "time":
        return []
    return [Filler(bare[0].start, bare[-1].end)]


def numbers(phrase: Phrase, *, text: str) -> list[Filler]:
    """Return the number ahead in the phrase, with its value; what it counts is the unit."""
    for word in phrase.words:
        if word.tag == "num" and (value := number_in(text[word.start : phrase.end])):
            return [Filler(word.start, word.end, word.span.id if word.span else None, value)]
    return []


def times(phrase: Phrase, published: date | None, *, text: str) -> Filler | None:
    """Return the date or time of the phrase, with its value if it says one."""
    word = next((word for word in phrase.words if word.tag == "time" and word.span), None)
    if word is None or word.span is None:
        return None
    said = text[word.start : word.end]
    if (said.isdigit() and len(said) < 4) or (said.endswith("ies") and phrase.prep == "in"):
        return None  # an age: "Ann Lee, 55," and "in her eighties"
    zone = text[word.end : word.end + 30].split(")")[0]
    said = text[word.start : word.end] + (zone if zone.startswith(" (") else "")
    return Filler(word.start, word.end, word.span.id, date_in(said, published, before=phrase.prep))


def places(phrase: Phrase, role: RoleType) -> list[Filler]:
    """Return the place that heads the phrase."""
    labels = role.labels or tuple(PLACES)
    head = _head(phrase)
    found = [word for word in phrase.words if word.span and word.span.label in labels]
    if not found and not phrase.spans() and head.text in SITES:
        words = _bare(phrase, counted=True)
        return [Filler(words[0].start, words[-1].end)] if words else []
    if found and (found[-1] is head or head.text in AREAS or "FAC" in {s.label for s in phrase.spans()}):
        return [_filler(found[-1])]
    return []


def bare(phrase: Phrase) -> Filler:
    """Return the phrase without determiner and number."""
    words = [word for word in phrase.words if word.tag != "poss"] or phrase.words
    while len(words) > 1 and words[0].tag in ("det", "num"):
        words = words[1:]
    span = words[0].span if len(words) == 1 else None
    return Filler(words[0].start, words[-1].end, span.id if span else None)


def _pronoun(phrase: Phrase, role: RoleType, people: Iterable[Span]) -> list[Filler]:
    """Return the person of the sentence that "he" or "she" is, else the pronoun itself."""
    if phrase.text in ("he", "she") and "PERSON" in role.labels:
        ahead = [span for span in people if span.end <= phrase.start and span.label == "PERSON"]
        if ahead:
            return [Filler(ahead[-1].start, ahead[-1].end, ahead[-1].id)]
    if phrase.text == "it" and "ORG" in role.labels:
        ahead = [span for span in people if span.end <= phrase.start and span.label == "ORG"]
        if len(ahead) == 1:
            return [Filler(ahead[0].start, ahead[0].end, ahead[0].id)]
    return [Filler(phrase.start, phrase.end)] if role.labels and phrase.text not in EMPTY else []


def _fits(span: Span, role: RoleType) -> bool:
    return not role.labels or span.label in role.labels


def _filler(word: Word) -> Filler:
    return Filler(word.start, word.end, word.span.id if word.span else None)


def _head(phrase: Phrase) -> Word:
    words = [word for word in phrase.words if word.tag != "poss"]
    return words[-1] if words else phrase.words[-1]


def _stands_for(word: Word, head: Word, role: RoleType) -> bool:
    """Return whether the name ahead says who acts: "US forces".

    A person's name does not, nor does one ahead of a thing.
    """
    return (
        role.kind in AGENTS
        and head.text in FORCES
        and word.span is not None
        and word.span.label not in PEOPLE
    )


def _bare(phrase: Phrase, counted: bool) -> list[Word]:
    words = [word for word in phrase.words if word.tag != "poss"]
    if counted:
        words = words[max([n + 1 for n, word in enumerate(words) if _is_number(word)], default=0) :]
    while words and words[0].text in WHICH:
        words = words[1:]
    return words


def _is_number(word: Word) -> bool:
    return word.tag == "num" or (word.span is not None and word.span.label in NUMBERS)
