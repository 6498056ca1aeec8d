"""Marks in the wrong place: exclamations in sober papers, pauses before 「到」, marks doubled with blanks between, marks outside and
inside of quotations."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._either import searching_either
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_MARK: Category = "punctuation_misuse"

# --- exclamations -------------------------------------------------------------------------------------------------------

_EXCLAIMED = lazy.pattern(
    rf"(?:^|(?<=[。！？!；\n]))[^。！？?!；\n]{{5,200}}[{HAN}%％）)](?P<mark>[！!])(?![！!?？”’」])",
    re.MULTILINE,
)
# Who speaks to somebody may exclaim: speeches, letters, appeals, talks on air.
_TO_SOMEBODY = lazy.pattern(
    "您|你们|各位|大家|同志们|乡亲们|朋友|同学们|老师们|家长朋友|尊敬的|亲爱的|倡议|公开信|慰问|贺信|致辞|讲话|宣誓|承诺书|主持人|嘉宾|网友"
)
# Wishes, thanks, calls, warnings, feelings.
_FELT = lazy.pattern(
    "祝|谢|愿|请|歉|敬意|欢迎|迎接|庆祝|献礼|答卷|奋斗|贡献|力量|奠定|保证|前进|征程|篇章|辉煌|跨越|腾飞|梦|伟大|光荣|加油|努力|共同|携手|让我们|一起|来吧"
    "|何其|何等|多么|真是|真[的好]|太[一-鿿]|竟|居然|岂|啊|呀|吧|哦|呢|啦|哪|嘛|好啊|绝不|决不|严禁|切勿|不要|不得|必须|务必|一定|千万|注意|警惕|小心|紧急|快|放心|踏实|万岁|永远|坚决"
    "|新(?:局面|台阶|水平|高度|面貌|阶段|时代|胜利)|更大|更好|更加|更高|优异"
)
_DONE = lazy.pattern("了|已|没有|达到?\\d|\\d[%％]")
_QUOTED = lazy.pattern("“[^“”\\n]{0,300}”")
# So many of them are the writer's manner.
_A_MANNER = 3


def _is_in_quotes(passage: Passage, at: int) -> bool:
    low = max(passage.start, passage.text.rfind("\n", passage.start, at))
    line = passage.text[low:at]
    return (
        line.rfind("“") > line.rfind("”")
        or line.rfind("「") > line.rfind("」")
        or line.rfind("《") > line.rfind("》")
    )


def _exclaimed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一周内拿出整改方案！」 in a report that tells and does not call."""
    if _TO_SOMEBODY.search(_QUOTED.sub("", passage.body)):
        return
    found = [
        match
        for match in _EXCLAIMED.finditer(passage.text, passage.start, passage.end)
        if not passage.in_web_residue(match.start("mark"))
    ]
    for match in found if len(found) < _A_MANNER else ():
        said = passage.text[match.start() : match.start("mark")]
        # The last words of a paper may ring; not where they tell what was done.
        rings = not passage.text[match.end() : passage.end].strip() and _DONE.search(said) is None
        if _FELT.search(said) or rings or _is_in_quotes(passage, match.start("mark")) or "“" in said[-2:]:
            continue
        yield rule.finding(passage, *match.span("mark"), "这里是陈述，用句号，不用感叹号。", suggestion="。")


# --- quotations ---------------------------------------------------------------------------------------------------------

# What somebody says stands behind a colon and is a whole sentence.
_SAYS = "(?:说|道|问|喊|答|表示|反映|感慨|感叹|称赞|赞叹|评价|坦言|直言|介绍|回忆|强调|指出|表态|承诺|写道|留言|告诉[^，。：]{0,6}|[说讲]起来|笑着|激动地)"
# Its words are a sentence: they say who, or have a mark among them.
_SENTENCE_SAID = r"(?=[^“”\n]{0,80}(?:[，,；！？]|我|咱|你|他|她|大家|群众|村里|干部|现在|今后|以后|这|那|了|的))[^“”\n]{6,120}"
_SPEAKS = lazy.pattern("说|道|喊|问|表示|介绍|告诉|笑|讲|回答|感慨|念叨")


def _goes_on_speaking(passage: Passage, match: re.Match[str]) -> bool:
    """「“大家不要慌，”村支书说」, 「他说“……，”」"""
    behind = passage.text[match.end() : match.end() + 30].partition("\n")[0]
    before = passage.text[max(passage.start, match.start() - 12) : match.start() + 1]
    return _SPEAKS.search(behind) is not None or _SPEAKS.search(before) is not None


