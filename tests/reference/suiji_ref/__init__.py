"""suiji-v1: an independent reference implementation of the auditable double-random draw, by the sections of SPEC.md."""
