"""Readers: prose becomes a plan."""

from ._base import Noise, OutlineEntry, Reader, Reading, Span

__all__ = ["Noise", "OutlineEntry", "Reader", "Reading", "Span"]
