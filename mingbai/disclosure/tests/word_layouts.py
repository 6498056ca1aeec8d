"""More than forty layouts of real kinds of document, each with the truth of what stands in it."""

from mingbai.disclosure.tests.word_writing import Pen

LAYOUTS = []
PART = "各村要安排专人值守，发现险情立即上报，不得迟报、漏报、瞒报。"
MORE = "一是加强组织领导。二是压实工作责任。三是做好宣传引导，确保各项措施落到实处。"


def layout(write):
    LAYOUTS.append(write)
    return write


def red_head(pen, masthead, number_align="center", signer=""):
    pen.line(masthead, "center", 48, red=True)
    pen.line("")
    pen.line(pen.number + signer, number_align, 16)
    pen.line("")


@layout
def red_headed_notice():
    pen = Pen("关于做好2026年度防汛抗旱工作的通知", "明青政发〔2026〕7号", "2026-03-02", "青山镇人民政府")
    red_head(pen, "青山镇人民政府文件")
    pen.line(pen.title, "center", 22)
    pen.say("各村民委员会、社区居民委员会，镇直各单位：", "为做好防汛抗旱工作，现将有关事项通知如下。")
    pen.say("一、压实责任", bold=True)
    pen.say(PART)
    pen.signed("青山镇人民政府", "2026年3月2日")
    pen.say("（此件公开发布）")
    pen.imprint("抄送：县应急管理局，县水务局。", "青山镇党政综合办公室　　　　2026年3月5日印发")
    return pen


@layout
def title_over_two_lines():
    pen = Pen(
        "明县人民政府办公室关于印发明县农村饮水安全工程管护办法的通知",
        "明政办发〔2026〕12号",
        "2026-04-18",
        "明县人民政府办公室",
    )
    red_head(pen, "明县人民政府办公室文件")
    for text in ("明县人民政府办公室", "关于印发明县农村饮水安全工程管护办法的", "通知"):
        pen.line(text, "center", 22)
    pen.say(
        "各乡镇人民政府，县政府各部门：",
        "《明县农村饮水安全工程管护办法》已经县政府同意，现印发给你们，请遵照执行。",
    )
    pen.signed("明县人民政府办公室", "2026年4月18日")
    pen.say("明县农村饮水安全工程管护办法", align="center", size=22)
    pen.say("第一章　总则", align="center", bold=True)
    pen.say("第一条　为加强农村饮水安全工程管护，制定本办法。", "第二条　本办法自2026年5月1日起施行。")
    return pen


@layout
def number_to_the_right_letter():
    pen = Pen("关于商请支援防汛物资的函", "明应急函〔2026〕31号", "2026-07-09", "明县应急管理局")
    pen.line("明县应急管理局", "center", 36, red=True)
    pen.line(pen.number, "right", 16)
    pen.line(pen.title, "center", 22)
    pen.say("白石县应急管理局：", "我县连日强降雨，编织袋储备不足，商请支援五千条。", "专此函达，请予支持。")
    pen.signed("明县应急管理局", "2026年7月9日")
    pen.say("（联系人：林知夏，联系电话：0000-1234567）")
    return pen


@layout
def number_to_the_left_with_signer():
    pen = Pen("关于2025年法治政府建设情况的报告", "明司发〔2026〕3号", "2026-01-15", "明县司法局")
    red_head(pen, "明县司法局文件", "left", "　　　　　　签发人：周明远")
    pen.line(pen.title, "center", 22)
    pen.say("县人民政府：", "现将2025年法治政府建设情况报告如下。", "全年办理行政复议案件23件。")
    pen.signed("明县司法局", "2026年1月15日")
    return pen


@layout
def chinese_date():
    pen = Pen("关于成立护林防火指挥部的通知", "明柳政〔2026〕41号", "2026-11-03", "柳河镇人民政府")
    red_head(pen, "柳河镇人民政府文件")
    pen.line(pen.title, "center", 22)
    pen.say("各村：", "为加强护林防火工作，经研究，决定成立护林防火指挥部。")
    pen.signed("柳河镇人民政府", "二〇二六年十一月三日")
    return pen


