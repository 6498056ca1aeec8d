"""Menus, cards and buttons of a site in a line of their own."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, each_of, fires

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


@pytest.mark.parametrize(("name", "text", "wanted"), each_of(CASES))
def test_the_line_of_a_page_is_known(name: str, text: str, *, wanted: bool) -> None:
    assert fires(name, text) is wanted
