"""Articles of our own to learn from: heroes, towns and songs in sentences that nobody else has."""

from __future__ import annotations

from random import Random

from annotations.learn.shapes import Lesson, TrainingWish
from annotations.training.scores import Marking

LABELS = ("HERO", "TOWN", "SONG")
NAMES = {
    "HERO": (
        "Anna Berg",
        "Omar Haddad",
        "Li Wei",
        "Grace Owusu",
        "Pavel Novak",
        "Maria Silva",
        "John Carter",
    ),
    "TOWN": ("Paris", "Cairo", "Berlin", "Lagos", "Prague", "Lisbon", "Boston", "Madrid"),
    "SONG": ("Blue Lamp", "Old Harbour", "Nine Steps", "Silver Rain", "Long Road Home"),
}
SENTENCES = (
    "{HERO} moved to {TOWN} last week.",
    "In {TOWN}, {HERO} spoke with neighbours about the market.",
    "The choir sang {SONG} in {TOWN}.",
    "{HERO} never liked the tune {SONG} much.",
    "It rained all day and nobody came.",
)


def article(number: int, *, is_done: bool = True, sentences: int = 6) -> Lesson:
    """Return the article of that number; always the same."""
    rng, text, marks = Random(number), "", list[Marking]()
    for _ in range(sentences):
        for part in rng.choice(SENTENCES).replace("{", "}").split("}"):
            wording = rng.choice(NAMES[part]) if part in NAMES else part
            if part in NAMES:
                marks.append(Marking(len(text), len(text) + len(wording), part))
            text += wording
        text += "\n\n" if rng.random() < 0.5 else " "
    return Lesson(f"a{number}", text, tuple(marks), is_done=is_done)


def articles(size: int, first: int = 0) -> list[Lesson]:
    """Return so many articles, from the number `first` on."""
    return [article(number) for number in range(first, first + size)]


def wish(**given: object) -> TrainingWish:
    """Return what is wished for, with these fields other than usual."""
    usual = TrainingWish("stories", LABELS, "en_news", budget=300.0)
    return TrainingWish(**{**vars(usual), **given})  # type: ignore[arg-type]
