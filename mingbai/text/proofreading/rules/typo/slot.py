"""The noun that a set verb waits for, with one character taken for another of its look or sound: 「取得了一定成交」, 「打下坚实基拙」.

The written word may be a good word itself; only its place behind the verb shows the slip.
"""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import INSIDE, shape, shapes_of
from mingbai.text.proofreading.rules.typo.replaced import alike_of

# Verbs, and the nouns that end their clause.
_SLOTS = (
    ("取得|收到|获得|见到", "成效|成绩|成果|成就|成功|进展|突破|效果|实效|进步|胜利|效益|收获|经验"),
    ("打下|奠定|夯实|筑牢", "基础|根基|底子|地基|根本"),
    ("营造|创造|形成", "氛围|环境|条件|气氛|局面|格局|合力|机制|共识|风气|习惯|体系|意见|态势|声势"),
    (
        "提供|给予|作为",
        "保障|支撑|支持|服务|帮助|依据|便利|条件|保证|平台|动力|参考|指导|方便|援助|材料|渠道",
    ),
    ("发挥|起到", "作用|优势|效应|职能|功能|效能|效益|潜力|特长|余热"),
    ("采取|落实", "措施|办法|行动|方式|责任|政策|制度|任务|要求|到位|部署"),
    (
        "接受|加强|强化",
        "监督|检查|指导|领导|管理|培训|教育|宣传|审计|评议|咨询|服务|建设|配合|协调|学习|监管|沟通|考核|审核|防范",
    ),
    (
        "得到|受到|赢得",
        "好评|肯定|提高|提升|落实|解决|保障|欢迎|称赞|表彰|支持|信任|认可|改善|加强|增强|关注|重视|处理|答复|规范|尊重|处分|处罚|拥护",
    ),
    ("维护|保障", "权益|利益|稳定|秩序|安全|权利|形象|供应|民生|运转|尊严|平安"),
    ("拓宽|畅通|丰富", "渠道|途径|内容|形式|载体|领域|视野|思路|经验|生活"),
    (
        "提高|提升|增强|优化",
        "水平|效率|质量|能力|意识|认识|素质|效能|满意度|透明度|公信力|形象|环境|服务|流程|信心|实效",
    ),
    ("消除|排除|存在", "隐患|风险|顾虑|影响|障碍|问题|不足|差距|困难|矛盾|短板|险情|漏洞"),
)


def _is_alike(passage: Passage, match: re.Match[str]) -> bool:
    """One character of the word stands for one of its look or sound in a noun the verb waits for."""
    word = match["mark"]
    nouns = _NOUNS[match["verb"]]
    if word in nouns:
        return False
    return any(
        (word[0] == noun[0] and word[1] in alike_of(passage, noun[1]))
        or (word[1] == noun[1] and word[0] in alike_of(passage, noun[0]))
        for noun in nouns
        if len(noun) == len(word)
    )


_NOUNS = {verb: frozenset(nouns.split("|")) for verbs, nouns in _SLOTS for verb in verbs.split("|")}
_VERBS = "|".join(_NOUNS)
_MODIFIED = "一定|明显|显著|良好|较好|初步|新的|很大|丰硕|坚实|浓厚|有力|积极|重要|有效|充分|广泛|一致|高度|较大|更大|更好|强有力|可靠|切实|合法|多种"

RULES = (
    Rule(
        name="typo.slot_word",
        category="typo",
        severity="warning",
        explain="动词后面的名词有一个字写成了形近、音近的字，单看也许是一个词，放在这里不通：「取得了一定成交」应为「成效」，「奠定坚实基拙」应为「基础」。",
        fires="公开工作取得了一定成交，为下步工作奠定了坚实基拙。",
        passes="公开工作取得了一定成效，奠定了坚实基础，取得了合法手续。",
        find=shapes_of(
            shape(
                rf"(?P<verb>{_VERBS})了?(?:{INSIDE}{{0,10}}?的|(?:{_MODIFIED})的?)(?P<mark>[一-鿿]{{2}})(?=[，,。；;、])",
                "「{}」放在这里不通，疑有一个字写错了",
                "warning",
                _is_alike,
            ),
        ),
    ),
)
