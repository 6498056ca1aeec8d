"""Which public items tell people how to get something done. Kinds are those of official writing and have no such one;
a search groups guides by themselves (《政府网站发展指引》: results by kind, guides among them)."""

import re

KIND, LABEL = "service_guide", "办事指南"
KINDS = ("other", "list", "notice", "announcement")
_GUIDE = re.compile(
    r"(?:办事|服务|办理|申请|申报|申领|报名|缴费|就诊|就医|入学|参保|报销|领取|投诉)(?:指南|流程|程序|须知|条件|手册|渠道|说明书?)"
    r"|一次性告知|明白(?:卡|纸)|招生公告|集中缴费|政策和标准|(?:需要|要)(?:办|哪些|什么)|怎[样么]|如何|怎么办|应该找谁"
    r"|(?:手续|材料|条件)(?:清单|一览)|便民服务(?:手册|卡)|常见问题|问答$"
)


def is_service_guide(title: str, kind: str) -> bool:
    """By the title; documents, their interpretations and reports about the work stay what they are."""
    if kind not in KINDS:
        return False
    return _GUIDE.search(title) is not None and "采购" not in title
