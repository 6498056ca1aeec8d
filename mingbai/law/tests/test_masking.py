from datetime import date

import pytest

from mingbai.law.errors import LawError
from mingbai.law.identifiers import birth_of, is_bank_card, is_credit_code, is_id_number
from mingbai.law.masking import (
    REMOVED,
    kind_of_heading,
    mask_table,
    mask_text,
    mask_value,
    policies,
    refusals_for,
)

ADULT = "341222199003070012"
CHILD = "350102201012310022"
OLD = "341222900307001"
CARD = "6217001234567890122"
CREDIT = "11341222MB12345670"


# law: mask.id_checksum
@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (ADULT, True),
        (CHILD, True),
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        (OLD, True),
        ("341222199003070013", False),
        ("991222199003070012", False),
        ("341222199013070019", False),
        ("34122219900307001", False),
        ("3412221990030700123", False),
        ("３４1222199003070012", False),
        ("34122219900307001A", False),
        ("341222901307001", False),
        ("34122290030700A", False),
        ("34122X900307001", False),
        ("", False),
    ],
)
def test_identity_numbers(text, is_one):
    assert is_id_number(text) == is_one


def test_births():
    assert birth_of(ADULT) == date(1990, 3, 7)
    assert birth_of(OLD) == date(1990, 3, 7)
    assert birth_of("341222199002300012") is None
    body = "34122218790307001"
    assert not any(is_id_number(body + check) for check in "0123456789X")
    earliest = "34122218800307001"
    assert sum(is_id_number(earliest + check) for check in "0123456789X") == 1


# law: mask.credit_code
@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (CREDIT, True),
        ("91350100M000100Y43", True),
        ("91110000802100433B", True),
        ("91110000802100433C", False),
        ("11341222MB1234567", False),
        ("11341222MB123456700", False),
        ("1134122IMB12345670", False),
    ],
)
def test_unified_credit_codes(text, is_one):
    assert is_credit_code(text) == is_one


# law: mask.luhn
@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (CARD, True),
        ("6222021234567894", True),
        ("4111111111111111", True),
        ("6222021234567895", False),
        ("622202123456789", False),
        ("411111111111111", False),
        ("62170012345678901220", False),
        ("62170012345678901222", False),
        ("62170012345678901228", False),
        *((f"6217001234567890122{digit}", False) for digit in range(10)),
        ("0000000000000000", False),
        ("６222021234567894", False),
        ("62220212345678 94", False),
    ],
)
def test_bank_cards(text, is_one):
    assert is_bank_card(text) == is_one


# law: mask.*
@pytest.mark.parametrize(
    ("kind", "value", "public", "board", "internal"),
    [
        ("id_number", ADULT, "34*************012", "34*************012", "**************0012"),
        ("id_number", OLD, "34**********001", "34**********001", "***********7001"),
        ("id_number", "12345", REMOVED, REMOVED, "*2345"),
        ("id_number", "123456", "12*456", "12*456", "**3456"),
        ("id_number", "1234", REMOVED, REMOVED, REMOVED),
        (
            "id_number",
            "34*************012",
            "34*************012",
            "34*************012",
            "**************0012"[:14] + "*012",
        ),
        ("passport", "E12345678", "E******78", "E******78", "*****5678"),
        ("bank_card", CARD, REMOVED, REMOVED, "***************0122"),
        ("bank_card", "6217 0012 3456 7890 122", REMOVED, REMOVED, "***************0122"),
        ("phone", "13812345678", "138****5678", "138****5678", "13812345678"),
        ("phone", "138-1234-5678", "138****5678", "138****5678", "138-1234-5678"),
        ("phone", "0558-1234567", "0558-1234567", "0558-1234567", "0558-1234567"),
        ("address", "明县明镇东村12号", "明县明镇", "明县明镇", "明县明镇东村12号"),
        ("address", "明县城关街道人民路3号", "明县城关街道", "明县城关街道", "明县城关街道人民路3号"),
        ("address", "镇政府路3号明乡", "镇政府路3号明乡", "镇政府路3号明乡", "镇政府路3号明乡"),
        ("address", "人民路3号", REMOVED, REMOVED, "人民路3号"),
        ("village", "东村3组12号", "东村3组", "东村3组", "东村3组12号"),
        ("village", "东村", "东村", "东村", "东村"),
        ("village", "12号", REMOVED, REMOVED, "12号"),
        ("minor_name", "李小明", "李**", "李**", "李小明"),
        ("minor_name", "李", "李*", "李*", "李"),
        ("minor_name", "欧阳小明", "欧阳**", "欧阳**", "欧阳小明"),
        ("minor_name", "欧阳", "欧*", "欧*", "欧阳"),
        ("minor_name", "欧阳明", "欧阳*", "欧阳*", "欧阳明"),
        ("name", "李明", "李明", "李明", "李明"),
        ("health", "高血压", REMOVED, REMOVED, REMOVED),
        ("disability", "肢体", REMOVED, REMOVED, "肢体"),
        ("disability_level", "二级", "二级", "二级", "二级"),
        ("family", "丧偶", REMOVED, REMOVED, "丧偶"),
        ("school", "明县一中", REMOVED, REMOVED, "明县一中"),
        ("birth", "1990-03-07", REMOVED, REMOVED, "1990-03-07"),
        ("signature", "李明", REMOVED, REMOVED, REMOVED),
        ("email", "liming@qq.com", "l***@qq.com", "l***@qq.com", "liming@qq.com"),
        ("email", "无", REMOVED, REMOVED, "无"),
        ("phone", "  ", "  ", "  ", "  "),
        ("bank_card", "", "", "", ""),
    ],
)
def test_values(kind, value, public, board, internal):
    assert mask_value(kind, value, "public") == public
    assert mask_value(kind, value, "board") == board
    assert mask_value(kind, value, "internal") == internal


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("姓名", "name"),
        ("户主 姓名", "name"),
        ("学生姓名", "minor_name"),
        ("身份证号码", "id_number"),
        ("一卡通号", "bank_card"),
        ("银行账号", "bank_card"),
        ("联系电话", "phone"),
        ("办公电话", None),
        ("单位地址", None),
        ("家庭住址", "address"),
        ("村（居）", "village"),
        ("残疾等级", "disability_level"),
        ("残疾类别", "disability"),
        ("病种", "health"),
        ("与户主关系", "family"),
        ("所在学校", "school"),
        ("出生年月", "birth"),
        ("领款人签字", "signature"),
        ("email", "email"),
        ("护照号码", "passport"),
        ("补贴金额", None),
        ("", None),
    ],
)
def test_headings(heading, kind):
    assert kind_of_heading(heading) == kind


