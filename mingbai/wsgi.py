"""The WSGI entry for gunicorn and any other server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingbai.settings")
django_application = get_wsgi_application()

from mingbai.core import in_use  # noqa: E402  (needs the settings above)
from mingbai.core.pages.serving import StoredPages  # noqa: E402

# whatever server runs this: a backup must not be restored under it
in_use.share()
application = StoredPages(django_application)
