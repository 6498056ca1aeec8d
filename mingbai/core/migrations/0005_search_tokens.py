"""PostgreSQL keeps the tokens beside the narrow passages."""

from itertools import islice

from django.db import migrations

SLICE = 500


def move(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    from mingbai.core.search import conditions, postgresql, rows

    def placed(text):
        return rows.Text(text.pk, text.title, text.codes, text.marks, text.body)

    schema_editor.execute("ALTER TABLE core_search_text DROP COLUMN IF EXISTS tokens")
    *columns, index = postgresql.CREATE
    for statement in columns:
        schema_editor.execute(statement)
    texts = apps.get_model("core", "SearchText").objects.order_by("pk").iterator(SLICE)
    with schema_editor.connection.cursor() as cursor:
        while some := list(islice(texts, SLICE)):
            cursor.executemany(
                "UPDATE core_search_passage SET tokens = %s::tsvector WHERE id = %s",
                [(conditions.vector(placed(text)), text.pk) for text in some],
            )
    schema_editor.execute(index)


class Migration(migrations.Migration):
    dependencies = [("core", "0004_search_index")]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
