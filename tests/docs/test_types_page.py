"""The page of the types says what the classes say."""

from __future__ import annotations

from type_pages import PAGE, kinds, page


def test_the_page_is_up_to_date() -> None:
    """`python tools/type_pages.py` renews it."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_type_has_a_section() -> None:
    """With its attributes, and the errors that it raises."""
    text = page()

    assert [name for name in kinds() if f"\n## {name}\n" not in text] == []
    assert "| `indicator` | `goal` | 指标 | `str` | required |" in text
    assert "\nRaises: `ImpossibleValueError`, `InvalidTextError`, `WrongTypeError`.\n" in text
