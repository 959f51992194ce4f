"""What every pack promises."""

from __future__ import annotations

import unionkit_pack_enterprise
from unionkit.testing import PackContract


class TestContract(PackContract):
    """The pack keeps its promises."""

    pack = unionkit_pack_enterprise
