"""Only for tests: emptying a database whose triggers refuse to be emptied."""

from django.core.management import call_command

from mingbai.core import triggers


def reset_database() -> None:
    """Remove the triggers, empty every table, put the triggers back."""
    triggers.remove()
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    triggers.install()
