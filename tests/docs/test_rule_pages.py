"""The pages of the rules are those that their docstrings make, and every rule has one."""

from __future__ import annotations

import re

import pytest

from rule_pages import FOLDER, pages
from unionkit.rules import RULES, Confidence, Rule, built_in_law

PAGES = pages()


def bases(rule: Rule) -> list[str]:
    """What a rule rests on, as its page cites it: its own basis, and those of the limits that it asks for."""
    limits = (limit for name in rule.parameters for limit in built_in_law()[name].limits)
    return [basis.worded("zh") for basis in (rule.basis, *(limit.basis for limit in limits)) if basis.title]


def sections(page: str) -> dict[str, str]:
    """The text of a page under each of its headings."""
    _, *parts = re.split(r"^## (.*)\n", page, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_pages_are_what_the_tool_writes() -> None:
    """`python tools/rule_pages.py` was run after the last change to a docstring."""
    there = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}

    assert [name for name in sorted({*there, *PAGES}) if there.get(name) != PAGES.get(name)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_a_page(rule: Rule) -> None:
    """With its names in both languages, its severity, and whether it can be mended."""
    head = PAGES[f"{rule.code}.md"].partition("\n## ")[0]

    assert head.startswith(f"# {rule.slug} ({rule.code})\n")
    assert f"{rule.title_zh} · {rule.title_en}" in head
    assert f"Severity: {rule.severity.value}" in head
    assert ("Fix: yes" in head) == rule.fixable


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_page_says_what_the_rule_rests_on(rule: Rule) -> None:
    """Regulations with number and article, or that it is our own convention."""
    parts = sections(PAGES[f"{rule.code}.md"])
    cited = parts["Basis (依据)"] + parts.get("Limits (限额)", "")

    assert [basis for basis in bases(rule) if basis not in cited] == []
    assert bases(rule) or rule.basis.confidence is Confidence.CONVENTION
    assert bool(bases(rule)) != ("Our own convention" in cited)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_page_has_an_example_and_a_near_miss(rule: Rule) -> None:
    """They differ; that the rule finds the one and not the other is tested with the rules."""
    example, instead = re.findall(
        r"^```yaml\n(.*?)^```$",
        sections(PAGES[f"{rule.code}.md"])["Example"],
        flags=re.MULTILINE | re.DOTALL,
    )

    assert example.strip()
    assert instead.strip()
    assert example != instead


def test_the_index_names_every_rule_once() -> None:
    """Under its family, in the order of the codes."""
    _, *families = PAGES["index.md"].split("\n## ")
    listed = [
        re.findall(r"^\| \[(UK\d{3})\]\(\1\.md\) \|", family, flags=re.MULTILINE) for family in families
    ]
    family_of = {rule.code: rule.family for rule in RULES}

    assert sorted(code for codes in listed for code in codes) == [rule.code for rule in RULES]
    assert all(codes == sorted(codes) for codes in listed)
    assert all(len({family_of[code] for code in codes}) == 1 for codes in listed)
    assert len(listed) == len(set(family_of.values()))
    assert f"{len(RULES)} rules." in PAGES["index.md"]


@pytest.mark.parametrize("rule", [rule for rule in RULES if bases(rule)], ids=lambda rule: rule.code)
def test_the_list_of_regulations_names_every_rule_that_rests_on_one(rule: Rule) -> None:
    """Who hears of a change looks there for what to read again."""
    assert f"[{rule.code}]({rule.code}.md)" in PAGES["regulations.md"]


def test_a_page_says_since_when_its_basis_is_in_force() -> None:
    """One of them, read as a whole."""
    page = PAGES["UK201.md"]

    assert page.startswith("# festival-gift-outside-list (UK201)\n")
    assert "非法定节日发放节日慰问品 · festival gift outside the statutory festivals" in page
    assert "《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第四项" in page
    assert "In force: 2018-01-01 to …" in page
