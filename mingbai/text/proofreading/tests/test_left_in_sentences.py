"""What sites, models and conversions leave inside sentences: names of model papers, words of a page, blanks, marks within words."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

_BEFORE = "共查阅台账260余册，召开座谈会13场，走访群众390户。"
_BEHIND = "群众对村务公开的满意率为96.7%，公开栏更新率达到100%。"
CASES: Cases = {
    "web.title_as_sentence": (
        (
            _BEFORE + "村务公开自查报告最新版。" + _BEHIND,
            _BEFORE + "扶贫领域整改报告。" + _BEHIND,
            _BEFORE + "居务公开工作总结参考模板。" + _BEHIND,
            _BEFORE + "2023年乡镇政务公开总结精选。" + _BEHIND,
            _BEFORE + "党风廉政建设述职报告。" + _BEHIND,
            _BEFORE + "村级财务公开整改方案。" + _BEHIND,
            _BEFORE[:-1] + "，校务公开汇报材料。" + _BEHIND,
        ),
        (
            _BEFORE + "形成村务公开自查报告。" + _BEHIND,
            _BEFORE + "制定整改方案。" + _BEHIND,
            _BEFORE + "档案有：村务公开实施方案；村务公开工作总结；村务公开自查报告。" + _BEHIND,
            _BEFORE + "听取了党风廉政建设情况汇报。" + _BEHIND,
            _BEFORE + "每名干部撰写一篇心得体会。" + _BEHIND,
            "一、工作总结。",
            "三、政务公开工作计划",
        ),
    ),
    "web.furniture_inside": (
        (
            "公开质量有待提高。点击下载附件全文",
            "不收取费用，数量过多的除外。字号：大 中 小 打印",
            "大湾镇人民政府（责任编辑：小陈）",
            "公开栏更新及时。浏览次数：1236次",
            "由领导小组责令整改。（作者：佚名）",
            "工作有序开展。上一条：关于召开村民代表会议的通知",
            "群众满意率96%。展开阅读全文",
        ),
        (
            "群众点击“下载附件”即可取得表格。",
            "群众可以返回首页重新查询。",
            "数据（来源：县统计局）真实可靠。",
            "网站浏览次数达到1236次。",
            "要完善上一条意见，落实下一步措施。",
            "打开网页。点击查看全文按钮即可阅读。",
        ),
    ),
    "sensitive.people_called": (
        (
            "对回民、老弱病残等提供上门服务。",
            "对回回户丧葬用地问题，村委会组织协商。",
            "引导藏民参与公开评议。",
            "对蒙民牧户发放补贴。",
            "走访苗民代表20人次。",
        ),
        (
            "回民中学招生信息已经公开。",
            "对回族群众、老弱病残等提供上门服务。",
            "普惠黎民、造福百姓。",
            "回民公墓由民政局管理。",
            "由张维民同志负责，一回回上门走访。",
        ),
    ),
    "encoding.mark_in_word": (
        (
            "对不按要求公开的，予以通？报批评。",
            "加强队伍建?设，提升能力。",
            "全面推进政务公？开工作。",
            "切实提高服务质？量和水平。",
            "认真落？实各项制度。",
        ),
        (
            "公开栏有人管？理由是什么？",
            "钱到哪里去了？了解情况的人不多。",
            "有没有公开？公开了多少？",
            "对不按要求公开的，予以通报批评。",
            "你是否满意？满意率多少？",
        ),
    ),
    "placeholder.count_left_blank": (
        (
            "会议共计 名党员参加。",
            "全镇现有　　户贫困户。",
            "累计  人次接受培训。",
            "下辖 个行政村。",
            "公示期不少于 个工作日。",
        ),
        (
            "会议共计 32 名党员参加。",
            "全镇现有 贫困户32户。",
            "累计 12人次接受培训。",
            "下辖12个行政村。",
            "合计 元 角 分",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_on_what_was_left_in_a_sentence(name: str) -> None:
    assert misread(name, CASES) == []
