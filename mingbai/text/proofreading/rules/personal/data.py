"""Personal data that must not be published: identity numbers, private telephones, cards, addresses, children, illness.

Numbers are looked for in one pass over runs of digits; every other pattern hangs on a rare character or word.
The contacts of an office and the names of officials in office are public and are not findings.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Place, Rule
from mingbai.text.proofreading.rules._identifiers import (
    ACCOUNT,
    AT_HOME,
    MOBILE,
    PAPER,
    TELEPHONE,
    is_birthday,
    is_id_number,
    is_old_id_number,
    looks_like_id,
    masked,
    passes_luhn,
    stretches_of_digits,
)
from mingbai.text.proofreading.rules._illnesses import ILL, ILLNESS, any_of
from mingbai.text.proofreading.rules._knowledge import (
    Entry,
    compiled,
    listed,
    where,
)
from mingbai.text.proofreading.rules._naming import before, name_at, name_before
from mingbai.text.proofreading.rules._spotted import Hanging, Numbered, Spotted
from mingbai.text.proofreading.standing import Spotter, waiting_for

_ID_LABEL = lazy.pattern("身份证|公民身份|证件号|身份号|户口")
_CARD_LABEL = lazy.pattern("卡号|账号|帐号|账户|帐户|银行|一卡通|存折|惠农卡|社保卡|信用社|农商行")
_OFFICE_LABEL = lazy.pattern(
    "办公|咨询|监督|举报|投诉|热线|值班|服务电话|服务热线|传真|总机|受理|报修|抢修|维权|查询|反馈|编号|文号|索引号|代码|单号|订单|备案号|许可证"
)
_HOME_LABEL = lazy.pattern(
    "(?:家庭|住宅|宅电|本人|户主|村民|居民|家长|学生|申请人|监护人|贫困户|低保户|患者|亲属|来电|来访|反映人|投诉人|车主|业主|个人|家电话)"
    # 「家长有意见的，请拨打」, 「向村民公布的电话」 lead to an office
    "[^。；;请拨打致向公布]{0,12}$"
)
_ORGANISATION = lazy.pattern(
    r"(?:户名|户名全称|账户|账户名称?|开户名称?|收款账户|单位名称|收款人|收款单位|开户单位|账号名称)[：:]?\s?[^，,；;。\n]{2,24}?"
    r"(?:局|委|会|办|所|站|院|校|政府|中心|公司|合作社|财政|小学|中学|专户|国库|集体|党委|部|处|户|园|组|社|厂|队|店|场|馆|宫|团|行)(?=[，,；; 、。）)（(]|$|账|开户)"
)
# A number with a digit lost or doubled is still somebody's.
_MOBILE_LABEL = lazy.pattern("手机(?:号码?)?[：: 为是]{0,2}$")
_PAID_INTO = lazy.pattern(
    r"(?:对公|公用|专用|基本|零余额|一般存款|捐款|捐赠|保证金|监管|收费|缴费|缴款|缴存|非税|财政|单位|集体|公司|协会|总会|基金会|合作社|中心|委员会|居委会|村委会)的?(?:银行|收款|专户)?(?:账[号户]|帐[号户]|专户|户)[^；;。\n]{0,24}$"
    r"|(?:缴至|缴入|缴存至|捐至)[^。；;\n]{0,30}$"
)
_OWNER = lazy.pattern("户名|收款人|开户人|持卡人|账户名|姓名|户主")
_OWN_CARD = lazy.pattern("一卡通|存折|惠农卡|社保卡|工资卡|银行卡|卡号")
# 「银行卡发放情况可拨打0557-…查询」
_TELEPHONE = lazy.pattern(r"0\d{9,11}|[48]00\d{7}|1[3-9]\d{9}")
_CARD_BEFORE, _LABEL_WITHIN = 48, 24
_NOT_A_NUMBER = lazy.pattern(
    "编码|批号|序列号|追溯码|工单|凭证号|票据号|发票|受理号|业务号|单元号|学籍号|准考证|设备号|识别码|条码|许可证|证书号|标段|信用代码|机构代码|索引号|文号|编号|单号|订单|流水号|税号|条形码|资产|档案号|备案|案号|合同号|ICP|公网安备"
)
_AT = waiting_for(("@",))
_LOCAL_PART = 41
_HOSTS = r"(?:qq|vip\.qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|gmail|hotmail|outlook|aliyun|tom|21cn)\.(?:com|cn|net|com\.cn)"
_WEB_HOST = lazy.pattern(_HOSTS)
_WEBMAIL = lazy.pattern(rf"(?<![\w.+-])(?P<name>[\w.+-]{{2,40}})@{_HOSTS}(?![\w.])", re.ASCII)
_OFFICE_MAIL = lazy.pattern(
    "电子邮箱|电子信箱|邮箱|信箱|邮件|E-?mail|投稿|征集|受理|办公室|意见|建议|报送|发至|发送|反馈|寄至",
    re.IGNORECASE,
)
_OWN_MAIL = lazy.pattern("个人|本人|私人|村民|居民|家长|申请人|户主|学生")
_OWN_ACCOUNT = lazy.pattern(r"^wxid_|[A-Za-z_](?:19[5-9]|20[01])\d(?:0[1-9]|1[0-2])(?:\d\d)?$")
_CHAT = lazy.pattern(
    r"(?:QQ|qq|Qq|扣扣)(?!群|空间|邮箱|公众)(?:号码|号|账号)?(?:为|是)?[:： ]{0,3}(?P<mark>[1-9][0-9]{4,10})(?![0-9@])"
    r"|微信(?!公众|群|平台|小程序)(?:同号|号码|号|账号)?(?:为|是)?(?:[:： ]{1,3}(?P<wechat>[A-Za-z][A-Za-z0-9_-]{5,19})|(?P<wechat2>[A-Za-z](?=[A-Za-z0-9-]*[\d_])[A-Za-z0-9_-]{5,19}))(?![A-Za-z0-9])"
)
_ADDRESS = lazy.pattern(
    r"(?:家庭住址|家庭地址|现住址|常住地址|户籍地址|户籍住址|户籍所在地|户籍地|户籍|通[讯信]地址(?=[^，,。；;\n]{2,40}(?:单元|栋|幢|号楼))|家住|现居住?[于在]?|现住|居住在|居住地|住址|住在|住[于]|[，,、；; 　（(]住(?!房|建|院|宿|校|户))[:：为是]?\s?"
    r"(?P<mark>[^，,。；;\n]{2,40}?[0-9０-９一二三四五六七八九十]{1,5}(?:号|室|栋|幢|单元|户|弄)(?:[^，,。；;\n ]{0,12}(?:号|室|户|楼))?(?:\d{1,4}(?=[，,。；;）)\s]))?)"
)
# So many households, and no door: 「住户3216户」, 「居住在危房的268户」.
_HOUSEHOLDS = lazy.pattern(r"(?<![组队社号楼栋幢元村])(?<!\d)[0-9０-９]{1,5}户")
_ILLNESS = lazy.pattern(
    rf"(?:患|患有|罹患|确诊|确诊为|查出|感染|得了)[^，,。；;\n]{{0,6}}?(?:{ILLNESS}|{any_of('重病', '大病', *ILL)})"
    "|(?:肢体|精神|智力|视力|听力|言语)残疾[一二三四]级"
)
# The words at which a closer look is worth while, by what is looked for.
_SPOTTED = Spotter(
    {
        "address": listed(
            "家庭住址 家庭地址 现住址 常住地址 户籍地址 户籍住址 户籍所在地 家住 现居 现居住 居住在 住址 住在 住于 现住 户籍地 户籍 居住地 通讯地址 通信地址 ，住 ,住 、住 （住 (住 ；住"
        ),
        "illness": listed(
            "患 罹患 确诊 查出 感染 得了 肢体残疾 精神残疾 智力残疾 视力残疾 听力残疾 言语残疾"
        ),
        "chat": listed("QQ qq Qq 扣扣 微信"),
    }
)
_OFFICE_CHAT, _OFFICE = (
    lazy.pattern("客服|官方|办公|咨询|工作"),
    lazy.pattern("单位|机关|办公|公司|中心|窗口"),
)
_APART = "；;。"
_LINKS = ("，因", "，系", "，身", "所", "，", ",", "因", "系", "（", "身")


def _label_of(passage: Passage | Place, start: int) -> str:
    """The words since the last semicolon or stop: what stands before it labels another number."""
    label = before(passage, start)
    return label[max(map(label.rfind, _APART)) + 1 :]


def _id(rule: Rule, place: Passage | Place, start: int, end: int, number: str) -> Finding | None:
    if is_id_number(number):
        told: tuple[str, Severity] | None = "居民身份证号（尾号{}），发布前必须遮盖。", rule.severity
    else:
        told = _told_of_paper(number, before(place, start))
    if told is None:
        return None
    said, severity = told
    said, hidden = said.format(number[-4:]), masked(number)
    return rule.finding(place, start, end, said, suggestion=hidden, severity=severity)


def _told_of_paper(number: str, label: str) -> tuple[str, Severity] | None:
    """What to say of a number that is no valid one of today, with `{}` for its last digits, and how grave it is."""
    if is_old_id_number(number) and not _NOT_A_NUMBER.search(label):
        said = "疑为15位居民身份证号（尾号{}），发布前必须遮盖。"
        return said, "error" if _ID_LABEL.search(label) else "warning"
    if len(number) == 20 and "残疾" in label and is_birthday(number[6:14]):
        return "残疾人证号（尾号{}）含身份证号，发布前必须遮盖。", "error"
    if looks_like_id(number):
        if _ID_LABEL.search(label):
            return "标明是身份证号（尾号{}，校验码不符），发布前必须核对并遮盖。", "error"
        if not _NOT_A_NUMBER.search(label):
            return "疑为身份证号（尾号{}，校验码不符），发布前必须核对并遮盖。", "warning"
    if 13 <= len(number) <= 20 and _ID_LABEL.search(label.rstrip("：: 为是号码")[-8:]):
        return f"标明是身份证号（{len(number)}位，位数不对），发布前必须核对并遮盖。", "error"
    return None


def _numbers_of(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", row["number"]) for row in rows)


def _is_published(passage: Passage | Place, number: str) -> bool:
    """Whether the list of hotlines holds the number: an office gave it to the public."""
    return number in compiled(passage, ("hotlines",), _numbers_of)


def _mobile(rule: Rule, place: Passage | Place, start: int, end: int, number: str) -> Finding | None:
    label = _label_of(place, start)
    if len(number) != 11 and not _MOBILE_LABEL.search(label):
        return None
    private = _HOME_LABEL.search(label)
    if _NOT_A_NUMBER.search(label) or (_OFFICE_LABEL.search(label) and not private):
        return None
    if _is_published(place, number):
        return None
    return rule.finding(
        place,
        start,
        end,
        f"手机号码（尾号{number[-4:]}）疑属个人，请核对，改用办公电话或遮盖。",
        suggestion=f"{number[:3]}****{number[-4:]}",
        severity="error" if private else rule.severity,
    )


def _telephone(rule: Rule, place: Passage | Place, start: int, end: int, number: str) -> Finding | None:
    """One that is said to be somebody's at home."""
    if not _HOME_LABEL.search(place.text, max(0, start - _LABEL_WITHIN), start):
        return None
    label = _label_of(place, start)
    if not _HOME_LABEL.search(label) or _OFFICE_LABEL.search(label):
        return None
    return _home_telephone(rule, place, start, end, number)


