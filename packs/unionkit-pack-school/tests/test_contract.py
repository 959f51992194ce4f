"""What every pack promises."""

from __future__ import annotations

import unionkit_pack_school
from unionkit.testing import PackContract


class TestContract(PackContract):
    """The promises, kept by the pack for schools."""

    pack = unionkit_pack_school
