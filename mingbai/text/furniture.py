"""Lines of sites that are no office's: comment boxes, votes, counters, shops for documents, scripts, menus of links."""

import re

from mingbai.text import lazy

_HAN = r"\u4e00-\u9fff"
_LEAD = r"[>》›»▲◆■●·•★☆※\-—=_\s]{0,12}"
# What stands behind a label ends where another begins: each line is read in one way only, however long it is.
_FORM_LABEL = "(?:用户名?|昵称|姓名|密码|验证码|评分|内容|邮箱|网址|主页)"

# Residue wherever the line stands.
FURNITURE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("page_tools", lazy.pattern(rf"{_LEAD}(?:我来说两句|我要评论|(?:网友|用户|文档|最新|热门|全部|精彩|发表)评论|评论(?:列表|区|内容)|查看所有评论|(?:目前)?共?有?\s?\d{{1,6}}\s?[位条](?:网友)?(?:发表了)?评论)[^。；]{{0,60}}$")),
    ("page_tools", lazy.pattern(rf"(?=.{{0,80}}(?:验证码|匿名|密码|游客))(?:{_FORM_LABEL}(?:(?!{_FORM_LABEL})[^，。；]){{0,20}}){{2,6}}(?:匿名发表|匿名|发表|提交|登录|注册|发布)?$")),
    ("licence", lazy.pattern(r"(?:网友|以上|本站)(?:的)?(?:评论|留言|言论|跟帖)(?:内容)?(?:仅供?|只)?(?:供其)?(?:表达|代表).{0,60}$")),
    ("page_tools", lazy.pattern(r"(?:(?:[【\[(（]?(?:顶一下|踩一下|顶|踩|赞|好文章|点个赞|加入收藏|挑错|推荐|有用|没用|鲜花|鸡蛋)[】\])）]?\s?(?:[(（]\s?\d{1,6}\s?[)）])?\s?(?:\d{1,3}(?:\.\d+)?[%％])?[\s|/]{0,5}){2,8})$")),
    ("page_counter", lazy.pattern(r"(?:(?:今日|昨日|本月|总|累计|页面)?(?:访问|浏览|点击|在线|访客|来访)(?:总)?(?:量|数|人数|次数)?\s?[:：]\s?[\d,]{1,10}\s?[人次]{0,2}[\s|,，]{0,5}){2,6}$")),
    ("recommended_links", lazy.pattern(rf"{_LEAD}(?:您?可能(?:还)?(?:关注|感兴趣|喜欢|需要)的?(?:文档|文章|资料|内容)?|(?:相关|热门|精品|最新|推荐|猜你喜欢的?)(?:文档|网站|网址|站点|课件|资源|下载|图文))\s?[:：]?[-—=_\s]{{0,12}}$")),
    ("advert", lazy.pattern(rf"{_LEAD}(?:\d{{1,3}}亿?\s?)?(?:VIP|vip|会员)\s?(?:精品|专享|免费|尊享)?(?:文档|资料|下载|模板).{{0,20}}$")),
    ("recommended_links", lazy.pattern(r"[>》›»]{1,3}\s?(?:下一页|上一页|更多|点击|查看|阅读|返回).{0,60}$")),
    ("page_tools", lazy.pattern(r"(?:var\s+\w{1,40}\s?=|function\s?\w{0,40}\s?\(|\$\(|document\.|window\.|jQuery\b|_hmt\b|\(function|\}\)?\(?\)?;|<!--|/\*|\.[a-z][\w-]{0,40}\s?\{).{0,400}$")),
    ("compilation_heading", lazy.pattern(r"\[_?TAG_?\w{0,6}\].{0,80}$")),
    ("advert", lazy.pattern(r"(?:微信)?(?:扫码|扫一扫|长按|扫描)[^。；]{0,40}(?:公众号|二维码|小程序|关注|领取|获取)[^。；]{0,50}[。！!]?$|(?:关注|搜索)(?:微信)?公众号[“「:：][^。；]{0,60}[。！!]?$")),
    ("page_tools", lazy.pattern(r"(?:附件下载|相关附件|文件下载|附件列表)\s?[:：]?\s?(?:[^。；\n]{0,80}\.(?:docx?|pdf|xlsx?|wps|et|rar|zip|pptx?))?$")),
    ("page_tools", lazy.pattern(r"(?:本页二维码|手机扫码浏览|扫码查看手机版|微信扫码阅读)$")),
    ("publish_line", lazy.pattern(r"[•·]\s?(?:\d{1,7}|约\s?[\d.]+\s?[千万]?字|约\s?\d+\s?页|举报|(?:19|20)\d\d-\d\d-\d\d\s?发布于.{1,8})$")),
    ("site_header", lazy.pattern(r"[^，。；]{2,60}\.(?:docx?|pdf|pptx?|wps)\s?(?:VIP|vip|免费|\d{1,3}页|下载).{0,12}$")),
    ("site_header", lazy.pattern(rf"(?:[{_HAN}]{{2,12}}\s?(?:→|➤|»|›|＞＞|>>)\s?){{1,6}}[{_HAN}]{{2,20}}$")),
    ("page_counter", lazy.pattern(r"(?:\d{1,3}\s?/\s?\d{1,3}|(?:此|本)?(?:文章|文档|资料)?共有?\s?\d{1,3}\s?页[,，\s]{0,2}(?:当前)?第\s?\d{1,3}\s?页)$")),
    ("site_header", lazy.pattern(r"(?:(?:您?的?(?:当前|现在)?的?)?位置导航|当前导航|(?:当前)?路径|栏目导航)\s?[:：].{0,120}$")),
    ("licence", lazy.pattern(r"[（(【\[]?[^。；]{0,24}(?:未经[^。；]{0,8}[，,]?\s?|谢绝|请勿|严禁|禁止|不得)(?:不得|严禁|禁止|请勿|擅自)?(?:转载|复制|摘编|翻印|盗用)[^。；]{0,16}[）)】\]。！]{0,2}$")),
    ("licence", lazy.pattern(r"(?:本文|此文|文章)?(?:转自|摘自|来自|选自|出自|出处)\s?[\[【（(：:][^。；\n]{2,50}$")),
    ("recommended_links", lazy.pattern(rf"{_LEAD}(?:相关报道|(?:拓展|扩展|延伸)阅读[】\]]?|(?:栏目|本类|本站)(?:推荐|热门|最新).{{0,12}})[】\]]?\s?[:：]?$")),
    ("site_header", lazy.pattern(r"(?:无标题文档|新建文档|Untitled(?:\sDocument)?|未命名文档)$")),
    ("page_tools", lazy.pattern(r"[〖【\[(（\s]{0,4}(?:(?:请先)?登录(?:后|才)(?:才能|方可|即可|可以?)?(?:查看|阅读|下载|发表|评论)[^。；]{0,30}|请先(?:登录|注册)[^。；]{0,20}|双击(?:自动)?滚屏|看不清[?？]?[^。；]{0,10}|验证码\s?[:：][^。；]{0,20}|点击刷新(?:验证码)?|换一张)[〗】\])）。！\s]{0,4}$")),
    ("page_tools", lazy.pattern(r"[〖【\[(（]\s?字体\s?[:：]?\s?大\s?中\s?小\s?[〗】\])）][〖【\[(（\s]{0,3}[^，。；]{0,20}$")),
    ("advert", lazy.pattern(r"(?:您|你)(?:还|也)?可以?(?:访问|登录|进入|到)[^。；]{2,60}(?:栏目|频道|网站|专题|本站)[^。；]{0,20}(?:查看|查阅|阅读|了解|获取)[^。；]{0,40}[。！]?$")),
    ("advert", lazy.pattern(r"(?:查看|阅读|浏览|了解)更多[^，。；]{2,40}(?:相关|内容|范文|文章)[^。；]{0,10}[，,]?(?:请)?(?:点击|进入|访问|关注|返回)[^。；]{0,30}[。！]?$")),
    ("licence", lazy.pattern(r"[*＊※\s（(]{0,4}(?:以上|本文|本)?(?:内容|文章|回答|文本|文案|文档)?由\s?(?:AI|ai|人工智能|大模型|文心一言|通义千问|豆包|DeepSeek|ChatGPT|Kimi)\s?(?:自动)?(?:生成|撰写|整理|提供|辅助)[^。；]{0,20}[。）)]?$")),
    ("advert", lazy.pattern(r"(?:本文为全文原貌|未安装\s?PDF\s?浏览器|请先下载安装|原版全文|正文快照|CAJ|cajviewer|PDF\s?阅读器)[^。；]{0,50}$")),
    ("page_counter", lazy.pattern(r"(?:第\s?\d{1,3}\s?页|[—－–-]{1,2}\s?\d{1,3}\s?[—－–-]{1,2}|·\s?\d{1,3}\s?·|Page\s?\d{1,3}(?:\s?of\s?\d{1,3})?|P\.?\s?\d{1,3})$")),
    ("page_mark", lazy.pattern(r"[（(【\[](?:下转|上接|紧接|转|接)第?\s?[\d一二三四五六七八]{1,3}\s?[版页][)）】\]]$")),
    ("site_header", lazy.pattern(rf"[{_HAN}]{{2,12}}\s?[-—_|·]\s?[{_HAN}]{{2,10}}(?:网|资源|文库|资料库|范文|论坛|下载站)$")),
    ("site_header", lazy.pattern(rf"[{_HAN}A-Za-z]{{2,14}}(?:网|文库|文秘|资源库|论坛)\s{{0,2}}[-—_|·]{{1,2}}\s{{0,2}}[^，。；\n]{{2,30}}$")),
    ("advert", lazy.pattern(r"(?:欢迎下载|谢谢(?:观看|阅读|下载)|感谢(?:下载|阅读|浏览|使用)|可编辑修改|(?:优质|专业|精选)(?:文档|资料)|内容(?:仅供|来源)[^。；]{0,20}|资料(?:仅供|来源)[^。；]{0,20}|精选公文范文[^。；]{0,20}|\d{1,3}\s?最新资料推荐[^。；]{0,20}|-{1,4}\s?(?:优质文档|精品资料)[^。；]{0,20})[，,。！!]?(?:欢迎下载|可修改|可编辑)?$")),
    ("page_tools", lazy.pattern(r"(?:您的浏览器(?:版本)?(?:过低|不支持)|请(?:使用|启用|开启)(?:JavaScript|javascript|IE|Chrome|谷歌浏览器)|(?:正在)?加载中|Loading|loading|数据加载|暂无(?:评论|数据|内容|图片|附件)|图片加载失败|视频加载|播放视频)[^，。；]{0,30}[.…]{0,6}$")),
    ("page_tools", lazy.pattern(r"(?:javascript\s?[:：]\s?void\(0\);?|#top|\[?打开APP\]?|打开(?:APP|App|app|微信|客户端)[^，。；]{0,20}|用?(?:APP|App|客户端)(?:内)?(?:打开|查看|阅读)[^，。；]{0,16}|在(?:微信|浏览器|APP|App)(?:中|内)?打开[^，。；]{0,12})$")),
)  # fmt: skip

