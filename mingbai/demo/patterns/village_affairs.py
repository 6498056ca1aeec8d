"""村（居）务公开: what was decided, who gets what, what is built."""

from datetime import timedelta

from mingbai.demo.scene import VILLAGES, Scene, Written, chinese_day, letter, page, pattern, table

TOPIC = "village_affairs"
CIVIL = "民政、扶贫、救灾/其他"
WORKS = ("村内道路硬化", "路灯安装", "文化广场维修", "沟渠清淤", "公厕改造")


def _villagers(scene: Scene) -> str:
    return "居民" if scene.unit.kind == "community" else "村民"


@pattern(TOPIC, kinds=VILLAGES, columns=("会议", "协商"))
def decision_of_the_meeting(scene: Scene) -> Written:
    topic = scene.pick(
        ("集体闲置房屋出租", "垃圾清运费标准调整", "村内道路维修", "公益林管护", "老年活动室改造")
    )
    total = scene.number(42, 68)
    came = total - scene.number(3, 8)
    against = scene.number(0, 3)
    return page(
        scene,
        f"{scene.short}关于{topic}的决议公开（第{scene.turn + 1}号）",
        f"{chinese_day(scene.written_on)}，{scene.short}召开{_villagers(scene)}代表会议，应到代表{total}人，实到{came}人，符合法定人数。",
        f"会议审议了{topic}方案，经举手表决，同意{came - against}人，不同意{against}人，形成决议。",
        "## 一、提出过程",
        "党组织提议后，两委会议商议，党员大会审议，再提交代表会议决议，会前三天把方案发给代表并张贴。",
        "## 二、决议内容",
        f"同意实施{topic}，由村（居）民委员会负责，监督委员会全程监督，涉及的收支单独记账，完工后公布结果。",
        "## 三、实施情况",
        "目前已经完成前期准备，正在签订合同，预计三个月内完成。",
        f"对决议有意见的，请向监督委员会反映，或者拨打{scene.phone}。",
        kind="minutes",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("年度工作报告",))
def yearly_report_of_the_committee(scene: Scene) -> Written:
    good, fair = scene.number(36, 52), scene.number(2, 8)
    year = scene.day.year
    return page(
        scene,
        f"{scene.short}{year}年工作报告和成员评议结果",
        "## 一、工作情况",
        f"{year}年，{scene.short}修补道路{scene.number(2, 9)}处，安装路灯{scene.number(8, 40)}盏，调解纠纷{scene.number(6, 24)}起，为群众代办事项{scene.number(120, 600)}件。",
        "## 二、财务情况",
        "收支按月公布，大额开支均经代表会议同意，没有新增债务。",
        "## 三、评议结果",
        f"代表会议听取了工作报告，对成员履职情况进行无记名测评，收回有效票{good + fair}张，其中满意{good}张，基本满意{fair}张。",
        table(("测评等次", "票数（张）"), (("满意", good), ("基本满意", fair), ("合计", good + fair))),
        "## 四、改进措施",
        "针对代表提出的停车难、晾晒难等意见，划定停车位，增设晾晒场。",
        f"意见请拨打{scene.phone}。",
        kind="work_summary",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("误工",))
def lost_working_days(scene: Scene) -> Written:
    each = scene.number(100, 140, 10)
    chosen = [(scene.masked(), scene.number(2, 9)) for _ in range(scene.number(4, 7))]
    rows = [
        *((name, days, days * each) for name, days in chosen),
        ("合计", sum(row[1] for row in chosen), sum(row[1] for row in chosen) * each),
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}误工补贴公开",
        f"{scene.last_quarter}，{scene.short}对参加公益劳动和值班的人员发放误工补贴，标准为每天{each}元，现公开如下。",
        table(("姓名", "天数（天）", "金额（元）"), rows),
        "误工事由包括防汛值守、环境整治、人口信息核对和会议服务。天数由组长登记、监督委员会核对，本人签字确认。",
        "享受固定报酬的成员在工作时间内参加的活动不发误工补贴，同一时段不重复计算。",
        f"补贴通过银行转账支付，票据入账。对天数和金额有疑问的，请在公开之日起十日内反映，电话{scene.phone}。",
        kind="list",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("收益", "财产处分", "项目立项", "承包", "5万元以上", "工程"))
