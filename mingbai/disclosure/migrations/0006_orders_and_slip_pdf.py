import django.db.models.deletion
from django.db import migrations, models

# the lists want rows without a day last, which only an index of the same kind serves on PostgreSQL; SQLite does so anyway
_ORDERS = (("disclosure_newest_known", "published_at"), ("disclosure_written_known", "written_on"))


def add_orders(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name, column in _ORDERS:
            schema_editor.execute(
                f"CREATE INDEX {name} ON disclosure_disclosure ({column} DESC NULLS LAST, id DESC)"
            )


def drop_orders(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name, _ in _ORDERS:
            schema_editor.execute(f"DROP INDEX {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0004_search_index"),
        ("disclosure", "0005_archived_slip"),
    ]

    operations = [
        migrations.RunPython(add_orders, drop_orders),
        migrations.AddField(
            model_name="archivedslip",
            name="pdf",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.storedfile",
            ),
        ),
    ]
