"""All rows of a material, each counted once, when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from annotations.agreement import spans, tokens, topics
from annotations.agreement.facts import PairedFacts, rated
from annotations.agreement.material import Material

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers


class CountedRows:
    """The rows of a material: by article, pair of annotators and what is counted."""

    def __init__(self, material: Material) -> None:
        self.material = material

    @cached_property
    def exact(self) -> Numbers:
        return spans.exact_rows(self.material)

    @cached_property
    def overlap(self) -> Numbers:
        return spans.overlap_rows(self.material)

    @cached_property
    def unlabelled(self) -> Numbers:
        return spans.unlabelled_rows(self.material)

    @cached_property
    def labels(self) -> tokens.TokenLabels:
        return tokens.TokenLabels(self.material)

    @cached_property
    def tokens(self) -> Numbers:
        return self.labels.kappa_rows()

    @cached_property
    def tokens_without_o(self) -> Numbers:
        return self.labels.kappa_rows(without_o=True)

    @cached_property
    def shared(self) -> Numbers:
        return self.labels.shared_rows()

    @cached_property
    def shared_without_o(self) -> Numbers:
        return self.labels.shared_rows(without_o=True)

    @cached_property
    def facts(self) -> PairedFacts:
        return PairedFacts(self.material)

    @cached_property
    def triggers(self) -> Numbers:
        return self.facts.trigger_rows()

    @cached_property
    def types(self) -> Numbers:
        return self.facts.type_rows()

    @cached_property
    def wholes(self) -> Numbers:
        return self.facts.whole_rows()

    @cached_property
    def roles(self) -> Numbers:
        return self.facts.role_rows()

    @cached_property
    def values(self) -> Numbers:
        return self.facts.value_rows()

    @cached_property
    def attributes(self) -> dict[str, Numbers]:
        return {name: self.facts.attribute_rows(name) for name in rated()}

    @cached_property
    def boilerplate(self) -> Numbers:
        return spans.boilerplate_rows(self.material)

    @cached_property
    def boilerplate_tokens(self) -> Numbers:
        return tokens.boilerplate_kappa_rows(self.material)

    @cached_property
    def topic_names(self) -> list[str]:
        return topics.topics_of(self.material)

    @cached_property
    def topics(self) -> Numbers:
        return topics.topic_rows(self.material)

    @cached_property
    def topics_given(self) -> Numbers:
        return topics.given_rows(self.material)
