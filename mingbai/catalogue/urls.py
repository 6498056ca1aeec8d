from django.urls import path

from mingbai.catalogue.views import adoptions, calendars, gaps, standards

urlpatterns = [
    path("gaps/", gaps.listing, name="catalogue-gaps"),
    path("matrix/", gaps.matrix, name="catalogue-matrix"),
    path("catalogue/", adoptions.own, name="catalogue-own"),
    path("catalogue/export/", adoptions.export, name="catalogue-export"),
    path("catalogue/import/", adoptions.import_, name="catalogue-import"),
    path("catalogue/adopt/", adoptions.adopt, name="catalogue-adopt"),
    path("catalogue/<int:pk>/", adoptions.detail, name="catalogue-adoption"),
    path("catalogue/<int:pk>/switch/", adoptions.switch, name="catalogue-switch"),
    path("catalogue/<int:pk>/nothing/", adoptions.nothing, name="catalogue-nothing"),
    path("catalogue/<int:pk>/pause/", adoptions.pause, name="catalogue-pause"),
    path("catalogue/<int:pk>/pause/<int:pause_pk>/end/", adoptions.end_pause, name="catalogue-pause-end"),
    path("standards/", standards.listing, name="catalogue-standards"),
    path("standards/<int:pk>/", standards.detail, name="catalogue-standard"),
    path("standards/<int:pk>/export/", standards.export, name="catalogue-standard-export"),
    path("standards/<int:pk>/compare/<int:other>/", standards.compare, name="catalogue-standard-compare"),
    path("standards/<int:pk>/file.json", standards.file, name="catalogue-standard-file"),
    path("standards/adopt/", standards.adopt_kind, name="catalogue-adopt-kind"),
    path("standards/load/", standards.load, name="catalogue-standard-load"),
    path("calendar/", calendars.calendar, name="catalogue-calendar"),
]
