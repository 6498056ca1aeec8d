"""What the journal calls our acts."""

from collections.abc import Mapping
from typing import Any

from mingbai.disclosure.models import StepKind
from mingbai.journal.telling import Teller, short

Detail = Mapping[str, Any]

LABELS = {
    "create_draft": "新建草稿",
    "save_draft": "保存草稿",
    "discard_draft": "作废草稿",
    "restore_draft": "恢复草稿",
    "drop_correction": "放弃修改",
    "claim_document": "认领文档",
    "change_unit": "改归单位",
    "start_import": "导入文件",
    "undo_import": "撤销导入",
    "add_attachment": "上传附件",
    "remove_attachment": "移除附件",
    "submit_draft": "送审",
    "recall_edition": "撤回送审",
    "stop_publication": "停发",
    "approve_step": "审核同意",
    "return_to_author": "审核退回",
    "schedule_publication": "设定发布时间",
    "publish_edition": "发布",
    "keep_unpublished": "审定不主动公开",
    "emergency_publish": "应急发布",
    "withdraw": "撤下",
    "start_correction": "开始更正",
    "reassess_openness": "重新评估公开属性",
    "repeal": "标明废止",
    "mark_lapsed": "到期失效",
    "move_item": "调整栏目",
    "ask_expunction": "申请清除",
    "expunge_edition": "确认清除",
    "decide_finding": "处理疑点",
    "read_original": "查看导入原件",
    "set_chain": "设置审核流程",
    "set_index_pattern": "设置索引号格式",
}


def _approval(detail: Detail) -> str:
    said = [str(StepKind(detail["step"]).label)]
    if detail.get("secrecy_cleared"):
        said.append("保密审查已核对")
    if detail.get("overruled"):
        said.append(f"疑点改判：{short(detail['overruled'])}")
    return "，".join(said)


# what their details say
TELLERS: dict[str, Teller] = {
    "approve_step": _approval,
    "submit_draft": lambda detail: f"第{detail['edition']}版",
    "add_attachment": lambda detail: short(detail["name"]),
    "remove_attachment": lambda detail: short(detail["name"]),
    "create_draft": lambda detail: f"来自{short(detail['source'])}",
    "claim_document": lambda detail: f"原文写作“{short(detail['name'])}”",
    "repeal": lambda detail: f"自{detail['on']}",
    "mark_lapsed": lambda detail: f"{detail['lapsed_on']}到期",
}
