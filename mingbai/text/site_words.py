"""Lines that a page says of itself, told by how much of the line is a site's own words.

Sites word their buttons, counters and offers ever anew, but they word them out of the same stock: 「评价文档」, 「试读已
结束，开通后继续查看」, 「共有0位网友对此文发表评论」. No single word convicts a line; a line that has little else does.
"""

import re

from mingbai.text import lazy
from mingbai.text.lines import LIST_NUMBER

# Who is spoken of, what is on offer, what one may do with it, how it is shown, counted and owned.
_PEOPLE = "访客 来访者 网友 小编 博主 楼主 版主 站长 会员 游客 读者 管理员 超级管理员 上传者 上传人 发布者 投稿人 通讯员 特约记者 本刊 本报 本版 本站 本网 本网站 本页 本页面 编者 编者按 编者注 作者 笔者系 网民 粉丝 用户 原作者 互联网用户 客服 在线客服 网管 匿名"
_GOODS = "贴子 此贴子 此贴 此帖 此帖子 文档 范文 文案 素材 样本 样文 试读 预览 全文 正文 本文 本文档 此文档 该文档 此文 该文 文章 原文 博文 日志 帖子 主题帖 合集 收录 专辑 专栏 标签 关键字 关键词 目录树 样例 课件 模板 文库 资料 精品 付费 免费 原创 转帖 附件包 压缩包 完整版 完整内容 部分内容 仅显示 显示 手机看 存储空间 信息存储空间 信息发布平台 知识管理 网络存储 仅代表 仅供参考 供参考 供借鉴 参考 网络 互联网 来自网络 迅雷 请勿 请不要 诱导 诈骗 谨防 甄别 缩略图 大图 原图 高清图 截图 视频 音频 海报 二维码 公众号 客户端 小程序 头条 快讯 热帖 热文 推文 下文 上文 篇目 本信息 此信息 该信息 此页 当前页"
_DEEDS = "打开 体验 更佳 保存到 发送到 网盘 手机 返顶 相关主题 签名档 电梯直达 验证 安全验证 拼图 继续 反馈 举报反馈 听新闻 倍速 转播 淘帖 划线 人划线 留言精选 精选留言 重新生成 导出 写留言 点赞 收藏 转载 转发 转帖 转存 分享 点评 评分 评论 评价 跟帖 回帖 发帖 回复 打赏 赞赏 举报 订阅 关注 下载 上传 购买 充值 支付 确认支付 支付宝 微信支付 开通 登录 登陆 注册 打印 复制 返回 关闭 刷新 展开 收起 翻页 快速翻页 跳转 转到 滚屏 自动滚屏 双击 单击 点击 鼠标 左键 戳 扫码 长按 识别 扫一扫 顶一下 踩一下 举手 邀请回答 私信 加为好友 好友 推荐 推荐给 投稿 来稿 选登 刊登 刊发 转自 摘自 来源于 收集整理 整理发布 自行上传 自发贡献 猜你 想看 还想看 喜欢 感兴趣 在看 邮件订阅 取消回复 发表 提交 重置 必填 选填 继续查看 继续阅读 查看 查看更多 阅读更多 阅读原文 阅读全文 上一页 下一页 左右滑动 滑动 觉得不错 好评 支持 抢沙发 沙发 请自重 注明出处 自重 上一主题 下一主题 上页 下页 上一篇 下一篇 上一条 下一条 上篇 下篇 前一篇 后一篇 首页 回首页 尾页 末页 主页 分页 页首 页尾 页面 顶部 回顶部 底部 窗口 本窗口 书签 收藏夹 加入 设为 请稍候 已结束 结束 完毕 更新 随机 排行 排行榜 热门 热点 最热 精选 精彩 相关 往期 回顾 更多 猜 全部 搜索 站内搜索 检索"
_SHOWN = "字体 字号 字体大小 字体颜色 放大 缩小 正常 默认 保护色 视力 保护视力 保护视力色 背景色 夜间模式 阅读模式 朗读 语音 播报 繁体 简体 无障碍 滚轮 变焦 图片 浏览器 分辨率 像素 最佳 浏览 阅读 阅读时间 来自 访客 热词 类似 排版 版式 版面 美编 责编 编辑 编辑过 责任编辑 实习编辑 值班编辑 值班主任 校对 审校 供图 摄影 文图 图文 制图 栏目主持 来源 出处 点击量 点击率 点击数 浏览量 浏览数 阅读量 阅读数 下载数 下载量 人气 热度 票数 得分 总得分 星级 积分 金币 下载券 耗时 执行时间 页面执行 毫秒 查询次数 访问量 访问数 在线人数 今日 昨日 总计"
_OWNED = "关于本站 网站帮助 联系方式 站点地图 帮助 版权 版权声明 著作权 知识产权 侵权 侵犯 权益 免责 免责声明 法律责任 所有权 版权所有 不代表 观点 立场 看法 联系我们 联系删除 联系本站 删除 来信告知 告知 声明 隐私 协议 用户协议 服务条款 不良信息 网站地图 关于我们 友情链接 帮助中心 意见反馈 网站纠错 找错 网站找错 邮箱 电子邮箱 电子邮件 昵称 验证码 站点 个人主页 微信号 群号 投稿热线 投稿邮箱 新闻热线 公网安备 网站标识码 备案号 技术支持 新媒体 矩阵 年度工作报表 工作报表 监管统计"
_LATIN = r"IPv6|TAGS?\b|[Tt]ags?\b|admin\w*|VIP|vip|QQ|APP\b|App\b|RSS|Word\b|WORD\b|word\b|PDF\b|pdf\b|TXT\b|views\b|[Pp]owered|[Pp]roduced|[Dd]esigned|[Bb]y\b|[Cc]omments?\b|[Cc]opyright|[Hh]ome\b|[Tt]op\b|E-?mail|[Ll]ogin|[Pp]rint\b|[Ss]hare\b|END\b|End\b|WPS\b|Email|HTML?\b|URL\b|\d+票"

