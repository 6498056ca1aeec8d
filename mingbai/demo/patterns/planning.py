"""Plans, summaries, statistics and projects."""

from mingbai.demo.scene import AGENCIES, TOWNS, Scene, Written, letter, page, pattern, table, wan


@pattern("plans", kinds=AGENCIES, months=(1, 2, 3), columns=("年度计划",))
def work_plan(scene: Scene) -> Written:
    year = scene.day.year
    roads, toilets = scene.number(3, 9), scene.number(40, 160, 5)
    return page(
        scene,
        f"{scene.short}{year}年工作计划",
        f"{year}年，{scene.short}工作的总体要求是：坚持稳中求进，突出重点，补齐短板，把群众关心的事办好办实。",
        "## 一、抓产业增收",
        f"稳定粮食面积，发展特色种养，新增农产品加工项目{scene.number(2, 6)}个，帮助农户拓宽销路。",
        "## 二、抓基础设施",
        f"维修乡村道路{roads}条，改造户用厕所{toilets}座，疏通渠道{scene.number(6, 18)}公里，项目资金和进度按月公布。",
        "## 三、抓民生保障",
        "落实社会救助、养老、医疗保障政策，做到应保尽保、动态管理；组织技能培训和招聘活动，促进就近就业。",
        "## 四、抓安全稳定",
        "开展消防、交通、防汛、燃气等重点领域排查，隐患整改实行清单管理；畅通信访渠道，矛盾纠纷就地化解。",
        "## 五、抓自身建设",
        "推进政务公开，严格财务管理，改进工作作风，接受群众监督。",
        kind="work_plan",
        theme="综合政务/其他",
    )


@pattern("plans", kinds=AGENCIES, months=(12, 1), columns=("年度计划",))
def work_summary(scene: Scene) -> Written:
    year = scene.day.year if scene.day.month > 6 else scene.day.year - 1
    visits = scene.number(120, 420)
    done = visits - scene.number(2, 9)
    return page(
        scene,
        f"{scene.short}{year}年工作总结",
        f"{year}年，{scene.short}围绕中心工作，扎实推进各项任务，完成了年初确定的目标。现将主要情况总结如下。",
        "## 一、主要工作",
        f"一是产业稳步发展，新增经营主体{scene.number(12, 60)}家。二是基础设施继续改善，完成道路维修{scene.number(3, 9)}条。三是民生保障有力，走访困难群众{scene.number(300, 900)}户次。四是安全形势平稳，没有发生较大以上事故。",
        f"全年受理群众来信来访{visits}件，办结{done}件，其余{visits - done}件正在办理。",
        "## 二、存在的问题",
        "产业链条短，附加值不高；部分设施的管护跟不上；个别窗口服务不够主动。",
        "## 三、下一步打算",
        "延伸产业链条，培育本地品牌；落实管护责任和经费；加强窗口人员培训，推行一次告知、帮办代办。",
        kind="work_summary",
        theme="综合政务/其他",
    )


@pattern("plans", kinds=("county", *TOWNS), months=(1, 2), columns=("政府工作报告",))
def government_report(scene: Scene) -> Written:
    year = scene.day.year
    revenue = scene.number(1_800, 9_600)
    return page(
        scene,
        f"{scene.short}{year}年政府工作报告（摘要）",
        "各位代表：",
        f"现在，我代表{scene.name}向大会报告工作，请予审议。",
        "## 一、过去一年工作回顾",
        f"{year - 1}年，实现财政收入{revenue}万元，同比增长{scene.number(21, 68) / 10}%；粮食总产量保持稳定；新增就业{scene.number(210, 960)}人；年初确定的十件民生实事全部完成。",
        "农村人居环境持续改善，养老服务设施覆盖所有村（社区），义务教育学校办学条件进一步改善，社会大局保持稳定。",
        "## 二、今年工作安排",
        f"主要预期目标是：财政收入增长{scene.number(40, 60) / 10}%左右，居民收入与经济增长基本同步，粮食产量保持稳定。",
        "重点做好六个方面工作：培育特色产业，推进项目建设，促进乡村振兴，改善生态环境，保障和改善民生，加强政府自身建设。",
        "我们将自觉接受人大代表和群众监督，依法行政，厉行节约，把过紧日子的要求落到实处。",
        kind="other",
        theme="综合政务/其他",
    )


@pattern("plans", kinds=AGENCIES)
def special_plan(scene: Scene) -> Written:
    topic = scene.pick(("养老服务体系建设", "农村道路建设", "特色产业发展", "公共文化服务", "水利设施建设"))
    first = scene.day.year
    money = scene.number(800, 4200, 10)
    near, far = scene.parts(money, 2)
    return letter(
        scene,
        f"{scene.short}{topic}三年行动规划（{first}—{first + 2}年）",
        f"为推进{scene.short}{topic}，根据上级规划和本地实际，编制本规划。规划期为{first}年至{first + 2}年。",
        "## 一、现状和问题",
        "设施布局不够均衡，部分设施老旧，管护机制不健全，专业人员不足，与群众期待还有差距。",
        "## 二、目标",
        "到规划期末，布局基本合理，设施完好率明显提高，管护责任全部落实，群众满意度稳步提升。",
        "## 三、任务",
        "补齐空白点，改造老旧设施，建立管护制度，加强队伍培训，公开项目和资金。",
        "## 四、投资估算",
        f"估算总投资{money}万元，其中前两年{near}万元，第三年{far}万元，资金通过上级补助、本级安排和社会参与等渠道筹集。",
        "## 五、实施保障",
        "明确年度任务和责任单位，每年评估一次，评估结果向社会公布。",
        genre="其他",
        kind="work_plan",
        theme="国民经济管理、国有资产监管/其他",
    )


