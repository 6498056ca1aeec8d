"""Scraps of mojibake, torn words and figures, code that came out into a text: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import findings, five_of_each

FIRES = {
    "encoding.western_scrap": [
        "开通½ÌÓý局网站。",
        "ÔÚ线办理事项。",
        "群众满Òâ度提高。",
        "公å¼€情况良好。",
        "在门户网站发布ÐÅÏ¢243条。",
    ],
    "encoding.cut_short": [
        "公开鐨?内容。",
        "办理鍔？事项。",
        "加强鐨\ufffd领导。",
        "完善鏀□制度。",
        "信息鎯?公布。",
    ],
    "encoding.utf8_mark": [
        "加强领导锛明确责任。",
        "公开及时銆",
        "打造鈥阳光政府。",
        "锘一、总体情况",
        "扩大范围銆?全面公开。",
    ],
    "encoding.filler_short": [
        "不及时的烫烫责令改正。",
        "党锟办负责。",
        "公开葺葺情况。",
        "事项屯屯。",
        "窗口ÿÿ服务。",
    ],
    "encoding.traditional_single": [
        "進一步规范公开内容。",
        "公開财务收支。",
        "认真落實各项制度。",
        "加强監督检查。",
        "扩大廣场面积。",
    ],
    "encoding.torn_word": [
        "及时公◆开财政信息。",
        "健全工&作机制。",
        "接受群|众监督。",
        "推进信#息公开。",
        "推进政·务公开。",
    ],
    "encoding.kana": [
        "及时解决ウ问题。",
        "完善の制度。",
        "公开ァ栏更新。",
        "群众ん满意。",
        "加强领导、ケ明确责任。",
    ],
    "encoding.half_kana": ["强化领导｡", "今后ﾉ目标", "公开､公正", "办理ｱｲ事项", "｢阳光政府｣"],
    "encoding.digits_of_two_widths": [
        "合格率9８.2%。",
        "发布图文３4２篇。",
        "新建公厕1⒉座。",
        "能耗下降⑴3.5%。",
        "投入１2万元。",
    ],
    "encoding.digits_apart": [
        "对1 8 6种药物实行零差率。",
        "抽检1,2 86批次。",
        "20 21年完成。",
        "截至202 1年。",
        "公开3 2 5条信息。",
    ],
    "encoding.letter_in_number": [
        "不合格I8批次。",
        "收缴率只有7O%。",
        "建议ｌ6件。",
        "修路2l公里。",
        "抽查O8家企业。",
    ],
    "encoding.page_feed": [
        "办理户\x0c口业务",
        "加强领\x0c导",
        "公开\u2028栏",
        "窗口\ufffc服务",
        "规范、\x0c及时公开",
    ],
    "encoding.signs_instead": [
        "培训时间####小时。",
        "栏目更新◇◇及时。",
        "发布@@条信息。",
        "共计$$元。",
        "每〇〇〇〇季度检查。",
    ],
    "encoding.word_field": [
        "见错误！未找到引用源。",
        "共{ NUMPAGES }页",
        "网址HYPERLINK “http://a.gov.cn”",
        "督办12份，EMBED Word.Document.8 \\s约谈",
        "Error! Reference source not found.",
    ],
    "encoding.percent_escape": [
        "线上办件率达87%EF%BC%85，",
        "公布=E5=85=AC情况",
        "标题%E5%85%AC%E5%BC%80指南",
        "大厅=3D=3D建设",
        "名称%B9%AB%BF%AA。",
    ],
    "encoding.single_escape": [
        "政务\\u516c开",
        "公开\\xa0工作",
        "信息&#12288公开",
        "责任，\\u3000落实",
        "领导#20013;心",
    ],
    "encoding.markdown": [
        "## 一、产业发展",
        "全乡新建，**大棚**120座。",
        "```\n公开",
        "- [ ] 公开栏更新",
        "见[年报](https://a.gov.cn/1)",
    ],
    "encoding.table_bars": [
        "全镇|村名|户数|人口|",
        "受益|　|　|户",
        "|---|---|",
        "汇总如下│├─┤",
        "|张庄|120|",
    ],
    "encoding.page_code": [
        '其中{"content":"120条',
        'style="font-family:仿宋"公开',
        "mso-bidi-font-size:10.5pt制定",
        'function(){var a=document.getElementById("c");}公开',
        '本学期公开"+num+"次',
    ],
    "encoding.base64": [
        "领导小组data:image/png;base64,iVBORw0KGgo=",
        "附件iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
        "图片data:image/jpeg;base64,/9j/4AAQ",
        "内容UEsDBBQABgAIAAAAIQDfpNJsWgEAACAFAAATAAgCW0NvbnRlbnRfVHlwZXNd",
        "名单data:image/gif;base64,R0lGODlh",
    ],
    "encoding.small_forms_systematic": ["达61.3﹪。", "健全组织﹐落实", "公开﹑公正", "要求﹕", "﹙一﹚"],
    "encoding.emoji": ["公开及时😀", "满意❤", "优秀🎉", "天气☀晴", "联系✉"],
}
PASSES = {
    "encoding.western_scrap": ["误差±3%", "气温25°", "Café", "São Paulo", "3×5米"],
    "encoding.cut_short": ["由刘喆负责？", "张堃?", "什么是公开？", "是否同意□", "为何不办?"],
    "encoding.utf8_mark": ["铁锛一把", "“锛”字读音", "公开及时。", "木工用锛加工", "加强领导，"],
    "encoding.filler_short": ["滚烫烫的饭菜", "实现屯屯通硬化路", "烫伤门诊", "屯里公开栏", "公开情况"],
    "encoding.traditional_single": [
        "公开财务收支。",
        "保留“國营饭店”旧址。",
        "由刘喆负责。",
        "村民堃某。",
        "落实制度。",
    ],
    "encoding.torn_word": [
        "申请·受理·审核",
        "首页|新闻",
        "★重点工作",
        "公开（公示）",
        "甲&乙",
    ],
    "encoding.kana": [
        "日语ひらがな培训",
        "“乡村の味”品牌",
        "公开栏",
        "カラオケ",
        "对日本のお客服务",
    ],
    "encoding.half_kana": ["强化领导。", "ABC", "公开、公正", "「阳光政府」", "办理事项"],
    "encoding.digits_of_two_widths": [
        "⑴3年内完成。",
        "①2021年",
        "98.2%",
        "共１２座",
        "图⑵",
    ],
    "encoding.digits_apart": [
        "共 186 种",
        "1 286万元",
        "第 3 条",
        "电话 0564 3281234",
        "2021 年",
    ],
    "encoding.letter_in_number": ["I类水质断面", "5G基站12座", "1l油", "O2O模式", "A3纸"],
    "encoding.page_feed": ["办理业务。\x0c二、其他", "办理户口", "公开\n栏", "第一页。\x0c", "窗口"],
    "encoding.signs_instead": ["★★★级", "电话##转", "#政务公开#", "◆重点", "5＃楼"],
    "encoding.word_field": ["发现错误！请更正", "推广LINK系统", "PAGE页面", "DATE栏", "{公开}"],
    "encoding.percent_escape": [
        "http://a.gov.cn/%E5%85%AC%E5%BC%80.html",
        "占20%30%",
        "增长12%",
        "a=b",
        "http://a.cn/?q=%B9%AB",
    ],
    "encoding.single_escape": ["D:\\user\\xa1", "R&D", "第#3号楼", "公开", "A&12"],
    "encoding.markdown": ["#政务公开#话题", "3**年", "带*的为必填项", "[附件]", "--"],
    "encoding.table_bars": ["首页|新闻|公开", "绝对值|x|", "甲|乙", "公开——", "│"],
    "encoding.page_code": ["Java语言培训", "如果（if）需要", "风格style", "颜色：红", "窗口：3个"],
    "encoding.base64": [
        "索引号11340123MB1234567X/201901-00012",
        "www.a.gov.cn/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH",
        "abc",
        "base64编码培训",
        "公开",
    ],
    "encoding.small_forms_systematic": ["达61.3％。", "组织，", "公开、", "要求：", "（一）"],
    "encoding.emoji": ["公开及时", "√完成", "☆重点", "★", "①"],
}

test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)


ROW = "|东坡村|412户|1360人|\n"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (f"各村情况：\n{ROW * 9}以上各村按期完成。", 1),
        (f"各村情况：\n{ROW}\n{ROW}以上各村按期完成。", 1),
        (f"各村情况：\n{ROW * 3}各组情况如下。\n{ROW * 3}以上按期完成。", 2),
        ("全镇|村名|户数|人口|\n受益|　|　|户\n|东坡村|412|1360|\n|西坡村|310|1002|", 1),
        ("首页|新闻|公开\n" * 9, 0),
    ],
)
def test_a_table_that_was_not_converted_is_told_of_once(text: str, times: int):
    assert len(findings("encoding.table_bars", text)) == times
