"""What a web page left in a document."""

import pytest

from mingbai.text.proofreading.tests.fired import fired


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "构筑起了全镇政务公开网络，使群众家喻户晓，确保了我镇政务公开工\n\n作的实际成效。",
            "web.broken_line",
        ),
        ("今年5月1日，《中\n\n华人民共和国政府信息公开条例》施行后，我乡组织学习。", "web.broken_line"),
        ("保障了信息的更新和充实，政务公开自查报告。", "web.slipped_in_title"),
        ("公开工作有序开展。\n下一篇：工会工作计划", "web.page_line"),
        ("以下是小编整理的范文，欢迎阅读。", "web.page_words"),
        ("皖ICP备12345678号", "web.page_words"),
        ("<p>我镇公开信息120条。</p>", "web.code"),
    ],
)
def test_fires(text: str, rule: str) -> None:
    assert rule in fired("web_residue", text)


@pytest.mark.parametrize(
    "text",
    [
        "各村对照检查，形成自查报告。",
        "我镇认真总结，按时报送年度工作报告。",
        "公开率<95%的单位3个。",
        "群众可登录http://www.yuan.gov.cn/index.html查询。",
        "一、加强领导\n\n我镇成立领导小组。",
        "江家镇人民政府\n2024年1月5日",
        "公开工作有序开展，制度更加完善，群众满意度明显提高。\n为进一步做好工作，我镇制定计划。",
    ],
)
def test_passes(text: str) -> None:
    assert fired("web_residue", text) == {}
