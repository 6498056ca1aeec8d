"""Only for tests: emptying a database whose triggers refuse to be emptied."""

from django.core.management import call_command

from mingbai.core import triggers


def reset_database() -> None:
    """Remove the triggers, empty every table, put the triggers back. Content types and permissions, which Django would
    make anew each time, are asked of by nothing here; numbers go on, so that nothing kept by number is taken for another."""
    triggers.remove()
    try:
        call_command(
            "flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True
        )
    finally:
        triggers.install()
