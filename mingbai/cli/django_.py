"""`mingbai django …`: Django's own management commands, for developers."""

import os
import sys


def setup() -> None:
    """Make Django ready; every verb that needs the database calls this first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingbai.settings")
    import django

    django.setup()


def main(argv: list[str]) -> int:
    setup()
    from django.core.management import execute_from_command_line

    execute_from_command_line([sys.argv[0], *argv])
    return 0
