"""Standing pages: the guide, the rules, what the unit is and where it sits."""

from mingbai.demo.scene import AGENCIES, TOWNS, Scene, Written, page, pattern, table

OPENNESS = "综合政务/政务公开"
OFFICES = {
    "county": ("秘书科", "政务公开科", "督查科", "应急值班室", "机关事务科"),
    "bureau": ("办公室", "政策法规股", "规划财务股", "行政审批股", "监督管理股"),
    "town": (
        "党政综合办公室",
        "经济发展办公室",
        "农业农村办公室",
        "社会事务办公室",
        "平安建设办公室",
        "综合行政执法队",
    ),
    "subdistrict": ("党政综合办公室", "公共服务办公室", "公共管理办公室", "公共安全办公室", "社区建设办公室"),
}
WORK = (
    "负责公文处理、会务、值班、政务公开和机关日常运转",
    "负责项目储备、统计分析和企业服务",
    "负责有关政策的拟订、宣传和落实",
    "负责民政、社会救助、卫生健康和教育等事务",
    "负责信访接待、矛盾调解和安全生产监督",
    "负责日常巡查和职责范围内的执法工作",
)
LEADERS = (
    ("主要负责人", "主持全面工作，负责财政、审计工作"),
    ("分管负责人", "协助主要负责人工作，分管日常运转、政务公开、应急管理"),
    ("分管负责人", "分管农业农村、水利、自然资源、生态环境"),
    ("分管负责人", "分管民政、教育、卫生健康、人力资源和社会保障"),
)


@pattern("guide", kinds=AGENCIES, columns=("机构",))
def disclosure_office(scene: Scene) -> Written:
    unit = scene.unit
    return page(
        scene,
        f"{scene.short}政府信息公开工作机构",
        f"根据《中华人民共和国政府信息公开条例》第四条，{scene.name}指定{unit.disclosure_office or '办公室'}为政府信息公开工作机构，负责日常工作。",
        "## 一、主要职责",
        "办理政府信息公开事宜；维护和更新公开的政府信息；组织编制政府信息公开指南、政府信息公开目录和政府信息公开工作年度报告；组织对拟公开的政府信息进行审查；承担规定的其他有关职能。",
        "## 二、联系方式",
        f"办公地址：{unit.address}，邮政编码：{unit.postcode}。",
        f"联系电话：{unit.disclosure_phone or unit.phone}，传真：{unit.fax or '无'}。",
        f"办公时间：{unit.hours}，法定节假日除外。",
        "## 三、监督",
        f"认为{scene.short}没有依法履行政府信息公开义务的，可以向{scene.above}或者政府信息公开工作主管部门投诉、举报。",
        theme=OPENNESS,
    )


@pattern("guide", kinds=AGENCIES, columns=("分类", "编排"))
def arrangement(scene: Scene) -> Written:
    return page(
        scene,
        f"{scene.short}政府信息分类与编排体系说明",
        f"{scene.name}公开的政府信息按照主题、体裁和公开栏目编排，便于查找。",
        "## 一、公开栏目",
        "分为政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报四个部分。法定主动公开内容按照条例第二十条、第二十一条规定的事项设置栏目。",
        "## 二、主题和体裁",
        "主题分类说明信息属于哪一方面的工作，如民政、教育、农业；体裁分类说明公文的种类，如通知、公告、意见、批复。",
        "## 三、索引号和文号",
        f"每条信息有一个不重复的索引号，由单位代码、年份和流水号组成。{scene.short}的单位代码为{scene.unit.index_code}。文号为公文本身的发文字号，没有文号的不填。",
        "## 四、有效性",
        "规范性文件标明有效、失效或者废止。已经失效、废止的文件仍可查阅，但不再作为办事依据。",
        theme=OPENNESS,
    )


