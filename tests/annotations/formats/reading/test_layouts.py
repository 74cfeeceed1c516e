"""What the place of a file says of it: whose work it is, which text it is of, and whether it is read."""

from __future__ import annotations

from pathlib import Path

from annotations import formats
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.layouts import Placed, place_of

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
