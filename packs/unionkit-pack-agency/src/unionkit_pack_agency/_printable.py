"""What of the data may be printed: on papers that are not private, nobody is named."""

from __future__ import annotations

import attrs

from unionkit.document import Scope

from ._data import AgencyData


def printable(scope: Scope) -> AgencyData:
    """Return the data that may be printed; where there is none, or it cannot be understood, empty data."""
    data = scope.data if isinstance(scope.data, AgencyData) else AgencyData()
    return data if scope.private else _without_names(data)


def allowed(scope: Scope) -> Scope:
    """Return a scope with nothing but that data: what a template does not have it cannot print, whoever wrote it."""
    return attrs.evolve(scope, data=printable(scope))


def _without_names(data: AgencyData) -> AgencyData:
    stays = data.recuperation
    if stays is None or not any(batch.participants for batch in stays.batches):
        return data
    batches = tuple(attrs.evolve(batch, participants=()) for batch in stays.batches)
    return attrs.evolve(data, recuperation=attrs.evolve(stays, batches=batches))
