"""project.yaml of an open project: what a person wrote in it stays, and what means nothing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.schema import changes
from annotations.schema import reader as schema_reader
from models.project import Project
from models.queries import schema_renames

OWN = "# Ours.\nname: Kitchen   # for short\npipeline: none\n\nlabels:\n  # eaten\n  DISH: {colour: red, hue: 20}\n  CHEF: {hue: 90}\n"
NOTE = "There is no colour in label DISH; it may have archived, gloss, guideline, hue, key. It stays in the file and does nothing."


@pytest.fixture
def path(project: Project) -> Path:
    """The project.yaml of a closed project, as somebody wrote it."""
    project.close()
    path = project.folder / "project.yaml"
    path.write_text(OWN, "utf-8")
    return path


def said(project: Project) -> list[str]:
    return [news.sentence for news in project.schema_news()]


def test_a_change_leaves_what_a_person_wrote(path: Path) -> None:
    opened = Project(path.parent)
    opened.set_schema(changes.change(opened.schema, "labels", "DISH", key="d"))
    assert path.read_text("utf-8") == OWN.replace("{colour", "{key: d, colour")
    opened.close()


def test_a_rename_its_undo_and_a_label_that_is_added_leave_it_too(path: Path) -> None:
    opened = Project(path.parent)
    opened.recast(
        schema_renames.plan(opened, opened.schema, "labels", "CHEF", "COOK", merging=False), by="anna"
    )
    assert path.read_text("utf-8") == OWN.replace("CHEF", "COOK")
    opened.add_labels(["GUEST"])
    assert path.read_text("utf-8") == OWN.replace("CHEF", "COOK") + "  GUEST: {hue: 235}\n"
    opened.close()


def test_a_comment_that_somebody_adds_meanwhile_stays(path: Path) -> None:
    opened = Project(path.parent)
    path.write_text(OWN + "# mine\n", "utf-8")
    opened.set_schema(changes.add(opened.schema, "labels", "GUEST"))
    assert path.read_text("utf-8") == OWN + "  GUEST: {hue: 235}\n# mine\n"
    opened.close()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_ends_of_lines_and_the_mark_of_another_system_stay(path: Path, mark: bytes) -> None:
    path.write_bytes(mark + OWN.replace("\n", "\r\n").encode())
    opened = Project(path.parent)
    opened.set_schema(changes.change(opened.schema, "labels", "CHEF", guideline="One.\n\nTwo.\n"))
    said = b"  CHEF:\r\n    hue: 90\r\n    guideline: |\r\n      One.\r\n\r\n      Two.\r\n"
    assert path.read_bytes() == mark + OWN.replace("\n", "\r\n").encode().replace(
        b"  CHEF: {hue: 90}\r\n", said
    )
    assert Project(path.parent).schema == opened.schema
    opened.close()


def test_a_key_that_means_nothing_is_told_once_at_the_opening_and_when_it_comes(path: Path) -> None:
    opened = Project(path.parent)
    assert (said(opened), said(opened)) == ([f"project.yaml:7: {NOTE}"], [])
    path.write_text(OWN.replace("name:", "owner: Marta\nname:"), "utf-8")
    opened.reread_schema()
    assert [news[:45] for news in said(opened)][:1] == ["project.yaml:2: There is no owner in the proje"[:45]]
    opened.set_schema(changes.add(opened.schema, "labels", "GUEST"))
    opened.reread_schema()
    assert (said(opened), "owner: Marta" in path.read_text("utf-8")) == ([], True)
    opened.close()


def test_what_holds_too_much_beside_the_schema_is_not_written_over(path: Path) -> None:
    aliases = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 9)]
    path.write_text("\n".join(["name: A", "labels:", "  A: &a0 {}", "  B: {}", *aliases, ""]), "utf-8")
    opened, before = Project(path.parent), path.read_bytes()
    with pytest.raises(UserError, match="change it by hand"):
        opened.set_schema(changes.change(opened.schema, "labels", "A", key="a"))
    assert path.read_bytes() == before
    opened.set_schema(changes.change(opened.schema, "labels", "B", key="k"))
    assert schema_reader.read(path).labels["B"].key == "k"
    opened.close()


def test_a_role_renamed_before_somebody_edited_the_file_is_put_into_that(path: Path) -> None:
    opened = Project(path.parent)
    facts = "facts: {EAT: {roles: {who: {}}}}\n"
    before, after = OWN + facts, OWN + facts.replace("who", "guest")
    opened.db.run("INSERT INTO schema_write VALUES (?, ?)", (before, after))
    path.write_text(OWN.replace("20", "30") + facts, "utf-8")
    opened.close()
    again = Project(path.parent)
    assert path.read_text("utf-8") == OWN.replace("20", "30") + facts.replace("{}", "{}, guest: {}")
    again.close()
