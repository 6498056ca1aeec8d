from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0012_step_reading"),
    ]

    operations = [
        migrations.AddField(
            model_name="review",
            name="read_with",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
    ]
