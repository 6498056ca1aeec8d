"""Documents with a number, what explains them, and decisions before and after they are taken."""

from dataclasses import dataclass
from datetime import timedelta

from mingbai.demo.scene import AGENCIES, Scene, Written, chinese_day, letter, page, pattern, table

STEMS = {"county": "明政发", "town": "政发", "subdistrict": "办发", "bureau": "发"}


@dataclass(frozen=True)
class Subject:
    """What a policy is about: who applies, for what, and how it is put."""

    name: str
    theme: str
    who: str
    what: str
    standard: str


SUBJECTS = (
    Subject("农村低收入人口常态化帮扶", "民政、扶贫、救灾/其他", "符合监测条件的农户", "产业、就业和救助帮扶", "每户每年产业奖补不超过3000元"),
    Subject("农村生活垃圾分类", "城乡建设、环境保护/其他", "村（居）民和沿街经营户", "垃圾分类投放和清运", "每五十户设一个分类投放点"),
    Subject("小型水利工程管护", "农业、林业、水利/水利", "承担管护任务的村和农户", "渠道、山塘、泵站的日常管护", "管护补助每公里每年不超过800元"),
    Subject("乡村公益性岗位管理", "劳动、人事、监察/其他", "就业困难人员", "保洁、护林、护路等岗位安置", "岗位补贴每月不低于600元"),
    Subject("集镇停车秩序管理", "城乡建设、环境保护/其他", "车辆所有人和管理人", "机动车、非机动车停放", "主街两侧划定限时免费车位"),
    Subject("居家养老服务补贴", "民政、扶贫、救灾/其他", "年满七十周岁的低收入老年人", "助餐、助洁、助医服务", "每人每月补贴服务券80元"),
    Subject("农村公路日常养护", "工业、交通/公路", "承担养护任务的单位和个人", "路面保洁、边沟清理和小修", "乡道每公里每年养护补助不低于3500元"),
    Subject("村级小微工程管理", "城乡建设、环境保护/城乡建设(含住房)", "村（居）民委员会和施工方", "限额以下村级工程的立项、施工和验收", "三万元以上的工程应当公开比选"),
)  # fmt: skip


def subject_of(scene: Scene) -> Subject:
    if scene.subject:
        return next(subject for subject in SUBJECTS if subject.name == scene.subject)
    return SUBJECTS[(scene.turn + scene.unit.pk) % len(SUBJECTS)]


def series_of(scene: Scene) -> str:
    if scene.unit.kind == "county":
        return STEMS["county"]
    stem = scene.short
    for ending in ("街道", "镇", "乡", "局"):
        stem = stem.removesuffix(ending)
    return f"明{stem[:2]}{STEMS[scene.unit.kind]}"


@pattern("policy", kinds=AGENCIES, columns=("规范性文件",))
def measures(scene: Scene) -> Written:
    subject = subject_of(scene)
    start = scene.written_on + timedelta(days=30)
    years = 5 if scene.turn % 4 else 1  # the oldest is on trial for a year, so that some have lapsed
    return letter(
        scene,
        f"{scene.name}关于印发《{scene.short}{subject.name}办法》的通知",
        "各有关单位：",
        f"《{scene.short}{subject.name}办法》已经集体讨论通过，现印发给你们，请认真贯彻执行。",
        f"第一条　为规范{subject.name}工作，保障群众合法权益，根据有关法律法规和上级文件规定，结合实际，制定本办法。",
        f"第二条　本办法适用于{scene.area}范围内{subject.what}的有关工作。",
        "第三条　工作坚持依法依规、公开透明、便民高效的原则。",
        f"第四条　{subject.who}可以依照本办法提出申请或者承担相应义务。办理机构应当公开依据、条件、程序、时限和结果，接受群众监督；涉及个人信息的，公开前作去标识化处理。",
        f"第五条　执行标准为：{subject.standard}。标准需要调整的，按照原程序办理并提前公布。",
        "第六条　申请材料齐全、符合规定形式的，应当当场受理；材料不齐全的，一次性告知需要补正的全部内容。",
        "第七条　办理机构应当自受理之日起十五个工作日内办结。情况复杂的，经主要负责人批准可以延长十个工作日，并告知申请人理由。",
        "第八条　对弄虚作假、徇私舞弊的，依法依规追究责任。",
        f"第九条　本办法自{chinese_day(start)}起施行，有效期{'一二三四五'[years - 1]}年。",
        kind="normative_document",
        theme=subject.theme,
        series=series_of(scene),
        effective_on=start,
        lapses_after_years=years,
        subject=subject.name,
    )


