"""Words that tell a verb's object from what merely stands between: what may modify a noun, whose it is, what is a deed."""

from mingbai.text.proofreading.rules._knowledge import listed

# A modifier has none of these words: they begin another part of the sentence.
APART = frozenset(
    listed(
        "把 将 由 对 向 从 在 以 为 于 使 让 给 是 被 按 按照 根据 通过 和 与 及 以及 或 、 而 并 等 到 至 成 后 时 中 上 下 来 去 有 得 地 了 着 性 化 就 也 都 不 没 之 之日 之日起 内 起 前 自"
    )
)
# Verbs that stand before 「的」 and say which: 「检查中发现的问题」.
WHICH = frozenset(listed("发现 存在 反映 提出 出现 关心 关注 需要 规定 要求 形成 有关 相关 暴露 面临"))
# Whose something is.
OWNERS = frozenset(
    listed(
        "群众 公众 社会 职工 居民 村民 农民 干部 党员 企业 政府 机关 部门 单位 学生 教师 医务人员 人民群众 工作人员 广大群众"
    )
)
# What the dictionary takes for verbs and stands before nouns.
NAMING = frozenset(
    listed(
        "公开 工作 监督 管理 服务 检查 宣传 培训 教育 学习 领导 办事 办公 参与 责任 考核 干部 政务 决策 审批 执法 便民 教学 办学 医疗 建设 发展 改革 创新 保障 落实 执行 治理 安全 信息 干群 党群"
        " 互动 合作 协作 沟通 协调 报送 更新 发布 审核 审查 评议 问责 追究 反馈 回应 解读 投诉 举报 信访 行政 突出 存在 应急 运行 应用 覆盖 参考 指导 督查 督导 考评 评估 考察 生产 生活 经营 值班 安保"
        " 规范 统一 有效 基本 相应 长效 健全 完善 保密 主体 自律 处理 整改 配套 办理 受理 咨询 申请 自查 诉求 需求 收入 支出 消费 就业 创业 参保 居住 分配 防灾 减灾 救灾 防汛 约束 激励 惩处 奖惩 保卫 防控 预警 监测 服务型 议事 办证 引领 带动 组织"
    )
)
# Qualities: before them 「的」 stands behind whose they are, hardly behind a deed.
QUALITIES = frozenset(
    listed(
        "素质 水平 质量 效率 效能 能力 意识 满意度 知晓率 积极性 主动性 创造性 责任感 责任心 获得感 幸福感 安全感 凝聚力 战斗力 公信力 执行力 透明度 氛围 形象 素养 信心"
    )
)
# Before these 「的」 may stand behind a deed: 「推行公开的意见」.
OF_DEEDS = frozenset(
    listed(
        "项目 意见 建议 内容 目标 任务 要求 措施 举措 办法 方案 计划 通知 报告 问题 情况 工作 方式 方法 途径 手段 渠道 过程 目的 意义 机会 单位 人员 部门 企业 依据 条件 基础 标准 原则 程序 环节 事项 决定"
        " 规定 制度 机制 思路 重点 关系 时间 场所 平台 载体 保障 作用 经验 做法 成果 信息 材料 数据 责任 义务 权利 权力 职责 力量 资金 队伍 机构 组织 活动 行为 案例 典型 模式 形式 优势 成本 习惯 环境 格局"
    )
)
# Nouns that say of a deed what it is like.
NOT_OWNING = frozenset(listed("有关 相关 时 时候 情况 过程 前提 问题 方面 方式 方法 办法"))
# A verb right behind these is done too: 「推动完善制度」.
LEADING = frozenset(
    listed(
        "推动 推进 加快 加强 加大 抓好 做好 进行 促进 开展 统筹 参与 强化 完成 狠抓 实现 深化 改进 落实 引导 带动 坚持 规范 实施 组织 保障 得到 实行 推行 履行"
    )
)
# Behind these a verb is a deed.
DEED_BEHIND = frozenset(
    listed(
        "积极 认真 全面 大力 切实 主动 及时 严格 有效 扎实 努力 着力 持续 稳步 不断 要 应 并 来 以 可 能 会 将 已 都 我镇 我局 我县 我市 我区 我校 我院 继续 深入 坚决 自觉 充分"
    )
)
# They are predicates too: 「公示时间不足」.
ALSO_SAID = frozenset(listed("不足 困难"))
