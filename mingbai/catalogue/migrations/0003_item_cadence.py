from typing import Any

from django.db import migrations, models

CADENCES = [
    ("dynamic_2w", "动态类（14天）"), ("monthly", "每月"), ("quarterly", "每季度"), ("halfyear", "每半年"),
    ("yearly", "每年"), ("on_event", "按实际更新"), ("static", "长期"), ("link", "链接栏目"), ("archive", "已归档"),
]  # fmt: skip
RECURRING = {
    "month_start": "monthly", "quarter_start": "quarterly", "halfyear_start": "halfyear", "year_start": "yearly",
}  # fmt: skip


def fill(apps: Any, schema_editor: Any) -> None:
    """Items get the cadence that their rules say, and every adopted item a row of figures; the figures follow with the
    next publication, statement or change of it."""
    item, state, adoption = (
        apps.get_model("catalogue", name) for name in ("CatalogueItem", "ColumnState", "Adoption")
    )
    for row in item.objects.iterator():
        found = [RECURRING[rule["from"]] for rule in row.time_limits if rule["from"] in RECURRING]
        if found:
            item.objects.filter(pk=row.pk).update(cadence=found[0])
    owed = adoption._base_manager.filter(item__isnull=False, state=None)
    state._base_manager.bulk_create(
        (state(adoption_id=row.pk, unit_id=row.unit_id) for row in owed.iterator()), batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_state_figures")]
    operations = [
        migrations.AddField(
            model_name="catalogueitem",
            name="cadence",
            field=models.CharField(choices=CADENCES, default="on_event", max_length=12),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
