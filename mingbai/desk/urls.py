"""Everything under /desk/: each room brings its own addresses."""

from django.urls import URLPattern, URLResolver, include, path

from mingbai.desk import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="desk-home"),
    path("notices/<int:pk>/", views.read_notice, name="desk-notice"),
    path("statistics/", views.statistics, name="desk-statistics"),
    path("first-day/", views.first_day, name="desk-first-day"),
    path("first-day/<slug:code>/", views.first_look, name="desk-first-look"),
    path("wizard/", views.wizard, name="desk-wizard"),
    path("", include("mingbai.accounts.urls")),
    path("", include("mingbai.catalogue.urls")),
    path("", include("mingbai.proofreading.urls")),
    path("", include("mingbai.disclosure.urls")),
]
