import pytest

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.rules._identifiers import is_id_number
from mingbai.text.proofreading.tests.reading import CLEAN, findings

FIRES = {
    "personal.id_number": [
        "村民身份证号11010519491231002X。",
        "（身份证：11010519491231002x）",
        "身份证号 110105 19491231 002X",
        "身份证号码110105491231002",
        "公民身份号码：110105194912310021",
    ],
    "personal.illness_beside_name": [
        "李春兰　系统性红斑狼疮　救助金3500元",
        "邓秀兰（乳腺癌晚期）申请救助。",
        "居民卜美兰（乙肝病毒携带者）反映低保问题。",
        "肢体残疾二级人员蒋文彬，残疾证待办。",
        "王国强 尿毒症 2000元",
    ],
    "personal.door": [
        "赵永福　南门巷27号3栋2单元501室　救助金1500元",
        "张大明，住滨河路18号3幢2单元501室",
        "居民李桂英（住3栋1单元402）",
        "王建国 阳光小区5号楼1202室",
        "刘志强，幸福苑2幢1单元301",
    ],
    "personal.pupil": [
        "三年级2班王小明，获得资助。",
        "八（3）班张梓涵、七（1）班同学。",
        "高二3班的李思雨，成绩优秀。",
        "五（2）班：赵子轩、钱雨桐。",
        "六年级1班 孙浩宇（特困）",
    ],
    "personal.mobile": [
        "受理电话：0817-2633051；王姐 13890765432",
        "户主李大明，手机13812345678。",
        "联系人王某某，电话：138 1234 5678",
        "申请人电话13912345678",
        "手机：+8613812345678",
        "村民代表电话138-1234-5678。",
    ],
    "personal.home_telephone": [
        "家庭电话：0564-3281234。",
        "住宅电话 010-62281234",
        "宅电0564-3281234",
        "户主家庭联系电话：0564-3281234",
        "家庭电话05643281234",
    ],
    "personal.bank_card": [
        "补贴发放到一卡通账号6222021234567890128。",
        "银行卡号：6222 0212 3456 7890 128",
        "开户银行农商行，卡号6222021234567890128",
        "社保卡账户6222021234567890128",
        "收款人6222021234567890128",
    ],
    "personal.email": [
        "请告知删除 675281234@qq.com",
        "联系 lidaming@163.com 王先生",
        "本人 zhangsan88@sina.com",
        "QQ675281234@qq.com",
        "寄送zhang.san@gmail.com",
    ],
    "personal.chat": [
        "联系人王某，QQ：675281234。",
        "扣扣号67528123",
        "加微信号：lidaming88",
        "本人QQ号码是675281234",
        "微信：zhang_san2020",
    ],
    "personal.address": [
        "家住幸福路12号3栋201室。",
        "家庭住址：红星村三组15号",
        "现住址：城关镇东街8号",
        "住在阳光小区3栋2单元501室",
        "户籍地址：江家店镇北街22号",
    ],
    "personal.child": [
        "救助对象王晓禾，男，12岁，就读于镇小学。",
        "留守儿童刘晓燕，由祖母照料。",
        "孤儿：陈大勇，每月救助。",
        "困境儿童赵小雅的生活费。",
        "李梦洁（女，9岁）获得资助。",
    ],
    "personal.health": [
        "村民张德贵患有尿毒症，给予救助。",
        "贫困户李秀莲，罹患乳腺癌。",
        "刘根生确诊肺结核。",
        "居民王素芬身患重病。",
        "陈大柱，因患有精神分裂症，无劳动能力。",
    ],
    "personal.needy_name": [
        "走访慰问低保户刘大妹、特困户孙二柱等困难群众。",
        "帮扶贫困户赵长根家。",
        "救助对象：陈德顺，每月300元。",
        "五保户张老栓的房屋已修缮。",
        "资助受助学生何小慧，已入账。",
    ],
}
PASSES = [
    "统一社会信用代码91341503003212345X，索引号003212345/201902-00012。",
    "抽查三年级2班王老师的教案，李某某　重大疾病　4000元，3号楼2单元正在改造，癌症筛查覆盖率达90%。",
    "监督电话：13812345678，热线12345，办公电话0564-1234567，传真0564-1234568。",
    "电子邮箱：xxgk@163.com，办公地址：幸福路12号，微信公众号“江家店发布”。",
    "全镇有低保户120户、留守儿童35名，患有大病的困难群众得到临时救助，李建国任镇长。",
    "项目编号2019341503001234567，投资1380000万元，2019年5月15日起施行，文号政发〔2019〕12号。",
]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in FIRES.items() for text in texts])
def test_fires(name, text):
    assert findings(name, text), f"{name} is silent on {text}"


@pytest.mark.parametrize("name", sorted(FIRES))
def test_is_silent_on_public_contacts_and_clean_text(name):
    for text in (*CLEAN, *PASSES):
        assert [found.quote for found in findings(name, text)] == []


def test_every_rule_is_tested():
    assert {rule.name for rule in all_rules() if rule.category == "personal_data"} == set(FIRES)


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("110105194912310021", False),
        ("11010519491331002X", False),
        ("99010519491231002X", False),
        ("11010519491231002", False),
    ],
)
def test_identity_number_check(number, valid):
    assert is_id_number(number) is valid


@pytest.mark.parametrize("name", ["personal.id_number", "personal.bank_card", "personal.mobile"])
def test_messages_show_four_digits_at_most(name):
    for text in FIRES[name]:
        for found in findings(name, text):
            assert not any(found.message[i : i + 5].isdigit() for i in range(len(found.message)))
