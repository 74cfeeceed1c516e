"""The texts that train: every change of style keeps the marks on their words."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.training import augment, corpus
from annotations.training.__main__ import main, ship
from annotations.training.calibrate import Judged, bins, calibration_error, errors_caught, platt
from annotations.training.lines import HEADLINES, PLAIN, TEMPLATES
from annotations.training.marked import Mark, Marked, Replacement, by_sentence, edited, flat, joined
from annotations.training.names import made, tables

needs_corpora = pytest.mark.skipif(not corpus.FOLDER.is_dir(), reason="../shared/corpora is not here")
NEWS = Marked(
    'Officials say "Al Qaida" hit a U.S. base -- in Kiev. Mr. Bush\'s U.N. envoy, José Ruiz, left the U.S. 🙂',
    (Mark(15, 23, "ORG"), Mark(31, 35, "GPE"), Mark(47, 51, "GPE"), Mark(57, 61, "PERSON")),
)
LETTERS = st.text(st.sampled_from("aB é🙂.'\"\n"), min_size=1, max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> Marked:
    text = draw(LETTERS)
    bounds = st.integers(0, len(text) - 1)
    pairs = draw(st.lists(st.tuples(bounds, bounds), max_size=4))
    return Marked(text, flat(Mark(min(pair), max(pair) + 1, "ORG") for pair in pairs))


def sound(marked: Marked) -> bool:
    """Whether the marks are flat, in order, within the text and tight around their words."""
    at = 0
    for start, end, label in marked.marks:
        if not (at <= start < end <= len(marked.text)) or label not in corpus.LABELS:
            return False
        if marked.text[start:end] != marked.text[start:end].strip():
            return False
        at = end
    return True


@given(marked_texts(), LETTERS, st.data())
def test_an_edit_leaves_every_other_mark_on_its_words(marked: Marked, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(marked.text)))
    end = data.draw(st.integers(start, len(marked.text)))
    after = edited(marked, [Replacement(start, end, new)])
    untouched = [m.end <= start or end <= m.start for m in marked.marks]
    kept = [quote for quote, is_so in zip(after.quotes(), untouched, strict=True) if is_so]
    assert kept == [quote for quote, is_so in zip(marked.quotes(), untouched, strict=True) if is_so]


@given(marked_texts())
def test_an_edit_across_a_marks_bound_is_left_out(marked: Marked) -> None:
    for mark in marked.marks:
        if mark.start:
            crossing = Replacement(mark.start - 1, mark.start + 1, "??")
            assert edited(Marked(marked.text, (mark,)), [crossing]).text in (marked.text,)


@given(st.lists(marked_texts(), max_size=4), st.sampled_from(["", " ", "\n\n"]))
def test_joining_keeps_every_quote(parts: list[Marked], between: str) -> None:
    assert joined(parts, between).quotes() == [quote for part in parts for quote in part.quotes()]


@given(marked_texts())
def test_headings_capitals_and_curly_quotes_keep_the_bounds(marked: Marked) -> None:
    for change in (augment.heading, augment.in_capitals, augment.curly):
        after = change(marked)
        assert after.marks == marked.marks
        assert all(mark.end <= len(after.text) for mark in after.marks)


def test_todays_spelling_reaches_names_and_keeps_them() -> None:
    new = augment.todays(NEWS)
    assert new.quotes() == [("al-Qaeda", "ORG"), ("US", "GPE"), ("Kyiv", "GPE"), ("Bush", "PERSON")]
    assert new.text.endswith("UN envoy, José Ruiz, left the US 🙂")


def test_quotes_become_curly_at_the_right_side() -> None:
    assert augment.curly(Marked('"It\'s \'fine\'" ("so")')).text == "“It’s ‘fine’” (“so”)"


def test_a_heading_is_in_title_case_without_a_stop() -> None:
    assert augment.heading(Marked("Troops of the army left.")).text == "Troops of the Army Left"


def test_the_same_seed_gives_the_same_texts_and_another_others() -> None:
    texts = [[augment.augmented(NEWS, Random(seed)) for _ in range(3)] for seed in (5, 5, 6)]
    assert texts[0] == texts[1] != texts[2]


def test_every_slot_of_every_line_has_a_table() -> None:
    rng = Random(0)
    for template in (*TEMPLATES, *HEADLINES):
        for _ in range(20):
            new = augment.filled(template, rng)
            assert sound(new), new
            assert new.marks or "{" not in template
            assert not {"{", "}", "_"} & set(new.text)
    assert all("{" not in made(slot, rng) for slot in tables() for _ in range(50))
    assert not any("{" in line for line in PLAIN)


@pytest.mark.parametrize(
    ("text", "marks", "quotes"),
    [
        ("at Manas Air Base", [(3, 8, "GPE")], [("Manas Air Base", "FAC")]),
        ("at a Paris hospital", [(5, 10, "GPE")], [("Paris", "GPE")]),
        ("from Sri Lanka", [(5, 8, "PERSON"), (9, 14, "GPE")], [("Sri Lanka", "GPE")]),
        ("on May 3", [(3, 8, "DATE")], []),
    ],
)
def test_facilities_and_listed_names_are_marked_whole(
    text: str, marks: list[tuple], quotes: list[tuple]
) -> None:
    (put_right,) = corpus.cleaned([Marked(text, tuple(Mark(*mark) for mark in marks))])
    assert put_right.quotes() == quotes


def test_the_majority_decides_and_fills_what_was_forgotten() -> None:
    labels = ["ORG"] * 18 + ["PERSON"] * 2
    texts = [Marked("Then Zorbex fell.", (Mark(5, 11, label),)) for label in labels]
    put_right = corpus.by_majority([*texts, Marked("Zorbex rose.")])
    assert [m.quotes() for m in put_right] == [[("Zorbex", "ORG")]] * 21


def test_without_the_corpora_training_is_a_sentence(tmp_path, capsys, monkeypatch) -> None:
    with pytest.raises(UserError, match="Without the corpora"):
        corpus.corpora(tmp_path / "none")
    monkeypatch.setattr(corpus.corpora, "__defaults__", (tmp_path / "none",))
    assert main() == 1
    assert capsys.readouterr().err.startswith("factmark: ")


def test_shipping_replaces_the_whole_folder(tmp_path) -> None:
    for name in ("built", "shipped"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(name)
    ship(tmp_path / "built", tmp_path / "shipped")
    assert [file.name for file in (tmp_path / "shipped").iterdir()] == ["built.txt"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["built", "shipped"]


def test_platts_numbers_bring_scores_to_the_share_that_is_right() -> None:
    found = [Judged(0.9, n % 10 < 6) for n in range(1000)] + [Judged(0.5, n % 10 < 2) for n in range(1000)]
    from annotations.suggest.confidence import calibrated

    calibration = platt(found)
    assert calibrated(0.9, calibration) == pytest.approx(0.6, abs=0.01)
    assert calibrated(0.5, calibration) == pytest.approx(0.2, abs=0.01)


def test_the_calibration_table_and_the_errors_in_the_lowest_scores() -> None:
    found = [Judged(0.05, False), Judged(0.15, False), *[Judged(0.95, True)] * 7, Judged(1.0, False)]
    assert [(row.low, row.size, row.right) for row in bins(found)] == [(0, 2, 0), (0.8, 8, 0.875)]
    assert calibration_error([Judged(1.0, True)]) == 0
    assert errors_caught(found, 0.2) == pytest.approx(2 / 3)


@needs_corpora
def test_what_trains_is_sound_before_and_after_every_augmentation() -> None:
    given = corpus.corpora()
    rng = Random(3)
    assert set(given.tests) == set(corpus.TEST)
    for text in given.train[::20]:
        assert sound(text), text
        assert all(sound(part) for part in by_sentence(text))
        new = augment.augmented(text, rng)
        assert sound(new), new
