"""A reader of calendar files for the tests: no more than RFC 5545 says, and no kindness."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs

LINE = re.compile(r"([A-Z0-9-]+)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)", re.DOTALL)
TEXT = re.compile(r"(?:[^\x00-\x08\x0a-\x1f\x7f;,\\]|\\[\\;,n])*")
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "NAME", "X-WR-CALNAME", "PRODID", "UID"}
ESCAPE = re.compile(r"\\(.)")


@attrs.define
class Component:
    """What stands between BEGIN and END: properties, each at most once, and further components."""

    name: str
    values: dict[str, str] = attrs.field(factory=dict)
    params: dict[str, str] = attrs.field(factory=dict)
    inner: list[Component] = attrs.field(factory=list)

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def get(self, name: str) -> str:
        return self.values.get(name, "")

    def day(self, name: str) -> dt.date:
        assert self.params[name] == ";VALUE=DATE"
        year, month, day = self[name][:4], self[name][4:6], self[name][6:]
        return dt.date(int(year), int(month), int(day))

    @property
    def start(self) -> dt.date:
        return self.day("DTSTART")

    @property
    def last(self) -> dt.date:
        return self.day("DTEND") - dt.timedelta(days=1)

    def named(self, name: str) -> list[Component]:
        return [each for each in self.inner if each.name == name]

    @property
    def events(self) -> list[Component]:
        return self.named("VEVENT")

    @property
    def summaries(self) -> list[str]:
        return [event["SUMMARY"] for event in self.events]


def read(data: bytes) -> Component:
    """Read a file with one calendar in it."""
    lines = unfolded(data)
    calendar = _component(lines, next(lines))
    assert next(lines, None) is None
    assert calendar.name == "VCALENDAR"
    return calendar


def unfolded(data: bytes) -> Iterator[str]:
    """Yield the content lines; each line of the file has at most 75 octets, all of them whole characters."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in physical)
    assert max(map(len, physical)) <= 75
    return iter("\r\n".join(line.decode() for line in physical).replace("\r\n ", "").split("\r\n"))


def _component(lines: Iterator[str], first: str) -> Component:
    made = Component(first.removeprefix("BEGIN:"))
    assert first == f"BEGIN:{made.name}"
    for line in lines:
        if line == f"END:{made.name}":
            return made
        if line.startswith("BEGIN:"):
            made.inner.append(_component(lines, line))
            continue
        found = LINE.fullmatch(line)
        assert found, line
        name, params, value = found.groups()
        assert name not in made.values, f"{name} twice in {made.name}"
        if name in TEXTS:
            assert TEXT.fullmatch(value), line
            value = ESCAPE.sub(lambda escape: "\n" if escape[1] == "n" else escape[1], value)
        made.values[name], made.params[name] = value, params
    raise AssertionError(f"no END:{made.name}")
