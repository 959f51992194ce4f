"""The pages of the rules are those that their docstrings make."""

from __future__ import annotations

from rule_pages import FOLDER, pages


def test_the_pages_are_what_the_tool_writes() -> None:
    """`python tools/rule_pages.py` was run after the last change to a docstring."""
    assert {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")} == pages()


def test_each_page_has_its_basis_and_titles() -> None:
    """Who reads the page sees what the rule rests on."""
    page = pages()["UK201.md"]

    assert page.startswith("# festival-gift-outside-list (UK201)\n")
    assert "非法定节日发放节日慰问品 · festival gift outside the statutory festivals" in page
    assert "《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第四项" in page
    assert "In force: 2018-01-01 to …" in page
