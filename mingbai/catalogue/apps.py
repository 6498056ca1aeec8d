from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "mingbai.catalogue"
    label = "catalogue"
    verbose_name = "公开目录"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.accounts.handover import on_handover
        from mingbai.catalogue.services import calendars  # noqa: F401  registers its job
        from mingbai.catalogue.services.adoption import count_duties, take_duties
        from mingbai.core.navigation import register
        from mingbai.journal.verbs import label_verbs

        on_handover("责任栏目和事项", take_duties, count_duties)
        register("今天", 20, "到期与空白", "catalogue-gaps", "read_catalogue")
        register("目录", 10, "本单位目录", "catalogue-own", "read_catalogue")
        register("目录", 20, "标准目录", "catalogue-standards", "read_catalogue")
        register("县公开办", 10, "全县一览", "catalogue-matrix", "read_county_matrix")
        register("系统", 50, "放假安排", "catalogue-calendar", "manage_calendar")
        label_verbs(
            {
                "load_calendar": "录入放假安排",
                "import_adoptions": "导入目录调整",
                "load_standard": "载入标准目录",
            }
        )
