"""The configuration of a check: ``unionkit.toml``, or ``[tool.unionkit]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ._state import STANDARD

if TYPE_CHECKING:
    from unionkit.errors import ConfigFileError, Problem, UnionkitError
    from unionkit.rules import Notice, Rule

    from ._toml import TomlPath, Where

OWN_NAME: Final = "unionkit.toml"
SHARED_NAME: Final = "pyproject.toml"
SEVERITIES: Final = ("error", "warning", "info")
NEVER: Final = "never"

_SECTION: Final = ("tool", "unionkit")
_KEYS: Final = (
    *("select", "ignore", "severity", "show", "fail-on", "baseline", "almanac", "parameters", "lang", "pack"),
)
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "show": SEVERITIES,
    "fail-on": (*SEVERITIES, NEVER),
    "lang": ("zh", "en"),
}
_NEUTRAL: Final = "neutral"
_NOTHING: Final[Mapping[str, str]] = {}
_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Config(NamedTuple):
    """
    What a configuration asks for; paths in it are relative to its folder.

    Attributes:
        file: Its name; empty for none.

        select: Rules to ask; empty: all.

        ignore: Rules not to ask.

        severity: How much findings of rules weigh, by the name of the rule.

        show: Least severity that is shown, or None.

        fail_on: Least severity that makes the exit status 1, or None.

        baseline: The baseline, or None.

        almanac: The user's own file of almanac data, or None.

        parameters: The user's own parameter files.

        lang: The language of messages, or None.

        pack: Check as plans of this pack, or None.
    """

    file: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = _NOTHING
    show: str | None = None
    fail_on: str | None = None
    baseline: str | None = None
    almanac: str | None = None
    parameters: tuple[str, ...] = ()
    lang: str | None = None
    pack: str | None = None


class Draft:
    """A configuration whose names were not looked up yet, without what is wrong in it, and that."""

    def __init__(self, file: str, text: str, places: Mapping[TomlPath, Where], root: TomlPath) -> None:
        self.config = Config(file=file)
        self._text = text
        self._places = places
        self._root = root
        self._problems: list[tuple[int, Problem]] = []

    def take(self, values: Mapping[str, Any]) -> None:
        """Take the values, each that is as it should be."""
        from difflib import get_close_matches  # noqa: PLC0415 -- only a configuration needs it

        from unionkit.errors import UnknownKeyError  # noqa: PLC0415 -- `--help` does without

        taken: dict[str, Any] = {}
        for key, value in values.items():
            if key not in _KEYS:
                near = "".join(get_close_matches(key.replace("_", "-"), _KEYS, n=1))
                self._note(UnknownKeyError(key, near, _KEYS), (key,), at_key=True)
                continue
            if key in ("select", "ignore"):
                said: Any = self._names(value, (key,))
            elif key == "severity":
                said = self._severities(value)
            elif key == "parameters":
                said = tuple(map(self._path, self._names(value, (key,), files=True)))
            elif key in _CHOICES:
                said = self._choice(value, (key,), _CHOICES[key])
            else:
                said = self._text_of(value, (key,))
                said = self._path(said) if said is not None and key in ("baseline", "almanac") else said
            taken[key.replace("-", "_")] = said
        self.config = self.config._replace(**taken)

    def finish(
        self, rules: Callable[[], Iterable[Rule | Notice]], packs: Callable[[str | None], object]
    ) -> ConfigFileError | None:
        """
        Leave out of the configuration what there is not, and return all that is wrong in it, or None.

        Args:
            rules: Gives the rules that may be named.

            packs: Refuses the name of a pack that is not installed.
        """
        from unionkit.errors import ConfigFileError, UnknownPackError  # noqa: PLC0415 -- `--help` does without

        self._drop_unknown_rules(rules)
        if self.config.pack not in (None, _NEUTRAL):
            try:
                packs(self.config.pack)
            except UnknownPackError as error:
                self._note(error, ("pack",))
                self.config = self.config._replace(pack=None)
        if not self._problems:
            return None
        self._problems.sort(key=lambda entry: entry[0])
        return ConfigFileError(tuple(problem for _, problem in self._problems))

    def _drop_unknown_rules(self, rules: Callable[[], Iterable[Rule | Notice]]) -> None:
        config = self.config
        if not (config.select or config.ignore or config.severity):
            return
        among = tuple(rules())
        self.config = config._replace(
            severity={
                name: said
                for name, said in config.severity.items()
                if self._is_known(name, among, ("severity", name))
            },
            select=self._known_of(config.select, among, "select"),
            ignore=self._known_of(config.ignore, among, "ignore"),
        )

    def _known_of(self, names: tuple[str, ...], among: Sequence[Rule | Notice], key: str) -> tuple[str, ...]:
        return tuple(name for at, name in enumerate(names) if self._is_known(name, among, (key, at)))

    def _is_known(self, name: str, among: Sequence[Rule | Notice], path: TomlPath) -> bool:
        from unionkit.errors import UnknownRuleError  # noqa: PLC0415 -- as above
        from unionkit.rules import check_rule_name  # noqa: PLC0415 -- as above

        try:
            check_rule_name(name, among)
        except UnknownRuleError as error:
            self._note(error, path, at_key=path[0] == "severity")
            return False
        return True

    # ------------------------------------------------------------ values

    def _names(self, value: object, path: TomlPath, *, files: bool = False) -> tuple[str, ...]:
        if isinstance(value, str):
            return (value,) if files else tuple(filter(None, (name.strip() for name in value.split(","))))
        if not isinstance(value, list):
            zh, en = ("文件名的列表", "a list of files") if files else ("规则的列表", "a list of rules")
            self._refuse(zh, en, value, path)
            return ()
        for at, entry in enumerate(value):
            if not isinstance(entry, str):
                self._refuse("文字", "a text", entry, (*path, at))
        return tuple(entry for entry in value if isinstance(entry, str))

    def _severities(self, value: object) -> dict[str, str]:
        if not isinstance(value, Mapping):
            self._refuse('若干“规则 = "级别"”', "rules with their severities", value, ("severity",))
            return {}
        given = {
            name: self._choice(said, ("severity", name), (*SEVERITIES, "off")) for name, said in value.items()
        }
        return {name: said for name, said in given.items() if said is not None}

    def _choice(self, value: object, path: TomlPath, known: tuple[str, ...]) -> str | None:
        from unionkit.errors import UnknownNameError  # noqa: PLC0415 -- as above

        said = self._text_of(value, path)
        if said is not None and said not in known:
            self._note(UnknownNameError(said, known, ()), path)
            return None
        return said

    def _text_of(self, value: object, path: TomlPath) -> str | None:
        if isinstance(value, str) and value:
            return value
        self._refuse("文字", "a text", value, path)
        return None

    def _path(self, name: str) -> str:
        return str(Path(self.config.file).parent / name)

    # ------------------------------------------------------------ problems

    def _refuse(self, zh: str, en: str, value: object, path: TomlPath) -> None:
        from unionkit.errors import WrongTypeError  # noqa: PLC0415 -- as above

        self._note(WrongTypeError(zh, en, _shown(value)), path)

    def _note(self, error: UnionkitError, path: TomlPath, *, at_key: bool = False) -> None:
        from unionkit.errors import Place, Problem  # noqa: PLC0415 -- as above
        from unionkit.model import format_path  # noqa: PLC0415 -- as above

        whole = (*self._root, *path)
        while whole and whole not in self._places:
            whole = whole[:-1]
        where = self._places.get(whole)
        start, end = (0, 0) if where is None else where.key if at_key else where.value
        place = Place.between(self.config.file, self._text, start, end)
        self._problems.append(
            (start, Problem(error=error, path=format_path((*self._root, *path)), place=place))
        )


def read_config(file: str) -> Draft:
    """
    Read a configuration.

    Raises:
        ReadAccessError, FileTooLargeError, NotUtf8Error: It cannot be read.
        ConfigFileError: It is not TOML.
    """
    import tomllib  # noqa: PLC0415 -- most runs have no configuration

    from unionkit.errors import ConfigFileError, NotTomlError, Problem  # noqa: PLC0415 -- as above
    from unionkit.files import read_text_file  # noqa: PLC0415 -- as above

    from ._toml import toml_places  # noqa: PLC0415 -- as above

    text = read_text_file(file)
    try:
        values: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = _place_of(file, text, said)
        problem = Problem(error=NotTomlError(_PLACE.sub("", said)), path="$", place=place)
        raise ConfigFileError((problem,)) from None
    root: TomlPath = ()
    if Path(file).name == SHARED_NAME:
        root = _SECTION
        for key in _SECTION:
            values = values.get(key, {}) if isinstance(values, Mapping) else {}
    draft = Draft(file, text, toml_places(text), root)
    draft.take(values if isinstance(values, Mapping) else {})
    return draft


def _place_of(file: str, text: str, said: str) -> Any:
    """Where tomllib stopped."""
    from unionkit.errors import Place  # noqa: PLC0415 -- as above

    match = _PLACE.search(said)
    if match is None or match[1] is None:
        return Place.between(file, text, len(text), len(text))
    line, column = int(match[1]), int(match[2])
    return Place(file=file, line=line, column=column, end_line=line, end_column=column)


def find_config(first: str) -> str | None:
    """
    Return the configuration for a file: of its folder, or of the nearest one above, up to the root of a repository.

    Args:
        first: The name of the file; of standard input, the current folder is looked in.
    """
    start = Path.cwd() if first == STANDARD else Path(os.path.abspath(first)).parent  # noqa: PTH100 -- a link stays a link
    for folder in (start, *start.parents):
        for name in (OWN_NAME, SHARED_NAME):
            if _is_config(folder / name):
                return os.path.relpath(folder / name)
        if (folder / ".git").exists():
            return None
    return None


def _is_config(file: Path) -> bool:
    """Whether it is ours; a ``pyproject.toml`` is when it has our section."""
    if file.name == OWN_NAME:
        return file.is_file()
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return re.search(r"^\s*\[\s*tool\s*\.\s*[\"']?unionkit\b", text, re.MULTILINE) is not None


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{value}”"
    return "{…}" if isinstance(value, Mapping) else "[…]" if isinstance(value, list) else str(value)
