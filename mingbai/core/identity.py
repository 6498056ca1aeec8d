"""Who runs this site: the figures that page tags and footer must show (国办发〔2017〕47号)."""

from dataclasses import asdict, dataclass, fields

from mingbai.core.models import Setting

KEY = "site_identity"


@dataclass(frozen=True)
class SiteIdentity:
    """`name` full standard name; `domain` without scheme; `code` 网站标识码 (10 characters); empty means not yet entered."""

    name: str = "政府信息公开平台"
    short_name: str = "信息公开"
    domain: str = ""
    code: str = ""
    icp: str = ""
    police_filing: str = ""
    police_filing_url: str = ""
    badge_url: str = ""
    # the official picture of the mark, a stored file as `digest.suffix`
    badge_image: str = ""
    host: str = ""
    operator: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    accent: str = "blue"


def site_identity() -> SiteIdentity:
    row = Setting.objects.filter(key=KEY).first()
    if row is None:
        return SiteIdentity()
    known = {field.name for field in fields(SiteIdentity)}
    # what was left blank keeps its default: no page goes without a name
    return SiteIdentity(**{name: value for name, value in row.value.items() if name in known and value})


def save_site_identity(identity: SiteIdentity) -> None:
    Setting.objects.update_or_create(key=KEY, defaults={"value": asdict(identity)})
