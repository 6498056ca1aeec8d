"""What is known of an item besides its text: the fields of the form, of an edition and of the public page."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from mingbai.disclosure.models import Kind, Openness, Relation

TITLE_LIMIT = 300
GENRES = (
    "命令", "决定", "公告", "通告", "通知", "通报", "议案", "报告", "请示", "批复", "意见", "函", "会议纪要", "其他",
)  # fmt: skip
GROUNDS = {
    "第十四条": "国家秘密，或法律、行政法规禁止公开，或公开后可能危及国家安全、公共安全、经济安全、社会稳定",
    "第十五条": "商业秘密、个人隐私等公开会对第三方合法权益造成损害",
    "第十六条第一款": "内部事务信息",
    "第十六条第二款": "履行行政管理职能过程中形成的过程性信息、行政执法案卷信息",
}
_NUMBER = re.compile(
    r"^(?P<issuer>.*?)[〔\[［(（【﹝〖](?P<year>\d{4})[〕\]］)）】﹞〗](?:第)?0*(?P<serial>\d+)号$"
)
_DATES = ("written_on", "effective_on", "lapsed_on")
_LIMITS = {
    "document_number": 60, "issuer": 160, "theme": 60, "genre": 20, "served_group": 60, "keywords": 200,
    "summary": 500, "openness_ground": 200,
}  # fmt: skip
LABELS = {
    "document_number": "文号", "issuer": "发布机构", "theme": "主题分类", "genre": "体裁分类", "served_group": "服务对象",
    "keywords": "关键词", "summary": "内容概述", "openness_ground": "不公开理由", "written_on": "成文日期",
    "effective_on": "生效日期", "lapsed_on": "失效日期", "columns": "栏目", "items": "对应的公开事项", "kind": "文档种类", "openness": "公开属性",
    "relations": "关联信息",
}  # fmt: skip


@dataclass(frozen=True)
class Metadata:
    """`columns`: ids of catalogue columns, the main one first; `items`: ids of rows of the standard catalogue that it
    answers; `relations`: (kind, id of the other item)."""

    kind: str = Kind.OTHER.value
    document_number: str = ""
    issuer: str = ""
    written_on: date | None = None
    effective_on: date | None = None
    lapsed_on: date | None = None
    theme: str = ""
    genre: str = ""
    served_group: str = ""
    keywords: str = ""
    summary: str = ""
    openness: str = Openness.ACTIVE.value
    openness_ground: str = ""
    columns: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    relations: tuple[tuple[str, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        values = dict(vars(self))
        for name in _DATES:
            values[name] = values[name].isoformat() if values[name] else None
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Metadata":
        known = {field.name: values[field.name] for field in fields(cls) if field.name in values}
        for name in _DATES:
            if known.get(name):
                known[name] = date.fromisoformat(known[name])
        known["columns"] = tuple(known.get("columns", ()))
        known["items"] = tuple(known.get("items", ()))
        known["relations"] = tuple((kind, other) for kind, other in known.get("relations", ()))
        return cls(**known)

    @property
    def kind_label(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def openness_label(self) -> str:
        return str(Openness(self.openness).label)

    def descriptive(self) -> dict[str, Any]:
        """The fields that `Disclosure` repeats."""
        values = dict(vars(self))
        del values["columns"], values["items"], values["relations"]
        return values


@dataclass(frozen=True)
class Problem:
    field: str
    message: str


def normalise_number(number: str) -> str:
    """文号 with six-corner brackets, without 第 and leading zeros (GB/T 9704); other writing is left alone."""
    compact = re.sub(r"\s+", "", number)
    found = _NUMBER.match(compact)
    if not found:
        return compact
    return f"{found['issuer']}〔{found['year']}〕{int(found['serial'])}号"


def normalised(metadata: Metadata) -> Metadata:
    return replace(
        metadata,
        document_number=normalise_number(metadata.document_number),
        issuer=metadata.issuer.strip(),
        keywords=" ".join(re.split(r"[\s,，;；、]+", metadata.keywords.strip())),
        openness_ground="" if metadata.openness == Openness.ACTIVE else metadata.openness_ground.strip(),
        columns=tuple(dict.fromkeys(metadata.columns)),
        items=tuple(dict.fromkeys(metadata.items)),
    )


def unusable(title: str, metadata: Metadata) -> list[Problem]:
    """What cannot even be kept in a draft."""
    found = []
    if len(title) > TITLE_LIMIT:
        found.append(
            Problem("title", f"标题有 {len(title)} 个字，最多 {TITLE_LIMIT} 个。请核对是否把正文贴进了标题。")
        )
    for name, limit in _LIMITS.items():
        length = len(getattr(metadata, name))
        if length > limit:
            found.append(Problem(name, f"{LABELS[name]}有 {length} 个字，最多 {limit} 个。请删减。"))
    if metadata.kind not in Kind.values:
        found.append(Problem("kind", "没有这个文档种类。请从列表中选择。"))
    if metadata.openness not in Openness.values:
        found.append(Problem("openness", "公开属性只能是主动公开、依申请公开或不予公开。"))
    if any(kind not in Relation.Kind.values for kind, _ in metadata.relations):
        found.append(Problem("relations", "没有这种关联。请从列表中选择。"))
    return found


def incomplete(
    title: str, body_text: str, has_attachments: bool, metadata: Metadata, today: date
) -> list[Problem]:
    """What stands in the way of submission."""
    found = unusable(title, metadata)
    if not title.strip():
        found.append(Problem("title", "请填写标题。"))
    if not body_text.strip() and not has_attachments:
        found.append(Problem("body", "正文和附件都是空的。请粘贴正文或上传文件。"))
    if not metadata.columns:
        found.append(Problem("columns", "请选择栏目。"))
    found += _contradictions(metadata, today)
    if metadata.openness != Openness.ACTIVE and not metadata.openness_ground:
        found.append(Problem("openness_ground", "不主动公开的要写明理由和条例条款。"))
    return found


def _contradictions(metadata: Metadata, today: date) -> list[Problem]:
    found = []
    written, effective, lapsed = (getattr(metadata, name) for name in _DATES)
    if written and written > today:
        found.append(Problem("written_on", f"成文日期 {written} 还没有到。请核对年份。"))
    if written and effective and effective < written and not _retroactive(metadata):
        found.append(
            Problem("effective_on", f"生效日期 {effective} 早于成文日期 {written}。请核对这两个日期。")
        )
    if effective and lapsed and lapsed < effective:
        found.append(Problem("lapsed_on", f"失效日期 {lapsed} 早于生效日期 {effective}。请核对这两个日期。"))
    elif written and lapsed and lapsed < written:
        found.append(Problem("lapsed_on", f"失效日期 {lapsed} 早于成文日期 {written}。请核对这两个日期。"))
    number = _NUMBER.match(metadata.document_number)
    if number and written and int(number["year"]) > written.year:
        found.append(
            Problem(
                "document_number", f"文号是 {number['year']} 年的，成文日期却在 {written.year} 年。请核对。"
            )
        )
    return found


def _retroactive(metadata: Metadata) -> bool:
    """Lists and reports tell of a past period; only rules of general application must not reach back."""
    return metadata.kind not in {Kind.NORMATIVE_DOCUMENT}
