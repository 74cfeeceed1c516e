"""What the place of a file says of it: whose work it is, which text it is of, and whether it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import formats
from annotations.formats.reading import inception_layout
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.layouts import CURATED, Placed, place_of

TSV = "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n"
TSV += (
    "#Text=Acme left Oslo .\n1-1\t0-4\tAcme\tORG\n1-2\t5-9\tleft\t_\n1-3\t10-14\tOslo\t_\n1-4\t15-16\t.\t_\n"
)


def put(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def test_a_text_beside_its_annotations_is_not_read_twice(tmp_path: Path) -> None:
    put(tmp_path / "a.ann", "")
    assert place_of(put(tmp_path / "a.txt", "Oslo.")) == Placed(is_meant=False)
    assert place_of(put(tmp_path / "b.txt", "Oslo.")) == Placed()


def test_the_name_of_a_place_is_given_to_work_and_text_that_have_none(tmp_path: Path) -> None:
    path = put(tmp_path / "x.tsv", TSV)
    (made,) = formats.read(Source(path, "anna", "one.txt"))
    assert made.article.id == "one.txt"
    assert made.set.annotator == "anna"


PLACES = {  # files of a project of INCEpTION's, and what their place says
    "annotation/one.txt/anna.tsv": Placed("anna", "one.txt"),
    "annotation/one.txt/INITIAL_CAS.json": Placed(is_meant=False),
    "annotation/two.txt/INITIAL_CAS.json": Placed("", "two.txt"),
    "annotation_ser/one.txt/anna.ser": Placed(is_meant=False),
    "annotation_ser/six.txt/anna.ser": Placed(is_meant=False, why=inception_layout.BINARY),
    "curation/one.txt/CURATION_USER.tsv": Placed("curation", "one.txt", said=CURATED),
    "source/one.txt": Placed(is_meant=False),
    "source/five.txt": Placed(),
    "annotation/five.txt/anna.txt": Placed(is_meant=False, why=inception_layout.BARE),
    "annotation/four.txt/anna.txt": Placed("anna", "four.txt"),
    "exportedproject123.json": Placed(is_meant=False),
    "guideline/how.txt": Placed(is_meant=False),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_folders_of_inception_tell_document_and_annotator(name: str, tmp_path: Path) -> None:
    assert place_of(tmp_path / name, {tmp_path / one for one in PLACES}) == PLACES[name]


def test_a_folder_that_is_called_source_or_guideline_elsewhere_is_read(tmp_path: Path) -> None:
    assert place_of(tmp_path / "source/a.txt", {tmp_path / "source/a.txt"}) == Placed()
    assert place_of(tmp_path / "guideline/a.txt", {tmp_path / "guideline/a.txt"}) == Placed()


def test_the_work_of_several_annotators_lands_on_one_article(tmp_path: Path) -> None:
    for name in ("annotation/one.txt/anna.tsv", "annotation/one.txt/bert.tsv", "annotation/two.txt/anna.tsv"):
        put(tmp_path / name, TSV)
    put(tmp_path / "source/one.txt", "Acme left Oslo .")
    found = [entry for one in formats.files([tmp_path]) for entry in formats.read(one)]
    works = [(entry.article.id, entry.set.annotator) for entry in found]
    assert works == [("one.txt", "anna"), ("one.txt", "bert"), ("two.txt", "anna")]