def collective_property(scene: Scene) -> Written:
    asset = scene.pick(("原小学校舍", "集体鱼塘", "集体茶园", "仓库", "临街门面房"))
    rent = scene.number(12_000, 68_000, 500)
    years = scene.number(2, 5)
    return page(
        scene,
        f"{scene.short}{asset}发包情况公开（第{scene.turn + 1}期）",
        f"经{_villagers(scene)}代表会议同意，{scene.short}对{asset}公开发包，现将结果公开如下。",
        table(
            ("事项", "内容"),
            (
                ("资产名称", asset),
                ("发包方式", "公开竞价"),
                ("年租金", f"{rent}元"),
                ("期限", f"{years}年"),
                ("租金合计", f"{rent * years}元"),
            ),
        ),
        f"参加竞价{scene.number(3, 6)}人，底价经评估和代表会议讨论确定，报价最高者中选，监督委员会全程监督。",
        "租金按年交纳，先交后用，全部存入集体账户，用于公益设施维护、环境卫生和困难群众慰问，具体开支按月公布。",
        "承租人不得改变用途，不得转租，合同到期后按照程序重新发包，同等条件下本村（社区）成员优先。",
        f"合同文本在党群服务中心备查，监督电话{scene.phone}。",
        kind="list",
        theme="农业、林业、水利/农业",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("公益事业", "一事一议"))
def small_public_works(scene: Scene) -> Written:
    work = scene.pick(WORKS)
    people, each = scene.number(420, 1600), scene.number(5, 15)
    grant = scene.number(30_000, 120_000, 100)
    raised = people * each
    return page(
        scene,
        f"{scene.short}{work}一事一议项目公开（第{scene.turn + 1}号）",
        f"经{_villagers(scene)}会议讨论通过，{scene.short}实施{work}项目，现将筹资和实施情况公开如下。",
        table(("资金来源", "金额（元）"), (("筹资", raised), ("财政奖补", grant), ("合计", raised + grant))),
        f"一、筹资对象{people}人，每人{each}元，共{raised}元，按照自愿、量力、受益原则确定，困难家庭减免。",
        f"二、项目地点在{scene.place()}，工期三个月，通过公开比选确定施工队，合同价不超过筹集总额。",
        "三、监督委员会和三名代表负责质量监督，材料进场、隐蔽工程均有签字和照片。",
        "四、完工后组织验收，公布决算，结余资金留作管护费用，不足部分由集体收入补足。",
        f"意见和建议请拨打{scene.phone}。",
        kind="announcement",
        theme="农业、林业、水利/农业",
    )


@pattern(TOPIC, kinds=("village",), columns=("土地承包", "宅基地", "征地", "被征地"))
def land_in_the_village(scene: Scene) -> Written:
    rows = [
        (order, scene.masked(), scene.place(), scene.number(60, 140))
        for order in range(1, scene.number(4, 7))
    ]
    topic = "宅基地申请" if "宅基地" in scene.column else "土地调整和补偿"
    return page(
        scene,
        f"{scene.short}{topic}村级审查公示（第{scene.turn + 1}期）",
        f"经村民小组会议讨论、村级组织审查，{scene.short}对下列{len(rows)}户的{topic}事项予以公示。",
        table(("序号", "户主", "村民小组", "涉及面积（平方米）"), rows),
        f"涉及面积合计{sum(row[3] for row in rows)}平方米。审查内容包括申请人是否为本集体经济组织成员、是否符合一户一宅、四邻意见和规划要求。",
        "涉及补偿费用的，分配方案经村民会议通过后执行，款项直接打入农户账户，村级不得截留。",
        "公示后没有异议的，报乡镇人民政府审核；有异议的，由村民委员会五日内调查并答复。",
        f"公示时间为{chinese_day(scene.day)}至{chinese_day(scene.day + timedelta(days=6))}，联系电话{scene.phone}。",
        kind="announcement",
        theme="国土资源、能源/土地",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("补贴", "救灾", "低保", "残疾人", "救助", "危房"))
