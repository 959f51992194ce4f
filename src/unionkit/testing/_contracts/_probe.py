"""
The program of another process: it imports a pack, puts it to work, and tells what it saw.

Run by its path with a request as JSON on its standard input; answers with JSON. It imports no part of
:mod:`unionkit.testing`, so that what the pack itself loads can be told.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from unionkit.document import Document
    from unionkit.hookspecs import Pack
    from unionkit.kit import Kit

HEAVY: Final = ("click", "docx", "hypothesis", "jinja2", "lxml", "openpyxl", "pytest", "unionkit.rules")
"""What importing a pack need not load: a program that only asks which packs there are would wait for it."""

YEAR: Final = 2026

TREE: Final = "tree"
"""Stands for the place of a wheel, and means the pack in its tree, put to the same work."""


def main() -> None:
    """Answer one request."""
    asked: dict[str, Any] = json.load(sys.stdin)
    answers, sys.stdout = sys.stdout, sys.stderr  # what a pack prints is no answer
    sys.path[:] = asked["path"]
    sys.path.append(str(Path(__file__).parent))
    done = _from_wheel(asked) if asked["wheel"] else _from_tree(asked)
    json.dump(done, answers)


# ---------------------------------------------------------------- the pack in its tree


def _from_tree(asked: dict[str, Any]) -> dict[str, Any]:
    import unionkit.kit  # noqa: PLC0415 -- the paths were just set

    core = Path(unionkit.__file__).resolve().parent
    watch = None
    if asked["watched"]:
        from _watch import Watch  # type: ignore[import-not-found]  # noqa: PLC0415 -- it stands beside this file

        watch = Watch(asked["own"], str(core))
    before = set(sys.modules)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if watch:
            watch.start()
        module = importlib.import_module(asked["module"])
        if watch:
            watch.stop()
    loaded = [name for name in HEAVY if name in sys.modules.keys() - before]
    said = [f"{warning.category.__name__}: {warning.message}" for warning in caught]
    warnings.simplefilter("ignore")
    digests = dict(_work(module, asked["plans"], watch))
    return {
        "warnings": said,
        "loaded": loaded,
        "digests": digests,
        "events": watch.events if watch else [],
    }


def _work(module: Any, plans: list[str], watch: Any) -> Iterator[tuple[str, str]]:
    """What comes of all that a pack can do, by what was done."""
    from _contributed import Tolerated, contributed  # type: ignore[import-not-found]  # noqa: PLC0415 -- as above

    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- as above
    from unionkit.kit import Kit  # noqa: PLC0415 -- as above

    if watch:
        watch.start()
    found = contributed(module)
    plugin, rules = Tolerated(found), found.of("unionkit_rules")
    own = tuple(renderer.name for renderer in plugin.renderers)
    for lang in ("zh", "en"):
        kit = Kit(discover=False, plugins=[plugin], lang=lang)
        for name, pack in kit.packs.items():
            for half in (1, 2):
                label = f"{lang}/{name}/{half}"
                try:
                    text = kit.new(name, year=YEAR, half=half)
                except UnionkitError as error:
                    yield label, type(error).__name__
                    continue
                yield label, _digest(text)
                yield from _printed(kit, pack, text, label, own, rules, watch)
            for nth, text in enumerate(plans):
                yield from _printed(kit, pack, text, f"{lang}/{name}/plan {nth}", own, rules, watch)


def _printed(
    kit: Kit,
    pack: Pack,
    text: str,
    label: str,
    own: tuple[str, ...],
    rules: tuple[Any, ...],
    watch: Any,
) -> Iterator[tuple[str, str]]:
    """Digests of all that is found in a plan and made of it; only the name of what is raised."""
    if watch:
        watch.stop()  # the pack's own classes are asked again, watched, when the plan is composed
    try:
        plan = kit.loads(text).plan
    except Exception as error:  # here and below: other checks look at what is raised
        yield label, type(error).__name__
        return
    finally:
        if watch:
            watch.start()
    yield f"{label}/findings", _digest(_findings(kit, plan, rules))
    documents: dict[str, Document] = {}
    for paper in (None, *(paper.name for paper in pack.papers)):
        try:
            documents[paper or "plan"] = kit.compose(plan, paper=paper)
        except Exception as error:
            yield f"{label}/{paper or 'plan'}", type(error).__name__
    for name in own:
        yield f"{label}/{name}", _rendered(lambda name=name: kit.rendered(plan, name))
    for title, document in documents.items():
        yield (
            f"{label}/{title}",
            _digest(repr(document)),
        )  # what our own renderers make of it is tested by ourselves


def _rendered(render: Any) -> str:
    try:
        return _digest(render().data)
    except Exception as error:
        return type(error).__name__


def _findings(kit: Kit, plan: Any, rules: tuple[Any, ...]) -> str:
    from unionkit.rules import check_plan  # noqa: PLC0415 -- loaded when it is needed, as a Kit does

    try:
        report = check_plan(plan, rules, vocabulary=kit.vocabulary, law=kit.law_for(plan.pack))
        return "\n".join(f"{found.code} {found.path} {found.message()}" for found in report)
    except Exception as error:
        return type(error).__name__


def _digest(made: str | bytes) -> str:
    return hashlib.sha256(
        made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made
    ).hexdigest()


# ---------------------------------------------------------------- the pack from its wheel


def _from_wheel(asked: dict[str, Any]) -> dict[str, Any]:
    """Find the pack as its users do, make its starters, check and print them; what fails is told."""
    from importlib.metadata import entry_points  # noqa: PLC0415 -- the paths were just set

    from unionkit.kit import Kit  # noqa: PLC0415 -- as above

    if asked["wheel"] == TREE:
        return {
            "problems": _tried_all(Kit(discover=False, plugins=[importlib.import_module(asked["module"])]))
        }
    found = entry_points(group="unionkit")
    others = {entry.name for entry in found if entry.value.partition(":")[0] != asked["module"]}
    kit = Kit(disabled=sorted(others))
    plugins = [plugin for plugin in kit.found if plugin.entry is not None and plugin.name not in others]
    if not plugins:
        return {"problems": ["Kit() does not find it: the wheel has no entry point in the group unionkit"]}
    problems = [str(plugin.error.message("en")) for plugin in plugins if plugin.error is not None]
    if not problems:
        file = sys.modules[asked["module"]].__file__ or ""
        if not Path(file).resolve().is_relative_to(Path(asked["wheel"]).resolve()):
            problems.append("another installation of it was imported, not the wheel")
    digests = {} if problems else dict(_work(sys.modules[asked["module"]], asked["plans"], None))
    return {"problems": problems + ([] if problems else _tried_all(kit)), "digests": digests}


def _tried_all(kit: Kit) -> list[str]:
    return [problem for pack in kit.packs.values() for problem in _tried(kit, pack)]


def _tried(kit: Kit, pack: Pack) -> Iterator[str]:
    for half, lang in pack.starters:
        if lang != "zh":
            continue
        step = "new"
        try:
            plan = kit.loads(kit.new(pack.name, year=YEAR, half=half)).plan
            step = "check"
            kit.check(plan)
            for paper in (None, *(paper.name for paper in pack.papers)):
                step = f"render {paper or 'the plan'}"
                kit.rendered(plan, "docx", paper=paper)
            for name, renderer in kit.renderers.items():
                step = f"render --format {name}"
                if renderer.pack in (None, pack.name):
                    kit.rendered(plan, name)
        except Exception as error:
            message = getattr(error, "message", None)
            yield f"{step} (half {half}): {type(error).__name__}: {message('en') if callable(message) else error}"


if __name__ == "__main__":
    main()
