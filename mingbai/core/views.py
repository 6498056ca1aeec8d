from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mingbai.core.errors import NotAllowed
from mingbai.core.middleware import DESK


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    error = NotAllowed("页面放得太久或 Cookie 被禁用，请返回上一页刷新后再提交。填写的内容请先复制保存。")
    context = {"error": error, "is_public": not request.path.startswith(DESK)}
    return render(request, "core/refused.html", context, status=403)
