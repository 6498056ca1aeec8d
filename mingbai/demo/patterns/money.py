"""Budgets, final accounts, spending on cars and receptions, charges, audits, buying and tendering."""

from datetime import timedelta

from mingbai.demo.scene import AGENCIES, TOWNS, Scene, Written, chinese_day, letter, page, pattern, table, wan

FINANCE = "财政、金融、审计/财政"
SPENDING = (
    "一般公共服务支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "农林水支出",
    "城乡社区支出",
    "住房保障支出",
)
GOODS = (
    ("办公设备采购", "台式计算机、打印机和文件柜"),
    ("集镇保洁服务采购", "主次街道清扫、垃圾收集和公厕保洁"),
    ("农田水利维修工程", "渠道清淤、涵闸维修和护坡"),
    ("法律顾问服务采购", "合同审查、法律咨询和培训"),
    ("印刷服务采购", "明白卡、办事指南和公开栏内页印制"),
)


@pattern("finance", kinds=AGENCIES, months=(2, 3), columns=("预决算",))
def budget(scene: Scene) -> Written:
    year = scene.day.year
    total = scene.number(62_000, 880_000)
    shares = scene.parts(total, len(SPENDING))
    rows = [
        *((name, wan(share)) for name, share in zip(SPENDING, shares, strict=True)),
        ("支出合计", wan(total)),
    ]
    people = total * scene.number(30, 60) // 100
    return letter(
        scene,
        f"{scene.name}{year}年{'政府' if '政府' in scene.column else '部门'}预算公开说明",
        "## 一、主要职能",
        f"{scene.unit.duties}",
        "## 二、收支总体情况",
        f"{year}年收入预算{wan(total)}万元，支出预算{wan(total)}万元，收支平衡。支出预算中，基本支出{wan(people)}万元，项目支出{wan(total - people)}万元。",
        "## 三、支出预算明细",
        table(("科目", "预算数（万元）"), rows),
        "## 四、其他说明",
        f"机关运行经费按照定额标准安排；政府采购预算{scene.number(10, 90)}万元，主要用于办公设备和服务；没有安排政府性基金预算和国有资本经营预算支出。",
        "预算执行中确需调整的，按照法定程序办理。名词解释和各项附表见预算公开表。",
        genre="其他",
        kind="other",
        theme=FINANCE,
    )


@pattern("finance", kinds=AGENCIES, months=(8, 9), columns=("预决算",))
def final_account(scene: Scene) -> Written:
    year = scene.day.year - 1
    total, left = scene.number(62_000, 880_000), scene.number(300, 4_000)
    shares = scene.parts(total, len(SPENDING))
    rows = [
        *((name, wan(share)) for name, share in zip(SPENDING, shares, strict=True)),
        ("支出合计", wan(total)),
    ]
    return letter(
        scene,
        f"{scene.name}{year}年度{'政府' if '政府' in scene.column else '部门'}决算公开说明",
        "## 一、收入支出决算总体情况",
        f"{year}年度收入总计{wan(total + left)}万元，支出总计{wan(total)}万元，年末结转和结余{wan(left)}万元。",
        "## 二、支出决算明细",
        table(("科目", "决算数（万元）"), rows),
        "## 三、与预算相比的变化",
        "支出决算与年初预算有差异，主要原因是年度执行中上级专项资金下达，以及部分项目按照进度结算。",
        "## 四、绩效管理",
        f"对{scene.number(2, 9)}个项目开展了绩效自评，总体完成较好，个别项目支出进度偏慢，已要求承办机构说明原因并改进。",
        "## 五、国有资产占用情况",
        "车辆和单价较高的设备没有新增，资产使用、处置按照规定登记。",
        genre="其他",
        kind="other",
        theme=FINANCE,
    )


@pattern("finance", kinds=AGENCIES, months=(3, 8), columns=("三公",))
def three_kinds_of_spending(scene: Scene) -> Written:
    year = scene.day.year
    car, meal = scene.number(180, 620), scene.number(40, 260)
    total = car + meal
    return letter(
        scene,
        f"{scene.name}{year}年“三公”经费支出情况说明",
        f"根据公开要求，现将{scene.name}{year}年“三公”经费预算安排情况说明如下。",
        table(
            ("项目", "预算数（万元）"),
            (
                ("因公出国（境）费", "0.00"),
                ("公务用车购置及运行维护费", wan(car)),
                ("公务接待费", wan(meal)),
                ("合计", wan(total)),
            ),
        ),
        "## 一、因公出国（境）费",
        "没有安排因公出国（境）支出。",
        "## 二、公务用车购置及运行维护费",
        f"安排{wan(car)}万元，全部为运行维护费，用于公务出行的燃油、保险和维修，没有安排购置费。",
        "## 三、公务接待费",
        f"安排{wan(meal)}万元，用于接待上级检查指导和外地学习交流，严格执行陪餐人数和用餐标准。",
        "“三公”经费的执行情况与年度决算一并公开，接受社会监督。",
        genre="其他",
        kind="other",
        theme=FINANCE,
    )


