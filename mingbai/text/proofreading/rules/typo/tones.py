"""Words of blame for good deeds and words of praise for bad ones: 「大肆宣传惠民政策」, 「民兵处心积虑加固堤坝」, 「荣获通报批评」.

Such words are right where wrong is told of. So who or what is good must stand beside them in the clause, and nothing bad in the
sentence.
"""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import Finder
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._parsing import (
    clause_before,
    clause_behind,
    sentence_around,
)

# Whatever speaks of wrong, of its denial or of those who are fought.
_BAD = lazy.pattern(
    "[乱骗假黑恶霸毒赌盗抢贪贿腐淫嫖匪敌谣邪污害祸灾病疫伤亡死逃躲瞒欺逼虐暴罪罚诉怨恨劣滥奢侈浪费炒讹诈违禁防反忌勿莫歪弱差坏丑]"
    "|非法|不法|不正|不良|不实|不得|不能|不准|不要|不许|不可|不敢|不会|不搞|不再|绝不|决不|从不|并非|没有|破坏|攻击|诋毁|传销|走私|分裂|打击|遏制|制止|杜绝|严禁|纠正|查处|克服|警惕|抵制"
    "|避免|少数|个别|有的|有些|一些|某些|问题|隐患|矛盾|纠纷|垃圾|广告|商家|商贩|老板|利益|私|小报|噪|尘|烟|火|草|虫|细菌|病毒|蚊|鼠|思想|情绪|形式主义|官僚|特权|失信|挥霍|铺张|封建|旧社会|侵略|战争|日军|国民党|反动|帝国"
)
# In these the same characters tell of good work.
_NEUTRAL = lazy.pattern("抢[险修救收种抓]|防[汛火疫灾控洪]|[救抗减防]灾|灾[后区民]|污水|敌情|危房|险情|灾情")
_GOOD_ACTORS = "党员|干部|群众|民兵|志愿者|医务人员|教师|老师|代表|职工|工作人员|网格员|民警|官兵|消防员|保洁员|护林员|调解员|村民|居民|农户|学生|全[县镇乡局村校体院街市区]|我[县镇乡局村校院街市区们]|各[村单校部支县镇乡级]|领导"
_GOOD_MATTERS = (
    "宣传|表扬|推广|宣讲|弘扬|表彰|报道|倡导|植树|造林|绿化|培训|招商|引进|修建|扶持|帮扶|帮助|培养|普及|学习|服务|脱贫|致富|发展|建设|创建|抢险|救灾|防汛|支持|落实|推进|完成|参与|参加|投身|投入|争先|创先"
    "|好评|成绩|成效|经验|政策|文明|公益|捐款|募捐|慰问|活动|公开|改革|创新|先进|典型|示范|模范|正能量|新风|热情|积极性|热潮|队伍|人才|任务|目标|工作|义务|爱心|孝心|奉献|人民|守护|孩子|钻研|爱岗|敬业|扎根|耕耘|救治|照顾|护理|教书|育人|科研|攻关|值守|坚守|劝导|打扫|创业|增收|丰收|榜样|信任|赞扬|点赞|获得感|幸福感|优质|特色产业|合作社|富裕|小康|振兴"
)
_GOOD = lazy.pattern(f"{_GOOD_ACTORS}|{_GOOD_MATTERS}")
# What a verb of blame must not take, and a noun of blame must not be of.
_GOOD_OBJECT = lazy.pattern(
    r"^了?(?:[一-鿿]{0,4}?)(?:党员|干部|群众|民兵|志愿者|职工|村民|居民|热情|积极性|正能量|新风|好评|赞扬|爱心|文明|先进|经验|典型|优质|示范|模范|特色|小康|富裕|成绩|成效|工作方案|实施方案|工作队|宣传队|服务队|突击队|良好|浓厚|奉献|创新|荣誉)"
)
_GOOD_ATTRIBUTE = lazy.pattern(
    r"(?:良好|较好|很好|显著|明显|可喜|丰硕|预期|满意|优异|喜人|理想|圆满|积极|优秀|先进)的?$"
)
_BLAME_BEHIND = lazy.pattern(
    r"^了?(?:[^，,。；;：:]{0,14}?)(?:处分|通报批评|批评|警告|差评|处罚|倒数|末位|投诉|黄牌|问责|谴责|骂名|约谈|罚款)"
)
_WRONGDOERS = lazy.pattern(
    "(?:不法分子|犯罪分子|犯罪嫌疑人|嫌疑人|违法人员|违法分子|涉案人员|骗子|歹徒|小偷|盗贼|黑恶势力|犯罪团伙|诈骗团伙|赌博团伙|偷猎者|盗猎者|违法者|违规者|毒贩|传销人员|不法商贩|不法商家|违规企业)[^，,。；;作与和]{0,10}$"
)
_WRONGS_AROUND = lazy.pattern(
    "(?:违法|违规|违纪|违建|犯罪|不法|诈骗|偷排|骗保|传销|贪腐|腐败|乱象|隐患|事故|纠纷|欠债|债务|案件|投诉|假冒|伪劣|赌博|盗采|盗伐|失信|烂尾|污染)"
)
_BEATEN = lazy.pattern(
    "打击|整治|治理|查处|遏制|斗争|工作|行动|防范|举报|宣传|排查|化解|清零|破获|侦破|没有|未|不"
)
_FLOURISHED = lazy.pattern(
    rf"^了?(?:一批|大量|许多|很多|不少|一些|的)?(?:[一-鿿]{{0,4}}?){_WRONGS_AROUND.pattern}"
)

