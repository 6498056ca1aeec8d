"""Powers and their exercise, safety, emergencies, environment, food."""

from datetime import timedelta

from mingbai.demo.scene import AGENCIES, TOWNS, Scene, Written, chinese_day, letter, page, pattern, table

SAFETY = "市场监管、安全生产监管/安全生产"


@pattern("powers", kinds=AGENCIES, columns=("权责",))
def list_of_powers(scene: Scene) -> Written:
    kinds = ("行政许可", "行政处罚", "行政确认", "行政检查", "其他权力")
    counts = scene.parts(scene.number(28, 110), len(kinds))
    rows = [*zip(kinds, counts, strict=True), ("合计", sum(counts))]
    return page(
        scene,
        f"{scene.short}权力和责任清单（{scene.day.year}年版）",
        f"根据法律法规的立改废和机构职能调整，{scene.name}对权力和责任清单进行了修订，共列权责事项{sum(counts)}项。",
        table(("事项类别", "项数"), rows),
        "## 一、清单内容",
        "每项权责均列明名称、类别、实施依据、承办机构、责任事项、追责情形和监督方式。",
        "## 二、清单管理",
        "清单以外不得实施行政权力；法律法规规章修改或者机构职能变化的，自变化之日起三十日内提出调整。",
        "## 三、监督",
        f"认为{scene.short}不履行责任、超越权力或者重复检查的，可以拨打{scene.phone}，也可以向{scene.above}反映。",
        kind="list",
        theme="综合政务/其他",
    )


@pattern("powers", kinds=AGENCIES, columns=("许可",))
def how_to_get_it_done(scene: Scene) -> Written:
    item, basis, days = scene.rng.choice(
        (
            ("老年人优待证明办理", "《中华人民共和国老年人权益保障法》", 3),
            ("农村村民住宅建设审批", "《中华人民共和国土地管理法》", 15),
            ("临时占道审批", "《城市道路管理条例》", 7),
            ("食品小作坊登记", "《中华人民共和国食品安全法》", 10),
            ("林木采伐许可", "《中华人民共和国森林法》", 10),
        )
    )
    return page(
        scene,
        f"{scene.short}{item}办事指南",
        "## 一、办理依据",
        f"{basis}。",
        "## 二、办理条件",
        f"申请人住所、经营场所或者申请事项所在地在{scene.short}管理范围内，符合法律法规规定的条件。",
        "## 三、申请材料",
        "申请表一份；申请人身份证件，现场核验后退还；与申请事项有关的证明材料。能够通过部门共享核验的，不再要求提交。",
        "## 四、办理程序",
        "申请、受理、审查（需要现场勘查的，提前一天通知）、决定、送达。",
        "## 五、办理时限",
        f"自受理之日起{days}个工作日内作出决定。",
        "## 六、收费情况",
        "不收费。",
        "## 七、办理地点和时间",
        f"{scene.unit.address}便民服务窗口，{scene.unit.hours}。咨询电话{scene.phone}。",
        theme="综合政务/其他",
    )


@pattern("powers", kinds=AGENCIES, columns=("执法",))
def decisions_of_enforcement(scene: Scene) -> Written:
    acts = ("未按规定设置安全警示标志", "擅自占用道路堆放物料", "未落实进货查验记录", "露天焚烧秸秆")
    rows = [
        (
            f"{scene.name[:4]}罚字第{scene.turn * 4 + order:03d}号",
            scene.masked(),
            act,
            f"警告，罚款{scene.number(200, 1000, 100)}元",
        )
        for order, act in enumerate(scene.some(acts, 3), 1)
    ]
    return page(
        scene,
        f"{scene.short}行政执法结果公示（第{scene.turn + 1}期）",
        "按照行政执法公示制度的要求，现将近期行政处罚决定公示如下。当事人为自然人的，姓名已作隐去处理。",
        table(("决定书编号", "当事人", "违法行为", "处理结果"), rows),
        "以上案件均经立案、调查取证、告知、审核、集体讨论或者负责人批准、送达等程序办理，当事人均已履行。",
        "当事人对决定不服的，可以自收到决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。",
        f"执法人员、执法依据、执法程序和投诉渠道已在本网站事前公开。群众发现违法行为的，可以拨打{scene.phone}举报，举报人信息严格保密。",
        kind="list",
        theme="公安、安全、司法/司法",
    )


