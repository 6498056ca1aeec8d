"""Documents with a number, and their interpretation."""

from mingbai.demo.scene import AGENCIES, Scene, Written, chinese_day, paragraphs, pattern, signature

SUBJECTS = (
    ("农村低收入人口常态化帮扶", "民政、扶贫、救灾/其他"),
    ("农村生活垃圾分类处理", "城乡建设、环境保护/其他"),
    ("小型水利工程管护", "农业、林业、水利/水利"),
    ("村级公益性岗位管理", "劳动、人事、监察/其他"),
    ("集镇停车秩序管理", "城乡建设、环境保护/其他"),
    ("政府购买服务监督管理", "财政、金融、审计/财政"),
)
SERIES = {"county": "明政发", "town": "政发", "subdistrict": "办发", "bureau": "发"}


def _series(scene: Scene) -> str:
    if scene.unit.kind == "county":
        return "明政发"
    stem = scene.short.removesuffix("镇").removesuffix("乡").removesuffix("街道").removesuffix("局")[:2]
    return f"明{stem}{SERIES[scene.unit.kind]}"


@pattern("policy", kinds=AGENCIES)
def measures(scene: Scene) -> Written:
    subject, theme = SUBJECTS[(scene.turn + scene.unit.pk) % len(SUBJECTS)]
    html = paragraphs(
        f"为规范{subject}工作，保障群众合法权益，根据有关法律法规和上级文件规定，结合实际，制定本办法。",
        f"第一条　本办法适用于{scene.short}行政区域内的{subject}工作。"
        if scene.unit.kind != "bureau"
        else f"第一条　本办法适用于全县{subject}工作。",
        f"第二条　{subject}工作坚持依法依规、公开透明、便民高效的原则。",
        "第三条　办理机构应当公开办理依据、条件、程序、时限和结果，接受群众监督。涉及个人信息的，公开前作去标识化处理。",
        "第四条　申请人提交的材料齐全、符合规定形式的，应当当场受理；材料不齐全的，一次性告知需要补正的全部内容。",
        "第五条　办理机构应当自受理之日起十五个工作日内办结。情况复杂的，经主要负责人批准可以延长十个工作日，并告知申请人理由。",
        "第六条　对工作中弄虚作假、徇私舞弊的，依法依规追究责任。",
        f"第七条　本办法自{chinese_day(scene.day)}起施行，有效期五年。",
    )
    html += signature(scene, scene.written_on)
    title = f"{scene.name}关于印发《{subject}办法》的通知"
    return Written(
        title,
        html,
        kind="normative_document",
        genre="通知",
        theme=theme,
        series=_series(scene),
        written_on=scene.written_on,
        lapses_after_years=5,
    )


@pattern("interpretation", kinds=AGENCIES)
def questions_and_answers(scene: Scene) -> Written:
    subject, theme = SUBJECTS[(scene.turn + scene.unit.pk) % len(SUBJECTS)]
    html = paragraphs(
        "## 一、为什么要制定这个办法",
        f"近年来，{subject}工作取得了一定成效，但还存在程序不统一、公开不及时等问题，群众有反映。为此，在广泛听取意见的基础上制定了本办法。",
        "## 二、哪些人可以申请",
        "符合规定条件的居民、村民和单位都可以申请，不需要托人、不收取费用。",
        "## 三、怎样办理，需要多长时间",
        "到便民服务中心窗口或者村（社区）代办点提交申请。材料齐全的当场受理，十五个工作日内办结；情况复杂的可以延长十个工作日，窗口会告知理由。",
        "## 四、和以前相比有什么变化",
        "一是材料更少，能通过数据共享取得的不再要求提交；二是时限更短，由原来的三十日缩短为十五个工作日；三是结果公开，办理结果在公开栏和网站同步公布。",
        "## 五、到哪里咨询",
        f"解读机关：{scene.name}。咨询电话：{scene.unit.phone}。",
    )
    return Written(
        f"《{subject}办法》政策问答",
        html,
        kind="interpretation",
        genre="其他",
        theme=theme,
        written_on=scene.written_on,
    )
