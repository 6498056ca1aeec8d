from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "mingbai.portal"
    label = "portal"
    verbose_name = "门户"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.core import todo
        from mingbai.core.navigation import register
        from mingbai.journal.verbs import label_verbs
        from mingbai.portal import jobs  # noqa: F401  (registers itself)
        from mingbai.portal.reported import to_do

        register("门户", 10, "网页找错", "portal-site-errors", "handle_site_error")
        register("门户", 20, "检索词语", "portal-search-words", "manage_search")
        register("门户", 30, "门户公告", "portal-banners", "manage_banners")
        todo.register(to_do)
        label_verbs(
            {
                "handle_site_error": "处理网页找错",
                "read_contact": "查看找错人的联系方式",
                "save_search_word": "调整检索词语",
                "announce_banner": "发布门户公告",
                "end_banner": "结束门户公告",
            }
        )
