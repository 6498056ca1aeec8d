from mingbai.catalogue.models.adoption import Adoption, ColumnState, NothingStatement, Pause
from mingbai.catalogue.models.standards import CatalogueItem, Column, Domain, StandardCatalogue

__all__ = [
    "Adoption",
    "CatalogueItem",
    "Column",
    "ColumnState",
    "Domain",
    "NothingStatement",
    "Pause",
    "StandardCatalogue",
]
