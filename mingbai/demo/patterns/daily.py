"""Notices and news of every day."""

from datetime import timedelta

from mingbai.demo.scene import AGENCIES, TOWNS, VILLAGES, Scene, Written, chinese_day, letter, page, pattern


@pattern("news", kinds=("bureau", "county"))
def study_and_plan(scene: Scene) -> Written:
    subject = scene.pick(("政务公开业务培训", "重点工作调度", "优化营商环境座谈", "民生实事推进"))
    return page(
        scene,
        f"{scene.short}召开{subject}会议",
        f"{chinese_day(scene.written_on)}，{scene.name}召开{subject}会议，各股室和下属单位负责同志{scene.number(18, 65)}人参加。",
        "会议通报了上一阶段工作进展，分析了存在的问题，对下一阶段的任务逐项明确了责任股室、完成时限和检查方式。",
        "会议要求，要把群众关心的事项办在前面，能公开的及时公开，能一次办好的不让群众跑第二次；对承诺的事项建立清单，办结一项、公布一项。",
        "与会人员围绕材料精简、窗口服务和信息发布提出了意见，会后由办公室整理后反馈办理情况。",
        theme="综合政务/政务公开",
    )


@pattern("news", kinds=("bureau", "county"))
def looking_on_site(scene: Scene) -> Written:
    places = scene.some(scene.places, 2)
    return page(
        scene,
        f"{scene.short}到{'、'.join(places)}调研",
        f"{chinese_day(scene.written_on)}，{scene.short}负责人带领有关股室人员到{'、'.join(places)}，实地了解政策落实和群众办事情况。",
        f"调研组查看了便民服务窗口、项目现场和村（社区）公开栏，走访农户和企业{scene.number(6, 18)}家，与基层干部座谈，听取对工作的意见建议{scene.number(8, 24)}条。",
        "群众反映较多的是材料重复提交、政策看不懂、办理进度不清楚。对能当场答复的，调研组当场作了解释；需要研究的，登记后带回办理。",
        f"{scene.short}负责人表示，将把意见逐条分到股室，十五个工作日内反馈；对共性问题修改流程，对政策文件配发通俗解读，让群众看得懂、办得快。",
        theme="综合政务/其他",
    )


@pattern("news", kinds=TOWNS)
def farm_work(scene: Scene) -> Written:
    work, season = scene.rng.choice(
        (
            ("春耕备耕", "检查种子、化肥供应和农机检修"),
            ("田间管理", "指导追肥、除草和病虫害防治"),
            ("秋收秋种", "组织农机抢收并指导秸秆还田"),
            ("冬修水利", "组织清淤沟渠、加固塘坝"),
        )
    )
    return page(
        scene,
        f"{scene.short}扎实做好{work}工作",
        f"连日来，{scene.short}组织农技人员和村干部深入田间地头，{season}，扎实做好{work}工作。",
        f"在{scene.place()}，农技人员现场讲解技术要点，发放明白卡{scene.number(120, 600)}份，解答种植户的疑问。截至{chinese_day(scene.written_on)}，已服务农户{scene.number(160, 900)}户，调度农机{scene.number(18, 90)}台（套）。",
        "对缺少劳力的家庭，村里组织互助队上门帮忙；对种粮大户，帮助对接烘干、仓储和销售。",
        f"{scene.short}还公布了农技人员联系方式，农户遇到问题可以直接拨打电话，也可以到农业服务窗口咨询。",
        theme="农业、林业、水利/农业",
    )