# Words that only a site says of itself, in a short line that is no sentence of the text.
SITE_WORDS = lazy.pattern(
    r"文库(?:VIP|协议|会员|首页)|VIP(?:专享|特权|文档|会员)|(?:共享|优质|精品|付费|原创)文档|下载(?:特权|券|次数)|百度(?:首页|文库|一下)|使用百度|MSN|本页(?:地址|网址|链接)|本站(?:微信|客服|原创|声明|推荐|QQ)"
    r"|在线(?:咨询|客服|QQ)|被编辑过|您还可以|本栏目更多|(?:支持|反对|中立)\s?[(（]\d|范文(?:搜?网|之家|大全网|搜)|admin\b|Powered by|意见反馈$|返回(?:首页|上级|目录)$|加入(?:文库|会员)|文章(?:录入|标题|作者)[:：]|(?:录入|审核|编辑|上传)者[:：]\s?\w"
)
SITE_LINE_LENGTH = 60

_KIND = "(?:总结|自查报告|汇报|计划|整改报告|调研报告|情况报告|范文|心得体会|方案|述职报告)"
_SUBJECT = r"(?:政务|政府|校务|村务|党务|院务|厂务|居务|信息|公开|工作|自查|年度|年终|整改|实施|质量|情况|乡镇|街道|学校|社区|县直|部门|单位|村级|机关|最新|20\d\d|20xx|xx|年)"
# 「政务公开工作总结-政务公开总结」: the name of a browser's window.
WINDOW_NAME = lazy.pattern(
    rf"[^，。；：\n]{{4,30}}{_KIND}(?:范文)?\s?[-_—|]{{1,2}}\s?[^，。；：\n]{{2,30}}(?:{_KIND}|范文|网站?|文库|门户|政府|政务|公开)$"
)
# A paragraph's sentence that is nothing but the name of some article: collections plant them for search engines.
PLANTED = lazy.pattern(
    r"(?<=[。！？，,])(?:(?:20\d\d|20xx|xx)年?)?(?:整改报告|工作总结|工作汇报|自查报告|工作计划|述职报告)?"
    rf"(?:《[^》\n。，]{{4,30}}{_KIND}》|{_SUBJECT}{{2,10}}{_KIND}(?:[\d一二三四五六七八九十]{{1,3}}篇)?(?:{_SUBJECT}{{1,8}}{_KIND})?)[。]"
)
# 「（范文搜网原创）」 inside a line.
CLAIMED = lazy.pattern(
    r"[（(【\[][^（()）【】\[\]\n]{0,12}(?:网|站|文库|范文)[^（()）【】\[\]\n]{0,6}(?:原创|首发|整理|提供|收集|搜集)[）)】\]]"
)
# The same planted name twice in a row, without a mark between it and the sentence.
DOUBLED = lazy.pattern(rf"((?:(?:20xx|20\d\d|xx)年?)?{_SUBJECT}{{2,8}}{_KIND})\1。?")
PLANTED_TAIL = lazy.pattern(r"(?:总结|报告|汇报|计划|范文|心得体会|方案)》?。")
# 「更多校务公开总结请关注范文之家！」: an office sends nobody to a site of model texts.
MORE_ELSEWHERE = lazy.pattern(
    r"(?:(?:了解|查看|阅读|获取|想看)?更多(?![^，。！!\n]{0,40}(?:政府|门户|公众号|窗口|政务服务|官网|官方|咨询|大厅|我[镇乡局县区]))"
    r"[^，。！!\n]{2,24}(?:请|敬请|尽在|欢迎)[^，。！!\n]{2,30}|[^，。！!\n]{0,12}回复[“「][^”」\n]{1,12}[”」][^，。\n]{0,8}(?:领取|获取|下载)[^，。\n]{0,20})[。！!]?"
)


def speaks_of_the_site(text: str) -> bool:
    return (
        len(text) <= SITE_LINE_LENGTH
        and not ("。" in text[:-1] or "；" in text)
        and SITE_WORDS.search(text) is not None
    )
