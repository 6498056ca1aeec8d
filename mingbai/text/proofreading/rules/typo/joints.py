"""Joints of a sentence that came loose: 「目前为止，」 without 「到」, 「主抓民政工作副镇长」 without 「的」, 「大家并进行了讨论」 turned,
「全面硬化98%」 at odds with itself."""

import re

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import hint_of, listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    sentence_before,
    shape,
    shapes_of,
    words_between,
)

_AS_NOUNS = frozenset(
    listed("进度 专门 专项 建设 督导 帮扶 工作 公开 整改 推进 管理 检查 培训 落实 值班 值守 改革 治理 小时")
)
_TOWARDS = frozenset("对就将把由被针请向")


def _is_bare(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what stands between is things only, and nothing before says what is done to them."""
    if _TOWARDS & set(sentence_before(passage, match.start("mark"))[-30:]):
        return False
    words = words_between(passage, *match.span("inner"))
    quoted = False
    for word in words:
        quoted = (quoted or word.text == "“") and word.text != "”"
        plain = word.kind[0] in "nbjmatlfx" or word.kind == "vn" or word.text in _AS_NOUNS
        if not (quoted or plain or word.text in {"的", "”"}):
            return False
    return bool(words)


def _is_given_none(passage: Passage, match: re.Match[str]) -> bool:
    return not set("给为对使让与跟于向由令") & set(clause_before(passage, match.start("verb")))


def _stands_last(passage: Passage, match: re.Match[str]) -> bool:
    at = match.start("mark")
    words = words_between(passage, max(passage.start, at - 8), match.end("mark"))
    return bool(words) and words[-1].text == match["mark"]


_hint = hint_of("typo", "typo", formerly="typo.joint_lost")

RULES = (
    _hint(
        "joint_of_lost",
        "定语和中心语之间漏了「的」，如「主抓民政工作副镇长」「几个方面突出问题」。",
        "成立以主抓民政工作副镇长为组长的领导小组。",
        "成立以主抓民政工作的副镇长为组长的领导小组。",
        shapes_of(
            shape(
                rf"(?P<mark>(?:主抓|分管|主管|协管)(?:(?![的副]){LETTER}){{2,10}}(?:工作|事务|建设))(?=副[县镇乡区局市校院]?长|副书记|副主任|副主席|党委委员|班子成员|副职)",
                "「{}」后面疑漏「的」",
            ),
            shape(
                rf"(?:打造|建设|搭建|构建|建成|办成)(?P<mark>{LETTER}{{2}}(?:群众|企业|基层|百姓|发展|党员)(?:、{LETTER}{{2}}(?:群众|企业|基层|百姓|发展|党员))+)(?=(?:基层|重要|坚强|主|综合|有效|前沿)?(?:阵地|平台|窗口|队伍|网络|体系|堡垒|载体|桥梁))",
                "「{}」后面疑漏「的」",
            ),
            shape(
                r"(?P<mark>(?:[几两三四五六七八]个|多个|等)方面)(?=(?:突出|主要|重要|具体|明显|重点)?(?:问题|工作|任务|内容|矛盾|困难|措施|要求|成效))(?!工作[要应须]|内容[要应包])",
                "「{}」后面疑漏「的」",
            ),
            shape(
                rf"以{INSIDE}{{2,16}}为(?P<mark>(?:推进|推动|促进|加强|提升|深化|落实|做好|开展|实施|服务|优化)(?:(?!的){LETTER}){{2,14}}?)(?=(?:重要|主要|有力)?(?:抓手|载体|契机|突破口|手段|动力|切入点|着力点|途径){MARK})",
                "「{}」后面疑漏「的」",
            ),
        ),
    ),
    _hint(
        "joint_preposition_lost",
        "漏了「到」「将」「对」「给」「为」「于」这些引出对象的字，如「目前为止，」「此次调整有利优化资源」。",
        "目前为止，共录入日志425条。",
        "到目前为止，共录入日志425条。",
        shapes_of(
            shape(
                r"(?:^|(?<=[，,。；;\n]))[ \u3000]*(?P<mark>(?:目前|现在|当前|今天|今日|上月底|月底)为止)(?=[，,]|共|已|全|累计)",
                "「{}」前面疑漏「到」「截至」",
            ),
            shape(
                r"(?P<mark>分别)(?=\d[\d.]*(?:户|人|名|件|个|家|起|万元|亿元|元|亩)[，,、和]\d[\d.]*(?:户|人|名|件|个|家|起|万元|亿元|元|亩))",
                "「{}」后面疑漏「为」「有」",
                holds=lambda p, m: m.start("mark") == 0 or p.text[m.start("mark") - 1] not in "按将给",
            ),
            shape(
                r"(?:^|(?<=[，,。；;\n]))[ \u3000]*(?P<mark>现(?!将|把|就|对|结合|汇|总|报|在|场|已|向|代|通|予|公|做|作|以|从|根|按|围|紧|特|补|重|再))(?=[一-鿿]{2,14}(?:总结|汇报|报告|通报|通知|公布|公示|公告|说明)如下)",
                "「{}」后面疑漏「将」",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:会议|大会|我局|我镇|我们|[一-鿿]{{1,4}}(?:局|镇|组|办|中心|领导))(?:要|将|应|已|先后|及时|认真)?(?P<inner>(?:(?![对就将把由被向]){LETTER}){{2,12}}?(?:进度|情况|问题|形势|任务|隐患|项目|质量|资料|台账|线索|意见|建议|经费|资金|的工作))(?:进行|作)了?(?:全面|深刻|详细|认真|具体|安排|专题|仔细|重点)?的?(?:督查|检查|分析|部署|调研|审议|研究|核实|说明|梳理|通报|解读|评估|总结|回顾)){MARK}",
                "「{}」疑漏「对」",
                holds=_is_bare,
            ),
            shape(
                rf"(?P<mark>(?:群众|企业|居民|村民|百姓|农户|农民|职工|师生|患者)(?P<verb>带来了?))(?={INSIDE}{{0,10}}(?:好处|实惠|便利|方便|利益|机遇|福音|收益|困扰|损失|不便))",
                "「{}」前面疑漏「给」「为」",
                holds=_is_given_none,
            ),
            shape(
                r"(?<=[要应须实力地，,多更])(?P<mark>(?:群众|企业|百姓|农民|居民|村民|基层))(?=(?:排忧解难|多办实事|办实事|办好事|多办好事|纾困解难|谋福祉|谋福利|谋利益))",
                "「{}」前面疑漏「为」",
                holds=lambda p, m: not set("为给替帮让向与助") & set(clause_before(p, m.start("mark"))),
            ),
            shape(
                r"(?P<mark>(?<![更最])有利)(?=优化|推动|推进|促进|提高|加强|解决|改善|保护|保障|维护|实现|调动|增强|规范|形成|缓解|减少|提升|激发|营造|扩大|巩固)",
                "「{}」后面疑漏「于」",
            ),
        ),
    ),
    _hint(
        "joint_verb_lost",
        "一句话漏了动词，如「年初与各科室的责任书，」漏「签订」，「对重点路段专人，」漏「安排」。",
        "年初与各科室的目标责任书，层层分解任务。",
        "年初与各科室签订目标责任书，层层分解任务。",
        shapes_of(
            shape(
                rf"(?P<mark>与(?P<inner>[一-鿿]{{2,12}})的[一-鿿]{{0,6}}(?:责任书|承诺书|协议书?|合同)){MARK}",
                "「{}」疑漏「签订」",
                holds=lambda p, m: (
                    not set("签订履定据照按") & set(clause_before(p, m.start("mark")) + m["inner"])
                ),
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:学校|我局|我镇|我村|镇里|县里|单位|公司|社区|医院|局里)(?P<inner>(?:专门|专项|专职)的?{LETTER}{{2,8}}(?:小组|队伍|机构|人员|专班)))(?=[，,])",
                "「{}」没有动词，疑漏「成立」「配备」",
                holds=_is_bare,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:[县市镇乡区省]财政|我[县镇乡村局]|[县镇]里|公司|企业)(?P<inner>{LETTER}{{0,4}}(?:专项资金|补助资金|补贴资金|奖补资金|工作经费|资金|经费))\d[\d.]*余?[万亿]?元)(?=[，,](?:用于|对|支持|为|购置|建设|改造))",
                "「{}」没有动词，疑漏「安排」「投入」",
                holds=_is_bare,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:全[县镇乡市区局村]|各)?(?:干部职工|党员干部|工作人员|领导干部|干部群众|帮扶干部)(?P<inner>“[^”\n]{{2,10}}”{LETTER}{{2,8}}(?:措施|机制|制度|模式|政策|活动|办法)))(?=[，,](?:确保|促进|推动|提高|让|使|切实|积极|为))",
                "「{}」没有动词，疑漏「落实」「采取」",
                holds=_is_bare,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:全面|认真|积极|深入|严格|及时|集中)?对(?:(?![的和、进逐]){LETTER}){{2,12}}(?:专项|全面|集中|综合)(?:治理|整治|检查|排查|清理|清查|核查|督查)){MARK}",
                "「{}」疑漏「进行」「开展」",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:全[县镇乡市区局村]上下|镇村两级|县乡两级|各级各部门|各部门|各单位|全镇|全县|我镇|我局)(?P<inner>(?:24小时|“[^”\n]{{2,10}}”){LETTER}{{2,6}}))(?=[，,](?:确保|办事|促进|推动|提高|让|使|切实|做到|保证))",
                "「{}」没有动词，疑漏「落实」「推进」",
                holds=_is_bare,
            ),
            shape(
                rf"(?P<mark>(?:对|在|于){LETTER}{{2,12}}专人){MARK}",
                "「{}」疑漏「安排」「明确」",
                holds=lambda p, m: (
                    not any(
                        word in clause_before(p, m.end("mark"))
                        for word in [
                            "排",
                            "确",
                            "指定",
                            "由",
                            "派",
                            "有",
                            "抽",
                            "设",
                            "落",
                            "配",
                            "聘",
                            "选",
                            "请",
                        ]
                    )
                ),
            ),
            shape(
                rf"(?P<mark>由{LETTER}{{2,10}}(?:、{LETTER}{{2,10}}){{1,6}}联合(?:检查组|工作组|调查组|督查组|专班|执法队))(?=[，,])",
                "「{}」疑漏「组成」",
                holds=lambda p, m: not any(word in m["mark"] for word in ("组成", "牵头", "成立", "组建")),
            ),
        ),
    ),
    _hint(
        "joint_halted",
        "话停在副词、动词、介词或者「的」上，后面没有词，如「先后实施了。」「各部门要承担起，」。",
        "投入资金三百余万元，先后实施了。",
        "投入资金三百余万元，先后实施了三个项目。",
        shapes_of(
            shape(
                rf"(?P<mark>(?<![续源连绵从永间来络繁接割切中判武果独一推垄阻诊折打不])(?:稳步|逐步|逐渐|日益|大力|不断|务必|日趋)(?:扎实|全面|持续)?){MARK}",
                "「{}」后面没有动词，话没有说完",
                holds=lambda p, m: p.text[m.start("mark") - 1 : m.start("mark")] not in "，,。；;、 \n",
            ),
            shape(
                rf"(?P<mark>(?:先后|陆续|相继|重点|分别)(?:实施|开展|建成|完成|召开|举办|制定|出台|建立|成立|组织|印发|投入)了){MARK}",
                "「{}」后面没有词，话没有说完",
            ),
            shape(
                rf"(?<!“)(?P<mark>以{LETTER}{{2,8}}为(?:中心|本|主|导向|目标|主线|重点|核心|基础)的){MARK}",
                "「{}」后面没有词，话没有说完",
                holds=lambda p, m: "是" not in clause_before(p, m.start("mark")),
            ),
            shape(
                rf"(?:针对|对)[^。；;\n]{{2,24}}[，,](?P<mark>(?:逐一|逐项|逐条|集中|统一|分类|及时|认真)进行){MARK}",
                "「{}」后面没有动词，话没有说完",
            ),
            shape(
                rf"(?P<mark>{LETTER}{{2}}(?:健全|到位|重视|有力|明确|落实|得力|完善|规范|扎实|及时)、{LETTER}{{2}}(?:健全|到位|重视|有力|明确|落实|得力|完善|规范|扎实|及时)、{LETTER}{{2}}){MARK}",
                "「{}」最后一项没有说完",
                holds=lambda p, m: (
                    m["mark"][-2:]
                    not in {"及时", "规范", "有效", "有序", "到位", "有力", "扎实", "高效", "合理", "清晰"}
                ),
            ),
            shape(
                rf"(?P<mark>(?:承担|担负|肩负|扛|挑|树立|营造|筑|架|建立|承载)起(?:了)?){MARK}",
                "「{}」后面没有词，话没有说完",
                holds=lambda p, m: not set("把将被已所") & set(clause_before(p, m.start("mark"))),
            ),
            shape(
                r"(?P<mark>现将(?:(?!如下|印发|公布|公示|公告|通报|转发|下达|报|予以|发给|告|下发|分发|汇总|反馈|发布|介绍|说明|移|送|(?<!工)作|列入)[^。；;\n，,：:]){4,40}(?:情况|工作|总结|问题|事项|做法|意见|方案|办法))(?=。)",
                "「{}」没有说怎么办，疑漏「汇报如下」「印发给你们」",
            ),
            shape(
                rf"(?<=[一-鿿])(?<![不没比核校应面针反相绝配得成一二三四五六七八九十百千几两派结查火拖门车服顺遵听跟依自理缘事方走倾意趋动导志风流去])(?P<mark>对|把|从|由|向){MARK}",
                "「{}」后面没有词，话没有说完",
                holds=_stands_last,
            ),
        ),
    ),
    _hint(
        "joint_word_lost",
        "常用的说法漏了一个词，如「在取得的成绩上，」漏「基础」，「维护群众的合法，」漏「权益」。",
        "在去年取得的成绩上，我镇继续抓好落实。",
        "在去年取得的成绩的基础上，我镇继续抓好落实。",
        shapes_of(
            shape(
                rf"在{INSIDE}{{1,14}}(?P<mark>(?:成绩|成果|成效|经验)的?上)(?=[，,])",
                "「{}」疑漏「基础」：「在……的基础上」",
                holds=lambda p, m: "基础" not in clause_before(p, m.end("mark")),
            ),
            shape(
                r"(?P<mark>(?:实施|采取|开展|出台|推出|举办|制定|组织|研究)了系列)(?=[一-鿿]{2})",
                "「{}」疑漏「一」：「一系列」",
            ),
            shape(
                rf"(?P<mark>[一-鿿]{{2,3}}(?P<same>感|性|力|度)(?:和|与|、|以及)(?:使命|责任|紧迫|危机|荣誉|幸福|获得|认同|归属|必要|严肃|主动|创造|针对|实效|凝聚|战斗|执行|公信|知晓|满意|透明)){MARK}",
                "「{}」后面疑漏一个字",
            ),
            shape(
                rf"(?P<mark>维护了?(?:全[县镇市区]|社会|改革发展稳定)的?(?:社会)?大局|查处[^，,。；;\n]{{0,14}}不正之风(?:和|与|、)腐败){MARK}",
                "「{}」后面疑漏「稳定」「问题」",
            ),
            shape(
                r"(?<=[一-鿿](?:和|、))(?P<mark>经济)(?=提供|作出|做出|奠定|营造|创造)",
                "「{}」后面疑漏「发展」",
            ),
            shape(
                rf"(?P<mark>(?:维护|保障|保护)(?:了|好)?{INSIDE}{{0,14}}合法|(?:破除|破解)了?{INSIDE}{{0,14}}(?:体制机制|利益固化)){MARK}",
                "「{}」后面疑漏「权益」「障碍」一类的词",
            ),
        ),
    ),
)
