"""Corpora of words with more than tags: CoNLL-U, CoNLL 2012, and text with a tag behind each word."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import detected
from annotations.formats.columns import conll2012, conllu
from annotations.formats.columns.brackets import OPEN
from tests.annotations.formats.columns.given import taken, told
from tests.round_trips import said


def words(*rows: str) -> str:
    """Return lines of ten columns of: number, form and last column."""
    cells = [row.split() for row in rows]
    return "".join(f"{n}\t{form}\t_\tX\t_\t_\t0\tdep\t_\t{misc}\n" for n, form, misc in cells) + "\n"


MET = words("1 Ann NE=B-PER", "2 met _", "3 Ben NE=B-PER|SpaceAfter=No", "4 . _")


def test_a_sentence_has_its_own_text_and_the_entities_of_its_words(tmp_path: Path) -> None:
    (entry,), (notice,) = taken(tmp_path / "a.conllu", f"# sent_id = 1\n# text = Ann met Ben.\n{MET}")
    assert (entry.article.text, said(entry)) == ("Ann met Ben.", [("Ann", "PER"), ("Ben", "PER")])
    assert notice.reason == conllu.UNREAD


def test_without_its_text_a_sentence_is_joined_as_its_words_say(tmp_path: Path) -> None:
    assert told(tmp_path / "a.conllu", MET)[0] == "Ann met Ben."


LAYERS = {
    "key NER": MET.replace("NE=", "ner="),
    "key of Norway": MET.replace("NE=", "name="),
    "no key": MET.replace("NE=", ""),
    "no signs": MET.replace("NE=B-", "NER="),
    "part of speech": "1\tAnn\t_\t_\tB-PER\t_\t0\t_\t_\t_\n2\tmet\t_\t_\tO\t_\t0\t_\t_\t_\n3\tBen\t_\t_\tB-PER\t_\t0\t_\t_\t_\n",
}


@pytest.mark.parametrize("name", LAYERS)
def test_entities_are_found_wherever_the_treebank_has_them(name: str, tmp_path: Path) -> None:
    assert told(tmp_path / "a.conllu", LAYERS[name])[1] == [("Ann", "PER"), ("Ben", "PER")]


def test_words_within_a_word_and_words_that_are_not_written_are_no_text(tmp_path: Path) -> None:
    rows = words("1-2 Am _", "1 An _", "2 dem _", "3 See name=B-LOC|SpaceAfter=No", "3.1 ist _", "4 . _")
    assert told(tmp_path / "a.conllu", rows) == ("Am See.", [("See", "LOC")])


def test_a_part_of_a_written_word_may_be_an_entity(tmp_path: Path) -> None:
    rows = words("1-2 Ann's _", "1 Ann NER=B-PER", "2 's _", "3 boat _")
    assert told(tmp_path / "a.conllu", rows) == ("Ann's boat", [("Ann", "PER")])


def test_brackets_of_entities_are_read_by_the_field_that_names_their_kind(tmp_path: Path) -> None:
    rows = words("1 The Entity=(1-person-new-2", "2 mayor _", "3 of _", "4 Oslo Entity=(2-place-new-1)1)")
    head = "# newdoc id = doc\n# global.Entity = GRP-etype-infstat-minspan\n# meta::title = A walk\n"
    (entry,), _ = taken(tmp_path / "a.conllu", head + rows)
    assert said(entry) == [("The mayor of Oslo", "person"), ("Oslo", "place")]
    assert (entry.article.id, entry.article.title) == ("doc", "A walk")


def test_documents_and_paragraphs_part_the_text(tmp_path: Path) -> None:
    rows = f"# newdoc id = a\n# newpar\n{MET}{MET}# newpar\n{MET}# newdoc id = b\n{MET}"
    (first, second), _ = taken(tmp_path / "a.conllu", rows)
    assert first.article.text == "Ann met Ben. Ann met Ben.\n\nAnn met Ben."
    assert (second.article.id, len(second.spans())) == ("b", 2)


def test_a_broken_line_of_a_treebank_loses_only_itself(tmp_path: Path) -> None:
    (entry,), (problem, _) = taken(tmp_path / "a.conllu", MET.replace("2\tmet", "two\tmet"))
    assert (entry.article.text, problem.line) == ("Ann Ben.", 2)
    assert problem.reason == conllu.NO_WORD


def test_named_columns_of_tags_are_read(tmp_path: Path) -> None:
    rows = "# global.columns = ID FORM UPOS FX:NER\n1\tAnn\tPROPN\tB-PER\n2\tmet\tVERB\t_\n"
    assert told(tmp_path / "a.conllup", rows) == ("Ann met", [("Ann", "PER")])


NEWS = """#begin document (nw/a/00/a_0001); part 000
nw/a/00/a_0001 0 0 Ann NNP (TOP(S(NP* - - - - (PERSON* * -
nw/a/00/a_0001 0 1 Holt NNP *) - - - - *) * (12)
nw/a/00/a_0001 0 2 left VBD (VP*)) leave 01 1 - * (V*) -
nw/a/00/a_0001 0 3 Oslo NNP * - - - - (GPE) * -
nw/a/00/a_0001 0 4 /. . *)) - - - - * * -

