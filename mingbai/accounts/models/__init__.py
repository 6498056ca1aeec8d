from mingbai.accounts.models.absences import Absence
from mingbai.accounts.models.people import LeadingGroupMember, Membership, Person
from mingbai.accounts.models.sign_ins import SignIn
from mingbai.accounts.models.units import PlannedChange, PlannedEnding, Unit, UnitChange

__all__ = [
    "Absence",
    "LeadingGroupMember",
    "Membership",
    "Person",
    "PlannedChange",
    "PlannedEnding",
    "SignIn",
    "Unit",
    "UnitChange",
]
