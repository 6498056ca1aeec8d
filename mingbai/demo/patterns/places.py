"""Land, houses, town services, schools, hospital, culture, law."""

from datetime import timedelta

from mingbai.demo.scene import TOWNS, Scene, Written, chinese_day, letter, page, pattern, table

LAND = "国土资源、能源/土地"
EDUCATION = "科技、教育/教育"


@pattern("land", kinds=("county", *TOWNS))
def land_requisition(scene: Scene) -> Written:
    total = scene.number(26, 180)
    farm, waste = scene.parts(total, 2)
    price = scene.number(42_000, 56_000, 100)
    return letter(
        scene,
        f"{scene.short}{scene.place()}地块征收土地预公告（第{scene.turn + 1}号）",
        "根据《中华人民共和国土地管理法》第四十七条，为公共利益需要，拟征收集体土地，现将有关事项公告如下。",
        f"一、征收范围：{scene.place()}部分集体土地，拟征收面积{total}亩，其中农用地{farm}亩，未利用地{waste}亩，以勘测定界为准。",
        "二、征收目的：用于道路和公共服务设施建设。",
        f"三、补偿标准：按照公布的区片综合地价执行，每亩{price}元；地上附着物和青苗按照实际调查结果补偿。",
        f"四、土地现状调查：自{chinese_day(scene.day + timedelta(days=10))}起组织实施，请所有权人、使用权人予以配合，调查结果由权利人签字确认。",
        "五、自本公告发布之日起，任何单位和个人不得在拟征收范围内抢栽抢建；违反规定抢栽抢建的，对抢栽抢建部分不予补偿。",
        f"六、本公告期限为十个工作日，咨询电话{scene.phone}。",
        genre="公告",
        kind="announcement",
        theme=LAND,
    )


@pattern("land", kinds=("county", *TOWNS), columns=("房屋征收",))
def house_requisition(scene: Scene) -> Written:
    homes = scene.number(12, 64)
    signed = homes - scene.number(2, 9)
    return letter(
        scene,
        f"{scene.short}{scene.place()}片区房屋征收补偿进展公告（第{scene.turn + 1}期）",
        "根据《国有土地上房屋征收与补偿条例》和征收补偿方案，现将片区房屋征收补偿进展情况公告如下。",
        table(
            ("事项", "户数（户）"),
            (("已签订补偿协议", signed), ("正在协商", homes - signed), ("合计", homes)),
        ),
        "一、补偿方式由被征收人选择，可以选择货币补偿，也可以选择房屋产权调换。选择产权调换的，过渡期内按月发放临时安置费。",
        "二、被征收房屋价值由被征收人协商选定的评估机构评估，评估结果已分户送达并在现场公示，对结果有异议的可以申请复核。",
        "三、分户补偿情况在征收范围内公布，不在网站公布个人信息。",
        "四、补偿资金专户存储、专款专用，签订协议后十五个工作日内支付。",
        f"对征收补偿有疑问的，请到现场办公室咨询，电话{scene.phone}。",
        genre="公告",
        kind="announcement",
        theme="城乡建设、环境保护/城乡建设(含住房)",
    )


@pattern("land", kinds=("town",), columns=("宅基地",))
def homesteads(scene: Scene) -> Written:
    rows = [
        (order, scene.masked(), scene.place(), scene.number(90, 160), scene.pick(("原址翻建", "另址新建")))
        for order in range(1, scene.number(5, 9))
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}农村宅基地审批结果公示",
        f"{scene.last_quarter}，{scene.short}共审批农村村民住宅用地申请{len(rows)}宗，现将结果公示如下。",
        table(("序号", "申请人", "所在村", "批准面积（平方米）", "建房类型"), rows),
        f"批准面积合计{sum(row[3] for row in rows)}平方米。以上申请均经村民小组讨论、村级公示、联合审查，并做到申请审查到场、批准后丈量批放到场、住宅建成后核查到场。",
        "村民建房应当按照批准的位置、面积和层数施工，竣工后申请验收。未批先建、超面积建设的，依法处理。另址新建的，原宅基地按照承诺退回村集体。",
        f"有异议的，请自公示之日起七日内拨打{scene.phone}反映。",
        kind="announcement",
        theme=LAND,
    )


