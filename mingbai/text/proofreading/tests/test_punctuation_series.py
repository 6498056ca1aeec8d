"""Items of one series: five texts on which each rule fires, five on which it does not."""

from mingbai.text.proofreading.tests.reading import findings, five_of_each
from mingbai.text.tests.effort import grows_with_the_square, seconds_of

FIRES = {
    "punctuation.item_unstopped": [
        "1.加强领导，明确责任。\n2.加强宣传，营造氛围。\n3.加强报送，各村每周五前报送进展情况",
        "一、尊老爱幼，邻里互助。\n二、讲究卫生，爱护环境，不乱倒垃圾\n三、勤俭节约，反对铺张。",
        "（一）财务收支情况和明细；\n（二）集体资产、资源的经营和处置情况\n（三）其他事项。",
        "1.身份证复印件一份并加盖公章\n2.户口簿复印件；\n3.收入证明。",
        "（1）宣传法律、法规和政策；\n（2）排查各类事故隐患并登记造册；\n（3）及时报告安全生产方面的事故",
    ],
    "punctuation.last_unstopped": [
        "第一条　本制度适用于全镇。\n第二条　各村应当按时公开。\n第三条　本制度由镇党政办公室负责解释",
        "我镇成立了领导小组。\n全年公开信息120条。\n下一步，我镇将继续做好政务公开各项工作",
        "各村要高度重视。\n镇纪委定期检查。\n对弄虚作假的，一律通报批评，并追究有关人员的责任\n青溪镇人民政府\n2025年3月1日",
        "一、加强学习。\n二、加强监督。\n三、各村每月25日前报送工作进展情况",
        "会议听取了汇报。\n会议讨论了方案。\n会议决定，由镇纪委负责督办，并追究有关人员的责任",
    ],
    "punctuation.heading_pause": [
        "（一）坚持依法行政\n查处违法行为12起。\n（二）坚持疏堵结合，\n设立便民市场3处。",
        "一、健全组织、\n成立了领导小组。\n二、完善制度\n修订制度5项。",
        "1.加强宣传；\n发放资料500份。\n2.加强培训\n举办培训3次。",
        "一、基本情况\n全镇12个村。\n二、工作措施，\n成立了专班。",
        "（一）抓学习\n集中学习4次。\n（二）抓落实\n建立台账。\n（三）抓督查、\n督查6次。",
    ],
    "punctuation.uneven_inline": [
        "措施：（一）明确责任。（二）加强培训；（三）严格考核；（四）及时总结。",
        "职责：1.宣传政策；2.查处违法行为；3.受理投诉。4.完成其他任务。",
        "做到：①按时公开；②内容真实，③程序规范；④接受监督。",
        "要求：一要加强领导；二要压实责任。三要严格督查；四要加大宣传。",
        "目标：（1）杜绝较大事故，（2）一般事故下降；（3）隐患清零；（4）台账齐全。",
    ],
    "punctuation.number_marks_differ": [
        "会议决定：1.调整成员；2、开展检查；3.建立制度。",
        "1、加强领导。\n2、加强培训。\n3.加强督查。",
        "1．公开目录。\n2、公开流程。\n3．公开指南。",
        "要求：1、按时；2、准确；3.完整；4、规范。",
        "1.抓学习。\n2.抓落实。\n3、抓考核。\n4.抓总结。",
    ],
}
PASSES = {
    "punctuation.item_unstopped": [
        "1.加强领导，明确责任。\n2.加强宣传，营造氛围。\n3.加强报送。",
        "1.公开目录\n2.公开流程\n3.公开指南",
        "一、总体情况\n二、主动公开政府信息的情况\n三、存在的问题。",
        "1.加强领导，明确责任。\n2.加强宣传，营造良好的氛围",
        "1.抓学习。\n2.抓落实：\n3.抓考核。",
    ],
    "punctuation.last_unstopped": [
        "第一条　本制度适用于全镇。\n第二条　各村应当按时公开。\n第三条　本制度由镇党政办公室负责解释。",
        "我镇成立了领导小组。\n全年公开信息120条。\n青溪镇人民政府办公室",
        "会议听取了汇报。\n会议讨论了方案。\n附件：2025年政务公开工作任务分解表",
        "各村要重视。\n镇纪委检查。\n联系人：张三，电话：0000-1234567",
        "加强领导\n加强培训\n加强督查，定期通报工作情况",
    ],
    "punctuation.heading_pause": [
        "（一）坚持依法行政\n查处违法行为12起。\n（二）坚持疏堵结合\n设立便民市场3处。",
        "（一）健全组织；\n（二）完善制度；\n（三）强化监督。",
        "一、健全组织，\n成立了领导小组。\n二、完善制度，\n修订制度5项。",
        "1.加强宣传。发放资料500份；\n2.加强培训\n举办培训3次。",
        "一、健全组织\n成立了领导小组，\n明确了专人。",
        # there are no others of its level
        "一、为了加强管理，\n特制定本办法。",
    ],
    "punctuation.uneven_inline": [
        "措施：（一）明确责任；（二）加强培训；（三）严格考核。",
        "措施：（一）明确责任。（二）加强培训。（三）严格考核。",
        "按照第三十三条（一）、（二）项的规定办理。",
        "一要加强领导，明确责任；二要加强培训，提高水平；三要严格考核。",
        "附件：1.名单 2.目录 3.报表",
    ],
    "punctuation.number_marks_differ": [
        "会议决定：1.调整成员；2.开展检查；3.建立制度。",
        "1、加强领导。\n2、加强培训。\n3、加强督查。",
        "1.加强领导。\n2.加强培训。\n1、抓学习。\n2、抓落实。",
        "1.加强领导。\n2、加强培训。",
        "全镇有3个社区、4个行政村。",
    ],
}


test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)


def test_many_headings_are_read_once() -> None:
    """Each asks how others of its level end: that is counted for all of them together."""
    block = "".join(f"（{number}）坚持疏堵结合，\n设立便民市场3处。\n" for number in "一二三四五六七八九")

    def read(blocks: int) -> None:
        assert findings("punctuation.heading_pause", block * blocks) == []

    assert not grows_with_the_square(lambda blocks: seconds_of(lambda: read(blocks)), 900, 0.05)
