"""``unionkit check``: plan files against the rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import click

from ._config import NEVER, SEVERITIES, Config, Draft, find_config, read_config
from ._localised import Option, almanac_option, day, make_command, one_of, parameters_option
from ._main import COULD_NOT_RUN
from ._own import own_almanac, own_law
from ._state import STANDARD, State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from unionkit.errors import Lang, UnionkitError
    from unionkit.files import Baseline
    from unionkit.rules import Settings

    from ._checking import Outcome, Wanted

_FORMATS: Final = ("text", "json", "sarif", "github")
_COLORS: Final = ("auto", "always", "never")


def command(state: State) -> click.Command:
    """Return the command."""

    def run(files: tuple[str, ...], **options: Any) -> int:
        return _run(state, tuple(dict.fromkeys(files)), _Options(**options))

    return make_command(
        state,
        "check",
        callback=run,
        help=state.say(
            "按有日期的规定检查计划文件，也可以直接检查旧计划（.txt、.docx）。"
            "退出状态：0 通过，1 有达到 --fail-on 的问题，2 没能检查或没能全部检查。",
            "Check plan files against dated rules, or old plans (.txt, .docx) as they are."
            " Exit status: 0 passed, 1 findings at or above --fail-on, 2 could not check, or not all.",
        ),
        params=[click.Argument(["files"], nargs=-1, required=True), *_options(state)],
    )


class _Options(NamedTuple):
    """What stands on the command line; None and nothing where it does not say."""

    output_format: str
    severity: str | None
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    statistics: bool
    fix: bool
    diff: bool
    baseline: str | None
    write_baseline: str | None
    config: str | None
    no_config: bool
    on: dt.datetime | None
    pack: str | None
    almanac: str | None
    parameters: str | None
    explain_silent: bool
    color: str
    executor: str


def _options(state: State) -> list[click.Parameter]:
    say = state.say
    return [
        Option(
            state,
            ["--format", "output_format"],
            type=one_of(state, *_FORMATS),
            default="text",
            help=say("输出格式，默认 text", "Output format, text by default"),
        ),
        Option(
            state,
            ["--severity"],
            type=one_of(state, *SEVERITIES),
            help=say("显示到哪一级，默认 warning", "Least severity to show, warning by default"),
        ),
        Option(
            state,
            ["--fail-on"],
            type=one_of(state, *SEVERITIES, NEVER),
            help=say(
                "哪一级起退出状态为 1，默认 error",
                "Least severity that makes the exit status 1, error by default",
            ),
        ),
        Option(
            state,
            ["--select"],
            metavar="RULES",
            multiple=True,
            help=say(
                "只查这些规则：代码、代码开头（UK8）、英文名或类别，逗号分隔；可写多次",
                "Ask these rules only: codes, their beginning (UK8), slugs or families, with commas between;"
                " may be given several times",
            ),
        ),
        Option(
            state,
            ["--ignore"],
            metavar="RULES",
            multiple=True,
            help=say("不查这些规则，写法同上", "Do not ask these rules; written likewise"),
        ),
        Option(
            state,
            ["--statistics"],
            is_flag=True,
            help=say("只列出每条规则有几个问题", "Print only how many findings each rule has"),
        ),
        Option(
            state,
            ["--fix"],
            is_flag=True,
            help=say("改好能自动改的，写回计划文件", "Mend what can be mended, in the plan files themselves"),
        ),
        Option(
            state,
            ["--diff"],
            is_flag=True,
            help=say(
                "只显示 --fix 会改什么，不写文件；有改动则退出状态为 1",
                "Show what --fix would change and write nothing; exit status 1 if it would change something",
            ),
        ),
        Option(
            state,
            ["--baseline"],
            metavar="FILE",
            help=say("不再列出这个基线里已有的问题", "Leave out the findings of this baseline"),
        ),
        Option(
            state,
            ["--write-baseline"],
            metavar="FILE",
            help=say("把现有的问题都记进基线", "Write all present findings into a baseline"),
        ),
        Option(
            state,
            ["--config"],
            metavar="FILE",
            help=say(
                "配置文件；默认找 unionkit.toml 或 pyproject.toml",
                "Configuration; by default unionkit.toml or pyproject.toml is looked for",
            ),
        ),
        Option(
            state, ["--no-config"], is_flag=True, help=say("不用配置文件", "Do without a configuration file")
        ),
        Option(
            state,
            ["--on"],
            type=day(state),
            metavar="DATE",
            help=say(
                "按哪一天的规定检查，默认按计划期", "Day whose law applies; by default the plan's period"
            ),
        ),
        Option(
            state,
            ["--pack"],
            metavar="NAME",
            help=say(
                "按哪个模板包检查；neutral 为不用模板包", "Check as a plan of this pack; neutral: of none"
            ),
        ),
        almanac_option(state),
        parameters_option(state),
        Option(
            state,
            ["--explain-silent"],
            is_flag=True,
            help=say("列出因缺少资料而未判断的规则", "List the rules that lack the data to decide"),
        ),
        Option(
            state,
            ["--color"],
            type=one_of(state, *_COLORS),
            default="auto",
            help=say("颜色，默认只在终端上用", "Colours; by default on a terminal only"),
        ),
        Option(
            state,
            ["--executor"],
            metavar="NAME",
            default="serial",
            help=say("多个文件用什么执行器，默认 serial", "Executor for several files, serial by default"),
        ),
    ]


# ------------------------------------------------------------ what is asked for


class _Asked(NamedTuple):
    """Command line and configuration together, and what of them could not be used."""

    config: Config
    settings: Settings
    show: str
    fail_on: str
    baseline: str | None
    refused: list[UnionkitError]


def _asked(state: State, files: Sequence[str], options: _Options) -> _Asked:
    """Read the configuration, and let the command line win over it; what cannot be used is told and left out."""
    from unionkit.errors import UnknownRuleError  # noqa: PLC0415 -- `--help` does without
    from unionkit.rules import NOTICES, OFF, Settings  # noqa: PLC0415 -- as above

    refused: list[UnionkitError] = []
    file = None if options.no_config else options.config or find_config(files[0])
    draft = _draft(file, refused)
    config = Config() if draft is None else draft.config
    if config.lang in ("zh", "en") and not state.lang_given:
        state.lang = cast("Lang", config.lang)
    almanac = options.almanac or config.almanac
    state.almanac = None if almanac is None else own_almanac(almanac, refused)
    state.parameters = own_law([options.parameters] if options.parameters else config.parameters, refused)
    if draft is not None:
        wrong = draft.finish(lambda: [*state.kit.rules, *NOTICES], state.kit.law_for)
        if wrong is not None:
            state.tell_set_aside()  # a rule may be missing with its plugin
            refused.insert(0, wrong)
        config = draft.config
    for error in refused:
        _tell_error(state, error)
    select, ignore = _listed(options.select), _listed(options.ignore)
    severity = dict(config.severity)
    if select:  # what is asked for by name is asked, whatever the configuration leaves out
        severity = {name: said for name, said in severity.items() if said != OFF}
    else:
        select, ignore = config.select, (*config.ignore, *ignore)
    settings = Settings(select=select, ignore=ignore, severity=severity)
    try:
        settings.check_names(state.kit.rules)
    except UnknownRuleError:
        state.tell_set_aside()  # as above
        raise
    return _Asked(
        config=config,
        settings=settings,
        show=options.severity or config.show or "warning",
        fail_on=options.fail_on or config.fail_on or "error",
        baseline=options.baseline or config.baseline,
        refused=refused,
    )


def _draft(file: str | None, refused: list[UnionkitError]) -> Draft | None:
    """The configuration of a file; None without one, or where it cannot be read."""
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without

    try:
        return None if file is None else read_config(file)
    except UnionkitError as error:
        refused.append(error)
        return None


def _tell_error(state: State, error: UnionkitError) -> None:
    for line in error.message(state.lang).splitlines():
        state.tell(f"{state.say('错误', 'Error')}: {line}")


def _listed(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())


# ------------------------------------------------------------ the run


def _run(state: State, files: tuple[str, ...], options: _Options) -> int:
    from unionkit.rules import Severity  # noqa: PLC0415 -- `--help` does without

    from ._checking import Wanted  # noqa: PLC0415 -- as above

    _refuse_misuse(state, files, options)
    asked = _asked(state, files, options)
    baseline = _baseline(state, None if options.write_baseline else asked.baseline, asked.refused)
    if asked.refused and options.fix:  # nothing is written on half of what was asked for
        state.tell(
            state.say(
                "配置没有读全，没有改任何文件。",
                "Not all that was asked for could be read; no file was mended.",
            )
        )
        options = options._replace(fix=False)
    wanted = Wanted(
        on=options.on.date() if options.on is not None else None,
        pack=options.pack or asked.config.pack,
        settings=asked.settings,
        least=Severity(asked.show),
        mends=options.fix or options.diff,
        counts=options.write_baseline is not None,
        details=options.output_format == "sarif",
    )
    outcomes, refused = _outcomes(state, files, wanted, options.executor, baseline, asked.baseline)
    if options.fix:
        outcomes, unwritten = _write(state, outcomes)
        refused += unwritten
    for why in refused:
        _tell_error(state, why)
    refused += asked.refused
    _tell_of_fixes(state, outcomes, options)
    if options.write_baseline is not None:
        return _write_baseline(state, options.write_baseline, outcomes, complete=not refused)
    if options.diff:
        return _show_differences(outcomes, complete=not refused)
    _show(state, outcomes, options, complete=not refused)
    if stale := sum(each.report.stale for each in outcomes):
        state.tell(
            state.say(
                f"注意: 基线 {asked.baseline} 中有 {stale} 项已经不再出现，可用 --write-baseline 重写。",
                f"Note: {'1 finding' if stale == 1 else f'{stale} findings'} of the baseline {asked.baseline}"
                f" {'is' if stale == 1 else 'are'} found no more; write it anew by --write-baseline.",
            )
        )
    if refused:
        return COULD_NOT_RUN
    return 1 if any(_fails(each, asked.fail_on) for each in outcomes) else 0


def _refuse_misuse(state: State, files: Sequence[str], options: _Options) -> None:
    for first, second in (
        ("fix", "diff"),
        ("statistics", "diff"),
        ("write_baseline", "fix"),
        ("write_baseline", "diff"),
        ("write_baseline", "statistics"),
        ("config", "no_config"),
    ):
        if getattr(options, first) and getattr(options, second):
            names = [f"--{name.replace('_', '-')}" for name in (first, second)]
            raise click.UsageError(
                state.say(f"{names[0]} 不与 {names[1]} 同用。", f"{names[0]} does not go with {names[1]}.")
            )
    if options.statistics and options.output_format not in ("text", "json"):
        raise click.UsageError(
            state.say("--statistics 只有 text 和 json 两种格式。", "--statistics is printed as text or json.")
        )
    if options.fix and STANDARD in files:
        raise click.UsageError(
            state.say(
                "标准输入不能写回；请用 --diff 看改动。", "Standard input cannot be written back; use --diff."
            )
        )
    if options.write_baseline is not None:
        for name in files:
            state.refuse_overwriting(name, options.write_baseline)


def _baseline(state: State, file: str | None, refused: list[UnionkitError]) -> Baseline | None:
    if file is None:
        return None
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without
    from unionkit.files import load_baseline, read_text_file  # noqa: PLC0415 -- most runs have none

    try:
        return load_baseline(read_text_file(file), name=file)
    except UnionkitError as error:
        _tell_error(state, error)
        refused.append(error)
        return None


def _outcomes(
    state: State,
    files: Sequence[str],
    wanted: Wanted,
    executor: str,
    baseline: Baseline | None,
    baseline_file: str | None,
) -> tuple[list[Outcome], list[UnionkitError]]:
    """Check every file; one that cannot be read does not keep the others from it."""
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without
    from unionkit.files import file_key  # noqa: PLC0415 -- as above

    from ._checking import check_file  # noqa: PLC0415 -- as above

    outcomes: list[Outcome] = []
    refused: list[UnionkitError] = []
    kit = state.kit
    with kit.executor(executor) as pool:
        futures: list[Future[Outcome]] = []
        for name in files:
            known = None
            if baseline is not None and baseline_file is not None:
                known = baseline.files.get(file_key(name, Path(baseline_file).parent), {})
            try:
                data = state.read_standard_input() if name == STANDARD else None
                futures.append(pool.submit(check_file, kit, name, data, wanted=wanted, known=known))
            except UnionkitError as error:
                refused.append(error)
        for future in futures:
            try:
                outcomes.append(future.result())
            except UnionkitError as error:
                refused.append(error)
    return outcomes, refused


def _write(state: State, outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[UnionkitError]]:
    """Write the files that were mended; one that cannot be written is left out."""
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without
    from unionkit.files import write_file  # noqa: PLC0415 -- as above

    written: list[Outcome] = []
    refused: list[UnionkitError] = []
    for each in outcomes:
        if each.new is not None:
            name = each.checked.name
            try:
                write_file(name, each.new.encode())
            except UnionkitError as error:
                refused.append(error)
                continue
            state.tell(state.say(f"{name}: 改好 {each.mended} 项", f"{name}: {each.mended} mended"))
        written.append(each)
    return written, refused


def _tell_of_fixes(state: State, outcomes: Sequence[Outcome], options: _Options) -> None:
    """Say what could not be mended, and why."""
    for each in outcomes:
        if each.unfit is not None:
            reason = each.unfit.message(state.lang)
            state.tell(
                state.say(
                    f"注意: {each.checked.name} 没有改：{reason}",
                    f"Note: {each.checked.name} was not mended: {reason}",
                )
            )
        for found in each.unwritten:
            state.tell(
                state.say(
                    f"注意: {found.place}: {found.code} 的改动会牵连文件的别处，请手工改。",
                    f"Note: {found.place}: the fix of {found.code} would change more of the file; make it by hand.",
                )
            )
    if options.fix and not any(each.new is not None for each in outcomes):
        state.tell(state.say("没有可以自动改的。", "Nothing could be mended."))


def _write_baseline(state: State, file: str, outcomes: Sequence[Outcome], *, complete: bool) -> int:
    from unionkit.files import Baseline, file_key  # noqa: PLC0415 -- most runs write none

    if not complete:
        state.tell(
            state.say(
                f"没有全部检查，没有写 {file}。",
                f"Not everything could be checked; {file} was not written.",
            )
        )
        return COULD_NOT_RUN
    folder = Path(file).parent
    baseline = Baseline(files={file_key(each.checked.name, folder): each.counts for each in outcomes})
    state.write(file, baseline.dump().encode())
    count = sum(sum(each.counts.values()) for each in outcomes)
    known = "1 finding is" if count == 1 else f"{count} findings are"
    state.tell(state.say(f"记下 {count} 项已有的问题。", f"{known} known now."))
    return 0


def _show_differences(outcomes: Sequence[Outcome], *, complete: bool) -> int:
    from ._check_output import show_difference  # noqa: PLC0415 -- `--help` does without

    for each in outcomes:
        show_difference(each)
    if not complete:
        return COULD_NOT_RUN
    return 1 if any(each.new is not None for each in outcomes) else 0


def _show(state: State, outcomes: Sequence[Outcome], options: _Options, *, complete: bool) -> None:
    from ._check_output import (  # noqa: PLC0415 -- `--help` does without
        is_coloured,
        show,
        show_silent,
        show_statistics,
        show_summary,
    )

    findings = [found for each in outcomes for found in each.checked.report]
    if options.statistics:
        show_statistics(state, findings, options.output_format)
        return
    checked = [each.checked for each in outcomes]
    show(state, checked, options.output_format, complete=complete, coloured=is_coloured(options.color))
    if options.output_format == "text":
        if options.explain_silent:
            show_silent(state, outcomes)
        if outcomes:
            show_summary(state, outcomes, mended=options.fix)


def _fails(outcome: Outcome, fail_on: str) -> bool:
    from unionkit.rules import Severity  # noqa: PLC0415 -- `--help` does without

    if fail_on == NEVER:
        return False
    return any(found.severity.rank >= Severity(fail_on).rank for found in outcome.report)
