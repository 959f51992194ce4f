"""Whatever stands at whatever key: it is taken, or refused at that key; nothing else happens."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import model
from unionkit.errors import MissingKeyError, PlanFileError
from unionkit.files import from_dict, structure
from unionkit.files._structure import attempt
from unionkit.files._unstructure import key_of
from unionkit.model import Plan

KINDS: list[Any] = sorted(
    {kind for kind in map(vars(model).get, model.__all__) if isinstance(kind, type) and attrs.has(kind)}
    - {model.Item, model.Money, model.Term, model.Vocabulary},
    key=lambda kind: kind.__name__,
)
KEYS = [(kind, key_of(field)) for kind in KINDS for field in attrs.fields(kind) if field.init]
WRONG: dict[str, Any] = {
    "a bool": True,
    "a number": -1,
    "a fraction": Decimal("1.5"),
    "a float": 1.5,
    "not a number": "NaN",
    "infinity": "Infinity",
    "a number of 5,000 digits": "9" * 5000,
    "no text": "",
    "a text": "甲",
    "half a surrogate pair": "\ud83d",
    "a line break": "甲\n乙",
    "an empty list": [],
    "a list of lists": [[]],
    "a list of nulls": [None],
    "an empty mapping": {},
    "a mapping": {"甲": {"乙": "丙"}},
    "bytes": b"x",
}


@pytest.mark.parametrize(("kind", "key"), KEYS, ids=lambda value: getattr(value, "__name__", value))
def test_what_cannot_stand_at_a_key_is_refused_there(kind: Any, key: str) -> None:
    """Nearly all of these are wrong at each key; what is wrong besides is only what is missing."""
    refused = set()
    for name, value in WRONG.items():
        _, faults = attempt({key: value}, kind)
        told = {path[0] for error, path in faults if path}
        assert told <= {key}, name
        assert all(path or isinstance(error, MissingKeyError) for error, path in faults), name
        assert all(error.message("zh") and error.message("en") for error, _ in faults)
        if told:
            refused.add(name)

    # `data`, and what quotations of it hold, take all that is written; texts take any one line.
    assert len(refused) >= (3 if kind is Plan and key == "data" else 8)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals()
    | st.floats()
    | st.text()
    | st.binary(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([key for _, key in KEYS]) | st.text(), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(value=anything)
def test_nonsense_is_refused_and_nothing_else_happens(value: object) -> None:
    """Also with keys that mean something."""
    plan, found = None, ()
    try:
        plan = from_dict(value)  # type: ignore[arg-type]
    except PlanFileError as error:
        found = error.problems

    assert isinstance(plan, Plan) or found
    assert all(problem.message("zh") and problem.message("en") for problem in found)


def test_a_list_in_itself_is_refused() -> None:
    """It nests deeper than anything."""
    content: list[Any] = []
    content.append(content)

    with pytest.raises(PlanFileError) as caught:
        from_dict({"content": content})

    assert [problem.code for problem in caught.value.problems] == ["UK015"]


def test_classes_of_packs_may_hold_what_cattrs_knows() -> None:
    """What the model has no use for is cattrs' to read; what is wrong in it still has its place."""

    @attrs.frozen
    class Register:
        places: frozenset[str] = frozenset()
        fees: dict[str, model.Money] = attrs.field(factory=dict)
        notes: object = None

    assert structure({"places": ["甲", "甲"], "fees": {"乙": "5万"}, "notes": [1]}, Register) == Register(
        frozenset({"甲"}), {"乙": model.Money(50_000)}, [1]
    )
    with pytest.raises(PlanFileError) as caught:
        structure({"places": 3, "fees": {"乙": "多"}}, Register, path=("data", "town"))
    assert [problem.path for problem in caught.value.problems] == [
        "$.data.town.places",
        "$.data.town.fees.乙",
    ]
    assert "cattrs" in sys.modules
