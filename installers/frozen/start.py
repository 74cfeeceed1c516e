"""The door of the frozen program: PyInstaller runs this first, whichever words follow."""

from __future__ import annotations

import os
import sys


def give_back_library_path() -> None:
    """Make the environment what it was before the bootloader put the folder of our libraries first.

    This process has found them by now, and each process of ours is told anew.  A program that is not ours, as a
    browser or a suggester, must not take its libraries from here.
    """
    own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if own is not None:
        os.environ["LD_LIBRARY_PATH"] = own


def run() -> int:
    """Do what the arguments say; an error that nobody caught is told as Python would, without the bootloader's words."""
    try:
        from main import main

        return main()
    except Exception:  # noqa: BLE001 - the last door
        sys.excepthook(*sys.exc_info())
        return 1


if __name__ == "__main__":
    give_back_library_path()
    if "--multiprocessing-fork" in sys.argv or "-c" in sys.argv:  # a process that the standard library starts
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(run())
