"""What is fast and what is found, measured; never a timed test. A rule that fails ends a measurement."""

import os

os.environ.setdefault("MINGBAI_STRICT_RULES", "1")
