"""What a Kit knows of time: the core's almanac, that of a pack, and the user's own."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from pathlib import Path

import pytest

from unionkit import Kit, Pack, hookimpl
from unionkit.almanac import ALMANAC, Almanac, HolidayStatus, Windows, entries
from unionkit.errors import AlmanacFileError, ReadAccessError, UnknownPackError
from unionkit.model import Activity, Period, Plan, WelfareMeasure, parse_schedule

PLAN = Plan(
    period=Period(year=2026, half=2),
    content=[
        Activity(title="校庆晚会", when=parse_schedule("校庆日")),
        Activity(title="歌咏比赛", when=parse_schedule("国庆节前")),
        WelfareMeasure(title="看望王某", when=parse_schedule("中秋节"), private=True),
    ],
)
DATA = "almanac: 1\nfestivals:\n  - {name: 校庆日, day: 10月18日}\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A pack whose folder of data holds a file of the almanac."""
    folder = tmp_path / "pack_with_days"
    (folder / "data").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "data" / "days.yaml").write_text(DATA, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    sys.modules.pop("pack_with_days", None)


class WithDays:
    def __init__(self, file: str = "days.yaml", package: str = "pack_with_days") -> None:
        self.pack = Pack(name="days", package=package, title="有日期", title_en="days", almanac=file)

    @hookimpl
    def unionkit_packs(self):
        return (self.pack,)


def days(kit: Kit, pack: str | None = None) -> dict[str, dt.date | None]:
    return {
        entry.title: entry.occurrence.start if entry.occurrence else None
        for entry in kit.occurrences(PLAN, pack=pack)
    }


def test_the_calendar_of_a_plan_comes_from_its_kit():
    """As the almanac of the core has it; what concerns named persons only when asked for."""
    kit = Kit(discover=False)

    assert kit.occurrences(PLAN) == entries(PLAN)
    assert days(kit) == {"歌咏比赛": dt.date(2026, 9, 24), "校庆晚会": None}
    assert "看望王某" in {entry.title for entry in kit.occurrences(PLAN, private=True)}
    assert kit.almanac_for() == ALMANAC


def test_a_pack_brings_days_for_its_plans(package):
    """And for no others."""
    kit = Kit(discover=False, plugins=[WithDays()])

    assert days(kit, "days")["校庆晚会"] == dt.date(2026, 10, 18)
    assert days(kit)["校庆晚会"] is None
    assert kit.unread_almanacs == {}
    assert not [found for found in kit.check(PLAN, pack="days") if "校庆日" in found.message()]
    with pytest.raises(UnknownPackError):
        kit.almanac_for("school")


def test_the_users_own_days_win(package, tmp_path):
    """From a file, or as a value; they are there in another process too."""
    file = tmp_path / "own.yaml"
    file.write_text(DATA.replace("18日", "19日") + "windows: {before: 10}\n", encoding="utf-8")
    from_file = Kit(discover=False, plugins=[WithDays()], almanac=str(file))

    assert days(from_file, "days") == {"歌咏比赛": dt.date(2026, 9, 21), "校庆晚会": dt.date(2026, 10, 19)}
    value = Kit(discover=False, almanac=Almanac(windows=Windows(before=1)))
    assert days(value)["歌咏比赛"] == dt.date(2026, 9, 30)
    for kit in (Kit(discover=False, almanac=Path(file)), value):
        assert days(pickle.loads(pickle.dumps(kit))) == days(kit)


def test_an_announcement_can_be_added_on_the_day_it_comes_out(tmp_path):
    """As data; until then the days of the law count."""
    file = tmp_path / "2027.yaml"
    file.write_text(
        "almanac: 1\nholidays:\n"
        "  - year: 2027\n    notice: 国办发明电〔2026〕0号\n"
        "    holidays:\n"
        + "".join(
            f"      - {{names: {run.names[0]}, from: {run.first}, to: {run.last}}}\n"
            for run in ALMANAC.holidays.runs(2027)
        ),
        encoding="utf-8",
    )

    assert Kit(discover=False).almanac_for().holidays.status(2027) is HolidayStatus.STATUTORY
    assert Kit(discover=False, almanac=file).almanac_for().holidays.status(2027) is HolidayStatus.ANNOUNCED


@pytest.mark.parametrize(
    "broken", ["almanac: 1\nfestivals:\n  - {name: 校庆日, day: 下雨天}\n", "", "[]", "a: b: c"]
)
def test_broken_data_of_a_pack_are_told_and_the_others_go_on(package, broken):
    """With their place; a strict Kit stops."""
    (package / "data" / "days.yaml").write_text(broken, encoding="utf-8")
    kit = Kit(discover=False, plugins=[WithDays()])

    assert days(kit, "days")["歌咏比赛"] == dt.date(2026, 9, 24)
    (error,) = kit.unread_almanacs.values()
    assert "pack_with_days/data/days.yaml" in error.message("zh")
    (finding,) = [found for found in kit.check(PLAN, pack="days") if found.code == "UK903"]
    assert "pack_with_days/data/days.yaml" in finding.message("en")
    with pytest.raises(AlmanacFileError):
        Kit(discover=False, plugins=[WithDays()], strict=True).almanac_for("days")


@pytest.mark.parametrize("plugin", [WithDays("none.yaml"), WithDays(package="no_such_package")])
def test_missing_data_of_a_pack_are_told_too(package, plugin):
    """Whether the file is not there, or the package."""
    kit = Kit(discover=False, plugins=[plugin])

    assert days(kit, "days")["校庆晚会"] is None
    assert isinstance(kit.unread_almanacs["days"], ReadAccessError)


def test_a_broken_file_of_the_users_own_is_refused_at_once(tmp_path):
    """When the Kit is made, with every problem and its place."""
    file = tmp_path / "own.yaml"
    file.write_text("almanac: 1\nfestivals:\n  - {name: 校庆日, dya: 10月18日}\n", encoding="utf-8")

    with pytest.raises(AlmanacFileError, match=r"own\.yaml:3"):
        Kit(discover=False, almanac=file)
    with pytest.raises(ReadAccessError):
        Kit(discover=False, almanac=tmp_path / "none.yaml")
