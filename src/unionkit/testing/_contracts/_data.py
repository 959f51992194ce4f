"""Checks: what plans hold for a pack, and the data that a pack brings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from unionkit.errors import PlanFileError, UnionkitError
from unionkit.files import Format, dump_plan, load_plan, structure
from unionkit.hookspecs import Pack
from unionkit.model import Plan
from unionkit.testing._text import lines

from ._base import PackChecks
from ._contract import none_of
from ._examined import Examined
from ._filling import classes_in, filled, plain_data
from ._sample import Words, drawn

_UNKNOWN: Final = "no_such_key"
_FORMS: Final[tuple[Format, ...]] = ("yaml", "json")


class DataChecks(PackChecks):
    """What plans hold for a pack, and the data files that it brings."""

    def test_data_survives_a_file(self) -> None:
        """What a plan holds for the pack comes back from YAML and JSON, with the pack or without; unknown keys are refused."""
        problems = []
        for pack, data in _data(self.examined):
            plan = Plan(pack=pack.name, data={pack.name: data})
            made = _typed(pack, plan)
            for form in _FORMS:
                text = dump_plan(plan, form)
                if load_plan(text).data != plan.data:
                    problems.append(f"without the pack, {form} gives back something else than {data}")
                try:
                    again = _typed(pack, self.examined.kits["zh"].loads(text).plan)
                except UnionkitError as error:
                    problems.append(f"{form} with {data} does not load: {error.message('en')}")
                    continue
                if again != made or hash(again) != hash(made):
                    problems.append(
                        f"{form} gives back something else than {data}; classes of data are values"
                    )
            problems += _accepted(self.examined, pack, data)
        none_of(problems, most=3)

    def test_data_is_a_frozen_class(self) -> None:
        """The class of the data, and each class in it, is an attrs class that cannot be changed."""
        problems = []
        for pack in self.examined.packs:
            if pack.data is None:
                continue
            if not attrs.has(pack.data):
                problems.append(f"{pack.data.__name__} is no attrs class")
                continue
            problems += [
                f"{cls.__name__} can be changed; make it attrs.frozen"
                for cls in classes_in(pack.data)
                if not _is_frozen(cls)
            ]
        none_of(problems)

    def test_its_data_files_load(self) -> None:
        """The files of law and of almanac data that a pack names exist and load."""
        problems = []
        kit = self.examined.kits["zh"]
        for pack in self.examined.packs:
            kit.law_for(pack.name)
            kit.almanac_for(pack.name)
        for unread in (kit.unread_laws, kit.unread_almanacs):
            problems += [f"the pack {name!r}: {error.message('en')}" for name, error in unread.items()]
        none_of(problems)


def _accepted(known: Examined, pack: Pack, data: dict[str, Any]) -> Iterator[str]:
    """What is said where an unknown key is accepted, or its place not told."""
    text = dump_plan(Plan(pack=pack.name, data={pack.name: {**data, _UNKNOWN: 1}}))
    try:
        known.kits["zh"].loads(text)
    except PlanFileError as error:
        if not any(problem.path.endswith(_UNKNOWN) and problem.place for problem in error.problems):
            yield "an unknown key in the data is refused, but its place is not told"
    else:
        yield f"{_UNKNOWN!r} in data.{pack.name} is accepted"


def _data(known: Examined) -> Iterator[tuple[Pack, dict[str, Any]]]:
    """Plain values for each pack's data: nothing, everything, and some."""
    for pack in known.packs:
        if pack.data is not None and attrs.has(pack.data):
            yield pack, filled(pack.data, Words())
            for data in drawn(plain_data(pack.data, lines()), 10):
                yield pack, data


def _typed(pack: Pack, plan: Plan) -> object:
    made: object = structure(plan.data.get(pack.name) or {}, pack.data or object)
    return made


def _is_frozen(cls: type) -> bool:
    return "frozen" in getattr(vars(cls).get("__setattr__"), "__name__", "")
