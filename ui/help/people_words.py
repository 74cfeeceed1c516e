"""The words that the window uses, for people; `docs/glossary.md` has those of the code."""

from __future__ import annotations

PEOPLE_WORDS = (
    ("article", "A text with its title and date. The text never changes; all work lies over it."),
    (
        "span",
        "Words that have a label, like “Oslo” as GPE. A dashed box is a suggestion, a filled one is confirmed.",
    ),
    (
        "label",
        "What kind of thing a span is: PERSON, ORG, GPE. The project says which there are, each with its guideline.",
    ),
    ("fact", "What the article states: who did what, to whom, where and when. It is read as a sentence."),
    ("type", "What kind of fact it is: ATTACK, MEETING. It says which roles there are."),
    ("role", "A place in a fact: actor, target, place. One that is needed and still open is pointed out."),
    ("trigger", "The word that states the fact, like “struck”. The diamond stands under it."),
    ("suggestion", "A span or fact that a program found and nobody has decided on."),
    ("confirm, reject", "To say that a suggestion is right, or that it is wrong. Both can be taken back."),
    ("score", "How sure the program is, in per cent."),
    (
        "unsure",
        "Suggestions that something speaks against: a low score, or that you decided otherwise elsewhere.",
    ),
    (
        "same words",
        "All other places with the same wording, in this article or in all; one decision can be carried to them.",
    ),
    ("done", "An article that you have finished. It can still be changed, and is marked then."),
    (
        "checks",
        "Slips that the program notices: odd ends of spans, a wording with two labels, a missing role.",
    ),
    (
        "boilerplate",
        "What is no part of the article: adverts, menus, teasers. It is dimmed, and exported only when asked for.",
    ),
    ("guideline", "When to use a label or type, in the project's own words."),
    ("topic", "What a whole article is about."),
    ("review", "Comparing what two people did, case by case, and deciding what stands."),
    ("gold", "What reviewers decided; the work that others are measured by."),
    ("agreement", "How far people decide alike, in figures."),
    ("package", "One person's work in a file, to be merged into another copy of the project."),
    ("project", "A folder with articles, labels and everybody's work. Nothing leaves this computer."),
)


def as_markdown() -> str:
    """Return the words with what they mean, as Markdown."""
    return "\n\n".join(f"### {word}\n\n{meaning}" for word, meaning in PEOPLE_WORDS)
