"""Clauses that stop one word short, by what they have begun: 「听取校长工作，」, 「定期对采购、留样等环节，」, 「满意度达到98以上」, 「不公开具体，」,
「对材料不齐，一次性告知」, 「参加市里的，」, 「直接拨付贫困户，」, 「将电话张贴家中显眼位置」, 「开展了形式多样，」, 「按照县委的统一，」.
"""

import re
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    LISTING,
    MARK,
    shape,
    shapes_of,
    words_between,
)

_RATES = "满意|知晓|办结|答复|覆盖|合格|参与|完成|公开|入学|巩固|参保|参合|普及|到位|及时|准确|回复|整改|达标|支持|就业|兑现|受理|调解|化解|接种|签约|建档|绿化|硬化|优良|优秀|及格|好评"
_SPARED = "更新|报送|上报|反馈|答复|回复|整改|归档|发布|公布|录入|响应|处置|审核|审查|办理|受理"
_SHOWN = "公开|公布|说明|列出|写明|填写|反映|公示|注明|提供|列明|标明"
_PUT_UP = "张贴|公布|公示|悬挂|粘贴|设置|存放|摆放|安装|展示|刊登|登载|发布|张榜公布|镶嵌|喷绘|书写|放置|陈列"
_PLACE = "位置|地方|家中|门口|墙上|村口|栏内|公告栏|公开栏|公示栏|宣传栏|网站|平台|醒目处|大厅|显眼处|人口密集处|村部|村委会|广场|橱窗"
_PAID = "拨付|发放|兑付|支付|补发|兑现|补助|打卡发放|分发|配送"
_PAYEES = "贫困户|农户|村民|群众|学生|用户|困难户|受灾户|低保户|职工|个人|农民|家长|居民|业主|困难群众|贫困学生|受助对象|脱贫户|移民|拆迁户|残疾人|优抚对象"
_MADE = "开展|组织|制定|采取|形成|提供|进行|举办|建立|出台|完善|营造|创造|打造|实施|构建|制订|采用|推出"
_MANIFOLD = "形式多样|丰富多彩|切实可行|行之有效|扎实有效|卓有成效|强有力|科学合理|公开透明|便捷高效|规范有序|详细具体|全面系统|周密|广泛深入|多种多样|各具特色|喜闻乐见|优质高效|全方位|多层次|多渠道|多形式|有针对性|较为完善|严格|详细|具体|完备|齐抓共管|通俗易懂|简便易行|操作性强|针对性强"
_UNCLEAR = f"不(?:明确|清楚?|齐?全|齐|全面|完整|规范|符合?(?:(?!的){INSIDE}){{0,6}}|属于(?:(?!的){INSIDE}){{0,8}}|到位|及时|达标|合格|具备(?:(?!的){INSIDE}){{0,6}}|真实|准确)"
_THEN = "一次性|告知|要求|退回|不予|及时|当场|当面|逐|先|可|应|须|需|由|请|书面|建议|指导|督促|约谈|上门|主动|积极|立即|坚决|予以|给予|限期|责令|严肃|依法|按|耐心|重新|一律"
_NAMED = "的|问题|情况|行为|单位|人员|部门|者|现象|事项"
_OFTEN = "定期|不定期|随时|认真|严格|逐一|重点|专门|统一|集中|负责|先后|分别|多次|经常"


_MATTERS = "环节|内容|情况|方面|工作|过程|项目|资料|台账|账目|票据|收支|制度|人员|对象|信息|栏目|设施|质量|数据|档案|记录|清单|流程|程序|资金|物资|场所|部位|问题"
_LIGHT = lazy.pattern("进行|予以|给予|[作做]|加以|实行|开展|要|由|有|是|负责|采取")


