"""The queue that remembers where all is decided gives what one that begins at the top gives."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import span_verbs
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.sets import AnnotationSet
from annotations.spans import Hint
from models.project import Project
from tests.making import TEXT, put_articles, small_project, span, suggested
from tests.strategies import examples

POOL = [suggested(0, 10, score=0.3), suggested(18, 22, "ORG", score=0.8), suggested(28, 32, "GPE", score=0.6)]
POOL_TOO = [*POOL[:2], Hint(28, 32, 0.5)]
VERBS = {
    "confirm": lambda to, n: span_verbs.confirm(to, POOL[n]),
    "reject": lambda to, n: span_verbs.reject(to, POOL[n]),
    "relabel": lambda to, n: span_verbs.relabel(to, POOL[n], "GPE"),
    "move": lambda to, n: span_verbs.move(to, POOL[n], POOL[n].start, POOL[n].end + 3, text=TEXT),
    "label": lambda to, n: to.having(span(6 + 9 * n, 26 + 3 * n, "ORG", f"own{n}", origin=to.annotator)),
    "drop": lambda to, n: to.lacking(*list(to.spans.values())[n : n + 1]),
    "mark": lambda to, n: span_verbs.mark_boilerplate(to, 11 * n, 11 * n + 9),
    "unmark": lambda to, n: span_verbs.unmark_boilerplate(to, to.boilerplate.values(), 0, 40),
    "finish": lambda to, n: span_verbs.finish(to),
    "reopen": lambda to, n: span_verbs.reopen(to),
}
steps = st.tuples(
    st.sampled_from([*VERBS, "undo", "redo", "pool", "other"]), st.sampled_from("ab"), st.integers(0, 2)
)


def do(project: Project, verb: str, article: str, n: int, by: str = "anna") -> None:
    if verb == "pool":
        project.set_pools([(article, POOL_TOO if n else POOL)], by="rules")
    elif verb in ("undo", "redo"):
        getattr(project, verb)(by)
    else:
        before: AnnotationSet = project.annotation_set(article, by)
        project.apply(Edit.between(verb, before, VERBS[verb](before, n)), by=by)


def keys(project: Project) -> list[tuple[str, str, str]]:
    return [found.key for found in project.learning.doubtful("anna", 99)]


@settings(max_examples=examples(40))
@given(st.lists(steps, min_size=3, max_size=15))
def test_the_queue_is_what_it_would_be_from_the_top(taken: list[tuple[str, str, int]]) -> None:
    with TemporaryDirectory() as name:
        one = small_project(Path(name) / "p")
        put_articles(one, a=TEXT, b=f"{TEXT} b")
        one.set_pools([("a", POOL), ("b", POOL_TOO)], by="rules")
        two = Project(one.folder)
        for verb, article, n in taken:
            try:
                do(two if verb == "other" else one, "reopen" if verb == "other" else verb, article, n)
            except UserError:
                continue
            fresh = Project(one.folder)
            assert keys(one) == keys(fresh)
            fresh.close()
        one.close()
        two.close()
