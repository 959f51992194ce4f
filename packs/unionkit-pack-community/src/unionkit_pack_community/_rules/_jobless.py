"""Rules about members without work (失业会员)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Plan
from unionkit.rules import CONVENTION, Basis, Check, Confidence, Finding, Rule, Severity
from unionkit_pack_community._data import community_data

EMPLOYMENT: Final = Basis(
    title="《中华人民共和国就业促进法》",
    article="第九条",
    since=dt.date(2008, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Employment Promotion Law: unions help the government to promote employment. From general knowledge, so what rests on it is a
warning at most.
"""

_HELP: Final = "招聘|就业|岗位推介|岗位推荐|技能培训|求职|创业|[Jj]ob fair|find work|vacanc"


class JoblessWithoutMeasures(Rule):
    """
    Reports a plan that counts members without work (失业会员) and has nothing for them.

    ## Why is this bad?

    Unions help to promote employment by law, and members without work joined the community's union for that. A number
    alone gets nobody a job.

    ## Example

    ```yaml
    data:
      community:
        jobless: {registered: 12}
    ```

    Use instead:

    ```yaml
    data:
      community:
        jobless:
          registered: 12
          measures:
            - {title: 家政服务技能培训, when: 9月, places: 6, responsible: 就业服务岗}
    ```

    ## Known limits

    An activity, measure or sentence of the plan that speaks of work to find, of vacancies or of training in a trade is
    enough. The rule does not weigh whether it will do.
    """

    code = "COM401"
    slug = "jobless-without-measures"
    title_zh = "有失业会员而没有帮扶措施"
    title_en = "jobless members without measures"
    severity = Severity.WARNING
    basis = EMPLOYMENT
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "登记失业会员 {registered} 人，计划没有就业帮扶措施；请在 data.community.jobless.measures 中列出。",
        "en": "{registered} members are registered as jobless, and the plan has nothing for them; list it in "
        "data.community.jobless.measures.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        jobless = data.jobless if data is not None else None
        if jobless is None or not jobless.registered or jobless.measures or check.survey.mentions(_HELP):
            return
        path = (*check.path, "data", "community", "jobless", "registered")
        yield self.finding(path, registered=jobless.registered)


class TooFewPlaces(Rule):
    """
    Reports that more jobless members are to be trained than the measures have places.

    ## Why is this bad?

    The figure goes into the goals, and the courses that were booked cannot reach it.

    ## Example

    ```yaml
    data:
      community:
        jobless:
          registered: 12
          trained: 10
          measures:
            - {title: 家政服务技能培训, when: 9月, places: 6}
    ```

    Use instead:

    ```yaml
    data:
      community:
        jobless:
          registered: 12
          trained: 10
          measures:
            - {title: 家政服务技能培训, when: 9月, places: 6}
            - {title: 网约配送技能培训, when: 10月, places: 4}
    ```

    ## Known limits

    It compares only where each measure that trains says its places; a measure trains when its title says 培训 or training.
    """

    code = "COM402"
    slug = "too-few-places-for-the-jobless"
    title_zh = "培训名额少于拟培训人数"
    title_en = "fewer places than jobless members to be trained"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "拟培训失业会员 {trained} 人，各项培训只有 {places} 个名额；请增加名额或改人数。",
        "en": "{trained} jobless members are to be trained, but the courses have {places} places; add places, or "
        "correct the figure.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        jobless = data.jobless if data is not None else None
        if jobless is None or jobless.trained is None:
            return
        courses = [each for each in jobless.measures if "培训" in each.title or "train" in each.title.lower()]
        places = [each.places for each in courses if each.places is not None]
        if courses and len(places) == len(courses) and sum(places) < jobless.trained:
            path = (*check.path, "data", "community", "jobless", "trained")
            yield self.finding(path, trained=jobless.trained, places=sum(places))


JOBLESS_RULES: Final[tuple[Rule, ...]] = (JoblessWithoutMeasures(), TooFewPlaces())
