from django.apps import AppConfig


class ProofreadingConfig(AppConfig):
    name = "mingbai.proofreading"
    label = "proofreading"
    verbose_name = "审校"
    default_auto_field = "django.db.models.BigAutoField"
