"""The dialogs that are open when their project closes: they are put away undecided, lest they act on the next one."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

# Dialogs about something else than the open project, and those that only tell what was; all others go.
# The dialog of a rescue asks where the project that is gone is to be saved, and is put away by the rescue.
STAYING = frozenset(
    {
        "SettingsDialog",
        "CheatSheet",
        "ReportDialog",
        "NewProject",
        "NotDone",
        "RescueDialog",
        "MergeDialog",
        "UnpackDialog",
    }
)


def put_away(window: QWidget) -> None:
    """Reject every dialog below the window that belongs to the project; those over another dialog go first."""
    for dialog in reversed(window.findChildren(QDialog)):
        if dialog.isVisible() and not _stays(dialog):
            dialog.reject()


def _stays(dialog: QDialog) -> bool:
    """Return whether the dialog stays: of boxes, those that only tell something, or have no way to say no."""
    if not isinstance(dialog, QMessageBox):
        return type(dialog).__name__ in STAYING
    if dialog.icon() == QMessageBox.Icon.Information:
        return True
    roles = {dialog.buttonRole(button) for button in dialog.buttons()}
    return QMessageBox.ButtonRole.RejectRole not in roles
