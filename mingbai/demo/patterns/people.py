"""Posts, proposals, meetings, answers to concerns, and the oversight of open government itself."""

from datetime import timedelta

from mingbai.demo.scene import AGENCIES, TOWNS, Scene, Written, chinese_day, letter, page, pattern, table

STAFF = "劳动、人事、监察/人事工作"
OPENNESS = "综合政务/政务公开"


@pattern("personnel", kinds=AGENCIES)
def recruitment(scene: Scene) -> Written:
    posts = (
        ("便民服务中心工作人员", "大专及以上"),
        ("网格员", "高中及以上"),
        ("农业技术员", "大专及以上"),
        ("综合文员", "大专及以上"),
    )
    chosen = [(*each, scene.number(1, 4)) for each in scene.rng.sample(posts, 2)]
    return letter(
        scene,
        f"{scene.name}公开招聘工作人员公告（第{scene.turn + 1}号）",
        f"因工作需要，{scene.name}面向社会公开招聘工作人员{sum(row[2] for row in chosen)}人，现将有关事项公告如下。",
        table(("岗位", "学历要求", "人数（人）"), chosen),
        "一、条件：拥护中国共产党领导，品行端正，身体健康，年满十八周岁、四十周岁以下，具备岗位要求的学历和技能。",
        f"二、报名：{chinese_day(scene.day + timedelta(days=7))}至{chinese_day(scene.day + timedelta(days=11))}，到{scene.unit.address}现场报名，携带身份证、学历证书原件和复印件，不收取报名费。",
        "三、考试：采取笔试和面试相结合的方式，各占百分之五十，成绩在本网站公布。",
        "四、体检、考察和公示：按照总成绩从高到低等额确定人选，公示期五个工作日。",
        "五、待遇：依法签订劳动合同，缴纳社会保险。",
        f"六、纪律：坚持公开、平等、竞争、择优，接受监督，电话{scene.phone}。",
        genre="公告",
        theme=STAFF,
    )


@pattern("personnel", kinds=AGENCIES, columns=("任免",))
def appointments(scene: Scene) -> Written:
    rows = [
        (scene.person(), post)
        for post in scene.some(
            ("党政综合办公室副主任", "社会事务办公室主任", "便民服务中心主任", "综合执法队副队长"), 2
        )
    ]
    leaver = scene.person()
    return letter(
        scene,
        f"{scene.name}关于{rows[0][0]}等同志职务任免的通知",
        "各有关单位：",
        f"经研究决定，现将{len(rows) + 1}名同志的职务任免通知如下。",
        *(f"{name}同志任{post}，试用期一年；" for name, post in rows),
        f"免去{leaver}同志股室负责人职务。",
        "新任职的同志应当自通知印发之日起五个工作日内到岗，原岗位工作在分管负责人主持下办理交接，填写交接清单，对未办结的群众事项逐件说明进展。",
        "任职前已按照规定进行民主推荐、考察、廉政审查和公示，公示期间没有收到影响任用的反映。",
        f"各单位要支持新任职同志开展工作。对干部作风有意见的，可以拨打{scene.phone}反映。所列人员均为演示用的虚构人员。",
        theme=STAFF,
        series=f"明{scene.short[:2]}任" if scene.unit.kind != "county" else "明政任",
    )


@pattern("personnel", kinds=("school",))
def teachers_rated(scene: Scene) -> Written:
    best, good, plain = scene.number(8, 16), scene.number(30, 60), scene.number(1, 4)
    return page(
        scene,
        f"{scene.name}{scene.day.year}年教师管理和考核信息公开",
        "## 一、岗位设置",
        f"学校共有专任教师{best + good + plain}人，按照核定的岗位结构聘用，岗位空缺、聘用条件和聘用结果在校内公示。",
        "## 二、年度考核",
        table(
            ("考核等次", "人数（人）"),
            (("优秀", best), ("合格", good), ("基本合格", plain), ("合计", best + good + plain)),
        ),
        "考核以师德表现和教育教学实绩为主，经个人述职、民主测评、考核小组评议后确定，公示五个工作日。",
        "## 三、职称和评优",
        "职称推荐、评优评先名额和办法提前公布，评议过程邀请教师代表监督。",
        "## 四、师德师风",
        f"严禁有偿补课、收受礼品。家长发现教师违反师德的，请拨打{scene.phone}，学校十个工作日内调查答复。",
        theme="科技、教育/教育",
    )


@pattern("proposals", kinds=AGENCIES)
def proposals_at_large(scene: Scene) -> Written:
    total = scene.number(9, 42)
    solved, planned, explained = scene.parts(total, 3)
    return page(
        scene,
        f"{scene.short}{scene.day.year}年建议提案办理情况",
        f"{scene.day.year}年，{scene.short}共承办人大代表建议和政协委员提案{total}件，已全部按期答复，现将办理情况公开如下。",
        table(
            ("办理结果", "件数"),
            (
                ("已经解决或者采纳", solved),
                ("列入计划逐步解决", planned),
                ("作出解释说明", explained),
                ("合计", total),
            ),
        ),
        "## 一、主要做法",
        "主要负责人阅批，分管负责人领办，承办机构与代表、委员见面沟通，答复前征求意见，答复后跟踪落实。",
        "## 二、内容分布",
        "建议提案主要涉及农村道路、饮水安全、停车难、养老服务和校园周边环境。",
        "## 三、下一步工作",
        "对列入计划的事项建立台账，每季度向代表、委员通报进展；可以公开的复文在本栏目公开。",
        kind="other",
        theme="综合政务/其他",
    )