@pattern("land", kinds=("town",), columns=("流转",))
def leasing_of_fields(scene: Scene) -> Written:
    areas = [scene.number(60, 420) for _ in scene.places]
    rows = [*zip(scene.places, areas, strict=True), ("合计", sum(areas))]
    return page(
        scene,
        f"{scene.short}农村土地经营权流转情况公开（第{scene.turn + 1}期）",
        f"截至{chinese_day(scene.written_on)}，{scene.short}本年度新增流转土地{sum(areas)}亩，现将分布情况公布如下。",
        table(("地区", "流转面积（亩）"), rows),
        f"流转价格由双方协商，平均每亩每年{scene.number(360, 620, 10)}元，期限一般不超过承包期的剩余期限。流转坚持依法、自愿、有偿，不得改变土地农业用途。",
        "工商企业等社会资本流转土地的，按照规定进行资格审查和项目审核，流入方应当预付租金或者缴纳风险保障金。",
        "流转双方应当使用统一的合同示范文本，报发包方备案。出现纠纷的，先由村组调解，调解不成的可以申请仲裁或者起诉。",
        f"供求信息登记和政策咨询电话{scene.phone}。",
        kind="list",
        theme="农业、林业、水利/农业",
    )


@pattern("housing", kinds=("county", *TOWNS))
def housing_support(scene: Scene) -> Written:
    asked = scene.number(12, 48)
    passed = asked - scene.number(1, 6)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}住房保障工作情况公开",
        f"{scene.last_quarter}，{scene.short}受理公共租赁住房和租赁补贴申请{asked}户，审核通过{passed}户，不符合条件{asked - passed}户，均书面告知了结果和理由。",
        "## 一、保障对象",
        "在本地稳定就业的新市民、城镇中等偏下收入住房困难家庭、低保和特困家庭。",
        "## 二、配租办法",
        "按照申请先后和困难程度轮候，公开摇号选房，优先保障残疾人、退役军人、老年人等家庭。",
        "## 三、租金标准",
        f"公共租赁住房租金每平方米每月{scene.number(3, 6)}元，低保家庭减半。租赁补贴按照家庭人口和面积计算，按季发放。",
        "## 四、动态管理",
        "每年复核一次，条件变化不再符合的退出保障，过渡期为六个月。",
        f"申请和监督电话{scene.phone}。",
        theme="城乡建设、环境保护/城乡建设(含住房)",
    )


@pattern("housing", kinds=("town",), columns=("危房",))
def mending_of_houses(scene: Scene) -> Written:
    rows = [
        (
            order,
            scene.masked(),
            scene.place(),
            scene.pick(("低保户", "分散供养特困人员", "监测户")),
            scene.number(12_000, 26_000, 500),
        )
        for order in range(1, scene.number(4, 8))
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}农村危房改造对象和补助公示",
        f"经本人申请、村级评议、房屋安全性鉴定和联合审核，确定{scene.last_quarter}农村危房改造对象{len(rows)}户，现予公示。",
        table(
            ("序号", "户主", "所在村", "对象类别", "补助金额（元）"),
            [*rows, ("合计", "", "", "", sum(row[4] for row in rows))],
        ),
        "改造方式分为修缮加固和拆除重建。施工由农户自选工匠或者委托施工，质量安全由专业人员到场指导，竣工后逐户验收。",
        "补助资金在竣工验收合格后三十日内足额支付到农户账户，不得抵扣其他款项。",
        f"公示期七日。对改造对象、鉴定等级、补助金额有异议的，请拨打{scene.phone}。",
        kind="announcement",
        theme="城乡建设、环境保护/城乡建设(含住房)",
    )


