"""What goes with a figure said twice, or half: 「1500余份多」, 「95%以上多」, 「轮训一遍次」, 「60人次数」, 「满意率达到98%上」.

A figure has one measure, one word that makes it vague, one limit. The measures and what may follow them are classes; only a
combination that is a measure itself (「人次」, 「场次」) is left alone.
"""

from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import warning_of
from mingbai.text.proofreading.rules._parsing import END
from mingbai.text.proofreading.rules._rows import Row, rows_of

_FIGURE = r"(?:\d[\d,.]*[万千百]?|[一二三四五六七八九十百千两][一二三四五六七八九十百千万]*)"
_MEASURES = "份条件次场期户人名位个项篇起批处台套辆座所家亩吨米元天遍轮回趟册本张幅块笔例宗组届"
_MEASURE = f"(?:人次|户次|件次|场次|公里|平方米|[{_MEASURES}])"
# Two of them that are one measure or a word.
_ONE_WORD = "场所|处所|套件|件套|台套|台件|名家|个位|条幅|张家|本位|个人|户名|人家|人份|篇章|期刊|批处|处处|家家|人人|个个|件件|条条|户户|个家|户个|位家|笔画|块头|座位|席位|辆份"
_AGAIN = "遍次|次遍|次回|回次|遍回|趟次|次趟|次轮|轮遍|次番"
# Of these two stand side by side by mistake.
_TWICE = "份条件场期户名位个项篇起批处套辆座家本张幅块笔例宗"
_OF_COUNTED = "人次 件次 场次 户次 份 条 户 期 次 件 起 篇"
# Where a clause ends or the next of a list follows.
_LISTED = r"(?=[，,。；;：:！？!?、\n]|$)"
_MANY = "余多来几"
_WITHIN = "内之内 内以内 以内之内 之内以内 以内以内 之内之内"

_warning = warning_of("typo", "typo")

_VAGUE: tuple[Row, ...] = (
    (
        "多 余",
        rf"(?P<mark>{_FIGURE}[{_MANY}]{_MEASURE}[多余]){_LISTED}",
        "「{}」里「余」「多」说了两遍，留一个",
        "warning",
    ),
    (
        "以上多 以上余 以下多 以内多 左右多 多以上 余以上 以上多以上",
        rf"(?P<mark>{_FIGURE}(?:[%％]|{_MEASURE})?(?:以上|以下|以内|左右)[多余]){END}",
        "「{}」里「多」多余，留「以上」「左右」",
        "warning",
    ),
    (
        "多以上 余以上 多左右 余左右",
        rf"(?P<mark>{_FIGURE}[%％][多余](?:以上|左右))",
        "「{}」里「多」「余」与「以上」「左右」重复，留一个",
        "warning",
    ),
)
_MEASURED: tuple[Row, ...] = (
    (
        " ".join(_TWICE + "遍次回趟轮番"),
        rf"(?P<mark>{_FIGURE}[{_MANY}]?(?!{_ONE_WORD})(?:{_AGAIN}|[{_TWICE}][{_TWICE.removesuffix('次')}])){END}",
        "「{}」用了两个量词，留一个",
        "warning",
    ),
    (
        " ".join(f"{word}数" for word in _OF_COUNTED.split()),
        rf"(?P<mark>{_FIGURE}[{_MANY}]?(?:{'|'.join(_OF_COUNTED.split())})数){END}",
        "「{}」里「数」多余",
        "warning",
    ),
    (
        "户家庭 户人家 户农户 户住户",
        rf"户(?:共|为|有|共有|计)?(?P<mark>{_FIGURE}户(?:家庭|人家|农户|住户)){END}",
        "「{}」前面已经说了是什么户，后面的「家庭」「农户」重复",
        "info",
    ),
    (
        "个",
        rf"(?P<mark>(?:\d+|[两三四五六七八九十]+)个(?:(?![到至为成变是有和与及])[{HAN}]){{2,6}}(?<![几多两整各每半一])个){END}",
        "「{}」里「个」写了两遍",
        "warning",
    ),
)
_LIMITS: tuple[Row, ...] = (
    (
        "的以上 的以下 的以内 的左右",
        rf"\d(?:[%％]|{_MEASURE})(?P<mark>的)(?=(?:以上|以下|以内|左右)[，,。；;、])",
        "「{}」多余",
        "warning",
    ),
    (
        "%上 ％上",
        rf"(?P<mark>\d[\d.]*[%％][上下]){END}",
        "「{}」疑为「以上」「以下」，漏了「以」",
        "warning",
    ),
    (
        _WITHIN,
        f"(?P<mark>{'|'.join(sorted(_WITHIN.split(), key=len, reverse=True))})",
        "「{}」一个意思说了两遍，留一个",
        "warning",
    ),
    (
        "时间为 期限为 期为",
        rf"[为是](?P<mark>{_FIGURE}个?(?:年|月|天|日|工作日)的?(?:时间|期限)?为){END}",
        "「{}」前面已有「为」，末尾的「为」多余",
        "warning",
    ),
    (
        "达到为 为达到 达为 为达",
        r"[率度面数量](?P<mark>达到为|为达到|达为|为达)(?=约?近?\d|百分之)",
        "「{}」两种写法混在一起，写「达到」或「为」",
        "warning",
    ),
    (
        "达率",
        r"[化盖结意晓格保种装成及](?P<mark>达率)为?(?=约?近?\d|百分之)",
        "「{}」两个字颠倒了，疑为「率达」",
        "warning",
    ),
)
_UP, _DOWN = "增加|增长|提高|上升|提升|上涨|增多", "减少|下降|降低|缩短|压缩|缩减|下滑|回落"