@pattern("news", kinds=TOWNS)
def visiting_the_needy(scene: Scene) -> Written:
    homes = scene.number(26, 120)
    return page(
        scene,
        f"{scene.short}走访慰问困难群众",
        f"{chinese_day(scene.written_on)}，{scene.short}干部分组到{scene.place()}等地走访慰问困难群众{homes}户，了解他们的生活、就医和住房情况。",
        "每到一户，干部们仔细询问身体状况和收入来源，查看住房和用电用火安全，宣传社会救助、医疗保险和养老服务政策，鼓励大家树立信心。",
        f"走访中，对{scene.number(2, 7)}户符合条件但没有申请救助的家庭，当场帮助填写申请；对{scene.number(1, 5)}户住房存在隐患的家庭，已联系专业人员鉴定。",
        f"{scene.short}将把走访中收集的问题列成清单，明确专人办理，办理结果在一个月内回访。",
        theme="民政、扶贫、救灾/其他",
    )


@pattern("news", kinds=TOWNS)
def window_service(scene: Scene) -> Written:
    handled = scene.number(320, 1500)
    return page(
        scene,
        f"{scene.short}便民服务窗口推出帮办代办服务",
        f"为解决群众办事多跑路的问题，{scene.short}便民服务窗口推出帮办代办服务，近一个月办理业务{handled}件，其中上门服务{scene.number(12, 60)}次。",
        "窗口把社会保险、社会救助、户籍证明、农村建房等常办事项的流程印成明白卡，每张卡写明要什么材料、多长时间、找谁办。",
        f"在{scene.place()}，代办员每周固定时间到村接件，材料齐全的当天送到窗口，办好后送到群众手中。对老年人、残疾人实行预约上门。",
        f"群众可以在本网站查询办理进度，也可以拨打{scene.phone}。窗口每月公布办件数量和评价结果，不满意的逐件回访。",
        theme="综合政务/政务公开",
    )


@pattern("notices", kinds=TOWNS)
def water_off(scene: Scene) -> Written:
    day = scene.day + timedelta(days=3)
    place = scene.pick(("振兴路北段", "老街片区", "集镇东片", "学府小区周边"))
    return letter(
        scene,
        f"关于{place}临时停水的通知",
        "各村（社区）、各用水单位：",
        "因供水主管道检修，需要临时停水，现将有关事项通知如下。",
        f"一、停水时间：{chinese_day(day)}8时至18时。如遇雨天，检修顺延，另行通知。",
        f"二、停水范围：{place}沿线居民、商铺和单位，其他区域水压可能降低。",
        "三、注意事项：请提前储备生活用水，关好水龙头和太阳能进水阀；餐饮、理发等用水较多的单位提前安排。恢复供水初期如水色发黄，请放水片刻后再用。",
        "四、应急供水：停水期间在农贸市场门口设临时取水点，行动不便的居民可以电话联系送水。",
        f"服务电话：{scene.phone}。给您带来不便，请予谅解。",
        theme="城乡建设、环境保护/其他",
    )


@pattern("notices", kinds=AGENCIES)
def duty_roster(scene: Scene) -> Written:
    name = {
        1: "春节",
        2: "春节",
        3: "清明节",
        4: "劳动节",
        5: "端午节",
        6: "端午节",
        9: "中秋节",
        10: "国庆节",
    }.get(scene.day.month, "节假日")
    return letter(
        scene,
        f"{scene.short}关于做好{name}期间值班和便民服务工作的通知",
        "各有关单位：",
        f"为做好{name}期间的值班和便民服务工作，现将有关事项通知如下。",
        "## 一、落实值班制度",
        "实行二十四小时值班和领导带班，值班人员不得擅自离岗。遇有紧急情况，先处置并同时报告，不得迟报、漏报、瞒报。",
        "## 二、加强安全检查",
        "对办公场所、在建工程、人员密集场所开展一次安全检查，发现隐患立即整改，不能立即整改的落实防范措施。",
        "## 三、方便群众办事",
        f"便民服务窗口节后第一个工作日正常办理业务。节日期间群众有急事，可以拨打值班电话{scene.phone}，能够在线办理的事项不停办。",
        "## 四、严守纪律",
        "厉行节约，不得用公款安排宴请，不得违规使用公务车辆。",
        theme="综合政务/应急管理",
    )


