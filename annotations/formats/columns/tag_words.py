"""Tags as files of columns write them, in any scheme and spelling, as BIO tags of our own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from annotations.formats.columns.tagged import OUTSIDE, spans_of

SIGNS = "BILUESMW"
NOTHING = ("", "_", "-", "o", OUTSIDE)  # what stands where no span is
NAMELESS = "ENTITY"  # the label of tags that have none
SPELLINGS = (  # the sign and the label; the more usual first
    re.compile(rf"(?P<sign>[{SIGNS}])-(?P<label>.+)", re.DOTALL),
    re.compile(rf"(?P<sign>[{SIGNS.lower()}])-(?P<label>.+)", re.DOTALL),
    re.compile(rf"(?P<sign>[{SIGNS}])[_:](?P<label>.+)", re.DOTALL),
    re.compile(rf"(?P<sign>[{SIGNS.lower()}])_(?P<label>.+)", re.DOTALL),
    re.compile(rf"(?P<label>.+)[-_](?P<sign>[{SIGNS}])", re.DOTALL),
    re.compile(rf"(?P<sign>[{SIGNS}])(?P<label>)"),
)
PLAIN = re.compile(r"[^\W\d_][\w.&/-]*")  # a label without a sign
AS_IO = (
    "The tags say no beginnings, as B-PER does: words side by side with the same tag were read as one span."
)
AS_NAMELESS = f"The tags name no labels, only B and I: the spans have the label {NAMELESS}."


def spelling(tags: Collection[str]) -> re.Pattern[str] | None:
    """Return how the tags are spelled: the first way in which most that are not outside can be read; None for plain names."""
    inside = [tag for tag in tags if tag not in NOTHING]
    return next(
        (one for one in SPELLINGS if sum(map(bool, map(one.fullmatch, inside))) * 2 > len(inside)), None
    )


def is_tag(word: str, way: re.Pattern[str] | None) -> bool:
    """Return whether the word is a tag in that spelling."""
    return word in NOTHING or bool((way or PLAIN).fullmatch(word))


class TagWords(dict[str, str]):
    """The tags of a file by how they stand there, each read once; one without a sign, as PER, is I-PER."""

    def __init__(self, way: re.Pattern[str] | None) -> None:
        super().__init__()
        self._way = way

    def __missing__(self, word: str) -> str:
        match = self._way.fullmatch(word) if self._way else None
        if match:
            made = f"{match['sign'].upper()}-{match['label'] or NAMELESS}"
        else:
            made = OUTSIDE if word in NOTHING else f"I-{word}"
        self[word] = made
        return made

    def holds(self, word: str) -> bool:
        """Return whether the word is a tag as it stands."""
        return is_tag(word, self._way)

    def spans(self, words: Iterable[str]) -> list[tuple[int, int, str]]:
        """Return the spans that the tags of one sentence state, by number of token."""
        return spans_of([self[word] for word in words])

    def notices(self) -> Iterator[str]:
        """Yield sentences on how the tags were taken, when it is not as they stand there."""
        inside = [word for word in self if word not in NOTHING]
        if inside and self._way is None:
            yield AS_IO
        if inside and self._way is SPELLINGS[-1]:
            yield AS_NAMELESS


def labels(words: Sequence[str], way: re.Pattern[str] | None) -> set[str]:
    """Return the labels of the tags."""
    known = TagWords(way)
    return {known[word][2:] for word in set(words)} - {""}
