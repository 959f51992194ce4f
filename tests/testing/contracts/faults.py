"""
Faults: each an edit of a copy of the good pack, with the check of the contract that is meant for it.

Every other check lets it pass, so a contract without that check would let it through.
"""

from __future__ import annotations

from pathlib import Path

import attrs

MUSEUM = Path(__file__).parent / "museum"
"""The good pack."""

P = "src/unionkit_pack_museum/"
INIT, DATA, SECTIONS, RULES, RENDERERS = (
    f"{P}{name}.py" for name in ("__init__", "_data", "_sections", "_rules", "_renderers")
)
COLLECTIONS, EXHIBITIONS = (f"{P}templates/{name}.j2" for name in ("collections", "exhibitions"))
STARTER = f"{P}templates/starter-2.yaml"
ENGLISH = f"{P}templates/starter-2.en.yaml"
TEACHERS_DAY = "- {welfare: 教师节慰问, kind: festival-gift, when: 教师节, owner: 工会委员会}"
DUTIES = "    duties = [duty for duty in data.duties if scope.private or not duty.private]\n"
GUIDES = "        data = data_of("


@attrs.frozen
class Edit:
    """One change of a file: `old` becomes `new`; without `old`, the file is new; without `new`, it is removed."""

    file: str
    old: str = ""
    new: str = ""

    def made(self, folder: Path) -> None:
        """Make it; an edit that fits nowhere is a mistake of the table."""
        file = folder / self.file
        if not self.old and not self.new:
            file.unlink()
            return
        text = file.read_text(encoding="utf-8") if self.old else ""
        assert not self.old or text.count(self.old) == 1, (
            f"{self.file} has {self.old!r} {text.count(self.old)} times"
        )
        file.write_text(text.replace(self.old, self.new) if self.old else self.new, encoding="utf-8")


@attrs.frozen
class Fault:
    """Something wrong with a pack, the check that is meant for it, and how it is made."""

    name: str
    check: str
    edits: tuple[Edit, ...]


def fault(name: str, check: str, *edits: Edit) -> Fault:
    """A fault of the table."""
    return Fault(name, f"test_{check}", edits)


def says(what: str, imports: str = "") -> Edit:
    """The section about duties says something more, and imports what that takes."""
    return Edit(SECTIONS, DUTIES, f"{DUTIES}    {imports}\n    yield Text({what})\n")


def unreached(template: str) -> Edit:
    """A template has a branch that nobody reaches."""
    return Edit(COLLECTIONS, "{{ blocks", "{% if false %}" + template + "{% endif %}\n{{ blocks")


