"""The contracts: what they say of what is good, and of what is not. (The table of faults in packs is in contracts/.)"""

from __future__ import annotations

import io
from collections.abc import Iterator
from types import ModuleType
from typing import Any, ClassVar

import attrs
import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError, NotUtf8Error
from unionkit.files import structure
from unionkit.hookspecs import Pack, Question
from unionkit.model import Activity, Schedule, Term
from unionkit.readers import DOCX_READER, TEXT_READER, Noise, Reader, Reading
from unionkit.rules import CONVENTION, RULES, Check, Finding, Fix, Rule, Severity, check_plan
from unionkit.rules import Edit as PlanEdit
from unionkit.testing import (
    Contract,
    Outcome,
    PackContract,
    ReaderContract,
    RuleContract,
    answers,
    checks_of,
    plans,
    run_contract,
)
from unionkit.testing._contracts._filling import classes_in, filled, plain_data
from unionkit.testing._contracts._sample import Words

from .drawing import drawn


class Sums(Contract):
    """A contract of three checks."""

    def test_one(self) -> None:
        """One is one."""

    def test_two(self) -> None:
        """Two is three."""
        raise AssertionError("two is 2, not 3")

    def test_three(self) -> None:
        """Three is left out."""
        pytest.skip("there is no three")


def outcomes(contract: type[Contract], *names: str) -> dict[str, Outcome]:
    """What came of each check."""
    return {each.check: each for each in run_contract(contract, names or None)}


# ---------------------------------------------------------------- running them


def test_each_check_has_an_outcome():
    """With its promise, and what is wrong or why it was left out."""
    assert list(run_contract(Sums)) == [
        Outcome(check="test_one", promise="One is one."),
        Outcome(check="test_two", promise="Two is three.", problem="two is 2, not 3"),
        Outcome(check="test_three", promise="Three is left out.", skipped="there is no three"),
    ]
    assert [each.passed for each in run_contract(Sums)] == [True, False, True]


def test_some_checks_can_be_chosen():
    """In the order asked for; a name that is none is refused with the nearest."""
    assert list(outcomes(Sums, "test_three", "test_one")) == ["test_three", "test_one"]
    with pytest.raises(ImpossibleValueError, match="test_two") as raised:
        list(run_contract(Sums, ["test_tow"]))
    assert "test_tow" in raised.value.message("en")


def test_what_a_check_raises_is_told_with_its_place():
    """Type, message, and the author's own line; no traceback."""

    class Raising(Contract):
        def test_it(self) -> None:
            """It works."""
            {}["key"]

    (outcome,) = run_contract(Raising)

    assert outcome.problem is not None
    assert outcome.problem.startswith("KeyError: 'key' (test_contracts.py:")
    assert "\n" not in outcome.problem


def test_a_failure_that_is_expected_is_no_problem():
    """It says why, and what failed; under pytest it shows as xfailed."""

    class Expected(Sums):
        expected_failures: ClassVar = {"test_two": "sums are hard"}

    outcome = outcomes(Expected)["test_two"]

    assert (outcome.problem, outcome.expected) == (None, "sums are hard (two is 2, not 3)")
    assert outcome.passed
    with pytest.raises(pytest.xfail.Exception, match="sums are hard"):
        Expected().test_two()


def test_a_failure_that_is_expected_must_fail():
    """One that passes is the failure."""

    class Expected(Sums):
        expected_failures: ClassVar = {"test_one": "sums are hard"}

    assert "take it out of expected_failures" in str(outcomes(Expected)["test_one"].problem)
    with pytest.raises(AssertionError, match="sums are hard"):
        Expected().test_one()


def test_what_a_subclass_expects_is_its_own():
    """Nothing is left of what the class above expects, unless it says so."""

    class Expected(Sums):
        expected_failures: ClassVar = {"test_two": "sums are hard"}

    class Strict(Expected):
        expected_failures: ClassVar = {}

    assert outcomes(Strict)["test_two"].problem == "two is 2, not 3"


def test_a_check_that_does_not_exist_cannot_be_expected_to_fail():
    """The nearest is named, when the class is made."""
    with pytest.raises(ImpossibleValueError, match="test_two"):
        type("Expected", (Sums,), {"expected_failures": {"test_tow": "sums are hard"}})


@pytest.mark.parametrize("contract", [PackContract, RuleContract, ReaderContract])
def test_every_check_says_what_it_promises(contract):
    """In one line that is a sentence, and no two the same."""
    promises = checks_of(contract)

    assert [name for name, promise in promises.items() if not promise.endswith(".")] == []
    assert len(set(promises.values())) == len(promises)


def test_a_module_without_a_pack_does_not_keep_the_contract():
    """Most checks would have nothing to look at, and pass."""
    contract = type("Empty", (PackContract,), {"pack": ModuleType("empty")})

    problem = outcomes(contract, "test_hooks_return_what_they_should")[
        "test_hooks_return_what_they_should"
    ].problem

    assert "there is no pack" in str(problem)


