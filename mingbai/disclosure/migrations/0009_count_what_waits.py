from datetime import UTC, datetime
from typing import Any

from django.db import migrations


def count_what_waits(apps: Any, schema_editor: Any) -> None:
    """Drafts of before the due engine knew what waits are counted by the worker, once, with the rules of its own day;
    until now each was counted only when somebody saved it."""
    if apps.get_model("disclosure", "Draft")._base_manager.exists():
        job = apps.get_model("journal", "Job")
        job.objects.create(kind="disclosure.count_what_waits", run_after=datetime.now(UTC))


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0008_fulfilments"),
        ("catalogue", "0004_waiting"),
        ("journal", "0001_initial"),
    ]
    operations = [migrations.RunPython(count_what_waits, migrations.RunPython.noop)]
