import json
import subprocess
import sys
from pathlib import Path

import pytest

from unionkit.readers import read_text, recognised

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_FOREIGN = "本会将于腊月举办一场灯谜会。"

pytestmark = pytest.mark.skipif(not _CORPUS.is_dir(), reason="the sample plans are not next to this checkout")


def _sources():
    return {path.stem: path.read_bytes().decode() for path in sorted(_CORPUS.glob("plan-*.txt"))}


def test_outline_is_recognised(tmp_path):
    """The scorer finds the outlines, all of the text, and none of the noise."""
    for name, source in _sources().items():
        reading = read_text(source, name=name)
        found = json.dumps(recognised(reading, reading.plan))
        (tmp_path / f"{name}.json").write_text(found, encoding="utf-8")

    scorer = [sys.executable, str(_CORPUS / "score.py"), "--recognised", str(tmp_path)]
    least = ["outline=0.95", "noise=1", "lossless=1", "title=1", "sector=1", "half=1", "year=1", "contract=1"]
    scored = subprocess.run(
        [*scorer, "--min", *least, "--max", "noise-kept=0"], capture_output=True, text=True, check=False
    )

    assert scored.returncode == 0, scored.stdout + scored.stderr


def test_foreign_sentences_survive():
    """A sentence put in at any line boundary or behind any sentence, glued or on its own line, is read in place."""
    for source in _sources().values():
        places = {0, len(source)} | {at + 1 for at, mark in enumerate(source) if mark in "\n。"}
        for place in sorted(places):
            for planted in (_FOREIGN, f"\n{_FOREIGN}\n"):
                text = source[:place] + planted + source[place:]
                reading = read_text(text, name="planted")
                start = place + planted.index(_FOREIGN)

                assert not any(
                    found.span[0] < start + len(_FOREIGN) and start < found.span[1] for found in reading.noise
                )
                assert any(
                    a <= start and start + len(_FOREIGN) <= b
                    for a, b in recognised(reading, reading.plan)["kept"]
                )
