"""Sentences of good papers that look wrong to a rule, beside like ones that are wrong."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

TOWN = {"unit": "白鹭镇", "unit_kind": "town"}
BUREAU = {"unit": "石泉县住房和城乡建设局", "unit_kind": "bureau", "year": 2021}

# Rule, text, what is known of the document.
RIGHT = [
    ("arithmetic.sum", "全年发布信息893条，较上年增加147条，其中市容类216条、环卫类292条、其他385条。", {}),
    ("arithmetic.sum", "自查发现问题412个，督导发现问题96个，其中政策类73个、过程类265个、结果类142个、其他28个。", {}),
    ("arithmetic.sum", "共收到意见68条，其中合理建议52条，采纳44条。", {}),
    ("arithmetic.sum", "自改隐患1270条，其中重大隐患86条，已整改79条，其余7条均落实了责任。", {}),
    ("arithmetic.sum", "公开信息217条，其中政策类58条、服务类71条、信用类9条、公告4期、执法类53条、其他22条。", {}),
    ("arithmetic.nearly_summed", "公开信息246条，通过网站公开118条，通过微信公开76条，通过公开栏公开41条，通过大会通报11条。", {}),
    ("arithmetic.nearly_summed", "发放直补42.6万元、良种补贴15.3万元、农机补贴4.8万元、退耕补助26.1万元。", {}),
    ("arithmetic.requests", "收到申请36件，结转上年度2件。已办结37件，结转下年度继续办理1件，其中予以公开30件，不予公开7件。", {}),
    ("arithmetic.listed_shares", "一级、二级、三级医院报销比例分别为85%、75%、60%。", {}),
    ("arithmetic.change", "处理决定数量较上一年增加732件，本年度为6045件；处罚决定数量较上一年减少18件。", {}),
    ("arithmetic.done_and_left", "目前，86条意见中，已整改79条，正在整改5条，因政策原因暂时无法解决2条。", {}),
    ("arithmetic.list_before_count", "二、回访采取电话、上门、问卷三种方式，上门回访不少于三成。", {}),
    ("contradiction.two_terms", "行政处罚决定自作出之日起7个工作日内公布，其他执法信息自作出之日起20个工作日内公布。", {}),
    ("unit.former_bureau", "石泉县住房和城乡建设局2021年工作总结\n石泉县住房和城乡建设局认真落实。", BUREAU),
    ("unit.other_name", "白鹭镇工作总结\n全年建设公租房24套；新建镇中心幼儿园1所，列席镇政府召集的会议。", TOWN),
    ("unit.rival_word", "县卫生局工作方案\n" + "我局认真部署。" * 4 + "\n县第二中学校长述廉报告\n我校有教师二百人。", {}),
    ("unit.rival_word", "县民政局工作总结\n" + "我局认真部署。" * 4 + "由户籍所在地乡镇政府（街道办事处）受理。", {}),
    ("unit.rival_word", "乡镇政务公开工作总结\n一年来，我乡认真贯彻上级精神。", {}),
    ("typo.homophone", "有的村还没有公开栏，把村务公开当作负担。", {}),
    ("typo.distorted_phrase", "政务公开的实质是让人民群众监督政府。", {}),
    ("unit.self_of_other_kind", "云岭县统计局公告\n抽中云岭县规模养殖场47个、样本村30个、样本户600户。", {"unit": "云岭县统计局"}),
    ("personal.address", "辖区有居民楼43个，住户3216户，居住在C级、D级危房的268户。", {}),
    ("personal.stigma", "开展禁毒宣传46场次，实现吸毒人员管控率100%。", {}),
    ("personal.child", "学生管理类54条，累计接种疫苗118.6万剂次，3岁以上人群接种率93.7%。", {}),
    ("personal.party_name", "申请人曾两次来电询问，承办人作了答复。", {}),
    ("typo.double_ending", "县实验幼儿园园务公开自查，林场场务公开，教师师德满意率，一本笔记记满了。", {}),
    ("typo.double_opening", "公布管网水水质、手足口病病例、送教教师名单，请照照镜子。", {}),
    ("typo.homophone", "实行首答负责制，按件收费，平时服务、急时应急，尚存的问题、不受监督的权力，听证主持人由与该事项无关的人担任。", {}),
    ("typo.lacking", "态度亲和。水清岸绿、村美人和。社区更加安宁祥和。287家个体商户复工。", {}),
    ("typo.connective_pair", "项目无论大小，开工时就立牌公示；不管功劳大小，谁碰了红线就处理谁。", {}),
    ("typo.said_twice", "学习“三个严禁”“四个禁止”“八个不得”，公布“五个严禁、十七个不准”。", {}),
    ("typo.listed_twice", "网络、现场、座谈、电话的权重分别为四成、二成、二成、二成。", {}),
    ("typo.collocation_object", "支持刚性和改善性住房需求，解决监管网络不健全等问题。", {}),
    ("typo.collocation_object", "公开工作对干部作风转变和群众满意度提升有着显著作用。", {}),
    ("typo.collocation_object", "适应群众民主意识不断增强的需要。", {}),
    (
        "typo.tail_left_out",
        "各部门认真做好政务公开各项工作，为全镇经济社会发展提供了坚实\n保障，群众对公开的内容普遍较为满意，公开的范围也进一步扩大\n" * 8,
        {},
    ),
    ("typo.misfit_character", "监督小组由以院支部及工会成员为主的人员组成。", {}),
    ("web.slipped_in_title", "我受大会委托，向大家作校务公开工作报告。", {}),
    ("contradiction.leader_changes", "县里的公开领导小组由县长任组长，村里的公开领导小组由村党组织书记任组长。", {}),
    ("arithmetic.announced_list", "确立以下十项公开内容：\n1、有关政策。\n2、干部任用。\n3、财务收", {}),
    ("punctuation.no_stop", "加强领导，提高认识，扎实有效推进全县政务公开工作\n在全县会议上的讲话\n同志们：\n今天召开会议，部署工作。\n会议要求，抓好落实。", {}),
    ("typo.frame_lacking", "明确责任主体。落实管护主体，公布名单。明确适用主体。", {}),
    ("date.impossible_in_chinese", "每年十二月三十一日封账，由双方共同委托的会计师事务所审计。", {}),
    ("typo.run_on", "选派科技特派员60名深入田间地头开展技术指导，努力打造一支懂农业、爱农村的队伍。", {}),
    ("typo.distorted_phrase", "症结在于编制质量不高，要害在于严、细、实，承担次要责任。", {}),
    ("arithmetic.nearly_summed", "公开信息共计246条。其中，通过网站公开118条，通过微信公开76条，通过公开栏公开41条，通过大会通报11条。", {}),
    ("arithmetic.detached_sum", "引进项目14个，到位资金1.62亿元，其中亿元项目1个、千万元项目6个，新增就业岗位920个。", {}),
    ("arithmetic.conversion", "收干谷五千八百斤，每百斤卖七十四元，合四千二百九十二元。", {}),
    ("arithmetic.least_each", "农家乐发展到78户，户均收入2.1万元，最多的超过8万元。", {}),
    ("arithmetic.quoted_list", "推行“四访一包”：干部下访、领导接访、带案走访、结案回访、包案化解。", {}),
    ("contradiction.denied", "诉讼情况\n发生行政复议1件，维持。没有发生行政诉讼。", {}),
    ("contradiction.standing_things", "设对外服务窗口27个，其中就业服务窗口5个、社保服务窗口14个。全镇聘用监督员72名，有两名监督员被评优。", {}),
    ("unit.near_name", "平川镇工作报告\n中共平川县纪委：\n平川镇党委认真整改，平川镇各站所落实到位。", {"unit": "平川镇", "unit_kind": "town"}),
    ("sensitive.listed", "对精神病人等限制民事行为能力人加强看护，防止“养懒汉”。", {}),
    ("contradiction.publicity_period", "村里公示7天后上报，街道复审，县住建局终审，在县政府网站公示10天。", {}),
    ("contradiction.number_of_villages", "中心城区9个社区均设专区。\n位置偏远的2个社区实现全覆盖。", {}),
    ("contradiction.after_instead_of_before", "程序上有疏漏，先公开后审核、只公开不反馈的情形时有发生。", {}),
    ("date.reply_before_request", "10月16日收到企业来电，反映其于9月20日提交的申请迟迟未能办结。", {}),
    ("date.spoken_year", "2012年度考核通报\n本年度（2011年10月1日至2012年9月30日）出生217人。", {"year": 2012}),
    ("web.publish_line", "三季度财务公开\n收入合计86540元，支出合计61215元。\n公开日期：2024年10月8日", {}),
    ("placeholder.blank", "燃气改造问卷（空白表）\n1.您的住址：______社区______栋\n2.您使用：□液化气　□天然气　□其他______", {}),
    ("placeholder.masked_year", "用地申请表（格式）\n申请户主：______　性别：____　年龄：____岁", {}),
    ("placeholder.empty_brackets", "用地申请表（格式）\n现有宅基地：1.保留（　　㎡）；2.退给村集体；3.其他（　　）", {}),
    ("placeholder.masked_words", "张××：\n您反映的问题收悉。", {}),
    ("placeholder.masked_words", "马塘村：赵×× 男 71岁；2.欧阳××，家庭人口1人，同意18票。", {}),
    ("placeholder.masked_name", "接听电话先说“您好，××局”，再问来意。", {}),
    ("placeholder.numbered_stub", "附件2\n农村建房申请流程", {}),
    ("arithmetic.share_sum", "（多选题）选择“排队长”的占34.5%，选择“材料多”的占41.8%，选择“说不清”的占27.6%。", {}),
    ("arithmetic.slogan", "难在“三不”：老板不愿、职工不懂、没人会干。", {}),
    ("arithmetic.slogan", "牢记“五带五不带”：带准考证、带身份证……不带手机。", {}),
    ("arithmetic.in_brackets", "到位125万元（图书馆20万元、文化馆20万元、文化站85万元，即17×5万元）。", {}),
    ("typo.any_word_twice", "信看着看着就笑了，代表代表人民，人民监督政府。", {}),
    ("typo.misfit_double", "老人们晚饭后也敢出门遛遛弯、串串门了。", {}),
    ("typo.double_opening", "老人们晚饭后也敢出门遛遛弯、串串门了。", {}),
    ("typo.inside_left_out", "召开院坝会56场，发放明白纸6,300余份，户均近两份。", {}),
    ("typo.phrase_homophone", "请群众评一评、比一比。", {}),
    ("typo.swapped_word", "日常稽核全覆盖，检查定点机构326家次。", {}),
    ("typo.homophone", "输球不输人，群众反应强烈。", {}),
    ("numbering.inline_headless", "请您做到“四不”“四要”：不串门、不聚餐。", {}),
    ("truncated.end", "服务协议\n第一条　乙方为甲方提供健康管理服务，甲方如实提供健康状况。\n第二条　本协议一式两份，双方各执一份，有效期一年。\n甲方（签字）：　　　乙方（签章）：", {}),
    ("truncated.dots", "典型问题：分解住院、挂床住院、重复收费、串换药品……\n基金不能乱花。", {}),
    ("contradiction.two_intervals", "乡里每月公开一次财务，各村每季度公开一次财务。", {}),
    ("web.footer", "村篮球联赛秩序册\n主办：镇人民政府　承办：镇文化服务中心　协办：县篮协\n一、参赛单位共六队。", {}),
]  # fmt: skip
WRONG = [
    ("arithmetic.sum", "全年发布信息893条，其中市容类216条、环卫类292条、其他395条。", {}),
    ("arithmetic.listed_shares", "三类信息占比分别为50%、30%、25%。", {}),
    ("arithmetic.requests", "收到申请36件，结转上年度2件。已办结38件，结转下年度继续办理1件，其中予以公开30件，不予公开8件。", {}),
    ("arithmetic.list_before_count", "二、回访采取电话、上门、问卷四种方式，上门回访不少于三成。", {}),
    ("unit.former_bureau", "石泉县住房和城乡建设局2021年工作总结\n全年由县建设局认真落实。", BUREAU),
    ("unit.rival_word", "县民政局工作总结\n" + "我局认真部署。" * 4 + "今后我校将继续努力。", {}),
    ("unit.self_of_other_kind", "云岭县统计局公告\n云岭县统计局认真落实。今后本校将继续努力。", {"unit": "云岭县统计局"}),
    ("personal.child", "学生王小明，3岁半入园，留守儿童李大海已得到帮助。", {}),
    ("typo.double_ending", "现将工作情况况汇报如下。", {}),
    ("typo.double_opening", "具体抓落落实，内容较为全全面。", {}),
    ("typo.homophone", "群众信访按件及时办理，问题急时解决。", {}),
    ("typo.connective_pair", "不论工作任务多么繁重，但是完成得很好。", {}),
    ("typo.collocation_object", "不断改善住房需求。", {}),
    ("placeholder.masked_words", "由副镇长××负责。组长：王××（镇长）。", {}),
    ("placeholder.blank", "全年公开信息____条。", {}),
    ("arithmetic.slogan", "做到“三不”：不拖、不推。", {}),
    ("contradiction.two_intervals", "公示栏每月更新一次，由专人负责。\n公示栏内容每季度更新一次。", {}),
    ("typo.any_word_twice", "对套取、冒领冒领补贴的行为从严处理。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "known"), RIGHT)
def test_good_writing_is_left_alone(rule, text, known):
    assert [found for found in findings(rule, text, **known) if found.severity != "info"] == []


@pytest.mark.parametrize(("rule", "text", "known"), WRONG)
def test_what_is_wrong_beside_it_is_found(rule, text, known):
    assert findings(rule, text, **known)
