"""What every renderer keeps to, as tests to inherit."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import ClassVar, Final, TypeVar

from hypothesis import given

from unionkit.document import Document, Scope
from unionkit.model import Activity, Paragraph, Part, Plan
from unionkit.renderers import Rendered, Renderer
from unionkit.testing._documents import documents
from unionkit.testing._hostile import complete_document, hostile_documents
from unionkit.testing._plans import plans
from unionkit.testing._printed import lost, named_block, shortened

from ._contract import Contract, fail, place_of, skip
from ._sample import settings_of

_Source = TypeVar("_Source", Document, Scope)

_NO_DOCUMENTS: Final = "this renderer prints straight from the plan"
_NO_PLANS: Final = "this renderer prints documents"

_PROGRAM: Final = """
import hashlib, pickle, sys
try:
    render, source = pickle.load(sys.stdin.buffer)
except Exception as error:
    sys.exit(f"UNKNOWN {error}")
print(hashlib.sha256(render(source).data).hexdigest())
"""

_ELSEWHERE: Final = {"PYTHONHASHSEED": "20260701", "TZ": "XXX-05:45", "LC_ALL": "C", "LANG": "C"}


class RendererContract(Contract):
    """
    What every renderer keeps to; a test class inherits it, names the renderer, and pytest runs the rest.

    Example:
        class TestHtml(RendererContract):
            renderer = HTML

            def text_of(self, data: bytes) -> str:
                return BeautifulSoup(data, "html.parser").get_text()

    Attributes:
        renderer: The renderer to be tested.

        examples: How many documents and plans are drawn, the same each time. None: as the profile of Hypothesis says.
    """

    renderer: ClassVar[Renderer]
    examples: ClassVar[int | None] = None

    def scope(self, plan: Plan) -> Scope:
        """Return what a renderer of plans is given; one that wants the data of a pack overrides it."""
        return Scope(plan=plan, content=plan.content)

    def text_of(self, data: bytes) -> str:
        """
        Return what a reader sees in the output, in its order; white space does not matter.

        A renderer of documents that has no text to read back need not have it: what it prints is then not compared.
        """
        raise NotImplementedError

    # ------------------------------------------------------------ documents

    def test_every_block_is_printed_or_skipped(self) -> None:
        """It accounts for each block once; what it skips, it skips for a reason."""

        @settings_of(self.examples)
        @given(document=documents())
        def check(document: Document) -> None:
            self._check_account(document, self._printed(document))

        self._render_document()
        check()

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        """Whatever was printed in between."""

        @settings_of(self.examples)
        @given(document=documents(), other=documents())
        def check(document: Document, other: Document) -> None:
            first = self._printed(document)
            self._printed(other)
            _compare(first, self._printed(document))

        self._render_document()
        check()

    def test_another_process_gives_the_same_bytes(self) -> None:
        """Neither the hash seed nor the time zone nor the locale is seen in the file."""
        document = complete_document()
        _compare_elsewhere(self._render_document(), document, self._printed(document))

    def test_the_document_is_left_as_it_was(self) -> None:
        """Another renderer prints it next."""

        @settings_of(self.examples)
        @given(document=documents())
        def check(document: Document) -> None:
            before = [pickle.dumps(part) for part in (document, *document.blocks)]
            self._printed(document)
            after = [pickle.dumps(part) for part in (document, *document.blocks)]
            for index, block in enumerate(document.blocks):
                if before[index + 1 : index + 2] != after[index + 1 : index + 2]:
                    fail(f"printing changed {named_block(index, block)}")
            if before != after:
                fail(f"printing changed {shortened(document)}")

        self._render_document()
        check()

    def test_hostile_documents_are_printed(self) -> None:
        """Long words, all kinds of writing, markup, wide and long tables, and nothing at all."""
        self._render_document()
        problems = []
        for name, document in hostile_documents().items():
            try:
                rendered = self._printed(document)
                self._check_account(document, rendered)
                self._check_text(document, rendered)
            except AssertionError as error:
                problems.append(f"{name}: {error}")
        if problems:
            fail("\n".join(problems))

    def test_every_string_is_found_in_its_place(self) -> None:
        """What it says to have printed can be read in the output, in the order of the document."""

        @settings_of(self.examples)
        @given(document=documents())
        def check(document: Document) -> None:
            self._check_text(document, self._printed(document))

        self._render_document()
        if not self._reads_text():
            skip("text_of is not there: what is printed is not read back")
        check()

    # ------------------------------------------------------------ plans

    def test_every_plan_is_printed(self) -> None:
        """Without error; as there are no blocks, none is accounted for."""

        @settings_of(self.examples)
        @given(plan=plans())
        def check(plan: Plan) -> None:
            rendered = self._printed(plan)
            if rendered.printed or rendered.skipped:
                fail("a renderer of plans prints no blocks, and so accounts for none")

        self._render_plan()
        check()

    def test_the_same_plan_gives_the_same_bytes(self) -> None:
        """Whatever was printed in between."""

        @settings_of(self.examples)
        @given(plan=plans(), other=plans())
        def check(plan: Plan, other: Plan) -> None:
            first = self._printed(plan)
            self._printed(other)
            _compare(first, self._printed(plan))

        self._render_plan()
        check()

    def test_another_process_prints_the_same_plan(self) -> None:
        """Neither the hash seed nor the time zone nor the locale is seen in the file."""
        activity = Activity(title="教职工代表大会", kind="meeting", owner="办公室")
        plan = Plan(
            title="工会工作计划",
            content=[Part(heading="主要工作", content=[Paragraph(text="开展活动。"), activity])],
        )
        _compare_elsewhere(self._render_plan(), self.scope(plan), self._printed(plan))

    # ------------------------------------------------------------ what they share

    def _render_document(self) -> Callable[[Document], Rendered]:
        return self.renderer.render or skip(_NO_DOCUMENTS)

    def _render_plan(self) -> Callable[[Scope], Rendered]:
        return self.renderer.render_plan or skip(_NO_PLANS)

    def _printed(self, source: Document | Plan) -> Rendered:
        """Print something; an error names the block that it came from."""
        try:
            rendered: object = self._print(source)
        except Exception as error:
            where = next(self._culprits(source), "") if isinstance(source, Document) else ""
            at = place_of(error)
            raise AssertionError(f"printing{where} raised {error!r}{f' ({at})' if at else ''}") from error
        if not isinstance(rendered, Rendered) or not isinstance(rendered.data, bytes):
            fail(f"a renderer returns Rendered with bytes in it, not {shortened(rendered)}")
        return rendered

    def _print(self, source: Document | Plan) -> Rendered:
        if isinstance(source, Document):
            return self._render_document()(source)
        return self._render_plan()(self.scope(source))

    def _culprits(self, document: Document) -> Iterator[str]:
        """The blocks that cannot be printed even alone."""
        for index, block in enumerate(document.blocks):
            try:
                self._print(Document(blocks=(block,)))
            except Exception:
                yield f" {named_block(index, block)}"

    def _check_account(self, document: Document, rendered: Rendered) -> None:
        told = Counter((*rendered.printed, *(skipped.index for skipped in rendered.skipped)))
        for index, block in enumerate(document.blocks):
            if told[index] != 1:
                times = (
                    f"is accounted for {told[index]} times"
                    if told[index]
                    else "is neither printed nor skipped"
                )
                fail(f"{named_block(index, block)} {times}")
        unknown = sorted(told.keys() - set(range(len(document.blocks))))
        if unknown:
            fail(f"there are {len(document.blocks)} blocks, and no block {unknown[0]}")
        for skipped in rendered.skipped:
            if not skipped.reason.strip():
                block = document.blocks[skipped.index]
                fail(f"{named_block(skipped.index, block)} is skipped without a reason")

    def _check_text(self, document: Document, rendered: Rendered) -> None:
        if self._reads_text():
            printed = set(rendered.printed)
            blocks = ((index, block) for index, block in enumerate(document.blocks) if index in printed)
            problem = lost(blocks, self.text_of(rendered.data))
            if problem:
                fail(problem)

    def _reads_text(self) -> bool:
        return type(self).text_of is not RendererContract.text_of


def _compare(first: Rendered, second: Rendered) -> None:
    if first.data != second.data:
        at = next(
            (nth for nth, (a, b) in enumerate(zip(first.data, second.data, strict=False)) if a != b),
            min(len(first.data), len(second.data)),
        )
        fail(
            f"printed twice, the output differs from byte {at} on: "
            f"{first.data[at : at + 40]!r}, then {second.data[at : at + 40]!r}"
        )
    if first != second:
        fail(f"printed twice, the account differs: {shortened(first)}, then {shortened(second)}")


def _compare_elsewhere(render: Callable[[_Source], Rendered], source: _Source, here: Rendered) -> None:
    """Print in a new process as well; a renderer that is no function of a module cannot be sent to it."""
    try:
        sent = pickle.dumps((render, source))
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        skip(f"the renderer cannot be sent to another process: {error}")
    done = subprocess.run(  # noqa: S603 -- this very Python, with a program from here
        [sys.executable, "-c", _PROGRAM],
        input=sent,
        env={**os.environ, **_ELSEWHERE, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode(errors="replace").strip()
    if said.startswith("UNKNOWN"):
        skip(f"the renderer cannot be found by another process: {said[8:]}")
    if done.returncode:
        fail(f"in another process, printing failed: {said}")
    if done.stdout.decode().strip() != hashlib.sha256(here.data).hexdigest():
        fail("another process, with another hash seed, time zone and locale, gives other bytes")
