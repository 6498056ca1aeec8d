"""What closes a row is lost: 「时效性和规范有待加强」 for 「规范性」, 「养成办事依法、遇事找法、化解矛盾靠法的。」."""

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules._parsing import INSIDE, shape, shapes_of

# Qualities that are no nouns without 「性」; 「时效」 and 「权威」 are.
_QUALITY = "规范|及时|准确|完整|全面|真实|严肃|连续|有效|针对|主动|积极|科学|合理|严谨|严密|系统|稳定|可靠|公正|实用|可读|可操作|自觉"
_ANY = "规范|及时|准确|完整|全面|真实|权威|严肃|连续|有效|针对|主动|积极|时效|科学|合理|严谨|系统|稳定|可靠|公正|实用|可读|操作|自觉|必要|重要|紧迫|透明"
# What is said of a quality, not of a deed: 「规范|有待加强」.
_SAID = r"(?:方面)?(?:都|均|也|还|仍|仍然|尚|依然|上)?(?:有待|需要|需进一步|不够|不强|不足|不高|较差|欠缺|得到|有所|有了|明显|进一步)|(?:方面|上)[，,还仍也存有]|[，,。；;](?!规范|提升|提高)"
_MAKES = "养成|形成|营造|树立|增强|倡导|培育|构建|打造|引导|强化|弘扬"
# 「形成推诿、扯皮、拖延的，追究责任」 says whom something befalls.
_BEFALLS = "(?:要|将|应|须|一律|依法|依规|给予|予以|追究|责令|由|按|不予|可|应当|必须|严肃|从严|实行|进行|及时|立即|取消)"


RULES = (
    Rule(
        name="typo.quality_lost",
        category="typo",
        severity="warning",
        explain="两个「……性」并列，其中一个丢了「性」：「时效性和规范有待加强」应为「规范性」，「公开的及时和准确性」应为「及时性」。",
        fires="信息公示的时效性和规范有待加强，公开的及时和准确性需要提高。",
        passes="信息公示的时效性和规范性有待加强，准确性、时效不够，做到及时和准确。",
        find=shapes_of(
            shape(
                rf"(?:{_ANY})性(?:和|与|及|以及|、)(?P<mark>(?:{_QUALITY}))(?={_SAID})",
                "「{}」后面疑漏「性」，与前面的「……性」并列",
                "warning",
            ),
            shape(
                rf"(?:的|[息务作容])(?P<mark>(?:{_QUALITY}|时效))(?=(?:和|与|以及)(?:{_ANY})性(?:{_SAID}))",
                "「{}」后面疑漏「性」，与后面的「……性」并列",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.row_without_head",
        category="typo",
        severity="warning",
        explain="几项并列的定语后面缺中心词：「养成办事依法、遇事找法、化解矛盾靠法的。」缺「习惯」，「形成政府主导、部门联动、群众参与的，」缺「格局」。",
        fires="引导群众办事依法、遇事找法、解决问题用法、化解矛盾靠法的。",
        passes="引导群众养成办事依法、遇事找法、解决问题用法、化解矛盾靠法的习惯。推诿、扯皮、拖延的，追究责任。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:{_MAKES})了?(?:(?!的|[者等、]){INSIDE}){{2,16}}(?:、(?:(?!的|[、“”]){INSIDE}){{2,12}}){{2,6}}的)(?=[。；;]|[，,](?!{_BEFALLS}))",
                "「{}」后面缺中心词，如「格局」「氛围」「习惯」",
                "warning",
            ),
        ),
    ),
)
