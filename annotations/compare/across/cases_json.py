"""Cases across articles as JSON values, for the command `review --across`."""

from __future__ import annotations

from typing import Any

from annotations.compare.across.reviewing import AcrossCase, AcrossSide
from annotations.compare.across.voices import One, settled, sort_of
from annotations.compare.comparison import ComparedEntity


def case_as_json(case: AcrossCase) -> dict[str, Any]:
    """Return the case with what each annotator says: entities or groups with their places, or a verdict."""
    return {
        "case": case.key,
        "about": case.what,
        "name": case.name,
        **({"role": case.role} if case.role else {}),
        "again": case.was_decided or case.is_agreed,
        "sides": {who: _side(side) for who, side in case.sides.items()},
        "gold": _side(case.gold),
    }


def _side(side: AcrossSide) -> dict[str, Any] | list[dict[str, Any]]:
    if side.row:
        judged = side.row.judged
        reason = judged.reason if judged else side.row.computed.reason
        return {"verdict": side.row.verdict.value, "judged": judged is not None, "reason": reason}
    return [_part(one) for one in side.parts]


def _part(one: One) -> dict[str, Any]:
    its = [
        {"article": article, "id": key.rpartition("/")[2], "start": start, "end": end}
        for key, (article, start, end, _) in settled(one).items()
    ]
    sort = "label" if isinstance(one, ComparedEntity) else "type"
    return {"name": one.name, sort: sort_of(one), "mentions" if sort == "label" else "facts": its}
