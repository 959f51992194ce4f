"""Rules about the term of collective contracts: how long they run, and what comes when they end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Path, Plan
from unionkit.rules import Basis, Check, Finding, Rule, Severity
from unionkit_pack_enterprise._contracts import CollectiveContract, ContractKind

from ._common import contracts_in, data_in, first_day, limit, named, years_after

TERMS: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第三十八条",
    since=dt.date(2004, 5, 1),
)
"""Provisions on collective contracts, 20 January 2004, in force on 1 May; articles 36 to 41 were read in a mirror."""

_RENEWS: Final = "续签|续订|重签|重新签订|新一(?:轮|届|期)"
_TALKS: Final = "要约|协商"


class ContractTerm(Rule):
    """
    Reports a collective contract whose term is shorter than one year or longer than three.

    ## Why is this bad?

    Collective contracts run for one to three years. What was agreed for longer is out of date before it ends, and the
    labour authority objects when it is filed; what runs for months only is negotiated all the time.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2026-01-01, end: 2030-12-31, chapters: women}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2026-01-01, end: 2028-12-31, chapters: women}]
    ```

    ## Known limits

    The text says “as a rule” (一般), so a reason may be given. Both days have to be told; a term that ends on the very day
    on which it began, years later, passes too. Terms in prose are looked at by UK574.
    """

    code = "ENT101"
    slug = "enterprise-contract-term"
    title_zh = "集体合同期限不在一至三年之间"
    title_en = "collective contract for less than one year or more than three"
    severity = Severity.WARNING
    basis = TERMS
    parameters = ("contract-shortest", "contract-longest")
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}的期限为 {start} 至 {end}；集体合同的期限一般不少于{least}、不超过{most}，请核对起止日。",
        "en": "{name} runs from {start} to {end}; a collective contract runs for {least} at least and {most} at most, as a"
        " rule: check the days.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        shortest, longest = (check.rulings[name] for name in self.parameters)
        for path, contract in contracts_in(check):
            if contract.start is None or contract.end is None:
                continue
            least = years_after(contract.start, int(shortest.number)) - dt.timedelta(days=1)
            most = years_after(contract.start, int(longest.number))
            if not least <= contract.end <= most:
                yield self.finding(
                    (*path, "end"),
                    ruling=longest if contract.end > most else shortest,
                    name=named(contract),
                    start=contract.start,
                    end=contract.end,
                    least=limit(shortest),
                    most=limit(longest),
                )


class ContractOver(Rule):
    """
    Reports a collective contract that had ended before the plan begins, with no other of its kind after it.

    ## Why is this bad?

    A collective contract ends with its term. Until the next one is in force the workers have only what the law and
    their own contracts give them, and the plan speaks of checking a contract that is no more.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2023-07-01, end: 2026-06-30, chapters: women}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2023-07-01, end: 2026-06-30, chapters: women, renewal: 7月上旬}]
    ```

    ## Known limits

    A contract without a last day counts as in force, and so does any other of the kind that ends later. A time for its
    renewal is enough; for a wage agreement, talks in the data or in the plan.
    """

    code = "ENT102"
    slug = "contract-over"
    title_zh = "集体合同已经期满"
    title_en = "collective contract that has run out"
    severity = Severity.WARNING
    basis = TERMS
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}已于 {end} 期满终止，计划中没有后续的合同；请写上续签时间（renewal），或列出新的合同。",
        "en": "{name} ran out on {end}, and nothing follows it; say when its renewal is negotiated (renewal), or list the new"
        " contract.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        start = check.plan.period.start
        for path, contract in last_ones(check):
            if start is not None and contract.end is not None and contract.end < start:
                if contract.kind is ContractKind.WAGES and talks_planned(check):
                    continue
                yield self.finding((*path, "end"), name=named(contract), end=contract.end)


class RenewalNotPlanned(Rule):
    """
    Reports a collective contract that ends within the period of the plan, where nothing is said of its renewal.

    ## Why is this bad?

    Either side may ask for the renewal in the three months before the end. Who forgets to ask is without a contract on
    the next day, and a new one takes months: talks, draft, vote, signature, review.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2024-01-01, end: 2026-12-31, chapters: women}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2024-01-01, end: 2026-12-31, chapters: women, renewal: 10月}]
    ```

    ## Known limits

    Any mention of a renewal (续签, 续订, 重新签订, 新一轮) in the plan counts, for all contracts. Wage agreements are ENT205's.
    """

    code = "ENT103"
    slug = "renewal-not-planned"
    title_zh = "集体合同在计划期内期满而未安排续签"
    title_en = "collective contract ends within the period, and no renewal is planned"
    severity = Severity.WARNING
    basis = TERMS
    parameters = ("contract-renewal-window",)
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}将于 {end} 期满，计划没有安排续签；期满前{window}内任何一方可以提出续订，请写上续签时间（renewal）。",
        "en": "{name} ends on {end}, and the plan does not speak of its renewal; either side may ask for it within {window}"
        " before: say when (renewal).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        start, end = check.plan.period.start, check.plan.period.end
        ruling = check.rulings["contract-renewal-window"]
        if start is None or end is None or check.survey.mentions(_RENEWS):
            return
        for path, contract in last_ones(check):
            if contract.kind is ContractKind.WAGES or contract.end is None:
                continue
            if start <= contract.end <= end:
                yield self.finding(
                    (*path, "end"),
                    ruling=ruling,
                    name=named(contract),
                    end=contract.end,
                    window=limit(ruling),
                )


class RenewalTooLate(Rule):
    """
    Reports a collective contract whose renewal is to be negotiated only after it has ended.

    ## Why is this bad?

    Between the end of the old contract and the new one there is none. The talks belong in the three months before.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2023-10-01, end: 2026-09-30, chapters: women, renewal: 11月}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2023-10-01, end: 2026-09-30, chapters: women, renewal: 8月}]
    ```

    ## Known limits

    A contract that had ended before the plan begins can only be renewed late, and passes. A time without a day passes.
    """

    code = "ENT104"
    slug = "renewal-too-late"
    title_zh = "续签协商安排在集体合同期满之后"
    title_en = "renewal negotiated after the contract has ended"
    severity = Severity.WARNING
    basis = TERMS
    parameters = ("contract-renewal-window",)
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}于 {end} 期满，续签协商却从 {begins} 才开始；请提前到期满前{window}内。",
        "en": "{name} ends on {end}, and the talks on its renewal begin on {begins}; hold them within {window} before its end.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        start = check.plan.period.start
        ruling = check.rulings["contract-renewal-window"]
        for path, contract in contracts_in(check):
            begins = first_day(contract.renewal, check)
            if start is None or begins is None or contract.end is None:
                continue
            if start <= contract.end < begins:
                yield self.finding(
                    (*path, "renewal"),
                    ruling=ruling,
                    name=named(contract),
                    end=contract.end,
                    begins=begins,
                    window=limit(ruling),
                )


def last_ones(check: Check) -> Iterator[tuple[Path, CollectiveContract]]:
    """Yield of each kind the contract that ends last, where that is known and its renewal is not planned."""
    last: dict[tuple[ContractKind, str], tuple[Path, CollectiveContract]] = {}
    for path, contract in contracts_in(check):
        kind = contract.kind, contract.title if contract.kind is ContractKind.OTHER else ""
        before = last.get(kind)
        if before is None or _ends(contract) > _ends(before[1]):
            last[kind] = (path, contract)
    for path, contract in last.values():
        if contract.renewal is None:
            yield path, contract


def _ends(contract: CollectiveContract) -> dt.date:
    return contract.end or dt.date.max


def talks_planned(check: Check) -> bool:
    """Whether the plan speaks of talks: in its data or anywhere else."""
    return data_in(check).talks is not None or check.survey.mentions(_TALKS)


TERM_RULES: Final[tuple[Rule, ...]] = (ContractTerm(), ContractOver(), RenewalNotPlanned(), RenewalTooLate())
