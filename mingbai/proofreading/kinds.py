"""The lists that a county may extend: what each is for and what an entry of it says."""

from dataclasses import dataclass
from typing import Literal

from mingbai.core.errors import Missing

Form = Literal["text", "day", "year", "words", "number", "choice"]
SWITCHES, SWITCHES_TITLE = "switched_off", "规则开关"
# rules on trial that the county takes for proven (docs/adr/0012)
TRUSTED, TRUSTED_TITLE = "proven_rules", "提前信任的规则"

SEVERITIES = (("error", "必须处理"), ("warning", "应当看看"), ("info", "提示"))
SLIPS = (("homophone", "写错字"), ("washed", "换了近义词"), ("collocation", "搭配不当"))


@dataclass(frozen=True)
class Field:
    """One thing that an entry says; `shortest` in characters, for words that are looked for in texts."""

    name: str
    label: str
    form: Form = "text"
    required: bool = True
    help: str = ""
    shortest: int = 1
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ListKind:
    """`key` names the file; the first field names the entry and stands in the list once."""

    key: str
    title: str
    explain: str
    fields: tuple[Field, ...]

    @property
    def name(self) -> Field:
        return self.fields[0]


SOURCE = Field("source", "依据", help="例如：县政府办2026年3月通知。", shortest=2)
_SEVERITY = Field("severity", "程度", "choice", choices=SEVERITIES)
_UNLESS = Field(
    "unless",
    "除外",
    "words",
    required=False,
    help="包含这个写法、但本身正确的词，用空格隔开。例如「社会主意」的除外是「社会主意识」。",
)
_UNTIL = Field("until", "最晚年份", "year", help="这一年及以前的材料可以这样写，以后的会被标出。")

KINDS = (
    ListKind(
        "laws",
        "法律法规",
        "文稿引用法规时，按这张表核对名称，并查是否已废止、是否尚未施行。",
        (
            Field("name", "名称", shortest=3, help="不加书名号，不写「中华人民共和国」。"),
            Field("in_force", "施行日期", "day", required=False),
            Field("repealed", "废止日期", "day", required=False),
            Field("replaced_by", "代替它的法规", required=False),
            Field("wrong", "常见误称", "words", required=False, help="用空格隔开，各不少于三个字。"),
        ),
    ),
    ListKind(
        "policies",
        "文件名称",
        "文稿引用上级文件时，按这张表核对文件名称。",
        (
            Field("name", "名称", shortest=6, help="不加书名号。"),
            Field("by", "发文机关"),
            Field("out", "发文年份", "year"),
        ),
    ),
    ListKind(
        "ministries",
        "部门旧名",
        "机构改革后还写旧部门名称的，按这张表提示。",
        (Field("name", "旧名称", shortest=3), Field("now", "现在的部门"), _UNTIL),
    ),
    ListKind(
        "outdated",
        "过时提法",
        "所写年份已经不用的提法，按这张表提示。",
        (
            Field("wording", "提法", shortest=2),
            Field("now", "现在的提法", required=False),
            _UNTIL,
            _SEVERITY,
        ),
    ),
    ListKind(
        "confusions",
        "易错词",
        "文稿里出现左边的写法，就提示改成右边的写法。",
        (
            Field("wrong", "错误写法", shortest=2),
            Field("right", "正确写法"),
            Field("kind", "哪一类", "choice", choices=SLIPS),
            _SEVERITY,
            _UNLESS,
        ),
    ),
    ListKind(
        "phrases",
        "固定说法",
        "常用的固定说法，用来发现其中的错字、漏字和颠倒。",
        (Field("phrase", "说法", shortest=4, help="四个字以上，写正确的样子。"),),
    ),
    ListKind(
        "terms",
        "本县用词",
        "本县的简称、地方叫法和专用词。登记以后，审校不再把它们当成错字。",
        (Field("word", "词", shortest=2, help="例如：居务、屋场会。"),),
    ),
    ListKind(
        "hotlines",
        "公开电话",
        "本县对外公布的电话。登记以后，审校不再把它当成个人号码。",
        (
            Field("number", "号码", "number", help="座机带区号，例如 0564-1234567。"),
            Field("name", "用途", help="例如：青山镇便民服务中心值班电话。"),
        ),
    ),
    ListKind(
        "area_codes",
        "长途区号",
        "文稿里的座机区号不是本地的，按这张表提示核对。",
        (
            Field("code", "区号", "number", help="例如 0564。"),
            Field(
                "place", "地方", shortest=2, help="地市的名称，不带「市」；一个区号几个地方的，用顿号隔开。"
            ),
        ),
    ),
    ListKind(
        "places",
        "地名",
        "本县和邻近的乡镇、村名。登记以后，同本单位名称只差一个字的，不再当成写错。",
        (
            Field("name", "地名", shortest=3, help="写全，例如：青衫镇。"),
            Field("code", "区划代码", "number", help="民政部门公布的代码，例如 341503104。"),
        ),
    ),
    ListKind(
        "events",
        "会议时间",
        "文稿的年份早于会议召开的年份，却提到了这次会议，就提示核对。",
        (
            Field("name", "会议名称", shortest=4, help="写文稿里出现的样子，例如：县第十五次党代会。"),
            Field("on", "召开日期", "day"),
        ),
    ),
    ListKind(
        "sensitive",
        "严重表述错误",
        "领导人姓名、国名、规范提法一类不能写错的内容，出现左边的写法就提示。",
        (
            Field("wrong", "错误写法", shortest=2),
            Field("right", "正确写法"),
            Field("why", "错在哪里"),
            _SEVERITY,
            _UNLESS,
        ),
    ),
)
_BY_KEY = {kind.key: kind for kind in KINDS}


def kind_of(key: str) -> ListKind:
    """Missing where there is no such list."""
    if key not in _BY_KEY:
        raise Missing("没有这张词表。请从词表页面进入。")
    return _BY_KEY[key]
