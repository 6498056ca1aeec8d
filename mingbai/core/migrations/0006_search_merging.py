from django.db import migrations


def leave_merging_to_the_worker(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        return
    for name, value in {"automerge": 0, "crisismerge": 64}.items():
        schema_editor.execute(
            "INSERT INTO core_search_fts (core_search_fts, rank) VALUES (%s, %s)", [name, value]
        )


class Migration(migrations.Migration):
    dependencies = [("core", "0005_search_tokens")]
    operations = [migrations.RunPython(leave_merging_to_the_worker, migrations.RunPython.noop)]
