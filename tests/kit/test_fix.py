"""Mending plans, findings that are known, requests to ignore, and settings, by the Kit."""

from __future__ import annotations

import json
from typing import ClassVar

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unionkit import Kit, Plan, dump_plan, errors, hookimpl
from unionkit.files import Baseline, file_key, load_baseline
from unionkit.model import Activity, Item, Paragraph, Part
from unionkit.rules import (
    CONVENTION,
    RULES,
    Edit,
    Fix,
    Rule,
    Settings,
    Severity,
    TextRule,
    identities,
    known_of,
    text_fix,
)
from unionkit.testing import activities, plans


class TextProbe(TextRule):
    """A rule about wording."""

    severity = Severity.WARNING
    basis = CONVENTION
    wording: ClassVar = {"zh": "“{words}”不好", "en": "“{words}” is bad"}
    fixable = True
    new = ""

    def found(self, hit, check):
        made = hit.text[: hit.start] + self.new + hit.text[hit.end :]
        yield self.finding(
            hit.path, words=hit.words, nth=hit.nth, fix=text_fix(check.plan, hit.path, made), said=hit.words
        )


class Colon(TextProbe):
    """Finds `;;` and makes a comma of it."""

    code, slug, title_zh, title_en = "XX801", "two-marks", "两个分号", "two semicolons"
    wording: ClassVar = {"zh": "“{said}”不好", "en": "“{said}” is bad"}
    pattern = ";;"
    new = "，"


class Gathered(Colon):
    """The same, told once a plan."""

    code, slug = "XX802", "two-bars"
    pattern = r"\|\|"
    gathers = True


class Worse(Colon):
    """Its fix makes what the rule below finds."""

    code, slug, pattern, new = "XX803", "bang", "!", "??"


class Question(Colon):
    """Finds what the fix above makes, and cannot mend it."""

    code, slug, pattern = "XX804", "question", r"\?\?"
    fixable = False

    def found(self, hit, check):
        for finding in super().found(hit, check):
            yield attrs.evolve(finding, fix=None)


class Swing(Colon):
    """Two of these undo each other for ever."""

    code, slug, pattern, new = "XX805", "swing", "<", ">"


class Swung(Colon):
    code, slug, pattern, new = "XX806", "swung", ">", "<"


class Owner(Rule):
    """An activity of `甲` belongs to `乙`."""

    code, slug, title_zh, title_en = "XX101", "other-owner", "责任部门", "owner"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Activity,)
    wording: ClassVar = {"zh": "甲", "en": "a"}
    fixable = True

    def check(self, node, check):
        if node.owner == "甲":
            path = (*check.path, "owner")
            yield self.finding(path, fix=Fix((Edit(path, "甲", "乙"),)))


PROBES = (Colon(), Gathered(), Worse(), Question(), Swing(), Swung(), Owner())


class Plugin:
    @hookimpl
    def unionkit_rules(self):
        return PROBES


KIT = Kit(discover=False, plugins=[Plugin()])
ONLY = Settings(select=["XX"])


def mended(text: str, **options: object):
    """What comes of the text of a plan file."""
    return KIT.fix(KIT.loads(text), settings=ONLY, **options)


def codes(report) -> list[str]:
    return [found.code for found in report]


HEAD = "unionkit: 1\n# a plan\ncontent:\n"


def test_a_fix_changes_its_words_and_nothing_else():
    """Comments and the way in which things are written stay."""
    text = HEAD + '  - "甲;;乙;;丙"   # one\n  - {activity: 会, owner: 甲}\n'

    fixed = mended(text)

    assert fixed.text == text.replace(";;", "，").replace("owner: 甲", "owner: 乙")
    assert fixed.count == 3
    assert list(fixed.report) == []
    assert fixed.plan == KIT.loads(fixed.text).plan


def test_a_gathered_finding_is_mended_as_one():
    """All places that it names."""
    fixed = mended(HEAD + "  - 甲||乙\n  - 丙||丁\n")

    assert "||" not in fixed.text
    assert fixed.count == 1


def test_a_fix_that_brings_a_new_finding_is_taken_back():
    """The others are made all the same."""
    fixed = mended(HEAD + "  - 甲!\n  - 乙;;\n")

    assert fixed.text == HEAD + "  - 甲!\n  - 乙，\n"
    assert (fixed.count, codes(fixed.report)) == (1, ["XX803"])


def test_fixing_one_finding_of_a_paragraph_does_not_make_its_others_new():
    """They were there, though the paragraph reads otherwise now."""
    fixed = mended(HEAD + "  - 甲;;乙??\n")

    assert "甲，乙??" in fixed.text
    assert codes(fixed.report) == ["XX804"]