def _home_telephone(rule: Rule, place: Passage | Place, start: int, end: int, number: str) -> Finding:
    return rule.finding(place, start, end, f"住宅电话（尾号{number[-4:]}），发布前应当遮盖。")


# Written as one rings it up: 「设立“一卡通”咨询电话……0557-7718302」.
_AS_RUNG = lazy.pattern(
    r"[（(]?0\d{2,3}[）)]?[-—－–― ]?\d{7,8}(?:[-—转]\d{1,5})?|[48]00[-— ]?\d{3}[-— ]?\d{4}"
)


def _card(rule: Rule, place: Passage | Place, start: int, end: int, number: str) -> Finding | None:
    called = _CARD_LABEL.search(place.text, max(0, start - _LABEL_WITHIN), start)
    if called is None and not _may_be_card(number):
        return None
    if _AS_RUNG.fullmatch(place.text, start, end) and not (called and called[0] in {"卡号", "账号", "帐号"}):
        return None
    label = before(place, start)
    named = called is not None and _CARD_LABEL.search(label) is not None
    if not named and not _may_be_card(number):
        return None
    if not number.isdecimal() or is_id_number(number) or _NOT_A_NUMBER.search(label):
        return None
    if _TELEPHONE.fullmatch(number):
        return None
    if not _is_card(place, start, number, label, named):
        return None
    return rule.finding(
        place,
        start,
        end,
        f"疑为银行卡号（尾号{number[-4:]}），发布前必须遮盖。",
        suggestion=masked(number),
        severity="error" if named else "warning",
    )


