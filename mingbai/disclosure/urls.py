from django.urls import path

from mingbai.disclosure.views import checking, editing, importing, items, lists, reviews, slips

urlpatterns = [
    path("disclosures/", lists.listing, name="disclosure-list"),
    path("disclosures/export/", lists.export, name="disclosure-export"),
    path("disclosures/bulk/", lists.bulk, name="disclosure-bulk"),
    path("disclosures/new/", editing.new, name="disclosure-new"),
    path("disclosures/<int:pk>/", items.detail, name="disclosure-detail"),
    path("disclosures/<int:pk>/edit/", editing.edit, name="disclosure-edit"),
    path("disclosures/<int:pk>/autosave/", editing.autosave, name="disclosure-autosave"),
    path("disclosures/<int:pk>/fill/", editing.fill, name="disclosure-fill"),
    path("disclosures/<int:pk>/check/", editing.check, name="disclosure-check"),
    path("disclosures/<int:pk>/findings/<int:finding>/", editing.decide, name="disclosure-finding"),
    path("disclosures/<int:pk>/files/", editing.add_file, name="disclosure-file-add"),
    path("disclosures/<int:pk>/files/<int:file>/", items.file, name="disclosure-file"),
    path("disclosures/<int:pk>/files/<int:file>/remove/", editing.remove_file, name="disclosure-file-remove"),
    path("disclosures/<int:pk>/compare/", items.compare, name="disclosure-compare"),
    path("disclosures/<int:pk>/preview/", items.preview, name="disclosure-preview"),
    path("disclosures/<int:pk>/editions/<int:number>/", items.edition, name="disclosure-edition"),
    path("disclosures/<int:pk>/slip.docx", slips.word, name="disclosure-slip-word"),
    path("disclosures/<int:pk>/slip.pdf", slips.pdf, name="disclosure-slip-pdf"),
    path("disclosures/<int:pk>/act/<slug:name>/", items.act, name="disclosure-act"),
    path("reviews/", reviews.queue, name="disclosure-reviews"),
    path("reviews/bulk/", reviews.bulk, name="disclosure-reviews-bulk"),
    path("reviews/<int:pk>/", reviews.review, name="disclosure-review"),
    path("import/", importing.upload, name="disclosure-import"),
    path("import/<int:pk>/", importing.batch, name="disclosure-import-batch"),
    path("unclaimed/", importing.unclaimed, name="disclosure-unclaimed"),
    path("unclaimed/claim/", importing.claim, name="disclosure-claim"),
    path("check/", checking.check, name="disclosure-check-alone"),
    path("rules/", checking.rules, name="disclosure-rules"),
]
