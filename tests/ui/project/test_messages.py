"""Lines of a process of ours: what a pipeline prints between them is passed over."""

from __future__ import annotations

import pytest

from ui.project.jobs import messages

STRANGE = [
    b"{",
    b"{not JSON}",
    b'{"a": ' + b"[" * 100_000,
    b"\xff\xfe{",
    b"[1]",
    b"12",
    b"",
    b'{"n": ' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("line", STRANGE)
def test_a_line_that_is_no_message_is_passed_over(line: bytes) -> None:
    assert list(messages([b'{"id": 1}', line, b'{"id": 2}'])) == [{"id": 1}, {"id": 2}]
