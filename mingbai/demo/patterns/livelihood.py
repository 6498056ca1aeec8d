"""Relief, subsidies, rural matters, work and insurance."""

from collections.abc import Sequence
from datetime import timedelta

from mingbai.demo.scene import TOWNS, Scene, Written, chinese_day, page, pattern, table, wan

CIVIL = "民政、扶贫、救灾/其他"
FARM = "农业、林业、水利/农业"


def _people(scene: Scene, count: int, amounts: Sequence[int]) -> tuple[list[tuple[object, ...]], int]:
    """Rows of masked people with the place and the amount, and a last row that adds up; and the total."""
    chosen = [scene.rng.choice(amounts) for _ in range(count)]
    rows: list[tuple[object, ...]] = [
        (order, scene.masked(), scene.place(), amount) for order, amount in enumerate(chosen, 1)
    ]
    return [*rows, ("合计", "", "", sum(chosen))], sum(chosen)


@pattern("relief", kinds=TOWNS, columns=("最低生活保障",))
def low_income_publicity(scene: Scene) -> Written:
    year, month = scene.last_month
    rows, total = _people(scene, scene.number(5, 9), (380, 420, 465, 510, 580))
    return page(
        scene,
        f"{scene.short}{year}年{month}月新增最低生活保障对象公示",
        f"根据《社会救助暂行办法》，经本人申请、家庭经济状况核对、入户调查和审核确认，拟将下列{len(rows) - 1}户家庭纳入最低生活保障，现予公示。",
        table(("序号", "户主", "所在村（社区）", "月保障金（元）"), rows),
        f"公示时间为{chinese_day(scene.day)}至{chinese_day(scene.day + timedelta(days=6))}。新增保障对象每月共需资金{total}元，通过银行卡按月发放。",
        "保障对象家庭收入、财产和人口发生变化的，应当及时告知村（社区）或者民政窗口，由民政窗口核实后调整。",
        f"对公示对象有异议的，请在公示期内反映，电话{scene.phone}。反映情况请说明具体事实，我们将在十个工作日内核实，并对反映人的信息保密。",
        kind="announcement",
        theme=CIVIL,
    )


@pattern("relief", kinds=TOWNS, columns=("特困",))
def people_without_support(scene: Scene) -> Written:
    year, month = scene.last_month
    rows, total = _people(scene, scene.number(4, 8), (780, 860, 1020, 1180))
    return page(
        scene,
        f"{scene.short}{year}年{month}月特困人员救助供养资金发放公示",
        f"根据《特困人员认定办法》和救助供养标准，现将{year}年{month}月特困人员救助供养资金发放情况公示如下。",
        table(("序号", "姓名", "所在村（社区）", "供养金（元）"), rows),
        f"本月共发放{len(rows) - 1}人，金额{total}元，包括基本生活费和照料护理费。集中供养人员的资金由供养服务机构统一使用，分散供养人员的资金直接存入个人账户。",
        "分散供养人员均签订照料服务协议，照料人每周上门不少于两次，村（社区）每月回访一次并做好记录。",
        f"照料人没有按照协议服务的，请拨打{scene.phone}反映，核实后更换照料人。",
        kind="list",
        theme=CIVIL,
    )


@pattern("relief", kinds=TOWNS, columns=("临时救助",))
def temporary_relief(scene: Scene) -> Written:
    year, month = scene.last_month
    reasons = ("突发疾病", "交通事故", "家庭火灾", "子女就学负担")
    chosen = [
        (scene.masked(), scene.place(), scene.pick(reasons), scene.number(800, 4200, 100))
        for _ in range(scene.number(3, 7))
    ]
    total = sum(row[3] for row in chosen)
    rows = [*((order, *row) for order, row in enumerate(chosen, 1)), ("合计", "", "", "", total)]
    return page(
        scene,
        f"{scene.short}{year}年{month}月临时救助情况公示",
        f"{year}年{month}月，{scene.short}对遭遇突发困难的{len(chosen)}户家庭实施了临时救助，现将情况公示如下。",
        table(("序号", "户主", "所在村（社区）", "困难原因", "救助金额（元）"), rows),
        f"以上合计发放{total}元，均通过银行卡发放。情况紧急的，先行救助，十个工作日内补办手续。",
        "救助金额根据困难类型、家庭人口和持续时间，按照救助标准的一定倍数确定，同一事由一年内一般只救助一次。",
        f"遇到急难的，可以直接向所在村（社区）或者{scene.short}提出申请，不受户籍限制。申请和监督电话{scene.phone}。",
        kind="announcement",
        theme=CIVIL,
    )