# --- doubled, with blanks between ------------------------------------------------------------------------------------------

_APART = lazy.pattern(
    rf"(?:(?<=[{HAN}”》）)%％\d])[，,、；;。！!？?]|(?<=[{HAN}”》）)])\.)[ \t\u3000\xa0]{{1,2}}[，,、；;。：:！!？?](?![，,。.])"
)
_MARK_AND_BLANK = waiting_for(
    tuple(f"{mark}{blank}" for mark in "，,、；;。.！!？?" for blank in " \t\u3000\xa0")
)


def _doubled_apart(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _MARK_AND_BLANK, _APART, 6):
        if not passage.in_web_residue(match.start()):
            yield rule.finding(passage, *match.span(), f"标点「{match[0]}」叠用。", suggestion="只留一个")


# What stands behind a mark that has been closed already.
_BESIDE = " ".join(
    first + second
    for firsts, others in ((".．", "，、；。：！？,;:!?."), ("，、；。", ".．"), ("：:", ".．，,、。；;：:！？!?"), ("；;！!？?", "：:"), ("。", "！!？?"))
    for first in firsts
    for second in others
)  # fmt: skip


# --- before 「到」 --------------------------------------------------------------------------------------------------------

# 「到位」, 「至今」 are words of their own.
_TO = "(?:再|直|一直|直接)?(?:到(?![位期岗场会户人村账点底边处访货达来案站校家组班任])|至(?![今少关上此多高于])(?!\\d))"

