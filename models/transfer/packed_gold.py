"""Gold on its way into a package: made what follows first, and what was not so is said."""

from __future__ import annotations

from annotations.review.cases import ordered_roles
from models.project import Project
from models.queries.true_golds import true_gold, with_gold

MADE_SO = "it was made so before it was packed"
AS_IT_IS = "it is packed as it is, since this project is only read, and put right where it is merged"


def put_right(project: Project) -> list[str]:
    """Make gold what follows, unless the project is only read; return a sentence for each article where it was not.

    UserError while another program writes.
    """
    ordered = ordered_roles(project.schema)
    found = {
        article: head
        for article, name in with_gold(project.db).items()
        if (head := true_gold(project.db, article, ordered).head(name))
    }
    if found and not project.read_only:
        project.golds.follow(found)
    return [f"{head}; {AS_IT_IS if project.read_only else MADE_SO}." for head in found.values()]
