"""What an organ that a text names by the word for its house alone (镇党委, 局办公室, 村委会) does there, and whether its house was spoken of.

A bureau may tell what towns do; it does not tell, out of nothing, that 「镇党委高度重视」. What leads the work of a paper is the
paper's own; what is met, asked or helped was named shortly before.
"""

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._mentions import clause_before

# What only the unit whose paper it is does in its paper.
_LEADS = lazy.pattern(
    "(?:书记|主要领导|主要负责同志|分管领导|领导班子|班子成员|班子|领导)?(?:[、和与]?(?:政府|人大))?(?:均|都|也|还|历来|始终|一直|全年|先后|及时|专门|多次|亲自)?"
    "(?:高度重视|十分重视|非常重视|亲自|切实加强|加强领导|统一领导|带头|成立了?|召开了?|专题|把[^，。]{1,20}(?:纳入|列入|作为|摆)|(?:负责|任|担任|为)[^，。]{0,4}组长|将(?:继续|进一步|不断|坚持|以|把|从|认真|结合|按照)"
    "|始终|坚持|认真(?:贯彻|落实|学习|组织|开展|研究)|每(?:月|年|季度?|半年|周|学期)|定期(?:研究|听取|召开|调度|对)|(?:切实|认真|严格)?履行|充分发挥|不断|研究(?:制定|部署|决定|出台)|制定(?:了|出台|印发)|印发|统筹|狠抓|迅速)"
)
# What helps or is told to, once the paper has spoken of its house.
_PARTY_OFFICE = lazy.pattern("党政(?:综合)?办")
_NEAR = 160
_TOWNS = lazy.pattern("[镇乡](?![村土音情愁亲贤])|街道|驻村|帮扶")


def leads(passage: Passage, start: int, end: int) -> bool:
    """Whether the organ begins its clause and leads there: 「镇党委高度重视」, 「镇主要领导亲自抓」."""
    if clause_before(passage, start):
        return False
    return _LEADS.match(passage.text, end, min(end + 40, passage.end)) is not None


def is_party_office(passage: Passage, start: int, end: int) -> bool:
    """Whether it is a 党政办, which only a town has, among what other papers let their own office do."""
    return _PARTY_OFFICE.search(passage.text, start, end) is not None


def towns_were_named(passage: Passage, start: int) -> bool:
    """Whether the words shortly before speak of a town, so that it may be meant."""
    return _TOWNS.search(passage.text, max(passage.start, start - _NEAR), start) is not None
