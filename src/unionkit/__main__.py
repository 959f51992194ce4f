"""``python -m unionkit`` is the command line."""

from unionkit.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    raise SystemExit(main())