def _both(words: str) -> str:
    """Each of the words with each of the others behind it."""
    every = words.split("|")
    return " ".join(
        f"{one}{joint}{other}" for one in every for other in every if one != other for joint in ("", "了")
    )


_CHANGES: tuple[Row, ...] = (
    (
        _both(_UP),
        rf"(?P<mark>(?P<one>{_UP})了?(?!(?P=one))(?:{_UP}))了?(?=约?近?\d|百分之|[一二三四五六七八九十两]+[个件天次])",
        "「{}」一个意思说了两遍，留一个",
        "warning",
    ),
    (
        _both(_DOWN),
        rf"(?P<mark>(?P<one>{_DOWN})了?(?!(?P=one))(?:{_DOWN}))了?(?=约?近?\d|百分之|[一二三四五六七八九十两]+[个件天次])",
        "「{}」一个意思说了两遍，留一个",
        "warning",
    ),
)

RULES = (
    _warning(
        "vague_twice",
        "数字后面表示约数的字说了两遍：「1500余份多」「95%以上多」「91%多以上」。",
        "印发明白纸1500余份多，群众满意率在95%以上多。",
        "印发明白纸1500余份，群众满意率在95%以上，历时3年多，超过10公里。",
        rows_of(_VAGUE),
    ),
    _warning(
        "two_measures",
        "数字后面用了两个量词，或者量词后面又多了一个「数」「个」：「轮训一遍次」「60人次数」「18个行政村个」。",
        "对党员轮训一遍次，接待群众60人次数。",
        "对党员轮训一遍，接待群众60人次，举办培训3场次，走访15户次，辖18个行政村。",
        rows_of(_MEASURED),
    ),
    _warning(
        "limit_damaged",
        "数字前后的「以上」「以内」「为」「达到」漏了一半或者说了两遍：「98%上」「15日以内之内」「为一年时间为」「率达到为100%」。",
        "满意率达到98%上，应在15日以内之内答复，工期为一年时间为。",
        "满意率达到98%以上，应在15日以内答复，工期为一年，为达到100%的目标而努力。",
        rows_of(_LIMITS),
    ),
    _warning(
        "change_twice",
        "数字前面的增减说了两遍：「同比增加增长12%」「缩短减少了5天」。",
        "来访同比增加增长12%，办理时限缩短减少了5天。",
        "来访同比增加12%，增长率提高3个百分点，办理时限缩短了5天，增加、提高了标准。",
        rows_of(_CHANGES),
    ),
)
