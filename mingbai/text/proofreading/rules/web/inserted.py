"""What a site set into the sentences of a paper: names spelt apart against search, its own words in brackets, calls of scripts."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import prose_with, waiting_for
from mingbai.text.site_words import CONTACT, SAID_TO_READERS, is_of_the_site

# Steps and levels are parted so on purpose: 「县·乡·村·组」.
_LEVELS = frozenset(
    "省市州县区旗乡镇村组户社街党政军民学思践悟查改望闻问切德能勤绩廉春夏秋冬东西南北中一二三四五六"
)


def _is_a_row(passage: Passage, match: re.Match[str]) -> bool:
    letters = re.sub(rf"[^{HAN}]", "", match.group())
    return len(_LEVELS & set(letters)) * 2 >= len(letters) or mentioned(passage, match)


_SHORTEST_TITLE, _LONGEST_TITLE = 8, 40
# What a paper itself does with its name.
_NAMES_ITSELF = lazy.pattern(
    "(?:将|现将|就|题为|即|为|报送|提交|形成|审议|通过|印发|制定|公布|发布|编制|听取|作|做|本|该)$"
)


def _own_title_inside(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The paper's own title set into the middle of a sentence, between two clauses: 「监督公开12期，乡镇述职报告收集意见15条」."""
    title = passage.document.title or ""
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE:
        return
    for offset, line in passage.prose[1:]:
        at = line.find(title)
        if at <= 0 or len(line) < at + len(title) + _FEWEST_LETTERS:
            continue
        behind = line[at + len(title)]
        if line[at - 1] in "，。；" and re.match(f"[{HAN}]", behind) and not _NAMES_ITSELF.search(line[:at]):
            said = "这里又插进了文稿的标题，与上下文没有关系。"
            yield rule.finding(passage, offset + at, offset + at + len(title), said, suggestion="删去")


_BRACKETED = lazy.pattern(r"[（(【\[〔〖［](?P<inside>[^（()）【】\[\]〔〕〖〗［］\n]{3,60})[）)】\]〕〗］]")
_SENTENCES = lazy.pattern(r"(?:^|(?<=[。！!？]))[^。！!？\n]{6,60}(?:[。！!]|$)")
_NAMED = ("本站", "本网站", "网友", "小编", "下载", "点击", "收藏", "转载", "分享", "会员", "文档", "扫码", "点赞", "投稿", "试读", "版权", "浏览器", "阅读原文", "购买", "样本", "查看", "图片", "素材", "预览", "关注", "转自", "正文", "下一页", "上一页", "返回", "编辑", "登录", "评论", "音频", "推荐", "热门", "阅读", "打开", "体验")  # fmt: skip
_SITE = waiting_for(_NAMED)
_FEWEST_LETTERS = 8