@layout
def chinese_date_with_circles():
    pen = Pen("关于调整征兵工作领导小组成员的通知", "明白办〔2026〕9号", "2026-10-21", "白石镇党政办公室")
    red_head(pen, "白石镇党政办公室文件")
    pen.line(pen.title, "center", 22)
    pen.say("各村、各单位：", "因人事变动，现对征兵工作领导小组成员作如下调整。")
    pen.signed("白石镇党政办公室", "二○二六年十月二十一日")
    return pen


@layout
def dotted_date():
    pen = Pen("关于暂停办理城乡居民医保缴费业务的通告", "", "2026-11-03", "明县医疗保障局")
    pen.line(pen.title, "center", 22, bold=True)
    pen.say("因系统升级，11月8日至10日暂停办理城乡居民医保缴费业务。", "给您带来不便，敬请谅解。")
    pen.signed("明县医疗保障局", "2026.11.3")
    return pen


@layout
def notice_with_list_of_attachments():
    pen = Pen("关于开展秋季农作物病虫害普查的通知", "明农发〔2026〕56号", "2026-09-01", "明县农业农村局")
    red_head(pen, "明县农业农村局文件")
    pen.line(pen.title, "center", 22)
    pen.say(
        "各乡镇农业综合服务中心：",
        "现就开展秋季农作物病虫害普查有关事项通知如下。",
        "附件：1.普查任务分配表",
        "2.普查记录表",
    )
    pen.signed("明县农业农村局", "2026年9月1日")
    pen.say("附件1")
    pen.say("普查任务分配表", align="center", size=18)
    pen.table([["乡镇", "地块数"], ["青山镇", "24"], ["白石镇", "18"]])
    pen.say("填表日期：2026年12月20日")
    pen.imprint("明县农业农村局办公室　　2026年9月2日印发")
    return pen


@layout
def publicity_with_table():
    pen = Pen("青山镇2026年第三季度临时救助对象公示", "", "2026-10-08", "青山镇人民政府")
    pen.line(pen.title, "center", 22)
    pen.say(
        "经本人申请、入户调查、镇政府审核，拟将下列人员列为救助对象，现予公示。公示期为2026年10月8日至10月14日。"
    )
    pen.table(
        [
            ["序号", "姓名", "村", "金额（元）"],
            ["1", "张某某", "柳河村", "2000"],
            ["2", "李某", "东岗村", "1500"],
        ]
    )
    pen.say("监督电话：0000-7654321")
    pen.signed("青山镇人民政府", "2026年10月8日")
    return pen


@layout
def merged_cells():
    pen = Pen("2026年上半年惠农补贴发放情况公示", "", "2026-07-02", "白石镇财政所")
    pen.line(pen.title, "center", 20)
    rows = [
        ["项目", "发放情况", ""],
        ["", "户数", "金额"],
        ["耕地地力", "300", "15.2"],
        ["农机购置", "12", "8.4"],
    ]
    expected = [
        [("项目", 1, 2), ("发放情况", 2, 1)], [("户数", 1, 1), ("金额", 1, 1)],
        [("耕地地力", 1, 1), ("300", 1, 1), ("15.2", 1, 1)], [("农机购置", 1, 1), ("12", 1, 1), ("8.4", 1, 1)],
    ]  # fmt: skip
    pen.table(rows, [((0, 0), (1, 0)), ((0, 1), (0, 2))], expected)
    pen.signed("白石镇财政所", "2026年7月2日")
    return pen


@layout
def table_first():
    pen = Pen("", "", "2026-06-30", "柳河村村民委员会")
    pen.table([["项目", "收入", "支出"], ["集体土地", "12000", "3000"], ["环境整治", "0", "4500"]])
    pen.signed("柳河村村民委员会", "2026年6月30日")
    return pen


@layout
def minutes():
    pen = Pen("明县人民政府常务会议纪要", "", "2026-08-12", "明县人民政府办公室")
    pen.line("明县人民政府常务会议纪要", "center", 40, red=True)
    pen.line("第5期", "center", 16)
    pen.line("明县人民政府办公室　　　　　　2026年8月12日", "left", 16)
    pen.say("2026年8月10日，县长主持召开县政府第12次常务会议。会议议定以下事项。", "一、听取防汛工作情况汇报")
    pen.say("会议强调，要落实防汛责任。", "出席：钟立言　林知夏")
    pen.imprint("分送：县政府领导，各乡镇人民政府。", "共印60份")
    return pen


