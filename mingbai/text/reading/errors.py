"""What reading says when a file cannot be read."""


class UnreadableFile(Exception):
    """A file that cannot be used; `message` is a Chinese sentence that says why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
