"""Drawing whole plans takes its time on a busy machine, which is no fault of a test."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "office", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("office")
