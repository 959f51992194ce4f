"""What is stored comes back; nobody overwrites what somebody else has stored."""

import datetime as dt
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_office import ChangedError, PlanStore

from unionkit import Plan
from unionkit.errors import PlanFileError
from unionkit.model import Activity, Organization, Period, parse_schedule
from unionkit.testing import plans

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(key=IDS, plan=plans())
def test_every_plan_comes_back_as_it_was(key, plan):
    """Whatever the types of unionkit allow."""
    with PlanStore(":memory:") as store:
        store.add(key, plan)

        assert store.fetch(key).plan == plan
        assert store.ids(year=plan.period.year) == [key]


@given(first=plans(), second=plans(), third=plans())
def test_who_saves_an_old_version_is_told(first, second, third):
    """And what was stored in between stays."""
    with PlanStore(":memory:") as store:
        fetched = store.add("a", first)
        saved = store.save(fetched, second)
        with pytest.raises(ChangedError):
            store.save(fetched, third)

        assert store.fetch("a") == saved
        assert saved.plan == second


def test_an_id_is_given_once():
    """And is never empty."""
    with PlanStore(":memory:") as store:
        store.add("a", Plan())
        with pytest.raises(KeyError):
            store.add("a", Plan(title="乙"))
        with pytest.raises(ValueError, match="id"):
            store.add("", Plan())
        with pytest.raises(KeyError):
            store.fetch("b")

        assert store.fetch("a").plan == Plan()


def test_plans_outlive_the_program(tmp_path):
    """The file holds them."""
    with PlanStore(tmp_path / "plans.db") as store:
        store.add("a", Plan(title="甲", period=Period(year=2026, half=2)))
    with PlanStore(tmp_path / "plans.db") as store:
        assert store.ids(year=2026) == ["a"]
        assert store.ids(year=2025) == []


def test_a_row_of_another_program_is_refused(tmp_path):
    """With every problem in it, instead of half a plan."""
    file = tmp_path / "plans.db"
    with PlanStore(file) as store:
        store.add("a", Plan())
    database = sqlite3.connect(file)
    with database:
        database.execute(
            """UPDATE plans SET plan = '{"unionkit": 1, "titel": "甲", "period": {"half": 3}}'"""
        )
    database.close()

    with PlanStore(file) as store, pytest.raises(PlanFileError) as error:
        store.fetch("a")

    assert len(error.value.problems) == 2


def test_what_falls_on_a_day_is_found(kit):
    """In every plan; not what concerns named persons."""
    spring = Activity(title="登山", when=parse_schedule("10月18日"))
    private = Activity(title="看望某人", when=parse_schedule("10月18日"), private=True)
    plan = Plan(
        organization=Organization(name="清河工会"),
        period=Period(year=2026, half=2),
        content=(spring, private),
    )
    with PlanStore(":memory:") as store:
        store.add("a", plan)

        assert list(store.on(dt.date(2026, 10, 18), kit)) == [("a", "登山")]
        assert list(store.on(dt.date(2026, 10, 19), kit)) == []