def _site_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Brackets and whole sentences with little in them but what a site says of itself."""
    for place in prose_with(passage, _SITE):
        offset, line = passage.prose[place]
        pieces = [(m.start(), m.end(), m["inside"], True) for m in _BRACKETED.finditer(line)]
        if len(line) > _FEWEST_LETTERS:
            pieces += [(m.start(), m.end(), m.group(), False) for m in _SENTENCES.finditer(line)]
        reached = 0
        for start, end, words, bracketed in sorted(pieces):
            # 「（点击“我要举报”）」 beside the name of an account is advice; a sentence of the site's speaks to the reader.
            own = CONTACT.match(line) if bracketed else not SAID_TO_READERS.search(words)
            if start >= reached and not own and is_of_the_site(words.rstrip("。！!"), bracketed):
                reached = end
                said = "这是网站说的话，不是文稿的内容。"
                yield rule.finding(passage, offset + start, offset + end, said, suggestion="删去")


RULES = (
    Rule(
        name="web.name_spelt_apart",
        category="web_residue",
        severity="warning",
        explain="文章网站把自己的名字拆开（「文·秘·之·家」「转 载自文 秘 网」）插在句子里，躲过检索。",
        fires="强化组织领导，提高工作文·秘·之·家能力。",
        passes="完善县·乡·村·组四级网络，坚持“学·思·践·悟”相结合。",
        find=searching(
            rf"(?<![·.．・•*_-])[{HAN}](?P<sign>[·.．・•*_-])[{HAN}](?:(?P=sign)[{HAN}]){{2,8}}(?![·.．・•*_-])|[（(【\[][^（()）\n]{{0,12}}(?:转\s{{1,2}}载|转载自?\s?[{HAN}]{{1,3}}\s[{HAN}]|文\s{{1,2}}秘|范\s{{1,2}}文|来\s{{1,2}}源\s?[:：自])[^（()）\n]{{0,24}}[）)】\]]",
            "「{}」是网站的名字拆开后插进来的，与上下文没有关系。",
            suggestion="删去",
            near="· . ． ・ • * _ - （转 (转 【转 [转 秘 范 源",
            unless=_is_a_row,
        ),
    ),
    Rule(
        name="web.site_words_inside",
        category="web_residue",
        severity="warning",
        explain="段落里有一句话、一个括号全是网站的用语（「（点击图片放大浏览）」「请登录后下载全文」），不是文稿的内容。",
        fires="全年公开信息120条（请登录后下载全文阅读）。",
        passes="群众可登录县政府网站下载申请表，也可（扫码登记）到窗口领取。",
        find=Waiting(_SITE, _site_words),
    ),
    Rule(
        name="web.own_title_inside",
        category="web_residue",
        severity="info",
        explain="文稿的标题又插在句子中间，是范文网站为检索加上的。",
        fires="白杨镇2023年政务公开工作总结\n我镇监督村务公开12期，白杨镇2023年政务公开工作总结收集群众意见15条。",
        passes="白杨镇2023年政务公开工作总结\n现将白杨镇2023年政务公开工作总结报告如下。",
        find=_own_title_inside,
    ),
    Rule(
        name="web.missing_piece",
        category="web_residue",
        severity="warning",
        explain="「【此处图片已被删除】」「[视频无法显示]」是网页上没有带过来的图片、附件的位置。",
        fires="开展作风建设年活动，【此处图片已被删除】进一步转变作风。",
        passes="全年公开（含图片、视频）信息120条，删除（失效链接）3处。",
        find=searching(
            r"[【\[（(](?:此处|这里|原文|下方|上方|点击|该|本)?[^】\]）)\n]{0,6}(?:图片|照片|视频|音频|附件|表格|图表|链接|文件)[^】\]）)\n]{0,6}(?:删除|无法显示|不能显示|显示不出|失效|丢失|加载失败|不支持|未上传|已过期|无法打开|待补)[^】\]）)\n]{0,6}[】\]）)]",
            "「{}」是网页上没有带过来的内容。",
            suggestion="删去，或把内容补上",
            near="图片 照片 视频 音频 附件 表格 图表 链接 文件",
            unless=mentioned,
        ),
    ),
    Rule(
        name="web.script_call",
        category="web_residue",
        severity="error",
        explain="「(adsbygoogle = …).push({});」是广告和统计的脚本，从网页复制时带了进来。",
        fires="刑事发案率下降8%。(adsbygoogle = window.adsbygoogle || []).push({});",
        passes="发案率（同比）下降8%，push服务（推送）已开通。",
        find=searching(
            r"\(?(?:adsbygoogle|googletag|_gaq|_czc|_hmt|_paq|BAIDU_\w{2,20}|cpro_\w{2,20}|mediav_\w{2,20}|tanx_\w{2,12}|duoshuo\w{0,12}|jiathis\w{0,12}|bdshare\w{0,12}|MathJax)\b[^\n一-鿿]{0,80}|(?<![A-Za-z])[a-zA-Z_$][\w$.]{0,24}\([^()\n一-鿿]{0,40}\);(?:\s?[})]{1,3};?)?",
            "「{}」是网页的脚本。",
            suggestion="删去",
            near="adsbygoogle googletag _gaq _czc _hmt _paq BAIDU_ cpro_ mediav_ tanx_ duoshuo jiathis bdshare MathJax );",
        ),
    ),
    Rule(
        name="web.said_to_the_reader",
        category="web_residue",
        severity="error",
        explain="「您现在阅读的是……」「>>>更多范文：……」是网站对读者说的话，插在段落里。",
        fires="监管力量不足。您现在阅读的是农机安全工作总结（2）",
        passes="请您现在阅读办事指南，更多服务事项见公开栏。",
        find=searching(
            r"(?:您|你)(?:现在|正在|当前|目前)(?:所)?(?:阅读|浏览|查看|访问)的?(?:是|文章|内容|页面|位置)[^。\n]{0,50}|(?<=[。！？”）])\s?[>》＞]{2,4}\s?(?:更多|相关|推荐|点击|查看|阅读|下一)[^。\n]{2,50}|(?<=[。！？])[^。，；\n]{0,10}(?:推荐阅读|相关阅读|延伸阅读|热门推荐|猜你喜欢|相关推荐)[^。，；\n]{0,20}$|返回[一-鿿]{2,4}[，,]\s?查看更多|(?<=[。；，）])[一-鿿\d]{4,30}由[一-鿿]{2,10}(?:友情|独家|精心|倾情)(?:提供|整理|分享|编写|推荐)",
            "这是网站对读者说的话，不是文稿的内容。",
            suggestion="删去",
            near="友情提供 友情整理 友情分享 独家提供 独家整理 独家分享 精心整理 精心提供 精心编写 倾情 推荐阅读 相关阅读 延伸阅读 热门推荐 猜你喜欢 相关推荐 查看更多 您现在 您正在 您当前 您目前 你现在 你正在 >> 》》 ＞＞",
            flags=re.MULTILINE,
        ),
    ),
)
