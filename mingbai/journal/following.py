"""Each host's page store keeps step with what other hosts changed, and with what a process that was killed here left
undone. A thread of the worker and no job: a job is one host's, and long ones would let an act of another host wait."""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections, connection

from mingbai.core import pages

log = logging.getLogger("mingbai.pages")
EVERY = 0.5
# whatever was overlooked, since a clock of another host was wrong or a transaction took very long
WHOLE = 60.0


class Follower(threading.Thread):
    def __init__(self) -> None:
        super().__init__(name="page-purges", daemon=True)
        self.stopping = threading.Event()

    def run(self) -> None:
        looked = None
        pages.drop_leftovers()
        while not self.stopping.is_set():
            whole = looked is None or time.monotonic() - looked > WHOLE
            try:
                close_old_connections()
                pages.follow(whole=whole)
                looked = time.monotonic() if whole else looked
            except (DatabaseError, OSError):
                # the database is away for a moment; acts wait for this host, or say that it does not answer
                log.exception("pages could not be purged")
            self.stopping.wait(EVERY)
        connection.close()

    def stop(self) -> None:
        self.stopping.set()
        self.join(5)
