"""Village books and lists."""

from mingbai.demo.scene import VILLAGES, Scene, Written, paragraphs, pattern, table

INCOME = ("资产资源发包收入", "上级补助收入", "利息收入", "其他收入")
SPENDING = ("公益设施维护", "环境卫生保洁", "办公水电", "慰问困难群众")


@pattern("village_finance", kinds=VILLAGES)
def monthly_accounts(scene: Scene) -> Written:
    month = scene.day.month - 1 or 12
    year = scene.day.year if scene.day.month > 1 else scene.day.year - 1
    income, spending = scene.number(12_000, 46_000, 10), scene.number(6_000, 30_000, 10)
    rows = [*zip(INCOME, scene.parts(income, 4), strict=True), ("收入合计", income)]
    rows += [*zip(SPENDING, scene.parts(spending, 4), strict=True), ("支出合计", spending)]
    html = paragraphs(
        f"现将{scene.short}{year}年{month}月集体收支情况公布如下，接受群众监督。本月收入{income}元，支出{spending}元。",
    )
    html += table(("项目", "金额（元）"), rows)
    html += paragraphs(
        f"以上收支经村务监督机构审核。对账目有疑问的，请到党群服务中心查询，或者拨打电话{scene.unit.phone}，我们将在十五日内答复。"
    )
    return Written(
        f"{scene.short}{year}年{month}月财务收支公开",
        html,
        kind="list",
        theme="财政、金融、审计/财政",
        written_on=scene.day,
    )
