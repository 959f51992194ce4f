"""Renderers: each knows one format."""

from ._base import Rendered, Renderer, Skipped

__all__ = ["Rendered", "Renderer", "Skipped"]
