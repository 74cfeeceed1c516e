"""The connection to a Dask cluster: where it goes, how it is encrypted, and a sentence where it cannot be made.

Dask's `distributed` is loaded here alone, when a cluster is asked for.  Certificates are Dask's own options
(`DASK_DISTRIBUTED__COMM__TLS__...`, or Dask's files of settings).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from annotations.errors import UserError
from annotations.processes.door import is_frozen

SCHEMES = ("tcp", "tls", "ws", "wss")
ENCRYPTED = ("tls", "wss")
PATIENCE = 10.0  # seconds in which a scheduler must have answered
ALIKE = "scheduler and workers are started where it is installed as here (docs/scale.md)"
INSTEAD = "or use --jobs, which takes the cores of this computer"
LACKING = f"Dask's distributed is not installed: pip install 'factmark[cluster]', {INSTEAD}."
FROZEN = f"This build of Factmark comes without Dask's distributed: install Factmark by pip, {INSTEAD}."
CERTIFICATES = "Name the certificates by DASK_DISTRIBUTED__COMM__TLS__CA_FILE, ..._TLS__CLIENT__CERT and ..._TLS__CLIENT__KEY"


def require_address(address: str) -> None:
    """Raise UserError when `distributed` is not installed, or no connection to such an address could be tried."""
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise UserError(FROZEN if is_frozen() else LACKING) from error
    scheme = _scheme(address)
    if scheme not in SCHEMES:
        like = "one looks like tcp://10.0.0.5:8786 or tls://10.0.0.5:8786"
        raise UserError(f"{address} is no address of a Dask scheduler: {like}.")
    if scheme in ENCRYPTED and _certificates() is None:
        raise UserError(f"{address} wants certificates, and Dask knows none. {CERTIFICATES}.")


def client_of(address: str) -> Any:
    """Return a client of the Dask scheduler at the address.  UserError when none answers there."""
    import distributed

    for name in (
        "distributed",
        *(name for name in logging.root.manager.loggerDict if name[:12] == "distributed."),
    ):
        logging.getLogger(name).setLevel(
            logging.CRITICAL + 1
        )  # what a person needs of it is said in sentences
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        said = cause_of(error)
        raise UserError(f"No Dask scheduler could be reached at {address}: {said}.") from error


def require_door(client: Any, door: Any) -> None:
    """Raise UserError when the scheduler, which reads all tasks, cannot load the module of the functions in them."""
    try:
        client.run_on_scheduler(door.here)
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        said = cause_of(error)
        raise UserError(f"The Dask scheduler cannot load Factmark ({said}): {ALIKE}.") from error


def encryption(client: Any, workers: Iterable[str]) -> str:
    """Return how what is sent is encrypted, to end a sentence with: read from the open connection and the workers' addresses."""
    info = client.scheduler_comm.comm.extra_info
    bare = [worker for worker in workers if not is_encrypted(worker)]
    if not info.get("cipher"):
        return "not encrypted"
    if bare:
        return f"encrypted to the scheduler, but not to {bare[0]}"
    return f"encrypted ({info['cipher'][1]})"


def is_encrypted(worker: str) -> bool:
    """Return whether what goes to a worker at the address is encrypted."""
    return worker.partition("://")[0] in ENCRYPTED


def cause_of(error: BaseException) -> str:
    """Return the innermost cause of an error, in one line."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__


def _scheme(address: str) -> str:
    """Return how such an address is spoken to; "" when it is none."""
    from distributed.comm.addressing import parse_address, parse_host_port

    try:
        scheme, place = parse_address(address)
        parse_host_port(place)
    except ValueError:
        return ""
    return str(scheme)


def _certificates() -> object:
    """Return what Dask's own options give for an encrypted connection; None when they give nothing."""
    from distributed.security import Security

    try:
        return Security().get_connection_args("client").get("ssl_context")
    except (OSError, ValueError) as error:
        raise UserError(f"Dask's certificates cannot be used: {cause_of(error)}. {CERTIFICATES}.") from error