@pattern("relief", kinds=TOWNS, columns=("标准",))
def relief_standards(scene: Scene) -> Written:
    low = scene.number(680, 780, 5)
    rows = (
        ("城乡最低生活保障", f"每人每月{low}元", "按家庭人均收入差额补助"),
        ("特困人员基本生活", f"每人每月{low * 13 // 10}元", "按月发放"),
        ("临时救助", f"一般不超过{low * 6}元", "按困难类型分档"),
        ("孤儿基本生活", "按照上级规定标准执行", "按月发放"),
    )
    return page(
        scene,
        f"{scene.short}{scene.day.year}年社会救助政策和标准",
        f"现将{scene.day.year}年社会救助政策要点和标准公布如下，方便群众对照申请。",
        table(("项目", "标准", "发放方式"), rows),
        "## 申请办法",
        "向户籍所在地或者经常居住地的村（社区）提出，填写申请书和授权核对书。书写有困难的，由工作人员代写。",
        "## 办理时限",
        "材料齐全的当场受理，一般三十个工作日内作出审核确认决定；不符合条件的，书面说明理由。",
        "## 主动发现",
        "村（社区）干部、网格员发现困难群众没有申请的，应当主动告知政策并协助申请。",
        f"政策咨询电话{scene.phone}。",
        kind="other",
        theme=CIVIL,
    )


@pattern("relief", kinds=("county",))
def relief_in_the_county(scene: Scene) -> Written:
    year, month = scene.last_month
    names = ("最低生活保障", "特困供养", "临时救助", "残疾人两项补贴")
    heads = [scene.number(low, high) for low, high in ((5200, 6100), (880, 1020), (60, 190), (3100, 3600))]
    sums = [count * each for count, each in zip(heads, (462, 905, 1850, 96), strict=True)]
    rows = [*zip(names, heads, sums, strict=True), ("合计", sum(heads), sum(sums))]
    return page(
        scene,
        f"{scene.short}{year}年{month}月社会救助资金发放情况",
        f"{year}年{month}月，{scene.area}发放社会救助资金{sum(sums)}元，惠及{sum(heads)}人次，现将情况公布如下。",
        table(("项目", "人次", "金额（元）"), rows),
        "资金通过社会化渠道直接发放到个人账户，任何单位和个人不得截留、代领。",
        "各乡镇（街道）公布了本辖区救助对象，村（社区）公开栏同步张贴；公开内容只包括姓名（部分隐去）、所在村（社区）和金额。",
        f"对救助工作有意见或者发现优亲厚友、骗取救助等问题的，请拨打{scene.phone}。",
        kind="list",
        theme=CIVIL,
    )


@pattern("subsidies", kinds=TOWNS, columns=("残疾人",))
def disability_allowances(scene: Scene) -> Written:
    rows, total = _people(scene, scene.number(6, 10), (90, 100, 120, 190))
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}残疾人两项补贴发放公示",
        f"困难残疾人生活补贴和重度残疾人护理补贴按月核定、按月发放。现将{scene.last_quarter}新增对象的月补贴标准公示如下。",
        table(("序号", "姓名", "所在村（社区）", "月补贴（元）"), rows),
        f"本期新增{len(rows) - 1}人，每月合计{total}元，自审核通过的当月起发放。同时符合两项条件的，可以同时享受。",
        "残疾等级、家庭经济状况发生变化，或者死亡、迁出的，应当在三十日内告知，村（社区）每季度核查一次。",
        f"符合条件没有享受的，可以持残疾人证到便民服务窗口申请，也可以在线申请。咨询和监督电话{scene.phone}。",
        kind="announcement",
        theme=CIVIL,
    )


@pattern("subsidies", kinds=("county", *TOWNS))
def farming_subsidies(scene: Scene) -> Written:
    year = scene.day.year
    per_mu = scene.number(76, 96)
    areas = [scene.number(420, 3600) for _ in scene.places]
    rows = [
        *((place, mu, mu * per_mu) for place, mu in zip(scene.places, areas, strict=True)),
        ("合计", sum(areas), sum(areas) * per_mu),
    ]
    return page(
        scene,
        f"{scene.short}{year}年耕地地力保护补贴面积和资金公示（第{scene.turn + 1}期）",
        f"根据补贴政策，经村组登记、张榜核对和抽查，核定{scene.short}补贴面积{sum(areas)}亩，每亩补贴{per_mu}元，共计{sum(areas) * per_mu}元。",
        table(("地区", "补贴面积（亩）", "补贴资金（元）"), rows),
        "补贴对象为拥有耕地承包权的种地农民，土地流转的按照合同约定执行。已作为畜牧养殖场使用、林地、成片粮田转为设施农业用地、非农业征占用耕地的，不予补贴。",
        "农户面积和金额在村公开栏逐户张榜，资金通过惠民惠农财政补贴一卡通发放。",
        f"对面积、金额有异议的，请在公示之日起七日内向村委会或者{scene.short}反映，电话{scene.phone}。",
        kind="announcement",
        theme=FARM,
    )


