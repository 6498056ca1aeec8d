"""Whose text it is, and the words and names in it that are another's; the own name damaged."""

from mingbai.text.proofreading.rules.outdated import procedure as outdated_procedure
from mingbai.text.proofreading.rules.unit import foreign_fellow as unit_foreign_fellow
from mingbai.text.proofreading.rules.unit import foreign_name as unit_foreign_name
from mingbai.text.proofreading.rules.unit import kinds as unit_kinds
from mingbai.text.proofreading.rules.unit import levels as unit_levels
from mingbai.text.proofreading.rules.unit import own_damaged as unit_own_damaged
from mingbai.text.proofreading.tests.reading import five_of_each, quotes_of

_PROCEDURE = {rule.name: rule for rule in outdated_procedure.RULES}
FIRES = {
    "unit.level_outvoted": [
        unit_levels.RULES[0].fires,
        "关于举办全县培训班的通知\n县政府各部门：经县政府同意举办培训班，请区直各单位派员参加。\n县政府办公室",
        "云浦区民政局2021年工作总结\n区委、区政府高度重视。县财政局及时拨付资金。",
        "关于报送材料的通知\n按照县委、县政府要求，由县纪委牵头，区检察院配合。",
        "桐山县残联2020年工作总结\n桐山县残联认真落实县委部署，配合县医保局，与区民政局联合走访。",
    ],
    "unit.body_of_two_levels": [
        next(rule for rule in unit_levels.RULES if rule.name == "unit.body_of_two_levels").fires,
        "白石镇通知\n报县民政局备案。由区民政局审批。",
        "柳河镇总结\n县水利局检查两次。区水利局派员指导。",
        "青山镇方案\n在县应急局指导下开展，物资由区应急局调拨。",
        "红旗镇公示\n县财政局拨付资金。向区财政局反映。",
    ],
    "unit.city_or_county": [
        next(rule for rule in unit_levels.RULES if rule.name == "unit.city_or_county").fires,
        "桐山县司法局2019年工作要点\n在县委、县政府领导下，进一步提高我市法治建设水平。",
        "关于印发要点的通知\n县政府各部门：县委要求抓好落实。全市各部门要按月报送。",
        "安宁市司法局2019年工作要点\n围绕市委、市政府中心工作，市财政局保障经费，实现全县覆盖。",
        "关于公布清理结果的通知\n市直各部门：市委要求，市财政局负责，市审计局监督。\n县人民政府办公室",
    ],
    "unit.party_of_street": [
        unit_kinds.RULES[0].fires,
        "和平街道2020年工作总结\n和平街道在街道党委领导下认真落实各项工作。",
        "东关街道办事处2021年工作总结\n东关街道扎实推进。街道人民政府高度重视。",
        "春风社区2021年工作总结\n春风社区认真落实街道党委的安排，公开12期。",
        "南门街道2019年总结\n南门街道按月公开，街道党委书记带头宣讲。",
    ],
    "unit.no_villages": [
        unit_kinds.RULES[1].fires,
        "和平街道2021年工作总结\n和平街道各社区按月公开，社区网格员到位。各村要落实责任。",
        "东湖街道2020年工作计划\n东湖街道推动社区治理，完善社区公示栏。督促各村民小组落实。",
        "五里桥街道2022年工作汇报\n五里桥街道在社区村务公开栏张贴公告120份。",
        "南门街道2019年总结\n南门街道12个社区全部达标，社区满意。各村民委员会抓好落实。",
        "中山街道通知\n中山街道各社区抓好防火，社区网格员值班。\n各村委会要落实网格责任。",
    ],
    "unit.bureau_name_slip": [
        next(rule for rule in unit_own_damaged.RULES if rule.name == "unit.bureau_name_slip").fires,
        "请与县农业村局联系。",
        "区人力资源和社会障局负责。",
        "报县退役军人务局审核。",
        "由市应急管管理局牵头。",
    ],
    "outdated.old_procedure": [
        _PROCEDURE["outdated.old_procedure"].fires,
        "2022年政府信息公开指南\n本机关自收到信息公开申请之日起15个工作日内答复。",
        "政府信息公开指南（2021年修订）\n延长答复期限最长不超过15个工作日。",
        "信息公开指南\n根据国务院令第711号，收取检索、复制、邮寄等成本费用。",
        "2023年政府信息公开指南\n认为不依法履行政府信息公开义务的，可以向监察机关举报。",
    ],
    "outdated.time_to_sue": [
        _PROCEDURE["outdated.time_to_sue"].fires,
        "处罚决定书\n2019年6月1日\n或者在三个月内向人民法院起诉。",
        "告知书\n2021年6月1日\n可在3个月内依法向南山县人民法院提起行政诉讼。",
        "答复书\n2020年5月1日\n或者自收到之日起3个月内直接向人民法院提起诉讼。",
        "决定书\n2018年5月1日\n也可以在三个月内提起行政诉讼。",
    ],
    "unit.foreign_town": [
        unit_foreign_name.RULES[0].fires,
        "桃花镇2023年工作总结\n桃花镇认真落实。加强桃园镇微信公众号管理。",
        "关于加强禁烧工作的通知\n各行政村：\n请抓好落实。\n附：柳河镇秸秆禁烧督查组名单\n清泉镇人民政府\n2021年9月15日",
        "云台镇办事须知\n云台镇居民在云岭镇农商行网点申领。",
        "和平街道2015年工作总结\n和平街道认真落实，制定《新华街道政务公开责任追究办法》。",
    ],
    "unit.foreign_county": [
        unit_foreign_name.RULES[1].fires,
        "金沙县粮食局2008年报告\n金沙县粮食局编制本报告。如有疑问，请与黔西县粮食局办公室联系。",
        "新源区农业农村局2020年总结\n新源区扎实推进。\n新河区高标准农田建设完成3.2万亩。",
        "桐山县残联2021年决算说明\n桐山县残联认真落实。\n永和县残联2021年支出318万元。",
        "长乐县水利局2022年工作总结\n长乐县水利局履行职责。滨海县将进一步加强管理。",
    ],
    "unit.foreign_village": [
        unit_foreign_fellow.RULES[0].fires,
        "桃园社区2022年居务公开总结\n桃园社区按月公开。\n梨园社区将继续完善公开栏。",
        "红岩村2021年工作总结\n红岩村扎实推进。青坡村新建广场1处。",
        "上河村2020年村务公开总结\n上河村按季公开。枫树村党支部带头落实。",
        "福源社区2021年总结\n福源社区按季公开。锦江社区网格员每日巡查。",
    ],
    "unit.foreign_fellow": [
        unit_foreign_fellow.RULES[1].fires,
        "凌河县第二人民医院2020年公开承诺书\n凌河县第二人民医院郑重承诺：\n三、凌河县中医院设立投诉电话。",
        "大河镇卫生院2022年总结\n大河镇卫生院认真自查。柳河镇卫生院将进一步改进。",
        "桐山县第三中学2021年总结\n桐山县第三中学按期公开。\n江湾中学成立领导小组。",
        "河口镇中心小学2020年总结\n河口镇中心小学按期公开。\n临江小学今后将继续坚持。",
    ],
    "unit.foreign_body": [
        unit_foreign_fellow.RULES[2].fires,
        "桐山县民政局2022年部门预算说明\n一、主要职责\n桐山县审计局内设6个股室。",
        "桐山县教育局2020年部门决算\n2020年桐山县科技局收入总计120万元。",
        "桐山县林业局2021年部门决算\n桐山县水利局2021年度支出318万元。",
        "桐山县图书馆2021年部门预算\n桐山县博物馆2021年预算收入80万元。",
    ],
    "unit.own_body_damaged": [
        unit_own_damaged.RULES[0].fires,
        "长岭县教育局2014年自查报告\n长岭县教育局认真自查。今后，长岭县教局将抓好公开。",
        "新源区农业农村局2020年总结\n新源区农业农村局认真落实。新源区农业村局将以此为抓手。",
        "桐山县市场监督管理局2020年总结\n桐山县市场监督局管理认真落实各项制度。",
        "桐山县残疾人联合会2020年总结\n桐山县残疾人联会认真落实各项制度。",
    ],
    "unit.own_town_cut": [
        unit_own_damaged.RULES[1].fires,
        "清泉镇2020年总结\n清泉镇认真落实。泉镇党委高度重视。",
        "石桥乡2021年总结\n石桥乡扎实推进。桥乡人民政府按月公开。",
        "柳溪镇2023年总结\n柳溪镇规范执法，柳镇综合行政执法大队办案31件。",
        "沙河镇2019年总结\n沙河镇按期公开。由河镇政务公开办负责。",
        "金鸡岭镇2019年总结\n金鸡岭镇按期公开。鸡岭镇将继续改进。",
    ],
    "unit.government_damaged": [
        unit_own_damaged.RULES[3].fires,
        "与平安乡人名政府共同举办讲座。",
        "东湖街道办处，2021年1月10日。",
        "政府公开是县民政府密切联系群众的途径。",
        "由县政府办室负责汇总。",
    ],
    "unit.level_doubled": [
        unit_own_damaged.RULES[4].fires,
        "在镇镇党委的领导下推进。",
        "由区区教育局负责落实。",
        "由乡乡政府抓好落实。",
        "经街道街道办研究决定。",
    ],
}
PASSES = {
    "unit.level_outvoted": [
        unit_levels.RULES[0].passes,
        "安州市民政局2020年工作总结\n各县、区民政局报送材料，县政府、区政府配合。全县排名靠前。",
        "2016年撤县设区，原县委、县政府撤销，区委、区政府成立，全区平稳，区财政局运转正常。",
        "桐山县水利局2022年工作总结\n桐山县灌区管理规范，库区移民安置到位，县委满意，全县受益。",
        "关于做好对口帮扶的通知\n县委、县政府与广州市天河区政府签订协议，县财政局落实资金。",
    ],
    "unit.body_of_two_levels": [
        next(rule for rule in unit_levels.RULES if rule.name == "unit.body_of_two_levels").passes,
        "关于协作的说明\n各县（区）参加，县民政局、区民政局都到会。",
        "撤县设区后，原县民政局更名为区民政局。",
        "柳河镇总结\n县水利局检查两次。县财政局派员指导。",
        "柳河镇总结\n社区民政局代办点设在大厅，县民政局指导。",
    ],
    "unit.city_or_county": [
        next(rule for rule in unit_levels.RULES if rule.name == "unit.city_or_county").passes,
        "桐山县司法局2019年工作要点\n在县委、县政府领导下，全市考核列第三名。",
        "安州市财政局2020年总结\n市委、市政府满意，市审计局监督，各县、区配合，全县报送及时。",
        "桐山县2020年总结\n县委要求，县政府落实，按照全市的统一部署推进。",
        "桐山县2020年总结\n县委要求，县政府落实，市政府通报表扬。",
    ],
    "unit.party_of_street": [
        unit_kinds.RULES[0].passes,
        "和平街道2020年总结\n和平街道做好街道政府信息公开工作，街道党工委研究2次。",
        "双河镇2020年总结\n双河镇与东关街道党委联系，双河镇平稳。",
        "和平街道2020年总结\n各镇街道党委政府报送材料，和平街道及时。",
        "东湖街道2018年总结\n2016年撤镇设街道，原街道党委撤销，东湖街道平稳。",
    ],
    "unit.no_villages": [
        unit_kinds.RULES[1].passes,
        "和平街道2021年总结\n和平街道下辖东关村和8个社区，社区满意。各村委会达标。",
        "和平街道2021年总结\n和平街道各村（社区）按月公开，各社区达标。",
        "双河镇2021年总结\n双河镇各社区达标，社区满意。各村委会按月公开。",
        "和平街道2021年总结\n和平街道认真落实，各村委会按月公开。",
    ],
    "unit.bureau_name_slip": [
        next(rule for rule in unit_own_damaged.RULES if rule.name == "unit.bureau_name_slip").passes,
        "会同县市场监督管理局、区市场监督管理局检查。",
        "县农业局、县综合执法局、县行政服务局配合。",
        "由县人力资源社会保障局、县文化旅游局负责。",
        "县机关事务局、县环保局、县发展改革局落实。",
    ],
    "outdated.old_procedure": [
        _PROCEDURE["outdated.old_procedure"].passes,
        "2016年政府信息公开指南\n本机关自收到信息公开申请之日起15个工作日内答复。",
        "2022年政府信息公开工作报告\n第三方应当自收到征求意见书之日起15个工作日内提出意见。",
        "居住证办理指南\n2022年3月1日\n自受理之日起15日内制作发放。",
        "2022年政府信息公开工作年度报告\n全年未收取检索、复制、邮寄费用。",
    ],
    "outdated.time_to_sue": [
        _PROCEDURE["outdated.time_to_sue"].passes,
        "处罚决定书\n2012年6月1日\n或者在三个月内向人民法院起诉。",
        "通知\n2021年6月1日\n3个月内完成整改，接受人民法院监督。",
        "劳动仲裁须知\n2021年6月1日\n仲裁裁决后可在3个月内向人民法院提起诉讼。",
        "须知\n可在3个月内向人民法院提起行政诉讼。",
    ],
    "unit.foreign_town": [
        unit_foreign_name.RULES[0].passes,
        "桃花镇2023年工作总结\n桃花镇认真落实。赴桃园镇考察学习。",
        "桃花镇2023年工作总结\n桃花镇与石桥镇交界，撤并清水乡后平稳。",
        "桃花镇2023年工作总结\n桃花镇是富民强镇，家乡变化大，农民工返乡创业。",
        "桃花镇2023年工作总结\n桃花镇是全国重点镇，推进城镇建设，主要街道整洁。",
    ],
    "unit.foreign_county": [
        unit_foreign_name.RULES[1].passes,
        "桐山县教育局2020年总结\n桐山县教育局会同县财政局、区内学校落实。",
        "桐山县教育局2020年总结\n桐山县教育局与永和县交流，对口支援新河区。",
        "桐山县水利局2020年总结\n桐山县水利局实施红旗灌区改造，建设水利强县。",
        "桐山县教育局2020年总结\n桐山县教育局向社区、园区宣传，登录县政府网站。",
    ],
    "unit.foreign_village": [
        unit_foreign_fellow.RULES[0].passes,
        "石门村2020年总结\n石门村认真落实。列席社区党委会议5次。",
        "石门村2020年总结\n石门村认真落实。召开村党支部会议3次。",
        "石门村2020年总结\n石门村认真落实。各村党支部互查，自然村党支部配合。",
        "石桥镇2020年总结\n石桥镇认真落实。青坡村新建广场1处。",
    ],
    "unit.foreign_fellow": [
        unit_foreign_fellow.RULES[1].passes,
        "花园小学2019年总结\n花园小学认真落实。通过学校公开栏公开，各学校组织学习。",
        "花园小学2019年总结\n花园小学认真落实。农村小学开展帮扶，全体教师参加。",
        "大河镇卫生院2022年总结\n大河镇卫生院自查。县人民医院对口支援，定点医院公开价格。",
        "花园小学2019年总结\n花园小学按期公开。联合光明小学开展活动。",
    ],
    "unit.foreign_body": [
        unit_foreign_fellow.RULES[2].passes,
        "桐山县民政局2022年部门预算说明\n桐山县民政局内设6个股室。",
        "桐山县民政局2022年部门预算说明\n桐山县财政局、审计局监督，民政局支出按规定。",
        "桐山县农业农村局2021年决算\n县农业局2021年支出318万元。",
        "桐山县2021年预算报告\n桐山县水利局支出318万元。",
    ],
    "unit.own_body_damaged": [
        unit_own_damaged.RULES[0].passes,
        "桐山县教育局2014年报告\n桐山县教育局认真自查，县教体局、教育局机关落实。",
        "桐山县农业农村局2020年总结\n桐山县农业农村局落实，原桐山县农业局已撤并。",
        "桐山县卫生健康局2020年总结\n桐山县卫健局认真落实。",
        "桐山县市场监督管理局2020年总结\n桐山县市场监管局认真落实。",
    ],
    "unit.own_town_cut": [
        unit_own_damaged.RULES[1].passes,
        "向阳镇2017年整改报告\n向阳镇党委高度重视。\n向阳镇将继续整改。",
        "清泉镇2020年总结\n清泉镇按期公开。全镇党委、各镇政府都重视。",
        "石城镇2020年总结\n石城镇加强城镇政务服务，石城镇认真落实。",
        "沙河镇2019年总结\n沙河镇按期公开，建设沿河镇村公路。",
    ],
    "unit.government_damaged": [
        unit_own_damaged.RULES[3].passes,
        "县政府办公会议研究，县民政局落实，人民政协监督。",
        "街道办事处主任、居民委员会委员参加。",
        "政府办公室负责，政务服务中心办理，便民服务中心值班。",
        "人民政权建设不断加强，村民委员会主任带头。",
    ],
    "unit.level_doubled": [
        unit_own_damaged.RULES[4].passes,
        "东关村村民委员会负责落实，村村通公路。",
        "县县通高速，镇镇有干线。",
        "全县县直部门、全镇镇直单位参加。",
        "社区区级补助资金，各县县城绿化。",
    ],
}
test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)


def test_the_title_says_whose_text_it_is() -> None:
    found = quotes_of("2018年双河镇扫黑除恶专项斗争工作总结\n成立专班。召开全乡干部大会3次。\n双河镇人民政府")
    assert found["unit.self_of_other_kind"] == ["全乡"]
