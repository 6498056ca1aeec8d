from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "mingbai.journal"
    label = "journal"
    verbose_name = "日志"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.core.triggers import protect
        from mingbai.journal import sealing, upkeep  # noqa: F401  they register their jobs

        protect("journal_act", "日志只能追加，不能修改或删除")
        protect("journal_seal", "日志封存链只能追加，不能修改或删除")