@pattern("subsidies", kinds=("county", *TOWNS), columns=("涉农",))
def machinery_subsidies(scene: Scene) -> Written:
    goods = (
        ("轮式拖拉机", 18_600),
        ("旋耕机", 1_900),
        ("水稻插秧机", 9_800),
        ("谷物联合收割机", 32_000),
        ("植保无人机", 8_400),
    )
    chosen = [scene.rng.choice(goods) for _ in range(scene.number(4, 7))]
    rows = [
        *((order, scene.masked(), scene.place(), *each) for order, each in enumerate(chosen, 1)),
        ("合计", "", "", "", sum(each[1] for each in chosen)),
    ]
    return page(
        scene,
        f"{scene.short}{scene.day.year}年第{scene.turn + 1}批农机购置与应用补贴公示",
        f"经购机者申请、现场核验和资料审核，拟对{len(chosen)}台（套）机具给予补贴，现予公示。",
        table(("序号", "购机者", "地区", "机具名称", "补贴金额（元）"), rows),
        "补贴机具已逐台核对铭牌、发动机号并拍照存档，购机者承诺两年内不转让。",
        "补贴实行自主购机、定额补贴、先购后补、县级结算、直补到卡。任何单位和个人不得以办理补贴为名收取费用。",
        f"公示期为七日。对补贴对象、机具和金额有异议的，请拨打{scene.phone}。查实虚报冒领的，追回资金并依法处理。",
        kind="announcement",
        theme=FARM,
    )


@pattern("subsidies", kinds=("school",))
def help_for_pupils(scene: Scene) -> Written:
    rows = [
        (order, scene.masked(), f"{scene.number(1, 3)}年级", scene.number(500, 1250, 125))
        for order in range(1, scene.number(6, 10))
    ]
    total = sum(row[3] for row in rows)
    return page(
        scene,
        f"{scene.short}{scene.day.year}年学生资助对象公示",
        f"根据学生资助政策，经家长申请、班级评议、学校审核，拟对{len(rows)}名家庭经济困难学生给予资助，现予公示。",
        table(("序号", "学生", "年级", "资助金额（元）"), [*rows, ("合计", "", "", total)]),
        f"本次资助共{total}元，通过银行卡发放到家长或者学生本人账户。",
        "评审时优先考虑低保家庭、特困救助供养、孤儿、残疾学生以及因突发事件导致家庭经济困难的学生。学校不组织学生当众诉说家庭困难，公示中只列必要信息。",
        f"公示期为五个工作日。有异议的，请向学校资助办公室反映，电话{scene.phone}，学校将在三个工作日内答复。",
        kind="announcement",
        theme="科技、教育/教育",
    )


@pattern("rural", kinds=("county", *TOWNS))
def rural_support(scene: Scene) -> Written:
    homes = scene.number(120, 460)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}推进乡村全面振兴工作情况",
        "## 一、产业发展",
        f"扶持茶叶、蔬菜、水产等特色产业，带动农户{homes}户，组织农产品展销{scene.number(2, 6)}场，帮助销售滞销农产品{scene.number(8, 40)}吨。",
        "## 二、就业帮扶",
        f"组织外出务工{scene.number(300, 1200)}人次，安排乡村公益性岗位{scene.number(20, 90)}个，岗位名单在村公开栏公布。",
        "## 三、人居环境",
        f"清理生活垃圾{scene.number(40, 160)}吨，整治房前屋后{scene.number(60, 260)}处，评选清洁庭院{scene.number(10, 50)}户。",
        "## 四、下一步工作",
        "完善联农带农机制，扩大订单种植；加强项目资产管护；对收入下降的农户及时走访，落实针对性帮扶措施。",
        f"政策咨询电话{scene.phone}。",
        theme=FARM,
    )


