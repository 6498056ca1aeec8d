import pytest

from mingbai.text.model import Ingested, SourceDocument
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import CLEAN, findings
from mingbai.text.proofreading.tests.test_owed_and_exact import CASES as OF_WHAT_IS_OWED
from mingbai.text.proofreading.tests.test_rules_amounts_said import CASES as OF_AMOUNTS
from mingbai.text.proofreading.tests.test_rules_astray import CASES as OF_WHAT_WENT_ASTRAY
from mingbai.text.proofreading.tests.test_rules_clumsy import CASES as OF_CLUMSY
from mingbai.text.proofreading.tests.test_rules_cut_short import CASES as OF_CUT_WORDS
from mingbai.text.proofreading.tests.test_rules_dropped import CASES as OF_DROPPED_WORDS
from mingbai.text.proofreading.tests.test_rules_formula import CASES as OF_FORMULAS
from mingbai.text.proofreading.tests.test_rules_governed import CASES as OF_GOVERNED
from mingbai.text.proofreading.tests.test_rules_joined import CASES as OF_JOINED
from mingbai.text.proofreading.tests.test_rules_made_of import CASES as OF_MAKINGS
from mingbai.text.proofreading.tests.test_rules_openings import CASES as OF_OPENINGS
from mingbai.text.proofreading.tests.test_rules_overlaid import CASES as OF_WHAT_IS_LAID_OVER
from mingbai.text.proofreading.tests.test_rules_pasted import CASES as OF_PASTED
from mingbai.text.proofreading.tests.test_rules_report import CASES as OF_REPORTS
from mingbai.text.proofreading.tests.test_rules_rows import CASES as OF_ROWS
from mingbai.text.proofreading.tests.test_rules_said import CASES as OF_WHAT_IS_SAID
from mingbai.text.proofreading.tests.test_rules_said_again import CASES as OF_WHAT_IS_SAID_AGAIN
from mingbai.text.proofreading.tests.test_rules_said_over import CASES as OF_WHAT_IS_SAID_OVER
from mingbai.text.proofreading.tests.test_rules_syntax import CASES as OF_SYNTAX
from mingbai.text.proofreading.tests.test_rules_twins import CASES as OF_TWINS
from mingbai.text.proofreading.tests.test_rules_unclosed import CASES as OF_UNCLOSED
from mingbai.text.proofreading.tests.test_rules_yearly import CASES as OF_YEARLY_REPORTS
from mingbai.text.proofreading.tests.test_typo_construction import FIRES as OF_CONSTRUCTIONS
from mingbai.text.proofreading.tests.test_typo_converted import CASES as OF_CONVERTED_TEXTS
from mingbai.text.proofreading.tests.test_typo_ends_and_halves import CASES as OF_ENDS_AND_HALVES
from mingbai.text.proofreading.tests.test_typo_gaps_named import CASES as OF_GAPS
from mingbai.text.proofreading.tests.test_typo_left_out import CASES as OF_WORDS_LEFT_OUT
from mingbai.text.proofreading.tests.test_typo_mixed import FIRES as OF_SMALL_WORDS
from mingbai.text.proofreading.tests.test_typo_oddness import CASES as OF_ODDNESS
from mingbai.text.proofreading.tests.test_typo_open import FIRES as OF_OPEN_CLAUSES
from mingbai.text.proofreading.tests.test_typo_parted import CASES as OF_PARTED_BUNDLES
from mingbai.text.proofreading.tests.test_typo_sentence import FIRES as OF_SENTENCES
from mingbai.text.proofreading.tests.test_typo_slips import OF_MEASURES
from mingbai.text.proofreading.tests.test_typo_stripped import CASES as OF_STRIPPED_TITLES
from mingbai.text.proofreading.tests.test_typo_structure import FIRES as OF_STRUCTURE
from mingbai.text.proofreading.tests.test_typo_tail import FIRES as OF_TAILS
from mingbai.text.proofreading.tests.test_typo_two_ways import CASES as OF_TWO_WAYS
from mingbai.text.proofreading.tests.test_units_and_leads import CASES as OF_UNITS_AND_LEADS
from mingbai.text.proofreading.tests.test_ways_crossed import CASES as OF_CROSSED_WAYS
from mingbai.text.tests.effort import grows_with_the_square, seconds_of

