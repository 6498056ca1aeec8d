"""An order in a paper on one matter of which no word stands anywhere else in it: 「饮用水源一级保护区内禁止放养畜禽」 in a scheme of village accounts.

Every sentence of a paper shares words with others: its people, its papers, its deeds. One that lays something down (要, 应, 严禁, 凭),
belongs plainly to some trade (data/trades.json) and has no word of content in common with title, headings and all other sentences
was pasted. What every paper on openness says (公示, 登记, 检查) is no word of content here.
"""

from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored, hint_of
from mingbai.text.proofreading.rules._speaker import in_quotes, matter_of
from mingbai.text.proofreading.rules.contradiction.scope import content
from mingbai.text.proofreading.rules.topic.deed import is_of_one_matter
from mingbai.text.proofreading.rules.topic.trade import Said, told_by

# What papers on openness say of any work.
_ANYWHERE = frozenset(
    "公开 公示 公布 发布 审核 监督 检查 管理 落实 制度 责任 工作 群众 单位 及时 进行 认真 加强 严格 做好 要求 情况 内容 信息 政务 办理 服务 使用 实行 定期 登记 台账 处理 结果 现场 张榜 签字 每周 每月 "  # noqa: SIM905
    "每季度 必须 应当 不得 严禁 禁止 人员 负责 一次 按照 规定 建立 健全 进一步 小组 季度 各村 村委会 资源 标准 公示栏 公开栏 张贴 上墙 清单 名单 保障 宣传 强化 企业 群众".split()
)
_KINDS = frozenset({"work_summary", "work_plan", "self_check", "annual_report", "other"})
_ORDERS = lazy.pattern(
    "(?:^|[，,])(?:各[^，,]{1,8}?|[^，,]{2,14}?)?(?:(?<![非需主重必只还首])要(?!求|素|点)|(?<![供相反对适响])应(?!急|当时|用|有尽)|须|必须|应当|严禁|禁止|不得|不准|凭)|由[^，,]{2,8}每[周月天日季]"
)
# What ties it to the paper, is told of others or is one of a list.
_TIED = lazy.pattern(
    "公示情况|典型案例|信息公开|政务公开|依申请|等(?:信息|情况|事项|工程|内容|工作)|联合|会同|配合|邀请|优先|免费|减免|其中|[；：:]$|例如|公布[^，]{2}|公开[^，]{4}|人大代表|政协|中心工作|统筹|[“「].*说|加\\d+分|扣\\d+分"
)
# Those who keep a business or a trade; every paper has sections, villages and members.
_OF_BUSINESS = lazy.pattern(
    "各(?!科|股|村|社区|组|小组|部门|单位|班|年级|站|所|支部|乡|街|镇|校|学校|局|办|级|类|项|有关|相关|成员|处室|院|片|网格|线|口|委|县|区|市|地|中心|党|窗口|责任|牵头|联络|信息|住户|家庭)[一-鿿]{2,6}?(?:要|须|应|必须|应当|不得|严禁)"
)
_FEWEST_SENTENCES, _FEWEST_WORDS, _WEIGHT, _LONGEST, _LISTED, _AT_MOST = 8, 3, 3, 70, 3, 2
# A long sentence wholly of one trade may have one word in common.
_MANY_WORDS, _HEAVY = 8, 6


def _strange(passage: Passage) -> Iterator[tuple[Said, str]]:
    sentences = passage.once(told_by).sentences
    if len(sentences) < _FEWEST_SENTENCES:
        return
    spoken = [content(passage.text[one.start : one.end]) - _ANYWHERE for one in sentences]
    often = Counter(word for words in spoken for word in words)
    often.update(content(matter_of(passage)))
    trades = Counter(trade for one in sentences for trade, weight in one.weight.items() if weight)
    for one, words in zip(sentences, spoken, strict=True):
        text = passage.text[one.start : one.end]
        if len(words) < _FEWEST_WORDS or len(text) > _LONGEST or text.count("、") > _LISTED:
            continue
        if not _ORDERS.search(text) or _TIED.search(text):
            continue
        trade, weight = max(
            ((trade, weight) for trade, weight in one.weight.items() if one.sure[trade]),
            key=lambda told: told[1],
            default=("", 0),
        )
        shared = sum(often[word] > 1 for word in words)
        heavy = len(words) >= _MANY_WORDS and weight >= _HEAVY
        named = _OF_BUSINESS.match(text) is not None and len(words) > _FEWEST_WORDS and not shared
        if named and weight < _WEIGHT:
            yield one, "别的行业"
        elif weight >= _WEIGHT and trades[trade] <= 1 + heavy and shared <= heavy:
            yield one, f"{trade}方面"


def _orders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.document.kind not in _KINDS or not is_of_one_matter(passage, matter_of(passage)):
        return
    met = [told for told in _strange(passage) if not in_quotes(passage, told[0].start)]
    for one, trade in met if len(met) <= _AT_MOST else ():
        said = f"这里要求的是{trade}的事，全文别处没有一个词提到它，疑为误贴的其他材料。"
        yield rule.finding(passage, one.start, one.end, said, suggestion="删去，或改为本文的内容")


_hint = hint_of("topic", "wrong_topic_paste")
_REST = "\n二、公开时间。村级财务每季度公开一次。\n三、公开程序。理财小组审核票据。\n四、公开形式。设置固定公开栏。\n五、村级财务公开情况由乡经管站检查。\n六、票据入账后归档。"

RULES = (
    _hint(
        "order_out_of_context",
        "讲一件事的材料里，孤零零有一句别的行业的要求，全文别处没有一个词提到它，多为误贴。",
        "红土乡村级财务公开实施方案\n一、公开内容。公开村级财务收支。\n饮用水源一级保护区内禁止放养畜禽和网箱养殖，由环保办每周巡查一次。"
        + _REST,
        "红土乡村级财务公开实施方案\n一、公开内容。公开村级财务收支。\n村级财务收支票据应当由理财小组审核，由乡经管站每季度检查一次。"
        + _REST,
        anchored("要 应 须 严禁 禁止 不得 不准 凭 每周 每月 每天 每日 每季", _orders),
    ),
)