@pattern("guide", kinds=AGENCIES, columns=("获取", "申请流程"))
def ways_to_obtain(scene: Scene) -> Written:
    return page(
        scene,
        f"{scene.short}政府信息获取方式",
        "## 一、主动公开的信息",
        f"可以通过本网站{scene.short}公开栏目查阅，也可以到{scene.unit.address}的政务公开专区查阅。信息自形成或者变更之日起二十个工作日内公开，法律、法规另有规定的从其规定。",
        "## 二、申请公开的信息",
        f"除主动公开的以外，公民、法人或者其他组织可以向{scene.name}申请获取相关政府信息。可以当面提交、邮寄或者在线提交申请，申请应当写明申请人的姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者其他特征，以及获取信息的方式。",
        "## 三、答复时限",
        "能够当场答复的当场答复；不能当场答复的，自收到申请之日起二十个工作日内答复。需要延长的，经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不超过二十个工作日。",
        "## 四、收费",
        "提供政府信息不收取费用。申请公开的数量、频次明显超过合理范围的，可以按照规定收取信息处理费。",
        theme=OPENNESS,
    )


@pattern("requests", kinds=AGENCIES)
def how_to_apply(scene: Scene) -> Written:
    unit = scene.unit
    return page(
        scene,
        f"向{scene.short}申请公开政府信息须知",
        "## 一、申请渠道",
        f"当面申请：{unit.address}，{unit.hours}。",
        f"邮寄申请：收件人写“{unit.disclosure_office if unit.kind == 'county' else scene.name}”，邮政编码{unit.postcode}，信封上请注明“政府信息公开申请”。",
        "在线申请：在本网站“依申请公开”栏目填写提交，系统给出查询编号。",
        "## 二、申请人需要做什么",
        "写明要什么信息，越具体越容易答复，例如文件名称、文号、年份、涉及的村（社区）。内容不明确的，我们会在收到之日起七个工作日内一次性告知怎样补正。",
        "## 三、我们怎样答复",
        "按照条例分别作出予以公开、部分公开、不予公开、无法提供等处理，不能公开的说明理由。涉及第三方的，书面征求第三方意见，征求意见所需时间不计算在期限内。",
        "## 四、不服怎么办",
        "可以依法申请行政复议或者提起行政诉讼。",
        f"咨询电话：{unit.disclosure_phone or unit.phone}。",
        theme=OPENNESS,
    )


@pattern("rules", kinds=AGENCIES, columns=("上级制度",))
def rules_from_above(scene: Scene) -> Written:
    rows = (
        ("《中华人民共和国政府信息公开条例》", "国务院令第711号", "2019年5月15日起施行"),
        ("《政府信息公开信息处理费管理办法》", "国办函〔2020〕109号", "2021年1月1日起施行"),
        ("《公共企事业单位信息公开规定制定办法》", "国办发〔2020〕50号", "2021年1月1日起施行"),
    )
    return page(
        scene,
        "政府信息公开法规和上级制度",
        f"现将{scene.short}开展政府信息公开工作依据的法规和上级制度汇总公布，便于群众查阅和监督。",
        table(("名称", "文号", "施行时间"), rows),
        "## 使用说明",
        "条例规定了公开的主体和范围、主动公开、依申请公开、监督和保障。申请公开政府信息，认为行政机关没有履行义务，都可以对照条例提出。",
        "信息处理费管理办法规定了计收的方式和标准，申请人可以先计算再决定是否调整申请。",
        f"各项制度如有修订，{scene.short}将及时更新本页。对制度内容有疑问的，请拨打{scene.phone}。",
        kind="list",
        theme=OPENNESS,
    )


@pattern("rules", kinds=AGENCIES, columns=("本级公开制度",))
def own_rules(scene: Scene) -> Written:
    name = scene.pick(("信息发布审核制度", "政府信息公开保密审查制度", "政务公开工作考核制度"))
    return page(
        scene,
        f"{scene.short}{name}",
        f"第一条　为规范{scene.short}政府信息公开工作，根据《中华人民共和国政府信息公开条例》，制定本制度。",
        "第二条　信息发布坚持先审查、后公开，谁起草、谁负责，谁审核、谁把关。",
        "第三条　拟公开的信息由经办人起草并提出公开属性的意见，经初审、复审、终审后发布。起草人不得审核自己起草的信息。",
        "第四条　保密审查与终审合并进行，对是否涉及国家秘密、工作秘密、商业秘密和个人隐私逐项核对，审查记录与信息一并归档。",
        "第五条　名单类信息公开前应当隐去身份证件号码、银行账号、住址门牌、联系电话等内容。",
        "第六条　遇有突发事件需要应急发布的，经主要负责人同意可以先发布，并在发布后补办审核手续。",
        "第七条　发现公开的信息有差错的，应当及时更正并说明；需要撤下的，应当写明理由。",
        "第八条　违反本制度造成不良影响的，依规追究责任。",
        f"第九条　本制度由{scene.unit.disclosure_office or '办公室'}负责解释。",
        kind="normative_document",
        theme=OPENNESS,
    )