@pattern("policy", kinds=AGENCIES)
def work_scheme(scene: Scene) -> Written:
    topic, theme = scene.rng.choice(
        (
            ("农村人居环境整治提升", "城乡建设、环境保护/其他"),
            ("秋冬季森林防火", "农业、林业、水利/林业"),
            ("便民服务窗口规范化建设", "综合政务/政务公开"),
            ("秸秆综合利用", "城乡建设、环境保护/其他"),
        )
    )
    money = scene.number(12, 60)
    return letter(
        scene,
        f"关于印发{scene.name}{scene.day.year}年{topic}工作方案的通知",
        "各有关单位：",
        f"为做好{scene.day.year}年{topic}工作，现将工作方案印发给你们，请结合实际抓好落实。",
        "## 一、目标任务",
        f"{scene.area}{topic}工作责任落实到位，群众知晓率达到{scene.number(92, 98)}%以上，年内不发生因工作不到位引起的安全事故和集中投诉。",
        "## 二、重点工作",
        "一是逐项摸清底数，建立问题清单；二是分片包干，明确责任人和完成时间；三是组织群众参与，把要求写进村规民约和居民公约；四是每月检查一次，结果在公开栏公布。",
        "## 三、保障措施",
        f"成立工作专班，安排经费{money}万元，专款专用。各单位于每月底前报送进展情况，对进度慢的由分管负责人约谈。",
        "## 四、时间安排",
        "分为动员部署、集中推进、检查验收三个阶段，验收结果纳入年度考核。",
        theme=theme,
        series=series_of(scene).replace("发", "办") if scene.unit.kind == "county" else series_of(scene),
    )


@pattern("policy", kinds=AGENCIES, columns=("立改废",))
def clearing_of_documents(scene: Scene) -> Written:
    total = scene.number(9, 26)
    kept, mended, ended = (part for part in scene.parts(total - 3, 3))
    kept += 3
    return letter(
        scene,
        f"{scene.name}关于规范性文件清理结果的公告",
        f"按照规范性文件定期清理的要求，{scene.name}对现行规范性文件进行了清理，结果公告如下。",
        f"本次共清理规范性文件{total}件。经审查，继续有效{kept}件，需要修改{mended}件，宣布失效或者废止{ended}件。",
        table(
            ("清理结果", "件数"),
            (("继续有效", kept), ("需要修改", mended), ("失效或者废止", ended), ("合计", total)),
        ),
        "列入失效、废止目录的文件自公告之日起不再作为行政管理的依据；需要修改的文件，由起草单位在六个月内完成修改，修改前与上位法不一致的内容停止执行。",
        "清理中重点审查了与现行法律法规是否一致、是否违法设定办事条件、是否妨碍公平竞争、适用期是否已过等内容，并听取了有关单位和群众的意见。",
        "规范性文件的有效性状态已在本网站逐件标注，公众可以在政策文件栏目查询。",
        genre="公告",
        kind="notice",
        theme="公安、安全、司法/司法",
    )


