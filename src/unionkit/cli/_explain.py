"""``unionkit explain``: one rule, what the law says about it on a day and in a region, and where that comes from."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from ._localised import Option, day, make_command, one_of, parameters_option
from ._main import COULD_NOT_RUN
from ._own import own_law
from ._state import State

if TYPE_CHECKING:
    from unionkit.errors import UnionkitError
    from unionkit.rules import Basis, Limit, Parameter, Rule


def command(state: State) -> click.Command:
    """Return the command."""

    def run(rule: str, **options: Any) -> int:
        return _run(state, rule, **options)

    return make_command(
        state,
        "explain",
        callback=run,
        help=state.say(
            "说明一条规则：检查什么、依据什么，以及各项限额在某日某地的规定和前后变化。",
            "Explain a rule: what it looks for, what it rests on, and its limits on a day and in a region, before and after.",
        ),
        params=[
            click.Argument(["rule"], required=True),
            Option(
                state,
                ["--on"],
                type=day(state),
                metavar="DATE",
                help=state.say(
                    "哪一天的规定；不写则列出全部", "The day whose law is asked for; without it, all of it"
                ),
            ),
            Option(
                state,
                ["--region"],
                default="",
                metavar="NAME",
                help=state.say(
                    "省份全称，如 山东省；市县写在后面", "Province, such as Shandong by its full Chinese name"
                ),
            ),
            Option(
                state,
                ["--sector"],
                default="",
                metavar="NAME",
                help=state.say("单位类别，如 school", "Sector, such as school"),
            ),
            Option(
                state,
                ["--pack"],
                default=None,
                metavar="NAME",
                help=state.say("连同这个模板包的参数", "With the parameters of this pack"),
            ),
            parameters_option(state),
            Option(
                state,
                ["--format", "output_format"],
                type=one_of(state, "text", "json"),
                default="text",
                help=state.say("输出格式，默认 text", "Output format, text by default"),
            ),
        ],
    )


def _run(
    state: State,
    rule: str,
    *,
    on: dt.datetime | None,
    region: str,
    sector: str,
    pack: str | None,
    parameters: str | None,
    output_format: str,
) -> int:
    from unionkit.errors import UnknownRuleError  # noqa: PLC0415 -- `--help` does without
    from unionkit.model import check_region  # noqa: PLC0415 -- as above

    if region:
        check_region(region)
    refused: list[UnionkitError] = []
    state.parameters = own_law([parameters] if parameters else (), refused)
    for error in refused:
        for line in error.message(state.lang).splitlines():
            state.tell(f"{state.say('错误', 'Error')}: {line}")
    rules = {rule.code: rule for rule in state.kit.rules}
    named = rules | {rule.slug: rule for rule in rules.values()}
    known = named.get(rule) or named.get(rule.upper())
    if known is None:
        raise UnknownRuleError(rule, tuple(named))
    law = state.kit.law_for(None if pack == "neutral" else pack or known.pack)
    asked = [law.parameters[name] for name in known.parameters if name in law.parameters]
    explained = _Explained(state, known, asked, on.date() if on else None, region, sector)
    if output_format == "json":
        click.echo(json.dumps(explained.as_json(), ensure_ascii=False, indent=1))
    else:
        for line in explained.lines():
            click.echo(line)
    return COULD_NOT_RUN if refused else 0


class _Explained:
    def __init__(
        self,
        state: State,
        rule: Rule,
        parameters: list[Parameter],
        on: dt.date | None,
        region: str,
        sector: str,
    ) -> None:
        self._state = state
        self._rule = rule
        self._parameters = parameters
        self._on = on
        self._region = region
        self._sector = sector

    def _clock(self, parameter: Parameter) -> tuple[list[Limit], list[Limit], list[Limit]]:
        """What was in force before, what is on the day (what applies first), and what comes after."""
        told = parameter.clock(region=self._region, sector=self._sector)
        if self._on is None:
            return [], list(told), []
        ruling = parameter.ruling(self._on, region=self._region, sector=self._sector)
        now = [ruling.limit, *ruling.others] if ruling else []
        before = [each for each in told if each.basis.until is not None and each.basis.until < self._on]
        after = [each for each in told if each.basis.since is not None and each.basis.since > self._on]
        return before, now, after

    # ------------------------------------------------------------ for people

    def lines(self) -> Iterator[str]:
        """Yield what is told, line by line."""
        say, rule = self._state.say, self._rule
        title = say(rule.title_zh, rule.title_en)
        severity = say(*_SEVERITIES[rule.severity.value])
        yield f"{rule.code} {rule.slug}"
        yield f"{title}{say('（' + severity + '）', ' (' + severity + ')')}"
        yield ""
        yield say("依据：", "Basis: ") + self._cited(rule.basis)
        for parameter in self._parameters:
            yield ""
            yield from self._lines_of(parameter)
        yield ""
        yield from self._page()

    def _page(self) -> Iterator[str]:
        """Yield what the rule looks for: in Chinese its message and its examples, then the rest of its English page."""
        page = inspect.cleandoc(self._rule.__doc__ or "")
        if self._state.lang == "en":
            yield page
            return
        yield f"提示语：{_BLANK.sub('…', self._rule.wording['zh'])}"
        for title, example in zip(("会被提示：", "应当写成："), _EXAMPLE.findall(page), strict=False):
            yield ""
            yield title
            yield example.rstrip()
        more = [section.rstrip() for section in _SECTION.split(page) if section.startswith(_MORE)]
        if more:
            yield ""
            yield "更多说明（英文）："
        for section in more:
            yield ""
            yield section

    def _lines_of(self, parameter: Parameter) -> Iterator[str]:
        say = self._state.say
        where = self._region or say("全国", "everywhere")
        when = f"{self._on}" if self._on else say("任何时候", "ever")
        yield f"{parameter.title(self._state.lang)} [{parameter.name}] · {when} · {where}"
        before, now, after = self._clock(parameter)
        if not now:
            yield "  " + say("没有规定", "nothing is known")
        rows = (
            *((say("此前", "before"), limit) for limit in before),
            *(
                (say("适用", "applies") if self._on and not at else say("另有", "also"), limit)
                for at, limit in enumerate(now)
            ),
            *((say("此后", "after"), limit) for limit in after),
        )
        for word, limit in rows:
            yield f"  {word}{say('：', ': ')}{self._said(parameter, limit)}"

    def _said(self, parameter: Parameter, limit: Limit) -> str:
        from unionkit.rules import said_figure  # noqa: PLC0415 -- `--help` does without

        parts = [said_figure(limit.value, parameter.unit), limit.region, self._cited(limit.basis), limit.note]
        if limit.source:
            parts.append(self._state.say("来源 ", "read in ") + limit.source)
        return " · ".join(part for part in parts if part)

    def _cited(self, basis: Basis) -> str:
        say = self._state.say
        from unionkit.rules import Confidence  # noqa: PLC0415 -- `--help` does without

        said = basis.worded(self._state.lang)
        if basis.since or basis.until:
            since, until = basis.since or "…", basis.until or "…"
            said += say(f"，{since} 至 {until}", f", {since} to {until}")
        if basis.confidence is Confidence.UNCONFIRMED:
            said += say("（尚未核实）", " (not confirmed)")
        return said

    # ------------------------------------------------------------ for programs

    def as_json(self) -> dict[str, object]:
        """Return what is told as plain values."""
        rule = self._rule
        return {
            "code": rule.code,
            "slug": rule.slug,
            "family": rule.family,
            "severity": rule.severity.value,
            "title": self._state.say(rule.title_zh, rule.title_en),
            "on": self._on.isoformat() if self._on else None,
            "region": self._region,
            "sector": self._sector,
            "basis": basis_as_json(rule.basis),
            "parameters": [self._parameter_as_json(parameter) for parameter in self._parameters],
            "explanation": inspect.cleandoc(rule.__doc__ or ""),
        }

    def _parameter_as_json(self, parameter: Parameter) -> dict[str, object]:
        before, now, after = self._clock(parameter)
        return {
            "name": parameter.name,
            "title": parameter.title(self._state.lang),
            "unit": parameter.unit,
            "stricter": parameter.stricter.value,
            "before": [_limit(each) for each in before],
            "in_force": [_limit(each) for each in now],
            "after": [_limit(each) for each in after],
        }


_BLANK: Final = re.compile(r"\{\w+\}")
_EXAMPLE: Final = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_SECTION: Final = re.compile(r"^(?=## )", re.MULTILINE)
_MORE: Final = ("## Why is this bad?", "## Known limits")
_SEVERITIES: Final = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}


def _limit(limit: Limit) -> dict[str, object]:
    value = limit.value
    return {
        "value": list(value)
        if isinstance(value, tuple)
        else value
        if isinstance(value, bool)
        else str(value),
        "region": limit.region,
        "sectors": list(limit.sectors),
        "ownerships": list(limit.ownerships),
        "source": limit.source,
        "note": limit.note,
        "basis": basis_as_json(limit.basis),
    }


def basis_as_json(basis: Basis) -> dict[str, str | None]:
    """Return a basis as listings have it."""
    return {
        "title": basis.title,
        "number": basis.number or None,
        "article": basis.article or None,
        "from": basis.since.isoformat() if basis.since else None,
        "until": basis.until.isoformat() if basis.until else None,
        "confidence": basis.confidence.value,
    }