@pattern("finance", kinds=AGENCIES, columns=("专项资金",))
def earmarked_money(scene: Scene) -> Written:
    total = scene.number(4_000, 98_000)
    shares = scene.parts(total, 4)
    works = ("道路维修", "饮水安全", "环境整治", "产业奖补")
    rows = [
        *((name, scene.place(), wan(share)) for name, share in zip(works, shares, strict=True)),
        ("合计", "", wan(total)),
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}财政专项资金分配使用情况",
        f"{scene.last_quarter}，{scene.short}收到并分配财政专项资金{wan(total)}万元，现将分配使用情况公布如下。",
        table(("用途", "实施地点", "金额（万元）"), rows),
        "资金分配经集体研究，按照项目成熟度和需求程度安排，实行专账管理、专款专用，拨付与工程进度挂钩。",
        "项目完工后组织验收，验收合格并经结算审核后支付余款，按照规定比例预留质量保证金。",
        f"对资金使用有疑问或者发现截留、挪用的，请拨打监督电话{scene.phone}，我们将及时核查并答复实名反映人。",
        kind="list",
        theme=FINANCE,
    )


@pattern("finance", kinds=("county", *TOWNS), columns=("审计",))
def accounts_and_audit(scene: Scene) -> Written:
    income = scene.number(82_000, 640_000)
    spent = income - scene.number(800, 9_000)
    found = scene.number(3, 9)
    mended = found - scene.number(1, 2)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}财政收支和审计整改情况",
        "## 一、财政收支",
        f"{scene.last_quarter}，{scene.short}财政收入{wan(income)}万元，财政支出{wan(spent)}万元，收支相抵结余{wan(income - spent)}万元。支出主要用于人员经费、公共服务、农林水和社会保障。",
        "## 二、审计发现的问题",
        f"审计共提出问题{found}个，主要是个别往来款清理不及时、部分资产登记不完整、少数项目结算资料不齐。",
        "## 三、整改情况",
        f"已完成整改{mended}个，其余{found - mended}个正在整改，明确了责任人和完成时间。已清理往来款，补登资产，补齐结算资料。",
        "## 四、长效措施",
        "修订财务管理制度，大额支出集体研究，固定资产每年盘点一次，工程结算先审后付。整改结果将继续公开。",
        theme="财政、金融、审计/审计",
    )


@pattern("finance", kinds=("county", *TOWNS), columns=("收费",))
def official_charges(scene: Scene) -> Written:
    rows = (
        ("不动产登记费（住宅）", "每件80元", "登记申请人"),
        ("城镇垃圾处理费", "每户每月5元", "集镇居民和经营户"),
        ("公证费以外的证明出具", "不收费", "办事群众"),
        ("政府信息提供", "不收费，超出合理范围的按规定收取信息处理费", "申请人"),
    )
    return page(
        scene,
        f"{scene.short}行政事业性收费目录清单（{scene.day.year}年）",
        f"现将{scene.short}辖区内执行的行政事业性收费项目和标准公布如下，未列入清单的一律不得收取。",
        table(("项目", "标准", "缴费人"), rows),
        "收费使用统一的财政票据，收入全部缴入国库，实行收支两条线管理。",
        "符合减免条件的，由本人提出，窗口核对后直接减免。低保对象、特困人员免收城镇垃圾处理费。",
        f"发现超标准收费、搭车收费或者只收费不开票的，请保留凭证并拨打{scene.phone}，核实后退还多收款项并追究责任。",
        kind="list",
        theme="国民经济管理、国有资产监管/物价",
    )