FAULTS = (
    # ------------------------------------------------------------ loading
    fault(
        "a warning on import",
        "importing_it_warns_of_nothing",
        Edit(INIT, "QUESTIONS = (", 'import warnings\nwarnings.warn("old", DeprecationWarning)\nQUESTIONS = ('),
    ),
    fault(
        "a heavy import",
        "importing_it_loads_only_what_it_needs",
        Edit(INIT, "QUESTIONS = (", "import click\nQUESTIONS = ("),
    ),
    fault(
        "a hook misspelt",
        "hooks_are_spelt_right",
        Edit(INIT, "@hookimpl\ndef unionkit_rules", "@hookimpl\ndef unionkit_paper():\n    return ()\n\n\n@hookimpl\ndef unionkit_rules"),
    ),
    fault(
        "a hook that returns something else",
        "hooks_return_what_they_should",
        Edit(INIT, "return (PAGE, DUTIES)", 'return (PAGE, DUTIES, "museum")'),
    ),
    fault(
        "a hook that raises",
        "hooks_return_what_they_should",
        Edit(INIT, "@hookimpl\ndef unionkit_rules", '@hookimpl\ndef unionkit_readers():\n    raise KeyError("reader")\n\n\n@hookimpl\ndef unionkit_rules'),
    ),
    fault(
        "a newer core is asked for",
        "it_asks_for_a_core_that_there_is",
        Edit(INIT, '    law="law.yaml",', '    law="law.yaml",\n    requires="9.0",'),
    ),
    # ------------------------------------------------------------ names
    fault(
        "an ending of the core's",
        "no_name_is_taken",
        Edit(RENDERERS, '(".museum",)', '(".docx",)'),
    ),
    fault(
        "a term of the core's",
        "no_name_is_taken",
        Edit(INIT, '"guided-tour": Term(', '"meeting": Term("meeting", "讲解", "tour"), "guided-tour": Term('),
    ),
    fault(
        "an unknown sector",
        "its_sector_is_known",
        Edit(INIT, '    sector="museum",', '    sector="museums",'),
    ),
    fault(
        "a layout that names what is not there",
        "layouts_and_papers_name_sections_that_exist",
        Edit(INIT, '"body", "exhibitions", "sign-off"', '"body", "exhibitions", "exhibits", "sign-off"'),
    ),
    fault(
        "a paper that names a section twice",
        "layouts_and_papers_name_sections_that_exist",
        Edit(INIT, '("duties", "sign-off")', '("duties", "duties", "sign-off")'),
    ),
    fault(
        "a rule for another pack",
        "what_is_for_a_pack_is_for_this_one",
        Edit(RULES, 'pack = "museum"\n    pattern', 'pack = "museums"\n    pattern'),
    ),
    fault(
        "a module without a docstring",
        "it_says_what_it_is",
        Edit(INIT, '"""Plans of unions in museums (博物馆): exhibitions, and who guides the visitors."""', ""),
    ),
    # ------------------------------------------------------------ sections
    fault(
        "a section that wants data",
        "sections_compose_every_plan",
        Edit(SECTIONS, DUTIES, f"    first = data.duties[0]\n{DUTIES}"),
    ),
    fault(
        "a section that yields text",
        "sections_yield_blocks",
        Edit(SECTIONS, "        yield Text({", "        yield str({"),
    ),
    fault(
        "a section that counts",
        "sections_answer_the_same_twice",
        Edit(SECTIONS, "def compose_duties", "CALLS = []\n\n\ndef compose_duties"),
        Edit(SECTIONS, DUTIES, f"{DUTIES}    CALLS.append(1)\n    yield Text(str(len(CALLS)))\n"),
    ),
    fault(
        "a section that changes the plan",
        "sections_leave_the_plan_as_it_was",
        Edit(SECTIONS, DUTIES, f'{DUTIES}    object.__setattr__(scope.plan, "note", "改")\n'),
    ),
    fault(
        "text escaped by the section",
        "text_arrives_as_it_was_written",
        Edit(SECTIONS, 'else "", duty.guide)', 'else "", duty.guide.replace("<", "&lt;"))'),
    ),
    fault(
        "text run as a template",
        "text_arrives_as_it_was_written",
        Edit(SECTIONS, 'else "", duty.guide)', 'else "", duty.guide.replace("{{ 7 * 7 }}", "49"))'),
    ),
    fault(
        "claimed content dropped",
        "content_that_is_claimed_is_printed",
        Edit(COLLECTIONS, "{{ blocks(content) }}", '{{ heading(say("藏品", "Collections")) }}'),
    ),
    fault(
        "a huge output",
        "output_stays_small",
        Edit(EXHIBITIONS, "{% for", '{% for n in range(1000) %}\n{{ text("—") }}\n{% endfor %}\n{% for'),
    ),
    # ------------------------------------------------------------ templates
    fault(
        "a template that is malformed",
        "templates_are_well_formed",
        unreached('{% include "old.j2" %}'),
        Edit(f"{P}templates/old.j2", "", "{% if %}"),
    ),
    fault(
        "a template outside of its root",
        "templates_stay_in_their_folder",
        unreached('{% include "../data/law.yaml" %}'),
    ),
    fault(
        "a template that executes code",
        "templates_do_not_reach_into_python",
        unreached("{{ content.__class__.__mro__ }}"),
    ),
    fault(
        "a template that nobody uses",
        "no_template_is_unused",
        Edit(f"{P}templates/spare.j2", "", "{{ blocks(content) }}\n"),
    ),
    fault(
        "code run from text",
        "its_code_runs_no_other_code",
        Edit(SECTIONS, "def compose_duties", 'def counted(text):\n    return eval(text)\n\n\ndef compose_duties'),
    ),
    fault(
        "templates rendered without the sandbox",
        "its_code_runs_no_other_code",
        says('Template("—").render()', "from jinja2 import Template"),
    ),
    # ------------------------------------------------------------ starters
    fault(
        "a starter in one language",
        "starters_exist",
        Edit(INIT, '        (1, "en"): "starter-1.en.yaml",\n', ""),
        Edit(f"{P}templates/starter-1.en.yaml"),
    ),
    fault(
        "a starter that does not load in one year",
        "starters_load",
        Edit(STARTER, "status: draft", "status: {{ 'draft' if year < 2031 else 'done' }}"),
    ),
    fault(
        "a starter of last year",
        "starters_are_of_their_pack_and_period",
        Edit(STARTER, "{year: {{ year }}, half: 2}", "{year: 2026, half: 2}"),
    ),
    fault(
        "a starter that breaks a law later",
        "starters_are_clean",
        Edit(STARTER, "data:\n", f"{{% if year > 2029 %}}\n  - {TEACHERS_DAY[2:]}\n{{% endif %}}\ndata:\n"),
    ),
    fault(
        "a starter that breaks a law for large unions",
        "starters_are_clean_whatever_is_answered",
        Edit(STARTER, "data:\n", f"{{% if answers.members > 200 %}}\n  - {TEACHERS_DAY[2:]}\n{{% endif %}}\ndata:\n"),
    ),
    fault(
        "an answer that is not quoted",
        "answers_arrive",
        Edit(ENGLISH, "name: {{ quoted(answers.union) }}", "name: {{ answers.union }}"),
    ),
    fault(
        "an answer that nobody wants",
        "answers_arrive",
        Edit(ENGLISH, "women: {{ answers.women }}", "women: 30"),
    ),
    fault(
        "a blank left in a starter",
        "starters_hold_no_template_syntax",
        Edit(STARTER, "status: draft", 'status: draft  # {{ "{{ year }}" }}'),
    ),
    fault(
        "an English starter without a goal",
        "starters_say_the_same_in_both_languages",
        Edit(ENGLISH, '{goal: Members content with the work of the union, target: ">= 90%", owner: The committee}', "Members are content."),
    ),
    # ------------------------------------------------------------ data
    fault(
        "data that does not equal itself",
        "data_survives_a_file",
        Edit(DATA, "class Exhibition(Value):", "class Exhibition:"),
    ),
    fault(
        "data that can be changed",
        "data_is_a_frozen_class",
        Edit(DATA, "@attrs.frozen(kw_only=True, repr=False, eq=False)\nclass Duty(Value):", "@attrs.define(kw_only=True, unsafe_hash=True)\nclass Duty:"),
    ),
    fault(
        "a broken file of law",
        "its_data_files_load",
        Edit(f"{P}data/law.yaml", "stricter: higher", "stricter: least"),
    ),
    # ------------------------------------------------------------ rules
    fault(
        "a slug used twice",
        "rules_have_codes_of_one_prefix",
        Edit(RULES, '"misspelt-guide"', '"too-few-guides"'),
    ),
    fault(
        "a page without limits",
        "rules_have_complete_pages",
        Edit(RULES, "    ## Known limits\n\n    Only this", "    Only this"),
    ),
    fault(
        "a rule that rests on nothing",
        "rules_rest_on_something",
        Edit(RULES, 'basis = CONVENTION\n    pack = "museum"\n    pattern', 'basis = type(CONVENTION)()\n    pack = "museum"\n    pattern'),
    ),
    fault(
        "an error whose basis nobody confirmed",
        "rules_rest_on_something",
        Edit(RULES, "severity = Severity.INFO", "severity = Severity.ERROR"),
        Edit(RULES, 'basis = CONVENTION\n    pack = "museum"\n    pattern', 'basis = type(CONVENTION)(title="《规定》", confidence=type(CONVENTION.confidence)("unconfirmed"))\n    pack = "museum"\n    pattern'),
    ),
    fault(
        "a parameter that nobody knows",
        "rules_ask_for_parameters_that_exist",
        Edit(RULES, 'GUIDES = "museum-guides"', 'GUIDES = "guides"'),
    ),
    fault(
        "a message that says less in English",
        "rules_speak_both_languages",
        Edit(RULES, "guides, fewer than {least}; add some.", "guides, too few; add some."),
    ),
    fault(
        "an example that is not found",
        "rules_find_their_examples",
        Edit(RULES, "guides: 1}", "guides: 3}"),
    ),
    fault(
        "a recommendation that is found",
        "rules_let_pass_what_they_recommend",
        Edit(RULES, "guides: 4}", "guides: 0}"),
    ),
    fault(
        "a rule that raises",
        "rules_never_raise",
        Edit(RULES, GUIDES, f'        if check.plan.title:\n            raise KeyError("title")\n{GUIDES}'),
    ),
    fault(
        "a message that cannot be worded",
        "rules_never_raise",
        Edit(RULES, GUIDES, f'        if check.plan.title:\n            yield self.finding(())\n{GUIDES}'),
    ),
    fault(
        "a rule that changes the plan",
        "rules_leave_the_plan_as_it_was",
        Edit(RULES, GUIDES, f'        object.__setattr__(check.plan, "note", "改")\n{GUIDES}'),
    ),
    fault(
        "a rule that remembers",
        "rules_answer_the_same_twice",
        Edit(RULES, GUIDES, f"        SEEN.append(1)\n{GUIDES}"),
        Edit(RULES, "guides=each.guides,", "guides=len(SEEN),"),
        Edit(RULES, 'GUIDES = "museum-guides"', 'GUIDES = "museum-guides"\nSEEN = []'),
    ),
    fault(
        "a fix that does not mend",
        "fixes_of_rules_mend",
        Edit(RULES, '"讲解圆", "讲解员")', '"讲解圆", "讲解圆员")'),
    ),
    fault(
        "a message that names a person",
        "messages_of_rules_name_nobody",
        Edit(RULES, "guides=each.guides,", 'guides="、".join(each.title for _, each in check.plan.activities()) or "1",'),
    ),
    # ------------------------------------------------------------ renderers
    fault(
        "a renderer that drops tables",
        "renderers_account_for_every_block",
        Edit(RENDERERS, "            cells = [", "            continue\n            cells = ["),
    ),
    fault(
        "a renderer that says it printed tables",
        "renderers_print_what_they_account_for",
        Edit(RENDERERS, "            cells = [cell.title", "            printed.append(index)\n            continue\n            cells = [cell.title"),
    ),
    fault(
        "a page that does not escape",
        "renderers_escape_what_they_print",
        Edit(RENDERERS, "<td>{escape(text)}</td>", "<td>{text}</td>"),
    ),
    fault(
        "a page that escapes twice",
        "renderers_escape_what_they_print",
        Edit(RENDERERS, "<td>{escape(text)}</td>", "<td>{escape(escape(text))}</td>"),
    ),
    fault(
        "a renderer that counts",
        "renderers_print_the_same_twice",
        Edit(RENDERERS, "    lines: list[str] = []", "    CALLS.append(1)\n    lines: list[str] = [str(len(CALLS))]"),
        Edit(RENDERERS, "def render_page", "CALLS = []\n\n\ndef render_page"),
    ),
    fault(
        "a renderer that changes the document",
        "renderers_leave_the_document_as_it_was",
        Edit(RENDERERS, "    lines: list[str] = []", '    object.__setattr__(document, "author", "页")\n    lines: list[str] = []'),
    ),
    fault(
        "a renderer that fails on long tables",
        "renderers_print_hostile_documents",
        Edit(RENDERERS, "            cells = [", '            if len(block.rows) > 500:\n                raise ValueError("too long")\n            cells = ['),
    ),
    fault(
        "a renderer that fails on some plans",
        "renderers_print_every_plan",
        Edit(RENDERERS, "    duties = getattr", '    if scope.plan.title:\n        raise KeyError("title")\n    duties = getattr'),
    ),
    # ------------------------------------------------------------ privacy
    fault(
        "a private fact on the board",
        "private_facts_stay_private",
        Edit(SECTIONS, DUTIES, "    duties = list(data.duties)\n"),
    ),
    fault(
        "a private fact in a table for programs",
        "private_facts_stay_private",
        Edit(RENDERERS, " for duty in duties if not duty.private]", " for duty in duties]"),
    ),
    # ------------------------------------------------------------ languages
    fault(
        "a paper without an English title",
        "titles_exist_in_both_languages",
        Edit(INIT, 'title_en="Guides on duty", sections', 'title_en="", sections'),
    ),
    fault(
        "a term without an English word",
        "terms_exist_in_both_languages",
        Edit(INIT, '"guided tour"', '"讲解"'),
    ),
    fault(
        "a question without English",
        "questions_exist_in_both_languages",
        Edit(INIT, 'title_en="Women"', 'title_en="女会员"'),
    ),
    fault(
        "Chinese in English output",
        "english_output_is_english",
        Edit(SECTIONS, '("Day", "Guide")', '("Day", "讲解员")'),
    ),
    # ------------------------------------------------------------ elsewhere
    fault("the hash seed in an output", "the_same_bytes_everywhere", says('str(hash("museum"))')),
    fault(
        "a clock in an output",
        "the_clock_is_not_asked",
        says("str(dt.date.today().year)", "import datetime as dt"),
    ),
    fault(
        "the environment in an output",
        "the_environment_is_not_asked",
        says('os.environ.get("MUSEUM", "—")', "import os"),
    ),
    fault(
        "a file that is written",
        "nothing_is_written",
        says('str(open(os.devnull, "w").close())', "import os"),
    ),
    fault(
        "a file that is read",
        "nothing_else_is_read",
        says("str(open(os.devnull).close())", "import os"),
    ),
    fault("a program that is started", "nobody_is_called", says('str(os.system("exit 0"))', "import os")),
    # ------------------------------------------------------------ the distribution
    fault(
        "a paper that the README does not name",
        "readmes_name_what_it_brings",
        Edit("README.zh.md", "（`duty-sheet`）", ""),
    ),
    fault(
        "a core without an upper bound",
        "it_asks_for_a_bounded_core",
        Edit("pyproject.toml", "unionkit>=0.1,<0.2", "unionkit>=0.1"),
    ),
    fault(
        "an entry point in another group",
        "its_entry_point_names_the_module",
        Edit("pyproject.toml", "entry-points.unionkit]", "entry-points.unionkits]"),
    ),
    fault(
        "a wheel that is not built",
        "its_wheel_is_built",
        Edit("pyproject.toml", 'readme = "README.md"', 'readme = "README.rst"'),
    ),
    fault(
        "a wheel without its templates",
        "its_wheel_holds_all_it_needs",
        Edit("pyproject.toml", "[tool.hatch.build.targets.wheel]", '[tool.hatch.build.targets.wheel]\nexclude = ["*.j2"]'),
    ),
    fault(
        "a wheel that is not typed",
        "its_wheel_holds_all_it_needs",
        Edit(f"{P}py.typed"),
    ),
    fault(
        "a module that is not in the wheel",
        "it_works_from_its_wheel",
        Edit("src/museum_words.py", "", 'DAY = "Day"\n'),
        Edit(SECTIONS, "from ._data import MuseumData", "from museum_words import DAY\n\nfrom ._data import MuseumData"),
    ),
)  # fmt: skip
"""The table."""
