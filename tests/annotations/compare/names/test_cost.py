"""Cost: the pairs that are looked at grow with the names, and one block of like names does not grow with its square."""

from __future__ import annotations

from itertools import product

from annotations.compare.names.nodes import Node
from annotations.compare.names.spelling import skeletons
from annotations.compare.names.ties import MOST_NEAR, blocks

SYLLABLES = ["ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "tu"]


def nodes(count: int, *, alike: bool = False) -> list[Node]:
    words = ["".join(parts) for parts in product(SYLLABLES, repeat=4)]
    return [Node(i, "PLACE", ("baro" if alike else words[i * 7 % len(words)],)) for i in range(count)]


def looked_at(made: list[Node]) -> int:
    return sum(1 for _ in blocks(made, lambda node: skeletons(node.words)))


def test_ten_times_the_names_are_about_ten_times_the_pairs() -> None:
    assert looked_at(nodes(1000)) <= 12 * max(looked_at(nodes(100)), 50)


def test_a_block_of_like_names_is_looked_at_in_its_neighbourhood() -> None:
    assert looked_at(nodes(2000, alike=True)) <= 2000 * MOST_NEAR
