"""The pack keeps what every pack promises."""

from __future__ import annotations

import unionkit_pack_federation
from unionkit.testing import PackContract


class TestContract(PackContract):
    pack = unionkit_pack_federation
