"""财务公开 of villages and communities."""

from mingbai.demo.scene import VILLAGES, Scene, Written, page, pattern, table

TOPIC = "village_finance"
FINANCE = "财政、金融、审计/财政"
INCOME = ("资产资源发包收入", "上级补助收入", "利息收入", "其他收入")
SPENDING = ("公益设施维护", "环境卫生保洁", "办公水电", "慰问困难群众")


def _asking(scene: Scene) -> str:
    return f"以上内容经监督委员会审核。对账目有疑问的，可以到党群服务中心查阅原始票据，或者拨打{scene.phone}，我们将在十五日内答复；对答复不满意的，可以向{scene.above}反映。"


def _added(names: tuple[str, ...], parts: list[int]) -> list[tuple[str, int]]:
    return [*zip(names, parts, strict=True), ("合计", sum(parts))]


@pattern(TOPIC, kinds=VILLAGES, columns=("收入", "支出", "财务情况"))
def monthly_accounts(scene: Scene) -> Written:
    year, month = scene.last_month
    income, spending = scene.number(12_000, 46_000, 10), scene.number(6_000, 30_000, 10)
    before = scene.number(40_000, 160_000, 10)
    kind = "收入" if "收入" in scene.column else "支出" if "支出" in scene.column else "财务收支"
    return page(
        scene,
        f"{scene.short}{year}年{month}月{kind}公开",
        f"现将{scene.short}{year}年{month}月集体收支情况公布如下，接受群众监督。上月结余{before}元，本月收入{income}元，支出{spending}元，月末结余{before + income - spending}元。",
        table(("收入项目", "金额（元）"), _added(INCOME, scene.parts(income, 4))),
        table(("支出项目", "金额（元）"), _added(SPENDING, scene.parts(spending, 4))),
        "支出票据由经办人签字、负责人审批、监督委员会盖章后入账，单笔五千元以上的经两委会议研究，五万元以上的经代表会议决定。",
        _asking(scene),
        kind="list",
        theme=FINANCE,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("计划",))
def plan_of_money(scene: Scene) -> Written:
    year = scene.day.year
    income = scene.number(180_000, 520_000, 100)
    return page(
        scene,
        f"{scene.short}{year}年财务收支计划公开",
        f"{scene.short}{year}年财务收支计划已经代表会议讨论通过，计划收入{income}元，计划支出{income}元，现公开如下。",
        table(("收入项目", "计划（元）"), _added(INCOME, scene.parts(income, 4))),
        table(("支出项目", "计划（元）"), _added(SPENDING, scene.parts(income, 4))),
        "计划坚持量入为出、先急后缓、不举新债。临时增加的开支，按照金额大小分别经两委会议或者代表会议同意。执行情况每月公布，年底向代表会议报告。",
        _asking(scene),
        kind="work_plan",
        theme=FINANCE,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("资产", "资源"))
def what_the_village_owns(scene: Scene) -> Written:
    names = ("办公用房", "活动广场", "水利设施", "办公设备", "出租房屋")
    return page(
        scene,
        f"{scene.short}集体资产资源情况公开（第{scene.turn + 1}期）",
        f"{scene.short}组织人员对集体资产资源进行了清点，账面价值如下。",
        table(
            ("名称", "账面价值（元）"), _added(names, scene.parts(scene.number(460_000, 2_600_000, 100), 5))
        ),
        f"集体资源有山林{scene.number(120, 860)}亩、水面{scene.number(10, 90)}亩、机动地{scene.number(8, 60)}亩，均已登记，边界清楚，没有争议。",
        f"本期出租资产{scene.number(1, 4)}处，合同均在有效期内，租金按期到账；报废办公设备{scene.number(1, 5)}件，经会议同意并办理核销。",
        _asking(scene),
        kind="list",
        theme=FINANCE,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("债权债务",))
def debts(scene: Scene) -> Written:
    owed, owing = scene.number(12_000, 68_000, 100), scene.number(0, 24_000, 100)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}债权债务公开",
        f"截至{scene.last_quarter}末，{scene.short}债权{owed}元，债务{owing}元，现公开如下。",
        table(
            ("类别", "金额（元）", "说明"),
            (("债权", owed, "应收租金和工程奖补尾款"), ("债务", owing, "应付工程质量保证金")),
        ),
        "应收租金由专人催收，已经与承租人约定分期交纳时间；工程奖补尾款待验收后拨付。质量保证金在保修期满且无质量问题后支付。",
        "村（社区）没有对外担保，没有向个人借款，没有以集体资产抵押。新增债务必须事先经代表会议同意并报上级审核。",
        _asking(scene),
        kind="list",
        theme=FINANCE,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("收益分配",))
def sharing_of_gains(scene: Scene) -> Written:
    names = ("提取公积公益金", "成员分红", "困难成员补助", "结转下年")
    total = scene.number(60_000, 260_000, 100)
    return page(
        scene,
        f"{scene.short}集体收益分配方案公开（{scene.day.year}年）",
        f"{scene.short}集体经济组织上一年度可分配收益{total}元，经成员代表会议讨论通过，分配方案如下。",
        table(("分配项目", "金额（元）"), _added(names, scene.parts(total, 4))),
        "分配坚持先留后分、民主决策，分红按照成员份额计算，直接打入个人账户，明细在公开栏张贴。成员身份以登记名册为准，新增、减少经会议确认。",
        "公积公益金用于扩大生产和公益设施，动用时另行公布用途和金额。",
        _asking(scene),
        kind="list",
        theme=FINANCE,
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("其他", "专项公开"))
def special_accounts(scene: Scene) -> Written:
    names = ("材料费", "人工费", "机械费", "管理和检测费")
    total = scene.number(36_000, 180_000, 100)
    topic = scene.column.removeprefix("专项公开：")
    shown = "有关事项" if "其他" in topic else topic
    return page(
        scene,
        f"{scene.short}{shown}专项公开（第{scene.turn + 1}期）",
        f"根据农村集体经济组织财务公开的要求，现将{scene.short}{shown}的收支情况专项公开如下，合计{total}元。",
        table(("项目", "金额（元）"), _added(names, scene.parts(total, 4))),
        "事项经提议、商议、审议、决议程序办理，决议和实施结果均在公开栏公布。款项通过集体账户结算，没有现金往来，票据齐全。",
        f"涉及{scene.place()}等处，完成后由监督委员会和代表共同验收，验收单、照片和合同归档，任何成员都可以查阅。",
        _asking(scene),
        kind="list",
        theme=FINANCE,
    )
