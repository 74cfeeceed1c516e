"""The table of the demo's pictures: names, and what the table must have of each moment."""

from __future__ import annotations

from itertools import product

from ui.demo.pictures import EVERY, MOMENTS, USUAL


def test_every_moment_has_a_picture_in_both_sizes_and_in_light_and_dark() -> None:
    names = [picture.name for picture in EVERY]
    sizes = product(MOMENTS, ("light", "dark"), ("", "-1024"))
    assert {f"{moment}-{palette}{size}.png" for moment, palette, size in sizes} <= set(names)
    assert len(set(names)) == len(names)


def test_the_usual_pictures_have_the_names_that_the_design_has() -> None:
    designed = {"annotate-light", "fact-light", "builder-light", "builder-dark-1024", "welcome-light"}
    assert {f"{name}.png" for name in designed | {"review-light", "export-light"}} <= {p.name for p in USUAL}


def test_there_is_a_picture_in_high_contrast_and_one_at_twice_the_size() -> None:
    assert {"fact-contrast.png", "annotate-light-200.png"} <= {picture.name for picture in USUAL}