@pattern("rules", kinds=AGENCIES, columns=("目录",))
def basic_catalogue(scene: Scene) -> Written:
    rows = (
        ("机构职能", "机构设置、职责、办公地址、负责人", "变更之日起二十个工作日内"),
        ("政策文件", "规范性文件及其解读", "形成之日起二十个工作日内"),
        ("财政信息", "预算、决算及说明", "批准之日起二十日内"),
        ("社会救助", "对象、标准、资金发放情况", "每月更新"),
        ("工作动态", "工作进展、会议、调研", "两周内更新"),
        ("应急管理", "应急预案、预警信息和应对情况", "及时公开"),
    )
    return page(
        scene,
        f"{scene.short}{scene.day.year}年{'基层政务公开标准目录' if '标准' in scene.column else '主动公开基本目录'}",
        f"按照应公开尽公开的要求，{scene.short}结合职责编制本目录，共列六类事项，并根据机构职能和政策变化每年调整。",
        table(("公开事项", "公开内容", "公开时限"), rows),
        f"公开主体为{scene.name}，公开渠道为本网站和政务公开专区；涉及村（社区）的，同时在公开栏张贴。",
        "公开方式分为主动公开和依申请公开。目录没有列入，但涉及群众切身利益、需要广泛知晓的信息，同样主动公开。",
        f"对目录有意见和建议的，请联系{scene.unit.disclosure_office or '办公室'}，电话{scene.phone}，我们将在下一次调整时研究采纳。",
        kind="list",
        theme=OPENNESS,
    )


@pattern("functions", "overview")
def what_the_unit_does(scene: Scene) -> Written:
    unit = scene.unit
    return page(
        scene,
        f"{scene.short}机构概况",
        f"{scene.name}的主要职责是：{unit.duties}",
        "## 一、机构性质",
        f"{'本单位依法履行行政职责，以自己的名义公开政府信息' if unit.is_agency else '本单位依照有关规定公开与群众利益相关的信息'}。日常工作坚持依法办事、便民高效，主动接受监督。",
        "## 二、工作内容",
        "一是贯彻执行法律、法规和上级决定；二是办理职责范围内的公共服务和管理事项；三是听取群众意见，回应群众关切；四是完成上级交办的其他任务。",
        "## 三、联系方式",
        f"地址：{unit.address}。办公时间：{unit.hours}。电话：{unit.phone}。",
        f"群众来访、来电由首次接待的人员负责答复或者转办。对工作人员服务态度和办事效率有意见的，可以向{scene.above}反映。",
        theme="综合政务/其他",
    )


@pattern("functions", kinds=AGENCIES, columns=("内设机构",))
def offices_inside(scene: Scene) -> Written:
    names = OFFICES[scene.unit.kind]
    rows = [
        (name, work, f"{scene.phone[:-1]}{order}")
        for order, (name, work) in enumerate(zip(names, WORK, strict=False), 1)
    ]
    return page(
        scene,
        f"{scene.short}内设机构与岗位职责",
        f"{scene.name}设{len(names)}个内设机构，现将职责和联系电话公布如下。",
        table(("机构", "主要职责", "联系电话"), rows),
        "各机构实行首问负责制。群众来办事，首次接待的工作人员应当问清事项；属于本机构职责的当场办理或者告知办理时限，不属于的引导到有关机构。",
        "岗位实行AB角制度。一名工作人员外出时，由备岗人员代为办理，不得让群众空跑。",
        "内设机构职责、负责人调整的，自调整之日起二十个工作日内更新。",
        kind="list",
        theme="综合政务/其他",
    )


