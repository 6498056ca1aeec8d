"""What belongs to the web page, and what looks like it and belongs to the document."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.residue import find_residue
from mingbai.text.tests.writing import TOWN

TITLE = "青山县清溪镇2019年政务公开工作总结"


def kinds(text: str) -> dict[str, str]:
    found = ingest(SourceDocument("page.txt", text, "text/plain"))
    return {text[piece.start : piece.end]: piece.kind for piece in found.stripped}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("当前位置：首页 > 信息公开 > 工作总结", "site_header"),
        ("发布时间：2021-01-15 09:30 信息来源：清溪镇 浏览次数：123 字体：[大 中 小]", "publish_line"),
        ("来源：县政府办 | 作者：办公室 | 日期：2020/1/3 | 阅读：88次", "publish_line"),
        ("字号：【大】【中】【小】 【打印】【关闭】", "page_tools"),
        ("分享到：微信 微博 QQ空间", "share"),
        ("您当前所在位置: 首页 > 政务公开", "site_header"),
        (">政务公开>组织机构>镇、街道>东浦街道>信息公开年报", "site_header"),
        ("发布时间 : 2015-03-18 来源:大瑶镇 字体大小:", "publish_line"),
        ("发布日期: 2017- 01- 13 00: 00 浏览次数:", "publish_line"),
        ("公开方式: 主动公开 公开范围: 面向全社会", "publish_line"),
        ("索引号: 113306020025825184/2017-72921 组配分类: 信息公开年报", "publish_line"),
        ("2024-07-03 18:35:01工作报告", "publish_line"),
        ("内容预览:", "page_tools"),
        ("时间:2023-02-24 14:41:28 工作汇报 我要投稿", "publish_line"),
        ("2015-11-10 01:51:51信息来源:浏览次数:字体:[ ]", "publish_line"),
        ("更新于2024年1月12日", "publish_line"),
        ("青山县政府信息公开专栏 >> 清溪镇 >> 政府信息公开制度", "site_header"),
        ("政务公开政策性强，下面来看乡镇政务公开自查报告范文。", "site_header"),
    ],
)
def test_lines_above_the_text(line: str, kind: str) -> None:
    assert kinds(f"{line}\n{TITLE}\n{TOWN.text}")[line] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("【打印本页】【关闭窗口】", "page_tools"),
        ("本文已影响 人", "page_counter"),
        ("范文最新推荐------------------------------", "site_header"),
        ("[NextPage]", "page_tools"),
        ("点击加载图片", "page_tools"),
        ("（图源网络，侵删）", "licence"),
        ("发布于：北京市", "page_tools"),
        ("发表于 2015-3-4 10:20 | 只看该作者", "page_tools"),
        ("24小时热文", "recommended_links"),
        ("【导读】本文介绍院务公开的主要做法。", "site_header"),
        ("文/张某", "publish_line"),
        ("青石发布 2019-08-12 17:20", "publish_line"),
        ("【计划书 - 村务公开工作计划】", "site_header"),
        ("青石首页 新闻 体育 汽车", "site_header"),
        ("付费阅读剩余70%", "advert"),
        ("¥5.00 立即购买", "advert"),
        ("换一批", "advert"),
        (". 可修编-", "advert"),
        ("【更多村务公开总结】", "recommended_links"),
        ("网络编辑：小陈", "publish_line"),
        ("0 人阅读 | 0 次下载 | 举报文档", "page_counter"),
        ("阅读提示：本文共计1856个字，预计阅读时长为7分钟。", "page_tools"),
        ("收藏《厂务公开工作总结》", "advert"),
        ("为您推荐：", "recommended_links"),
        ("上一篇：清溪镇2018年工作总结", "recommended_links"),
        ("扫一扫在手机打开当前页", "share"),
        ("主办单位：青山县人民政府办公室 技术支持：某某公司", "footer"),
        ("皖ICP备00000001号-1", "footer"),
        ("Copyright © 2020 某某网 版权所有", "licence"),
        ("本文内容由网友上传，如有侵权请联系我们删除", "licence"),
        ("页面执行时间0.12秒, 查询数据库8次", "page_counter"),
        ("共 5 页 首页 上一页 1 2 3 4 5 下一页 尾页", "page_counter"),
        ("将本文的Word文档下载到电脑，方便收藏和打印", "advert"),
        ("发表评论", "page_tools"),
        ("以上就是小编为大家整理的全部内容，希望对大家有所帮助。", "advert"),
        ("查阅全文加微信:12345 某写作网(可搜索其他更多资料)", "advert"),
        ("清溪镇2019年政府信息公开工作年度报告.docx", "page_tools"),
    ],
)
def test_lines_below_the_text(line: str, kind: str) -> None:
    text = f"{TITLE}\n{TOWN.text}\n{line}"
    assert kinds(text)[line] == kind
    (document,) = ingest(SourceDocument("page.txt", text, "text/plain")).documents
    assert text[document.start : document.end] == f"{TITLE}\n{TOWN.text}"


def test_a_list_of_links_is_one_piece() -> None:
    links = "相关推荐：\n乡镇政务公开工作汇报\n社区居务公开工作计划\n学校校务公开总结"
    assert kinds(f"{TITLE}\n{TOWN.text}\n{links}") == {links: "recommended_links"}


def test_a_page_title_that_the_document_repeats_is_the_pages() -> None:
    text = f"{TITLE}\n发布时间：2020-01-15 阅读次数：3\n清溪镇2019年政务公开工作总结\n{TOWN.text}"
    assert kinds(text)[TITLE] == "site_header"


def test_planted_article_names_and_marks_inside_the_text() -> None:
    text = f"{TITLE}\n{TOWN.text}\n我镇坚持以公开促落实，政务公开自查报告。审核把关也很严格……此处隐藏120个字……确保信息准确。"
    assert "政务公开自查报告。" in kinds(text)
    assert "……此处隐藏120个字……" in kinds(text)
    doubled = f"{TITLE}\n{TOWN.text}\n我镇做好信息更新等工作20xx政务公开工作汇报20xx政务公开工作汇报。制度不断完善，成效明显。"
    assert "20xx政务公开工作汇报20xx政务公开工作汇报。" in kinds(doubled)


@pytest.mark.parametrize(
    "line",
    [
        "本文已影响较大，不再重复公开。",
        "点击查看图片是居民反映最多的操作。",
        "发布于官网首页的信息由办公室负责。",
        "新闻 宣传 体育 活动",
        "更多群众知晓公开总结大会的内容。",
        "[附表]",
        "收藏图书《条例》三册，人阅读次数逐月登记。",
        "为您推荐合适的岗位，是人社所的承诺。",
        "时间：2019年5月1日上午9时，地点：镇政府三楼会议室，参加人员为各村书记。",
        "2020年1月10日",
        "清溪镇人民政府",
        "我镇来源于群众、服务于群众，主动接受监督，做到打印、复印免费。",
        "联系电话：0555-1234567，地址：青山县清溪镇人民路1号。",
        "一是上一篇报告中提出的问题已全部整改到位，群众满意度提高。",
        "公开范围：面向全镇群众公开，公开方式由各村自定，可张榜公布。",
        "2024年7月3日下午召开工作报告会，各村负责人参加。",
        "附件：1.清溪镇公开目录.docx",
        "办理流程：申请>受理>审核>公示",
        "会议时间：2023年5月6日 09:00 地点：三楼会议室",
        "下面是各村公开栏检查的情况，供镇领导小组研究时对照。",
    ],
)
def test_lines_of_the_document_stay(line: str) -> None:
    assert kinds(f"{TITLE}\n{TOWN.text}\n{line}") == {}


def test_menus_above_and_addresses_below() -> None:
    menu = ["网站首页", "新闻中心", "政务公开", "办事服务", "互动交流", "走进青山"]
    foot = ["政府网站导航", "主办单位：青山县人民政府办公室", "地址：青山县人民路1号", "邮编：100000"]
    text = "\n".join([*menu, TITLE, TOWN.text, "清溪镇人民政府", "2019年12月3日", "【关闭窗口】", *foot])
    (document,) = ingest(SourceDocument("page.txt", text, "text/plain")).documents
    assert text[document.start :].startswith(TITLE)
    assert text[: document.end].endswith("2019年12月3日")
    assert document.signatory == "清溪镇人民政府"


def test_short_lines_under_a_publish_line_are_the_document() -> None:
    body = f"{TITLE}\n日期：2022-01-20 来源：清溪镇 作者：\n本报告根据条例编制。\n一、总体情况\n我镇主动公开信息66条。\n清溪镇人民政府\n2022年1月18日"
    text = f"{body}\n扫一扫在手机打开当前页"
    (document,) = ingest(SourceDocument("page.txt", text, "text/plain")).documents
    assert text[document.start : document.end] == body


def test_a_number_alone_below_the_text_is_read() -> None:
    assert kinds(f"{TITLE}\n{TOWN.text}\n2、") == {}


def test_a_watermark_at_the_ends_of_lines_is_residue() -> None:
    text = "一、总则YMV小桥文库\n本制度适用于全镇各村。YMV小桥文库\n村民自觉遵守本制度。"
    assert [text[r.start : r.end] for r in find_residue(text)] == ["YMV小桥文库"] * 2


def test_a_title_below_links_at_the_top_is_no_link() -> None:
    links = "相关推荐：政务公开工作总结范文 乡镇工作总结"
    title = "大坪乡关于政务公开工作的自查报告"
    text = f"{links}\n\n{title}\n\n根据县政府办公室的通知精神，我乡对政务公开工作进行了认真自查，现将有关情况报告如下。\n"
    assert kinds(text) == {links: "recommended_links"}
