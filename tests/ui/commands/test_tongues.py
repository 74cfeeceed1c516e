"""Projects in German, Spanish, Arabic and Japanese: labelled, trained from nothing, suggested in, exported."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.ui.commands.commands import run, said

spacy = pytest.importorskip("spacy")


class Tongue(NamedTuple):
    """Sentences of our own with places for names, and names that fill them."""

    sentences: tuple[str, ...]
    persons: tuple[str, ...]
    places: tuple[str, ...]


TONGUES = {
    "de": Tongue(
        (
            "Am 3. Oktober traf Dr. {P} in {O} ein.",
            "„Wir warten seit dem 1. Mai“, sagte {P} der Zeitung.",
            "Die Brücke bei {O} kostete ca. 1.234,5 Mio. Euro.",
            "Laut {P} bleibt der Hafen von {O} z. B. am Sonntag zu.",
        ),
        ("Anna Weber", "Jürgen Groß", "Özlem Kaya", "Karl-Heinz Vogt", "Ulrike Lang"),
        ("Kiel", "Bad Tölz", "St. Gallen", "Görlitz", "Lübeck"),
    ),
    "es": Tongue(
        (
            "La Sra. {P} llegó ayer a {O}.",
            "¿Quién firmó el acuerdo de {O}?",
            "«No hay pruebas», dijo {P} en {O}.",
            "El puente de {O} costó 1.234,5 millones, según {P}.",
        ),
        ("Lucía Peña", "Iñaki Ibarra", "José Muñoz", "Ana Ruiz", "Raúl Gómez"),
        ("Cádiz", "León", "La Coruña", "Málaga", "Ávila"),
    ),
    "ar": Tongue(
        (
            "وصل الوزير {P} إلى {O} يوم الثلاثاء.",
            "هل زار {P} مدينة {O}؟",
            "قال {P} إن المحادثات، التي بدأت أمس، ستستمر.",
            "أُغلق ميناء {O} بعد ذلك؛ وقُتل ٣٥ شخصاً.",
        ),
        ("ليلى حداد", "محمد علي", "سامي خليل", "نورا حسن", "عمر سعيد"),
        ("القاهرة", "عدن", "صنعاء", "بيروت", "الحديدة"),
    ),
    "ja": Tongue(
        ("{P}外相は3日、{O}に到着した。", "「行きます。」と{P}氏は言った。", "{O}の橋は1億2000万円だった。"),
        ("田中", "鈴木", "佐藤", "高橋"),
        ("東京", "横浜", "大阪", "札幌"),
    ),
}


def article(language: str, number: int) -> dict[str, Any]:
    """An article of six sentences, with its names as confirmed spans."""
    tongue, text, spans = TONGUES[language], "", []
    for n in range(number, number + 6):
        sentence = tongue.sentences[n % len(tongue.sentences)]
        names = {
            "{P}": tongue.persons[n * 3 % len(tongue.persons)],
            "{O}": tongue.places[(n + number) % len(tongue.places)],
        }
        while at := min((sentence.index(gap) for gap in names if gap in sentence), default=-1) + 1:
            gap = sentence[at - 1 : at + 2]
            start = len(text) + at - 1
            label = {"{P}": "PERSON", "{O}": "ORT"}[gap]
            spans.append({"start": start, "end": start + len(names[gap]), "label": label})
            sentence = sentence.replace(gap, names[gap], 1)
        text += sentence + "\n"
    return {"id": f"{language}{number}", "text": text, "annotator": "anna", "state": "done", "spans": spans}


def project(folder: Path, language: str) -> Path:
    """A project with twenty finished articles and one that nobody has begun, whose names are all known."""
    lines = [article(language, n) for n in range(20)]
    lines.append({"id": "new", "text": article(language, 23)["text"]})
    (folder / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run("new", folder / "p", "--labels", "PERSON,ORT", "--language", language) == 0
    assert run("import", folder / "p", folder / "in.jsonl") == 0
    return folder / "p"


@pytest.mark.parametrize("language", ["de", "es", "ar", "ja"])
def test_a_project_of_another_language_is_trained_suggested_in_and_exported(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if language == "ja" and not find_spec("sudachipy"):
        pytest.skip("skipped: factmark[ja] is not installed")
    folder = project(tmp_path, language)
    made = said(capsys, "train", folder, "--annotator", "anna", "--budget", 60, "--use")
    assert json.loads((Path(made["pipeline"]) / "meta.json").read_text("utf-8"))["lang"] == language
    assert made["f"] > 0.5
    run("suggest", folder, "--again")
    record = exported(tmp_path, folder, "jsonl")["new"]
    right = {(span["start"], span["end"], span["label"]) for span in article(language, 23)["spans"]}
    assert sum((s["start"], s["end"], s["label"]) in right for s in record["spans"]) >= 0.5 * len(right)
    assert run("export", folder, tmp_path / "out.spacy", "--format", "spacy", "--annotator", "anna") == 0
    docs = spacy.tokens.DocBin().from_disk(tmp_path / "out.spacy")
    found = [*docs.get_docs(spacy.blank(language).vocab)]
    assert sum(len(doc.ents) for doc in found) == sum(len(article(language, n)["spans"]) for n in range(20))


def exported(tmp_path: Path, folder: Path, form: str) -> dict[str, Any]:
    """The records of an export, by article."""
    out = tmp_path / "out.jsonl"
    assert run("export", folder, out, "--format", form, "--articles", "all", "--spans", "all") == 0
    return {one["id"]: one for one in map(json.loads, out.read_text("utf-8").splitlines())}


def test_a_language_without_its_package_is_refused_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if find_spec("pyvi"):
        pytest.skip("skipped: pyvi is installed")
    tongue = TONGUES["es"]
    TONGUES["vi"] = tongue
    try:
        folder = project(tmp_path, "vi")
    finally:
        del TONGUES["vi"]
    capsys.readouterr()
    assert run("train", folder, "--annotator", "anna", "--budget", 10) == 1
    assert "For Vietnamese, spaCy needs pyvi, which is not installed." in capsys.readouterr().err


def test_a_new_project_of_another_language_has_no_english_pipeline(tmp_path: Path) -> None:
    assert run("new", tmp_path / "p", "--language", "de") == 0
    assert "pipeline: none" in (tmp_path / "p" / "project.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("pipeline", "more"), [("none", ""), ("en_news", " The pipeline en_news reads English.")]
)
def test_suggest_says_what_is_for_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pipeline: str, more: str
) -> None:
    (tmp_path / "a.txt").write_text("Am 3. Oktober griff die Armee Wien an.", "utf-8")
    assert run("new", tmp_path / "p", "--language", "de", "--pipeline", pipeline) == 0
    assert run("import", tmp_path / "p", tmp_path / "a.txt") == 0
    capsys.readouterr()
    assert run("suggest", tmp_path / "p", "--what", "all") == 0
    told = capsys.readouterr().out
    assert f"proposals are for English; this project is in German.{more} What does work: " in told
    assert run("facts", tmp_path / "p") == 0
    assert "this project is in German" in capsys.readouterr().out
