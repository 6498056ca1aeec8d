from typing import Any

from django import template

from mingbai.catalogue.sheets import limit_text

register = template.Library()


@register.filter
def limits(rules: list[dict[str, Any]]) -> str:
    """Time limits as short phrases."""
    return "；".join(map(limit_text, rules))


@register.filter
def limits_with_basis(rules: list[dict[str, Any]]) -> str:
    parts = []
    for rule in rules:
        doubt = "" if rule["verified"] else "，未核实"
        parts.append(f"{limit_text(rule)}（{rule['article']}{doubt}）")
    return "；".join(parts)
