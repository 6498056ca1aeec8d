"""Made-up people: the same number always gives the same name."""

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
GIVEN = (
    "明溪",
    "书禾",
    "若岚",
    "知远",
    "青山",
    "晓棠",
    "子衿",
    "安然",
    "立秋",
    "望舒",
    "景行",
    "怀瑾",
    "清和",
    "向阳",
    "长庚",
)


def demo_name(number: int) -> str:
    return SURNAMES[number % len(SURNAMES)] + GIVEN[number * 7 % len(GIVEN)]