@pattern("procurement", kinds=(*AGENCIES, "public_institution"))
def buying_notice(scene: Scene) -> Written:
    name, goods = scene.rng.choice(GOODS)
    limit = scene.number(68_000, 960_000, 500)
    close = scene.day + timedelta(days=21)
    return letter(
        scene,
        f"{scene.name}{name}公告",
        f"{scene.name}拟对{name}进行采购，欢迎符合条件的供应商参加。",
        "## 一、项目内容",
        f"采购内容：{goods}。预算金额{limit}元，最高限价与预算金额相同，报价超过最高限价的无效。",
        "## 二、供应商资格",
        "具有独立承担民事责任的能力，具有履行合同所必需的设备和专业技术能力，有依法缴纳税收和社会保障资金的良好记录，没有列入失信名单。本项目不接受联合体。",
        "## 三、获取采购文件和递交响应文件",
        f"采购文件在公共资源交易平台免费下载。递交截止时间为{chinese_day(close)}9时，逾期不予受理。",
        "## 四、评审办法",
        "采用综合评分法，评审标准载于采购文件，评审专家随机抽取。",
        "## 五、联系方式",
        f"地址：{scene.unit.address}，电话：{scene.phone}。",
        genre="公告",
        theme="财政、金融、审计/财政",
    )


@pattern("procurement", kinds=(*AGENCIES, "public_institution"))
def buying_result(scene: Scene) -> Written:
    name, goods = scene.rng.choice(GOODS)
    limit = scene.number(68_000, 960_000, 500)
    offers = sorted(limit - limit * share // 1000 for share in scene.rng.sample(range(12, 140), 3))
    firms = scene.some(
        ("青禾商贸有限公司", "明川工程有限公司", "松月服务有限公司", "清和科技有限公司", "远山建设有限公司"),
        3,
    )
    rows = [(firm, offer, order) for order, (firm, offer) in enumerate(zip(firms, offers, strict=True), 1)]
    return letter(
        scene,
        f"{scene.name}{name}结果公告",
        f"{scene.name}{name}已完成评审，现将结果公告如下。",
        f"一、项目内容：{goods}。",
        f"二、成交供应商：{firms[0]}，成交金额{offers[0]}元。",
        "三、评审情况：",
        table(("供应商", "报价（元）", "排名"), rows),
        "四、评审小组由随机抽取的专家和采购人代表组成，评审过程全程录音录像。",
        "五、公告期限为一个工作日。供应商认为采购结果使自己的权益受到损害的，可以自公告期限届满之日起七个工作日内以书面形式提出质疑。",
        f"六、采购人：{scene.name}，地址：{scene.unit.address}，电话：{scene.phone}。合同签订后，将在两个工作日内公告合同。",
        genre="公告",
        theme="财政、金融、审计/财政",
    )


@pattern("finance", kinds=("school", "public_institution"))
def accounts_of_the_house(scene: Scene) -> Written:
    total = scene.number(42_000, 620_000)
    names = ("人员支出", "日常公用支出", "设备购置", "维修维护")
    rows = [
        *((name, wan(share)) for name, share in zip(names, scene.parts(total, 4), strict=True)),
        ("合计", wan(total)),
    ]
    return page(
        scene,
        f"{scene.short}{scene.day.year - 1}年财务收支和资产情况",
        f"{scene.day.year - 1}年，{scene.name}收入{wan(total)}万元，支出{wan(total)}万元，收支平衡。现将支出情况公布如下。",
        table(("支出项目", "金额（万元）"), rows),
        "收入主要来自财政拨款和按规定收取的费用，全部纳入预算管理。支出严格执行审批程序，大额支出经集体研究，重要采购公开进行。",
        "固定资产按照规定登记造册，每年盘点一次，报废、调拨按照程序办理，处置收入上缴国库。",
        f"对财务收支有疑问的，可以到财务室查询，或者拨打{scene.phone}。主管部门和审计机关依法进行监督。",
        theme=FINANCE,
    )


@pattern("finance", kinds=("public_institution",), columns=("收费",))
def hospital_charges(scene: Scene) -> Written:
    rows = (
        ("普通门诊诊察费", "次", 10),
        ("副主任医师门诊诊察费", "次", 15),
        ("急诊诊察费", "次", 18),
        ("住院诊察费", "日", 16),
        ("二级护理", "日", 20),
        ("静脉输液", "组", 9),
        ("血常规检查", "次", 18),
    )
    return page(
        scene,
        f"{scene.short}主要医疗服务收费项目和标准",
        f"{scene.name}严格执行政府规定的医疗服务价格，现将常用项目的收费标准公布如下，全部项目可以在门诊大厅触摸屏查询。",
        table(("项目", "计价单位", "价格（元）"), rows),
        "药品和医用耗材按照采购价销售，不加价。中药饮片按照规定执行。",
        "住院患者每日可以查询费用清单，出院时免费提供总清单。参加医疗保险的，按照规定比例即时结算，个人只付自付部分。",
        f"对收费有疑问的，可以到收费窗口核对，或者拨打{scene.phone}。确属多收的，当场退还。也可以向价格主管部门投诉。",
        kind="list",
        theme="卫生、体育/卫生",
    )
