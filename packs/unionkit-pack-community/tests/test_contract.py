"""The promises that every pack makes."""

from __future__ import annotations

import unionkit_pack_community
from unionkit.testing import PackContract


class TestContract(PackContract):
    pack = unionkit_pack_community
