"""党务公开 of villages and communities."""

from datetime import timedelta

from mingbai.demo.scene import VILLAGES, Scene, Written, chinese_day, letter, page, pattern, table

TOPIC = "village_party"


@pattern(TOPIC, kinds=VILLAGES, columns=("党组织设置",))
def party_branch(scene: Scene) -> Written:
    works = (
        ("书记", "主持全面工作"),
        ("副书记", "负责组织、宣传和党员教育"),
        ("组织委员", "负责党员发展和党费收缴"),
        ("纪检委员", "负责监督执纪和村务监督衔接"),
    )
    return page(
        scene,
        f"{scene.short}党组织设置和成员分工",
        f"{scene.short}党组织下设{len(scene.places)}个党小组，现有党员{scene.number(38, 96)}名。现将成员分工公开如下。",
        table(("姓名", "职务", "分工"), [(scene.person(), *work) for work in works]),
        "党组织每月召开一次委员会议，每季度召开一次党员大会，重要事项按照“四议两公开”程序办理。",
        "党员活动日定在每月中旬，内容包括学习、志愿服务和听取村务情况。流动党员由专人联系，定期寄送学习资料。",
        f"党员、群众对党组织工作有意见的，可以当面提出，也可以拨打{scene.phone}，答复情况在公开栏公布。所列人员均为演示用的虚构人员。",
        theme="综合政务/其他",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("工作目标",))
def party_goals(scene: Scene) -> Written:
    year = scene.day.year
    return page(
        scene,
        f"{scene.short}党组织{year}年工作目标和完成情况",
        "## 一、年度目标",
        f"{year}年目标：抓好党员教育，壮大集体经济，改善环境卫生，办好民生实事{scene.number(3, 6)}件，规范三务公开。",
        "## 二、完成情况",
        f"一是开展集中学习{scene.number(8, 12)}次，党员参加志愿服务{scene.number(90, 280)}人次；二是盘活闲置资产，增加集体收入；三是组织环境整治{scene.number(10, 24)}次，清理沟渠{scene.number(2, 9)}公里；四是民生实事按照计划推进。",
        "## 三、存在的不足",
        "年轻党员外出较多，集中学习不易组织；部分设施管护没有落实到人。",
        "## 四、下一步打算",
        f"用好网上学习，落实管护公约，每季度向党员、群众报告进展。意见请拨打{scene.phone}。",
        theme="综合政务/其他",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("发展党员",))
def new_party_member(scene: Scene) -> Written:
    return letter(
        scene,
        f"{scene.short}接收预备党员公示（第{scene.turn + 1}号）",
        f"根据《中国共产党发展党员工作细则》，经党组织研究，拟接收{scene.masked()}同志为中共预备党员，现予公示。",
        f"一、基本情况：该同志系{scene.place()}居民，{scene.pick(('大专', '高中', '本科'))}文化程度，于{scene.day.year - 2}年递交入党申请书，{scene.day.year - 1}年确定为入党积极分子，经过一年以上培养教育和考察，参加了集中培训，成绩合格。",
        "二、主要表现：积极参加志愿服务和环境整治，带头落实移风易俗要求，在邻里中有较好的口碑。",
        f"三、公示时间：{chinese_day(scene.day)}至{chinese_day(scene.day + timedelta(days=6))}。",
        "四、反映方式：公示期间，党员、群众可以采用来电、来信、来访等形式反映情况，反映情况要实事求是，提倡签署真实姓名，党组织对反映人严格保密。",
        f"联系电话：{scene.phone}。",
        genre="公告",
        kind="announcement",
        theme="综合政务/其他",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("党费",))
def party_dues(scene: Scene) -> Written:
    counts = [scene.number(6, 24) for _ in scene.places]
    each = scene.number(3, 6)
    rows = [
        *((place, count, count * each) for place, count in zip(scene.places, counts, strict=True)),
        ("合计", sum(counts), sum(counts) * each),
    ]
    return page(
        scene,
        f"{scene.short}{scene.last_quarter}党费收缴情况公示",
        f"{scene.last_quarter}，{scene.short}党组织按照规定收缴党费，共有{sum(counts)}名党员交纳党费{sum(counts) * each}元，现公示如下。",
        table(("党小组", "交纳人数（人）", "金额（元）"), rows),
        "农民党员每月交纳标准按照规定执行，交纳有困难的，经研究可以少交或者免交。党费由专人收取、及时上缴，开具收据并登记造册。",
        "本季度没有使用党费。党费使用情况由上级党组织统一公布。",
        f"党员可以凭收据核对，有疑问的请拨打{scene.phone}，三日内答复。",
        kind="list",
        theme="综合政务/其他",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("民主评议",))
def party_review(scene: Scene) -> Written:
    good, fair, poor = scene.number(8, 16), scene.number(30, 60), scene.number(0, 2)
    return page(
        scene,
        f"{scene.short}党组织{scene.day.year}年民主评议党员结果公开",
        f"按照要求，{scene.short}党组织开展了民主评议党员工作，参加评议党员{good + fair + poor}名，结果公开如下。",
        table(
            ("评议等次", "人数（人）"),
            (("优秀", good), ("合格", fair), ("基本合格", poor), ("合计", good + fair + poor)),
        ),
        "评议按照学习教育、个人自评、党员互评、民主测评、组织评定的程序进行，邀请了群众代表参加测评。",
        "评定为优秀的党员在公开栏公布，作为评优评先的依据；对评议中提出的意见，由党组织成员逐人谈话反馈，明确改进方向。",
        "长期外出的流动党员以书面形式参加评议，年老体弱的党员由党小组长上门听取意见。",
        f"对评议结果有意见的，请在公开之日起五日内反映，电话{scene.phone}。",
        kind="list",
        theme="综合政务/其他",
    )


@pattern(TOPIC, kinds=VILLAGES, columns=("党风廉政",))
def clean_hands(scene: Scene) -> Written:
    half = "上半年" if scene.day.month > 6 else "下半年"
    year = scene.day.year if scene.day.month > 6 else scene.day.year - 1
    return page(
        scene,
        f"{scene.short}党组织{year}年{half}落实党风廉政责任制情况",
        "## 一、责任落实",
        f"{year}年{half}，党组织召开专题会议{scene.number(1, 3)}次，书记与成员逐一谈话，签订承诺书，成员没有插手工程和采购。",
        "## 二、监督检查",
        f"村（居）务监督委员会检查财务票据{scene.number(60, 180)}张、工程{scene.number(1, 4)}项、补助名单{scene.number(3, 8)}份，提出意见{scene.number(2, 6)}条，均已采纳。",
        "## 三、教育提醒",
        "组织学习有关规定和典型案例，节前发送提醒短信，倡导婚丧喜庆事宜从简办理。",
        "## 四、公开承诺",
        "不优亲厚友，不截留补助，不违规接待，重大事项全部公开。",
        f"群众发现违反承诺的行为，可以拨打{scene.phone}，也可以向{scene.above}反映。",
        theme="综合政务/其他",
    )
