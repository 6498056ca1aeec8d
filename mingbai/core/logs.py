"""What the log of a public site is for: what somebody must look at."""

import logging

# withdrawn items are asked for as long as others link to them, and what never existed by whoever guesses addresses
EXPECTED = frozenset({404, 410})


class ExpectedAnswers(logging.Filter):
    """Django warns of every answer from 400 on. These are everyday matters: kept for whoever lets this logger say
    INFO, and never among the warnings. Faults of ours, 500 and above, pass as they are."""

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", None) not in EXPECTED:
            return True
        record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
        return logging.getLogger(record.name).isEnabledFor(logging.INFO)