@layout
def minutes_with_title():
    pen = Pen("关于研究老旧小区改造有关问题的会议纪要", "〔2026〕18号", "2026-05-20", "明县住房和城乡建设局")
    pen.line("专题会议纪要", "center", 36, red=True)
    pen.line(pen.number, "center", 16)
    pen.line("明县住房和城乡建设局　　2026年5月20日", "left")
    pen.line(pen.title, "center", 22)
    pen.say("2026年5月18日，局长主持召开专题会议，研究老旧小区改造有关问题。现纪要如下。", MORE)
    return pen


@layout
def reply():
    pen = Pen("明县人民政府关于同意设立东岗社区的批复", "明政批〔2026〕2号", "2026-02-11", "明县人民政府")
    red_head(pen, "明县人民政府")
    for text in ("明县人民政府关于", "同意设立东岗社区的批复"):
        pen.line(text, "center", 22)
    pen.say(
        "青山镇人民政府：",
        "你镇《关于设立东岗社区的请示》（明青政〔2026〕4号）收悉。经研究，同意设立东岗社区。",
        "此复。",
    )
    pen.signed("明县人民政府", "2026年2月11日")
    return pen


@layout
def opinion_with_sections():
    pen = Pen(
        "明县人民政府关于推进农村人居环境整治的实施意见", "明政发〔2025〕23号", "2025-12-30", "明县人民政府"
    )
    red_head(pen, "明县人民政府文件")
    pen.line(pen.title, "center", 22)
    pen.say("各乡镇人民政府，县政府各部门：", "为推进农村人居环境整治，提出如下意见。")
    pen.say(
        "一、总体要求",
        "（一）指导思想",
        "坚持因地制宜、群众主体。",
        "（二）基本原则",
        MORE,
        "二、重点任务",
        PART,
    )
    pen.signed("明县人民政府", "2025年12月30日")
    return pen


@layout
def summary_plain():
    pen = Pen("青山镇2025年政务公开工作总结", "", "2026-01-10", "青山镇人民政府")
    pen.line(pen.title)
    pen.say(
        "2025年，我镇认真贯彻条例，全年主动公开政府信息215条。",
        "一、主要做法",
        MORE,
        "二、存在问题",
        "公开还不够及时。",
    )
    pen.say("青山镇人民政府", "2026年1月10日")
    return pen


@layout
def summary_bold_left():
    pen = Pen("白石镇2025年法治建设工作总结", "", None, "")
    pen.line(pen.title, size=18, bold=True)
    pen.say("一年来，在县委县政府领导下，我镇扎实推进法治建设。", "一、主要工作", MORE)
    return pen


@layout
def annual_report():
    pen = Pen("明县水务局2025年政府信息公开工作年度报告", "", "2026-01-20", "明县水务局")
    pen.line("明县水务局2025年政府信息公开", "center", 22)
    pen.line("工作年度报告", "center", 22)
    pen.say("本报告根据《中华人民共和国政府信息公开条例》编制。")
    pen.say("一、总体情况", "2025年主动公开信息96条。", "二、主动公开政府信息情况")
    rows = [
        ["第二十条第（一）项", "", "", ""],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "0"],
    ]
    expected = [[("第二十条第（一）项", 4, 1)], *[[(cell, 1, 1) for cell in row] for row in rows[1:]]]
    pen.table(rows, [((0, 0), (0, 3))], expected)
    pen.say("三、收到和处理政府信息公开申请情况", "无。")
    pen.signed("明县水务局", "2026年1月20日")
    return pen


@layout
def word_title_style():
    pen = Pen("柳河村村务公开制度", "", None, "")
    pen.line(pen.title, style="Title")
    pen.say("一、公开内容", style="Heading 1")
    pen.say("财务收支每季度公开一次。")
    pen.say("二、公开形式", style="Heading 1")
    pen.say("在村务公开栏张贴。")
    return pen


