"""The calendar year of a plan: what its data, its items and the almanac set a day for, by track."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from unionkit.almanac import FIRST_YEAR, LAST_YEAR, Almanac, Occurrence, entries, resolve
from unionkit.document import Scope, worded_date
from unionkit.errors import Lang
from unionkit.model import Goal, Period, Schedule, WelfareMeasure

from ._contracts import CollectiveContract, WageTalks
from ._data import EnterpriseData, Ideas, Safety, StaffCongress
from ._vocabulary import CONTRACT_KINDS

TRACKS: Final[dict[str, tuple[str, str]]] = {
    "contracts": ("集体合同", "Collective contracts"),
    "talks": ("集体协商", "Collective talks"),
    "congress": ("职工代表大会", "Staff congress"),
    "safety": ("劳动安全卫生", "Safety and health"),
    "welfare": ("福利与关爱", "Welfare and care"),
    "others": ("竞赛与其他活动", "Contests and other activities"),
}
"""What each track is called, in Chinese and English, in the order in which they are shown."""

_OF_KIND: Final = {
    "contract": "contracts",
    "wage-talks": "talks",
    "staff-congress": "congress",
    "safety-contest": "safety",
    "safety-inspection": "safety",
}
"""On which track activities of a kind are shown."""

_SEASONS: Final = (
    ("职业病防治法宣传周", "safety"),
    ("安全生产月", "safety"),
    ("女职工维权行动月", "welfare"),
    ("夏送清凉", "welfare"),
    ("金秋助学", "welfare"),
    ("冬送温暖", "welfare"),
)
"""Seasons of union work that an enterprise keeps, and on which track."""


@attrs.frozen(kw_only=True)
class Entry:
    """
    What is shown on a track.

    Attributes:
        track: A name of :data:`TRACKS`.

        start: The first day, within the year.

        end: The last day, within the year.

        title: What it is.

        form: ``term`` of a contract, ``season`` of the almanac, ``work`` that lies ahead, or ``deadline``.

        owner: Who is responsible; empty when not said.
    """

    track: str
    start: dt.date
    end: dt.date
    title: str
    form: str = "work"
    owner: str = ""


def data_in(scope: Scope) -> EnterpriseData:
    """Return what the plan holds for enterprises; nothing, where there is none, or it cannot be understood."""
    return scope.data if isinstance(scope.data, EnterpriseData) else EnterpriseData()


def called(contract: CollectiveContract, lang: Lang) -> str:
    """Return what a contract is called: its title, or what its kind is called."""
    term = CONTRACT_KINDS[contract.kind]
    return contract.title.strip() or (term.zh if lang == "zh" else term.en)


def tracks_of(scope: Scope) -> dict[str, str]:
    """Return what each track is called in the language of the document; an assembly of all staff by its own name."""
    names = dict(TRACKS)
    congress = data_in(scope).congress
    if congress is not None and congress.of_all_staff:
        names["congress"] = ("职工大会", "Assembly of all staff")
    return {track: name[scope.lang == "en"] for track, name in names.items()}


def year_of(scope: Scope) -> int | None:
    """Return the calendar year in which the period of the plan begins; None where it names none."""
    start = scope.plan.period.start
    return None if start is None else start.year


def entries_of(scope: Scope) -> tuple[Entry, ...]:
    """Return all that has days in the year of the plan, by first day; nothing where the plan names no year."""
    year = year_of(scope)
    if year is None:
        return ()
    found = {
        (entry.track, entry.start, entry.end, entry.title, entry.form): entry
        for entry in _Year(scope, year).all()  # what the data and the plan tell alike is shown once
    }.values()
    order = list(TRACKS)
    return tuple(
        sorted(found, key=lambda entry: (entry.start, entry.end, order.index(entry.track), entry.title))
    )


class _Year:
    """One year of one plan."""

    def __init__(self, scope: Scope, year: int) -> None:
        self._scope = scope
        self._lang: Lang = scope.lang
        self._period = Period(year=year)
        self._first, self._last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        self._almanac: Almanac = scope.almanac.for_region(scope.plan.organization.region)

    def all(self) -> Iterator[Entry]:
        data = data_in(self._scope)
        for contract in data.contracts:
            yield from self._contract(contract)
        if data.talks is not None:
            yield from self._talks(data.talks)
        if data.congress is not None:
            yield from self._congress(data.congress)
        if data.safety is not None:
            yield from self._safety(data.safety)
        if data.ideas is not None:
            yield from self._ideas(data.ideas)
        yield from self._items(data)
        yield from self._seasons()

    def _say(self, zh: str, en: str) -> str:
        return zh if self._lang == "zh" else en

    # ------------------------------------------------------------ what makes an entry

    def _between(
        self, track: str, start: dt.date, end: dt.date, title: str, form: str = "work", owner: str = ""
    ) -> Iterator[Entry]:
        """Yield an entry for what of these days lies in the year."""
        start, end = max(start, self._first), min(end, self._last)
        if start <= end:
            yield Entry(track=track, start=start, end=end, title=title, form=form, owner=owner)

    def _on(self, track: str, day: dt.date | None, title: str, owner: str = "") -> Iterator[Entry]:
        if day is not None:
            yield from self._between(track, day, day, title, "deadline", owner)

    def _at(
        self, track: str, when: Schedule | None, title: str, form: str = "work", owner: str = ""
    ) -> Iterator[Entry]:
        """Yield an entry for each occurrence of a time in the year."""
        for occurrence in resolve(when, self._period, self._almanac) if when is not None else ():
            yield from self._occurring(track, occurrence, title, form, owner)

    def _occurring(
        self, track: str, occurrence: Occurrence, title: str, form: str, owner: str
    ) -> Iterator[Entry]:
        if isinstance(occurrence.start, dt.date) and isinstance(occurrence.end, dt.date):
            yield from self._between(
                track,
                occurrence.start,
                occurrence.end,
                title,
                "deadline" if occurrence.deadline else form,
                owner,
            )

    # ------------------------------------------------------------ what the data tells

    def _contract(self, contract: CollectiveContract) -> Iterator[Entry]:
        name, owner = called(contract, self._lang), contract.responsible
        if contract.start is not None or contract.end is not None:
            until = worded_date(contract.end, self._lang) if contract.end else ""
            term = f"{name}{self._say(f'（至{until}）', f' (to {until})') if until else ''}"
            yield from self._between(
                "contracts", contract.start or self._first, contract.end or self._last, term, "term", owner
            )
        for day, zh, en in (
            (contract.voted, "草案通过", "draft passed"),
            (contract.signed, "签订", "signed"),
            (contract.filed, "报送审查", "filed"),
            (contract.end, "期满", "ends"),
        ):
            yield from self._on("contracts", day, self._about(zh, en, name), owner)
        renewal, review = (
            self._about("续签协商", "renewal negotiated", name),
            self._about("履约检查", "review", name),
        )
        yield from self._at("contracts", contract.renewal, renewal, owner=owner)
        first, last = contract.start or self._first, contract.end or self._last
        for entry in self._at("contracts", contract.review, review, owner=owner):
            if entry.start <= last and entry.end >= first:  # a contract is reviewed while it is in force
                yield attrs.evolve(entry, start=max(entry.start, first), end=min(entry.end, last))

    def _about(self, zh: str, en: str, name: str) -> str:
        return self._say(f"{zh}：{name}", f"{name}: {en}")

    def _talks(self, talks: WageTalks) -> Iterator[Entry]:
        for day, zh, en in (
            (talks.invited, "发出协商要约", "Invitation to the talks"),
            (talks.reply_by, "书面答复期限", "Answer in writing due"),
            (talks.replied, "收到书面答复", "Answer received"),
            (talks.papers_by, "提供协商资料期限", "Figures for the talks due"),
        ):
            yield from self._on("talks", day, self._say(zh, en))
        yield from self._at("talks", talks.when, self._say("工资集体协商", "Wage talks"))

    def _congress(self, congress: StaffCongress) -> Iterator[Entry]:
        zh, en = ("职工", "workers") if congress.of_all_staff else ("代表", "delegates")
        yield from self._on("congress", congress.previous, self._say("上次会议", "Session before this one"))
        yield from self._at(
            "congress", congress.proposals, self._say(f"征集{zh}提案", f"Proposals of {en} collected")
        )
        yield from self._on(
            "congress", congress.papers_by, self._say(f"材料送达{zh}", f"Papers reach the {en}")
        )
        session = congress.session or self._say("召开职工代表大会", "Staff congress")
        yield from self._at("congress", congress.when, session)

    def _safety(self, safety: Safety) -> Iterator[Entry]:
        for inspection in safety.inspections:
            title = self._say(f"检查：{inspection.subject}", f"Inspection: {inspection.subject}")
            yield from self._at("safety", inspection.when, title, owner=inspection.responsible)

    def _ideas(self, ideas: Ideas) -> Iterator[Entry]:
        for when, zh, en in (
            (ideas.collected, "征集合理化建议", "Ideas collected"),
            (ideas.reviewed, "评审合理化建议", "Ideas judged"),
        ):
            yield from self._at("others", when, self._say(zh, en), owner=ideas.responsible)

    # ------------------------------------------------------------ what the plan and the almanac tell

    def _items(self, data: EnterpriseData) -> Iterator[Entry]:
        """Yield the activities and welfare measures of the plan; times that the data tells too are shown once."""
        told = {
            "congress": data.congress.when if data.congress else None,
            "talks": data.talks.when if data.talks else None,
        }
        for found in entries(self._scope.plan, self._almanac):
            if found.occurrence is None or isinstance(found.item, Goal):
                continue
            item = found.item
            track = "welfare" if isinstance(item, WelfareMeasure) else _OF_KIND.get(item.kind, "others")
            if item.when is not None and item.when == told.get(track):
                continue
            yield from self._occurring(track, found.occurrence, found.title, "work", item.owner)

    def _seasons(self) -> Iterator[Entry]:
        for name, track in _SEASONS:
            season = self._almanac.season(name)
            if season is None or season.first is None or season.last is None:
                continue
            for year in range(self._first.year - 1, self._first.year + 1):
                if not FIRST_YEAR <= year < LAST_YEAR:
                    continue
                starts = season.first.days(year)
                ends = [
                    day
                    for each in (year, year + 1)
                    for day in season.last.days(each)
                    if starts and day >= starts[0]
                ]
                if starts and ends:
                    title = season.name if self._lang == "zh" else season.en or season.name
                    yield from self._between(track, starts[0], ends[0], title, "season")
