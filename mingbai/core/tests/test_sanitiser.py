"""Golden tests on what Word, WPS and ill-wishers put on the clipboard."""

import pytest

from mingbai.core.sanitiser import CLASSES, sanitise, to_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center;line-height:28.0pt'><b><span lang=EN-US style='font-size:22.0pt;font-family:方正小标宋简体'>2025</span></b><b><span style='font-size:22.0pt'>年工作总结<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋_GB2312'>现将情况总结如下。</span></p>
<p class=MsoNormal align=right style='text-align:right'>青山镇人民政府</p>
<!--EndFragment--></body></html>"""
WPS = """<html><head><meta charset="utf-8"><style>@font-face{font-family:"仿宋";}</style></head><body>
<div style="page:Section0"><p style="text-indent:2em;text-align:justify" ><font face="仿宋">各村要落实责任。</font></p>
<table style="width:100.00%;border:none" border="1"><tbody><tr><td width="48%" valign="top"><p>户主</p></td><td width="52%" style="background:#f00"><p>金额（元）</p></td></tr>
<tr><td colspan="2"><p>合计</p></td></tr></tbody></table></div></body></html>"""


def test_word_keeps_alignment_indent_and_bold_and_nothing_of_word():
    assert sanitise(WORD).split("\n") == [
        '<p class="align-center"><strong>2025</strong><strong>年工作总结</strong></p>',
        '<p class="indent-2">现将情况总结如下。</p>',
        '<p class="align-right">青山镇人民政府</p>',
    ]


REVISED = """<p class=MsoNormal>补助标准为<del cite="mailto:李" datetime="2026-03-01T09:00"><s>每人800元</s></del><ins
cite="mailto:李" datetime="2026-03-01T09:00">每人1000元</ins><span class=msoDel>（送审稿）</span>。<span style='display:none;mso-hide:all'>内部掌握口径
</span><a style='mso-comment-reference:李_1;mso-comment-date:20260301'>请核</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[李1]</a></span></p>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div class=msocomtxt>
<p class=MsoCommentText>这个数没定</p></div></div></div><p>特此通知<del>。</del></p>"""


def test_deleted_hidden_and_commented_words_are_not_published():
    assert to_text(sanitise(REVISED)) == "补助标准为每人1000元。请核\n特此通知。"
    assert "<a" not in sanitise(REVISED)
    assert "<u>" not in sanitise(REVISED) and "<s>。</s>" in sanitise(REVISED)


def test_wps_tables_keep_their_cells_and_widths():
    cleaned = sanitise(WPS)
    assert '<p class="indent-2">各村要落实责任。</p>' in cleaned
    assert '<table class="width-100">' in cleaned
    assert '<td class="width-50"><p>户主</p></td>' in cleaned
    assert '<td colspan="2"><p>合计</p></td>' in cleaned
    assert to_text(cleaned).split("\n") == ["各村要落实责任。", "户主\t金额（元）", "合计"]


@pytest.mark.parametrize(
    "evil",
    [
        "<p>好<script>alert(1)</script></p>",
        "<p onclick='alert(1)'>好</p>",
        "<p>好<img src=x onerror=alert(1)></p>",
        "<p>好<svg><script>alert(1)</script></svg></p>",
        "<p>好<a href='javascript:alert(1)'></a></p>",
        "<p>好<a href='data:text/html,<script>alert(1)</script>'></a></p>",
        "<p>好<iframe src='https://example.org'></iframe></p>",
        "<p>好<math><mi xlink:href='javascript:alert(1)'></mi></math></p>",
        "<p style='background:url(javascript:alert(1))'>好</p>",
        "<p>好<style>@import 'x'</style></p>",
        "<p>好<form action='/x'><input name=a></form></p>",
        "<p>好<object data='x'></object><embed src='x'></p>",
        "<!--><script>alert(1)</script>--><p>好</p>",
    ],
)
def test_nothing_active_survives(evil: str):
    cleaned = sanitise(evil).lower()
    assert "好" in cleaned
    for word in (
        "script",
        "onerror",
        "onclick",
        "javascript",
        "data:",
        "iframe",
        "svg",
        "style",
        "<form",
        "<input",
        "object",
        "embed",
    ):
        assert word not in cleaned


def test_sanitising_twice_changes_nothing():
    for source in (WORD, WPS, "一行\n另一行 <3 个"):
        once = sanitise(source)
        assert sanitise(once) == once


def test_only_the_closed_set_of_classes_remains():
    cleaned = sanitise('<p class="align-center evil MsoNormal indent-2 width-30">甲</p>')
    assert cleaned == '<p class="align-center indent-2 width-30">甲</p>'
    assert "evil" not in CLASSES


@pytest.mark.parametrize(
    ("style", "classes"),
    [
        ("text-indent:2em", "indent-2"),
        ("text-indent:32pt", "indent-2"),
        ("margin-left:16pt;text-indent:32pt", "indent-3"),
        ("text-indent:-32pt", ""),
        ("text-indent:400pt", "indent-8"),
        ("text-indent:1.1.1pt", ""),
        ("text-align:center", "align-center"),
        ("text-align:justify", ""),
        ("text-align:expression(1)", ""),
    ],
)
def test_styles_become_classes_at_their_edges(style: str, classes: str):
    expected = f'<p class="{classes}">甲</p>' if classes else "<p>甲</p>"
    assert sanitise(f'<p style="{style}">甲</p>') == expected


def test_deep_nesting_and_much_text_are_bounded():
    sanitise("<div>" * 30_000 + "甲" + "</div>" * 30_000)
    rows = "".join(f"<tr><td>{number}</td><td>张</td></tr>" for number in range(10_000))
    text = to_text(sanitise(f"<table>{rows}</table>"))
    assert text.count("\n") == 9_999


def test_pictures_only_from_this_site():
    assert sanitise('<p><img src="https://example.org/a.png">甲</p>') == "<p>甲</p>"
    ours = '<img src="/desk/disclosures/1/files/2/" alt="甲">'
    assert ours in sanitise(f"<p>{ours}甲</p>")
    assert "<img" not in sanitise('<p><img src="/desk/sign-out/">甲</p>')
