from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class CoreConfig(AppConfig):
    name = "mingbai.core"
    label = "core"
    verbose_name = "基础"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.core import triggers

        pre_migrate.connect(triggers.remove, dispatch_uid="core.triggers.remove")
        post_migrate.connect(triggers.install, dispatch_uid="core.triggers")
