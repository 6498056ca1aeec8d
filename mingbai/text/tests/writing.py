"""Documents and pages made up for the tests: other places, other collections, other sites than any sample."""

from dataclasses import dataclass, field

SECTIONS = (
    "一、加强领导，健全机制\n\n{us}成立了由主要负责人任组长的政务公开工作领导小组，明确专人负责日常工作，做到分工明确、责任到人，"
    "形成了一级抓一级、层层抓落实的工作格局。全年召开专题会议{n}次，研究解决公开工作中的问题。",
    "二、突出重点，规范内容\n\n（一）主动公开。{us}通过门户网站主动公开政府信息{m}条，其中机构职能类12条、财政资金类8条。"
    "（二）依申请公开。{us}全年未收到政府信息公开申请。",
    "三、存在的问题和下一步打算\n\n虽然{us}政务公开工作取得了一定成效，但仍存在公开内容不够全面、更新不够及时的问题。"
    "今后{us}将继续完善制度，拓宽渠道，不断提高政务公开工作水平。",
)
PLAN = (
    "一、指导思想\n\n以提高工作透明度为目标，深化公开内容，创新公开形式，推动{us}各项工作再上新台阶，切实保障群众的知情权、参与权和监督权。",
    "二、主要任务\n\n1、完善公开栏。在办公楼前设立固定公开栏，每月更新一次，做到内容真实、更新及时。\n2、推进网上公开。安排2名人员负责网站维护。",
    "三、保障措施\n\n{us}将把公开工作纳入年度考核，对工作不力的进行通报批评，确保各项任务按期完成。",
)


@dataclass(frozen=True)
class Letter:
    """One made-up document; `opening` is its first paragraph."""

    us: str
    opening: str
    title: str | None = None
    sections: tuple[str, ...] = SECTIONS
    closing: str = ""
    n: int = 4
    m: int = 310
    expect: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        parts = [self.title] if self.title else []
        parts.append(self.opening)
        parts.extend(section.format(us=self.us, n=self.n, m=self.m) for section in self.sections)
        if self.closing:
            parts.append(self.closing)
        return "\n\n".join(parts)


TOWN = Letter(
    "我镇",
    "2019年，清溪镇在县委、县政府的正确领导下，认真贯彻落实《中华人民共和国政府信息公开条例》，现将政务公开工作总结如下：",
    expect={"unit": "清溪镇", "year": 2019, "kind": "work_summary"},
)
BUREAU = Letter(
    "我局",
    "今年以来，我局按照市委、市政府的统一部署，扎实推进政务公开，取得了明显成效。现将有关情况汇报如下：",
    title="望江市水利局2016年政务公开工作总结",
    expect={
        "unit": "望江市水利局",
        "year": 2016,
        "kind": "work_summary",
        "title": "望江市水利局2016年政务公开工作总结",
    },
)
SCHOOL = Letter(
    "我校",
    "为进一步推进学校民主管理，加强党风廉政建设，结合我校实际，特制定本学年校务公开工作计划如下：",
    sections=PLAN,
    expect={"unit": None, "year": None, "kind": "work_plan"},
)
MASKED = Letter(
    "我街道",
    "20xx年，在区委、区政府的领导下，我街道坚持以公开促落实，全面推进政务公开工作，现将一年来的工作情况总结如下：",
    expect={"unit": None, "year": None, "kind": "work_summary"},
)
CHECK = Letter(
    "我办",
    "根据县政府办公室《关于开展政务公开自查工作的通知》要求，我办对照标准进行了认真自查，现将自查情况报告如下：",
    expect={"unit": None, "year": None, "kind": "self_check"},
)
VILLAGE = Letter(
    "我村",
    "一年来，石桥村在镇党委、政府的指导下，积极推进村务公开，加强民主管理和民主监督，取得了较好的效果，现总结如下：",
    expect={"unit": "石桥村", "year": None, "kind": "work_summary"},
)
EVERY = (TOWN, BUREAU, SCHOOL, MASKED, CHECK, VILLAGE)