@pattern("plans", kinds=("town",), columns=("乡村规划",))
def village_plan(scene: Scene) -> Written:
    place = scene.place()
    total = scene.number(280, 760)
    farm, build, other = scene.parts(total, 3)
    return letter(
        scene,
        f"{scene.short}{place}村庄规划批后公告",
        f"{place}村庄规划已经村民会议审议、专家审查，并依法报经批准，现予公告。",
        "## 一、规划范围",
        f"规划范围为{place}行政区域，总面积{total}公顷。",
        "## 二、用地安排",
        table(
            ("用地类型", "面积（公顷）"),
            (("农用地", farm), ("建设用地", build), ("其他用地", other), ("合计", total)),
        ),
        "## 三、主要内容",
        "划定永久基本农田和生态保护范围，明确村庄建设边界；安排道路、供水、排水、垃圾收集等设施；对建筑高度、风貌和退让距离提出要求；预留产业发展用地。",
        "## 四、实施",
        "村庄建设应当符合规划，村民建房按照规划选址。确需修改的，按照法定程序办理。",
        f"规划图纸在村党群服务中心张贴，咨询电话{scene.phone}。",
        genre="公告",
        theme="城乡建设、环境保护/城市规划",
    )


@pattern("statistics", kinds=AGENCIES)
def yearly_figures(scene: Scene) -> Written:
    year = scene.day.year - 1
    parts = scene.parts(scene.number(62_000, 260_000, 10), 3)
    first, second, third = parts
    total = sum(parts)
    return page(
        scene,
        f"{scene.short}{year}年国民经济和社会发展统计公报",
        f"{year}年，{scene.short}经济运行总体平稳，各项社会事业稳步发展。",
        "## 一、综合",
        f"初步核算，全年生产总值{total}万元。其中，第一产业增加值{first}万元，第二产业增加值{second}万元，第三产业增加值{third}万元。",
        table(
            ("指标", "数值（万元）"),
            (
                ("第一产业增加值", first),
                ("第二产业增加值", second),
                ("第三产业增加值", third),
                ("生产总值", total),
            ),
        ),
        "## 二、人口和居民生活",
        f"年末常住人口{scene.number(12_000, 86_000)}人，居民人均可支配收入{scene.number(19_800, 38_600)}元，居民消费价格总体稳定。",
        "## 三、农业",
        f"全年粮食播种面积{scene.number(9_000, 52_000)}亩，油料、蔬菜和茶叶生产稳定。",
        "注：本公报数据为初步统计数，最终数据以统计年鉴为准；部分数据因四舍五入，存在总计与分项合计不等的情况。",
        theme="国民经济管理、国有资产监管/统计",
    )


@pattern("statistics", kinds=("county",))
def monthly_figures(scene: Scene) -> Written:
    year, month = scene.last_month
    kinds = ("农林牧渔业", "工业", "建筑业", "批发和零售业", "其他服务业")
    rows = [(name, scene.number(2_100, 28_000), f"{scene.number(8, 92) / 10}") for name in kinds]
    return page(
        scene,
        f"{scene.short}{year}年{month}月主要经济指标",
        f"{year}年{month}月，{scene.area}主要行业生产经营保持稳定，有关指标如下。",
        table(("行业", "当月总量（万元）", "同比增长（%）"), rows),
        "消费市场平稳，生活必需品供应充足；固定资产投资项目按照计划推进；居民消费价格总体平稳。",
        "说明：总量按照当年价格计算，增长速度按照可比口径计算；行业之间口径不同，不能直接相加；月度数据为快报数，季度和年度核算时可能调整。",
        f"需要历史数据的，可以在本栏目查阅往期，或者拨打{scene.phone}咨询。引用数据请注明来源和时期。",
        theme="国民经济管理、国有资产监管/统计",
    )


@pattern("projects", kinds=("county", *TOWNS))
def building_project(scene: Scene) -> Written:
    topic = scene.pick(
        ("集镇污水管网改造", "农贸市场提升", "乡道拓宽改造", "高标准农田建设", "卫生院门诊楼改造")
    )
    total = scene.number(26_000, 980_000)
    paid = total * scene.number(20, 80) // 100
    return page(
        scene,
        f"{scene.short}{topic}项目实施情况公开",
        "为便于群众了解和监督，现将项目有关情况公开如下。",
        "## 一、基本情况",
        f"项目名称：{scene.short}{topic}项目。建设地点：{scene.place()}。批准投资{wan(total)}万元，资金来源为上级补助和本级配套。",
        "## 二、批准和招标",
        "项目建议书、可行性研究报告和初步设计已经批复，施工、监理单位通过公开招标确定，中标结果已在公共资源交易栏目公布。",
        "## 三、进度和资金",
        f"目前主体工程正在施工，累计支付工程款{wan(paid)}万元，尚未支付{wan(total - paid)}万元，支付进度与工程进度相符。",
        "## 四、质量和安全",
        "监理单位全过程旁站，关键材料进场抽检，施工现场公示负责人和投诉电话，未发生质量安全事故。",
        "## 五、监督",
        f"监督电话{scene.phone}，反映的问题十个工作日内答复。",
        theme="国民经济管理、国有资产监管/重大建设项目",
    )