@pattern("rural", kinds=("county", *TOWNS), columns=("衔接资金",))
def link_money(scene: Scene) -> Written:
    names = ("产业路硬化", "灌溉渠道改造", "茶叶加工厂房", "饮水管网延伸")
    shares = scene.parts(scene.number(6_000, 42_000), 4)
    rows = [
        *((name, scene.place(), wan(share)) for name, share in zip(names, shares, strict=True)),
        ("合计", "", wan(sum(shares))),
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}衔接资金项目安排公告",
        f"经研究，{scene.last_quarter}安排衔接资金项目{len(names)}个，资金{wan(sum(shares))}万元，现公告如下。",
        table(("项目名称", "实施地点", "资金（万元）"), rows),
        "项目从项目库中选择，经村申报、实地论证、集体研究确定。建设期不超过八个月，实施单位为项目所在村或者有关单位。",
        "绩效目标：改善生产条件，带动农户增收，项目完工后产权归村集体，收益分配方案由村民会议讨论决定。",
        f"公告期为十日。对项目安排、资金使用有意见的，请拨打{scene.phone}，反映情况属实的，及时纠正。",
        kind="announcement",
        theme=FARM,
    )


@pattern("rural", kinds=TOWNS, columns=("监测帮扶",))
def watching_over(scene: Scene) -> Written:
    homes = scene.number(14, 46)
    ended = scene.number(1, 5)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}监测帮扶工作情况公开",
        f"{scene.last_quarter}，{scene.short}组织干部入户排查，共监测{homes}户，其中风险消除{ended}户，继续帮扶{homes - ended}户。",
        "## 一、排查方式",
        "农户自主申报、干部走访排查和部门数据比对相结合，对大病支出、收入骤降、房屋受损、子女就学等情况逐项核实。",
        "## 二、帮扶措施",
        f"落实产业奖补{scene.number(5, 20)}户，介绍就业{scene.number(4, 18)}人，给予临时救助{scene.number(2, 9)}户，维修住房{scene.number(1, 6)}户，每户明确一名帮扶责任人。",
        "## 三、风险消除",
        "收入稳定超过监测范围、风险已经化解的，经村评议、公示和审核后标注风险消除，标注后继续回访六个月。",
        f"农户有困难可以向村（社区）申报，也可以拨打{scene.phone}。",
        theme=CIVIL,
    )


@pattern("rural", kinds=TOWNS, columns=("水利",))
def field_water_works(scene: Scene) -> Written:
    length = scene.number(12, 60)
    total = scene.number(9_000, 68_000)
    ours = total * scene.number(10, 30) // 100
    return page(
        scene,
        f"{scene.short}农田水利建设和管护情况（第{scene.turn + 1}期）",
        "## 一、建设情况",
        f"实施{scene.place()}等片区农田水利工程，疏浚渠道{length}公里，维修泵站{scene.number(2, 8)}座、涵闸{scene.number(6, 20)}座，改善灌溉面积{scene.number(800, 5200)}亩。",
        "## 二、资金情况",
        f"总投资{wan(total)}万元，其中上级补助{wan(total - ours)}万元，本级配套{wan(ours)}万元，资金专账核算，按进度拨付。",
        "## 三、管护责任",
        "工程完工后移交受益村，落实管护人员和管护经费，灌溉期每日巡查，非灌溉期每周巡查，管护人员姓名和电话在工程旁公示。",
        "## 四、用水调度",
        "用水紧张时由水利站统一调度，先远后近、先急后缓，避免抢水纠纷。",
        f"发现渠道损坏、堵塞的，请拨打{scene.phone}。",
        theme="农业、林业、水利/水利",
    )


@pattern("rural", kinds=("town",), columns=("筹资筹劳",))
def raising_money_and_labour(scene: Scene) -> Written:
    people, each = scene.number(620, 2400), scene.number(10, 20)
    grant = scene.number(40_000, 160_000, 100)
    raised = people * each
    return page(
        scene,
        f"{scene.short}{scene.place()}村级公益事业筹资方案审核公示（第{scene.turn + 1}期）",
        "经村民会议讨论通过，村民委员会申报了村级公益事业建设筹资方案，现将审核情况公示如下。",
        table(
            ("资金来源", "金额（元）"), (("村民筹资", raised), ("财政奖补", grant), ("合计", raised + grant))
        ),
        f"筹资对象为受益村民{people}人，每人{each}元，共{raised}元，未超过规定的筹资限额标准。项目为村内道路维修和路灯安装。",
        "审核内容：项目是否属于村内公益事业，是否经过民主程序，筹资数额是否在限额以内，减免对象是否落实。经审核，同意实施。",
        "五保供养人员、现役军人、残疾人以及家庭确有困难的农户，经村民会议同意予以减免。筹资只能用于本项目，由村务监督委员会全程监督，完工后公布决算。",
        f"公示期七日，监督电话{scene.phone}。",
        kind="announcement",
        theme=FARM,
    )