_WORDS = sorted(
    sorted({*(_PEOPLE + " " + _GOODS + " " + _DEEDS + " " + _SHOWN + " " + _OWNED).split()}), key=len
)
_TERM = lazy.pattern("|".join([*reversed(_WORDS), _LATIN]))
# What says nothing for or against: particles, counts, days.
_IDLE = lazy.pattern(
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|[A-Za-z]+\d[\w-]*|[\W\d_]+|[的了和与或及并将被已未您你我他她其此该这那是有无在为到于从由对请让给可能也还都不以后前中上下内外个条位人次页字分秒点大小共第回本的：个将]"
)
# What an office says of its own work is long, numbered, or has its subjects in it.
_OFFICE = lazy.pattern(
    "[我全][镇乡县区市局校村院所站委办]|政务公开|信息公开|村务|党务|校务|群众|工作|干部|制度|条例|审批|财政|乡镇|领导|序号|名称|平台|合计|指标|职责|规定|办法|通知"
)
LONGEST = 120
_SHARE, _SHARE_INSIDE, _ALONE = 0.6, 0.7, 0.9
_FEWEST, _FEWEST_INSIDE = 2, 3
# Where so many different words convict, less of the line need be theirs.
_MANY, _SHARE_OF_MANY = 3, 0.5


def is_of_the_site(text: str, edge: bool) -> bool:
    """Whether little but a site's words stands in the line; at the `edge` of the file less is asked than amid the prose."""
    if len(text) > LONGEST or LIST_NUMBER.match(text) or CONTACT.match(text):
        return False
    terms = _TERM.findall(text)
    kinds = len(set(terms))
    if kinds < (_FEWEST if edge else _FEWEST_INSIDE) and not (edge and terms):
        return False
    rest = _IDLE.sub("", _TERM.sub("", text))
    covered = sum(map(len, terms))
    share = covered / (covered + len(rest))
    if not edge:
        return share >= _SHARE_INSIDE and not _OFFICE.search(text) and not _SENTENCE.search(text)
    if kinds == 1:
        return share >= _ALONE and covered > _SHORT and not re.search("[。；]", text)
    if _SENTENCE.search(text) and not SAID_TO_READERS.search(text):
        return False
    if _SENTENCE.search(text) and kinds < _SAID:
        return share >= _SHARE_SAID and not _OFFICE.search(text)
    return share >= (_SHARE_OF_MANY if kinds >= _MANY else _SHARE) and not _OFFICE.search(text)


_SENTENCE = lazy.pattern("[。；]|，.*，")
# Whole sentences of an office may be on reading and downloading, too; a site's speak to the reader, or of itself.
SAID_TO_READERS = lazy.pattern(
    "[您你亲请]|本[站网文页]|本资料|此文|该文|小编|版权|侵权|免责|原创|声明|网友|存储空间|仅代表|已结束|完毕|自动"
)
# How an office may be reached.
CONTACT = lazy.pattern(
    r"(?:联系|举报|投诉|监督|咨询|服务|报名|办公|值班|本[馆站]联系)?(?:电话|热线|邮箱|信箱|地址|方式|微信公众号|公众号|网址|传真|邮编)\s?[:：]"
)
# A sentence must say more of the site than a row of words.
_SAID, _SHARE_SAID = 4, 0.75
_SHORT = 2
