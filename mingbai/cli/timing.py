"""How long something took, by the clock and in processor time."""

import os
import time


class Stopwatch:
    """Runs from the moment it is made."""

    def __init__(self) -> None:
        self.started, self.used = time.monotonic(), _processor_seconds()

    def read(self) -> tuple[float, float]:
        """Seconds of the clock and of the processor since then."""
        return time.monotonic() - self.started, _processor_seconds() - self.used

    def told(self, number: int, unit: str = "条") -> str:
        """「用时 2.0 秒，每秒 50 条；处理器时间 1.0 秒，每秒 100 条」"""
        seconds, used = (max(value, 0.001) for value in self.read())
        return (
            f"用时 {seconds:.1f} 秒，每秒 {number / seconds:.0f} {unit}；"
            f"处理器时间 {used:.1f} 秒，每秒 {number / used:.0f} {unit}"
        )


def _processor_seconds() -> float:
    """Of this process and of those that it has waited for."""
    return sum(os.times()[:4])
