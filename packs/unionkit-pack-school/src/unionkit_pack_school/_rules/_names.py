"""Rules about names of documents and bodies that are out of date, or those of another sector."""

from __future__ import annotations

import datetime as dt
from typing import Final

from unionkit.rules import Basis, Severity, WordRule
from unionkit_pack_school._lexicon import LEXICON

PROVISIONS: Final = Basis(
    title="《学校教职工代表大会规定》",
    number="教育部令第32号",
    since=dt.date(2012, 1, 1),
)
"""Issued on 8 December 2011; that it replaced the regulations of 1985 was read in November 2026."""

NAMED: Final = Basis(
    title="《学校教职工代表大会规定》",
    number="教育部令第32号",
    article="第三条",
    since=dt.date(2012, 1, 1),
)
"""The article that names the congress; articles 1 to 7 were read in mirrors in November 2026."""


class OutdatedDocument(WordRule):
    """
    Reports the name of a document about schools that another has replaced.

    ## Why is this bad?

    What is planned on the ground of a document that is no more has no ground, and shows that the plan was copied.

    ## Example

    ```yaml
    content:
      - 按照《高等学校教职工代表大会暂行条例》开好教代会。
    ```

    Use instead:

    ```yaml
    content:
      - 按照《学校教职工代表大会规定》开好教代会。
    ```

    ## Known limits

    Reviews may name it, and so may a clause that says that it was replaced (代替) or repealed (废止). The documents are in the data file `lexicon.yaml`.
    """

    code = "SCH301"
    slug = "replaced-document"
    title_zh = "已被代替的学校文件"
    title_en = "document that another has replaced"
    severity = Severity.WARNING
    basis = PROVISIONS
    pack = "school"
    fixable = True
    lexicon = LEXICON
    table = "documents"
    wording = {
        "zh": "“{wrong}”已经不用，请改为{right}：{why}。",
        "en": "“{wrong}” is out of date; write {right}: {why}.",
    }


class NameOfCongress(WordRule):
    """
    Reports a name of the staff congress that the provisions for schools do not know: 职代会, 教工代表大会, 教职代会.

    ## Why is this bad?

    The congress of a school is the 教职工代表大会, 教代会 for short. Another name comes from a sample of an enterprise, or
    leaves open which meeting is meant.

    ## Example

    ```yaml
    content:
      - 9月下旬召开职代会。
    ```

    Use instead:

    ```yaml
    content:
      - 9月下旬召开教代会。
    ```

    ## Known limits

    What stands within 《》 or quotation marks passes, and so do reviews. The names are in the data file `lexicon.yaml`.
    """

    code = "SCH302"
    slug = "name-of-the-congress"
    title_zh = "教代会的名称不规范"
    title_en = "name of the staff congress"
    severity = Severity.INFO
    basis = NAMED
    pack = "school"
    fixable = True
    lexicon = LEXICON
    table = "bodies"
    wording = {
        "zh": "“{wrong}”请改为“{right}”：{why}。",
        "en": "Write “{right}” for “{wrong}”: {why}.",
    }
