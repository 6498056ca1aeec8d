from mingbai.proofreading.models.findings import Decision, FindingRecord, Severity

__all__ = ["Decision", "FindingRecord", "Severity"]
