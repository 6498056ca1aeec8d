from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "mingbai.accounts"
    label = "accounts"
    verbose_name = "单位与人员"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mingbai.accounts import jobs as _jobs  # noqa: F401  registers its job
        from mingbai.accounts import security_journal, sign_in_journal
        from mingbai.accounts.telling import TELLERS
        from mingbai.core.navigation import register
        from mingbai.core.triggers import protect
        from mingbai.journal.telling import tell

        sign_in_journal.connect()
        security_journal.connect()
        tell(TELLERS)
        protect("accounts_sign_in", "登录日志只能追加，不能修改或删除")
        register("单位与人员", 10, "单位", "accounts-units", "manage_units")
        register("单位与人员", 20, "人员与岗位", "accounts-people", "manage_people")
        register("单位与人员", 25, "离岗与代办", "accounts-absences", "enter_absence")
        register("单位与人员", 30, "领导小组", "accounts-leading-group", "write_draft")
        register("系统", 10, "站点信息", "accounts-identity", "manage_identity")
        register("系统", 20, "登录日志", "accounts-sign-ins", "read_sign_ins")
        register("系统", 30, "操作日志", "accounts-journal", "read_journal")
        register("系统", 40, "后台任务", "accounts-jobs", "read_jobs")