def _may_be_card(number: str) -> bool:
    return 16 <= len(number) <= 19 and number.startswith("62")


def _is_card(passage: Passage | Place, start: int, number: str, label: str, named: bool) -> bool:
    """Whether an account is a person's: by its card's number, by its kind, or by the name of its owner."""
    low = max(passage.start, start - _CARD_BEFORE)
    line = passage.text[low:start].rpartition("\n")[2]
    # Whose it is may stand in the line above or below: 「户名：青山镇财政所」, 「账号：…」, 「开户行：…」.
    around = (
        passage.text[low:start].split("\n")[-3:],
        passage.text[start : min(passage.end, start + 2 * _CARD_BEFORE)].split("\n")[:3],
    )
    if any(_ORGANISATION.search(piece) for piece in chain(*around)):
        return False
    if _PAID_INTO.search(line) and not _OWN_CARD.search(label):
        return False
    of_a_bank = _may_be_card(number)
    if 16 <= len(number) <= 19 and (named or of_a_bank) and passes_luhn(number):
        return True
    if not named:
        return False
    owner = next((found for found in _OWNER.finditer(line)), None)
    if owner and name_at(
        passage, start - len(line) + owner.end() + (line[owner.end() : owner.end() + 1] in "：:")
    ):
        return True
    return of_a_bank or _OWN_CARD.search(label) is not None


