"""What the rules refuse. Every message is a Chinese sentence that says where the trouble is and what to do."""


class LawError(ValueError):
    """An input that no rule can be applied to; `str()` is the sentence for the clerk."""


class CalendarMissing(LawError):
    """No holiday notice is loaded for `year`; the date stays pending until somebody loads it."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"待录入{year}年放假安排：该年节假日通知尚未装入，不能推算工作日。请管理员装入后重算。"
        )
        self.year = year


class CalendarInvalid(LawError):
    """A notice file that cannot be what it says it is."""
