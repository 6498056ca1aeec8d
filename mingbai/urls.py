from django.urls import include, path

from mingbai.desk import health

urlpatterns = [
    path("health/alive", health.alive),
    path("health/ready", health.ready),
    path("health/metrics", health.metrics),
    path("desk/", include("mingbai.desk.urls")),
    path("", include("mingbai.portal.urls")),
]
