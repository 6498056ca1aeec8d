from mingbai.proofreading.models.findings import Decision, FindingRecord

__all__ = ["Decision", "FindingRecord"]
