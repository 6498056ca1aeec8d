"""What the portal does in the background."""

from datetime import timedelta

from mingbai.core import pages, search
from mingbai.journal.jobs import job
from mingbai.journal.models import Job
from mingbai.portal.query.log import forget_days_past


@job("forget_search_askers", every=timedelta(hours=6))
def forget_search_askers(_: Job) -> None:
    forget_days_past()


@job("follow_page_purges")
def follow_page_purges(_: Job) -> None:
    """Only for rows that a former version left; since then every worker follows for its own host."""
    pages.follow()


@job("tidy_search_index", every=timedelta(days=1))
def tidy_search_index(_: Job) -> None:
    search.backend().tidy()


@job("settle_search_index", every=timedelta(minutes=5))
def settle_search_index(_: Job) -> None:
    search.backend().settle()
