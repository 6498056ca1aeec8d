"""「的」 for 「地」: 「及时准确的公开政府信息」, 「大大的提高了效率」.

What stands before 「的」 says how something is done, what stands behind does it, and nothing before takes the two
as its object: 「提供更好的服务」 is right.
"""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import anchored, listed
from mingbai.text.proofreading.rules._parsing import shape, shapes_of
from mingbai.text.proofreading.triggers import matches, sought

# Ways of doing something; 「更」, 「更加」, 「较」 and the like may precede.
_WAYS = listed(
    "大大 大幅 大幅度 逐步 逐渐 不断 更好 更快 更多 进一步 切实 极大 最大限度 最大程度 充分 牢牢 紧紧 深入 真正 及时 认真 积极 主动 有效 有力 严格 全面"
    " 准确 圆满 较好 很好 顺利 扎实 高效 高效率 快速 迅速 如实 详细 自觉 广泛 深刻 清醒 清楚 清晰 科学 合理 稳步 有序 持续 坚决 果断 热情 耐心 细致 仔细"
    " 客观 直接 便捷 方便 快捷 多渠道 全方位 多层次 多角度 系统 完整 真实 灵活 创造性 针对性 有计划 有步骤 有组织 逐项 逐条 逐一 一一 卓有成效 实实在在"
    " 认认真真 扎扎实实 踏踏实实 源源不断 坚定不移 持之以恒 一如既往 毫不松懈 潜移默化 有条不紊 循序渐进 因地制宜 明确 明显 显著 生动 形象 直观 简单"
    " 轻松 放心 严肃 妥善 稳妥 科学合理 有的放矢 实事求是 不折不扣 保质保量 按时 准时 及早 尽早 尽快 尽可能 最大化 成功 公正 公平 透明 规范 集中 统一 越来越多"
    " 更加有效 极大程度 很大程度 慢慢 渐渐 常常 时时 处处 步步 好好 大力 着力 努力 共同 相互 互相 随时 定期 长期 长久 无偿 免费 自觉自愿 全心全意 明明白白 清清楚楚 仔仔细细 完完整整"
    " 原原本本 老老实实 真真正正 切切实实 公公正正 干干净净 规规矩矩 勤勤恳恳 兢兢业业 面对面 点对点 一对一 手把手 零距离 全过程 无条件 一五一十"
)
# Verbs that are hardly ever nouns.
_VERBS = listed(
    "提高 提升 增强 加强 推进 推动 促进 保障 保证 确保 维护 满足 解决 化解 改善 改进 转变 优化 完善 健全 建立 落实 贯彻 执行 履行 开展 完成 实现 达到"
    " 做好 抓好 搞好 方便 便利 了解 掌握 知道 认识到 意识到 看到 看出 感受到 体现 反映 展示 展现 发挥 发扬 调动 激发 凝聚 传达 领会 接受 听取 征求 收集 获取"
    " 获得 取得 得到 查询 查阅 查找 规范 防止 避免 杜绝 减少 降低 减轻 缩短 节约 压缩 简化 精简 推行 推广 运用 利用 融入 投入 遏制 打击 查处 制止 纠正"
    " 拉近 密切 赢得 树立 营造 形成 打造 带动 引导 帮助 扩大 拓宽 拓展 延伸 丰富 充实 深化 细化 强化 巩固 夯实 吸取 总结 分析 剖析 查摆 排查 消除 缓解 杜绝"
    " 告诉 告知 介绍 进入 走上 走进 融合 起到 反应 列出 提出 指出 写明 说明 阐述 落到 做到 抓住 把握 围绕 结合 参与到 投身 克服 弥补 遵守 坚持 保持 发现"
)
# Verbs that are nouns as well: something must show that they are verbs here.
_NOUNS_TOO = listed(
    "服务 宣传 学习 公开 公布 公示 发布 更新 上传 报送 上报 办理 处理 答复 回应 回复 解答 解读 监督 管理 检查 指导 组织 实施 发展 建设 参与 支持 配合 协调 沟通"
    " 保护 使用 整改 进行 安排 部署 研究 审核 核实 统计 汇总 整理 归档 传播 报道 反馈 行使 制定 编制 修订 考核 调查 跟踪 督促 监管 控制 治理 保管 保存 记录 登记"
)
# What they do it to; a noun that the verb merely modifies is not among them.
_OBJECTS = listed(
    "政府信息 政务信息 信息 群众 人民 社会 社区 公众 居民 村民 企业 基层 百姓 老百姓 农民 政策 法律 法规 条例 文件 内容 情况 工作 各项 各类 全镇 全县 全乡 全市 本 我 广大 有关 相关"
    " 申请 问题 权力 权利 职权 职责 制度 计划 方案 网站 网页 栏目 目录 指南 经济 农村 农业 重点 村务 党务 政务 财务 上级 中央 党 国家"
)
_HEADS = (
    "作用|意义|效果|影响|成效|措施|手段|途径|力量|保障|保证|平台|基础|环境|机制|方式|方法|办法|氛围|动力|方面|能力|水平|条件|过程|结果|成果|目标|体系|格局|态度"
    "|精神|形象|人员|队伍|渠道|载体|机会|空间|时间|经验|程度|性|率|力|法|者|型|权|是|和|与|、|及|也|都|之"
)
_DUTIES = "说明|告知|公开|公布|履行|提交|提供|完成|建立|制定|做好|落实|报送|办理|答复|出示|填写|上报|登记|公示|加强|提高|规范|开展|遵守|执行|接受|坚持|明确|配备|设立|成立|组织|召开"
_WAY = "|".join(sorted(_WAYS, key=len, reverse=True))
_MORE_WAYS = lazy.pattern(rf"(?:{_WAY}|更加?|较)+$")
_FOUND = sought(
    rf"(?P<way>(?:{_WAY}))(?P<mark>的)(?:{_WAY})?(?:(?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?!{_HEADS})"
    rf"|(?P<done>{'|'.join(_NOUNS_TOO)})(?:了(?!解)|着|好(?!评)|给|于|(?={'|'.join(_OBJECTS)}|[，,。；;]))"
    rf"|(?=(?:把|将|向|为|对|按|使|让|从)[{HAN}]{{2,}}?(?:公|发|服务|提|送|报|传|落|办|开|宣|讲|解|介|展|做|作|列|转|结|纳|推|进行|融|带|反|汇)))"
)
# So far before the way a verb is looked for.
_BEFORE = 16
_STOPS = "，,。；;：:！？!?\n、“”（）()"
# Words before the way that take what follows as their object, and counting words.
_TAKES = lazy.pattern(
    r"(?:提供|给予|作出|做出|取得|获得|得到|具有|有|有了|是|成为|实现|保持|需要|进行|带来|起到|产生|发挥|受到|形成|创造|寻求|追求|享受|享有|感受|看到|达到|争取|作为|建立|营造|打造"
    r"|开展|加以|予以|付出|做|的|之|一个|一种|这种|这些|种|个|项|条|次|份|位|名|更为|属于|保证|确保|加强|采取|注重|强调|需|该|等|及其|缺乏|缺少|没有|无)(?:了|着|过)?"
    r"(?:一个|一种|一次|一项|更|更加|更为|较|较为|十分|非常|很|最|最为|比较|相对|越来越)?$"
)
_GOVERNS = lazy.pattern(
    "提供|给予|作出|做出|取得|获得|得到|具有|有|成为|实现|保持|需要|进行|带来|起到|产生|发挥|受到|形成|创造|寻求|追求|享受|感受|达到|争取|作为|建立|营造|打造|开展|予以"
    "|促进|推动|推进|加强|注重|强调|需求|要求|离不开|保障|加快|重视|接受|支持|赢得|体现|展示|迎来"
)