@pattern("proposals", kinds=TOWNS, columns=("答复",))
def answer_to_a_proposal(scene: Scene) -> Written:
    topic, answer = scene.rng.choice(
        (
            ("增设集镇公共停车位", "已在农贸市场北侧利用闲置地块增设公共停车位，并对主街停车实行限时管理"),
            ("改善农村饮水水质", "已列入管网改造计划，更换老旧管道，增加水质检测频次，检测结果按月公布"),
            ("增加老年助餐点", "已选定两处场所进行改造，完工后由养老服务站运营，对低收入老年人给予补贴"),
            ("安装乡道护栏和路灯", "对急弯、临水路段先行安装波形护栏，路灯安装分批实施，优先安排学校周边"),
        )
    )
    return letter(
        scene,
        f"对{scene.short}人大代表关于{topic}的建议的答复（第{scene.turn + 1}号）",
        f"{scene.person()}代表：",
        f"您提出的关于{topic}的建议收悉。经研究，现答复如下。",
        "## 一、基本情况",
        f"收到建议后，我们到{scene.place()}等地实地察看，听取了群众和村（社区）干部的意见，认为建议反映的问题真实存在，提出的办法切实可行。",
        "## 二、办理措施",
        f"{answer}。所需资金已经落实，由分管负责人负责，预计六个月内完成。",
        "## 三、后续安排",
        "我们将定期向您通报进展，完工后邀请您到现场察看并评价。日常管护由所在村（社区）承担，发现损坏及时维修。",
        f"感谢您对{scene.short}工作的关心和支持。联系电话{scene.phone}。",
        genre="函",
        kind="other",
        theme="综合政务/其他",
    )


@pattern("meetings", kinds=("county", *TOWNS))
def meeting_minutes(scene: Scene) -> Written:
    topic = scene.pick(
        ("研究重点项目推进工作", "研究防汛准备和安全生产工作", "研究民生实事办理工作", "研究财政资金安排工作")
    )
    return page(
        scene,
        f"{scene.short}召开第{scene.turn + 1}次办公会议{topic}",
        f"{chinese_day(scene.written_on)}，{scene.name}召开办公会议，{topic}，应到{scene.number(11, 13)}人，会议由主要负责人主持。",
        "会议听取了有关单位的汇报，对前一阶段进展给予肯定，同时指出了进度不平衡、责任落实不够具体等问题。",
        "会议议定以下事项：一是对每项任务明确责任人和完成时间，列入督办清单，每半月通报一次；二是需要资金保障的，由财政机构按照轻重缓急提出安排意见；三是涉及群众切身利益的，决定前听取意见，决定后及时公开。",
        "会议强调，各单位要加强协同，遇到问题当面商量、现场解决；要严格落实安全责任，不能赶进度而放松质量。",
        "列席会议的有村（社区）代表和群众代表，会议听取了他们的意见建议。涉及的政策文件形成后将按照规定公开。",
        kind="minutes",
        theme="综合政务/其他",
    )


@pattern("responses", kinds=AGENCIES)
def answer_to_a_concern(scene: Scene) -> Written:
    question, answer = scene.rng.choice(
        (
            (
                "医保缴费后怎样查询是否到账",
                "可以在手机端查询缴费记录，也可以持身份证到便民服务窗口查询；缴费成功后一般三个工作日内更新参保状态",
            ),
            (
                "农村建房需要办哪些手续",
                "先向村民小组提出申请，经村级审查公示后报乡镇审批，取得批准书后方可开工，竣工后申请验收",
            ),
            (
                "高龄津贴没有按时到账怎么办",
                "请先核对社会保障卡状态，卡片失效的需要更换；卡片正常的，由窗口查询发放批次并补发",
            ),
            (
                "路灯不亮应该找谁",
                "集镇主街路灯由市政管理人员维修，村内路灯由村（社区）报修，接报后一般两个工作日内修复",
            ),
        )
    )
    return page(
        scene,
        f"{scene.short}回应：{question}",
        f"近期，有群众通过网站留言和热线询问“{question}”。{scene.short}对此高度重视，进行了核实，现统一答复如下。",
        "## 一、答复意见",
        f"{answer}。",
        "## 二、处理情况",
        f"本期共收到同类问题{scene.number(3, 16)}件，均已逐一联系本人说明情况，需要办理的已经转交承办人员，办理结果会以电话告知。",
        "## 三、改进措施",
        "针对群众反映较多的情况，在公开栏和窗口增加了办理流程图，并对窗口人员进行了业务培训，避免群众重复咨询、多次跑动。",
        f"如有其他问题，欢迎继续留言或者拨打{scene.phone}，我们将在五个工作日内答复。",
        theme="综合政务/信访",
    )


