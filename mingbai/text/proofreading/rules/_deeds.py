"""Whether words name a deed or things only, for rules that ask whether anything is said to be done."""

import re

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import words_between

NOMINAL = frozenset(
    listed(
        "务工 工作 管理 服务 建设 考核 监督 检查 规划 计划 决策 审批 改革 发展 生产 生活 教育 培训 活动 会议 领导 办公 指导 绩效 执法 信访 投诉 申请 收入 支出 预算 决算 采购 报告"
        " 公开 公示 组织 评价 评议 评估 评先 评优 审计 治理 保护 保障 救助 就业 创业 招生 招聘 收费 监察 运行 考评 目标 调查 统计 登记 编制 规定 要求 需要 需求 代表 负责人"
        " 实施 落实 宣传 学习 保险 补贴 补助 征收 征地 拆迁 安置 扶贫 防控 卫生 消费 招标 投标 交易 处罚 许可 确认 有关 相关 主管 直属 下属 基层 领导干部 责任 为主 责任制"
    )
)


def does_nothing(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the words behind the preposition are all things."""
    words = words_between(passage, *match.span("inner"))
    return bool(words) and not any(is_deed(word.text, word.kind) for word in words)


def is_deed(word: str, kind: str) -> bool:
    return kind[0] == "v" and word not in NOMINAL and not word.endswith(("的", "性", "化"))
