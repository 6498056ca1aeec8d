"""Lines made of labels and values alone: the card of an item, who sent it in and when, the buttons beside it."""

import re

from mingbai.text import lazy

DATE = r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
CLOCK = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"

PUBLISH_LABELS = (
    "发布时间|发布日期|发文时间|发表时间|发表日期|更新时间|更新日期|添加时间|上传时间|录入时间|信息时间|生成日期|时间|日期|来源|信息来源|文章来源"
    "|稿件来源|稿源|作者|供稿|撰稿|撰稿人|录入|录入人|录入者|编辑|责任编辑|责编|审核|审核人|签发|签发人|校对|发布人|发布者|发布机构|发布单位|信息员"
    "|阅读次数|阅读量|阅读数|阅读|浏览次数|浏览量|浏览数|浏览|点击次数|点击率|点击数|点击量|点击|访问次数|访问量|人气|热度|网站|移动端|字数|所属栏目"
    "|文章分类|访问|下载次数|资料大小|文档格式|投稿|索\\s?引\\s?号|索引|主题分类|组配分类|分类|信息分类|体裁分类|服务对象|公开范围|公开对象|公开类别|公开方式|公开日期|公开时间|公开形式|公开程序|公开时限"
    "|责任部门|有效性|是否有效|文号|发文字号|名称|内容概述|关键词|关键字|主题词|来信时间|处理状态|满意度|责任编辑|编审|责审|终审|一审|二审|三审|初审|复审|监制|摄影|图文|通讯员"
    "|文档编号|资料编号|翻新时间|归档时间|整理时间|投稿时间|投稿人|核稿|核稿人|撰文|供稿单位|报送单位|信息提供|值班编辑|值班编委|所属分类|所在栏目|栏目|标签|文档页数|资料格式|文件格式|文档大小|收藏数|评论数|转发量|点赞数|上传日期|刊发日期|刊发时间|刊登日期|刊登时间|见报日期|版次|语音阅读|发布|更新|创建时间|最后更新|最后修改|来稿单位|审稿|审签|网络编辑|新媒体编辑|本期编辑|新闻热线|报料热线|新闻报料|投稿邮箱|(?:该)?文章所属专题|所属专题|图片来源|作者单位|发表于|收录时间|已读|未读|阅读对象|发布科室|报送科室|发布部门|级别|紧急程度|网页设计|美术设计|总访问|归档时间"
    "|信息索取号|索取号|文章编号|编号|文件编号|成文日期|发文日期|发文机关|发文机构|发布文号|信息索引|效力状态|废止日期|生效日期|失效日期|页数|格式|大小|文件大小|上传人|上传者|ID|生成时间|公文种类|语种|载体类型|记录形式|信息格式|文档热度|等级|编稿时间|范文编号|作品编号|稿件编号|信息编号|发稿时间|采编|采写|整理人|浏览人数|阅读人数|发布部门|信息状态|公开属性|关键词语"
)
TOOL_LABELS = (
    "我要打印|字号|字体大小|文字大小|字体显示|字体|背景色|视力保护色|保护视力色|打印本页|打印此页|打印|关闭窗口|关闭本页|关闭|收藏本页|收藏|加入收藏|复制链接"
    "|复制|关联导读|关联阅读|关联稿件|相关导读|全文复制|正文复制|复制全文|复制正文|复制本文|返回顶部|回到顶部|返回列表|返回首页|返回|我要纠错|纠错|无障碍|语音播报|朗读|大|中|小|默认|特大|下载|下载文档|导出|发表评论|评论|我要评论"
    "|举报|点赞|网友评论|Print|print|手机版|电脑版|使用道具|回复|写留言|在看|赞|打赏|我要写信|查询来信|上一条|下一条|加入收藏|告诉好友|打印文章|关闭此页|展开全文|阅读全文"
    "|合集下载|APP下载|App下载|客户端下载|赏|相关|我要投稿|投稿|用户登录|会员登录|无障碍浏览|无障碍阅读|进入无障碍|无障碍模式|长者模式|长者版|长辈版|关怀版|适老版|适老化|繁体|简体|繁體版|简体版|English|ENGLISH|EN|RSS|RSS订阅|搜索|站内搜索|高级搜索"
    "|请输入关键[字词]|请输入.{0,8}|选择特殊符号|选择搜索类型|TOP|Top|进入旧版|返回旧版|旧版|网站地图|联系我们|关于我们|官方微信|官方微博|手机客户端|移动版|手机站|智能问答|智能机器人|个人中心|我的收藏|网站导航|展开|收起|更多>*"
    "|下载(?:该|此|本)(?:文档|文章|文件|文|资料)|继续免费阅读|免费阅读|在线阅读|全屏|放大|缩小|上一页|下一页|只看该作者|倒序浏览|关注我们|关注|详细信息|公开具体内容|加入VIP会员|开通VIP|特惠加入VIP会员|合集|赞|踩"
    "|论文部分内容阅读|查看全文|全文阅读|在线预览|点击下载|附件下载|相关附件|未找到相关附件|登录|立即注册|注册|转发到微博|转发|留言"
)
SHARE_LABELS = "分享到?|一键分享|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|豆瓣|朋友圈|更多|扫一扫[^，。]{0,20}|手机(?:扫码)?(?:查看|阅读|浏览)"
# Labels are coined anew by every site out of the same ends: 「文章发布员：」, 「所属类别：」; those of a meeting are its own.
COINED_LABEL = (
    r"(?!.{0,4}(?:会议|活动|培训|检查|主持|参加|记录|出席|举办|报名|到会|列席|集合|联系|负责|申请|调解|约谈|值班))(?:撰写|编写|写作|投稿|发表|文章|信息|所属|本文|文件|文档|稿件|新闻|网页|页面|内容|阅读|浏览|点击|下载|上传|发布|更新|录入|编稿|正文)"
    r"[\u4e00-\u9fff]{0,4}(?:日期|时间|次数|人次|人气|类别|分类|类型|来源|出处|作者|编辑|大小|格式|字数|页数|编号|热度|等级|栏目|部门|单位|员|人|者|量|数|ID|Hash|hash|评分|星级|状态)"
)
PIECES = lazy.pattern(r"[\s|丨｜┊┆·［］【】\[\]()（）<>〖〗/\\]+")
PUBLISH_PIECE = lazy.pattern(
    rf"(?:{PUBLISH_LABELS})(?:[:：]([^，。；]{{0,40}}))?$|{COINED_LABEL}[:：][^，。；]{{0,40}}$"
)
TOOL_PIECE = lazy.pattern(rf"(?:正文|文章|页面|网页|阅读)?(?:{TOOL_LABELS})(?:[:：](.{{0,10}}))?$")
SHARE_PIECE = lazy.pattern(rf"(?:{SHARE_LABELS})(?:[:：](.{{0,20}}))?$")
VALUE_PIECE = lazy.pattern(
    rf"{DATE}(?:\s?{CLOCK})?$|\d\d-\d{{1,2}}-\d{{1,2}}$|{CLOCK}$|[\d,.]{{1,9}}(?:[次人字℃]|KB|MB|页)?$|[次人字□■☆★•·-]{{1,5}}$|[A-Z+＋-]{{1,3}}$|[A-Z\d][A-Z\d-]{{3,30}}$"
)
DAY = lazy.pattern(DATE)
# 「索 引 号：」 is one label, set wide; so is 「发 文 日 期 2018-01-12」, which has no colon.
WIDE_LABEL = lazy.pattern(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000\xa0]{1,8}[\u4e00-\u9fff]){1,4}(?![\u4e00-\u9fff]{3})"
)
_LABELS = frozenset(PUBLISH_LABELS.replace("\\s?", "").split("|"))
UNKNOWN_PIECE = lazy.pattern(r"[^，。；：:,;]{1,25}$")
UNKNOWN_LABEL = lazy.pattern(r"[\u4e00-\u9fff]{2,6}[:：][^，。；：:]{0,20}$")
# 「2017- 01- 13 00: 00」 is one value.
SPACED_DATE = lazy.pattern(r"(\d[-:：])\s(?=\d)")
# A clock that shows seconds is a machine's; what it is glued to, and empty labels glued to each other, are pieces apart.
SECONDS = lazy.pattern(r"\d{1,2}[:：]\d\d[:：]\d\d")
EMPTY_LABEL = lazy.pattern(rf"(?:{PUBLISH_LABELS}|{TOOL_LABELS})[:：](?=[\u4e00-\u9fff]{{2,6}}[:：])")
SPACED_COLON = lazy.pattern(r"(?<=[\u4e00-\u9fff])\s([:：])")