@layout
def automatic_numbers():
    pen = Pen("关于规范建筑垃圾运输的通告", "", "2026-05-06", "明县城市管理局")
    pen.line(pen.title, "center", 22)
    pen.say("为规范建筑垃圾运输，现通告如下。")
    pen.numbered(["运输车辆应当密闭。", "运输应当按照核定的路线和时间进行。", "违反规定的，依法处理。"])
    pen.say("本通告自发布之日起施行。")
    pen.signed("明县城市管理局", "2026年5月6日")
    return pen


@layout
def masthead_in_text_box():
    pen = Pen("关于开展全民健身日活动的通知", "明文旅发〔2026〕28号", "2026-07-25", "明县文化和旅游局")
    pen.boxed("明县文化和旅游局文件")
    pen.line(pen.number, "center")
    pen.line(pen.title, "center", 22)
    pen.say("各乡镇文化站：", "定于8月8日开展全民健身日活动，请组织群众参加。")
    pen.signed("明县文化和旅游局", "2026年7月25日")
    return pen


@layout
def masthead_in_table():
    pen = Pen("关于报送2026年重点项目进展情况的通知", "明发改〔2026〕15号", "2026-06-03", "明县发展和改革局")
    pen.line("明县发展和改革局文件", "center", 40, red=True)
    pen.table([[pen.number, "签发人：何其芳华"]], body=False)
    pen.line(pen.title, "center", 22)
    pen.say("各项目单位：", "请于每月5日前报送项目进展情况。")
    pen.signed("明县发展和改革局", "2026年6月3日")
    return pen


@layout
def signed_with_blanks():
    pen = Pen("关于清明节期间文明祭扫的倡议书", "", "2026-03-28", "青山镇人民政府")
    pen.line("　　　　　　关于清明节期间文明祭扫的倡议书", size=18)
    pen.say("广大居民朋友们：", "清明将至，倡议大家文明祭扫、绿色祭扫。")
    pen.say(
        "　　　　　　　　　　　　　　　　青山镇人民政府", "　　　　　　　　　　　　　　　　2026 年 3 月 28 日"
    )
    pen.body[-1] = "2026 年 3 月 28 日"
    return pen


@layout
def office_and_day_in_one_line():
    pen = Pen("关于停水的公告", "", "2026-08-01", "明县自来水有限公司")
    pen.line(pen.title, "center", 20)
    pen.say("因管道检修，定于8月3日8时至18时在城东片区停水，请提前储水。")
    pen.say("明县自来水有限公司　2026年8月1日", align="right")
    return pen


@layout
def joint_notice():
    pen = Pen(
        "关于开展清理拖欠农民工工资专项行动的通知",
        "明人社发〔2026〕61号",
        "2026-11-10",
        "明县人力资源和社会保障局、明县住房和城乡建设局",
    )
    red_head(pen, "明县人力资源和社会保障局文件")
    pen.line(pen.title, "center", 22)
    pen.say("各有关单位：", "现就开展清理拖欠农民工工资专项行动通知如下。", MORE)
    pen.signed("明县人力资源和社会保障局　明县住房和城乡建设局", "2026年11月10日")
    return pen


@layout
def joint_notice_stacked():
    pen = Pen("关于做好学生溺水防范工作的通知", "明教发〔2026〕33号", "2026-06-15", "明县教育局、明县公安局")
    pen.line(pen.number, "center")
    pen.line(pen.title, "center", 22)
    pen.say("各中小学：", "暑期将至，请做好学生溺水防范工作。")
    pen.signed("明县教育局", "明县公安局", "2026年6月15日")
    return pen


@layout
def number_under_the_title():
    pen = Pen(
        "明县人民政府办公室关于加强秸秆禁烧工作的通知",
        "明政办〔2026〕44号",
        "2026-09-15",
        "明县人民政府办公室",
    )
    pen.line(pen.title, "center", 18, bold=True)
    pen.line(pen.number, "center", 14)
    pen.say("各乡镇人民政府：", "为加强秸秆禁烧工作，现通知如下。", "一、明确目标", PART)
    pen.signed("明县人民政府办公室", "2026年9月15日")
    return pen


