"""A deed that only a body of another trade does, told as one's own: 「提高医疗服务质量」 in a school's summary, 「少数教师」 in a hospital's."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, hint_of
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._parsing import clause_around, sentence_around
from mingbai.text.proofreading.rules._speaker import in_quotes, matter_of, speaker
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.rules.topic.sentence import home_words, keeps_to_one_matter
from mingbai.text.records import record

# Bodies that keep to their trade whatever the paper is about; a town or a county has to do with every trade.
_OF_ONE_TRADE = frozenset({"局", "校", "院", "社", "会", "馆", "中心", "委"})
_SORTS_OF_ONE_TRADE = frozenset(
    {"局", "校", "园", "医院", "社", "会", "馆", "委", "行", "公司", "法院", "检察院"}
)
_OF_EVERYTHING = lazy.pattern(
    "^会议(?:纪要|记录)$|政府工作报告|经济社会|社会发展|规划|大事记|民生实事|述职|讲话|年鉴|简介|概况|议案|提案|一封信|倡议|对口|协作|帮扶|结对|支援|合作|志愿|文明|组成人员|领导小组|职能|职责|三定|清单|目录|名单|乡村振兴"
)
_ADVERBS = "也|都|还|并|要|将|应|须|须要|必须|一定|今后|下一步|同时|以|以此|为|来|去|进一步|不断|切实|全面|继续|持续|努力|着力|大力|狠|扎实|认真|积极|严格|深入|有效|始终|牢牢|全力|稳步|统筹|重点|充分|主动|自觉|更好地?|大幅|明显|有力|高质量|真正|及时|确实|加快|一手|把"
_VERBS = "抓好|抓实|抓紧|抓牢|抓严|抓|做好|做实|做优|做强|提高|提升|加强|强化|深化|推进|推动|促进|完善|落实|贯彻|减轻|确保|保证|坚持|规范|改善|改进|优化|创新|健全|增强|加大|加快|开展|实施|组织|打造|办好|办|树立|严肃|严格|压实|夯实|守牢|狠抓|注重|重视|关注|营造|培育|培养|拓展|拓宽|扩大|稳定|保障|维护|服务|关心|关爱|实现|完成|力争|降低|缩短|杜绝|严禁|丰富|激发|聚焦|突出|创建|推广|提供|引导|教育|动员|督促|指导|做|搞好|探索|构建|造福|回报"
_DEED = lazy.pattern(rf"^(?:{_ADVERBS}){{0,4}}(?:{_VERBS})(?!的)")
_STAFF = lazy.pattern(
    "^(?:存在的?(?:主要)?(?:问题|不足)[：:是]?)?(?:[一二三四五]是)?(?:但|请|使|让|组织|要求|引导|教育|督促|动员)?(?:少数|个别|部分|极少数|极个别|有的|有些|全体|广大|各位|各|全市|全县|全区)(?:党员)?$"
)
_PLACES = lazy.pattern("人民政府|[镇乡村]|街道|社区")
_OF_PLACES = frozenset({"农业农村", "乡镇、村", "旅游经营"})
_NUMBER, _HEAD_OF_ITEM = lazy.pattern(r"[一二三四五六七八九十\d][）)、.．][ \u3000]*$"), 6
_BANKS = lazy.pattern("农村(?:商业|合作)银行|农村信用")
# 「各村民委员会，镇直各单位：」
_CALLED = lazy.pattern(r"(?:[，,][各镇乡县市驻局区][^，,。；;：:\n]{1,20}){0,4}[：:]")
_WITHIN = 18
_HEADED = lazy.pattern(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[条章]?[、，]?|[一二三四五六七八九十]是(?:要)?)?[ \u3000]*"
)
# What is made known, paid for or asked is the paper's matter whatever it names.
_TOLD_OF = lazy.pattern(
    "公开|公示|公布|发布|信息|宣传|解读|咨询|目录|清单|栏目|接待|补贴|补助|资金|经费|诉求|反映|投诉|提案|建议(?!设)|领域|事项|情况|方面|评议|走访|慰问|讲座|旁听"
)
# So often may the trade be spoken of elsewhere in the paper.
_ELSEWHERE, _AT_MOST = 2, 2


@record
class Trade:
    name: str
    bodies: re.Pattern[str]
    of: re.Pattern[str]
    home: re.Pattern[str]


def _trades(rows: Sequence[Entry]) -> dict[str, Trade]:
    return {
        row["trade"]: Trade(row["trade"], *(any_of(row[key].split()) for key in ("bodies", "of", "home")))
        for row in rows
    }


def _said_by(rows: Sequence[Entry]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Each word → the trades whose deed or whose people it names."""
    said: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows:
        for key in ("things", "people", "marks"):
            for word in row[key].split():
                said[word] = (*said.get(word, ()), (row["trade"], key))
    return said


