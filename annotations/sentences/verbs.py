"""The verb of a sentence: which of a type's verbs the trigger is a form of, and how it is said of what is denied or planned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from annotations.fact_attributes import Modality
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.sentence_templates import SentenceTemplate, TemplateVerb
from annotations.text.word_forms import PAST, PREFIXES, VOWELS, forms, index, listed


@dataclass(frozen=True)
class Conjugated:
    """A verb in the forms that a sentence needs; what stands behind it ("down", "hostage") is in each."""

    base: str
    past: str
    participle: str


@dataclass(frozen=True)
class VerbFound:
    """The verb that a trigger is a form of; `exact` when it stands in the line just as the article has it."""

    past: str
    exact: bool


def found(written: SentenceTemplate, trigger: str) -> tuple[VerbFound | None, ...]:
    """Return for each line of the template its verb that the trigger, in lower case, is a form of."""
    return tuple(known.get(trigger) for known in _known(written))


@lru_cache(maxsize=256)
def _known(written: SentenceTemplate) -> tuple[dict[str, VerbFound], ...]:
    """Return each line's verbs by every form of theirs; lines with the same first verb, one passive, share them."""
    places = [line.verb.verbs if line.verb else () for line in written.lines]
    first = [conjugated(verbs[0].past).base if verbs else None for verbs in places]
    return tuple(
        _by_form(
            [*places[n], *(v for m, verbs in enumerate(places) if first[m] == own and m != n for v in verbs)]
        )
        for n, own in enumerate(first)
    )


def _by_form(verbs: Sequence[TemplateVerb]) -> dict[str, VerbFound]:
    """Return the verbs by every form of theirs, and of the words that mean them; the first of two stays."""
    made = {verb.past: VerbFound(verb.past, True) for verb in reversed(verbs)}
    for verb in verbs:
        for lemma in (conjugated(verb.past).base, *verb.others):
            for form in (lemma, *index([lemma])):
                made.setdefault(form, VerbFound(verb.past, False))
    return made


@lru_cache(maxsize=2048)
def conjugated(past: str) -> Conjugated:
    """Return the forms of a verb that is given in its past or its participle.

    >>> conjugated("shot down").base, conjugated("was").participle
    ('shoot down', 'been')
    """
    head, _, rest = past.partition(" ")
    tail = f" {rest}" if rest else ""
    base = _base(head)
    ways = forms(base) if base != head or base in PAST else {}

    def as_said(use: str) -> str:
        given = use in ways.get(head, ())  # levelled stays so, where leveled is as good
        return head if given else next((form for form, uses in ways.items() if use in uses), head)

    was, done = as_said("past"), as_said("participle")
    return Conjugated(base + tail, was + tail, done + tail)


def _base(word: str) -> str:
    """Return the verb that the word is the past or participle of; the word itself when that cannot be told."""
    if irregular := IRREGULAR_PAST.get(word):
        return irregular
    for prefix in PREFIXES:
        if word.startswith(prefix) and (known := IRREGULAR_PAST.get(word.removeprefix(prefix))):
            return prefix + known
    stem = word.removesuffix("ed")
    if stem == word or len(stem) < 2:
        return word
    if stem.endswith("e"):
        return f"{stem}e"
    if stem.endswith("i"):
        return f"{stem}e" if len(stem) < 3 else f"{stem[:-1]}y"
    long = sum(one in VOWELS for one in stem) > 1
    levelled = long and stem.endswith("ell") and not stem.endswith("uell")
    if levelled or (len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt"):
        return stem[:-1]
    return stem + "e" if _has_lost_its_e(stem, long=long) else stem


def _has_lost_its_e(stem: str, *, long: bool) -> bool:
    """Return whether the verb of a stem before -ed rather ends in e; `long`: of more than one syllable.

    >>> [_has_lost_its_e(stem, long=True) for stem in ("damag", "execut", "target", "visit")]
    [True, True, False, False]
    """
    if stem in WITH_E or stem in WITHOUT_E:
        return stem in WITH_E
    if stem.endswith(SILENT):
        return not stem.endswith(SOUNDED)
    vowels = stem[-3:-1]
    if vowels[1:] not in VOWELS or (vowels[0] in VOWELS and not stem.endswith(("iat", "uat", "quir"))):
        return False
    return (
        stem.endswith(LONG_VOWELS) if long else stem[-1] not in "wxy"
    )  # a short one would be doubled: hopped


SILENT = ("c", "g", "v", "z", "u", "s", "bl", "pl", "tl", "dl", "gl", "kl", "fl", "cr")
SOUNDED = ("ss", "ng", "og", "aw")
LONG_VOWELS = tuple(
    listed("at ut ad od ed ib ir ar ur or ul id in ak ik ok ot um uk ap af ud welcom excit invit")
)
WITH_E = listed(  # where the ending tells nothing
    "aveng reveng chang exchang arrang rearrang challeng plung lung impal inhal exhal conven interven enthron dethron"
    " telephon postpon ax"
)
WITHOUT_E = listed("sponsor monitor censor anchor tutor mentor")
IRREGULAR_PAST = {form: base for base, ways in reversed(PAST.items()) for form in reversed(ways)}
IRREGULAR_PAST |= {"was": "be", "were": "be"}


def spoken(
    verb: Conjugated, modality: Modality, *, passive: bool, negated: bool, many: bool, hedged: bool
) -> str:
    """Return the verb as it is said: of one or `many`, `hedged` with *reportedly*."""
    no, reportedly = " not" if negated else "", "reportedly " if hedged else ""
    if modality is Modality.PLANNED:
        return f"{'are' if many else 'is'}{no} to {f'be {verb.participle}' if passive else verb.base}"
    if modality is Modality.SPECULATED:
        return f"may{no} have {'been ' if passive else ''}{verb.participle}"
    if passive:
        return f"{'were' if many else 'was'}{no} {reportedly}{verb.participle}"
    if negated:
        return f"{reportedly}did not {verb.base}"
    return f"{reportedly}{verb.past}"
