"""``unionkit pack``: begin a template pack, or hold one against the contract."""

from __future__ import annotations

from pathlib import Path

import click

from ._localised import Option, Parsed, localised, make_command, one_of
from ._state import State


class _Group(Parsed, click.Group):
    """A group whose errors know it."""


def command(state: State) -> click.Command:
    """Return the group of commands for authors of packs."""
    group = _Group(
        "pack",
        commands={"new": _new(state), "check": _check(state)},
        add_help_option=False,
        options_metavar=state.say("[选项]", "[OPTIONS]"),
        subcommand_metavar=state.say("命令 [参数]...", "COMMAND [ARGS]..."),
        help=state.say(
            "供模板包的作者使用：新建一个模板包，或检查它是否遵守约定。",
            "For authors of template packs: begin a pack, or check whether it keeps its promises.",
        ),
    )
    return localised(group, state)


def _new(state: State) -> click.Command:
    def run(
        name: str,
        title: str | None,
        title_en: str | None,
        sector: str | None,
        prefix: str | None,
        output: str,
    ) -> None:
        from ._pack_new import Details, write_pack  # noqa: PLC0415 -- `--help` does without

        details = Details.of(name, title=title, title_en=title_en, sector=sector, prefix=prefix)
        folder = write_pack(details, Path(output))
        state.tell_written(folder)
        state.tell(
            state.say(
                f"下一步：pip install -e {folder}，再 unionkit pack check {folder}",
                f"Next: pip install -e {folder}, then unionkit pack check {folder}",
            )
        )

    return make_command(
        state,
        "new",
        callback=run,
        help=state.say(
            "新建一个完整的模板包，检查全部通过；再改成自己行业的内容。",
            "Write a complete template pack that passes all checks, to be made that of your sector.",
        ),
        params=[
            click.Argument(["name"], required=True),
            Option(
                state,
                ["--title"],
                metavar="TEXT",
                help=state.say("中文名称：医院工会", "Its title in Chinese"),
            ),
            Option(
                state,
                ["--title-en"],
                metavar="TEXT",
                help=state.say("英文名称：unions of hospitals", "Its title in English: unions of hospitals"),
            ),
            Option(
                state,
                ["--sector"],
                metavar="NAME",
                help=state.say("行业，默认与名称相同", "The sector that it serves; by default, its name"),
            ),
            Option(
                state,
                ["--prefix"],
                metavar="ABC",
                help=state.say(
                    "规则编号的字头，三个大写字母", "What its rule codes begin with, three capitals"
                ),
            ),
            Option(
                state,
                ["-o", "--output"],
                default=".",
                metavar="DIR",
                help=state.say(
                    "写到哪个文件夹之内（默认当前文件夹）", "Folder to write it in (default: this one)"
                ),
            ),
        ],
    )


def _check(state: State) -> click.Command:
    def run(path: str, form: str) -> None:
        from ._pack_check import checked  # noqa: PLC0415 -- `--help` does without

        status = checked(state, Path(path), form)
        if status:
            click.get_current_context().exit(status)

    return make_command(
        state,
        "check",
        callback=run,
        help=state.say(
            "检查一个模板包的文件夹（有 pyproject.toml）是否遵守约定；需要 unionkit[testing]。",
            "Hold the folder of a pack (with pyproject.toml) against the contract; needs unionkit[testing].",
        ),
        params=[
            click.Argument(["path"], required=True),
            Option(
                state,
                ["--format", "form"],
                type=one_of(state, "text", "json"),
                default="text",
                help=state.say(
                    "输出：text 供人看，json 供程序用", "Output: text for people, json for programs"
                ),
            ),
        ],
    )
