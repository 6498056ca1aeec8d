"""Everything under /desk/: each room brings its own addresses."""

from django.urls import URLPattern, URLResolver, include, path

from mingbai.desk import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="desk-home"),
    path("", include("mingbai.accounts.urls")),
    path("", include("mingbai.catalogue.urls")),
    path("", include("mingbai.disclosure.urls")),
]
