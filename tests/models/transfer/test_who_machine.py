"""Two people of one name and a lead, in any order: nobody's work is mixed in silence, and nobody is asked in vain."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.transfer.test_who import Copies
from tests.strategies import examples

PEOPLE = ("one", "two")
steps = st.one_of(
    st.tuples(st.just("label"), st.sampled_from(PEOPLE), st.integers(0, 5)),
    st.tuples(st.just("send"), st.permutations([*PEOPLE, "lead"])),
)


def whose(copies: Copies, name: str) -> set[str]:
    """Whose work the name anna stands for in that copy, told by the labels."""
    found = (
        span.label for id_ in "ab" for span in copies.of[name].annotation_set(id_, "anna").spans.values()
    )
    return {"one" if label == "ORG" else "two" for label in found}


def take(copies: Copies, story: list[tuple]) -> None:
    for step, *rest in story:
        if step == "label":
            name, at = rest
            label, article = "ORG" if name == "one" else "GPE", "ab"[at % 2]
            if whose(copies, name) <= {name} and 4 * at not in copies.starts(name, article=article):
                copies.label(name, 4 * at, label, article=article)
            continue
        one, other, _ = rest[0]
        there, here = whose(copies, one), whose(copies, other)
        if there:
            asked = copies.send(one, other).asked
            assert bool(asked) == (here != there and bool(here))


@settings(max_examples=examples(25), deadline=None)
@given(st.lists(steps, max_size=10))
def test_two_people_are_asked_about_whenever_they_meet_and_never_else(story: list[tuple]) -> None:
    with TemporaryDirectory() as folder:
        copies = Copies(Path(folder))
        try:
            for name in PEOPLE:
                copies.copy(name)
            take(copies, story)
            assert all(len(whose(copies, name)) <= 1 for name in copies.of)
        finally:
            for project in copies.of.values():
                project.close()
