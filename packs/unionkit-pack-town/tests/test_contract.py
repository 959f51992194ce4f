"""What every pack keeps to."""

from __future__ import annotations

import unionkit_pack_town
from unionkit.testing import PackContract


class TestContract(PackContract):
    pack = unionkit_pack_town