def _clause_before(passage: Passage, start: int, stops: str) -> str:
    text = passage.text
    low = max(passage.start, start - _BEFORE)
    return text[max((text.rfind(stop, low, start) + 1 for stop in stops), default=0) or low : start]


def _is_adverbial(passage: Passage, match: re.Match[str], end: int) -> bool:
    """Whether no word before takes what follows as its object."""
    if _TAKES.search(_MORE_WAYS.sub("", _clause_before(passage, match.start(), _STOPS))):
        return False
    # At the end of a clause the verb may be a noun that a verb far before governs.
    if passage.text[end : end + 1] in _STOPS:
        return _GOVERNS.search(_clause_before(passage, match.start(), _STOPS.replace("、", ""))) is None
    return True


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    cut = cut_of(passage)
    for match in matches(passage, _FOUND):
        at = match.start("mark")
        if passage.in_web_residue(at) or not cut.begins(at + 1):
            continue
        verb = match["verb"] or match["done"] or ""
        if _is_adverbial(passage, match, at + 1 + len(verb)):
            said = f"「{match['way']}的{verb}」的「的」修饰动词，应当用「地」。"
            yield rule.finding(passage, at, at + 1, said, suggestion="地")


RULES = (
    Rule(
        name="typo.de_adverb",
        category="typo",
        severity="info",
        explain="修饰动词用「地」，不用「的」：「及时准确地公开」「大大地提高了」。",
        fires="必须清醒的看到存在的问题，及时准确的公开政府信息，有力的促进了工作。",
        passes="必须清醒地看到存在的问题，这是有力的促进，提供更好的服务群众的平台。",
        find=anchored("的", _find),
    ),
    Rule(
        name="typo.done_too_early",
        category="typo",
        severity="info",
        explain="要求将来做的事不用「了」「过」：「应当说明了理由」「要完成了整改」；「培训3期过」的「过」要放在动词后面。",
        fires="对不予受理的，要说明了理由。参加培训3期过。",
        passes="对不予受理的，要说明理由。参加过3期培训，应了解情况。",
        find=shapes_of(
            shape(
                rf"(?<![没重主需只首纲简次想相适响对反供])(?P<mark>(?:要|应当?|必须|应该|须|不得|严禁|务必|请)(?:及时|认真|主动|如实|当场|一次性|按时|逐项|书面|严格|统一|切实){{0,2}}(?:{_DUTIES})了)(?!解|的|[{HAN}]{{0,8}}(?:后|之后|才|再|的))(?=[{HAN}《“])",
                "「{}」说的是还没有做的事，「了」多余",
                "info",
            ),
            shape(
                r"(?P<mark>\d\s?[期次场件条项批人名位]过)(?=[，,。；;、])", "「{}」里「过」放错了地方", "info"
            ),
        ),
    ),
)
