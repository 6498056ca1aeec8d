"""What a web page leaves inside sentences: halves of its code, empty addresses, names and requests of the site."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching


def _speaks_of_the_office(passage: Passage, match: re.Match[str]) -> bool:
    """「更多信息请登录县政府门户网站查询」 is the office's own advice."""
    return re.search(r"政府|门户|政务|公开|我[镇乡局县区市]|公众号|窗口|电话", match.group()) is not None


RULES = (
    Rule(
        name="web.half_code",
        category="web_residue",
        severity="error",
        explain="网页标签只删掉一半，正文里还留着「/p>」「[/b]」「{{」一类的记号。",
        fires="与会人员参加了培训。（编辑：办公室）/p>",
        passes="公开率<95%的单位3个，路径为公开/年报，见附件[1]。",
        find=searching(
            r"(?<![<\w/])/(?:p|div|span|br|td|tr|th|li|ul|strong|font|center|table|a|em|b)>|\[/?(?:b|i|u|url|img|color|size|font|align|p|br|td|tr|table|quote|hide|page|nextpage|pagebreak|分页)(?:=[^\]\n]{0,40})?\]"
            r"|\{\{[^{}\n]{0,40}\}\}|<!--[^\n]{0,80}(?:-->|$)|-->|\]\]>|<\?xml|(?<![&A-Za-z])(?:nbsp|ldquo|rdquo|quot);",
            "「{}」是网页代码的残余。",
            suggestion="删去",
            near="[n [N [分 /p> /div> /span> /br> /td> /tr> /th> /li> /ul> /strong> /font> /center> /table> /a> /em> /b> [b [/ [i [u [c [s [f [a [p [t [q [h {{ <!-- --> ]]> <?xml nbsp; ldquo; rdquo; quot;",
            flags=re.IGNORECASE,
        ),
    ),
    Rule(
        name="web.empty_address",
        category="web_residue",
        severity="warning",
        explain="网址只剩「http://」，后面的地址在复制时丢了。",
        fires="公众可在县政府网站（http://）查阅。",
        passes="公众可在县政府网站（http://www.a.gov.cn）查阅。",
        find=searching(
            rf"https?[:：]//(?=[\s）)》”，,。；;{HAN}]|$)|(?<![A-Za-z\d.])www\.?(?=[）)》”，,。；;{HAN}])",
            "网址不完整，后面的地址丢了。",
            suggestion="补上完整的网址",
            near="http www",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="web.path_alone",
        category="web_residue",
        severity="warning",
        explain="网址只剩后半截「（/xxgk/index.html）」，前面的域名丢了。",
        fires="通过政务网站（/xxgk/index.html）公开信息203条。",
        passes="通过政务网站（www.a.gov.cn/xxgk/index.html）公开信息203条，路径为（公开/年报）。",
        find=searching(
            r"[（(](?P<mark>/[A-Za-z\d_-]{2,40}(?:/[A-Za-z\d._-]{1,40}){1,8}/?)[）)]",
            "网址不完整，前面的域名丢了。",
            suggestion="补上完整的网址",
            near="（/ (/",
        ),
    ),
    Rule(
        name="web.picture_place",
        category="web_residue",
        severity="warning",
        explain="「[图片]」「点击查看大图」「图片加载中」是网页上图片的位置，图片没有带过来。",
        fires="[图片]\n我镇召开政务公开工作推进会。",
        passes="利用图片、视频等形式公开，村民可点击查看。",
        find=searching(
            r"[\[【(（](?:图片?|image|img|IMG|视频|音频|表情|附图)\s?\d{0,3}[\]】)）]|点击(?:查看|放大)(?:大图|原图|图片)|图片(?:加载中|无法显示|来源[:：][^，。\n]{1,20})|您的浏览器(?:版本)?(?:过低|不支持)[^。\n]{0,30}|(?:视频|音频)(?:加载失败|无法播放)",
            "这是网页上图片或视频的位置，不是文字。",
            suggestion="删去，或把图片附上",
            near="[图 【图 (图 （图 image img IMG [视 【视 (视 （视 [音 【音 [表 【表 附图 大图 原图 查看图片 放大图片 图片加载 图片无法 图片来源 浏览器 加载失败 无法播放",
        ),
    ),
    Rule(
        name="web.request_of_the_site",
        category="web_residue",
        severity="error",
        explain="「请继续关注本站」「转发给朋友」「点击上方蓝字」是网站和公众号对读者说的话，不属于文稿。",
        fires="全年公开信息120条。更多精彩内容，请继续关注本站。",
        passes="群众可关注县政府公众号，也可登录政府门户网站查询。",
        find=searching(
            r"(?:敬请|请)(?:继续|持续|多多|务必)?(?:关注|留意|收藏|访问)(?:本站|本网|我们(?:的)?网站|我站|小编|本号)[^。\n]{0,30}|点击(?:上方|下方)(?:蓝字|卡片|图片|名片|链接)[^。\n]{0,20}|长按(?:识别|上图|下图|二维码)[^。\n]{0,20}|(?:觉得|如果)[^。\n]{0,12}(?:有用|不错|喜欢)[^。\n]{0,10}(?:分享|转发|点赞|收藏)[^。\n]{0,20}|转发(?:给|到)(?:更多|身边|朋友)[^。\n]{0,20}|(?:本站|本网)(?:文章|内容|资料|所有)[^。\n]{0,40}",
            "这是网站对读者说的话，不是文稿的内容。",
            suggestion="删去",
            near="本站 本网 我站 我们的网站 我们网站 小编 本号 蓝字 卡片 上方图片 下方图片 名片 上方链接 下方链接 长按 有用 不错 喜欢 转发",
            unless=_speaks_of_the_office,
        ),
    ),
    Rule(
        name="web.shop_words",
        category="web_residue",
        severity="error",
        explain="「下载需要积分」「开通会员」「VIP免费」是文库卖文档的话，不属于文稿。",
        fires="一、公开情况\n开通会员免费下载全文。\n全年公开信息120条。",
        passes="村民会员费免收，公开栏免费查看，积分兑换规则上墙。",
        find=searching(
            r"(?:开通|加入|成为|升级)(?:为)?(?:VIP|vip|会员|尊享)[^。\n]{0,20}|(?:VIP|vip|会员)(?:专享|免费下载|免费阅读|折扣)[^。\n]{0,16}|(?:需要|消耗|扣除|支付)\s?\d+\s?(?:积分|下载券|金币|元)(?:即可)?下载|(?:免费|立即|马上|付费)下载(?:全文|本文|文档|word|Word)[^。\n]{0,12}|(?:下载|复制)(?:后)?(?:即)?可(?:任意|自由|直接)?(?:编辑|修改|使用)|\d{1,3}\s?页珍藏版|原创力文档|道客巴巴|豆丁网|百度文库|第一文库网|人人文库|淘豆网|金锄头文库|范文先生|出国留学网",
            "这是文库网站的话，不是文稿的内容。",
            suggestion="删去",
            near="VIP vip 会员 尊享 积分 下载券 金币 下载 可任意 可自由 可编辑 可修改 珍藏版 原创力 道客 豆丁 文库 淘豆 范文先生 出国留学网",
        ),
    ),
    Rule(
        name="web.reprint_line",
        category="web_residue",
        severity="warning",
        explain="「（来源：某某网）」「本文转自」是网页转载时的注记，公文里不写。",
        fires="我镇召开推进会。（来源：清溪新闻网）",
        passes="资金来源：县级财政。数据来源：统计年报。",
        find=searching(
            rf"[（(【\[](?:文章|稿件|信息|转载)?(?:来源|来自|转自|摘自|转载自|原载|选自)[:：于自]?\s?[{HAN}\w·.]{{2,24}}(?:网站?|报|公众号|微信|微博|论坛|博客|新闻|客户端|文库|日报|晚报)[）)】\]]"
            rf"|(?:本文|此文|文章)(?:转自|摘自|来自|转载自|引自|来源于|选自|系转载)[^。\n]{{2,30}}",
            "这是网页转载的注记。",
            suggestion="删去",
            near="来源 来自 转自 摘自 转载 原载 选自 引自",
        ),
    ),
    Rule(
        name="web.title_in_text",
        category="web_residue",
        severity="error",
        explain="文章网站把文章名插进正文，而且连写两遍，如「政务公开自查报告政务公开自查报告」。",
        fires="在全镇干部例会上点名提醒。政务公开自查报告政务公开自查报告针对个别站所的问题，从10月起统一收回。",
        passes="印发《政务公开自查报告》，政务公开自查报告由办公室起草。",
        find=searching(
            rf"(?P<mark>(?P<name>[{HAN}]{{2,12}}?(?:总结|报告|汇报|方案|计划|范文|心得体会|材料))(?P=name){{1,3}})",
            "「{}」是文章网站插进来的文章名。",
            suggestion="删去",
            near="总结 报告 汇报 方案 计划 范文 心得体会 材料",
        ),
    ),
)
