from django.apps import AppConfig


class ProofreadingConfig(AppConfig):
    name = "mingbai.proofreading"
    label = "proofreading"
    verbose_name = "审校"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.core.navigation import register
        from mingbai.journal.verbs import label_verbs

        register("审校", 30, "本县词表", "proofreading-lists", "manage_lists")
        label_verbs(
            {
                "add_list_entry": "词表增加一条",
                "change_list_entry": "词表修改一条",
                "remove_list_entry": "词表删除一条",
                "switch_rule_off": "关闭审校规则",
                "trust_rule": "提前信任审校规则",
                "distrust_rule": "撤回对审校规则的信任",
                "switch_rule_on": "恢复审校规则",
            }
        )
