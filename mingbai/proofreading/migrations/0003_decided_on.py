from django.db import migrations, models
from django.db.models import OuterRef, Subquery

CHOICES = [("info", "提示"), ("warning", "应当看看"), ("error", "必须处理")]


def as_grave_as_found(apps, schema_editor):
    """Of a decision from before, what it was about: an error where the final reviewer let it stand, since nobody else may; else
    the gravity of the finding that is still there with these words. Where none is, it counts as a warning: should an error be
    found there, which stops a publication, a person looks once more."""
    decisions = apps.get_model("proofreading", "Decision").objects.using(schema_editor.connection.alias)
    findings = apps.get_model("proofreading", "FindingRecord").objects.using(schema_editor.connection.alias)
    decisions.filter(verdict="overrule").update(severity="error")
    known = findings.filter(fingerprint=OuterRef("fingerprint"), unit=OuterRef("unit")).order_by("-found_at")
    others = decisions.exclude(verdict="overrule").annotate(found=Subquery(known.values("severity")[:1]))
    for severity in ("info", "error"):
        keys = list(others.filter(found=severity).values_list("pk", flat=True))
        for at in range(0, len(keys), 500):
            decisions.filter(pk__in=keys[at : at + 500]).update(severity=severity)


class Migration(migrations.Migration):
    dependencies = [("proofreading", "0002_weak_doubts")]

    operations = [
        migrations.AlterField(
            model_name="findingrecord",
            name="severity",
            field=models.CharField(choices=CHOICES, max_length=8),
        ),
        migrations.AddField(
            model_name="decision",
            name="severity",
            field=models.CharField(choices=CHOICES, default="warning", max_length=8),
            preserve_default=False,
        ),
        migrations.RunPython(as_grave_as_found, migrations.RunPython.noop),
    ]
