"""What every pack keeps to, as tests to inherit."""

from __future__ import annotations

from ._data import DataChecks
from ._elsewhere import ElsewhereChecks
from ._languages import LanguageChecks
from ._loading import LoadingChecks
from ._names import NameChecks
from ._pack_renderers import RenderersOfAPackChecks
from ._pack_rules import RulesOfAPackChecks
from ._privacy import PrivacyChecks
from ._project import ProjectChecks
from ._sections import SectionChecks
from ._starters import StarterChecks
from ._templates import TemplateChecks


class PackContract(
    LoadingChecks,
    NameChecks,
    SectionChecks,
    TemplateChecks,
    StarterChecks,
    DataChecks,
    RulesOfAPackChecks,
    RenderersOfAPackChecks,
    PrivacyChecks,
    LanguageChecks,
    ElsewhereChecks,
    ProjectChecks,
):
    """
    What every pack keeps to; a test class inherits it, names the module with the hooks, and pytest runs the rest.

    Example:
        class TestHospital(PackContract):
            pack = unionkit_pack_hospital

    Attributes:
        pack: The module that implements the pack's hooks.

        project: The folder of its distribution, with its pyproject.toml. None: where ``src/`` or the package stands; without
            one, what is about README and wheel is skipped.

        expected_failures: Why checks must fail, by their names. One that passes all the same is a failure.
    """