def test_every_kind_names_its_ground():
    assert len(policies()) == 16
    assert all(policy.article and policy.how and policy.label for policy in policies().values())


@pytest.mark.parametrize(
    ("text", "masked", "kinds"),
    [
        (f"身份证号{ADULT}。", "身份证号34*************012。", ["id_number"]),
        (
            f"身份证{ADULT}/电话13812345678",
            "身份证34*************012/电话138****5678",
            ["id_number", "phone"],
        ),
        ("身份证341222 19900307 0012", "身份证34*************012", ["id_number"]),
        ("身份证３４１２２２１９９００３０７００１２", "身份证３４*************０１２", ["id_number"]),
        (f"旧证{OLD}", "旧证34**********001", ["id_number"]),
        (f"卡号：{CARD}", f"卡号：{REMOVED}", ["bank_card"]),
        (f"打入{CARD}内", f"打入{REMOVED}内", ["bank_card"]),
        ("打入6217 0012 3456 7890 122内", f"打入{REMOVED}内", ["bank_card"]),
        ("一卡通123456789012", f"一卡通{REMOVED}", ["bank_card"]),
        ("账号 20000123 4567", f"账号 {REMOVED}", ["bank_card"]),
        ("护照E12345678、EA1234567", "护照E******78、E******67", ["passport", "passport"]),
        ("手机138 1234 5678", "手机138****5678", ["phone"]),
        ("咨询电话：13812345678", "咨询电话：13812345678", []),
        ("监督热线 13812345678", "监督热线 13812345678", []),
        ("电话：13812345678", "电话：138****5678", ["phone"]),
        ("监督电话很多年来一直没有变过：13812345678", "监督电话很多年来一直没有变过：138****5678", ["phone"]),
        (f"统一社会信用代码{CREDIT}", f"统一社会信用代码{CREDIT}", []),
        (f"索引号：{CREDIT}/202601-00012", f"索引号：{CREDIT}/202601-00012", []),
        ("索引号：003040712/202601-00008", "索引号：003040712/202601-00008", []),
        ("编号341222199003070013", "编号341222199003070013", []),
        ("编号6217001234567890123", "编号6217001234567890123", []),
        ("A341222199003070012", "A341222199003070012", []),
        ("电话0558-1234567", "电话0558-1234567", []),
        ("明政公复〔2026〕3号，共1380件", "明政公复〔2026〕3号，共1380件", []),
        ("", "", []),
    ],
)
def test_running_text(text, masked, kinds):
    found = mask_text(text)
    assert found.text == masked
    assert [action.kind for action in found.actions] == kinds
    assert all(action.article for action in found.actions)


def test_offsets_are_those_of_the_text_given():
    text = f"甲{ADULT}乙13812345678丙"
    found = mask_text(text)
    assert [(one.start, one.end, text[one.start : one.end]) for one in found.actions] == [
        (1, 19, ADULT),
        (20, 31, "13812345678"),
    ]
    assert [one.masked for one in found.actions] == ["34*************012", "138****5678"]
    assert mask_text("手机13812345678", "internal").actions == ()
    assert mask_text(f"证{ADULT}", "internal").text == "证**************0012"