nw/a/00/a_0001 0 0 Yes UH * - - - - * * -

#end document
#begin document (nw/a/00/a_0001); part 001
nw/a/00/a_0001 1 0 -LRB- -LRB- (TOP* - - - - * * -

#end document
"""


def test_each_part_of_a_document_is_an_article(tmp_path: Path) -> None:
    (first, second), (notice,) = taken(tmp_path / "a.txt", NEWS)
    assert (first.article.text, second.article.text) == ("Ann Holt left Oslo .\nYes", "(")
    assert said(first) == [("Ann Holt", "PERSON"), ("Oslo", "GPE")]
    assert (first.article.id, notice.reason) == ("nw/a/00/a_0001 000", conll2012.UNREAD)


def test_names_are_found_where_there_are_fewer_columns(tmp_path: Path) -> None:
    rows = "#begin document (a); part 0\na 0 0 Ann NNP (PERSON) (ARG0*) (1)\na 0 1 left VBD * (V*) -\n#end document\n"
    assert told(tmp_path / "a.conll", rows) == ("Ann left", [("Ann", "PERSON")])


def test_a_name_that_never_ends_is_listed(tmp_path: Path) -> None:
    (first, _), problems = taken(tmp_path / "a.txt", NEWS.replace("- *) * (12)", "- * * (12)"))
    assert said(first) == [("Oslo", "GPE")]
    assert OPEN.format(count=1) in [one.reason for one in problems]


def test_a_corpus_without_its_words_is_refused_with_what_to_do(tmp_path: Path) -> None:
    records, (problem,) = taken(tmp_path / "a.gold_conll", NEWS.replace(" Ann ", " [WORD] "))
    assert not records
    assert problem.reason == conll2012.WORDLESS


BEHIND = {
    "bars.iob": "Ann|B-PER Holt|I-PER met|O Ben|B-PER\nBen|B-PER left|O ||O\n",
    "with part of speech.iob": "Ann|NNP|B-PER Holt|NNP|I-PER met|VBD|O Ben|NNP|B-PER\nBen|NNP|B-PER left|VBD|O |||O\n",
    "strokes.txt": "Ann/B-PER Holt/I-PER met/O Ben/B-PER\nBen/B-PER left/O |/O\n",
    "names.txt": "Ann/PER Holt/PER met/O Ben/PER\nBen/PER left/O |/O in/O the/O rain/O yet/O again/O\n",
}


@pytest.mark.parametrize("name", BEHIND)
def test_tags_behind_words_are_read(name: str, tmp_path: Path) -> None:
    text, spans = told(tmp_path / name, BEHIND[name])
    assert text.startswith("Ann Holt met Ben\nBen left |")
    assert spans == [("Ann Holt", "PER"), ("Ben", "PER"), ("Ben", "PER")]


def test_a_line_with_a_word_without_tag_loses_only_itself(tmp_path: Path) -> None:
    rows = BEHIND["bars.iob"] * 20
    (entry,), (problem,) = taken(tmp_path / "a.iob", f"{rows}Ann|B-PER left\n{rows}")
    assert (problem.line, len(entry.spans())) == (41, 120)


@pytest.mark.parametrize(
    "text", ["See his/her and either/O then/O\n", "One | two | three\nfour | five | O\n", "a/b c/d e/f\n"]
)
def test_text_with_strokes_is_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert detected(tmp_path / "a.txt").name == "txt"
