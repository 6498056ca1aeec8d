from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0006_search_merging")]
    operations = [
        migrations.CreateModel(
            name="SearchWaiting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("document", models.BigIntegerField()),
                ("entry", models.TextField(blank=True)),
            ],
            options={"db_table": "core_search_waiting"},
        )
    ]
