//! The markup that templates give, as a tree of blocks: a small part of HTML, checked.
