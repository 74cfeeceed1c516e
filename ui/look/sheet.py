"""The style sheet: how Qt's own widgets look, in the colours and at the scale in force."""

from __future__ import annotations

from pathlib import Path

from ui.look.roles import Roles, roles
from ui.look.scale import px

TICKS = Path(__file__).parent / "ticks"  # ticks and arrows, of each scheme


def sheet() -> str:
    """Return the style sheet of the program."""
    r = roles()
    wide = 2 if r.is_plain else 1
    return (
        f"""
    QMenuBar {{ background: {r.chrome}; border: none; spacing: 0 }}
    QMenuBar::item {{ background: transparent; padding: {px(5)}px {px(8)}px; border-radius: {px(6)}px }}
    QMenuBar::item:selected {{ background: {r.accent_tint}; border: {wide - 1}px solid {r.accent} }}
    QMenu {{ background: {r.card}; border: 1px solid {r.edge}; padding: {px(4)}px }}
    QMenu::item {{ padding: {px(5)}px {px(20)}px {px(5)}px {px(24)}px; border-radius: {px(4)}px }}
    QMenu::item:selected {{ background: {r.accent_tint}; color: {r.text}; border: {wide - 1}px solid {r.accent} }}
    QMenu::item:disabled {{ color: {r.text2} }}
    QMenu::separator {{ height: 1px; background: {r.line}; margin: {px(4)}px {px(8)}px }}
    QToolTip {{ background: {r.card}; color: {r.text}; border: 1px solid {r.edge}; padding: {px(4)}px {px(6)}px }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ background: {r.page}; border: 1px solid {r.edge};
        border-radius: {px(6)}px; padding: {px(3)}px {px(8)}px; min-height: {px(22)}px }}
    QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{ border: 2px solid {r.accent} }}
    QPlainTextEdit {{ background: {r.page}; border: 1px solid {r.edge}; border-radius: {px(6)}px; padding: {px(4)}px }}
    QPlainTextEdit:focus {{ border: 2px solid {r.accent} }}
    QPushButton {{ background: {r.card}; border: 1px solid {r.edge}; border-radius: {px(6)}px;
        padding: {px(4)}px {px(12)}px; min-height: {px(20)}px }}
    QPushButton:hover {{ background: {r.hover} }}
    QPushButton:focus {{ border: 2px solid {r.accent} }}
    QPushButton:default {{ background: {r.accent}; color: {r.on_accent}; border-color: {r.accent} }}
    QPushButton:default:focus {{ border: 2px solid {r.text} }}
    QPushButton:disabled {{ color: {r.text2}; background: {r.chrome}; border: 1px solid {r.line} }}
    QPushButton:flat {{ background: transparent; border: none }}
    """
        + _of_arrows(r)
        + _of_lists(r)
        + _of_tabs(r)
        + _of_scrolling(r)
    )


def _picture(name: str) -> str:
    """Return the file of the tick (in the colour of words on the accent) or arrow of the scheme in force."""
    drawn = "" if name == "tick" else f"{name}-"
    return (TICKS / f"{drawn}{roles().scheme.split()[-1]}.svg").as_posix()


def _of_arrows(r: Roles) -> str:
    """Return the part for the arrows of fields."""
    return f"""
    QComboBox::drop-down {{ border: none; width: {px(20)}px }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ background: transparent; border: none;
        subcontrol-origin: border; width: {px(20)}px; height: {px(13)}px }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: {px(2)}px {px(4)}px 0 0 }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 {px(4)}px {px(2)}px 0 }}
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {r.hover} }}
    QAbstractSpinBox::up-arrow {{ image: url("{_picture("up")}") }}
    QAbstractSpinBox::down-arrow, QComboBox::down-arrow {{ image: url("{_picture("down")}") }}
    QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow, QComboBox::down-arrow {{ width: {px(12)}px; height: {px(12)}px }}
    """


