from django.urls import include, path

handler404 = "mingbai.portal.views.errors.not_found"
handler500 = "mingbai.portal.views.errors.server_error"
urlpatterns = [
    path("desk/", include("mingbai.desk.urls")),
    path("", include("mingbai.portal.urls")),
]
