"""What is left at the edges of a gap: five texts on which each rule fires, five on which it does not."""

from mingbai.text.proofreading.tests.reading import five_of_each

_GAP = "水利局总结\n我局认真落实。\n{}\n{}\n二是强化检查。"
_STOP = "三、公开形式\n{}\n四、工作保障\n加强领导。"

FIRES = {
    "truncated.behind_gap": [
        _GAP.format("……此处隐藏3127个字……", "名单，并在局网站、公示栏予以公布。"),
        _GAP.format("（此处省略1200字）", "资金，并在村口公示栏张榜公布。"),
        _GAP.format("……（余下内容隐藏）……", "的情况，及时进行通报。"),
        _GAP.format("【内容节选】", "，由办公室负责汇总后上报。"),
        _GAP.format("[中间部分已隐藏]", "和监督，做到账目清楚。"),
    ],
    "truncated.stops_before_heading": [
        _STOP.format("对涉及人数多、关注度高的事项，除张榜公布外，还要通过召开座谈会、上门"),
        _STOP.format("每季度公布一次。对群众提出的意见，由监督小组逐条登记，并在规定时间内"),
        _STOP.format("各村按月公布收支情况，公布前由理财小组逐笔审核，审核发现的问题及时"),
        _STOP.format("公开栏设在村口显眼位置，便于群众观看；对行动不便的老人，由村干部上门"),
        _STOP.format("（一）固定公开。每季度末张榜公布，群众有疑问的，由村会计当场查账并认真"),
    ],
}
PASSES = {
    "truncated.behind_gap": [
        _GAP.format("……此处隐藏3127个字……", "一是加强监督，并在局网站公布名单。"),
        _GAP.format("（此处省略1200字）", "我局还在村口公示栏张榜公布。"),
        _GAP.format("（二）公开内容", "名单，并在局网站、公示栏予以公布。"),
        _GAP.format("……（余下内容隐藏）……", "三、下一步打算"),
        _GAP.format("[中间部分已隐藏]", "与会人员一致同意。"),
    ],
    "truncated.stops_before_heading": [
        _STOP.format("对涉及人数多、关注度高的事项，除张榜公布外，还要通过召开座谈会公布。"),
        _STOP.format("（一）明确公开内容，不断拓展校务公开的广度和深度，让家长放心满意"),
        _STOP.format("公开的项目，按照县政府印发的目录执行，每季度的第一个月公布，具体项目如下"),
        _STOP.format("承办单位：县教育体育局，县总工会，团县委，县妇联，县文化馆，各乡镇人民政府"),
        _STOP.format("公开栏、网站、微信群"),
    ],
}

test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)
