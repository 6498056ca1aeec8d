import pytest

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.rules._identifiers import is_id_number
from mingbai.text.proofreading.tests.reading import CLEAN, findings, finds_in_file

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
        "低保户王大山领取低保金每月450元。",
    ],
    "personal.party_name": [
        "举报人王大山反映村干部违规。",
        "申请人李春兰申请公开征地补偿信息。",
        "信访人：赵有田，反映道路问题。",
        "来电人陈桂花咨询医保缴费。",
        "投诉人刘志强要求公开账目。",
    ],
    "personal.stigma": [
        "社区矫正对象王大山按时报到。",
        "刑满释放人员赵有田、孙二柱。",
        "精神障碍患者陈桂花由其弟监护。",
        "戒毒人员刘志强，已回访。",
        "李春兰，离异，独自抚养孩子。",
    ],
    "personal.papers": [
        "护照号：E12345678",
        "持有护照G23456789的外籍人员",
        "往来港澳通行证号码C12345678",
        "军官证：军字第2001988号",
        "台胞证号A12345678",
    ],
    "personal.half_hidden": [
        "身份证号：3424011978****6012",
        "身份证号：342401197805126*1X",
        "王建国 3424011978****601X",
        "公民身份号码：34240119780512****",
        "身份证尾号6012",
    ],
    "personal.plate": [
        "车主反映，车牌皖N·A1234被误拍。",
        "私家车皖NA1234违停。",
        "驾驶人王某，号牌京A12345。",
        "车牌号：苏A·D12345",
        "车牌鲁B·6K8X9的车主",
    ],
    "personal.flat": [
        "李春兰（阳光花园5-2-301）反映噪音。",
        "阳光小区12-1-1502住户",
        "幸福家园3—2—402",
        "锦绣新城8-1-601漏水",
        "教师公寓2-3-504",
    ],
    "personal.life": [
        "王大山，男，1978年5月生，汉族，初中文化，住临川镇柳林村。",
        "李春兰，女，1965年3月2日出生，现住幸福路。",
        "赵有田，男，汉族，1950年8月生，家住柳林村。",
        "出生日期：1978年5月12日",
        "出生年月日：1978-05-12",
    ],
    "personal.row_of_person": [
        "马福顺\u3000男\u300092周岁\u3000阿尔茨海默病",
        "2 李秀英 女 71岁 乳腺癌晚期 沙坝村",
        "3. 王 强，男，34岁，精神分裂症",
        "陈桂花 女 68岁 人民路5号院3栋401",
        "赵大山 男 55岁 尘肺病三期",
    ],
    "personal.mail_with_birth_year": [
        "xiaolong_1989@qq.com",
        "liwei1985@163.com",
        "wangfang.2001@126.com",
        "zhang19880912@qq.com",
        "chenjie1979@sina.com",
    ],
}
PASSES = [
    "统一社会信用代码91341503003212345X，索引号003212345/201902-00012。",
    "抽查三年级2班王老师的教案，李某某　重大疾病　4000元，3号楼2单元正在改造，癌症筛查覆盖率达90%。",
    "监督电话：13812345678，热线12345，办公电话0564-1234567，传真0564-1234568。",
    "电子邮箱：xxgk@163.com，办公地址：幸福路12号，微信公众号“江家店发布”。",
    "全镇有低保户120户、留守儿童35名，患有大病的困难群众得到临时救助，李建国任镇长。",
    "申请人对答复不服的可以申请行政复议，举报人王某反映的问题已办结，社区矫正对象12人按时报到。",
    "通信地址:锦州市市府路68号B128室 邮政编码:121013，电子邮箱:zfxxgk@163.com。",
    "办理护照、通行证业务，身份证号：342401********6012，公务用车皖N·A1234已封存。",
    "阳光花园电话0564-3281234，新城2023-05-12开工，赵明，男，1978年5月生，现任镇党委副书记，拟任镇长。",
    "户名：青河县财政局，开户行：工行青河支行，账号：1302010109026400123。",
    "捐款请汇入青河县慈善总会账户，开户行农业银行，账号6222021234567890128。",
    "竞买保证金于报名截止前缴至6222021234567890128。",
    "开户名称：青山镇敬老院\n开户行：农业银行\n账号：6222021234567890128",
    "账号：6222021234567890128\n户名：青山村股份经济合作社",
    "项目编号2019341503001234567，投资1380000万元，2019年5月15日起施行，文号政发〔2019〕12号。",
    "马福顺\u3000男\u300092周岁\u3000高龄津贴\u3000300元",
    "李建国，男，45岁，镇长，大学学历。",
    "赵大力 男 58岁 低保B类 红石村三组",
    "男 女 合计 糖尿病 高血压",
    "全镇有糖尿病患者，男 35人。",
    "投稿邮箱：xxgk2023@163.com",
    "投稿邮箱：bgs@qq.com",
    "意见箱邮箱：hsxmz2021@163.com",
    "投稿邮箱：1989@qq.com",
    "bgs1989@example.gov.cn",
]


@pytest.mark.parametrize("name", FIRES)
def test_fires(name):
    assert [text for text in FIRES[name] if not findings(name, text)] == []


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


ILL_WITH = (
    "阿尔茨海默病",
    "高血压",
    "股骨头坏死",
    "强直性脊柱炎",
    "尘肺病",
    "焦虑症",
    "冠心病",
    "再生障碍性贫血",
)
SAYINGS = {
    "personal.illness_beside_name": "李春兰　{}　救助金3500元",
    "personal.health": "村民张德贵患有{}，给予临时救助。",
    "personal.row_of_person": "马福顺　男　72周岁　{}　救助金3500元",
}


@pytest.mark.parametrize("name", SAYINGS)
def test_all_rules_know_the_same_illnesses(name: str) -> None:
    for illness in ILL_WITH:
        [found] = findings(name, SAYINGS[name].format(illness))
        assert found.quote.endswith(illness)


@pytest.mark.parametrize(
    "text",
    [
        "责任人：王建国，新冠肺炎疫情防控专班。",
        "汇报人：张立新　肺炎疫情防控工作",
        "组长：李春兰，集中风险排查。",
        "马福顺　男　52周岁　负责集中风险排查",
        "村民张德贵患者集中风险排查。",
    ],
)
def test_what_is_no_illness_of_the_person(text: str) -> None:
    assert [name for name in SAYINGS if findings(name, text)] == []


@pytest.mark.parametrize("digits", [10, 18, 36, 54, 60])
def test_numbers_run_together_and_half_hidden_are_told_of_in_a_file_too(digits: int):
    text = f"村民身份证号：{'3' * digits}****6012，请核对。"
    assert findings("personal.half_hidden", text) and finds_in_file("personal.half_hidden", text)


@pytest.mark.parametrize("text", ["身份证号：" + "3" * 200 + "****6012", "身份证号：3" + "*" * 5000 + "6012"])
def test_what_is_no_number_of_anybody_is_passed_over(text: str):
    assert not findings("personal.half_hidden", text) and not finds_in_file("personal.half_hidden", text)
