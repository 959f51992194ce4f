"""Sums and shares of money, reckoned in whole fen: exact whatever the size, and whatever decimal context is set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from unionkit.model import Money


def in_fen(money: Money) -> int:
    """Return an amount in fen (分)."""
    above, below = money.yuan.as_integer_ratio()
    return 100 * above // below


def in_yuan(fen: int, *, exactly: bool) -> str:
    """
    Write an amount in yuan without its unit; with two decimals where fen are wanted.

    >>> in_yuan(5580000, exactly=False), in_yuan(20050, exactly=True)
    ('55800', '200.50')
    """
    yuan, rest = divmod(fen, 100)
    return f"{yuan}.{rest:02}" if exactly else str(yuan)


def in_column(amounts: Iterable[Money | int | None]) -> list[str]:
    """
    Write the amounts of one column, some of them in fen: all in whole yuan, or all with two decimals.

    >>> in_column([Money(2000), None, 20050])
    ['2000.00', '', '200.50']
    """
    fen = [in_fen(amount) if isinstance(amount, Money) else amount for amount in amounts]
    exactly = any(amount is not None and amount % 100 for amount in fen)
    return ["" if amount is None else in_yuan(amount, exactly=exactly) for amount in fen]


def shares(amounts: Sequence[int]) -> list[int]:
    """
    Return the shares of amounts in their sum, in tenths of a per cent; they add up to exactly 1000.

    What rounding down leaves is given to those that lost most by it. None where there is nothing to share.

    >>> shares([1, 1, 1])
    [334, 333, 333]
    """
    total = sum(amounts)
    if not total:
        return []
    parts = [divmod(1000 * amount, total) for amount in amounts]
    given = [tenths for tenths, _ in parts]
    most = sorted(range(len(parts)), key=lambda index: -parts[index][1])
    for index in islice(most, 1000 - sum(given)):
        given[index] += 1
    return given


def in_per_cent(tenths: int) -> str:
    """
    Write a share with one decimal.

    >>> in_per_cent(334)
    '33.4%'
    """
    return f"{tenths // 10}.{tenths % 10}%"
