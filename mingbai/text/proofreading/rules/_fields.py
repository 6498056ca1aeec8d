"""Fields of work with the words by which a sentence of theirs is known, and the offices that are at home in them."""

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import listed

# Words of fields that an open-government text touches at most in passing; two in one sentence are its subject.
FIELDS = {
    "农业生产": listed(
        "养殖 生猪 育肥 出栏 圈舍 补免 检疫 病死猪 羊舍 肉羊 人工授精 大棚 果园 苗木 定植 株行距 追施 复合肥 亩用药量 病虫害 赤霉病 打药 霜冻 熏烟 农机手"
        " 跨区作业 抢收 秸秆 造林 植树 补植 成活率 浇透 播种 育秧 插秧 灌溉 畜牧 饲料 屠宰 林果 小麦 水稻 玉米 亩产"
        " 退耕还林 机耕路 粮食总产量 播种面积 测土配方 猪只 泔水 饲喂 养殖户 圈养 疫苗免疫 春耕 三夏 秋收"
    ),
    "信贷": listed("贷款 信贷员 催收 不良贷款 存款 还款 逾期 清收 理财 放贷 存款余额 授信 柜员 揽储"),
    "教学": listed(
        "班主任 班级 本学期 我班 合唱 作业 家长会 语文 朗读 语感 教学 备课 课堂 教案 考生 考场 准考证 中考 报名 社团 科技创新大赛 防溺水 护学岗 学生车辆 期末 升学 新生 插班 学籍 转学"
        " 家访 成长记录册 及格率 优秀率 升学率 师生 学习积极性 兄弟学校 传帮带 教研 听课 期末考试 留样 炊事员 学生就餐 青年教师 教学质量 家长 教师"
    ),
    "医疗": listed(
        "接种 针次 建卡率 冷链 预防接种 护士 三查八对 输液 床号 病区 病房 陪护 探视 谢绝探视 门诊 手术 护理 病历 处方 病人 住院"
        " 首诊负责制 护士长 医护人员 诊疗 患者 院感 查房 急诊 医患 合理用药"
    ),
    "商业": listed(
        "门店 促销 陈列 端架 商品 价签 小票 退换 质量问题 购买之日 客户 营销 订单 库存 业绩 代理商 本产品"
        " 客户至上 经营理念 销售收入 利润指标 市场占有率 营业额 销售额 净利润 卷烟 零售户 产销率 回款"
    ),
    "工矿": listed(
        "车间 交接班 点检 班组长 井下 通风 排水系统 瓦斯 炼铁 铁矿 煤矿 炼焦 钢材 铸造 产量 不良率 设备点检 生产线 工艺"
    ),
    "旅游餐饮": listed(
        "客房 入住率 淡季 旅行社 美食节 展位 游客 拉动消费 景区 门票 导游 导游证 客流疏导 预订率 布草 前厅 接待礼仪 顾客 旅游旺季 后厨 菜品"
    ),
    "交通出行": listed("航班 值机 起飞 机场 旅客 列车 候车 检票"),
    "体育赛事": listed("篮球 单循环 球员 比赛 球队 裁判 决赛 冠军"),
    "工程施工": listed(
        "混凝土 钢筋 浇筑 桩基 脚手架 工期 基坑 砌体 安全帽 施工班组 特种作业 塔吊 模板支撑 施工现场"
    ),
    "警务": listed(
        "警力 破获 刑事案件 治安案件 犯罪嫌疑人 抓获 刑拘 出警 民警 嫌疑人 打击处理 群众安全感 接处警 巡逻防控"
    ),
    "审判": listed(
        "审结 结案率 民商事案件 执行到位 标的额 庭审 法官 调撤率 一审 二审 执结 未结案件 陪审员 当庭"
    ),
    "物业": listed("物业费 业主 电梯维保 保洁员 绿化养护 收缴率 门岗 车位"),
}
# What an office's name holds → the fields of its own.
_AT_HOME = {
    "教育 中学 小学 学校 幼儿园 学院 教体": ("教学", "体育赛事"),
    "卫生 医院 疾控 卫健 医保 医疗": ("医疗",),
    "农业 林业 畜牧 乡村振兴 农牧 自然资源 供销": ("农业生产",),
    "公安 派出所 司法 政法 法院 检察": ("警务", "审判"),
    "住房 住建 交通 水利 水务 城管 规划 应急 自然资源 公路": ("工程施工", "工矿", "交通出行", "物业"),
    "市场监督 商务 工信 国资 工业 烟草 发展和改革 发改 统计 税务": ("商业", "工矿", "旅游餐饮"),
    "文化 旅游 文旅 体育": ("旅游餐饮", "体育赛事", "教学"),
    "银行 金融 财政 信用社": ("信贷",),
    "公司 供电 供水 燃气 物业": ("商业", "工程施工", "工矿", "物业"),
    "人力资源 就业": ("商业", "教学"),
    "民政 残联 退役": ("医疗",),
}


def own_fields(passage: Passage) -> frozenset[str]:
    """The fields that the unit works in itself."""
    unit = passage.document.unit or (passage.prose[0][1] if passage.prose else "")
    return frozenset(
        field
        for names, fields in _AT_HOME.items()
        if any(map(unit.__contains__, names.split()))
        for field in fields
    )