def test_what_follows_an_overlap_or_an_unmasked_hit_is_still_read():
    assert mask_text(f"账号{CARD}，电话13812345678").text == f"账号{REMOVED}，电话138****5678"
    assert (
        mask_text(f"电话13812345678，证{ADULT}", "internal").text == "电话13812345678，证**************0012"
    )
    cell = mask_table(["说明"], [["电话13812345678"]], "internal")
    assert cell.rows == (("电话13812345678",),)


def test_an_account_is_masked_once():
    found = mask_text(f"账号{CARD}")
    assert found.text == f"账号{REMOVED}"
    assert len(found.actions) == 1


def test_a_list():
    header = ["序号", "姓名", "身份证号", "一卡通号", "电话", "村组", "金额", "备注"]
    listed = [
        ["1", "李明", ADULT, CARD, "13812345678", "东村3组12号", "500", "代领人13912345678"],
        ["2", "王芳", "", "", "0558-1234567", "东村", "300", ""],
        ["3", "赵强", ADULT, "", "13812345678/13912345678", "", "1", "无", "多出一格13712345678"],
    ]
    found = mask_table(header, listed)
    assert found.rows[0] == (
        "1", "李明", "34*************012", REMOVED, "138****5678", "东村3组", "500", "代领人139****5678",
    )  # fmt: skip
    assert found.rows[1] == tuple(listed[1])
    assert found.rows[2][4] == "138****5678/139****5678"
    assert found.rows[2][8] == "多出一格137****5678"
    assert [(one.row, one.column, one.kind) for one in found.actions] == [
        (0, 2, "id_number"),
        (0, 3, "bank_card"),
        (0, 4, "phone"),
        (0, 5, "village"),
        (0, 7, "phone"),
        (2, 2, "id_number"),
        (2, 4, "phone"),
        (2, 8, "phone"),
    ]
    assert found.refusals == ()
    assert all(one.article for one in found.actions)


def test_numbers_written_into_the_column_of_names():
    found = mask_table(["姓名", "补贴"], [[f"李明{ADULT}", "1"]])
    assert found.rows == (("李明34*************012", "1"),)
    assert found.actions[0].kind == "id_number"
    assert found.actions[0].masked == "李明34*************012"


# law: mask.minor_name
@pytest.mark.parametrize(
    ("header", "row", "on", "name"),
    [
        (["姓名", "身份证号"], ["李小明", CHILD], date(2028, 12, 30), "李**"),
        (["姓名", "身份证号"], ["李小明", CHILD], date(2028, 12, 31), "李小明"),
        (["姓名", "身份证号"], ["李小明", f" {CHILD} "], date(2026, 1, 1), "李**"),
        (["姓名", "身份证号"], ["李小明", CHILD], None, "李小明"),
        (["姓名", "身份证号"], ["李小明", "350102201012310023"], date(2026, 1, 1), "李小明"),
        (["姓名", "年龄"], ["李小明", "17"], date(2026, 1, 1), "李**"),
        (["姓名", "年龄"], ["李小明", "18"], date(2026, 1, 1), "李小明"),
        (["姓名", "年龄"], ["李小明", "17岁"], date(2026, 1, 1), "李小明"),
        (["学生姓名", "金额"], ["李小明", "17"], None, "李**"),
        (["姓名", "金额"], ["李小明", "17"], date(2026, 1, 1), "李小明"),
        (["姓名", "身份证号"], ["李小明"], date(2026, 1, 1), "李小明"),
    ],
)
def test_names_of_minors(header, row, on, name):
    assert mask_table(header, [row], on=on).rows[0][0] == name


# law: refuse.*
@pytest.mark.parametrize(
    ("title", "header", "id"),
    [
        ("艾滋病患者救助名单", ["姓名", "金额"], "illness"),
        ("hiv感染者名单", ["姓名"], "illness"),
        ("健康体检结果", ["姓名", "是否确诊"], "illness"),
        ("严重精神障碍患者监护补贴", ["姓名"], "mental_illness"),
        ("救助名单", ["受害人姓名"], "victims"),
        ("社区矫正人员名单", ["姓名", "村组"], "correction"),
    ],
)
def test_lists_that_must_not_be_published(title, header, id):
    found = mask_table(header, [["李明"] * len(header)], title=title)
    assert found.rows == ()
    assert found.actions == ()
    assert [one.id for one in found.refusals] == [id]
    assert "不得公开。可以改为公布统计数字。" in found.refusals[0].explanation
    assert found.refusals[0].article
    assert mask_table(header, [["李明"] * len(header)], "board", title=title).refusals
    assert mask_table(header, [["李明"] * len(header)], "internal", title=title).rows


def test_lists_without_persons_are_not_refused():
    assert refusals_for("传染病防控工作统计", ["乡镇", "次数"], "public") == ()
    assert len(refusals_for("精神障碍和艾滋病患者", ["姓名"], "public")) == 2


def test_an_unknown_audience():
    with pytest.raises(LawError, match="没有「world」这一公开对象，可用：public、board、internal"):
        mask_table(["姓名"], [], "world")
