"""Near-copies: builds an index of made-up paragraphs, plants copies with one to four changes, asks for them.

    python -m benchmarks.text_nearcopies [--paragraphs 1000000] [--peer]

`--peer` runs datasketch's MinHashLSH on the same paragraphs where it is installed (it is no dependency).
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

from mingbai.text.nearcopies import NearCopyIndex

WORD_LIST = (
    "公开 信息 群众 服务 工作 制度 管理 监督 领导 落实 部门 单位 财政 资金 项目 村级 会议 培训 网站 栏目 更新 审核 保密 审查 答复 申请 投诉 热线 渠道 平台 窗口 办事 流程 指南 目录 公示"
    " 预算 决算 补贴 救助 低保 医保 社保 就业 教育 卫生 环保 安全 生产 应急 防汛 土地 征收 补偿 规划 建设 道路 水利 农业 林业 扶贫 产业 合作 社区 居民 代表 委员 提案 建议 办理 反馈 整改"
    " 检查 考核 评议 奖惩 责任 分工 协调 推进 完善 健全 规范 加强 提高 拓宽 丰富 创新 保障 参与 透明 廉洁 效率 质量 成效 问题 不足 措施 目标 任务 重点 难点 计划 总结 年度 季度 全年 累计"
)
WORDS = WORD_LIST.split()
JOINTS = "的和，、在对，。，的"
TARGETS = "一二三四五六七八九十甲乙丙丁上下左右前后东南西北"


def paragraph(random_: random.Random) -> str:
    """60 to 200 characters: words of the trade joined by small words, with a number or two."""
    parts = []
    for _ in range(random_.randint(20, 66)):
        parts.append(random_.choice(WORDS))
        if random_.random() < 0.35:
            parts.append(random_.choice(JOINTS))
        if random_.random() < 0.02:
            parts.append(str(random_.randint(2, 999)) + "条")
    return "".join(parts)


def changed(text: str, changes: int, random_: random.Random) -> str:
    """Characters replaced, dropped or put in at random places."""
    letters = list(text)
    for place in sorted(random_.sample(range(len(letters)), changes), reverse=True):
        act = random_.randrange(3)
        if act == 0:
            letters[place] = random_.choice(TARGETS)
        elif act == 1:
            del letters[place]
        else:
            letters.insert(place, random_.choice(TARGETS))
    return "".join(letters)


def gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000


def measure(count: int, build: Callable[[int], Callable[[str], set[int]]]) -> dict[str, float]:
    """Seconds of processor to build, recall of planted copies by number of changes, milliseconds for 2,000 characters."""
    began = time.process_time()
    find = build(count)
    built = time.process_time() - began
    maker, result = (
        random.Random(7),
        {"paragraphs": count, "build_s": round(built, 1), "peak_gb": round(gigabytes(), 2)},
    )
    for changes in (1, 2, 3, 4):
        asked = maker.sample(range(count), 1000)
        found = sum(
            number in find(changed(paragraph(random.Random(number)), changes, maker)) for number in asked
        )
        result[f"recall_{changes}"] = found / len(asked)
    texts = [
        "\n".join(paragraph(random.Random(maker.randrange(count))) for _ in range(16))[:2000]
        for _ in range(50)
    ]
    began = time.process_time()
    for text in texts:
        find(text)
    result["lookup_ms"] = round((time.process_time() - began) / len(texts) * 1000, 2)
    return result


def build_ours(count: int) -> Callable[[str], set[int]]:
    index = NearCopyIndex()
    for number in range(count):
        index.add(number, paragraph(random.Random(number)))
    return lambda text: {hit.owner for hit in index.lookup(text)}


def build_peer(count: int) -> Callable[[str], set[int]]:
    from datasketch import MinHash, MinHashLSH

    def sketch(text: str) -> MinHash:
        made = MinHash(num_perm=64)
        made.update_batch([text[i : i + 4].encode() for i in range(len(text) - 3)])
        return made

    index = MinHashLSH(threshold=0.5, num_perm=64)
    for number in range(count):
        index.insert(number, sketch(paragraph(random.Random(number))))
    return lambda text: {n for part in text.split("\n") for n in index.query(sketch(part))}


def writing_time(count: int) -> float:
    """Seconds that making up the paragraphs takes, to be taken off both sides."""
    began = time.process_time()
    for number in range(count):
        paragraph(random.Random(number))
    return round(time.process_time() - began, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    result: dict[str, object] = {"making_s": writing_time(arguments.paragraphs)}
    result.update(measure(arguments.paragraphs, build_peer if arguments.peer else build_ours))
    print(json.dumps(result, ensure_ascii=False))
    if arguments.out:
        arguments.out.write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
