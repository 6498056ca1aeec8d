"""Illnesses by name, for all rules that ask whether one stands beside a person."""

from mingbai.text.proofreading.rules._knowledge import listed

# With 「癌」 and 「瘤」 behind whatever is ill.
ILLNESSES = listed(
    "癌 瘤 肿瘤 白血病 尿毒症 红斑狼疮 血友病 地中海贫血 再生障碍性贫血 糖尿病 高血压 心脏病 冠心病 慢性病 肾衰 肾衰竭 肾病 乙肝 丙肝 肝硬化"
    " 肺结核 尘肺 尘肺病 矽肺 艾滋 艾滋病 脑瘫 脑梗 脑梗死 脑出血 脑卒中 脑中风 偏瘫 瘫痪 癫痫 帕金森 阿尔茨海默 阿尔茨海默病 老年痴呆 渐冻症 肌无力"
    " 类风湿 股骨头坏死 强直性脊柱炎 精神病 精神障碍 精神分裂 精神分裂症 抑郁 抑郁症 焦虑症 双相情感障碍 自闭症 唐氏综合征"
)
# Told of a time as well, 「新冠肺炎疫情」: beside a name they are none of a person's unless that is said.
EPIDEMICS = listed("肺炎 肝炎")
# Said without a name.
ILL = listed("残疾 智障")
# Part of other words too, 「集中风险」: where nothing else says that somebody is ill they are none.
_DOUBTFUL = r"(?<!集)中风(?!险)"


def any_of(*words: str) -> str:
    """A pattern for one of the words, of those that begin alike the longest."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


# A pattern for one of them.
ILLNESS = f"{any_of(*ILLNESSES, *EPIDEMICS)}|{_DOUBTFUL}"
