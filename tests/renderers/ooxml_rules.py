"""What the parts of a Word file must say of each other, beyond the schema."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from .ooxml import FONT_SLOTS, PREFIXES, Element, R, path, short, w
from .ooxml_schema import OFFICE, PARTS

LANGUAGES = {"zh-CN", "en-US", "ar-SA"}
EMU = 635
"""English metric units in a twentieth of a point."""

TYPE_AREA_ACROSS = 12756
"""The longer side of the type area, in twentieths of a point."""

_REFERENCES = {
    w("footerReference"): "footer",
    w("headerReference"): "header",
    w("hyperlink"): "hyperlink",
    f"{{{PREFIXES['a']}}}blip": "image",
}
_BY_REFERENCE = {f"{OFFICE}/hyperlink", f"{OFFICE}/image"}
_GRAPHICS = {PREFIXES["pic"]: "pic:pic", PREFIXES["wps"]: "wps:wsp"}
_MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "jpg": b"\xff\xd8\xff"}


def faults(package: Mapping[str, bytes], found: Mapping[str, Element]) -> Iterator[str]:
    """What does not fit together."""
    yield from _packaging(package, found)
    stories = {
        name: tree for name, tree in found.items() if short(tree.tag) in {"w:document", "w:ftr", "w:hdr"}
    }
    styles = found.get("word/styles.xml")
    if styles is not None:
        yield from (f"word/styles.xml{fault}" for fault in _styles(styles))
        for name, tree in stories.items():
            yield from (f"{name}{fault}" for fault in _styled(tree, styles))
    for name, tree in stories.items():
        for check in (_tables, _fields, _bookmarks, _sections, _drawings, _spaces, _hints):
            yield from (f"{name}{fault}" for fault in check(tree))
    for name, tree in found.items():
        yield from (f"{name}{fault}" for fault in _languages(tree))
        yield from (f"{name}{fault}" for fault in _prefixes(tree))
    yield from _fonts(found)
    yield from _even_pages(found)


# The package


def _packaging(package: Mapping[str, bytes], found: Mapping[str, Element]) -> Iterator[str]:
    types = found.get("[Content_Types].xml")
    if types is None:
        yield "[Content_Types].xml: missing"
        return
    if next(iter(package)) != "[Content_Types].xml":
        yield "[Content_Types].xml: not the first member"
    overrides = {
        child.get("PartName", ""): child.get("ContentType", "")
        for child in types
        if "PartName" in child.attrib
    }
    defaults = {
        child.get("Extension", ""): child.get("ContentType", "")
        for child in types
        if "Extension" in child.attrib
    }
    declared = [child.get("PartName") or child.get("Extension") for child in types]
    yield from (
        f"[Content_Types].xml: {name} twice" for name, times in Counter(declared).items() if times > 1
    )
    yield from (f"[Content_Types].xml: {name} is no part" for name in overrides if name[1:] not in package)
    reached = {"[Content_Types].xml"}
    for name in package:
        if name.endswith(".rels"):
            reached.add(name)
            yield from _relations(name, package, found, reached, overrides, defaults)
    if "_rels/.rels" not in package:
        yield "_rels/.rels: missing"
    yield from (f"{name}: no relationship leads to it" for name in package if name not in reached)
    yield from (
        f"{name}: has no content type"
        for name in package
        if name != "[Content_Types].xml"
        and f"/{name}" not in overrides
        and name.rpartition(".")[2] not in defaults
    )
    for name, part in package.items():
        magic = _MAGIC.get(name.rpartition(".")[2])
        if magic and not part.startswith(magic):
            yield f"{name}: is not what its ending says"


def _relations(
    name: str,
    package: Mapping[str, bytes],
    found: Mapping[str, Element],
    reached: set[str],
    overrides: Mapping[str, str],
    defaults: Mapping[str, str],
) -> Iterator[str]:
    folder, _, file = name.partition("_rels/")
    source = found.get(f"{folder}{file.removesuffix('.rels')}")
    if file != ".rels" and source is None:
        yield f"{name}: belongs to no part"
    relations = {relation.get("Id", ""): relation for relation in found[name]}
    ids = Counter(relation.get("Id") for relation in found[name])
    yield from (f"{name}: Id {rid} twice" for rid, times in ids.items() if times > 1)
    for rid, relation in relations.items():
        if relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "")
        target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", "")))[1:]
        reached.add(target)
        if kind not in PARTS:
            yield f"{name}: {rid} is of the unknown type {kind}"
        elif target not in package:
            yield f"{name}: {rid} leads to {target}, which is no part"
        else:
            root, content_type = PARTS[kind]
            if root and (target not in found or short(found[target].tag) != root):
                yield f"{name}: {rid} leads to {target}, which is no {root}"
            own = overrides.get(f"/{target}") or defaults.get(target.rpartition(".")[2], "")
            if not (own == content_type or (content_type.endswith("/") and own.startswith(content_type))):
                yield f"{name}: {rid} leads to {target} of type {own}"
    if source is None:
        return
    used = set()
    for element in source.iter("*"):
        for attribute in ("id", "embed", "link"):
            rid = element.get(f"{{{R}}}{attribute}")
            if rid is None:
                continue
            used.add(rid)
            part = f"{folder}{file.removesuffix('.rels')}{path(element)}"
            wanted = f"{OFFICE}/{_REFERENCES.get(str(element.tag), '')}"
            if rid not in relations:
                yield f"{part}: {rid} is no relationship"
            elif relations[rid].get("Type") != wanted:
                yield f"{part}: {rid} is of type {relations[rid].get('Type')}"
    for rid, relation in relations.items():
        if rid not in used and relation.get("Type") in _BY_REFERENCE:
            yield f"{name}: nothing refers to {rid}"


# Styles and fonts


def _styles(tree: Element) -> Iterator[str]:
    styles = list(tree.iter(w("style")))
    ids = Counter(style.get(w("styleId"), "") for style in styles)
    names = Counter(_val(style, "name") for style in styles)
    yield from (f": styleId {name} twice" for name, times in ids.items() if times > 1)
    yield from (f": style name {name} twice" for name, times in names.items() if times > 1)
    defaults = Counter(style.get(w("type")) for style in styles if style.get(w("default")) in {"1", "true"})
    yield from (f": {times} default styles of type {kind}" for kind, times in defaults.items() if times > 1)
    for kind in {"paragraph", "character", "table"} - set(defaults):
        yield f": no default style of type {kind}"
    kinds = {style.get(w("styleId"), ""): style.get(w("type")) for style in styles}
    based = {style.get(w("styleId"), ""): _val(style, "basedOn") for style in styles}
    for style in styles:
        own = style.get(w("styleId"), "")
        for reference in ("basedOn", "next", "link"):
            other = _val(style, reference)
            if other and other not in kinds:
                yield f"{path(style)}: {reference} {other} is no style"
            elif other and reference == "basedOn" and kinds[other] != kinds[own]:
                yield f"{path(style)}: {own} is based on a style of another type"
        seen, ancestor = {own}, based[own]
        while ancestor and ancestor not in seen:
            seen.add(ancestor)
            ancestor = based.get(ancestor)
        if ancestor:
            yield f"{path(style)}: {own} is based on itself"
    for fonts in tree.iter(w("rFonts")):
        slots = {short(str(name)).removeprefix("w:") for name in fonts.attrib} - {"hint"}
        if slots != set(FONT_SLOTS):
            yield f"{path(fonts)}: only {' '.join(sorted(slots))}"


def _styled(tree: Element, styles: Element) -> Iterator[str]:
    kinds = {style.get(w("styleId")): style.get(w("type")) for style in styles.iter(w("style"))}
    for name, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for reference in tree.iter(w(name)):
            style = reference.get(w("val"))
            if kinds.get(style) != kind:
                yield f"{path(reference)}: {style} is no {kind} style"


def _fonts(found: Mapping[str, Element]) -> Iterator[str]:
    table = found.get("word/fontTable.xml")
    if table is None:
        return
    names = Counter(font.get(w("name")) for font in table)
    yield from (f"word/fontTable.xml: {name} twice" for name, times in names.items() if times > 1)
    for part, tree in found.items():
        for fonts in tree.iter(w("rFonts")):
            for slot in FONT_SLOTS:
                face = fonts.get(w(slot))
                if face and face not in names:
                    yield f"{part}{path(fonts)}: {face} is not in the font table"


def _hints(tree: Element) -> Iterator[str]:
    for fonts in tree.iter(w("rFonts")):
        slots = {short(str(name)).removeprefix("w:") for name in fonts.attrib} - {"hint"}
        if slots and slots != set(FONT_SLOTS):
            yield f"{path(fonts)}: only {' '.join(sorted(slots))}"


def _languages(tree: Element) -> Iterator[str]:
    for element in tree.iter(w("lang"), w("themeFontLang")):
        for language in element.attrib.values():
            if language not in LANGUAGES:
                yield f"{path(element)}: language {language}"
    for element in tree.iter("*"):
        if any(str(text).lower().startswith("ja-jp") for text in element.attrib.values()):
            yield f"{path(element)}: Japanese"


def _prefixes(tree: Element) -> Iterator[str]:
    """Names of namespaces in the text of attributes are declared there."""
    for element in tree.iter("*"):
        ignorable = element.get(f"{{{PREFIXES['mc']}}}Ignorable", "")
        required = element.get("Requires", "") if short(str(element.tag)) == "mc:Choice" else ""
        for prefix in f"{ignorable} {required}".split():
            if prefix not in element.nsmap:
                yield f"{path(element)}: the prefix {prefix} is not declared"
    for element in tree.iter(f"{{{PREFIXES['wps']}}}wsp"):
        if not any(short(str(above.tag)) == "mc:Choice" for above in element.iterancestors()):
            yield f"{path(element)}: outside mc:AlternateContent"


# Tables


def _tables(tree: Element) -> Iterator[str]:
    for table in tree.iter(w("tbl")):
        grid = [int(column.get(w("w"), "0")) for column in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
        whole = table.find(f"{w('tblPr')}/{w('tblW')}")
        if whole is not None and whole.get(w("type")) == "dxa" and int(whole.get(w("w"), "0")) != sum(grid):
            yield f"{path(table)}: is {whole.get(w('w'))} wide, its columns {sum(grid)}"
        open_spans: set[tuple[int, int]] = set()
        body_begun = False
        for row in table.findall(w("tr")):
            is_head = row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            if is_head and body_begun:
                yield f"{path(row)}: a head row below others"
            body_begun = body_begun or not is_head
            at = _number(row, "trPr/gridBefore", 0)
            spans: set[tuple[int, int]] = set()
            for cell in row.findall(w("tc")):
                across = _number(cell, "tcPr/gridSpan", 1)
                merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
                if across < 1:
                    yield f"{path(cell)}: spans {across} columns"
                if merge is not None:
                    if merge.get(w("val"), "continue") == "continue" and (at, across) not in open_spans:
                        yield f"{path(cell)}: continues no cell above it"
                    spans.add((at, across))
                width = cell.find(f"{w('tcPr')}/{w('tcW')}")
                if width is None:
                    yield f"{path(cell)}: has no width"
                elif int(width.get(w("w"), "0")) != sum(grid[at : at + across]):
                    yield f"{path(cell)}: is {width.get(w('w'))} wide, its columns {sum(grid[at : at + across])}"
                if cell[-1].tag != w("p"):
                    yield f"{path(cell)}: does not end with a paragraph"
                at += across
            if at + _number(row, "trPr/gridAfter", 0) != len(grid):
                yield f"{path(row)}: has {at} of {len(grid)} columns"
            open_spans = spans
    for parent in tree.iter(w("body"), w("tc"), w("ftr"), w("hdr"), w("txbxContent")):
        for table, after in pairwise([*parent, None]):
            if table is not None and table.tag == w("tbl") and (after is None or after.tag != w("p")):
                yield f"{path(table)}: no paragraph follows"


def _number(parent: Element, where: str, otherwise: int) -> int:
    return int(_val(parent, where) or otherwise)


def _val(parent: Element, where: str) -> str | None:
    element = parent.find("/".join(map(w, where.split("/"))))
    return None if element is None else element.get(w("val"))


# Fields, bookmarks, links


def _stories(tree: Element) -> Iterator[list[Element]]:
    """The elements of the text itself, and those of each text box."""
    boxes = list(tree.iter(w("txbxContent")))
    for top in (tree, *boxes):
        inner = {element for box in top.iter(w("txbxContent")) if box is not top for element in box.iter("*")}
        yield [element for element in top.iter("*") if element not in inner]


def _fields(tree: Element) -> Iterator[str]:
    for story in _stories(tree):
        opened: list[list[str]] = []
        for element in story:
            if element.tag == w("instrText") and (not opened or opened[-1][0] != "begin"):
                yield f"{path(element)}: outside the instruction of a field"
            elif element.tag == w("instrText"):
                opened[-1].append(element.text or "")
            elif element.tag == w("fldChar"):
                mark = element.get(w("fldCharType"), "")
                if mark == "begin":
                    opened.append([mark])
                elif not opened or (mark == "separate" and opened[-1][0] != "begin"):
                    yield f"{path(element)}: {mark} of no field"
                else:
                    if opened[-1][0] == "begin" and not "".join(opened[-1][1:]).strip():
                        yield f"{path(element)}: a field without an instruction"
                    if mark == "separate":
                        opened[-1][0] = mark
                    else:
                        opened.pop()
        yield from (f"{path(story[0])}: {len(opened)} fields without an end" for _ in opened[:1])


def _bookmarks(tree: Element) -> Iterator[str]:
    begun: dict[str, Element] = {}
    ended: set[str] = set()
    names: Counter[str] = Counter()
    for element in tree.iter(w("bookmarkStart"), w("bookmarkEnd")):
        mark = element.get(w("id"), "")
        if element.tag == w("bookmarkStart"):
            names[element.get(w("name"), "").casefold()] += 1
            if mark in begun:
                yield f"{path(element)}: bookmark id {mark} twice"
            begun[mark] = element
        elif mark not in begun or mark in ended:
            yield f"{path(element)}: the end of no bookmark"
        else:
            ended.add(mark)
    yield from (f"{path(begun[mark])}: bookmark without an end" for mark in begun if mark not in ended)
    yield from (f": bookmark {name} twice" for name, times in names.items() if times > 1)
    for link in tree.iter(w("hyperlink")):
        anchor = link.get(w("anchor"))
        if anchor is None and link.get(f"{{{R}}}id") is None:
            yield f"{path(link)}: leads nowhere"
        if anchor is not None and anchor.casefold() not in names:
            yield f"{path(link)}: {anchor} is no bookmark"
    for paragraph in tree.iter(w("p")):
        instructions = "".join(text.text or "" for text in paragraph.iter(w("instrText")))
        for target in re.findall(r'(?:PAGEREF|(?<!\w)REF|HYPERLINK \\l) +"?(\w+)"?', instructions):
            if target.casefold() not in names:
                yield f"{path(paragraph)}: a field refers to {target}, which is no bookmark"


# Sections and drawings


def _sections(tree: Element) -> Iterator[str]:
    for section in tree.iter(w("sectPr")):
        kinds = Counter(
            (short(str(child.tag)), child.get(w("type")))
            for child in section
            if child.tag in {w("headerReference"), w("footerReference")}
        )
        yield from (
            f"{path(section)}: {name} {kind} twice" for (name, kind), times in kinds.items() if times > 1
        )
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        if size is None or margins is None:
            yield f"{path(section)}: no page size or no margins"
            continue
        across, down = int(size.get(w("w"), "0")), int(size.get(w("h"), "0"))
        if (size.get(w("orient"), "portrait") == "landscape") != (across > down):
            yield f"{path(section)}: {size.get(w('orient'))} but {across} × {down}"
        if int(margins.get(w("left"), "0")) + int(margins.get(w("right"), "0")) >= across:
            yield f"{path(section)}: no room between the margins"
        if int(margins.get(w("top"), "0")) + int(margins.get(w("bottom"), "0")) >= down:
            yield f"{path(section)}: no room between the margins"


def _drawings(tree: Element) -> Iterator[str]:
    ids: Counter[str] = Counter()
    for drawn in tree.iter(f"{{{PREFIXES['wp']}}}docPr"):
        ids[drawn.get("id", "")] += 1
        holder = drawn.getparent()
        assert holder is not None
        if (
            next(holder.iter(f"{{{PREFIXES['pic']}}}pic"), None) is not None
            and not drawn.get("descr", "").strip()
        ):
            yield f"{path(drawn)}: a picture without alternative text"
        extent = holder.find(f"{{{PREFIXES['wp']}}}extent")
        if extent is not None and not 0 < int(extent.get("cx", "0")) <= TYPE_AREA_ACROSS * EMU:
            yield f"{path(extent)}: {extent.get('cx')} wide"
        if extent is not None and not 0 < int(extent.get("cy", "0")) <= TYPE_AREA_ACROSS * EMU:
            yield f"{path(extent)}: {extent.get('cy')} high"
    yield from (f": docPr id {number} {times} times" for number, times in ids.items() if times > 1)
    for data in tree.iter(f"{{{PREFIXES['a']}}}graphicData"):
        for child in data:
            if _GRAPHICS.get(data.get("uri", "")) != short(str(child.tag)):
                yield f"{path(data)}: {short(str(child.tag))} is not what its uri says"
    for blip in tree.iter(f"{{{PREFIXES['a']}}}blip"):
        if blip.get(f"{{{R}}}embed") is None:
            yield f"{path(blip)}: shows no picture of the package"


def _spaces(tree: Element) -> Iterator[str]:
    for element in _texts(tree):
        text = element.text or ""
        kept = element.get(f"{{{PREFIXES['xml']}}}space") == "preserve"
        if text != text.strip(" \t\r\n") and not kept:
            yield f"{path(element)}: spaces at an end that are not kept"
        if element.tag == w("t") and re.search(r"[\t\r\n]", text):
            yield f"{path(element)}: a tab or line feed that is no element"


def _texts(tree: Element) -> Iterable[Element]:
    return tree.iter(w("t"), w("instrText"))


def _even_pages(found: Mapping[str, Element]) -> Iterator[str]:
    document, settings = found.get("word/document.xml"), found.get("word/settings.xml")
    if document is None or settings is None:
        return
    kinds = {
        reference.get(w("type")) for reference in document.iter(w("footerReference"), w("headerReference"))
    }
    differ = settings.find(w("evenAndOddHeaders"))
    on = differ is not None and differ.get(w("val"), "1") in {"1", "true", "on"}
    if ("even" in kinds) != on:
        yield "word/settings.xml: evenAndOddHeaders is not as the sections have it"