def _ends_with_no_deed(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clause has nothing that is done to the matter which ends it."""
    words = words_between(passage, *match.span("inner"))
    return _LIGHT.search(match["inner"].replace("工作", "")) is None and not any(
        word.kind == "v" and before.kind[0] == "d" for before, word in pairwise(words)
    )


RULES = (
    Rule(
        name="typo.heard_what",
        category="typo",
        severity="warning",
        explain="「听取校长工作，」缺「报告」；「不公开具体，」缺「内容」；「参加市里的，」缺「培训」「会议」；「按照县委的统一，」缺「部署」。",
        fires="听取和审议校长工作，讨论通过发展规划。只公开总额，不公开具体，群众看不明白。",
        passes="听取和审议校长工作报告，讨论通过发展规划。审查工作，内容不够具体，按照统一部署。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:听取|审议)(?:和|并|、|了|审议|讨论|听取)*(?:(?!审查|情况)[^，,。；;\n]){{0,12}}(?<!审查)工作){MARK}",
                "「{}」后面疑漏「报告」「汇报」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?<!假)(?:{_SHOWN}|没有|缺少)(?:具体|详细|相关|有关|实际|真实)的?){MARK}",
                "「{}」后面疑漏「内容」「情况」",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?:(?![与和同跟，,]){INSIDE}){{0,16}}?(?P<mark>(?:保存|提供|收集|查阅|落实|完善|组织|加强|建立|制定|健全|报送|公布|出台|执行|履行|整理|移交|准备|提交|携带|协调|通知|约谈|追究|按照|依据|根据|听取|处理|解决|办理|开展|做好)了?(?:相关|有关)){MARK}",
                "「{}」后面缺名词",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:加强|抓好|做好|开展|组织)了?(?:(?![，,]){INSIDE}){{0,14}}的(?:业务|政策|技术|法律|安全|思想|廉政|纪律|保密)){MARK}",
                "「{}」后面疑漏「培训」「教育」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:参加|参与|组织|听取|接受|迎接|获得)(?:(?![，,]){INSIDE}){{0,8}}?[市县省乡镇村区局](?:里|上|级)?的){MARK}",
                "「{}」后面没有词，话没有说完",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:按照|根据|遵照|依照)(?:(?![，,]){INSIDE}){{2,20}}(?:统一|总体|有关|相关|具体|最新|实际)){MARK}",
                "「{}」后面疑漏「部署」「要求」「情况」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:{_MADE})了?(?:一系列|一套|更加|更为|较为)?(?:{_MANIFOLD})的?){MARK}",
                "「{}」后面疑漏名词，如「活动」「措施」「制度」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:{_SPARED})不够){MARK}",
                "「{}」后面疑漏「及时」「规范」一类的词",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.rate_without_percent",
        category="typo",
        severity="warning",
        explain="「满意度达到98以上」漏了「%」。",
        fires="家长的满意度达到98以上，办结率为100。",
        passes="家长的满意度达到98%以上，办结率为100%，满意度测评得分98。",
        find=shapes_of(
            shape(
                rf"(?:{_RATES})[率度](?:均|都|已)?(?:达到?了?|为|在|不低于|不得低于|超过|高于|低于|保持在|稳定在|上升到|提高到|提升到|由|从)(?P<mark>\d{{1,3}}(?:\.\d+)?)(?=以上|以下|左右|上升|提高|提升|[，。；;]|,(?!\d))",
                "「{}」后面漏了「%」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.done_to_what",
        category="typo",
        severity="warning",
        explain="「定期对采购、留样等环节，」没有说做什么；「对材料不齐，一次性告知」缺「的」。",
        fires="定期对食品采购、加工、留样等环节，每月公布一次账目。对申请内容不明确，一次性告知申请人补正。",
        passes="定期对食品采购、加工等环节进行检查。对申请内容不明确的，一次性告知申请人补正。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:{_OFTEN})对(?![照于])(?P<inner>(?:(?![，,]){LISTING}){{2,40}}(?:{_MATTERS}))){MARK}",
                "「{}」没有说做什么，疑漏「进行……」",
                "warning",
                _ends_with_no_deed,
            ),
            shape(
                rf"{CLAUSE}(?:并|要)?(?P<mark>对(?![于此照])(?:(?!{_NAMED}|[，,]){INSIDE}){{2,24}}?{_UNCLEAR})[，,](?={_THEN})",
                "「{}」后面疑漏「的」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.put_up_where",
        category="typo",
        severity="warning",
        explain="「将电话张贴家中显眼位置」漏了「在」「于」；「直接拨付贫困户」漏了「给」「到」。",
        fires="将帮扶人电话张贴贫困户家中显眼位置。资金由财政所直接拨付贫困户，杜绝截留。",
        passes="将帮扶人电话张贴在贫困户家中显眼位置。资金由财政所直接拨付给贫困户，全部退还农户。",
        find=shapes_of(
            shape(
                rf"[将把](?:(?![，,]){LISTING}){{2,30}}?(?P<mark>(?:{_PUT_UP}))(?=(?![在于到至出给上进]){LETTER}{{0,12}}(?:{_PLACE}){MARK})",
                "「{}」后面疑漏「在」「于」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:直接|全部|及时|足额|按时|按月|统一|逐户|如数)(?:{_PAID}))(?=(?:{_PAYEES}){MARK})",
                "「{}」后面疑漏「给」「到」",
                "warning",
            ),
        ),
    ),
)