def who_gets_what(scene: Scene) -> Written:
    name = next(
        (label for word, label in (("低保", "最低生活保障金"), ("残疾人", "残疾人两项补贴"), ("农", "农业补贴"), ("危房", "危房改造补助"), ("慰问", "救助慰问金")) if word in scene.column),
        "救灾救助资金",
    )  # fmt: skip
    chosen = [
        (scene.masked(), scene.place(), scene.rng.choice((120, 200, 360, 480, 600)))
        for _ in range(scene.number(5, 9))
    ]
    total = sum(row[2] for row in chosen)
    rows = [*((order, *row) for order, row in enumerate(chosen, 1)), ("合计", "", "", total)]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}{name}发放名单公开",
        f"{scene.last_quarter}，{scene.short}共有{len(chosen)}户享受{name}，合计{total}元，现将名单公开如下。",
        table(("序号", "户主", "小组", "金额（元）"), rows),
        "名单经本人申请、入户核实、民主评议、审核确认等程序产生，资金由上级直接发放到银行卡，村（社区）不经手现金。",
        "家庭收入和人口发生变化的，请及时告知，村（社区）每季度复核一次；不再符合条件的，说明理由后停发。",
        f"发现应当享受没有享受，或者不应当享受而享受的，请拨打{scene.phone}，也可以向{scene.above}反映。",
        kind="list",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("协助政府", "计划生育", "普遍关心"))
def helping_the_government(scene: Scene) -> Written:
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}协助政府开展工作情况公开",
        f"{scene.last_quarter}，{scene.short}协助政府开展了下列工作，现公开如下。",
        "## 一、社会保障",
        f"协助办理城乡居民基本医疗保险参保{scene.number(80, 460)}人、养老待遇资格认证{scene.number(60, 280)}人，帮助老年人使用手机缴费。",
        "## 二、人口和健康",
        f"宣传生育支持政策，协助发放奖励扶助材料{scene.number(3, 18)}份，通知适龄儿童预防接种{scene.number(12, 60)}人次。",
        "## 三、平安建设",
        f"巡查消防、用电、防溺水隐患点{scene.number(16, 60)}处，现场排除{scene.number(4, 15)}处，调解邻里纠纷{scene.number(2, 9)}起。",
        "## 四、环境整治",
        f"组织志愿者{scene.number(20, 90)}人次清理卫生死角，评选清洁庭院{scene.number(5, 20)}户。",
        f"工作中没有收取费用，没有摊派任务。意见请拨打{scene.phone}。",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("规划", "重点帮扶"))
def plan_of_the_village(scene: Scene) -> Written:
    items = scene.some(WORKS, 3)
    costs = [scene.number(12_000, 68_000, 500) for _ in items]
    return page(
        scene,
        f"{scene.short}{scene.day.year}年建设规划和决议事项清单（第{scene.turn + 1}期）",
        f"经代表会议讨论，{scene.short}确定近期建设和帮扶事项{len(items)}项，现公开如下。",
        table(("事项", "预计资金（元）"), [*zip(items, costs, strict=True), ("合计", sum(costs))]),
        "资金来源为集体收入和上级补助，不向农户摊派。每项明确一名负责人和完成时间，进展每季度公布。",
        f"对{scene.number(2, 5)}户重点帮扶家庭，由党员结对联系，帮助介绍就业、落实政策、照看老人，具体情况涉及个人隐私，不逐户公开。",
        "规划调整需要重新经代表会议讨论。施工期间给出行带来不便的，提前三天通知并设置绕行标志。",
        f"欢迎大家对位置、样式和先后次序提出意见，电话{scene.phone}。",
        kind="work_plan",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("选举",))
