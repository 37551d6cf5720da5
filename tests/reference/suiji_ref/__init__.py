"""suiji-v1: an independent reference implementation of the auditable double-random draw, by the sections of SPEC.md.

The modules, in the order of the specification: hashing, text, forms (section 1), inputs, tables (2), frame (3), tree,
sources, seats, sheet, earlier (4), draw (5, 6, 8), teams (7), state, amend (9), checks, verify, recompute,
verify_amendments (10), and case for folders. [D2] in a comment is the rule that a line implements.
"""
