from django.http import HttpRequest

from mingbai.accounts.actors import Actor


class DeskRequest(HttpRequest):
    """A request that passed `CurrentActor`: it knows who acts."""

    actor: Actor