# Three sure forms, which show that a machine rewrote the text.
REWRITTEN = "规范办事法式，接受群众监视，健全规章轨制。"
FIRES = {
    "typo.distorted_phrase": [
        "根据县委办公室印发的实行意见等文件，制定本方案。",
        "公开行政许可工程56项。",
        "切实维护广大党员大众的利益。",
        "公开的主要内容有村级财务和方案生育情况。",
        "建立健全工作制度，构成长效机制。",
        "对落实情况进展了检查，有关状况汇报如下。",
        "本社区面对社会公众开放。",
        "对依申请公开解答不规范的单位进行约谈。",
        "各村要聚集群众关切，公开惠农资金。",
        "个体单位重视不够，栏目长期空白。",
        "通过培训树立责任意思，提高业务程度。",
    ],
    "typo.function_character": [
        "全年收到依申请公开3件，军为自然人申请。",
        "对存在的问题病限期整改。",
        "粉尘整治末经验收不得复工。",
        "居民参于度不高。",
        "部分村公开流与形式。",
        "促进了个项工作的开展。",
    ],
    "typo.small_word": [
        "2021念，我镇公开信息36条。",
        "对投诉做到3个工作日类答复。",
        "成立了有镇长任组长的领导小组。",
        "再县委、县政府的正确领导下，各项工作稳步推进。",
        "三事监督员作用发挥不够。",
        "如对本报告有疑问，清与镇党政办联系。",
        "现讲有关情况报告如下。",
    ],
    "typo.heard_word": [
        "新闻媒体对此作了专题报到。",
        "领导小组投入了大量的人力、物力和经历。",
        "全面推进以法治县进程。",
        "深化放管伏改革。",
        "供受理咨询230件。",
        "公开内容真时、准确。",
        "现将主要做法总结以下：",
    ],
    "typo.spun_word": [
        "开拓进取，创始政务公开工作新局面。",
        "把村务公开作为改进作风的重要扶手。",
        "圆满收官，卓越完成了全年任务。",
        "有力阻遏了不正之风的蔓延。",
        "群众享有知情权、介入权和监督权。",
        "杜绝违规问题不再发生。",
    ],
    "typo.taken_noun": [
        "各科室要增强主动公开的意思。",
        "形成了一级抓一级的工作款式。",
        "努力营造全社会关心支持的空气。",
        "解决群众反映突出的题目。",
        "对照问题，采取得力步伐，限期整改。",
        "按照上级文件的恳求，认真自查。",
        "为群众提供优质高效的办事。",
    ],
    "typo.taken_verb": [
        "进一步增强对村级财务的监督。",
        "专人负责，确定公开工作落到实处。",
        "县教育局发表了《关于规范办学行为的通知》。",
        "对全县网站停止了全面清理。",
        "主动像社会公布年度报告。",
        "凡事涉及群众利益的事项一律公开。",
        "此次培训始参训人员掌握了条例。",
    ],
    "typo.taken_formula": [
        "以这次督查为契约，抓好整改。",
        "以公开为原则、不公开为破例。",
        "加快建设办事型政府。",
        "坚持谁主管谁担任的原则。",
        "把公开工作摆上主要议事日程。",
        "在往后的工作中，我们将继续努力。",
        "做到件件有下落、事事有回音。",
    ],
    "typo.misfit_character": [
        "经济社会发展提拱有力保障。",
        "有关规定请认真惯彻执行。",
        "对收费标准和等机评定结果进行公示。",
        "因干旱造成的青苗赔尝没有逐户公开。",
        "理顺了信息采积、审核、发布流程。",
        "业务能里有待提高，请认其贯彻执行。",
        "制订专人负责信息的采集。",
        "公开申请3件，均为自燃人申请。",
    ],
    "typo.misfit_order": [
        "洪水隔阻了与邻县的往来。",
        "对群众反映的问题逐项进行正改。",
        "企业驻进了产业园区。",
        "向全县群众通报工作展进。",
        "严格财务理管，杜绝浪费。",
    ],
    "typo.misfit_lost": [
        "个别股室报送信息不积主动，网站更新慢。",
        "各站所要组织习学习，准确掌握政策。",
        "开展农业技咨询服务。",
        "及时向社会公财政预算。",
        "严格按规程序办理审批手续。",
    ],
    "typo.misfit_double": [
        "分管领导具体抓落落实。",
        "公开内容较为全全面。",
        "各村要健全全工作机制。",
        "动态调整贫困户和贫困退出出情况。",
        "深化政务公开开的部署，围绕中心工作。",
    ],
    "typo.misfit_word": [
        "仔细当真贯彻执行上级决定。",
        "乡政府办事效力明显提高。",
        "建立责任追查机制，提高办事效力。",
        "各单位要加强资本管理，确保专项资本及时拨付。",
        "施行责任追查，逐级落实。",
    ],
    "typo.misfit_sound": [
        "收到工伤宝箱待遇申请后及时办理。",
        "凡具有下列情形质疑的，不予批准。",
        "夏季抽烟污染防治攻坚行动全面展开。",
        "由大病宝箱按照规定比例报销。",
        "对有下列情形质疑的单位予以通报。",
    ],
    "typo.homophone": [
        "各项任务以经完成，相关制度以经建立。",
        "自觉接受社会各届的监督。",
        "推行依法行政、优质行政、链接行政。",
        "重大事项由集体到论决定。",
        "以现行价格发放各项优扶补助。",
    ],
    "typo.washed": [
        "切实为广阔群众办好事。",
        "便民效劳中心全年开放。",
        "深入学习紧要讲话精神。",
        "定期召开座谈会，听取定见建议。",
        "不停完善公开制度。",
    ],
    "typo.swapped_word": [
        "规范办事法式，接受群众监视。",
        "重视程度较着提高，思惟认识到位。",
        "确保公然透明，回应社会存眷。",
        "抓好糊口保障，完善规章轨制。",
        "加强组织领导，明白责任，狠抓降实，搞好鼓吹教育。",
    ],
    "typo.collocation": [
        "进一步加大公开范围。",
        "今年加强了宣传力度。",
        "着力加强服务水平。",
        "加大透明度，方便群众。",
        "采用有效措施，改善问题。",
    ],
    "typo.phrase_homophone": [
        "把各项工作落到实触。",
        "建力健全各项规章制度。",
        "涉及群众切申利益的事项。",
        "做到有章可寻、有据可查。",
        "形成齐抓拱管的工作格局。",
        "镇干部近村入户，了解情况。",
        "落实以奖待补政策。",
        "设立举报相和公示拦，公布监督电话。",
    ],
    "typo.phrase_broken": [
        "根据机关效能建有关要求。",
        "实现经济持续快速发，关键在党。",
        "落实政信息公开工作制度。",
        "成立政务公开工领导小组。",
        "加强组领织导，明确责任。",
    ],
    "typo.double_character": [
        "公开群众关心的的问题。",
        "我们和和各部门一起推进。",
        "加强对对村级的指导。",
        "在在公开栏公示。",
        "这是是群众的要求。",
    ],
    "typo.double_ending": [
        "现将工作情况况汇报如下。",
        "健全各项制度度，明确责任。",
        "加强监督督，落实责任。",
        "对群众的问题题及时答复。",
        "提高服务质量量。",
    ],
    "typo.double_word": [
        "工作虽然虽然取得进展，仍有不足。",
        "及时进行进行公示。",
        "通过通过公开栏公示。",
        "为了为了方便群众。",
        "进一步进一步规范程序。",
    ],
    "typo.any_word_twice": [
        "对套取、冒领冒领补贴的从严处理。",
        "二是养老公示公示到位。",
        "做好登记登记工作。",
        "接受质询质询。",
        "按时张贴张贴公告。",
    ],
    "typo.double_opening": [
        "内容较为全全面。",
        "工作扎扎实推进。",
        "工作规规范有序。",
        "加强监监督检查。",
        "群众满满意度提升。",
    ],
    "typo.look_alike": [
        "己建成政务公开专区3处。",
        "末经审查的信息不得发布。",
        "各项制度己上墙。",
        "涉及资金350万圆。",
        "材料巳报送。",
    ],
    "typo.wrong_pair": [
        "做法收到群众的热烈欢迎。",
        "活动受到良好效果。",
        "各单位要制订专人负责。",
        "网页连接失效。",
        "工作收到上级的充分肯定。",
    ],
    "typo.said_twice": [
        "公开的及时性不够及时。",
        "形式比较单调不丰富。",
        "防止类似问题不再发生。",
        "公开以及和服务相结合。",
        "主要存在以下问题是：",
    ],
    "typo.lacking": [
        "对各村公开栏进行。",
        "现将情况总结以下：",
        "健全制度，的工作机制。",
        "公开财务收支和。",
        "更改错别字23个处。",
    ],
    "typo.double_phrase": [
        "成立领导小组领导小组办公室设在党政办。",
        "加强组织领导加强组织领导。",
        "设立公示专栏公示专栏三处。",
        "听取群众意见群众意见箱已设立。",
        "落实主体责任主体责任。",
    ],
    "typo.double_clause": [
        "规范公开内容，规范公开内容，接受监督。",
        "加强领导。加强领导。明确责任。",
        "及时公开，及时公开。",
        "健全各项制度；健全各项制度；落实责任。",
        "认真开展自查、认真开展自查。",
    ],
    "typo.under_leadership": [
        "在县委、县政府的正确领导，工作有序推进。",
        "在区委的坚强领导，圆满完成任务。",
        "在上级部门的大力支持，工作有了起色。",
        "在镇党委的高度重视，成立了机构。",
        "在各级领导的亲切关怀，建成专区。",
    ],
    "typo.guided_by": [
        "以习近平新时代中国特色社会主义思想指导，深化公开。",
        "以邓小平理论指导，推进公开。",
        "以科学发展观指导，完善制度。",
        "以党的二十大精神指导，做好工作。",
        "以“三个代表”重要思想指导，扎实工作。",
    ],
    "typo.taking_as": [
        "解决办事难、办事慢等问题为重点，深化公开。",
        "加强制度建设为抓手，推进公开。",
        "方便群众办事为宗旨，改进服务。",
        "提高透明度为目标，拓宽渠道。",
        "完善公开目录为契机，规范内容。",
    ],
    "typo.no_subject": [
        "保障人民群众知情权和监督权的一项重要举措。要继续抓好。",
        "推进依法行政和建设法治政府的重要途径。要抓好。",
        "密切党群干群关系的重要措施。要落实。",
        "转变政府职能、改进工作作风的一项举措。要坚持。",
        "促进社会和谐稳定发展的重要内容。要坚持。",
    ],
    "typo.is_doing": [
        "政府信息公开工作是加快社会主义民主政治建设。",
        "政务公开是推进依法行政。要抓好。",
        "村务公开是促进农村社会和谐稳定。",
        "首问负责制度是提高机关办事效率。",
        "政务公开是保障人民群众知情权。",
    ],
    "typo.missing_unit_word": [
        "使我政务信息公开工作进一步规范化。",
        "推动我政务公开再上台阶。",
        "我信息公开工作有序开展。",
        "我村务公开栏已经更新。",
        "要求我机关干部认真学习。",
    ],
    "typo.increase_nothing": [
        "着重加大对财政预决算和“三公”经费使用情况，按要求公开。",
        "加大对群众关心的热点难点，及时公布。",
        "加大了对各村负责同志，明确要求。",
        "加大对政府文件、政策法规等方面，方便群众。",
        "加大对重点领域信息。",
    ],
    "typo.improve_work": [
        "不断提高政务信息公开工作。",
        "进一步提升政务服务工作。",
        "切实提高依申请公开工作。",
        "努力提升村务公开工作。",
        "全面提高全镇的信息公开工作。",
    ],
    "typo.solve_nothing": [
        "突出解决与群众利益密切相关的公用企业，进一步强化服务。",
        "着力解决全镇各村各社区的公开栏，规范内容。",
        "重点解决镇政府门户网站的栏目设置，明确责任。",
        "切实解决各部门各单位的信息员队伍，加强培训。",
        "主要解决公开目录和公开指南的编制，及时更新。",
    ],
    "typo.de_adverb": [
        "必须清醒的看到存在的差距。",
        "有力的促进了各项工作。",
        "有效的提高了办事效率。",
        "更好的服务群众。",
        "积极的做好答复工作。",
    ],
    "typo.since_range": [
        "1-8月以来，公开信息23条。",
        "1月—9月以来，公开信息23条。",
        "1至6月以来，公开信息23条。",
        "3～5月份以来，公开信息23条。",
        "1月到10月以来，公开信息23条。",
    ],
    "typo.about_or_so": [
        "公开信息约120条左右。",
        "满意率超过90%以上。",
        "培训大约30人左右。",
        "接待近200人次以上。",
        "至少3次以上。",
    ],
    "typo.missing_comma": [
        "对违纪者严肃处理以此确保工作持之以恒。",
        "加强监督检查从而促进工作落实。",
        "定期通报以此推动整改。",
        "完善制度从而提高效率。",
        "公开电话以此保障群众知情。",
    ],
    "typo.missing_of": [
        "深入抓好医务公开、校务公开同时，拓展范围。",
        "做好日常公开工作同时，加强培训。",
        "加强网站公开同时，用好公开栏。",
        "推进标准化建设同时，规范程序。",
        "完善各项制度建设同时，严格考核。",
    ],
    "typo.run_on": [
        "我乡政务公开工作取得了一定成效但在肯定成绩的同时我们也看到了工作中存在的一些不足和问题主要表现在认识不到位。",
        "进一步加大监督检查力度自觉接受人大及群众的监督特别是要充分发挥新闻舆论监督的作用不断改进工作。",
        "各村要高度重视这项工作认真落实各项要求切实做到及时更新信息内容确保群众看得懂努力提高满意度。",
        "我镇成立了政务公开领导小组明确了专门的工作人员建立健全了各项规章制度形成了齐抓共管的局面。",
        "利用公开栏和网站及时发布各类信息方便群众查阅了解有关政策规定通过多种形式听取意见加强监督。",
    ],
    "typo.predicates_joined": [
        "一是人才短缺技术力量薄弱。",
        "产业链条短产品附加值低，",
        "农民老龄化严重劳动力短缺；",
        "基层组织建设得到加强党员队伍活力不断增强。",
        "干部作风不实工作主动性不强。",
    ],
    "typo.mark_lost": [
        "为了方便群众办事我局设立了咨询窗口。",
        "镇里健全各项制度明确各级职责，抓好防汛工作。",
        "（三）开展专项整治行动，出动执法人员320人次查处违法行为26起。",
        "⑤做好疫情防控工作严格执行晨午检制度。",
        "通过这次检查发现了一些问题下一步要认真整改。",
        "对群众反映的问题我们逐件登记逐件核实办结后及时反馈。",
        "会议强调各单位要认真落实公开制度。",
    ],
    "typo.missing_colon": [
        "政务公开要坚持以下原则\n（一）依法行政。",
        "现将有关情况总结如下\n一、加强领导。",
        "今后重点抓好以下几个方面\n1、加强培训。",
        "工作中采取了以下措施\n（一）健全制度。",
        "下一步要做好以下工作\n一、抓好落实。",
    ],
    "typo.broken_word": [
        "材料由专人全面青理。",
        "公示期满后向社会通抱。",
        "申请人提交个人审请。",
        "进行民主平选活动。",
        "栏目由专人做好维户工作。",
    ],
    "typo.idiom": [
        "公开栏设在室外，日晒雨林，字迹难以辨认。",
        "抓工作要雷力风行。",
        "各项措施立杆见影。",
        "难题终于迎忍而解。",
        "干部们兢兢业夜，成效显著。",
        "面对困难一愁莫展。",
    ],
    "typo.missing_last": [
        "群众满意度明显提。",
        "自觉接受群众监，改进作风。",
        "各类政策及时公布，密切干群关。",
        "广泛征求意，完善方案。",
        "进一步规范招标投，确保公平。",
    ],
    "typo.held_to": [
        "造成影响的，严肃追究有关人员。",
        "逾期不改的，追究相关责任人；情节严重的从重。",
        "依纪追究直接责任人，并通报。",
        "坚决追究当事人。",
        "要追究分管领导，绝不姑息。",
    ],
    "typo.tendency": [
        "个别单位存在重形式、轻实效，更新慢。",
        "有的村还存在重布置轻落实。",
        "部分处室存在着重建设、轻管理，要改进。",
        "仍存在重数量轻质量；要整改。",
        "少数干部存在重结果轻过程，应纠正。",
    ],
    "typo.relations": [
        "进一步密切了干群，促进了和谐。",
        "密切了党群，树立了形象。",
        "有效密切党群干群。",
        "进一步密切政民；形成合力。",
        "密切了警民，赢得了好评。",
    ],
    "typo.placed_under": [
        "使公开工作置于群众监督，不断改进。",
        "把权力置于阳光监督。",
        "将各项收费置于社会监督；主动接受评议。",
        "使项目始终置于纪检监督，防止腐败。",
        "将资金置于审计监管，确保安全。",
    ],
    "typo.importance": [
        "充分认识做好防汛工作的重要，切实负起责任。",
        "深刻认识政务公开的必要，加强领导。",
        "要认识到整改工作的紧迫，抓紧落实。",
        "反复强调保密工作的严肃，守住底线。",
        "认识到这项工作的长期、艰巨，持续用力。",
    ],
    "typo.heard_whom": [
        "广泛听取了群众代表，完善了方案。",
        "认真听取居民，改进服务。",
        "多次听取人大代表、政协委员，落实整改。",
        "会上听取了村民代表。",
        "主动听取企业，优化环境。",
    ],
    "typo.clause_as_object": [
        "要紧紧抓住群众关心、涉及群众切身利益，逐项公开。",
        "围绕关系群众切身利益，及时公布。",
        "针对涉及村民切身利益，召开会议。",
        "及时公开事关群众切身利益，接受监督。",
        "把涉及农民切身利益，作为重点。",
    ],
    "typo.through_makes": [
        "通过学习，使全体干部提高了认识。",
        "经过整改，使公开更加规范。",
        "通过开展培训，使信息员掌握了要领。",
        "随着公开的深入，使群众更加满意。",
        "通过上述措施，使作风明显好转。",
    ],
    "typo.named_by_content": [
        "明确专人负责信息的收集、审核、上报等，确保及时。",
        "办公室负责全镇信息的整理、录入等，做到准确。",
        "党政办负责公开栏的更新、维护等。",
        "各科室负责本科室信息的编辑、报送等；专人把关。",
        "领导小组负责全乡公开的指导、协调、督促等，抓好落实。",
    ],
    "typo.near_word": [
        "政务公开是依法行政的重要组织部分。",
        "领导小组组长由张副局长担当。",
        "公开与群众利益密切相关的事物。",
        "各部门要密切配合，及时互换信息。",
        "切实做好计划出生工作。",
        "村民议论会议通过了村规民约。",
        "全县上下深入开展扫黑除恶专项斗争，积极争夺上级资金。",
        "打击电信网络诈欺犯罪。",
        "统筹推进老旧小区改换，让居民受益。",
        "医疗废料集中处置。",
        "广泛开展全民健体活动。",
        "统筹做好汛期地质灾害提防。",
        "强化道路交通管治。",
        "督饬检查，落实责任。",
        "民主推戴产生候选人。",
        "依法查讫违法行为。",
        "文化遗物保护名录向社会公布。",
        "落实“限量、预约、错峰”恳求，不得超员。",
    ],
    "typo.lost_character": [
        "广泛开展宣教育。",
        "不断深化政公开。",
        "广泛征意见，扎实开展各项服务。",
        "各村要健全规制度。",
        "强化监检查，全面贯落实各项部署。",
    ],
    "typo.rewritten_text": [
        REWRITTEN + "缭绕中心工作抓好公开。",
        REWRITTEN + "会议对下一步工作作了摆设。",
        REWRITTEN + "各村要仔细当真看待。",
        REWRITTEN + "事项一概公然。",
        REWRITTEN + "操作还不纯熟。",
    ],
}
PASSES = {
    "typo.phrase_broken": "每村设监督电话1部，全镇建工作台账12本，各村设公开栏12个，大厅内设咨询台和意见箱，建立健全组织机构。",
    "typo.misfit_character": "户有所居，党政办主任到会，公示滞后的村，居务公开、街务公开按期开展，秸秆禁烧，何敬山任组长，田景秀到会，岭山县和桐山县，错敏词已改，缠访闹访，一企一策，先审后发，两个能人。",
    "typo.misfit_order": "洪水阻隔了往来，王光和、乐寿长到会，徐祝庆任主任，进驻产业园区，逐项改正。",
    "typo.misfit_lost": "报送信息积极主动，依法依规办理，稳岗扩就业，群众公开员提出意见，网格员变动较多，局党组高度重视，收取信息处理费，区政务公开办，管护员。",
    "typo.misfit_double": "对外发布的信息必须经经办人审核，对对象范围作出说明，具体抓落实，召开村委会会议，办公室主任任组长，耕地地力保护补贴，该桥桥面平整，做好“十五五”规划。",
    "typo.misfit_sound": "工伤保险待遇、下列情形之一、臭氧污染防治、防汛抗旱抢险、大病保险报销，采砂取土须经批准，监督执纪问责，整治销号，办理挂号登记。",
    "typo.near_word": "政务公开是依法行政的重要组成部分，党的组织部门认真组织学习；由副局长担任组长，勇于担当；公开重大事项，新生事物不断涌现；满足群众需求，符合上级要求；出生人口登记，个体工商户；“重要组织部分”应为“重要组成部分”；项目全部建成达产后，工地拆建，干部互派，按期解缴税款，协理解决困难。",
    "typo.misfit_word": "认真贯彻执行，办事效率明显提高，工作小结，相结合的治理办法，对待村民的话不能当真。",
    "typo.homophone": "公开义务人，监督全镇，其中问题，可以经常公开的内容以经济信息为主；领到补助，切合实际，以法治思维推进。",
    "typo.double_ending": "来自五湖四海，对工作作了部署，逐步健全全民覆盖，主任任副组长，提高高校信息公开水平，一本本台账。",
    "typo.double_word": "公开公开透明的信息，人人皆知，研究研究再定。",
    "typo.phrase_homophone": "法制建设和法治建设，工作实绩突出，重要思想，电子评标，坚持从优待警与从严治警并举，建立“村村享”小程序，该件材料齐全。",
    "typo.run_on": "《关于进一步推进全县基层政务公开标准化规范化工作的实施意见》已印发。",
    "typo.predicates_joined": "技术力量薄弱的村发展不足。基础薄弱环节较少。查找存在的差距和不足。反映低保公示时间不足。发展不平衡不充分的问题突出。",
    "typo.mark_lost": "县政府办公室对全县政务公开工作进行了检查。各村民委员会要在每月十日前公开上月财务收支情况。"
    "办理结果在网上公布。由县人民政府办公室负责解释。保障公民、法人和其他组织依法获取政府信息。《关于进一步加强全县政务公开工作的通知》。",
    "typo.about_or_so": "90%以上的村，120条左右，35岁以下干部。",
    "typo.missing_colon": "三、今后重点抓好以下工作\n（一）加强培训。",
    "typo.look_alike": "以天下为己任，自己动手，与己无关，期末、年末前完成，乙巳年，2万平方米圆形广场。",
    "typo.double_opening": "印花税税目，政府网网上受理，湖心村村民放放心心，县委书记，两国国旗，说说心里话，股股长，发展和和平统一。",
    "typo.any_word_twice": "研究研究再定，一件一件地办，公开公平公正，来来往往。",
    "typo.wrong_pair": "收到群众来信，加大公开力度，提高力度不够的村的公开水平，受到申请人好评，拓宽渠道。",
    "typo.said_twice": "以及和谐稳定，避免不必要的浪费，存在的主要问题是不够及时，防止再次发生，严禁不按程序公开。",
    "typo.lacking": "会议正在进行。积极参与。惠及。对此予以公开，村的，的确，3个条件，2处长期问题。",
    "typo.function_character": "军队转业干部，病历归档，末端治理，再公开，已按期答复，个体户，为人民服务，与会人员，会计念账，讲实话。",
    "typo.small_word": "一事一议，三事分流，没有公开，有镇长信箱，讲情况、摆问题，再次通报，清单管理，情况属实，信息类公开，子曰。",
    "typo.heard_word": "新生报到，有工作经历，以法治思维推进工作，放管服，行使权利，提供生活必需品，化学反应，资金及使用情况，反应迅速，因当日停电。",
    "typo.spun_word": "创始人，楼梯扶手，卓越贡献，前提条件，阻挡视线，避免再次发生，知情权、表决权和监督权，优化情况见附表。",
    "typo.taken_noun": "他的意思很清楚，采取过激行为，拓宽增收门路，营造清新空气，解决这道题目，加大劳动强度，统一步调，监视居住。",
    "typo.taken_verb": "确定专人负责落实，增强了公开意识，停止使用旧章，发表了题为《公开》的文章，好像社会公众都知道，凡事预则立，自始至终，会议开始前全体起立。",
    "typo.taken_formula": "以合同契约为准，公开为常态，业务型干部，打下根本性基础，往后延期，主要议程三项，个体工商户进行登记，根据规定的时限办理。",
    "typo.distorted_phrase": "实行计划管理，开展规划编制，展开讨论，工程项目进展顺利，大众创业，工作标准化，面对困难，提出意见，局部地区有雨，构成犯罪的，个体工商户，聚集优势资源，公开期间接受监督，群众愿意来办事。",
    "typo.swapped_word": "监视鼠害发生情况，公然违反规定，召开座谈会，实时更新，工具书，紧张有序，前提是自愿。",
    "typo.broken_word": "开通微信公众号，惠企政策扫码可看，股室负责人已到岗，审签件已办结。",
    "typo.washed": "他讲得仔细，用地广阔，形势稳定，继续发展。",
    "typo.idiom": "按部就班，弄虚作假，迎刃而解，以己之长比人之短，「七山一水二分田」，转来转去。",
    "typo.missing_last": "满意度明显提高，接受群众监督，观念非常重，眼前利益和长远利益，件件有着落，住有所居。",
    "typo.held_to": "追究有关人员的责任，追究责任，追究刑事责任，依法追究其责任人责任，追究相关人员失职行为。",
    "typo.tendency": "存在重形式、轻实效的现象，存在问题，存在重复公开，存在重建轻管问题，不存在差距。",
    "typo.relations": "密切了干群关系，密切联系群众，密切配合，密切党群干群关系，密切关注。",
    "typo.placed_under": "置于群众监督之下，置于阳光下，置于监督下，置于首位，置于突出位置。",
    "typo.importance": "认识到防汛的重要性，这很重要，认识重要意义，至关重要，重要的是落实。",
    "typo.heard_whom": "听取群众意见，听取代表的建议，听取了汇报，听取情况介绍，听取专家讲解。",
    "typo.clause_as_object": "公开涉及群众切身利益的事项，事关群众切身利益，把涉及切身利益的问题公开，维护切身利益，关系切身利益。",
    "typo.through_makes": "通过学习，全体干部提高了认识。学习使干部提高了认识。通过网站，群众可查询。经审核，予以公开。通过公开栏公示。",
    "typo.named_by_content": "负责信息的收集、审核等工作，负责落实，负责审核，负责收集、整理等事务，专人负责。",
    "typo.rewritten_text": "香烟缭绕，摆设简单，当真要去，公然违反规定，技艺纯熟，接受群众监视。",
    "typo.lost_character": "依申请公开，稳增长、促落实，成立监督组，开通线上线下双渠道，扶贫款，服务量，公开点，抓重点，建章立制。",
}


