"""Lines of sites that are no office's: comment boxes, votes, counters, shops for documents, scripts, menus of links."""

import re

from mingbai.text import lazy

_HAN = r"\u4e00-\u9fff"
_LEAD = r"[>》›»▲◆■●·•★☆※\-—=_\s]{0,12}"

# Residue wherever the line stands.
FURNITURE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("page_tools", lazy.pattern(rf"{_LEAD}(?:我来说两句|我要评论|(?:网友|用户|文档|最新|热门|全部|精彩|发表)评论|评论(?:列表|区|内容)|查看所有评论|(?:目前)?共?有?\s?\d{{1,6}}\s?[位条](?:网友)?(?:发表了)?评论)[^。；]{{0,60}}$")),
    ("page_tools", lazy.pattern(r"(?=.{0,80}(?:验证码|匿名|密码|游客))(?:(?:用户名?|昵称|姓名|密码|验证码|评分|内容|邮箱|网址|主页)\s?[:：]?\s{0,6}[^，。；]{0,12}?\s{0,6}){2,6}(?:匿名发表|匿名|发表|提交|登录|注册|发布)?$")),
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
)  # fmt: skip

_KIND = "(?:总结|自查报告|汇报|计划|整改报告|调研报告|情况报告|范文|心得体会|方案|述职报告)"
_SUBJECT = r"(?:政务|政府|校务|村务|党务|院务|厂务|居务|信息|公开|工作|自查|年度|年终|整改|实施|质量|情况|乡镇|街道|学校|社区|县直|部门|单位|村级|机关|最新|20\d\d|20xx|xx|年)"
# A paragraph's sentence that is nothing but the name of some article: collections plant them for search engines.
PLANTED = lazy.pattern(
    r"(?<=[。！？，,])(?:(?:20\d\d|20xx|xx)年?)?(?:整改报告|工作总结|工作汇报|自查报告|工作计划|述职报告)?"
    rf"(?:《[^》\n。，]{{4,30}}{_KIND}》|{_SUBJECT}{{2,10}}{_KIND}(?:[\d一二三四五六七八九十]{{1,3}}篇)?(?:{_SUBJECT}{{1,8}}{_KIND})?)[。]"
)
# The same planted name twice in a row, without a mark between it and the sentence.
DOUBLED = lazy.pattern(rf"((?:(?:20xx|20\d\d|xx)年?)?{_SUBJECT}{{2,8}}{_KIND})\1。?")
PLANTED_TAIL = lazy.pattern(r"(?:总结|报告|汇报|计划|范文|心得体会|方案)》?。")
# 「更多校务公开总结请关注范文之家！」: an office sends nobody to a site of model texts.
MORE_ELSEWHERE = lazy.pattern(
    r"(?:(?:了解|查看|阅读|获取|想看)?更多(?![^，。！!\n]{0,40}(?:政府|门户|公众号|窗口|政务服务|官网|官方|咨询|大厅|我[镇乡局县区]))"
    r"[^，。！!\n]{2,24}(?:请|敬请|尽在|欢迎)[^，。！!\n]{2,30}|[^，。！!\n]{0,12}回复[“「][^”」\n]{1,12}[”」][^，。\n]{0,8}(?:领取|获取|下载)[^，。\n]{0,20})[。！!]?"
)
