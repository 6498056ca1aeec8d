"""Notices and news of every day."""

from datetime import timedelta

from mingbai.demo.scene import AGENCIES, TOWNS, Scene, Written, chinese_day, paragraphs, pattern, signature


@pattern("news", kinds=TOWNS)
def patrol_of_fire_risks(scene: Scene) -> Written:
    shops, risks = scene.number(24, 60), scene.number(5, 15)
    mended = risks - scene.number(1, 4)
    html = paragraphs(
        f"{chinese_day(scene.written_on)}，{scene.short}组织安全生产监督管理、消防和村（社区）网格人员，对辖区商铺、出租房和小作坊开展消防安全检查。",
        f"检查组共走访场所{shops}处，重点查看灭火器配备、疏散通道、电动自行车充电和燃气使用情况，发现隐患{risks}处，"
        f"当场整改{mended}处，其余{risks - mended}处已下达限期整改通知，明确了责任人和完成时间。",
        "检查中，工作人员向经营户和住户讲解了用电用气常识，发放了宣传单，提醒大家不在楼道停放电动自行车，不占用消防通道。",
        f"下一步，{scene.short}将对限期整改的场所逐一复查，整改不到位的依法移交有关部门处理。",
    )
    return Written(
        f"{scene.short}开展消防安全检查",
        html,
        kind="other",
        theme="市场监管、安全生产监管/安全生产",
        written_on=scene.written_on,
    )


@pattern("news", kinds=("bureau", "county"))
def study_and_plan(scene: Scene) -> Written:
    subject = scene.pick(("政务公开业务培训", "重点工作调度", "优化营商环境座谈", "年中工作推进"))
    people = scene.number(18, 65)
    html = paragraphs(
        f"{chinese_day(scene.written_on)}，{scene.name}召开{subject}会议，各股室和下属单位负责同志{people}人参加。",
        "会议通报了上一阶段工作进展，分析了存在的问题，对下一阶段的任务逐项明确了责任股室、完成时限和检查方式。",
        "会议要求，要把群众关心的事项办在前面，能公开的及时公开，能一次办好的不让群众跑第二次；对承诺的事项建立清单，办结一项、公布一项。",
        "与会人员围绕材料精简、窗口服务和信息发布提出了意见，会后由办公室整理后反馈办理情况。",
    )
    return Written(
        f"{scene.short}召开{subject}会议", html, theme="综合政务/政务公开", written_on=scene.written_on
    )


@pattern("notices", "utilities", kinds=TOWNS)
def water_off(scene: Scene) -> Written:
    day = scene.day + timedelta(days=3)
    place = scene.pick(("振兴路北段", "老街片区", "集镇东片", "学府小区周边"))
    html = paragraphs(
        "各村（社区）、各用水单位：",
        f"因供水主管道检修，需要临时停水。停水时间为{chinese_day(day)}8时至18时，停水范围为{place}。",
        "请受影响的单位和居民提前储水，检修完成后及时恢复供水。恢复供水初期如水色发黄，请打开水龙头放水片刻后再用。",
        f"服务电话：{scene.unit.phone}。给您带来不便，请予谅解。",
    )
    html += signature(scene, scene.written_on)
    return Written(
        f"关于{place}临时停水的通知",
        html,
        kind="notice",
        genre="通知",
        theme="城乡建设、环境保护/其他",
        written_on=scene.written_on,
    )


@pattern("notices", kinds=AGENCIES)
def duty_roster(scene: Scene) -> Written:
    name = scene.pick(("清明节", "劳动节", "端午节", "中秋节", "国庆节"))
    html = paragraphs(
        f"为做好{name}期间的值班和应急工作，现将有关事项通知如下：",
        "## 一、落实值班制度",
        "节日期间实行二十四小时值班和领导带班，值班人员不得擅自离岗。遇有紧急情况，先处置并同时报告，不得迟报、漏报、瞒报。",
        "## 二、加强安全检查",
        "节前对办公场所、在建工程、人员密集场所开展一次安全检查，发现隐患立即整改。",
        "## 三、方便群众办事",
        f"便民服务窗口节后第一个工作日正常办理业务。节日期间群众有急事，可拨打值班电话{scene.unit.phone}。",
    )
    html += signature(scene, scene.written_on)
    return Written(
        f"关于做好{name}期间值班工作的通知",
        html,
        kind="notice",
        genre="通知",
        theme="综合政务/应急管理",
        written_on=scene.written_on,
    )
