"""The package `factmark` of the wheel: the door to the program, which lies in `_app` beside it."""
