from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "mingbai.disclosure"
    label = "disclosure"
    verbose_name = "信息公开"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.disclosure import guards, verbs
        from mingbai.disclosure import jobs as _jobs  # noqa: F401  registers its jobs
        from mingbai.journal.telling import tell
        from mingbai.journal.verbs import label_verbs

        guards.declare()
        label_verbs(verbs.LABELS)
        tell(verbs.TELLERS)
        self._navigation()

    def _navigation(self) -> None:
        from mingbai.core.navigation import register

        register("信息公开", 10, "信息清单", "disclosure-list", "read_disclosures")
        register("信息公开", 20, "新建信息", "disclosure-new", "write_draft")
        register("信息公开", 30, "导入", "disclosure-import", "import_documents")
        register("信息公开", 40, "某日公开", "disclosure-public-on", "read_disclosures")
        register("审核", 10, "待我审核", "disclosure-reviews", "review")
        register("审校", 10, "单独审校", "disclosure-check-alone", "proofread")
        register("审校", 20, "规则统计", "disclosure-rules", "read_rule_statistics")
        register("县公开办", 30, "审核流程", "disclosure-chains", "manage_catalogue")
        register("县公开办", 20, "待认领", "disclosure-unclaimed", "claim_document")
