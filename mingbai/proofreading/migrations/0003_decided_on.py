from django.db import migrations, models
from django.db.models import Exists, OuterRef

CHOICES = [("info", "提示"), ("warning", "应当看看"), ("error", "必须处理")]


def as_grave_as_found(apps, schema_editor):
    """Of a decision from before, what it was about: an error where the final reviewer let it stand, since nobody else may; else
    the gravity of the finding with these words that was there before it and has not been made anew since, which is what the person
    saw; of several the lightest. Where there is none, it counts as a warning: should an error be
    found there, which stops a publication, a person looks once more."""
    decisions = apps.get_model("proofreading", "Decision").objects.using(schema_editor.connection.alias)
    findings = apps.get_model("proofreading", "FindingRecord").objects.using(schema_editor.connection.alias)
    decisions.filter(verdict="overrule").update(severity="error")
    seen = findings.filter(
        rule=OuterRef("rule"),
        fingerprint=OuterRef("fingerprint"),
        unit=OuterRef("unit"),
        found_at__lte=OuterRef("at"),
    )
    as_errors, as_hints = Exists(seen.filter(severity="error")), Exists(seen.filter(severity="info"))
    lighter = Exists(seen.exclude(severity="error"))
    others = decisions.exclude(verdict="overrule")
    for severity, those in (("error", others.filter(as_errors, ~lighter)), ("info", others.filter(as_hints))):
        keys = list(those.values_list("pk", flat=True))
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
