"""The pack's data as it is printed."""

from __future__ import annotations

import attrs

from unionkit.document import Scope
from unionkit.model import Vocabulary

from ._data import CommunityData
from ._vocabulary import HARDSHIP_KINDS


def shown(scope: Scope) -> Scope:
    """
    Return a scope with the data as it is printed: names of persons only where private facts may be printed, occasions and
    kinds by what they are called.
    """
    data = scope.data if isinstance(scope.data, CommunityData) else CommunityData()
    if not scope.private:
        data = data.without_names()
    worded = attrs.evolve(
        data,
        hardship=tuple(attrs.evolve(file, kind=kind_named(file.kind, scope)) for file in data.hardship),
        visits=tuple(
            attrs.evolve(each, occasion=occasion_named(each.occasion, scope)) for each in data.visits
        ),
        records=tuple(
            attrs.evolve(each, occasion=occasion_named(each.occasion, scope)) for each in data.records
        ),
    )
    return attrs.evolve(scope, data=worded)


def occasion_named(name: str, scope: Scope) -> str:
    """Return what an occasion is called in the language of the scope; its name, where nobody knows it."""
    return _named(name, scope.vocabulary, scope.lang)


def _named(name: str, vocabulary: Vocabulary, lang: str) -> str:
    term = vocabulary.triggers.get(name)
    if term is None:
        return name
    return term.en if lang == "en" else term.zh


def kind_named(name: str, scope: Scope) -> str:
    """Return what a group of the register of workers in need is called; as it stands, where it is none of them."""
    term = HARDSHIP_KINDS.get(name.strip())
    if term is None:
        return name
    return term.en if scope.lang == "en" else term.zh