@pattern("elderly", kinds=("county", *TOWNS))
def care_for_the_old(scene: Scene) -> Written:
    rows = [(place, scene.number(42, 260), scene.number(1, 2)) for place in scene.places]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}养老服务信息公开",
        f"{scene.last_quarter}，{scene.short}享受高龄津贴的老年人共{sum(row[1] for row in rows)}人，设有养老服务站点{sum(row[2] for row in rows)}处，分布如下。",
        table(("地区", "享受高龄津贴人数（人）", "服务站点（处）"), rows),
        "## 服务内容",
        "服务站点提供日间照料、助餐、健康检测和文化活动。特困、低保和重度失能老年人按照政策享受服务补贴。",
        "## 安全管理",
        "每季度对养老服务场所开展消防、食品和用药安全检查，检查结果在场所公示。",
        "## 申请方式",
        f"年满八十周岁的老年人可以申请高龄津贴，由本人或者家属到村（社区）办理，行动不便的上门办理。咨询电话{scene.phone}。",
        theme=CIVIL,
    )


@pattern("employment", kinds=("county", *TOWNS))
def jobs_on_offer(scene: Scene) -> Written:
    jobs = ("缝纫工", "电子装配工", "制茶工", "家政服务员", "仓库管理员", "货车驾驶员")
    rows = [
        (job, scene.number(2, 20), f"{scene.number(32, 48) * 100}—{scene.number(50, 68) * 100}")
        for job in scene.some(jobs, 4)
    ]
    return page(
        scene,
        f"{scene.short}{scene.day.year}年{scene.day.month}月用工招聘信息",
        f"{scene.short}便民服务窗口收集了辖区及周边企业的用工信息，共{len(rows)}类岗位、{sum(row[1] for row in rows)}人，现发布如下。",
        table(("岗位", "人数（人）", "月薪（元）"), rows),
        "以上岗位年龄一般在十八至五十五周岁，企业依法签订劳动合同、缴纳社会保险，部分岗位提供食宿。",
        "窗口免费提供职业介绍、政策咨询和技能培训报名服务。应聘时不要缴纳押金、服装费等费用，遇到收费招聘请及时举报。",
        "就业困难人员可以申请就业援助，符合条件的享受社会保险补贴和公益性岗位安置。",
        f"报名和咨询电话{scene.phone}。",
        theme="劳动、人事、监察/就业",
    )


@pattern("insurance", kinds=("county", *TOWNS))
def medical_insurance(scene: Scene) -> Written:
    people = scene.number(8_000, 36_000)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}城乡居民基本医疗保险参保和待遇情况",
        "## 一、参保情况",
        f"截至季度末，{scene.short}参加城乡居民基本医疗保险{people}人，特困人员、低保对象等由财政按规定资助参保{scene.number(320, 1200)}人。",
        "## 二、待遇支付",
        f"{scene.last_quarter}，门诊和住院报销{scene.number(1_800, 9_600)}人次，医疗救助{scene.number(60, 320)}人次，均在定点医疗机构即时结算。",
        "## 三、报销提醒",
        "异地就医请提前备案，在联网医院直接结算；未能直接结算的，凭发票、费用清单和诊断证明到窗口申请。",
        "## 四、下一步安排",
        "做好下一年度集中参保缴费宣传，新生儿自出生之日起九十日内办理参保的，自出生之日起享受待遇。",
        f"咨询电话{scene.phone}。",
        theme="劳动、人事、监察/社会保障",
    )


@pattern("insurance", kinds=("county", *TOWNS))
def old_age_insurance(scene: Scene) -> Written:
    people, receiving = scene.number(6_000, 22_000), scene.number(1_800, 6_400)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}城乡居民基本养老保险办理情况",
        "## 一、参保缴费",
        f"{scene.short}参加城乡居民基本养老保险{people}人，其中领取待遇{receiving}人，处于缴费期{people - receiving}人。缴费档次由参保人自主选择，多缴多得、长缴多得。",
        "## 二、待遇领取",
        f"{scene.last_quarter}新增领取待遇{scene.number(30, 160)}人，养老金通过社会保障卡按月发放。年满六十周岁、累计缴费满规定年限的，可以申请领取。",
        "## 三、资格认证",
        "领取人每十二个月认证一次，可以用手机办理，也可以到村（社区）办理，行动不便的由工作人员上门。",
        "## 四、停发和注销",
        "领取人死亡的，家属应当在次月底前报告，符合条件的可以领取丧葬补助金。",
        f"咨询电话{scene.phone}。",
        theme="劳动、人事、监察/社会保障",
    )
