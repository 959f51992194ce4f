"""Renew constraints.txt: resolve everything afresh and note the versions (names and numbers only)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from repository import ROOT, members

HEAD = "# Everything that `make test` installs, pinned for Python 3.11 to 3.13; `make pins` renews it.\n"


def main() -> None:
    """Install without constraints into a throw-away environment and write what came."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [str(Path(folder) / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        core, *others = members()
        local = [f"{core.folder}[testing]", *(str(member.folder) for member in others)]
        tools = ["--requirement", str(ROOT / "requirements-dev.txt")]
        subprocess.run([*pip, "install", "--quiet", *tools, *local], check=True)
        frozen = subprocess.run([*pip, "freeze"], check=True, capture_output=True, text=True).stdout
    pins = sorted((line for line in frozen.splitlines() if not line.startswith("unionkit")), key=str.lower)
    (ROOT / "constraints.txt").write_text(HEAD + "\n".join(pins) + "\n", encoding="utf-8")
    print(f"constraints.txt: {len(pins)} pins")


if __name__ == "__main__":
    main()
