"""Checks: the rules of a pack, each held to the contract of rules."""

from __future__ import annotations

from typing import Any

import pytest

from unionkit.model import Plan
from unionkit.rules import Rule

from ._base import PackChecks
from ._contract import none_of
from ._rule import RuleContract


class RulesOfAPackChecks(PackChecks):
    """The rules of a pack."""

    def test_rules_have_codes_of_one_prefix(self) -> None:
        """Codes of rules are one prefix of two to four capitals, not UK, and three digits; slugs are used once."""
        rules = self.examined.rules
        self._each_rule("test_its_code_is_its_own")
        prefixes = sorted({rule.code[:-3] for rule in rules})
        problems = (
            [f"the codes of its rules have several prefixes: {', '.join(prefixes)}"]
            if len(prefixes) > 1
            else []
        )
        slugs = [rule.slug for rule in rules]
        problems += [
            f"two rules have the slug {slug!r}" for slug in dict.fromkeys(slugs) if slugs.count(slug) > 1
        ]
        none_of(problems)

    def test_rules_have_complete_pages(self) -> None:
        """The docstring of each rule says what it does, why, an example, what to write instead, and its limits."""
        self._each_rule("test_its_page_is_complete")

    def test_rules_rest_on_something(self) -> None:
        """Each rule names a regulation or says that it is a convention; what nobody confirmed is no error."""
        self._each_rule("test_it_rests_on_something")

    def test_rules_ask_for_parameters_that_exist(self) -> None:
        """Each parameter that a rule asks for is in the law of the core or of the pack."""
        self._each_rule("test_its_parameters_are_known")

    def test_rules_speak_both_languages(self) -> None:
        """Titles and messages of rules exist in Chinese and English, and say the same facts."""
        self._each_rule("test_it_speaks_both_languages")

    def test_rules_find_their_examples(self) -> None:
        """Each rule finds something in the example of its page."""
        self._each_rule("test_its_example_is_found")

    def test_rules_let_pass_what_they_recommend(self) -> None:
        """No rule finds something in what its page says to write instead."""
        self._each_rule("test_what_to_write_instead_is_not_found")

    def test_rules_never_raise(self) -> None:
        """Whatever a plan holds, each rule can look at it, and what it finds can be worded."""
        self._each_rule("test_it_never_raises")

    def test_rules_leave_the_plan_as_it_was(self) -> None:
        """No rule changes the plan that it looks at."""
        self._each_rule("test_it_leaves_the_plan_as_it_was")

    def test_rules_answer_the_same_twice(self) -> None:
        """Rules keep nothing from one check to the next."""
        self._each_rule("test_it_answers_the_same_twice")

    def test_fixes_of_rules_mend(self) -> None:
        """Each fix fits, takes its finding away, and belongs to a rule that says so."""
        self._each_rule("test_its_fixes_mend")

    def test_messages_of_rules_name_nobody(self) -> None:
        """No message of a rule repeats what a plan says of a named person."""
        self._each_rule("test_its_message_names_nobody")

    def _each_rule(self, check: str) -> None:
        """Hold each rule to one check of the contract of rules."""
        problems = []
        for rule in self.examined.rules:
            try:
                getattr(self._contract_of(rule)(), check)()
            except AssertionError as error:
                problems.append(f"{rule.code}: {error}")
            except pytest.skip.Exception:
                continue
        none_of(problems)

    def _contract_of(self, rule: Rule) -> type[RuleContract]:
        plans = tuple(
            plan
            for pack in self.examined.packs
            for _, plan in self.examined.plans[pack.name]
            if rule.pack in (None, pack.name)
        )

        def given(_self: RuleContract) -> tuple[Plan, ...]:
            return plans

        held: dict[str, Any] = {"rule": rule, "kit": self.examined.kits["zh"], "plans": given}
        return type("RuleOfAPack", (RuleContract,), held)
