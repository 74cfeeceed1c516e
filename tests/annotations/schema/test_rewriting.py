"""project.yaml after changes: what a person wrote stays, byte for byte, but for what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.schema import changes, reader, role_changes, writer
from annotations.schema.changes import Part
from annotations.schema.rewriting import rewritten
from annotations.schema.types import Schema

Step = Callable[[Schema], Schema]
HERE = Path(__file__).parent / "golden"
KITCHEN = (HERE / "kitchen.yaml").read_text("utf-8")
ODD = [*(path.read_text("utf-8") for path in sorted(HERE.glob("odd-*.yaml"))), reader.shipped("news")]


def after(text: str, *steps: Step) -> str:
    """Write the changes one by one, as the window does."""
    return reduce(lambda now, step: rewritten(now, step(reader.parse(now))), steps, text)


def test_a_file_that_was_changed_in_the_window_is_what_a_person_would_have_made_of_it() -> None:
    made = after(
        KITCHEN,
        lambda schema: changes.change(schema, "labels", "DISH", key="1"),
        lambda schema: changes.change(schema, "labels", "CHEF", archived=True, guideline="Who cooks.\n\nNobody else."),
        lambda schema: changes.rename(schema, "labels", "DRINK", "DRAUGHT"),
        lambda schema: changes.add(schema, "labels", "PLACE"),
        lambda schema: changes.change(schema, "labels", "GUEST", guideline="Whoever eats. " * 9 + "So."),
        lambda schema: changes.move(schema, "labels", "CHEF", 9),
        lambda schema: role_changes.rename_role(schema, "SERVE", "cook", "who"),
        lambda schema: role_changes.remove_role(schema, "EAT", "what"),
        lambda schema: changes.change(schema, "facts", "SERVE", triggers=("serve", "dish up", "hand out")),
        lambda schema: changes.add(schema, "facts", "PAY"),
        lambda schema: role_changes.add_role(schema, "PAY", "price"),
        lambda schema: role_changes.change_role(schema, "PAY", "price", value="number", required=True),
        lambda schema: schema.using("en_news"),
    )  # fmt: skip
    assert made == (HERE / "kitchen-after.yaml").read_text("utf-8")


def test_a_schema_made_in_the_window_alone_is_what_a_person_would_write() -> None:
    made = after(
        writer.dump(Schema("Kitchen", pipeline="none")),
        lambda schema: changes.add(schema, "labels", "DISH"),
        lambda schema: changes.change(schema, "labels", "DISH", key="1", gloss="food, drink"),
        lambda schema: changes.add(schema, "labels", "CHEF"),
        lambda schema: changes.change(
            schema, "labels", "CHEF", guideline="Who cooks.\n\n- right: the cook\n"
        ),
        lambda schema: changes.add(schema, "facts", "SERVE"),
        lambda schema: role_changes.add_role(schema, "SERVE", "who"),
        lambda schema: role_changes.change_role(schema, "SERVE", "who", labels=["CHEF"], required=True),
        lambda schema: role_changes.add_role(schema, "SERVE", "what"),
        lambda schema: changes.change(schema, "facts", "SERVE", triggers=("serve", "dish up"), key="s"),
    )
    assert made == (HERE / "made.yaml").read_text("utf-8")


def test_nothing_changed_writes_nothing_else() -> None:
    for text in [KITCHEN, *ODD]:
        assert rewritten(text, reader.parse(text)) == text


@pytest.mark.parametrize("text", ["", "name: [", "just text", "\n# nothing yet\n"])
def test_a_text_that_holds_no_schema_gives_way(text: str) -> None:
    schema = Schema("Kitchen", pipeline="none")
    assert rewritten(text, schema) == writer.dump(schema)


names = st.sampled_from(["NEW", "NO", "a b", "X: y", "é🛳", "1", "q,r", "labels"])
texts = st.sampled_from(
    ["", "One.", "a: b # c", "Two\n\nlines", "ends\n", " odd\u2028 \n x", "long " * 40 + "end"]
)
parts = st.sampled_from(["labels", "facts"])


@st.composite
def steps(draw: st.DrawFn, schema: Schema) -> Schema:
    """Draw a change of labels or fact types; the schema itself where it would be refused."""
    part: Part = draw(parts)
    there = [*(schema.labels if part == "labels" else schema.facts)]
    if not there:
        return changes.add(schema, part, draw(names))
    one, other, place = draw(st.sampled_from(there)), draw(st.sampled_from(there)), draw(st.integers(0, 3))
    fields = {
        "key": draw(st.sampled_from(["", "a", "1"])),
        "guideline": draw(texts),
        "archived": draw(st.booleans()),
    }
    made: Callable[[], Schema] = draw(
        st.sampled_from(
            [
                lambda: changes.add(schema, part, draw(names)),
                lambda: changes.change(schema, part, one, **fields),
                lambda: changes.move(schema, part, one, place),
                lambda: changes.rename(schema, part, one, draw(names)),
                lambda: changes.merge(schema, part, one, other),
                lambda: draw(roles(schema, one)) if part == "facts" else schema,
            ]
        )
    )
    return allowed(made, schema)


@st.composite
def roles(draw: st.DrawFn, schema: Schema, type_: str) -> Schema:
    """Draw a change of the fact type's roles."""
    there = [*schema.facts[type_].roles]
    one = draw(st.sampled_from(there or [""]))
    labels = st.lists(st.sampled_from([*schema.labels]), max_size=3) if schema.labels else st.just([])
    return draw(
        st.sampled_from(
            [
                lambda: role_changes.add_role(schema, type_, draw(names)),
                lambda: role_changes.change_role(schema, type_, one, labels=draw(labels), required=True),
                lambda: role_changes.change_role(schema, type_, one, most=2, value="number", kind="agent"),
                lambda: role_changes.rename_role(schema, type_, one, draw(names)),
                lambda: role_changes.move_role(schema, type_, one, 0),
                lambda: role_changes.remove_role(schema, type_, one),
            ]
        )
    )()


