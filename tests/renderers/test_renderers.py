"""What holds for every built-in renderer."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import Document
from unionkit.renderers import DOCX, MARKDOWN, TEXT, Rendered, Renderer

from .documents import anything, documents

RENDERERS = (DOCX, MARKDOWN, TEXT)
renderers = st.sampled_from(RENDERERS)


def printed(renderer: Renderer, document: Document) -> Rendered:
    assert renderer.render is not None
    return renderer.render(document)


@given(renderer=renderers, document=documents(anything))
def test_every_block_is_accounted_for_once(renderer: Renderer, document: Document) -> None:
    """Each block is printed or skipped, and none of them twice, whatever its texts hold."""
    rendered = printed(renderer, document)

    accounted = [*rendered.printed, *(skipped.index for skipped in rendered.skipped)]

    assert sorted(accounted) == list(range(len(document.blocks)))


@given(renderer=renderers, document=documents())
def test_the_same_document_gives_the_same_bytes(renderer: Renderer, document: Document) -> None:
    """Nothing in a file comes from the moment at which it was made."""
    assert printed(renderer, document) == printed(renderer, document)


@pytest.mark.parametrize("renderer", ["DOCX", "MARKDOWN", "TEXT"])
def test_another_process_gives_the_same_bytes(renderer: str) -> None:
    """Neither the hash seed nor the time zone nor the locale of the process is seen in the file."""
    script = (
        "import hashlib\n"
        "from unionkit import renderers\n"
        "from unionkit.document import Column, Document, Grid, Text, Title\n"
        "grid = Grid((Column('项目'), Column('金额')), (('慰问', '300'),), '预算', '元')\n"
        "document = Document(blocks=(Title('工作计划'), Text('“三八”'), grid), title='工作计划')\n"
        f"print(hashlib.sha256(renderers.{renderer}.render(document).data).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": lang},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, lang in (("1", "UTC", "C"), ("2", "Asia/Shanghai", "C.UTF-8"))
    }

    assert len(digests) == 1


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.name)
def test_renderers_survive_pickling(renderer: Renderer) -> None:
    """A batch sends them to other processes, also after one of them was used."""
    printed(renderer, Document(blocks=()))

    assert pickle.loads(pickle.dumps(renderer)) == renderer


def test_importing_the_renderers_loads_none_of_them() -> None:
    """A program that prints nothing does not wait for what prints."""
    script = (
        "import sys, unionkit.renderers\n"
        "mine = [name for name in sys.modules if name.startswith('unionkit.renderers.')]\n"
        "print(sorted({*mine, *({'zipfile', 'lxml', 'docx'} & set(sys.modules))}))\n"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert loaded == "['unionkit.renderers._base']\n"
