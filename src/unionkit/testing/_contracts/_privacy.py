"""Checks: facts about named persons stay where they may be printed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from unionkit.errors import UnionkitError
from unionkit.hookspecs import Pack
from unionkit.model import Activity, Paragraph, Part, Plan, WelfareMeasure

from ._base import PackChecks
from ._contract import none_of
from ._examined import Examined
from ._filling import PRIVATE

NAME: Final = "赵小满"
"""Stands for any named person."""

_FORMATS: Final = ("docx", "md", "txt")


class PrivacyChecks(PackChecks):
    """Facts about named persons."""

    def test_private_facts_stay_private(self) -> None:
        """What is marked `private` in a plan or in the pack's data is in no bytes of any format, but on private papers."""
        problems = []
        for pack in self.examined.packs:
            plan = _private_plan(self.examined, pack)
            for where, data in _printed(self.examined, pack, plan):
                member = next(_found(data), None)
                if member is not None:
                    problems.append(
                        f"{where}: a private fact is printed{f' in {member}' if member else ''}; leave entries that are "
                        "`private` out where `scope.private` is false, or mark the paper `private=True`"
                    )
        none_of(problems)


def _private_plan(known: Examined, pack: Pack) -> Plan:
    """A plan with a named person in private items, and in the private entries of the pack's data."""
    plan = known.full(pack)
    private = (
        Activity(title=f"看望{NAME}", owner=NAME, private=True),
        WelfareMeasure(title=f"慰问{NAME}", private=True),
        Paragraph(
            text=f"慰问{NAME}。", facts=[WelfareMeasure(title=f"慰问{NAME}", words=NAME, private=True)]
        ),
    )
    content = [
        attrs.evolve(part, content=(*part.content, *private)) if isinstance(part, Part) else part
        for part in plan.content
    ]
    data: Any = plan.data.get(pack.name)
    named = {pack.name: _named(data)} if isinstance(data, Mapping) else {}
    return attrs.evolve(plan, content=content, data=named)


def _named(data: Any) -> Any:
    """The data; each entry that may be private is, and its words are a name."""
    if isinstance(data, Mapping):
        if isinstance(data.get(PRIVATE), bool):
            return {
                key: True if key == PRIVATE else f"{NAME}{value}" if _is_word(value) else value
                for key, value in data.items()
            }
        return {key: _named(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_named(value) for value in data]
    return data


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.startswith("词")


def _printed(known: Examined, pack: Pack, plan: Plan) -> Iterator[tuple[str, bytes]]:
    """All that is printed of a plan for everybody, with what a message calls it."""
    kit = known.kits["zh"]
    public = [None, *(paper.name for paper in pack.papers if not paper.private)]
    for name, renderer in kit.renderers.items():
        if renderer.pack not in (None, pack.name) or (
            renderer.render is not None and name not in (*_FORMATS, *_own(known))
        ):
            continue
        for paper in public if renderer.render is not None else [None]:
            try:
                yield f"{paper or 'the plan'} as {name}", kit.rendered(plan, name, paper=paper).data
            except UnionkitError:
                continue  # other checks say why


def _own(known: Examined) -> tuple[str, ...]:
    return tuple(renderer.name for renderer in known.plugin.renderers)


def _found(data: bytes) -> Iterator[str]:
    """Where the name stands in the bytes, or in a member of the archive that they are."""
    ways = {
        *(NAME.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")),
        json.dumps(NAME)[1:-1].encode(),
        "".join(f"&#{ord(letter)};" for letter in NAME).encode(),
        "".join(f"&#x{ord(letter):x};" for letter in NAME).encode(),
    }
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if any(way in archive.read(name) for way in ways):
                    yield name
    elif any(way in data for way in ways):
        yield ""