@pytest.mark.parametrize("name", FIRES)
def test_fires(name):
    assert [text for text in FIRES[name] if not findings(name, text)] == []


@pytest.mark.parametrize("name", sorted(FIRES))
def test_is_silent_on_clean_text(name):
    for text in (*CLEAN, PASSES.get(name, "")):
        assert [found.quote for found in findings(name, text)] == []


def test_every_typo_rule_is_tested():
    tested = (
        FIRES.keys()
        | OF_SENTENCES.keys()
        | OF_CONSTRUCTIONS.keys()
        | OF_MEASURES.keys()
        | OF_ODDNESS.keys()
        | OF_SMALL_WORDS.keys()
        | OF_TAILS.keys()
        | OF_STRUCTURE.keys()
        | OF_CLUMSY.keys()
        | OF_TWINS.keys()
        | OF_ROWS.keys()
        | OF_WHAT_IS_SAID_AGAIN.keys()
        | OF_WHAT_IS_SAID_OVER.keys()
        | OF_WHAT_IS_OWED.keys()
        | OF_UNITS_AND_LEADS.keys()
        | OF_CROSSED_WAYS.keys()
        | OF_WHAT_IS_LAID_OVER.keys()
        | OF_CUT_WORDS.keys()
        | OF_AMOUNTS.keys()
        | OF_DROPPED_WORDS.keys()
        | OF_FORMULAS.keys()
        | OF_GOVERNED.keys()
        | OF_JOINED.keys()
        | OF_MAKINGS.keys()
        | OF_OPENINGS.keys()
        | OF_PASTED.keys()
        | OF_REPORTS.keys()
        | OF_OPEN_CLAUSES.keys()
        | OF_PARTED_BUNDLES.keys()
        | OF_SYNTAX.keys()
        | OF_UNCLOSED.keys()
        | OF_WHAT_IS_SAID.keys()
        | OF_WHAT_WENT_ASTRAY.keys()
        | OF_YEARLY_REPORTS.keys()
        | OF_CONVERTED_TEXTS.keys()
        | OF_TWO_WAYS.keys()
        | OF_ENDS_AND_HALVES.keys()
        | OF_GAPS.keys()
        | OF_STRIPPED_TITLES.keys()
        | OF_WORDS_LEFT_OUT.keys()
    )
    assert {rule.name for rule in all_rules() if rule.category == "typo"} <= tested