@pattern("powers", kinds=AGENCIES, columns=("双随机",))
def random_checks(scene: Scene) -> Written:
    total = scene.number(8, 26)
    wrong = scene.number(1, 4)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}双随机抽查结果公示",
        f"{scene.last_quarter}，{scene.short}按照随机抽取检查对象、随机选派检查人员、抽查情况及时公开的要求开展检查，现将结果公示如下。",
        table(
            ("抽查结果", "户数"),
            (("未发现问题", total - wrong), ("发现问题已责令改正", wrong), ("合计", total)),
        ),
        "## 一、抽查内容",
        "证照是否齐全有效，从业人员是否持证上岗，安全和卫生制度是否落实，明码标价是否规范。",
        "## 二、发现的问题",
        f"{wrong}户存在台账记录不完整、灭火器过期未更换等问题，检查人员当场指出并下达责令改正通知书，期限为七日。",
        "## 三、后续处理",
        "到期复查，逾期不改正的依法处理；多部门联合检查一次完成，避免重复检查增加经营者负担。",
        f"对检查结果有异议的，可以自公示之日起五个工作日内书面提出，电话{scene.phone}。",
        kind="list",
        theme="市场监管、安全生产监管/其他",
    )


@pattern("emergency", kinds=AGENCIES)
def emergency_plan(scene: Scene) -> Written:
    disaster = scene.pick(("防汛抗旱", "森林火灾", "突发公共卫生事件", "低温雨雪冰冻灾害", "地质灾害"))
    return letter(
        scene,
        f"{scene.short}{disaster}应急预案",
        "## 一、总则",
        f"为做好{disaster}应对工作，最大限度减少人员伤亡和财产损失，根据有关法律法规和上级预案，制定本预案。",
        "## 二、组织指挥",
        f"成立{disaster}应急指挥部，由主要负责人任总指挥，下设综合协调、抢险救援、转移安置、后勤保障、信息发布五个工作组。",
        "## 三、预警和响应",
        "预警由低到高分为蓝色、黄色、橙色、红色四级，响应相应分为四级。接到预警后，立即通知到村（社区）、到户、到人。",
        "## 四、转移安置",
        f"在{scene.place()}等处设置集中安置点{scene.number(3, 9)}个，储备饮用水、食品、被褥和常用药品。老年人、儿童、病人、孕妇优先转移。",
        "## 五、信息报告",
        "事发单位应当在三十分钟内电话报告，一小时内书面报告，不得迟报、漏报、瞒报。",
        "## 六、保障和演练",
        f"每年组织演练不少于一次。二十四小时值班电话{scene.phone}。",
        genre="其他",
        kind="normative_document",
        theme="综合政务/应急管理",
    )


@pattern("emergency", kinds=AGENCIES, columns=("预警",))
def weather_warning(scene: Scene) -> Written:
    weather, advice = scene.rng.choice(
        (
            ("强降雨", "低洼地区居民提前转移，不涉水通行，远离河道、山塘和陡坡"),
            ("大风降温", "加固棚架和广告牌，做好农作物防冻，老年人减少外出"),
            ("高温", "避开午后时段外出和户外作业，注意饮水和用电安全"),
            ("大雾", "驾车减速慢行，保持车距，渡口和水上作业视情况暂停"),
        )
    )
    until = scene.day + timedelta(days=2)
    return letter(
        scene,
        f"关于做好{weather}天气防范应对工作的紧急通知",
        "各有关单位，广大居民：",
        f"据气象部门预报，{chinese_day(scene.day)}至{chinese_day(until)}，{scene.short}将有一次{weather}天气过程。为做好防范应对，现通知如下。",
        "一、及时传递信息。通过广播、微信群和上门通知等方式，把预警信息传到每家每户，重点通知独居老人和偏远住户。",
        f"二、做好自我防护。{advice}。",
        "三、排查风险隐患。对危旧房屋、地质灾害隐患点、在建工地、桥涵和排水口开展巡查，发现险情立即设置警示并报告。",
        "四、备足队伍物资。应急队伍集结待命，铲车、沙袋、照明设备放置到位。",
        f"五、严格值班值守。实行二十四小时值班，遇有险情拨打{scene.phone}。预警解除后将另行告知。",
        genre="通知",
        theme="综合政务/应急管理",
    )


