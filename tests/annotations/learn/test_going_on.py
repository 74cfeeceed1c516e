"""The last epoch, on all lessons: labels keep their names, though spaCy orders them by how often they come."""

from __future__ import annotations

from annotations.learn.recipe import train
from annotations.learn.shapes import Lesson, TrainingWish
from annotations.suggest.installed import SHIPPED, shipped, shipped_folder
from annotations.training.scores import Marking
from tests.annotations.learn.lessons import PORTS, SHIPS, SKIPPERS

LABELS = ("SKIPPER", "VESSEL", "HARBOUR")
KNOWN = {
    **dict.fromkeys(SKIPPERS, "SKIPPER"),
    **dict.fromkeys(SHIPS, "VESSEL"),
    **dict.fromkeys(PORTS, "HARBOUR"),
}


def told(id_: str, *lines: str) -> Lesson:
    """An article of these lines, with every name marked."""
    text = "".join(f"{line}\n" for line in lines)
    marks = (
        Marking(at, at + len(name), label)
        for name, label in KNOWN.items()
        for at in range(len(text))
        if text.startswith(name, at)
    )
    return Lesson(id_, text, tuple(sorted(marks)))


def test_labels_keep_their_names_where_all_lessons_have_another_one_oftenest() -> None:
    voyages = [
        told(
            f"a{n}",
            *(
                f"{SKIPPERS[(n + k) % 7]} met {SKIPPERS[(n + k + 3) % 7]} on the {SHIPS[(n + k) % 5]}."
                for k in range(16)
            ),
            f"The harbour of {PORTS[n % 7]} was closed.",
        )
        for n in range(9)
    ]
    harbours = [
        told(
            f"h{n}",
            *(f"The {SHIPS[(n + k) % 5]} lay at {PORTS[(n + k) % 7]} all night." for k in range(20)),
            f"{SKIPPERS[n % 7]} took the {SHIPS[n % 5]} out in the night.",
        )
        for n in range(5)
    ]
    wish = TrainingWish("ships", LABELS, SHIPPED, budget=100)
    made = train(
        voyages,
        harbours,
        wish,
        shipped(shipped_folder(), SHIPPED),
        tell=lambda _: None,
        is_stopped=lambda: False,
    )
    assert made is not None
    assert made.on_all
    found = [(ent.text, ent.label_) for one in voyages for ent in made.nlp(one.text).ents]
    assert {label for _, label in found} == set(LABELS)
    assert [pair for pair in found if KNOWN.get(pair[0], pair[1]) != pair[1]] == []