@layout
def full_width_figures():
    pen = Pen("关于公布村级河长名单的通知", "明水〔2026〕8号", "2026-05-09", "明县水务局")
    red_head(pen, "明县水务局文件")
    pen.document.paragraphs[2].runs[0].text, pen.document.paragraphs[2].runs[1].text = (
        "明水〔２０２６〕",
        "８号",
    )
    pen.line(pen.title, "center", 22)
    pen.say("各乡镇：", "现将村级河长名单公布如下。")
    pen.signed("明县水务局", "２０２６年５月９日")
    return pen


@layout
def square_brackets():
    pen = Pen("关于做好冬季供暖保障的通知", "明住建〔2026〕70号", "2026-10-30", "明县住房和城乡建设局")
    pen.line("明住建[2026]70号", "right")
    pen.line(pen.title, "center", 22)
    pen.say("各供热企业：", "请于11月10日前完成设备检修。")
    pen.signed("明县住房和城乡建设局", "2026年10月30日")
    return pen


@layout
def urgent_with_copy_number():
    pen = Pen("关于做好强降雨防范应对工作的紧急通知", "明防指〔2026〕5号", "2026-07-19", "明县防汛抗旱指挥部")
    pen.line("000012")
    pen.line("特急")
    red_head(pen, "明县防汛抗旱指挥部文件")
    pen.line(pen.title, "center", 22)
    pen.say("各乡镇防汛抗旱指挥部：", "预计19日夜间有暴雨，请立即转移危险区域群众。")
    pen.signed("明县防汛抗旱指挥部", "2026年7月19日")
    return pen


@layout
def cited_number_only():
    pen = Pen("关于转发低保标准调整文件的说明", "", "2026-04-02", "白石镇民政办公室")
    pen.line(pen.title, "center", 20)
    pen.say(
        "根据明民发〔2026〕11号文件，自2026年4月起调整低保标准。",
        "明民发〔2026〕11号文件于2026年3月20日印发，请各村做好宣传。",
    )
    pen.signed("白石镇民政办公室", "2026年4月2日")
    return pen


@layout
def passed_in_brackets():
    pen = Pen("明县公园管理办法", "", "2026-08-30", "")
    pen.line(pen.title, "center", 22)
    pen.say("（2026年8月30日明县人民政府第9次常务会议通过）", align="center")
    pen.say("第一章　总则", align="center")
    pen.say("第一条　为加强公园管理，制定本办法。", "第二条　本县行政区域内的公园适用本办法。")
    return pen


@layout
def day_without_year():
    pen = Pen("关于开展灭鼠活动的通知", "", None, "")
    pen.line(pen.title, "center", 20)
    pen.say("各住户：", "定于11月5日在辖区内统一投药，请看管好儿童和宠物。")
    pen.signed("11月2日")
    return pen


@layout
def two_days_say_nothing():
    pen = Pen("2026年防灾减灾宣传活动方案", "", None, "")
    pen.line(pen.title, "center", 20)
    pen.say("2026年5月1日", align="center")
    pen.say("一、活动主题", "防范灾害风险，护航高质量发展。", MORE, PART, "二、活动时间")
    pen.say("2026年5月12日")
    return pen


@layout
def indented_signature():
    pen = Pen("关于征集2027年民生实事项目的公告", "", "2026-11-12", "明县人民政府办公室")
    pen.line(pen.title, "center", 22)
    pen.say("现面向社会公开征集2027年民生实事项目，征集时间为2026年11月12日至12月12日。")
    pen.say("明县人民政府办公室", "2026年11月12日", indent=8)
    return pen


@layout
def trial_in_brackets():
    pen = Pen(
        "青山镇村级小微权力清单管理办法（试行）", "明青政办〔2026〕3号", "2026-03-16", "青山镇人民政府办公室"
    )
    pen.line(pen.number, "center")
    pen.line("青山镇村级小微权力清单管理办法", "center", 22)
    pen.line("（试行）", "center", 16)
    pen.say("第一条　为规范村级小微权力运行，制定本办法。", "第二条　本办法自印发之日起施行。")
    pen.signed("青山镇人民政府办公室", "2026年3月16日")
    return pen


