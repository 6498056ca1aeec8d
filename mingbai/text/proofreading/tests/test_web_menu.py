"""Menus, cards and buttons of a site in a line of their own."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread
from mingbai.text.proofreading.tests.reading import findings

_TEXT = "\n白杨镇2023年政务公开工作总结\n我镇认真落实。"
CASES: Cases = {
    "web.menu_line": (
        (
            "首页 | 新闻中心 | 政务公开 | 办事服务 | 互动交流" + _TEXT,
            "无障碍阅读 | 长者模式 | 繁体版 | 登录" + _TEXT,
            "网站地图  联系我们  设为首页  加入收藏" + _TEXT,
            "2022年度 | 2021年度 | 2020年度 | 更多>>" + _TEXT,
            "首页 > 信息公开 > 公开年报" + _TEXT,
        ),
        (
            "首页、政务公开、办事服务三个栏目由党政办更新。" + _TEXT,
            "白杨镇 政务公开 工作总结" + _TEXT,
            "村名 | 户数 | 人口" + _TEXT,
            "完善首页 更多 互动交流等栏目，方便群众查询。" + _TEXT,
            "一、政务公开" + _TEXT,
        ),
    ),
    "web.card_line": (
        (
            "标题：白杨镇2023年政务公开工作总结 文号： 生成日期：2024-01-20" + _TEXT,
            "索引号：00321/2024-0002 主题分类：综合 发布机构：白杨镇" + _TEXT,
            "信息名称：年度报告\t文号：无\t公开日期：2024-01-20" + _TEXT,
            "索 引 号：00321 信息分类：年报 有效性：有效" + _TEXT,
            "发文机关：白杨镇 成文日期：2024年1月20日 公开方式：主动公开" + _TEXT,
        ),
        (
            "文号一栏填写发文字号，生成日期一栏填写成文日期。" + _TEXT,
            "发布时间：2024年1月20日" + _TEXT,
            "有效期：五年" + _TEXT,
            "关键词：政务公开" + _TEXT,
            "公开时限：自信息形成之日起20个工作日内。公开方式：网站。公开范围：全社会。" + _TEXT,
        ),
    ),
    "web.card_column": (
        (
            "索引号：\n003/2024-02\n主题分类：\n发文机构：白杨镇\n发布日期：2024-01-20" + _TEXT,
            "• 索引号:\n• 发文机构:白杨镇\n• 有效性:\n• 内容概述:" + _TEXT,
            "发布机构：白杨镇\n公开方式：主动公开\n有效性：有效" + _TEXT,
            "文号：无\n成文日期：2024年1月\n公开时限：长期" + _TEXT,
            "主题分类：综合\n生成日期：2024-1-20\n关键词：公开" + _TEXT,
        ),
        (
            "发文字号：按登记簿填写。" + _TEXT,
            "有效期：五年" + _TEXT,
            "发布日期：2024-01-20" + _TEXT,
            "公开时限：自形成之日起20个工作日内。\n公开方式：网站。\n公开范围：全社会。" + _TEXT,
            "一、公开时限\n二、公开方式\n三、公开范围" + _TEXT,
        ),
    ),
    "web.shown_in_part": (
        (
            "仅展示327字，全文共616字",
            "本文共1200字",
            "还剩12页未读",
            "余下全文",
            "通过了解上述内容，您肯定有话要说吧？",
        ),
        ("报告全文共六个部分。", "全文公开。", "还有12页附表。", "本文约定", "余下3件正在办理。"),
    ),
    "web.button_line": (
        (
            ">>正文" + _TEXT,
            "Skip to main content" + _TEXT,
            _TEXT[1:] + "\n附件：暂无",
            _TEXT[1:] + "\n返回顶部",
            "清政办〔2018〕3号 [我要打印] [关闭]" + _TEXT,
            _TEXT[1:] + "\n相关链接：",
        ),
        (
            "正文和附件由党政办保存。" + _TEXT,
            _TEXT[1:] + "\n附件：任务分解表",
            "群众可打印本页或者收藏网址。" + _TEXT,
            "查看更多情况，请到窗口。" + _TEXT,
            "对错发的信息及时纠错。" + _TEXT,
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_line_of_a_page_is_known(name: str) -> None:
    assert misread(name, CASES) == []


def test_a_heading_of_the_papers_own_does_not_hold_up_its_publication():
    (bare,) = findings("web.button_line", "正文\n我镇认真落实。")
    (signed,) = findings("web.button_line", ">>正文\n我镇认真落实。")
    assert (bare.severity, signed.severity) == ("warning", "error")
