"""Lint: checks of one annotator's confirmed spans and facts on an article for probable slips.

A table of checks, each a function that gives places; none changes anything.  Their cost grows with the length
of the text and the number of spans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from annotations.lint import fact_checks
from annotations.lint.check import Bounds, Finding, FindingPlace, Look, Work
from annotations.lint.fact_checks import Look as FactLook
from annotations.lint.fact_checks import without_value
from annotations.schema.types import FactType, RoleType
from annotations.sheet import touches, united
from annotations.spans import Span, Status
from annotations.text.text import crosses_paragraph, quoted
from annotations.values.kinds import VALUE_KINDS

FACT_LOOKS = (
    ("unknown type", "a fact type or role that the schema lacks", fact_checks.unknown_type),
    ("open role", "a required role that is open", fact_checks.open_role),
    ("too many", "a role with more fillers than it may have", fact_checks.too_many),
    ("said twice", "an equal fact twice", fact_checks.said_twice),
    ("own source", "a source that acts, and nothing quoted", fact_checks.own_source),
    *((f"no {kind.name}", kind.lack, without_value(kind)) for kind in VALUE_KINDS.values() if kind.lack),
    ("no text", "a fact whose text or span is not there", fact_checks.no_text),
)
FACT_TYPE, ROLE_TYPE = FactType(""), RoleType("")  # stand for what the schema lacks: they allow everything


def lint(work: Work) -> list[Finding]:
    """Return the findings of all checks, in text order."""
    found = (
        Finding(look.name, at.start, at.end, at.item, _sentence(look, work.text, at))
        for look in LOOKS
        for at in look.find(work)
    )
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def _sentence(look: Look, text: str, at: FindingPlace) -> str:
    return look.sentence.format(quoted(text, at.start, at.end), *at.words)


# --- the checks


def _white_space(work: Work) -> Iterator[FindingPlace]:
    for span in work.spans:
        quote = work.quote(span)
        if quote != quote.strip():
            yield _at(span)


def _off_tokens(work: Work) -> Iterator[FindingPlace]:
    """Yield each span with a bound inside a token; bounds on white space are left to `_white_space`."""
    starts, ends = {start for start, _ in work.tokens}, {end for _, end in work.tokens}
    for span in work.spans:
        quote = work.quote(span)
        off_start = span.start not in starts and not quote[:1].isspace()
        if off_start or (span.end not in ends and not quote[-1:].isspace()):
            yield _at(span)


def _over_paragraph(work: Work) -> Iterator[FindingPlace]:
    return (_at(span) for span in work.spans if crosses_paragraph(work.text, span.start, span.end))


def _twice(work: Work) -> Iterator[FindingPlace]:
    seen: set[tuple[int, int, str]] = set()
    for span in work.spans:
        said = (span.start, span.end, span.label)
        if said in seen:
            yield _at(span, span.label)
        seen.add(said)


def _two_ways(work: Work) -> Iterator[FindingPlace]:
    """Yield each span whose wording has another label at least as often."""
    labels = work.labels or work.here
    for span in work.spans:
        counts = labels.get(work.quote(span), {})
        own = counts.get(span.label, 0)
        others = [(count, label) for label, count in counts.items() if label != span.label and count >= own]
        if others:
            count, label = max(others)
            yield _at(span, span.label, label, "once" if count == 1 else f"{count:,} times")


def _repeats(work: Work) -> Iterator[FindingPlace]:
    """Yield each undecided place with a wording that is labelled elsewhere in the article.

    Wordings are looked up from each token on, the longest first, so that the cost is that of the text.
    """
    token_ends, reached = dict(work.tokens), 0
    lengths, ends, decided = _lengths(work, token_ends), set(token_ends.values()), _decided(work)
    for start, end in work.tokens:
        for length in lengths.get(work.text[start:end], ()) if start >= reached else ():
            stop = start + length
            labels = work.here.get(work.text[start:stop])
            if labels and stop in ends:
                reached = stop
                if not touches(decided, start, stop):
                    yield FindingPlace(start, stop, None, (labels.most_common(1)[0][0],))
                break


def _lengths(work: Work, token_ends: Mapping[int, int]) -> dict[str, list[int]]:
    """Return the lengths of the labelled wordings by their first token, the longest first; code points."""
    found: dict[str, set[int]] = defaultdict(set)
    for span in work.spans:
        if span.start in token_ends and span.end - span.start > 1:
            found[work.text[span.start : token_ends[span.start]]].add(span.end - span.start)
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _decided(work: Work) -> list[Bounds]:
    """Return the ranges with a span, a suggestion, a rejection or boilerplate, in order."""
    spans = (*work.sheet, *work.sheet.set.spans.values())
    return united([*((span.start, span.end) for span in spans), *work.sheet.boilerplate])


def _unknown_label(work: Work) -> Iterator[FindingPlace]:
    known = work.schema.labels
    return (_at(span, span.label) for span in work.spans if span.label not in known)


def _archived_label(work: Work) -> Iterator[FindingPlace]:
    archived = {label.name for label in work.schema.labels.values() if label.archived}
    return (_at(span, span.label) for span in work.spans if span.label in archived)


def _roles(work: Work) -> Iterator[FindingPlace]:
    """Yield each span that fills a role which does not allow its label; a bare range has no label."""
    for fact in work.sheet.set.facts.values():
        roles = work.schema.facts.get(fact.type, FACT_TYPE).roles if fact.status is Status.CONFIRMED else {}
        for role in fact.roles:
            allowed = roles.get(role.role, ROLE_TYPE).labels
            for filler in role.fillers:
                span = work.sheet.set.spans.get(filler.span or "")
                if span and allowed and span.label not in allowed:
                    words = (role.role, fact.type, span.label, ", ".join(allowed))
                    yield FindingPlace(span.start, span.end, fact.id, words)


def _facts(odd_in: FactLook) -> Callable[[Work], Iterator[FindingPlace]]:
    """Return a check of the whole work made from that check of one fact, whose own sentence is kept."""

    def find(work: Work) -> Iterator[FindingPlace]:
        found = (odd for fact in work.ground.facts for odd in odd_in(fact, work.ground))
        return (FindingPlace(odd.start, odd.end, odd.fact, (odd.sentence,)) for odd in found)

    return find


def _at(span: Span, *words: object) -> FindingPlace:
    return FindingPlace(span.start, span.end, span.id, words)


LOOKS: tuple[Look, ...] = (
    Look("white space", "white space at an end", "{0} begins or ends with white space.", _white_space),
    Look("off tokens", "an end inside a token", "{0} begins or ends inside a token.", _off_tokens),
    Look("paragraph", "a span over a paragraph break", "{0} runs over a paragraph break.", _over_paragraph),
    Look("twice", "an equal span twice", "{0} is labelled {1} twice here.", _twice),
    Look("two ways", "a wording labelled in two ways", "{0} is {1} here and {2} {3} elsewhere.", _two_ways),
    Look("repeat", "an unlabelled repeat", "{0} is labelled {1} elsewhere, and not here.", _repeats),
    Look(
        "unknown label", "a label the schema lacks", "{0} is {1}, a label the schema lacks.", _unknown_label
    ),
    Look("archived label", "an archived label", "{0} is {1}, a label that is archived.", _archived_label),
    Look("role", "a role filled by a wrong label", "{0}, the {1} of {2}, is {3}; it may be {4}.", _roles),
    *(Look(name, about, "{0}: {1}", _facts(find)) for name, about, find in FACT_LOOKS),
)
