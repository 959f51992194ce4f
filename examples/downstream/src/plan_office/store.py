"""Plans in a database: each whole, as JSON, in one column; the other columns are for searching."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from unionkit import Kit, Plan, from_dict, to_dict
from unionkit.almanac import Occurrence

_TABLES = """
CREATE TABLE IF NOT EXISTS plans (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    revision INTEGER NOT NULL,
    organization TEXT NOT NULL,
    year INTEGER,
    plan TEXT NOT NULL CHECK (json_valid(plan))
)
"""


class ChangedError(Exception):
    """Somebody else has stored the plan since it was fetched: fetch it again, and merge."""


@dataclass(frozen=True)
class Stored:
    """
    A plan as it was fetched.

    Attributes:
        id: Its key; the office gives it.

        revision: How often it has been stored; saving needs it.

        plan: The plan.
    """

    id: str
    revision: int
    plan: Plan


class PlanStore:
    """
    The plans of an office. Use it as a context manager, or call `close`.

    Raises:
        unionkit.errors.PlanFileError: A row holds no plan (some other program wrote it); every problem is in the error.
    """

    def __init__(self, path: Path | str) -> None:
        self._database = sqlite3.connect(path)
        with self._database:
            self._database.execute(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def add(self, id: str, plan: Plan) -> Stored:  # noqa: A002 -- the word of the field
        """
        Store a new plan.

        Raises:
            KeyError: The id is taken.
            ValueError: The id is empty.
        """
        if not id:
            raise ValueError("a plan needs an id")
        try:
            with self._database:
                self._database.execute("INSERT INTO plans VALUES (?, 1, ?, ?, ?)", (id, *_columns(plan)))
        except sqlite3.IntegrityError as error:
            raise KeyError(id) from error
        return Stored(id, 1, plan)

    def save(self, stored: Stored, plan: Plan) -> Stored:
        """
        Store another version of a plan that was fetched.

        Raises:
            ChangedError: Somebody else has stored one since, or the plan is gone.
        """
        with self._database:
            done = self._database.execute(
                "UPDATE plans SET revision = revision + 1, organization = ?, year = ?, plan = ? "
                "WHERE id = ? AND revision = ?",
                (*_columns(plan), stored.id, stored.revision),
            )
        if not done.rowcount:
            raise ChangedError(stored.id)
        return Stored(stored.id, stored.revision + 1, plan)

    def fetch(self, id: str) -> Stored:  # noqa: A002 -- as above
        """
        Return a plan.

        Raises:
            KeyError: There is none of this id.
        """
        row = self._database.execute("SELECT revision, plan FROM plans WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise KeyError(id)
        return Stored(id, row[0], from_dict(json.loads(row[1])))

    def ids(self, *, year: int | None = None) -> list[str]:
        """Return the ids of all plans, or of those for a year, sorted."""
        rows = self._database.execute(
            "SELECT id FROM plans WHERE ?1 IS NULL OR year = ?1 ORDER BY id", (year,)
        )
        return [row[0] for row in rows]

    def on(self, day: dt.date, kit: Kit) -> Iterator[tuple[str, str]]:
        """Yield what falls on a day, as id and title of the item; what concerns named persons is left out."""
        for key in self.ids():
            for entry in kit.occurrences(self.fetch(key).plan):
                if entry.occurrence is not None and _holds(entry.occurrence, day):
                    yield key, entry.title


def _holds(when: Occurrence, day: dt.date) -> bool:
    """Whether a day lies in a time; plans without a year know no days."""
    first, last = when.start, when.end
    return isinstance(first, dt.date) and isinstance(last, dt.date) and first <= day <= last


def _columns(plan: Plan) -> tuple[str, int | None, str]:
    return plan.organization.name, plan.period.year, json.dumps(to_dict(plan), ensure_ascii=False)