@pattern("policy", "", kinds=("county", "town", "subdistrict"), columns=("失效目录",))
def list_of_documents(scene: Scene) -> Written:
    rows = [
        (order, f"关于{subject.name}工作的意见", "有效" if order % 3 else "失效")
        for order, subject in enumerate(SUBJECTS, 1)
    ]
    valid = sum(row[2] == "有效" for row in rows)
    return page(
        scene,
        f"{scene.short}规范性文件目录（截至{chinese_day(scene.written_on)}）",
        f"现将{scene.short}规范性文件目录公布如下，共{len(rows)}件，其中有效{valid}件，失效{len(rows) - valid}件。",
        table(("序号", "文件名称", "有效性"), rows),
        "目录按季度更新。文件新制定、修改、废止或者有效期届满的，自情况发生之日起二十个工作日内在目录中标注。",
        f"失效的文件不再作为办事依据，正在执行中的事项按照新的规定办理。群众发现目录与实际执行不一致的，请拨打{scene.phone}，由办公室核实后答复。",
        kind="list",
        theme="综合政务/政务公开",
    )


@pattern("policy_superior", kinds=AGENCIES)
def passed_on_from_above(scene: Scene) -> Written:
    topic = scene.pick(
        (
            "做好社会救助兜底保障工作",
            "规范涉企行政检查",
            "加强农村房屋安全管理",
            "推进基层政务公开标准化规范化",
        )
    )
    return letter(
        scene,
        f"{scene.name}转发关于{topic}文件的通知",
        "各有关单位：",
        f"现将上级关于{topic}的文件转发给你们，并结合实际提出以下要求，请一并贯彻执行。",
        "一、认真组织学习。各单位要在收到文件之日起十日内组织学习，弄清适用对象、办理条件和时限要求，做到窗口人员人人会讲、会办。",
        "二、对照梳理落实。逐条对照文件，列出本单位需要调整的制度、流程和表单，能马上改的马上改，需要时间的列出计划。",
        "三、做好公开和解读。文件涉及群众切身利益的，要在公开栏张贴摘要，在窗口放置办事指南，用群众听得懂的话说明白。",
        f"四、及时反映问题。执行中遇到的困难和群众意见，请于每月25日前报{scene.unit.disclosure_office or '办公室'}，由其汇总后向上级反映。",
        theme="综合政务/其他",
    )


@pattern("interpretation", kinds=AGENCIES)
def questions_and_answers(scene: Scene) -> Written:
    subject = subject_of(scene)
    return page(
        scene,
        f"《{scene.short}{subject.name}办法》政策问答",
        "## 一、为什么要制定这个办法",
        f"近年来，{subject.name}工作取得了一定成效，但还存在程序不统一、公开不及时等问题，群众有反映。为此，在广泛听取意见的基础上制定了本办法。",
        "## 二、办法管哪些人、哪些事",
        f"主要涉及{subject.who}，内容是{subject.what}。不需要托人，不收取费用。",
        "## 三、标准是多少",
        f"{subject.standard}。以后如有调整，会提前公布。",
        "## 四、怎样办理，需要多长时间",
        "到便民服务中心窗口或者村（社区）代办点提出。材料齐全的当场受理，十五个工作日内办结；情况复杂的可以延长十个工作日，窗口会告知理由。",
        "## 五、和以前相比有什么变化",
        "一是材料更少，能通过数据共享取得的不再要求提交；二是时限更短；三是结果公开，办理结果在公开栏和网站同步公布。",
        "## 六、到哪里咨询",
        f"解读机关：{scene.name}。咨询电话：{scene.phone}。",
        kind="interpretation",
        theme=subject.theme,
    )


@pattern("interpretation", kinds=("county", "town", "subdistrict"), columns=("负责人",))
def the_head_explains(scene: Scene) -> Written:
    subject = subject_of(scene)
    return page(
        scene,
        f"{scene.short}主要负责人解读{subject.name}政策",
        f"近日，{scene.short}主要负责人就{subject.name}政策的有关问题作了解读。",
        "问：出台这项政策的主要考虑是什么？",
        f"答：{subject.what}与群众生活关系密切。过去标准不一、手续较多，这次把标准、程序、时限统一起来，目的是让群众办事有章可循，让基层工作有据可依。",
        "问：群众最关心的标准是怎样确定的？",
        f"答：我们到{scene.place()}等{scene.number(4, 9)}个地方开了座谈会，收到意见{scene.number(15, 48)}条，结合财力测算后确定为：{subject.standard}。",
        "问：怎样保证政策落到实处？",
        "答：一是把办理结果公开，让群众监督；二是每季度抽查，对该办不办、优亲厚友的严肃处理；三是畅通反映渠道，有疑问随时可以来电来访。",
        f"咨询电话：{scene.phone}。",
        kind="interpretation",
        theme=subject.theme,
    )