def test_fixes_that_undo_each_other_come_to_an_end():
    """They are left to the author."""
    fixed = mended(HEAD + "  - 甲<\n")

    assert fixed.text in (HEAD + "  - 甲<\n", HEAD + "  - 甲>\n")


def test_only_what_weighs_enough_is_mended():
    """What is not shown is not touched."""
    fixed = mended(HEAD + "  - 甲;;\n  - {activity: 会, owner: 甲}\n", least=Severity.WARNING)

    assert "owner: 甲" in fixed.text
    assert "甲，" in fixed.text


def test_what_the_file_asks_to_ignore_is_not_mended():
    """Neither alone nor among others."""
    text = HEAD + "  - 甲;;  # unionkit: ignore[XX801]\n  - 乙||  # unionkit: ignore[XX802]\n  - 丙||\n"

    fixed = mended(text)

    assert fixed.text == text.replace("丙||", "丙，")


def test_a_plan_and_a_reading_are_mended_without_a_text():
    """There is no file to write."""
    plan = Plan(content=[Paragraph(text="甲;;")])

    assert KIT.fix(plan, settings=ONLY).plan == Plan(content=[Paragraph(text="甲，")])
    assert KIT.fix(plan, settings=ONLY).text is None
    assert KIT.fix(KIT.reads("开展活动;;\n"), settings=ONLY).plan.content[0].text == "开展活动，"


def test_a_file_of_an_older_format_is_refused(monkeypatch):
    """It is to be migrated first."""
    file = attrs.evolve(KIT.loads(HEAD + "  - 甲;;\n"), version=0)

    with pytest.raises(errors.ImpossibleValueError, match="migrate"):
        KIT.fix(file, settings=ONLY)


def test_what_cannot_be_written_is_told(monkeypatch):
    """The other fixes are written."""
    from unionkit import PlanFile

    edited = PlanFile.edited

    def refusing(self, plan):
        if any("乙，" in str(node) for _, node in plan.walk()):
            raise errors.ImpossibleValueError("不行", "no")
        return edited(self, plan)

    monkeypatch.setattr(PlanFile, "edited", refusing)

    fixed = mended(HEAD + "  - 甲;;\n  - 乙;;\n")

    assert "甲，" in fixed.text
    assert [found.words for found in fixed.unwritten] == [";;"]
    assert codes(fixed.report) == ["XX801"]


PIECES = st.lists(st.sampled_from([";;", "||", "!", "??", "甲", "乙", "。"]), max_size=6).map("".join)
PARAGRAPHS = PIECES.map(lambda text: Paragraph(text=f"文{text}"))
ITEMS = st.builds(Activity, title=st.just("会"), owner=st.sampled_from(["", "甲"]))
PROBED = st.lists(PARAGRAPHS | ITEMS, max_size=5).map(lambda content: Plan(content=content))


@given(plan=PROBED, as_json=st.booleans())
def test_mending_twice_changes_nothing_more(plan, as_json):
    """And what is mended loads, has no finding that was not there, and none that could be mended alone."""
    text = dump_plan(plan, "json" if as_json else "yaml")
    before = KIT.check(plan, settings=ONLY)

    once = KIT.fix(KIT.loads(text), settings=ONLY)
    twice = KIT.fix(KIT.loads(once.text), settings=ONLY)

    assert (twice.text, twice.count) == (once.text, 0)
    assert KIT.loads(once.text).plan == once.plan == KIT.fix(plan, settings=ONLY).plan
    places = {(found.code, found.path) for found in before} | {
        (found.code, spot.path) for found in before for spot in found.others
    }
    assert {(found.code, found.path) for found in once.report} <= places


FIXABLE = [rule.code for rule in RULES if rule.fixable]


@pytest.mark.parametrize("code", FIXABLE)
def test_the_fixes_of_the_built_in_rules_mend(code):
    """A plan that breaks one rule is no worse when it is mended, and mending again changes nothing."""
    kit = Kit(discover=False)

    @settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
    @given(plan=plans(violates=code))
    def holds(plan):
        file = kit.loads(dump_plan(plan))
        once = kit.fix(file)
        twice = kit.fix(kit.loads(once.text))

        assert {found.code for found in once.report} <= {code}
        assert len(once.report) <= len(kit.check(file))
        assert (twice.text, twice.count) == (once.text, 0)

    holds()


# ------------------------------------------------------------ what is known


