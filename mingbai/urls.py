from django.urls import include, path

from mingbai.desk import health

handler400 = "mingbai.portal.views.errors.bad_request"
handler404 = "mingbai.portal.views.errors.not_found"
handler500 = "mingbai.portal.views.errors.server_error"
urlpatterns = [
    path("health/alive", health.alive),
    path("health/ready", health.ready),
    path("health/metrics", health.metrics),
    path("desk/", include("mingbai.portal.desk_urls")),
    path("desk/", include("mingbai.desk.urls")),
    path("", include("mingbai.portal.urls")),
]