@pattern("utilities", kinds=("county",))
def town_services(scene: Scene) -> Written:
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}市政与公共服务信息",
        "## 一、供水供气",
        f"{scene.last_quarter}，城区供水水质检测合格，管网抢修{scene.number(12, 48)}次，平均到场时间{scene.number(18, 40)}分钟；燃气入户安检{scene.number(1_200, 4_600)}户。",
        "## 二、公共交通",
        f"城乡公交线路{scene.number(9, 18)}条，六十五周岁以上老年人免费乘坐。学校周边线路在上下学时段加密班次。",
        "## 三、环境卫生",
        f"日均清运生活垃圾{scene.number(60, 120)}吨，公共厕所全部免费开放，其中设无障碍厕位{scene.number(16, 42)}个。",
        "## 四、停水停电通知",
        "计划性停水、停电提前三日公布，抢修性停水、停电在恢复前持续发布进展。",
        "## 五、投诉渠道",
        f"对市政设施损坏、服务质量有意见的，请拨打{scene.phone}，一般问题三个工作日内处理完毕并回访。",
        theme="城乡建设、环境保护/城乡建设(含住房)",
    )


@pattern("education", kinds=("county", *TOWNS))
def education_at_large(scene: Scene) -> Written:
    pupils, teachers = scene.number(1_200, 9_600), scene.number(90, 680)
    return page(
        scene,
        f"{scene.short}{scene.day.year}年教育工作信息公开（第{scene.turn + 1}期）",
        "## 一、基本情况",
        f"{scene.short}辖区现有在校学生{pupils}人，专任教师{teachers}人，适龄儿童全部入学。",
        "## 二、义务教育入学",
        "义务教育免试就近入学，起始年级均衡编班。进城务工人员随迁子女凭居住证等材料申请，与本地学生同等对待。",
        "## 三、控辍保学",
        "建立台账，对因病、因困等情况逐一走访，落实送教上门和资助政策。",
        "## 四、学生资助",
        f"发放各类学生资助{scene.number(180, 960)}人次，资金直接发放到学生或者监护人账户。",
        "## 五、校外培训",
        "联合有关单位检查培训场所，对无证培训的依法处理。家长选择培训机构请查验许可证，使用规定的合同。",
        f"咨询电话{scene.phone}。",
        theme=EDUCATION,
    )


@pattern("education", kinds=("school",), columns=("招生计划",), months=(6, 7))
def enrolment_plan(scene: Scene) -> Written:
    classes = scene.number(4, 12)
    return letter(
        scene,
        f"{scene.name}{scene.day.year}年招生公告",
        "## 一、招生计划",
        f"{scene.day.year}年计划招收新生{classes * 45}人，编为{classes}个班，每班45人。",
        "## 二、招生范围和对象",
        "招生范围以教育主管部门公布的划片方案为准。户籍、房产、居住证均可以作为入学依据，优待对象按照政策执行。",
        "## 三、报名时间和办法",
        f"{chinese_day(scene.day + timedelta(days=10))}至{chinese_day(scene.day + timedelta(days=14))}在线登记，由家长如实填写信息，能够通过数据核验的不再提交材料；不会使用手机的可以到校登记。",
        "## 四、录取和编班",
        "审核结果通过短信告知，新生编班随机进行，邀请家长代表到场监督。",
        "## 五、纪律",
        "不组织入学考试，不收取择校费、赞助费，不分重点班。",
        f"咨询和监督电话{scene.phone}。",
        genre="公告",
        theme=EDUCATION,
    )


