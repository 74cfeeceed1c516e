"""The pictures of the demo: a table of moments, and for each the sizes and palettes it is drawn in.

A moment is brought about by keys, anew for every picture; what was open before is there again after the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from PySide6.QtTest import QTest

from annotations.processes.quick_dataclass import dataclass
from ui.demo import learning, moments
from ui.demo.hands import Hands

BIG, SMALL = (1440, 900), (1024, 700)  # pixels of the window
LIGHT, DARK, CONTRAST = "light", "dark", "high contrast"
# When: an article is done, one is begun, all are done, a second one has worked, cases are decided, no project is open.
FINISHED, MIDST, ALL_DONE, COMPARED, DECIDED, LEFT = range(6)
REST = 40  # milliseconds in which what follows the keys comes to rest
COUNTED = 400  # and in which the window has added up what is left
ROUNDS = 4  # of laying out, as the parts of a narrow window are lower, and it can be lower then


@dataclass(frozen=True)
class Moment:
    """A moment that is pictured: `bring` leads there, from there too, `leave` leads back."""

    when: int
    bring: Callable[[Hands], object]
    leave: Callable[[Hands], object]


MOMENTS = {
    "done": Moment(FINISHED, moments.beside_the_unsure, moments.beside_the_facts),
    "annotate": Moment(MIDST, moments.on_a_span, moments.stay),
    "hover": Moment(MIDST, moments.under_the_mouse, moments.on_a_span),
    "fact": Moment(MIDST, moments.on_a_fact, moments.back_to_spans),
    "builder": Moment(MIDST, moments.in_the_builder, moments.out_of_the_builder),
    "coach": Moment(MIDST, moments.coached, moments.out_of_the_coach),
    "export": Moment(ALL_DONE, moments.on_the_export, moments.to_annotate),
    "agreement": Moment(COMPARED, moments.on_the_agreement, moments.to_annotate),
    "learn-before": Moment(ALL_DONE, learning.before, moments.to_annotate),
    "learn-during": Moment(ALL_DONE, learning.meanwhile, moments.to_annotate),
    "learn-after": Moment(ALL_DONE, learning.after, moments.to_annotate),
    "statistics": Moment(ALL_DONE, moments.on_the_statistics, moments.to_annotate),
    "compare": Moment(ALL_DONE, moments.on_the_comparison, moments.to_annotate),
    "search": Moment(ALL_DONE, moments.on_the_search, moments.to_annotate),
    "review": Moment(DECIDED, moments.on_a_case_of_facts, moments.stay),
    "welcome": Moment(LEFT, moments.stay, moments.stay),
}


@dataclass(frozen=True)
class Shot:
    """A picture of a moment, in a palette, at a size of the window and a scale."""

    moment: str
    palette: str = LIGHT
    size: tuple[int, int] = BIG
    scale: int = 100

    @property
    def name(self) -> str:
        """Return the file's name, as of the pictures of the design."""
        width = str(self.size[0]) if self.size != BIG else ""
        scale = str(self.scale) if self.scale != 100 else ""
        return "-".join(filter(None, (self.moment, self.palette.split()[-1], width, scale))) + ".png"


USUAL = (
    Shot("annotate"),
    Shot("annotate", DARK),
    Shot("annotate", scale=200),
    Shot("hover", DARK),
    Shot("fact"),
    Shot("fact", CONTRAST),
    Shot("builder"),
    Shot("builder", DARK, SMALL),
    Shot("coach"),
    Shot("done", DARK),
    Shot("export"),
    Shot("agreement"),
    Shot("compare"),
    Shot("compare", DARK),
    Shot("search"),
    Shot("search", DARK),
    Shot("statistics"),
    Shot("statistics", DARK),
    Shot("learn-before"),
    Shot("learn-during"),
    Shot("learn-after"),
    Shot("review"),
    Shot("welcome"),
)
EVERY = tuple(dict.fromkeys((*USUAL, *(Shot(*row) for row in product(MOMENTS, (LIGHT, DARK), (BIG, SMALL))))))


def take(hands: Hands, when: int, of: tuple[Shot, ...], to: Path) -> Iterator[Path]:
    """Take the pictures of the moments that are at hand now; yield their files."""
    QTest.qWait(COUNTED)
    for name, moment in MOMENTS.items():
        wanted = [picture for picture in of if picture.moment == name and moment.when == when]
        if wanted:
            for picture in sorted(wanted, key=lambda picture: (picture.scale, picture.size)):
                yield _taken(hands, picture, moment, to / picture.name)
            _set_up(hands, Shot(name))
            moment.leave(hands)


def _taken(hands: Hands, picture: Shot, moment: Moment, path: Path) -> Path:
    _set_up(hands, picture)
    moment.bring(hands)
    QTest.qWait(REST)
    hands.window.grab().save(str(path))
    return path


def _set_up(hands: Hands, picture: Shot) -> None:
    window = hands.window
    window.preferences.set("palette", picture.palette)
    window.preferences.set("scale", picture.scale)
    for _ in range(ROUNDS):
        window.resize(*picture.size)
        QTest.qWait(REST)
        if window.size().toTuple() == picture.size:
            break
