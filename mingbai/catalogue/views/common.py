from django.db.models import QuerySet

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Adoption
from mingbai.core.errors import Missing


def readable_units(request: DeskRequest) -> QuerySet[Unit]:
    """Units whose catalogue the actor may read."""
    return Unit.objects.filter(request.actor.scope("read_catalogue").condition("")).order_by("path")


def chosen_unit(request: DeskRequest) -> Unit:
    """The unit of the `unit` parameter, else the first one that the actor works in."""
    units = readable_units(request).filter(closed_on=None)
    found = units.filter(code=request.GET.get("unit", "")).first() or units.first()
    if found is None:
        raise Missing("您目前没有岗位，看不到任何单位的目录。请联系管理员。")
    return found


def adoption_of(request: DeskRequest, pk: int) -> Adoption:
    rows = Adoption.objects.within(request.actor.scope("read_catalogue"))
    found = (
        rows.select_related("unit", "column__parent", "item__domain", "responsible_person")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Missing("没有这个栏目，或者不在您的单位。")
    return found
