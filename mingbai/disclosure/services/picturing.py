"""The pictures of a Word file as attachments of the draft that was filled from it, each at its place in the text."""

from collections.abc import Sequence

from mingbai.accounts.actors import Actor
from mingbai.core.errors import DomainError
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft
from mingbai.disclosure.pictures import image, marks_in, unmarked
from mingbai.disclosure.services.attachments import add_attachment
from mingbai.disclosure.services.drafts import Content, save_draft
from mingbai.disclosure.word.filling import lost_pictures
from mingbai.disclosure.word.model import Drawn


def place_pictures(
    actor: Actor, disclosure: Disclosure, marked_html: str, pictures: Sequence[Drawn]
) -> list[str]:
    """Answers sentences about pictures that could not be placed; the words are saved without them already."""
    placed, lost, told = dict[int, str](), list[Drawn](), list[str]()
    marked = set(marks_in(marked_html))
    for number, drawn in enumerate(pictures):
        added = _attached(actor, disclosure, number, drawn) if number in marked else None
        if added is None:
            lost.append(drawn)
        else:
            placed[number] = image(disclosure.pk, added.pk, added.stem)
    if placed:
        draft = Draft.objects.of(disclosure=disclosure).get()
        content = Content(draft.title, unmarked(marked_html, placed), Metadata.from_json(draft.metadata))
        save_draft(actor, disclosure=disclosure, version=draft.version, content=content)
        told.append(f"{len(placed)} 张图片已放入正文，也在附件里。请双击每张图，写明图里有什么。")
    return [*told, *lost_pictures(lost)]


def _attached(actor: Actor, disclosure: Disclosure, number: int, drawn: Drawn) -> Attachment | None:
    """None for what browsers do not show, such as drawings of Word itself."""
    if not drawn.content:
        return None
    try:
        added = add_attachment(
            actor, disclosure=disclosure, name=f"图{number + 1}.png", content=drawn.content
        )
    except DomainError:
        return None
    return added if added.is_picture else None