# ---------------------------------------------------------------- rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_built_in_rules_keep_to_the_contract(rule):
    """But for their code, which is ours."""
    contract = type("BuiltIn", (RuleContract,), {"rule": rule})
    found = {each.check: each.problem for each in run_contract(contract) if not each.passed}

    assert found.keys() == {"test_its_code_is_its_own"}, found


class NoPlace(Rule):
    """
    Reports activities without a place.

    ## Why is this bad?

    Nobody finds them.

    ## Example

    ```yaml
    - {activity: 会}
    ```

    Use instead:

    ```yaml
    - {activity: 会, place: 礼堂}
    ```

    ## Known limits

    None.
    """

    code = "TST101"
    slug = "no-place"
    title_zh = "没有地点"
    title_en = "no place"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Activity,)
    fixable = True
    wording: ClassVar = {"zh": "活动没有地点。", "en": "The activity has no place."}

    def check(self, node: Any, check: Check) -> Iterator[Finding]:
        """Look at one activity."""
        if not node.place:
            yield self.finding(check.path, fix=Fix((PlanEdit((*check.path, "place"), "", "礼堂"),)))


class Raises(NoPlace):
    __doc__ = NoPlace.__doc__

    def check(self, node: Any, check: Check) -> Iterator[Finding]:
        if node.owner:
            raise ValueError("owner")
        yield from super().check(node, check)


class NamesPeople(NoPlace):
    __doc__ = NoPlace.__doc__
    wording: ClassVar = {"zh": "{who}没有地点。", "en": "{who} have no place."}

    def check(self, node: Any, check: Check) -> Iterator[Finding]:
        who = "、".join(each.title for _, each in check.plan.activities())
        for found in super().check(node, check):
            yield attrs.evolve(found, path=(), facts={"who": lambda _lang: who})


class MendsNothing(NoPlace):
    __doc__ = NoPlace.__doc__

    def check(self, node: Any, check: Check) -> Iterator[Finding]:
        for found in super().check(node, check):
            yield attrs.evolve(found, fix=Fix((PlanEdit((*check.path, "owner"), node.owner, "礼堂"),)))


def test_a_sound_rule_keeps_to_the_contract():
    """Nothing is found, and nothing left out."""
    contract = type("Sound", (RuleContract,), {"rule": NoPlace()})

    assert [each for each in run_contract(contract) if each.problem or each.skipped] == []


