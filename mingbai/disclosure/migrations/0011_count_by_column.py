from django.db import migrations, models

# rows of before get the instant of their items
REPEAT = """
UPDATE disclosure_placement SET first_published_at = (
    SELECT d.first_published_at FROM disclosure_disclosure d WHERE d.id = disclosure_placement.disclosure_id
)
"""


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0010_fewer_indexes")]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="first_published_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunSQL(REPEAT, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                condition=models.Q(("first_published_at__isnull", False), ("is_main", True)),
                fields=["column", "first_published_at", "unit"],
                name="placement_first",
            ),
        ),
    ]
