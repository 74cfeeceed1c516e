"""Dataclasses made quickly are those that Python makes, whatever is done first with one."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from threading import Barrier, Thread
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from annotations.processes.quick_dataclass import UnmadeMethod, dataclass
from annotations.schema.types import Label
from annotations.sets import Progress, State
from annotations.spans import Span

ROOT = Path(__file__).parents[3]
HOWS = [
    {"eq": eq, "frozen": frozen, "slots": slots, "order": order}
    for eq, frozen, slots, order in product([True, False], repeat=4)
    if eq or not order
]
VALUES = [Label("GPE", "g"), Progress(State.DONE), Span("a", 0, 4, "GPE")]
T = TypeVar("T")


class Checked:
    """A base that looks at what was given."""

    def __post_init__(self) -> None:
        if self.first == "bad":  # type: ignore[attr-defined]
            raise ValueError("bad")


def made(by: Any, how: dict[str, bool]) -> Any:
    """Return a new class with fields of each kind, made by that decorator."""
    parts = {
        "__annotations__": {"first": "int", "many": "list[int]", "kind": ClassVar[str], "last": "str"},
        "many": dataclasses.field(default_factory=list, compare=False),
        "kind": "made",
        "last": dataclasses.field(default="z", kw_only=True, repr=False),
        "__module__": __name__,
    }
    return by(**how)(type("Made", (Checked,), parts))


def outcome(of: Any, *given: Any, **named: Any) -> Any:
    """Return what the call gives, or the kind of its error."""
    try:
        return of(*given, **named)
    except (TypeError, ValueError, AttributeError) as problem:
        return type(problem)


def told(cls: Any) -> Iterator[Any]:
    """Yield what comes of all that can be done to a dataclass and its instances."""
    one, other = cls(1), cls(2, [3], last="b")
    yield from (
        type(outcome(getattr, cls, "many")),
        cls.kind,
        cls.__match_args__,
        [*inspect.signature(cls).parameters],
    )
    yield from (
        repr(one),
        one == other,
        one == cls(1, [9]),
        one != other,
        one == "1",
        one.many is cls(1).many,
    )
    yield from (outcome(hash, one) is TypeError, outcome(hash, one) == outcome(hash, cls(1, [9])))
    yield (outcome(sorted, [other, one]) == [one, other], outcome(lambda: one >= other))
    yield (
        outcome(setattr, one, "first", 7),
        outcome(delattr, other, "last"),
        outcome(setattr, one, "new", 7) is None,
    )
    yield (outcome(cls), outcome(cls, "bad"), outcome(cls, 1, [], "a"), outcome(cls, 1, other=2))
    yield (dataclasses.asdict(one), dataclasses.replace(one, many=[4]).many, copy.deepcopy(one).first)
    yield (
        [field.name for field in dataclasses.fields(cls)],
        dataclasses.is_dataclass(cls),
        cls.__init__.__qualname__,
    )


@pytest.mark.parametrize("how", HOWS, ids=lambda how: " ".join(name for name, on in how.items() if on))
def test_a_class_does_what_one_of_pythons_does(how: dict[str, bool]) -> None:
    assert [*told(made(dataclass, how))] == [*told(made(dataclasses.dataclass, how))]


def test_a_method_is_made_when_it_is_first_looked_up() -> None:
    cls = made(dataclass, {"frozen": True})
    assert unmade(cls) == {"__init__", "__repr__", "__eq__", "__hash__"}
    assert cls(1) in [cls(1)]
    assert unmade(cls) == {"__repr__", "__hash__"}


def unmade(cls: type) -> set[str]:
    return {name for name, value in vars(cls).items() if isinstance(value, UnmadeMethod)}


def test_classes_may_follow_from_one_another_and_be_generic() -> None:
    @dataclass(frozen=True)
    class First(Generic[T]):
        one: T
        two: int = 2

        def __eq__(self, other: object) -> bool:
            return other == self.one

    @dataclass(frozen=True)
    class Second(First[str]):
        three: tuple[int, ...] = ()

        def __init__(self, one: str) -> None:
            super().__init__(one, 5)
            object.__setattr__(self, "three", (6,))

    assert repr(Second("1")).endswith("Second(one='1', two=5, three=(6,))")
    assert (First[int](1).one, First(1, two=3).two, hash(First(1))) == (1, 3, hash((1, 2)))
    assert Second("1") == Second("1") != First("1")  # each has the equality that was written or made for it


def test_a_wrong_definition_is_told_as_the_class_is_made() -> None:
    with pytest.raises(ValueError, match="mutable default"):

        @dataclass
        class Wrong:
            many: list[int] = []  # noqa: RUF012


def test_an_instance_may_arrive_where_none_was_made_before(tmp_path: Path) -> None:
    (tmp_path / "values").write_bytes(pickle.dumps(VALUES))
    code = """
        import copy, pickle, sys
        from pathlib import Path
        for one in pickle.loads(Path(sys.argv[1]).read_bytes()):
            print(one == copy.copy(one), hash(one) == hash(copy.deepcopy(one)), repr(one))
    """
    words = [sys.executable, "-c", inspect.cleandoc(code), str(tmp_path / "values")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"True True {one!r}" for one in VALUES]


def test_threads_may_make_the_first_instances_at_once() -> None:
    together, found = Barrier(8), []

    def make(classes: list[Any]) -> None:
        for cls in classes:
            together.wait()
            found.append(cls(1) == cls(1, last="z"))

    classes = [made(dataclass, {"frozen": True}) for _ in range(50)]
    threads = [Thread(target=make, args=[classes]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 400


def classes(package: str) -> set[type]:
    """Return the dataclasses of the package, those left out that stand alone."""
    paths = (path.relative_to(ROOT).with_suffix("") for path in (ROOT / package).rglob("*.py"))
    loaded = [import_module(".".join(path.parts)) for path in paths if "installed" not in path.parts]
    types = {value for one in loaded for value in vars(one).values() if isinstance(value, type)}
    return {one for one in types if dataclasses.is_dataclass(one) and one.__module__.startswith(package)}


def taken(cls: type) -> list[tuple[str, Any, bool]]:
    """Return the parameters of its instances, how each is given, and whether it may be left out."""
    parameters = inspect.signature(cls).parameters.values()
    return [(one.name, one.kind, one.default is one.empty) for one in parameters]


@pytest.mark.parametrize("package", ["annotations", "models", "ui"])
def test_every_method_of_ours_can_be_made(package: str) -> None:
    for cls in classes(package):
        fields = [(field.name, field.type, field) for field in dataclasses.fields(cls)]
        real = dataclasses.make_dataclass("Real", fields, repr=False, eq=False)
        assert taken(cls) == taken(real), cls
        assert all(callable(getattr(cls, name)) for name in ("__repr__", "__eq__", "__ge__", "__setattr__"))
