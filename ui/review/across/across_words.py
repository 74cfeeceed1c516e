"""Words of a case across articles: its row, the lines of a side, what gold says, and what an approval wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from annotations.compare.across.reviewing import AcrossCase, AcrossReview, AcrossSide
from annotations.compare.across.voices import One, places, settled
from annotations.compare.comparison import ComparedEntity, ComparedGroup, GroupedFact, JudgedRow
from annotations.compare.items import Grouped, JudgedRole, KeptApart, Member, Related
from annotations.edits import Edit
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from annotations.text.counts import counted

NOTHING, NO_GOLD = "Says nothing of it", "Gold says nothing of it as yet"
WHAT = {"entity": "Entity", "group": "Facts", "verdict": "Verdict"}
MOST = 12  # lines of one part
Called = Callable[[str], str]


@dataclass(frozen=True)
class SaidLine:
    """A line of a side; a heading begins a part; `is_other`: not all who say something there say this."""

    words: str
    is_heading: bool = False
    is_other: bool = False


def name_of(case: AcrossCase) -> str:
    """Return what the case is called."""
    return f"{case.name}: {case.role}" if case.what == "verdict" else case.name


def second_line(case: AcrossCase, called: Called) -> str:
    """Return what each side says, as shortly as the list has it."""
    again = "changed since  ·  " if case.was_decided else ""
    said = "  ·  ".join(f"{called(who)} {_short(side)}" for who, side in case.sides.items())
    return f"{again}{WHAT[case.what]}  ·  {said}"


def _short(side: AcrossSide) -> str:
    if side.verdict:
        return f"{side.verdict.sign} {side.verdict}"
    return " + ".join(f"{len(places(one)):,}" for one in side.parts) or "nothing"


def lines_of(side: AcrossSide, case: AcrossCase, schema: Schema, titles: Mapping[str, str]) -> list[SaidLine]:
    """Return what a side says: wordings with how often and where, facts as sentences, or a verdict with its reason."""
    if side.row:
        return _verdict_lines(side.row)
    others = [{(places(one), *_sort(one)) for one in other.parts} for other in case.sides.values()]
    found = []
    for one in side.parts:
        is_other = not all((places(one), *_sort(one)) in said for said in others)
        found.append(SaidLine(_heading(one), is_heading=True, is_other=is_other))
        lines = list(
            _entity_lines(one) if isinstance(one, ComparedEntity) else _fact_lines(one, schema, titles)
        )
        found += [SaidLine(words) for words in lines[:MOST]]
        found += [SaidLine(f"and {len(lines) - MOST:,} more")] * (len(lines) > MOST)
    return found or [SaidLine(NOTHING)]


def gold_line(case: AcrossCase) -> str:
    """Return what gold says there, in one line."""
    if case.gold.row:
        row = case.gold.row
        return f"Gold: {row.verdict.sign} {row.verdict}"
    if case.what == "verdict":
        return "Gold: as computed" if case.is_decided else NO_GOLD
    said = ", ".join(f"{one.name} ({len(places(one)):,})" for one in case.gold.parts)
    return f"Gold: {said}" if said else "Gold says nothing of it" if case.is_decided else NO_GOLD


def told(case: AcrossCase) -> str:
    """Return how it stands with the case."""
    if case.is_decided:
        return "Decided"
    if case.is_agreed:
        return "All agree on it, and gold says otherwise"
    return "Somebody has changed it since it was decided" if case.was_decided else "To decide"


def cases_across(found: AcrossReview) -> str:
    """Return the open cases as a command tells them, a line each."""
    agreed = f"{counted(len(found.agreed), 'point')} agreed."
    if not found.open:
        return f"No case is open across articles; {agreed}"
    lines = (f"{name_of(case)}\n    {second_line(case, str)}" for case in found.open)
    return "\n".join((*lines, f"{counted(len(found.open), 'case')} open; {agreed}"))


def written(edit: Edit, had: AbstractSet[str] = frozenset()) -> str:
    """Return what an edit adds to gold, as a sentence has it; "" for nothing.  `had`: ids that gold had before."""
    added = [item for change in edit.changes for item in change.added]
    entities = {item.entity for item in added if isinstance(item, Member)}
    groups = {item.group for item in added if isinstance(item, Grouped)}
    kinds: tuple[tuple[int, str, str], ...] = (
        (len(entities - had), "entity", "entities"),
        (len(groups - had), "group of facts", "groups of facts"),
        (sum(isinstance(item, JudgedRole) for item in added), "verdict", "verdicts"),
        (sum(isinstance(item, KeptApart) for item in added), "pair kept apart", "pairs kept apart"),
        (sum(isinstance(item, Related) for item in added), "relation", "relations"),
    )
    changed = (
        (len(entities & had), "entity", "entities"),
        (len(groups & had), "group of facts", "groups of facts"),
    )
    parts = ((_counts(kinds), "more"), (_counts(changed), "changed"))
    return ", and ".join(f"{words} {how}" for words, how in parts if words)


def _counts(kinds: Iterable[tuple[int, str, str]]) -> str:
    words = [f"{count:,} {one if count == 1 else more}" for count, one, more in kinds if count]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _sort(one: One) -> tuple[str, str]:
    if isinstance(one, ComparedEntity):
        return one.label, one.item.outside if one.item else ""
    return one.type, ""


def _heading(one: One) -> str:
    label, outside = _sort(one)
    label = label if label != one.name else ""
    count = counted(len(places(one)), "mention" if isinstance(one, ComparedEntity) else "fact")
    return "  ·  ".join(filter(None, (one.name, label, outside, count)))


def _entity_lines(one: ComparedEntity) -> Iterable[str]:
    mentions = [m for m in one.mentions if m.is_settled and not m.is_gone]
    counts = Counter(" ".join(m.text.split()) for m in mentions)
    for words, count in counts.most_common():
        articles = {m.article for m in mentions if " ".join(m.text.split()) == words}
        yield f"{words}  ×{count:,}  in {counted(len(articles), 'article')}"


def _fact_lines(one: ComparedGroup, schema: Schema, titles: Mapping[str, str]) -> Iterable[str]:
    its = settled(one)
    for fact in one.facts:
        if fact.key in its:
            yield f"{titles.get(fact.article) or fact.article}: {_sentence(fact, schema)}"


def _sentence(one: GroupedFact, schema: Schema) -> str:
    if one.fact is None:
        return one.type
    article = one.fact.article
    return sentence_of(one.fact.fact, article.text, schema, article.by_id).words


def _verdict_lines(row: JudgedRow) -> list[SaidLine]:
    reason = row.judged.reason if row.judged else row.computed.reason
    how = "judged" if row.judged else "as computed"
    values = "; ".join(value.shown for value in row.computed.values)
    head = SaidLine(f"{row.verdict.sign}  {row.verdict}  ·  {how}", is_heading=True)
    return [head, *(SaidLine(words) for words in (reason, f"Values: {values}" * bool(values)) if words)]
