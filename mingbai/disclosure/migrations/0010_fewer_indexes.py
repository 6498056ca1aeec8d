import django.db.models.deletion
from django.db import migrations, models

# an index of several columns that begins with the same one, often that of a unique constraint, serves each of these;
# dropped by name, since Django on SQLite would write every table anew: (model, field, name, table, column)
INDEXES = (
    ("disclosure", "unit", "disclosure_disclosure_unit_id_38601f3e", "disclosure_disclosure", "unit_id"),
    (
        "edition",
        "disclosure",
        "disclosure_edition_disclosure_id_73f377c4",
        "disclosure_edition",
        "disclosure_id",
    ),
    (
        "editionauthor",
        "edition",
        "disclosure_edition_author_edition_id_e8e7d9f3",
        "disclosure_edition_author",
        "edition_id",
    ),
    (
        "fulfilment",
        "disclosure",
        "disclosure_fulfilment_disclosure_id_ac3ab795",
        "disclosure_fulfilment",
        "disclosure_id",
    ),
    ("fulfilment", "item", "disclosure_fulfilment_item_id_b832dcfe", "disclosure_fulfilment", "item_id"),
    ("fulfilment", "unit", "disclosure_fulfilment_unit_id_ad2b21e2", "disclosure_fulfilment", "unit_id"),
    ("placement", "column", "disclosure_placement_column_id_7e72044a", "disclosure_placement", "column_id"),
    (
        "placement",
        "disclosure",
        "disclosure_placement_disclosure_id_1cd64659",
        "disclosure_placement",
        "disclosure_id",
    ),
    ("placement", "unit", "disclosure_placement_unit_id_2e4629d3", "disclosure_placement", "unit_id"),
    (
        "relation",
        "disclosure",
        "disclosure_relation_disclosure_id_bfbcad72",
        "disclosure_relation",
        "disclosure_id",
    ),
    (
        "reviewstep",
        "review",
        "disclosure_review_step_review_id_5f7f7338",
        "disclosure_review_step",
        "review_id",
    ),
    ("reviewstep", "unit", "disclosure_review_step_unit_id_ef5dd0a1", "disclosure_review_step", "unit_id"),
)
FIELDS = {
    ("disclosure", "unit"): ("+", "accounts.unit"),
    ("edition", "disclosure"): ("editions", "disclosure.disclosure"),
    ("editionauthor", "edition"): ("authors", "disclosure.edition"),
    ("fulfilment", "disclosure"): ("fulfilments", "disclosure.disclosure"),
    ("fulfilment", "item"): ("+", "catalogue.catalogueitem"),
    ("fulfilment", "unit"): ("+", "accounts.unit"),
    ("placement", "column"): ("+", "catalogue.column"),
    ("placement", "disclosure"): ("placements", "disclosure.disclosure"),
    ("placement", "unit"): ("+", "accounts.unit"),
    ("relation", "disclosure"): ("relations", "disclosure.disclosure"),
    ("reviewstep", "review"): ("steps", "disclosure.review"),
    ("reviewstep", "unit"): ("+", "accounts.unit"),
}


def _field(related_name, to):
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=to
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_planned_changes"),
        ("catalogue", "0004_waiting"),
        ("disclosure", "0009_count_what_waits"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX IF EXISTS {name}", f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"
                )
                for _, _, name, table, column in INDEXES
            ],
            state_operations=[
                migrations.AlterField(model_name=model, name=name, field=_field(*told))
                for (model, name), told in FIELDS.items()
            ],
        ),
        migrations.RemoveIndex(model_name="disclosure", name="disclosure_title"),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(
                fields=["title", "id", "document_number", "index_number", "stage", "unit", "updated_at"],
                name="disclosure_titles",
            ),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["unit", "first_published_at"], name="disclosure_unit_first"),
        ),
    ]
