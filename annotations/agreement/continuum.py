"""Unitizing alpha over articles that stand end to end, boilerplate left out, for each label by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotations.agreement import alpha
from annotations.agreement.alpha import Units
from annotations.agreement.figures import Figure, as_json, measured, rounded
from annotations.agreement.material import MarkArrays, Material

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers

Json = dict[str, Any]
MOST_SIZES = 2_000_000  # numbers of one label's table beyond which its interval is left out
NOBODY = "Nobody has marked {label} on an article that all annotators have worked on."


def unitizing(material: Material, weights: Numbers) -> Json:
    """Return alpha over the spans of each label, and how many spans were lost by uniting overlaps."""
    places = [n for n, one in enumerate(material.articles) if len(one.sets) == len(material.who)]
    whole = [material.articles[n] for n in places]
    spans = _squeezed(material, places)
    lengths = [one.length for one in whole]
    found, united = {}, dict[str, int]()
    for n, label in enumerate(material.labels):
        each = [spans.of((spans.who == who) & (spans.column == n)) for who in range(len(material.who))]
        units, lost = zip(*(Units.of(some.article, some.start, some.end) for some in each), strict=True)
        united[label] = sum(lost)
        found[label] = _alpha(label, lengths, units, weights[:, places])
    return {
        "unitizing": {label: rounded(figure.value) for label, figure in found.items()},
        "unitizing_interval": {
            label: as_json(figure, "alpha")["alpha_interval"] for label, figure in found.items()
        },
        "unitizing_rough": [label for label, figure in found.items() if figure.is_rough],
        "unitizing_why": {label: figure.why for label, figure in found.items() if figure.why},
        "united": united,
    }


def _squeezed(material: Material, places: Sequence[int]) -> MarkArrays:
    """Return the spans on those articles, numbered anew, as they lie in the texts without boilerplate."""
    import numpy as np

    numbers = np.full(len(material.articles), -1)
    numbers[places] = np.arange(len(places))
    spans = material.spans.of(numbers[material.spans.article] >= 0)
    start, end = spans.start.copy(), spans.end.copy()
    for n, one in enumerate(material.articles):
        if one.left_out:
            for at in np.flatnonzero(spans.article == n):
                start[at], end[at] = one.squeezed(int(start[at])), one.squeezed(int(end[at]))
    return replace(spans, article=numbers[spans.article], start=start, end=end)


def _alpha(label: str, lengths: Sequence[int], units: Sequence[Units], weights: Numbers) -> Figure:
    import numpy as np

    sizes = np.unique(np.concatenate([each.end - each.start for each in units]))
    why = NOBODY.format(label=label)
    if not len(sizes):
        return Figure(None, why)
    rows = alpha.unitizing_rows(units, lengths, sizes.tolist())
    drawn = weights if rows.size / 2 <= MOST_SIZES else weights[:0]
    figure = measured(rows, alpha.unitizing(len(units), sizes.tolist()), drawn, why)
    said = len(np.unique(np.concatenate([each.article for each in units])))
    return Figure(figure.value, figure.why, figure.low, figure.high, said)
