"""Gap-free numbers. The row is locked until the caller's transaction ends, so a rolled-back act leaves no gap."""

from django.db import connection, transaction

from mingbai.core.models import NumberSequence


def take_number(key: str) -> int:
    """The next number of the sequence, from 1. Must be called inside the transaction that uses the number."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("take_number outside a transaction would leave gaps")
    NumberSequence.objects.bulk_create([NumberSequence(key=key)], ignore_conflicts=True)
    row = NumberSequence.objects.select_for_update().get(key=key)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last
