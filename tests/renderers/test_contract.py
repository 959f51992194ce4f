"""The built-in renderers keep to the contract, and the contract catches those that do not."""

from __future__ import annotations

import importlib
import inspect
import io
import zipfile
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, settings
from lxml import etree
from markdown_it import MarkdownIt

from unionkit.document import Column, Document, Figure, Grid, Heading, Scope, Text
from unionkit.renderers import DOCX, MARKDOWN, TEXT, Rendered, Renderer, Skipped
from unionkit.testing import RendererContract
from unionkit.testing._images import png
from unionkit.testing._printed import lost

MARKDOWN_PARSER = MarkdownIt("commonmark").enable("table")
PNG = png(1, 1)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class TestDocx(RendererContract):
    renderer = DOCX

    def text_of(self, data: bytes) -> str:
        """The text of the body; what is deleted or an instruction of a field is not shown."""
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(huge_tree=True))
        return "".join(text.text or "" for text in body.iter(f"{W}t"))


class TestMarkdown(RendererContract):
    renderer = MARKDOWN

    def text_of(self, data: bytes) -> str:
        """What a parser makes of it."""
        tokens = MARKDOWN_PARSER.parse(data.decode())
        return "\n".join(child.content for token in tokens for child in token.children or ())


class TestText(RendererContract):
    renderer = TEXT

    def text_of(self, data: bytes) -> str:
        """All of it."""
        return data.decode()


# ---------------------------------------------------------------- renderers that break it


