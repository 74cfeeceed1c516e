"""The searches that lie behind the figures: a line for the view Search of the spans, or facts, that a figure counts."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from annotations.search.query import ANY, AskedField, Query, Term, TermKind
from annotations.search.writing import write
from annotations.statistics.shapes import EVERYONE
from ui.plots.plots import NOTHING, Behind

Asked = tuple[str, str] | tuple[str, tuple[str, ...]]  # a field, a hyphen before it negates, and its values
DECIDED: Asked = ("status", ("confirmed", "rejected"))
CONFIRMED: Asked = ("status", "confirmed")
REJECTED: Asked = ("status", "rejected")
AS_IT_STOOD: tuple[Asked, ...] = (CONFIRMED, ("-was", ANY), ("-origin", "human"))
CORRECTED: Asked = ("was", ANY)


@dataclass(frozen=True)
class Whose:
    """Whose figures they are: an annotator, gold or everyone; `own` is the name of who looks at them.

    `dates`: the roles of the schema that are filled by a date.
    """

    annotator: str
    own: str
    dates: tuple[str, ...] = ()

    @property
    def is_everyone(self) -> bool:
        """Return whether it is nobody's work alone, which no search finds."""
        return self.annotator == EVERYONE

    def dated(self, period: str) -> tuple[str, ...]:
        """Return the values of the field *value* that ask for a date in the period."""
        return tuple(f"{role} {period}" for role in self.dates) or (f"time {period}",)

    def behind(self, *asked: Asked, words: tuple[str, ...] = ()) -> Behind:
        """Return the search for what has all of that, and those phrases, in that person's work."""
        if self.is_everyone:
            return NOTHING
        fields = [
            AskedField(
                name.removeprefix("-"), (values,) if isinstance(values, str) else values, name[:1] == "-"
            )
            for name, values in asked
        ]
        if self.annotator != self.own:
            fields.append(AskedField("annotator", (self.annotator,)))
        terms = tuple(Term(TermKind.PHRASE, phrase) for phrase in words)
        return Behind(query=write(Query(terms, tuple(fields))))


def most_of(shown: int, there: int) -> str:
    """Return, behind what is shown, that it is not all there is.

    >>> most_of(100, 205), most_of(27, 27)
    ('; the 100 with the most of 205', '')
    """
    return f"; the {shown:,} with the most of {there:,}" if shown < there else ""


def within(why: str) -> str:
    """Return a sentence as it stands within another one.

    >>> within("Too few to tell.")
    'too few to tell'
    """
    said = why.rstrip(".")
    return said[:1].lower() + said[1:]
