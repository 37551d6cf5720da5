//! Signed notes and checkpoints (C2SP).
