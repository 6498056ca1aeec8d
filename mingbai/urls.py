from django.urls import include, path

urlpatterns = [
    path("desk/", include("mingbai.desk.urls")),
    path("", include("mingbai.portal.urls")),
]
