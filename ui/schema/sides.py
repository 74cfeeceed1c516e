"""The right side of the view Schema as its page knows it, for a label as for a fact type."""

from __future__ import annotations

from typing import Protocol

from annotations.schema.types import Schema


class Side(Protocol):
    """The right side for what is in hand, with its form and the writing of what is typed there."""

    @property
    def said(self) -> str:
        """Return what is wrong; "" for nothing."""

    def say(self, what: str) -> None:
        """Say what is wrong."""

    def show_entry(self, schema: Schema, name: str) -> None:
        """Show the entry; of the one shown before, what is typed stays."""

    def keep(self) -> bool:
        """Write what is typed; return False where some of it could not be written, and would be lost."""

    def unwritten(self) -> dict[str, str]:
        """Return the texts that are typed and not written, by what they are called."""

    def end_name(self) -> None:
        """Show the name as it is, unless somebody still writes another."""

    def go_to(self, place: str) -> None:
        """Give the keyboard to the `name`, the `key`, or what it may be `merge`d into."""

    def archive(self) -> None:
        """Archive it, or offer it again."""
