"""Lines of a site's page that are no sentences: its menu, its years, the card of the item, the words on its buttons."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import prose_with, waiting_for

# Entries of menus; two of them, or one beside years and short words, make a line a menu.
_MENU = (
    "首页 网站首页 首 页 政务公开 信息公开 政府信息公开 政务服务 办事服务 网上办事 在线服务 互动交流 政民互动 公众互动 走进 新闻中心 新闻动态 要闻动态 工作动态 通知公告 公示公告 图片新闻 政策文件 政策法规 政策解读 法规文件 数据开放 领导之窗 机构设置 机构职能 专题专栏 依申请公开 公开指南 公开年报 信息公开指南 信息公开年报 信息公开制度 法定主动公开内容"
    " 网站地图 联系我们 关于我们 设为首页 加入收藏 收藏本站 登录 注册 无障碍 无障碍阅读 无障碍浏览 长者模式 长者版 适老版 关怀版 老年版 繁体 繁体版 简体 手机版 移动版 邮箱 微博 微信 客户端 English 更多 退出 个人中心 智能问答 智能客服 热门搜索 搜索 检索 高级搜索 在线访谈 民意征集 领导信箱 县长信箱 区长信箱 市长信箱 局长信箱 下载中心 办事指南 今日更新 版权声明 网站声明 隐私声明 使用帮助"
)
_ENTRIES = frozenset(_MENU.replace("首 页", "").split())
# 「本级信息公开 | 部门信息公开 | 乡镇信息公开」
_ENTRY_ENDS = ("信息公开", "政务公开", "公开目录", "公开指南", "公开年报", "动态", "公告", "之窗", "信箱")
_BETWEEN = re.compile(r"\s*[|｜丨│┃/>＞»›·•]+\s*|\s{1,6}")
_BAR = re.compile(r"[|｜丨│┃]")
_PART, _LINE, _FEWEST_PARTS = 12, 160, 3
_YEAR_PART = re.compile(r"20\d\d年?度?|更多[>＞»›.…]*")
_MENU_WORDS = waiting_for(tuple(sorted(_ENTRIES)))

_LABELS = "索引号 索 引 号 信息索引 文号 发文字号 生成日期 成文日期 发文日期 发布日期 发布时间 公开日期 公开时间 发布机构 发文机关 发文单位 公开责任部门 责任部门 主题分类 信息分类 信息类别 所属分类 体裁分类 组配分类 服务对象分类 公开方式 公开范围 公开时限 公开形式 有效性 效力状态 有效期 生效日期 失效日期 废止日期 内容概述 信息名称 主题词 关键词 关键字 浏览次数 访问次数 信息来源 统一编号 有效状态 语种 部门 发布部门 当前栏目 所属栏目 栏目 点击 点击率 点击数 点击次数 浏览 浏览量 阅读 阅读量 字号 来源 作者 编辑 责任编辑 供稿 撰稿 录入 发布人 发布者"
_LABEL = lazy.pattern(
    f"(?:{'|'.join(sorted(map(re.escape, _LABELS.replace('索 引 号', '').replace('  ', ' ').split()), key=len, reverse=True))}|索\\s?引\\s?号|标\\s?题|名\\s?称|文\\s?号)[\\]】]?\\s*[：:]"
)
_LABEL_WORDS = waiting_for(
    ("文号", "日期", "时间", "机构", "机关", "分类", "公开方式", "有效性", "关键词", "关键字", "索引", "次数", "时限", "主题词", "概述", "点击", "浏览", "阅读", "字号", "编辑", "录入", "供稿", "发布人", "发布者")
)  # fmt: skip
_FEWEST_LABELS = 2
_BLANK = re.compile(r"[ \t\u3000]")

# What stands on buttons and beside texts, alone in its line.
_BUTTON = lazy.pattern(
    r"[>＞»›▲▼◆★☆【\[（(\s]*(?:正\s?文(?:内容)?|(?:Skip|skip) to (?:main )?(?:content|navigation)|(?:Back to )?(?:TOP|Top)|返回(?:顶部|首页|上页|上一页|列表)?|页面纠错|我要纠错|纠错|展开(?:全文|更多)?|收起(?:全文)?|阅读全文|查看(?:全文|更多|详情)|加载更多|点击(?:查看|下载|播放|收听)(?:全文|附件|音频)?|语音播报|朗读|附件[：:]?\s*(?:暂无|无)|暂无(?:附件|数据|内容|评论|图片)|没有了|相关(?:链接|文件|解读|信息|稿件|新闻|阅读|附件|专题)[：:]?|相关文档下载|文件下载|附件下载[：:]?|图解[：:]?|一图读懂[：:]?|扫码(?:阅读|查看|分享|关注)[一-鿿]{0,4}|[—－-]{1,3}\s?完\s?[—－-]{1,3}|手机(?:查看|阅读|扫码)|微信扫(?:一扫|码)|(?:大|中|小)?字(?:号|体)\s?[：:]?\s?(?:\[?(?:大|中|小|默认|超大|特大)\]?\s?){2,4}|我要打印|打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|保存|下载|分享|点赞|评论|举报|复制链接|听全文|问政|无障碍|长者模式|主办单位|承办单位|网站标识码)[>＞»›▲▼】\]）)\s]*$"
)
_TOOLS = lazy.pattern(
    r"(?P<mark>[\[【(（]\s?(?:字\s?[号体][：:]?\s?)?(?:大\s+中\s+小|大\s?中\s?小|我要(?:打印|纠错|收藏|分享)|打印(?:本页|正文)?|关闭(?:窗口|本页)?|收藏(?:本页)?|保存本页|返回(?:顶部|列表|首页)?)\s?[\]】)）])"
)
_BUTTON_WORDS = waiting_for(
    ("正文", "正 文", "kip to", "TOP", "Top", "返回", "纠错", "全文", "更多", "详情", "播报", "朗读", "暂无", "附件", "没有了", "相关", "下载", "图解", "一图读懂", "扫", "字号", "字体", "打印", "关闭", "收藏", "保存", "分享", "点赞", "评论", "举报", "复制链接", "无障碍", "长者", "主办单位", "承办单位", "网站标识码", "点击", "大 中 小", "大中小", "手机", "问政", "完 —", "完—", "完-", "完 -")
)  # fmt: skip
_LONGEST_BUTTON = 24
_BARE = lazy.pattern(r"\s*[一-鿿]")


def is_menu(line: str) -> bool:
    """Whether the line is a row of short words such as menus have, with bars or blanks between them."""
    if len(line) > _LINE or any(mark in line for mark in "。，,；;"):
        return False
    parts = [part for part in _BETWEEN.split(line.strip(" |｜")) if part]
    if len(parts) < _FEWEST_PARTS or max(map(len, parts)) > _PART:
        return False
    entries = sum(
        part.strip(">＞»›:：") in _ENTRIES or part.startswith("走进") or part.endswith(_ENTRY_ENDS)
        for part in parts
    )
    years = sum(_YEAR_PART.fullmatch(part) is not None for part in parts)
    barred = len(_BAR.findall(line)) >= 2
    return entries >= 3 or (barred and entries + years >= 2)


def _menus(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _MENU_WORDS):
        offset, line = passage.prose[place]
        if is_menu(line):
            said = "这一行是网站的栏目和按钮，不是文稿的内容。"
            yield rule.finding(passage, offset, offset + len(line), said, suggestion="删去")


def _cards(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「索引号：… 文号：… 生成日期：…」, and a row of labels that stand there empty."""
    for place in prose_with(passage, _LABEL_WORDS):
        offset, line = passage.prose[place]
        if len(line) <= _LINE and "。" not in line and _LABEL.match(line):
            labels = len(_LABEL.findall(line))
            if labels > _FEWEST_LABELS or (labels == _FEWEST_LABELS and _BLANK.search(line)):
                said = "这一行是网页上的信息卡片（索引号、文号、日期等），不是文稿的内容。"
                yield rule.finding(passage, offset, offset + len(line), said, suggestion="删去")


