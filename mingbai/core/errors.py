"""What goes wrong in ways that a person can mend. Each carries a Chinese sentence, and the field where one is meant."""


class DomainError(Exception):
    """A refusal with its reason: shown beside the field, or as a page of its own with `status`."""

    status = 400

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class BadInput(DomainError):
    """What was typed or uploaded cannot be used."""


class NotAllowed(DomainError):
    """The person may not do this here."""

    status = 403


class Missing(DomainError):
    """There is no such thing, or not for this person."""

    status = 404


class Conflict(DomainError):
    """Somebody else was first, or the record is no longer in the state that the act needs."""

    status = 409


class NoRoom(DomainError):
    """The disk is full or cannot be written to. Nothing was saved, and trying again does not help."""

    status = 503
