from mingbai.accounts.models.people import LeadingGroupMember, Membership, Person
from mingbai.accounts.models.sign_ins import SignIn
from mingbai.accounts.models.units import PlannedEnding, Unit, UnitChange

__all__ = ["LeadingGroupMember", "Membership", "Person", "PlannedEnding", "SignIn", "Unit", "UnitChange"]
