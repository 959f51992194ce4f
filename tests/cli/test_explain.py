"""``unionkit explain``: what a rule looks for, what holds on a day and in a region, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unionkit.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder of its own."""
    monkeypatch.chdir(tmp_path)


def run(capsys, *words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    status = main(["explain", *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_nothing_of_a_page_is_withheld_in_chinese(capsys):
    """The message and the examples, then in English why it matters and what the rule does not know."""
    status, zh, err = run(capsys, "UK101")
    _, en, _ = run(capsys, "UK101", "--lang", "en")
    _, _, more = zh.partition("更多说明（英文）：\n")

    assert (status, err) == (0, "")
    assert "会被提示：\n- activity: 走访困难教职工" in zh
    assert more.startswith("\n## Why is this bad?\n\nA task that nobody answers for")
    assert "## Known limits\n\nThe rule does not know whether the department exists." in more
    assert "## Example" not in more
    assert all(part in en for part in more.strip().split("\n\n"))


@pytest.mark.parametrize(
    ("region", "zh", "en"),
    [
        ("山东", "是不是 山东省？", "did you mean 山东省?"),
        ("山东济南市", "是不是 山东省济南市？", "did you mean 山东省济南市?"),
        ("火星省", "没有地区“火星省”", "There is no region “火星省”"),
        ("济南市", "如 山东省、山东省济南市", "山东省济南市"),
    ],
)
def test_a_region_that_there_is_not_is_refused(capsys, region, zh, en):
    """And not explained as one without limits."""
    for lang, said in (("zh", zh), ("en", en)):
        status, out, err = run(capsys, "UK203", "--region", region, "--lang", lang)

        assert (status, out) == (2, "")
        assert said in err


@pytest.mark.parametrize("region", ["山东省", "山东省济南市", "安徽省马鞍山市"])
def test_a_province_or_a_city_in_it_is_explained(capsys, region):
    """By its full name."""
    status, out, _ = run(capsys, "UK203", "--region", region, "--on", "2026-05-01", "--format", "json")

    assert (status, json.loads(out)["region"]) == (0, region)


def test_a_broken_parameter_file_does_not_keep_it_from_the_rest(capsys):
    """What is wrong is told, what is sound is explained, and the status says that not all was done."""
    Path("own.yaml").write_text(
        "law: 1\nparameters:\n  prize-share:\n    limits:\n"
        "      - {value: 1/4, title: 《甲》}\n      - {value: 1/5, title: 《乙》, region: 江苏}\n",
        encoding="utf-8",
    )

    status, out, err = run(capsys, "UK501", "--parameters", "own.yaml")

    assert (status, "1/4" in out, "1/5" in out) == (2, True, False)
    assert err.startswith("错误: own.yaml:6:42: UK014 没有地区“江苏”，是不是 江苏省？")
