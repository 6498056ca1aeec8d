"""A line with little but a site's words in it is the site's; what an office writes of its own site is not."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.residue import Zone, find_residue, line_kind
from mingbai.text.site_words import is_of_the_site

AT_THE_EDGE = [
    "共有0位网友对此文发表评论 总得分0分",
    "文档已阅读完毕，请返回上一页！",
    "↑返回页首　★加入书签　✉投稿邮箱",
    "*试读已结束，开通后继续查看*",
    "免费样本预览：本样本仅显示部分内容，购买后可查看完整版",
    "分享 赞(0) 踩(0) 收藏(0) 邀请回答",
    "取消回复 昵称 (必填) 邮箱 (必填) 站点",
    "微信支付  支付宝  确认支付",
    "— 猜你还想看 —",
    "打赏支持一下作者吧～",
]
OWN_AT_THE_EDGE = [
    "联系电话：0000-1234567，期待您的来电。",
    "关于做好网站评论回复工作的通知",
    "平台名称 粉丝数 阅读量 点赞量",
    "（一）强化网友留言回复",
    "政务公开专栏",
    "下载中心管理员职责",
    "全镇微信公众号阅读量排行情况",
    "网站编辑岗位培训考核结果",
    "石桥镇人民政府",
    "附件：评论员名册",
    "读者可以登录网站在线阅读、下载资料，也可以扫码收听音频。",
    "举报电话：0000-7654321",
    "下载功能 5分",
]
INSIDE = ["回首页 ｜ 回顶部 ｜ 关闭本窗口", "字体：放大 正常 缩小 双击鼠标自动滚屏", "喜欢 点赞 收藏 转发"]
OWN_INSIDE = [
    "三是开通网上评论、留言、投稿功能，方便群众参与。",
    "1.首页设置搜索、登录、注册、收藏等功能。",
    "网友可以点赞、收藏、转发，点击量超过1.2万次。",
]
WHOLE_LINES = [
    "（此信息共有2页　[第1页]　第2页）",
    "今日：2013年1月17日 星期四 天气：多云 3℃～11℃",
    "T大 T中 T小",
    "Produced By 白沙信息  执行时间：31.250毫秒",
    "您看了本文之后的心情是：高兴 0票 感动 0票 难过 0票",
    "文章排行  ·柳河坝镇召开防汛工作会  ·柳河坝镇开展消防检查",
    "（社区居务公开情况总结完）",
    "[责任编辑 某 某]",
    "▲便民服务中心工作人员为群众办理业务（小陈 摄）",
    "农村工作通讯员投稿选登（三）",
    "一审 | 陈某 二审 | 周某 三审 | 吴某",
    "文章发布员：guanliyuan 所属类别：规划总结 上传日期：2009-2-17",
    "声明：该文观点仅代表作者本人，惠农网系信息发布平台，仅提供信息存储空间服务。",
    "--------------------------------",
    "◀ 左右滑动查看更多 ▶",
    "省政府网 市政府网 English Русский 日本語",
    "行业动态 更多>>",
    "△图为保洁员正在清扫街道",
    "点 击 下 载 本 文 文 档",
    "本新闻共1页,当前在第1页  1",
    "以上计划可根据实际情况调整，如需进一步细化某一部分，请告诉我。",
    "听新闻 00:00/03:21 1.0x",
    "OA首页 → 信息简报 → 详细",
    "26 2006.11 乡镇论坛",
    "本页已使用福昕阅读器进行编辑。",
    "----- 以下为签名档 -----",
    "微信号 nanhe_fb",
    "收录于话题 #年终总结 3 #政务公开 5",
    "（南河镇 王某某 文/图）",
    "声明：取材网络，谨慎辨别",
    "关于本站 - 网站帮助 - 联系方式 - 站点地图",
]
BODY_LINES = [
    "会议时间：2024年3月16日（星期六）上午9:30",
    "（宣读结束）",
    "将办事依据、程序、时限向社会公开，在乡政府门口设立公示栏。公布监督电话，聘请监督员8名，来源于网友提供的线索全部核查；整改问题12个。",
    "县农技站、林业站指定专人负责公开工作，本站是乡农技推广机构，全年开展培训12期。",
    "上一年度结余：12.6万元",
    "（注：以上数据不含撤并村，资金单位为万元）",
    "功能介绍：便民服务中心设窗口八个",
    "编写人员：党政办、民政所、财政所各一名",
    "登记→转办→答复→归档",
]
# Papers on websites, reading and reports, whose every line is their own.
OF_SUCH_MATTERS = [
    "清泉镇图书馆2020年全民阅读工作总结\n2020年，清泉镇图书馆坚持免费开放，扎实开展全民阅读活动，接待读者2.6万人次。\n二、数字服务\n微信公众号关注用户3600人，推送文章120篇，阅读量4.5万次，点赞2300次，收藏860次。\n读者可以登录网站在线阅读、下载资料，也可以扫码收听音频。\n清泉镇图书馆\n2020年12月20日",
    "双桥镇举报奖励公告\n为畅通举报渠道，现公告如下：\n一、举报方式\n举报电话：0000-7654321\n微信公众号：双桥发布（点击“我要举报”）\n二、奖励标准\n举报属实，奖励200元至2000元。\n双桥镇人民政府\n2018年8月1日",
    "丰乐县政务新媒体管理办法\n第一条 编辑、审核、发布应当分岗设置，编辑负责采编，审核负责校对，主编负责终审。\n考核评分标准\n下载功能 5分\n评论功能 5分\n投稿须知\n评论员队伍建设\n附件：1.政务新媒体登记表\n丰乐县人民政府办公室\n2021年3月5日",
]
BEFORE = "清溪镇2023年政务公开工作总结\n今年以来，我镇认真做好政务公开工作，完善制度，扩大公开范围，群众较为满意。\n"
AFTER = "\n下一步，我镇将继续加强领导，完善制度，按时公开群众关心的事项，主动接受监督。\n"


@pytest.mark.parametrize("line", AT_THE_EDGE)
def test_the_edges_of_a_page(line: str) -> None:
    assert is_of_the_site(line, edge=True)


@pytest.mark.parametrize("line", OWN_AT_THE_EDGE)
def test_what_an_office_writes_there(line: str) -> None:
    assert not is_of_the_site(line, edge=True)


@pytest.mark.parametrize("line", INSIDE)
def test_amid_the_prose(line: str) -> None:
    assert is_of_the_site(line, edge=False)


@pytest.mark.parametrize("line", OWN_INSIDE)
def test_prose_is_left_alone(line: str) -> None:
    assert not is_of_the_site(line, edge=False)


@pytest.mark.parametrize("line", WHOLE_LINES)
def test_stripped_where_it_stands(line: str) -> None:
    text = BEFORE + line + AFTER
    at = text.index(line)
    assert any(r.start <= at + 1 and at + len(line) <= r.end + 1 for r in find_residue(text))


def test_the_title_below_the_key_words_is_kept() -> None:
    text = f"关键词：农机 安全 总结    浏览数：96\n{BEFORE}"
    assert not any(r.end > text.index("清溪镇") for r in find_residue(text))


def test_titles_in_one_line_above_their_papers() -> None:
    text = f"1. 清溪镇居务公开工作总结 2. 清溪镇政务公开工作总结\n清溪镇居务公开工作总结\n{AFTER}清溪镇政务公开工作总结\n{AFTER}"
    assert find_residue(text)[0].kind == "compilation_contents"


@pytest.mark.parametrize("text", OF_SUCH_MATTERS)
def test_papers_on_websites_keep_every_line(text: str) -> None:
    ingested = ingest(SourceDocument("a.txt", text, "text/plain"))
    assert ingested.stripped == ()
    assert (ingested.documents[0].start, ingested.documents[0].end) == (0, len(text))


@pytest.mark.parametrize("line", BODY_LINES)
def test_nothing_of_the_body_is_stripped(line: str) -> None:
    text = BEFORE + line + AFTER
    at = text.index(line)
    assert not any(r.start <= at and at + len(line) <= r.end for r in find_residue(text))


@pytest.mark.parametrize("line", ["▽△", "☆→—▌–", "▏◀—"])
@pytest.mark.parametrize("zone", ["front", "body", "back"])
def test_a_line_of_ornaments_alone_is_read(line: str, zone: Zone) -> None:
    assert line_kind(line, zone) is None