@pytest.mark.parametrize(
    ("rule", "check", "message"),
    [
        (Raises(), "it_never_raises", r"it raised ValueError: owner \(test_contracts.py:\d+\)"),
        (NamesPeople(), "its_message_names_nobody", "a message names a person"),
        (MendsNothing(), "its_fixes_mend", "does not fit the plan"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_broken_rule_is_caught(rule, check, message):
    """By the check that is there for it."""
    contract = type("Broken", (RuleContract,), {"rule": rule})

    with pytest.raises(AssertionError, match=message):
        getattr(contract(), f"test_{check}")()


# ---------------------------------------------------------------- readers


class OfText(ReaderContract):
    """The contract for readers of text."""

    reader = TEXT_READER
    examples = 20

    def written(self, text: str) -> bytes:
        """As it is."""
        return text.encode()


class TestText(OfText):
    """The built-in reader of text."""


class TestDocx(OfText):
    """The built-in reader of Word files."""

    reader = DOCX_READER
    examples = 10

    def written(self, text: str) -> bytes:
        """A paragraph for each line."""
        document = docx.Document()
        for line in text.split("\n"):
            document.add_paragraph("".join(letter for letter in line if letter >= " "))
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()


def changed(change: Any) -> Reader:
    """The reader of text, with something done to what it gives back."""

    def read(data: bytes, *, name: str, keep_noise: bool) -> Reading:
        return change(TEXT_READER.read(data, name=name, keep_noise=keep_noise))

    return Reader(name="broken", suffixes=(".txt",), read=read)


def raises(reading: Reading) -> Reading:
    raise KeyError("line")


def forgets(reading: Reading) -> Reading:
    return attrs.evolve(reading, plan=attrs.evolve(reading.plan, content=reading.plan.content[:1]))


def points_elsewhere(reading: Reading) -> Reading:
    return attrs.evolve(reading, spans=dict.fromkeys(reading.spans, (0, 1)))


def points_at_nothing(reading: Reading) -> Reading:
    return attrs.evolve(reading, spans={**reading.spans, ("content", 99): (0, 1)})


def invents_noise(reading: Reading) -> Reading:
    return attrs.evolve(reading, noise=(Noise(text="广告", span=(0, 1)),))


READ: list[int] = []


def counts(reading: Reading) -> Reading:
    READ.append(1)
    return attrs.evolve(reading, name=str(len(READ)))


@pytest.mark.parametrize(
    ("change", "check", "message"),
    [
        (raises, "any_bytes_are_read_or_refused", "KeyError"),
        (lambda reading: reading.plan, "any_text_is_read", "returns a Reading"),
        (forgets, "no_words_are_lost", "is lost"),
        (points_elsewhere, "places_point_at_the_words", "where the source says"),
        (points_at_nothing, "places_point_at_the_words", "which the plan has not"),
        (invents_noise, "places_point_at_the_words", "did not stand at"),
        (counts, "the_same_bytes_give_the_same_reading", "different readings"),
    ],
)
def test_a_broken_reader_is_caught(change, check, message):
    """By the check that is there for it."""
    contract = type("Broken", (OfText,), {"reader": changed(change)})

    with pytest.raises(AssertionError, match=message):
        getattr(contract(), f"test_{check}")()


def test_an_ending_without_a_dot_is_caught():
    """No file would be found by it."""
    contract = type("Broken", (OfText,), {"reader": attrs.evolve(TEXT_READER, suffixes=("txt",))})

    with pytest.raises(AssertionError, match="'txt' is no ending"):
        contract().test_its_endings_are_endings()


def test_a_reader_whose_files_cannot_be_written_is_held_to_the_rest():
    """What wants such a file is left out."""
    contract = type("Unwritten", (ReaderContract,), {"reader": TEXT_READER, "examples": 5})
    skipped = [each.check for each in run_contract(contract) if each.skipped]

    assert len(skipped) == len(checks_of(ReaderContract)) - 2
    assert all(each.passed for each in run_contract(contract))


def test_what_a_reader_refuses_is_no_failure():
    """An error of ours says what is wrong with the bytes."""

    def refuse(data: bytes, *, name: str, keep_noise: bool) -> Reading:
        raise NotUtf8Error(name, 0)

    contract = type("Refusing", (ReaderContract,), {"reader": attrs.evolve(TEXT_READER, read=refuse)})

    contract().test_any_bytes_are_read_or_refused()


# ---------------------------------------------------------------- what is drawn


@given(plan=plans(sector="school", valid=True))
def test_nothing_is_found_in_a_valid_plan(plan):
    """Of the sector that was asked for."""
    assert plan.organization.sector == "school"
    assert check_plan(plan, RULES).findings == ()


@given(plan=plans(sector="医院"))
def test_plans_of_a_sector_are_of_it(plan):
    """A name that the core does not know as well."""
    assert plan.organization.sector == "医院"


def test_a_plan_cannot_be_valid_and_break_a_rule():
    """Nor is the sector of a rule chosen."""
    for options in ({"valid": True}, {"sector": "school"}):
        with pytest.raises(ImpossibleValueError, match="violates"):
            drawn(plans(violates="UK201", **options), 1)


QUESTIONS = (
    Question(name="union", title="工会", title_en="union", default="清河工会"),
    Question(name="region", title="地区", title_en="region", kind="region", default="山东省"),
    Question(name="members", title="会员", title_en="members", kind="count", default=60, least=2, most=90),
    Question(name="women", title="女会员", title_en="women", kind="count", default=30, at_most="members"),
    Question(
        name="events",
        title="活动",
        title_en="events",
        kind="choices",
        choices=(Term("a", "甲", "A"), Term("b", "乙", "B")),
        halves=(2,),
    ),
)
CHOIR = Pack(name="choir", package="choir", title="合唱团", title_en="choirs", questions=QUESTIONS)


@given(data=st.data(), half=st.sampled_from((1, 2)))
def test_drawn_answers_fit_their_questions(data, half):
    """Each by itself, and the counts together."""
    given_answers = data.draw(answers(CHOIR, half=half))

    assert list(given_answers) == [question.name for question in CHOIR.questions_of(half)]
    for question in CHOIR.questions_of(half):
        assert question.check(given_answers[question.name]) == given_answers[question.name]
    assert given_answers["women"] <= given_answers["members"]


@attrs.frozen(kw_only=True)
class Concert:
    """A concert, with numbers that must fit."""

    title: str = attrs.field(validator=attrs.validators.min_len(1))
    when: Schedule | None = None
    singers: int = 0
    tenors: int = attrs.field(default=0)

    @tenors.validator
    def _among_the_singers(self, _attribute: Any, tenors: int) -> None:
        if tenors > self.singers:
            raise ValueError("more tenors than singers")


@attrs.frozen(kw_only=True)
class Season:
    """A season of concerts."""

    concerts: tuple[Concert, ...] = ()
    opening: Concert | None = None
    notes: dict[str, str] = attrs.field(factory=dict)


@given(plain=plain_data(Season, st.text(max_size=3)))
def test_drawn_data_is_what_the_class_takes(plain):
    """Whatever the class refuses is left out."""
    assert isinstance(structure(plain, Season), Season)


def test_a_full_value_tells_every_key():
    """Texts are told apart, and lists have two entries."""
    made = structure(filled(Season, Words()), Season)

    assert [concert.title for concert in made.concerts] == ["词001止", "词002止"]
    assert made.opening is not None
    assert made.opening.when is not None
    assert classes_in(Season) == (Season, Concert)