@pattern("notices", kinds=AGENCIES)
def survey_of_documents(scene: Scene) -> Written:
    due = scene.day + timedelta(days=20)
    topic = scene.pick(("惠民惠农补贴信息核对", "办事证明材料清理", "公开栏内容更新", "应急联系人信息核对"))
    return letter(
        scene,
        f"{scene.short}关于开展{topic}工作的通知",
        "各有关单位：",
        f"为提高服务质量，决定开展{topic}工作，现通知如下。",
        "一、工作内容。逐项核对现有信息，对错误的改正，对过期的更新，对重复的合并，对没有依据的取消，核对结果由经办人和负责人签字。",
        f"二、工作方法。先自查后抽查，{scene.short}将到{scene.place()}等地随机抽查，抽查比例不低于百分之十，重点听取群众意见。",
        f"三、时间要求。请于{chinese_day(due)}前完成，并报送情况说明，内容包括核对数量、发现问题和整改结果。",
        "四、注意事项。核对过程涉及个人信息的，应当严格保密，不得通过网络群组传送，不得收集与工作无关的信息。",
        f"联系电话：{scene.phone}。",
        theme="综合政务/其他",
    )


@pattern("notices", kinds=VILLAGES)
def village_notice(scene: Scene) -> Written:
    topic, body = scene.rng.choice(
        (
            (
                "医疗保险集中缴费",
                "下一年度城乡居民基本医疗保险开始缴费，可以用手机缴纳，也可以到党群服务中心由工作人员帮助办理，外出务工人员请家属转告",
            ),
            ("家禽家畜防疫", "防疫员近日上门免费注射疫苗，请饲养户配合圈养并做好登记，犬只请拴养"),
            ("免费健康体检", "卫生院医生到党群服务中心为六十五周岁以上居民免费体检，请空腹携带身份证前来"),
            (
                "道路施工绕行",
                "村（社区）内道路维修期间车辆请绕行，沿线住户请把车辆停到广场，施工时段避开早晚高峰",
            ),
        )
    )
    return letter(
        scene,
        f"{scene.short}关于{topic}的通知",
        "各位居民：",
        f"现将{topic}的有关事项通知如下，请相互转告。",
        f"一、内容：{body}。",
        f"二、时间：自{chinese_day(scene.day)}起，到{chinese_day(scene.day + timedelta(days=14))}止，工作人员每天8时30分至17时30分在岗。",
        f"三、地点：{scene.unit.address}。老年人、残疾人和行动不便的居民可以打电话预约，工作人员上门办理。",
        f"四、联系：各组由网格员负责通知到户，{scene.place()}的居民也可以直接联系组长。有疑问请拨打{scene.phone}。",
        "办理各项服务都不收取费用，请不要轻信陌生电话和链接，谨防上当受骗。",
        theme="综合政务/其他",
    )


@pattern("notices", kinds=("school", "public_institution"))
def house_notice(scene: Scene) -> Written:
    start = scene.day + timedelta(days=5)
    topic = scene.pick(("开放日", "设施检修", "健康知识讲座"))
    return letter(
        scene,
        f"{scene.name}关于{topic}安排的通知",
        "各位居民、各位家长：",
        f"{scene.name}近期安排{topic}活动，现将有关事项通知如下。",
        f"一、时间：{chinese_day(start)}9时至16时。",
        f"二、地点：{scene.unit.address}，请从正门进入，凭身份证或者预约信息登记。",
        "三、内容：介绍工作情况，开放部分场所参观，现场回答提问，收集意见建议。设施检修期间相关区域暂停使用，请留意现场指引，需要帮助的请联系值班人员。",
        "四、注意事项：请保持安静，照看好老人和儿童，不要在公共区域吸烟，车辆按照引导停放。",
        "五、意见收集：可以填写意见表，也可以会后来电，所提意见将在十个工作日内统一回复。",
        f"咨询电话：{scene.phone}。",
        theme="综合政务/其他",
    )
