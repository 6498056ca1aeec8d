from django.db import models


class SignIn(models.Model):
    """登录日志: every attempt, good or bad; append-only (等级保护: kept at least six months)."""

    class Outcome(models.TextChoices):
        IN = "in", "登录成功"
        FAILED = "failed", "登录失败"
        FACTOR = "factor", "两步验证未通过"
        LOCKED = "locked", "已锁定"
        OUT = "out", "退出"

    at = models.DateTimeField(db_index=True)
    username = models.CharField(max_length=80)
    person_id = models.BigIntegerField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    address = models.CharField(max_length=64, blank=True)
    agent = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "accounts_sign_in"