Verdict = tuple[str, str]


def _tones(rows: Sequence[Entry]) -> dict[str, Verdict]:
    return {word: (row["tone"], row["instead"]) for row in rows for word in row["words"].split()}


_TONES = table(("tones",), _tones)


def _sentence_without(passage: Passage, start: int, end: int) -> str:
    low, high = sentence_around(passage, start, end)
    return _NEUTRAL.sub(" ", passage.text[low:start] + "\n" + passage.text[end:high])


def _is_fair(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence around tells of nothing bad."""
    return _BAD.search(_sentence_without(passage, start, end)) is None


def _adverb(passage: Passage, start: int, end: int) -> bool:
    low, high = sentence_around(passage, start, end)
    near = passage.text[max(low, start - 16) : start] + "\n" + passage.text[end : min(high, end + 12)]
    return _GOOD.search(near) is not None and _is_fair(passage, start, end)


def _verb(passage: Passage, start: int, end: int) -> bool:
    good = _GOOD_OBJECT.search(clause_behind(passage, end)) is not None
    return good and _is_fair(passage, start, end)


def _noun(passage: Passage, start: int, end: int) -> bool:
    before = clause_before(passage, start)
    return _GOOD_ATTRIBUTE.search(before) is not None and _is_fair(passage, start, end)


def _for_blame(passage: Passage, start: int, end: int) -> bool:
    return _BLAME_BEHIND.search(clause_behind(passage, end)) is not None


def _of_wrongdoers(passage: Passage, start: int, end: int) -> bool:
    return (
        _WRONGDOERS.search(clause_before(passage, start)) is not None
        and _BEATEN.search(clause_behind(passage, end)) is None
    )


def _flourish(passage: Passage, start: int, end: int) -> bool:
    behind = clause_behind(passage, end)
    found = _FLOURISHED.search(behind)
    return found is not None and _BEATEN.search(behind) is None


_HOLDS = {
    "harsh_adverb": _adverb,
    "harsh_verb": _verb,
    "harsh_noun": _noun,
    "praise_for_bad": _for_blame,
    "praise_bad_deed": _of_wrongdoers,
    "praise_flourish": _flourish,
}


def _misplaced(passage: Passage) -> tuple[tuple[int, int, Verdict], ...]:
    return tuple(
        (start, end, verdict)
        for start, end, verdict in _TONES.matches(passage)
        if not passage.in_web_residue(start)
        and not is_quoted(passage.text, start, end)
        and cut_of(passage).begins(start)
        and _HOLDS[verdict[0]](passage, start, end)
    )


def _named(instead: str) -> str:
    """「大力」「广泛」一类的词; a kind of word, 「中性或褒义的名词」, as it is."""
    return instead if "的" in instead else f"「{instead.replace('、', '」「')}」一类的词"


def _finder(praise: bool) -> Finder:
    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for start, end, (tone, instead) in passage.once(_misplaced):
            if tone.startswith("praise") == praise:
                word = passage.text[start:end]
                said = "褒义词，这里说的是坏事" if praise else "贬义词，这里说的是好事"
                yield rule.finding(
                    passage, start, end, f"「{word}」是{said}，换用{_named(instead)}，请核对。"
                )

    return find


RULES = (
    Rule(
        name="typo.blame_for_good",
        category="typo",
        severity="warning",
        explain="贬义词用来说好事：「大肆宣传惠民政策」「民兵处心积虑加固堤坝」「滋生正能量」「取得良好后果」。",
        fires="各村大肆宣传惠民政策，取得良好后果。",
        passes="各村大力宣传惠民政策，取得良好效果。违法分子大肆宣传封建迷信，严禁肆意占用耕地。",
        find=given(_misplaced, _finder(praise=False)),
    ),
    Rule(
        name="typo.praise_for_bad",
        category="typo",
        severity="warning",
        explain="褒义词用来说坏事：「荣获通报批评」「不法分子再接再厉」「涌现出一批违法建设」。",
        fires="该单位荣获全县通报批评，辖区涌现出一批违法建设。",
        passes="该单位荣获全县通报表扬，辖区涌现出一批先进典型，受到通报批评。",
        find=given(_misplaced, _finder(praise=True)),
    ),
)