def allowed(made: Callable[[], Schema], schema: Schema) -> Schema:
    try:
        return made()
    except UserError:
        return schema


@given(st.data(), st.sampled_from([KITCHEN, *ODD]), st.integers(1, 5))
def test_whatever_is_changed_is_read_back_and_unknown_keys_stay(
    data: st.DataObject, text: str, count: int
) -> None:
    for _ in range(count):
        wanted = data.draw(steps(reader.parse(text)))
        notes: list[str] = []
        made = rewritten(text, wanted)
        assert reader.parse(made, notes=notes) == wanted
        assert made.splitlines()[:1] == text.splitlines()[:1] or not text.startswith("#")
        assert any("no owner in the project" in note for note in notes) == ("owner: " in text)
        text = made


COMMENTS = re.findall(r"(?m)(?:^|\s)(# .*)$", KITCHEN.replace("   # one of many", ""))


@given(st.data())
def test_a_comment_goes_only_with_what_it_is_about(data: st.DataObject) -> None:
    before = reader.parse(KITCHEN)
    wanted = data.draw(steps(before))
    made = rewritten(KITCHEN, wanted)
    gone = size(before) - size(wanted)
    assert [said for said in COMMENTS if said not in made] == [] or gone > 0
    assert all(said in made for said in ("# shown in the title", "# --- what is eaten", "# that is all"))


def size(schema: Schema) -> int:
    return len(schema.labels) + len(schema.facts) + sum(len(type_.roles) for type_ in schema.facts.values())


def test_a_key_within_braces_that_are_written_anew_stays() -> None:
    text = "{name: A, labels: {A: {hue: 1, mine: 2}, B: {hue: 3}}}\n"
    made = rewritten(text, changes.move(reader.parse(text), "labels", "B", 0))
    assert made == "{name: A, labels: {B: {hue: 3}, A: {hue: 1, mine: 2}}}\n"
