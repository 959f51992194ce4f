"""Which entries of a list, and which keys of a mapping, stand for the same in two versions of plain values."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

_KINDS: Final = ("goal", "result", "activity", "welfare", "table", "heading", "text")
_NAMES: Final = ("id", *_KINDS, "name", "title", "account", "role")
_LONGEST: Final = 200
_MOST_PAIRS: Final = 2500
_MOST_STEPS: Final = 4_000_000
_ALIKE: Final = 0.5

Pairs = Iterable[tuple[int, int]]
"""The index of an entry as it is to be, and as it was."""


def same(one: object, other: object) -> bool:
    """Say whether plain values are equal, of the same types all through (1 is not true)."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(entry, other[key]) for key, entry in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


# ---------------------------------------------------------------- mappings


def renamed_keys(gone: Mapping[str, object], come: Mapping[str, object], *, guess: bool) -> dict[str, str]:
    """
    Return the new names of keys, by the old ones.

    Args:
        gone: What stands under keys that are no longer there.

        come: What stands under keys that were not there.

        guess: Of one key gone and one come, whatever stands there, the one is the other.
    """
    found: dict[str, str] = {}
    left = dict(come)
    for belong in (same, _is_kept_in):
        for key, value in gone.items():
            if key not in found:
                name = next((name for name, entry in left.items() if belong(value, entry)), None)
                if name is not None:
                    found[key] = name
                    del left[name]
    rest = [key for key in gone if key not in found]
    if guess and len(rest) == len(left) == 1:
        found[rest[0]] = next(iter(left))
    return found


def _is_kept_in(old: object, new: object) -> bool:
    """Whether a value is in another, or much like it."""
    for inner, outer in ((old, new), (new, old)):
        entries = outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ()
        if any(same(entry, inner) for entry in entries):
            return True
    return _likeness(old, new) >= _ALIKE


# ---------------------------------------------------------------- lists


def aligned(old: Sequence[object], new: Sequence[object]) -> list[int | None]:
    """
    Return for each entry of `new` the index of the one in `old` that it was, if any.

    Equal entries come first, in order, then those that moved; then those that have a name in common (``id``, or the
    key that tells what an entry is, and its value), or are alike. What is left belongs together where as many of
    the same kind were replaced.
    """
    homes: list[int | None] = [None] * len(new)
    before, after = [_frozen(entry) for entry in old], [_frozen(entry) for entry in new]
    _pair(homes, _in_order(before, after))
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for home in _left(homes, len(old)):
        waiting[before[home]].append(home)
    for at in _open(homes):
        if places := waiting.get(after[at]):
            homes[at] = places.popleft()
    for name in _NAMES if waiting else ():
        named = _by_name(((home, old[home]) for home in _left(homes, len(old))), name)
        if named:
            again = _by_name(((at, new[at]) for at in _open(homes)), name)
            _pair(homes, [(at, named[told]) for told, at in again.items() if told in named])
    for gone, come in _runs(homes, len(old)):
        if 0 < len(gone) * len(come) <= _MOST_PAIRS:
            _pair(homes, _alike(old, new, gone, come))
    for gone, come in _runs(homes, len(old)):
        if len(gone) == len(come):
            _pair(
                homes, [(at, home) for home, at in zip(gone, come, strict=True) if _fits(old[home], new[at])]
            )
    return homes