_WORDS = table(("own_deeds",), _said_by)


def may_be_judged(passage: Passage) -> bool:
    title = matter_of(passage)
    if not title or _OF_EVERYTHING.search(title):
        return False
    if keeps_to_its_trade(passage) or re.search("公司|银行|信用社|集团", title):
        return True
    return is_of_one_matter(passage, title)


def is_of_one_matter(passage: Passage, title: str) -> bool:
    return keeps_to_one_matter(passage, title) or _names_its_matter(passage, title)


# What a title has beside its matter.
_BESIDE = lazy.pattern(
    r"[\dxX×*_〇○二]{2,4}[—\-至][\d]{2,4}|20\d\d|[上下]半年|第[一二三四1-4]季度|年度?|[一-四]季度|月份?|\d+|人民政府|办事处|委员会|办公室|关于|印发|转发|开展|做好|进一步|加强|推进|实施|工作|总结|计划|要点|方案|报告|汇报|情况|通知|意见|安排|全面|全[县市区镇乡]|[的及和与篇（）()《》、：:—\-\s]"
)
_BROAD = lazy.pattern(
    "^(?:重点|主要|年终|全年|政府|党委|党政|个人|部门|单位|乡镇|街道|镇|乡|村|社区|目标|任务|思路|打算|下步|下一步|半年|党建|党务|民生|经济|综合|督查|考核|目标管理|绩效|自查|自评|整改|巡察|巡视|主题教育|思想|作风|班子|领导班子)*$"
)


def _names_its_matter(passage: Passage, title: str) -> bool:
    """Whether the title says of what the paper is, beside whose it is and of what kind: 平安建设, 双拥."""
    own = speaker(passage)
    rest = title.replace(own.name, "") if own and own.name else title
    rest = _BESIDE.sub("", rest)
    return len(rest) > 1 and _BROAD.match(rest) is None


def keeps_to_its_trade(passage: Passage) -> bool:
    own = speaker(passage)
    if own is not None and own.kind in _OF_ONE_TRADE:
        return True
    # What only the title or the signature tells: 「县供销合作社联合社」, 「浅川县交通运输局」 under a reply.
    whose = own_of(passage)
    return whose is not None and bool(whose.ending) and whose.sort in _SORTS_OF_ONE_TRADE


def _clause_at(passage: Passage, place: int) -> tuple[int, int]:
    """The clause around a place, without the number it begins with."""
    start, end = clause_around(passage, place, place)
    headed = _HEADED.match(passage.text[start : place + 1])
    return start + (headed.end() if headed else 0), end


def _is_own_deed(clause: str, at: int, key: str, *, headed: bool) -> bool:
    """「努力提高医疗服务质量」, 「少数教师」, 「四、孕前优生检查到位」: a verb without another agent, staff of one's own, an item of the paper."""
    if key == "people" and _STAFF.match(clause[:at]):
        return True
    if key == "marks":
        return True
    if headed and key == "things" and at <= _HEAD_OF_ITEM:
        return True
    verb = _DEED.match(clause)
    return key == "things" and verb is not None and verb.end() - 2 <= at <= verb.end() + _WITHIN


