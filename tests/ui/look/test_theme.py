from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.look.roles import SCHEMES
from ui.look.theme import (
    BADGE_CONTRAST,
    FILL_CONTRAST,
    contrast,
    dimmed,
    is_dark,
    label_style,
    luminance,
    mixed,
    palette,
)

Role = QPalette.ColorRole
HUES = [None, *range(0, 360, 15)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_every_hue_can_be_read_in_every_scheme(scheme: str, hue: int | None) -> None:
    page = palette(scheme)
    style = label_style(hue, page)
    assert contrast(style.fill, page.color(Role.Text)) >= FILL_CONTRAST
    assert contrast(style.badge, style.badge_text) >= BADGE_CONTRAST
    assert contrast(style.badge, page.color(Role.Base)) >= BADGE_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_boilerplate_is_dimmed_and_can_still_be_read_in_a_box(scheme: str, hue: int | None) -> None:
    page = palette(scheme)
    assert contrast(dimmed(page), label_style(hue, page).fill) >= 4.5
    assert contrast(dimmed(page), page.color(Role.Base)) < contrast(
        page.color(Role.Text), page.color(Role.Base)
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_label_stands_out_by_lightness_alone(scheme: str) -> None:
    fills = [luminance(label_style(hue, palette(scheme)).fill) for hue in HUES]
    assert max(fills) - min(fills) < 0.03


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("over", "under"),
    [(Role.Text, Role.Base), (Role.WindowText, Role.Window), (Role.ButtonText, Role.Button),
                    (Role.HighlightedText, Role.Highlight), (Role.ToolTipText, Role.ToolTipBase),
                    (Role.Link, Role.Base), (Role.PlaceholderText, Role.Base)],
)  # fmt: skip
def test_the_palettes_can_be_read(scheme: str, over: Role, under: Role) -> None:
    page = palette(scheme)
    assert contrast(page.color(over), page.color(under)) >= 4.5


def test_a_label_without_a_hue_is_grey() -> None:
    assert label_style(None, palette("light")).badge.saturation() == 0
    assert label_style(210, palette("light")).badge.saturation() > 0


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_dark_schemes_are_known() -> None:
    assert [is_dark(palette(scheme)) for scheme in SCHEMES] == [False, True, True]


def test_a_mixed_colour_lies_between() -> None:
    assert mixed(QColor("black"), QColor("white"), 0.5).name() == "#808080"