@pattern("functions", kinds=("county", *TOWNS), columns=("乡镇街道", "所属事业单位"))
def units_below(scene: Scene) -> Written:
    rows = [
        (
            place,
            scene.number(980, 4200),
            f"{place}党群服务中心" if scene.unit.kind != "county" else f"{place}便民服务中心",
        )
        for place in scene.places
    ]
    return page(
        scene,
        f"{scene.short}下辖单位一览",
        f"{scene.short}下辖{len(rows)}个单位，常住人口合计{sum(row[1] for row in rows)}人，现将基本情况公布如下。",
        table(("名称", "常住人口（人）", "服务场所"), rows),
        "各下辖单位设公开栏和服务窗口，受理社会保险、社会救助、户籍证明等事项的咨询和代办。",
        "人口数据来自最近一次年度统计，因人员流动会有变化，以统计部门公布的数据为准。",
        f"需要了解某一单位的具体服务事项和办公时间，可以在本网站搜索该单位名称，或者拨打{scene.phone}，由值班人员转接。",
        "下辖单位的设立、撤销、更名和地址变更，自变更之日起二十个工作日内在本页更新。",
        kind="list",
        theme="综合政务/其他",
    )


@pattern("leaders")
def leaders_and_duties(scene: Scene) -> Written:
    rows = [(scene.person(), post, work) for post, work in LEADERS[: 4 if scene.unit.is_agency else 3]]
    return page(
        scene,
        f"{scene.short}领导信息与工作分工",
        f"经研究，现将{scene.name}负责人工作分工公布如下。",
        table(("姓名", "职务", "工作分工"), rows),
        "各负责人按照分工主持有关工作，重要事项集体研究决定。负责人外出期间，由主要负责人指定其他负责人代为处理。",
        f"群众反映问题，可以在每月的接待日到{scene.unit.address}当面提出，也可以写信或者拨打{scene.phone}，由办公室登记后转交有关负责人。",
        "来信来访自登记之日起十五日内告知受理情况。分工调整的，自调整之日起二十个工作日内更新。",
        "负责人的姓名、职务以任免文件为准。本页所列人员均为演示用的虚构人员。",
        theme="综合政务/其他",
    )


@pattern("contact")
def address_and_hours(scene: Scene) -> Written:
    unit = scene.unit
    complaint = unit.disclosure_phone or unit.phone
    return page(
        scene,
        f"{scene.short}办公地址、办公时间和联系方式",
        f"单位名称：{scene.name}",
        f"办公地址：{unit.address}",
        f"办公时间：{unit.hours}",
        f"联系电话：{unit.phone}",
        f"监督投诉电话：{complaint}",
        "## 来访须知",
        "一、办理业务请携带本人有效身份证件。代他人办理的，还需要携带委托书和双方身份证件。",
        "二、行动不便的老年人、残疾人可以预约上门服务，预约请提前一个工作日拨打联系电话。",
        "三、窗口实行延时服务，下班前已经取号的，办完为止。",
        f"四、对服务不满意的，可以当场提出，也可以拨打监督投诉电话，我们在五个工作日内回复。对回复仍不满意的，可以向{scene.above}反映。",
        theme="综合政务/其他",
    )


@pattern("overview", kinds=("county", *TOWNS))
def the_place(scene: Scene) -> Written:
    people, area, farmland = scene.number(12_000, 46_000), scene.number(40, 160), scene.number(9_000, 38_000)
    households = people // 3
    return page(
        scene,
        f"{scene.short}概况",
        f"{scene.short}总面积{area}平方公里，下辖{len(scene.places)}个单位，现有{households}户、{people}人，耕地面积{farmland}亩。",
        "## 一、自然条件",
        "境内以丘陵和河谷平地为主，四季分明，雨量充沛，适宜水稻、油菜、茶叶和蔬菜生长。",
        "## 二、产业",
        "农业以粮食生产为基础，发展茶叶、苗木和水产养殖；工业以农产品加工、纺织和建材为主；服务业以商贸和乡村旅游为主。",
        "## 三、公共服务",
        "建有中小学校、卫生院、便民服务中心、综合文化站和养老服务设施，村（社区）公开栏、文化活动场所全部建成。",
        "## 四、交通",
        "县道和乡道贯通各村（社区），通客车、通硬化路、通光纤，到县城当日往返。",
        "以上数据为最近一次统计结果，更新后在本页公布。",
        theme="综合政务/其他",
    )
