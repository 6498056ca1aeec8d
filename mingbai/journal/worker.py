"""The loop that works off jobs: claim, run, repeat; one loop for outbox, schedules and the sealer."""

import logging
import os
import signal
import socket
import time
import traceback
from types import FrameType

from django.db import close_old_connections

from mingbai.core import clock
from mingbai.journal import jobs
from mingbai.journal.following import Follower

log = logging.getLogger("mingbai.worker")
IDLE_SECONDS = 1.0


class Worker:
    """Stops cleanly between two jobs on SIGTERM or SIGINT."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self.stopping = False

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:
        self.stopping = True

    def work_once(self) -> bool:
        """Do one job; False when there was none."""
        claimed = jobs.claim(self.name, clock.now())
        if claimed is None:
            return False
        try:
            jobs.run(claimed, clock.now())
        except jobs.LeaseLost:
            log.warning("job %s %s: lease lost", claimed.pk, claimed.kind)
        except Exception:
            log.exception("job %s %s failed", claimed.pk, claimed.kind)
            jobs.fail(claimed, traceback.format_exc(limit=5), clock.now())
        return True

    def run_forever(self) -> None:
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        follower = Follower()
        follower.start()
        while not self.stopping:
            close_old_connections()
            jobs.enqueue_due_schedules(clock.now())
            if not self.work_once():
                time.sleep(IDLE_SECONDS)
        follower.stop()


def drain() -> int:
    """Do everything that is due now, for tests, the demonstration and `import`; returns how many jobs ran."""
    worker, done = Worker(), 0
    while worker.work_once():
        done += 1
    return done
