import pytest

from unionkit.readers import read_text


@pytest.mark.parametrize(
    ("source", "sector"),
    [
        ("清河县教育工会计划\n各学校要组织教师学习，关心教职工。", "federation"),
        ("清河一中工会计划", "school"),
        ("工会计划\n在市总工会的领导下，我公司工会要关心会员。", "enterprise"),
        ("工会计划\n走访村民。全镇企业都要建会，我镇要带头。", "town"),
        ("工会计划\n居委会要公开事务，服务社区会员。", "community"),
        ("工会计划\n各处室要关心机关会员。", "agency"),
        ("工会计划\n关心会员。", ""),
        ("工会计划\n走访车间。", ""),
    ],
)
def test_sector_is_told_by_the_words_of_the_plan(source, sector):
    """A body that names itself is believed; else its surroundings tell, if they are named more than once."""
    assert read_text(source, name="old.txt").plan.organization.sector == sector
