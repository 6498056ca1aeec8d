from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class CoreConfig(AppConfig):
    name = "mingbai.core"
    label = "core"
    verbose_name = "基础"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.core import triggers

        # Django tells this of each app in turn, before and after all migrations: once is enough
        pre_migrate.connect(triggers.remove, sender=self, dispatch_uid="core.triggers.remove")
        post_migrate.connect(triggers.install, sender=self, dispatch_uid="core.triggers")
