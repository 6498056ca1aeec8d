"""A clean environment for every test process, set before Django reads its settings."""

import os
import tempfile

KEPT = {"MINGBAI_REQUIRE", "MINGBAI_DATABASE_URL"}

for name in [name for name in os.environ if name.startswith("MINGBAI_") and name not in KEPT]:
    del os.environ[name]
# a rule that fails ends the check, and so the test
os.environ["MINGBAI_STRICT_RULES"] = "1"
os.environ["MINGBAI_DATA"] = tempfile.mkdtemp(prefix="mingbai-test-")
