"""Act names as sentences for people. A verb that is missing here is shown as it is, and a test finds it."""

_labels: dict[str, str] = {
    "export_journal": "导出操作日志",
    "export_sign_ins": "导出登录日志",
    "export_people": "导出人员与岗位",
    "export_leading_group": "导出领导小组",
    "run_job_again": "重新执行后台任务",
    "open_unit": "新建单位",
    "rename_unit": "单位更名",
    "merge_unit": "合并单位",
    "move_unit": "调整单位隶属",
    "close_unit": "撤销单位",
    "recall_ending": "撤回单位撤并安排",
    "ending_takes_effect": "单位撤并生效",
    "recall_change": "撤回单位变更安排",
    "renaming_takes_effect": "单位更名生效",
    "move_takes_effect": "单位调整隶属生效",
    "describe_unit": "修改单位信息",
    "open_account": "开通账号",
    "give_post": "登记任职",
    "end_post": "结束任职",
    "name_deputy": "改登B角",
    "enter_absence": "登记离岗",
    "end_absence": "结束离岗",
    "entrust_deputy": "指定代办人",
    "reset_password": "重置密码",
    "rescue_administrator": "从服务器恢复管理员",
    "reset_second_factor": "解除两步验证",
    "set_up_second_factor": "启用两步验证",
    "remove_second_factor": "停用两步验证",
    "make_recovery_codes": "生成恢复码",
    "drop_recovery_codes": "作废恢复码",
    "end_sessions": "让登录中的设备退出",
    "describe_person": "修改人员信息",
    "reopen_account": "恢复账号",
    "change_own_password": "修改本人密码",
    "close_account": "停用账号",
    "hand_over": "办理交接",
    "handover_takes_effect": "交接生效",
    "add_leading_group_member": "登记领导小组成员",
    "import_leading_group": "导入领导小组",
    "end_leading_group_term": "结束领导小组任期",
    "set_identity": "修改站点信息",
    "adopt_for_unit": "采用公开目录",
    "switch_adoption": "启用或停用栏目",
    "change_adoption": "调整栏目",
    "make_nothing_statement": "本期无内容说明",
    "pause_column": "暂停栏目计时",
    "end_pause": "恢复栏目计时",
}


def label_verbs(labels: dict[str, str]) -> None:
    """Rooms above add their own verbs in `apps.ready`."""
    _labels.update(labels)


def verb_label(verb: str) -> str:
    return _labels.get(verb, verb)


def verbs_like(words: str) -> list[str]:
    """Verbs whose label holds the words, or that are the words themselves."""
    return [verb for verb, label in _labels.items() if words in label or words == verb]


def labelled() -> frozenset[str]:
    return frozenset(_labels)
