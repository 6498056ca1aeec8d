"""Objects and pairs that are cut off before what they are: 「制定了信息审核、责任追究等，」, 「补偿金418万，」, 「仍以张贴公告；」, 「组成竞标工作，」,
「由受益农户。」, 「如有不同，」, 「发布了招生，」, 「加强对人员业务，」.
"""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import warning_of
from mingbai.text.proofreading.rules._parsing import CLAUSE, INSIDE, LISTING, MARK, shape, shapes_of

_PAPERS = "制度|机制|办法|方案|规定|措施|意见|细则|规范|标准|公约|清单|目录|预案|体系|流程|台账|法|规则|《|章程|计划|协议|守则|程序|要求|文件|政策"
_NOTICES = "招生|招聘|招标|停水|停电|停气|征地|拆迁|搬迁|放假|会议|处罚|表彰|考试|体检|拍卖|租赁|采购|中标|竞聘|竞标|选举|报名|培训|检修"
_TASKS = "审核|工作|监督|评审|检查|评议|领导|竞标|招标|协调|调解|理财|验收|评估|考核|议事|宣传"
_BODIES = lazy.pattern(
    "小组|[^任]组|委员会|队|专班|机构|办公室|中心|协会|理事会|网络|组织|班子|会$|人员|机制|制度|平台|体系"
)
_FOLK = "农户|村民|群众|用户|家长|学生|企业|业主|个人|承包人|中标人|受益人|施工方|申请人|职工|党员|居民|商户|养殖户"


def _is_no_row(passage: Passage, match: re.Match[str]) -> bool:
    """「登记由村干部；审核由镇干部；公示由村民。」 tells who does which of several things."""
    start, end = match.span("mark")
    around = passage.text[max(passage.start, start - _ROW) : start], passage.text[end : end + _ROW]
    return not any(map(_BY_WHOM.search, around))


_ROW, _BY_WHOM = 16, lazy.pattern("由[一-鿿]{2,8}[；。]")


def _sets_up_nothing(passage: Passage, match: re.Match[str]) -> bool:
    return _BODIES.search(match["inner"]) is None


_warning = warning_of("typo", "typo")

RULES: tuple[Rule, ...] = (
    _warning(
        "made_what",
        "「制定了信息审核、责任追究等，」缺「制度」；「发布了招生，」缺「公告」；「组成竞标工作，」缺「小组」；「加强对人员业务，」缺「培训」。",
        "先后制定了信息发布审核、责任追究、考核评议等，分解任务。在公众号发布了招生，公布范围。",
        "先后制定了信息发布审核、责任追究等制度。在公众号发布了招生简章。组成竞标工作小组。",
        shapes_of(
            shape(
                rf"(?P<mark>(?:制定|制订|出台|修订|建立健全|推行)了?(?:(?!{_PAPERS}|[，,]){LISTING}){{4,40}}、(?:(?!{_PAPERS}|[，,]){LISTING}){{2,12}}等){MARK}",
                "「{}」后面疑漏「制度」「办法」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:发布|张贴|刊登|公布|印发|下发|发出)了?(?:(?![，,的、]){INSIDE}){{0,6}}(?:{_NOTICES})){MARK}",
                "「{}」后面疑漏「公告」「通知」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:组成|组建|成立)了?(?P<inner>(?:(?![，,]){LISTING}){{2,40}}?)(?:{_TASKS})){MARK}",
                "「{}」后面疑漏「小组」「委员会」",
                "warning",
                _sets_up_nothing,
            ),
            shape(
                rf"(?P<mark>(?:加强|做好|抓好)了?对(?:(?![，,的]){INSIDE}){{2,14}}(?:人员|干部|员|教师|职工|代表|队伍)(?:业务|政策|技术|法律|安全|思想|廉政|纪律)){MARK}",
                "「{}」后面疑漏「培训」「教育」",
                "warning",
            ),
        ),
    ),
    _warning(
        "mainly_by",
        "「仍以张贴公告；」缺「为主」；「由受益农户。」缺做什么；「如有不同，」缺「意见」。",
        "公开的手段单一，仍以张贴公告；入户路由受益农户。如有不同，请向村委会反映。",
        "公开的手段单一，仍以张贴公告为主；入户路由受益农户养护。如有不同意见，请向村委会反映。",
        shapes_of(
            shape(
                rf"(?P<mark>(?:仍然?|主要|还是|基本|一般|大都|大多|普遍|往往|只是|目前)以(?!每|\d)(?:(?![为作，,形名方]){INSIDE}){{2,24}})(?=[。；;]|[，,](?!为))",
                "「{}」后面疑漏「为主」",
                "warning",
            ),
            shape(
                rf"(?<![理缘事来因自])(?P<mark>由(?!于|此)(?:(?![，,、的]){INSIDE}){{0,6}}?(?:{_FOLK}))(?=[。；;])",
                "「{}」没有说做什么，话没有说完",
                "warning",
                _is_no_row,
            ),
            shape(
                rf"(?P<mark>(?:如有|若有)(?:不同|疑|异|意|问|任何)){MARK}",
                "「{}」后面疑漏「意见」「问题」",
                "warning",
            ),
        ),
    ),
    _warning(
        "fund_unmeasured",
        "「发放公益林补偿金418万，」漏了「元」。",
        "全年发放公益林补偿金418万，涉及农户6200户。",
        "全年发放公益林补偿金418万元，涉及农户6200户，缴费人数达12万人。",
        shapes_of(
            shape(
                rf"(?:{CLAUSE}(?:(?![，,]){INSIDE}){{1,24}}?)[金款费债税薪](?:共|计|约|达|共计)?(?P<mark>\d[\d.]*(?:余|多)?(?:万|亿))(?=[，。；、;]|,(?!\d))",
                "「{}」后面漏了「元」",
                "warning",
            ),
        ),
    ),
)