@pattern("interpretation", kinds=("county", "town", "subdistrict"), columns=("图解",))
def at_a_glance(scene: Scene) -> Written:
    subject = subject_of(scene)
    return page(
        scene,
        f"一图读懂：{scene.short}{subject.name}办法",
        "为方便群众阅读，现将政策要点整理如下，图片的文字内容与本页一致。",
        table(
            ("要点", "内容"),
            (
                ("管什么", subject.what),
                ("涉及谁", subject.who),
                ("标准", subject.standard),
                ("怎样申请", "村（社区）代办点或者便民服务中心窗口"),
                ("办理时限", "受理之日起十五个工作日，复杂情况可延长十个工作日"),
                ("是否收费", "不收费"),
            ),
        ),
        "办理步骤：第一步，提出申请；第二步，窗口受理并出具受理单；第三步，实地核查；第四步，公示结果；第五步，兑现政策。",
        "请注意：任何单位和个人不得以代办名义收取费用。需要纸质明白卡的，可以到村（社区）公开栏旁的资料架领取。",
        f"咨询电话：{scene.phone}。",
        kind="interpretation",
        theme=subject.theme,
    )


@pattern("interpretation", kinds=("county", "town", "subdistrict"), columns=("上级政策",))
def policy_from_above_explained(scene: Scene) -> Written:
    topic, point = scene.rng.choice(
        (
            ("城乡居民基本医疗保险参保", "集中参保期内缴费的，下一年度全年享受待遇"),
            ("临时救助", "遭遇突发困难的家庭和个人可以先行救助，再补办手续"),
            ("农村宅基地管理", "一户只能拥有一处宅基地，建房应当先批后建"),
            ("信息公开申请", "自收到申请之日起二十个工作日内答复"),
        )
    )
    return page(
        scene,
        f"上级{topic}政策要点解读",
        f"最近，不少群众询问{topic}政策。现把大家最关心的问题整理如下。",
        "## 一、政策说了什么",
        f"{point}。具体条件和标准以上级文件为准，窗口备有文件全文，可以随时查阅。",
        "## 二、和我有什么关系",
        f"家在{scene.short}，符合条件的都可以享受，不因户籍所在村（社区）不同而有差别。已经在办理的事项，按照有利于群众的原则衔接。",
        "## 三、怎样办理",
        "先到村（社区）代办点咨询，由代办员核对条件、帮助填写表格；需要到窗口办理的，可以预约。行动不便的，工作人员上门办理。",
        "## 四、办理中遇到问题找谁",
        f"可以拨打{scene.phone}，或者在本网站留言，五个工作日内回复。",
        kind="interpretation",
        theme="综合政务/其他",
    )


@pattern("opinion_calls", kinds=AGENCIES)
def call_for_opinions(scene: Scene) -> Written:
    subject = subject_of(scene)
    end = scene.day + timedelta(days=32)
    return letter(
        scene,
        f"关于公开征求《{scene.short}{subject.name}办法（征求意见稿）》意见的公告",
        f"为提高决策质量，根据有关规定，现就《{scene.short}{subject.name}办法（征求意见稿）》向社会公开征求意见。",
        "## 一、征求意见的时间",
        f"自{chinese_day(scene.day)}至{chinese_day(end)}。",
        "## 二、提出意见的方式",
        f"在本网站意见征集栏目填写；寄信到{scene.unit.address}，邮政编码{scene.unit.postcode}，信封注明“征求意见”；当面提交到{scene.unit.disclosure_office or '办公室'}；拨打电话{scene.phone}。",
        "## 三、征求意见稿的主要内容",
        f"征求意见稿规定了{subject.what}的适用范围、办理程序和监督办法，适用对象为{subject.who}，拟定标准为：{subject.standard}。",
        "## 四、说明",
        "欢迎写明对哪一条有意见、为什么、建议怎样改。意见采纳情况将在征求意见结束后公布，不采纳的说明理由；个人信息不会公开。",
        genre="公告",
        theme=subject.theme,
    )