def test_a_quoted_slip_is_talked_about_not_made():
    assert findings("typo.homophone", "有3处把“部署”误写为“布署”。") == []
    assert findings("typo.broken_word", "把“批准”写成“批淮”。") == []


def test_suggestion_replaces_exactly_what_is_reported():
    text = "自觉接受社会各届的监督。"
    (found,) = findings("typo.homophone", text)
    assert text[: found.start] + found.suggestion + text[found.end :] == "自觉接受社会各界的监督。"


def test_text_outside_the_document_is_not_read():
    text = "各项任务以经完成，已经公开。"
    assert findings("typo.homophone", text, start=9) == []


def test_in_a_paragraph_that_lost_its_marks_lists_and_short_runs_are_told_too():
    stripped = (
        "工作中我们坚持边查边改发现问题立即纠正对群众反映的事项逐件登记逐件答复做到件件有回音。"
        "镇纪委会同党政办每月抽查通报结果纳入考核，形成了长效机制。"
    )
    items = "各村公开栏公示栏电子屏同步更新。"
    assert [found.quote for found in findings("typo.mark_lost", stripped + items)][-1] in items
    marked = "工作中我们坚持边查边改，发现问题立即纠正，对群众反映的事项逐件登记、逐件答复。"
    assert findings("typo.mark_lost", marked + items) == []


