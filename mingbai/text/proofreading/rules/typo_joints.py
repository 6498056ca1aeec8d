"""Joints of a sentence that came loose: 「目前为止，」 without 「到」, 「主抓民政工作副镇长」 without 「的」, 「大家并进行了讨论」 turned,
「全面硬化98%」 at odds with itself."""

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules._parsing import HAN, clause_before, shape, shapes_of

_STOP = r"(?=[，,。；;])"

RULES = (
    Rule(
        name="typo.joint_lost",
        category="typo",
        severity="info",
        explain="句中起连接作用的字漏了：「目前为止，」漏「到」，「主抓民政工作副镇长」漏「的」，「在取得的成绩上，」漏「基础」，「户数分别357户」漏「为」。",
        fires="目前为止，共录入日志425条。成立以主抓民政工作副镇长为组长的领导小组。",
        passes="到目前为止，共录入日志425条。成立以主抓民政工作的副镇长为组长的领导小组。",
        find=shapes_of(
            shape(
                r"(?:^|(?<=[，,。；;\n]))[ \u3000]*(?P<mark>(?:目前|现在|当前|今天|今日|上月底|月底)为止)(?=[，,]|共|已|全|累计)",
                "「{}」前面疑漏「到」「截至」",
            ),
            shape(
                rf"(?P<mark>(?:主抓|分管|主管|协管)(?:(?![的副]){HAN}){{2,10}}(?:工作|事务|建设))(?=副[县镇乡区局市校院]?长|副书记|副主任|副主席|党委委员|班子成员|副职)",
                "「{}」后面疑漏「的」",
            ),
            shape(
                r"在[^，,。；;：:！？!?\n]{1,14}(?P<mark>(?:成绩|成果|成效|经验)的?上)(?=[，,])",
                "「{}」疑漏「基础」：「在……的基础上」",
                holds=lambda p, m: "基础" not in clause_before(p, m.end("mark")),
            ),
            shape(
                r"(?P<mark>分别)(?=\d[\d.]*(?:户|人|名|件|个|家|起|万元|亿元|元|亩)[，,、和]\d[\d.]*(?:户|人|名|件|个|家|起|万元|亿元|元|亩))",
                "「{}」后面疑漏「为」「有」",
                holds=lambda p, m: m.start("mark") == 0 or p.text[m.start("mark") - 1] not in "按将给",
            ),
            shape(
                rf"(?:打造|建设|搭建|构建|建成|办成)(?P<mark>{HAN}{{2}}(?:群众|企业|基层|百姓|发展|党员)(?:、{HAN}{{2}}(?:群众|企业|基层|百姓|发展|党员))+)(?=(?:基层|重要|坚强|主|综合|有效|前沿)?(?:阵地|平台|窗口|队伍|网络|体系|堡垒|载体|桥梁))",
                "「{}」后面疑漏「的」",
            ),
        ),
    ),
    Rule(
        name="typo.joint_turned",
        category="typo",
        severity="info",
        explain="起连接作用的字放错了地方，或者前后不相配：「大家并进行了讨论」，「全面硬化98%以上」。",
        fires="全体教师学习了政策，大家并进行了讨论。全村道路全面硬化98%以上。",
        passes="全体教师学习了政策，并进行了讨论。全村道路硬化率达98%以上，全面完成任务的98%。",
        find=shapes_of(
            shape(
                r"(?<=[，,])(?P<mark>(?:大家|我们|他们|全体[一-鿿]{2,3}|村民们?|群众|干部|学生|老师们?|我镇|我局|我校|我村)并)(?=进行|开展|组织|对|积极|认真|提出|表示|撰写|签订|制定)(?!没|未|不|非)",
                "「{}」语序颠倒，「并」放在前面，或者去掉",
            ),
            shape(
                rf"(?P<mark>(?:全面|全部)(?!完成|推进|落实){HAN}{{2,4}}(?!100|１００)\d{{1,2}}(?:\.\d+)?[%％](?:以上)?){_STOP}",
                "「{}」前后不相配：「全面」「全部」与百分数对不上",
                holds=lambda p, m: (
                    not any(word in m["mark"] for word in ("达", "率", "占", "超", "增", "提"))
                ),
            ),
        ),
    ),
)
