"""The marks of the table: rows to merge or keep apart, cells to split off; a search or a filter leaves them."""

from __future__ import annotations

from annotations.compare.comparison import CrossComparison


class RowMarks:
    """The marks: `rows` are ids of groups, in the order in which they were marked; cells are a group's, by article."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.cells: list[tuple[str, str]] = []

    def turn_row(self, group: str) -> None:
        """Mark the row, or take its mark away."""
        self.rows = [one for one in self.rows if one != group] if group in self.rows else [*self.rows, group]

    def turn_cell(self, group: str, article: str) -> None:
        """Mark the cell, or take its mark away."""
        at = group, article
        self.cells = [one for one in self.cells if one != at] if at in self.cells else [*self.cells, at]

    def has_cell(self, group: str, article: str) -> bool:
        return (group, article) in self.cells

    def of_row(self, group: str) -> list[str]:
        """Return the articles whose cells of that row are marked."""
        return [article for one, article in self.cells if one == group]

    def clear(self) -> None:
        """Take all marks away."""
        self.rows, self.cells = [], []

    def keep(self, comparison: CrossComparison) -> None:
        """Drop the marks of groups that are no more."""
        self.rows = [one for one in self.rows if comparison.group(one)]
        self.cells = [one for one in self.cells if comparison.group(one[0])]