def _deeds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not may_be_judged(passage):
        return
    trades = compiled(passage, ("own_deeds",), _trades)
    told: set[int] = set()
    for name, spans in _met(passage, trades).items():
        joined = _joined(passage, sorted(set(spans)))
        if len(joined) > _AT_MOST or not _is_foreign(passage, trades[name], joined):
            continue
        for start, end in joined:
            if start not in told:
                told.add(start)
                said = f"这里像是{name}的工作，与「{matter_of(passage).strip()[:24]}」的单位和内容不合，疑为套用别处的材料没有改净。"
                yield rule.finding(passage, start, end, said, suggestion="删去，或改为本单位的内容")


def _met(passage: Passage, trades: dict[str, Trade]) -> dict[str, list[tuple[int, int]]]:
    """The clauses that tell of deeds or people of other trades, by trade."""
    title = matter_of(passage)
    home = _BANKS.sub("银行", home_words(passage, title))
    if is_of_one_matter(passage, title):
        # A town has to do with every trade, its paper on one matter has not.
        narrow = _PLACES.sub("", home)
    else:
        narrow = home
    met: dict[str, list[tuple[int, int]]] = {}
    first = passage.prose[0] if passage.prose else (passage.start, "")
    for place, _, said in _WORDS.matches(passage):
        if place < first[0] + len(first[1]) or in_quotes(passage, place) and passage.text[place - 1] != "“":
            continue
        start, end = _clause_at(passage, place)
        clause = passage.text[start:end]
        called = _CALLED.match(passage.text, end, passage.end) is not None
        headed = _NUMBER.search(passage.text[max(passage.start, start - 4) : start]) is not None
        for name, key in said:
            at_home = trades[name].home.search(home if name in _OF_PLACES else narrow)
            if at_home or called or (key == "things" and _TOLD_OF.search(clause)):
                continue
            if key == "marks" and not keeps_to_its_trade(passage):
                continue
            if _is_own_deed(clause, place - start, key, headed=headed):
                met.setdefault(name, []).append((start, end))
    return met


def _joined(passage: Passage, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Clauses that follow each other, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and passage.text[joined[-1][1] : start] in {"，", ","}:
            joined[-1] = (joined[-1][0], end)
        elif not joined or start > joined[-1][0]:
            joined.append((start, end))
    return joined


def _is_foreign(passage: Passage, trade: Trade, spans: list[tuple[int, int]]) -> bool:
    """Whether the trade is spoken of hardly anywhere else, and no body of it in these sentences."""
    # The title has been looked at already.
    first = passage.prose[0] if passage.prose else (passage.start, "")
    elsewhere, reached = [], first[0] + len(first[1])
    for start, end in spans:
        low, high = sentence_around(passage, start, end)
        if trade.bodies.search(passage.text[low:start]) or trade.bodies.search(passage.text[end:high]):
            return False
        elsewhere.append(passage.text[reached : max(low, reached)])
        reached = max(high, reached)
    elsewhere.append(passage.text[reached : passage.end])
    return len(trade.of.findall("\n".join(elsewhere))) <= _ELSEWHERE


_hint = hint_of("topic", "wrong_topic_paste")

RULES = (
    _hint(
        "deed_of_other_trade",
        "学校的总结里写「提高医疗服务质量」，银行的报告里写「抓好农田水利」，是别的单位才做的事，多为套用时没有改净。",
        "桐坪县第二中学2023年校务公开工作总结\n我校坚持公开、公平、公正。\n今后将改进作风，努力提高医疗服务质量。",
        "桐坪县第二中学2023年校务公开工作总结\n我校坚持公开、公平、公正。\n今后将改进作风，努力提高教学质量，县医院到校体检。",
        _deeds,
    ),
)
