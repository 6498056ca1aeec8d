"""Sentences in a voice that no office has: a shop, a patient's leaflet, a novel, a court, an examination, somebody's own thoughts."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, listed
from mingbai.text.proofreading.rules._papers import in_own_paper
from mingbai.text.proofreading.rules._speaker import in_quotes
from mingbai.text.proofreading.triggers import prose_with, waiting_for
from mingbai.text.records import record


@record
class Voice:
    """`sure`: words that this voice alone has; `hints`: words of which two in one sentence tell it; `at_home`: words of titles and units under which it may be heard."""

    name: str
    sure: tuple[str, ...]
    hints: tuple[str, ...]
    at_home: re.Pattern[str]


_VOICES = (
    Voice(
        "企业经营和产品推销",
        listed(
            "大堂经理 柜面服务 网点组织 反假币知识 全场八折 全场五折 欢迎新老顾客 光临选购 款式新颖 欢迎广大储户 欢迎广大客户 前来咨询办理 年化收益率 团购价 现摘现卖 到本店 自购买之日起 质量三包 厂家直销 量大从优 诚招代理 加盟热线 竭诚为您 免费试用 特价 新老客户 客户至上 广大用户的信赖 深受用户 深受消费者 远销海外 销售旺季 销售团队 销售指标 销售业绩 客户群体 加盟商 招商加盟 新品上市 新产品上市 销售额同比 门店业绩 公司成立以来 公司自成立 公司全体员工"
            " 公司董事会 公司总经理 公司秉承 公司始终秉承 以质量求生存 以信誉求发展 本公司主要经营 我公司主要 我厂生产 订购热线 欢迎选购 售后服务热线 客户反响 全体股东 企业文化理念 本公司产品 我公司产品 车间现场管理 设备点检 产品不良率 产品合格率达到 良品率 次品率 废品率 返修率 生产节拍 工序质量 排产计划 订单交付 库存周转 住宿床位预订率 客房预订率 客房出租率 佩戴导游证 我司 贵公司 打造行业 行业领军"
        ),
        listed(
            "客户 销售 产品 订单 利润 经营理念 市场部 员工 公司 竞争力 品牌 营销 业绩 供应商 消费者 股份 董事长 总经理"
        ),
        lazy.pattern(
            "公司|企业|集团|商务|工信|国资|供销|烟草|市场监|招商|营商|银行|电力|供电|供水|燃气|邮政|通信|粮食|经信|发改|工业|园区|开发区|个体|产业|消费|旅游|电商"
        ),
    ),
    Voice(
        "个人心得和自我总结",
        listed(
            "我深深感到 我深深地 我深深体会 我深刻认识到 我深刻体会 我深刻地 使我深刻 使我认识到 使我明白 让我明白 让我懂得 让我深刻 我懂得了 我明白了 我体会到 我感到自己 我觉得自己 我认识到自己 我的理论水平 我的业务水平 我的工作能力 我的学习体会 我的心得"
            " 我的人生 我的世界观 改造世界观 本人思想 本人在思想 本人能够 本人始终 本人严格 本人认真 本人将 本人一贯 今后我一定 今后我将 今后我要 作为一名共产党员，我 作为一名党员，我 作为一名教师，我 作为一名青年，我 在今后的工作中，我将 在今后的学习中 我的不足 我的入党 我志愿 我对自己"
            " 我虚心 我虽然 我所从事 我参加了 我通过学习 我学习了 我阅读了 读后感 我是一名"
        ),
        listed(
            "我深 我一定 我要 我将 我能 我自己 我的 感悟 感触 心得 收获 反思 世界观 人生观 价值观 努力学习 刻苦"
        ),
        lazy.pattern(
            "述职|述廉|个人|心得|体会|事迹|演讲|发言|先进|思想|讲话|致|信|对照检查|剖析|自我|竞聘|党性|表态|讲稿|报告会|民主生活会|检查材料|代表政府|政府工作报告|日记|走访|手记|随笔"
        ),
    ),
    Voice(
        "文学作品",
        listed(
            "推开门 黑漆漆 吓出一身 一身冷汗 窜了过去 打了个寒颤 心头一紧 皱起眉头 转过身来 冷冷地 笑着说道 大声喊道 刹那间 夜色中 哭了起来 抱头痛哭 滑过脸庞 望着窗外 飘落的雨丝 泪流满面 泪水模糊 月光洒 微风拂过 夕阳西下 她坐在窗前 他站起身 叹了口气 微微一笑 不由得想起 记得小时候 那年夏天 那个夏天 我的母亲 我的妈妈 我的爸爸 我的奶奶 妈妈说 爸爸说 奶奶说 从前有 很久以前 少年时代 她轻轻 他轻轻 她默默 他默默"
            " 心里一阵 眼眶湿润 鸟语花香 蓝天白云下 初恋 爱情是 失恋 嫣然一笑 剑光 丫鬟 秋风萧瑟 春暖花开 青春是 岁月静好 你若安好 诗和远方 相思"
        ),
        listed(
            "窗外 泪水 脸庞 微风 月光 雨丝 少女 少年 思念 心情 她 望着 轻轻 默默 夕阳 花瓣 星空 梦想 青春"
        ),
        lazy.pattern(
            "文学|小说|散文|故事|诗|征文|作品|读书|文化|旅游|非遗|民俗|传说|演讲|朗诵|宣传|妇女|关爱|事迹"
        ),
    ),
    Voice(
        "征稿和比赛启事",
        listed(
            "参赛作品须 参赛作品应 投稿作品 截稿日期 截稿时间 投稿邮箱 组委会邮箱 作品须为本人原创 作品须为原创 来稿请注明 恕不退稿 稿费从优 大赛组委会 参赛者须 报名参赛 JPG格式 作品尺寸 评选出一等奖"
        ),
        listed("参赛 作品 投稿 截稿 组委会 原创 评委 一等奖 二等奖 摄影 书法 邮箱"),
        lazy.pattern(
            "赛|征|评选|活动|文化|文旅|文联|摄影|书法|教育|学校|宣传|作品|团委|妇联|工会|科协|文明|融媒|非遗"
        ),
    ),
    Voice(
        "求职和招聘",
        listed(
            "毕业于 求职信 求职意向 自荐信 面试的机会 贵公司能 贵单位能给我 性格开朗 薪资面议 五险一金 岗位职责： 任职要求： 任职资格： 学历不限 试用期工资 简历投递 有意者请"
        ),
        listed("应聘 面试 简历 学历 岗位 薪资 专业 性格 期望 求职"),
        lazy.pattern(
            "招聘|公告|公示|人事|就业|人力|引进|选调|干部|考察|任前|任职|劳动|事迹|简介|领导|学校|医院|教师|编制|考录"
        ),
    ),
    Voice(
        "学校师生的话",
        listed(
            "亲爱的爸爸 亲爱的妈妈 爸爸妈妈 上三年级 上五年级 上初中 热爱学生 尊重学生 变相体罚 学生人格 为人师表 严慈相济 教师职业道德 上课铃声 同学们， 同学们！ 同学们： 老师们， 老师们！ 亲爱的同学 回报父母 寒窗苦读 祝同学们 在新的学期里 高考加油 我们班 全班同学 班级之星 语文课 数学课 英语课 课间操 小学生守则 上课铃 下课铃"
        ),
        listed("同学 老师 班级 课堂 作业 学期 成绩 考试 校园 父母 学习成绩 课文"),
        lazy.pattern("学校|小学|中学|教育|教体|幼儿园|学院|大学|校|班|团委|少先队|关工委|共青团|青少年"),
    ),
    Voice(
        "司法文书",
        listed(
            "诉至本院 请求判令 判令被告 原告诉至 本案争议 本院查明 被上诉人 述称 民初字 刑初字 判决如下 裁定如下 本院认为 本院经审理 本院受理 原告诉称 被告辩称 经审理查明 上诉于 递交上诉状 不服本判决 依法组成合议庭 犯罪嫌疑人供述 民事诉讼法》第 刑事诉讼法》第 依照《中华人民共和国刑法》 执行标的 申请执行人"
        ),
        listed("原告 被告 判决 诉讼 合议庭 开庭 庭审 上诉 判处 有期徒刑 罚金 辩护"),
        lazy.pattern(
            "法院|检察|司法|政法|诉讼|法治|依法行政|行政复议|行政应诉|案|判决|裁定|普法|公安|法律|执法|处罚|维权|信访|失信|执行|仲裁|综治|禁毒|平安"
        ),
    ),
    Voice(
        "药品和产品说明",
        listed(
            "本品为 本品系 遵医嘱 处方药 禁忌症 不良反应 用法用量 孕妇禁用 孕妇及哺乳期 请仔细阅读说明书 请置于儿童 净含量 配料表 电源插头 按下开关 按下按钮 请勿拆卸 使用前请 保修卡 充电器 本说明书 额定电压 额定功率 安装步骤 操作步骤如下：按 食用方法"
        ),
        listed("本品 服用 剂量 孕妇 说明书 按钮 插头 电池 保修 型号 规格 医师 禁用 慎用 保质期"),
        lazy.pattern(
            "药|卫生|医|疫苗|接种|食品|市场监|质量|疾控|农药|采购|招标|设备|健康|防疫|产品|消防|安全"
        ),
    ),
    Voice(
        "车站、商场和电视的话",
        listed(
            "业主朋友 亲爱的业主 家长朋友 亲爱的家长 广大车主 各位网友 旅客朋友们 各位旅客 乘客朋友们 各位乘客 列车即将 即将进站 带好随身物品 排队上车 请系好安全带 本次航班 本次列车 飞机即将 观众朋友们 听众朋友们 各位观众 收看本期节目 顾客朋友们 亲爱的顾客 全场五折 全场八折 限时抢购 满减 双十一 清仓 甩卖 扫码下单 恭喜您"
        ),
        listed("旅客 乘客 列车 航班 候车 检票 顾客 折扣 优惠 抢购 促销 商场 购物 节目 收看"),
        lazy.pattern("交通|车站|铁路|机场|运输|商务|消费|促消费|广播|电视|融媒|市场|公交|文旅|旅游|春运"),
    ),
    Voice(
        "试题和答案",
        listed(
            "下列说法 下列选项 下列各项 下列哪 正确的是 不正确的是 错误的是 单选题 多选题 简答题 填空题 论述题 答案解析 【答案】 【解析】 本题考查 阅读下面 阅读短文 解答题"
        ),
        listed("题 答案 选项 考查 考点 考生 分值"),
        lazy.pattern("考|试|题|竞赛|知识|问答|测试|培训|教育|学校|招录|学法|普法|评分|考核|学业"),
    ),
    Voice(
        "菜谱、保健和生活窍门",
        listed(
            "翻炒 少许盐 盐适量 大火煮 小火慢炖 切成丁 焯水 炖煮 放入锅中 加入适量 减肥 美容养颜 护肤 面膜 星座 养生之道 祛斑 食疗 补肾 穴位按摩 穿搭 口红 瑜伽"
        ),
        listed("食材 生姜 酱油 料酒 蒜末 锅 煮 炒 炖 皮肤 睡眠 血压 血糖 美容 孕期"),
        lazy.pattern("食|餐|厨|卫生|健康|医|妇幼|妇联|计生|美食|旅游|农家乐|培训|中医|疾控|托育|老年"),
    ),
    Voice(
        "影视、体育和娱乐新闻",
        listed(
            "球迷朋友 本场比赛 主队 客队 连胜 积分榜 小组赛 半决赛 主演 票房 偶像 男主角 女主角 剧情 热播 冠军争夺 季后赛 球迷 奥斯卡 网红主播 直播带货达人 游戏玩家"
        ),
        listed("球队 球员 比赛 决赛 观众 明星 歌手 演员 导演 影片 电影"),
        lazy.pattern("文化|体育|文旅|广电|电影|运动|赛|演出|娱乐|旅游|融媒|活动|宣传|文体"),
    ),
    Voice(
        "房产、股票和理财",
        listed(
            "楼盘开盘 样板房 户型图 学区房 年化收益 预期收益率 涨停 跌停 沪指 深成指 基金净值 花呗 网贷产品 虚拟货币 比特币"
        ),
        listed("收益 投资者 股市 上市公司 楼盘 户型 房价 贷款利率 基金 保费"),
        lazy.pattern(
            "房|住建|金融|银行|证券|保险|财政|国资|投资|审计|非法集资|公积金|物价|统计|不动产|反诈|诈骗|税"
        ),
    ),
    Voice(
        "学术论文",
        listed(
            "参考文献 文献综述 国内外学者 实证分析 实证研究 本文通过 本文采用 本文认为 本文从 本研究 研究对象 研究方法 显著性 回归分析 假设检验 学术界 引言部分 理论框架 博弈论 学者认为"
        ),
        listed("学者 理论 模型 样本 变量 研究 文献 假设 范式"),
        lazy.pattern("论|研究|调研|思考|探讨|浅析|浅谈|分析|对策|探索|课题|科研|科技|评估"),
    ),
    Voice(
        "用户协议和软件说明",
        listed(
            "用户须 用户应当遵守 用户同意 本软件 用户协议 隐私政策 点击“确定” 点击“下一步” 点击【 安装包 双击 安装向导 重启电脑 本网站不承担 概不负责 不承担任何责任 由用户自行承担 版本更新 输入账号密码 忘记密码 系统将自动 软件使用 授权许可"
        ),
        listed("用户 注册 登录 密码 软件 账号 下载 安装 按钮 菜单 窗口 责任 协议"),
        lazy.pattern(
            "网站|软件|系统|平台|操作|手册|指南|信息化|网络|数据|大数据|使用|APP|小程序|协议|服务|运维|采购"
        ),
    ),
    Voice(
        "国际和外省新闻",
        listed(
            "美国总统 特朗普 拜登 普京 外交部发言人 联合国安理会 北约 航母 俄乌 以色列 巴以 白宫 日本首相 韩国总统"
        ),
        (),
        lazy.pattern("外事|国际|形势|国防|武装|台|侨|外贸|商务|宣讲|理论|学习"),
    ),
)
_KINDS = {"work_summary", "annual_report", "work_plan", "self_check", "normative_document", "notice", "announcement", "bulletin", "other"}  # fmt: skip
# Somebody who tells of himself all along.
_ONESELF = lazy.pattern(
    "(?<![自小大])我(?![们国省市县区镇乡村局委办校院厅部站所中园街支党社公司单机厂厦州处队旗])|父老乡亲|咱们?"
)
# What a text of no known kind must be called for other voices to be strange in it.
_PAPER = lazy.pattern("公开|总结|报告|汇报|计划|方案|要点|通知|制度|情况")
_SENTENCE = lazy.pattern(r"[^。！？!?；;\n]{6,300}[。！？!?；;]?")
_HINTS_TOGETHER = 3
# A voice that is heard in more of the sentences than this is the text's own.
_SHARE, _MOST = 0.25, 6
_ON_SUBJECT = lazy.pattern(
    "公开|公示|公布|政务|信息|网络安全|安全防护|诉讼[^。]{0,6}件|复议|法院|投诉|举报|咨询|热线|诉求|查处|查办|整治|检查|监管|宣传|培训|开展|组织|举办|受理|办理|反映|引进|支持|扶持|帮助|服务|补贴|补助|群众|居民|村民"
)


_ALL_WORDS = waiting_for(tuple(dict.fromkeys(word for voice in _VOICES for word in voice.sure + voice.hints)))
_SURE = tuple(lazy.pattern("|".join(map(re.escape, voice.sure))) for voice in _VOICES)
_HINTS = tuple(lazy.pattern("|".join(map(re.escape, voice.hints)) or "(?!)") for voice in _VOICES)


def _head(passage: Passage) -> str:
    title = passage.document.title or ""
    first = passage.prose[0][1][:60] if passage.prose else ""
    return f"{title} {first} {passage.document.unit or ''}"


def _heard(voice: int, sentence: str) -> str | None:
    """「warning」 or 「info」 where the sentence is in the voice, None where it is not."""
    sure = _SURE[voice].search(sentence)
    on_subject = _ON_SUBJECT.search(sentence) is not None
    hints = len(set(_HINTS[voice].findall(sentence)))
    if sure and (not on_subject or hints >= _HINTS_TOGETHER):
        return "warning"
    if sure:
        return "info"
    return "info" if hints > _HINTS_TOGETHER and not on_subject else None


def _voices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    head = _head(passage)
    if passage.document.kind not in _KINDS or (passage.document.kind == "other" and not _PAPER.search(head)):
        return
    if len(_ONESELF.findall(passage.body)) > _MOST:
        return
    places = prose_with(passage, _ALL_WORDS)
    total = max(1, sum(line.count("。") for _, line in passage.prose))
    for number, voice in enumerate(_VOICES):
        if voice.at_home.search(head):
            continue
        found = []
        for place in places:
            offset, line = passage.prose[place]
            for match in _SENTENCE.finditer(line):
                severity = _heard(number, match.group())
                if severity and not in_quotes(passage, offset + match.start() + 1):
                    found.append((offset + match.start(), offset + match.end(), severity))
        if len(found) > max(1, min(_MOST, total * _SHARE)):
            continue
        for start, end, severity in found:
            said = f"这一句像是{voice.name}，与全文不是一类文字，疑为误贴的其他材料。"
            yield rule.finding(
                passage,
                start,
                end,
                said,
                suggestion="删去，或改为本文的内容",
                severity="warning" if severity == "warning" else "info",
            )


RULES = (
    Rule(
        name="topic.other_voice",
        category="wrong_topic_paste",
        severity="warning",
        explain="机关的总结、计划、通知里冒出广告、心得、小说、判决书、说明书、试题等别的文字，多为粘贴时带进来的。",
        fires="白杨镇2022年政务公开工作总结\n我镇认真做好政务公开工作，公开信息120条。\n新产品上市以来，客户反响热烈，销售部门超额完成了季度销售指标。\n今后要继续努力。",
        passes="白杨镇2022年政务公开工作总结\n我镇认真做好政务公开工作，公开信息120条。\n组织企业参加展销会，公示信用信息，受理消费者投诉12件。\n今后要继续努力。",
        find=Waiting(_ALL_WORDS, in_own_paper(_voices)),
    ),
)
