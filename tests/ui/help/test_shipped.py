"""What is shipped: every part has a version, a licence and its text, from metadata or from a table made by a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.help.shipped import ShippedPart, closure, gathered, needed, requirements, shipped, write_table


@pytest.fixture(scope="module")
def parts() -> dict[str, ShippedPart]:
    return {part.name.partition(",")[0]: part for part in gathered()}


def test_every_part_has_a_licence_and_its_text(parts: dict[str, ShippedPart]) -> None:
    assert [name for name, part in parts.items() if not part.licence or not part.text().strip()] == []
    assert {"Factmark", "Inter", "Lucide", "en_news", "Python", "spacy", "thinc", "PyYAML"} <= set(parts)
    assert {"pytest", "hypothesis", "ruff", "mypy"} & set(parts) == set()


def test_licences_are_told_as_they_were_declared(parts: dict[str, ShippedPart]) -> None:
    assert (parts["spacy"].licence, parts["Factmark"].licence) == ("MIT", "MIT")
    assert "Explosion" in parts["spacy"].text()
    assert "SIL OPEN FONT LICENSE" in parts["Inter"].text()
    assert parts["Lucide"].text().startswith("ISC License")


def test_qt_comes_with_the_lesser_licence_and_the_right_to_put_others_in_its_place(
    parts: dict[str, ShippedPart],
) -> None:
    text = parts["PySide6_Essentials"].text()
    assert "you may put others in their place" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_the_pipeline_names_the_terms_of_each_corpus(parts: dict[str, ShippedPart]) -> None:
    part = parts["en_news"]
    assert part.licence == "terms of its corpora: gmb, wikigold, re3d"
    assert all(words in part.text() for words in ("CC BY 4.0", "Open Government Licence", "public domain"))
    assert "Recipe" not in part.text()


def test_a_build_takes_along_a_table_that_is_read_instead(tmp_path: Path) -> None:
    table = tmp_path / "licences.json"
    write_table(table, without=("numpy", "PySide6.Essentials"))
    there = {part.name: part.text() for part in gathered()}
    read = {part.name: part.text() for part in shipped(table)}
    assert set(there) - set(read) == {"numpy", "PySide6_Essentials"}
    assert {name: text for name, text in there.items() if name in read} == read
    assert str(Path.home()) not in table.read_text("utf-8")


def test_only_extras_that_are_asked_for_are_followed() -> None:
    assert needed("idna>=2", ())
    assert not needed("cupy; extra == 'cuda'", ())
    assert needed('lxml_html_clean; extra == "html-clean"', ("html-clean",))
    assert "nothing-of-that-name" not in closure(["nothing-of-that-name>=1", "peewee>=4"])
    assert not any(one.startswith("pytest") for one in requirements())