_ALONE = lazy.pattern(rf"[•·●◆■\-–*\s]{{0,4}}(?:{_LABEL.pattern})\s*[^。；;\n]{{0,40}}$")
_LABELS_TOGETHER, _NEAR = 3, 2


def _columns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The labels of a card in lines of their own, each with its value behind or below it."""
    lines = passage.prose
    run: list[int] = []
    for place in [*prose_with(passage, _LABEL_WORDS), len(lines) + _NEAR + 1]:
        labelled = place < len(lines) and _ALONE.match(lines[place][1]) is not None
        if place < len(lines) and not labelled:
            continue
        if run and place - run[-1] > _NEAR:
            if len(run) >= _LABELS_TOGETHER:
                start, (last, line) = lines[run[0]][0], lines[run[-1]]
                said = "这几行是网页上的信息卡片（索引号、文号、日期等），不是文稿的内容。"
                yield rule.finding(passage, start, last + len(line), said, suggestion="删去")
            run = []
        run.append(place)


def _buttons(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _BUTTON_WORDS):
        offset, line = passage.prose[place]
        if len(line) <= _LONGEST_BUTTON and _BUTTON.match(line):
            said = "这一行是网页上的按钮，不是文稿的内容。"
            # Without a sign before it, 「正文」 may also be a heading of the paper's own.
            severity: Severity = "warning" if _BARE.match(line) else rule.severity
            yield rule.finding(
                passage, offset, offset + len(line), said, suggestion="删去", severity=severity
            )
            continue
        for match in _TOOLS.finditer(line):
            said = "这是网页上的按钮，不是文稿的内容。"
            start, end = match.span("mark")
            yield rule.finding(passage, offset + start, offset + end, said, suggestion="删去")


RULES = (
    Rule(
        name="web.menu_line",
        category="web_residue",
        severity="error",
        explain="「首页 | 政务公开 | 办事服务 | 互动交流」这样一行是网站的栏目，从网页复制时带了进来。",
        fires="首 页 | 走进白杨 | 政务公开 | 办事服务 | 互动交流\n白杨镇2023年政务公开工作总结\n我镇认真落实。",
        passes="设置“首页、政务公开、办事服务、互动交流”四个栏目，分别由党政办、便民服务中心更新。",
        find=Waiting(_MENU_WORDS, _menus),
    ),
    Rule(
        name="web.card_line",
        category="web_residue",
        severity="warning",
        explain="「标题：… 文号：… 生成日期：…」是政府网站上信息的卡片，不是文件的内容。",
        fires="标题：白杨镇2023年政务公开工作总结 文号： 生成日期：2024-01-20\n我镇认真落实。",
        passes="附表：文号一栏填写发文字号，生成日期一栏填写成文日期。",
        find=Waiting(_LABEL_WORDS, _cards),
    ),
    Rule(
        name="web.card_column",
        category="web_residue",
        severity="warning",
        explain="「索引号：」「主题分类：」「发文机构：」各占一行，是政府网站上信息的卡片。",
        fires="索引号：\n003/2024-02\n主题分类：\n发文机构：白杨镇\n发布日期：2024-01-20\n白杨镇2023年政务公开工作总结\n我镇认真落实。",
        passes="填写要求\n发文字号：按发文登记簿填写。\n白杨镇2023年政务公开工作总结\n我镇认真落实。",
        find=Waiting(_LABEL_WORDS, _columns),
    ),
    Rule(
        name="web.shown_in_part",
        category="web_residue",
        severity="error",
        explain="「仅展示327字，全文共616字」「您肯定有话要说吧」是网站的话。",
        fires="我镇认真落实。\n仅展示327字，全文共616字",
        passes="我镇认真落实，报告全文共六个部分。",
        find=searching(
            r"仅(?:展示|显示|提供)(?:前)?\d{1,6}(?:字|页|%)[^。\n]{0,20}|(?:全文|本文|正文)(?:共|约)\d{2,6}字|还(?:剩|有)\d{1,4}页未读|余下全文|您肯定有话要说吧?[^。\n]{0,40}|我们期待与您沟通|以下内容(?:需|须)[^。\n]{0,12}(?:登录|付费|购买)[^。\n]{0,8}",
            "这是网站上的话，不是文稿的内容。",
            suggestion="删去",
            near="仅展示 仅显示 仅提供 全文共 全文约 本文共 本文约 正文共 页未读 余下全文 有话要说 期待与您 以下内容",
        ),
    ),
    Rule(
        name="web.button_line",
        category="web_residue",
        severity="error",
        explain="「>>正文」「附件：暂无」「[我要打印]」等是网页上的按钮。",
        fires=">>正文\n白杨镇2023年政务公开工作总结\n我镇认真落实。",
        passes="会议决定正文印发各村，附件由党政办保存，不再打印。",
        find=Waiting(_BUTTON_WORDS, _buttons),
    ),
)