def test_run_on_offers_commas():
    (found,) = findings("typo.run_on", FIRES["typo.run_on"][1])
    assert "，不断改进工作" in found.suggestion


def test_a_doubtful_form_is_warned_of_where_the_text_is_shown_to_be_rewritten():
    doubtful = "适时召开会议。"
    assert findings("typo.swapped_word", doubtful) == []
    assert {found.severity for found in findings("typo.swapped_word", REWRITTEN + doubtful)} == {"warning"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("typo.wrong_pair", "须在本镇居住一年已上。"),
        ("typo.wrong_pair", "挽回损失56万元余。"),
        ("typo.wrong_pair", "7月10号底前完成整改。"),
        ("typo.said_twice", "体检标准参照公务员标准参照执行。"),
        ("typo.said_twice", "逾期取消评先资格的资格。"),
        ("typo.said_twice", "不得克扣、挪用专款等现象。"),
        ("typo.said_twice", "办理来信42件次件。"),
        ("typo.lacking", "另一方面，将群众关心的信息及时准确。"),
        ("typo.double_word", "逾期长达长达23天。"),
    ],
)
def test_frames_that_fall_apart(name, text):
    assert findings(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "增加培训次数，加强培训。",
        "居住一年以上，工程已上马，投入10万元已上报。",
        "挽回损失56万余元，10日底账已核对。",
        "参照公务员标准执行，不得有挪用等现象，严禁发生挪用等情况。",
        "取消评先资格，资格的认定，42件次，余款付清。",
        "把信息及时准确公开，将结果报送得及时准确。",
    ],
)
def test_frames_that_hold(text):
    for name in ("typo.wrong_pair", "typo.said_twice", "typo.lacking"):
        assert findings(name, text) == []


