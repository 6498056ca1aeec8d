"""Heads that are lost behind their attribute and attributes that are lost before their head: 「强化内部，」, 「大局意识、意识、意识」, 「“、规范、高效”」;
words for a deed to come beside 「了」, 「着力提升了」; and deeds done for somebody with 「对」, 「对工作创造了条件」."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._parsing import CLAUSE, INSIDE, LETTER, MARK, shape, shapes_of

_DO = "强化|加强|完善|规范|狠抓|抓好|健全|严格|加大|深化|推进|提升|提高|落实"
_ATTRIBUTES = "内部|日常|年度|外部|财务|行政|领导干部|重点领域|专项|全程|常态"
_KINDS = "意识|观念|能力|建设|机制|作风|责任|制度|政府|队伍|管理|服务|思想"
_TO_COME = "着力|力求|力争|争取|旨在|尽力|致力|有望"
_GIVEN = "创造|提供|打下|奠定|营造"
_GIVEN_THINGS = "环境|条件|基础|便利|保障|氛围|支撑|依据|借鉴|经验|机会"


def _is_deed(passage: Passage, match: re.Match[str]) -> bool:
    return cut_of(passage).begins(match.start("mark"))


_BARE = shapes_of(
    shape(
        rf"{CLAUSE}(?:[一二三四五六七八九十]是|要|进一步|切实|不断|认真|并)*(?P<mark>(?:{_DO})(?:{_ATTRIBUTES}))(?=[，,。；;、])",
        "「{}」后面疑漏「管理」「工作」一类的词",
    ),
    shape(
        rf"(?P<mark>(?P<kind>{_KINDS})、(?P=kind))(?=[、”，,。；;和与])",
        "「{}」里后一个词前面疑漏了字",
        "warning",
    ),
    shape(
        rf"(?P<mark>[“‘（《]、)(?={LETTER})",
        "「{}」顿号前面疑漏了词",
        "warning",
    ),
    shape(
        rf"{CLAUSE}(?:{INSIDE}{{0,6}})?(?P<mark>(?:{_TO_COME}){LETTER}{{2}}了)(?!解)",
        "「{}」里「了」多余：前面说的是打算，还没有做成",
        "info",
        _is_deed,
    ),
    shape(
        rf"(?<!针)(?<!相)(?P<mark>对)(?!于此|此)(?:(?![为使给让，,。；;：:\n“”]).){{2,20}}(?:{_GIVEN})了{INSIDE}{{0,12}}(?:{_GIVEN_THINGS}){MARK}",
        "「{}」应为「为」",
    ),
    shape(
        rf"(?:组织|开展|举办|部署|启动)了?(?:第?[一二三四五六七八九十\d]+个)?(?P<mark>“[^“”，,。\n]{{2,12}}(?:月|周|年|行|大赛)”){MARK}",
        "「{}」后面疑漏「活动」",
    ),
    shape(
        r"(?:实现|完成|促进|推动|加快)了?(?P<mark>以)(?:(?!为)[^，,。；;：:\n]){2,14}(?:到|向)[^，,。；;：:\n]{2,14}(?:转变|跨越|转型|转移|过渡)",
        "「{}」应为「从」「由」",
    ),
    shape(
        r"(?P<mark>三个代表[”\"〞]?及重要思想)",
        "「{}」多出「及」",
        "warning",
    ),
    shape(
        r"(?:出生|死亡|参保|贫困|在册|参合|受益|流动)(?P<mark>总人)(?=\d)",
        "「{}」后面疑漏「数」「口」",
        "warning",
    ),
    shape(
        rf"{CLAUSE}(?P<mark>副(?!科|处|县|厅|局|乡|镇|村|组|主|书|院|校|园|所|站|队|班|总|经|食|本|业|作|产|刊|题|词|省|市|高|教|研|会|秘|行|司|检|大|支){LETTER}{{2,3}})(?=同志)",
        "「{}」里疑漏职务",
        "warning",
    ),
)
RULES = (
    Rule(
        name="typo.head_or_attribute_lost",
        category="typo",
        severity="info",
        explain="中心语或者修饰语漏了，或者小词用错：「强化内部，」「大局意识、意识」「着力提升了」「对工作创造了条件」。",
        fires="强化内部，树立政治意识、大局意识、意识，对工作创造了良好的条件。",
        passes="强化内部管理，树立政治意识、大局意识、责任意识，为工作创造了良好的条件。",
        find=_BARE,
    ),
)