@pattern("opinion_feedback", kinds=AGENCIES)
def what_became_of_opinions(scene: Scene) -> Written:
    subject = subject_of(scene)
    total = scene.number(6, 28)
    taken, part, refused = scene.parts(total, 3)
    return letter(
        scene,
        f"关于《{scene.short}{subject.name}办法（征求意见稿）》意见采纳情况的反馈",
        f"《{scene.short}{subject.name}办法（征求意见稿）》公开征求意见已经结束，现将意见收集和采纳情况反馈如下。",
        f"征求意见期间，通过网站、信件、电话和座谈会共收到意见{total}条。经研究，采纳{taken}条，部分采纳{part}条，不采纳{refused}条。",
        table(
            ("处理结果", "条数", "主要内容"),
            (
                ("采纳", taken, "缩短办理时限、减少证明材料"),
                ("部分采纳", part, "提高标准，按照财力分步实施"),
                ("不采纳", refused, "扩大到政策范围以外的对象"),
                ("合计", total, ""),
            ),
        ),
        "不采纳的理由：上级文件对适用对象有明确规定，扩大范围没有依据；对有实际困难的家庭，可以通过临时救助等政策解决。",
        f"感谢大家对这项工作的关心。对反馈有疑问的，请拨打{scene.phone}。",
        genre="公告",
        theme=subject.theme,
    )


@pattern("decisions", kinds=AGENCIES)
def decision_taken(scene: Scene) -> Written:
    subject = subject_of(scene)
    members = scene.number(7, 11)
    return letter(
        scene,
        f"关于{scene.short}{subject.name}事项的决策结果公告",
        f"{scene.name}对{subject.name}事项进行了研究，现将决策结果公告如下。",
        "## 一、决策过程",
        "按照公众参与、专家论证、风险评估、合法性审查和集体讨论决定的程序办理。公开征求意见后，会同有关单位逐条研究了意见，并对财力承受能力作了测算。",
        "## 二、决策结果",
        f"会议应到{members + 1}人，实到{members}人，一致同意。主要内容为：适用对象是{subject.who}，执行标准是{subject.standard}，由有关单位自公布之日起三十日后组织实施。",
        "## 三、执行和监督",
        "承办单位每半年报告一次执行情况；群众反映强烈或者外部条件变化较大的，开展决策后评估，根据评估结果调整。",
        f"对决策结果和执行情况有意见的，可以向{scene.unit.disclosure_office or '办公室'}反映，电话{scene.phone}。",
        genre="公告",
        theme=subject.theme,
    )


@pattern("decisions", kinds=("county",), columns=("目录",))
def catalogue_of_decisions(scene: Scene) -> Written:
    chosen = scene.some([subject.name for subject in SUBJECTS], 4)
    rows = [
        (order, f"制定{name}办法", f"第{'一二三四'[order - 1]}季度") for order, name in enumerate(chosen, 1)
    ]
    return letter(
        scene,
        f"{scene.name}{scene.day.year}年度重大行政决策事项目录",
        f"根据《重大行政决策程序暂行条例》，结合实际，确定{scene.day.year}年度重大行政决策事项{len(rows)}项，现予公布。",
        table(("序号", "事项", "计划完成时间"), rows),
        "各承办单位应当严格履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定等程序，做到程序不减、档案齐全。",
        "除依法不予公开的以外，决策草案及其说明应当向社会公开征求意见，期限一般不少于三十日；意见采纳情况应当公开反馈。",
        "目录实行动态调整。因工作需要增加、减少或者变更事项的，由承办单位提出，经研究同意后调整并公布。",
        genre="公告",
        theme="综合政务/其他",
    )