def flat(plan: Plan) -> list[object]:
    """All that stands in parts, without the parts."""
    found: list[object] = []

    def walk(nodes):
        for node in nodes:
            if isinstance(node, Part):
                walk(node.content)
            else:
                found.append(node)

    walk(plan.content)
    return found


@given(plan=PROBED, data=st.data())
def test_moving_things_does_not_revive_what_is_known(plan, data):
    """Nor does it when they go into other parts, or something is written elsewhere."""
    known = known_of(plan, KIT.check(plan, settings=ONLY))
    order = data.draw(st.permutations(plan.content))
    cut = data.draw(st.integers(0, len(order)))
    part = Part(heading="新的部分", content=[Paragraph(text="新的一段。"), *order[:cut]])
    moved = attrs.evolve(plan, content=[*order[cut:], part, Paragraph(text="又一段。")])

    report = KIT.check(moved, settings=ONLY, known=known)

    assert list(report) == []
    assert report.stale == 0


@given(plan=plans(max_depth=2), data=st.data())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_what_rules_find_in_a_plan_is_known_in_it(plan, data):
    """All of it, whatever the plan holds; and then nothing is left, and nothing is stale."""
    kit = Kit(discover=False)
    plan = attrs.evolve(plan, pack=None)
    report = kit.check(plan)

    again = kit.check(plan, known=known_of(plan, report))

    assert list(again) == []
    assert (again.known, again.stale) == (len(report), 0)


def test_what_is_new_of_the_same_kind_is_told():
    """Two known ones do not hide a third."""
    two = Plan(content=[Paragraph(text="甲;;"), Paragraph(text="甲;;")])
    three = attrs.evolve(two, content=[*two.content, Paragraph(text="甲;;")])
    known = known_of(two, KIT.check(two, settings=ONLY))

    assert len(KIT.check(three, settings=ONLY, known=known).findings) == 1


def test_known_places_of_a_gathered_finding_are_left_out():
    """It points at the first that is new, and counts and mends those."""
    old = Plan(content=[Paragraph(text="甲||")])
    plan = Plan(content=[*old.content, Paragraph(text="乙||"), Paragraph(text="丙||")])

    [found] = KIT.check(plan, settings=ONLY, known=known_of(old, KIT.check(old, settings=ONLY)))

    assert found.path == ("content", 1, "text")
    assert [spot.path for spot in found.others] == [("content", 2, "text")]
    assert "（共 2 处）" in found.message()
    assert found.fix.applied(plan).content[0].text == "甲||"


def test_what_is_found_no_more_is_stale():
    """Unless nobody asked for it."""
    plan = Plan(content=[Paragraph(text="甲;;")])
    known = known_of(plan, KIT.check(plan, settings=ONLY))
    sound = Plan(content=[Paragraph(text="甲。")])

    assert KIT.check(sound, settings=ONLY, known=known).stale == 1
    assert KIT.check(sound, settings=Settings(select=["XX1"]), known=known).stale == 0


@given(item=activities())
def test_the_identity_of_a_finding_is_that_of_its_item(item: Item):
    """Wherever the item stands."""
    item = attrs.evolve(item, owner="甲", line="")
    first = Plan(content=[item])
    second = Plan(content=[Part(heading="二", content=[Paragraph(text="一"), item])])
    told = {
        identities(plan, found)
        for plan in (first, second)
        for found in KIT.check(plan, settings=Settings(select=["XX101"]))
    }

    assert len(told) == 1


# ------------------------------------------------------------ baselines as files

COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(["UK101", "XX801"]), st.text("0123456789abcdef", min_size=1)),
    st.integers(1, 9),
    min_size=1,
)
BASELINES = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), COUNTS).map(
    lambda files: Baseline(files=files)
)