@pattern("education", kinds=("school",), columns=("招生结果",), months=(8, 9))
def enrolment_result(scene: Scene) -> Written:
    groups = ("户籍房产一致", "持居住证随迁子女", "政策优待对象", "其他符合条件学生")
    counts = scene.parts(scene.number(180, 460), 4)
    return page(
        scene,
        f"{scene.name}{scene.day.year}年招生结果公示",
        f"{scene.day.year}年招生工作已经结束，共录取新生{sum(counts)}人，现将结果公示如下。",
        table(("类别", "录取人数（人）"), [*zip(groups, counts, strict=True), ("合计", sum(counts))]),
        "录取严格按照公布的招生计划、范围和顺序进行，没有突破计划，没有组织考试，没有收取与入学挂钩的费用。",
        "录取名单涉及未成年人信息，不在网站公布，家长可以凭登记编号查询本人结果。",
        "编班采用计算机随机方式，过程由家长代表和责任督学监督，结果在校内张贴。编班后一般不作调整。",
        f"对录取、编班有疑问的，请于公示之日起五日内拨打{scene.phone}，学校三个工作日内答复。",
        kind="list",
        theme=EDUCATION,
    )


@pattern("education", kinds=("school",), columns=("收费",))
def school_charges(scene: Scene) -> Written:
    rows = (
        ("作业本费", "按实际领用结算", "代收费"),
        ("课后服务费", f"每生每月{scene.number(60, 120, 10)}元", "服务性收费"),
        ("伙食费", f"每餐{scene.number(6, 10)}元", "服务性收费"),
        ("校服费", "家长自愿购买，按中标价格结算", "代收费"),
    )
    return page(
        scene,
        f"{scene.name}{scene.day.year}年收费公示",
        f"根据教育收费公示制度，现将{scene.name}收费项目和标准公示如下，义务教育阶段不收学费、杂费。",
        table(("项目", "标准", "性质"), rows),
        "服务性收费和代收费坚持自愿、据实结算、及时公布账目，不得与教学活动强制捆绑，不得跨学期预收。",
        "家庭经济困难学生可以申请减免课后服务费，由班主任受理，学校审核后执行。",
        f"学校在公示项目以外收费的，家长有权拒缴，并可以拨打{scene.phone}或者向教育主管部门举报，查实后全额退还。",
        kind="list",
        theme=EDUCATION,
    )


@pattern("health", kinds=("county", *TOWNS))
def public_health(scene: Scene) -> Written:
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}公共卫生服务信息公开",
        "## 一、基本公共卫生服务",
        f"{scene.last_quarter}，为老年人免费体检{scene.number(320, 1_800)}人，随访高血压、糖尿病患者{scene.number(900, 4_200)}人次，新建和更新健康档案{scene.number(200, 980)}份。",
        "## 二、家庭医生签约",
        "重点人群应签尽签，签约居民享受预约就诊、用药指导和转诊服务，签约费用按照规定由基金和财政承担。",
        "## 三、疾病预防",
        f"开展预防接种{scene.number(400, 2_600)}剂次，发布季节性传染病提示{scene.number(2, 5)}期，检查学校和集中用餐场所卫生状况。",
        "## 四、就医便利",
        "卫生院实行一站式结算，老年人保留人工窗口，常用药品目录在大厅公布。",
        f"服务和投诉电话{scene.phone}。",
        theme="卫生、体育/卫生",
    )


@pattern("culture", kinds=("county", *TOWNS))
def culture_events(scene: Scene) -> Written:
    day = scene.day + timedelta(days=9)
    event = scene.pick(("群众文艺演出", "全民阅读分享会", "传统戏曲进乡村", "书画作品展", "广场舞比赛"))
    return letter(
        scene,
        f"{scene.short}{event}活动公告",
        f"为丰富群众文化生活，{scene.short}定于近期举办{event}，现公告如下，欢迎参加。",
        f"一、时间：{chinese_day(day)}14时至17时。",
        f"二、地点：{scene.place()}文化活动广场，遇雨改在室内活动室。",
        f"三、内容：安排节目和展示{scene.number(10, 22)}个，由本地文艺队、学校和群众自愿报名参加。",
        "四、参加办法：免费入场，不需要领票，请有序就座，照看好老人和儿童。",
        "五、文化场馆开放：综合文化站和农家书屋每周开放不少于四十二小时，图书免费借阅，乐器、健身器材可以预约使用。",
        f"六、志愿服务：现场设服务点，提供饮水和急救用品。咨询和志愿者报名电话{scene.phone}。",
        genre="公告",
        theme="文化、广电、新闻出版/文化",
    )