@pattern("safety", kinds=AGENCIES)
def safety_inspection(scene: Scene) -> Written:
    places, risks = scene.number(36, 120), scene.number(9, 24)
    at_once = risks - scene.number(2, 6)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}安全生产检查情况通报",
        f"{scene.last_quarter}，{scene.short}组织检查人员{scene.number(40, 160)}人次，检查生产经营单位{places}家次，发现隐患{risks}处，现将情况通报如下。",
        "## 一、检查重点",
        "消防通道、燃气使用、电气线路、特种设备、危险作业审批和从业人员培训。",
        "## 二、发现的问题",
        f"问题主要集中在应急照明损坏、线路私拉乱接、应急预案没有演练。{risks}处隐患中，当场整改{at_once}处，限期整改{risks - at_once}处，均明确了责任人。",
        "## 三、工作要求",
        "一是企业主要负责人要切实履行安全生产第一责任人的责任；二是限期整改的隐患到期复查销号；三是对拒不整改的依法处理。",
        f"欢迎群众通过{scene.phone}举报安全隐患，查实后给予奖励，并为举报人保密。",
        kind="bulletin",
        theme=SAFETY,
    )


@pattern("safety", kinds=("school",))
def meals_and_safety(scene: Scene) -> Written:
    year, month = scene.last_month
    income = scene.number(42_000, 128_000, 10)
    names = ("粮油米面", "肉蛋奶", "蔬菜豆制品", "调料燃料", "从业人员工资")
    rows = [*zip(names, scene.parts(income, 5), strict=True), ("支出合计", income)]
    return page(
        scene,
        f"{scene.short}{year}年{month}月食堂收支和校园安全情况公示",
        f"{year}年{month}月，学校食堂伙食费收入{income}元，支出{income}元，收支平衡，不以营利为目的。支出明细如下。",
        table(("项目", "金额（元）"), rows),
        "## 一、食品安全",
        "原料定点采购、索证索票，每餐留样四十八小时以上，负责人陪餐并做好记录，家长委员会代表到校检查一次，未发现问题。",
        "## 二、校园安全",
        f"开展消防疏散演练一次，检查教室、宿舍、体育设施{scene.number(18, 60)}处，对松动的护栏当天维修；上下学时段安排教师和保安在校门口值守。",
        f"家长对伙食质量、价格和安全有意见的，请向班主任反映，或者拨打{scene.phone}。",
        kind="list",
        theme="科技、教育/教育",
    )


@pattern("environment", kinds=("county", *TOWNS))
def state_of_the_environment(scene: Scene) -> Written:
    period = scene.last_quarter
    taken = scene.number(4, 16)
    done = taken - scene.number(1, 2)
    return page(
        scene,
        f"{scene.short}{period}生态环境信息公开",
        "## 一、环境质量",
        f"{period}，辖区空气质量优良天数{scene.number(80, 88)}天，主要河流断面水质稳定在Ⅲ类以上，集中式饮用水水源地水质全部达标。",
        "## 二、污染防治",
        f"巡查河道{scene.number(24, 90)}次，清理漂浮物和岸边垃圾{scene.number(12, 60)}吨；检查排污单位{scene.number(6, 22)}家；开展秸秆禁烧宣传，落实网格巡查。",
        "## 三、信访处理",
        f"受理环境信访{taken}件，主要反映油烟、噪声和养殖异味，办结{done}件，正在办理{taken - done}件。",
        "## 四、下一步工作",
        "继续推进生活污水收集处理，整治散乱污场所，推动养殖场粪污资源化利用，监测结果按季度公布。",
        f"发现环境违法行为的，请拨打{scene.phone}举报。",
        theme="城乡建设、环境保护/环境保护",
    )