@given(baseline=BASELINES)
def test_a_baseline_is_read_as_it_was_written(baseline):
    """And sorted, so that two people write the same."""
    text = baseline.dump()
    turned = Baseline(
        files={name: dict(reversed(counts.items())) for name, counts in reversed(baseline.files.items())}
    )

    assert load_baseline(text) == baseline
    assert turned.dump() == text
    assert json.loads(text)["baseline"] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "b.json:1:1: UK029"),
        ("{", "b.json:1:2: UK040"),
        ("[]", "b.json:1:1: UK011"),
        ('{"files": {}}', "b.json:1:1: UK022"),
        ('{"baselin": 1}', "b.json:1:2: UK021"),
        ('{"baseline": 2}', "b.json:1:14: UK027"),
        ('{"baseline": 1,\n "files": []}', "b.json:2:11: UK011"),
        ('{"baseline": 1,\n "files": {"a": 1}}', "b.json:2:17: UK011"),
        ('{"baseline": 1,\n "files": {"a": [1]}}', "b.json:2:18: UK011"),
        ('{"baseline": 1,\n "files": {"a": [{"code": "UK101"}]}}', "b.json:2:18: UK022"),
        ('{"baseline": 1,\n "files": {"a": [{"code": 1, "identity": ""}]}}', "b.json:2:27: UK011"),
        (
            '{"baseline": 1,\n "files": {"a": [{"code": "", "identity": "", "count": 0}]}}',
            "b.json:2:56: UK014",
        ),
        (
            '{"baseline": 1,\n "files": {"a": [{"code": "", "identity": "", "count": true}]}}',
            "b.json:2:56: UK011",
        ),
        ('{"baseline": 1,\n "files": {"a": [{"cod": "", "identity": ""}]}}', "b.json:2:19: UK021"),
    ],
)
def test_what_is_no_baseline_is_pointed_at(text, said):
    """By file, line and column, all of it."""
    with pytest.raises(errors.BaselineFileError) as exc:
        load_baseline(text, name="b.json")

    assert said in str(exc.value)
    assert len(exc.value.problems) == len(exc.value.message("en").splitlines())


def test_files_are_named_from_the_folder_of_the_baseline(tmp_path):
    """So that the check may be started anywhere."""
    assert file_key(tmp_path / "a" / "b.yaml", tmp_path) == "a/b.yaml"
    assert file_key(tmp_path / "b.yaml", tmp_path / "a") == "../b.yaml"


# ------------------------------------------------------------ requests to ignore


def test_a_request_that_nothing_needs_is_told():
    """With its place, as something worth knowing."""
    text = HEAD + "  - 甲;;  # unionkit: ignore[XX801, XX804]\n"

    [found] = KIT.check(KIT.loads(text), settings=ONLY)

    assert (found.code, found.severity, found.place.line, found.place.column) == (
        "UK904",
        Severity.INFO,
        4,
        36,
    )


@pytest.mark.parametrize(
    "chosen", [Settings(select=["XX802"]), Settings(ignore=["XX801"]), Settings(severity={"XX8": "off"})]
)
def test_of_rules_that_were_not_asked_nobody_can_tell(chosen):
    """The request may well be needed."""
    report = KIT.check(KIT.loads(HEAD + "  - 甲。  # unionkit: ignore[XX801]\n"), settings=chosen)

    assert list(report) == []


def test_a_rule_that_was_silent_needs_its_request():
    """It lacks data today, not tomorrow."""
    report = Kit(discover=False).check(KIT.loads(HEAD + "  - 甲。  # unionkit: ignore[UK201]\n"))

    assert "UK201" in {silent.code for silent in report.silent}
    assert list(report) == []


@pytest.mark.parametrize(("name", "meant"), [("XX810", "XX80"), ("two-marks", "XX801"), ("xx802", "XX802")])
def test_a_request_for_an_unknown_rule_is_told(name, meant):
    """With the code that was probably meant."""
    [found] = KIT.check(KIT.loads(HEAD + f"  - 甲。  # unionkit: ignore[{name}]\n"), settings=ONLY)

    assert (found.code, found.severity) == ("UK905", Severity.WARNING)
    assert meant in found.message("zh")
    assert meant in found.message("en")


def test_a_request_in_a_key_is_told_likewise():
    """JSON has no comments."""
    text = '{"content": [{"activity": "会", "ignore": ["XX101", "UKx"]}]}'

    found = KIT.check(KIT.loads(text, name="p.json"), settings=ONLY).findings

    assert [(each.code, each.place.column) for each in found] == [("UK904", 43), ("UK905", 52)]


def test_requests_may_be_ignored_themselves():
    """Whoever keeps one on purpose says so."""
    text = HEAD + "  - 甲。  # unionkit: ignore[XX801, UK904]\n"

    assert list(KIT.check(KIT.loads(text), settings=ONLY)) == []
    assert (
        list(
            KIT.check(KIT.loads(text.replace(", UK904", "")), settings=Settings(select="XX", ignore="UK904"))
        )
        == []
    )


def test_ignored_places_of_a_gathered_finding_are_left_out():
    """The finding moves on to the next place."""
    text = HEAD + "  - 甲||  # unionkit: ignore[XX802]\n  - 乙||\n"

    [found] = KIT.check(KIT.loads(text), settings=ONLY)

    assert (found.place.line, found.others) == (5, ())
    assert "处" not in found.message()
