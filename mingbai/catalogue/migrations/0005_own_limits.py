from datetime import UTC, datetime
from typing import Any

from django.db import migrations


def compute_anew(apps: Any, schema_editor: Any) -> None:
    """What waited was due by the general limit alone; the worker computes it anew by the limits of the items' own rules."""
    states = apps.get_model("catalogue", "ColumnState")
    waiting = states._base_manager.filter(formed_on__isnull=False, adoption__item__isnull=False)
    if waiting.update(calendar_version=""):
        job = apps.get_model("journal", "Job")
        job.objects.create(kind="calendar.loaded", run_after=datetime.now(UTC))


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_waiting"), ("journal", "0001_initial")]
    operations = [migrations.RunPython(compute_anew, migrations.RunPython.noop)]
