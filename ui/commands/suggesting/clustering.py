"""The option `--cluster`: a run looks through articles on the workers of a Dask cluster."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from annotations.processes.door import IS_INSTALLED
from annotations.suggest.chunks.cluster.on_cluster import OnCluster
from annotations.suggest.chunks.shapes import Spread
from ui.terminal import complain

DOOR = "factmark.on_worker" if IS_INSTALLED else "ui.installed.on_worker"  # as workers find it
PATIENCE = 60.0  # seconds, unless told otherwise
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Look through articles on the Dask cluster whose scheduler is there, as tls://host:8786: their texts go over the network.",
    ),
]
ClusterWait = Annotated[
    float,
    typer.Option(
        "--cluster-wait",
        min=0,
        metavar="SECONDS",
        help="How long a worker is waited for where the cluster has none.",
    ),
]


def spread_on(address: str, patience: float) -> Spread:
    """Return the way in which a run with that `--cluster` gets its articles looked through."""
    return OnCluster(address, import_module(DOOR), patience, lambda said: complain(f"factmark: {said}"))
