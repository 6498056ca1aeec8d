"""Several papers in one file: a title set apart by a blank line begins one, whatever the paper is about."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument

FIRST = (
    "柳林镇2023年工作总结\n今年以来，我镇各项工作稳步推进，完成了年初确定的任务。\n一、主要工作\n"
    "全年新建公路12公里，改造危房46户，群众较为满意。镇便民服务中心办理事项3260件，按时办结率100%。\n"
    "二、下一步打算\n继续做好各项工作，提高服务水平，按时完成上级交办的任务，让群众得到更多实惠。镇村干部坚持每周走访，及时了解群众的困难，帮助解决实际问题。\n"
)
BODY = "为做好冬季防火工作，保障群众生命财产安全，现就有关事项通知如下：\n一、加强宣传。\n各村利用广播宣传防火知识，每周不少于三次，做到家喻户晓。\n二、加强巡查。\n发现火情及时报告，及时处置，不得瞒报漏报。\n"
TITLES = [
    "柳林镇人民政府关于做好冬季防火工作的通知",
    "关于做好冬季防火工作的通知",
    "柳林镇冬季森林防火应急预案",
    "柳林镇护林员管理办法（试行）",
    "柳林镇防火指挥部致全体村民的一封信",
    "柳林镇防火工作座谈会简讯",
    "防火工作心得体会",
]


def documents(text: str) -> list[str]:
    found = ingest(SourceDocument("a.txt", text, "text/plain")).documents
    return [text[document.start :].split("\n")[0] for document in found]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_below_a_gap_begins_a_document(title: str) -> None:
    assert documents(f"{FIRST}\n{title}\n{BODY}") == ["柳林镇2023年工作总结", title]


def test_an_addressee_stays_with_its_notice() -> None:
    text = f"{FIRST}\n{TITLES[0]}\n各村（居）民委员会，镇直各单位：\n{BODY}"
    assert documents(text) == ["柳林镇2023年工作总结", TITLES[0]]


@pytest.mark.parametrize(
    "inside",
    [
        "附件\n\n柳林镇防火工作领导小组成员名单\n组长由镇长担任，成员由各站所负责人组成，办公室设在林业站。",
        "\n二、加强巡查情况\n巡查队每天巡查两次，发现隐患12处，全部整改到位，群众反映良好。",
        "\n全年没有发生火灾事故，受到县政府表扬。\n群众反映良好，各项工作稳步推进。",
        "\n柳林镇人民政府\n2023年12月20日",
    ],
)
def test_annex_heading_sentence_and_signature_begin_none(inside: str) -> None:
    assert len(documents(f"{FIRST}{inside}")) == 1


def test_where_every_line_has_a_gap_the_gap_says_nothing() -> None:
    text = f"{FIRST}柳林镇防火情况\n{BODY}".replace("\n", "\n\n")
    assert len(documents(text)) == 1
