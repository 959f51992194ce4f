"""A small office system: keeps work plans of trade unions in SQLite, checks them, and finds what falls on a day."""

from .store import ChangedError, PlanStore, Stored

__all__ = ["ChangedError", "PlanStore", "Stored"]
