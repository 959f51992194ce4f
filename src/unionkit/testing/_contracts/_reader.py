"""What every reader keeps to, as tests to inherit."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import worded_date
from unionkit.errors import UnionkitError
from unionkit.files import dump_plan, load_plan
from unionkit.model import Plan, format_path, texts
from unionkit.readers import Reader, Reading
from unionkit.testing._printed import shortened
from unionkit.testing._text import lines

from ._contract import Contract, fail, none_of, skip, told
from ._sample import settings_of

_LONG: Final = """\
清河中学工会2026年下半年工作计划
一、指导思想
围绕中心，服务职工。
二、主要工作
1、9月下旬召开教职工代表大会，代表出席率不低于90%。
2、中秋节慰问会员。
三、活动安排
（一）读书分享会
（二）趣味运动会
清河中学工会
2026年7月1日"""

_PLANS: Final = (
    _LONG,
    "工会工作计划\n只有一段话。",
    "一句话",
    "{{ 7 * 7 }} <b>标记</b> &amp; {% x %}\n- 一\n* 二\n| 三 |",
)
"""Sources that every reader of prose may meet."""

_UNSEEN: Final = re.compile(r"[\s\u200b\ufeff]+")


class ReaderContract(Contract):
    """
    What every reader keeps to; a test class inherits it, names the reader, and pytest runs the rest.

    Example:
        class TestRtf(ReaderContract):
            reader = RTF

            def written(self, text: str) -> bytes:
                return rtf_of(text)

    Attributes:
        reader: The reader to be tested.

        examples: How many sources are drawn, the same each time. None: as the profile of Hypothesis says.
    """

    reader: ClassVar[Reader]
    examples: ClassVar[int | None] = None

    def written(self, text: str) -> bytes:
        """
        Return a file of the reader's kind that holds this text, a paragraph on each line.

        A reader whose files cannot be written in a test need not have it: then only what it does with any bytes is tested.
        """
        raise NotImplementedError

    def test_its_endings_are_endings(self) -> None:
        """Each ending of file names is a dot and small letters or digits, so that files of that kind are found."""
        wrong = [ending for ending in self.reader.suffixes if not re.fullmatch(r"\.[a-z0-9]+", ending)]
        none_of([f"{ending!r} is no ending; write it as .rtf" for ending in wrong])

    def test_any_bytes_are_read_or_refused(self) -> None:
        """Whatever the bytes are, it returns a reading or raises an error of unionkit that says what is wrong."""

        @settings_of(self.examples)
        @given(data=st.binary(min_size=1, max_size=200))
        def check(data: bytes) -> None:
            try:
                self._read(data)
            except UnionkitError as error:
                if not (error.message("zh").strip() and error.message("en").strip()):
                    fail(f"{type(error).__name__} says nothing")

        check()

    def test_the_same_bytes_give_the_same_reading(self) -> None:
        """Whatever was read in between."""
        sources = self._sources()
        first = [self._read(data) for _, data in sources]
        again = [self._read(data) for _, data in sources]
        if first != again:
            fail("read twice, the same bytes give different readings")

    def test_no_words_are_lost(self) -> None:
        """All that the source says, white space apart, is in the plan, as a marker, or among what was cut as noise."""
        problems = []
        for text, data in self._sources():
            reading = self._read(data)
            kept = _UNSEEN.sub("", "".join(_said(reading)))
            problems += [
                f"“{word}” of the source is lost: neither in the plan nor among the noise"
                for word in filter(None, re.split(r"[\s、。，；：（）()\d|*<>&{}%/-]+", text))
                if _UNSEEN.sub("", word) not in kept
            ]
        none_of(problems)

    def test_places_point_at_the_words(self) -> None:
        """Where the reading says that a text of the plan stood, the source has its words."""
        problems = []
        for _, data in self._sources():
            reading = self._read(data)
            for path, (start, end) in reading.spans.items():
                stood = reading.source[start:end]
                try:
                    value = reading.plan.value_at(path)
                except UnionkitError:
                    problems.append(f"spans names {format_path(path)}, which the plan has not")
                    continue
                if isinstance(value, str) and _UNSEEN.sub("", value) not in _UNSEEN.sub("", stood):
                    problems.append(
                        f"spans says that {format_path(path)} stood at {start} to {end}, where the source says {shortened(stood)}"
                    )
            problems += [
                f"the noise {shortened(noise.text)} did not stand at {noise.span}"
                for noise in reading.noise
                if reading.source[slice(*noise.span)].strip() != noise.text.strip()
            ]
        none_of(problems)

    def test_noise_is_kept_when_asked(self) -> None:
        """With `keep_noise`, nothing is cut from the plan that is in it without."""
        problems = []
        for _, data in self._sources():
            without = {text for _, text in texts(self._read(data).plan)}
            kept = "".join(text for _, text in texts(self._read(data, keep_noise=True).plan))
            problems += [
                f"“{text}” is lost when noise is kept" for text in sorted(without) if text not in kept
            ]
        none_of(problems)

    def test_what_is_read_can_be_written(self) -> None:
        """The plan that was read is the same after it was saved and loaded."""
        for _, data in self._sources():
            plan = self._read(data).plan
            if load_plan(dump_plan(plan)) != plan:
                fail(f"saved and loaded, it is another plan: {shortened(plan)}")

    def test_any_text_is_read(self) -> None:
        """Lines of any words are read without an error."""
        self._sources()

        @settings_of(self.examples)
        @given(given_lines=st.lists(lines(), min_size=1, max_size=6))
        def check(given_lines: list[str]) -> None:
            text = "\n".join(given_lines)
            if text.strip():
                try:
                    self._read(self.written(text))
                except Exception as error:
                    fail(f"reading {shortened(text)} raised {told(error)}")

        check()

    # ------------------------------------------------------------ what they share

    def _sources(self) -> list[tuple[str, bytes]]:
        if type(self).written is ReaderContract.written:
            skip("the test has no written(), by which a file of this kind is made")
        return [(text, self.written(text)) for text in _PLANS]

    def _read(self, data: bytes, *, keep_noise: bool = False) -> Reading:
        reading: object = self.reader.read(data, name="source", keep_noise=keep_noise)
        if not isinstance(reading, Reading) or not isinstance(reading.plan, Plan):
            fail(f"a reader returns a Reading with a plan, not {shortened(reading)}")
        return reading


def _said(reading: Reading) -> list[str]:
    """All that the plan says, and what was cut."""
    plan = reading.plan
    head = [str(value) for value in (plan.title, plan.signature, plan.organization, plan.period)]
    head += [] if plan.issued is None else [worded_date(plan.issued)]
    markers = [entry.marker for entry in reading.outline]
    return [*head, *markers, *(text for _, text in texts(plan)), *(noise.text for noise in reading.noise)]
