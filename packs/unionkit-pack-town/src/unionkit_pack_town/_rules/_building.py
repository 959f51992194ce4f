"""Rules about how unions are built: alone or jointly, none left out, and with approval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Finding, Rule, Severity
from unionkit_pack_town._data import Form, Size, Task
from unionkit_pack_town._lexicon import LEXICON

from ._common import IN_FORCE, JOINTLY, LAW, at, class_of, data_of_town


class JointThoughLarge(Rule):
    """
    Reports an enterprise of 25 and more members that is to be part of a joint union (联合建会).

    ## Why is this bad?

    A unit with 25 and more members must have a union committee of its own; joining with others is for smaller ones. The
    county sends such an application back.

    ## Example

    ```yaml
    data:
      town:
        register: [{enterprise: 北岭机械厂, size: middle, staff: 46, members: 38, form: joint}]
    ```

    Use instead:

    ```yaml
    data:
      town:
        register: [{enterprise: 北岭机械厂, size: middle, staff: 46, members: 38, form: own}]
    ```

    ## Known limits

    The law counts members, not staff: where the register does not say how many members there are or will be, the rule says
    nothing. Entries of unions that are to be brought up to standard are looked at as well.
    """

    code = "TWN111"
    slug = "joint-union-of-large-enterprise"
    title_zh = "会员满 25 人的企业联合建会"
    title_en = "joint union for an enterprise of 25 and more members"
    severity = Severity.ERROR
    basis = JOINTLY
    parameters = ("joint-union-below-members",)
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "“{enterprise}”有会员 {members} 人，满 {least} 的应当单独建立工会委员会，不能联合建会。",
        "en": "“{enterprise}” has {members} members; from {least} on it sets up a committee of its own, not a joint one.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ruling = check.rulings[self.parameters[0]]
        for index, entry in enumerate(data_of_town(cast("Plan", node)).register):
            if entry.form is Form.JOINT and entry.members is not None and entry.members >= ruling.number:
                yield self.finding(
                    at(check.path, "register", index, "form"),
                    ruling=ruling,
                    enterprise=entry.enterprise,
                    members=entry.members,
                    least=ruling.said,
                )


class LeftWithoutUnion(Rule):
    """
    Reports a class of enterprises of 25 and more staff of which some stay without a union when the plan is carried out.

    ## Why is this bad?

    Where 25 and more workers join, a union committee must be set up. Larger enterprises come first: the county asks for
    every one of them, with a reason for each that is left.

    ## Example

    ```yaml
    data:
      town:
        classes: [{size: middle, enterprises: 46, organised: 41, to_build: 2}]
    ```

    Use instead:

    ```yaml
    data:
      town:
        classes: [{size: middle, enterprises: 46, organised: 41, to_build: 5}]
    ```

    ## Known limits

    The law goes by members, and building takes more than a half year, so this is only said for your information. Small
    enterprises are not looked at.
    """

    code = "TWN112"
    slug = "left-without-union"
    title_zh = "25 人以上企业仍有未建会的"
    title_en = "enterprises of 25 and more staff left without a union"
    severity = Severity.INFO
    basis = JOINTLY
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "{kind}按计划建会后还有 {left} 家没有工会；会员满25人应当建立工会委员会，请列入计划或说明原因。",
        "en": "{kind}: {left} stay without a union after this plan. From 25 members on a committee must be set up; plan it,"
        " or give the reason.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for index, each in enumerate(data_of_town(cast("Plan", node)).classes):
            if each.size is not Size.SMALL and each.left > 0:
                yield self.finding(
                    at(check.path, "classes", index, "to_build"), kind=class_of(each), left=each.left
                )


class SmallWithoutJoint(Rule):
    """
    Reports a plan that builds unions in small enterprises and nowhere speaks of joint unions (联合基层工会).

    ## Why is this bad?

    A shop of eight has nobody to be chair, secretary and treasurer. The law lets units of fewer than 25 members join with
    others; unions of villages, streets and trades carry on where single ones fall asleep.

    ## Example

    ```yaml
    data:
      town:
        classes: [{size: small, enterprises: 108, organised: 71, to_build: 19}]
    ```

    Use instead:

    ```yaml
    data:
      town:
        classes: [{size: small, enterprises: 108, organised: 71, to_build: 19}]
        joint: [{name: 河东片区联合工会, enterprises: 71, to_join: 19}]
    ```

    ## Known limits

    A joint union is a possibility that the law gives, not a duty. Any word about joint unions anywhere in the plan is enough.
    """

    code = "TWN113"
    slug = "small-enterprises-without-joint-union"
    title_zh = "小企业建会没有考虑联合建会"
    title_en = "unions in small enterprises without a joint union"
    severity = Severity.INFO
    basis = JOINTLY
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "25人以下的企业要新建工会 {number} 家，计划没有提到联合基层工会；人少的企业可以按片区、行业联合建会。",
        "en": "{number} unions are to be built in enterprises of fewer than 25 staff, and no joint union is planned; small"
        " ones may join by area or trade.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        if data.joint or any(entry.form is Form.JOINT for entry in data.register):
            return
        for index, each in enumerate(data.classes):
            if (
                each.size is Size.SMALL
                and each.to_build > 1
                and not check.survey.mentions(LEXICON.table("planned", "joint"))
            ):
                yield self.finding(at(check.path, "classes", index, "to_build"), number=each.to_build)


class FoundingWithoutApproval(Rule):
    """
    Reports a plan that builds unions and nowhere speaks of the approval of the union above (报上一级工会批准).

    ## Why is this bad?

    Founding a union needs the approval of the union above. Without it the new body has no seal, no account and no legal
    person, and its elections do not count.

    ## Example

    ```yaml
    content: [年内走访未建会企业，帮助它们建立工会。]
    data:
      town:
        classes: [{size: large, enterprises: 14, organised: 13, to_build: 1}]
    ```

    Use instead:

    ```yaml
    content: [年内走访未建会企业，帮助它们建立工会，建会申请报县总工会批准。]
    data:
      town:
        classes: [{size: large, enterprises: 14, organised: 13, to_build: 1}]
    ```

    ## Known limits

    Any word about an approval anywhere in the plan is enough, whatever it approves.
    """

    code = "TWN114"
    slug = "founding-without-approval"
    title_zh = "新建工会没有提到报批"
    title_en = "unions to build, and no word about approval"
    severity = Severity.INFO
    basis = Basis(title=LAW, article="第十二条", since=IN_FORCE)
    parameters = ("founding-needs-approval",)
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "计划新建工会，却没有提到报批；建立工会须报上一级工会批准。",
        "en": "Unions are to be built, and the plan does not speak of approval: the union above must approve each.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        ruling = check.rulings[self.parameters[0]]
        if not ruling.value or check.survey.mentions(LEXICON.table("planned", "approval")):
            return
        if any(each.to_build for each in data.classes):
            yield self.finding(at(check.path, "classes"), ruling=ruling)
        elif any(entry.task is Task.BUILD and not entry.done for entry in data.register):
            yield self.finding(at(check.path, "register"), ruling=ruling)