def rising(numbers: Iterable[int]) -> set[int]:
    """Return the longest choice of `numbers`, each there once, that stand in rising order."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
        before[number] = tails[at - 1] if at else None
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _in_order(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """What is equal at the beginning, at the end, and in between."""
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    rest = most - first
    last = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    yield from ((at, at) for at in range(first))
    yield from ((len(after) - at, len(before) - at) for at in range(1, last + 1))
    middle = before[first : len(before) - last], after[first : len(after) - last]
    shared = Counter(middle[0])
    if 0 < sum(shared[entry] for entry in middle[1]) <= _MOST_STEPS:
        from difflib import SequenceMatcher  # noqa: PLC0415 -- loading does without

        for home, at, size in SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks():
            yield from ((first + at + step, first + home + step) for step in range(size))


def _pair(homes: list[int | None], pairs: Pairs) -> None:
    for at, home in pairs:
        homes[at] = home


def _left(homes: Sequence[int | None], count: int) -> list[int]:
    taken = set(homes)
    return [home for home in range(count) if home not in taken]


def _open(homes: Sequence[int | None]) -> list[int]:
    return [at for at, home in enumerate(homes) if home is None]


def _by_name(entries: Iterable[tuple[int, object]], name: str) -> dict[Hashable, int]:
    """The entries that no other shares its name with, by that."""
    found: dict[Hashable, int] = {}
    counts: Counter[Hashable] = Counter()
    for at, entry in entries:
        told = _mapping(entry).get(name)
        if isinstance(told, str) and told:
            counts[told] += 1
            found[told] = at
    return {told: at for told, at in found.items() if counts[told] == 1}


def _runs(homes: Sequence[int | None], count: int) -> list[tuple[list[int], list[int]]]:
    """What is not yet paired, between neighbours that are: as it was, and as it is to be."""
    stay = rising(home for home in homes if home is not None)
    left, found = _left(homes, count), []
    begin, come = 0, list[int]()
    for at, home in enumerate([*homes, count]):
        if home is None:
            come.append(at)
        elif home in stay or at == len(homes):
            end = bisect_left(left, home)
            found.append((left[begin:end], come))
            begin, come = end, []
    return [(gone, come) for gone, come in found if gone and come]


def _alike(
    old: Sequence[object], new: Sequence[object], gone: Iterable[int], come: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs that have the most in common, those first that have more."""
    found = [(_likeness(old[home], new[at]), home, at) for home in gone for at in come]
    found.sort(key=lambda entry: (-entry[0], entry[1:]))
    homes: set[int] = set()
    places: set[int] = set()
    for score, home, at in found:
        if score >= _ALIKE and home not in homes and at not in places:
            homes.add(home)
            places.add(at)
            yield at, home


def _fits(old: object, new: object) -> bool:
    """Whether an entry may have become another one: of the same kind, with most of its keys."""
    one, other = _mapping(old), _mapping(new)
    if one and other:
        if _kind(one) == _kind(other):
            return 2 * len(one.keys() & other.keys()) >= min(len(one), len(other))
        return bool(renamed_keys(_without(one, other), _without(other, one), guess=False))
    return isinstance(old, dict | list) is isinstance(new, dict | list)


def _likeness(one: object, other: object) -> float:
    """How much two values have in common, from 0 to 1."""
    if same(one, other):
        return 1.0
    if isinstance(one, str) and isinstance(other, str):
        from difflib import SequenceMatcher  # noqa: PLC0415 -- loading does without

        return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
    if isinstance(one, list) and isinstance(other, list):
        shared = Counter(map(_frozen, one)) & Counter(map(_frozen, other))
        return 2 * shared.total() / (len(one) + len(other))
    this, that = _mapping(one), _mapping(other)
    if this and that and (_kind(this) == _kind(that) or None in (_kind(this), _kind(that))):
        alike = sum(_likeness(entry, that[key]) for key, entry in this.items() if key in that)
        gone, come = _without(this, that).values(), _without(that, this).values()
        alike += (Counter(map(_frozen, gone)) & Counter(map(_frozen, come))).total()
        return 2 * alike / (len(this) + len(that))
    return 0.0


def _mapping(value: object) -> Mapping[str, object]:
    """A mapping, or text as the paragraph that it is short for."""
    return value if isinstance(value, dict) else {"text": value} if isinstance(value, str) else {}


def _without(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in one.items() if key not in other}


def _kind(value: Mapping[str, object]) -> str | None:
    kind = next((key for key in _KINDS if key in value), None)
    return "heading" if kind is None and "content" in value else kind


def _frozen(value: object) -> Hashable:
    if isinstance(value, dict):
        return frozenset((key, _frozen(entry)) for key, entry in value.items())
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return type(value), value