@pattern("legal_aid", kinds=("county", *TOWNS))
def legal_help(scene: Scene) -> Written:
    asked = scene.number(60, 240)
    mediated = scene.number(18, 70)
    settled = mediated - scene.number(1, 4)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}公共法律服务信息",
        "## 一、服务情况",
        f"{scene.last_quarter}，公共法律服务站点接待咨询{asked}人次，受理人民调解案件{mediated}件，调解成功{settled}件，未达成协议{mediated - settled}件，已告知可以起诉。",
        "## 二、法律援助",
        "经济困难的公民申请劳动报酬、工伤赔偿、赡养抚养等事项可以获得免费法律援助；申请支付劳动报酬和工伤赔偿的农民工不审查经济状况。",
        "## 三、村（居）法律顾问",
        f"每个村（社区）配备一名法律顾问，每月到场服务不少于一次，到场时间在{scene.places[0]}等地公开栏张贴。",
        "## 四、普法宣传",
        f"开展宪法、民法典等宣传{scene.number(6, 20)}场，发放资料{scene.number(400, 2_000)}份。",
        f"服务热线{scene.phone}。",
        theme="公安、安全、司法/司法",
    )


@pattern("services", kinds=("public_institution",))
def services_and_steps(scene: Scene) -> Written:
    rows = (
        ("预约挂号", "手机、电话、窗口、自助机", "提前七日开放"),
        ("门诊就诊", "一楼至四楼各诊室", "周一至周日"),
        ("急诊急救", "急诊楼一楼", "全天"),
        ("检查检验", "二楼检验科、三楼影像科", "常规结果当日出具"),
        ("病案复印", "病案室", "工作日"),
    )
    return page(
        scene,
        f"{scene.name}服务项目和就诊流程",
        "为方便群众就医，现将服务项目和就诊流程公布如下。",
        table(("服务项目", "地点或者方式", "时间"), rows),
        "## 一、就诊流程",
        "预约挂号，到诊室签到候诊，医生诊治，缴费，检查检验，复诊取药。需要住院的，凭住院证到住院窗口办理手续。",
        "## 二、便民措施",
        "设老年人、军人、残疾人优先窗口；提供轮椅、饮水、充电和导诊服务；保留现金支付和人工服务。",
        "## 三、医保结算",
        "持社会保障卡或者医保电子凭证即时结算，异地患者请提前备案。",
        f"服务和投诉电话{scene.phone}。",
        theme="卫生、体育/卫生",
    )


@pattern("supervision", kinds=("public_institution",))
def promise_of_service(scene: Scene) -> Written:
    return page(
        scene,
        f"{scene.name}{scene.day.year}年服务承诺和监督办法",
        "## 一、服务承诺",
        "一是合理检查、合理用药、合理收费；二是尊重患者知情权、选择权和隐私权；三是急危重症先抢救、后补办手续；四是不收红包、不吃回扣；五是投诉有人接、有人办、有回音。",
        "## 二、监督办法",
        f"在门诊大厅、住院楼设置意见箱，每周开箱一次；公布投诉电话{scene.phone}，工作日接听，其他时间由总值班接听。",
        "## 三、处理时限",
        "能够当场处理的当场处理；需要调查的，五个工作日内答复；情况复杂的，十个工作日内答复，并说明理由。",
        "## 四、满意度",
        f"上一年度开展满意度调查{scene.number(800, 2_600)}人次，满意率{scene.number(930, 978) / 10}%，意见主要集中在候诊时间和停车位。",
        f"对处理结果不满意的，可以向主管部门{scene.above}反映。",
        theme="卫生、体育/卫生",
    )
