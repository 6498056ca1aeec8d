"""Comment boxes, votes, counters, shops, scripts and planted titles are residue; what an office says itself is not."""

from functools import partial

import pytest

from mingbai.text.residue import WHOLE_LINES, find_residue
from mingbai.text.tests.effort import ends_within

BEFORE = "清溪镇2023年政务公开工作总结\n今年以来，我镇认真做好政务公开工作，完善制度，扩大公开范围，群众较为满意。\n"
AFTER = "\n下一步，我镇将继续加强领导，完善制度，按时公开群众关心的事项，主动接受监督。\n"
LINES = [
    "我来说两句",
    "文档评论(0)",
    "最新评论 共有 0 位网友发表了评论 查看所有评论",
    "昵称: 验证码: 匿名发表",
    "用户名： 密码： 匿名发表 验证码：",
    "网友评论仅供其表达个人看法，并不表明本站同意其观点。",
    "顶一下(3) 踩一下(0) 【加入收藏】【挑错】【推荐】",
    "顶一下 (0) 0% 踩一下 (0) 0%",
    "今日访问:213 总访问量:185602",
    "您可能关注的文档",
    "1亿VIP精品文档",
    "----------相关网站----------",
    ">>>下一页更多精彩“街道政务公开自查报告”",
    '$(function(){ $(".share").show(); });',
    "var _hmt = _hmt || [];",
    "[_TAG_h2]二、街道政务公开工作总结",
    "微信扫码关注公众号“公文写作助手”，回复“方案”免费领取50篇",
    "附件下载: 城南街道2023年政务公开任务分工表.xlsx",
    "• 约2.31千字",
    "村务公开质量情况调研报告.docVIP",
    "文书帮 → 工作总结 → 村务公开",
    "此信息于2016年2月17日 16:05:11被编辑过",
    "1 / 3",
    "（本文为石河街道办事处授权发布，未经许可不得转载）",
    "点这里复制本页地址发送给您QQ/MSN上的好友",
    "位置导航：网站首页--政务公开--部门动态--正文",
    "支持(0) 反对(0) 中立(0)",
    "百度首页 登录 加入文库VIP",
    "转自[工作总结之家 www.zongjie.com]",
    "此文章共有1页 第1页",
    "首页 12345下一页",
    "微信登录 手机登录",
    "联系客服",
    "链接地址：https://www.example.com/fanwen/12345.html",
    "文章标题：全县政务公开工作推进会上的讲话",
    "作者原创，不允许二次传播，一经发现收回会员权益。",
    "预览结束，免费获取全文或定制代笔此类文章！",
    "36.2KB 12 页 500+",
    "（请认真阅读下面的提示信息）",
    "在线预览结束，喜欢就下载吧，查找使用更方便",
    "1、部分资料下载需要金币，请确保账户上有足够的金币",
    "公文帮，办公文档之家",
    "【正文】",
    "最佳答案",
    "学校信息公开制度，在线等，求秒回！",
    "2. 下载前请仔细阅读文档内容，确认符合您的需求后进行下载。",
    "国产高清在线观看免费，欧美日韩一区二区，久久久",
]
OWN = [
    "镇政府网站开设“我来说两句”专栏，全年收到群众留言36条，全部作了答复。",
    "市民凭身份证到服务台登记，也可以关注微信公众号在线报名，额满为止。",
    "建议投入各村设置的征集箱，或者扫描海报上的二维码填写电子问卷。",
    "先办理营业执照，再办理食品经营许可证；从业人员应当取得健康证明。",
    "网站全年总访问量185602次，比上年增长12%。",
    "更多信息请关注县政府门户网站和政务公众号。",
    "附件：城南街道2023年政务公开任务分工表",
    "未经领导同意，任何股室不得擅自对外发布信息。",
    "支持群众反映问题，反对弄虚作假。",
    "群众可以微信登录，也可以用手机号登录系统。",
    "传播谣言一经发现，依法追究责任。",
    "村民凭金币兑换卡领取奖品，积分可以累计。",
    "推广国产精品水稻，会上播放在线视频一部。",
    "剪纸作品由作者原创，文化站收集。",
    "下载地址：县政府门户网站政务公开专栏",
    "群众可在服务大厅免费复制有关资料。",
]
PLANTED = [
    "信息更新等工作政务公开工作汇报政务公开工作汇报。",
    "是党群关系的直接体现，村务公开质量情况调研报告。",
    "收集的意见逐条梳理，村务公开工作总结5篇工作总结。",
    "整改情况按时报县政府办公室。政务公开整改方案。",
    "XX同志任办公室主任。更多校务公开总结请关注范文之家！",
]
NOT_PLANTED = [
    "各村形成了村务公开情况调研报告。",
    "镇政府印发了政务公开工作方案。",
    "按时报送政务公开工作总结。",
    "会议讨论通过了整改方案。",
    "更多政策请咨询县政务服务大厅。",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_site_is_residue_wherever_it_stands(line: str) -> None:
    text = f"{BEFORE}{line}{AFTER}"
    assert any(text[piece.start : piece.end].startswith(line[:6]) for piece in find_residue(text))


@pytest.mark.parametrize("line", OWN)
def test_what_the_office_says_stays(line: str) -> None:
    assert find_residue(f"{BEFORE}{line}{AFTER}") == ()


@pytest.mark.parametrize("sentence", PLANTED)
def test_a_planted_title_is_residue(sentence: str) -> None:
    assert any(piece.kind == "advert" for piece in find_residue(f"{BEFORE}{sentence}{AFTER}"))


@pytest.mark.parametrize("sentence", NOT_PLANTED)
def test_a_title_that_the_sentence_needs_stays(sentence: str) -> None:
    assert find_residue(f"{BEFORE}{sentence}{AFTER}") == ()


def test_the_titles_of_a_table_of_contents_divide_the_file() -> None:
    from mingbai.text.ingest import ingest
    from mingbai.text.model import SourceDocument

    body = (
        "根据县政府要求，我镇对政务公开工作进行了自查，现将情况报告如下。\n"
        + "各村按时公开财务，群众满意，没有投诉。\n" * 8
    )
    titles = ["1. 乡镇政务公开自查报告", "2. 街道政务公开自查报告"]
    text = "本文目录\n" + "\n".join(titles) + "\n" + "".join(f"{title}\n{body}" for title in titles)
    assert len(ingest(SourceDocument("a.txt", text, "text/plain")).documents) == 2


LONG_LINES = (
    "顶" * 400,
    "昵称:" * 130,
    "访问量:1 " * 60,
    ">" * 400,
    "验证码" * 120,
    "姓名:  密码 " * 200,
    "1" * 400,
    "1" + "." * 400,
)


@pytest.mark.parametrize("kind,pattern", WHOLE_LINES)
def test_long_lines_take_no_time(kind: str, pattern) -> None:
    for line in LONG_LINES:
        assert ends_within(5, partial(pattern.match, line)), line[:20]