def publish_line(text: str) -> tuple[str, int] | None:
    """The kind of a line made of labels and values alone, and how many labels vouch for it."""
    labels, kind, value_follows, unknown, sure = 0, "", False, 0, 0
    stamped_by_day = DAY.search(text) is not None
    bracketed = text.startswith(("[", "【"))
    text = WIDE_LABEL.sub(joined, SPACED_COLON.sub(r"\1", SPACED_DATE.sub(r"\1", text)))
    if stamped := SECONDS.search(text) is not None:
        text = EMPTY_LABEL.sub(r"\g<0> ", SECONDS.sub(r"\g<0> ", text))
    for piece in filter(None, PIECES.split(text)):
        publish = PUBLISH_PIECE.match(piece)
        tool = TOOL_PIECE.match(piece) or SHARE_PIECE.match(piece)
        if publish or tool:
            labels += 1
            sure += ":" in piece or "：" in piece
            found = "publish_line" if publish else "share" if SHARE_PIECE.match(piece) else "page_tools"
            kind = found if not kind or found == "publish_line" else kind
            value_follows = bool(publish) and (bracketed or piece[-1] in ":：")
        elif VALUE_PIECE.match(piece):
            kind = kind or ("publish_line" if len(piece) >= 8 else "")
            value_follows = False
        elif value_follows and len(piece) <= 30:
            value_follows = False
        elif unknown < 2 and (UNKNOWN_PIECE.match(piece) or (sure > 1 and UNKNOWN_LABEL.match(piece))):
            unknown += 1
        else:
            return None
    # Values alone, a date say, may be the day under a document.
    bars = sum(map(text.count, "|丨｜"))
    menu = (labels >= 2 and bars >= 2) or (bars >= 2 and unknown == 1 and stamped_by_day)
    vouched = stamped and labels >= 2 and unknown == 1
    if not kind or not labels or (unknown and sure < 2 and not menu and not vouched):
        return None
    return kind, 1 if unknown else labels


def joined(wide: re.Match[str]) -> str:
    """The label that the letters spell, with its colon; as it stands where they spell none."""
    letters = wide.group().split()
    if wide.string[wide.end() :][:1] in (":", "："):
        return "".join(letters)
    for length in range(len(letters), 1, -1):
        if "".join(letters[:length]) in _LABELS:
            return "".join(letters[:length]) + "：" + " ".join(letters[length:])
    return wide.group()


MEETING_TIME = lazy.pattern(r"(?:会议)?时\s{0,4}间[：:]")
OF_MEETING = lazy.pattern(
    r"(?:会议)?地\s{0,4}点[：:]|主\s?持\s?人?[：:]|(?:参|出|到)[加席会][^：:\n]{0,6}[：:]|记录人?[：:]"
)


def heads_minutes(texts: list[str]) -> bool:
    """Whether 「时间：」 in the first of these lines is that of a meeting, whose place or people the next lines tell."""
    return MEETING_TIME.match(texts[0]) is not None and any(map(OF_MEETING.match, texts[1:]))
