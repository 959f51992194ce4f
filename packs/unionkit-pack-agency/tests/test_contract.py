"""What every pack promises."""

from __future__ import annotations

import unionkit_pack_agency
from unionkit.testing import PackContract


class TestContract(PackContract):
    """The pack keeps the contract."""

    pack = unionkit_pack_agency