@pattern("supervision", kinds=AGENCIES, columns=("要点",))
def openness_plan(scene: Scene) -> Written:
    year = scene.day.year
    return letter(
        scene,
        f"{scene.short}{year}年政务公开工作要点任务分解",
        f"为做好{year}年政务公开工作，现将任务分解如下，请各责任单位对照落实。",
        table(
            ("任务", "责任单位", "完成时限"),
            (
                ("更新主动公开基本目录", "办公室", "第一季度"),
                ("公开预算决算和三公经费", "财政机构", "批准后二十日内"),
                ("规范性文件与解读同步公开", "各起草单位", "持续推进"),
                ("规范办理依申请公开", "办公室", "持续推进"),
                ("检查空白栏目和超期栏目", "办公室", "每季度"),
                ("组织业务培训", "办公室", "上半年、下半年各一次"),
            ),
        ),
        "一、压实责任。分管负责人每季度听取一次汇报，责任单位确定一名信息员，人员变动及时报备。",
        "二、严格审核。信息发布实行三级审核，保密审查与内容审核同步进行，名单类信息先脱敏再公开。",
        "三、强化监督。任务完成情况纳入年度考核，对未按时完成的予以提醒，连续两次的通报。",
        kind="work_plan",
        theme=OPENNESS,
    )


@pattern("supervision", kinds=AGENCIES, columns=("整改",))
def rectification(scene: Scene) -> Written:
    found = scene.number(4, 11)
    done = found - scene.number(0, 2)
    rest = f"其余{found - done}个将于一个月内完成" if found > done else "已经全部完成"
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}政务公开测评问题整改报告",
        f"根据{scene.last_quarter}政务公开测评结果，{scene.short}对照问题清单逐项整改，现将情况报告如下。",
        "## 一、问题情况",
        f"测评共指出问题{found}个，主要是个别栏目更新不及时、附件名称不规范、政策解读与文件没有相互关联。",
        "## 二、整改情况",
        f"已整改{done}个，{rest}。对更新不及时的栏目补发了信息；对没有内容的栏目作出了本期无内容说明；对附件统一了命名。",
        "## 三、原因分析",
        "信息员对更新频次掌握不准，责任单位报送材料不及时，发布前核对不够细致。",
        "## 四、长效措施",
        "建立到期提醒制度，到期前五天提醒责任单位；每月自查一次；把测评结果作为年度考核的依据。",
        kind="self_check",
        theme=OPENNESS,
    )


@pattern("supervision", kinds=AGENCIES, columns=("培训",))
def training_and_rating(scene: Scene) -> Written:
    people = scene.number(26, 80)
    return page(
        scene,
        f"{scene.short}举办{scene.day.year}年政务公开业务培训（第{scene.turn + 1}次）",
        f"{chinese_day(scene.written_on)}，{scene.short}举办政务公开业务培训，各单位分管负责人和信息员{people}人参加。",
        "## 一、培训内容",
        "讲解《中华人民共和国政府信息公开条例》的重点条款，讲解信息发布的审核流程、常见错误和脱敏要求，演示栏目更新、附件上传和依申请公开登记的操作。",
        "## 二、案例分析",
        "选取年份写错、标题与正文不符、名单中身份证号码没有隐去等案例，分析原因，说明怎样避免。",
        "## 三、考核办法",
        "公开工作占年度考核一定分值，按照更新及时率、内容质量、依申请公开规范程度评分，结果予以通报。",
        f"参加培训的人员表示，培训针对性强，今后将在发布前多核对一遍。培训资料可以向{scene.unit.disclosure_office or '办公室'}索取。",
        theme=OPENNESS,
    )


@pattern("supervision", kinds=AGENCIES, columns=("举报",))
def where_to_complain(scene: Scene) -> Written:
    unit = scene.unit
    return page(
        scene,
        f"{scene.short}政务公开举报投诉渠道和办理程序",
        "公民、法人和其他组织认为本单位没有依法履行政府信息公开义务的，可以通过下列渠道提出。",
        "## 一、渠道",
        f"来访、来信：{unit.address}，邮政编码{unit.postcode}。电话：{unit.disclosure_phone or unit.phone}，{unit.hours}。在线：在本网站咨询投诉栏目填写。",
        "## 二、受理范围",
        "应当公开没有公开，公开内容不准确、不完整，没有按期答复信息公开申请，违规收取费用，泄露个人隐私等。",
        "## 三、办理程序",
        "登记后当日转交承办人员，三个工作日内告知是否受理，受理之日起十五个工作日内办结答复；情况复杂的，经批准可以延长并告知理由。",
        "## 四、保护",
        "对投诉人、举报人的姓名和联系方式严格保密，任何人不得打击报复。",
        f"对处理结果不满意的，可以向{scene.above}反映，也可以依法申请行政复议或者提起行政诉讼。",
        theme=OPENNESS,
    )
