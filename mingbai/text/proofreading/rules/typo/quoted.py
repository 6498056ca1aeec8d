"""Set expressions in quotation marks with a character lost: 「“四个意”」, 「“四议两开”」, 「“会一课”」."""

from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import listed, meeting
from mingbai.text.proofreading.triggers import matches, sought

_SET = listed(
    "四个意识 四个自信 两个维护 两个确立 三会一课 两学一做 三严三实 四议两公开 一岗双责 一票否决 一事一议 一把手 第一责任人 三公经费 三重一大 放管服 最多跑一次"
    " 最后一公里 互联网+政务服务 五位一体 四个全面 五公开 三务公开 阳光政务 阳光村务 阳光党务 阳光财务 三个代表 八荣八耻 三讲 四风 三农 三资 五保 三留守 不忘初心、牢记使命"
    " 我为群众办实事 双随机、一公开 双公示 三违 两违 三改一拆 五水共治 厕所革命 村村通 户户通 民生工程 希望工程 安全生产月 安全生产年 打非治违 三项制度 三项行动 三非"
    " 一网通办 一窗受理 一次办好 不见面审批 一站式 一条龙 一门式 好差评 首问负责制 限时办结制 一次性告知 首问责任制 服务承诺制 责任追究制 五级书记 四个不摘 两不愁三保障"
    " 四好农村路 五好家庭 好媳妇 好婆婆 平安家庭 文明家庭 十星级文明户 美丽庭院 美丽乡村 乡风文明 法律进乡村 七五普法 六五普法 五五普法 八五普法 扫黄打非 扫黑除恶 枫桥经验"
    " 大排查大整治 百日攻坚 网格化管理 一村一警 一村一法律顾问 一户一档 一人一档 一村一品 一镇一业 三清一改 四好 六稳 六保 四化 三同步 三同时 两个责任 两个主体责任 主体责任 五个一 三个到位"
    " 谁主管、谁负责 谁公开、谁负责 谁执法谁普法 谁审批、谁监管 谁公开谁审查 先审查、后公开 一事一审 公开为常态、不公开为例外 以公开为常态、不公开为例外 公开是原则，不公开是例外 三统一 四公开"
    " 三定 门难进、脸难看、事难办 吃拿卡要 庸懒散 慵懒散 慢作为 不作为 乱作为 老大难 跑冒滴漏 大数据 云平台 两代表一委员 党员先锋岗 党员示范岗 党员责任区 先锋模范 设岗定责 双联双促 双报到 党建+"
)
_WHOLE = frozenset(_SET)
_LONG = 4


def _shortened(words: tuple[str, ...]) -> dict[str, str]:
    """What is left of each expression when its last character is lost, or one further in of a long one."""
    found: dict[str, str] = {}
    for word in words:
        places = range(len(word)) if len(word) > _LONG else range(len(word) - 1, len(word))
        for lost in places:
            rest = word[:lost] + word[lost + 1 :]
            if len(rest) > 2 and rest not in _WHOLE:
                found.setdefault(rest, word)
    return found


_CUT = _shortened(_SET)
# Short forms of their own.
_ALSO_SAID = frozenset(
    listed(
        "一事一 四议公开 三项制 五公 三公 一把 双随机一公开 三个代 最多跑次 首问负责 限时办结 首问责任 服务承诺 责任追究 三务公 两不愁三保障 大排查整治 网格管理 网格化 一站 一条 一门 一网通 安全生产 最多一次 一次告知 法进乡村 法律进村 党员先锋 党员示范 党员责任 党建 民生工 十星级户"
        " 谁主管谁负责 谁公开谁负责 谁审批谁监管 先审查后公开 门难进脸难看、事难办 不忘初心牢记使命 十星文明户 十星级文明 互联网政务服务 四好农村 三清一 主体责 第一责任 一村一 一户一 一人一 一镇一 两个主体 两个主体责任 星级文明户"
    )
)
_QUOTED = sought(r"[“‘](?P<mark>[^“”‘’\n。；：]{3,14})[”’]")


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _QUOTED):
        said = match["mark"]
        whole = _CUT.get(said)
        if whole and said not in _ALSO_SAID and not passage.in_web_residue(match.start()):
            yield rule.finding(
                passage, *match.span("mark"), f"「{said}」疑漏字，应为「{whole}」。", suggestion=whole
            )


RULES = (
    Rule(
        name="typo.quoted_name_cut",
        category="typo",
        severity="info",
        explain="引号里的固定提法漏了一个字：「“四个意”」「“一岗双”」「“四议两公”」。",
        fires="增强“四个意”，落实“一岗双”。",
        passes="增强“四个意识”，落实“一岗双责”，推进“三务公开”。",
        find=meeting(_find, _QUOTED),
    ),
)
