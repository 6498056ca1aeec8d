"""What a web page leaves around and inside a document: found by the shape of the line and where it stands.

A line is judged more strictly inside the prose than at the edges of the page, since 「时间：」 in a notice is the
notice's own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from mingbai.text import lazy
from mingbai.text.contents import CONTENTS_LABEL, contents_in_one_line, contents_lists, is_link_like
from mingbai.text.furniture import (
    CLAIMED,
    DOUBLED,
    FURNITURE,
    MORE_ELSEWHERE,
    PLANTED,
    PLANTED_TAIL,
    WINDOW_NAME,
    speaks_of_the_site,
)
from mingbai.text.labels import CLOCK, DATE, heads_minutes, publish_line
from mingbai.text.lines import TITLE_LENGTH, Line, lines_of
from mingbai.text.model import Residue
from mingbai.text.page_marks import glued_headings, glued_numbers, page_marks, scattered_titles
from mingbai.text.site_words import is_of_the_site

Zone = Literal["front", "body", "back"]
LONGEST_LINE = 400

STAMP = lazy.pattern(
    rf"{DATE}\s{{0,3}}{CLOCK}(?:[\u4e00-\u9fff]{{2,6}})?$|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}$|(?:更新|发布|发表|修订|编辑)于?\s?{DATE}(?:\s?{CLOCK})?$"
)

# Lines that are residue wherever they stand.
ANYWHERE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("site_header", lazy.pattern(r"(?:[您你]?的?(?:当前|现在|目前)?的?(?:所在|所处)?的?位置)\s?(?:[:：是].{0,120}|首页.{0,60})$")),
    ("site_header", lazy.pattern(r"[▲◆■●·\s]{0,3}[\[【]?(?:Home|HOME|home|网站首页|首页|新闻中心|政务公开|信息公开|政府信息公开|村务公开网?|公开目录|乡镇动态|[\u4e00-\u9fff]{2,8}网)[\]】]?\s{0,3}(?:>>?|›|»|→|＞+|->|－>).{0,120}$")),
    ("site_header", lazy.pattern(r"(?:网站)?首页\s?(?:>|›|»|&gt;|->|→|＞|/).{0,120}$")),
    ("site_header", lazy.pattern(r"[>›»＞]\s?[^>›»＞\s]{2,20}(?:\s?[>›»＞]\s?[^>›»＞]{1,30}){2,8}$")),
    ("site_header", lazy.pattern(r"(?:原文链接|原文地址|本文链接|本文地址|URL|网址|链接)\s?[:：]\s?https?://\S{1,200}$")),
    ("page_counter", lazy.pattern(r"页面(?:耗时|执行时间?|加载)|Processed in|.{0,20}访问数据库\s?\d")),
    ("page_counter", lazy.pattern(r"第?\s?\d{1,3}\s?页?\s?[,，/／]?\s?共\s?\d{1,3}\s?页$|[-—－]\s?\d{1,3}\s?[-—－]$")),
    ("page_counter", lazy.pattern(r"(?:共\s?\d{1,3}\s?页\s?[:：]?\s?)?(?:首页|上一页|\[?1\]?)(?:\s?\[?(?:\d{1,20}(?!\d)|首页|上一页|\.{2,6}(?!\.)|…)\]?){0,14}\s?(?:下一页|尾页|末页).{0,20}$")),
    ("page_counter", lazy.pattern(r"共\s?\d{1,3}\s?页[,，\s]{0,2}(?:当前)?第\s?\d{1,3}\s?页$")),
    ("licence", lazy.pattern(r"(?:友情提示|温馨提示|郑重声明|特别声明|声明)[:：](?=.{0,300}(?:本站|本网|网站|网友|转载|下载|版权|文档|原作者|浏览器|会员|仅供参考|侵权|本文)).{0,300}$|(?:本文|文章|资料)?来源[:：]\s?(?:网络|互联网)")),
    ("advert", lazy.pattern(r"(?:以上|上面|上述)(?:就|便|内容)?(?:就)?是[^。\n]{0,80}(?:小编|全部内容|希望|参考)|希望(?:以上|上述|本文|这篇|上面)[^。\n]{0,60}(?:帮助|启发|参考)|(?:感谢|谢谢)(?:您|你|大家)的?(?:阅读|浏览|观看)")),
    ("licence", lazy.pattern(r"(?:(?:Copyright|CopyRight|COPYRIGHT)\b|©|版权(?:所有|声明|归)|免责声明|法律声明|转载请注明|未经授权)")),
    ("licence", lazy.pattern(r".{0,60}(?:均?(?:为|由|来(?:自|源于?))(?:网友|网络|互联网|用户)[^。]{0,12}(?:分享|收集|整理|上传|提供|搜集|转载)|如有?侵(?:犯|权)|侵权(?:请|必)|联系(?:我们|本站|管理员)(?:予以)?删除)")),
    ("footer", lazy.pattern(r".{0,30}(?:ICP[备证]|公网?安备|网站标识码|(?:电信业务|出版物|视听节目|网络文化)经营许可证|经营许可证(?:编?号)?\s?[:：])")),
    ("footer", lazy.pattern(r"(?!.{0,60}协办(?:单位)?\s?[:：])(?:主办(?:单位)?|承办(?:单位)?|技术支持|网站支持|建议使用|最佳(?:浏览|分辨率))\s?[:：]?.{0,60}(?:办公室|政府|公司|中心|浏览器|分辨率|电话|技术支持).{0,60}$")),
    ("footer", lazy.pattern(r"(?:(?:网站地图|联系我们|关于我们|网站声明|隐私(?:政策|声明)|设为首页|加入收藏|使用帮助|帮助中心|广告服务|友情链接|网站首页)[\s|丨·-]{0,5}){2,}$")),
    ("advert", lazy.pattern(r"(?:《[^》]{2,80}\.(?:docx?|pdf|wps)》|将本文的?(?:Word|word)|推荐度[:：]|收藏《|点击下载|(?:本)?文档为|下载(?:全文|原文|本文|文档|此文)|(?:Word|word|WORD)(?:文档|版)?下载|下载word|.{0,20}收藏和打印$)")),
    ("advert", lazy.pattern(r"(?:(?![问答][:：]|.{0,40}(?:门户|官网|窗口))[^，。；：、]{0,20}(?:关注|扫描|扫码|微信搜索)[^。，；]{0,20}(?:公众号|二维码)[^。；，]{0,16}[。！!]?$|(?:加|添加)(?:微信|QQ群?)[:：])")),
    ("share", lazy.pattern(r"(?:(?:微信|手机)?扫一扫|分享到|分享至|用微信扫|打开微信|手机扫)[^。]{0,50}$")),
    ("recommended_links", lazy.pattern(r"[\[【](?:上|下)一[篇条][\]】].{0,120}$|(?:为[您你]推荐|猜[您你]喜欢|大家都在看)\s?[:：]?$")),
    ("page_tools", lazy.pattern(r"(?:内容|文档|文章|全文|正文)预览\s?[:：]?$")),
    ("page_tools", lazy.pattern(r"(?:附件下载|相关附件|附件|文件下载)\s?[:：].{0,60}(?:点击(?:此处)?下载|在线预览|已下载|未找到|\.(?:docx?|pdf|xlsx?|wps|rar|zip)\s?[(（]\s?[\d.]+\s?[KkMm][Bb])")),
    ("page_counter", lazy.pattern(r"[※☆★\s]{0,3}[您你]是(?:本站|本网|本页)?的?第[\s\d]{1,20}位(?:浏览|访问|来访|访客|读者)者?|(?:阅读|在看|点赞)\s?[\d,]+\s+(?:阅读|在看|点赞)|本文已(?:影响|帮助)\s?\d{0,9}\s?人|[\d,]{1,9}\s?(?:人|次)?\s?(?:阅读|浏览|下载)\s{0,3}[|｜丨]\s{0,3}[\d,]{1,9}\s?(?:人|次)?\s?(?:阅读|浏览|下载|评论|收藏)")),
    ("page_tools", lazy.pattern(r"阅读提示[:：]本[文篇]|(?:您需要)?登录后才可以|仅展示\d+字|(?:本文|全文)共\d+字[,，]仅供|新来的客人请|消耗\s?\d+\s?篇|会员有效期|剩余.{0,6}未读|需要\s?\d+\s?积分|\d+\s?积分下载|VIP(?:专享|免费)")),
    ("advert", lazy.pattern(r".{0,16}(?:查[阅看]|获取|阅读|下载|索取)(?:全文|原文|完整版?|更多|全部)[^。\n]{0,8}(?:微信|QQ|qq|公众号|扫码|客服)")),
    ("page_tools", lazy.pattern(r"(?!附|\d{1,2}[.、])[^，。；：:\n/]{4,80}\.(?:pdf|docx?|xlsx?|wps|et|rar|zip|PDF|DOCX?)$")),
    ("licence", lazy.pattern(r"(?:本文|此文|文章|原文)(?:来自|摘自|转自|出自|选自|由)[^。]{2,30}(?:网|转载|提供|原创|整理)|.{0,20}转载(?:请|须|需)(?:保留|注明)|如若转载|(?:本文)?固定链接[:：]|本文(?:固定)?(?:链接|网址)")),
    ("advert", lazy.pattern(r"(?:申明敬告|文档介绍|文档简介|资源描述|资源简介)\s?[:：]?|(?:文档来源|资料来源)[:：]|(?:用|请用)手机扫描二维码")),
    ("site_header", lazy.pattern(r"(?:欢迎(?:您?(?:来到|光临|访问|进入))|您好[，,]?(?:欢迎|游客)|今天是(?:19|20)\d\d).{0,60}$|首页(?:[\u4e00-\u9fff]{2,8}){1,3}(?<=总结|计划|汇报|范文|报告|方案|制度|材料)$")),
    ("licence", lazy.pattern(r"[-•·●\s]{0,4}(?:\d{1,2}\s?[、.．]\s?)?(?:本|该)(?:文档|资料|网站|站|文件|素材|作品|内容)(?:内容)?(?:均|全部|所有|的?版权|由(?:用户|会员|网友|作者)|不保证|只供|仅供|系|来自|来源于|为(?:用户|会员|网友))")),
    ("licence", lazy.pattern(r"[-•·●\s]{0,4}(?:网站|本站|在线|联系)?客服\s?(?:QQ|qq|电话|微信|邮箱)?\s?[:：]|.{0,20}(?:资料|内容|文档|信息|文章)(?:均)?(?:仅供(?:您)?(?:学习|参考|交流)|来源于(?:网络|互联网))[^。]{0,10}[，,。].{0,60}$")),
    ("page_tools", lazy.pattern(r"(?:已阅读|您已(?:阅读|浏览)|预览)\s?\d+\s?页|还剩\s?\d+\s?页|亲[，,].{0,40}(?:下载|预览)|(?:因|由于)篇幅[^。\n]{0,16}(?:不能|无法|未能|没有).{0,40}$|.{0,20}(?:请)?(?:点此|点击)(?:此处|这里|进入)?(?:查看|阅读|浏览|获取)(?:更多|全文|原文|全部|完整|详情).{0,16}$")),
    ("page_tools", lazy.pattern(r"如(?:果)?[您你]?对(?:本|该|此|以上)[^，。]{0,20}有(?:任何)?(?:疑问|异议|意见|建议)[^。]{0,16}(?:标题上方|(?:页面|本页|网页|右侧|左侧|下方|上方)[^。]{0,8})[^。]{0,30}。?$")),
    ("page_counter", lazy.pattern(r".{4,60}(?:\.(?:docx?|pdf|wps|pptx?))?[_－-]\s?第\s?\d{1,3}\s?页$")),
    ("site_header", lazy.pattern(r"(?:[\u4e00-\u9fffA-Za-z0-9]{2,10}(?:网|文库|文秘|论坛|博客|贴吧))\s?(?:$|[-—_|,，]{1,2}\s?.{2,30}(?:平台|门户|网站?|专家|文库|大全|分享|下载)$)")),
    ("recommended_links", lazy.pattern(r"(?:[·•»>\s]{0,3}(?:本栏目?)?[上下前后]一?(?:[篇条个则章节]|主题|文章|新闻|信息)\s?(?:文章|新闻|信息|范文)?\s?[:：].{0,120}$)")),
)  # fmt: skip

WHOLE_LINES = (*ANYWHERE, *FURNITURE)
ANY_WHOLE_LINE = lazy.pattern("|".join(f"(?:{one.pattern})" for _, one in WHOLE_LINES))  # most are none

# A line that announces a list of links; the short lines after it belong to it.
LINKS = lazy.pattern(
    r"[【\[（(★●▲▼▍◆>\s-]{0,4}(?:"
    r"推荐(?:更多|阅读|文章|链接|信息|访问|[:：])|更多(?:相关|精彩|热门|范文|文章|推荐|内容|关于)|(?:精彩|热门|最新|本周|精品|优秀|经典|猜你)?(?:推荐|喜欢)(?:阅读|文章|范文|内容|信息|专题)?\s?[:：]?$"
    r"|(?:拓展|扩展)阅读[】\]]?\s?[:：]?$|相关(?:主题|话题|词条|报道|推荐|文章|阅读|链接|信息|新闻|范文|资料|内容|专题|热词|搜索|文档|附件下载)|(?:热门|最新|热点|同类|随机|本类|近期|精彩|优秀)(?:文章|范文|推荐|信息|新闻|文档|资讯|阅读|标签|专题|排行)"
    r"|您?你?(?:可能|也许)(?:还|也)?(?:会)?(?:喜欢|感兴趣|需要|想看)|猜你喜欢|延伸阅读|看[过了].{0,40}的?(?:人|网友)?还看?了?|友情链接|阅读(?:本文|此文|推荐)|大家(?:都|还|也)在[看搜]"
    r"|[^，。]{0,40}[】〗\])）]?\s?(?:的)?相关(?:推荐|热门|阅读)?(?:的)?(?:文章|推荐|阅读|范文|内容|链接|文档)\s?[:：]?$|(?:文章|本文|热门|相关|本页|全部)?(?:标签|关键词|关键字|TAGS?|Tags?|tags?)\s?[:：]|小编(?:精心)?推荐|精彩范文|往期(?:精彩)?(?:回顾|推荐|精选|文章)|精彩回顾|历史文章|相似(?:文档|文章|内容|推荐)"
    r")"
)
# 「关键词：农机 安全」 has its words beside it; what stands below is the title.
KEYWORDS = lazy.pattern(r"[^：:]{0,8}(?:标签|关键[词字]|TAGS?|Tags?|tags?)\s?[:：]\s?\S")
SUMMARY = lazy.pattern(
    r"[【\[]?(?:AI|智能|全文|文章|正文|本文)?\s?(?:摘要|导语|导读|内容(?:摘要|提要|简介|概要)|文档简介|简介|核心提示)[】\]]?\s?[:：]"
)
INTRO = lazy.pattern(
    r"小编|供(?:大家|您|你|各位|参考)?(?:参考|借鉴|阅读|查阅|学习)|[为给](?:大家|您|你|各位|亲)(?:精心|带来|推荐|整理|收集|分享|准备|搜集|提供|的)"
    r"|欢迎(?:大家|各位)?(?:阅读|参考|借鉴|查阅|下载|浏览)|对(?:大家|您|你|各位)(?:能)?有所?(?:帮助|启发|作用)|(?:下面|以下)(?:就)?(?:来|一起)看|欢迎参阅|(?:帮助|喜欢)(?:到)?(?:大家|您|亲)|一起来(?:看|了解|学习)"
    r"|(?:本站|本网|精心)(?:整理|收集|编辑)|怎么写|范文(?:大全|网)|(?:精选|整理)了?(?:的)?[\d一二三四五六七八九十]+篇"
)
# What an editor says of writing in general: no office speaks of itself there.
ON_WRITING = lazy.pattern(
    r"(?:该|应该|要)?(?:如何|怎样|怎么)(?:去)?写|写作技巧|写好(?:一[篇份])?(?:工作)?(?:总结|计划|报告|汇报)|一[篇份](?:较为)?(?:好|完美|优秀|完整|优质|具体|合格|出色)的?(?:工作)?(?:总结|计划|报告|汇报|范文|方案)"
    r"|(?<![本该度述此])(?:总结|计划|汇报|方案|报告)(?:是|就是|，是|,是|的适用范围|有着|有利于|能够|可以)[^。\n]{0,40}(?:书面|文体|文书|应用文|能力|越来越|重要的?(?:任务|工具|环节)|意识|效率|方向性)"
    r"|时光(?:荏苒|飞逝|如梭|匆匆)|光阴似箭|日月如梭|我们(?:网站|的网站|本站)|(?:许多|很多|不少)(?:人|朋友)(?:都)?(?:会)?(?:觉得|感到|不知道)"
)
SPEAKS_OF_ITSELF = lazy.pattern(r"[我本][镇乡局校县区市办院委村街所站]|特制[定订]|如下\s?[:：。]|根据《|条例")
COLLECTION_TITLE = lazy.pattern(
    r"[（(【\[]?(?:精选|通用|优秀|实用|热门|推荐|汇编|汇总|集锦|合集|锦集|大全|必备|最新|精品|共|合计|优选|整理|荐|范文|模板|专业|常用|经典|精华|集合|热)?\s?"
    r"(?<!第)(?:\d{1,3}|[一二三四五六七八九十两]{1,3})\s?篇[）)】\]》]?|范文(?:大全|集锦|汇总|[（(【](?!(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)】])|$)|[（(【\[](?:精选推荐|优秀范文|全文(?:完整)?|完整(?:版|文档)?|范文推荐|推荐|荐|必备|范例|实用|热门)[）)】\]]$|[（(【\[]?(?:精选|通用|汇编|集锦|合集|大全)[）)】\]]?$|[\[（(【]?(?:本文)?共\d{2,6}字"
)

# Residue inside a line.
INLINE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("advert", lazy.pattern(r"[.…·]{0,12}[（(【\[]?(?:此处|[\u4e00-\u9fff]{2,6}网)(?:隐藏|省略|略去|删除|隐去)[^，。\n]{0,4}?\d{1,7}\s?个?字[符]?(?:，[^）)\n]{0,20})?[）)】\]]?[.…·]{0,12}(?:\s?</?(?:p|div|br|span|strong|li)>|\s?/?(?:p|div|br|span|strong|li)>)?")),
    ("advert", lazy.pattern(r"[（(]?(?:仅展示|未完[,，]?|剩余|试读)\s?\d{0,7}字?[,，]?\s?全文共\s?\d{1,7}\s?字[）)]?")),
    ("advert", lazy.pattern(r"[（(【\[]本文共\d{1,7}字[）)】\]]")),
    ("page_tools", lazy.pattern(r"[（(【\[]\s?(?:请?点击|单击)(?:此处|这里|链接|图片)?(?:查看|下载|浏览|阅读|打开|放大)[^）)】\]\n]{0,12}[）)】\]]|登录(?:/?注册)?后(?:才)?可(?:以)?(?:查?看)(?:大图|高清图|原图|附件)")),
    ("licence", lazy.pattern(r"(?<![\u4e00-\u9fff《])本(?:篇)?(?:文章|文|资料|范文|文档)(?:来自|来源于|出自|摘自|转自|选自|由)[^，。；\n]{2,24}?(?:下载|网站?|文库|提供|整理|分享|站|收集|发布)[，。]?")),
    ("licence", lazy.pattern(r"[\[【(（](?:文章|资料|本文|内容)?(?:来源|出处|选自|摘自|转自|整理)[:：][^\]】)）\n]{2,30}[\]】)）]")),
    ("advert", lazy.pattern(r"[（(【\[](?:模板|范文|文档|本文|内容|资料)?仅供(?:大家|您)?(?:学习)?参考[）)】\]]|更多(?:[\u4e00-\u9fff]{0,12})(?:范文|文章|资料|精彩内容)[^，。\n]{0,6}(?:请|敬请|尽在|欢迎)[^。\n]{0,40}。?")),
    ("advert", lazy.pattern(r"(?:此|本|该)?(?:文档|资料|文件)?\s?(?:word|Word|WORD|doc|DOC)\s?(?:文档|格式|版本?|文件)[^，。\n]{0,6}(?:可|自由|任意|直接)[^，。\n]{0,4}(?:编辑|复制|修改|下载)[^，。\n]{0,10}|(?:可|自由)?(?:复制|任意)(?:和)?编辑(?:修改|使用)?(?=$|\s|[)）】])")),
    ("advert", lazy.pattern(r"(?:下面|以下|如下)(?:就)?(?:是|有|来看|为)[^。；\n]{2,40}?[，,](?:欢迎(?:大家|各位|您)?(?:参阅|阅读|参考|借鉴|查阅)|(?:仅)?供(?:大家|您|各位)?(?:参考|借鉴)|希望(?:对|能)[^。\n]{0,16}(?:帮助|启发|作用))[^，。\n]{0,8}[。！!]?")),
    ("licence", lazy.pattern(r"[-—]{0,6}\s?(?:资料|内容|文档|本文)?来(?:源|自)于?(?:网络|互联网)(?:整理|收集|搜集)?[，,]?\s?仅供[^。，\n]{0,10}(?:参考|学习|交流)")),
    ("licence", lazy.pattern(r"[（(【\[](?:本文|此文)?(?:来自|转自|摘自|选自|出自|来源于?)[^（()）【】\n]{0,12}(?:网|站|文库|论坛|频道|www)[^（()）【】\n]{0,24}[）)】\]]")),
    ("page_mark", lazy.pattern(r"(?<=[。；，\u4e00-\u9fff])[—－]{1,2}\s?\d{1,3}\s?[—－]{1,2}(?=[\u4e00-\u9fff])|第\s?\d{1,3}\s?页\s?共\s?\d{1,3}\s?页")),
    ("advert", lazy.pattern(r"精品文档\s?[-—.…]{0,6}\s?(?:下载后可任意编辑)?|(?:-{2,4})?下载后可任意编辑")),
    ("advert", lazy.pattern(r"(?<![A-Za-z])[A-Z][A-Za-z]{1,4}[\u4e00-\u9fff]{2,4}(?:文库|文档|范文网?|公文网|文秘网|资料网)[ \t]{0,4}$", re.MULTILINE)),
    ("advert", lazy.pattern(r"(?<=[。！？”）])[ \u3000]{1,4}(?![^\n]{0,60}(?:gov|edu)|网|官|登|访)(?:[\u4e00-\u9fff]{2,8}\s?)?(?:https?://)?(?:www|WWW)\.[\w.-]{3,40}(?:/[\w/.-]{0,40})?\s{0,4}$", re.MULTILINE)),
    ("advert", lazy.pattern(r"[（(【]?(?:本文|此文|原文|文章)?(?:来自|来源|转自|出自|转载自|来源于)[:：]?\s?[\u4e00-\u9fffA-Za-z]{0,12}\s?(?:网站?|文库)?\s?(?:https?://)?(?:www|WWW)\.[\w.-]{3,40}[\w/.-]{0,40}[）)】]?")),
)  # fmt: skip
HIDDEN_COUNT = lazy.pattern(r"(?:隐藏|省略|略去|删除|隐去)[^，。\n]{0,4}?(\d{1,7})\s?个?字")
PREFILTER = lazy.pattern(
    r"此处|点击|单击|登录|网(?:省略|隐藏|隐去|略去)|全文共|本文|本篇|本资料|本范文|本文档|来源[:：]|选自|摘自|转自|出处|整理[:：]|仅供|供大家|供参考|[—－]\s?\d|页\s?共|欢迎|希望对|更多|精品文档|编辑|[wW]ord|WORD|doc|DOC|www\.|WWW\.|文库|文档|文秘|资料网"
)


def line_kind(text: str, zone: Zone) -> str | None:
    """The kind of residue that this whole line is, or None."""
    if len(text) > LONGEST_LINE:
        return "site_header" if zone == "front" and SUMMARY.match(text) else None
    if zone == "body" and carries_text(text):
        return None
    bare = text.strip(ORNAMENTS) if text[0] in ORNAMENTS else text
    if SET_WIDE.match(text):
        bare = "".join(text.split())
    for kind, pattern in WHOLE_LINES if any(map(ANY_WHOLE_LINE.match, {text, bare})) else ():
        if pattern.match(text) or (bare is not text and pattern.match(bare)):
            return kind
    return kind_by_words(bare, zone) or kind_at_edge(bare, zone)


# 「点 击 下 载 本 文」
SET_WIDE = lazy.pattern(r"(?:[^\s，。；][ \u3000]{1,2}){3,30}[^\s，。；]$")


def kind_by_words(text: str, zone: Zone) -> str | None:
    """What labels, or words that only sites use, the line is made of."""
    if speaks_of_the_site(text):
        return "page_tools"
    if len(text) <= 160:
        published = publish_line(text)
        if published and (zone != "body" or published[1] >= 2):
            return published[0]
    return "page_tools" if is_of_the_site(text, zone != "body") else None


def kind_at_edge(text: str, zone: Zone) -> str | None:
    if zone != "body" and FOLLOW.match(text):
        return "advert"
    if zone == "front":
        return front_kind(text)
    if zone == "back" and (STRAY_LETTERS.match(text) or FLOOR.match(text) or OF_READERS.match(text)):
        return "page_tools"
    return "advert" if "小编" in text else None


def carries_text(text: str) -> bool:
    """A paragraph of the paper that the site merely set something into: never taken as a whole."""
    sentences = sum(map(text.count, "。；"))
    return (
        len(text) >= TITLE_LENGTH
        and sentences >= _SENTENCES
        and len(set(OF_THE_OFFICE.findall(text))) >= _SUBJECTS
    )


# What the papers of offices speak of.
OF_THE_OFFICE = lazy.pattern(
    "[我全][镇乡县区市局校村院所站委办]|政务公开|信息公开|村务|党务|校务|群众|工作|干部|制度|条例|审批|财政|乡镇|领导|监督|公布|公开栏|申请|会议|落实|全年|完成|资金|培训|整改|办事|程序|公示|座谈|意见|检查|考核|宣传|服务|责任|制定|成立"
)
_SENTENCES, _SUBJECTS = 2, 3


def front_kind(text: str) -> str | None:
    if BYLINE.match(text) or FLOOR.match(text) or STAMP.match(text) or CODE.match(text) or _CARD.match(text):
        return "publish_line"
    if WINDOW_NAME.match(text):
        return "site_header"
    if len(text) > LONG_PROSE and LIBRARY_HEAD.match(text):
        return None
    if SUMMARY.match(text) or INTRO.search(text):
        return "site_header"
    if ON_WRITING.search(text) and not SPEAKS_OF_ITSELF.search(text):
        return "site_header"
    if len(text) <= 80 and (COLLECTION_TITLE.search(text) or TRAIL.match(text)):
        return "site_header"
    if CONTENTS_LABEL.match(text):
        return "compilation_contents"
    return None


# The number of a card, and its labels set wide, each in a line of its own: 「标　　题」, 「索 取 号」.
CODE = lazy.pattern(
    r"(?=[^\n]{10,60}$)[A-Z]{0,6}\d[\dA-Z]{2,20}(?:[-/_.][\dA-Z]{2,20}){1,6}$|[^，。；\n]{0,12}?[0-9a-f]{16,64}$"
)
_CARD = lazy.pattern(
    r"(?:标\s+题|名\s+称|文\s+号|来\s+源|作\s+者|编\s+号|分\s+类|索\s+引\s+号|索\s+取\s+号|关\s+键\s+[词字]|主\s+题\s+词|发\s*[文布]\s+机\s*[关构]|[成发]\s*[文布]\s+日\s*期)$"
)
# 「某区政府信息公开专栏 >> 某镇 >> 制度」, without the word that begins such trails elsewhere.
TRAIL = lazy.pattern(
    r"(?:[\u4e00-\u9fff]{2,10}[：:]\s?)?[^>›»＞，。；：:]{2,24}(?:(?:>>|>|›|»|＞)[^>›»＞，。；：:]{2,40}){2,8}$"
)
FLOOR = lazy.pattern(r"\d{1,4}\s?(?:楼|#|F)\s.{2,40}\d{1,2}[-/]\d{1,2}.{0,30}$")
# 「2022-05-16 · 公文写作爱好者」, 「□ 永丰镇党政办」, 「Discuz! Board」: who wrote it, when, on what.
BYLINE = lazy.pattern(
    rf"{DATE}(?:\s?{CLOCK})?\s?[·•|｜丨].{{2,60}}$|.{{2,40}}[·•|｜丨]\s?{DATE}(?:\s?{CLOCK})?$|[□■◎◇◆○]\s?[^\s，。；：:]{{2,20}}$|[A-Za-z][A-Za-z .,!'-]{{3,60}}$"
)
FOLLOW = lazy.pattern(
    r"(?:请)?(?:点击|轻触|长按|点)[^。；\n]{0,24}(?:关注|订阅|收听|播放|放大|识别|收藏|转发)[^，。；]{0,8}$"
)
# What readers of a forum write below, and who keeps a page.
OF_READERS = lazy.pattern(
    r"(?:顶|支持|学习了|谢谢分享|感谢分享|好文|不错|路过|受教|收藏了|赞一个|楼主|写得好)(?![一-鿿]{0,6}[和与、]|[一-鿿]{5})[^。；《\n]{0,14}[！!~～。]?$|[^，。；：:]{4,30}(?:主办|承办|出品|制作|维护|版权所有)$"
)
STRAY_LETTERS = lazy.pattern(r"[A-Za-z]{1,4}$|[A-Za-z][A-Za-z .,!'-]{4,60}$")
# A library's number and title, glued to the text that follows them.
LIBRARY_HEAD = lazy.pattern(r"1、[^\n。；]{4,60}(?:范文|模板|[【（(][^】）)]{0,10}参考[】）)])")
LONG_PROSE = 100
# What pages set before and behind their labels.
ORNAMENTS = "▍▌▎▏█■▼▲△▽↑↓→←◀▶►◄※★☆-—– "


def _announces_links(text: str) -> bool:
    """「相关信息：」, not 「相关信息及时公开，主动接受监督」: a sentence that merely begins with such words goes on."""
    label = LINKS.match(text)
    if label is None:
        return False
    goes_on = re.match("[\u4e00-\u9fff]", text[label.end() :]) is not None
    return not (goes_on and re.search("[，。；]", text[label.end() :]))


_TOP, _PARAGRAPH = 4, 30


def _is_title_below(lines: Sequence[Line], index: int, label: Line) -> bool:
    """Whether the line below 「相关推荐：工作总结 自查报告」 at the top of a page is the title of the text under it, not one more link."""
    found = LINKS.match(label.text)
    tells_links = found is not None and bool(label.text[found.end() :].strip(" ：:"))
    alone = lines[index - 1] is label and index + 1 < len(lines)
    return index <= _TOP and tells_links and alone and len(lines[index + 1].text) >= _PARAGRAPH


def link_lists(lines: Sequence[Line]) -> Iterator[Residue]:
    """「相关推荐」 and the titles under it."""
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if len(line.text) > 160 or not _announces_links(line.text):
            continue
        end = line.end
        while (
            not KEYWORDS.match(line.text)
            and index < len(lines)
            and not _is_title_below(lines, index, line)
            and is_link_like(lines[index].text)
            and line_kind(lines[index].text, "body") is None
        ):
            end = lines[index].end
            index += 1
        yield Residue(line.start, end, "recommended_links")


def inline_residue(text: str, start: int = 0, end: int | None = None) -> Iterator[Residue]:
    """Marks and advertisements planted inside paragraphs."""
    stop = len(text) if end is None else end
    if PREFILTER.search(text, start, stop):
        for kind, pattern in INLINE:
            for match in pattern.finditer(text, start, stop):
                lead = len(match.group()) - len(match.group().lstrip())
                yield Residue(match.start() + lead, match.start() + len(match.group().rstrip()), kind)
    for match in MORE_ELSEWHERE.finditer(text, start, stop) if ("更多" in text or "回复" in text) else ():
        yield Residue(match.start(), match.end(), "advert")
    for match in CLAIMED.finditer(text, start, stop):
        yield Residue(match.start(), match.end(), "licence")
    for tail in PLANTED_TAIL.finditer(text, start, stop):
        near = max(start, tail.start() - 60)
        planted = PLANTED.search(text, near, tail.end()) or DOUBLED.search(text, near, tail.end())
        if planted:
            yield Residue(planted.start(), planted.end(), "advert")


def merged(pieces: Iterable[Residue]) -> tuple[Residue, ...]:
    """In order and without overlap; what lies inside another piece is dropped."""
    found: list[Residue] = []
    for piece in sorted(pieces, key=lambda p: (p.start, -p.end)):
        if not found or piece.start >= found[-1].end:
            found.append(piece)
        elif piece.end > found[-1].end:
            found.append(Residue(found[-1].end, piece.end, piece.kind))
    return tuple(found)


def front_length(lines: Sequence[Line]) -> int:
    """How many lines stand before the first paragraph that is not residue."""
    for index, line in enumerate(lines[:60]):
        if (line.is_prose or line.ends_sentence) and line_kind(line.text, "front") is None:
            return index
        if re.match(r"一\s?[、，.．]", line.text):
            return index
    return 0 if len(lines) > 60 else len(lines)


def whole_line_residue(lines: Sequence[Line]) -> Iterator[Residue]:
    """Lines of a file that are residue by their shape, given where the prose begins and ends."""
    front = front_length(lines)
    back = len(lines)
    while back > front and not (lines[back - 1].is_prose and line_kind(lines[back - 1].text, "back") is None):
        back -= 1
    for index, line in enumerate(lines):
        zone: Zone = "front" if index < front else "back" if index >= back else "body"
        kind = line_kind(line.text, zone)
        if kind and not heads_minutes([one.text for one in lines[index : index + 3]]):
            yield Residue(line.start, line.end, kind)


def told_before(text: str, lines: Sequence[Line]) -> Iterator[Residue]:
    """A summary above the text: its title and first words once more, cut off where the page had no more room."""
    for line in lines[:4]:
        told = BLANKS.sub("", line.text)
        rest = BLANKS.sub("", text[line.end : line.end + 2 * len(line.text)])
        if SHORTEST_SUMMARY <= len(told) <= LONGEST_LINE and told != rest and rest.startswith(told):
            yield Residue(line.start, line.end, "site_header")
            return


BLANKS = lazy.pattern(r"\s+")
SHORTEST_SUMMARY = 24


def find_residue(text: str) -> tuple[Residue, ...]:
    """Everything of the web page that can be told without knowing where the documents begin and end."""
    lines = lines_of(text)
    whole = list(whole_line_residue(lines))
    taken = {piece.start for piece in whole}
    left = [line for line in lines if line.start not in taken]
    marks = page_marks(left)
    above = [
        *told_before(text, lines),
        *glued_numbers(lines),
        *glued_headings(lines),
        *scattered_titles(left),
    ]
    return merged(
        [
            *marks,
            *above,
            *link_lists(lines),
            *contents_in_one_line(lines),
            *contents_lists(lines),
            *whole,
            *inline_residue(text),
        ]
    )
