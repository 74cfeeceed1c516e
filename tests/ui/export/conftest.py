from __future__ import annotations

import pytest

from tests.ui.export.in_process import InProcess
from ui.export import export


@pytest.fixture
def counting_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the command that counts run in the test's own process, and at once."""
    monkeypatch.setattr(export, "PAUSE", 0)
    monkeypatch.setattr(export.Counting, "process", InProcess)