@layout
def organ_under_the_title():
    pen = Pen("关于明县2025年财政预算执行情况的报告", "", "2026-01-08", "明县财政局")
    pen.line(pen.title, "center", 22)
    pen.say("明县财政局", align="center", size=16)
    pen.say("（2026年1月8日）", align="center", size=16)
    pen.say("各位代表：", "受县人民政府委托，现报告2025年财政预算执行情况。", MORE)
    return pen


@layout
def imprint_in_a_table():
    pen = Pen(
        "关于做好高温津贴发放工作的通知", "明人社〔2026〕39号", "2026-07-01", "明县人力资源和社会保障局"
    )
    red_head(pen, "明县人力资源和社会保障局文件")
    pen.line(pen.title, "center", 22)
    pen.say("各用人单位：", "请按标准发放高温津贴。")
    pen.signed("明县人力资源和社会保障局", "2026年7月1日")
    pen.table([["抄送：县总工会。"], ["明县人力资源和社会保障局办公室　2026年7月2日印发"]], body=False)
    return pen


@layout
def interpretation_with_questions():
    pen = Pen("《明县公园管理办法》政策解读", "", None, "")
    pen.line(pen.title, "center", 20)
    pen.say("一、为什么出台本办法？", bold=True)
    pen.say("近年来公园数量增加，原有规定已不适应管理需要。")
    pen.say("二、主要内容有哪些？", bold=True)
    pen.say("办法共二十条，明确了管理职责。")
    return pen


@layout
def announcement_with_own_number():
    pen = Pen("关于注销部分道路运输证的公告", "2026年第3号", "2026-09-22", "明县交通运输局")
    pen.line("明县交通运输局", "center", 30, red=True)
    pen.line("2026年第3号", "center")
    pen.line(pen.title, "center", 22)
    pen.say("经核查，下列车辆超过检验有效期，现予公告注销。")
    pen.table([["车牌", "业户"], ["00001", "某运输户"]])
    pen.signed("明县交通运输局", "2026年9月22日")
    return pen


@layout
def joint_masthead_of_two_lines():
    pen = Pen(
        "中共青山镇委员会 青山镇人民政府关于印发《青山镇2026年工作要点》的通知",
        "青发〔2026〕5号",
        "2026-02-10",
        "中共青山镇委员会、青山镇人民政府",
    )
    pen.line("中共青山镇委员会", "center", 30, red=True)
    pen.line("青山镇人民政府", "center", 30, red=True)
    pen.line(pen.number, "center")
    pen.line(pen.title, "center", 22)
    pen.say("各村党支部、村民委员会：", "现将《青山镇2026年工作要点》印发给你们。")
    pen.signed("中共青山镇委员会　青山镇人民政府", "2026年2月10日")
    return pen


@layout
def masthead_and_number_in_one_table():
    pen = Pen("关于表彰2025年度先进集体的决定", "青政字〔2026〕21号", "2026-01-16", "青山镇人民政府")
    pen.table([["青山镇人民政府", pen.number]], body=False)
    pen.line(pen.title, "center", 22)
    pen.say("各村：", "为表彰先进，决定授予柳河村等5个单位“先进集体”称号。")
    pen.signed("青山镇人民政府", "2026年1月16日")
    return pen


@layout
def title_across_the_top_of_a_table():
    pen = Pen("柳河村2026年三季度财务收支公开表", "", "2026-10-08", "柳河村村民委员会")
    rows = [[pen.title, "", ""], ["摘要", "收入", "支出"], ["承包费", "12000", ""], ["水渠维修", "", "3500"]]
    expected = [
        [(pen.title, 3, 1)],
        [("摘要", 1, 1), ("收入", 1, 1), ("支出", 1, 1)],
        [("承包费", 1, 1), ("12000", 1, 1), ("", 1, 1)],
        [("水渠维修", 1, 1), ("", 1, 1), ("3500", 1, 1)],
    ]
    pen.table(rows, [((0, 0), (0, 2))], expected)
    pen.signed("柳河村村民委员会", "2026年10月8日")
    return pen
