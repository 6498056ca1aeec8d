"""The portal's screens below /desk/."""

from django.urls import URLPattern, URLResolver, path

from mingbai.portal.views import desk, preview

urlpatterns: list[URLPattern | URLResolver] = [
    # an item's own screen, but only this room can lay out the public page
    path("disclosures/<int:pk>/preview/", preview.preview, name="disclosure-preview"),
    path("disclosures/<int:pk>/preview/page/", preview.preview_page, name="portal-preview-page"),
    path("site-errors/", desk.site_errors, name="portal-site-errors"),
    path("site-errors/<int:pk>/", desk.site_error, name="portal-site-error"),
    path("search-words/", desk.search_words, name="portal-search-words"),
    path("search-words/new/", desk.search_word, name="portal-search-word-new"),
    path("search-words/<int:pk>/", desk.search_word, name="portal-search-word"),
    path("banners/", desk.banners, name="portal-banners"),
    path("banners/new/", desk.banner_new, name="portal-banner-new"),
    path("banners/<int:pk>/end/", desk.banner_end, name="portal-banner-end"),
]