def _of_lists(r: Roles) -> str:
    """Return the part for lists and check boxes."""
    return f"""
    QAbstractItemView {{ selection-background-color: {r.accent if r.is_plain else r.accent_tint};
        selection-color: {r.on_accent if r.is_plain else r.text} }}
    QCheckBox {{ spacing: {px(6)}px }}
    QRadioButton {{ spacing: {px(8)}px; padding-left: {px(4)}px }}
    QRadioButton::indicator {{ width: {px(14)}px; height: {px(14)}px; border: 1px solid {r.edge};
        border-radius: {px(14) // 2 + 1}px; background: {r.page} }}
    QRadioButton::indicator:checked {{ width: {px(6)}px; height: {px(6)}px; border: {px(5)}px solid {r.accent};
        border-radius: {px(16) // 2}px }}
    QRadioButton::indicator:focus {{ border-color: {r.accent} }}
    QCheckBox, QRadioButton, QSlider:horizontal {{ min-height: {px(24)}px }}
    QToolButton {{ min-height: {px(24)}px; min-width: {px(24)}px }}
    QCheckBox::indicator, QAbstractItemView::indicator {{ width: {px(13)}px; height: {px(13)}px;
        border: 1px solid {r.edge}; border-radius: {px(3)}px; background: {r.page} }}
    QCheckBox::indicator:focus {{ border: 2px solid {r.accent} }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {r.accent};
        border-color: {r.accent}; image: url("{_picture("tick")}") }}
    QCheckBox::indicator:disabled {{ border-color: {r.line}; background: {r.chrome} }}
    """


def _of_tabs(r: Roles) -> str:
    """Return the part for tabs, sliders and the heads of tables."""
    frame = r.accent if r.is_plain else "transparent"
    return f"""
    QTabWidget::pane {{ border: none; border-top: 1px solid {r.line} }}
    QTabBar::tab {{ background: transparent; color: {r.text2}; border: 2px solid transparent;
        border-radius: {px(6)}px; padding: {px(4)}px {px(12)}px; margin: {px(3)}px }}
    QTabBar::tab:hover {{ background: {r.hover} }}
    QTabBar::tab:selected {{ background: {r.accent_tint}; color: {r.accent}; border: 2px solid {frame} }}
    QSlider::groove:horizontal {{ background: {r.track}; height: {px(4)}px; border-radius: {px(2)}px }}
    QSlider::sub-page:horizontal {{ background: {r.accent}; border-radius: {px(2)}px }}
    QSlider::handle:horizontal {{ background: {r.accent}; border: 1px solid {r.page}; width: {px(14)}px;
        margin: -{px(6)}px 0; border-radius: {px(7)}px }}
    QHeaderView, QHeaderView::section {{ background: {r.page}; color: {r.text2}; border: none }}
    QTableCornerButton::section {{ background: {r.page}; border: none }}
    QHeaderView::section {{ border-bottom: 1px solid {r.line}; padding: {px(2)}px {px(6)}px }}
    """


def _of_scrolling(r: Roles) -> str:
    """Return the part for scroll bars and what lies in panes."""
    frame = f"2px solid {r.accent if r.is_plain else 'transparent'}"  # of what is selected: never a tint alone there
    boxed = f"; padding: 0 {px(4) - 2}px; border: {frame}" if r.is_plain else ""
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0 }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0 }}
    QScrollBar::handle {{ background: {r.edge}; border-radius: {px(3)}px; margin: {px(2)}px }}
    QScrollBar::handle:vertical {{ min-height: {px(32)}px }}
    QScrollBar::handle:horizontal {{ min-width: {px(32)}px }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0 }}
    QAbstractScrollArea::corner {{ background: transparent }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent }}
    QAbstractItemView#chrome, QTextEdit#chrome {{ background: {r.chrome}; border: none }}
    QAbstractItemView#float {{ background: {r.card}; border: 1px solid {r.edge} }}
    QTableView#figures {{ background: transparent; border: none; outline: none; selection-background-color: {r.accent_tint} }}
    QTableView#figures::item {{ padding: 0 {px(4)}px; border-bottom: 1px solid {r.line} }}
    QTableView#figures::item:selected {{ background: {r.accent_tint}; color: {r.text}{boxed} }}
    QTableView#figures QHeaderView {{ background: transparent; border: none }}
    QTableView#figures QHeaderView::section {{ background: transparent; color: {r.text2}; border: none;
        border-bottom: 1px solid {r.edge}; padding: {px(2)}px {px(6)}px }}
    QListView#choices {{ background: transparent; border: none; outline: none }}
    QListView#choices::item {{ padding: {px(4)}px {px(8)}px; border-radius: {px(6)}px; border: 2px solid transparent }}
    QListView#choices::item:selected {{ background: {r.accent_tint}; color: {r.text}; border: {frame} }}
    QListView#choices::item:selected:focus {{ border: 2px solid {r.accent} }}
    QSplitter::handle {{ background: {r.line} }}
    """
