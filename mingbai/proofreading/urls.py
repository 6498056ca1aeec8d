from django.urls import path

from mingbai.proofreading.views import lists, rules

urlpatterns = [
    path("lists/", lists.overview, name="proofreading-lists"),
    path("lists/rules/", lists.switches, name="proofreading-switches"),
    path("lists/rules/on/", lists.switch_on, name="proofreading-switch-on"),
    path("lists/<slug:key>/", lists.detail, name="proofreading-list"),
    path("lists/<slug:key>/change/", lists.change, name="proofreading-list-change"),
    path("lists/<slug:key>/remove/", lists.remove, name="proofreading-list-remove"),
    path("rules/<str:name>/trust/", rules.trust, name="proofreading-trust"),
    path("rules/<str:name>/", rules.detail, name="proofreading-rule"),
]