@pattern("food_safety", kinds=("county", *TOWNS))
def food_samples(scene: Scene) -> Written:
    kinds = ("粮食制品", "蔬菜", "肉及肉制品", "食用油", "糕点")
    tested = [scene.number(6, 22) for _ in kinds]
    failed = [0, scene.number(0, 1), 0, 0, scene.number(0, 1)]
    rows = [
        *((kind, count, count - bad, bad) for kind, count, bad in zip(kinds, tested, failed, strict=True)),
        ("合计", sum(tested), sum(tested) - sum(failed), sum(failed)),
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}食品抽检结果公示",
        f"{scene.last_quarter}，在{scene.short}的农贸市场、超市、学校食堂和餐饮店抽检食品{sum(tested)}批次，合格{sum(tested) - sum(failed)}批次，不合格{sum(failed)}批次。",
        table(("食品类别", "抽检批次", "合格批次", "不合格批次"), rows),
        "对不合格食品，已责令经营者立即下架、停止销售，追溯进货来源，并依法立案调查；处理结果将另行公布。",
        "提醒消费者到证照齐全的场所购买食品，注意查看生产日期、保质期和贮存条件，散装食品注意查看标签。",
        f"购买到不合格食品的，请保留凭证，拨打{scene.phone}投诉举报。",
        kind="list",
        theme="市场监管、安全生产监管/食品药品监管",
    )


@pattern("key_area", kinds=("bureau",))
def key_area_of_the_bureau(scene: Scene) -> Written:
    taken = scene.number(120, 680)
    done = taken - scene.number(2, 12)
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}重点领域工作信息公开",
        f"{scene.name}的主要职责是：{scene.unit.duties}现将{scene.last_quarter}重点领域工作情况公开如下。",
        "## 一、办理事项",
        f"受理群众和企业申请{taken}件，办结{done}件，其余{taken - done}件在办理时限内。平均办理时间比规定时限缩短{scene.number(2, 6)}个工作日。",
        "## 二、监督检查",
        f"开展检查{scene.number(12, 60)}次，发现并督促整改问题{scene.number(6, 30)}个，没有发生应予追责的情形。",
        "## 三、资金项目",
        f"拨付项目和补助资金{scene.number(36, 420)}万元，全部通过银行转账发放，资金去向可以在财政专项资金栏目查询。",
        "## 四、下一步安排",
        "针对群众反映较多的材料多、等候久问题，增设预约服务和帮办窗口；对重点项目实行月调度。",
        theme="综合政务/其他",
    )


@pattern("news", kinds=TOWNS)
def patrol_of_fire_risks(scene: Scene) -> Written:
    shops, risks = scene.number(24, 60), scene.number(6, 15)
    mended = risks - scene.number(1, 4)
    return page(
        scene,
        f"{scene.short}开展消防安全检查",
        f"{chinese_day(scene.written_on)}，{scene.short}组织安全生产监督管理、消防和村（社区）网格人员，到{scene.place()}对商铺、出租房和小作坊开展消防安全检查。",
        f"检查组共走访场所{shops}处，重点查看灭火器配备、疏散通道、电动自行车充电和燃气使用情况，发现隐患{risks}处，当场整改{mended}处，其余{risks - mended}处已下达限期整改通知，明确了责任人和完成时间。",
        "检查中，工作人员向经营户和住户讲解了用电用气常识，发放了宣传单，提醒大家不在楼道停放电动自行车，不占用消防通道。",
        f"下一步，{scene.short}将对限期整改的场所逐一复查，整改不到位的依法移交有关部门处理。",
        theme=SAFETY,
    )