RULES = (
    Rule(
        name="punctuation.exclaimed",
        category=_MARK,
        severity="warning",
        explain="总结、报告、通报里平铺直叙的话，句末用句号，不用感叹号。祝愿、感谢、号召不算。",
        fires="全镇14个村全部建立了公开栏，公开率达到100%！\n下一步，加强督查。",
        passes="衷心感谢各界的支持！为建设美丽乡村作出新的更大贡献！群众说：“真好！”",
        find=anchored("！ !", _exclaimed),
    ),
    Rule(
        name="punctuation.pause_before_to",
        category=_MARK,
        severity="warning",
        explain="「从笔试、面试、到分配」：「从……到……」是一句话，「到」「至」前面不用顿号。",
        fires="从笔试、面试、到分配全部上网公示。",
        passes="从笔试、面试到分配全部上网公示。从严要求、到位落实。从县、乡、村三级，到户到人。",
        find=searching_either(
            rf"(?:从|自|由)[^到至，,。；;：:“”\n]{{1,40}}?(?<!来)(?P<mark>、)(?={_TO}[{HAN}“《])",
            "「到」前面不用顿号。",
            suggestion="删去",
            near="、到 、至 、再到 、直到 、一直到 、直至 、直接到",
        ),
    ),
    Rule(
        name="punctuation.pause_before_even",
        category=_MARK,
        severity="info",
        explain="「全镇、乃至全县」：「乃至」「以至」「直至」已经连接前后两项，前面不用顿号。",
        fires="公开栏、微信群、乃至大喇叭都用上了。",
        passes="公开栏、微信群乃至大喇叭都用上了。公开栏、微信群，甚至大喇叭都用上了。",
        find=searching_either(
            rf"[{HAN}”》](?P<mark>、)(?=(?:乃至|以至于?|直至|及至)[{HAN}“《])",
            "连词前面不用顿号。",
            suggestion="删去",
            near="、乃至 、以至 、直至 、及至",
        ),
    ),
    Rule(
        name="punctuation.doubled_apart",
        category=_MARK,
        severity="warning",
        explain="「改版网站， ，增设频道」：两个点号中间隔着空格，多打了一个，或者丢了字。",
        fires="改版局门户网站, ,增设“校务公开”频道。",
        passes="电话：      。改版局门户网站，增设频道。1. 、加强领导。",
        find=Waiting(_MARK_AND_BLANK, _doubled_apart),
    ),
    Rule(
        name="punctuation.point_beside_mark",
        category=_MARK,
        severity="warning",
        explain="「定期公开.，及时公布」「两部制:,」：标点旁边又有一个标点，多了一个。",
        fires="常规事项定期公开.，重大事项及时公开。",
        passes="常规事项定期公开，重大事项及时公开。版本为1.2。略……。",
        find=searching(
            rf"(?<=[{HAN}”》）)])(?:[.．](?:[，、；。：！？,;:!?](?![.．])|\.(?![.．]))|[，、；。：][.．](?![.．\d])|[：:][，,、。；;：:！？!?](?!//)|[；;][：:]|[！!？?][：:]|。[！!？?])",
            "标点「{}」叠用。",
            suggestion="只留一个中文标点",
            near=_BESIDE,
        ),
    ),
    Rule(
        name="punctuation.end_outside_speech",
        category=_MARK,
        severity="warning",
        explain="「群众问：“补贴什么时候发”？」：冒号后面引的是一整句话，句末的感叹号、问号、句号放在引号里面（GB/T 15834—2011）。",
        fires="群众说：“这样的公开，我们信得过”！",
        passes="群众说：“这样的公开，我们信得过！”他提出了“公开是最好的监督”！目标是：“群众满意”。",
        find=searching_either(
            rf"{_SAYS}[^，。：“”\n]{{0,4}}[：:]“{_SENTENCE_SAID}(?P<mark>”[！？!?。])",
            "引的是一整句话，「{}」里的句末标点放在引号里面。",
            suggestion="移到引号里面",
            near="”！ ”？ ”! ”? ”。",
        ),
    ),
    Rule(
        name="punctuation.comma_ends_quoted",
        category=_MARK,
        severity="warning",
        explain="「做到了“公开一次，规范一次，”广泛接受监督」：引的是词语、口号，后面的逗号、顿号放在引号外面。",
        fires="做到了“公开一次，规范一次，”广泛接受群众监督。",
        passes="做到了“公开一次，规范一次”，广泛接受群众监督。“大家不要慌，”村支书说，“慢慢来。”",
        find=searching_either(
            rf"(?<=[{HAN}])(?<![说道问喊答讲称])“[^“”\n]{{2,14}}[，、；][^“”\n]{{1,40}}(?P<mark>[，、；])”(?=[{HAN}])|“[{HAN}\d、]{{2,20}}(?P<mark2>[，、；])”(?=“[{HAN}])",
            "引的是词语、口号，「{}」放在引号外面。",
            suggestion="移到引号外面",
            near="，” 、” ；”",
            unless=_goes_on_speaking,
        ),
    ),
    Rule(
        name="punctuation.stop_in_part",
        category=_MARK,
        severity="warning",
        explain="「“现在的公开，我们看得懂。”这样的话」：引的话只是句子的一部分，句子还没有完，引号里面不用句号。",
        fires="“现在公开的东西看得懂。”这样的话让干部很受鼓舞。",
        passes="“现在公开的东西看得懂”这样的话让干部很受鼓舞。他说：“看得懂。”这是群众的心里话。",
        find=searching_either(
            r"“[^“”\n]{2,80}(?P<mark>。”)(?=(?:这样|那样|之类|一类|等)的?(?:话|说法|声音|评价|反映|言论|议论|问题|疑问|质疑|疑虑|建议|意见|感叹|留言)|的(?:要求|原则|说法|目标|理念|思路|承诺|方针|精神|声音|评价|做法|口号|反映|观点|办法|方式|良好))",
            "引文是句子的一部分，这里不用句号。",
            suggestion="”",
            near="。”",
        ),
    ),
    Rule(
        name="punctuation.mark_after_opener",
        category=_MARK,
        severity="warning",
        explain="「家长们都说“，学校收费明明白白」：前引号、前书名号、前括号后面不能直接跟点号。",
        fires="家长们都说“，学校收费明明白白，我们放心。”",
        passes="家长们都说：“学校收费明明白白，我们放心。”用“、”隔开。",
        find=searching(
            rf"(?<=[{HAN}：，、。])[“‘《〈（(【〔][，,、。；;：:！？](?![”’》〉）)】〕，、。.…])",
            "「{}」：前引号、前括号后面不能跟点号。",
            suggestion="删去多余的标点",
            near=" ".join(f"{opener}{mark}" for opener in "“‘《〈（(【〔" for mark in "，,、。；;：:！？"),
        ),
    ),
    Rule(
        name="punctuation.pause_before_deed",
        category=_MARK,
        severity="warning",
        explain="「通过来信、来访、反映意见」「采取会议、简报等形式、向社会公开」：方式说完了，后面说做什么，中间不用顿号。",
        fires="群众可以通过来信、来访、反映意见，采取公开栏、简报等形式、向社会公开。",
        passes="群众可以通过来信、来访反映意见。通过公开、监督、宣传教育，提高认识。",
        find=searching_either(
            rf"(?:通过|利用|采取|采用|运用|借助)(?:(?!向)[{HAN}]){{2,8}}(?:、(?:(?!向)[{HAN}“”]){{2,10}}){{1,5}}(?P<mark>、)(?=(?:向(?:社会|群众|村民|居民|职工|党员|家长|学生|公众|全[镇乡村校院县体])|反映|提出|了解|征求|听取|扩大|收集)[{HAN}]{{2,10}}[，。；])"
            rf"|等[{HAN}]{{0,6}}(?:形式|方式|渠道|途径|载体|平台|办法)(?P<mark2>、)(?=(?:向|及时|广泛|公开|公布|宣传|开展|组织|进行|对|将|把|接受|征求|收集|定期|主动|积极)[{HAN}])",
            "方式说完了，后面说做什么，这里不用顿号。",
            suggestion="删去，或改为「，」",
            near="、向 、反映 、提出 、了解 、征求 、听取 、扩大 、收集 、及时 、广泛 、公开 、公布 、宣传 、开展 、组织 、进行 、对 、将 、把 、接受 、定期 、主动 、积极",
        ),
    ),
    Rule(
        name="punctuation.pause_after_purpose",
        category=_MARK,
        severity="warning",
        explain="「为方便患者、医院开通了网上预约」「在县委的领导下、我镇……」：目的、条件说完了，后面用逗号。",
        fires="为方便患者、医院开通了网上预约。在县委的坚强领导下、我镇认真落实公开要求。",
        passes="为方便患者、家属办事，医院开通了网上预约。在县委、县政府的领导下，我镇认真落实。",
        find=searching_either(
            rf"(?:^|(?<=[，。；：\n]))[ \t\u3000]*(?:为了?(?:方便|便于|加强|提高|规范|推进|确保|做好|保障|切实|进一步|更好地?|解决|落实|扩大|增强|防止|避免|畅通|深化|营造|保证)[^，。；：、\n]{{2,20}}(?P<mark>、)(?=[{HAN}]{{1,8}}(?:(?:开通|建立|成立|设立|设置|制定|组织|开展|实行|推行|安排|召开|印发|聘请|采取|增设|编印|推出|抽调)了|专门|特别?(?=制定|设立|开设|编印))[^，。；\n]{{2,24}}[，。；])"
            rf"|在[^，。；：、\n]{{2,20}}(?:领导下|指导下|支持下|帮助下|努力下|配合下|监督下|关心下|推动下|基础上|前提下)(?P<mark2>、)(?=[{HAN}])(?![^，。；\n]{{0,14}}[下上]))"
            rf"|(?:每[年月季周]度?[末初底首]?|\d{{1,2}}月|\d{{1,2}}日)(?:[上中下]旬|[前后])?(?P<mark3>、)(?=(?:我[镇乡县局校院村]|全[镇乡县校院])[{HAN}]|(?:由[{HAN}]{{2,8}})?(?:召开|组织|开展|举办|集中|印发|成立|启动|邀请)了?[{HAN}]{{2,12}}[，。；])",
            "状语说完了，后面用逗号，不用顿号。",
            suggestion="，",
            near="为方便 为便于 为加强 为提高 为规范 为推进 为确保 为做好 为保障 为切实 为进一步 为更好 为解决 为落实 为扩大 为增强 为防止 为避免 为畅通 为深化 为营造 为保证 为了"
            " 下、 上、 月、 日、 旬、 前、 后、 年、 季、 周、 度、 末、 初、 底、 首、",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.asked_in_speech",
        category=_MARK,
        severity="warning",
        explain="「群众问：“药价怎么又降了。”」：引的是问话，句末用问号（GB/T 15834—2011）。",
        fires="患者问：“药价怎么又降了。”",
        passes="患者问：“药价怎么又降了？”村民问起，他说：“怎么办都行。”",
        find=searching_either(
            r"(?:问|问道|询问|追问|疑惑地说|不解地说)[：:]“[^“”。！？\n]{0,60}(?:什么|怎样|怎么|如何|为何|为啥|哪[些里个儿]|谁|多少|多久|几时|是否|能否|可否|有没有|能不能|可不可以|要不要|是不是|[吗呢吧])[^“”。！？\n]{0,20}(?P<mark>[。！]”)",
            "引的是问话，句末用问号。",
            suggestion="？”",
            near="。” ！” !”",
        ),
    ),
    Rule(
        name="punctuation.list_after_stop",
        category=_MARK,
        severity="warning",
        explain="「公开形式有；公开栏、党员大会、短信平台」：「有」「包括」引出并列的各项，后面不用分号、句号。",
        fires="公开形式有；公开栏、党员大会、短信平台。",
        passes="公开形式有公开栏、党员大会、短信平台。主要问题有二；一、二两项已整改。",
        find=searching_either(
            rf"(?:形式|方式|内容|渠道|途径|措施|原因|任务|对象|成员|职责|特点|载体|范围|单位|资料|材料)(?:主要|大致|具体)?(?:有|包括|为|分为)(?P<mark>[；。])(?=[{HAN}]{{2,10}}、[{HAN}]{{2,10}}(?:、|和|以及|等|。))",
            "引出并列的各项，后面用冒号或不用标点。",
            suggestion="：",
            near="有； 有; 有。 包括； 包括; 包括。 为； 为; 为。",
        ),
    ),
    Rule(
        name="punctuation.colon_before_count",
        category=_MARK,
        severity="info",
        explain="「全年收到意见：23条，采纳21条」：一句话里动词和数量之间不用冒号。",
        fires="全年共收到意见：23条，采纳21条。",
        passes="全年共收到意见23条，采纳21条。全年公开信息数：120条。",
        find=searching_either(
            rf"(?:全年|今年|本年度?|共|累计)[{HAN}]{{0,4}}(?:收到|受理|办结|发布|召开|开展|组织|举办|印发|答复|接待|调解|发放|培训|处理)了?[{HAN}]{{0,8}}(?<!情况)(?<!数)(?<!数量)(?<!如下)(?P<mark>：)(?=\d{{1,6}}余?[{HAN}]{{1,2}}[，。；])",
            "动词和数量之间不用冒号。",
            suggestion="删去",
            near=" ".join(f"：{digit}" for digit in "123456789"),
        ),
    ),
    Rule(
        name="punctuation.comma_in_group",
        category=_MARK,
        severity="warning",
        explain="「由校长，党支部书记、工会主席、教师代表组成」：组成的各方并列，之间都用顿号。",
        fires="领导小组由校长，党支部书记、工会主席、教师代表组成。",
        passes="领导小组由校长、党支部书记、工会主席、教师代表组成。由镇长牵头，财政所、民政办参加。",
        find=searching_either(
            rf"由(?:(?!任(?!课)|负责|牵头|组织|主持|批准|审核|为)[{HAN}]){{2,8}}(?P<mark>，)(?!由|并|会同|联合|组织|各|成员|委员|其)[{HAN}]{{2,8}}(?:、[{HAN}]{{2,10}}){{1,6}}(?:(?:和|及|以及)[{HAN}]{{2,10}})?(?:共同)?(?:组成|构成)[的，。；]",
            "组成的各方之间都用顿号。",
            suggestion="、",
            near="组成 构成",
        ),
    ),
    Rule(
        name="punctuation.mark_ends_title",
        category=_MARK,
        severity="warning",
        explain="「《政府信息公开条例，》」：后书名号前面不用逗号、顿号、分号、冒号、句号。",
        fires="认真学习《政府信息公开条例，》提高认识。",
        passes="认真学习《政府信息公开条例》，提高认识。话剧《你好，李焕英》《怎么办？》。",
        find=searching(
            r"(?<![，、；：。,;:《〈])[，、；：。,;:](?=[》〉])",
            "「{}」不能放在后书名号前面。",
            suggestion="移到书名号外面",
            near="，》 、》 ；》 ：》 。》 ,》 ;》 :》 ，〉 、〉 ；〉 ：〉 。〉",
        ),
    ),
    Rule(
        name="punctuation.mark_before_title",
        category=_MARK,
        severity="warning",
        explain="「根据、《政府信息公开条例》」「印发了，《实施方案》」：动词、介词和它带的文件名之间不用标点。",
        fires="根据、《政府信息公开条例》的规定，印发了；《实施方案》。",
        passes="根据《政府信息公开条例》的规定，印发了《实施方案》。抓好落实，《条例》明确要求公开。",
        find=searching_either(
            r"(?:根据|按照|依据|依照|遵照|对照|违反|(?:印发|制定|出台|下发|修订|制订|转发|发布|颁布|编印|签订)了)(?P<mark>[，、；])(?=《)|(?:落实|贯彻|执行|学习|宣传|遵守|印发|制定)(?P<mark2>[、；])(?=《[^《》\n]{2,40}》[，。；的])",
            "和后面的文件名之间不用标点。",
            suggestion="删去",
            near="，《 、《 ；《",
        ),
    ),
)
