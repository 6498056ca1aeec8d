"""Names, addresses and offers of article sites that were set into sentences against copying, and lines only a site has."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import prose_with, waiting_for

# What names of such sites begin and end with.
_GOODS = "范文|论文|文秘|秘书|公文|文库|课件|简历|作文|写作|文档|教案|试题|演讲稿|材料|文章|总结|资料|文书|公务员|报告|散文|句子|心得|职场"
_SHOPS = (
    "素材[网站]|资源站|网(?![络格点上民友购信])|之家|大全|吧|频道|资源网|下载网|论坛|站|在线|专题|园地|天下"
)
_KNOWN = (
    "思想汇报专题 入党申请书网 个人简历网 公务员之家 第一公文网 中国文秘网 老秘网 大秘书网 好秘书网 莲山课件 查字典 应届毕业生网 无忧考网 瑞文网 语文迷 学习啦 聚优网 品才网 出国留学网 世纪秘书"
    " 管理资源吧 蒲公英阅读网 免费论文网 易文网 精品学习网 中华会计网 笔秀网 找范文 写写帮 一起公文 公文易 笔杆子 高考资源网 新东方在线 上学吧 教育文摘 小木虫 考试大 百分网 应届生求职网 文书帮 文秘家园"
    " 飞速资料 皮匠网 美文社 励志天下 育龙网 爱问共享 搜搜问问 新浪爱问 百度百科 百度知道 搜狗问问 360doc 知网空间 万方数据 维普网"
)
_SITE = rf"(?:{'|'.join(_KNOWN.split())}|[{HAN}]{{0,4}}?(?:{_GOODS})(?:{_SHOPS}))"
_INSERTED = lazy.pattern(
    rf"(?P<bracketed>[\[【（(]\s?{_SITE}\s?[\]】）)])|(?<=[。；，、！：])(?P<mark>[-—=*_\s]{{0,6}}{_SITE}[-—=*_\s]{{0,6}}[，,。]?)(?=[{HAN}\d“《（(]|$)"
)
_INSERTED_INSIDE = lazy.pattern(
    rf"(?<=[{HAN}])(?P<bracketed>(?!))?(?P<mark>{'|'.join(_KNOWN.split())}|(?:第一|中国|好|老|大|无忧|免费|中华|天下|精品|爱|我爱|学习)(?:{_GOODS})(?:{_SHOPS})|(?:文秘|秘书|公文|范文|论文|简历|课件|文库)(?:网(?![络格点上民友购信])|之家|吧|站))(?=[{HAN}，。])"
)
_SITE_WORDS = waiting_for((*_KNOWN.split(), *_GOODS.split("|")))
_OWN = lazy.pattern("登录|访问|查询|开通|建设|建立|培训|知识产权|查重|发表在|刊登|采用")

# An address that is no office's, set between two words.
_ADDRESS = lazy.pattern(
    rf"(?<=[{HAN}。，；！）”])(?P<mark>[ｗＷ]{{3}}[．.。][Ａ-Ｚａ-ｚA-Za-z０-９0-9．.-]{{3,40}}|(?:www|WWW)\s{{1,2}}[A-Za-z0-9.-]{{3,30}}|[a-z][a-z0-9-]{{2,20}}\.(?:com|net|org|cc|info|top|vip)(?:\.cn)?\s?(?:转载|整理|提供|首发|收集|原创)?|(?:www|WWW)\.[A-Za-z0-9-]{{2,24}}(?:\.[a-z]{{2,10}}){{1,2}}\s?(?:转载|整理|提供|首发|收集|原创)|\s?(?:https?://)?(?:w\s?w\s?w\s?|WWW)\s?\.\s?[A-Za-z0-9-]{{2,20}}(?:\s?\.\s?(?:com|net|cn|org|cc|info|top))+(?:/[A-Za-z0-9/._-]{{0,40}})?\s?)(?=[{HAN}，。；])"
)
_LED_TO = lazy.pattern(
    r"(?:网址|网站|网页|官网|门户|登录|登陆|访问|平台|系统|邮箱|地址|域名|网|见|为|是|在|至|到|上|通过|查询|打开|进入)[:：是为]?\s?[（(“]?$"
)
_BRACKETED = lazy.pattern(
    r"[（(【\[〔](?=[^（()）\[\]【】\n]{0,60}[）)】\]〕])[^（()）\[\]【】\n]{0,30}?(?:(?:https?://)|(?:www|WWW)\.|[a-z0-9-]{2,20}\.(?:com|net|cc|org)(?![a-z@]))[^（()）\[\]【】\n]{0,50}[）)】\]〕]"
)
_OFFICIAL = lazy.pattern(r"gov\.|\.gov|edu\.cn|weibo|qq\.com|people\.|xinhua|@|12\d{3}|spp\.|court")


def _site_names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _SITE_WORDS):
        offset, line = passage.prose[place]
        if len(line) < _SENTENCE:
            continue
        for match in (*_INSERTED.finditer(line), *_INSERTED_INSIDE.finditer(line)):
            around = line[max(0, match.start() - 10) : match.end() + 10]
            if _OWN.search(around):
                continue
            group = "mark" if match["mark"] else "bracketed"
            start, end = match.span(group)
            said = f"「{match[group].strip()}」是文章网站的名字，复制时带进了句子。"
            yield rule.finding(passage, offset + start, offset + end, said, suggestion="删去")


_SENTENCE = 20


def _addresses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _ADDRESS_WORDS):
        offset, line = passage.prose[place]
        for pattern in (_ADDRESS, _BRACKETED):
            for match in pattern.finditer(line):
                before = line[max(0, match.start() - 8) : match.start()]
                if _LED_TO.search(before) or _OFFICIAL.search(match.group()):
                    continue
                start, end = match.span("mark") if pattern is _ADDRESS else match.span()
                said = "这是文章网站的网址，复制时带进了句子。"
                yield rule.finding(passage, offset + start, offset + end, said, suggestion="删去")


_ADDRESS_WORDS = waiting_for(
    ("www", "WWW", "ｗｗｗ", "ＷＷＷ", "w w w", "http", ".com", ".net", ".org", ".cc")
)


RULES = (
    Rule(
        name="web.site_name_inside",
        category="web_residue",
        severity="error",
        explain="文章网站为防复制，把自己的名字插在句子中间，与上下文没有关系。",
        fires="街道党工委把政务公开列入秘书网重要议事日程，与其他工作同部署、同检查、同考核。",
        passes="登录中国裁判文书网查询判决书，街道党工委把政务公开列入重要议事日程，同部署、同检查。",
        find=Waiting(_SITE_WORDS, _site_names),
    ),
    Rule(
        name="web.address_inside",
        category="web_residue",
        severity="warning",
        explain="句子中间插着一个商业网站的网址，前后都没有说到网站，多半是复制时带进来的。",
        fires="扎实推进政务公开。www.wenmi.com现汇报如下：",
        passes="请登录www.abc.com查询，网址：www.xx.gov.cn，邮箱（a@163.com）。",
        find=Waiting(_ADDRESS_WORDS, _addresses),
    ),
    Rule(
        name="web.page_mark_inside",
        category="web_residue",
        severity="error",
        explain="句子中间夹着「- 2 -」「第2页」一类的页码。",
        fires="公开时- 2 -效性不强，个别村第3页公开栏破损。",
        passes="评分为5-2-1制，第2页第3行有误，见第2页表格。",
        find=searching(
            rf"(?<=[。；])\s{{0,3}}\d{{1,3}}\s?/\s?\d{{1,3}}[ \t]*$|(?<=[。；])\d{{1,4}}/\d{{2,4}}(?=[{HAN}]{{2}})|(?<=[{HAN}、，])\s?\d{{1,2}}\s/\s\d{{1,3}}\s?(?=[{HAN}]{{2}})|(?<=[{HAN}，、])\s?[-—–－]{{1,2}}\s?\d{{1,3}}\s?[-—–－]{{1,2}}\s?(?=[{HAN}])|(?<=[{HAN}])·\s?\d{{1,3}}\s?·(?=[{HAN}])|(?<=[{HAN}、，])\s?(?<![见在的])第\s?\d{{1,3}}\s?页\s?(?=[{HAN}]{{2}})(?![表第中的上下至到和、及])",
            "这是页码，复制时夹进了句子。",
            suggestion="删去",
            near="- — – － · 页 /",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="web.page_words_inside",
        category="web_residue",
        severity="error",
        explain="「未完待续」「下转第三版」「点击下一页」「登录后查看」「以上内容由AI生成」是报纸、网站和软件的话，不属于文稿。",
        fires="以群众需求为导向（下转第三版）。以上内容由AI生成，仅供参考。",
        passes="下转各科室办理，完成第三版修订，工作未完成的要继续。",
        find=searching(
            r"[（(【\[](?:[一-鿿]{2,10}(?:融媒|日报|晚报|新闻|网|台|社)[一-鿿]{0,2}(?:讯|电)|未完(?:待续)?|待续|续完|完|全文完|正文完|(?:接|转|续|见)\s?[上下]\s?[页版栏期]|(?:下[转接]|续|转|接)\s?第?\s?[A-ZＡ-Ｚ]?\s?[\d一二三四五六七八九十]{0,3}\s?版|下转[^）)\n]{1,8}|上接[^）)\n]{1,10}|转载|节选自[^）)\n]{2,20}|摘自[^）)\n]{2,20}|图文无关|资料图|本报讯|记者[^）)\n]{2,12})[）)】\]]"
            r"|(?:以上|本)(?:内容|回答|文章?)由\s?(?:AI|人工智能|大模型)[^。\n]{0,12}生成[^。\n]{0,12}|(?:请)?登录后?(?:即可|可)?(?:查看|阅读|下载)(?:更多|全文|原文|完整|附件)|[▶►▷]\s?(?:音频|视频|播放|收听|语音|朗读)[一-鿿]{0,4}|(?:登录|注册)后(?:才能|方可|即可)?(?:查看|阅读|下载|复制)(?:全文|更多|完整|附件)?|(?:复制|下载)(?:成功|失败|本文)[，,。！]|(?:点击|单击)(?:此处|这里|链接|标题|原文)(?:下载|进入|跳转|返回|复制|关注)"
            r"|(?:如需|需要)(?:转载|全文|原文|word版|Word版)[^。\n]{0,16}(?:联系|下载|私信)[^。\n]{0,10}|(?:在线|网上)?(?:代写|代发)(?:公文|论文|材料|总结)[^。\n]{0,20}|(?<!人：)(?:QQ|qq|微信)(?:号|群)?[:：]\s?\d{5,12}|点击图片(?:进入|查看|浏览)[^。\n]{0,12}|[-—]?\s?找(?:文章|范文|材料|总结)到[^。\n]{0,40}|一站在手[，,]?写作无忧[!！]?|(?:按\s?)?Ctrl\s?\+\s?[A-Z][^。\n]{0,16}|[（(](?:此处)?(?:省略|略去)[^）)\n]{0,10}字[）)]|文章来源地址[^。\n]{0,60}|本文(?:标题|网址|链接|关键词|标签|作者|编辑|字数|阅读)[:：][^。\n]{0,60}",
            "「{}」是网站、报纸或软件的话，不是文稿的内容。",
            suggestion="删去",
            near="点击 找文章 找范文 找材料 找总结 一站在手 Ctrl 略去 省略 未完 待续 续完 （完 (完 讯） 讯) 讯】 电） 电) 上页 下页 上版 下版 上期 下期 全文完 正文完 下转 下接 版） 版) 上接 转载） 转载) 【转载 [转载 节选自 摘自 图文无关 资料图 本报讯 （记者 (记者 AI 人工智能 大模型 登录查看 登录阅读 登录下载 登录可 登录即可 ▶ ► ▷ 登录后 注册后 复制 下载 点击 单击 如需 需要 代写 代发 QQ qq 微信 文章来源 本文",
            unless=mentioned,
        ),
    ),
    Rule(
        name="web.library_watermark",
        category="web_residue",
        severity="error",
        explain="「欢迎共阅」「.专业.整理.」「扫描全能王 创建」「下载可编辑」是文库和软件加的水印，不属于文稿。",
        fires="全年办件4.3万件。欢迎共阅\n扫描全能王 创建",
        passes="欢迎大家共同阅读本馆藏书，培训专业整理收纳师。",
        find=searching(
            r"欢迎共阅|欢迎下载(?:支持|使用)?|感谢下载(?:支持|使用)?|\.{0,2}专业[.·]{1,2}(?:整理|专注)[.·]{0,2}|\.下载可编辑\.|\.{1,2}学习[.·-]{1,6}(?:好)?资料\.{0,2}|学习-{2,8}好资料|(?:word|WORD|Word)\s?(?:格式|完美格式|文档|版本?)?[-—\s]{0,3}(?:可编辑|整理版?|下载可编辑|完美格式)(?:版)?|专业(?:资料)?整理分享|范文范例\s?(?:参考|学习|指导)|学习指导\s?参考|(?:真诚)?为您提供(?:最)?优质(?:参考)?资料|优选文档|实用标准文(?:案|档)|精品文档[,，]?(?:欢迎下载|你值得期待|可编辑)|精品学习资料|可编辑(?:修改|范本|版)|如对[你您]有帮助[，,]请(?:购买)?下载(?:打赏)?[^。\n]{0,8}|页脚内容|页眉内容|扫描全能王\s?(?:创建)?|(?:由\s?)?CamScanner\s?(?:扫描|创建)?|此文档仅供(?:学习|收集)[^。\n]{0,10}|(?:仅供)?(?:个人)?学习参考(?=\s|$)|仅供(?:个人)?(?:学习|参考|交流)(?:使用|之用|参考)?(?=[。\s]|$)|文案编辑词条|添加义项|(?<![写的])(?:文案大全|实用文案|标准文案|标准实用|实用文档|标准文档|文档大全|优秀文档|精彩文档|优质文档|精品资料|名师归纳总结|学习必备|学习好帮手|精品好资料|完美格式编辑版?)(?![的，、])|最新[一-鿿]{0,6}(?:资料|文档|范文)[一-鿿]{0,4}推荐(?:[，,]更新于[^，。\n]{2,10})?|请?务必阅读正文之后的?(?:免责)?(?:条款|声明)[^，。\n]{0,10}|本(?:文档|资料)如对[你您][^。\n]{0,24}|\[(?:返回|回到)(?:目录|顶部|首页)\]|(?:以下|隐藏)内容(?:需要|须)(?:回复|登录|付费|关注)[^。）\n]{0,12}|本帖(?:隐藏|最后由)[^。\n]{0,30}|资料收集于网络[^。\n]{0,16}|\d{1,2}\s?/\s?\d{1,3}\s?页(?=\s|$)|本文档下载自[^。\n]{0,80}|由会员分享[^。\n]{0,60}|百度文库\s?-\s?[^。\n]{0,24}|(?:Evaluation Warning|Created with|Generated by|Powered by)[^\n。]{0,60}",
            "「{}」是文库、软件加的水印，不是文稿的内容。",
            suggestion="删去",
            near="务必阅读 文案大全 实用文案 标准文案 标准实用 实用文档 标准文档 文档大全 优秀文档 精彩文档 优质文档 精品资料 名师归纳 学习必备 学习好帮手 精品好资料 完美格式 最新 本文档如 本资料如 欢迎共阅 欢迎下载 感谢下载 专业.整理 专业·整理 专业..整理 专业.专注 下载可编辑 好资料 资料. word WORD Word 整理分享 范文范例 学习指导 优质资料 优质参考 优选文档 实用标准 精品文档 精品学习 可编辑 有帮助 页脚内容 页眉内容 全能王 CamScanner 此文档 学习参考 仅供 编辑词条 添加义项 [返回 [回到 以下内容 隐藏内容 本帖 资料收集 页 本文档下载 会员分享 百度文库 Evaluation Created Generated Powered",
            flags=re.MULTILINE,
            unless=mentioned,
        ),
    ),
    Rule(
        name="web.file_name_line",
        category="web_residue",
        severity="info",
        explain="一行只有一个文件名，是网页的附件链接；发布时附件应当单独上传。",
        fires="特此报告。\n附件1.县2020年政务公开考核评分表.xlsx",
        passes="请将总结.doc发到邮箱，报表为xlsx格式。",
        find=searching(
            r"^[ \t\u3000]*(?:[●·•\d]{0,3}[.、． ]{0,2}附件\d{0,2}[:：.、 ]?|\d{1,2}[.、])?[^，。；\n]{2,60}\.(?:docx?|xlsx?|pdf|wps|et|rar|zip|pptx?|ofd|(?:jpe?g|JPE?G|png|PNG|gif|bmp|tmp)(?:[^，。；\n]{2,20}\.(?:jpg|JPG|png|PNG))?|txt|caj)(?:\s?[（(]?[\d.]+\s?[KkMm]B?[）)]?)?[ \t\u3000]*$",
            "这一行是网页上的附件名。",
            suggestion="删去，把附件一并上传",
            near=".doc .xls .pdf .wps .et .rar .zip .ppt .ofd .jpg .jpeg .png .JPG .JPEG .PNG .gif .bmp .tmp .txt .caj",
            flags=re.MULTILINE,
        ),
    ),
)