def test_common_slips_of_sound_and_shape():
    text = "公示期间有异义的可提出，为民服务的热枕，名列前矛，形成有力震摄，做好防讯抗早。"
    assert [found.quote for found in findings("typo.homophone", text)] == [
        "有异义",
        "热枕",
        "名列前矛",
        "震摄",
        "防讯",
        "抗早",
    ]
    right = "无异议的予以公示，满腔热忱，名列前茅，形成震慑，防汛抗旱，词语有歧义。"
    assert findings("typo.homophone", right) == []


def test_a_word_of_the_county_is_never_mended(tmp_path):
    text = "因干旱造成的青苗赔尝没有逐户公开。"
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/terms.json").write_text('{"entries": [{"word": "赔尝"}]}', encoding="utf-8")
    assert misfits(text, load_lists())
    assert not misfits(text, load_lists(tmp_path))


def test_what_a_text_says_three_times_is_no_slip():
    assert not misfits("青苗赔尝标准已定。青苗赔尝已发放。青苗赔尝有结余。", load_lists())


def test_verbs_that_stand_alone_have_lost_nothing():
    assert not misfits("及时公开，在大厅设窗口受理。在村口设意见箱，逐户建台账。", load_lists())


def test_a_long_text_is_not_searched_for_each_place():
    lines = [f"第{n}号地块青苗赔尝未公开，另有{n}户{chr(0x4E00 + n)}田地待核。\n" for n in range(4_000)]
    lists = load_lists()
    assert not grows_with_the_square(
        lambda size: seconds_of(lambda: misfits("".join(lines[:size]), lists)), 2_000, 0.2
    )


def test_a_language_that_the_statistics_do_not_know_is_left_alone():
    assert not misfits(
        "鍙戝竷鐨勮鏀胯鐘€ф枃浠跺紑灞曟竻鐞嗗伐浣溿€傛繁鍏ヨ疮褰诲厷鐨勭簿绁炪€�" * 20, load_lists()
    )


def misfits(text, lists):
    ingested = Ingested(SourceDocument("x.txt", text, "text/plain"), (), (), ())
    rules = [rule for rule in all_rules() if rule.name.startswith("typo.misfit")]
    return [
        found.quote
        for passage in passages(ingested, lists=lists)
        for rule in rules
        for found in rule.find(rule, passage)
    ]
