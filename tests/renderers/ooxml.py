"""
Word files taken apart, and everything that is wrong with them.

`problems` names the part, the path and what is wrong there: elements, attributes and values against the tables of
`ooxml_schema`, and what the parts say of each other against the checks of `ooxml_rules`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from lxml import etree

from .ooxml_schema import DRAWING, PACKAGE, PREFIXES, SIMPLE, WORD

Element: TypeAlias = "etree._Element"

W = PREFIXES["w"]
R = PREFIXES["r"]
FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")

_SHORT = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_ROOTS = {
    f"{{{PREFIXES[prefix]}}}{name}": name
    for prefix, names in {
        "w": "document styles settings fonts ftr hdr",
        "ct": "Types",
        "rel": "Relationships",
        "cp": "coreProperties",
        "ep": "Properties",
    }.items()
    for name in names.split()
}


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def value(parent: Element, path: str, attribute: str = "val") -> str | None:
    """The attribute of the element at `path` (``pPr/jc``), None without one."""
    element = parent.find("/".join(map(w, path.split("/"))))
    return None if element is None else element.get(w(attribute))


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a package; its checksums hold."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def trees(data: bytes) -> dict[str, Element]:
    """Every part that is XML, as a tree."""
    return {
        name: etree.fromstring(part) for name, part in parts(data).items() if name.endswith((".xml", ".rels"))
    }


def misplaced(tree: Element) -> Iterator[str]:
    """What in one part is not as the schema wants it."""
    kind = _ROOTS.get(tree.tag)
    if kind is None:
        yield f"{short(tree.tag)}: no root of a part that we write"
    else:
        yield from _against(tree, kind)


@lru_cache(maxsize=64)
def _misplaced(part: bytes) -> tuple[str, ...]:
    """The same parts are in every file of ours, and are looked at once."""
    return tuple(misplaced(etree.fromstring(part)))


def problems(data: bytes) -> Iterator[str]:
    """What is wrong with a Word file: each with the part, the path in it, and the fault."""
    from .ooxml_rules import faults

    try:
        package = parts(data)
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        found = trees(data)
    except (zipfile.BadZipFile, AssertionError, etree.XMLSyntaxError) as error:
        yield f"the file cannot be read: {error}"
        return
    yield from (f"{name}: twice in the package" for name in {*names} if names.count(name) > 1)
    for name in found:
        yield from (f"{name}{fault}" for fault in _misplaced(package[name]))
    yield from faults(package, found)


# Reading the tables


class Item(NamedTuple):
    """A place in a sequence: the tags that may stand there with their types, and how many of them."""

    types: Mapping[str, str]
    least: int
    most: float


class Kind(NamedTuple):
    """A type, read from its row."""

    attributes: Mapping[str, tuple[str, bool]]
    items: tuple[Item, ...]
    text: bool


_TOKEN = re.compile(r"(\([^)]*\)|[^\s?*+{}()]+)([?*+]|\{(\d+),(\d+)\})?")
_MANY = {"": (1, 1), "?": (0, 1), "*": (0, float("inf")), "+": (1, float("inf"))}


def short(tag: str) -> str:
    """The name of an element or attribute with the usual prefix."""
    namespace, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return f"{_SHORT.get(namespace, '?')}:{name}" if namespace else name


def _tag(name: str, prefix: str) -> str:
    """The full name of an element or attribute that may have a prefix of its own."""
    own, _, local = name.rpartition(":")
    prefix = own or prefix
    return f"{{{PREFIXES[prefix]}}}{local}" if prefix else local


@cache
def kind_of(name: str) -> Kind:
    """The type of that name."""
    found = [
        (types[name], prefix)
        for types, prefix in ((WORD, "w"), (DRAWING, ""), (PACKAGE, ""))
        if name in types
    ]
    [((attributes, children), prefix)] = found
    simple = {}
    for declared in attributes.split():
        attribute, _, type_name = declared.rpartition(":")
        simple[_tag(attribute.removesuffix("!"), prefix)] = (type_name, attribute.endswith("!"))
        assert type_name in SIMPLE, declared
    items = []
    for names, many, least, most in _TOKEN.findall("" if children == "#text" else children):
        types = {}
        for choice in names.strip("()").split("|"):
            child, _, type_name = choice.partition("=")
            types[_tag(child, prefix)] = type_name or child.rpartition(":")[2]
        items.append(Item(types, *((int(least), int(most)) if least else _MANY[many])))
    return Kind(simple, tuple(items), children == "#text")


# Holding a tree against them


def path(element: Element) -> str:
    """Where an element stands: its name and number at every level below the root."""
    steps = []
    parent = element.getparent()
    while parent is not None:
        alike = [child for child in parent if child.tag == element.tag]
        steps.append(f"/{short(element.tag)}" + (f"[{alike.index(element) + 1}]" if len(alike) > 1 else ""))
        element, parent = parent, parent.getparent()
    return "".join(reversed(steps)) or f"/{short(element.tag)}"


def _against(root: Element, root_kind: str) -> Iterator[str]:
    waiting = [(root, root_kind)]
    while waiting:
        element, name = waiting.pop()
        kind = kind_of(name)
        yield from (f"{path(element)}: {fault}" for fault in _attributes(element, kind))
        loose = [element.text, *(child.tail for child in element)]
        if not kind.text and any(text and text.strip() for text in loose):
            yield f"{path(element)}: text {''.join(filter(None, loose)).strip()!r}"
        yield from (f"{path(element)}: {fault}" for fault in _children(element, kind))
        for child in element:
            types = (item.types[child.tag] for item in kind.items if child.tag in item.types)
            child_type = next(types, None)
            if child_type:
                waiting.append((child, child_type))


def _attributes(element: Element, kind: Kind) -> Iterator[str]:
    for full_name, text in element.attrib.items():
        name = str(full_name)
        if name not in kind.attributes:
            yield f"unknown attribute {short(name)}"
        elif not SIMPLE[kind.attributes[name][0]](text):
            yield f"{short(name)}={text!r} is no {kind.attributes[name][0]}"
    for name, (_type, required) in kind.attributes.items():
        if required and name not in element.attrib:
            yield f"no attribute {short(name)}"


def _children(element: Element, kind: Kind) -> Iterator[str]:
    """Which children are unknown, too many, too few or in the wrong place."""
    at, taken = 0, 0
    for child in element:
        if not isinstance(child.tag, str):
            yield "a comment or instruction"
            continue
        fitting = [nth for nth, item in enumerate(kind.items) if child.tag in item.types]
        if not fitting:
            yield f"unknown element {short(child.tag)}"
            continue
        nth = next((nth for nth in fitting if nth >= at), None)
        if nth is None:
            yield f"{short(child.tag)} stands too late"
        elif nth == at:
            taken += 1
            if taken > kind.items[at].most:
                yield f"{short(child.tag)} more than {kind.items[at].most} times"
        else:
            yield from _missing(kind, at, taken, nth)
            at, taken = nth, 1
    yield from _missing(kind, at, taken, len(kind.items))


def _missing(kind: Kind, at: int, taken: int, before: int) -> Iterator[str]:
    for nth in range(at, before):
        item = kind.items[nth]
        if (taken if nth == at else 0) < item.least:
            yield f"no {' or '.join(map(short, item.types))} where it belongs"