def _is_at_webmail(place: Place, start: int, end: int) -> bool:
    return _WEB_HOST.match(place.text, end, place.end) is not None


def _mail(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    at = passage.text.find("@", passage.start, passage.end)
    while at >= 0:
        low, high = max(passage.start, at - _LOCAL_PART), min(passage.end, at + _LOCAL_PART)
        match = _WEBMAIL.search(passage.text, low, high)
        if (
            match
            and match.start() < at < match.end()
            and (
                _OWN_MAIL.search(label := _label_of(passage, match.start())) or not _OFFICE_MAIL.search(label)
            )
        ):
            kind = "含QQ号的邮箱" if "qq" in match[0] and match["name"].isdecimal() else "个人邮箱"
            yield rule.finding(passage, *match.span(), f"疑为{kind}，请核对后删去或改用单位邮箱。")
        at = passage.text.find("@", at + 1, passage.end)


def _chat(rule: Rule, place: Passage | Place, start: int, _: int) -> Finding | None:
    match = _CHAT.match(place.text, start, place.end)
    if match is None:
        return None
    said = before(place, start)
    # 「小钟，微信号：zhongyu19930412」: a birthday is nobody's office.
    own = _OWN_MAIL.search(said) or _OWN_ACCOUNT.search(match["wechat"] or match["wechat2"] or "")
    if not own and _OFFICE_CHAT.search(said):
        return None
    group = next(name for name in ("mark", "wechat", "wechat2") if match[name])
    return rule.finding(place, *match.span(group), "个人的QQ号或微信号，请核对后删去。")


def _address(rule: Rule, place: Passage | Place, start: int, _: int) -> Finding | None:
    match = _ADDRESS.match(place.text, start, place.end)
    if match is None or _HOUSEHOLDS.search(match["mark"]) or _OFFICE.search(before(place, start)[-8:]):
        return None
    return rule.finding(place, *match.span("mark"), "住址写到了门牌或室号，发布时最多写到村或小区。")


def _health(rule: Rule, place: Passage | Place, start: int, _: int) -> Finding | None:
    illness = _ILLNESS.match(place.text, start, place.end)
    if illness is None:
        return None
    skipped = next((word for word in _LINKS if place.text.endswith(word, place.start, start)), "")
    name = name_before(place, start - len(skipped))
    if name < 0:
        return None
    return rule.finding(place, name, illness.end(), "姓名和病情写在一起，属个人隐私，发布前必须隐去。")


RULES = (
    Rule(
        name="personal.id_number",
        category="personal_data",
        severity="error",
        explain="居民身份证号不得公开。18位的按校验码核对，15位的看地区和生日；统一社会信用代码、索引号不算。",
        fires="村民身份证号11010519491231002X。",
        passes="统一社会信用代码11341503003212345X，索引号003212345/201902-00012。",
        find=Numbered(stretches_of_digits, {PAPER: _id}),
    ),
    Rule(
        name="personal.mobile",
        category="personal_data",
        severity="warning",
        explain="个人手机号码不宜公开。标明办公、咨询、监督、热线的号码不算。",
        fires="户主李大明，手机13812345678。",
        passes="监督电话：13812345678，热线12345，办公电话0564-1234567。",
        find=Numbered(stretches_of_digits, {MOBILE: _mobile}),
    ),
    Rule(
        name="personal.home_telephone",
        category="personal_data",
        severity="warning",
        explain="住宅电话不宜公开。办公电话不算。",
        fires="家庭电话：0564-3281234。",
        passes="办公电话：0564-3281234，传真：0564-3281235。",
        find=Numbered(stretches_of_digits, {TELEPHONE: _telephone, AT_HOME: _home_telephone}),
    ),
    Rule(
        name="personal.bank_card",
        category="personal_data",
        severity="error",
        explain="银行卡号、一卡通账号不得公开。按发卡前缀和校验位识别。",
        fires="补贴发放到一卡通账号6222021234567890128。",
        passes="项目编号2019341503001234567，合同号6222021234567890129。",
        find=Numbered(stretches_of_digits, {ACCOUNT: _card}),
    ),
    Rule(
        name="personal.email",
        category="personal_data",
        severity="warning",
        explain="个人邮箱（尤其是含QQ号的）不随正文发布。标明的单位邮箱不算。",
        fires="如有侵权请告知删除 675281234@qq.com。",
        passes="电子邮箱：xxgk@163.com，也可发至bgs@example.gov.cn。",
        find=Hanging(_AT, _mail, where((_AT, _is_at_webmail))),
    ),
    Rule(
        name="personal.chat",
        category="personal_data",
        severity="warning",
        explain="个人的QQ号、微信号不宜公开。公众号和工作群不算。",
        fires="联系人王某，QQ：675281234。",
        passes="关注微信公众号，加入QQ群123456789，咨询QQ：675281234。",
        find=Spotted(_SPOTTED, {"chat": _chat}),
    ),
    Rule(
        name="personal.address",
        category="personal_data",
        severity="warning",
        explain="个人住址不写到门牌、单元、室号。单位的办公地址不算。",
        fires="家住幸福路12号3栋201室。",
        passes="办公地址：幸福路12号，居住在本村的村民。",
        find=Spotted(_SPOTTED, {"address": _address}),
    ),
    Rule(
        name="personal.health",
        category="personal_data",
        severity="error",
        explain="姓名不得同病情、残疾情况一起公开。",
        fires="村民张德贵患有尿毒症，给予临时救助。",
        passes="对患有大病的困难群众给予临时救助。",
        find=Spotted(_SPOTTED, {"illness": _health}),
    ),
)
