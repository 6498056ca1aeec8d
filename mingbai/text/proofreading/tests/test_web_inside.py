"""What a web page left inside sentences: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

FIRES = {
    "web.half_code": [
        "与会人员参加了培训。（编辑：办公室）/p>",
        "全年公开信息[/b]120条。",
        "我镇{{title}}公开指南已更新。",
        "公开目录-->已经修订。",
        "一是加强领导nbsp;二是完善制度。",
    ],
    "web.empty_address": [
        "公众可在县政府网站（http://）查阅。",
        "请登录http://查询本报告电子版。",
        "本局门户网站https://上可下载本报告。",
        "网址为www.，欢迎查询。",
        "报告刊登在县政府网站http:// 上。",
    ],
    "web.picture_place": [
        "[图片]\n我镇召开政务公开工作推进会。",
        "会议现场【图1】气氛热烈。",
        "点击查看大图",
        "图片加载中，请稍候。我镇开展政务公开日活动。",
        "您的浏览器版本过低，请升级后查看政务公开信息。",
    ],
    "web.request_of_the_site": [
        "全年公开信息120条。更多精彩内容，请继续关注本站。",
        "点击上方蓝字关注我们",
        "长按识别二维码了解更多。",
        "如果您觉得有用，欢迎分享给身边的人。",
        "请务必留意我们网站的实时更新以便及时调整计划。",
    ],
    "web.shop_words": [
        "开通会员免费下载全文。",
        "制度更加完善。下载后可任意编辑。",
        "需要10积分下载",
        "本篇共10页珍藏版。",
        "VIP专享文档，全年公开信息120条。",
    ],
    "web.reprint_line": [
        "我镇召开推进会。（来源：清溪新闻网）",
        "本文转自清溪县政府公众号，有改动。",
        "推进会圆满结束。【来源：青山日报】",
        "（转载自青山论坛）我镇开展公开日活动。",
        "本文来源于网络，全年公开信息120条。",
    ],
}
PASSES = {
    "web.half_code": [
        "公开率<95%的单位3个。",
        "见附件[1]，路径为公开/年报。",
        "满意度>98%。",
        "报表按月/季度公开。",
        "政务公开专栏[以下简称专栏]已开通。",
    ],
    "web.empty_address": [
        "公众可在县政府网站（http://www.a.gov.cn）查阅。",
        "网址：https://a.gov.cn/index.html。",
        "登录www.a.gov.cn查询。",
        "网站实行https加密访问。",
        "网站支持http协议和数据接口。",
    ],
    "web.picture_place": [
        "利用图片、视频等形式公开。",
        "村民可点击查看公开目录。",
        "制作图解（见附件）12个。",
        "拍摄视频（共6期）宣传政策。",
        "为老年人提供大字版浏览器设置。",
    ],
    "web.request_of_the_site": [
        "群众可关注县政府公众号。",
        "更多信息请登录政府门户网站查询。",
        "每月向本站所转发镇村公开信息。",
        "公开内容更加有用、管用。",
        "将文件转发各村学习。",
    ],
    "web.shop_words": [
        "积分兑换规则在公开栏公布。",
        "村集体经济组织会员名单已公示。",
        "群众可下载申请表填写。",
        "县图书馆建有数字文库。",
        "推行“积分制”管理，每积分兑换一元。",
    ],
    "web.reprint_line": [
        "资金来源：县级财政。",
        "数据来源：统计年报。",
        "问题来源于群众反映。",
        "（经费来自财政拨款）",
        "文章来自基层干部，编入信息汇编。"[2:],
    ],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FIRES.items() for text in texts])
def test_fires(rule: str, text: str) -> None:
    assert findings(rule, text)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in PASSES.items() for text in texts])
def test_passes(rule: str, text: str) -> None:
    assert findings(rule, text) == []


def test_every_rule_has_five_of_each() -> None:
    assert {rule: len(texts) for rule, texts in FIRES.items()} == dict.fromkeys(PASSES, 5)
    assert all(len(texts) == 5 for texts in PASSES.values())
