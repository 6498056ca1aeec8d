from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "mingbai.desk"
    label = "desk"
    verbose_name = "工作台"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.core.navigation import register

        register("今天", 10, "我的待办", "desk-home")
        register("今天", 90, "第一天怎么办", "desk-first-day")
        register("信息公开", 90, "发布统计", "desk-statistics", "read_disclosures")
        register("系统", 5, "开县向导", "desk-wizard", "manage_identity")