@pytest.fixture
def one_look() -> Iterator[None]:
    """A fault that is to be found is found, and not made as small as can be."""
    usual = settings.get_current_profile_name()
    settings.register_profile(
        "one-look",
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=600,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("one-look")
    yield
    settings.load_profile(usual)


def changed(change: Callable[[Document, Rendered], Rendered]) -> Renderer:
    """The text renderer, with something done to what it gives back."""
    render = TEXT.render
    assert render is not None
    return Renderer(
        name="broken", suffixes=(".txt",), render=lambda document: change(document, render(document))
    )


def contract(renderer: Renderer, base: type[RendererContract] = TestText) -> Any:
    """The contract for a renderer, not collected by pytest."""
    return type("Broken", (base,), {"renderer": renderer})()


def drops(document: Document, rendered: Rendered) -> Rendered:
    return attrs.evolve(rendered, printed=rendered.printed[:-1])


def counts_twice(document: Document, rendered: Rendered) -> Rendered:
    return attrs.evolve(rendered, printed=(*rendered.printed, *rendered.printed[:1]))


def invents(document: Document, rendered: Rendered) -> Rendered:
    return attrs.evolve(rendered, printed=(*rendered.printed, len(document.blocks)))


def says_no_reason(document: Document, rendered: Rendered) -> Rendered:
    return attrs.evolve(rendered, skipped=tuple(Skipped(skipped.index, " ") for skipped in rendered.skipped))


def returns_bytes(document: Document, rendered: Rendered) -> Any:
    return rendered.data


def raises(document: Document, rendered: Rendered) -> Rendered:
    if any(isinstance(block, Grid) and block.totals for block in document.blocks):
        raise KeyError("totals")
    return rendered


def raises_on_two(document: Document, rendered: Rendered) -> Rendered:
    if len(document.blocks) > 1:
        raise KeyError("two")
    return rendered


def changes_the_document(document: Document, rendered: Rendered) -> Rendered:
    for block in document.blocks:
        if isinstance(block, Heading):
            object.__setattr__(block, "marker", "改")
    return rendered


def changes_the_language(document: Document, rendered: Rendered) -> Rendered:
    object.__setattr__(document, "lang", "en-GB")
    return rendered


def loses_headings(document: Document, rendered: Rendered) -> Rendered:
    data = rendered.data
    for block in document.blocks:
        if isinstance(block, Heading) and block.text.strip():
            data = data.replace(block.text.encode(), b"")
    return attrs.evolve(rendered, data=data)


def turns_around(document: Document, rendered: Rendered) -> Rendered:
    return attrs.evolve(rendered, data=b"\n".join(rendered.data.splitlines()[::-1]))


CALLS = count()


def differs_each_time(document: Document, rendered: Rendered) -> Rendered:
    return attrs.evolve(rendered, data=rendered.data + str(next(CALLS)).encode())


def accounts_for_less_each_time(document: Document, rendered: Rendered) -> Rendered:
    skipped = tuple(Skipped(index, f"reason {next(CALLS)}") for index in range(len(document.blocks)))
    return attrs.evolve(rendered, printed=(), skipped=skipped)


@pytest.mark.usefixtures("one_look")
@pytest.mark.parametrize(
    ("change", "test", "message"),
    [
        (drops, "every_block_is_printed_or_skipped", r"block \d+ \(.*\) is neither printed nor skipped"),
        (counts_twice, "every_block_is_printed_or_skipped", r"block \d+ \(.*\) is accounted for 2 times"),
        (invents, "every_block_is_printed_or_skipped", r"there are (\d+) blocks, and no block \1"),
        (says_no_reason, "every_block_is_printed_or_skipped", r"block \d+ \(.*\) is skipped without a reason"),
        (returns_bytes, "every_block_is_printed_or_skipped", "returns Rendered with bytes in it, not b"),
        (raises, "every_block_is_printed_or_skipped", r"printing block \d+ \(Grid\(.*\) raised KeyError\('totals'\)"),
        (raises_on_two, "every_block_is_printed_or_skipped", r"^printing raised KeyError\('two'\)"),
        (raises, "hostile_documents_are_printed", r"every kind of block: printing block 11 \(Grid\("),
        (drops, "hostile_documents_are_printed", "(?s)blocks without text: .* is neither.*1,000 rows: block 0"),
        (changes_the_document, "the_document_is_left_as_it_was", r"printing changed block \d+ \("),
        (changes_the_language, "the_document_is_left_as_it_was", r"printing changed Document\("),
        (loses_headings, "every_string_is_found_in_its_place", r"block \d+ \(.* not found in its place"),
        (loses_headings, "hostile_documents_are_printed", "every kind of block: block 0 "),
        (turns_around, "every_string_is_found_in_its_place", "was printed, but .* is not found in its place"),
        (differs_each_time, "the_same_document_gives_the_same_bytes", r"the output differs from byte \d+ on"),
        (accounts_for_less_each_time, "the_same_document_gives_the_same_bytes", "the account differs"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)  # fmt: skip
def test_a_broken_renderer_is_caught(change: Any, test: str, message: str) -> None:
    """Each fault fails the test that is there for it, and the message says where."""
    with pytest.raises(AssertionError, match=message):
        getattr(contract(changed(change)), f"test_{test}")()


def hash_in_it(document: Document) -> Rendered:
    """Prints what depends on the seed of the process."""
    return Rendered(str(hash("工会")).encode(), tuple(range(len(document.blocks))))


def alone_in_it(document: Document) -> Rendered:
    """Fails where pytest is not loaded."""
    import sys

    if "pytest" not in sys.modules:
        raise RuntimeError("alone")
    return Rendered(b"", tuple(range(len(document.blocks))))


@pytest.mark.parametrize(
    ("name", "message"), [("hash_in_it", "gives other bytes"), ("alone_in_it", "printing failed: .*alone")]
)
def test_what_another_process_would_print_is_compared(
    name: str, message: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The function is found there by the name of its module."""
    imports = "from unionkit.document import Document\nfrom unionkit.renderers import Rendered\n"
    source = imports + inspect.getsource(globals()[name])
    (tmp_path / f"only_{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    renderer = Renderer(
        name="broken", suffixes=(".txt",), render=getattr(importlib.import_module(f"only_{name}"), name)
    )

    with pytest.raises(AssertionError, match=f"(?s){message}"):
        contract(renderer).test_another_process_gives_the_same_bytes()

    monkeypatch.undo()
    with pytest.raises(pytest.skip.Exception, match="cannot be found by another process"):
        contract(renderer).test_another_process_gives_the_same_bytes()


def test_a_renderer_that_cannot_be_sent_is_not_compared() -> None:
    """It says so."""
    with pytest.raises(pytest.skip.Exception, match="cannot be sent to another process"):
        contract(changed(drops)).test_another_process_gives_the_same_bytes()


def test_a_renderer_without_text_is_held_to_the_rest() -> None:
    """Nothing is read back, all else is looked at."""
    losing = contract(changed(turns_around), RendererContract)

    losing.test_hostile_documents_are_printed()
    losing.test_every_block_is_printed_or_skipped()
    with pytest.raises(pytest.skip.Exception, match="text_of"):
        losing.test_every_string_is_found_in_its_place()


def test_text_that_is_read_back_may_be_set_in_any_way() -> None:
    """White space does not count, nor does the description of a figure; heads may be read by column."""
    columns = (
        Column("甲"),
        Column("乙", above=("上",)),
        Column("丙", above=("上", "中")),
        Column("丁", above=("上",)),
    )
    blocks = list(
        enumerate((Text("一 二"), Grid(columns, (("1", "2", "3", "4"),)), Figure(PNG, "看不见", "图")))
    )

    for head in ("甲上乙中丁丙", "甲上乙中丙丁", "甲 上/乙 上/中/丙 上/丁"):
        assert lost(blocks, f"一二\n{head}\n1234图") is None
    for wrong in (
        "一\n二甲上中乙丙丁123图",
        "甲上中乙丙丁1234图一二",
        "一二丁丙乙中上甲1234图",
        "一二甲上中乙丙丁1234",
    ):
        assert lost(blocks, wrong) is not None


# ---------------------------------------------------------------- renderers of plans


def title_of(scope: Scope) -> Rendered:
    return Rendered((scope.plan.title or "").encode(), ())


class TestPlans(RendererContract):
    renderer = Renderer(name="title", suffixes=(".title",), render_plan=title_of)


@pytest.mark.usefixtures("one_look")
@pytest.mark.parametrize(
    ("render", "test", "message"),
    [
        (lambda scope: Rendered(b"", (0,)), "every_plan_is_printed", "accounts for none"),
        (lambda scope: Rendered(b"", (), (Skipped(0, "x"),)), "every_plan_is_printed", "accounts for none"),
        (lambda scope: scope.plan.title, "every_plan_is_printed", "returns Rendered"),
        (lambda scope: {}[scope.plan.title], "every_plan_is_printed", "^printing raised KeyError"),
        (
            lambda scope: Rendered(str(next(CALLS)).encode(), ()),
            "the_same_plan_gives_the_same_bytes",
            "differs",
        ),
    ],
)
def test_a_broken_renderer_of_plans_is_caught(render: Any, test: str, message: str) -> None:
    """Each fault fails the test that is there for it."""
    broken = Renderer(name="broken", suffixes=(".txt",), render_plan=render)

    with pytest.raises(AssertionError, match=message):
        getattr(contract(broken, RendererContract), f"test_{test}")()


def test_what_does_not_apply_is_skipped() -> None:
    """Documents are not printed by a renderer of plans."""
    for name in (
        name for name in dir(TestPlans) if "document" in name or "block" in name or "string" in name
    ):
        if name.startswith("test_"):
            with pytest.raises(pytest.skip.Exception, match="straight from the plan"):
                getattr(TestPlans(), name)()