def election(scene: Scene) -> Written:
    voters = scene.number(420, 1480)
    voted = voters - scene.number(20, 60)
    return letter(
        scene,
        f"{scene.short}补选村（居）民委员会委员结果公告",
        f"{scene.short}依法组织了村（居）民委员会委员补选，现将结果公告如下。",
        f"一、登记参加选举的{_villagers(scene)}{voters}人，实际投票{voted}人，参加投票人数过半，选举有效。",
        f"二、发出选票{voted}张，收回选票{voted}张，收回的选票没有多于发出的选票。",
        f"三、{scene.person()}获得赞成票{voted * scene.number(62, 88) // 100}张，超过参加投票人数的半数，当选为委员，任期与本届一致。",
        "四、选举由选举委员会主持，候选人由登记参加选举的人员直接提名，设秘密写票处，公开唱票、计票，监督人员现场监督。",
        f"五、对选举程序有异议的，可以向{scene.above}举报，由有关机关依法调查处理。所列人员均为演示用的虚构人员。",
        f"联系电话：{scene.phone}。",
        genre="公告",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("规民约", "公约"))
def village_rules(scene: Scene) -> Written:
    word = "居民公约" if scene.unit.kind == "community" else "村规民约"
    return page(
        scene,
        f"{scene.short}{word}",
        f"为弘扬良好风尚，维护公共秩序，经{_villagers(scene)}会议讨论通过，制定本{word}。",
        "第一条　爱党爱国，遵纪守法，不信谣、不传谣，有矛盾先找调解员。",
        "第二条　邻里和睦，互相帮助，不因小事争吵，不侵占他人和集体的土地、房屋、水源。",
        "第三条　孝敬老人，关爱儿童，子女应当履行赡养义务，不得虐待、遗弃家庭成员。",
        "第四条　喜事新办，丧事简办，不讲排场，不要高额彩礼。",
        "第五条　门前三包，垃圾定点投放，家禽家畜圈养，不乱倒污水，不焚烧秸秆。",
        "第六条　注意消防、用电、用气和防溺水安全，不在楼道和消防通道堆放杂物、停放车辆。",
        "第七条　爱护公共设施，损坏的应当修复或者赔偿。",
        f"第八条　违反本{word}的，由村（居）民委员会批评教育；遵守较好的，评优时优先考虑。",
        f"第九条　本{word}自公布之日起施行，修改须经会议讨论并报{scene.above}备案。",
        theme=CIVIL,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("审计",))
def audit_at_the_end(scene: Scene) -> Written:
    income = scene.number(360_000, 1_200_000, 100)
    spent = income - scene.number(12_000, 90_000, 100)
    return page(
        scene,
        f"{scene.short}任期经济责任审计结果公开",
        f"{scene.above}组织对{scene.short}主要负责人任期经济责任进行了审计，现将结果公开如下。",
        table(
            ("项目", "金额（元）"), (("任期内收入", income), ("任期内支出", spent), ("结余", income - spent))
        ),
        "## 一、审计评价",
        "任期内财务收支基本真实，资产登记基本完整，没有发现侵占集体财产的行为，没有新增债务。",
        "## 二、发现的问题",
        "个别支出票据附件不齐，一处出租资产合同到期后续签不及时，部分固定资产没有贴标签。",
        "## 三、整改情况",
        "已补齐票据附件，重新签订合同并补收租金，对固定资产逐件贴标登记，监督委员会已经复核。",
        f"审计报告全文在党群服务中心备查，有疑问请拨打{scene.phone}。",
        theme="财政、金融、审计/审计",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("监督委员会",))
def oversight_committee(scene: Scene) -> Written:
    seen = scene.number(46, 160)
    back = scene.number(1, 6)
    return page(
        scene,
        f"{scene.short}监督委员会{scene.last_quarter}工作情况",
        f"{scene.last_quarter}，监督委员会按照职责开展监督，现将工作情况公开如下。",
        "## 一、财务监督",
        f"审核票据{seen}张，同意入账{seen - back}张，退回补充手续{back}张，没有发现虚开、重复报销。",
        "## 二、事务监督",
        f"列席会议{scene.number(3, 8)}次，监督补助名单评议{scene.number(1, 4)}次，抽查公开栏{scene.number(3, 9)}次，发现一次内容更新迟于规定时间，已经督促补上。",
        "## 三、工程监督",
        f"对{scene.pick(WORKS)}进行现场监督，核对工程量并签字，要求施工队对不平整路段返工。",
        "## 四、意见办理",
        f"收到群众意见{scene.number(2, 9)}条，均已转交办理并回复本人。",
        f"群众可以随时向监督委员会反映问题，电话{scene.phone}。",
        theme=CIVIL,
    )
